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

    public int End => Start + Length;

    public static TextMatch Of(string text, int start, int end) => new(start, Math.Max(1, end - start), Quote(text, start, end));

    private static string Quote(string text, int start, int end)
    {
        while (start < end && IsEdge(text[start]))
        {
            start++;
        }

        while (end > start && IsEdge(text[end - 1]))
        {
            end--;
        }

        var quote = new StringBuilder();
        for (var i = start; i < end && quote.Length <= MaxPhraseLength; i++)
        {
            var c = text[i];
            if (!char.IsWhiteSpace(c))
            {
                quote.Append(c == PromptText.HoleMark ? '…' : c);
            }
            else if (quote.Length > 0 && quote[quote.Length - 1] != ' ')
            {
                quote.Append(' ');
            }
        }

        return quote.Length <= MaxPhraseLength ? quote.ToString() : quote.ToString(0, MaxPhraseLength - 1).TrimEnd() + "…";
    }

    private static bool IsEdge(char c) => c == PromptText.HoleMark || char.IsWhiteSpace(c);
}
