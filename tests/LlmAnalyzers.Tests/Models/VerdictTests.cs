using LlmAnalyzers.Models;
using Xunit;

namespace LlmAnalyzers.Tests.Models;

public class VerdictTests
{
    // Effort: null is not set, "?" is unknown.
    [Theory]
    // OpenAI, effort none is the default: accepted until an effort is asked for.
    [InlineData("openai", "gpt-5.1", 0.7, null, "Accepts")]
    [InlineData("openai", "gpt-5.1", 0.7, "none", "Accepts")]
    [InlineData("openai", "gpt-5.1", 0.7, "None", "Accepts")]
    [InlineData("openai", "gpt-5.1", 0.7, "low", "Refuses")]
    [InlineData("openai", "gpt-5.1", 0.7, "high", "Refuses")]
    [InlineData("openai", "gpt-5.1", 0.7, "?", "Unknown")]
    [InlineData("openai", "gpt-5.1-2025-11-13", 0.0, null, "Accepts")]
    [InlineData("openai", "gpt-5.2", 0.2, null, "Accepts")]
    [InlineData("openai", "gpt-5.2-2025-12-11", 0.2, "xhigh", "Refuses")]
    [InlineData("openai", "gpt-5.4", 0.2, null, "Accepts")]
    [InlineData("openai", "gpt-5.4-mini", 0.2, "medium", "Refuses")]
    [InlineData("openai", "gpt-5.4-nano", 0.2, "none", "Accepts")]
    // OpenAI, effort none exists but another is the default.
    [InlineData("openai", "gpt-5.5", 0.2, null, "Refuses")]
    [InlineData("openai", "gpt-5.5", 0.2, "none", "Accepts")]
    [InlineData("openai", "gpt-5.6-sol", 0.2, null, "Refuses")]
    [InlineData("openai", "gpt-5.6-sol", 0.2, "none", "Accepts")]
    [InlineData("openai", "gpt-5.6-sol", 0.2, "max", "Refuses")]
    [InlineData("openai", "gpt-5.6-sol", 0.2, "?", "Unknown")]
    [InlineData("openai", "gpt-6-sol", 0.2, "none", "Accepts")]
    [InlineData("openai", "gpt-6-luna", 0.2, null, "Refuses")]
    [InlineData("openai", "gpt-6.1-terra", 0.2, "none", "Accepts")]
    // OpenAI, no effort none at all.
    [InlineData("openai", "gpt-6-astra", 0.2, null, "Refuses")]
    [InlineData("openai", "gpt-6-astra", 0.2, "none", "Refuses")]
    [InlineData("openai", "gpt-6-astra", 0.2, "?", "Refuses")]
    [InlineData("openai", "gpt-6.1-sol", 1.0, null, "Refuses")]
    [InlineData("openai", "gpt-5-pro", 0.2, "high", "Refuses")]
    [InlineData("openai", "o3-mini", 1.0, null, "Refuses")]
    // Only the default value passes.
    [InlineData("openai", "gpt-5", 0.2, null, "Refuses")]
    [InlineData("openai", "gpt-5", 1.0, null, "Accepts")]
    [InlineData("openai", "gpt-5", null, null, "Unknown")]
    [InlineData("openai", "gpt-5-mini", 1.0, "minimal", "Accepts")]
    [InlineData("openai", "gpt-5-nano", 0.0, "none", "Refuses")]
    [InlineData("openai", "o3", 0.2, "?", "Refuses")]
    [InlineData("openai", "o3", 1.0, "?", "Accepts")]
    [InlineData("openai", "o4-mini", 0.2, null, "Refuses")]
    [InlineData("openai", "gpt-4o-search-preview", 0.2, null, "Refuses")]
    // No reasoning: an effort means nothing.
    [InlineData("openai", "gpt-4o", 0.2, null, "Accepts")]
    [InlineData("openai", "gpt-4o", null, "?", "Accepts")]
    [InlineData("openai", "gpt-4.1-mini", 1.9, "high", "Accepts")]
    // Azure lists differ from OpenAI's: only what both agree on.
    [InlineData("azure", "gpt-5.1@2025-11-13", 0.2, null, "Unknown")]
    [InlineData("azure", "gpt-5.1@2025-11-13", 0.2, "none", "Unknown")]
    [InlineData("azure", "gpt-5.1@2025-11-13", 0.2, "low", "Refuses")]
    [InlineData("azure", "gpt-5@2025-08-07", 0.2, null, "Refuses")]
    [InlineData("azure", "gpt-4o@2024-08-06", 0.2, null, "Accepts")]
    [InlineData("azure", "gpt-6-sol@2026-09-22", 0.2, "low", "Unknown")]
    // Anthropic after Opus 4.6.
    [InlineData("anthropic", "claude-opus-4-7", 0.2, null, "Refuses")]
    [InlineData("anthropic", "claude-opus-4-7", 1.0, null, "Accepts")]
    [InlineData("anthropic", "claude-sonnet-5-5", 0.0, "?", "Refuses")]
    [InlineData("anthropic", "claude-haiku-5-5", null, null, "Unknown")]
    [InlineData("bedrock", "global.anthropic.claude-opus-5", 0.5, null, "Refuses")]
    // Anthropic before: accepted, unless extended thinking is on, which an effort may mean.
    [InlineData("anthropic", "claude-opus-4-6", 0.2, null, "Accepts")]
    [InlineData("anthropic", "claude-sonnet-4-5", 0.2, null, "Accepts")]
    [InlineData("anthropic", "claude-sonnet-4-5", 0.2, "high", "Unknown")]
    [InlineData("anthropic", "claude-3-haiku-20240307", 0.2, null, "Accepts")]
    // Google.
    [InlineData("google", "gemini-4-argon", 0.2, null, "Ignores")]
    [InlineData("google", "gemini-4-argon", null, "?", "Ignores")]
    [InlineData("google", "gemini-4-hydrogen", 0.2, null, "Unknown")]
    [InlineData("google", "gemini-3.7-flash", 0.2, null, "Unknown")]
    [InlineData("google", "gemini-3.5-flash", 0.2, null, "Accepts")]
    [InlineData("google", "gemini-2.5-pro", 0.2, null, "Accepts")]
    [InlineData("google", "gemini-pro-latest", 0.2, null, "Unknown")]
    // Others.
    [InlineData("deepseek", "deepseek-flash", 0.2, null, "Ignores")]
    [InlineData("deepseek", "deepseek-flash", 0.2, "high", "Ignores")]
    [InlineData("deepseek", "deepseek-flash", 0.2, "none", "Unknown")]
    [InlineData("deepseek", "deepseek-flash", 0.2, "?", "Unknown")]
    [InlineData("deepseek", "deepseek-chat", 0.2, null, "Accepts")]
    [InlineData("mistral", "mistral-large-2512", 0.2, null, "Accepts")]
    [InlineData("mistral", "mistral-large-4", 0.2, null, "Unknown")]
    [InlineData("cohere", "command-a-03-2025", 0.2, null, "Accepts")]
    [InlineData("ollama", "llama3.1", 0.2, null, "Accepts")]
    [InlineData("bedrock", "amazon.titan-text-lite-v1", 0.2, null, "Unknown")]
    public void Temperature_depends_on_model_value_and_effort(string provider, string id, double? value, string? effort, string expected)
    {
        Assert.Equal(expected, Row(provider, id).AcceptsTemperature(value, Effort(effort)).ToString());
    }

