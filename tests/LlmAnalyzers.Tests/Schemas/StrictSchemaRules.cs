using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace LlmAnalyzers.Tests.Schemas;

/// <summary>The shape rules of a strict schema, written from the service's documentation and not from the code under test.</summary>
internal static class StrictSchemaRules
{
    private static readonly HashSet<string> Keywords =
        ["type", "properties", "required", "additionalProperties", "items", "enum", "const", "anyOf", "$defs", "$ref", "description", "format", "pattern"];

    private static readonly HashSet<string> Formats =
        ["date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid"];

    private static readonly HashSet<string> Types = ["string", "number", "boolean", "integer", "object", "array", "null"];

    public static IReadOnlyList<string> Violations(JsonObject schema)
    {
        var violations = new List<string>();
        if ((string?)schema["type"] != "object" || schema.ContainsKey("anyOf"))
        {
            violations.Add("#: the root is not an object");
        }

        Check(schema, schema, "#", violations);
        return violations;
    }

    private static void Check(JsonObject schema, JsonObject root, string path, List<string> violations)
    {
        violations.AddRange(schema.Where(m => !Keywords.Contains(m.Key)).Select(m => $"{path}: keyword {m.Key}"));
        if (schema["$ref"] is { } reference)
        {
            if (schema.Count != 1)
            {
                violations.Add($"{path}: keywords beside $ref");
            }

            if (SchemaValidator.Resolve(root, (string)reference!) is null)
            {
                violations.Add($"{path}: {reference} leads nowhere");
            }

            return;
        }

        var types = schema["type"] switch { JsonArray many => many.Select(t => (string)t!).ToArray(), { } one => [(string)one!], null => [] };
        if ((types.Length == 0) != schema.ContainsKey("anyOf") || types.Any(t => !Types.Contains(t)))
        {
            violations.Add($"{path}: type");
        }

        if (types.Contains("object"))
        {
            CheckObject(schema, path, violations);
        }

        if (types.Contains("array") != schema.ContainsKey("items"))
        {
            violations.Add($"{path}: items");
        }

        if (schema["format"] is { } format && !Formats.Contains((string)format!))
        {
            violations.Add($"{path}: format {format}");
        }

        foreach (var (name, child) in Children(schema))
        {
            Check(child, root, path + "/" + name, violations);
        }
    }

    private static void CheckObject(JsonObject schema, string path, List<string> violations)
    {
        if (schema["additionalProperties"] is not JsonValue open || (bool)open)
        {
            violations.Add($"{path}: additionalProperties");
        }

        var names = (schema["properties"] as JsonObject)?.Select(p => p.Key).ToArray() ?? [];
        var required = (schema["required"] as JsonArray)?.Select(r => (string)r!).ToArray() ?? [];
        if (names.Length == 0 || !names.SequenceEqual(required))
        {
            violations.Add($"{path}: required");
        }
    }

    private static IEnumerable<(string Name, JsonObject Schema)> Children(JsonObject schema)
    {
        foreach (var keyword in new[] { "properties", "$defs" })
        {
            foreach (var (name, child) in schema[keyword] as JsonObject ?? [])
            {
                yield return (keyword + "/" + name, (JsonObject)child!);
            }
        }

        if (schema["items"] is JsonObject items)
        {
            yield return ("items", items);
        }

        foreach (var branch in schema["anyOf"] as JsonArray ?? [])
        {
            yield return ("anyOf", (JsonObject)branch!);
        }
    }
}
