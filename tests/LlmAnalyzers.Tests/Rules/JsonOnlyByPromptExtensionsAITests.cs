using System.Threading.Tasks;
using Xunit;

namespace LlmAnalyzers.Tests.Rules;

/// <summary>LLM1001 where Microsoft.Extensions.AI is called.</summary>
public class JsonOnlyByPromptExtensionsAITests() : RuleTests("LLM1001")
{
    private const string Order = "record Order(string Product, int Quantity);";

    /// <summary>A call with the options of a case, whose reply is deserialised.</summary>
    private static string Call(string options) => options + """

        var response = await client.[|GetResponseAsync|]([new ChatMessage(ChatRole.System, "Reply in JSON."), new ChatMessage(ChatRole.User, input)], options);
        return JsonSerializer.Deserialize<Order>(response.Text);
        """;

    [Fact]
    public Task One_text_that_asks_for_JSON() => ReportsExtensionsAIAsync("""
        var response = await client.[|GetResponseAsync|]($"Extract the order from this mail and return it as JSON: {input}");
        return JsonSerializer.Deserialize<Order>(response.Text)!;
        """, Order);

    [Fact]
    public Task A_list_with_options_that_set_no_format() => ReportsExtensionsAIAsync("""
        List<ChatMessage> messages = [new ChatMessage(ChatRole.System, SystemPrompt), new ChatMessage(ChatRole.User, input)];
        ChatResponse response = await client.[|GetResponseAsync|](messages, new ChatOptions { Temperature = 0f, MaxOutputTokens = 400 });
        var json = response.Text.Replace("```json", "").Replace("```", "").Trim();
        return JsonSerializer.Deserialize<Order>(json);
        """, Order + "\nprivate static readonly string SystemPrompt = \"You read orders.\" + \" Output only JSON.\";");

    [Fact]
    public Task Text_as_the_explicit_format() => ReportsExtensionsAIAsync(Call("""
        var options = new ChatOptions { ResponseFormat = ChatResponseFormat.Text };
        """), Order);

    [Fact]
    public Task Instructions_beside_the_messages_ask_for_JSON() => ReportsExtensionsAIAsync("""
        var response = await client.[|GetResponseAsync|](input, new ChatOptions { Instructions = "You read orders. Respond with a JSON object." });
        return response.Text;
        """);

    [Fact]
    public Task A_stream_is_collected_and_deserialised() => ReportsExtensionsAIAsync("""
        var all = "";
        await foreach (var update in client.[|GetStreamingResponseAsync|]([new ChatMessage(ChatRole.System, "You read orders."), new ChatMessage(ChatRole.User, input)]))
        {
            all += update.Text;
        }

        return JsonSerializer.Deserialize<List<Order>>(all);
        """, Order);

    [Fact]
    public Task The_last_message_is_parsed() => ReportsExtensionsAIAsync("""
        var response = await client.[|GetResponseAsync|]([new ChatMessage(ChatRole.System, "You read orders."), new ChatMessage(ChatRole.User, input)]).ConfigureAwait(false);
        using var document = JsonDocument.Parse(response.Messages.Last().Text);
        return document.RootElement.GetProperty("product").GetString();
        """);

    [Fact]
    public Task The_interpolated_reply_is_deserialised() => ReportsExtensionsAIAsync("""
        var response = await client.[|GetResponseAsync|](input);
        return JsonSerializer.Deserialize(response.ToString(), typeof(Order));
        """, Order);

    [Fact]
    public Task A_client_out_of_a_pipeline_that_only_logs() => ReportsExtensionsAIAsync("""
        var logged = client.AsBuilder().UseLogging().UseFunctionInvocation().Build();
        var response = await logged.[|GetResponseAsync|]([new ChatMessage(ChatRole.System, "Reply with JSON."), new ChatMessage(ChatRole.User, input)]);
        return JsonSerializer.Deserialize<Order>(response.Text);
        """, Order);

    [Fact]
    public Task A_client_of_the_project_called_by_its_own_type() => ReportsExtensionsAIAsync("""
        using var own = new Own();
        var response = await own.[|GetResponseAsync|]([new ChatMessage(ChatRole.System, "Reply with JSON."), new ChatMessage(ChatRole.User, input)]);
        return response.Text;
        """, """
        sealed class Own : IChatClient
        {
            public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();
            public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();
            public object? GetService(Type serviceType, object? serviceKey = null) => null;
            public void Dispose() { }
        }
        """);

    [Fact]
    public Task A_schema() => SilentExtensionsAIAsync(Call("""
        var options = new ChatOptions { ResponseFormat = ChatResponseFormat.«ForJsonSchema<Order>()¦Text» };
        """), Order);

    [Fact]
    public Task JSON_mode() => SilentExtensionsAIAsync(Call("""
        ChatOptions options = new() { ResponseFormat = ChatResponseFormat.«Json¦Text» };
        """), Order);

    [Fact]
    public Task A_typed_call() => SilentExtensionsAIAsync("""
        var response = await client.[|GetResponseAsync|]«<Order>¦»([new ChatMessage(ChatRole.System, "Reply in JSON."), new ChatMessage(ChatRole.User, input)]);
        return JsonSerializer.Deserialize<Order>(response.Text);
        """, Order);

    [Fact]
    public Task A_forced_tool() => SilentExtensionsAIAsync(Call("""
        var options = new ChatOptions { Tools = [AIFunctionFactory.Create(() => 1, "order")], ToolMode = ChatToolMode.«RequireAny¦Auto» };
        """), Order);

