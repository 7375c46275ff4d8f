using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes;
using Xunit;

namespace LlmAnalyzers.Tests.CodeFixes;

/// <summary>Microsoft.Extensions.AI makes the schema from the type.</summary>
public class RequestJsonSchemaExtensionsAITests
{
    [Fact]
    public Task A_string_call_keeps_its_string()
        => Fix.ExtensionsAIAsync<RequestJsonSchema>(
            """
            var response = await client.[|GetResponseAsync|]("Score this. Reply with JSON only.");
            return JsonSerializer.Deserialize<Score>(response.Text);
            """,
            """
            var response = await client.GetResponseAsync("Score this. Reply with JSON only.", new ChatOptions
            {
                ResponseFormat = ChatResponseFormat.ForJsonSchema<Score>(JsonSerializerOptions.Default),
            });
            return JsonSerializer.Deserialize<Score>(response.Text);
            """,
            members: "record Score(int Points);");

    [Fact]
    public Task Options_in_place()
        => Fix.ExtensionsAIAsync<RequestJsonSchema>(
            """
            var response = await client.[|GetResponseAsync|]([new ChatMessage(ChatRole.User, "Reply with JSON only.")], new() { Temperature = 0 });
            return JsonSerializer.Deserialize<Score>(response.Text);
            """,
            """
            var response = await client.GetResponseAsync([new ChatMessage(ChatRole.User, "Reply with JSON only.")], new()
            {
                Temperature = 0,
                ResponseFormat = ChatResponseFormat.ForJsonSchema<Score>(JsonSerializerOptions.Default),
            });
            return JsonSerializer.Deserialize<Score>(response.Text);
            """,
            members: "record Score(int Points);");

    [Fact]
    public Task Options_of_the_web_defaults()
        => Fix.ExtensionsAIAsync<RequestJsonSchema>(
            """
            var options = new ChatOptions { Seed = 1 };
            var response = await client.[|GetResponseAsync|]([new ChatMessage(ChatRole.User, "Reply with JSON only.")], options);
            return JsonSerializer.Deserialize<Score>(response.Text, new JsonSerializerOptions(JsonSerializerDefaults.Web));
            """,
            """
            var options = new ChatOptions
            {
                Seed = 1,
                ResponseFormat = ChatResponseFormat.ForJsonSchema<Score>(JsonSerializerOptions.Web),
            };
            var response = await client.GetResponseAsync([new ChatMessage(ChatRole.User, "Reply with JSON only.")], options);
            return JsonSerializer.Deserialize<Score>(response.Text, new JsonSerializerOptions(JsonSerializerDefaults.Web));
            """,
            members: "record Score(int Points);");

    [Fact]
    public Task Options_of_a_static_field()
        => Fix.ExtensionsAIAsync<RequestJsonSchema>(
            """
            var response = await client.[|GetResponseAsync|]([new ChatMessage(ChatRole.User, "Reply with JSON only.")], new ChatOptions());
            return JsonSerializer.Deserialize<Score>(response.Text, Json);
            """,
            """
            var response = await client.GetResponseAsync([new ChatMessage(ChatRole.User, "Reply with JSON only.")], new ChatOptions
            {
                ResponseFormat = ChatResponseFormat.ForJsonSchema<Score>(Json),
            });
            return JsonSerializer.Deserialize<Score>(response.Text, Json);
            """,
            members: """
            private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

            record Score(int TotalPoints);
            """);

    [Fact]
    public Task Options_of_a_local_made_after_the_call_stay()
        => Fix.ExtensionsAIAsync<RequestJsonSchema>(
            """
            var options = new ChatOptions();
            var response = await client.[|GetResponseAsync|]([new ChatMessage(ChatRole.User, "Reply with JSON only.")], options);
            var json = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
            return JsonSerializer.Deserialize<Score>(response.Text, json);
            """,
            members: "record Score(int TotalPoints);");

