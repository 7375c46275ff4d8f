using System.Threading.Tasks;
using Xunit;

namespace LlmAnalyzers.Tests.Rules;

/// <summary>LLM1001 where the package OpenAI is called, silent cases.</summary>
public class JsonOnlyByPromptOpenAISilentTests() : RuleTests("LLM1001")
{
    private const string Order = "record Order(string Product, int Quantity);";

    /// <summary>A call with the options of a case, whose reply is deserialised.</summary>
    private static string Call(string options) => options + """

        ChatCompletion completion = await client.[|CompleteChatAsync|]([new SystemChatMessage("Reply in JSON."), new UserChatMessage(input)], options);
        return JsonSerializer.Deserialize<Order>(completion.Content[0].Text);
        """;

    [Fact]
    public Task A_strict_schema() => SilentOpenAIAsync(Call("""
        var options = new ChatCompletionOptions { ResponseFormat = «ChatResponseFormat.CreateJsonSchemaFormat("order", BinaryData.FromString("{}"), jsonSchemaIsStrict: true)¦null» };
        """), Order);

    [Fact]
    public Task A_schema_that_is_not_strict() => SilentOpenAIAsync(Call("""
        var options = new ChatCompletionOptions { ResponseFormat = ChatResponseFormat.«CreateJsonSchemaFormat("order", BinaryData.FromString("{}"))¦CreateTextFormat()» };
        """), Order);

    [Fact]
    public Task JSON_mode() => SilentOpenAIAsync(Call("""
        ChatCompletionOptions options = new() { Temperature = 0, ResponseFormat = ChatResponseFormat.Create«JsonObject¦Text»Format() };
        """), Order);

    [Fact]
    public Task A_format_set_after_the_options_are_made() => SilentOpenAIAsync(Call("""
        var options = new ChatCompletionOptions();
        options.MaxOutputTokenCount = 300;
        «options.ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat();¦»
        """), Order);

    [Fact]
    public Task A_format_on_only_some_ways() => SilentOpenAIAsync(Call("""
        var options = new ChatCompletionOptions();
        if (input.Length > 10)
        {
            options.«ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat()¦Seed = 1»;
        }
        """), Order);

    [Fact]
    public Task A_format_that_a_factory_of_the_project_sets() => SilentOpenAIAsync(Call("""
        var options = Options();
        """), Order + """

        static ChatCompletionOptions Options() => new() { Temperature = 0, «ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat(),¦» };
        """);

    [Fact]
    public Task Options_from_outside() => SilentOpenAIAsync("", Order + """

        internal async Task<object?> ReadAsync(string input, ChatCompletionOptions given)
        {
            «var options = given;¦var options = new ChatCompletionOptions();»
            ChatCompletion completion = await client.[|CompleteChatAsync|]([new SystemChatMessage("Reply in JSON."), new UserChatMessage(input)], options);
            return JsonSerializer.Deserialize<Order>(completion.Content[0].Text);
        }
        """);

    [Fact]
    public Task A_format_from_outside() => SilentOpenAIAsync(Call("""
        var options = new ChatCompletionOptions { ResponseFormat = «Format¦null» };
        """), Order + "\npublic ChatResponseFormat? Format { get; set; }");

    [Fact]
    public Task Options_given_to_code_that_may_set_a_format() => SilentOpenAIAsync(Call("""
        var options = new ChatCompletionOptions();
        «System.Text.Json.Nodes.JsonNode.Parse("{}");
        Configure?.Invoke(options);¦»
        """), Order + "\npublic Action<ChatCompletionOptions>? Configure { get; set; }");

    [Fact]
    public Task A_required_tool() => SilentOpenAIAsync(Call("""
        var options = new ChatCompletionOptions { Tools = { ChatTool.CreateFunctionTool("order") }, ToolChoice = ChatToolChoice.Create«Required¦Auto»Choice() };
        """), Order);

    [Fact]
    public Task A_tool_required_by_name() => SilentOpenAIAsync(Call("""
        var options = new ChatCompletionOptions { Tools = { ChatTool.CreateFunctionTool("order") }, ToolChoice = ChatToolChoice.Create«FunctionChoice("order")¦NoneChoice()» };
        """), Order);

    [Fact]
    public Task A_patched_request() => SilentOpenAIAsync("""
        var options = new ChatCompletionOptions();
        «options.Patch.Set("$.response_format.type"u8, "json_object");¦»
        ChatCompletion completion = await client.[|CompleteChatAsync|]([new SystemChatMessage("Reply in JSON."), new UserChatMessage(input)], options);
        return JsonSerializer.Deserialize<Order>(completion.Content[0].Text);
        """.Insert(0, "#pragma warning disable SCME0001\n"), Order);

    [Fact]
    public Task A_reply_that_is_only_printed() => SilentOpenAIAsync("""
        ChatCompletion completion = await client.[|CompleteChatAsync|]([new SystemChatMessage("Reply in JSON."), new UserChatMessage(input)]);
        «Console.WriteLine(completion.Content[0].Text);¦return completion.Content[0].Text;»
        """);

