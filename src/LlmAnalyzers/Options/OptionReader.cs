using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAnalyzers.Options;

/// <summary>A configured value that is not allowed; the default is used instead.</summary>
/// <param name="Key">The key as the documentation spells it.</param>
/// <param name="Value">What was configured, cut short.</param>
/// <param name="Allowed">What would be allowed, to follow "allowed is".</param>
internal sealed record OptionProblem(string Key, string Value, string Allowed)
{
    /// <summary>No option has the key.</summary>
    public bool IsUnknown { get; init; }

    /// <summary>The key that was probably meant by an unknown one.</summary>
    public string? Proposal { get; init; }
}

/// <summary>Reads options as they are configured for one file.</summary>
internal static class OptionReader
{
    private const int MaximumQuotedLength = 100;

    /// <summary>The configured value, else the default.</summary>
    public static T Read<T>(AnalyzerConfigOptions options, OptionDefinition<T> option, string? ruleId = null)
    {
        TryRead(options, option, ruleId, out var value, out _);
        return value;
    }

    /// <summary>
    /// Reads the option for one rule: <c>dotnet_code_quality.LLM2001.name</c> wins over <c>dotnet_code_quality.name</c>.
    /// The most specific key decides, even when its value is not allowed.
    /// </summary>
    /// <param name="options">The options of the file, as Roslyn merged them.</param>
    /// <param name="option">What to read.</param>
    /// <param name="ruleId">The rule that asks; null: the rule that has the option, if it is one rule's.</param>
    /// <param name="value">The configured value, or the default.</param>
    /// <param name="problem">Set when something is configured that is not allowed.</param>
    /// <returns>Whether an allowed value is configured.</returns>
    public static bool TryRead<T>(
        AnalyzerConfigOptions options, OptionDefinition<T> option, string? ruleId, out T value, out OptionProblem? problem)
    {
        problem = null;
        value = option.Default;
        var key = (ruleId ?? option.RuleId) is { } rule ? option.KeyFor(rule) : option.GeneralKey;
        if (GetText(options, key) is not { } text)
        {
            key = option.GeneralKey;
            if (GetText(options, key) is not { } general)
            {
                return false;
            }

            text = general;
        }

        if (option.TryParse(text, out var parsed))
        {
            value = parsed;
            return true;
        }

        problem = new OptionProblem(key, Quote(text, MaximumQuotedLength), option.Allowed);
        return false;
    }

    /// <summary>A text of somebody's file, as a message shows it.</summary>
    public static string Quote(string text, int length) => text.Length <= length ? text : text.Substring(0, length) + "…";

    /// <summary>Roslyn hands keys over in lower case and compares without regard to case; other hosts may do neither.</summary>
    private static string? GetText(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key.ToLowerInvariant(), out var text) || options.TryGetValue(key, out text) ? text : null;
}
