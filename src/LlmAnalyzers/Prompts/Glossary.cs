using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using LlmAnalyzers.Calls;

namespace LlmAnalyzers.Prompts;

/// <summary>Terms that a text explains to the model, as it stands in the source. A list of allowed values is none: a term needs a meaning.</summary>
/// <param name="Terms">How many are explained.</param>
/// <param name="First">The first term, for messages.</param>
/// <param name="Start">Where the first stands.</param>
/// <param name="End">Behind the last.</param>
internal sealed record Glossary(int Terms, string First, int Start, int End)
{
    private const int MaxLines = 20_000;
    private const int LongestTerm = 60;

    private static readonly char[] SentenceEnds = { '.', '\n', '!', '?' };

    private static readonly string[] Headings =
        { "glossary", "terminology", "definitions", "abbreviations", "acronyms", "vocabulary", "jargon", "nomenclature", "terms and meanings", "key terms", "domain terms", "our terms", "internal terms", "glossar", "begriffe", "abkürzungen", "fachbegriffe" };

    private static readonly string[] Verbs = { " means ", " stands for ", " refers to ", " is short for ", " denotes ", " is our term for ", " is our word for " };

    /// <summary>Fields of structured answers are spelled like terms and mean nothing to learn.</summary>
    private static readonly string[] FormatWords = { "string", "number", "integer", "boolean", "bool", "array", "object", "null", "true", "false", "optional", "required" };

    /// <summary>The words of the specialist domain that the text names as its role or subject; null when it names none.</summary>
    private static readonly ImmutableArray<string> Domains = ImmutableArray.Create(
        "medical", "clinical", "physician", "radiolog", "oncolog", "cardiolog", "patholog", "pharma", "nursing", "healthcare", "icd-10", "icd10", "legal", "lawyer", "attorney", "paralegal", "litigation",
        "contract law", "compliance", "regulatory", "gdpr", "hipaa", "tax ", "taxation", "accounting", "accountant", "auditor", "actuar", "insurance", "underwriting", "reinsurance", "banking", "derivatives",
        "patent", "customs", "aviation", "avionics", "geolog", "biochem", "chemistry", "semiconductor", "maritime");

    /// <summary>Counts the terms that are explained; null when there is none.</summary>
    public static Glossary? Find(string text)
    {
        var count = 0;
        var first = "";
        var start = -1;
        var last = 0;
        var isUnderHeading = false;
        var blanks = 0;
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (from, to) in Lines(text))
        {
            var line = text.Substring(from, to - from).Trim();
            if (line.Length == 0)
            {
                // A gap ends the section, unless it stands right under its heading.
                blanks++;
                isUnderHeading &= blanks < 2;
                continue;
            }

            blanks = 0;
            if (IsHeading(line))
            {
                isUnderHeading = true;
                continue;
            }

            if (TermOf(line, isUnderHeading) is { } term)
            {
                if (seen.Add(term))
                {
                    count++;
                    first = count == 1 ? term : first;
                    start = start < 0 ? from : start;
                    last = to;
                }
            }
            else if (isUnderHeading && (line[0] == '#' || line[line.Length - 1] == ':'))
            {
                isUnderHeading = false;
            }
        }

