using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace LlmAnalyzers.Rules;

/// <summary>What the name of a member or type says about the call in it, read word by word: <c>ClassifyTicketAsync</c>.</summary>
internal static class MemberName
{
    /// <summary>Verbs of members that talk or write, whatever their type is called.</summary>
    private static readonly ImmutableHashSet<string> ProseVerbs = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Write", "Generate", "Create", "Draft", "Compose", "Summarize", "Summarise", "Explain", "Describe", "Suggest", "Propose", "Rewrite", "Rephrase", "Paraphrase",
        "Chat", "Ask", "Answer", "Reply", "Respond", "Talk", "Converse", "Tell", "Translate", "Brainstorm", "Invent", "Stream");

    /// <summary>One of the words is in the name, and the name does not begin with a verb of writing: not <c>WriteScoreCard</c>.</summary>
    public static bool Says(string name, IEnumerable<string> words) =>
        !MakesProse(name) && WordsOf(name).Any(word => words.Contains(word, StringComparer.OrdinalIgnoreCase));

    public static bool MakesProse(string name) => WordsOf(name).FirstOrDefault() is { } first && ProseVerbs.Contains(first);

    /// <summary>The words of a PascalCase, camelCase or snake_case name; an acronym is one word.</summary>
    public static IEnumerable<string> WordsOf(string name)
    {
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var isSeparator = i < name.Length && !char.IsLetterOrDigit(name[i]);
            if (i == name.Length || isSeparator || (i > 0 && BeginsWord(name, i)))
            {
                if (i > start)
                {
                    yield return name.Substring(start, i - start);
                }

                start = isSeparator ? i + 1 : i;
            }
        }
    }

    private static bool BeginsWord(string name, int i) =>
        char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
}
