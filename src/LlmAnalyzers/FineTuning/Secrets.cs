using System;
using System.Collections.Immutable;

namespace LlmAnalyzers.FineTuning;

/// <summary>Keys and tokens whose issuers give them a form of their own.</summary>
internal static class Secrets
{
    /// <summary>A real key is random: fewer different characters are a placeholder.</summary>
    private const int LeastDifferentCharacters = 10;

    private const int LongestKey = 4096;

    /// <summary>Longer prefixes before their own beginnings.</summary>
    private static readonly ImmutableArray<(string Prefix, int Least, string Name)> Forms = ImmutableArray.Create(
        ("sk-ant-", 32, "an Anthropic API key"),
        ("sk-", 32, "an API key"),
        ("sk_live_", 20, "a Stripe key"),
        ("rk_live_", 20, "a Stripe key"),
        ("AKIA", 16, "an AWS access key"),
        ("ASIA", 16, "an AWS access key"),
        ("AIza", 33, "a Google API key"),
        ("ghp_", 30, "a GitHub token"),
        ("gho_", 30, "a GitHub token"),
        ("ghs_", 30, "a GitHub token"),
        ("github_pat_", 30, "a GitHub token"),
        ("glpat-", 20, "a GitLab token"),
        ("xoxb-", 24, "a Slack token"),
        ("xoxp-", 24, "a Slack token"),
        ("hf_", 30, "a Hugging Face token"),
        ("AccountKey=", 40, "a storage account key"),
        ("SharedAccessKey=", 40, "a shared access key"));

    public static SensitivePart? At(char[] text, int start, int end)
    {
        if (text[start] is not ('s' or 'r' or 'A' or 'g' or 'x' or 'h' or 'S' or 'e'))
        {
            return null;
        }

        if (SensitiveText.IsAt(text, start, end, "eyJ"))
        {
            return WebToken(text, start, end);
        }

        foreach (var (prefix, least, name) in Forms)
        {
            if (SensitiveText.IsAt(text, start, end, prefix))
            {
                var tail = start + prefix.Length;
                var stop = tail;
                while (stop < end && stop - start < LongestKey && (SensitiveText.IsWord(text[stop]) || text[stop] is '-' or '+' or '/' or '='))
                {
                    stop++;
                }

                return stop - tail >= least && IsRandom(text, tail, stop) ? new(SensitiveKind.Secret, start, stop - start, name) : null;
            }
        }

        return null;
    }

    public static SensitivePart? PrivateKey(char[] text, int start, int end)
    {
        const string opening = "-----BEGIN ";
        const string closing = "PRIVATE KEY-----";
        if (!SensitiveText.IsAt(text, start, end, opening))
        {
            return null;
        }

        for (var i = start + opening.Length; i < Math.Min(end, start + 40); i++)
        {
            if (SensitiveText.IsAt(text, i, end, closing))
            {
                // What follows must be a key and not an ellipsis.
                var body = i + closing.Length;
                while (body < end && char.IsWhiteSpace(text[body]))
                {
                    body++;
                }

                var stop = body;
                while (stop < end && stop < body + 60 && (char.IsLetterOrDigit(text[stop]) || text[stop] is '+' or '/' or '='))
                {
                    stop++;
                }

                return stop - body >= 24 && IsRandom(text, body, stop) ? new(SensitiveKind.Secret, start, body - start, "a private key") : null;
            }
        }

        return null;
    }

    /// <summary>Three parts in base64, of which the first two are JSON.</summary>
    private static SensitivePart? WebToken(char[] text, int start, int end)
    {
        var dots = 0;
        var stop = start;
        var second = -1;
        while (stop < end && stop - start < LongestKey && (SensitiveText.IsWord(text[stop]) || text[stop] is '-' || text[stop] == '.' && dots < 2))
        {
            if (text[stop] == '.')
            {
                dots++;
                second = dots == 1 ? stop + 1 : second;
            }

            stop++;
        }

        return dots == 2 && SensitiveText.IsAt(text, second, end, "eyJ") && stop - start >= 80 && IsRandom(text, start, stop)
            ? new(SensitiveKind.Secret, start, stop - start, "an access token (JWT)")
            : null;
    }

    private static bool IsRandom(char[] text, int start, int end)
    {
        ulong low = 0;
        ulong high = 0;
        var hasDigit = false;
        var hasLetter = false;
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            hasDigit |= c is >= '0' and <= '9';
            hasLetter |= c is >= 'A' and <= 'Z' or >= 'a' and <= 'z';
            if (c < 64)
            {
                low |= 1UL << c;
            }
            else if (c < 128)
            {
                high |= 1UL << (c - 64);
            }
        }

        return hasDigit && hasLetter && Count(low) + Count(high) >= LeastDifferentCharacters && !SaysPlaceholder(text, start, end);
    }

    private static bool SaysPlaceholder(char[] text, int start, int end)
    {
        var value = new string(text, start, end - start);
        foreach (var word in new[] { "example", "your", "xxxx", "placeholder", "redacted", "dummy", "0123456789", "1234567890", "abcdefgh" })
        {
            if (value.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static int Count(ulong bits)
    {
        var count = 0;
        for (; bits != 0; bits &= bits - 1)
        {
            count++;
        }

        return count;
    }
}
