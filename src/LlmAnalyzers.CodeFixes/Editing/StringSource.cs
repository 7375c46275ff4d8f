using System;
using System.Collections.Generic;
using System.Linq;
using LlmAnalyzers.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAnalyzers.CodeFixes.Editing;

/// <summary>A string literal whose leading characters are known both as value and as source.</summary>
internal sealed class StringSource
{
    private readonly ExpressionSyntax _expression;
    private readonly string _code;
    private readonly int _contentStart;
    private readonly string _indent;
    private readonly bool _isMultiLineRaw;
    private readonly IReadOnlyList<int> _starts;

    private StringSource(ExpressionSyntax expression, LiteralForm form, string head, IReadOnlyList<int> starts, bool isWhole)
    {
        _expression = expression;
        _code = expression.ToString();
        _contentStart = form.ContentStart;
        _indent = form.Indent;
        _isMultiLineRaw = form.IsMultiLineRaw;
        _starts = starts;
        Head = head;
        IsWhole = isWhole;
    }

    /// <summary>The value up to the first hole.</summary>
    public string Head { get; }

    /// <summary>There is no hole: the head is the whole value.</summary>
    public bool IsWhole { get; }

    /// <summary>Null for anything but a string literal, and where source and value do not agree.</summary>
    public static StringSource? Read(ExpressionSyntax expression)
    {
        if (LiteralForm.Of(expression) is not { } form)
        {
            return null;
        }

        var starts = new List<int>();
        var decoded = form.Decode(starts);
        var (value, isWhole) = ValueOf(expression);
        return decoded is not null && decoded == value ? new(expression, form, value, starts, isWhole) : null;
    }

    /// <summary>The literal without its first characters; null when they cannot be cut off in this form.</summary>
    public string? Without(int count)
    {
        if (count == 0)
        {
            return _code;
        }

        if (count == Head.Length && IsWhole)
        {
            return "\"\"";
        }

        var cut = _starts[count];
        if (cut < 0)
        {
            return null;
        }

        var rest = _code.Substring(0, _contentStart) + (_isMultiLineRaw ? _indent : "") + _code.Substring(cut);
        return IsExact(rest, count) ? rest : null;
    }

    private static (string Value, bool IsWhole) ValueOf(ExpressionSyntax expression)
    {
        if (expression is not InterpolatedStringExpressionSyntax interpolated)
        {
            return (((LiteralExpressionSyntax)expression).Token.ValueText, true);
        }

        var head = interpolated.Contents.FirstOrDefault() as InterpolatedStringTextSyntax;
        var holes = interpolated.Contents.Count - (head is null ? 0 : 1);
        return (head is null ? "" : Unescaped(interpolated, head), holes == 0);
    }

    // The value text of an interpolated string keeps doubled braces; raw strings have none.
    private static string Unescaped(InterpolatedStringExpressionSyntax interpolated, InterpolatedStringTextSyntax text)
    {
        var value = text.TextToken.ValueText;
        var isRaw = interpolated.StringStartToken.Text.IndexOf("\"\"\"", StringComparison.Ordinal) >= 0;
        return isRaw || !text.TextToken.Text.Contains("{{") && !text.TextToken.Text.Contains("}}")
            ? value
            : value.Replace("{{", "{").Replace("}}", "}");
    }

    /// <summary>Reads the new literal again: its head is the rest of the old one, and everything behind it is as it was.</summary>
    private bool IsExact(string rest, int count)
    {
        var parsed = SyntaxFactory.ParseExpression(rest, options: (CSharpParseOptions)_expression.SyntaxTree.Options);
        if (parsed.ContainsDiagnostics || parsed.ToString() != rest || parsed.RawKind != _expression.RawKind)
        {
            return false;
        }

        var (value, _) = ValueOf(parsed);
        return value == Head.Substring(count) && Tail(parsed).SequenceEqual(Tail(_expression));
    }

    private static IEnumerable<string> Tail(ExpressionSyntax expression) =>
        expression is InterpolatedStringExpressionSyntax interpolated
            ? interpolated.Contents.Skip(interpolated.Contents.FirstOrDefault() is InterpolatedStringTextSyntax ? 1 : 0)
                .Select(c => c is InterpolatedStringTextSyntax text ? text.TextToken.ValueText : c.ToString())
            : [];
}
