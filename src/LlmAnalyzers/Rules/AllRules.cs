using System.Collections.Immutable;
using LlmAnalyzers.Rules.Limits;
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
        new TemperatureNotSet(),
        new TemperatureAndTopP(),
        new SettingRefusedByModel(),
        new SettingOutOfRange(),
        new ReasoningEffortNotSet(),
        new NoSystemPrompt(),
        new NoOutputCap(),
        new OutputCapAboveLimit(),
        new OutputCapTooSmallToReason());
}
