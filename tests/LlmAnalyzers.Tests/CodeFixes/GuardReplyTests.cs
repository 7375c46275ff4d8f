using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes;
using Xunit;

namespace LlmAnalyzers.Tests.CodeFixes;

/// <summary>LLM7001: a guard between the call and the first use of its reply.</summary>
public class GuardReplyTests
{
    private const string Order = "record Order(string Product, int Quantity);";

    private static string Guard(string name) => $$"""
        if ({{name}}.FinishReason != ChatFinishReason.Stop || {{name}}.Refusal != null)
        {
            throw new InvalidOperationException("The reply is not complete: " + ({{name}}.Refusal ?? {{name}}.FinishReason.ToString()));
        }
        """;

    [Fact]
    public Task Behind_the_variable() => Fix.OpenAIAsync<GuardReply>(
        """
        ChatCompletion completion = await client.CompleteChatAsync(input); // ask
        return [|completion.Content[0]|].Text;
        """,
        $$"""
        ChatCompletion completion = await client.CompleteChatAsync(input); // ask
        {{Guard("completion")}}

        return completion.Content[0].Text;
        """);

    [Fact]
    public Task Behind_the_wrapped_reply_and_before_a_blank_line() => Fix.OpenAIAsync<GuardReply>(
        """
        var result = await client.CompleteChatAsync([new UserChatMessage(input)]).ConfigureAwait(false);

        // Read it.
        return [|JsonSerializer.Deserialize<Order>(result.Value.Content[0].Text)|];
        """,
        $$"""
        var result = await client.CompleteChatAsync([new UserChatMessage(input)]).ConfigureAwait(false);
        {{Guard("result.Value")}}

        // Read it.
        return JsonSerializer.Deserialize<Order>(result.Value.Content[0].Text);
        """,
        Order);

    [Fact]
    public Task Behind_an_unwrapped_one() => Fix.OpenAIAsync<GuardReply>(
        """
        var completion = (await client.CompleteChatAsync(input)).Value;
        return [|completion.Content[0]|].Text;
        """,
        $$"""
        var completion = (await client.CompleteChatAsync(input)).Value;
        {{Guard("completion")}}

        return completion.Content[0].Text;
        """);

    [Fact]
    public Task Behind_an_assignment() => Fix.OpenAIAsync<GuardReply>(
        """
        ChatCompletion? completion = null;
        completion = client.CompleteChat(input);
        Console.WriteLine([|completion.Content[0]|].Text);
        """,
        $$"""
        ChatCompletion? completion = null;
        completion = client.CompleteChat(input);
        {{Guard("completion")}}

        Console.WriteLine(completion.Content[0].Text);
        """);

    [Fact]
    public Task A_chain_gets_a_variable() => Fix.OpenAIAsync<GuardReply>(
        """
        // The shop asks.
        return [|(await client.CompleteChatAsync(input)).Value.Content[0]|].Text;
        """,
        $$"""
        // The shop asks.
        ChatCompletion completion = await client.CompleteChatAsync(input);
        {{Guard("completion")}}

        return completion.Content[0].Text;
        """);

    [Fact]
    public Task A_chain_over_several_lines() => Fix.OpenAIAsync<GuardReply>(
        """
        var completion = "taken";
        var order = [|JsonSerializer.Deserialize<Order>((await client.CompleteChatAsync(
            [
                new SystemChatMessage("You read orders."),
                new UserChatMessage(input + completion), // the mail
            ],
            new ChatCompletionOptions())).Value.Content[0].Text)|];
        return order;
        """,
        $$"""
        var completion = "taken";
        ChatCompletion completion2 = await client.CompleteChatAsync(
            [
                new SystemChatMessage("You read orders."),
                new UserChatMessage(input + completion), // the mail
            ],
            new ChatCompletionOptions());
        {{Guard("completion2")}}

        var order = JsonSerializer.Deserialize<Order>(completion2.Content[0].Text);
        return order;
        """,
        Order);

