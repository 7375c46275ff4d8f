using System.Linq;
using System.Text.Json;
using LlmAnalyzers.Schemas;
using Xunit;

namespace LlmAnalyzers.Tests.Schemas;

/// <summary>JSON with the place of every name and value, and of the first error.</summary>
public class JsonReaderTests
{
    [Theory]
    [InlineData("""{"a": 1, "b": [true, false, null, "x\u0041\n", -1.5e+3], "c": {}}""")]
    [InlineData("  [ ]\r\n")]
    [InlineData("\"😀 \\ud83d\\ude00\"")]
    [InlineData("0")]
    [InlineData("-0.1")]
    public void Reads_what_the_framework_reads(string json)
    {
        var reading = JsonReader.Read(json);
        Assert.Null(reading.Error);
        using var expected = JsonDocument.Parse(json);
        Compare(expected.RootElement, reading.Root!, json);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{")]
    [InlineData("{\"a\"}")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{a:1}")]
    [InlineData("{'a':1}")]
    [InlineData("[1 2]")]
    [InlineData("[1,]")]
    [InlineData("01")]
    [InlineData("1.")]
    [InlineData("-")]
    [InlineData("1e")]
    [InlineData("tru")]
    [InlineData("truee")]
    [InlineData("\"a")]
    [InlineData("\"a\nb\"")]
    [InlineData("\"\\x\"")]
    [InlineData("\"\\u12\"")]
    [InlineData("{} {}")]
    [InlineData("// a\n1")]
    [InlineData("/* a */ 1")]
    [InlineData("/")]
    [InlineData("]")]
    public void Refuses_what_the_framework_refuses(string json)
    {
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(json));
        var error = JsonReader.Read(json).Error;
        Assert.NotNull(error);
        Assert.InRange(error.Span.Start, 0, json.Length);
        Assert.InRange(error.Span.End, error.Span.Start, json.Length);
        Assert.NotEmpty(error.Reason);
    }

    [Theory]
    [InlineData("{\"a\": 1, // one\n \"b\": [2,], }")]
    [InlineData("/* all */ {}")]
    public void Comments_and_last_commas_are_fine_where_they_are_allowed(string json)
    {
        Assert.NotNull(JsonReader.Read(json).Error);
        Assert.Null(JsonReader.Read(json, isLenient: true).Error);
    }

    [Fact]
    public void Every_cut_of_a_text_gives_an_answer()
    {
        const string Json = """{"type": "object", "properties": {"a": {"type": ["string", null], "x": "\u0041\\"}}, "n": [-1.5e3, true]}""";
        for (var length = 0; length < Json.Length; length++)
        {
            Assert.NotNull(JsonReader.Read(Json[..length]).Error);
            _ = JsonReader.Read(Json[..length] + "\u0000" + Json[length..]);
            _ = JsonReader.Read(Json[length..]);
        }
    }

    [Fact]
    public void Deep_and_long_texts_are_read_in_time()
    {
        Assert.NotNull(JsonReader.Read(new string('[', 1_000_000)).Error);
        Assert.NotNull(JsonReader.Read(string.Concat(Enumerable.Repeat("{\"a\":", 100_000))).Error);
        var wide = "[" + string.Join(",", Enumerable.Repeat("{\"type\":\"string\"}", 100_000)) + "]";
        Assert.Equal(100_000, JsonReader.Read(wide).Root!.Elements.Length);
        Assert.Null(JsonReader.Read("\"" + new string('x', 2_000_000) + "\"").Error);
    }

    [Fact]
    public void A_schema_in_circles_is_checked_in_time()
    {
        // Each definition refers to each.
        var names = Enumerable.Range(0, 60).Select(i => "d" + i).ToList();
        var references = string.Join(",", names.Select(n => $"\"{n}\":{{\"$ref\":\"#/$defs/{n}\"}}"));
        var json = "{\"type\":\"object\",\"properties\":{" + references + "},\"additionalProperties\":false,\"$defs\":{"
            + string.Join(",", names.Select(n => $"\"{n}\":{{\"type\":\"object\",\"properties\":{{{references}}},\"additionalProperties\":false}}")) + "}}";
        var violations = StrictRules.Check(JsonReader.Read(json).Root!, StrictSubset.Anthropic);
        Assert.Contains(violations, v => v.Rule == StrictRule.Recursion);
        Assert.True(violations.Length <= StrictRules.MaxViolations);
    }

    [Theory]
    [InlineData("maxLength")]
    [InlineData("oneOf")]
    [InlineData("allOf")]
    public void Gemini_drops_what_it_does_not_know(string keyword)
    {
        var violation = Assert.Single(StrictRules.Check(JsonReader.Read($"{{\"type\": \"object\", \"{keyword}\": 3}}").Root!, StrictSubset.Gemini));
        Assert.Equal("Gemini drops '" + keyword + "' without a word", violation.Sentence);
    }

    [Theory]
    [InlineData("openai", "OpenAI")]
    [InlineData("azure", "Azure OpenAI")]
    [InlineData("anthropic", "Anthropic")]
    [InlineData("google", "Gemini")]
    [InlineData("mistral", null)]
    [InlineData(null, null)]
    public void A_provider_has_its_subset(string? provider, string? service) => Assert.Equal(service, StrictSubset.Of(provider)?.Service);

    [Theory]
    [InlineData("{\"properties\": {\"first name\": {\"items\": {\"default\": 1}}}}", "$.properties['first name'].items.default")]
    [InlineData("{\"properties\": {\"a\": {\"anyOf\": [{}, {\"not\": {}}]}}}", "$.properties.a.anyOf[1].not")]
    [InlineData("{\"$defs\": {\"2d\": {\"if\": {}}}}", "$['$defs']['2d'].if")]
    public void The_path_leads_to_the_place(string json, string path) =>
        Assert.Contains(StrictRules.Check(JsonReader.Read(json).Root!, StrictSubset.OpenAI), v => v.Path == path && v.Rule == StrictRule.UnsupportedKeyword);

    private static void Compare(JsonElement expected, JsonItem actual, string json)
    {
        Assert.Equal(expected.GetRawText(), json.Substring(actual.Span.Start, actual.Span.Length));
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var (property, member) in expected.EnumerateObject().Zip(actual.Members))
                {
                    Assert.Equal(property.Name, member.Name);
                    Compare(property.Value, member.Value, json);
                }

                break;
            case JsonValueKind.Array:
                Assert.Equal(expected.GetArrayLength(), actual.Elements.Length);
                foreach (var (element, item) in expected.EnumerateArray().Zip(actual.Elements))
                {
                    Compare(element, item, json);
                }

                break;
            case JsonValueKind.String:
                Assert.Equal(expected.GetString(), actual.Text);
                break;
        }
    }
}
