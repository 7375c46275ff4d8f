using System;
using System.Collections.Generic;
using LlmAnalyzers.Calls;

namespace LlmAnalyzers.Prompts;

/// <summary>How many worked examples a text shows, and the stretch they take. Only what stands in the text itself counts, not what is filled in at run time.</summary>
/// <param name="Count">Pairs of an input and the answer to it.</param>
/// <param name="Form">How they are written, for messages.</param>
/// <param name="Start">First character of the first.</param>
/// <param name="End">Behind the last.</param>
internal sealed record WorkedExamples(int Count, string Form, int Start, int End)
{
    private const int MaxLines = 20_000;

    /// <summary>Nobody writes more into a prompt by hand.</summary>
    private const int MaxPairs = 500;

    private static readonly string[] Questions =
        { "input", "in", "q", "question", "user", "human", "text", "example input", "sentence", "review", "message", "email", "query", "request", "source", "customer", "ticket" };

    private static readonly string[] Answers =
        { "output", "out", "a", "answer", "assistant", "ai", "label", "example output", "sentiment", "category", "response", "reply", "result", "translation", "classification", "class", "intent", "expected output", "completion", "sql" };

    private static readonly (string Question, string Answer)[] JsonPairs =
    {
        ("\"input\"", "\"output\""), ("\"question\"", "\"answer\""), ("\"q\"", "\"a\""), ("\"prompt\"", "\"completion\""), ("\"text\"", "\"label\""), ("\"user\"", "\"assistant\""),
        ("\"text\"", "\"category\""), ("\"query\"", "\"response\""),
    };

    private static readonly string[] Arrows = { "->", "=>", "→", "⇒", "-->" };

    /// <summary>The form of which the text shows most; null when it shows none.</summary>
    public static WorkedExamples? Find(string text)
    {
        WorkedExamples? best = null;
        foreach (var found in new[] { Tagged(text), Labelled(text), Arrowed(text), InJson(text) })
        {
            best = found is not null && found.Count > (best?.Count ?? 0) ? found : best;
        }

        return best;
    }

    /// <summary><c>&lt;example&gt; … &lt;/example&gt;</c>, each with text of its own.</summary>
    private static WorkedExamples? Tagged(string text)
    {
        const string opening = "<example";
        const string closing = "</example";
        var count = 0;
        var first = -1;
        var last = 0;
        for (var start = text.IndexOf(opening, StringComparison.OrdinalIgnoreCase); start >= 0; start = text.IndexOf(opening, last, StringComparison.OrdinalIgnoreCase))
        {
            var after = start + opening.Length;
            last = after;
            if (after < text.Length && text[after] is 's' or 'S')
            {
                continue; // <examples>
            }

            var end = text.IndexOf(closing, after, StringComparison.OrdinalIgnoreCase);
            if (end < 0)
            {
                break;
            }

            last = end + closing.Length;
            if (IsWritten(text, text.IndexOf('>', after, end - after) + 1, end))
            {
                count++;
                first = first < 0 ? start : first;
            }
        }

        return count == 0 ? null : new(count, "<example> blocks", first, Math.Min(text.Length, last + 1));
    }

    /// <summary>Lines with labels that come in pairs: <c>Input: …</c> and <c>Output: …</c>, <c>Q:</c> and <c>A:</c>.</summary>
    private static WorkedExamples? Labelled(string text)
    {
        var counts = new Dictionary<(string Question, string Answer), (int Count, int First, int Last)>();
        string? question = null;
        var questionStart = 0;
        foreach (var (start, end) in Lines(text))
        {
            if (LabelOf(text, start, end) is not { } label)
            {
                continue;
            }

            if (Array.IndexOf(Questions, label.Name) >= 0 && !(question is not null && Array.IndexOf(Answers, label.Name) >= 0))
            {
                question = HasText(text, label.After, end) ? label.Name : null;
                questionStart = start;
            }
            else if (question is not null && Array.IndexOf(Answers, label.Name) >= 0 && HasText(text, label.After, end))
            {
                var key = (question, label.Name);
                counts[key] = counts.TryGetValue(key, out var known) ? (known.Count + 1, known.First, end) : (1, questionStart, end);
                question = null;
            }
        }

        WorkedExamples? best = null;
        foreach (var entry in counts)
        {
            if (entry.Value.Count > (best?.Count ?? 0))
            {
                best = new(entry.Value.Count, $"'{Capital(entry.Key.Question)}:' and '{Capital(entry.Key.Answer)}:'", entry.Value.First, entry.Value.Last);
            }
        }

        return best;
    }

