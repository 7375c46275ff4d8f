using System.Threading.Tasks;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.Rules.OutputFormat;

/// <summary>LLM1002: JSON mode where the form of the JSON is known.</summary>
public class JsonModeWithoutSchemaTests() : RuleTests("LLM1002")
{
    private const string Types = """
        record Order(string Product, int Quantity);
        class Mail { public Order? Order { get; set; } public List<string> Names { get; set; } = []; }
        enum Size { Small, Large }
        interface IShape { }
        class Open { public Dictionary<string, object> Values { get; set; } = []; }
        private static readonly ChatCompletionOptions Shared = new() { ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat() };
        private static ChatResponseFormat Json() => ChatResponseFormat.CreateJsonObjectFormat();
        private Order? Parse(string text) => JsonSerializer.Deserialize<Order>(text.Trim());
        """;

    private const string Mode = "[|ChatResponseFormat.CreateJsonObjectFormat()|]";

    private static string Body(string use, string options = "new ChatCompletionOptions { ResponseFormat = " + Mode + " }", string client = "client", string system = "Answer in JSON.") => $$"""
        ChatCompletion completion = await {{client}}.CompleteChatAsync([new SystemChatMessage("{{system}}"), new UserChatMessage(input)], {{options}});
        var text = completion.Content[0].Text;
        return {{use}};
        """;

    [Theory]
    [InlineData("JsonSerializer.Deserialize<Order>(text)")]
    [InlineData("JsonSerializer.Deserialize<Mail>(text)!.Names")]
    [InlineData("JsonSerializer.Deserialize(text, typeof(Order))")]
    [InlineData("JsonSerializer.Deserialize<Order>(text, new JsonSerializerOptions { PropertyNameCaseInsensitive = true })")]
    [InlineData("JsonSerializer.Deserialize<List<Order>>(text)")]
    [InlineData("Parse(text)")]
    [InlineData("JsonSerializer.Deserialize<Order>(text.Replace(\"```json\", \"\"))")]
    [InlineData("text.Length > 0 ? JsonSerializer.Deserialize<Order>(text) : null")]
    public Task The_reply_is_read_into_a_type(string use) => ReportsOpenAIAsync(Body(use), Types);

    [Theory]
    [InlineData("gpt-4o-2024-08-06")]
    [InlineData("gpt-5.1")]
    [InlineData("a-model-nobody-knows")]
    public Task The_model_has_schemas_or_is_not_known(string model) => ReportsOpenAIAsync(Body("Parse(text)", client: $"new ChatClient(\"{model}\", \"key\")"), Types);

    [Theory]
    [InlineData("{ 'product': 'apples', 'quantity': 3 }")]
    [InlineData("Use this form: { 'product': string, 'quantity': number }")]
    public Task The_prompt_shows_the_form(string form) => ReportsOpenAIAsync(Body("text", system: "Answer in JSON. " + form.Replace("'", "\\\"", System.StringComparison.Ordinal)), Types);

    [Fact]
    public Task Options_made_before() => ReportsOpenAIAsync($$"""
        var options = new ChatCompletionOptions();
        options.Temperature = 0;
        options.ResponseFormat = {{Mode}};
        ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage("Answer in JSON." + input)], options);
        return JsonSerializer.Deserialize<Order>(completion.Content[0].Text);
        """, Types);

    [Fact]
    public Task A_helper_that_gives_the_format_is_reported_where_it_is_used() => ReportsOpenAIAsync(Body("Parse(text)", "new ChatCompletionOptions { ResponseFormat = [|Json()|] }"), Types);

    [Fact]
    public Task In_chat_options() => ReportsExtensionsAIAsync("""
        var response = await client.GetResponseAsync(input, new ChatOptions { ResponseFormat = [|ChatResponseFormat.Json|] });
        return JsonSerializer.Deserialize<Order>(response.Text);
        """, "record Order(string Product, int Quantity);");

