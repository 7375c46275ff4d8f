using System;
using System.Globalization;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Rules.Sampling;
using Xunit;

namespace LlmAnalyzers.Tests.Rules.Sampling;

/// <summary>LLM2004 says what is set, what the service does, and the way out.</summary>
public class SettingRefusedByModelMessageTests
{
    [Theory]
    [InlineData("gpt-5", "Temperature", 0.2, null, "Temperature 0.2 is refused by 'gpt-5', which takes only its default 1: the service answers 400; remove it")]
    [InlineData("gpt-6-astra", "TopP", 0.5, null, "Top-p 0.5 is refused by 'gpt-6-astra': the service answers 400; remove it")]
    [InlineData("gpt-5.6-sol", "Temperature", 0.0, null, "Temperature 0 is refused by 'gpt-5.6-sol' at its default reasoning effort 'medium': the service answers 400; remove it, or set the reasoning effort to 'none'")]
    [InlineData("gpt-5.5", "Temperature", 0.0, null, "Temperature 0 is refused by 'gpt-5.5' at its default reasoning effort: the service answers 400; remove it, or set the reasoning effort to 'none'")]
    [InlineData("gpt-5.1", "Temperature", 0.5, "high", "Temperature 0.5 is refused by 'gpt-5.1' at reasoning effort 'high': the service answers 400; remove it, or the effort")]
    [InlineData("gpt-5.6-sol", "PresencePenalty", 1.0, null, "Presence penalty 1 is refused by 'gpt-5.6-sol' at its default reasoning effort 'medium': the service answers 400; remove it")]
    [InlineData("o3", "StopSequences", true, null, "Setting stop sequences is refused by 'o3': the service answers 400; remove it")]
    [InlineData("o3", "LogProbabilities", true, null, "Asking for log probabilities is refused by 'o3': the service answers 400; remove it")]
    [InlineData("gpt-5.1", "ReasoningEffort", "xhigh", null, "Reasoning effort 'xhigh' is refused by 'gpt-5.1': the service answers 400; use 'none', 'low', 'medium' or 'high'")]
    [InlineData("gpt-5-pro", "ReasoningEffort", "low", null, "Reasoning effort 'low' is refused by 'gpt-5-pro': the service answers 400; use 'high'")]
    [InlineData("gemini-4-argon", "Temperature", 0.2, null, "Temperature 0.2 is ignored by 'gemini-4-argon': it changes nothing; remove it")]
    [InlineData("claude-opus-5-5", "TopK", 40.0, null, "Top-k 40 is refused by 'claude-opus-5-5': the service answers 400; remove it")]
    public void The_message_explains_itself(string model, string kind, object value, string? effort, string expected)
    {
        var setting = (Enum.Parse<SettingKind>(kind), value);
        var provider = model.StartsWith("gpt", StringComparison.Ordinal) ? "openai" : null;
        var call = effort is null ? MadeCall.Of(provider, model, setting) : MadeCall.Of(provider, model, setting, (SettingKind.ReasoningEffort, effort));
        var found = Assert.Single(MadeCall.Check(new SettingRefusedByModel(), call));
        Assert.Equal(expected, found.GetMessage(CultureInfo.InvariantCulture));
    }
}
