using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using LlmAnalyzers.Models;
using Xunit;

namespace LlmAnalyzers.Tests.Models;

/// <summary>The form of models.csv: a fact that is typed wrong should fail here and not in somebody's build.</summary>
public class CatalogueFileTests
{
    private static readonly ModelCatalogue Catalogue = ModelCatalogue.BuiltIn;

    /// <summary>Replacements that are not an id of the same provider: the provider says them like this.</summary>
    private static readonly HashSet<string> KnownLooseReplacements = new(StringComparer.Ordinal)
    {
        "gpt-5-codex-mini", // named by OpenAI on 2025-11-17, never in its model list
        "gpt-5.1", "gpt-5.6-sol", // Azure names the model and leaves the version open
        "Claude Sonnet 4.5", "Claude Opus 4.1", // Bedrock names the product
    };

    /// <summary>Shut down without a published date.</summary>
    private static readonly HashSet<string> KnownUndatedRetirements = new(StringComparer.Ordinal)
    {
        "gpt-3.5-turbo-16k", "gpt-3.5-turbo-0301", "gemini-1.0-pro", "deepseek-v4-flash", "deepseek-v4-flash-vision-exp",
    };

    [Fact]
    public void Every_row_can_be_read()
    {
        var problems = new List<CatalogueProblem>();
        var text = ReadFile();
        var read = ModelCatalogue.Parse(text, problems);

        Assert.Empty(problems);
        Assert.Equal(text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1, read.Models.Length);
        Assert.Equal(read.Models.Length, Catalogue.Models.Length);
    }

    [Fact]
    public void The_header_names_the_columns_that_are_read()
    {
        Assert.Equal(string.Join(",", ModelFactsReader.Columns), ReadFile().Split('\n')[0]);
    }

    [Fact]
    public void Every_row_says_what_it_is()
    {
        string[] providers = ["openai", "azure", "anthropic", "google", "mistral", "cohere", "deepseek", "bedrock", "ollama"];
        Assert.Equal(providers.Order(), Catalogue.Models.Select(m => m.Provider).Distinct().Order());
        AssertNone(m => m.Kind is null || m.Status is null || m.AsOf is null || m.Source.Length == 0);
    }

    [Fact]
    public void Pins_lead_from_an_alias_to_an_id_of_the_same_provider_that_pins_no_further()
    {
        AssertNone(m => m.PinTo is not null
            && (m.Kind != ModelKind.Alias || Catalogue.Find(m.Provider, m.PinTo) is not { PinTo: null } pin || pin.Provider != m.Provider));

        // gpt-5.6 means one of three sizes, none of which has a dated snapshot.
        AssertNone(m => m.PinTo is not null && m.Id != "gpt-5.6" && Catalogue.Find(m.Provider, m.PinTo) is not { Kind: ModelKind.Snapshot });
    }

    [Fact]
    public void A_pin_does_not_contradict_its_alias()
    {
        AssertNone(m => m.PinTo is not null && Catalogue.Find(m.Provider, m.PinTo) is { } pin
            && (pin.Sampling.Temperature != m.Sampling.Temperature || pin.Sampling.Effort != m.Sampling.Effort || pin.IsReasoning != m.IsReasoning));
    }

    [Fact]
    public void Replacements_exist_or_are_known_to_be_loose()
    {
        AssertNone(m => m.Replacements.Any(r => Catalogue.Find(m.Provider, r)?.Provider != m.Provider && !KnownLooseReplacements.Contains(r)));
    }

    [Fact]
    public void Dates_are_in_order()
    {
        AssertNone(m => m.DeprecatedOn > m.RetiresOn);
        AssertNone(m => m.AsOf < new DateTime(2025, 1, 1));
        AssertNone(m => m.RetiresOn <= Catalogue.AsOf != (m.Status == ModelStatus.Retired) && !KnownUndatedRetirements.Contains(m.Id));
    }

    [Fact]
    public void The_catalogue_is_as_new_as_its_newest_row()
    {
        Assert.Equal(new DateTime(2026, 11, 20), Catalogue.AsOf);
    }

    [Fact]
    public void A_reply_fits_into_the_context()
    {
        AssertNone(m => m.MaxOutputTokens > m.ContextTokens);
    }

    [Fact]
    public void Cached_input_is_not_dearer_than_input()
    {
        AssertNone(m => m.Prices.CachedInput > m.Prices.Input);
    }

    [Fact]
    public void A_default_effort_agrees_with_what_is_accepted_by_default()
    {
        AssertNone(m => m.DefaultEffort is not (null or "none" or "minimal" or "low" or "medium" or "high"));
        AssertNone(m => m.DefaultEffort is not null && m.IsReasoning != true);
        AssertNone(m => m.Sampling.Effort == EffortCondition.NoneOnly
            && m.Sampling.Temperature != (m.DefaultEffort == "none" ? SamplingAcceptance.Yes : SamplingAcceptance.No));
    }

    [Fact]
    public void Conditions_in_words_and_for_the_machine_say_the_same()
    {
        AssertNone(m => m.Sampling.Condition.StartsWith("accepted only when reasoning effort is none", StringComparison.Ordinal)
            != (m.Sampling.Effort == EffortCondition.NoneOnly));
        AssertNone(m => m.Sampling.Condition.Contains("which is the default effort", StringComparison.Ordinal) != (m.DefaultEffort == "none"));
        AssertNone(m => m.Sampling.Condition.Contains("ignored while thinking", StringComparison.Ordinal)
            != (m.Sampling.Ignored == SamplingIgnored.WhileThinking));
        AssertNone(m => m.Sampling.Condition.Contains("are ignored", StringComparison.Ordinal) != (m.Sampling.Ignored == SamplingIgnored.Always));
        AssertNone(m => m.Sampling.Condition.Contains("not both (400);", StringComparison.Ordinal)
            && m.Sampling.AcceptsTemperatureWithTopP != false);
    }

