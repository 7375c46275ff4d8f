using System.Collections.Immutable;
using LlmAnalyzers.Rules.OutputFormat;
using LlmAnalyzers.Rules.Prompting;
using LlmAnalyzers.Rules.Sampling;

namespace LlmAnalyzers.Rules;

/// <summary>Every rule of the package, by subject.</summary>
internal static class AllRules
{
    /// <summary>Rules that look at a call.</summary>
    public static ImmutableArray<CallRule> ForCalls { get; } = ImmutableArray.Create<CallRule>(
        new JsonOnlyByPrompt(),
        new HighTemperatureOnDeterministicPath(),
        new SettingRefusedByModel(),
        new SettingOutOfRange(),
        new NoSystemPrompt());
}
