using System;
using System.Collections.Generic;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LlmAnalyzers.CodeFixes.Editing;

/// <summary>The beginning of a string expression, and the expression that is left without it.</summary>
/// <param name="Head">The value that was cut off.</param>
/// <param name="HeadLiteral">The head as a literal of its own.</param>
/// <param name="Remainder">The rest in its own form: same kind of literal, same holes and escapes. Lines are indented as in the source.</param>
internal sealed record StringSplit(string Head, string HeadLiteral, string Remainder)
{
    /// <summary>Cuts a head without holes off a string expression; null whenever the result is not certain to be exact.</summary>
    /// <param name="edit">Gives source, types and style.</param>
    /// <param name="expression">A literal, an interpolated string, or a concatenation that begins with one.</param>
    /// <param name="length">Length of the head in characters of the value.</param>
    /// <param name="trim">Leave out white space and line breaks where the two are cut apart.</param>
    public static StringSplit? At(SourceEdit edit, ExpressionSyntax expression, int length, bool trim = true)
    {
        if (length <= 0 || expression.ContainsDiagnostics || expression.ContainsDirectives)
        {
            return null;
        }

        var operands = new List<ExpressionSyntax>();
        if (!Flatten(expression, operands) || Cut(edit, operands, length, trim) is not { } cut)
        {
            return null;
        }

        var head = trim ? cut.Head.TrimEnd() : cut.Head;
        return head.Length == 0 ? null : new(head, StringLiterals.Write(head, edit.Style), cut.Remainder);
    }

    private static bool Flatten(ExpressionSyntax expression, List<ExpressionSyntax> operands)
    {
        var left = expression;
        while (left is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum)
        {
            operands.Add(sum.Right);
            left = sum.Left;
        }

        operands.Add(left);
        operands.Reverse();
        return StringSource.Read(left) is not null;
    }

    private static (string Head, string Remainder)? Cut(SourceEdit edit, List<ExpressionSyntax> operands, int length, bool trim)
    {
        var head = new StringBuilder();
        for (var i = 0; i < operands.Count; i++)
        {
            if (StringSource.Read(operands[i]) is not { } source)
            {
                // A value that is computed: the head may end right before it, not in it.
                return head.Length == length && KeepsItsMeaning(edit, operands, i) ? (head.ToString(), Rest(edit, operands, i)) : null;
            }

            var wanted = length - head.Length;
            var taken = Math.Min(wanted, source.Head.Length);
            head.Append(source.Head, 0, taken);
            if (taken < wanted && !source.IsWhole)
            {
                return null;
            }

            var end = taken;
            while (taken == wanted && trim && end < source.Head.Length && char.IsWhiteSpace(source.Head[end]))
            {
                end++;
            }

            if (end < source.Head.Length || !source.IsWhole)
            {
                return source.Without(end) is { } rest ? (head.ToString(), rest + Between(edit, operands[i], operands)) : null;
            }

            if (i == operands.Count - 1)
            {
                return head.Length == length ? (head.ToString(), "\"\"") : null;
            }
        }

        return null;
    }

    /// <summary>The sum stays a sum of strings without the literals before it: its first operands are strings that are not null.</summary>
    private static bool KeepsItsMeaning(SourceEdit edit, List<ExpressionSyntax> operands, int index)
    {
        var info = edit.Model.GetTypeInfo(operands[index]);
        var isString = info.Type?.SpecialType == SpecialType.System_String;
        return isString && (info.Nullability.FlowState == NullableFlowState.NotNull || index < operands.Count - 1);
    }

    private static string Rest(SourceEdit edit, List<ExpressionSyntax> operands, int index) =>
        operands[index].ToString() + Between(edit, operands[index], operands);

    /// <summary>The source behind an operand, to the end of the sum.</summary>
    private static string Between(SourceEdit edit, ExpressionSyntax operand, List<ExpressionSyntax> operands)
    {
        var end = operands[operands.Count - 1].Span.End;
        return edit.Text.ToString(TextSpan.FromBounds(operand.Span.End, end));
    }
}
