using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes;
using Xunit;

namespace LlmAnalyzers.Tests.CodeFixes;

/// <summary>The format reaches calls in every kind of member.</summary>
public class RequestJsonSchemaMemberTests
{
    [Fact]
    public Task An_expression_body()
        => Fix.OpenAIAsync<RequestJsonSchema>(
            members: """
            Task<ClientResult<ChatCompletion>> Ask(string city) => client.[|CompleteChatAsync|]([new UserChatMessage("Reply with a JSON object." + city)]);

            async Task<JsonDocument> Read(string city) => JsonDocument.Parse((await Ask(city)).Value.Content[0].Text);

            async Task<JsonDocument> ReadAll() => JsonDocument.Parse((await client.[|CompleteChatAsync|]("Name a city. Reply with a JSON object.")).Value.Content[0].Text);
            """,
            fixedMembers: """
            Task<ClientResult<ChatCompletion>> Ask(string city) => client.CompleteChatAsync([new UserChatMessage("Reply with a JSON object." + city)], new ChatCompletionOptions
            {
                ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat(),
            });

            async Task<JsonDocument> Read(string city) => JsonDocument.Parse((await Ask(city)).Value.Content[0].Text);

            async Task<JsonDocument> ReadAll() => JsonDocument.Parse((await client.CompleteChatAsync(["Name a city. Reply with a JSON object."], new ChatCompletionOptions
            {
                ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat(),
            })).Value.Content[0].Text);
            """);

    [Fact]
    public Task A_lambda()
        => Fix.OpenAIAsync<RequestJsonSchema>(
            members: """
            Func<string, Task<JsonDocument>> Read => async city => JsonDocument.Parse((await client.[|CompleteChatAsync|]([$"Reply with a JSON object: {city}"])).Value.Content[0].Text);
            """,
            fixedMembers: """
            Func<string, Task<JsonDocument>> Read => async city => JsonDocument.Parse((await client.CompleteChatAsync([$"Reply with a JSON object: {city}"], new ChatCompletionOptions
            {
                ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat(),
            })).Value.Content[0].Text);
            """);

    [Fact]
    public Task A_local_function()
        => Fix.OpenAIAsync<RequestJsonSchema>(
            members: """
            async Task<JsonDocument> Run()
            {
                return await Read("Rome");

                async Task<JsonDocument> Read(string city)
                {
                    var completion = await client.[|CompleteChatAsync|]([$"Reply with a JSON object: {city}"]);
                    return JsonDocument.Parse(completion.Value.Content[0].Text);
                }
            }
            """,
            fixedMembers: """
            async Task<JsonDocument> Run()
            {
                return await Read("Rome");

                async Task<JsonDocument> Read(string city)
                {
                    var completion = await client.CompleteChatAsync([$"Reply with a JSON object: {city}"], new ChatCompletionOptions
                    {
                        ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat(),
                    });
                    return JsonDocument.Parse(completion.Value.Content[0].Text);
                }
            }
            """);

    [Fact]
    public Task An_async_stream_of_calls()
        => Fix.OpenAIAsync<RequestJsonSchema>(
            members: """
            async IAsyncEnumerable<JsonDocument> Read(string[] cities)
            {
                foreach (var city in cities)
                {
                    ChatCompletion completion = await client.[|CompleteChatAsync|]([$"Reply with a JSON object: {city}"]);
                    yield return JsonDocument.Parse(completion.Content[0].Text);
                }
            }
            """,
            fixedMembers: """
            async IAsyncEnumerable<JsonDocument> Read(string[] cities)
            {
                foreach (var city in cities)
                {
                    ChatCompletion completion = await client.CompleteChatAsync([$"Reply with a JSON object: {city}"], new ChatCompletionOptions
                    {
                        ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat(),
                    });
                    yield return JsonDocument.Parse(completion.Content[0].Text);
                }
            }
            """);

    [Fact]
    public Task A_streamed_reply()
        => Fix.OpenAIAsync<RequestJsonSchema>(
            members: """
            async Task<JsonDocument> Read(string city)
            {
                var text = new System.Text.StringBuilder();
                await foreach (var update in client.[|CompleteChatStreamingAsync|]([$"Reply with a JSON object: {city}"]))
                {
                    text.Append(update.ContentUpdate[0].Text);
                }

                return JsonDocument.Parse(text.ToString());
            }
            """,
            fixedMembers: """
            async Task<JsonDocument> Read(string city)
            {
                var text = new System.Text.StringBuilder();
                await foreach (var update in client.CompleteChatStreamingAsync([$"Reply with a JSON object: {city}"], new ChatCompletionOptions
                {
                    ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat(),
                }))
                {
                    text.Append(update.ContentUpdate[0].Text);
                }

                return JsonDocument.Parse(text.ToString());
            }
            """);

    [Fact]
    public Task Several_calls_at_once()
        => Fix.OpenAIAsync<RequestJsonSchema>(
            members: """
            JsonDocument First(string city) => JsonDocument.Parse(client.[|CompleteChat|]([$"Reply with a JSON object: {city}"]).Value.Content[0].Text);

            JsonDocument Second(string city)
            {
                ChatCompletion completion = client.[|CompleteChat|]([$"Reply with a JSON object: {city}"], new() { Seed = 1 });
                return JsonDocument.Parse(completion.Content[0].Text);
            }
            """,
            fixedMembers: """
            JsonDocument First(string city) => JsonDocument.Parse(client.CompleteChat([$"Reply with a JSON object: {city}"], new ChatCompletionOptions
            {
                ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat(),
            }).Value.Content[0].Text);

            JsonDocument Second(string city)
            {
                ChatCompletion completion = client.CompleteChat([$"Reply with a JSON object: {city}"], new()
                {
                    Seed = 1,
                    ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat(),
                });
                return JsonDocument.Parse(completion.Content[0].Text);
            }
            """);
}