    [Fact]
    public Task Options_of_a_local_made_before_the_call()
        => Fix.ExtensionsAIAsync<RequestJsonSchema>(
            """
            var json = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
            var options = new ChatOptions { Temperature = 0 };
            var response = await client.[|GetResponseAsync|]([new ChatMessage(ChatRole.User, "Reply with JSON only.")], options);
            return JsonSerializer.Deserialize<Score>(response.Text, json);
            """,
            """
            var json = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
            var options = new ChatOptions
            {
                Temperature = 0,
                ResponseFormat = ChatResponseFormat.ForJsonSchema<Score>(json),
            };
            var response = await client.GetResponseAsync([new ChatMessage(ChatRole.User, "Reply with JSON only.")], options);
            return JsonSerializer.Deserialize<Score>(response.Text, json);
            """,
            members: "record Score(int TotalPoints);");

    [Fact]
    public Task A_typeless_reply_gets_JSON_mode()
        => Fix.ExtensionsAIAsync<RequestJsonSchema>(
            """
            var response = await client.[|GetResponseAsync|]("Score this. Reply with a JSON object.", new ChatOptions { Temperature = 0 });
            return JsonDocument.Parse(response.Text);
            """,
            """
            var response = await client.GetResponseAsync("Score this. Reply with a JSON object.", new ChatOptions
            {
                Temperature = 0,
                ResponseFormat = ChatResponseFormat.Json,
            });
            return JsonDocument.Parse(response.Text);
            """);

    [Fact]
    public Task A_format_that_says_text_is_replaced()
        => Fix.ExtensionsAIAsync<RequestJsonSchema>(
            """
            var response = await client.[|GetResponseAsync|]("Score this. Reply with a JSON object.", new ChatOptions { ResponseFormat = ChatResponseFormat.Text });
            return JsonDocument.Parse(response.Text);
            """,
            """
            var response = await client.GetResponseAsync("Score this. Reply with a JSON object.", new ChatOptions { ResponseFormat = ChatResponseFormat.Json });
            return JsonDocument.Parse(response.Text);
            """);

    [Fact]
    public Task A_list_stays()
        => Fix.ExtensionsAIAsync<RequestJsonSchema>(
            """
            var response = await client.[|GetResponseAsync|]([new ChatMessage(ChatRole.User, "Reply with JSON only.")], new ChatOptions());
            return JsonSerializer.Deserialize<List<Score>>(response.Text);
            """,
            members: "record Score(int Points);");

    [Fact]
    public Task A_cloned_field_that_a_poem_clones_too_stays()
        => Fix.ExtensionsAIAsync<RequestJsonSchema>(
            """
            var poem = Exact.Clone();
            poem.Temperature = 1;
            Console.WriteLine(await client.GetResponseAsync("Write a poem.", poem));
            var response = await client.[|GetResponseAsync|]([new ChatMessage(ChatRole.User, "Reply with JSON only.")], Exact);
            return JsonSerializer.Deserialize<Score>(response.Text);
            """,
            members: """
            private static readonly ChatOptions Exact = new() { Temperature = 0 };

            record Score(int Points);
            """);

    [Fact]
    public Task Two_ways_to_read_the_JSON_share_no_format()
        => Fix.ExtensionsAIAsync<RequestJsonSchema>(
            """
            var first = await client.[|GetResponseAsync|]([new ChatMessage(ChatRole.User, "Reply with JSON only.")], Exact);
            var second = await client.[|GetResponseAsync|]([new ChatMessage(ChatRole.User, "Reply with JSON only.")], Exact);
            return (JsonSerializer.Deserialize<Score>(first.Text), JsonSerializer.Deserialize<Score>(second.Text, JsonSerializerOptions.Web));
            """,
            members: """
            private static readonly ChatOptions Exact = new() { Temperature = 0 };

            record Score(int Points);
            """);

    [Fact]
    public Task Named_arguments_stay_named()
        => Fix.ExtensionsAIAsync<RequestJsonSchema>(
            """
            var response = await client.[|GetResponseAsync|](chatMessage: "Score this. Reply with JSON only.", cancellationToken: default);
            return JsonSerializer.Deserialize<Score>(response.Text);
            """,
            """
            var response = await client.GetResponseAsync(chatMessage: "Score this. Reply with JSON only.", options: new ChatOptions
            {
                ResponseFormat = ChatResponseFormat.ForJsonSchema<Score>(JsonSerializerOptions.Default),
            }, cancellationToken: default);
            return JsonSerializer.Deserialize<Score>(response.Text);
            """,
            members: "record Score(int Points);");
}
