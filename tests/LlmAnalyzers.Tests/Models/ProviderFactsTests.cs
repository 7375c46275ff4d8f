using System.Collections.Generic;
using System.Linq;
using LlmAnalyzers.Models;
using Xunit;

namespace LlmAnalyzers.Tests.Models;

/// <summary>The form of providers.csv, and what is read from it.</summary>
public class ProviderFactsTests
{
    [Fact]
    public void Every_provider_is_one_of_the_catalogue_and_says_where_its_facts_come_from()
    {
        var providers = ModelCatalogue.BuiltIn.Models.Select(m => m.Provider).ToHashSet();
        Assert.Equal(8, ProviderFacts.All.Count);
        Assert.All(ProviderFacts.All.Values, p => Assert.True(providers.Contains(p.Provider) && p.Source.Length > 0 && p.AsOf is not null, p.Provider));
    }

    [Fact]
    public void Ranges_are_ranges() => Assert.All(
        ProviderFacts.All.Values,
        p => Assert.All(new[] { p.Temperature, p.TopP, p.TopK, p.Penalty, p.TopLogProbabilities }, r => Assert.False(r.Minimum >= r.Maximum)));

    [Fact]
    public void A_model_keeps_to_the_range_of_its_provider() => Assert.All(
        ModelCatalogue.BuiltIn.Models.Where(m => ProviderFacts.Find(m.Provider) is not null),
        m => Assert.False(ProviderFacts.Find(m.Provider)!.Temperature.Excludes(m.Sampling.MaximumTemperature ?? 0), m.Id));

    [Theory]
    [InlineData("openai", 0.0, 2.0, -2.0, 2.0, true)]
    [InlineData("azure", 0.0, 2.0, -2.0, 2.0, true)]
    [InlineData("Mistral", 0.0, 1.5, -2.0, 2.0, true)]
    [InlineData("cohere", 0.0, 1.0, 0.0, 1.0, false)]
    [InlineData("google", 0.0, 2.0, null, null, false)]
    [InlineData("deepseek", null, null, null, null, false)]
    public void Columns_reach_the_fact_they_are_named_after(string provider, double? least, double? most, double? leastPenalty, double? mostPenalty, bool advises)
    {
        var facts = ProviderFacts.Find(provider)!;
        Assert.Equal((new NumberRange(least, most), new NumberRange(leastPenalty, mostPenalty)), (facts.Temperature, facts.Penalty));
        Assert.Equal(advises, facts.AdvisesOneOfTemperatureAndTopP);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("ollama")]
    [InlineData("acme")]
    [InlineData("")]
    public void A_provider_without_a_row_is_unknown(string? provider) => Assert.Null(ProviderFacts.Find(provider));

    [Theory]
    [InlineData("provider,temperature_max\nacme,hot")]
    [InlineData("provider,temperature_max\nacme,5000")]
    [InlineData("provider,temperature_max\n,2")]
    [InlineData("provider,temperature_max\nacme")]
    public void A_broken_row_is_a_problem_and_not_used(string text)
    {
        var problems = new List<CatalogueProblem>();
        Assert.Empty(ProviderFacts.Parse(text, problems));
        Assert.Equal(2, Assert.Single(problems).Line);
    }

    [Fact]
    public void The_file_has_no_problems()
    {
        using var stream = typeof(ProviderFacts).Assembly.GetManifestResourceStream("LlmAnalyzers.Models.providers.csv")!;
        using var reader = new System.IO.StreamReader(stream);
        var problems = new List<CatalogueProblem>();
        Assert.Equal(ProviderFacts.All.Count, ProviderFacts.Parse(reader.ReadToEnd(), problems).Count);
        Assert.Empty(problems);
    }
}
