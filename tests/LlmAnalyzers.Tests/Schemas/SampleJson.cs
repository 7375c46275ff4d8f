using System;
using System.Linq;
using System.Text.Json.Nodes;

namespace LlmAnalyzers.Tests.Schemas;

/// <summary>Writes JSON a schema allows, as a model would: every member, null where it may be or a value everywhere.</summary>
internal static class SampleJson
{
    /// <summary>Circles are left by null or an empty array from here on.</summary>
    private const int MaxDepth = 6;

    public static JsonNode? For(JsonObject schema, bool nulls) => For(schema, schema, nulls, 0);

    private static JsonNode? For(JsonObject root, JsonObject schema, bool nulls, int depth)
    {
        if (schema["$ref"] is { } reference)
        {
            return For(root, SchemaValidator.Resolve(root, (string)reference!)!, nulls, depth);
        }

        if (schema["anyOf"] is JsonArray branches)
        {
            var open = branches.Cast<JsonObject>().Where(b => (b["type"] as JsonValue)?.ToString() != "null").ToArray();
            return (nulls || depth > MaxDepth) && open.Length < branches.Count ? null : For(root, open[^1], nulls, depth);
        }

        var type = schema["type"] is JsonArray types ? (string)types[0]! : (string)schema["type"]!;
        if (nulls && schema["type"] is JsonArray)
        {
            return null;
        }

        if ((schema["const"] ?? (schema["enum"] as JsonArray)?[^1]) is { } value)
        {
            return value.DeepClone();
        }

        return type switch
        {
            "object" => new JsonObject(((JsonObject)schema["properties"]!)
                .Select(p => System.Collections.Generic.KeyValuePair.Create(p.Key, For(root, (JsonObject)p.Value!, nulls, depth + 1)))),
            "array" => depth > MaxDepth ? new JsonArray() : new JsonArray(For(root, (JsonObject)schema["items"]!, nulls, depth + 1)),
            "integer" => 1,
            "number" => 1.5,
            "boolean" => true,
            _ => Text(schema),
        };
    }

    private static string Text(JsonObject schema) => ((string?)schema["format"], (string?)schema["pattern"], (string?)schema["description"]) switch
    {
        ("date-time", _, _) => "2026-11-21T12:30:00+00:00",
        ("date", _, _) => "2026-11-21",
        ("uuid", _, _) => "0b7e7dee-2bd0-4f3b-9d4f-6f1b3f1d9a10",
        (_, "^.$", _) => "x",
        (_, { } pattern, _) when pattern.StartsWith("^-?", StringComparison.Ordinal) => "1.02:03:04",
        (_, { } pattern, _) when pattern.StartsWith(@"^\d{2}:", StringComparison.Ordinal) => "02:03:04",
        (_, { } pattern, _) when pattern.StartsWith(@"^\d+", StringComparison.Ordinal) => "1.2.3",
        (_, _, { } note) when note.Contains("Base64", StringComparison.Ordinal) => "AQID",
        (_, _, { } note) when note.Contains("one or more of ", StringComparison.OrdinalIgnoreCase) => note.Split(' ')[4].TrimEnd(',', ')'),
        _ => "text",
    };
}
