using System;
using System.Linq;
using System.Threading.Tasks;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.Rules.OutputFormat;

/// <summary>LLM1005 stands at the very name or value that is refused, in whatever literal it is written.</summary>
public class SchemaBreaksStrictRulesPlaceTests
{
    private const string Text = """{"type": "string"}""";
    private const string End = """
        "required": ["a"],
          "additionalProperties": false
        }
        """;

    private static readonly (string Name, string Json)[] OpenAICases =
    [
        ("root array", """{"type": «"array"», "items": {"type": "string"}}"""),
        ("root text", """{"type": «"string"»}"""),
        ("root of several types", """{"type": «["object", "null"]», "properties": {"a": {"type": "string"}}, "required": ["a"], "additionalProperties": false}"""),
        ("root list", """«[1, 2]»"""),
        ("root without type", """«{"description": "An order"}»"""),
        ("the whole format", """{"name": "order", "strict": true, «"schema"»: {"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"], "additionalProperties": false}}"""),
        ("root reference", """{«"$ref"»: "#/$defs/a", "$defs": {"a": {"type": "object", "properties": {"b": {"type": "string"}}, "required": ["b"], "additionalProperties": false}}}"""),
        ("root choice", """{«"anyOf"»: [{"type": "object", "properties": {"b": {"type": "string"}}, "required": ["b"], "additionalProperties": false}]}"""),
        ("open object", """{"type": «"object"», "properties": {"a": {"type": "string"}}, "required": ["a"]}"""),
        ("open object, said so", """{"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"], "additionalProperties": «true»}"""),
        ("dictionary", Object("""{"type": "object", "additionalProperties": «{"type": "string"}»}""")),
        ("open object inside", Object("""{"type": «"object"», "properties": {"b": {"type": "string"}}, "required": ["b"]}""")),
        ("open object of two types", Object("""{"type": [«"object"», "null"], "properties": {"b": {"type": "string"}}, "required": ["b"]}""")),
        ("open object in a list", Object("""{"type": "array", "items": {"type": «"object"», "properties": {"b": {"type": "string"}}, "required": ["b"]}}""")),
        ("open object in a choice", Object("""{"anyOf": [{"type": "null"}, {"type": «"object"», "properties": {"b": {"type": "string"}}, "required": ["b"]}]}""")),
        ("open object in a definition", """{"type": "object", "properties": {"a": {"$ref": "#/$defs/b"}}, "required": ["a"], "additionalProperties": false, "$defs": {"b": {"type": «"object"», "properties": {"c": {"type": "string"}}, "required": ["c"]}}}"""),
        ("one property not required", """{"type": "object", "properties": {"a": {"type": "string"}, «"b"»: {"type": "string"}}, "required": ["a"], "additionalProperties": false}"""),
        ("the only property not required", """{"type": "object", "properties": {«"a"»: {"type": "string"}}, "additionalProperties": false}"""),
        ("nothing required", """{"type": "object", «"properties"»: {"a": {"type": "string"}, "b": {"type": "string"}}, "additionalProperties": false}"""),
        ("a name with escapes", """{"type": "object", "properties": {"a": {"type": "string"}, «"b\u0041\n\\"»: {"type": "string"}}, "required": ["a"], "additionalProperties": false}"""),
        ("a name beyond the first plane", """{"type": "object", "properties": {"😀": {"type": "string"}, «"größe 😀"»: {"type": "string"}}, "required": ["😀"], "additionalProperties": false}"""),
        ("unknown format", Object("""{"type": "string", "format": «"uri"»}""")),
        ("reference to another file", Object("""{"$ref": «"https://example.com/order.json"»}""")),
        ("reference to nothing", Object("""{"$ref": «"#/$defs/order"»}""")),
        ("repeated name", """{"type": "object", "properties": {"a": {"type": "string"}, «"a"»: {"type": "integer"}}, "required": ["a"], "additionalProperties": false}"""),
        ("repeated keyword", Object("""{"type": "string", «"type"»: "integer"}""")),
        ("comma at the end", """{"type": "object"«,»}"""),
        ("comma at the end of a list", """{"type": "object", "required": ["a"«,»]}"""),
        ("missing comma", """{"type": "object" «"properties"»: {}}""".Replace("«\"properties\"»", "«\"»properties\"")),
        ("missing colon", """{"type" «"»object"}"""),
        ("single quotes", """{«'»type': 'object'}"""),
        ("name without quotes", """{«type»: "object"}"""),
        ("a word that is no value", """{"type": «undefined»}"""),
        ("a comment", "{\n  «// The order»\n  \"type\": \"object\"\n}"),
        ("a number that is none", """{"type": "object", "maxItems": «0»1}""".Replace("«0»1", "«01»")),
        ("a string without end", """{"type": "object", "description": «"An order}»""" + "\n" + """ }"""),
        ("an escape that is none", """{"description": "«\q»"}"""),
        ("the end is missing", """{"type": "object", "properties": {"a": {"type": "string"}«}»"""),
        ("too much at the end", """{"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"], "additionalProperties": false} «}»"""),
    ];