    [Fact]
    public Task An_expression_body() => Fix.OpenAIAsync<GuardReply>(
        members: """
        public string Ask(string text) => [|client.CompleteChat(text).Value.Content[0]|].Text;

        public async Task<string> AskAsync(string text) =>
            [|(await client.CompleteChatAsync(text)).Value.Content[0]|].Text;
        """,
        fixedMembers: $$"""
        public string Ask(string text)
        {
            ChatCompletion completion = client.CompleteChat(text);
            {{Guard("completion").Replace("\n", "\n    ")}}

            return completion.Content[0].Text;
        }

        public async Task<string> AskAsync(string text)
        {
            ChatCompletion completion = await client.CompleteChatAsync(text);
            {{Guard("completion").Replace("\n", "\n    ")}}

            return completion.Content[0].Text;
        }
        """);

    [Fact]
    public Task A_local_function_that_returns_nothing() => Fix.OpenAIAsync<GuardReply>(
        """
        await Show();
        async Task Show() => Console.WriteLine([|(await client.CompleteChatAsync(input)).Value.Content[0]|].Text);
        """,
        $$"""
        await Show();
        async Task Show()
        {
            ChatCompletion completion = await client.CompleteChatAsync(input);
            {{Guard("completion").Replace("\n", "\n    ")}}

            Console.WriteLine(completion.Content[0].Text);
        }
        """);

    [Fact]
    public Task Chat_responses_are_asked_in_their_own_terms() => Fix.ExtensionsAIAsync<GuardReply>(
        """
        var response = await client.GetResponseAsync(input);
        return [|JsonSerializer.Deserialize<Order>(response.Text)|];
        """,
        """
        var response = await client.GetResponseAsync(input);
        if (response.FinishReason == ChatFinishReason.Length || response.FinishReason == ChatFinishReason.ContentFilter)
        {
            throw new InvalidOperationException("The reply is not complete: " + response.FinishReason);
        }

        return JsonSerializer.Deserialize<Order>(response.Text);
        """,
        Order);

    [Theory]
    [InlineData("return Enumerable.Range(0, 3).Select(i => [|client.CompleteChat(input).Value.Content[0]|].Text).ToList();")]
    [InlineData("return Count() + [|client.CompleteChat(input).Value.Content[0]|].Text;")]
    [InlineData("return input.Length > 3 ? [|client.CompleteChat(input).Value.Content[0]|].Text : null;")]
    [InlineData("return input ?? [|client.CompleteChat(input).Value.Content[0]|].Text;")]
    [InlineData("await foreach (var update in client.CompleteChatStreamingAsync(input)) { Console.Write([|update.ContentUpdate[0]|].Text); }")]
    [InlineData("if (input.Length > 3) return [|client.CompleteChat(input).Value.Content[0]|].Text;")]
    [InlineData("while ([|client.CompleteChat(input).Value.Content[0]|].Text != \"done\") { }")]
    public Task Where_the_order_of_things_would_change_there_is_none(string body) => Fix.OpenAIAsync<GuardReply>(body, members: "static int Count() => 3;");

    [Fact]
    public Task Top_level_statements() => Fix.FileAsync<GuardReply>(
        """
        using OpenAI.Chat;

        var client = new ChatClient("gpt-5.1", "key");
        System.Console.WriteLine([|client.CompleteChat("Who are you?").Value.Content[0]|].Text);
        """,
        """
        using System;
        using OpenAI.Chat;

        var client = new ChatClient("gpt-5.1", "key");
        ChatCompletion completion = client.CompleteChat("Who are you?");
        if (completion.FinishReason != ChatFinishReason.Stop || completion.Refusal != null)
        {
            throw new InvalidOperationException("The reply is not complete: " + (completion.Refusal ?? completion.FinishReason.ToString()));
        }

        System.Console.WriteLine(completion.Content[0].Text);
        """);
}