    [Fact]
    public Task A_tool_forced_by_name() => SilentExtensionsAIAsync(Call("""
        var options = new ChatOptions { Tools = [AIFunctionFactory.Create(() => 1, "order")], ToolMode = ChatToolMode.«RequireSpecific("order")¦Auto» };
        """), Order);

    [Fact]
    public Task A_representation_that_the_hook_makes() => SilentExtensionsAIAsync(Call("""
        var options = new ChatOptions { «RawRepresentationFactory = _ => null¦ModelId = "m"» };
        """), Order);

    [Fact]
    public Task Options_from_outside() => SilentExtensionsAIAsync(Call("""
        var options = «Options?.Clone() ?? new ChatOptions()¦new ChatOptions()»;
        """), Order + "\npublic ChatOptions? Options { get; init; }");

    [Fact]
    public Task A_pipeline_of_the_project_that_sets_the_format() => SilentAsync(WithPipeline(configured: "«o => o.ResponseFormat = ChatResponseFormat.Json¦o => o.Temperature = 0»"));

    [Fact]
    public Task A_pipeline_of_the_project_that_cannot_be_read() => SilentAsync(WithPipeline(configured: "«Set¦o => o.Temperature = 0»"));

    [Fact]
    public Task A_pipeline_in_the_same_member_that_sets_options() => SilentExtensionsAIAsync("""
        var configured = client.AsBuilder().«ConfigureOptions(o => o.ResponseFormat ??= ChatResponseFormat.Json)¦UseLogging()».Build();
        var response = await configured.[|GetResponseAsync|]([new ChatMessage(ChatRole.System, "Reply with JSON."), new ChatMessage(ChatRole.User, input)]);
        return JsonSerializer.Deserialize<Order>(response.Text);
        """, Order);

    [Fact]
    public Task A_middleware_of_the_project_in_front() => SilentExtensionsAIAsync("""
        var response = await «new Strict(client)¦client».[|GetResponseAsync|]([new ChatMessage(ChatRole.System, "Reply with JSON."), new ChatMessage(ChatRole.User, input)]);
        return JsonSerializer.Deserialize<Order>(response.Text);
        """, Order + """

        sealed class Strict(IChatClient inner) : DelegatingChatClient(inner)
        {
            public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
                => base.GetResponseAsync(messages, new ChatOptions { ResponseFormat = ChatResponseFormat.Json }, cancellationToken);
        }
        """);

    [Fact]
    public Task What_a_delegating_client_passes_on() => SilentExtensionsAIAsync("", Order + """

        sealed class Reader(IChatClient inner) : DelegatingChatClient(inner)
        {
            public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
            {
                var response = await base.[|GetResponseAsync|](messages, «options¦new ChatOptions()», cancellationToken);
                _ = JsonSerializer.Deserialize<Order>(response.Text);
                return response;
            }
        }
        """);

    [Fact]
    public Task A_reply_that_is_only_printed() => SilentExtensionsAIAsync("""
        var response = await client.[|GetResponseAsync|]("List three towns as JSON.");
        «Console.WriteLine(response);¦return response.Text;»
        """);

    [Fact]
    public Task A_stream_that_is_only_printed() => SilentExtensionsAIAsync("""
        await foreach (var update in client.[|GetStreamingResponseAsync|]("List three towns as JSON."))
        {
            «Console.Write(update.Text);¦_ = JsonDocument.Parse(update.Text);»
        }
        """);

    [Fact]
    public Task A_prompt_about_JSON_input() => SilentExtensionsAIAsync("""
        var response = await client.[|GetResponseAsync|]($"«Explain the following JSON to a customer¦Return the order in JSON»: {input}");
        return response.Text;
        """);

    [Fact]
    public Task A_model_known_to_have_neither_schema_nor_JSON_mode() => SilentExtensionsAIAsync("""
        var old = new OpenAI.Chat.ChatClient("«gpt-4-32k¦gpt-4o»", "key").AsIChatClient();
        var response = await old.[|GetResponseAsync|]([new ChatMessage(ChatRole.System, "Reply with JSON."), new ChatMessage(ChatRole.User, input)]);
        return JsonSerializer.Deserialize<Order>(response.Text);
        """, Order);

    [Fact]
    public Task An_extension_of_the_project_that_has_the_name_of_the_call() => SilentAsync("""
        using System.Text.Json;
        using System.Threading.Tasks;
        using Microsoft.Extensions.AI;

        static class Own
        {
            public static Task<ChatResponse> GetResponseAsync(this IChatClient client, string prompt, int retries) => Task.FromResult(new ChatResponse());

            static async Task<int[]?> Run(IChatClient client) =>
                JsonSerializer.Deserialize<int[]>((await client.[|GetResponseAsync|]("Reply with a JSON array."«, 3¦»)).Text);
        }
        """);

    private static string WithPipeline(string configured) => $$"""
        using System.Text.Json;
        using System.Threading.Tasks;
        using Microsoft.Extensions.AI;
        using Microsoft.Extensions.DependencyInjection;

        static class Startup
        {
            public static void Add(IServiceCollection services, IChatClient inner) => services.AddChatClient(inner).ConfigureOptions({{configured}});

            static void Set(ChatOptions options) => options.ResponseFormat = ChatResponseFormat.Json;
        }

        class Reader(IChatClient client)
        {
            public async Task<int[]?> ReadAsync(string input)
            {
                var response = await client.[|GetResponseAsync|]([new ChatMessage(ChatRole.System, "Reply with a JSON array."), new ChatMessage(ChatRole.User, input)]);
                return JsonSerializer.Deserialize<int[]>(response.Text);
            }
        }
        """;
}
