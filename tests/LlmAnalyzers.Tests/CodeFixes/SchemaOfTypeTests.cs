using System.Threading.Tasks;
using Xunit;

namespace LlmAnalyzers.Tests.CodeFixes;

/// <summary>The schema is that of the type, or there is none.</summary>
public class SchemaOfTypeTests
{
    [Fact]
    public Task A_record()
        => Fix.SchemaAsync(
            "JsonSerializer.Deserialize<Order>(completion.Content[0].Text)",
            members: "record Order(string Product, int Quantity, string? Note);",
            name: "order",
            schema: """
            {
              "type": "object",
              "properties": {
                "Product": {
                  "type": "string"
                },
                "Quantity": {
                  "type": "integer"
                },
                "Note": {
                  "type": ["string", "null"]
                }
              },
              "required": ["Product", "Quantity", "Note"],
              "additionalProperties": false
            }
            """);

    [Fact]
    public Task A_record_in_a_record_and_a_list()
        => Fix.SchemaAsync(
            "JsonSerializer.Deserialize<Cart>(completion.Content[0].Text)",
            members: """
            record Cart(List<Line> Lines);

            record Line(string Product, decimal Price);
            """,
            name: "cart",
            schema: """
            {
              "type": "object",
              "properties": {
                "Lines": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "properties": {
                      "Product": {
                        "type": "string"
                      },
                      "Price": {
                        "type": "number"
                      }
                    },
                    "required": ["Product", "Price"],
                    "additionalProperties": false
                  }
                }
              },
              "required": ["Lines"],
              "additionalProperties": false
            }
            """);

    [Fact]
    public Task Enums_are_numbers_by_default()
        => Fix.SchemaAsync(
            "JsonSerializer.Deserialize<Ticket>(completion.Content[0].Text)",
            members: """
            record Ticket(Urgency Urgency);

            enum Urgency { Low, High }
            """,
            name: "ticket",
            schema: """
            {
              "type": "object",
              "properties": {
                "Urgency": {
                  "type": "integer",
                  "description": "0 = Low, 1 = High",
                  "enum": [0, 1]
                }
              },
              "required": ["Urgency"],
              "additionalProperties": false
            }
            """);

    [Fact]
    public Task A_dictionary_stays()
        => Fix.SchemaAsync(
            "JsonSerializer.Deserialize<Dictionary<string, int>>(completion.Content[0].Text)",
            members: "record Score(int Points);",
            schema: null);

    [Fact]
    public Task A_list_at_the_root_stays()
        => Fix.SchemaAsync(
            "JsonSerializer.Deserialize<List<Score>>(completion.Content[0].Text)",
            members: "record Score(int Points);",
            schema: null);

    [Fact]
    public Task A_dictionary_inside_stays()
        => Fix.SchemaAsync(
            "JsonSerializer.Deserialize<Score>(completion.Content[0].Text)",
            members: "record Score(Dictionary<string, int> Points);",
            schema: null);

    [Fact]
    public Task A_member_that_can_be_anything_stays()
        => Fix.SchemaAsync(
            "JsonSerializer.Deserialize<Score>(completion.Content[0].Text)",
            members: "record Score(object Points);",
            schema: null);
}
