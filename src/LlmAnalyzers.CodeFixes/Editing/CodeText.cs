using System;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LlmAnalyzers.CodeFixes.Editing;

/// <summary>Brings a piece of new code into the layout of the place it goes to.</summary>
internal static class CodeText
{
    /// <summary>
    /// Indents every line but the first and converts the line breaks. Regular and verbatim strings stay as they are, because their
    /// white space is their value; raw strings move as a whole.
    /// </summary>
    public static string Fit(string code, string indent, string newLine)
    {
        if (code.IndexOf('\n') < 0)
        {
            return code;
        }

        var builder = new StringBuilder(code.Length + 64);
        foreach (var token in SyntaxFactory.ParseTokens(code).Where(t => !t.IsKind(SyntaxKind.EndOfFileToken) || t.FullSpan.Length > 0))
        {
            Append(builder, token.LeadingTrivia.ToFullString(), indent, newLine);
            if (IsVerbatim(token.Text))
            {
                builder.Append(token.Text);
            }
            else
            {
                Append(builder, token.Text, indent, newLine);
            }

            Append(builder, token.TrailingTrivia.ToFullString(), indent, newLine);
        }

        return builder.ToString();
    }

    private static bool IsVerbatim(string token) =>
        token.StartsWith("@\"", StringComparison.Ordinal)
        || token.StartsWith("$@\"", StringComparison.Ordinal)
        || token.StartsWith("@$\"", StringComparison.Ordinal);

    private static void Append(StringBuilder builder, string text, string indent, string newLine)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
            {
                continue;
            }

            if (text[i] != '\n')
            {
                builder.Append(text[i]);
                continue;
            }

            builder.Append(newLine);
            var isBlank = i + 1 < text.Length && text[i + 1] is '\r' or '\n';
            if (!isBlank)
            {
                builder.Append(indent);
            }
        }
    }
}
