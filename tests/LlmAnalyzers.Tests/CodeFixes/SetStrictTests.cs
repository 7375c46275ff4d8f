using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.CodeFixes;

/// <summary>The fix of LLM1004.</summary>
public class SetStrictTests
{
    private const string Fine = "private static readonly BinaryData Fine = BinaryData.FromString(\"\"\"{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"string\"}}, \"required\": [\"a\"], \"additionalProperties\": false}\"\"\");";

    private const string Open = "private static readonly BinaryData Open = BinaryData.FromString(\"\"\"{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"string\"}}, \"required\": [\"a\"]}\"\"\");";

    [Theory]
    [InlineData("ChatResponseFormat.[|CreateJsonSchemaFormat|](\"order\", Fine)", "ChatResponseFormat.CreateJsonSchemaFormat(\"order\", Fine, jsonSchemaIsStrict: true)")]
    [InlineData("ChatResponseFormat.[|CreateJsonSchemaFormat|](\"order\", Fine, \"An order\")", "ChatResponseFormat.CreateJsonSchemaFormat(\"order\", Fine, \"An order\", true)")]
    [InlineData("ChatResponseFormat.[|CreateJsonSchemaFormat|](jsonSchema: Fine, jsonSchemaFormatName: \"order\")", "ChatResponseFormat.CreateJsonSchemaFormat(jsonSchema: Fine, jsonSchemaFormatName: \"order\", jsonSchemaIsStrict: true)")]
    [InlineData("ChatResponseFormat.CreateJsonSchemaFormat(\"order\", Fine, jsonSchemaIsStrict: [|null|])", "ChatResponseFormat.CreateJsonSchemaFormat(\"order\", Fine, jsonSchemaIsStrict: true)")]
    [InlineData("ChatResponseFormat.CreateJsonSchemaFormat(\"order\", Fine, null, [|default|])", "ChatResponseFormat.CreateJsonSchemaFormat(\"order\", Fine, null, true)")]
    [InlineData("OpenAI.Responses.ResponseTextFormat.[|CreateJsonSchemaFormat|](\"order\", Fine)", "OpenAI.Responses.ResponseTextFormat.CreateJsonSchemaFormat(\"order\", Fine, jsonSchemaIsStrict: true)")]
    [InlineData("ChatTool.[|CreateFunctionTool|](\"find\", \"Finds\", Fine)", "ChatTool.CreateFunctionTool(\"find\", \"Finds\", Fine, true)")]
    [InlineData("ChatTool.[|CreateFunctionTool|](\"find\", functionParameters: Fine)", "ChatTool.CreateFunctionTool(\"find\", functionParameters: Fine, functionSchemaIsStrict: true)")]
    [InlineData("OpenAI.Responses.ResponseTool.CreateFunctionTool(\"find\", Fine, [|null|])", "OpenAI.Responses.ResponseTool.CreateFunctionTool(\"find\", Fine, true)")]
    [InlineData("new ChatCompletionOptions { ResponseFormat = ChatResponseFormat.[|CreateJsonSchemaFormat|](\"order\", Fine) }", "new ChatCompletionOptions { ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(\"order\", Fine, jsonSchemaIsStrict: true) }")]
    [InlineData("ChatResponseFormat.[|CreateJsonSchemaFormat|](\"order\", /* closed */ Fine /* all */)", "ChatResponseFormat.CreateJsonSchemaFormat(\"order\", /* closed */ Fine /* all */, jsonSchemaIsStrict: true)")]
    public Task Sets_the_switch(string before, string after) => VerifyAsync(before, after);

    [Theory]
    // Refused as it is.
    [InlineData("ChatResponseFormat.[|CreateJsonSchemaFormat|](\"order\", Open)")]
    [InlineData("ChatResponseFormat.[|CreateJsonSchemaFormat|](\"an order\", Fine)")]
    [InlineData("ChatTool.[|CreateFunctionTool|](\"find\", \"Finds\", Open)")]
    [InlineData("OpenAI.Responses.ResponseTool.CreateFunctionTool(\"find\", Open, [|null|])")]
    // Not known.
    [InlineData("ChatResponseFormat.[|CreateJsonSchemaFormat|](\"order\", BinaryData.FromString(input))")]
    [InlineData("ChatResponseFormat.[|CreateJsonSchemaFormat|](\"order\", BinaryData.FromObjectAsJson(new { type = \"object\", properties = new { a = Part }, required = new[] { \"a\" }, additionalProperties = false }))")]
    public Task Leaves_a_schema_that_would_be_refused(string code) => VerifyAsync(code, code);

    [Fact]
    public Task Lines_of_their_own() => VerifyAsync(
        """"
        ChatResponseFormat.[|CreateJsonSchemaFormat|](
            jsonSchemaFormatName: "order",
            // The order.
            jsonSchema: BinaryData.FromBytes("""
                {
                  "type": "object", "properties": { "a": { "type": "string" } }, "required": ["a"], "additionalProperties": false
                }
                """u8.ToArray()))
        """",
        """"
        ChatResponseFormat.CreateJsonSchemaFormat(
            jsonSchemaFormatName: "order",
            // The order.
            jsonSchema: BinaryData.FromBytes("""
                {
                  "type": "object", "properties": { "a": { "type": "string" } }, "required": ["a"], "additionalProperties": false
                }
                """u8.ToArray()),
            jsonSchemaIsStrict: true)
        """");

    [Fact]
    public Task Several_at_once() => VerifyAsync(
        "new object[] { ChatResponseFormat.[|CreateJsonSchemaFormat|](\"a\", Fine), ChatTool.[|CreateFunctionTool|](\"b\", null, Fine), ChatResponseFormat.[|CreateJsonSchemaFormat|](\"c\", Open) }",
        "new object[] { ChatResponseFormat.CreateJsonSchemaFormat(\"a\", Fine, jsonSchemaIsStrict: true), ChatTool.CreateFunctionTool(\"b\", null, Fine, true), ChatResponseFormat.[|CreateJsonSchemaFormat|](\"c\", Open) }");

    private static Task VerifyAsync(string before, string after) => RuleVerifier.VerifyFixAsync<LlmCallAnalyzer, SetStrict>(
        "LLM1004", Source(before), Source(after), Sdk.OpenAI);

    private static string Source(string code) => Sources.OpenAI("object made = " + code + ";", Fine + "\n" + Open + "\npublic object? Part { get; set; }");
}
