using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace LlmAnalyzers.CodeFixes.Editing;

/// <summary>How a file is written: its line ending, one step of its indentation, the C# version it is parsed as.</summary>
internal sealed record SourceStyle(string NewLine, string IndentUnit, LanguageVersion LanguageVersion)
{
    /// <summary>Lines longer than this are broken up, in columns.</summary>
    public const int MaxLineLength = 120;

    private const int DefaultIndentSize = 4;
    private const int MaxIndentSize = 16;
    private const int MaxLinesLookedAt = 2000;

    public static SourceStyle Of(SyntaxTree tree, SourceText text, AnalyzerConfigOptions? options)
    {
        var version = (tree.Options as CSharpParseOptions)?.LanguageVersion ?? LanguageVersion.Default;
        return new(NewLineOf(text, options), IndentUnitOf(text, options), version);
    }

    private static string NewLineOf(SourceText text, AnalyzerConfigOptions? options)
    {
        var first = text.Lines[0];
        if (first.EndIncludingLineBreak > first.End)
        {
            return text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak));
        }

        return Read(options, "end_of_line") switch { "crlf" => "\r\n", "cr" => "\r", _ => "\n" };
    }

    private static string IndentUnitOf(SourceText text, AnalyzerConfigOptions? options)
    {
        if (Read(options, "indent_style") == "tab")
        {
            return "\t";
        }

        var size = Read(options, "indent_size");
        if (size == "tab")
        {
            return "\t";
        }

        return int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns is > 0 and <= MaxIndentSize
            ? new string(' ', columns)
            : Detect(text);
    }

    /// <summary>The most frequent step by which one line is indented deeper than the line before it.</summary>
    private static string Detect(SourceText text)
    {
        var steps = new Dictionary<string, int>(StringComparer.Ordinal);
        var previous = "";
        foreach (var line in text.Lines.Take(MaxLinesLookedAt))
        {
            var indent = text.IndentAt(line.Start);
            if (line.Start + indent.Length == line.End)
            {
                continue;
            }

            if (indent.Length > previous.Length && indent.StartsWith(previous, StringComparison.Ordinal))
            {
                var step = indent.Substring(previous.Length);
                steps[step] = steps.TryGetValue(step, out var count) ? count + 1 : 1;
            }

            previous = indent;
        }

        var likely = steps.Where(s => s.Key == "\t" || s.Key is "  " or "   " or "    " or "        ")
            .OrderByDescending(s => s.Value)
            .ThenBy(s => s.Key.Length)
            .Select(s => s.Key)
            .FirstOrDefault();
        return likely ?? new string(' ', DefaultIndentSize);
    }

    private static string? Read(AnalyzerConfigOptions? options, string key) =>
        options is not null && options.TryGetValue(key, out var value) ? value.Trim().ToLowerInvariant() : null;
}
