using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmAnalyzers.Prompts;

/// <summary>How a verb is written: the command, "it returns", or "returning".</summary>
internal enum VerbForm
{
    Base,
    ThirdPerson,
    Gerund,
}

/// <summary>A list of lower-case words that never changes.</summary>
internal sealed class WordSet
{
    private readonly HashSet<string> _words;

    /// <summary>Each argument holds words separated by blanks.</summary>
    public WordSet(params string[] lines) => _words = new HashSet<string>(Vocabulary.Split(lines));

    private WordSet(HashSet<string> words) => _words = words;

    public bool Contains(string word) => _words.Contains(word);

    public WordSet And(WordSet other) => new(new HashSet<string>(_words.Concat(other._words)));
}

/// <summary>A list of verbs that never changes, each known by its forms.</summary>
internal sealed class VerbSet
{
    private readonly Dictionary<string, VerbForm> _forms = new();

    /// <summary>English base forms, read with their third person and gerund; commands in other languages are read as they stand.</summary>
    public VerbSet(string english, string otherLanguages = "")
    {
        foreach (var verb in Vocabulary.Split(english, otherLanguages))
        {
            _forms[verb] = VerbForm.Base;
        }

        foreach (var verb in Vocabulary.Split(english))
        {
            Add(Vocabulary.ThirdPerson(verb), VerbForm.ThirdPerson);
            Add(Vocabulary.Gerund(verb), VerbForm.Gerund);
            Add(verb + verb[verb.Length - 1] + "ing", VerbForm.Gerund);
        }
    }

    private VerbSet()
    {
    }

    /// <summary>All verbs of several lists.</summary>
    public static VerbSet Of(params VerbSet[] lists)
    {
        var all = new VerbSet();
        foreach (var form in lists.SelectMany(l => l._forms))
        {
            all.Add(form.Key, form.Value);
        }

        return all;
    }

    public bool Contains(string word) => _forms.ContainsKey(word);

    public bool TryGetForm(string word, out VerbForm form) => _forms.TryGetValue(word, out form);

    private void Add(string word, VerbForm form)
    {
        if (!_forms.ContainsKey(word))
        {
            _forms[word] = form;
        }
    }
}

/// <summary>How word lists are written, and how English verbs are inflected.</summary>
internal static class Vocabulary
{
    public static IEnumerable<string> Split(params string[] lines) => lines.SelectMany(l => l.Split(' ')).Where(w => w.Length > 0);

    public static string ThirdPerson(string verb)
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

    public static string Gerund(string verb) => verb.EndsWith("e", StringComparison.Ordinal) && !verb.EndsWith("ee", StringComparison.Ordinal)
        ? verb.Substring(0, verb.Length - 1) + "ing"
        : verb + "ing";

    private static bool EndsInVowel(string stem) => stem.Length > 0 && stem[stem.Length - 1] is 'a' or 'e' or 'o' or 'u';
}
