using System;
using System.Linq;
using System.Threading.Tasks;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.Rules.OutputFormat;

/// <summary>LLM1005: schemas in the shapes people write them.</summary>
public class SchemaBreaksStrictRulesTests
{
    private const string Id = "LLM1005";
    private const string Open = """{"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"]}""";
    private const string Fine = """{"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"], "additionalProperties": false}""";

    [Theory]
    [InlineData("BinaryData.FromString(Schema)", "private const string Schema = LITERAL;")]
    [InlineData("BinaryData.FromString(Schema)", "private static readonly string Schema = LITERAL;")]
    [InlineData("BinaryData.FromString(Schema)", "private static string Schema => LITERAL;")]
    [InlineData("BinaryData.FromString(Schema)", "private static string Schema { get; } = LITERAL;")]
    [InlineData("BinaryData.FromString(Schema())", "private static string Schema() => LITERAL;")]
    [InlineData("BinaryData.FromString(Schema())", "private static string Schema() { return LITERAL; }")]
    [InlineData("BinaryData.FromString(Schema.Trim())", "private const string Schema = LITERAL;")]
    [InlineData("BinaryData.FromString(Head + Tail)", "private const string Head = LITERAL; private const string Tail = \" \";")]
    [InlineData("new BinaryData(Schema)", "private const string Schema = LITERAL;")]
    [InlineData("Schema", "private static readonly BinaryData Schema = BinaryData.FromString(LITERAL);")]
    [InlineData("BinaryData.FromBytes(System.Text.Encoding.UTF8.GetBytes(Schema))", "private const string Schema = LITERAL;")]
    [InlineData("BinaryData.FromString(Parts.Schema)", "private static class Parts { public const string Schema = LITERAL; }")]
    [InlineData("BinaryData.FromString(JsonDocument.Parse(Schema).RootElement.GetRawText())", "private const string Schema = LITERAL;")]
    [InlineData("BinaryData.FromString(System.Text.Json.Nodes.JsonNode.Parse(Schema)!.ToJsonString())", "private const string Schema = LITERAL;")]
    [InlineData("BinaryData.FromObjectAsJson(JsonDocument.Parse(Schema).RootElement)", "private const string Schema = LITERAL;")]
    public Task A_literal_in_another_member_is_reported_where_it_stands(string schema, string members) => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(
        Id,
        Sources.OpenAI(Format(schema), members.Replace("LITERAL", "\"\"\"" + Open.Replace("\"object\"", "[|\"object\"|]", StringComparison.Ordinal) + "\"\"\"")),
        Sdk.OpenAI);

    [Theory]
    [InlineData("var schema = LITERAL; CALL(BinaryData.FromString(schema));")]
    [InlineData("const string schema = LITERAL; CALL(BinaryData.FromString(schema));")]
    [InlineData("var data = BinaryData.FromString(LITERAL); CALL(data);")]
    [InlineData("CALL(BinaryData.FromString(Schema())); string Schema() => LITERAL;")]
    [InlineData("static string Schema() { return LITERAL; } CALL(BinaryData.FromString(Schema()));")]
    [InlineData("CALL(BinaryData.FromString((LITERAL)));")]
    public Task A_literal_in_the_same_member(string body) => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(
        Id,
        Sources.OpenAI(body
            .Replace("LITERAL", "\"\"\"" + Open.Replace("\"object\"", "[|\"object\"|]", StringComparison.Ordinal) + "\"\"\"", StringComparison.Ordinal)
            .Replace("CALL(", "var format = ChatResponseFormat.CreateJsonSchemaFormat(\"order\", jsonSchemaIsStrict: true, jsonSchema: ", StringComparison.Ordinal)),
        Sdk.OpenAI);

