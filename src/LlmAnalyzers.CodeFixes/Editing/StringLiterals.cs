using System;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace LlmAnalyzers.CodeFixes.Editing;

/// <summary>Writes any text as a C# string literal.</summary>
internal static class StringLiterals
{
    /// <summary>Single lines with escapes in them are written raw from this many characters on.</summary>
    private const int LongLine = 100;

    /// <summary>
    /// A regular literal for one line, a raw one for several (verbatim before C# 11). The lines of a raw literal are not indented: what
    /// inserts the code indents it as a whole. Texts whose line breaks are not the file's stay regular, so that the value is exact.
    /// </summary>
    public static string Write(string text, SourceStyle style)
    {
        var canBeRaw = style.LanguageVersion >= LanguageVersion.CSharp11;
        if (text.IndexOf('\n') < 0)
        {
            var isNoisy = text.Length >= LongLine && text.IndexOfAny(['"', '\\']) >= 0;
            return canBeRaw && isNoisy && !HasControls(text) && text[0] != '"' && text[text.Length - 1] != '"' ? RawLine(text) : Regular(text);
        }

        var lines = text.Replace(style.NewLine, "\n");
        if (HasControls(lines.Replace("\n", "")) || (style.NewLine == "\r\n" && text.Replace("\r\n", "").IndexOf('\n') >= 0))
        {
            return Regular(text);
        }

        return canBeRaw ? RawLines(lines) : "@\"" + text.Replace("\"", "\"\"") + "\"";
    }

    public static string Regular(string text)
    {
        var builder = new StringBuilder(text.Length + 2).Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            _ = c switch
            {
                '"' => builder.Append("\\\""),
                '\\' => builder.Append("\\\\"),
                '\n' => builder.Append("\\n"),
                '\r' => builder.Append("\\r"),
                '\t' => builder.Append("\\t"),
                '\0' => builder.Append("\\0"),
                _ when MustBeEscaped(c) || IsLoneSurrogate(text, i) => builder.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture)),
                _ => builder.Append(c),
            };
        }

        return builder.Append('"').ToString();
    }

    /// <summary>The code is a raw literal, interpolated or not, of several lines.</summary>
    public static bool IsRawOfLines(string code) => code.TrimStart('$').StartsWith("\"\"\"", StringComparison.Ordinal) && code.IndexOf('\n') >= 0;

    /// <summary>A raw literal of several lines, its lines moved to the left margin; null for any other code.</summary>
    public static string? WithoutIndent(string code)
    {
        if (!IsRawOfLines(code))
        {
            return null;
        }

        var lines = code.Replace("\r\n", "\n").Split('\n');
        var last = lines[lines.Length - 1];
        var indent = last.Substring(0, last.Length - last.TrimStart(' ', '\t').Length);
        var isLiteral = last.Substring(indent.Length).All(c => c == '"')
            && lines.Skip(1).All(l => l.StartsWith(indent, StringComparison.Ordinal) || string.IsNullOrWhiteSpace(l));
        return isLiteral
            ? string.Join("\n", lines.Select((l, i) => i == 0 || !l.StartsWith(indent, StringComparison.Ordinal) ? l : l.Substring(indent.Length)))
            : null;
    }

    private static string RawLine(string text)
    {
        var quotes = Quotes(text);
        return quotes + text + quotes;
    }

    private static string RawLines(string lines)
    {
        var quotes = Quotes(lines);
        return quotes + "\n" + lines + "\n" + quotes;
    }

    /// <summary>More quotes than any run of them in the text, and at least three.</summary>
    private static string Quotes(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
        {
            run = c == '"' ? run + 1 : 0;
            longest = run > longest ? run : longest;
        }

        return new string('"', longest < 3 ? 3 : longest + 1);
    }

    private static bool HasControls(string text) => text.Where((c, i) => (c != '\t' && MustBeEscaped(c)) || IsLoneSurrogate(text, i)).Any();

    /// <summary>Half a pair cannot be saved in a file.</summary>
    private static bool IsLoneSurrogate(string text, int index) => char.IsSurrogate(text[index])
        && !(char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
        && !(char.IsLowSurrogate(text[index]) && index > 0 && char.IsHighSurrogate(text[index - 1]));

    /// <summary>Control and format characters and line breaks other than the file's cannot be seen for what they are in source.</summary>
    private static bool MustBeEscaped(char c) => char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF'
        || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format;
}
