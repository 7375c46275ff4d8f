using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using LlmAnalyzers.Schemas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace LlmAnalyzers.Tests.Schemas;

/// <summary>The schema as it stands in a developer's code.</summary>
public sealed class SchemaTextTests
{
    private static string Json(string declarations, string type, SerializationConventions? conventions = null, SchemaDialect? dialect = null)
    {
        var result = SchemaFromType.Create(
            new TypeSource(declarations).Declared(type), conventions ?? SerializationConventions.Default, dialect ?? SchemaDialect.OpenAI, CancellationToken.None);
        Assert.Empty(result.Obstacles);
        return result.Json!;
    }

    [Fact]
    public void Schema_reads_as_a_person_would_write_it()
    {
        const string Declarations = """
            /// <summary>What a customer asks for.</summary>
            public record SupportTicket(
                [property: Description("One line.")] string Title,
                Priority Priority,
                List<string> Tags,
                Contact? Contact,
                DateTime? DueAt);
            [JsonConverter(typeof(JsonStringEnumConverter<Priority>))] public enum Priority { Low, High }
            public record Contact(string Email, string? Phone);
            """;
        const string Expected = """
            {
              "type": "object",
              "description": "What a customer asks for.",
              "properties": {
                "title": {
                  "type": "string",
                  "description": "One line."
                },
                "priority": {
                  "type": "string",
                  "enum": ["Low", "High"]
                },
                "tags": {
                  "type": "array",
                  "items": {
                    "type": "string"
                  }
                },
                "contact": {
                  "anyOf": [
                    {
                      "type": "object",
                      "properties": {
                        "email": {
                          "type": "string"
                        },
                        "phone": {
                          "type": ["string", "null"]
                        }
                      },
                      "required": ["email", "phone"],
                      "additionalProperties": false
                    },
                    {
                      "type": "null"
                    }
                  ]
                },
                "dueAt": {
                  "type": ["string", "null"],
                  "format": "date-time"
                }
              },
              "required": ["title", "priority", "tags", "contact", "dueAt"],
              "additionalProperties": false
            }
            """;
        Assert.Equal(Expected.ReplaceLineEndings("\n"), Json(Declarations, "SupportTicket", SerializationConventions.Web));
    }

    [Fact]
    public void Anonymous_type_is_read_through_its_constructor()
    {
        var compilation = new TypeSource("public static class Root { static object M() => new { Title = \"a\", Ages = new int?[] { 1 } }; }").Compilation;
        var tree = compilation.SyntaxTrees.Single();
        var creation = tree.GetRoot().DescendantNodes().OfType<AnonymousObjectCreationExpressionSyntax>().Single();
        var type = compilation.GetSemanticModel(tree).GetTypeInfo(creation).Type!;
        var result = SchemaFromType.Create(type, SerializationConventions.Default, CancellationToken.None);
        Assert.Equal(["Title", "Ages"], ((JsonObject)JsonNode.Parse(result.Json!)!["properties"]!).Select(p => p.Key));
        Assert.Equal("response", SchemaName.For(type));
    }

    [Fact]
    public void Circle_through_the_root_refers_to_the_root()
    {
        var json = Json("public record Node(Node? Next, Node[] Children);", "Node");
        Assert.Equal(2, json.Split("\"$ref\": \"#\"").Length - 1);
        Assert.DoesNotContain("$defs", json, System.StringComparison.Ordinal);
    }

    [Fact]
    public void Type_used_twice_is_defined_once_and_type_used_once_is_written_in_place()
    {
        var schema = JsonNode.Parse(Json("public record Order(Address From, Address To, Buyer Buyer); public record Address(string Street); public record Buyer(string Name);", "Order"))!;
        Assert.Equal(["address"], ((JsonObject)schema["$defs"]!).Select(d => d.Key));
        Assert.Equal("""{"$ref":"#/$defs/address"}""", schema["properties"]!["From"]!.ToJsonString());
        Assert.Equal("object", (string?)schema["properties"]!["Buyer"]!["type"]);
    }

