using System;
using System.Collections.Immutable;

namespace LlmAnalyzers.FineTuning;

/// <summary>Payment card numbers with a valid check digit. A bare row of digits counts only where the text speaks of a card.</summary>
internal static class CardNumber
{
    private const int Reach = 80;

    /// <summary>Numbers that the networks and payment services publish for tests.</summary>
    private static readonly ImmutableHashSet<string> TestNumbers = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "4242424242424242", "4111111111111111", "4012888888881881", "4000056655665556", "5555555555554444", "5105105105105100", "2223003122003222",
        "5200828282828210", "378282246310005", "371449635398431", "6011111111111117", "6011000990139424", "6011981111111113", "4000000000000002");

    private static readonly string[] Words = { "card", "visa", "mastercard", "amex", "credit", "karte" };

    public static SensitivePart? At(char[] text, int from, int start, int end)
    {
        Span<char> digits = stackalloc char[17];
        var count = 0;
        var separators = 0;
        var i = start;
        for (; i < end; i++)
        {
            var c = text[i];
            if (c is >= '0' and <= '9')
            {
                if (count == 16)
                {
                    return null;
                }

                digits[count++] = c;
            }
            else if (c is ' ' or '-' && i + 1 < end && text[i + 1] is >= '0' and <= '9' && IsGroupEnd(count))
            {
                separators++;
            }
            else
            {
                break;
            }
        }

        if (i < end && (SensitiveText.IsWord(text[i]) || text[i] == '.' && i + 1 < end && char.IsDigit(text[i + 1])) || !IsIssued(digits, count) || !HasCheckDigit(digits, count))
        {
            return null;
        }

        var number = digits.Slice(0, count).ToString();
        return !TestNumbers.Contains(number) && !number.StartsWith("400000", StringComparison.Ordinal) && Differ(digits, count)
            && (separators is 2 or 3 || separators == 0 && IsCalledCard(text, from, start, end))
            ? new(SensitiveKind.CardNumber, start, i - start, "a payment card number")
            : null;
    }

    private static bool IsGroupEnd(int count) => count is 4 or 8 or 10 or 12;

    private static bool IsIssued(ReadOnlySpan<char> digits, int count) => count switch
    {
        16 => digits[0] == '4' || digits[0] == '5' && digits[1] is >= '1' and <= '5' || digits[0] == '6' && (digits[1] == '5' || digits[1] == '0' && digits[2] == '1' && digits[3] == '1'),
        15 => digits[0] == '3' && digits[1] is '4' or '7',
        _ => false,
    };

    private static bool HasCheckDigit(ReadOnlySpan<char> digits, int count)
    {
        var sum = 0;
        for (var i = 0; i < count; i++)
        {
            var digit = digits[count - 1 - i] - '0';
            digit = i % 2 == 1 ? digit * 2 : digit;
            sum += digit > 9 ? digit - 9 : digit;
        }

        return sum % 10 == 0;
    }

    private static bool Differ(ReadOnlySpan<char> digits, int count)
    {
        var seen = 0;
        for (var i = 0; i < count; i++)
        {
            seen |= 1 << (digits[i] - '0');
        }

        return (seen & (seen - 1) & ((seen & (seen - 1)) - 1)) != 0;
    }

    private static bool IsCalledCard(char[] text, int from, int start, int end)
    {
        var first = Math.Max(from, start - Reach);
        var around = new string(text, first, Math.Min(end, start + Reach) - first);
        foreach (var word in Words)
        {
            if (around.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
