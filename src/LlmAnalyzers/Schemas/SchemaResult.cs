using System.Collections.Immutable;

namespace LlmAnalyzers.Schemas;

/// <summary>A strict schema, or what stands in its way.</summary>
/// <param name="Json">
/// The schema, indented by two spaces with <c>\n</c> between lines and none at the end; null when there is an obstacle. Never
/// contains three quotes in a row, so it can be pasted into a raw string literal.
/// </param>
/// <param name="Obstacles">Sentences that say why no strict schema can be made; at most <see cref="MaxObstacles"/>.</param>
/// <param name="IsRootObject">
/// False when the type is read from something else than one JSON object: an array, a plain value, one of several objects.
/// </param>
internal sealed record SchemaResult(string? Json, ImmutableArray<string> Obstacles, bool IsRootObject)
{
    public const int MaxObstacles = 20;

    /// <summary>Only the root is in the way: a type that holds the value in a property has a strict schema.</summary>
    public bool WrapperWouldHelp => !IsRootObject && Obstacles.Length == 1;
}
