using System;
using System.Globalization;

namespace LlmAnalyzers.Prompts;

/// <summary>
/// About how many tokens a text is, without a tokenizer: what tokenizers cut a text into first (words, groups of digits, runs of
/// punctuation, white space) is counted as they do, and each piece costs what such pieces cost on average, by script, language and length.
/// One pass; the constants were fitted to the counts of OpenAI's <c>o200k_base</c>. Texts of a few sentences and more come out within
/// <see cref="Error"/>, kinds of text on average within 12 %; tests hold both. Other tokenizers make more of the same text, rarely fewer.
/// </summary>
internal static class TokenEstimate
{
    /// <summary>How far off the estimate of one text may be, as a part of the count.</summary>
    public const double Error = 0.2;

    /// <summary>Characters of a token in a text that was not read: as many as in the plainest English, so that it is never too many.</summary>
    private const int MostCharactersPerToken = 6;

    public static int Of(string text) => (int)Math.Round(new Counter(text).Run());

    /// <summary>At least so many tokens, for texts that are known by their length only.</summary>
    public static int AtLeast(int length) => length / MostCharactersPerToken;

    private sealed class Counter(string text)
    {
        private LatinLanguage _language = LatinLanguage.English;
        private double _tokens;
        private bool _isAfterPunctuation;

        public double Run()
        {
            for (var start = 0; start < text.Length;)
            {
                var end = text.IndexOf('\n', start);
                end = end < 0 ? text.Length : end + 1;
                _language = LatinLine.LanguageOf(text, start, end) ?? _language;
                for (var i = start; i < end;)
                {
                    i = Next(i, end);
                }

                start = end;
            }

            return _tokens;
        }

        private int Next(int i, int end)
        {
            var c = text[i];
            if (IsLetter(c))
            {
                return Letters(i, end);
            }

            if (char.IsNumber(c))
            {
                return Digits(i, end);
            }

            return char.IsWhiteSpace(c) ? Blanks(i, end) : Punctuation(i, end);
        }

        private int Letters(int start, int end)
        {
            _isAfterPunctuation = false;
            var script = Scripts.Of(text[start]);
            if (script.IsByCharacter)
            {
                _tokens += script.PerLetter;
                return start + 1;
            }

            var (i, isCapitals) = (start, true);
            while (i < end && IsLetter(text[i]) && Scripts.Of(text[i]) == script && !(i > start && char.IsLower(text[i - 1]) && char.IsUpper(text[i])))
            {
                isCapitals &= char.IsUpper(text[i]);
                i++;
            }

            var length = i - start;
            _tokens += IsNumberAt(start - 1) || IsNumberAt(i) ? Math.Max(1, length * 0.55)
                : script != Scripts.Latin ? script.Cost(length)
                : isCapitals && length > 1 ? Math.Max(1, length * 0.23)
                : _language.Cost(length);
            return i;
        }

        /// <summary>Digits go by three, and do not take the blank before them in.</summary>
        private int Digits(int start, int end)
        {
            _isAfterPunctuation = false;
            var i = start;
            while (i < end && char.IsNumber(text[i]))
            {
                i++;
            }

            _tokens += ((i - start + 2) / 3) + (start > 0 && text[start - 1] == ' ' ? 1 : 0);
            return i;
        }

        /// <summary>One blank belongs to the word behind it; more, and line breaks that follow no punctuation, stand alone.</summary>
        private int Blanks(int start, int end)
        {
            var (i, breaks) = (start, false);
            while (i < end && char.IsWhiteSpace(text[i]))
            {
                breaks |= text[i] == '\n';
                i++;
            }

            _tokens += breaks ? (_isAfterPunctuation ? 0 : 1) : i - start > 1 ? 1 : 0;
            _isAfterPunctuation = false;
            return i;
        }

        private int Punctuation(int start, int end)
        {
            var (i, isOneCharacter) = (start, true);
            while (i < end && !IsLetter(text[i]) && !char.IsNumber(text[i]) && !char.IsWhiteSpace(text[i]))
            {
                isOneCharacter &= text[i] == text[start];
                i++;
            }

            var length = i - start;
            if (length == 1 && i < end && IsLetter(text[i]) && !(start > 0 && text[start - 1] == ' '))
            {
                // Often one token with the word behind it.
                _tokens += Scripts.Of(text[i]) != Scripts.Latin || (char.IsUpper(text[i]) && i + 1 < end && char.IsUpper(text[i + 1])) ? 1 : 0.28;
            }
            else
            {
                _tokens += 1 + (isOneCharacter ? Math.Max(0, length - 8) * 0.05 : Math.Max(0, length - 2) * 0.3);
            }

            _tokens += text[start] > '\u2100' ? length * 0.8 : 0;
            _isAfterPunctuation = true;
            return i;
        }

        private bool IsNumberAt(int i) => i >= 0 && i < text.Length && char.IsNumber(text[i]);
    }

    private static bool IsLetter(char c) =>
        c < 128 ? c is >= 'a' and <= 'z' or >= 'A' and <= 'Z'
        : char.IsLetter(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
