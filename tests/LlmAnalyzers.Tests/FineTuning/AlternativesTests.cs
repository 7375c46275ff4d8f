using LlmAnalyzers.FineTuning;
using LlmAnalyzers.Models;
using Xunit;

namespace LlmAnalyzers.Tests.FineTuning;

public class AlternativesTests
{
    private static readonly ModelCatalogue Catalogue = ModelCatalogue.BuiltIn;

    private static readonly ModelFacts Large = Catalogue.Find("openai", "gpt-4.1-2025-04-14")!;

    [Fact]
    public void Caching_saves_the_difference_on_the_constant_prefix() =>
        // 100,000 × 1,500 tokens × (2 − 0.50) per million
        Assert.Equal(225.00m, Alternatives.PromptCaching(TokenPrices.Of(Large)!, 100_000, 1_500));

    [Theory]
    [InlineData(1_023)]
    [InlineData(0)]
    public void A_short_prefix_is_not_cached(int tokens) => Assert.Null(Alternatives.PromptCaching(TokenPrices.Of(Large)!, 100_000, tokens));

    [Fact]
    public void Caching_without_a_cached_price_is_not_known() => Assert.Null(Alternatives.PromptCaching(new TokenPrices(3, 6), 100_000, 5_000));

    [Fact]
    public void A_shorter_prompt_saves_its_input() => Assert.Equal(100.00m, Alternatives.ShorterPrompt(TokenPrices.Of(Large)!, 100_000, 500));

    [Fact]
    public void The_cheapest_current_model_of_the_provider_is_named_with_its_saving()
    {
        var traffic = MonthlyTraffic.OfTokens(10_000_000, 0);
        var cheaper = Alternatives.SmallerModel(Catalogue, Large, traffic)!;
        Assert.Equal("openai", cheaper.Model.Provider);
        Assert.Equal(ModelStatus.Active, cheaper.Model.Status);
        Assert.Null(cheaper.Model.RetiresOn);
        Assert.Equal(20m - traffic.Cost(TokenPrices.Of(cheaper.Model)!), cheaper.MonthlySaving);
    }

    [Fact]
    public void A_smaller_model_gives_up_no_schema_and_no_context()
    {
        var cheaper = Alternatives.SmallerModel(Catalogue, Large, MonthlyTraffic.OfTokens(10_000_000, 0.2m))!;
        Assert.True(cheaper.Model.HasJsonSchema);
        Assert.True(cheaper.Model.ContextTokens >= Large.ContextTokens);
    }

    [Fact]
    public void The_cheapest_model_has_no_cheaper_one()
    {
        var traffic = MonthlyTraffic.OfTokens(10_000_000, 0.2m);
        var cheapest = Alternatives.SmallerModel(Catalogue, Large, traffic)!.Model;
        Assert.Null(Alternatives.SmallerModel(Catalogue, cheapest, traffic));
    }

    [Fact]
    public void A_model_without_a_price_is_compared_with_none() =>
        Assert.Null(Alternatives.SmallerModel(Catalogue, new ModelFacts("openai", "unpriced"), MonthlyTraffic.OfTokens(1_000, 0)));
}
