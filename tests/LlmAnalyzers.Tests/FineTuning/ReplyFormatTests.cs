using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;
using static LlmAnalyzers.Tests.FineTuning.TrainingFileRun;

namespace LlmAnalyzers.Tests.FineTuning;

/// <summary>LLM5025: the format of the replies.</summary>
public class RepliesDifferInFormatTests
{
    private const string Usual = """{"label": "billing", "score": 3}""";

    [Theory]
    [InlineData("billing", "is plain text, and 3 of 4 are a JSON object")]
    [InlineData("label: billing", "is plain text")]
    [InlineData("""["billing", 3]""", "is a JSON array")]
    [InlineData("```json\n{\"label\": \"billing\", \"score\": 3}\n```", "is JSON in a code fence")]
    [InlineData("```\n{\"label\": \"billing\", \"score\": 3}\n```", "is JSON in a code fence")]
    [InlineData("""Here it is: {"label": "billing", "score": 3}""", "is plain text")]
    [InlineData("""{"label": "billing"}""", "lacks 'score'")]
    [InlineData("""{"label": "billing", "score": 3, "why": "x"}""", "has 'why'")]
    [InlineData("""{"Label": "billing", "score": 3}""", "has 'Label' and lacks 'label'")]
    [InlineData("""{"category": "billing", "score": 3}""", "has 'category' and lacks 'label'")]
    [InlineData("""{"label": "billing", "score": "3"}""", "'score' of the reply is a string, and in 3 others a number")]
    [InlineData("""{"label": ["billing"], "score": 3}""", "'label' of the reply is an array")]
    [InlineData("""{"label": "billing", "score": true}""", "'score' of the reply is true or false")]
    [InlineData("""{"label": {"name": "billing"}, "score": 3}""", "'label' of the reply is an object")]
    [InlineData("""{"label": "billing", "score": 3""", "is plain text")]
    public async Task A_reply_in_another_format_is_reported_where_it_stands(string reply, string message)
    {
        var reported = Assert.Single(await new TrainingFileRun { Training = Lines(Chat("1", Usual), Chat("2", Usual), Chat("3", reply), Chat("4", Usual)) }.OfAsync("LLM5025"));
        Assert.StartsWith("3:", reported, StringComparison.Ordinal);
        Assert.Contains(message, reported, StringComparison.Ordinal);
    }

