using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Text;

namespace LlmAnalyzers.Models;

/// <summary>A documented range, both ends included; null is an end that nobody documents.</summary>
internal readonly record struct NumberRange(double? Minimum, double? Maximum)
{
    /// <summary>True when the value is known to lie outside.</summary>
    public bool Excludes(double value) => value < Minimum || value > Maximum;
}

/// <summary>What a provider documents for every model it serves: one row of providers.csv. An end of a range that is missing is unknown, and unknown is silent.</summary>
internal sealed record ProviderFacts(string Provider)
{
    private static readonly Lazy<ImmutableDictionary<string, ProviderFacts>> LazyAll = new(ReadBuiltIn);

    /// <summary>Every provider with documented ranges, by its name in the catalogue of models.</summary>
    public static ImmutableDictionary<string, ProviderFacts> All => LazyAll.Value;

    public NumberRange Temperature { get; init; }

    public NumberRange TopP { get; init; }

    public NumberRange TopK { get; init; }

    /// <summary>Of the frequency and of the presence penalty.</summary>
    public NumberRange Penalty { get; init; }

    /// <summary>How many likely tokens a request may ask for at each position.</summary>
    public NumberRange TopLogProbabilities { get; init; }

    /// <summary>Temperature of a request that sets none, where it does not depend on the model.</summary>
    public double? DefaultTemperature { get; init; }

    /// <summary>The documentation advises to set temperature or top_p, not both.</summary>
    public bool AdvisesOneOfTemperatureAndTopP { get; init; }

    /// <summary>A request for JSON mode is refused unless a message has the word JSON in it.</summary>
    public bool JsonModeNeedsTheWord { get; init; }

    public string Source { get; init; } = "";

    public DateTime? AsOf { get; init; }

    /// <summary>The facts about a provider; null when the source does not tell which it is, or nothing is documented.</summary>
    public static ProviderFacts? Find(string? provider) =>
        provider is not null && All.TryGetValue(provider.Trim().ToLowerInvariant(), out var facts) ? facts : null;

    /// <summary>Reads a file of providers; a row that cannot be used becomes a problem.</summary>
    public static ImmutableDictionary<string, ProviderFacts> Parse(string text, List<CatalogueProblem> problems)
    {
        var found = ImmutableDictionary.CreateBuilder<string, ProviderFacts>(StringComparer.Ordinal);
        Dictionary<string, int>? columns = null;
        foreach (var line in CsvTable.ReadRows(text, problems))
        {
            if (columns is null)
            {
                columns = new(StringComparer.OrdinalIgnoreCase);
                for (var i = 0; i < line.Cells.Length; i++)
                {
                    columns[line.Cells[i]] = i;
                }

                continue;
            }

            var row = new CatalogueRow(columns, line);
            var facts = Read(row);
            if (facts is null || row.Problem is not null || line.Cells.Length != columns.Count || found.ContainsKey(facts.Provider))
            {
                CatalogueProblem.Add(problems, line.Line, row.Problem ?? "provider is empty or stands twice, or cells are missing", row.ProblemSpan);
                continue;
            }

            found.Add(facts.Provider, facts);
        }

        return found.ToImmutable();
    }

    private static ProviderFacts? Read(CatalogueRow row) => row.Text("provider") is not { } provider ? null : new(provider.ToLowerInvariant())
    {
        Temperature = new(row.Number("temperature_min"), row.Number("temperature_max")),
        TopP = new(row.Number("top_p_min"), row.Number("top_p_max")),
        TopK = new(row.Number("top_k_min"), row.Number("top_k_max")),
        Penalty = new(row.Number("penalty_min"), row.Number("penalty_max")),
        TopLogProbabilities = new(null, row.Number("top_logprobs_max")),
        DefaultTemperature = row.Number("temperature_default"),
        AdvisesOneOfTemperatureAndTopP = row.YesOrNo("advises_one_of_temperature_and_top_p") ?? false,
        JsonModeNeedsTheWord = row.YesOrNo("json_mode_needs_the_word") ?? false,
        Source = row.Text("source") ?? "",
        AsOf = row.Date("as_of"),
    };

    private static ImmutableDictionary<string, ProviderFacts> ReadBuiltIn()
    {
        using var stream = typeof(ProviderFacts).Assembly.GetManifestResourceStream("LlmAnalyzers.Models.providers.csv");
        if (stream is null)
        {
            return ImmutableDictionary<string, ProviderFacts>.Empty;
        }

        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Parse(reader.ReadToEnd(), new List<CatalogueProblem>());
    }
}
