using System;

namespace LlmAnalyzers.FineTuning;

internal enum SensitiveKind : byte
{
    /// <summary>An API key, access token or private key.</summary>
    Secret,
    CardNumber,
    EmailAddress,
    PhoneNumber,
}

/// <summary>Something that should not be learned: where it stands in a text, and what it is called. Its characters are never kept.</summary>
internal readonly record struct SensitivePart(SensitiveKind Kind, int Start, int Length, string Name);

/// <summary>Finds keys, card numbers and personal addresses in one pass. Placeholders, test numbers and example domains are none.</summary>
internal static class SensitiveText
{
    /// <summary>Looks on from <paramref name="position"/>, which it moves behind what it finds. Null at the end of the text.</summary>
    public static SensitivePart? Next(ArraySegment<char> text, ref int position)
    {
        var (array, end) = (text.Array!, text.Offset + text.Count);
        for (var i = text.Offset + position; i < end; i++)
        {
            var part = array[i] switch
            {
                '@' => PersonalAddress.Email(array, text.Offset, i, end),
                '+' or '(' => PersonalAddress.Phone(array, text.Offset, i, end),
                '-' => Secrets.PrivateKey(array, i, end),
                >= '0' and <= '9' when IsStart(array, text.Offset, i) => CardNumber.At(array, text.Offset, i, end) ?? PersonalAddress.Phone(array, text.Offset, i, end),
                >= 'A' and <= 'Z' or >= 'a' and <= 'z' when IsStart(array, text.Offset, i) => Secrets.At(array, i, end),
                _ => null,
            };
            if (part is { } found)
            {
                position = Math.Max(i + 1, found.Start + found.Length) - text.Offset;
                return found with { Start = found.Start - text.Offset };
            }
        }

        position = text.Count;
        return null;
    }

    public static bool IsWord(char c) => c is >= '0' and <= '9' or >= 'A' and <= 'Z' or >= 'a' and <= 'z' or '_';

    public static bool IsAt(char[] text, int start, int end, string value)
    {
        if (end - start < value.Length)
        {
            return false;
        }

        for (var i = 0; i < value.Length; i++)
        {
            if (text[start + i] != value[i])
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsStart(char[] text, int from, int i) => i == from || !IsWord(text[i - 1]) && text[i - 1] != '-';
}
