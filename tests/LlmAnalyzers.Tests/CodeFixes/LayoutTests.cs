using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes;
using Xunit;

namespace LlmAnalyzers.Tests.CodeFixes;

/// <summary>Comments, directives and strings of several lines stay in good order.</summary>
public class LayoutTests
{
    [Fact]
    public Task Directives_in_an_initialiser()
        => Fix.OpenAIAsync<RequestJsonSchema>(
            """
            var options = new ChatCompletionOptions
            {
            #if DEBUG
                Temperature = 0,
            #endif
                Seed = 1,
            };
            ChatCompletion completion = await client.[|CompleteChatAsync|]([new UserChatMessage("Reply with a JSON object.")], options);
            return JsonDocument.Parse(completion.Content[0].Text);
            """,
            """
            var options = new ChatCompletionOptions
            {
                ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat(),
            #if DEBUG
                Temperature = 0,
            #endif
                Seed = 1,
            };
            ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage("Reply with a JSON object.")], options);
            return JsonDocument.Parse(completion.Content[0].Text);
            """);

    [Fact]
    public Task Comments_between_messages()
        => Fix.OpenAIAsync<InsertSystemMessage>(
            """
            ChatCompletion completion = await client.[|CompleteChatAsync|](
                // the question
                new UserChatMessage("Name a city."), /* and */ new AssistantChatMessage("Well:"));
            Console.WriteLine(completion.Content[0].Text);
            """,
            """
            ChatCompletion completion = await client.CompleteChatAsync(
                new SystemChatMessage("Describe here what the model is for, and the rules that hold for every input."),
                // the question
                new UserChatMessage("Name a city."), /* and */ new AssistantChatMessage("Well:"));
            Console.WriteLine(completion.Content[0].Text);
            """);

    [Fact]
    public Task Directives_between_messages()
        => Fix.OpenAIAsync<InsertSystemMessage>(
            """
            ChatCompletion completion = await client.[|CompleteChatAsync|]([
            #if DEBUG
                new UserChatMessage("Name a city."),
            #else
                new UserChatMessage("Name a river."),
            #endif
            ]);
            Console.WriteLine(completion.Content[0].Text);
            """,
            """
            ChatCompletion completion = await client.CompleteChatAsync([
                new SystemChatMessage("Describe here what the model is for, and the rules that hold for every input."),
            #if DEBUG
                new UserChatMessage("Name a city."),
            #else
                new UserChatMessage("Name a river."),
            #endif
            ]);
            Console.WriteLine(completion.Content[0].Text);
            """);

    [Fact]
    public Task A_raw_string_on_lines_of_its_own()
        => Fix.OpenAIAsync<MoveRoleToSystemMessage>(
            """"
            ChatCompletion completion = await client.[|CompleteChatAsync|](
                $"""
                You are a friendly shop assistant.

                Answer this: {input}
                """);
            Console.WriteLine(completion.Content[0].Text);
            """",
            """"
            ChatCompletion completion = await client.CompleteChatAsync(
                new SystemChatMessage("You are a friendly shop assistant."),
                $"""
                Answer this: {input}
                """);
            Console.WriteLine(completion.Content[0].Text);
            """");

    [Fact]
    public Task A_raw_string_among_arguments_moves_as_a_whole()
        => Fix.ExtensionsAIAsync<MoveRoleToSystemMessage>(
            """"
            var response = await client.[|GetResponseAsync|](
                $"""
                You are a friendly shop assistant.
                Never promise a discount.

                Answer this: {input}
                """,
                new ChatOptions { Temperature = 0 });
            Console.WriteLine(response.Text);
            """",
            """"
            var response = await client.GetResponseAsync(
                [
                    new ChatMessage(ChatRole.System,
                        """
                        You are a friendly shop assistant.
                        Never promise a discount.
                        """),
                    new ChatMessage(ChatRole.User,
                        $"""
                        Answer this: {input}
                        """),
                ],
                new ChatOptions { Temperature = 0 });
            Console.WriteLine(response.Text);
            """");

    [Fact]
    public Task A_raw_string_that_begins_on_the_line_of_the_call()
        => Fix.ExtensionsAIAsync<MoveRoleToSystemMessage>(
            """"
            var response = await client.[|GetResponseAsync|]($"""
                You are a friendly shop assistant.
                Answer this: {input}
                """);
            Console.WriteLine(response.Text);
            """",
            """"
            var response = await client.GetResponseAsync([
                new ChatMessage(ChatRole.System, "You are a friendly shop assistant."),
                new ChatMessage(ChatRole.User,
                    $"""
                    Answer this: {input}
                    """),
            ]);
            Console.WriteLine(response.Text);
            """");

    [Fact]
    public Task A_raw_string_in_a_list_on_one_line()
        => Fix.OpenAIAsync<MoveRoleToSystemMessage>(
            """"
            ChatCompletion completion = await client.[|CompleteChatAsync|]([new UserChatMessage($"""
                You are a friendly shop assistant.
                Answer this: {input}
                """)]);
            Console.WriteLine(completion.Content[0].Text);
            """",
            """"
            ChatCompletion completion = await client.CompleteChatAsync([
                new SystemChatMessage("You are a friendly shop assistant."),
                new UserChatMessage($"""
                Answer this: {input}
                """),
            ]);
            Console.WriteLine(completion.Content[0].Text);
            """");

    [Fact]
    public Task Streams_and_lambdas()
        => Fix.OpenAIAsync<MoveRoleToSystemMessage>(
            members: """
            async IAsyncEnumerable<string> Stream(string input)
            {
                await foreach (var update in client.[|CompleteChatStreamingAsync|]($"You are a guide. Describe {input}."))
                {
                    yield return update.ContentUpdate[0].Text;
                }
            }

            Func<string, Task<ClientResult<ChatCompletion>>> Ask => input => client.[|CompleteChatAsync|]($"You are a guide. Describe {input}.");
            """,
            fixedMembers: """
            async IAsyncEnumerable<string> Stream(string input)
            {
                await foreach (var update in client.CompleteChatStreamingAsync(
                    new SystemChatMessage("You are a guide."),
                    $"Describe {input}."))
                {
                    yield return update.ContentUpdate[0].Text;
                }
            }

            Func<string, Task<ClientResult<ChatCompletion>>> Ask => input => client.CompleteChatAsync(
                new SystemChatMessage("You are a guide."),
                $"Describe {input}.");
            """);

    [Fact]
    public Task The_argument_of_a_helper_with_a_default()
        => Fix.OpenAIAsync<SetTemperatureToZero>(
            members: """
            async Task<bool> IsUrgent(string text)
            {
                ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("Answer yes or no only."), new UserChatMessage(text)], Options(temperature: [|0.7f|]));
                return completion.Content[0].Text == "yes";
            }

            static ChatCompletionOptions Options(float temperature = 0.9f) => new() { Temperature = temperature };
            """,
            fixedMembers: """
            async Task<bool> IsUrgent(string text)
            {
                ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("Answer yes or no only."), new UserChatMessage(text)], Options(temperature: 0f));
                return completion.Content[0].Text == "yes";
            }

            static ChatCompletionOptions Options(float temperature = 0.9f) => new() { Temperature = temperature };
            """);
}
