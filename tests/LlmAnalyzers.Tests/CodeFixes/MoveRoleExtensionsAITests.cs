using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes;
using Xunit;

namespace LlmAnalyzers.Tests.CodeFixes;

/// <summary>The role moves out of messages of Microsoft.Extensions.AI.</summary>
public class MoveRoleExtensionsAITests
{
    [Fact]
    public Task A_string_becomes_a_list()
        => Fix.ExtensionsAIAsync<MoveRoleToSystemMessage>(
            """
            var response = await client.[|GetResponseAsync|]($"You are a friendly shop assistant. Answer this: {input}");
            Console.WriteLine(response.Text);
            """,
            """
            var response = await client.GetResponseAsync([
                new ChatMessage(ChatRole.System, "You are a friendly shop assistant."),
                new ChatMessage(ChatRole.User, $"Answer this: {input}"),
            ]);
            Console.WriteLine(response.Text);
            """);

    [Fact]
    public Task A_string_given_by_name_becomes_a_list()
        => Fix.ExtensionsAIAsync<MoveRoleToSystemMessage>(
            """
            var response = await client.[|GetResponseAsync|](chatMessage: "You are a friendly shop assistant. Answer this: " + input, options: null);
            Console.WriteLine(response.Text);
            """,
            """
            var response = await client.GetResponseAsync(messages: [
                new ChatMessage(ChatRole.System, "You are a friendly shop assistant."),
                new ChatMessage(ChatRole.User, "Answer this: " + input),
            ], options: null);
            Console.WriteLine(response.Text);
            """);

    [Fact]
    public Task A_message_becomes_a_list()
        => Fix.ExtensionsAIAsync<MoveRoleToSystemMessage>(
            """
            var response = await client.[|GetResponseAsync|](new ChatMessage(ChatRole.User, "You are a friendly shop assistant. Answer this: " + input), new ChatOptions());
            Console.WriteLine(response.Text);
            """,
            """
            var response = await client.GetResponseAsync([
                new ChatMessage(ChatRole.System, "You are a friendly shop assistant."),
                new ChatMessage(ChatRole.User, "Answer this: " + input),
            ], new ChatOptions());
            Console.WriteLine(response.Text);
            """);

    [Fact]
    public Task A_local_string()
        => Fix.ExtensionsAIAsync<MoveRoleToSystemMessage>(
            """"
            var prompt = $"""
                You are a friendly shop assistant.
                Never promise a discount.

                Answer this: {input}
                """;
            var response = await client.[|GetResponseAsync|](prompt);
            Console.WriteLine(response.Text);
            """",
            """"
            var prompt = $"""
                Answer this: {input}
                """;
            var response = await client.GetResponseAsync([
                new ChatMessage(ChatRole.System,
                    """
                    You are a friendly shop assistant.
                    Never promise a discount.
                    """),
                new ChatMessage(ChatRole.User, prompt),
            ]);
            Console.WriteLine(response.Text);
            """");

    [Fact]
    public Task A_collection_expression_of_short_creations()
        => Fix.ExtensionsAIAsync<MoveRoleToSystemMessage>(
            """
            var response = await client.[|GetResponseAsync|]([new(ChatRole.User, "You are a friendly shop assistant. Answer this: " + input)]);
            Console.WriteLine(response.Text);
            """,
            """
            var response = await client.GetResponseAsync([
                new(ChatRole.System, "You are a friendly shop assistant."),
                new(ChatRole.User, "Answer this: " + input),
            ]);
            Console.WriteLine(response.Text);
            """);

    [Fact]
    public Task A_list_that_is_added_to()
        => Fix.ExtensionsAIAsync<MoveRoleToSystemMessage>(
            """
            List<ChatMessage> messages = [];
            messages.Add(new(ChatRole.User, "You are a friendly shop assistant. Answer this: " + input));
            var response = await client.[|GetResponseAsync|](messages);
            Console.WriteLine(response.Text);
            """,
            """
            List<ChatMessage> messages = [];
            messages.Add(new(ChatRole.System, "You are a friendly shop assistant."));
            messages.Add(new(ChatRole.User, "Answer this: " + input));
            var response = await client.GetResponseAsync(messages);
            Console.WriteLine(response.Text);
            """);

    [Fact]
    public Task A_helper_that_makes_the_message_stays()
        => Fix.ExtensionsAIAsync<MoveRoleToSystemMessage>(
            """
            var response = await client.[|GetResponseAsync|]([Message(input)]);
            Console.WriteLine(response.Text);
            """,
            members: """
            static ChatMessage Message(string input) => new(ChatRole.User, "You are a friendly shop assistant. Answer this: " + input);
            """);
}
