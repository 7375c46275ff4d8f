using System.Threading.Tasks;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.Rules.OutputFormat;

/// <summary>LLM1004: a schema without its strict switch.</summary>
public class SchemaNotStrictTests
{
    private const string Id = "LLM1004";

    private const string Members = """
        private const bool Yes = true;
        private const bool No = false;
        private static readonly bool? Nothing = null;
        public bool? Configured { get; set; }
        private static BinaryData Schema() => BinaryData.FromString("{}");
        private static readonly BinaryData Data = BinaryData.FromString("{}");
        """;

    [Theory]
    [InlineData("ChatResponseFormat.[|CreateJsonSchemaFormat|](\"order\", Data)")]
    [InlineData("ChatResponseFormat.[|CreateJsonSchemaFormat|](\"order\", Schema())")]
    [InlineData("ChatResponseFormat.[|CreateJsonSchemaFormat|](\"order\", BinaryData.FromString(input))")]
    [InlineData("ChatResponseFormat.[|CreateJsonSchemaFormat|](input, BinaryData.FromString(input), \"An order\")")]
    [InlineData("ChatResponseFormat.[|CreateJsonSchemaFormat|](jsonSchema: Data, jsonSchemaFormatName: \"order\")")]
    [InlineData("ChatResponseFormat.CreateJsonSchemaFormat(\"order\", Data, null, [|null|])")]
    [InlineData("ChatResponseFormat.CreateJsonSchemaFormat(\"order\", Data, jsonSchemaIsStrict: [|default|])")]
    [InlineData("ChatResponseFormat.CreateJsonSchemaFormat(\"order\", Data, jsonSchemaIsStrict: [|Nothing|])")]
    [InlineData("new ChatCompletionOptions { ResponseFormat = ChatResponseFormat.[|CreateJsonSchemaFormat|](\"order\", Data) }")]
    [InlineData("input.Length > 3 ? ChatResponseFormat.[|CreateJsonSchemaFormat|](\"order\", Data) : null")]
    [InlineData("OpenAI.Responses.ResponseTextFormat.[|CreateJsonSchemaFormat|](\"order\", Data)")]
    [InlineData("new OpenAI.Responses.ResponseTextOptions { TextFormat = OpenAI.Responses.ResponseTextFormat.[|CreateJsonSchemaFormat|](\"order\", Data, \"An order\") }")]
    [InlineData("ChatTool.[|CreateFunctionTool|](\"find\", \"Finds an order\", Data)")]
    [InlineData("ChatTool.[|CreateFunctionTool|](\"find\", functionParameters: Schema())")]
    [InlineData("new ChatCompletionOptions { Tools = { ChatTool.[|CreateFunctionTool|](\"find\", null, Data) } }")]
    [InlineData("OpenAI.Responses.ResponseTool.CreateFunctionTool(\"find\", Data, [|null|])")]
    public Task Reports(string creation) => VerifyAsync(creation);

    [Theory]
    [InlineData("ChatResponseFormat.CreateJsonSchemaFormat(\"order\", Data, jsonSchemaIsStrict: true)")]
    [InlineData("ChatResponseFormat.CreateJsonSchemaFormat(\"order\", Data, null, true)")]
    [InlineData("ChatResponseFormat.CreateJsonSchemaFormat(\"order\", Data, jsonSchemaIsStrict: Yes)")]
    [InlineData("ChatResponseFormat.CreateJsonSchemaFormat(\"order\", Data, jsonSchemaIsStrict: false)")]
    [InlineData("ChatResponseFormat.CreateJsonSchemaFormat(\"order\", Data, jsonSchemaIsStrict: No)")]
    [InlineData("ChatResponseFormat.CreateJsonSchemaFormat(\"order\", Data, jsonSchemaIsStrict: Configured)")]
    [InlineData("ChatResponseFormat.CreateJsonSchemaFormat(\"order\", Data, jsonSchemaIsStrict: input.Length > 3)")]
    [InlineData("ChatResponseFormat.CreateJsonSchemaFormat(\"order\", Data, jsonSchemaIsStrict: input.Length > 3 ? true : null)")]
    [InlineData("ChatResponseFormat.CreateJsonSchemaFormat(\"order\", Data, jsonSchemaIsStrict: bool.Parse(input))")]
    [InlineData("ChatResponseFormat.CreateJsonObjectFormat()")]
    [InlineData("ChatResponseFormat.CreateTextFormat()")]
    [InlineData("OpenAI.Responses.ResponseTextFormat.CreateJsonSchemaFormat(\"order\", Data, jsonSchemaIsStrict: true)")]
    [InlineData("OpenAI.Responses.ResponseTextFormat.CreateJsonSchemaFormat(\"order\", Data, null, false)")]
    [InlineData("OpenAI.Responses.ResponseTool.CreateFunctionTool(\"find\", Data, true)")]
    [InlineData("OpenAI.Responses.ResponseTool.CreateFunctionTool(\"find\", Data, strictModeEnabled: false)")]
    [InlineData("OpenAI.Responses.ResponseTool.CreateFunctionTool(\"find\", Data, Configured)")]
    [InlineData("ChatTool.CreateFunctionTool(\"find\", \"Finds an order\", Data, true)")]
    [InlineData("ChatTool.CreateFunctionTool(\"find\", \"Finds an order\", Data, functionSchemaIsStrict: false)")]
    // Described elsewhere.
    [InlineData("ChatTool.CreateFunctionTool(\"find\", \"Finds an order\", BinaryData.FromString(input))")]
    [InlineData("ChatTool.CreateFunctionTool(\"find\", functionParameters: BinaryData.FromObjectAsJson(Configured))")]
    [InlineData("OpenAI.Responses.ResponseTool.CreateFunctionTool(\"find\", BinaryData.FromString(input), null)")]
    // Without parameters there is nothing to keep.
    [InlineData("ChatTool.CreateFunctionTool(\"find\")")]
    [InlineData("ChatTool.CreateFunctionTool(\"find\", \"Finds an order\")")]
    [InlineData("ChatTool.CreateFunctionTool(\"find\", \"Finds an order\", null)")]
    [InlineData("OpenAI.Responses.ResponseTool.CreateFunctionTool(\"find\", null, null)")]
    public Task Silent(string creation) => VerifyAsync(creation);

