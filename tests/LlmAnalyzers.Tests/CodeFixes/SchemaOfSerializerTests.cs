using System.Threading.Tasks;
using Xunit;

namespace LlmAnalyzers.Tests.CodeFixes;

/// <summary>The schema has the names and values the serializer reads.</summary>
public class SchemaOfSerializerTests
{
    [Fact]
    public Task Enums_are_names_where_a_converter_says_so()
        => Fix.SchemaAsync(
            "JsonSerializer.Deserialize<Ticket>(completion.Content[0].Text, Json)",
            members: """
            record Ticket(Urgency Urgency);

            enum Urgency { Low, High }

            private static readonly JsonSerializerOptions Json = new() { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };
            """,
            name: "ticket",
            schema: """
            {
              "type": "object",
              "properties": {
                "Urgency": {
                  "type": "string",
                  "enum": ["Low", "High"]
                }
              },
              "required": ["Urgency"],
              "additionalProperties": false
            }
            """);

    [Fact]
    public Task A_name_given_by_an_attribute()
        => Fix.SchemaAsync(
            "JsonSerializer.Deserialize<Score>(completion.Content[0].Text)",
            members: """
            record Score([property: System.Text.Json.Serialization.JsonPropertyName("pts")] int Points);
            """,
            name: "score",
            schema: """
            {
              "type": "object",
              "properties": {
                "pts": {
                  "type": "integer"
                }
              },
              "required": ["pts"],
              "additionalProperties": false
            }
            """);

    [Fact]
    public Task Camel_case_by_the_options()
        => Fix.SchemaAsync(
            "JsonSerializer.Deserialize<Score>(completion.Content[0].Text, Json)",
            members: """
            record Score(int TotalPoints);

            private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
            """,
            name: "score",
            schema: """
            {
              "type": "object",
              "properties": {
                "totalPoints": {
                  "type": "integer"
                }
              },
              "required": ["totalPoints"],
              "additionalProperties": false
            }
            """);

    [Fact]
    public Task Camel_case_by_the_web_defaults()
        => Fix.SchemaAsync(
            "JsonSerializer.Deserialize<Score>(completion.Content[0].Text, JsonSerializerOptions.Web)",
            members: "record Score(int TotalPoints);",
            name: "score",
            schema: """
            {
              "type": "object",
              "properties": {
                "totalPoints": {
                  "type": "integer"
                }
              },
              "required": ["totalPoints"],
              "additionalProperties": false
            }
            """);

    [Fact]
    public Task Options_made_in_the_call()
        => Fix.SchemaAsync(
            "JsonSerializer.Deserialize<Score>(completion.Content[0].Text, new JsonSerializerOptions { PropertyNameCaseInsensitive = true })",
            members: "record Score(int TotalPoints);",
            name: "score",
            schema: """
            {
              "type": "object",
              "properties": {
                "TotalPoints": {
                  "type": "integer"
                }
              },
              "required": ["TotalPoints"],
              "additionalProperties": false
            }
            """);

    [Fact]
    public Task Attributes_of_Newtonsoft()
        => Fix.SchemaAsync(
            "Newtonsoft.Json.JsonConvert.DeserializeObject<Score>(completion.Content[0].Text)",
            members: """
            class Score
            {
                [Newtonsoft.Json.JsonProperty("total_points")]
                public int TotalPoints { get; set; }
            }
            """,
            name: "score",
            schema: """
            {
              "type": "object",
              "properties": {
                "total_points": {
                  "type": "integer"
                }
              },
              "required": ["total_points"],
              "additionalProperties": false
            }
            """);

    [Fact]
    public Task A_source_generated_context_stays()
        => Fix.SchemaAsync(
            "JsonSerializer.Deserialize(completion.Content[0].Text, Info)",
            members: """
            record Score(int Points);

            static System.Text.Json.Serialization.Metadata.JsonTypeInfo<Score> Info => throw new NotSupportedException();
            """,
            schema: null);

    [Fact]
    public Task Options_that_cannot_be_read_stay()
        => Fix.SchemaAsync(
            "JsonSerializer.Deserialize<Score>(completion.Content[0].Text, Json)",
            members: """
            record Score(int Points);

            static JsonSerializerOptions Json => Options[0];

            static readonly List<JsonSerializerOptions> Options = [];
            """,
            schema: null);
}
