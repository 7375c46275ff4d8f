using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Schemas;

/// <summary>A rule of the strict subset that a schema breaks.</summary>
internal enum StrictRule
{
    DuplicateName,
    RootNotObject,
    RootIsChoice,
    OpenObject,
    NotRequired,
    UnsupportedKeyword,
    UnknownFormat,
    Reference,
    Recursion,
    ComplexEnum,
    ItemCount,
    TooDeep,
    TooLarge,
}

/// <summary>One place of a schema that the service refuses.</summary>
/// <param name="Rule">What is broken.</param>
/// <param name="Path">Where, as a JSON path: <c>$.properties.lines.items</c>.</param>
/// <param name="Sentence">What is wrong there and what is wanted; continues "…: ".</param>
/// <param name="Name">The member whose name is at fault; null when <paramref name="Value"/> is.</param>
/// <param name="Value">The value at fault.</param>
internal sealed record SchemaViolation(StrictRule Rule, string Path, string Sentence, JsonEntry? Name, JsonItem? Value)
{
    private const int MaxValueLength = 100;

    /// <summary>The offending name or value; of an object or list that is long or takes several lines, its opening bracket.</summary>
    public Location Location => Name?.NameLocation ?? Opening?.LocationOf(new(Value!.Span.Start, 1)) ?? Value?.Location ?? Location.None;

    private JsonText? Opening =>
        Value is { Kind: JsonKind.Object or JsonKind.Array, Source: { } source } nested
        && (nested.Span.Length > MaxValueLength || source.Text.IndexOf('\n', nested.Span.Start, nested.Span.Length) >= 0)
            ? source
            : null;
}
