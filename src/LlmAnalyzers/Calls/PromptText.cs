using System.Collections.Immutable;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Calls;

/// <summary>A stretch of a prompt: literal text, or a hole that is filled at run time.</summary>
internal sealed record PromptPiece(string? Literal, Location Location)
{
    /// <summary>Name of the variable or member that fills the hole, for messages; null for literals and nameless expressions.</summary>
    public string? HoleName { get; init; }

    /// <summary>False when the piece is added on only some of the ways to the call.</summary>
    public bool IsCertain { get; init; } = true;

    /// <summary>The hole takes values that cannot carry instructions: numbers, dates, enums, identifiers.</summary>
    public bool IsPlainValue { get; init; }

    /// <summary>Characters of a literal that was too long to be read; 0 for everything else.</summary>
    public int UnreadLength { get; init; }

    public bool IsHole => Literal is null;
}

/// <summary>Literal pieces and holes of one prompt text, in order, each with its place in the source.</summary>
internal sealed class PromptText
{
    /// <summary>Longer texts are cut here; what is cut becomes a hole. A bound on work, not on what a model takes.</summary>
    public const int MaxLength = 200_000;

    /// <summary>Stands for a hole in <see cref="Flat"/>: never part of a word, a number or JSON.</summary>
    public const char HoleMark = '\uFFFC';

    private string? _flat;

    public PromptText(ImmutableArray<PromptPiece> pieces) => Pieces = pieces;

    /// <summary>Nothing of the text can be read.</summary>
    public static PromptText Unknown(Location location, string? name = null) =>
        new(ImmutableArray.Create(new PromptPiece(null, location) { HoleName = name }));

    public ImmutableArray<PromptPiece> Pieces { get; }

    /// <summary>Every character is in the source.</summary>
    public bool IsFullyKnown => Pieces.All(p => !p.IsHole);

    /// <summary>No literal of more than white space is in it.</summary>
    public bool IsUnknown => Pieces.All(p => p.IsHole || string.IsNullOrWhiteSpace(p.Literal)) && Pieces.Any(p => p.IsHole);

    /// <summary>The text with <see cref="HoleMark"/> for each hole.</summary>
    public string Flat => _flat ??= Flatten();

    private string Flatten()
    {
        var builder = new StringBuilder();
        foreach (var piece in Pieces)
        {
            if (piece.Literal is { } literal)
            {
                builder.Append(literal);
            }
            else
            {
                builder.Append(HoleMark);
            }
        }

        return builder.ToString();
    }
}