    [Theory]
    [InlineData("openai", "gpt-5.1", 0.9, null, "Accepts")]
    [InlineData("openai", "gpt-5.1", 0.9, "low", "Refuses")]
    [InlineData("openai", "gpt-5.6-sol", 0.9, null, "Refuses")]
    [InlineData("openai", "gpt-5.6-sol", 0.9, "none", "Accepts")]
    [InlineData("openai", "gpt-5", 1.0, null, "Refuses")]
    [InlineData("openai", "gpt-4o", 0.9, null, "Accepts")]
    [InlineData("anthropic", "claude-opus-5-5", 0.98, null, "Refuses")]
    [InlineData("anthropic", "claude-opus-5-5", 0.99, null, "Accepts")]
    [InlineData("anthropic", "claude-opus-5-5", 1.0, null, "Accepts")]
    [InlineData("anthropic", "claude-opus-5-5", null, null, "Unknown")]
    [InlineData("google", "gemini-4-neon", 0.9, null, "Ignores")]
    [InlineData("google", "gemini-3.8-flash", 0.9, null, "Unknown")]
    public void Top_p_depends_on_model_value_and_effort(string provider, string id, double? value, string? effort, string expected)
    {
        Assert.Equal(expected, Row(provider, id).AcceptsTopP(value, Effort(effort)).ToString());
    }

