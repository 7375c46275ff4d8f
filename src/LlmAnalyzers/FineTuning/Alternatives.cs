using System;
using LlmAnalyzers.Models;

namespace LlmAnalyzers.FineTuning;

/// <summary>A model that costs less for the same traffic, and by how much a month.</summary>
internal sealed record CheaperModel(ModelFacts Model, decimal MonthlySaving);

/// <summary>What is tried before tuning, because it costs nothing to begin with: caching, a smaller current model, a shorter prompt.</summary>
internal static class Alternatives
{
    /// <summary>Providers cache prompts from about this length on; shorter ones are never cached.</summary>
    public const int CachedFromTokens = 1024;

    /// <summary>
    /// Dollars a month saved when the constant beginning of the prompt is read from the cache; null when it is too short or the
    /// cached price is not known. An upper bound: every call finds its prefix cached.
    /// </summary>
    public static decimal? PromptCaching(TokenPrices prices, decimal calls, int prefixTokens) =>
        prefixTokens >= CachedFromTokens && prices.CachedInput is { } cached ? calls * prefixTokens * (prices.Input - cached) / 1_000_000m : null;

    /// <summary>Dollars a month saved by tokens that each call no longer sends.</summary>
    public static decimal ShorterPrompt(TokenPrices prices, decimal calls, int tokens) => calls * tokens * prices.Input / 1_000_000m;

    /// <summary>
    /// The model of the same provider that costs least for this traffic, is current (neither deprecated nor with an announced
    /// end) and gives up nothing the present one is known to have. Null when the present one is the cheapest, or not priced.
    /// </summary>
    public static CheaperModel? SmallerModel(ModelCatalogue catalogue, ModelFacts current, MonthlyTraffic traffic)
    {
        if (TokenPrices.Of(current) is not { } prices)
        {
            return null;
        }

        var now = traffic.Cost(prices);
        CheaperModel? best = null;
        foreach (var model in catalogue.Models)
        {
            if (model.Provider == current.Provider && CanReplace(model, current) && TokenPrices.Of(model) is { } others
                && now - traffic.Cost(others) is > 0 and var saving && saving > (best?.MonthlySaving ?? 0))
            {
                best = new(model, saving);
            }
        }

        return best;
    }

    private static bool CanReplace(ModelFacts model, ModelFacts current) =>
        model is { Status: ModelStatus.Active, RetiresOn: null, DeprecatedOn: null }
        && !model.Id.Equals(current.Id, StringComparison.OrdinalIgnoreCase)
        && (current.HasJsonSchema != true || model.HasJsonSchema == true)
        && (current.HasSystemMessage != true || model.HasSystemMessage == true)
        && model.ContextTokens is { } context && context >= (current.ContextTokens ?? 0);
}
