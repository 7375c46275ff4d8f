using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace LlmAnalyzers.Schemas;

/// <summary>Holds a schema against the subset that a service enforces. Values that cannot be read are passed over.</summary>
internal sealed class StrictRules
{
    public const int MaxViolations = 100;

    private readonly StrictSubset _subset;
    private readonly JsonItem _root;
    private readonly List<SchemaViolation> _violations = new();
    private readonly SchemaSize _size;

    private StrictRules(JsonItem root, StrictSubset subset)
    {
        _root = root;
        _subset = subset;
        _size = new(subset);
    }

    /// <summary>What the service refuses, in the order of the schema; at most <see cref="MaxViolations"/>.</summary>
    public static ImmutableArray<SchemaViolation> Check(JsonItem root, StrictSubset subset)
    {
        var rules = new StrictRules(root, subset);
        rules.CheckNames(root, "$");
        rules.CheckRoot();
        rules.CheckSchema(root, "$", objects: 0);
        rules._violations.AddRange(rules._size.Passed);
        if (subset.RefusesRecursion)
        {
            rules._violations.AddRange(References.Cycles(root));
        }

        return rules._violations.Take(MaxViolations).ToImmutableArray();
    }

    /// <summary>The name of a format or schema, as the service wants it; null when it is fine.</summary>
    public static string? NameFault(string name, StrictSubset subset) =>
        subset.MaxNameLength is not { } longest ? null
        : name.Length == 0 || name.Length > longest || !name.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-')
            ? "the name of a schema has 1 to " + longest.ToString(CultureInfo.InvariantCulture) + " letters a to z, digits, '_' and '-'"
            : null;

    private void CheckRoot()
    {
        if (!_subset.NeedsObjectAtRoot || _root.Kind == JsonKind.Unknown)
        {
            return;
        }

        if (_root.Kind != JsonKind.Object)
        {
            AddValue(StrictRule.RootNotObject, "$", "the root must be a schema of type 'object'", _root);
        }
        else if (_root.Find("anyOf") is { } choice)
        {
            AddName(StrictRule.RootIsChoice, "$.anyOf", "the root must not be a choice; put it into a property of an object", choice);
        }
        else if (_root["type"] is { } type)
        {
            if (type.Kind != JsonKind.Unknown && !type.IsString("object"))
            {
                AddValue(StrictRule.RootNotObject, "$.type", "the root must be of type 'object'; put " + Quoted(type) + " into a property of an object", type);
            }
        }
        else if (_root.Find("$ref") is { } reference)
        {
            AddName(StrictRule.RootNotObject, "$['$ref']", "the root must be an object itself, not a reference to one", reference);
        }
        else if (_root.Find("schema") is { Value.Kind: JsonKind.Object } inner && _root.Find("properties") is null)
        {
            // The format as it stands in a request, copied as a whole.
            AddName(StrictRule.RootNotObject, "$.schema", "only what stands in 'schema' is the schema; name and switch are given beside it", inner);
        }
        else if (!_root.MayHoldMore)
        {
            AddValue(StrictRule.RootNotObject, "$", "the root must say that it is of type 'object'", _root);
        }
    }

    private void CheckSchema(JsonItem schema, string path, int objects)
    {
        if (schema.Kind != JsonKind.Object || _violations.Count >= MaxViolations)
        {
            return;
        }

        CheckKeywords(schema, path);
        _size.CountParts(schema, path);
        if (Schema.IsObject(schema))
        {
            objects++;
            _size.CountLevel(schema, path, objects);
            CheckObject(schema, path);
        }

        foreach (var (child, childPath) in Schema.Children(schema, path))
        {
            CheckSchema(child, childPath, objects);
        }
    }