    /// <summary>List items with an arrow from an input to its answer: <c>1. "where is it" -> delivery</c>. Two in a row make a list.</summary>
    private static WorkedExamples? Arrowed(string text)
    {
        var count = 0;
        var first = -1;
        var last = 0;
        var best = default((int Count, int First, int Last));
        foreach (var (start, end) in Lines(text))
        {
            if (IsBlank(text, start, end))
            {
                continue;
            }

            if (IsArrowed(text, start, end))
            {
                count++;
                first = first < 0 ? start : first;
                last = end;
                best = count > best.Count ? (count, first, last) : best;
            }
            else
            {
                count = 0;
                first = -1;
            }
        }

        return best.Count < 2 ? null : new(best.Count, "'… -> …' lines", best.First, best.Last);
    }

    private static bool IsArrowed(string text, int start, int end)
    {
        if (IndexOf(text, PromptText.HoleMark, start, end) >= 0)
        {
            return false;
        }

        foreach (var arrow in Arrows)
        {
            var at = text.IndexOf(arrow, start, end - start, StringComparison.Ordinal);
            if (at > start)
            {
                // A step leads from one thing to do to the next; an example quotes what somebody wrote, or stands in a list.
                var first = SkipMarks(text, start, end);
                return (text[first] is '"' or '\'' or '“' or '`' || first > start && char.IsDigit(text[SkipSpace(text, start, end)]) || text[SkipSpace(text, start, end)] is '-' or '*' or '•')
                    && IsWritten(text, first, at) && IsWritten(text, at + arrow.Length, end);
            }
        }

        return false;
    }

    /// <summary>Objects with both members of a pair: <c>{"input": "…", "output": "…"}</c>.</summary>
    private static WorkedExamples? InJson(string text)
    {
        WorkedExamples? best = null;
        foreach (var (question, answer) in JsonPairs)
        {
            var count = 0;
            var first = -1;
            var last = 0;
            var tries = 0;
            for (var at = NameAt(text, question, 0); at >= 0 && tries < MaxPairs; at = NameAt(text, question, Math.Max(at + 1, last)), tries++)
            {
                var next = NameAt(text, question, at + 1);
                var reply = NameAt(text, answer, at + 1);
                if (reply < 0)
                {
                    break;
                }

                last = at + question.Length;
                if ((next < 0 || reply < next) && IndexOf(text, PromptText.HoleMark, at, reply) < 0 && IsValue(text, at + question.Length) && IsValue(text, reply + answer.Length))
                {
                    count++;
                    first = first < 0 ? at : first;
                    last = reply + answer.Length;
                }
            }

            if (count > (best?.Count ?? 0))
            {
                best = new(count, $"{{{question}, {answer}}} objects", first, last);
            }
        }

        return best;
    }