    [Fact]
    public Task A_prompt_about_JSON_input() => SilentOpenAIAsync("""
        ChatCompletion completion = await client.[|CompleteChatAsync|]([new SystemChatMessage("Summarize the following JSON«.¦ and respond with JSON.»"), new UserChatMessage(input)]);
        return completion.Content[0].Text;
        """);

    [Fact]
    public Task A_prompt_that_shows_JSON_as_input() => SilentOpenAIAsync(""""
        ChatCompletion completion = await client.[|CompleteChatAsync|](new SystemChatMessage("You explain orders to customers."), new UserChatMessage($$"""
            «Here is the order as JSON, explain it in one sentence:¦Respond with a JSON object like this:»
            { "product": "{{input}}", "quantity": 3 }
            """));
        return completion.Content[0].Text;
        """");

    [Fact]
    public Task A_prompt_that_forbids_JSON() => SilentOpenAIAsync("""
        ChatCompletion completion = await client.[|CompleteChatAsync|]([new SystemChatMessage("«Do not answer¦Answer» in JSON."), new UserChatMessage(input)]);
        return completion.Content[0].Text;
        """);

    [Fact]
    public Task A_prompt_for_another_format() => SilentOpenAIAsync("""
        ChatCompletion completion = await client.[|CompleteChatAsync|]([new SystemChatMessage("Answer in «Markdown¦JSON»."), new UserChatMessage(input)]);
        return completion.Content[0].Text;
        """);

    [Fact]
    public Task A_model_known_to_have_neither_schema_nor_JSON_mode() => SilentOpenAIAsync("""
        var old = new ChatClient("«gpt-4-32k-0613¦gpt-5.4-mini-2026-03-17»", "key");
        ChatCompletion completion = await old.[|CompleteChatAsync|]([new SystemChatMessage("Reply in JSON."), new UserChatMessage(input)]);
        return JsonSerializer.Deserialize<Order>(completion.Content[0].Text);
        """, Order);

    [Fact]
    public Task Arguments_of_tool_calls() => SilentOpenAIAsync("""
        ChatCompletion completion = await client.[|CompleteChatAsync|]([new SystemChatMessage("You read orders."), new UserChatMessage(input)], new() { Tools = { ChatTool.CreateFunctionTool("order") } });
        return JsonSerializer.Deserialize<Order>(completion.«ToolCalls[0].FunctionArguments¦Content[0].Text»);
        """, Order);

    [Fact]
    public Task JSON_that_is_not_the_reply() => SilentOpenAIAsync("""
        ChatCompletion completion = await client.[|CompleteChatAsync|]([new SystemChatMessage("You explain orders."), new UserChatMessage(input)]);
        var text = completion.Content[0].Text;
        return (text, JsonSerializer.Deserialize<Order>(«input¦text»));
        """, Order);

    [Fact]
    public Task A_fence_of_something_else() => SilentOpenAIAsync("""
        ChatCompletion completion = await client.[|CompleteChatAsync|]([new SystemChatMessage("Translate the question into SQL."), new UserChatMessage(input)]);
        return completion.Content[0].Text.Replace("```«sql¦json»", "").Replace("```", "");
        """);

    [Fact]
    public Task Any_serialisation_of_the_reply_into_JSON() => SilentOpenAIAsync("""
        ChatCompletion completion = await client.[|CompleteChatAsync|]([new SystemChatMessage("You explain orders."), new UserChatMessage(input)]);
        return JsonSerializer.«Serialize¦Deserialize<string>»(completion.Content[0].Text);
        """);

    [Fact]
    public Task A_client_of_the_project_that_passes_options_on() => SilentOpenAIAsync("""
        ChatCompletion completion = await «new Strict(client)¦client».[|CompleteChatAsync|]([new SystemChatMessage("Reply in JSON."), new UserChatMessage(input)], new ChatCompletionOptions());
        return JsonSerializer.Deserialize<Order>(completion.Content[0].Text);
        """, Order + """

        sealed class Strict(ChatClient inner) : ChatClient
        {
            public override Task<ClientResult<ChatCompletion>> CompleteChatAsync(IEnumerable<ChatMessage> messages, ChatCompletionOptions? options = null, CancellationToken token = default)
            {
                options ??= new();
                options.ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat();
                return inner.CompleteChatAsync(messages, options, token);
            }
        }
        """);

    [Fact]
    public Task A_method_of_the_project_that_has_the_name_of_the_call() => SilentOpenAIAsync("""
        var completion = await «this¦client».[|CompleteChatAsync|](new SystemChatMessage("Reply in JSON."), new UserChatMessage(input));
        return JsonSerializer.Deserialize<Order>(completion.Value.Content[0].Text);
        """, Order + "\npublic Task<ClientResult<ChatCompletion>> CompleteChatAsync(params ChatMessage[] messages) => throw new NotSupportedException();");
}
