using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using LlmAnalyzers.Schemas;

namespace LlmAnalyzers.Tests.Schemas;

/// <summary>
/// What the framework's own exporter says about a type, and where our schema says something else. Not compared: null (the
/// exporter does not know annotations of type arguments), formats and patterns, descriptions, and number values of enums.
/// </summary>
internal static class FrameworkSchema
{
    private const int MaxDepth = 12;

    /// <summary>Serializer options that follow the conventions and know only members a reader fills.</summary>
    public static JsonSerializerOptions Options(SerializationConventions conventions)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = Policy(conventions.Naming),
            PropertyNameCaseInsensitive = conventions.IsCaseInsensitive,
            IncludeFields = conventions.IncludesFields,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RemoveMembersOnlyWritten } },
        };
        if (conventions.EnumsAsNames)
        {
            options.Converters.Add(new JsonStringEnumConverter(Policy(conventions.EnumNaming)));
        }

        return options;
    }

    public static JsonNamingPolicy? Policy(NamingPolicy policy) => policy switch
    {
        NamingPolicy.CamelCase => JsonNamingPolicy.CamelCase,
        NamingPolicy.SnakeCaseLower => JsonNamingPolicy.SnakeCaseLower,
        NamingPolicy.SnakeCaseUpper => JsonNamingPolicy.SnakeCaseUpper,
        NamingPolicy.KebabCaseLower => JsonNamingPolicy.KebabCaseLower,
        NamingPolicy.KebabCaseUpper => JsonNamingPolicy.KebabCaseUpper,
        _ => null,
    };

    public static IReadOnlyList<string> Differences(JsonObject ours, Type type, JsonSerializerOptions options)
    {
        var theirs = (JsonObject)options.GetJsonSchemaAsNode(type);
        var differences = new List<string>();
        Compare(new(ours, ours), new(theirs, theirs), "$", 0, differences);
        return differences;
    }

    private static void RemoveMembersOnlyWritten(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => p.Set is null && p.AssociatedParameter is null && !p.IsExtensionData && p.ObjectCreationHandling is null).ToArray())
        {
            type.Properties.Remove(property);
        }
    }

    /// <summary>A schema, with the document its references are resolved in.</summary>
    private readonly record struct Node(JsonObject Root, JsonObject Schema)
    {
        /// <summary>The schema without reference and without the branch for null.</summary>
        public Node Plain()
        {
            if (Schema["$ref"] is { } reference)
            {
                return new Node(Root, SchemaValidator.Resolve(Root, (string)reference!)!).Plain();
            }

            var branches = Branches();
            return branches.Length == 1 ? branches[0].Plain() : this;
        }

        public Node[] Branches()
        {
            var root = Root;
            return (Schema["anyOf"] as JsonArray ?? []).Select(b => new Node(root, (JsonObject)b!)).Where(b => (b.Schema["type"] as JsonValue)?.ToString() != "null").ToArray();
        }

        /// <summary>The type without null; a number that may also be read from a string is a number.</summary>
        public string? Type()
        {
            var types = Schema["type"] is JsonArray many ? many.Select(t => (string)t!).ToList() : Schema["type"] is { } one ? [(string)one!] : [];
            types.Remove("null");
            return types.Find(t => t is "integer" or "number") ?? types.FirstOrDefault()
                ?? (Schema.ContainsKey("properties") ? "object" : Schema.ContainsKey("enum") || Schema.ContainsKey("const") ? ValueType() : null);
        }

        private string? ValueType() => (Schema["const"] ?? Schema["enum"]?[0])?.GetValueKind() == JsonValueKind.Number ? "integer" : "string";

        public Node Member(string name) => new(Root, (JsonObject)Schema["properties"]![name]!);
    }

    private static void Compare(Node ours, Node theirs, string path, int depth, List<string> differences)
    {
        ours = ours.Plain();
        theirs = theirs.Plain();
        if (depth > MaxDepth)
        {
            return;
        }

        var (ourBranches, theirBranches) = (ours.Branches(), theirs.Branches());
        if (ourBranches.Length != theirBranches.Length)
        {
            differences.Add($"{path}: {ourBranches.Length} branches, the framework has {theirBranches.Length}");
            return;
        }

        foreach (var (our, their) in ourBranches.Zip(theirBranches))
        {
            // The exporter writes the type of all branches once, above them.
            Compare(our, their, path + "|", depth + 1, differences);
        }

        if (ourBranches.Length > 0)
        {
            return;
        }

        if (ours.Type() != theirs.Type())
        {
            differences.Add($"{path}: {ours.Type()}, the framework has {theirs.Type()}");
        }

        var (ourNames, theirNames) = (Names(ours), Names(theirs));
        if (!ourNames.SequenceEqual(theirNames))
        {
            differences.Add($"{path}: [{string.Join(", ", ourNames)}], the framework has [{string.Join(", ", theirNames)}]");
            return;
        }

        if (ours.Type() == "string" && !Values(ours).SetEquals(Values(theirs)))
        {
            differences.Add($"{path}: {string.Join(", ", Values(ours))}, the framework has {string.Join(", ", Values(theirs))}");
        }

        foreach (var name in ourNames)
        {
            Compare(ours.Member(name), theirs.Member(name), path + "." + name, depth + 1, differences);
        }

        if (ours.Schema["items"] is JsonObject ourItems)
        {
            Compare(new(ours.Root, ourItems), new(theirs.Root, theirs.Schema["items"] as JsonObject ?? []), path + "[]", depth + 1, differences);
        }
    }

    private static string[] Names(Node node) => (node.Schema["properties"] as JsonObject ?? []).Select(p => p.Key).ToArray();

    private static HashSet<string> Values(Node node) =>
        (node.Schema["enum"] as JsonArray ?? (node.Schema["const"] is { } value ? [value.DeepClone()] : [])).Where(v => v is not null).Select(v => v!.ToString()).ToHashSet();
}
