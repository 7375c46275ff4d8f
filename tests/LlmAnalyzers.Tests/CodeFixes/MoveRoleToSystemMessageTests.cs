using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes;
using Xunit;

namespace LlmAnalyzers.Tests.CodeFixes;

/// <summary>The role moves out of every form a user message can have.</summary>
public class MoveRoleToSystemMessageTests
{
    [Fact]
    public Task A_string_that_is_the_only_message()
        => Fix.OpenAIAsync<MoveRoleToSystemMessage>(
            """
            ChatCompletion completion = await client.[|CompleteChatAsync|]($"You are a friendly shop assistant. Answer this: {input}");
            Console.WriteLine(completion.Content[0].Text);
            """,
            """
            ChatCompletion completion = await client.CompleteChatAsync(
                new SystemChatMessage("You are a friendly shop assistant."),
                $"Answer this: {input}");
            Console.WriteLine(completion.Content[0].Text);
            """);

    [Fact]
    public Task A_user_message_in_a_list()
        => Fix.OpenAIAsync<MoveRoleToSystemMessage>(
            """
            ChatCompletion completion = await client.[|CompleteChatAsync|]([new UserChatMessage("You are a friendly shop assistant. Answer this: " + input)]);
            Console.WriteLine(completion.Content[0].Text);
            """,
            """
            ChatCompletion completion = await client.CompleteChatAsync([
                new SystemChatMessage("You are a friendly shop assistant."),
                new UserChatMessage("Answer this: " + input),
            ]);
            Console.WriteLine(completion.Content[0].Text);
            """);

    [Fact]
    public Task A_user_message_among_params()
        => Fix.OpenAIAsync<MoveRoleToSystemMessage>(
            """
            ChatCompletion completion = await client.[|CompleteChatAsync|](new UserChatMessage($"You are a friendly shop assistant. Answer: {input}"), new AssistantChatMessage("Well:"));
            Console.WriteLine(completion.Content[0].Text);
            """,
            """
            ChatCompletion completion = await client.CompleteChatAsync(
                new SystemChatMessage("You are a friendly shop assistant."),
                new UserChatMessage($"Answer: {input}"),
                new AssistantChatMessage("Well:"));
            Console.WriteLine(completion.Content[0].Text);
            """);

