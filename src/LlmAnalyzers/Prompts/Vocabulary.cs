using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace LlmAnalyzers.Prompts;

/// <summary>How a verb is written: the command, "it returns", or "returning".</summary>
internal enum VerbForm
{
    Base,
    ThirdPerson,
    Gerund,
}

/// <summary>Word lists and verb lists, written as data: words separated by blanks.</summary>
internal static class Vocabulary
{
    public static ImmutableHashSet<string> Words(params string[] lines) => lines.SelectMany(l => l.Split(' ')).Where(w => w.Length > 0).ToImmutableHashSet();

    /// <summary>English base forms with their third person and gerund; <paramref name="otherLanguages"/> are commands as they stand.</summary>
    public static ImmutableDictionary<string, VerbForm> Verbs(string english, string otherLanguages = "")
    {
        var forms = new Dictionary<string, VerbForm>();
        foreach (var verb in Words(english).Union(Words(otherLanguages)))
        {
            forms[verb] = VerbForm.Base;
        }

        foreach (var verb in Words(english))
        {
            Add(ThirdPerson(verb), VerbForm.ThirdPerson);
            Add(Gerund(verb), VerbForm.Gerund);
            Add(verb + verb[verb.Length - 1] + "ing", VerbForm.Gerund);
        }

        return forms.ToImmutableDictionary();

        void Add(string word, VerbForm form)
        {
            if (!forms.ContainsKey(word))
            {
                forms[word] = form;
            }
        }
    }

    private static string ThirdPerson(string verb)
    {
        var stem = verb.Substring(0, verb.Length - 1);
        switch (verb[verb.Length - 1])
        {
            case 'y' when !EndsInVowel(stem):
                return stem + "ies";
            case 's' or 'x' or 'h':
                return verb + "es";
            default:
                return verb + "s";
        }
    }

    private static string Gerund(string verb) => verb.EndsWith("e", StringComparison.Ordinal) && !verb.EndsWith("ee", StringComparison.Ordinal)
        ? verb.Substring(0, verb.Length - 1) + "ing"
        : verb + "ing";

    private static bool EndsInVowel(string stem) => stem.Length > 0 && stem[stem.Length - 1] is 'a' or 'e' or 'o' or 'u';
}
