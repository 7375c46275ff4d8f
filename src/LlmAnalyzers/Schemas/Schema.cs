using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace LlmAnalyzers.Schemas;

/// <summary>How a JSON schema is made up.</summary>
internal static class Schema
{
    private static readonly ImmutableArray<string> Maps = ImmutableArray.Create("properties", "$defs", "definitions");
    private static readonly ImmutableArray<string> Lists = ImmutableArray.Create("anyOf", "allOf", "oneOf", "prefixItems");

    /// <summary>It describes an object, alone or among others.</summary>
    public static bool IsObject(JsonItem schema) => schema["type"] is { } type
        ? type.IsString("object") || type.Elements.Any(e => e.IsString("object"))
        : schema["properties"] is { Kind: JsonKind.Object };

    /// <summary>The schemas right below one, each with its path.</summary>
    public static IEnumerable<(JsonItem Schema, string Path)> Children(JsonItem schema, string path)
    {
        foreach (var member in schema.Members)
        {
            var place = JsonPath.Of(path, member.Name);
            if (Maps.Contains(member.Name))
            {
                foreach (var entry in member.Value.Members)
                {
                    yield return (entry.Value, JsonPath.Of(place, entry.Name));
                }
            }
            else if (Lists.Contains(member.Name))
            {
                for (var i = 0; i < member.Value.Elements.Length; i++)
                {
                    yield return (member.Value.Elements[i], JsonPath.Of(place, i));
                }
            }
            else if (member.Name == "items")
            {
                yield return (member.Value, place);
            }
        }
    }

    /// <summary>Properties that <c>required</c> does not list; none where it cannot be read.</summary>
    public static IReadOnlyList<JsonEntry> NotRequired(JsonItem schema)
    {
        var required = schema["required"];
        if (required is not null && (required.Kind != JsonKind.Array || required.MayHoldMore || required.Elements.Any(e => e.Kind == JsonKind.Unknown)))
        {
            return [];
        }

        var listed = new HashSet<string>(required?.Elements.Select(e => e.Text) ?? []);
        return schema["properties"] is { } properties ? properties.Members.Where(p => !listed.Contains(p.Name)).ToList() : [];
    }
}
