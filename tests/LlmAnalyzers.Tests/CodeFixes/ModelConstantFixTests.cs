using System;
using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes;
using LlmAnalyzers.Tests.Rules.Models;
using LlmAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;

namespace LlmAnalyzers.Tests.CodeFixes;

/// <summary>Other model ids where constants are declared: the exact text, one by one and all at once.</summary>
public class ModelConstantFixTests
{
    private const string Client = "class C { ChatClient M(string key) => new(MODEL, key); }";

    [Theory]
    [InlineData("\"gpt-5.4\"", "\"gpt-5.4-2026-03-05\"")]
    [InlineData("@\"gpt-5.5\"", "@\"gpt-5.5-2026-04-23\"")]
    [InlineData("\"\"\"gpt-5.2-pro\"\"\"", "\"\"\"gpt-5.2-pro-2025-12-11\"\"\"")]
    [InlineData("\"gpt\\u002d5.4\"", "\"gpt-5.4-2026-03-05\"")]
    [InlineData("/* fast */ \"gpt-5.4-mini\" /* and cheap */", "/* fast */ \"gpt-5.4-mini-2026-03-17\" /* and cheap */")]
    public Task An_alias_becomes_its_snapshot(string before, string after) => VerifyAsync<PinModel>("LLM4001", Client, before, after);

    [Theory]
    [InlineData("LLM4002", "\"gpt-3.5-turbo\"", "\"gpt-5.6-terra\"")]
    [InlineData("LLM4002", "\"gpt-4\"", "\"gpt-5.6-sol\"")]
    [InlineData("LLM4003", "\"gpt-4o\"", "\"gpt-6-luna\"")]
    [InlineData("LLM4003", "\"gpt-5-mini\"", "\"gpt-6.1-terra\"")]
    public Task A_model_that_ends_becomes_its_successor(string rule, string before, string after) => VerifyAsync<ReplaceModel>(rule, Client, before, after);

    [Theory]
    [InlineData("LLM4002", "\"gpt-5.2-chat-latest\"")] // nobody is named
    [InlineData("LLM4003", "\"gpt-5.1\"")]
    public Task Without_a_successor_no_fix_is_offered(string rule, string id) => VerifyAsync<ReplaceModel>(rule, Client, id, "[|" + id + "|]");

    [Theory]
    [InlineData("\"gtp-5.4\"", "\"gpt-5.4\"")]
    [InlineData("\"gpt-4o-mni\"", "\"gpt-4o-mini\"")]
    public Task A_slip_becomes_what_was_meant(string before, string after) => VerifyAsync<CorrectModelName>("LLM4005", Client, before, after);

    [Fact]
    public Task Of_several_that_may_be_meant_none_is_chosen() => VerifyAsync<CorrectModelName>("LLM4005", Client, "\"gpt-4p\"", "[|\"gpt-4p\"|]");

    public static TheoryData<string> Places => [.. ModelSources.Receiving];

    [Theory]
    [MemberData(nameof(Places))]
    public Task The_constant_is_edited_wherever_it_is_written(string code) => VerifyAsync<ReplaceModel>("LLM4002", code, "\"gpt-3.5-turbo\"", "\"gpt-5.6-terra\"");

    [Fact]
    public Task All_constants_of_all_files_are_edited_at_once()
    {
        var test = RuleVerifier.Test<LlmCallAnalyzer, ReplaceModel>(
            "LLM4003",
            "static class Names { public const string Fast = [|\"gpt-4o-mini\"|], Good = [|\"gpt-5\"|]; }",
            "static class Names { public const string Fast = \"gpt-6-luna\", Good = \"gpt-6.1-sol\"; }",
            Sdk.AzureOpenAI);
        const string Uses = "class C { void M(string key) { new OpenAI.Chat.ChatClient(Names.Fast, key); new OpenAI.Chat.ChatClient(Names.Good, key); new OpenAI.Chat.ChatClient(MODEL, key); } }";
        test.TestState.Sources.Add(Uses.Replace("MODEL", "[|\"o3\"|]", StringComparison.Ordinal));
        test.FixedState.Sources.Add(Uses.Replace("MODEL", "\"gpt-6.1-sol\"", StringComparison.Ordinal));
        return test.RunAsync();
    }

    [Fact]
    public Task A_name_that_Azure_receives_too_is_left_alone() => VerifyAsync<ReplaceModel>(
        "LLM4003",
        """
        class C
        {
            const string Model = MODEL;
            ChatClient M(string key) => new(Model, key);
            ChatClient N(string key) => new Azure.AI.OpenAI.AzureOpenAIClient(new Uri("https://x"), new ApiKeyCredential(key)).GetChatClient(Model);
        }
        """,
        "\"gpt-4o\"",
        "[|\"gpt-4o\"|]");

    [Theory]
    [InlineData("LLM4003", "ClaudeSonnet4_5", "ClaudeSonnet5_5")]
    public Task A_member_that_names_a_model_becomes_another_one(string rule, string before, string after) =>
        AnthropicAsync<ReplaceModel>(rule, "[|Model." + before + "|]", "Model." + after);

    [Fact]
    public Task A_member_that_names_an_alias_becomes_its_snapshot() => AnthropicAsync<PinModel>("LLM4001", "[|Model.ClaudeHaiku4_5|]", "Model.ClaudeHaiku4_5_20251001");

    private static Task AnthropicAsync<TFix>(string rule, string before, string after)
        where TFix : CodeFixProvider, new()
    {
        const string Code = """
            using System.Threading.Tasks;
            using Anthropic;
            using Anthropic.Models.Messages;

            class C
            {
                async Task M() => await new AnthropicClient().Messages.Create(new MessageCreateParams { Model = MODEL, MaxTokens = 100, Messages = [] });
            }
            """;
        return RuleVerifier.Test<LlmCallAnalyzer, TFix>(
            rule, Code.Replace("MODEL", before, StringComparison.Ordinal), Code.Replace("MODEL", after, StringComparison.Ordinal), Sdk.Anthropic).RunAsync();
    }

    private static Task VerifyAsync<TFix>(string rule, string code, string before, string after)
        where TFix : CodeFixProvider, new()
    {
        var literal = before.Contains("/*", StringComparison.Ordinal) ? before.Replace("\"gpt-5.4-mini\"", "[|\"gpt-5.4-mini\"|]", StringComparison.Ordinal) : "[|" + before + "|]";
        return RuleVerifier.Test<LlmCallAnalyzer, TFix>(
            rule,
            ModelSources.OpenAI(code.Replace("MODEL", literal, StringComparison.Ordinal)),
            ModelSources.OpenAI(code.Replace("MODEL", after, StringComparison.Ordinal)),
            Sdk.AzureOpenAI).RunAsync();
    }
}