    [Fact]
    public async Task JSON_among_plain_replies_is_reported() =>
        Assert.Contains("is a JSON object, and 2 of 3 are plain text", Assert.Single(await new TrainingFileRun { Training = Lines(Chat("1", "a"), Chat("2", "b"), Chat("3", Usual)) }.OfAsync("LLM5025")), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"label": "delivery", "score": 1}""")]
    [InlineData("""{"score": 3, "label": "billing"}""")]
    [InlineData("""{ "label":"billing","score":3.5 }""")]
    [InlineData("""  {"label": "billing", "score": 3}  """)]
    [InlineData("{\n  \"label\": \"billing\",\n  \"score\": -1e3\n}")]
    [InlineData("""{"label": null, "score": 3}""")]
    [InlineData("""{"label": "billing", "score": null}""")]
    [InlineData("""{"label": "", "score": 0}""")]
    public async Task The_same_fields_are_the_same_format(string reply) =>
        Assert.Empty(await new TrainingFileRun { Training = Lines(Chat("1", Usual), Chat("2", Usual), Chat("3", reply), Chat("4", Usual)) }.OfAsync("LLM5025"));

    [Theory]
    [InlineData("billing", "delivery", "other")]
    [InlineData("Dear customer, …", "Thank you!", "We are sorry. [link]")]
    [InlineData("[not json", "{neither", "`code`")]
    [InlineData("1", "2", "3")]
    [InlineData("""["a"]""", "[]", """["b", "c"]""")]
    [InlineData("```csharp\nvar a = 1;\n```", "text", "more text")]
    public async Task Free_text_and_lists_throughout_are_not_reported(string first, string second, string third) =>
        Assert.Empty(await new TrainingFileRun { Training = Lines(Chat("1", first), Chat("2", second), Chat("3", third)) }.OfAsync("LLM5025"));

    [Fact]
    public async Task Each_system_prompt_may_have_a_format_of_its_own()
    {
        var file = Lines(Enumerable.Range(1, 8).Select(i => i % 2 == 0 ? Chat($"q{i}", Usual, "Classify.") : Chat($"q{i}", "Dear customer", "Answer.")));
        Assert.Empty(await new TrainingFileRun { Training = file }.OfAsync("LLM5025"));
    }

    [Fact]
    public async Task Fields_that_are_data_are_no_format()
    {
        var file = Lines(Enumerable.Range(1, 9).Select(i => Chat($"q{i}", $$"""{"word{{i}}": {{i}}}""")));
        Assert.Empty(await new TrainingFileRun { Training = file }.OfAsync("LLM5025"));
    }

    [Fact]
    public async Task True_and_false_are_one_kind() =>
        Assert.Empty(await new TrainingFileRun { Training = Lines(Chat("1", """{"ok": true}"""), Chat("2", """{"ok": false}"""), Chat("3", """{"ok": true}""")) }.OfAsync("LLM5025"));

    [Fact]
    public async Task A_tool_call_is_no_reply_in_text()
    {
        const string call = """{"messages": [{"role": "system", "content": "You sort mail."}, {"role": "user", "content": "q"}, {"role": "assistant", "tool_calls": [{"id": "1"}]}]}""";
        Assert.Empty(await new TrainingFileRun { Training = Lines(Chat("1", Usual), Chat("2", Usual), call, Chat("4", Usual)) }.OfAsync("LLM5025"));
    }

    [Fact]
    public async Task Two_replies_show_no_usual_format() =>
        Assert.Empty(await new TrainingFileRun { Training = Lines(Chat("1", Usual), Chat("2", "billing")) }.OfAsync("LLM5025"));

    [Fact]
    public async Task Many_strays_end_in_one_count()
    {
        var file = Lines(Enumerable.Range(1, 100).Select(i => Chat($"q{i}", i % 3 == 0 ? "billing" : Usual)));
        var reported = await new TrainingFileRun { Training = file }.OfAsync("LLM5025");
        Assert.Equal(20, reported.Length);
        Assert.EndsWith("(and 13 more in this file)", reported[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preference_examples_are_compared_by_what_is_preferred()
    {
        static string Pair(int i, string good, string bad) => System.Text.Json.JsonSerializer.Serialize(new
        {
            input = new { messages = new[] { new { role = "user", content = $"q{i}" } } },
            preferred_output = new[] { new { role = "assistant", content = good } },
            non_preferred_output = new[] { new { role = "assistant", content = bad } },
        });
        Assert.Empty(await new TrainingFileRun { Training = Lines(Pair(1, Usual, "no"), Pair(2, Usual, "[]"), Pair(3, Usual, "{}")) }.OfAsync("LLM5025"));
        Assert.Single(await new TrainingFileRun { Training = Lines(Pair(1, Usual, "no"), Pair(2, "no", Usual), Pair(3, Usual, "{}")) }.OfAsync("LLM5025"));
    }
}

/// <summary>LLM5026: examples that are cut.</summary>
public class ExampleTooLongTests
{
    // About 1.2 tokens a word and one a digit group.
    private static readonly Func<int, string> Words = count => string.Join(' ', Enumerable.Repeat("order", count));

    [Theory]
    [InlineData("gpt-4o-mini-2024-07-18", 90_000, "65,536")]
    [InlineData("gpt-4o-2024-08-06", 90_000, "65,536")]
    [InlineData("gpt-4o-2024-08-06", 200_000, "65,536")]
    [InlineData("gpt-3.5-turbo-0125", 25_000, "16,385")]
    [InlineData("gemini-3.5-flash", 170_000, "131,072")]
    [InlineData("gemini-2.5-flash-lite", 170_000, "131,072")]
    [InlineData("gpt-4.1-mini-2025-04-14", 1_400_000, "1,047,576")]
    public async Task A_long_example_is_reported(string baseModel, int words, string limit)
    {
        var reported = Assert.Single(await new TrainingFileRun { Training = Lines(Chat("short", "a"), Chat(Words(words), "a")), BaseModel = baseModel }.OfAsync("LLM5026"));
        Assert.StartsWith("2:1 ", reported, StringComparison.Ordinal);
        Assert.Contains(limit, reported, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(3, 1)]
    public async Task System_prompt_question_and_reply_count_together(int question, int reply) =>
        Assert.Single(await new TrainingFileRun { Training = Chat(Words(question * 20_000), Words(reply * 20_000), Words(10_000)), BaseModel = "gpt-4o-2024-08-06" }.OfAsync("LLM5026"));

    [Theory]
    [InlineData("code")]
    [InlineData("digits")]
    [InlineData("kanji")]
    public async Task Other_scripts_and_digits_are_counted_too(string kind)
    {
        var text = kind switch
        {
            "code" => string.Concat(Enumerable.Repeat("if (a == b) { c += d[i]; }\n", 8_000)),
            "digits" => string.Join(' ', Enumerable.Range(100_000, 60_000)),
            _ => new string('漢', 130_000),
        };
        Assert.Single(await new TrainingFileRun { Training = Chat(text, "a"), BaseModel = "gpt-4o-2024-08-06" }.OfAsync("LLM5026"));
    }

    [Theory]
    [InlineData("gpt-4o-mini-2024-07-18", 10)]
    [InlineData("gpt-4o-mini-2024-07-18", 65_000)]
    [InlineData("gpt-4o-2024-08-06", 75_000)]
    [InlineData("gpt-3.5-turbo-0125", 18_000)]
    [InlineData("gpt-3.5-turbo-0125", 10_000)]
    [InlineData("gemini-3.5-flash", 130_000)]
    [InlineData("gemini-3.5-flash", 1_000)]
    [InlineData("gpt-4.1-mini-2025-04-14", 200_000)]
    [InlineData("gpt-4.1-2025-04-14", 100_000)]
    [InlineData("amazon.nova-lite-v1:0", 100_000)]
    [InlineData("gpt-4.1@2025-04-14", 300_000)]
    [InlineData("my-own-model", 300_000)]
    [InlineData(null, 300_000)]
    [InlineData("", 300_000)]
    public async Task What_fits_or_has_no_known_limit_is_not(string? baseModel, int words) =>
        Assert.Empty(await new TrainingFileRun { Training = Chat(Words(words), "a"), BaseModel = baseModel }.OfAsync("LLM5026"));

    [Theory]
    [InlineData(' ')]
    [InlineData('=')]
    [InlineData('\n')]
    [InlineData('-')]
    public async Task Rows_of_one_character_are_few_tokens(char c) =>
        Assert.Empty(await new TrainingFileRun { Training = Chat(new string(c, 200_000), "a"), BaseModel = "gpt-4o-2024-08-06" }.OfAsync("LLM5026"));
}

/// <summary>LLM5028: very large files.</summary>
public class FilePartlyCheckedTests
{
    private const string Key = "dotnet_code_quality.LLM5028.maximum_training_file_mb";

    private static readonly string Long = new('x', 10_000);

    [Theory]
    [InlineData(110, "1", "its first 103 lines")]
    [InlineData(220, "2", "its first 207 lines")]
    [InlineData(330, "3", "its first 310 lines")]
    public async Task A_larger_file_is_reported_with_what_was_checked(int lines, string megabytes, string message)
    {
        var reported = Assert.Single(await new TrainingFileRun { Training = Lines(Enumerable.Range(1, lines).Select(i => Chat($"{i} {Long}", "a"))), Options = { [Key] = megabytes } }.OfAsync("LLM5028"));
        Assert.StartsWith("1:1 ", reported, StringComparison.Ordinal);
        Assert.Contains(message, reported, StringComparison.Ordinal);
        Assert.Contains($"larger than {megabytes} MB", reported, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(90, "1")]
    [InlineData(103, "1")]
    [InlineData(110, "2")]
    [InlineData(110, "32")]
    [InlineData(110, "512")]
    [InlineData(110, null)]
    [InlineData(110, "0")]
    [InlineData(110, "lots")]
    [InlineData(0, "1")]
    [InlineData(1, "1")]
    public async Task A_file_of_the_allowed_size_is_not(int lines, string? megabytes)
    {
        var run = new TrainingFileRun { Training = Lines(Enumerable.Range(1, lines).Select(i => Chat($"{i} {Long}", "a"))) };
        if (megabytes is not null)
        {
            run.Options[Key] = megabytes;
        }

        Assert.Empty(await run.OfAsync("LLM5028"));
    }

    [Fact]
    public async Task What_comes_behind_the_limit_is_not_judged_and_what_comes_before_is()
    {
        var file = Lines(Enumerable.Range(1, 110).Select(i => i is 5 or 109 ? "{}" : Chat($"{i} {Long}", "a")));
        var reported = await new TrainingFileRun { Training = file, BaseModel = OpenAIBase, Options = { [Key] = "1" } }.DiagnosticsAsync();
        Assert.Equal(["LLM5020", "LLM5028"], reported.Select(d => d.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_part_is_not_called_too_few() =>
        Assert.Empty(await new TrainingFileRun { Training = Lines(Enumerable.Range(1, 40).Select(i => Chat($"{i} {Long}{Long}{Long}", "a"))), BaseModel = OpenAIBase, Options = { [Key] = "1" } }.OfAsync("LLM5021"));
}
