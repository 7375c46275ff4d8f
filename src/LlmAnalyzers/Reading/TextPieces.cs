using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using LlmAnalyzers.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>The pieces of a text while it is read, bounded in number and length.</summary>
internal sealed class TextPieces
{
    private const int MaxPieces = 12_000;

    private readonly List<PromptPiece> _pieces = new();
    private int _length;

    public int Count => _pieces.Count;

    /// <summary>Nothing more is taken up but one hole for the rest.</summary>
    public bool IsFull => _pieces.Count >= MaxPieces;

    public PromptText ToText() => new(_pieces.ToImmutableArray());

    public void AddLiteral(string text, IOperation operation, bool isCertain)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (_length + text.Length > PromptText.MaxLength)
        {
            AddHole(operation, isCertain, text.Length);
            return;
        }

        if (!IsFull)
        {
            _length += text.Length;
            _pieces.Add(new(text, operation.Syntax.GetLocation()) { IsCertain = isCertain });
        }
    }

    public void AddHole(IOperation operation, bool isCertain, int unreadLength = 0)
    {
        if (_pieces.Count > MaxPieces)
        {
            return;
        }

        _pieces.Add(new(null, operation.Syntax.GetLocation())
        {
            IsCertain = isCertain,
            HoleName = MemberBody.VariableOf(operation)?.Name ?? (operation as IMemberReferenceOperation)?.Member.Name,
            IsPlainValue = IsPlain(operation.Type),
            UnreadLength = unreadLength,
        });
    }

    /// <summary>Takes away the pieces from an index on.</summary>
    public void ClearFrom(int first) => _pieces.RemoveRange(first, _pieces.Count - first);

    /// <summary>Puts the pieces from <paramref name="added"/> on before the one at <paramref name="first"/>.</summary>
    public void MoveTo(int first, int added)
    {
        var moved = _pieces.GetRange(added, _pieces.Count - added);
        ClearFrom(added);
        _pieces.InsertRange(first, moved);
    }

    /// <summary>Changes each literal from an index on.</summary>
    public void Map(int first, Func<string, string> change)
    {
        for (var i = first; i < _pieces.Count; i++)
        {
            if (_pieces[i].Literal is { } literal)
            {
                _pieces[i] = _pieces[i] with { Literal = change(literal) };
            }
        }
    }

    /// <summary>Replaces a token in the literals from an index on by what <paramref name="addReplacement"/> adds.</summary>
    public void Replace(int first, string token, Action addReplacement)
    {
        var before = _pieces.GetRange(first, _pieces.Count - first);
        ClearFrom(first);
        foreach (var piece in before)
        {
            if (piece.Literal is not { } literal || literal.IndexOf(token, StringComparison.Ordinal) < 0)
            {
                _pieces.Add(piece);
                continue;
            }

            var start = 0;
            for (var at = literal.IndexOf(token, StringComparison.Ordinal); at >= 0 && !IsFull; at = literal.IndexOf(token, start, StringComparison.Ordinal))
            {
                AddPart(piece, literal.Substring(start, at - start));
                addReplacement();
                start = at + token.Length;
            }

            AddPart(piece, literal.Substring(start));
        }

        void AddPart(PromptPiece piece, string part)
        {
            if (part.Length > 0)
            {
                _pieces.Add(piece with { Literal = part });
            }
        }
    }

    private static bool IsPlain(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            type = nullable.TypeArguments[0];
        }

        return type is { TypeKind: TypeKind.Enum }
            || type?.SpecialType is SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_DateTime
                or (>= SpecialType.System_SByte and <= SpecialType.System_Double)
            || type is { Name: "Guid" or "DateTimeOffset" or "DateOnly" or "TimeOnly" or "TimeSpan", ContainingNamespace.Name: "System" };
    }
}
