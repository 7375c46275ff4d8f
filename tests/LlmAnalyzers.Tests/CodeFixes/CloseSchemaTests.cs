using System;
using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes;
using LlmAnalyzers.Tests.Rules.OutputFormat;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.CodeFixes;

/// <summary>The fix of LLM1005: the literal is rewritten, and nothing else in it changes.</summary>
public class CloseSchemaTests
{
    public static TheoryData<string> Forms => [.. SchemaLiteral.Forms];

    [Theory]
    [MemberData(nameof(Forms))]
    public Task Every_form_of_literal(string form) => VerifyAsync(
        form,
        """
        {
          "type": «"object"»,
          "properties": {
            "name": { "type": "string" },
            «"note"»: { "type": "string", "description": "Anything \"else\"" }
          },
          "required": ["name"]
        }
        """,
        form is "joined"
        ? """
        {
          "type": "object",
          "properties": {
            "name": { "type": "string" },
            "note": { "type": ["string", "null"], "description": "Anything \"else\"" }
          },
          "required": ["name", "note"], "additionalProperties": false
        }
        """
        : """
        {
          "type": "object",
          "properties": {
            "name": { "type": "string" },
            "note": { "type": ["string", "null"], "description": "Anything \"else\"" }
          },
          "required": ["name", "note"],
          "additionalProperties": false
        }
        """);

    [Theory]
    // Closed.
    [InlineData("""{"type":«"object"»,"properties":{"a":{"type":"string"}},"required":["a"]}""", """{"type":"object","properties":{"a":{"type":"string"}},"required":["a"],"additionalProperties":false}""")]
    [InlineData("""{"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"], "additionalProperties": «true»}""", """{"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"], "additionalProperties": false}""")]
    [InlineData("""{"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"], "additionalProperties": «{}»}""", """{"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"], "additionalProperties": false}""")]
    // Required.
    [InlineData("""{"type": "object", «"properties"»: {"a": {"type": "string"}, "b": {"type": "integer"}}, "additionalProperties": false}""", """{"type": "object", "properties": {"a": {"type": ["string", "null"]}, "b": {"type": ["integer", "null"]}}, "additionalProperties": false, "required": ["a", "b"]}""")]
    [InlineData("""{"type": "object", "properties": {«"a"»: {"type": "string"}}, "required": [], "additionalProperties": false}""", """{"type": "object", "properties": {"a": {"type": ["string", "null"]}}, "required": ["a"], "additionalProperties": false}""")]
    // What may be missing may be null.
    [InlineData("""{"type": "object", "properties": {«"a"»: {"type": ["string", "null"]}}, "required": [], "additionalProperties": false}""", """{"type": "object", "properties": {"a": {"type": ["string", "null"]}}, "required": ["a"], "additionalProperties": false}""")]
    [InlineData("""{"type": "object", "properties": {«"a"»: {"type": ["string", "integer"]}}, "required": [], "additionalProperties": false}""", """{"type": "object", "properties": {"a": {"type": ["string", "integer", "null"]}}, "required": ["a"], "additionalProperties": false}""")]
    [InlineData("""{"type": "object", "properties": {«"a"»: {"type": "string", "enum": ["x", "y"]}}, "required": [], "additionalProperties": false}""", """{"type": "object", "properties": {"a": {"type": ["string", "null"], "enum": ["x", "y", null]}}, "required": ["a"], "additionalProperties": false}""")]
    [InlineData("""{"type": "object", "properties": {«"a"»: {"enum": ["x"]}}, "required": [], "additionalProperties": false}""", """{"type": "object", "properties": {"a": {"enum": ["x", null]}}, "required": ["a"], "additionalProperties": false}""")]
    [InlineData("""{"type": "object", "properties": {«"a"»: {"anyOf": [{"type": "string"}, {"type": "integer"}]}}, "required": [], "additionalProperties": false}""", """{"type": "object", "properties": {"a": {"anyOf": [{"type": "string"}, {"type": "integer"}, {"type": "null"}]}}, "required": ["a"], "additionalProperties": false}""")]
    [InlineData("""{"type": "object", "properties": {«"a"»: {"$ref": "#"}}, "required": [], "additionalProperties": false}""", """{"type": "object", "properties": {"a": {"anyOf": [{"$ref": "#"}, {"type": "null"}]}}, "required": ["a"], "additionalProperties": false}""")]
    [InlineData("""{"type": "object", "properties": {«"a"»: {"type": "string", "const": "x"}}, "required": [], "additionalProperties": false}""", """{"type": "object", "properties": {"a": {"anyOf": [{"type": "string", "const": "x"}, {"type": "null"}]}}, "required": ["a"], "additionalProperties": false}""")]
    [InlineData("""{"type": "object", "properties": {«"a"»: {"type": «"object"», "properties": {«"b"»: {"type": "string"}}}}, "required": [], "additionalProperties": false}""", """{"type": "object", "properties": {"a": {"type": ["object", "null"], "properties": {"b": {"type": ["string", "null"]}}, "required": ["b"], "additionalProperties": false}}, "required": ["a"], "additionalProperties": false}""")]
    // Below and beside.
    [InlineData("""{"type": "object", "properties": {"a": {"type": "array", "items": {"type": «"object"», "properties": {"b": {"$ref": "#/$defs/c"}}, "required": ["b"]}}}, "required": ["a"], "additionalProperties": false, "$defs": {"c": {"type": «"object"», "properties": {"d": {"type": "string"}}, "required": ["d"]}}}""", """{"type": "object", "properties": {"a": {"type": "array", "items": {"type": "object", "properties": {"b": {"$ref": "#/$defs/c"}}, "required": ["b"], "additionalProperties": false}}}, "required": ["a"], "additionalProperties": false, "$defs": {"c": {"type": "object", "properties": {"d": {"type": "string"}}, "required": ["d"], "additionalProperties": false}}}""")]
    public async Task Makes_it_strict(string before, string after)
    {
        foreach (var form in new[] { "regular", "verbatim", "raw", "utf8" })
        {
            await VerifyAsync(form, before, after);
        }
    }

