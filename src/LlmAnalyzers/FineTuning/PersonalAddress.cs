using System;

namespace LlmAnalyzers.FineTuning;

/// <summary>E-mail addresses and phone numbers of persons. Example domains, role mailboxes and numbers kept for fiction are none.</summary>
internal static class PersonalAddress
{
    private static readonly string[] ExampleDomains =
        { "example.", "test.", "domain.", "email.com", "company.com", "acme.", "localhost", "contoso.", "fabrikam.", "yourdomain.", "yourcompany.", "mycompany.", "sample.", "foo.", "bar.", "host." };

    private static readonly string[] ExampleEndings = { ".test", ".example", ".invalid", ".localhost", ".local", ".example.com", ".example.org", ".example.net" };

    private static readonly string[] RoleMailboxes =
        { "info", "support", "sales", "contact", "admin", "hello", "help", "office", "noreply", "no-reply", "service", "team", "press", "jobs", "billing", "user", "name", "email", "test", "someone", "git", "security", "privacy" };

    public static SensitivePart? Email(char[] text, int from, int at, int end)
    {
        var start = at;
        while (start > from && at - start < 64 && (SensitiveText.IsWord(text[start - 1]) || text[start - 1] is '.' or '+' or '-' or '%'))
        {
            start--;
        }

        var stop = at + 1;
        while (stop < end && stop - at < 255 && (SensitiveText.IsWord(text[stop]) && text[stop] != '_' || text[stop] is '.' or '-'))
        {
            stop++;
        }

        while (stop > at && text[stop - 1] is '.' or '-')
        {
            stop--;
        }

        if (start == at || stop - at < 5)
        {
            return null;
        }

        var domain = new string(text, at + 1, stop - at - 1);
        var dot = domain.LastIndexOf('.');
        if (dot <= 0 || domain.Length - dot - 1 < 2 || !IsLetters(domain, dot + 1) || IsExample(domain))
        {
            return null;
        }

        var mailbox = new string(text, start, at - start);
        return Array.Exists(RoleMailboxes, r => r.Equals(mailbox, StringComparison.OrdinalIgnoreCase))
            ? null
            : new(SensitiveKind.EmailAddress, start, stop - start, "e-mail addresses");
    }

    /// <summary><c>+49 30 1234567</c>, <c>(212) 867-5309</c>, <c>212-867-5309</c>.</summary>
    public static SensitivePart? Phone(char[] text, int from, int start, int end)
    {
        if (start > from && (SensitiveText.IsWord(text[start - 1]) || text[start - 1] is '-' or '.' or '+' or '/'))
        {
            return null;
        }

        var isInternational = text[start] == '+';
        var isNational = !isInternational && HasNationalForm(text, start, end);
        if (!isInternational && !isNational)
        {
            return null;
        }

        var digits = 0;
        var groups = 0;
        var i = start + (isInternational ? 1 : 0);
        var number = new char[16];
        for (; i < end && digits <= 15; i++)
        {
            if (text[i] is >= '0' and <= '9')
            {
                number[digits++ & 15] = text[i];
            }
            else if (text[i] is ' ' or '-' or '.' or '(' or ')' && i + 1 < end && text[i + 1] is (>= '0' and <= '9') or '(' or ' ')
            {
                groups++;
            }
            else
            {
                break;
            }
        }

        while (i > start && text[i - 1] is not (>= '0' and <= '9'))
        {
            i--;
        }

        // A bare "+" and digits may be a sum; a country code begins with 1 to 9.
        var isLikely = isInternational
            ? digits is >= 9 and <= 15 && number[0] != '0' && (groups > 0 || digits is 11 or 12)
            : digits == 10;
        var isFiction = new string(number, 0, Math.Min(digits, 16)).Contains("555");
        return isLikely && !isFiction && !(i < end && SensitiveText.IsWord(text[i])) ? new(SensitiveKind.PhoneNumber, start, i - start, "phone numbers") : null;
    }

    private static bool HasNationalForm(char[] text, int start, int end)
    {
        // ddd-ddd-dddd, or (ddd) ddd-dddd
        var i = start;
        var isBracketed = text[i] == '(';
        i += isBracketed ? 1 : 0;
        if (!AreDigits(text, ref i, end, 3))
        {
            return false;
        }

        if (isBracketed)
        {
            if (i >= end || text[i] != ')')
            {
                return false;
            }

            i++;
            i += i < end && text[i] == ' ' ? 1 : 0;
        }
        else if (i >= end || text[i] is not ('-' or '.'))
        {
            return false;
        }
        else
        {
            i++;
        }

        return AreDigits(text, ref i, end, 3) && i < end && text[i++] is '-' or '.' && AreDigits(text, ref i, end, 4) && !(i < end && text[i] is >= '0' and <= '9');
    }

    private static bool AreDigits(char[] text, ref int position, int end, int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (position >= end || text[position] is not (>= '0' and <= '9'))
            {
                return false;
            }

            position++;
        }

        return true;
    }

    private static bool IsExample(string domain) =>
        Array.Exists(ExampleDomains, d => domain.StartsWith(d, StringComparison.OrdinalIgnoreCase))
        || Array.Exists(ExampleEndings, e => domain.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    private static bool IsLetters(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (text[i] is not (>= 'a' and <= 'z' or >= 'A' and <= 'Z'))
            {
                return false;
            }
        }

        return true;
    }
}