    [Fact]
    public void A_top_p_written_as_float_is_not_below_the_limit()
    {
        Assert.Equal(Verdict.Accepts, Row("anthropic", "claude-opus-5-5").AcceptsTopP(0.99f, ReasoningEffort.NotSet));
    }

    [Theory]
    [InlineData("anthropic", "claude-haiku-4-5", false)]
    [InlineData("anthropic", "claude-opus-4-1-20250805", false)]
    [InlineData("anthropic", "claude-sonnet-4-6", false)]
    [InlineData("anthropic", "claude-opus-4-6", null)]
    [InlineData("anthropic", "claude-opus-4-20250514", true)]
    [InlineData("openai", "gpt-4o", null)]
    public void The_pair_of_temperature_and_top_p_is_a_fact_of_its_own(string provider, string id, bool? expected)
    {
        Assert.Equal(expected, Row(provider, id).Sampling.AcceptsTemperatureWithTopP);
    }

    [Theory]
    [InlineData("google", "gemini-3.5-flash", true)]
    [InlineData("google", "gemini-3.8-flash", true)]
    [InlineData("google", "gemini-4-hydrogen", true)]
    [InlineData("google", "gemini-2.5-flash", false)]
    [InlineData("openai", "gpt-4o", false)]
    [InlineData("anthropic", "claude-sonnet-5", false)]
    public void Only_Google_advises_the_default_temperature_from_Gemini_3_on(string provider, string id, bool expected)
    {
        Assert.Equal(expected, Row(provider, id).Sampling.AdvisesDefaultTemperature);
    }

    [Fact]
    public void A_row_without_sampling_cells_gives_no_verdict_whatever_is_asked()
    {
        var facts = new ModelFacts("acme", "model-1");
        foreach (var effort in new[] { ReasoningEffort.NotSet, ReasoningEffort.Unknown, ReasoningEffort.Of("none"), ReasoningEffort.Of("high") })
        {
            foreach (var value in new double?[] { null, 0, 1, double.NaN })
            {
                Assert.Equal(Verdict.Unknown, facts.AcceptsTemperature(value, effort));
                Assert.Equal(Verdict.Unknown, facts.AcceptsTopP(value, effort));
            }
        }
    }

    [Fact]
    public void A_default_only_model_whose_default_nobody_knows_gives_no_verdict()
    {
        var facts = new ModelFacts("acme", "model-1") { IsReasoning = false, Sampling = new() { Temperature = SamplingAcceptance.DefaultOnly } };
        Assert.Equal(Verdict.Unknown, facts.AcceptsTemperature(0.5, ReasoningEffort.NotSet));
    }

    private static ModelFacts Row(string provider, string id)
    {
        var facts = ModelCatalogue.BuiltIn.Find(provider, id);
        Assert.NotNull(facts);
        Assert.Equal(provider, facts.Provider);
        return facts;
    }

    private static ReasoningEffort Effort(string? text) => text == "?" ? ReasoningEffort.Unknown : text;
}