    [Fact]
    public Task A_format_in_a_field_and_in_a_helper() => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(Id, Sources.OpenAI("", Members + """

        private static readonly ChatResponseFormat Format = ChatResponseFormat.[|CreateJsonSchemaFormat|]("order", Data);
        private ChatResponseFormat Make(string name, BinaryData schema) => ChatResponseFormat.[|CreateJsonSchemaFormat|](name, schema);
        private ChatResponseFormat Pass(string name, BinaryData schema, bool? strict) => ChatResponseFormat.CreateJsonSchemaFormat(name, schema, null, strict);
        """), Sdk.OpenAI);

    /// <summary>Microsoft.Extensions.AI decides by itself.</summary>
    [Theory]
    [InlineData("ChatResponseFormat.ForJsonSchema<Dictionary<string, int>>()")]
    [InlineData("ChatResponseFormat.ForJsonSchema(JsonDocument.Parse(\"{}\").RootElement)")]
    [InlineData("new ChatResponseFormatJson(JsonDocument.Parse(\"{}\").RootElement, \"order\")")]
    public Task Silent_where_the_SDK_has_no_switch(string creation) =>
        RuleVerifier.VerifyAsync<LlmCallAnalyzer>(Id, Sources.ExtensionsAI("object made = " + creation + ";"), Sdk.ExtensionsAIFull);

    [Theory]
    [InlineData("gpt-4o-2024-05-13", "CreateJsonSchemaFormat")]
    [InlineData("gpt-4o-2024-08-06", "[|CreateJsonSchemaFormat|]")]
    [InlineData("no-such-model", "[|CreateJsonSchemaFormat|]")]
    public Task A_model_without_schemas_has_another_fault(string model, string method) => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(Id, Sources.OpenAI($$"""
        var options = new ChatCompletionOptions { ResponseFormat = ChatResponseFormat.{{method}}("order", Data) };
        ChatCompletion reply = await new ChatClient("{{model}}", "key").CompleteChatAsync([new UserChatMessage(input)], options);
        """, Members), Sdk.OpenAI);

    [Theory]
    [InlineData("{}", "Schema 'order' is sent without 'jsonSchemaIsStrict', so the service may depart from it; close its objects, require every property, and set 'jsonSchemaIsStrict: true'")]
    [InlineData("{\\\"type\\\":\\\"object\\\",\\\"properties\\\":{},\\\"additionalProperties\\\":false}", "Schema 'order' is sent without 'jsonSchemaIsStrict', so the service may depart from it; set 'jsonSchemaIsStrict: true'")]
    public Task Says_what_to_do(string json, string message)
    {
        var test = RuleVerifier.Test<LlmCallAnalyzer>(
            Id, Sources.OpenAI("object? made = ChatResponseFormat.{|#0:CreateJsonSchemaFormat|}(\"order\", BinaryData.FromString(\"" + json + "\"));"), Sdk.OpenAI);
        test.ExpectedDiagnostics.Add(new DiagnosticResult(Id, Microsoft.CodeAnalysis.DiagnosticSeverity.Warning).WithLocation(0).WithMessage(message));
        return test.RunAsync();
    }

    [Fact]
    public Task A_method_of_the_same_name_elsewhere() => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(Id, Sources.OpenAI("object made = Own.CreateJsonSchemaFormat(\"order\", Data);", Members + """

        private static class Own { public static object CreateJsonSchemaFormat(string jsonSchemaFormatName, BinaryData jsonSchema, bool? jsonSchemaIsStrict = null) => jsonSchema; }
        """), Sdk.OpenAI);

    private static Task VerifyAsync(string creation) => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(Id, Sources.OpenAI("object? made = " + creation + ";", Members), Sdk.OpenAI);
}
