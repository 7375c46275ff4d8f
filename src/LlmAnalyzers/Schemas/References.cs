using System.Collections.Generic;
using System.Linq;

namespace LlmAnalyzers.Schemas;

/// <summary>Where the references of a schema lead.</summary>
internal static class References
{
    /// <summary>Why a reference leads nowhere the service looks; null when it is fine.</summary>
    public static string? Fault(JsonItem root, string reference) =>
        reference.Length == 0 || reference[0] != '#' ? "a reference leads into the schema itself, to '#' or a definition"
        : Resolve(root, reference) is null ? "'" + reference + "' leads to nothing in this schema"
        : null;

    /// <summary>References that lead back to a schema they stand in, by whatever way.</summary>
    public static IEnumerable<SchemaViolation> Cycles(JsonItem root)
    {
        var found = new List<SchemaViolation>();
        Visit(root, "$", root, new(), new(), found);
        return found;
    }

    /// <summary>The schema a reference leads to; null when there is none. What cannot be read is taken to be there.</summary>
    private static JsonItem? Resolve(JsonItem root, string reference)
    {
        var value = root;
        foreach (var step in reference.Substring(1).Split('/').Skip(1))
        {
            if (value.Kind == JsonKind.Unknown)
            {
                return value;
            }

            var name = step.Replace("~1", "/").Replace("~0", "~");
            var next = value.Kind == JsonKind.Array && int.TryParse(name, out var index) && index >= 0 && index < value.Elements.Length ? value.Elements[index] : value[name];
            if (next is null)
            {
                // A named anchor, or part of an object that is not all known.
                return value.MayHoldMore ? value : null;
            }

            value = next;
        }

        // "#name" is an anchor: whether it is there is not looked up.
        return value;
    }

    /// <summary>Walks the schemas with those it stands in; what has been walked once leads to no new cycle.</summary>
    private static void Visit(JsonItem schema, string path, JsonItem root, HashSet<JsonItem> open, HashSet<JsonItem> done, List<SchemaViolation> found)
    {
        if (schema.Kind != JsonKind.Object || found.Count >= StrictRules.MaxViolations || open.Count >= JsonReader.MaxDepth || !open.Add(schema))
        {
            return;
        }

        if (schema["$ref"] is { Kind: JsonKind.String } reference && Resolve(root, reference.Text) is { } target && reference.Text.StartsWith("#", System.StringComparison.Ordinal))
        {
            if (open.Contains(target))
            {
                found.Add(new(StrictRule.Recursion, JsonPath.Of(path, "$ref"), "a schema cannot contain itself", null, reference));
            }
            else if (!done.Contains(target))
            {
                Visit(target, reference.Text, root, open, done, found);
            }
        }

        foreach (var (child, childPath) in Schema.Children(schema, path))
        {
            if (!done.Contains(child))
            {
                Visit(child, childPath, root, open, done, found);
            }
        }

        open.Remove(schema);
        done.Add(schema);
    }
}
