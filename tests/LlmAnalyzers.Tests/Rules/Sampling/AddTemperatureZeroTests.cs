using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.Rules.Sampling;

/// <summary>The fix of LLM2002.</summary>
public class AddTemperatureZeroTests
{
    [Theory]
    [InlineData("", ", new ChatCompletionOptions { Temperature = 0f }")]
    [InlineData(", new ChatCompletionOptions()", ", new ChatCompletionOptions { Temperature = 0f }")]
    [InlineData(", new ChatCompletionOptions { MaxOutputTokenCount = 5 }", ", new ChatCompletionOptions { MaxOutputTokenCount = 5, Temperature = 0f }")]
    [InlineData(", new ChatCompletionOptions { Temperature = null }", ", new ChatCompletionOptions { Temperature = 0f }")]
    [InlineData(", options: null", ", options: new ChatCompletionOptions { Temperature = 0f }")]
    [InlineData(", cancellationToken: default", ", new ChatCompletionOptions { Temperature = 0f }, cancellationToken: default")]
    public Task Options_in_the_call(string before, string after) => VerifyAsync(Body("[|CompleteChatAsync|]", before), Body("CompleteChatAsync", after));

    [Fact]
    public Task Options_built_before() => VerifyAsync(
        "var options = new ChatCompletionOptions();\n" + Body("[|CompleteChatAsync|]", ", options"),
        "var options = new ChatCompletionOptions { Temperature = 0f };\n" + Body("CompleteChatAsync", ", options"));

    [Fact]
    public Task No_fix_of_options_that_a_call_without_the_flaw_shares()
    {
        var source = "var options = new ChatCompletionOptions();\nawait client.CompleteChatAsync([new UserChatMessage(\"Write a poem.\")], options);\n" + Body("[|CompleteChatAsync|]", ", options");
        return VerifyAsync(source, source);
    }

    private static string Body(string method, string options) => $$"""
        var chat = new ChatClient("gpt-4o", "key");
        ChatMessage[] messages = [new SystemChatMessage("Answer YES or NO only."), new UserChatMessage(input)];
        var reply = await chat
            .{{method}}(messages{{options}});
        return reply.Value.Content[0].Text == "YES";
        """;

    private static Task VerifyAsync(string before, string after) =>
        RuleVerifier.VerifyFixAsync<LlmCallAnalyzer, AddTemperatureZero>("LLM2002", Sources.OpenAI(before), Sources.OpenAI(after), Sdk.OpenAI);
}
