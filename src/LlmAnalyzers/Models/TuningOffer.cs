using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Text;

namespace LlmAnalyzers.Models;

/// <summary>Where a base model is tuned and until when: one row of tuning.csv. Null is unknown or not announced.</summary>
/// <param name="Provider">As in the catalogue of models.</param>
/// <param name="Id">The base, as the catalogue spells it.</param>
/// <param name="Service">The service that takes the job, by its name: it is not always the one that answers the base model.</param>
internal sealed record TuningOffer(string Provider, string Id, string Service)
{
    private static readonly Lazy<ImmutableArray<TuningOffer>> LazyAll = new(ReadBuiltIn);

    public static ImmutableArray<TuningOffer> All => LazyAll.Value;

    /// <summary>False: only those who have tuned there before may start a job.</summary>
    public bool? TakesNewCustomers { get; init; }

    /// <summary>From this day on nobody can start a job.</summary>
    public DateTime? JobsUntil { get; init; }

    /// <summary>The day on which the models tuned from the base are shut down.</summary>
    public DateTime? TunedRetiresOn { get; init; }

    /// <summary>Dollars per million input tokens that a tuned model reads from the prompt cache.</summary>
    public decimal? CachedInputPrice { get; init; }

    /// <summary>Longer training examples are cut or refused.</summary>
    public int? MaximumExampleTokens { get; init; }

    public string Source { get; init; } = "";

    public DateTime? AsOf { get; init; }

    /// <summary>The offer for a base; null when none is known.</summary>
    public static TuningOffer? Find(ModelFacts model)
    {
        foreach (var offer in All)
        {
            if (offer.Provider == model.Provider && offer.Id.Equals(model.Id, StringComparison.OrdinalIgnoreCase))
            {
                return offer;
            }
        }

        return null;
    }

    /// <summary>Reads a file of offers; a row that cannot be used becomes a problem.</summary>
    public static ImmutableArray<TuningOffer> Parse(string text, List<CatalogueProblem> problems)
    {
        var found = ImmutableArray.CreateBuilder<TuningOffer>();
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
            var offer = Read(row);
            if (offer is null || row.Problem is not null || line.Cells.Length != columns.Count)
            {
                CatalogueProblem.Add(problems, line.Line, row.Problem ?? "provider, id or service is empty, or cells are missing", row.ProblemSpan);
                continue;
            }

            found.Add(offer);
        }

        return found.ToImmutable();
    }

    private static TuningOffer? Read(CatalogueRow row) =>
        row.Text("provider") is not { } provider || row.Text("id") is not { } id || row.Text("service") is not { } service
            ? null
            : new(provider.ToLowerInvariant(), id, service)
            {
                TakesNewCustomers = row.YesOrNo("new_customers"),
                JobsUntil = row.Date("jobs_until"),
                TunedRetiresOn = row.Date("tuned_retires_on"),
                CachedInputPrice = row.Price("price_cached_input"),
                MaximumExampleTokens = row.Count("max_example_tokens"),
                Source = row.Text("source") ?? "",
                AsOf = row.Date("as_of"),
            };

    private static ImmutableArray<TuningOffer> ReadBuiltIn()
    {
        using var stream = typeof(TuningOffer).Assembly.GetManifestResourceStream("LlmAnalyzers.Models.tuning.csv");
        if (stream is null)
        {
            return ImmutableArray<TuningOffer>.Empty;
        }

        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Parse(reader.ReadToEnd(), new List<CatalogueProblem>());
    }
}