    private void CheckKeywords(JsonItem schema, string path)
    {
        foreach (var member in schema.Members)
        {
            var place = JsonPath.Of(path, member.Name);
            if (_subset.Unsupported.Contains(member.Name))
            {
                AddName(StrictRule.UnsupportedKeyword, place, _subset.OnUnsupported == UnsupportedKeywords.Dropped
                    ? _subset.Service + " drops '" + member.Name + "' without a word"
                    : "'" + member.Name + "' is not supported", member);
                continue;
            }

            switch (member.Name)
            {
                case "format" when member.Value.Kind == JsonKind.String && _subset.Formats is { } formats && !formats.Contains(member.Value.Text):
                    AddValue(StrictRule.UnknownFormat, place, "'" + member.Value.Text + "' is not a format the service knows", member.Value);
                    break;
                case "$ref" when member.Value.Kind == JsonKind.String && References.Fault(_root, member.Value.Text) is { } fault:
                    AddValue(StrictRule.Reference, place, fault, member.Value);
                    break;
                case "enum":
                    CheckEnum(member, place);
                    break;
                case "const":
                    _size.CountName(member.Value.Text, place, member.Value);
                    break;
                case "minItems" when _subset.MaxMinItems is { } most && int.TryParse(member.Value.Text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var least) && least > most:
                    AddValue(StrictRule.ItemCount, place, "'minItems' can only be 0 or " + most.ToString(CultureInfo.InvariantCulture), member.Value);
                    break;
                case "allOf" when _subset.RefusesReferencesInAllOf && member.Value.Elements.Select(e => e.Find("$ref")).FirstOrDefault(r => r is not null) is { } referring:
                    AddName(StrictRule.UnsupportedKeyword, place, "'allOf' cannot be combined with '$ref'", referring);
                    break;
            }
        }
    }

    private void CheckEnum(JsonEntry member, string path)
    {
        if (_subset.NeedsPlainEnums && member.Value.Elements.FirstOrDefault(e => e.Kind is JsonKind.Object or JsonKind.Array) is { } complex)
        {
            AddValue(StrictRule.ComplexEnum, path, "the values of an enum are strings, numbers, booleans or null", complex);
        }

        _size.CountEnum(member, path);
    }

    private void CheckObject(JsonItem schema, string path)
    {
        if (_subset.NeedsClosedObjects)
        {
            CheckIsClosed(schema, path);
        }

        var properties = schema.Find("properties");
        foreach (var property in properties?.Value.Members ?? ImmutableArray<JsonEntry>.Empty)
        {
            _size.CountProperty(property, JsonPath.Of(path + ".properties", property.Name));
        }

        if (properties is null || schema.MayHoldMore || properties.Value.Kind != JsonKind.Object)
        {
            return;
        }

        var missing = Schema.NotRequired(schema);
        if (!_subset.NeedsAllRequired)
        {
            _size.CountOptional(missing, path);
        }
        else if (missing.Count > 1 && missing.Count == properties.Value.Members.Length && schema["required"] is null)
        {
            AddName(StrictRule.NotRequired, path, "every property must be listed in 'required', which is missing", properties);
        }
        else
        {
            foreach (var property in missing)
            {
                AddName(
                    StrictRule.NotRequired,
                    JsonPath.Of(path + ".properties", property.Name),
                    "'" + property.Name + "' must be listed in 'required'; what may be missing is one that may be null",
                    property);
            }
        }
    }

    private void CheckIsClosed(JsonItem schema, string path)
    {
        const string Wanted = "an object must say 'additionalProperties: false'";
        if (schema.Find("additionalProperties") is { } rest)
        {
            if (rest.Value.Kind is not (JsonKind.False or JsonKind.Unknown))
            {
                AddValue(StrictRule.OpenObject, path + ".additionalProperties", Wanted + "; keys that are not known beforehand cannot be described", rest.Value);
            }
        }
        else if (!schema.MayHoldMore)
        {
            AddValue(StrictRule.OpenObject, path, Wanted, schema["type"] is { Kind: JsonKind.String } type ? type : Element(schema["type"]) ?? schema);
        }

        static JsonItem? Element(JsonItem? types) => types?.Elements.FirstOrDefault(e => e.IsString("object"));
    }

    /// <summary>Names that stand twice in one object: which of the two counts is the reader's choice.</summary>
    private void CheckNames(JsonItem value, string path)
    {
        var seen = new HashSet<string>();
        foreach (var member in value.Members)
        {
            var place = JsonPath.Of(path, member.Name);
            if (!seen.Add(member.Name))
            {
                AddName(StrictRule.DuplicateName, place, "'" + member.Name + "' stands here a second time, and only one of the two counts", member);
            }

            CheckNames(member.Value, place);
        }

        for (var i = 0; i < value.Elements.Length; i++)
        {
            CheckNames(value.Elements[i], JsonPath.Of(path, i));
        }
    }

    private static string Quoted(JsonItem value) => value.Kind == JsonKind.String ? "'" + value.Text + "'" : "it";

    private void AddName(StrictRule rule, string path, string sentence, JsonEntry name) => _violations.Add(new(rule, path, sentence, name, null));

    private void AddValue(StrictRule rule, string path, string sentence, JsonItem value) => _violations.Add(new(rule, path, sentence, null, value));
}
