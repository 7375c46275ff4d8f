using System.Globalization;
using System.Text;

namespace LlmAnalyzers.Schemas;

/// <summary>How a serializer turns the name of a C# member into a JSON name.</summary>
internal enum NamingPolicy
{
    /// <summary>As written in C#.</summary>
    None,

    /// <summary><c>orderDate</c>.</summary>
    CamelCase,

    /// <summary><c>order_date</c>.</summary>
    SnakeCaseLower,

    /// <summary><c>ORDER_DATE</c>.</summary>
    SnakeCaseUpper,

    /// <summary><c>order-date</c>.</summary>
    KebabCaseLower,

    /// <summary><c>ORDER-DATE</c>.</summary>
    KebabCaseUpper,
}

/// <summary>Applies a <see cref="NamingPolicy"/>, with the results <c>System.Text.Json.JsonNamingPolicy</c> has.</summary>
internal static class NamingPolicies
{
    public static string Apply(this NamingPolicy policy, string name) => policy switch
    {
        NamingPolicy.CamelCase => ToCamelCase(name),
        NamingPolicy.SnakeCaseLower => ToSeparatedWords(name, '_', upper: false),
        NamingPolicy.SnakeCaseUpper => ToSeparatedWords(name, '_', upper: true),
        NamingPolicy.KebabCaseLower => ToSeparatedWords(name, '-', upper: false),
        NamingPolicy.KebabCaseUpper => ToSeparatedWords(name, '-', upper: true),
        _ => name,
    };

    /// <summary>Lowers the capitals a name starts with, save the last one when it begins a word: <c>XMLHttp</c> is <c>xmlHttp</c>.</summary>
    private static string ToCamelCase(string name)
    {
        var capitals = 0;
        while (capitals < name.Length && char.IsUpper(name[capitals]))
        {
            capitals++;
        }

        if (capitals == 0)
        {
            return name;
        }

        // The last capital of several stays, as it begins the next word.
        var lowered = capitals == 1 || capitals == name.Length || name[capitals] == ' ' ? capitals : capitals - 1;
        return name.Substring(0, lowered).ToLowerInvariant() + name.Substring(lowered);
    }

    private static string ToSeparatedWords(string name, char separator, bool upper)
    {
        var result = new StringBuilder(name.Length + 8);
        var previous = Previous.Nothing;
        for (var i = 0; i < name.Length; i++)
        {
            var current = name[i];
            switch (char.GetUnicodeCategory(current))
            {
                case UnicodeCategory.UppercaseLetter:
                    var lastCapitalOfRun = previous == Previous.Capital && i + 1 < name.Length && char.IsLower(name[i + 1]);
                    if (lastCapitalOfRun || previous is Previous.SmallOrDigit or Previous.Space)
                    {
                        result.Append(separator);
                    }

                    result.Append(upper ? current : char.ToLowerInvariant(current));
                    previous = Previous.Capital;
                    break;

                case UnicodeCategory.LowercaseLetter or UnicodeCategory.DecimalDigitNumber:
                    if (previous == Previous.Space)
                    {
                        result.Append(separator);
                    }

                    result.Append(upper ? char.ToUpperInvariant(current) : current);
                    previous = Previous.SmallOrDigit;
                    break;

                case UnicodeCategory.SpaceSeparator:
                    previous = previous == Previous.Nothing ? Previous.Nothing : Previous.Space;
                    break;

                default:
                    result.Append(current);
                    previous = Previous.Nothing;
                    break;
            }
        }

        return result.ToString();
    }

    /// <summary>What stands before a character, as far as word boundaries ask.</summary>
    private enum Previous
    {
        Nothing,
        Capital,
        SmallOrDigit,
        Space,
    }
}
