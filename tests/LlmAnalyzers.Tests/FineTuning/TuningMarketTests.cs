using System;
using System.Collections.Generic;
using System.Linq;
using LlmAnalyzers.FineTuning;
using LlmAnalyzers.Models;
using Xunit;

namespace LlmAnalyzers.Tests.FineTuning;

public class TuningMarketTests
{
    private static readonly ModelCatalogue Catalogue = ModelCatalogue.BuiltIn;

    [Theory]
    [InlineData("openai", "OpenAI (existing customers, jobs until 2027-01-06, tuned models end 2027-01-14) and Azure OpenAI (existing customers, tuned models end 2027-10-14)")]
    [InlineData("azure", "Azure OpenAI (existing customers, tuned models end 2027-10-14)")]
    [InlineData("google", "Vertex AI")]
    [InlineData("bedrock", "Amazon Bedrock")]
    [InlineData("anthropic", "")]
    [InlineData("mistral", "")]
    [InlineData("cohere", "")]
    [InlineData("deepseek", "")]
    [InlineData("ollama", "")]
    public void The_services_that_still_tune_are_named_with_their_dates(string provider, string services) =>
        Assert.Equal(services, TuningMarket.Describe(TuningMarket.Bases(Catalogue, provider)));

    [Fact]
    public void Without_a_provider_every_service_is_named() =>
        Assert.Equal(["Amazon Bedrock", "Azure OpenAI", "OpenAI", "Vertex AI"], TuningMarket.Bases(Catalogue, null).Select(b => b.Service).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void An_empty_catalogue_knows_no_place() => Assert.Empty(TuningMarket.Bases(ModelCatalogue.Empty, null));

    [Fact]
    public void A_service_that_takes_no_new_jobs_is_no_place()
    {
        var model = Catalogue.Find("openai", "gpt-4.1-2025-04-14")!;
        Assert.NotNull(TuningMarket.TunableOn(model, new DateTime(2027, 1, 5)));
        Assert.Null(TuningMarket.TunableOn(model, new DateTime(2027, 1, 6)));
    }

    [Fact]
    public void A_retired_base_and_an_alias_are_no_place()
    {
        Assert.Null(TuningMarket.TunableOn(Catalogue.Find("azure", "o4-mini@2025-04-16")!, Catalogue.AsOf));
        Assert.Null(TuningMarket.TunableOn(Catalogue.Find("openai", "gpt-4.1")!, Catalogue.AsOf));
    }

    [Fact]
    public void A_row_of_a_team_is_a_place_by_its_provider()
    {
        var own = ModelCatalogue.Parse("provider,id,fine_tunable,as_of\nhouse,llama,sft,2026-11-01\n", []);
        Assert.Equal("house", TuningMarket.Describe(TuningMarket.Bases(own, "house")));
    }

    [Fact]
    public void Every_offer_can_be_read_and_names_a_model_of_the_catalogue()
    {
        Assert.NotEmpty(TuningOffer.All);
        Assert.All(TuningOffer.All, offer =>
        {
            Assert.NotNull(Catalogue.Find(offer.Provider, offer.Id));
            Assert.NotEmpty(offer.Source);
            Assert.NotNull(offer.AsOf);
            Assert.False(offer.JobsUntil > offer.TunedRetiresOn);
        });
    }

    [Fact]
    public void Every_tunable_base_of_the_catalogue_has_an_offer() =>
        Assert.Empty(TuningMarket.Bases(Catalogue).Where(b => b.Offer is null).Select(b => b.Model.Id));

    [Theory]
    [InlineData("provider,id,service\nopenai,x\n")]
    [InlineData("provider,id,service,jobs_until\nopenai,x,y,soon\n")]
    [InlineData("provider,id,service\nopenai,,y\n")]
    public void A_row_that_cannot_be_used_is_a_problem(string text)
    {
        var problems = new List<CatalogueProblem>();
        Assert.Empty(TuningOffer.Parse(text, problems));
        Assert.Equal(2, Assert.Single(problems).Line);
    }
}
