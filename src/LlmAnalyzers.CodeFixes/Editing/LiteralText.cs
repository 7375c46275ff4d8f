using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using LlmAnalyzers.Reading;
using LlmAnalyzers.Schemas;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LlmAnalyzers.CodeFixes.Editing;

/// <summary>Changes a text in the literals it is written in, in the form of each: escaped, verbatim, raw, UTF-8.</summary>
internal static class LiteralText
{
    /// <summary>False when a change falls outside this file's literals, or cannot be written in their form.</summary>
    public static bool Change(SourceEdit edit, JsonText text, IEnumerable<TextChange> changes)
    {
        foreach (var change in changes.OrderBy(c => c.Span.Start))
        {
            // What is inserted belongs to what stands before it.
            if (text.PartAt(change.Span.IsEmpty && change.Span.Start > 0 ? change.Span.Start - 1 : change.Span.Start) is not var (part, start)
                || change.Span.End > start + part.Value.Length
                || part.Expression.SyntaxTree != edit.Root.SyntaxTree
                || part.Starts.IsEmpty
                || part.Expression is not LiteralExpressionSyntax literal
                || LiteralForm.Of(literal) is not { } form
                || Encode(change.NewText ?? "", form) is not { } code)
            {
                return false;
            }

            var (from, to) = (part.Starts[change.Span.Start - start], part.Starts[change.Span.End - start]);
            if (from < 0 || to < 0 || !edit.Replace(TextSpan.FromBounds(literal.SpanStart + from, literal.SpanStart + to), code))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A text as the source of a literal; null when this form cannot hold it.</summary>
    private static string? Encode(string text, LiteralForm form)
    {
        if (form.IsRaw)
        {
            return form.IsMultiLineRaw ? text.Replace("\n", "\n" + form.Indent) : text.IndexOfAny(['\r', '\n']) < 0 ? text : null;
        }

        if (form.IsVerbatim)
        {
            return text.Replace("\"", "\"\"");
        }

        var code = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => code.Append('\\').Append(c),
                '\n' => code.Append("\\n"),
                '\r' => code.Append("\\r"),
                '\t' => code.Append("\\t"),
                < ' ' => code.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => code.Append(c),
            };
        }

        return code.ToString();
    }
}
