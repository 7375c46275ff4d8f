using LlmAnalyzers.Models;

namespace LlmAnalyzers.FineTuning;

/// <summary>US dollars per million tokens. Without a price for cached input, cached tokens cost what others do.</summary>
internal sealed record TokenPrices(decimal Input, decimal Output)
{
    public decimal? CachedInput { get; init; }

    /// <summary>What the model costs as it is; null when input or output is not priced.</summary>
    public static TokenPrices? Of(ModelFacts model) => model.Prices is { Input: { } input, Output: { } output } prices
        ? new(input, output) { CachedInput = prices.CachedInput }
        : null;

    /// <summary>What a version tuned from the model costs; null when that is not known.</summary>
    public static TokenPrices? OfTuned(ModelFacts model, decimal? cachedInput = null) => model.Prices is { FineTunedInput: { } input, FineTunedOutput: { } output }
        ? new(input, output) { CachedInput = cachedInput }
        : null;
}
