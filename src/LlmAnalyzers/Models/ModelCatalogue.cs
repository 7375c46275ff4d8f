using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Text;

namespace LlmAnalyzers.Models;

/// <summary>What is known about models: rows found by provider and id. Immutable.</summary>
internal sealed class ModelCatalogue
{
    private static readonly Lazy<ModelCatalogue> LazyBuiltIn = new(ReadBuiltIn);

    private readonly Dictionary<(string Provider, string Id), ModelFacts> _byProvider = new();

    /// <summary>By id alone; null where several providers have the id.</summary>
    private readonly Dictionary<string, ModelFacts?> _byId = new(StringComparer.Ordinal);

    private ModelCatalogue(IEnumerable<ModelFacts> models)
    {
        var rows = ImmutableArray.CreateBuilder<ModelFacts>();
        foreach (var model in models)
        {
            rows.Add(model);
            var key = Key(model);
            _byProvider[key] = model;
            _byId[key.Id] = _byId.ContainsKey(key.Id) ? null : model;
            AsOf = model.AsOf > AsOf ? model.AsOf.Value : AsOf;
        }

        Models = rows.ToImmutable();
    }

    /// <summary>The catalogue that comes with the analyzers. Read once per process.</summary>
    public static ModelCatalogue BuiltIn => LazyBuiltIn.Value;

    public static ModelCatalogue Empty { get; } = new(ImmutableArray<ModelFacts>.Empty);

    /// <summary>The day the newest row was checked. No clock is read: this is "today" wherever dates are compared.</summary>
    public DateTime AsOf { get; }

    public ImmutableArray<ModelFacts> Models { get; }

    /// <summary>
    /// Reads a catalogue file. The first line names the columns, in any order; a row that cannot be used is skipped and
    /// becomes a problem. Never throws.
    /// </summary>
    public static ModelCatalogue Parse(string text, List<CatalogueProblem> problems)
    {
        var models = new List<ModelFacts>();
        var lines = new Dictionary<(string Provider, string Id), int>();
        foreach (var (line, model) in CatalogueReader.Read(text, problems))
        {
            var key = Key(model);
            if (lines.TryGetValue(key, out var first))
            {
                CatalogueProblem.Add(problems, line, $"{CatalogueProblem.Quote(model.Id)} stands already on line {first}, which is used");
                continue;
            }

            lines.Add(key, line);
            models.Add(model);
        }

        return new ModelCatalogue(models);
    }

    /// <summary>
    /// The model a request means: by provider and id, else by an id that is unique in the catalogue whatever the provider.
    /// Spellings that mean the same model are understood (<see cref="ModelId.Canonical"/>), and so are fine-tuned ids.
    /// The provider is null when the source does not tell.
    /// </summary>
    public ModelFacts? Find(string? provider, string id)
    {
        if (ModelId.Canonical(id) is not { } canonical)
        {
            return null;
        }

        var facts = Look(provider, canonical);
        if (ModelId.FineTunedBase(canonical) is not { } tunedFrom)
        {
            return facts;
        }

        // A team's own row for the tuned model comes before its base.
        facts ??= ModelId.Canonical(tunedFrom) is { } canonicalBase ? Look(provider, canonicalBase) : null;
        return facts is null ? null : facts with { IsFineTuned = true };
    }

    /// <summary>Both catalogues; where both have a model, the other's row replaces this one's as a whole.</summary>
    public ModelCatalogue With(ModelCatalogue other)
    {
        var models = new List<ModelFacts>(Models.Length + other.Models.Length);
        foreach (var model in Models)
        {
            if (!other._byProvider.ContainsKey(Key(model)))
            {
                models.Add(model);
            }
        }

        models.AddRange(other.Models);
        return new ModelCatalogue(models);
    }

    private static (string Provider, string Id) Key(ModelFacts model) =>
        (model.Provider, (ModelId.Canonical(model.Id) ?? model.Id).ToLowerInvariant());

    private static ModelCatalogue ReadBuiltIn()
    {
        using var stream = typeof(ModelCatalogue).Assembly.GetManifestResourceStream("LlmAnalyzers.Models.models.csv");
        if (stream is null)
        {
            return Empty;
        }

        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Parse(reader.ReadToEnd(), new List<CatalogueProblem>());
    }

    private ModelFacts? Look(string? provider, string canonicalId)
    {
        var id = canonicalId.ToLowerInvariant();
        return provider is not null && _byProvider.TryGetValue((provider.Trim().ToLowerInvariant(), id), out var model)
            ? model
            : _byId.TryGetValue(id, out var unique) ? unique : null;
    }
}