    [Fact]
    public void Described_member_of_a_shared_type_keeps_its_description()
    {
        var properties = JsonNode.Parse(Json(
            "public record Order(Address A, Address B, [property: Description(\"Pays\")] Address C, [property: Description(\"Else\")] Address? D, [property: Description(\"All\")] Address[] E); public record Address(string Street);", "Order"))!["properties"]!;
        Assert.Equal("""{"$ref":"#/$defs/address"}""", properties["B"]!.ToJsonString());
        Assert.Equal(("object", "Pays"), ((string?)properties["C"]!["type"], (string?)properties["C"]!["description"]));
        Assert.Equal("""{"description":"Else","anyOf":[{"$ref":"#/$defs/address"},{"type":"null"}]}""", properties["D"]!.ToJsonString());
        Assert.Equal("""{"type":"array","description":"All","items":{"$ref":"#/$defs/address"}}""", properties["E"]!.ToJsonString());
    }

    [Fact]
    public void Definitions_of_one_name_are_told_apart()
    {
        var schema = JsonNode.Parse(Json("public record Order(A.Item A1, A.Item A2, B.Item B1, B.Item B2); public class A { public record Item(int X); } public class B { public record Item(int Y); }", "Order"))!;
        Assert.Equal(["item", "item_2"], ((JsonObject)schema["$defs"]!).Select(d => d.Key));
        Assert.Equal("#/$defs/item_2", (string?)schema["properties"]!["B1"]!["$ref"]);
    }

    [Theory]
    [InlineData("string A", false)]
    [InlineData("string? A", true)]
    [InlineData("int A", false)]
    [InlineData("int? A", true)]
    [InlineData("string A = \"x\"", false)]
    [InlineData("string? A = null", true)]
    [InlineData("[property: Required] string? A", false)]
    [InlineData("[Required] int? A", false)]
    [InlineData("[property: System.Diagnostics.CodeAnalysis.AllowNull] string A", true)]
    [InlineData("[property: System.Diagnostics.CodeAnalysis.DisallowNull] string? A", false)]
    public void Null_is_allowed_where_the_code_allows_it(string parameter, bool isNullable) =>
        Assert.Equal(isNullable, Json($"public record Root({parameter});", "Root").Contains("\"null\"", System.StringComparison.Ordinal));

    [Theory]
    [InlineData("public string A { get; set; }", true)]
    [InlineData("public required string A { get; set; }", false)]
    [InlineData("[JsonRequired] public string A { get; set; }", false)]
    [InlineData("[Required] public string A { get; set; }", false)]
    [InlineData("public int A { get; set; }", false)]
    [InlineData("public required List<string> A { get; set; }", false)]
    public void Without_annotations_a_reference_may_be_null_unless_it_is_required(string member, bool isNullable) =>
        Assert.Equal(isNullable, Json($"#nullable disable\npublic class Root {{ {member} }}", "Root").Contains("\"null\"", System.StringComparison.Ordinal));

    [Theory]
    [InlineData("int", "\"integer\"", null)]
    [InlineData("decimal", "\"number\"", null)]
    [InlineData("DateTime", "\"format\": \"date-time\"", "ISO 8601 date and time")]
    [InlineData("DateTimeOffset", "\"format\": \"date-time\"", "ISO 8601 date and time")]
    [InlineData("DateOnly", "\"format\": \"date\"", "A date, yyyy-MM-dd")]
    [InlineData("Guid", "\"format\": \"uuid\"", "A UUID")]
    [InlineData("TimeOnly", "\"pattern\": ", "A time, HH:mm:ss")]
    [InlineData("TimeSpan", "\"pattern\": ", "A time span, [-][d.]hh:mm:ss")]
    [InlineData("Version", "\"pattern\": ", "A version, major.minor[.build[.revision]]")]
    [InlineData("char", "\"pattern\": \"^.$\"", "One character")]
    [InlineData("Uri", "\"description\": \"A URI\"", "A URI")]
    [InlineData("byte[]", "\"description\": \"Bytes in Base64\"", "Bytes in Base64")]
    public void Form_of_a_text_is_a_constraint_or_put_into_words(string type, string constraint, string? words)
    {
        Assert.Contains(constraint, Json($"public record Root({type} A);", "Root"), System.StringComparison.Ordinal);
        var fineTuned = Json($"public record Root([property: Description(\"Mine\")] {type} A, {type} B);", "Root", dialect: SchemaDialect.OpenAIFineTuned);
        Assert.DoesNotContain("\"format\"", fineTuned, System.StringComparison.Ordinal);
        Assert.DoesNotContain("\"pattern\"", fineTuned, System.StringComparison.Ordinal);
        Assert.Equal(words, (string?)JsonNode.Parse(fineTuned)!["properties"]!["B"]!["description"]);
        var own = words is null ? "Mine" : $"Mine ({char.ToLowerInvariant(words[0])}{words[1..]})";
        Assert.Equal(own, (string?)JsonNode.Parse(fineTuned)!["properties"]!["A"]!["description"], ignoreCase: true);
    }

