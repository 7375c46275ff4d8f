using System.Globalization;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Models;

namespace LlmAnalyzers.Rules.Sampling;

/// <summary>What a model does with one value of one setting, and how messages name the two.</summary>
internal static class SettingVerdict
{
    /// <summary>What the model does with the value; unknown for settings the catalogue says nothing about.</summary>
    public static Verdict Of(ModelFacts model, SettingKind kind, object? value, ReasoningEffort effort) => (kind, value) switch
    {
        (SettingKind.Temperature, double temperature) => model.AcceptsTemperature(temperature, effort),
        (SettingKind.TopP, double topP) => model.AcceptsTopP(topP, effort),
        (SettingKind.TopK, double) => model.Sampling.JudgeTopK(),
        (SettingKind.FrequencyPenalty or SettingKind.PresencePenalty, double penalty) => model.Sampling.JudgePenalty(penalty, effort, model.IsReasoning),
        (SettingKind.LogProbabilities, true) or (SettingKind.TopLogProbabilities, double) => model.Sampling.JudgeLogProbabilities(effort, model.IsReasoning),
        (SettingKind.StopSequences, not null) => model.Sampling.JudgeStop(),
        (SettingKind.ReasoningEffort, string name) => model.AcceptsEffort(name),
        _ => Verdict.Unknown,
    };

    /// <summary>The setting at the head of a sentence, with its value where that says something: <c>Temperature 0.2</c>.</summary>
    public static string Subject(SettingKind kind, object? value) => kind switch
    {
        SettingKind.Temperature => "Temperature " + Text(value),
        SettingKind.TopP => "Top-p " + Text(value),
        SettingKind.TopK => "Top-k " + Text(value),
        SettingKind.FrequencyPenalty => "Frequency penalty " + Text(value),
        SettingKind.PresencePenalty => "Presence penalty " + Text(value),
        SettingKind.TopLogProbabilities => "Top log probabilities " + Text(value),
        SettingKind.LogProbabilities => "Asking for log probabilities",
        SettingKind.StopSequences => "Setting stop sequences",
        SettingKind.ReasoningEffort => "Reasoning effort '" + value + "'",
        _ => kind + " " + Text(value),
    };

    /// <summary>A number as C# spells it in every culture.</summary>
    public static string Text(object? value) => System.Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
