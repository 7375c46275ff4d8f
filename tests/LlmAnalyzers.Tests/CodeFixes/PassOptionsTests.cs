using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes;
using Xunit;

namespace LlmAnalyzers.Tests.CodeFixes;

/// <summary>LLM7003: the options are passed to the call that goes out without.</summary>
public class PassOptionsTests
{
    [Theory]
    [InlineData("await client.CompleteChatAsync([new UserChatMessage(input)]", ");")]
    [InlineData("await client.CompleteChatAsync([new UserChatMessage(input)]", ", cancellationToken: default);")]
    public Task To_the_only_call(string call, string rest) => Fix.OpenAIAsync<PassOptions>(
        "var [|options|] = new ChatCompletionOptions { Temperature = 0 };\n" + call + rest,
        "var options = new ChatCompletionOptions { Temperature = 0 };\n" + call + ", options" + rest);

    [Fact]
    public Task The_messages_become_a_list() => Fix.OpenAIAsync<PassOptions>(
        """
        var [|options|] = new ChatCompletionOptions { Temperature = 0 };
        ChatCompletion completion = await client.CompleteChatAsync(new SystemChatMessage("You read orders."), new UserChatMessage(input));
        """,
        """
        var options = new ChatCompletionOptions { Temperature = 0 };
        ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("You read orders."), new UserChatMessage(input)], options);
        """);

    [Fact]
    public Task To_the_one_that_has_none() => Fix.OpenAIAsync<PassOptions>(
        """
        var [|strict|] = new ChatCompletionOptions { Temperature = 0 };
        var loose = new ChatCompletionOptions { Temperature = 1 };
        await client.CompleteChatAsync([new UserChatMessage(input)], loose);
        await client.CompleteChatAsync([new UserChatMessage(input)]);
        """,
        """
        var strict = new ChatCompletionOptions { Temperature = 0 };
        var loose = new ChatCompletionOptions { Temperature = 1 };
        await client.CompleteChatAsync([new UserChatMessage(input)], loose);
        await client.CompleteChatAsync([new UserChatMessage(input)], strict);
        """);

    [Fact]
    public Task Chat_options() => Fix.ExtensionsAIAsync<PassOptions>(
        """
        ChatOptions [|options|] = new() { Temperature = 0 };
        var response = await client.GetResponseAsync(input, cancellationToken: default);
        """,
        """
        ChatOptions options = new() { Temperature = 0 };
        var response = await client.GetResponseAsync(input, options, cancellationToken: default);
        """);

    [Theory]
    [InlineData("await client.CompleteChatAsync(input);\nvar [|options|] = new ChatCompletionOptions { Temperature = 0 };")]
    [InlineData("var [|options|] = new ChatCompletionOptions { Temperature = 0 };\nawait client.CompleteChatAsync(input);\nawait client.CompleteChatAsync(input);")]
    [InlineData("{ var [|options|] = new ChatCompletionOptions { Temperature = 0 }; }\nawait client.CompleteChatAsync(input);")]
    [InlineData("var [|options|] = new ChatCompletionOptions { Temperature = 0 };")]
    [InlineData("var [|a|] = new ChatCompletionOptions { Temperature = 0 };\nawait client.CompleteChatAsync([new UserChatMessage(input)], new ChatCompletionOptions());")]
    public Task None_where_it_is_not_sure_which_call_is_meant(string body) => Fix.OpenAIAsync<PassOptions>(body);
}