    [Fact]
    public Task A_literal_in_another_file_is_reported_where_it_is_used()
    {
        var test = RuleVerifier.Test<LlmCallAnalyzer>(Id, Sources.OpenAI(Format("BinaryData.FromString(OrderSchemas.Order)").Replace("BinaryData.FromString(OrderSchemas.Order)", "[|BinaryData.FromString(OrderSchemas.Order)|]")), Sdk.OpenAI);
        test.TestState.Sources.Add("static class OrderSchemas { public const string Order = \"\"\"" + Open + "\"\"\"; }");
        return test.RunAsync();
    }

    [Fact]
    public Task A_format_in_a_field() => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(Id, Sources.OpenAI("", """"
        private static readonly ChatCompletionOptions Options = new()
        {
            ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat("order", BinaryData.FromString("""{"type": [|"object"|], "properties": {"a": {"type": "string"}}, "required": ["a"]}"""), jsonSchemaIsStrict: true),
        };
        """"), Sdk.OpenAI);

    [Fact]
    public Task A_schema_that_two_formats_share_is_reported_once() => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(Id, Sources.OpenAI(
        Format("BinaryData.FromString(Schema)") + "\nvar other = ChatResponseFormat.CreateJsonSchemaFormat(\"b\", BinaryData.FromString(Schema), null, true);",
        "private const string Schema = \"\"\"" + Open.Replace("\"object\"", "[|\"object\"|]", StringComparison.Ordinal) + "\"\"\";"), Sdk.OpenAI);

    [Fact]
    public Task Anonymous_objects() => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(Id, Sources.OpenAI("""
        var format = ChatResponseFormat.CreateJsonSchemaFormat("order", BinaryData.FromObjectAsJson(new
        {
            type = "object",
            properties = new
            {
                name = new { type = "string", [|minLength|] = 3 },
                lines = new { type = "array", items = new { type = [|"object"|], properties = new { sku = new { type = "string" } }, required = new[] { "sku" } } },
                [|note|] = new { type = "string", @enum = new[] { "a", "b" } },
            },
            required = new[] { "name", "lines" },
            additionalProperties = [|true|],
        }), jsonSchemaIsStrict: true);
        """), Sdk.OpenAI);

    [Fact]
    public Task Dictionaries_and_nodes() => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(Id, Sources.OpenAI("""
        var order = new Dictionary<string, object>
        {
            ["type"] = "object",
            ["properties"] = new Dictionary<string, object> { { "a", new { type = "string", [|@default|] = "x" } }, { [|"b"|], new { type = "integer" } } },
            ["required"] = new List<string> { "a" },
            ["additionalProperties"] = false,
        };
        var first = ChatResponseFormat.CreateJsonSchemaFormat("a", BinaryData.FromString(JsonSerializer.Serialize(order)), jsonSchemaIsStrict: true);
        var node = new System.Text.Json.Nodes.JsonObject { ["type"] = [|"array"|], ["items"] = new System.Text.Json.Nodes.JsonObject { ["type"] = "string" } };
        var second = ChatResponseFormat.CreateJsonSchemaFormat("b", BinaryData.FromString(node.ToJsonString()), jsonSchemaIsStrict: true);
        """), Sdk.OpenAI);

    [Theory]
    [InlineData("my order", true)]
    [InlineData("Order.Line", true)]
    [InlineData("bestellung_größe", true)]
    [InlineData("", true)]
    [InlineData("a23456789b23456789c23456789d23456789e23456789f23456789g23456789hijkl", true)]
    [InlineData("order-line_2", false)]
    public Task The_name_of_the_schema(string name, bool isRefused) => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(Id, Sources.OpenAI(
        "var format = ChatResponseFormat.CreateJsonSchemaFormat(" + (isRefused ? "[|\"" + name + "\"|]" : "\"" + name + "\"") + ", BinaryData.FromString(\"\"\"" + Fine + "\"\"\"), jsonSchemaIsStrict: true);"), Sdk.OpenAI);

    [Theory]
    [InlineData("ChatTool.CreateFunctionTool(\"f\", \"d\", BinaryData.FromString(LITERAL), true)")]
    [InlineData("ChatTool.CreateFunctionTool(\"f\", functionParameters: BinaryData.FromString(LITERAL), functionSchemaIsStrict: true)")]
    [InlineData("OpenAI.Responses.ResponseTool.CreateFunctionTool(\"f\", BinaryData.FromString(LITERAL), true)")]
    [InlineData("OpenAI.Responses.ResponseTextFormat.CreateJsonSchemaFormat(\"f\", BinaryData.FromString(LITERAL), jsonSchemaIsStrict: true)")]
    public Task Everything_that_takes_a_strict_schema(string creation) => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(Id, Sources.OpenAI(
        "object made = " + creation.Replace("LITERAL", "\"\"\"" + Open.Replace("\"object\"", "[|\"object\"|]", StringComparison.Ordinal) + "\"\"\"", StringComparison.Ordinal) + ";"), Sdk.OpenAI);

    [Theory]
    // Not sent as strict.
    [InlineData("ChatResponseFormat.CreateJsonSchemaFormat(\"a\", BinaryData.FromString(OPEN))")]
    [InlineData("ChatResponseFormat.CreateJsonSchemaFormat(\"a\", BinaryData.FromString(OPEN), jsonSchemaIsStrict: false)")]
    [InlineData("ChatResponseFormat.CreateJsonSchemaFormat(\"a\", BinaryData.FromString(OPEN), jsonSchemaIsStrict: null)")]
    [InlineData("ChatResponseFormat.CreateJsonSchemaFormat(\"a\", BinaryData.FromString(OPEN), jsonSchemaIsStrict: input.Length > 3)")]
    [InlineData("ChatResponseFormat.CreateJsonSchemaFormat(\"a\", BinaryData.FromString(OPEN), jsonSchemaIsStrict: Configured)")]
    [InlineData("ChatTool.CreateFunctionTool(\"f\", \"d\", BinaryData.FromString(OPEN))")]
    // Not known.
    [InlineData("ChatResponseFormat.CreateJsonSchemaFormat(\"a\", BinaryData.FromString(input), jsonSchemaIsStrict: true)")]
    [InlineData("ChatResponseFormat.CreateJsonSchemaFormat(\"a\", BinaryData.FromString(System.IO.File.ReadAllText(\"order.json\")), jsonSchemaIsStrict: true)")]
    [InlineData("ChatResponseFormat.CreateJsonSchemaFormat(\"a\", BinaryData.FromString($$\"\"\"{\"type\": \"object\", \"properties\": {{input}}}\"\"\"), jsonSchemaIsStrict: true)")]
    [InlineData("ChatResponseFormat.CreateJsonSchemaFormat(\"a\", BinaryData.FromString(input.Length > 3 ? OPEN : FINE), jsonSchemaIsStrict: true)")]
    [InlineData("ChatResponseFormat.CreateJsonSchemaFormat(\"a\", BinaryData.FromString(OPEN.Replace(\"}\", input)), jsonSchemaIsStrict: true)")]
    [InlineData("ChatResponseFormat.CreateJsonSchemaFormat(\"a\", BinaryData.FromString(Settable), jsonSchemaIsStrict: true)")]
    [InlineData("ChatResponseFormat.CreateJsonSchemaFormat(\"a\", BinaryData.FromObjectAsJson(new { type = \"object\" }, new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.KebabCaseLower }), jsonSchemaIsStrict: true)")]
    [InlineData("ChatResponseFormat.CreateJsonSchemaFormat(\"a\", BinaryData.FromObjectAsJson(new Dictionary<string, object>(Known) { [\"type\"] = \"object\" }), jsonSchemaIsStrict: true)")]
    [InlineData("ChatResponseFormat.CreateJsonSchemaFormat(\"a\", BinaryData.FromObjectAsJson(new { type = \"object\", properties = Known, required = Names, additionalProperties = false }), jsonSchemaIsStrict: true)")]
    [InlineData("ChatResponseFormat.CreateJsonSchemaFormat(input, BinaryData.FromString(FINE), jsonSchemaIsStrict: true)")]
    // Fine.
    [InlineData("ChatResponseFormat.CreateJsonSchemaFormat(\"a\", BinaryData.FromString(FINE), jsonSchemaIsStrict: true)")]
    [InlineData("ChatResponseFormat.CreateJsonSchemaFormat(\"a\", BinaryData.FromObjectAsJson(new { type = \"object\", properties = new { a = new { type = \"string\" } }, required = new[] { \"a\" }, additionalProperties = false }), jsonSchemaIsStrict: true)")]
    public Task Silent(string creation) => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(Id, Sources.OpenAI(
        "object made = " + creation.Replace("OPEN", "\"\"\"" + Open + "\"\"\"", StringComparison.Ordinal).Replace("FINE", "\"\"\"" + Fine + "\"\"\"", StringComparison.Ordinal) + ";",
        "public bool? Configured { get; set; }\npublic string Settable { get; set; } = \"\"\"" + Open + "\"\"\";\npublic Dictionary<string, object> Known { get; set; } = new();\npublic string[] Names { get; set; } = [];"), Sdk.OpenAI);

    [Theory]
    [InlineData("""{"type": ["string", "null"]}""")]
    [InlineData("""{"type": "string", "format": "date-time", "pattern": "^a", "description": "A \"text\""}""")]
    [InlineData("""{"type": "number", "minimum": 0, "maximum": 1e3, "multipleOf": 0.5, "exclusiveMinimum": -1, "exclusiveMaximum": 9}""")]
    [InlineData("""{"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "string", "enum": ["a", "b"]}}""")]
    [InlineData("""{"anyOf": [{"type": "string"}, {"type": "null"}]}""")]
    [InlineData("""{"$ref": "#"}""")]
    [InlineData("""{"$ref": "#/$defs/x"}""")]
    [InlineData("""{"type": "string", "const": "default", "title": "not"}""")]
    [InlineData("""{"type": "object", "properties": {"default": {"type": "string"}, "type": {"type": "string"}, "not": {"type": "boolean"}}, "required": ["default", "type", "not"], "additionalProperties": false}""")]
    [InlineData("""{"type": "object", "properties": {}, "required": [], "additionalProperties": false}""")]
    public Task Silent_about_what_OpenAI_takes(string property)
    {
        var json = """{"$schema": "http://json-schema.org/draft-07/schema#", "type": "object", "properties": {"a": """ + property
            + """}, "required": ["a"], "additionalProperties": false, "$defs": {"x": {"type": "string"}}}""";
        return RuleVerifier.VerifyAsync<LlmCallAnalyzer>(Id, Sources.OpenAI(Format("BinaryData.FromString(\"\"\"\n" + json + "\n\"\"\")")), Sdk.OpenAI);
    }

    [Theory]
    // Its own documents are checked where they are parsed, whatever becomes of them.
    [InlineData("ChatResponseFormat.ForJsonSchema(JsonDocument.Parse(\"\"\"{\"type\": \"object\"[|,|]}\"\"\").RootElement)")]
    [InlineData("ChatResponseFormat.ForJsonSchema(JsonSerializer.Deserialize<JsonElement>(\"\"\"{[|type|]: \"object\"}\"\"\"), \"order\")")]
    [InlineData("new ChatResponseFormatJson(JsonDocument.Parse(\"{\\\"type\\\" [|\\\"|]object\\\"}\").RootElement)")]
    // The adapter rewrites them, and nobody knows which service it is.
    [InlineData("ChatResponseFormat.ForJsonSchema(JsonDocument.Parse(\"\"\"{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"string\"}}}\"\"\").RootElement)")]
    [InlineData("ChatResponseFormat.ForJsonSchema(JsonDocument.Parse(\"\"\"{\"type\": \"array\", \"items\": {\"type\": \"string\"}}\"\"\").RootElement)")]
    [InlineData("ChatResponseFormat.ForJsonSchema(JsonDocument.Parse(\"\"\"{\"type\": \"object\", /* all */ }\"\"\", new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip }).RootElement)")]
    [InlineData("ChatResponseFormat.ForJsonSchema(JsonDocument.Parse(input).RootElement)")]
    public Task Microsoft_Extensions_AI(string creation) => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(Id, Sources.ExtensionsAI("var format = " + creation + ";"), Sdk.ExtensionsAIFull);

    [Fact]
    public async Task Azure_documents_smaller_limits()
    {
        var call = Format("BinaryData.FromString(\"\"\"{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"integer\", [|\"minimum\"|]: 3}}, \"required\": [\"a\"], \"additionalProperties\": false}\"\"\")")
            + "\nChatCompletion reply = await CLIENT.CompleteChatAsync([new UserChatMessage(input)], new ChatCompletionOptions { ResponseFormat = format });";
        await RuleVerifier.VerifyAsync<LlmCallAnalyzer>(
            Id, Sources.OpenAI(call.Replace("CLIENT", "new Azure.AI.OpenAI.AzureOpenAIClient(new Uri(input), new ApiKeyCredential(\"key\")).GetChatClient(\"shop\")")), Sdk.AzureOpenAI);
        await RuleVerifier.VerifyAsync<LlmCallAnalyzer>(Id, Sources.OpenAI(call.Replace("CLIENT", "client").Replace("[|", "").Replace("|]", "")), Sdk.AzureOpenAI);
    }

    [Fact]
    public async Task A_fine_tuned_model_takes_less()
    {
        var call = Format("BinaryData.FromString(\"\"\"{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"integer\", [|\"minimum\"|]: 3}}, \"required\": [\"a\"], \"additionalProperties\": false}\"\"\")")
            + "\nChatCompletion reply = await new ChatClient(\"MODEL\", \"key\").CompleteChatAsync([new UserChatMessage(input)], new ChatCompletionOptions { ResponseFormat = format });";
        await RuleVerifier.VerifyAsync<LlmCallAnalyzer>(Id, Sources.OpenAI(call.Replace("MODEL", "ft:gpt-4o-mini-2024-07-18:acme::abc")), Sdk.OpenAI);
        await RuleVerifier.VerifyAsync<LlmCallAnalyzer>(Id, Sources.OpenAI(call.Replace("MODEL", "gpt-4o-mini").Replace("[|", "").Replace("|]", "")), Sdk.OpenAI);
    }

    [Theory]
    [InlineData(900_000)]
    public Task A_schema_of_a_megabyte_is_read_in_time(int length)
    {
        var json = """{"type": [|"object"|], "properties": {"a": {"type": "string", "description": """ + "\"" + new string('x', length) + "\"}}, \"required\": [\"a\"]}";
        return RuleVerifier.VerifyAsync<LlmCallAnalyzer>(Id, Sources.OpenAI(Format("BinaryData.FromString(\"\"\"" + json + "\"\"\")")), Sdk.OpenAI);
    }

    [Fact]
    public Task A_thousand_levels_are_one_error()
    {
        // The level beyond the deepest that is read.
        var json = string.Concat(Enumerable.Repeat("{\"a\":", 256)) + "[|{|]\"a\":" + string.Concat(Enumerable.Repeat("{\"a\":", 1000));
        return RuleVerifier.VerifyAsync<LlmCallAnalyzer>(Id, Sources.OpenAI(Format("BinaryData.FromString(\"\"\"" + json + "\"\"\")")), Sdk.OpenAI);
    }

    [Fact]
    public Task Text_made_of_itself_is_unknown() => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(Id, Sources.OpenAI(
        Format("BinaryData.FromString(Schema)"), "private static string Schema => \"{\" + Schema;\nprivate static readonly Dictionary<string, object> Self = new() { [\"type\"] = Self! };"), Sdk.OpenAI);

    private static string Format(string schema) => "var format = ChatResponseFormat.CreateJsonSchemaFormat(\"order\", " + schema + ", jsonSchemaIsStrict: true);";
}
