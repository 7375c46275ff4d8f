using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes;
using Xunit;

namespace LlmAnalyzers.Tests.CodeFixes;

/// <summary>A message to fill in, where no role can be moved.</summary>
public class InsertSystemMessageTests
{
    [Fact]
    public void There_is_no_Fix_All_because_a_human_writes_the_text()
        => Assert.Null(new InsertSystemMessage().GetFixAllProvider());

    [Fact]
    public Task A_string_gets_a_message_before_it()
        => Fix.OpenAIAsync<InsertSystemMessage>(
            """
            ChatCompletion completion = await client.[|CompleteChatAsync|]("Name a city.");
            Console.WriteLine(completion.Content[0].Text);
            """,
            """
            ChatCompletion completion = await client.CompleteChatAsync(
                new SystemChatMessage("Describe here what the model is for, and the rules that hold for every input."),
                "Name a city.");
            Console.WriteLine(completion.Content[0].Text);
            """);

    [Fact]
    public Task A_list_gets_a_message_before_the_others()
        => Fix.OpenAIAsync<InsertSystemMessage>(
            """
            var messages = new List<ChatMessage>
            {
                // the question
                new UserChatMessage("Name a city."),
            };
            ChatCompletion completion = await client.[|CompleteChatAsync|](messages);
            Console.WriteLine(completion.Content[0].Text);
            """,
            """
            var messages = new List<ChatMessage>
            {
                new SystemChatMessage("Describe here what the model is for, and the rules that hold for every input."),
                // the question
                new UserChatMessage("Name a city."),
            };
            ChatCompletion completion = await client.CompleteChatAsync(messages);
            Console.WriteLine(completion.Content[0].Text);
            """);

    [Fact]
    public Task A_role_that_cannot_be_cut_off_leaves_it_at_that()
        => Fix.OpenAIAsync<InsertSystemMessage>(
            """
            ChatCompletion completion = await client.[|CompleteChatAsync|]("You are a friendly shop assistant.");
            Console.WriteLine(completion.Content[0].Text);
            """,
            """
            ChatCompletion completion = await client.CompleteChatAsync(
                new SystemChatMessage("Describe here what the model is for, and the rules that hold for every input."),
                "You are a friendly shop assistant.");
            Console.WriteLine(completion.Content[0].Text);
            """);

    [Fact]
    public Task A_role_that_can_be_moved_is_left_to_the_other_fix()
        => Fix.OpenAIAsync<InsertSystemMessage>(
            """
            ChatCompletion completion = await client.[|CompleteChatAsync|]("You are a friendly shop assistant. Name a city.");
            Console.WriteLine(completion.Content[0].Text);
            """);

    [Fact]
    public Task A_string_of_Microsoft_Extensions_AI_becomes_a_list()
        => Fix.ExtensionsAIAsync<InsertSystemMessage>(
            """
            var response = await client.[|GetResponseAsync|]("Name a city.", new ChatOptions { Temperature = 0 });
            Console.WriteLine(response.Text);
            """,
            """
            var response = await client.GetResponseAsync([
                new ChatMessage(ChatRole.System, "Describe here what the model is for, and the rules that hold for every input."),
                new ChatMessage(ChatRole.User, "Name a city."),
            ], new ChatOptions { Temperature = 0 });
            Console.WriteLine(response.Text);
            """);

    [Fact]
    public Task A_message_that_is_all_input_gets_one_before_it()
        => Fix.ExtensionsAIAsync<InsertSystemMessage>(
            """
            var response = await client.[|GetResponseAsync|]([new ChatMessage(ChatRole.User, input)]);
            Console.WriteLine(response.Text);
            """,
            """
            var response = await client.GetResponseAsync([
                new ChatMessage(ChatRole.System, "Describe here what the model is for, and the rules that hold for every input."),
                new ChatMessage(ChatRole.User, input),
            ]);
            Console.WriteLine(response.Text);
            """);

    [Fact]
    public Task A_shared_list_of_two_calls()
        => Fix.OpenAIAsync<InsertSystemMessage>(
            """
            ChatMessage[] messages = [new UserChatMessage("Name a city.")];
            ChatCompletion first = await client.[|CompleteChatAsync|](messages);
            ChatCompletion completion = await client.[|CompleteChatAsync|](messages);
            Console.WriteLine(completion.Content[0].Text);
            """,
            """
            ChatMessage[] messages =
            [
                new SystemChatMessage("Describe here what the model is for, and the rules that hold for every input."),
                new UserChatMessage("Name a city."),
            ];
            ChatCompletion first = await client.CompleteChatAsync(messages);
            ChatCompletion completion = await client.CompleteChatAsync(messages);
            Console.WriteLine(completion.Content[0].Text);
            """);
}