    [Theory]
    [InlineData("JsonSerializer.Deserialize<«JsonElement¦Order»>(text)")]
    [InlineData("JsonSerializer.Deserialize<«Dictionary<string, object>¦Order»>(text)")]
    [InlineData("JsonSerializer.Deserialize<«Open¦Mail»>(text)")]
    [InlineData("JsonSerializer.Deserialize<«IShape¦Order»>(text)")]
    [InlineData("JsonSerializer.Deserialize<«object¦Order»>(text)")]
    [InlineData("(object?)«JsonDocument.Parse(text)¦Parse(text)»")]
    [InlineData("(object?)«text¦Parse(text)»")]
    [InlineData("(object?)«text.Length¦Parse(text)»")]
    [InlineData("(object?)«System.Text.Json.Nodes.JsonNode.Parse(text)¦Parse(text)»")]
    public Task No_type_that_a_schema_could_have(string use) => SilentOpenAIAsync(Body(use), Types);

    [Theory]
    [InlineData("«ChatResponseFormat.CreateTextFormat()¦[|ChatResponseFormat.CreateJsonObjectFormat()|]»")]
    [InlineData("«ChatResponseFormat.CreateJsonSchemaFormat(\"order\", BinaryData.FromString(\"{}\"))¦[|ChatResponseFormat.CreateJsonObjectFormat()|]»")]
    [InlineData("«input.Length > 9 ? ChatResponseFormat.CreateTextFormat() : ¦»[|ChatResponseFormat.CreateJsonObjectFormat()|]")]
    [InlineData("«null¦[|ChatResponseFormat.CreateJsonObjectFormat()|]»")]
    public Task Another_contract(string format) => SilentOpenAIAsync(Body("Parse(text)", "new ChatCompletionOptions { ResponseFormat = " + format + " }"), Types);

    [Theory]
    [InlineData("new ChatClient(\"«gpt-4-turbo¦gpt-4o-2024-08-06»\", \"key\")")]
    [InlineData("new ChatClient(\"«gpt-3.5-turbo-0125¦gpt-4o-2024-08-06»\", \"key\")")]
    [InlineData("new ChatClient(\"«gpt-5.4-pro¦gpt-5.4»\", \"key\")")]
    [InlineData("new ChatClient(\"local\", new ApiKeyCredential(\"key\"), new OpenAIClientOptions { «Endpoint = new Uri(input)¦» })")]
    public Task A_model_without_schemas_or_a_service_of_the_teams_choice(string client) => SilentOpenAIAsync(Body("Parse(text)", client: client), Types);

    [Theory]
    [InlineData("Answer in JSON.«¦ { \\\"product\\\": \\\"apples\\\", \\\"quantity\\\": 3 }»")]
    [InlineData("«You read orders.¦Answer in JSON like { \\\"product\\\": \\\"apples\\\", \\\"quantity\\\": 3 }»")]
    public Task A_prompt_that_leaves_the_form_open(string system) => SilentOpenAIAsync(Body("text", system: system), Types);

    [Fact]
    public Task Nothing_in_JSON_mode_that_the_service_refuses() => SilentOpenAIAsync("""
        ChatCompletion completion = await client.CompleteChatAsync(
            [new SystemChatMessage("Name a town«¦ as JSON».")], new ChatCompletionOptions { ResponseFormat = [|ChatResponseFormat.CreateJsonObjectFormat()|] });
        return JsonSerializer.Deserialize<Order>(completion.Content[0].Text);
        """, Types);

    [Theory]
    [InlineData("«claude-opus-5-5¦gpt-5.1»")]
    [InlineData("«gpt-4-0613¦gpt-5.1»")]
    public Task A_model_without_JSON_mode(string model) => SilentAsync(Sources.ExtensionsAI($$"""
        var response = await client.GetResponseAsync(input, new ChatOptions { ModelId = "{{model}}", ResponseFormat = [|ChatResponseFormat.Json|] });
        return JsonSerializer.Deserialize<Order>(response.Text);
        """, "record Order(string Product, int Quantity);"), references: Sdk.ExtensionsAIFull);
}
