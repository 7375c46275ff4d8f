using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using LlmAnalyzers.Prompts;
using Xunit;

namespace LlmAnalyzers.Tests.Prompts;

public class PromptRobustnessTests
{
    private static readonly Dictionary<string, Action<string>> Readers = new()
    {
        ["json"] = t => JsonRequest.Find(t),
        ["role"] = t => RoleStatement.Find(t),
        ["creative"] = t => CreativeIntent.Find(t),
        ["task"] = t => DeterministicTask.Find(t),
        ["ping"] = t => PingText.IsPing(t),
        ["step"] = t => StepByStep.Find(t),
    };

    public static TheoryData<string, string> Repeated()
    {
        var data = new TheoryData<string, string>();
        var seeds = new[] { "a", " ", "\n", "\uFFFC", "{", "[", "{\"", "{\"a\":", "json ", "the json in as ", "return the json data, ", "write a ", "you ", "not ", "step by ", "one of ", ".", "'", "\"", "说", "1. ", "- rule\n", "Always x.\n", "Rules:\n", "respond, ", "\\", "\0", "zwróć json ", "JSON TYLKO wynik ", "sadece json'a ", "decide A, ", "A or ", "answer is a single ", "which of the ", "start with {", "does the text ", "role\n", "판단 반환 ", "判断意" };
        foreach (var (reader, seed) in Readers.Keys.SelectMany(_ => seeds, (r, s) => (r, s)))
        {
            data.Add(reader, seed);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Repeated))]
    public void A_megabyte_takes_no_time(string reader, string seed)
    {
        var text = string.Concat(Enumerable.Repeat(seed, 1_000_000 / seed.Length));
        Readers[reader]("Return JSON. Write a poem. Think step by step.");

        // The best of three: other tests run at the same time.
        var best = long.MaxValue;
        for (var run = 0; run < 3 && best >= 1000; run++)
        {
            var watch = Stopwatch.StartNew();
            Readers[reader](text);
            best = Math.Min(best, watch.ElapsedMilliseconds);
        }

        Assert.True(best < 1000, $"{best} ms");
    }

    [Theory]
    [InlineData("You are")]
    [InlineData("You")]
    [InlineData("As a")]
    [InlineData("Act as")]
    [InlineData("I want you to")]
    [InlineData("你")]
    [InlineData("JSON")]
    [InlineData("one of")]
    [InlineData("Respond with '")]
    [InlineData("return {\"")]
    [InlineData("write 5")]
    [InlineData("suggest")]
    [InlineData("come up")]
    [InlineData("'")]
    [InlineData("a.")]
    [InlineData(".\n.\n.")]
    [InlineData("Output: {")]
    [InlineData("\uD83D")]
    [InlineData("Ты")]
    [InlineData("Imagine")]
    [InlineData("Just imagine")]
    [InlineData("Be creative")]
    [InlineData("Brainstorm")]
    [InlineData("Vary")]
    [InlineData("Classify")]
    [InlineData("Rate this")]
    [InlineData("Convert to SQL")]
    [InlineData("think step by step")]
    [InlineData("Du bist")]
    [InlineData("Jesteś")]
    [InlineData("당신은")]
    [InlineData("Sen bir")]
    [InlineData("# Role\n")]
    [InlineData("Persona:")]
    [InlineData("zwróć JSON")]
    [InlineData("decide A or")]
    [InlineData("The answer is a")]
    [InlineData("The response must start with {")]
    [InlineData("does the")]
    [InlineData("Which agent")]
    [InlineData("请判断")]
    public void Broken_off_texts_are_read(string text)
    {
        foreach (var reader in Readers.Values)
        {
            for (var length = 0; length <= text.Length; length++)
            {
                reader(text.Substring(0, length));
                reader(text.Substring(length));
            }
        }
    }

    [Fact]
    public void Any_cut_of_a_long_prompt_is_read()
    {
        const string Prompt = "# Role\nYou are a nurse, e.g. \uFFFC.\n1) Classify it as 'a' or \"b\".\n- Return {\"a\": [1]} as JSON only!\nRules:\n* Never invent. Think step by step? 请以JSON返回";
        for (var start = 0; start < Prompt.Length; start++)
        {
            foreach (var reader in Readers.Values)
            {
                reader(Prompt.Substring(start));
                reader(Prompt.Substring(0, start));
            }
        }
    }

    [Fact]
    public void Quotes_are_short_and_in_one_line()
    {
        var match = TextMatch.Of("\uFFFC return\n   a \uFFFC very" + new string('x', 90), 0, 100);

        Assert.True(match.Phrase.Length <= TextMatch.MaxPhraseLength);
        Assert.StartsWith("return a … very", match.Phrase, StringComparison.Ordinal);
    }
}
