using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LlmAnalyzers.Schemas;

internal enum JsonKind
{
    /// <summary>Code whose value cannot be read stands here.</summary>
    Unknown,
    Object,
    Array,
    String,
    Number,
    True,
    False,
    Null,
}

/// <summary>A value of a JSON document with its place: a stretch of a text, or an expression of an object that is serialised.</summary>
internal sealed record JsonItem(JsonKind Kind, TextSpan Span)
{
    /// <summary>The text <see cref="Span"/> is a stretch of; null when the value is no text but code.</summary>
    public JsonText? Source { get; init; }

    /// <summary>The code, where there is no text.</summary>
    public Location? Code { get; init; }

    /// <summary>A string's value, or a number as it is written.</summary>
    public string Text { get; init; } = "";

    /// <summary>Of an object, in order, repeated names included.</summary>
    public ImmutableArray<JsonEntry> Members { get; init; } = ImmutableArray<JsonEntry>.Empty;

    public ImmutableArray<JsonItem> Elements { get; init; } = ImmutableArray<JsonItem>.Empty;

    /// <summary>An object of which some members cannot be read.</summary>
    public bool MayHoldMore { get; init; }

    /// <summary>Nothing in it is unknown.</summary>
    public bool IsFullyKnown => Kind != JsonKind.Unknown && !MayHoldMore && Members.All(m => m.Value.IsFullyKnown) && Elements.All(e => e.IsFullyKnown);

    public Location Location => Source?.LocationOf(Span) ?? Code ?? Location.None;

    /// <summary>The value of a member; the last one counts where a name is repeated. Null when there is none.</summary>
    public JsonItem? this[string name] => Find(name)?.Value;

    public JsonEntry? Find(string name)
    {
        for (var i = Members.Length - 1; i >= 0; i--)
        {
            if (Members[i].Name == name)
            {
                return Members[i];
            }
        }

        return null;
    }

    public bool IsString(string text) => Kind == JsonKind.String && Text == text;

    /// <summary>Two values that read alike stand in two places: they are two.</summary>
    public bool Equals(JsonItem? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}

/// <summary>A member of a JSON object.</summary>
/// <param name="Name">As it reads, escapes resolved.</param>
/// <param name="NameSpan">The name with its quotes.</param>
/// <param name="Value">What it holds.</param>
internal sealed record JsonEntry(string Name, TextSpan NameSpan, JsonItem Value)
{
    public JsonText? Source { get; init; }

    public Location? Code { get; init; }

    public Location NameLocation => Source?.LocationOf(NameSpan) ?? Code ?? Location.None;
}

/// <summary>Why a text is no JSON, and where.</summary>
internal sealed record JsonError(string Reason, TextSpan Span);

/// <summary>A text read as JSON: a value, or the first error.</summary>
internal sealed record JsonReading(JsonItem? Root, JsonError? Error);