        return count == 0 ? null : new(count, first, start, last);
    }

    /// <summary>The specialist domain the text declares, in its first sentences; null when there is none.</summary>
    public static string? DomainOf(string text)
    {
        const int head = 600;
        var opening = text.Length > head ? text.Substring(0, head) : text;
        foreach (var domain in Domains)
        {
            var at = opening.IndexOf(domain, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && (at == 0 || !char.IsLetter(opening[at - 1])) && IsRoleOrSubject(opening, at))
            {
                var end = at;
                while (end < opening.Length && (char.IsLetterOrDigit(opening[end]) || opening[end] == '-'))
                {
                    end++;
                }

                return opening.Substring(at, end - at);
            }
        }

        return null;
    }

    /// <summary>The sentence around the word says who the model is, or what it works on.</summary>
    private static bool IsRoleOrSubject(string text, int at)
    {
        var start = text.LastIndexOfAny(SentenceEnds, at) + 1;
        var sentence = text.Substring(start, at - start).ToLowerInvariant();
        foreach (var cue in new[] { "you are", "act as", "as a", "role:", "assistant for", "expert", "specialist", "you help", "you review", "you code", "you summari", "you extract", "you classify", "you answer", "working for", "du bist", "sie sind" })
        {
            if (sentence.IndexOf(cue, StringComparison.Ordinal) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsHeading(string line)
    {
        var words = line.Trim('#', '*', '_', ':', '=', '-', ' ', '[', ']', '<', '>', '/');
        if (words.Length > 60)
        {
            return false;
        }

        foreach (var heading in Headings)
        {
            var at = words.IndexOf(heading, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && (line[0] is '#' or '*' or '[' or '<' or '=' || line[line.Length - 1] == ':' || words.Length <= heading.Length + 12))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The term a line explains; null when it explains none.</summary>
    private static string? TermOf(string line, bool isUnderHeading)
    {
        if (line.IndexOf(PromptText.HoleMark) >= 0)
        {
            return null;
        }

        if (line[0] == '|')
        {
            return isUnderHeading ? TableTerm(line) : null;
        }

        var rest = line.TrimStart('-', '*', '•', '+', ' ', '\t');
        var digits = 0;
        while (digits < rest.Length && char.IsDigit(rest[digits]))
        {
            digits++;
        }

        rest = digits > 0 && digits < rest.Length && rest[digits] is '.' or ')' ? rest.Substring(digits + 1).TrimStart() : rest;
        foreach (var verb in Verbs)
        {
            var at = rest.IndexOf(verb, StringComparison.OrdinalIgnoreCase);
            if (at is > 0 and <= LongestTerm && IsTerm(rest.Substring(0, at), isQuoted: rest[0] is '"' or '“' or '\'' or '`' || IsAbbreviation(rest.Substring(0, at)) || isUnderHeading)
                && rest.Length - at - verb.Length > 2)
            {
                return Clean(rest.Substring(0, at));
            }
        }

        foreach (var separator in new[] { ":", " = ", " – ", " — ", " - ", "=" })
        {
            var at = rest.IndexOf(separator, StringComparison.Ordinal);
            if (at is > 0 and <= LongestTerm)
            {
                var term = rest.Substring(0, at);
                var meaning = rest.Substring(at + separator.Length).Trim();
                return (isUnderHeading && IsTerm(term, isQuoted: true) || IsAbbreviation(Clean(term))) && IsMeaning(meaning) ? Clean(term) : null;
            }
        }

        return null;
    }

    private static string? TableTerm(string line)
    {
        var cells = line.Trim('|', ' ').Split('|');
        return cells.Length >= 2 && cells[0].Trim() is { Length: > 0 and <= LongestTerm } term && term.Trim('-', ':', ' ').Length > 0
            && !term.Equals("term", StringComparison.OrdinalIgnoreCase) && !term.Equals("abbreviation", StringComparison.OrdinalIgnoreCase) && IsMeaning(cells[1].Trim())
            ? Clean(term)
            : null;
    }

    /// <summary>Two to seven characters, mostly capitals: COPD, KYC, e2e is none.</summary>
    private static bool IsAbbreviation(string term)
    {
        term = Clean(term);
        if (term.Length is < 2 or > 7)
        {
            return false;
        }

        var capitals = 0;
        foreach (var c in term)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('/' or '&' or '-' or '.'))
            {
                return false;
            }

            capitals += char.IsUpper(c) ? 1 : 0;
        }

        return capitals >= 2 && term is not ("JSON" or "XML" or "CSV" or "NOTE" or "RULES" or "INPUT" or "OUTPUT" or "TASK" or "ROLE" or "GOAL" or "TODO" or "YES" or "NO" or "OK" or "HTML" or "SQL" or "TYPE" or "NAME"
            or "STEP" or "TEXT" or "USER" or "TONE" or "STYLE" or "FORMAT" or "TITLE" or "DATE" or "DO" or "DON" or "NEVER" or "ALWAYS" or "ID" or "URL" or "EXAMPLE" or "CONTEXT");
    }

    private static bool IsTerm(string term, bool isQuoted)
    {
        var clean = Clean(term);
        var words = clean.Split(' ').Length;
        return isQuoted && clean.Length is > 1 and <= LongestTerm && words <= 5 && char.IsLetterOrDigit(clean[0]);
    }

    /// <summary>Words that explain, and not the type or the value of a field.</summary>
    private static bool IsMeaning(string meaning)
    {
        var clean = meaning.Trim('"', '\'', '.', ',', ';', ' ', '`');
        if (clean.Length < 4 || clean[0] is '{' or '[' or '<' || Array.Exists(FormatWords, w => clean.StartsWith(w, StringComparison.OrdinalIgnoreCase) && clean.Length <= w.Length + 12))
        {
            return false;
        }

        return clean.IndexOf(' ') > 0 || clean.Length >= 6;
    }

    private static string Clean(string term) => term.Trim().Trim('"', '“', '”', '\'', '`', '*', '_', ' ');

    private static IEnumerable<(int Start, int End)> Lines(string text)
    {
        var start = 0;
        for (var count = 0; start < text.Length && count < MaxLines; count++)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            yield return (start, end);
            start = end + 1;
        }
    }
}
