using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAnalyzers.Reading;

/// <summary>How a string literal is written, and how its source decodes into its value. Positions count from the start of the literal.</summary>
internal sealed class LiteralForm
{
    private readonly string _code;
    private readonly int _contentEnd;
    private readonly bool _isVerbatim;
    private readonly bool _isRaw;
    private readonly bool _isInterpolated;

    private LiteralForm(string code, int contentStart, int contentEnd, bool isVerbatim, bool isRaw, bool isInterpolated, string? indent)
    {
        _code = code;
        ContentStart = contentStart;
        _contentEnd = contentEnd;
        _isVerbatim = isVerbatim;
        _isRaw = isRaw;
        _isInterpolated = isInterpolated;
        Indent = indent ?? "";
        IsMultiLineRaw = indent is not null;
    }

    /// <summary>First character of the content; in a raw literal of several lines the start of its first line.</summary>
    public int ContentStart { get; }

    /// <summary>What is taken off the front of each line of a raw literal.</summary>
    public string Indent { get; }

    public bool IsMultiLineRaw { get; }

    public bool IsVerbatim => _isVerbatim;

    public bool IsRaw => _isRaw;

    public static LiteralForm? Of(ExpressionSyntax expression)
    {
        var code = expression.ToString();
        var isInterpolated = expression is InterpolatedStringExpressionSyntax;
        if (!isInterpolated && !expression.IsKind(SyntaxKind.StringLiteralExpression) && !expression.IsKind(SyntaxKind.Utf8StringLiteralExpression))
        {
            return null;
        }

        if (expression.IsKind(SyntaxKind.Utf8StringLiteralExpression))
        {
            // Without the suffix u8, in either case.
            code = code.Substring(0, code.LastIndexOf('"') + 1);
        }

        var quote = code.IndexOf('"');
        var quotes = code.Skip(quote).TakeWhile(c => c == '"').Count();
        var prefix = code.Substring(0, quote);
        var isVerbatim = prefix.IndexOf('@') >= 0;
        if (isVerbatim || quotes < 3)
        {
            var hole = FirstHole(expression) ?? code.Length - 1;
            return new(code, quote + 1, hole, isVerbatim, isRaw: false, isInterpolated, indent: null);
        }

        var start = quote + quotes;
        var end = code.Length - quotes;
        var isMultiLine = code.Substring(start, end - start).TrimStart(' ', '\t').StartsWith("\n", StringComparison.Ordinal)
            || code.Substring(start, end - start).TrimStart(' ', '\t').StartsWith("\r", StringComparison.Ordinal);
        if (!isMultiLine)
        {
            return new(code, start, FirstHole(expression) ?? end, isVerbatim, isRaw: true, isInterpolated, indent: null);
        }

        var firstLine = code.IndexOf('\n', start) + 1;
        var lastBreak = code.LastIndexOf('\n', end);
        var indent = code.Substring(lastBreak + 1, end - lastBreak - 1);
        var contentEnd = lastBreak > 0 && code[lastBreak - 1] == '\r' ? lastBreak - 1 : lastBreak;
        return firstLine == 0 || contentEnd < firstLine ? null
            : new(code, firstLine, FirstHole(expression) ?? contentEnd, isVerbatim, isRaw: true, isInterpolated, indent);
    }

    /// <summary>
    /// The value up to the first hole, or null when the source has something in it that is not understood. For each character of the value
    /// its start in the source is added to the list, −1 inside a pair that one escape stands for; the last entry is the end.
    /// </summary>
    public string? Decode(List<int> starts)
    {
        var value = new StringBuilder();
        var position = ContentStart;
        var isLineStart = IsMultiLineRaw;
        while (position < _contentEnd)
        {
            if (isLineStart)
            {
                position = SkipIndent(position);
                isLineStart = false;
                continue;
            }

            starts.Add(position);
            var c = _code[position];
            if (_isRaw)
            {
                value.Append(c);
                position++;
                isLineStart = IsMultiLineRaw && c == '\n';
            }
            else if (_isVerbatim ? c == '"' : c is '"')
            {
                if (!_isVerbatim)
                {
                    return null;
                }

                value.Append('"');
                position += 2;
            }
            else if (_isInterpolated && c is '{' or '}')
            {
                if (position + 1 >= _contentEnd || _code[position + 1] != c)
                {
                    return null;
                }

                value.Append(c);
                position += 2;
            }
            else if (c == '\\' && !_isVerbatim)
            {
                var length = Escape(position, value);
                if (length == 0)
                {
                    return null;
                }

                if (value.Length > starts.Count)
                {
                    starts.Add(-1);
                }

                position += length;
            }
            else
            {
                value.Append(c);
                position++;
            }
        }

        starts.Add(position);
        return value.ToString();
    }

    /// <summary>Where the first hole begins, from the start of the expression.</summary>
    private static int? FirstHole(ExpressionSyntax expression) =>
        (expression as InterpolatedStringExpressionSyntax)?.Contents.OfType<InterpolationSyntax>().FirstOrDefault() is { } hole
            ? hole.SpanStart - expression.SpanStart
            : null;

    private int SkipIndent(int position)
    {
        for (var i = 0; i < Indent.Length && position < _contentEnd && _code[position] == Indent[i]; i++)
        {
            position++;
        }

        return position;
    }

    /// <summary>Decodes one escape and gives its length in the source; 0 when it is not a known one.</summary>
    private int Escape(int position, StringBuilder value)
    {
        if (position + 1 >= _contentEnd)
        {
            return 0;
        }

        var kind = _code[position + 1];
        var index = "'\"\\0abefnrtv".IndexOf(kind);
        if (index >= 0)
        {
            value.Append("'\"\\\0\a\b\u001b\f\n\r\t\v"[index]);
            return 2;
        }

        var (least, most) = kind switch { 'u' => (4, 4), 'U' => (8, 8), 'x' => (1, 4), _ => (0, 0) };
        var digits = 0;
        while (digits < most && position + 2 + digits < _contentEnd && Uri.IsHexDigit(_code[position + 2 + digits]))
        {
            digits++;
        }

        if (most == 0 || digits < least)
        {
            return 0;
        }

        var code = int.Parse(_code.Substring(position + 2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        if (code is < 0 or > 0x10FFFF || (kind == 'U' && code is >= 0xD800 and <= 0xDFFF))
        {
            return 0;
        }

        value.Append(kind == 'U' ? char.ConvertFromUtf32(code) : ((char)code).ToString());
        return 2 + digits;
    }
}
