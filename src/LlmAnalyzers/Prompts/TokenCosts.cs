using System;

namespace LlmAnalyzers.Prompts;

/// <summary>What letters of one script cost: a word one token up to a length, and a part of one for each letter beyond it.</summary>
/// <param name="FreeLetters">Letters that one token covers.</param>
/// <param name="PerLetter">Tokens for each further letter; for every letter where words are not told apart.</param>
internal sealed record Script(int FreeLetters, double PerLetter)
{
    /// <summary>Written without blanks between words, or counted as if.</summary>
    public bool IsByCharacter => FreeLetters == 0;

    public double Cost(int letters) => 1 + (Math.Max(0, letters - FreeLetters) * PerLetter);
}

/// <summary>The scripts that cost differently.</summary>
internal static class Scripts
{
    private static readonly Script Greek = new(2, 0.32);
    private static readonly Script Cyrillic = new(4, 0.36);
    private static readonly Script Hebrew = new(2, 0.42);
    private static readonly Script Arabic = new(3, 0.38);
    private static readonly Script Indic = new(0, 0.37);
    private static readonly Script Thai = new(0, 0.37);
    private static readonly Script Kana = new(0, 0.63);
    private static readonly Script Chinese = new(0, 0.74);
    private static readonly Script Korean = new(0, 0.68);

    /// <summary>What a word costs there depends on its language.</summary>
    public static Script Latin { get; } = new(7, 0.16);

    public static Script Of(char c) => c switch
    {
        < '\u0370' or (>= '\u1e00' and < '\u1f00') => Latin,
        < '\u0400' => Greek,
        < '\u0530' => Cyrillic,
        < '\u0590' => Greek,
        < '\u0600' => Hebrew,
        < '\u0780' => Arabic,
        >= '\u0900' and < '\u0e00' => Indic,
        >= '\u0e00' and < '\u0f00' => Thai,
        >= '\u3040' and < '\u3100' => Kana,
        >= '\u3400' and < '\ua000' => Chinese,
        >= '\uac00' and < '\ud7b0' => Korean,
        _ => Greek,
    };
}

/// <summary>What a word in Latin letters costs: tokenizers know English words best.</summary>
internal sealed record LatinLanguage(int FreeLetters, double PerLetter)
{
    public static LatinLanguage English { get; } = new(7, 0.16);

    /// <summary>German, French, Spanish and their like.</summary>
    public static LatinLanguage Western { get; } = new(4, 0.155);

    /// <summary>Polish, Czech, Turkish and their like.</summary>
    public static LatinLanguage Eastern { get; } = new(3, 0.35);

    public double Cost(int letters) => 1 + (Math.Max(0, letters - FreeLetters) * PerLetter);
}

/// <summary>Guesses the language of a line in Latin letters from its accents and its little words.</summary>
internal static class LatinLine
{
    private const int MinWords = 8;
    private const int MinLetters = 20;
    private const int MaxLittleWord = 5;

    /// <summary>Letters of the languages whose words cost most.</summary>
    private const string EasternLetters = "ąćęłńśźżčřšžěůőűşğıđťďňľĺŕāēīūėįųņķļģăîșțŠČŘŽŁŚŻĆİŞĞ";

    private static readonly WordSet English = new(
        "the a an and or of to in is are be that this with for on as by it not you your if when from at what which do does must has have will can any all its but was were",
        "he she they we i");

    /// <summary>The language of the line; null where it says too little.</summary>
    public static LatinLanguage? LanguageOf(string text, int start, int end)
    {
        var (words, letters, accents, eastern, little, symbols) = (0, 0, 0, 0, 0, 0);
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            if (!char.IsLetter(c))
            {
                symbols += char.IsLetterOrDigit(c) || char.IsWhiteSpace(c) || ",.!?;:'’-".IndexOf(c) >= 0 ? 0 : 1;
                continue;
            }

            var first = i;
            while (i < end && char.IsLetter(text[i]))
            {
                letters += text[i] < '\u0250' ? 1 : 0;
                accents += text[i] is >= '\u0080' and < '\u0250' ? 1 : 0;
                eastern += text[i] >= '\u0080' && EasternLetters.IndexOf(text[i]) >= 0 ? 1 : 0;
                i++;
            }

            words++;
            little += i - first <= MaxLittleWord && English.Contains(text.Substring(first, i - first).ToLowerInvariant()) ? 1 : 0;
            i--;
        }

        if (words < MinWords || letters <= MinLetters)
        {
            return null;
        }

        return eastern > letters * 0.025 ? LatinLanguage.Eastern
            : accents > letters * 0.012 || (little < words * 0.12 && symbols < (end - start) * 0.03) ? LatinLanguage.Western
            : LatinLanguage.English;
    }
}
