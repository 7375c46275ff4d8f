using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes;
using Xunit;

namespace LlmAnalyzers.Tests.CodeFixes;

/// <summary>JSON mode where no schema can be made, and nothing where it would break the reading.</summary>
public class JsonModeTests
{
    [Fact]
    public Task An_object_asked_for_by_name()
        => Fix.OpenAIAsync<RequestJsonSchema>(
            """
            ChatCompletion completion = await client.[|CompleteChatAsync|]([new UserChatMessage("Reply with a JSON object.")]);
            return JsonDocument.Parse(completion.Content[0].Text).RootElement.GetProperty("name").GetString();
            """,
            """
            ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage("Reply with a JSON object.")], new ChatCompletionOptions
            {
                ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat(),
            });
            return JsonDocument.Parse(completion.Content[0].Text).RootElement.GetProperty("name").GetString();
            """);

    [Fact]
    public Task A_list_inside_the_object()
        => Fix.OpenAIAsync<RequestJsonSchema>(
            """
            ChatCompletion completion = await client.[|CompleteChatAsync|]([new UserChatMessage("Reply with a JSON object that has the list cities.")]);
            return JsonDocument.Parse(completion.Content[0].Text).RootElement.GetProperty("cities").EnumerateArray().Count();
            """,
            """
            ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage("Reply with a JSON object that has the list cities.")], new ChatCompletionOptions
            {
                ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat(),
            });
            return JsonDocument.Parse(completion.Content[0].Text).RootElement.GetProperty("cities").EnumerateArray().Count();
            """);

    [Fact]
    public Task A_list_inside_a_node()
        => Fix.OpenAIAsync<RequestJsonSchema>(
            """
            ChatCompletion completion = await client.[|CompleteChatAsync|]([new UserChatMessage("Reply with a JSON object that has the list cities.")]);
            return System.Text.Json.Nodes.JsonNode.Parse(completion.Content[0].Text)!["cities"]!.AsArray().Count;
            """,
            """
            ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage("Reply with a JSON object that has the list cities.")], new ChatCompletionOptions
            {
                ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat(),
            });
            return System.Text.Json.Nodes.JsonNode.Parse(completion.Content[0].Text)!["cities"]!.AsArray().Count;
            """);

    [Fact]
    public Task A_list_at_the_root_stays()
        => Fix.OpenAIAsync<RequestJsonSchema>(
            """
            ChatCompletion completion = await client.[|CompleteChatAsync|]([new UserChatMessage("Name cities in JSON.")]);
            return JsonDocument.Parse(completion.Content[0].Text).RootElement.EnumerateArray().Count();
            """);

    [Fact]
    public Task A_prompt_that_wants_an_array_stays()
        => Fix.OpenAIAsync<RequestJsonSchema>(
            """
            ChatCompletion completion = await client.[|CompleteChatAsync|]([new UserChatMessage("Name three cities as a JSON array.")]);
            return JsonDocument.Parse(completion.Content[0].Text);
            """);

    [Fact]
    public Task A_prompt_that_does_not_say_JSON_stays()
        => Fix.OpenAIAsync<RequestJsonSchema>(
            """
            ChatCompletion completion = await client.[|CompleteChatAsync|]([new UserChatMessage(input)]);
            return JsonDocument.Parse(completion.Content[0].Text);
            """);

    [Fact]
    public Task A_prompt_that_does_not_say_the_word_stays()
        => Fix.OpenAIAsync<RequestJsonSchema>(
            """
            ChatCompletion completion = await client.[|CompleteChatAsync|]([new UserChatMessage("Answer like this: { \"name\": \"Rome\" }")]);
            return JsonDocument.Parse(completion.Content[0].Text);
            """);

    [Fact]
    public Task A_model_without_schemas_gets_JSON_mode()
        => Fix.OpenAIAsync<RequestJsonSchema>(
            """
            var chat = new ChatClient("gpt-4-turbo", "key");
            ChatCompletion completion = await chat.[|CompleteChatAsync|]([new UserChatMessage("Score this. Reply with a JSON object.")]);
            return JsonSerializer.Deserialize<Score>(completion.Content[0].Text);
            """,
            """
            var chat = new ChatClient("gpt-4-turbo", "key");
            ChatCompletion completion = await chat.CompleteChatAsync([new UserChatMessage("Score this. Reply with a JSON object.")], new ChatCompletionOptions
            {
                ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat(),
            });
            return JsonSerializer.Deserialize<Score>(completion.Content[0].Text);
            """,
            members: "record Score(int Points);");

    [Fact]
    public Task A_model_behind_another_endpoint_gets_no_schema()
        => Fix.OpenAIAsync<RequestJsonSchema>(
            """
            var chat = new ChatClient("my-model", new ApiKeyCredential("key"), new OpenAIClientOptions { Endpoint = new Uri("http://localhost:8080") });
            ChatCompletion completion = await chat.[|CompleteChatAsync|]([new UserChatMessage("Score this. Reply with a JSON object.")]);
            return JsonSerializer.Deserialize<Score>(completion.Content[0].Text);
            """,
            members: "record Score(int Points);");
}
