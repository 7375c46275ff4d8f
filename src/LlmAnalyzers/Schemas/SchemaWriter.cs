using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;

namespace LlmAnalyzers.Schemas;

/// <summary>Writes shapes as a strict schema. Stops early when a limit of the dialect is passed.</summary>
internal sealed class SchemaWriter(SchemaPlan plan, SchemaDialect dialect, CancellationToken cancellationToken)
{
    private const int LargeEnumValues = 250;

    private readonly JsonTextWriter _json = new();
    private int _properties;
    private int _enumValues;
    private int _nameCharacters;

    /// <summary>The limit that was passed; null while none is.</summary>
    public string? PassedLimit { get; private set; }

    public string Write(ObjectShape root)
    {
        _json.BeginObject();
        WriteObjectMembers(root, root.Description);
        if (plan.Definitions.Count > 0)
        {
            _json.Name("$defs");
            _json.BeginObject();
            foreach (var (name, shape) in plan.Definitions)
            {
                CountName(name);
                _json.Name(name);
                WriteObject(shape, shape.Description);
            }

            _json.EndObject();
        }

        _json.EndObject();
        return _json.ToString();
    }

    private void WriteSlot(Slot slot)
    {
        if (slot.Shape is ScalarShape scalar)
        {
            WriteScalar(scalar, slot);
        }
        else if (slot.Shape is UnionShape { Branches.Count: > 1 } union)
        {
            var branches = union.Branches.Select<ObjectShape, Action>(b => () => WriteObjectOrReference(b, slot, description: null));
            WriteAnyOf(branches, slot.IsNullable, slot.Description);
        }
        else if (slot.IsNullable)
        {
            WriteAnyOf([() => WriteValue(slot, description: null)], isNullable: true, slot.Description ?? Meaning(slot.Shape));
        }
        else
        {
            WriteValue(slot, slot.Description ?? Meaning(slot.Shape));
        }
    }

    /// <summary>A value that is not null and not one of several.</summary>
    private void WriteValue(Slot slot, string? description)
    {
        switch (slot.Shape)
        {
            case UnionShape { Branches.Count: 1 } union:
                WriteObjectOrReference(union.Branches[0], slot, description);
                break;
            case ObjectShape shape:
                WriteObjectOrReference(shape, slot, description);
                break;
            case ArrayShape array:
                Open("array", description);
                _json.Name("items");
                WriteSlot(array.Element);
                _json.EndObject();
                break;
            case EnumShape shape:
                WriteEnum(shape, description);
                break;
            case ConstantShape constant:
                Open(constant.JsonType, description);
                _json.RawMember("const", constant.JsonValue);
                CountName(constant.JsonValue);
                _json.EndObject();
                break;
            default:
                throw new InvalidOperationException("A schema is written only when every shape is known.");
        }
    }

    private void WriteAnyOf(IEnumerable<Action> branches, bool isNullable, string? description)
    {
        _json.BeginObject();
        WriteDescription(description);
        _json.Name("anyOf");
        _json.BeginArray();
        foreach (var writeBranch in branches)
        {
            _json.Element();
            writeBranch();
        }

        if (isNullable)
        {
            _json.Element();
            Open("null", description: null);
            _json.EndObject();
        }

        _json.EndArray();
        _json.EndObject();
    }

    private void WriteObjectOrReference(ObjectShape shape, Slot slot, string? description)
    {
        if (plan.Reference(shape, slot) is { } reference)
        {
            // Nothing else may stand beside a reference.
            _json.BeginObject();
            _json.Member("$ref", reference);
            _json.EndObject();
        }
        else
        {
            WriteObject(shape, description ?? (slot.Shape is UnionShape ? shape.Description : null));
        }
    }

    private void WriteObject(ObjectShape shape, string? description)
    {
        _json.BeginObject();
        WriteObjectMembers(shape, description);
        _json.EndObject();
    }

    private void WriteObjectMembers(ObjectShape shape, string? description)
    {
        _json.Member("type", "object");
        WriteDescription(description);
        _json.Name("properties");
        _json.BeginObject();
        foreach (var (name, slot) in shape.Members)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Count(ref _properties, 1, dialect.MaxProperties, "properties");
            CountName(name);
            if (PassedLimit is not null)
            {
                break;
            }

            _json.Name(name);
            WriteSlot(slot);
        }

        _json.EndObject();
        _json.ListMember("required", shape.Members.Select(m => JsonTextWriter.Quote(m.Name)).ToImmutableArray());
        _json.Member("additionalProperties", false);
    }

    private void WriteScalar(ScalarShape scalar, Slot slot)
    {
        var constraint = dialect.AllowsTextConstraints ? scalar.Format ?? scalar.Pattern : null;
        _json.BeginObject();
        WriteType(scalar.JsonType, slot.IsNullable);
        WriteDescription(constraint is null ? WithNote(slot.Description, scalar.Note) : slot.Description);
        if (constraint is not null)
        {
            _json.Member(scalar.Format is null ? "pattern" : "format", constraint);
        }

        _json.EndObject();
    }

    private void WriteEnum(EnumShape shape, string? description)
    {
        Open(shape.JsonType, description);
        if (!shape.JsonValues.IsEmpty)
        {
            _json.ListMember("enum", shape.JsonValues);
            var characters = shape.JsonValues.Sum(v => v.Length);
            Count(ref _enumValues, shape.JsonValues.Length, dialect.MaxEnumValues, "enum values");
            Count(ref _nameCharacters, characters, dialect.MaxNameCharacters, "characters of names");
            if (shape.JsonValues.Length > LargeEnumValues && shape.JsonType == "string" && characters > dialect.MaxLargeEnumCharacters)
            {
                PassedLimit ??= $"An enum of {shape.JsonValues.Length} values has more than {dialect.MaxLargeEnumCharacters} characters.";
            }
        }

        _json.EndObject();
    }

    private static string? Meaning(Shape shape) => shape switch
    {
        ObjectShape single => single.Description,
        EnumShape values => WithNote(values.Description, values.Note),
        _ => null,
    };

    private static string? WithNote(string? description, string? note) =>
        note is null ? description
        : description is null ? char.ToUpperInvariant(note[0]) + note.Substring(1)
        : description + " (" + note + ")";

    private void Open(string jsonType, string? description)
    {
        _json.BeginObject();
        WriteType(jsonType, isNullable: false);
        WriteDescription(description);
    }

    private void WriteType(string jsonType, bool isNullable)
    {
        if (isNullable)
        {
            _json.ListMember("type", ImmutableArray.Create(JsonTextWriter.Quote(jsonType), JsonTextWriter.Quote("null")));
        }
        else
        {
            _json.Member("type", jsonType);
        }
    }

    private void WriteDescription(string? description)
    {
        if (description is not null)
        {
            _json.Member("description", description);
        }
    }

    private void CountName(string name) => Count(ref _nameCharacters, name.Length, dialect.MaxNameCharacters, "characters of names");

    private void Count(ref int total, int added, int limit, string what)
    {
        total += added;
        if (total > limit)
        {
            PassedLimit ??= $"The schema would have more than {limit} {what}.";
        }
    }
}
