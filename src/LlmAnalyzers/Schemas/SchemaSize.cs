using System.Collections.Generic;
using System.Globalization;

namespace LlmAnalyzers.Schemas;

/// <summary>Counts what a service limits over a whole schema. Each limit is reported once, where it is passed.</summary>
internal sealed class SchemaSize(StrictSubset subset)
{
    private readonly HashSet<string> _passed = new();
    private int _properties;
    private int _optional;
    private int _unions;
    private int _enumValues;
    private int _characters;

    public List<SchemaViolation> Passed { get; } = new();

    public void CountLevel(JsonItem schema, string path, int level)
    {
        if (level > subset.MaxObjectLevels)
        {
            Pass(StrictRule.TooDeep, path, "objects may nest", subset.MaxObjectLevels.Value, "levels deep", null, schema["type"] is { Kind: JsonKind.String } type ? type : schema);
        }
    }

    public void CountProperty(JsonEntry property, string path)
    {
        if (++_properties > subset.MaxProperties)
        {
            Pass(StrictRule.TooLarge, path, "a schema may have", subset.MaxProperties.Value, "properties", property, null);
        }

        CountCharacters(property.Name.Length, path, property, null);
    }

    public void CountOptional(IReadOnlyList<JsonEntry> optional, string path)
    {
        foreach (var property in optional)
        {
            if (++_optional > subset.MaxOptionalProperties)
            {
                Pass(StrictRule.TooLarge, JsonPath.Of(path + ".properties", property.Name), "a schema may have", subset.MaxOptionalProperties.Value, "properties that are not required", property, null);
            }
        }
    }

    public void CountParts(JsonItem schema, string path)
    {
        var union = schema.Find("anyOf") ?? (schema.Find("type") is { Value.Elements.Length: > 1 } types ? types : null);
        if (union is not null && ++_unions > subset.MaxUnions)
        {
            Pass(StrictRule.TooLarge, JsonPath.Of(path, union.Name), "a schema may have", subset.MaxUnions.Value, "values of several types", union, null);
        }

        foreach (var definition in schema["$defs"]?.Members ?? [])
        {
            CountCharacters(definition.Name.Length, JsonPath.Of(path + ".$defs", definition.Name), definition, null);
        }
    }

    public void CountEnum(JsonEntry values, string path)
    {
        var characters = 0;
        foreach (var value in values.Value.Elements)
        {
            characters += value.Text.Length;
            if (++_enumValues > subset.MaxEnumValues)
            {
                Pass(StrictRule.TooLarge, path, "a schema may have", subset.MaxEnumValues.Value, "enum values", null, value);
            }

            CountName(value.Text, path, value);
        }

        if (values.Value.Elements.Length > StrictSubset.LargeEnumValues && characters > subset.MaxLargeEnumCharacters)
        {
            Pass(StrictRule.TooLarge, path, "the strings of an enum of this many values may have", subset.MaxLargeEnumCharacters.Value, "characters in all", values, null);
        }
    }

    public void CountName(string name, string path, JsonItem place) => CountCharacters(name.Length, path, null, place);

    private void CountCharacters(int count, string path, JsonEntry? name, JsonItem? value)
    {
        _characters += count;
        if (_characters > subset.MaxNameCharacters)
        {
            Pass(StrictRule.TooLarge, path, "the names, enum values and constants of a schema may have", subset.MaxNameCharacters.Value, "characters in all", name, value);
        }
    }

    private void Pass(StrictRule rule, string path, string opening, int limit, string what, JsonEntry? name, JsonItem? value)
    {
        if (_passed.Add(opening + what))
        {
            Passed.Add(new(rule, path, opening + " at most " + limit.ToString("N0", CultureInfo.InvariantCulture) + " " + what, name, value));
        }
    }
}
