using System.Collections.Generic;
using System.Collections.Immutable;

namespace LlmAnalyzers.Schemas;

/// <summary>What the JSON of a type looks like, apart from whether it may be null. Compared by identity.</summary>
internal abstract class Shape;

/// <summary>A place for a value: its shape, and whether null may stand there.</summary>
internal sealed record Slot(Shape Shape, bool IsNullable)
{
    /// <summary>What the value means here; null when nothing says so.</summary>
    public string? Description { get; init; }
}

/// <summary>A value of one JSON type, with what narrows it.</summary>
internal sealed class ScalarShape(string jsonType) : Shape
{
    /// <summary><c>string</c>, <c>number</c>, <c>integer</c> or <c>boolean</c>.</summary>
    public string JsonType { get; } = jsonType;

    /// <summary>A <c>format</c> the strict subset has.</summary>
    public string? Format { get; init; }

    /// <summary>A <c>pattern</c>, where no format says it.</summary>
    public string? Pattern { get; init; }

    /// <summary>The same in words, for where neither may stand; a noun phrase.</summary>
    public string? Note { get; init; }
}

/// <summary>One of a fixed list of values.</summary>
internal sealed class EnumShape(string jsonType, ImmutableArray<string> jsonValues) : Shape
{
    /// <summary><c>string</c> or <c>integer</c>.</summary>
    public string JsonType { get; } = jsonType;

    /// <summary>The values, as JSON; empty for flags, which combine freely.</summary>
    public ImmutableArray<string> JsonValues { get; } = jsonValues;

    /// <summary>What the values mean, when they do not say so themselves.</summary>
    public string? Note { get; init; }

    /// <summary>What the type means.</summary>
    public string? Description { get; init; }
}

internal sealed class ArrayShape(Slot element) : Shape
{
    public Slot Element { get; } = element;
}

/// <summary>An object with named members. A type has one, even when the reading of its members leads back to it.</summary>
internal sealed class ObjectShape(string suggestedName, string? description) : Shape
{
    /// <summary>Name of its definition, when it needs one and no other has it.</summary>
    public string SuggestedName { get; } = suggestedName;

    /// <summary>What the type means.</summary>
    public string? Description { get; } = description;

    public List<(string Name, Slot Slot)> Members { get; } = [];
}

/// <summary>A member that always has this one value, and tells the branches of a union apart.</summary>
internal sealed class ConstantShape(string jsonType, string jsonValue) : Shape
{
    public string JsonType { get; } = jsonType;

    public string JsonValue { get; } = jsonValue;
}

/// <summary>One of several objects.</summary>
internal sealed class UnionShape : Shape
{
    public List<ObjectShape> Branches { get; } = [];
}

/// <summary>The place of a value that no strict schema describes; an obstacle has been noted.</summary>
internal sealed class UnknownShape : Shape
{
    public static UnknownShape Instance { get; } = new();
}