    /// <summary>A member name: in quotes, with a colon behind it.</summary>
    private static int NameAt(string text, string name, int from)
    {
        for (var at = from >= text.Length ? -1 : text.IndexOf(name, from, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var colon = SkipSpace(text, at + name.Length, text.Length);
            if (colon < text.Length && text[colon] == ':')
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>Behind a name: a value with text in it, and not the name of a type or three dots.</summary>
    private static bool IsValue(string text, int afterName)
    {
        var start = SkipSpace(text, SkipSpace(text, afterName, text.Length) + 1, text.Length);
        if (start >= text.Length || text[start] is not ('"' or '{' or '['))
        {
            return false;
        }

        var end = text[start] == '"' ? text.IndexOf('"', start + 1) : start + 1;
        if (end < 0 || text[start] != '"')
        {
            return end > 0;
        }

        var value = text.Substring(start + 1, end - start - 1).Trim();
        return value.Length > 0 && value is not ("..." or "…" or "string" or "text") && value[0] is not ('<' or '[' or '{') && value.IndexOf(PromptText.HoleMark) < 0;
    }

    /// <summary>The label at the head of a line, behind list marks, emphasis and a number of its own.</summary>
    private static (string Name, int After)? LabelOf(string text, int start, int end)
    {
        var first = SkipMarks(text, start, end);
        var colon = text.IndexOf(':', first, Math.Min(end, first + 40) - first);
        if (colon <= first)
        {
            return null;
        }

        var name = text.Substring(first, colon - first).Trim('*', '_', '#', '[', ']', ' ', '\t', '"').ToLowerInvariant();
        var letters = name.Length;
        while (letters > 0 && (char.IsDigit(name[letters - 1]) || name[letters - 1] is ' ' or '#'))
        {
            letters--;
        }

        return letters == 0 ? null : (name.Substring(0, letters), colon + 1);
    }

    /// <summary>Text behind a label, on its line or on the next.</summary>
    private static bool HasText(string text, int start, int end)
    {
        if (!IsBlank(text, start, end))
        {
            return IsWritten(text, start, end);
        }

        var next = end + 1;
        if (next >= text.Length || !IsWritten(text, next, LineEnd(text, next)))
        {
            return false;
        }

        return LabelOf(text, next, LineEnd(text, next)) is not { } label || Array.IndexOf(Questions, label.Name) < 0 && Array.IndexOf(Answers, label.Name) < 0;
    }

    /// <summary>The stretch holds letters or digits and nothing that is filled in at run time.</summary>
    private static bool IsWritten(string text, int start, int end)
    {
        var has = false;
        for (var i = Math.Max(0, start); i < end; i++)
        {
            if (text[i] == PromptText.HoleMark)
            {
                return false;
            }

            has |= char.IsLetterOrDigit(text[i]);
        }

        return has;
    }

    private static int SkipMarks(string text, int start, int end)
    {
        var i = SkipSpace(text, start, end);
        while (i < end && text[i] is '-' or '*' or '•' or '>' or '#')
        {
            i++;
        }

        i = SkipSpace(text, i, end);
        var digits = i;
        while (digits < end && char.IsDigit(text[digits]))
        {
            digits++;
        }

        return digits > i && digits < end && text[digits] is '.' or ')' ? SkipEmphasis(text, digits + 1, end) : SkipEmphasis(text, i, end);
    }

    private static int SkipEmphasis(string text, int start, int end)
    {
        while (start < end && text[start] is ' ' or '\t' or '*' or '_')
        {
            start++;
        }

        return Math.Min(start, Math.Max(0, end - 1));
    }

    private static int SkipSpace(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        return end == 0 ? 0 : Math.Min(start, end == text.Length ? end : end - 1);
    }

    private static bool IsBlank(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!char.IsWhiteSpace(text[i]) && text[i] is not ('*' or '_'))
            {
                return false;
            }
        }

        return true;
    }

    private static int IndexOf(string text, char c, int start, int end) => start >= end ? -1 : text.IndexOf(c, start, end - start);

    private static int LineEnd(string text, int start)
    {
        var end = text.IndexOf('\n', start);
        return end < 0 ? text.Length : end;
    }

    private static string Capital(string word) => word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word.Substring(1);

    private static IEnumerable<(int Start, int End)> Lines(string text)
    {
        var start = 0;
        for (var count = 0; start < text.Length && count < MaxLines; count++)
        {
            var end = LineEnd(text, start);
            if (end > start)
            {
                yield return (start, end);
            }

            start = end + 1;
        }
    }
}
