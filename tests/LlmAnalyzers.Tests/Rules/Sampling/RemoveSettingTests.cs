using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.Rules.Sampling;

/// <summary>The fix of LLM2004 and its kin: the setting goes, and nothing else.</summary>
public class RemoveSettingTests
{
    [Theory]
    [InlineData("{ Temperature = [|0.2f|] }", "{ }")]
    [InlineData("{ Temperature = [|0.2f|], MaxOutputTokenCount = 5000 }", "{ MaxOutputTokenCount = 5000 }")]
    [InlineData("{ MaxOutputTokenCount = 5000, Temperature = [|(float)0.2|] }", "{ MaxOutputTokenCount = 5000 }")]
    [InlineData("{ Temperature = [|Low|], MaxOutputTokenCount = 5000 }", "{ MaxOutputTokenCount = 5000 }")]
    [InlineData("{ ReasoningEffortLevel = [|\"xhigh\"|], Seed = 1 }", "{ Seed = 1 }")]
    [InlineData("{ Seed = 1, IncludeLogProbabilities = [|true|], TopLogProbabilityCount = [|4|] }", "{ Seed = 1 }")]
    public Task A_member_of_an_initialiser(string before, string after) => VerifyAsync(
        "var options = new ChatCompletionOptions " + before + ";",
        "var options = new ChatCompletionOptions " + after + ";");

    [Fact]
    public Task A_statement() => VerifyAsync(
        """
        var options = new ChatCompletionOptions();
        // For the report.
        options.TopP = [|0.3f|]; // narrow
        options.Seed = 3;
        """,
        """
        var options = new ChatCompletionOptions();
        // For the report.
        options.Seed = 3;
        """);

    [Fact]
    public Task Stop_sequences() => VerifyAsync(
        """
        var options = new ChatCompletionOptions { [|StopSequences = { "END" }|], Seed = 3 };
        """,
        """
        var options = new ChatCompletionOptions { Seed = 3 };
        """,
        model: "o3");

    [Fact]
    public Task A_stop_sequence_that_is_added() => VerifyAsync(
        """
        var options = new ChatCompletionOptions();
        [|options.StopSequences.Add("END")|];
        """,
        """
        var options = new ChatCompletionOptions();
        """,
        model: "o3");

    [Fact]
    public Task Chat_options_with_an_effort_in_a_group() => RuleVerifier.VerifyFixAsync<LlmCallAnalyzer, RemoveSetting>(
        "LLM2004",
        Sources.ExtensionsAI("""
            var reply = await client.GetResponseAsync(input, new ChatOptions { ModelId = "gpt-5", Reasoning = [|new() { Effort = ReasoningEffort.None }|] });
            """),
        Sources.ExtensionsAI("""
            var reply = await client.GetResponseAsync(input, new ChatOptions { ModelId = "gpt-5" });
            """),
        Sdk.ExtensionsAIFull);

    [Theory]
    // One way to the call sets another value.
    [InlineData("var options = new ChatCompletionOptions { Temperature = input.Length > 3 ? [|0.2f|] : 1f };")]
    // The same variable is more than the temperature.
    [InlineData("var low = [|0.2f|]; var options = new ChatCompletionOptions(); options.Temperature = low;")]
    public Task No_fix_where_more_than_the_setting_would_go(string options) => VerifyAsync(options, null);

    [Fact]
    public Task No_fix_of_options_that_a_call_of_another_model_shares()
    {
        var source = Sources.OpenAI("""
            ChatCompletion first = await new ChatClient("gpt-5", "key").CompleteChatAsync([new UserChatMessage(input)], [|Options|]);
            ChatCompletion second = await new ChatClient("gpt-4o", "key").CompleteChatAsync([new UserChatMessage(input)], Options);
            """, "private static readonly ChatCompletionOptions Options = new() { Temperature = 0.2f };");
        return RuleVerifier.VerifyFixAsync<LlmCallAnalyzer, RemoveSetting>("LLM2004", source, source, Sdk.OpenAI);
    }

    [Fact]
    public Task Options_that_only_calls_with_the_flaw_share()
    {
        const string calls = """
            ChatCompletion first = await new ChatClient("gpt-5", "key").CompleteChatAsync([new UserChatMessage(input)], [|Options|]);
            ChatCompletion second = await new ChatClient("gpt-5", "key").CompleteChatAsync([new UserChatMessage(input)], [|Options|]);
            """;
        return RuleVerifier.VerifyFixAsync<LlmCallAnalyzer, RemoveSetting>(
            "LLM2004",
            Sources.OpenAI(calls, "private static readonly ChatCompletionOptions Options = new() { Temperature = 0.2f };"),
            Sources.OpenAI(calls.Replace("[|", "", System.StringComparison.Ordinal).Replace("|]", "", System.StringComparison.Ordinal), "private static readonly ChatCompletionOptions Options = new() { };"),
            Sdk.OpenAI);
    }

    [Fact]
    public Task Of_a_pair_top_p_goes() => RuleVerifier.VerifyFixAsync<LlmCallAnalyzer, RemoveSetting>(
        "LLM2003",
        Sources.ExtensionsAI("""
            var options = new ChatOptions { Temperature = 0.3f };
            options.TopP = [|0.5f|];
            var reply = await client.GetResponseAsync(input, options);
            """),
        Sources.ExtensionsAI("""
            var options = new ChatOptions { Temperature = 0.3f };
            var reply = await client.GetResponseAsync(input, options);
            """),
        Sdk.ExtensionsAIFull);

    [Fact]
    public Task An_output_cap_that_is_too_small_goes() => RuleVerifier.VerifyFixAsync<LlmCallAnalyzer, RemoveSetting>(
        "LLM6003",
        Sources.OpenAI("""
            ChatCompletion reply = await new ChatClient("gpt-5", "key").CompleteChatAsync([new UserChatMessage(input)], new ChatCompletionOptions { MaxOutputTokenCount = [|200|], Seed = 3 });
            """),
        Sources.OpenAI("""
            ChatCompletion reply = await new ChatClient("gpt-5", "key").CompleteChatAsync([new UserChatMessage(input)], new ChatCompletionOptions { Seed = 3 });
            """),
        Sdk.OpenAI);

    private static Task VerifyAsync(string before, string? after, string model = "gpt-5")
    {
        var call = $$"""

            ChatCompletion reply = await new ChatClient("{{model}}", "key").CompleteChatAsync([new UserChatMessage(input)], options);
            """;
        const string members = "private const float Low = 0.1f;";
        return RuleVerifier.VerifyFixAsync<LlmCallAnalyzer, RemoveSetting>(
            "LLM2004", Sources.OpenAI(before + call, members), Sources.OpenAI((after ?? before) + call, members), Sdk.OpenAI);
    }
}