    [Fact]
    public void Numbers_of_an_enum_are_explained()
    {
        var json = Json("public record Root(Level A); public enum Level { Low = 1, Same = 1, High = 5 }", "Root");
        Assert.Contains("\"enum\": [1, 5]", json, System.StringComparison.Ordinal);
        Assert.Contains("\"description\": \"1 = Low, 1 = Same, 5 = High\"", json, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/// <summary>Gets or sets the title.</summary>", "The title.")]
    [InlineData("/// <summary>\n///   First line,\n///   second.\n/// </summary>", "First line, second.")]
    [InlineData("/// <summary>One of <see cref=\"System.String.Join(string, string[])\"/>, <c>a &lt; b</c> or <see langword=\"null\"/>.</summary>", "One of Join, a < b or null.")]
    [InlineData("/// <summary>From the docs.</summary>\n[Description(\"From the attribute.\")]", "From the attribute.")]
    [InlineData("/// <remarks>Not a summary.</remarks>", null)]
    [InlineData("/// <summary>Broken <b></summary>", null)]
    [InlineData("/// <summary> </summary>", null)]
    [InlineData("[Description(\"\")]", null)]
    [InlineData("[DisplayName(\"Not this\")]", null)]
    public void Description_is_the_attribute_or_the_summary(string prefix, string? description)
    {
        var json = JsonNode.Parse(Json($"public class Root {{ {prefix}\npublic string A {{ get; set; }} = \"\"; }}", "Root"))!;
        Assert.Equal(description, (string?)json["properties"]!["A"]!["description"]);
    }

    [Fact]
    public void Parameter_documentation_describes_the_member_of_a_record()
    {
        var json = JsonNode.Parse(Json("/// <summary>S</summary>\n/// <param name=\"A\">The first.</param>\npublic record Root(string A);", "Root"))!;
        Assert.Equal("The first.", (string?)json["properties"]!["A"]!["description"]);
    }

    [Fact]
    public void Long_descriptions_are_cut_at_a_word()
    {
        var json = JsonNode.Parse(Json($"public record Root([property: Description(\"{string.Concat(Enumerable.Repeat("word ", 20_000))}\")] string A);", "Root"))!;
        var description = (string)json["properties"]!["A"]!["description"]!;
        Assert.InRange(description.Length, 280, 300);
        Assert.EndsWith("word…", description, System.StringComparison.Ordinal);
    }

    [Fact]
    public void Text_fits_into_a_raw_string_literal_and_is_valid_json()
    {
        var json = Json(
            "public record Root([property: JsonPropertyName(\"\\\"\\\"\\\"\\\"\")] [property: Description(\"\\\"\\\"\\\" \\\\ \\u0001 \\u2028 \\ud800 \\U0001F600 \\u200b é\")] string A);", "Root");
        Assert.DoesNotContain("\"\"\"", json, System.StringComparison.Ordinal);
        Assert.DoesNotContain(json, c => char.IsControl(c) && c != '\n');
        var member = Assert.Single((JsonObject)JsonNode.Parse(json.Replace("\\ud800", "?", System.StringComparison.Ordinal))!["properties"]!);
        Assert.Equal("\"\"\"\"", member.Key);
        Assert.Equal("\"\"\" \\ \u0001 ? \U0001F600 \u200b é", (string?)member.Value!["description"]);
    }

    [Fact]
    public void Long_lists_get_a_line_for_each_value()
    {
        var json = Json("public class Root {" + string.Concat(Enumerable.Range(100, 30).Select(i => $"public int Member{i} {{ get; set; }}")) + "}", "Root");
        Assert.Contains("\n  \"required\": [\n    \"Member100\",\n    \"Member101\",\n", json, System.StringComparison.Ordinal);
        Assert.All(json.Split('\n'), line => Assert.True(line.Length < 120 && line == line.TrimEnd()));
    }
}