    [Fact]
    public Task A_raw_string_of_several_lines()
        => Fix.OpenAIAsync<MoveRoleToSystemMessage>(
            """"
            ChatCompletion completion = await client.[|CompleteChatAsync|](
                new UserChatMessage(
                    $"""
                    You are a friendly shop assistant.
                    Never promise a discount.

                    Answer this: {input}
                    """));
            Console.WriteLine(completion.Content[0].Text);
            """",
            """"
            ChatCompletion completion = await client.CompleteChatAsync(
                new SystemChatMessage(
                    """
                    You are a friendly shop assistant.
                    Never promise a discount.
                    """),
                new UserChatMessage(
                    $"""
                    Answer this: {input}
                    """));
            Console.WriteLine(completion.Content[0].Text);
            """");

    [Fact]
    public Task A_verbatim_string()
        => Fix.OpenAIAsync<MoveRoleToSystemMessage>(
            """
            ChatCompletion completion = await client.[|CompleteChatAsync|]([$@"You are a friendly shop assistant.
            Answer this: {input}"]);
            Console.WriteLine(completion.Content[0].Text);
            """,
            """
            ChatCompletion completion = await client.CompleteChatAsync([
                new SystemChatMessage("You are a friendly shop assistant."),
                $@"Answer this: {input}",
            ]);
            Console.WriteLine(completion.Content[0].Text);
            """);

    [Fact]
    public Task A_concatenation_over_several_lines()
        => Fix.OpenAIAsync<MoveRoleToSystemMessage>(
            """
            var prompt = "You are a friendly shop assistant. " +
                "Never promise a discount. " +
                "Answer this: " + input;
            ChatCompletion completion = await client.[|CompleteChatAsync|](prompt);
            Console.WriteLine(completion.Content[0].Text);
            """,
            """
            var prompt = "Answer this: " + input;
            ChatCompletion completion = await client.CompleteChatAsync(
                new SystemChatMessage("You are a friendly shop assistant. Never promise a discount."),
                prompt);
            Console.WriteLine(completion.Content[0].Text);
            """);

    [Fact]
    public Task A_local_that_is_read_once()
        => Fix.OpenAIAsync<MoveRoleToSystemMessage>(
            """
            var prompt = $"You are a friendly shop assistant. Answer this: {input}";
            ChatCompletion completion = await client.[|CompleteChatAsync|](prompt);
            Console.WriteLine(completion.Content[0].Text);
            """,
            """
            var prompt = $"Answer this: {input}";
            ChatCompletion completion = await client.CompleteChatAsync(
                new SystemChatMessage("You are a friendly shop assistant."),
                prompt);
            Console.WriteLine(completion.Content[0].Text);
            """);

    [Fact]
    public Task A_local_that_is_read_twice_stays()
        => Fix.OpenAIAsync<MoveRoleToSystemMessage>(
            """
            var prompt = $"You are a friendly shop assistant. Answer this: {input}";
            Console.WriteLine(prompt);
            ChatCompletion completion = await client.[|CompleteChatAsync|](prompt);
            Console.WriteLine(completion.Content[0].Text);
            """);

    [Fact]
    public Task A_constant_stays()
        => Fix.OpenAIAsync<MoveRoleToSystemMessage>(
            """
            ChatCompletion completion = await client.[|CompleteChatAsync|](Prompt + input);
            Console.WriteLine(completion.Content[0].Text);
            """,
            members: """
            private const string Prompt = "You are a friendly shop assistant. Answer this: ";
            """);

    [Fact]
    public Task A_message_made_by_a_factory()
        => Fix.OpenAIAsync<MoveRoleToSystemMessage>(
            """
            ChatCompletion completion = await client.[|CompleteChatAsync|]([ChatMessage.CreateUserMessage("You are a friendly shop assistant. Answer this: " + input)]);
            Console.WriteLine(completion.Content[0].Text);
            """,
            """
            ChatCompletion completion = await client.CompleteChatAsync([
                new SystemChatMessage("You are a friendly shop assistant."),
                ChatMessage.CreateUserMessage("Answer this: " + input),
            ]);
            Console.WriteLine(completion.Content[0].Text);
            """);

    [Fact]
    public Task A_message_in_a_local()
        => Fix.OpenAIAsync<MoveRoleToSystemMessage>(
            """
            var message = new UserChatMessage($"You are a friendly shop assistant. Answer this: {input}");
            ChatCompletion completion = await client.[|CompleteChatAsync|]([message]);
            Console.WriteLine(completion.Content[0].Text);
            """,
            """
            var message = new UserChatMessage($"Answer this: {input}");
            ChatCompletion completion = await client.CompleteChatAsync([
                new SystemChatMessage("You are a friendly shop assistant."),
                message,
            ]);
            Console.WriteLine(completion.Content[0].Text);
            """);

    [Fact]
    public Task A_message_in_a_local_of_two_calls_stays()
        => Fix.OpenAIAsync<MoveRoleToSystemMessage>(
            """
            var message = new UserChatMessage($"You are a friendly shop assistant. Answer this: {input}");
            ChatCompletion other = await client.CompleteChatAsync([new SystemChatMessage("Be brief."), message]);
            ChatCompletion completion = await client.[|CompleteChatAsync|]([message]);
            Console.WriteLine(completion.Content[0].Text);
            """);

    [Fact]
    public Task A_list_with_an_initialiser()
        => Fix.OpenAIAsync<MoveRoleToSystemMessage>(
            """
            var messages = new List<ChatMessage>
            {
                new UserChatMessage($"You are a friendly shop assistant. Answer this: {input}"), // the question
            };
            ChatCompletion completion = await client.[|CompleteChatAsync|](messages);
            Console.WriteLine(completion.Content[0].Text);
            """,
            """
            var messages = new List<ChatMessage>
            {
                new SystemChatMessage("You are a friendly shop assistant."),
                new UserChatMessage($"Answer this: {input}"), // the question
            };
            ChatCompletion completion = await client.CompleteChatAsync(messages);
            Console.WriteLine(completion.Content[0].Text);
            """);

    [Fact]
    public Task A_list_that_is_added_to()
        => Fix.OpenAIAsync<MoveRoleToSystemMessage>(
            """
            var messages = new List<ChatMessage>();
            messages.Add(new UserChatMessage($"You are a friendly shop assistant. Answer this: {input}"));
            ChatCompletion completion = await client.[|CompleteChatAsync|](messages);
            Console.WriteLine(completion.Content[0].Text);
            """,
            """
            var messages = new List<ChatMessage>();
            messages.Add(new SystemChatMessage("You are a friendly shop assistant."));
            messages.Add(new UserChatMessage($"Answer this: {input}"));
            ChatCompletion completion = await client.CompleteChatAsync(messages);
            Console.WriteLine(completion.Content[0].Text);
            """);

    [Fact]
    public Task An_array_of_user_messages_is_widened()
        => Fix.OpenAIAsync<MoveRoleToSystemMessage>(
            """
            var messages = new[] { new UserChatMessage($"You are a friendly shop assistant. Answer this: {input}") };
            ChatCompletion completion = await client.[|CompleteChatAsync|](messages);
            Console.WriteLine(completion.Content[0].Text);
            """,
            """
            var messages = new ChatMessage[]
            {
                new SystemChatMessage("You are a friendly shop assistant."),
                new UserChatMessage($"Answer this: {input}"),
            };
            ChatCompletion completion = await client.CompleteChatAsync(messages);
            Console.WriteLine(completion.Content[0].Text);
            """);

    [Fact]
    public Task A_collection_expression_in_a_variable()
        => Fix.OpenAIAsync<MoveRoleToSystemMessage>(
            """
            ChatMessage[] messages = [new UserChatMessage($"You are a friendly shop assistant. Answer this: {input}")];
            ChatCompletion completion = await client.[|CompleteChatAsync|](messages, new ChatCompletionOptions());
            Console.WriteLine(completion.Content[0].Text);
            """,
            """
            ChatMessage[] messages =
            [
                new SystemChatMessage("You are a friendly shop assistant."),
                new UserChatMessage($"Answer this: {input}"),
            ];
            ChatCompletion completion = await client.CompleteChatAsync(messages, new ChatCompletionOptions());
            Console.WriteLine(completion.Content[0].Text);
            """);

    [Fact]
    public Task A_role_without_a_task_stays()
        => Fix.OpenAIAsync<MoveRoleToSystemMessage>(
            """
            ChatCompletion completion = await client.[|CompleteChatAsync|]("You are a friendly shop assistant.");
            Console.WriteLine(completion.Content[0].Text);
            """);

    [Fact]
    public Task A_role_with_a_hole_in_it_stays()
        => Fix.OpenAIAsync<MoveRoleToSystemMessage>(
            """
            ChatCompletion completion = await client.[|CompleteChatAsync|]($"You are a friendly assistant of {input}. Answer this.");
            Console.WriteLine(completion.Content[0].Text);
            """);

    [Fact]
    public Task Several_calls_at_once()
        => Fix.OpenAIAsync<MoveRoleToSystemMessage>(
            """
            ChatCompletion first = await client.[|CompleteChatAsync|]($"You are a friendly shop assistant. Answer: {input}");
            ChatCompletion completion = await client.[|CompleteChatAsync|]([$"You are a friendly shop assistant. Thank for: {input}"]);
            Console.WriteLine(completion.Content[0].Text);
            """,
            """
            ChatCompletion first = await client.CompleteChatAsync(
                new SystemChatMessage("You are a friendly shop assistant."),
                $"Answer: {input}");
            ChatCompletion completion = await client.CompleteChatAsync([
                new SystemChatMessage("You are a friendly shop assistant."),
                $"Thank for: {input}",
            ]);
            Console.WriteLine(completion.Content[0].Text);
            """);
}
