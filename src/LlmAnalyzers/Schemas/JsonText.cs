using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using LlmAnalyzers.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LlmAnalyzers.Schemas;

/// <summary>A literal, or another constant expression, that gives a part of a text.</summary>
/// <param name="Expression">A string literal; else something whose inside has no place of its own.</param>
/// <param name="Value">The part.</param>
internal sealed record TextPart(ExpressionSyntax Expression, string Value)
{
    private readonly Lazy<ImmutableArray<int>> _starts = new(() => StartsOf(Expression, Value), LazyThreadSafetyMode.ExecutionAndPublication);

    /// <summary>For each character of the value its start, counted from the start of the literal, and the end; empty when they are not known.</summary>
    public ImmutableArray<int> Starts => _starts.Value;

    private static ImmutableArray<int> StartsOf(ExpressionSyntax expression, string value)
    {
        var starts = new List<int>();
        return expression is LiteralExpressionSyntax && LiteralForm.Of(expression)?.Decode(starts) == value
            ? ImmutableArray.CreateRange(starts)
            : ImmutableArray<int>.Empty;
    }
}

/// <summary>A text of JSON and the literals it is written in.</summary>
internal sealed record JsonText(string Text, ImmutableArray<TextPart> Parts)
{
    /// <summary>Where a stretch of the text is written; cut at the end of the literal it begins in.</summary>
    public Location? LocationOf(TextSpan span)
    {
        if (PartAt(span.Start) is not var (part, start))
        {
            return null;
        }

        var from = span.Start - start;
        var to = Math.Min(span.End - start, part.Value.Length);
        var starts = part.Starts;
        if (starts.IsEmpty || starts[from] < 0 || starts[to] < 0)
        {
            return part.Expression.GetLocation();
        }

        var origin = part.Expression.SpanStart;
        return Location.Create(part.Expression.SyntaxTree, TextSpan.FromBounds(origin + starts[from], origin + starts[to]));
    }

    /// <summary>The part that holds a character, and where in the text it begins.</summary>
    public (TextPart Part, int Start)? PartAt(int position)
    {
        var start = 0;
        foreach (var part in Parts)
        {
            if (position < start + part.Value.Length)
            {
                return (part, start);
            }

            start += part.Value.Length;
        }

        // The end of the text belongs to the last part.
        return Parts.IsEmpty ? null : (Parts[Parts.Length - 1], start - Parts[Parts.Length - 1].Value.Length);
    }
}
