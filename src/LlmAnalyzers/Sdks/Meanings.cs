using System.Collections.Immutable;

namespace LlmAnalyzers.Sdks;

/// <summary>Short forms for the tables of the SDK files.</summary>
internal static class Meanings
{
    public static ImmutableDictionary<string, ParameterMeaning> Map(params (string Name, ParameterMeaning Meaning)[] parameters) =>
        parameters.ToImmutableDictionary(p => p.Name, p => p.Meaning);
}
