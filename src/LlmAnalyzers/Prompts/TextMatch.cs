using System;
using System.Text;
using LlmAnalyzers.Calls;

namespace LlmAnalyzers.Prompts;

/// <summary>A place in a prompt that says something, with a quote for a message.</summary>
/// <param name="Start">Offset in the text, in characters.</param>
/// <param name="Length">In characters, at least 1.</param>
/// <param name="Phrase">The place as a quote: at most <see cref="MaxPhraseLength"/> characters, white space collapsed, no hole marks at its ends.</param>
internal sealed record TextMatch(int Start, int Length, string Phrase)
{
    public const int MaxPhraseLength = 60;

    /// <summary>Words up to this length do not end a quote that is cut.</summary>
    private const int MaxLittleWord = 3;

    /// <summary>Characters read for a quote; more only when they are mostly white space.</summary>
    private const int MaxLookedAt = 400;

    public int End => Start + Length;

    public static TextMatch Of(string text, int start, int end) => new(start, Math.Max(1, end - start), Quote(text, start, end));

    /// <summary>Quotes the first and the last words of a long stretch.</summary>
    public static TextMatch OfBothEnds(string text, int start, int end) => new(start, Math.Max(1, end - start), Quote(text, start, end, keepEnd: true));

    private static string Quote(string text, int start, int end, bool keepEnd = false)
    {
        while (start < end && IsEdge(text[start]))
        {
            start++;
        }

        while (end > start && IsEdge(text[end - 1]))
        {
            end--;
        }

        var line = InOneLine(text, start, Math.Min(end, keepEnd ? end : start + MaxLookedAt));
        if (line.Length <= MaxPhraseLength)
        {
            return line;
        }

        if (!keepEnd)
        {
            return CutAtWord(line, MaxPhraseLength - 1) + "…";
        }

        var tail = line.Substring(line.Length - (MaxPhraseLength / 2) + 3);
        var blank = tail.IndexOf(' ');
        tail = blank >= 0 ? tail.Substring(blank + 1) : tail;
        return CutAtWord(line, MaxPhraseLength - tail.Length - 3) + " … " + tail;
    }

    /// <summary>Whole words only, unless a word is as long as the quote, and no "of" or "the" as the last.</summary>
    private static string CutAtWord(string line, int length)
    {
        var blank = line.LastIndexOf(' ', length);
        while (blank > length / 2 && line.LastIndexOf(' ', blank - 1) is var previous && blank - previous <= MaxLittleWord + 1 && previous > length / 2)
        {
            blank = previous;
        }

        return line.Substring(0, blank > length / 2 ? blank : length).TrimEnd(' ', ',', ';', '(', '–', '-');
    }

    private static string InOneLine(string text, int start, int end)
    {
        var line = new StringBuilder();
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            if (!char.IsWhiteSpace(c))
            {
                line.Append(c == PromptText.HoleMark ? '…' : c);
            }
            else if (line.Length > 0 && line[line.Length - 1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString();
    }

    private static bool IsEdge(char c) => c == PromptText.HoleMark || char.IsWhiteSpace(c);
}
