using System;

namespace LlmAnalyzers.FineTuning;

/// <summary>
/// Estimates tokens of text as it passes by, without a tokenizer: words, digits, punctuation and other scripts each have their
/// usual size. Good to about a fifth for prose and code, so whoever judges by it leaves a margin.
/// </summary>
internal struct TokenCounter
{
    /// <summary>English words up to this length are mostly one token.</summary>
    private const int LettersPerToken = 7;

    private const int DigitsPerToken = 3;

    private int _tenths;
    private int _letters;
    private int _digits;

    public readonly int Tokens => (_tenths + 9) / 10 + Parts(_letters, LettersPerToken) + Parts(_digits, DigitsPerToken);

    public void Add(ArraySegment<char> text)
    {
        var array = text.Array!;
        var end = text.Offset + text.Count;
        for (var i = text.Offset; i < end; i++)
        {
            var c = array[i];
            if (c is >= 'a' and <= 'z' or >= 'A' and <= 'Z')
            {
                _letters++;
                continue;
            }

            if (c is >= '0' and <= '9')
            {
                _digits++;
                continue;
            }

            Flush();
            if (c >= 128)
            {
                _tenths += IsIdeograph(c) ? 8 : 4;
            }
            else if (c is not (' ' or '\r' or '\t'))
            {
                _tenths += i > text.Offset && array[i - 1] == c ? 3 : 8;
            }
        }

        Flush();
    }

    /// <summary>What a message costs besides its text.</summary>
    public void AddMessage() => _tenths += 40;

    private void Flush()
    {
        if (_letters > 0)
        {
            _tenths += 10 * Parts(_letters, LettersPerToken);
            _letters = 0;
        }

        if (_digits > 0)
        {
            _tenths += 10 * Parts(_digits, DigitsPerToken);
            _digits = 0;
        }
    }

    private static int Parts(int count, int size) => (count + size - 1) / size;

    private static bool IsIdeograph(char c) => c is >= '\u3040' and <= '\u9fff' or >= '\uac00' and <= '\ud7af';
}