    [Fact]
    public void Only_the_default_passes_means_that_the_default_is_known()
    {
        AssertNone(m => m.Sampling.Temperature == SamplingAcceptance.DefaultOnly && m.Sampling.DefaultTemperature is null);
        AssertNone(m => m.Sampling.TopP == SamplingAcceptance.DefaultOnly && m.Sampling.MinimumTopP is null);
    }

    [Fact]
    public void A_refusing_model_without_an_effort_none_refuses_at_every_effort()
    {
        AssertNone(m => m.IsReasoning == true && m.Sampling.Ignored is null && m.Sampling.Effort is null
            && m.Sampling.Temperature is SamplingAcceptance.No or SamplingAcceptance.DefaultOnly);
    }

    [Fact]
    public void Reasoning_efforts_are_known_words_in_order_and_agree_with_the_other_cells()
    {
        string[] order = ["none", "minimal", "low", "medium", "high", "xhigh", "max"];
        AssertNone(m => !m.Efforts.SequenceEqual(m.Efforts.OrderBy(e => Array.IndexOf(order, e))) || m.Efforts.Any(e => !order.Contains(e)));
        AssertNone(m => !m.Efforts.IsEmpty && (m.IsReasoning != true || m.DefaultEffort is { } byDefault && !m.Efforts.Contains(byDefault)));
        AssertNone(m => !m.Efforts.IsEmpty && m.Efforts.Contains("none") != (m.Sampling.Effort == EffortCondition.NoneOnly));
        Assert.Equal(new[] { "minimal", "low", "medium", "high" }, Catalogue.Find("openai", "gpt-5-mini")!.Efforts);
    }

    [Fact]
    public void What_is_said_of_penalties_and_log_probabilities_agrees_with_what_is_said_of_temperature()
    {
        AssertNone(m => m.Sampling.AcceptsPenalties == true && m.IsReasoning != false);
        AssertNone(m => m.Sampling.AcceptsLogProbabilities is { } takes && takes != (m.Sampling.Temperature == SamplingAcceptance.Yes));
        AssertNone(m => m.Sampling.AcceptsTopK == false && m.Sampling.TopP != SamplingAcceptance.DefaultOnly);
        AssertNone(m => m.Notes.Contains("stop is not supported", StringComparison.Ordinal) && m.Sampling.AcceptsStop != false);
        Assert.Equal(["o3", "o3-2025-04-16", "o4-mini", "o4-mini-2025-04-16"], Catalogue.Models.Where(m => m.Sampling.AcceptsStop == false).Select(m => m.Id));
    }

    [Fact]
    public void Columns_reach_the_fact_they_are_named_after()
    {
        var facts = Catalogue.Find("openai", "gpt-4.1-mini-2025-04-14")!;
        Assert.Equal(1_047_576, facts.ContextTokens);
        Assert.Equal(32_768, facts.MaxOutputTokens);
        Assert.Equal((true, true, false), (facts.HasJsonSchema, facts.HasJsonMode, facts.IsReasoning));
        Assert.Equal(FineTuningMethods.Supervised | FineTuningMethods.DirectPreference, facts.FineTuning);
        Assert.Equal(new DateTime(2027, 1, 14), facts.RetiresOn);
        Assert.Equal((0.4m, 1.6m, 5m), (facts.Prices.Input, facts.Prices.Output, facts.Prices.Training));
        Assert.Equal("gpt-4o-2024-08-06", Catalogue.Find("openai", "gpt-4o")!.PinTo);
        Assert.Equal(SystemMessageSupport.None, Catalogue.Find("openai", "o1-mini")!.SystemMessage);
        Assert.Equal(SystemMessageSupport.Developer, Catalogue.Find("openai", "gpt-5.1")!.SystemMessage);
        Assert.Equal(new[] { "gpt-5-mini", "gpt-4.1-mini" }, Catalogue.Find("openai", "gpt-3.5-turbo-1106")!.Replacements);
    }

    [Fact]
    public void The_columns_are_described_beside_the_file()
    {
        var page = File.ReadAllText(Path.Combine(SourceFolder(), "models.md"));
        var undescribed = ModelFactsReader.Columns.Where(c =>
            !page.Contains($"`{c}`", StringComparison.Ordinal) && !c.StartsWith("price_", StringComparison.Ordinal));
        Assert.Empty(undescribed);
    }

    [Fact]
    public void Reading_takes_milliseconds()
    {
        var text = ReadFile();
        ModelCatalogue.Parse(text, []);
        var best = Enumerable.Range(0, 5).Min(_ =>
        {
            var watch = Stopwatch.StartNew();
            ModelCatalogue.Parse(text, []);
            return watch.Elapsed.TotalMilliseconds;
        });
        Assert.True(best < 50, best.ToString(CultureInfo.InvariantCulture));
    }

    private static void AssertNone(Func<ModelFacts, bool> isWrong)
    {
        var wrong = Catalogue.Models.Where(isWrong).Select(m => $"{m.Provider} {m.Id}").ToList();
        Assert.True(wrong.Count == 0, string.Join(", ", wrong));
    }

    private static string ReadFile()
    {
        using var stream = typeof(ModelCatalogue).Assembly.GetManifestResourceStream("LlmAnalyzers.Models.models.csv")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static string SourceFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Analyzers.sln")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "src", "LlmAnalyzers", "Models");
    }
}
