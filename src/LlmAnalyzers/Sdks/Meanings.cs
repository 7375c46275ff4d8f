using System.Collections.Immutable;
using System.Linq;
using LlmAnalyzers.Calls;

namespace LlmAnalyzers.Sdks;

/// <summary>Short forms for the tables of the SDK files.</summary>
internal static class Meanings
{
    public static ImmutableDictionary<string, ParameterMeaning> Map(params (string Name, ParameterMeaning Meaning)[] parameters) =>
        parameters.ToImmutableDictionary(p => p.Name, p => p.Meaning);

    /// <summary>The keys of a bag of options, several to a setting, in the form of <see cref="KeyOf"/>.</summary>
    public static ImmutableDictionary<string, SettingKind> Settings(params (SettingKind Setting, string Keys)[] settings) =>
        settings.SelectMany(s => s.Keys.Split(' ').Select(k => (Key: k, s.Setting))).ToImmutableDictionary(s => s.Key, s => s.Setting);

    /// <summary>A key as the tables spell it: <c>top_p</c>, <c>TopP</c> and <c>top-p</c> are one.</summary>
    public static string KeyOf(string key) => new(key.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant).ToArray());
}
