using System.Collections.Generic;
using Microsoft.CodeAnalysis.Text;

namespace LlmAnalyzers.Models;

/// <summary>A line of a catalogue file that could not be used. Line 1 is the first line of the file.</summary>
internal sealed record CatalogueProblem(int Line, string Message)
{
    /// <summary>The cell in question, or the row as a whole.</summary>
    public TextSpan Span { get; init; }

    /// <summary>Nobody reads more; a file that is no catalogue at all would otherwise yield one problem per line.</summary>
    public const int MaximumCount = 100;

    private const int MaximumQuoteLength = 40;

    public static void Add(List<CatalogueProblem> problems, int line, string message, TextSpan span)
    {
        if (problems.Count < MaximumCount)
        {
            problems.Add(new CatalogueProblem(line, message) { Span = span });
        }
    }

    /// <summary>Text of the file as a message may quote it: in quotes and short.</summary>
    public static string Quote(string text) =>
        text.Length <= MaximumQuoteLength ? $"'{text}'" : $"'{text.Substring(0, MaximumQuoteLength)}…'";
}