    private static readonly (string Name, string Json)[] AnthropicCases =
    [
        ("open object", """{"type": «"object"», "properties": {"a": {"type": "string"}}}"""),
        ("open object, said so", """{"type": "object", "properties": {"a": {"type": "string"}}, "additionalProperties": «true»}"""),
        ("minimum", Object("""{"type": "integer", «"minimum"»: 3}""")),
        ("maximum", Object("""{"type": "integer", «"maximum"»: 3}""")),
        ("multipleOf", Object("""{"type": "integer", «"multipleOf"»: 3}""")),
        ("minLength", Object("""{"type": "string", «"minLength"»: 3}""")),
        ("maxLength", Object("""{"type": "string", «"maxLength"»: 3}""")),
        ("maxItems", Object("""{"type": "array", «"maxItems"»: 3, "items": {"type": "string"}}""")),
        ("minItems", Object("""{"type": "array", "minItems": «2», "items": {"type": "string"}}""")),
        ("a list in an enum", Object("""{"enum": ["a", «["b"]»]}""")),
        ("reference in allOf", """{"type": "object", "properties": {"a": {"allOf": [{«"$ref"»: "#/$defs/b"}]}}, "additionalProperties": false, "$defs": {"b": {"type": "string"}}}"""),
        ("reference to another file", Object("""{"$ref": «"order.json"»}""")),
        ("a schema in itself", """{"type": "object", "properties": {"a": {"$ref": «"#"»}}, "additionalProperties": false}"""),
        ("a definition in itself", """{"type": "object", "properties": {"a": {"$ref": "#/$defs/b"}}, "additionalProperties": false, "$defs": {"b": {"type": "object", "properties": {"c": {"$ref": «"#/$defs/b"»}}, "additionalProperties": false}}}"""),
        ("too many that may be missing", "{\"type\": \"object\", \"properties\": {" + string.Join(", ", Enumerable.Range(0, 25).Select(i => $"{(i == 24 ? "«" : "")}\"p{i}\"{(i == 24 ? "»" : "")}: {Text}")) + "}, \"additionalProperties\": false}"),
        ("too many of several types", "{\"type\": \"object\", \"properties\": {" + string.Join(", ", Enumerable.Range(0, 17).Select(i => $"\"p{i}\": {{{(i == 16 ? "«\"type\"»" : "\"type\"")}: [\"string\", \"null\"]}}")) + "}, \"required\": [" + string.Join(", ", Enumerable.Range(0, 17).Select(i => $"\"p{i}\"")) + "], \"additionalProperties\": false}"),
    ];

    public static TheoryData<string, string> OpenAI => Pairs([.. OpenAICases.Select(c => c.Name)]);

    public static TheoryData<string, string> Anthropic => Pairs([.. AnthropicCases.Select(c => c.Name)]);

    public static TheoryData<string> Keywords =>
    [
        "allOf", "oneOf", "not", "dependentRequired", "dependentSchemas", "if", "then", "else", "default", "minLength", "maxLength", "patternProperties",
        "unevaluatedProperties", "propertyNames", "minProperties", "maxProperties", "unevaluatedItems", "contains", "minContains", "maxContains", "uniqueItems",
    ];

    [Theory]
    [MemberData(nameof(OpenAI))]
    public Task OpenAI_refuses(string name, string form)
    {
        var json = OpenAICases.First(c => c.Name == name).Json;
        return VerifyOpenAIAsync(json, form);
    }

    [Theory]
    [MemberData(nameof(Anthropic))]
    public Task Anthropic_refuses(string name, string form)
    {
        var json = AnthropicCases.First(c => c.Name == name).Json;
        return VerifyAnthropicAsync(json, form);
    }

    [Theory]
    [MemberData(nameof(Keywords))]
    public async Task OpenAI_does_not_know_the_keyword(string keyword)
    {
        foreach (var form in new[] { "regular", "verbatim", "raw", "raw utf8" })
        {
            await VerifyOpenAIAsync(Object("""{"type": "string", «"KEYWORD"»: {}}""".Replace("KEYWORD", keyword)), form);
        }
    }

    [Theory]
    [InlineData("regular")]
    [InlineData("verbatim")]
    [InlineData("raw")]
    [InlineData("raw utf8")]
    public async Task OpenAI_limits_the_size(string form)
    {
        // 11 objects in each other.
        var deep = string.Concat(Enumerable.Range(1, 10).Select(_ => """{"type": "object", "required": ["a"], "additionalProperties": false, "properties": {"a": """))
            + """{"type": «"object"», "required": ["a"], "additionalProperties": false, "properties": {"a": {"type": "string"}}}""" + string.Concat(Enumerable.Repeat("}}", 10));
        await VerifyOpenAIAsync(deep, form);

        await VerifyOpenAIAsync(Wide(5001, i => "p" + i, 5000), form);
        await VerifyOpenAIAsync(Object("""{"type": "string", "enum": [""" + string.Join(", ", Enumerable.Range(0, 1001).Select(i => i == 1000 ? "«\"v\"»" : "\"v\"")) + "]}"), form);
        await VerifyOpenAIAsync(Object("""{"type": "string", «"enum"»: [""" + string.Join(", ", Enumerable.Range(0, 251).Select(i => "\"" + new string('v', 60) + "\"")) + "]}"), form);
        await VerifyOpenAIAsync(Wide(121, i => "p" + i.ToString("000", System.Globalization.CultureInfo.InvariantCulture) + new string('x', 996), 120), form);
    }

    private static string Wide(int count, Func<int, string> name, int marked) =>
        "{\"type\": \"object\", \"properties\": {" + string.Join(", ", Enumerable.Range(0, count).Select(i => i == marked ? $"«\"{name(i)}\"»: {Text}" : $"\"{name(i)}\": {Text}"))
        + "}, \"required\": [" + string.Join(", ", Enumerable.Range(0, count).Select(i => "\"" + name(i) + "\"")) + "], \"additionalProperties\": false}";

    /// <summary>A fine object with one property.</summary>
    private static string Object(string property) => "{\n  \"type\": \"object\",\n  \"properties\": {\n    \"a\": " + property + "\n  },\n  " + End;

    private static TheoryData<string, string> Pairs(string[] names)
    {
        var pairs = new TheoryData<string, string>();
        foreach (var name in names)
        {
            foreach (var form in SchemaLiteral.Forms)
            {
                pairs.Add(name, form);
            }
        }

        return pairs;
    }

    private static Task VerifyOpenAIAsync(string json, string form)
    {
        var isCut = form is "raw line" or "utf8" or "joined" && json.Contains('\n') && (json.Contains("//") || json.Contains("An order}"));
        return isCut ? Task.CompletedTask : RuleVerifier.VerifyAsync<LlmCallAnalyzer>("LLM1005", Sources.OpenAI(
            "var format = ChatResponseFormat.CreateJsonSchemaFormat(\"order\", " + SchemaLiteral.Data(json, form) + ", jsonSchemaIsStrict: true);"), Sdk.OpenAI);
    }

    private static Task VerifyAnthropicAsync(string json, string form) => RuleVerifier.VerifyAsync<LlmCallAnalyzer>("LLM1005", $$"""
        using System.Collections.Generic;
        using System.Text.Json;
        using Anthropic.Models.Messages;

        class Subject
        {
            public OutputConfig Config() => new() { Format = new JsonOutputFormat { Schema = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>({{SchemaLiteral.Write(json, form)}})! } };
        }
        """, Sdk.Anthropic);
}
