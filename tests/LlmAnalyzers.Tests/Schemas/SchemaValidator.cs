using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace LlmAnalyzers.Tests.Schemas;

/// <summary>Validates JSON against a schema of the strict subset.</summary>
internal static class SchemaValidator
{
    public static IReadOnlyList<string> Errors(JsonObject schema, JsonNode? value)
    {
        var errors = new List<string>();
        Check(schema, schema, value, "$", errors);
        return errors;
    }

    /// <summary>What a local reference leads to; null when nothing.</summary>
    public static JsonObject? Resolve(JsonObject root, string reference)
    {
        JsonNode? node = root;
        foreach (var step in reference.Split('/').Skip(1).Select(s => s.Replace("~1", "/").Replace("~0", "~")))
        {
            node = node is JsonArray array ? array[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] : node?[step];
        }

        return node as JsonObject;
    }

    private static void Check(JsonObject root, JsonObject schema, JsonNode? value, string path, List<string> errors)
    {
        if (schema["$ref"] is { } reference)
        {
            Check(root, Resolve(root, (string)reference!)!, value, path, errors);
            return;
        }

        if (schema["anyOf"] is JsonArray branches)
        {
            if (!branches.Any(b => Accepts(root, (JsonObject)b!, value)))
            {
                errors.Add($"{path}: no branch accepts {value?.ToJsonString() ?? "null"}");
            }

            return;
        }

        var types = schema["type"] is JsonArray many ? many.Select(t => (string)t!).ToArray() : [(string)schema["type"]!];
        if (!types.Any(t => IsOfType(t, value)))
        {
            errors.Add($"{path}: {value?.ToJsonString() ?? "null"} is not of type {string.Join("|", types)}");
            return;
        }

        if (schema["enum"] is JsonArray values && !values.Any(v => JsonNode.DeepEquals(v, value)))
        {
            errors.Add($"{path}: {value} is not in the enum");
        }

        if (schema.TryGetPropertyValue("const", out var constant) && !JsonNode.DeepEquals(constant, value))
        {
            errors.Add($"{path}: {value} is not {constant}");
        }

        if (schema["pattern"] is { } pattern && value is not null && !Regex.IsMatch((string)value!, (string)pattern!, RegexOptions.ECMAScript))
        {
            errors.Add($"{path}: {value} does not match {pattern}");
        }

        if (value is JsonObject members)
        {
            var properties = (JsonObject)schema["properties"]!;
            errors.AddRange(members.Where(m => !properties.ContainsKey(m.Key)).Select(m => $"{path}: {m.Key} is not in the schema"));
            errors.AddRange(properties.Where(p => !members.ContainsKey(p.Key)).Select(p => $"{path}: {p.Key} is missing"));
            foreach (var (name, member) in members.Where(m => properties.ContainsKey(m.Key)))
            {
                Check(root, (JsonObject)properties[name]!, member, path + "." + name, errors);
            }
        }

        foreach (var element in value as JsonArray ?? [])
        {
            Check(root, (JsonObject)schema["items"]!, element, path + "[]", errors);
        }
    }

    private static bool Accepts(JsonObject root, JsonObject schema, JsonNode? value)
    {
        var errors = new List<string>();
        Check(root, schema, value, "", errors);
        return errors.Count == 0;
    }

    private static bool IsOfType(string type, JsonNode? value) => (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("null", JsonValueKind.Null) => true,
        ("object", JsonValueKind.Object) => true,
        ("array", JsonValueKind.Array) => true,
        ("string", JsonValueKind.String) => true,
        ("number", JsonValueKind.Number) => true,
        ("integer", JsonValueKind.Number) => !value!.ToJsonString().Contains('.'),
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        _ => false,
    };
}
