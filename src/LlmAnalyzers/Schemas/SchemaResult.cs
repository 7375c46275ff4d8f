using System.Collections.Immutable;

namespace LlmAnalyzers.Schemas;

/// <summary>What kind of thing stands in the way of a strict schema.</summary>
internal enum SchemaObstacleKind
{
    /// <summary>The type cannot be found, or its JSON is not known.</summary>
    Unclear,

    /// <summary>It can hold any JSON.</summary>
    AnyJson,

    /// <summary>A dictionary: its keys are not known beforehand.</summary>
    OpenKeys,

    /// <summary>An interface or abstract class, and nothing tells which type is meant.</summary>
    NoConcreteType,

    /// <summary>A type that contains itself, where the service takes none.</summary>
    Recursive,

    /// <summary>The root is no single object.</summary>
    Root,

    /// <summary>A limit of the service.</summary>
    TooLarge,
}

/// <summary>One thing that stands in the way of a strict schema, in a sentence.</summary>
internal sealed record SchemaObstacle(SchemaObstacleKind Kind, string Sentence);

/// <summary>A strict schema, or what stands in its way.</summary>
/// <param name="Json">
/// The schema, indented by two spaces with <c>\n</c> between lines and none at the end; null when there is an obstacle. Never
/// contains three quotes in a row, so it can be pasted into a raw string literal.
/// </param>
/// <param name="Findings">Why no strict schema can be made; at most <see cref="MaxObstacles"/>.</param>
/// <param name="IsRootObject">
/// False when the type is read from something else than one JSON object: an array, a plain value, one of several objects.
/// </param>
internal sealed record SchemaResult(string? Json, ImmutableArray<SchemaObstacle> Findings, bool IsRootObject)
{
    public const int MaxObstacles = 20;

    /// <summary>The findings as sentences.</summary>
    public ImmutableArray<string> Obstacles => ImmutableArray.CreateRange(Findings, f => f.Sentence);

    /// <summary>Only the root is in the way: a type that holds the value in a property has a strict schema.</summary>
    public bool WrapperWouldHelp => !IsRootObject && Obstacles.Length == 1;
}