    [Fact]
    public Task What_else_is_refused_stays_reported() => VerifyAsync(
        "raw",
        """{"type": «"object"», "properties": {"a": {"type": "string", «"minLength"»: 3}}, "required": ["a"]}""",
        """{"type": "object", "properties": {"a": {"type": "string", «"minLength"»: 3}}, "required": ["a"], "additionalProperties": false}""");

    [Theory]
    [InlineData("""{"type": "object", "properties": {"a": {"type": "string", «"minLength"»: 3}}, "required": ["a"], "additionalProperties": false}""")]
    [InlineData("""{"type": «"array"», "items": {"type": "string"}}""")]
    [InlineData("""{"type": "object", "properties": {"a": {"type": "object", "additionalProperties": «{"type": "string"}»}}, "required": ["a"], "additionalProperties": false}""")]
    [InlineData("""{"type": «"object"», "properties": {"a": {"type": "string"}, «"a"»: {"type": "string"}}, "required": ["a"]}""")]
    [InlineData("""{"type": "object", "properties": {"a": {"type": "string"«}»""")]
    public Task None_where_the_fault_is_another(string json) => VerifyAsync("raw", json, json);

    [Fact]
    public Task A_constant_of_the_class() => VerifyMembersAsync(
        """"
        private const string Schema = """
            {
                "type": [|"object"|],
                "properties": {
                    "a": { "type": "string" }
                },
                "required": [
                    "a"
                ]
            }
            """;
        """",
        """"
        private const string Schema = """
            {
                "type": "object",
                "properties": {
                    "a": { "type": "string" }
                },
                "required": [
                    "a"
                ],
                "additionalProperties": false
            }
            """;
        """");

    [Fact]
    public Task A_list_over_several_lines() => VerifyMembersAsync(
        """"
        private static string Schema => @"{
          ""type"": ""object"",
          ""properties"": {
            ""a"": { ""type"": ""string"" },
            [|""b""|]: { ""type"": ""string"" }
          },
          ""required"": [
            ""a""
          ],
          ""additionalProperties"": false
        }";
        """",
        """"
        private static string Schema => @"{
          ""type"": ""object"",
          ""properties"": {
            ""a"": { ""type"": ""string"" },
            ""b"": { ""type"": [""string"", ""null""] }
          },
          ""required"": [
            ""a"",
            ""b""
          ],
          ""additionalProperties"": false
        }";
        """");

    [Fact]
    public Task Two_schemas_at_once() => RuleVerifier.VerifyFixAsync<LlmCallAnalyzer, CloseSchema>(
        "LLM1005",
        Sources.OpenAI(Calls("«\"object\"»", "", "") + Calls("«\"object\"»", "", "2")).Replace("«", "[|", StringComparison.Ordinal).Replace("»", "|]", StringComparison.Ordinal),
        Sources.OpenAI(Calls("\"object\"", ", \"additionalProperties\": false", "") + Calls("\"object\"", ", \"additionalProperties\": false", "2")),
        Sdk.OpenAI);

    [Fact]
    public Task Anthropic_needs_no_required() => RuleVerifier.VerifyFixAsync<LlmCallAnalyzer, CloseSchema>(
        "LLM1005",
        Anthropic("""{"type": [|"object"|], "properties": {"a": {"type": "string"}}}"""),
        Anthropic("""{"type": "object", "properties": {"a": {"type": "string"}}, "additionalProperties": false}"""),
        Sdk.Anthropic);

    private static string Anthropic(string json) => $$""""
        using System.Collections.Generic;
        using System.Text.Json;
        using Anthropic.Models.Messages;

        class Subject
        {
            public JsonOutputFormat Format() => new JsonOutputFormat { Schema = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>("""{{json}}""")! };
        }
        """";

    private static string Calls(string type, string end, string suffix) =>
        "var format" + suffix + " = ChatResponseFormat.CreateJsonSchemaFormat(\"a\", BinaryData.FromString(\"\"\"{\"type\": " + type + ", \"properties\": {\"a\": {\"type\": \"string\"}}, \"required\": [\"a\"]" + end + "}\"\"\"), jsonSchemaIsStrict: true);\n";

    private static Task VerifyAsync(string form, string before, string after) => RuleVerifier.VerifyFixAsync<LlmCallAnalyzer, CloseSchema>(
        "LLM1005", Source(before, form), Source(after, form), Sdk.OpenAI);

    private static string Source(string json, string form) =>
        Sources.OpenAI("var format = ChatResponseFormat.CreateJsonSchemaFormat(\"order\", " + SchemaLiteral.Data(json, form) + ", jsonSchemaIsStrict: true);");

    private static Task VerifyMembersAsync(string before, string after)
    {
        const string body = "var format = ChatResponseFormat.CreateJsonSchemaFormat(\"order\", BinaryData.FromString(Schema), jsonSchemaIsStrict: true);";
        return RuleVerifier.VerifyFixAsync<LlmCallAnalyzer, CloseSchema>("LLM1005", Sources.OpenAI(body, before), Sources.OpenAI(body, after), Sdk.OpenAI);
    }
}
