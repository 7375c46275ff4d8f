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

    /// <summary>Longer constants are no names of models.</summary>
    private const int LongestName = 200;

    private readonly Dictionary<(string Provider, string Id), ModelFacts> _byProvider = new();

    private readonly Lazy<NearIds> _near;

    /// <summary>By id alone; where several providers have the id, what their rows agree on.</summary>
    private readonly Dictionary<string, ModelFacts> _byId = new(StringComparer.Ordinal);

    /// <summary>A team's own names for models: deployments, aliases.</summary>
    private readonly Dictionary<string, string> _names = new(StringComparer.OrdinalIgnoreCase);

    private ModelCatalogue(IEnumerable<ModelFacts> models)
    {
        var rows = ImmutableArray.CreateBuilder<ModelFacts>();
        foreach (var model in models)
        {
            rows.Add(model);
            if (model.NameOf is { } named)
            {
                _names[model.Id] = named;
                continue;
            }

            var key = Key(model);
            _byProvider[key] = model;
            _byId[key.Id] = _byId.TryGetValue(key.Id, out var other) ? AgreedFacts.Of(other, model) : model;
            AsOf = model.AsOf > AsOf ? model.AsOf.Value : AsOf;
        }

        Models = rows.ToImmutable();
        _near = new(() => new NearIds(Models));
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
        var names = new List<(CsvRow Row, ModelFacts Model)>();
        var lines = new Dictionary<(string Provider, string Id), int>();
        foreach (var (row, model) in CatalogueReader.Read(text, problems))
        {
            var key = Key(model);
            if (lines.TryGetValue(key, out var first))
            {
                CatalogueProblem.Add(problems, row.Line, $"{CatalogueProblem.Quote(model.Id)} stands already on line {first}, which is used", row.Span);
                continue;
            }

            lines.Add(key, row.Line);
            models.Add(model);
            if (model.NameOf is not null)
            {
                names.Add((row, model));
            }
        }

        var catalogue = new ModelCatalogue(models);
        foreach (var (row, model) in names)
        {
            if (catalogue.Find(model.Provider, model.NameOf!) is null && BuiltIn.Find(model.Provider, model.NameOf!) is null)
            {
                var cell = row.Cells.IndexOf(model.NameOf!);
                CatalogueProblem.Add(
                    problems, row.Line, $"model is {CatalogueProblem.Quote(model.NameOf!)}, which is not in the catalogue", cell < 0 ? row.Span : row.Spans[cell]);
            }
        }

        return catalogue;
    }

    /// <summary>
    /// The model a request means: by provider and id, else by an id that is unique in the catalogue whatever the provider;
    /// where several providers have the id, with the facts on which their rows agree.
    /// Spellings that mean the same model are understood (<see cref="ModelId"/>), and so are fine-tuned ids.
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

    /// <summary>The model behind a name that the team gave to it; null when it gave none, or to a model that is not in the catalogue.</summary>
    public ModelFacts? FindNamed(string? provider, string name) =>
        _names.Count > 0 && _names.TryGetValue(name.Trim(), out var id) ? Find(provider, id) : null;

    /// <summary>A text that some request could mean a model by, or that is one slip of the pen away from it. A cheap look for constants.</summary>
    public bool MayMean(string text) =>
        text.Length is > 1 and <= LongestName && text.IndexOf(' ') < 0 && (KnowsByAnyProvider(text) || _names.ContainsKey(text) || _near.Value.HasAny(text));

    /// <summary>Some provider has the model.</summary>
    public bool KnowsByAnyProvider(string id) => Find(null, id) is not null || Find("azure", id) is not null;

    /// <summary>A deployment of Azure's is likely to be called so: some model there is.</summary>
    public bool IsServedByAzure(string id) => Find("azure", id) is { Provider: "azure" or "openai" };

    /// <summary>Ids of a provider's that a slip of the pen may have meant; several when they are equally near.</summary>
    public IReadOnlyList<string> NearTo(string provider, string id) => _near.Value.To(provider, id);

    /// <summary>The row of exactly this provider and id.</summary>
    public ModelFacts? Row(string provider, string id) =>
        ModelId.Canonical(id) is { } canonical && _byProvider.TryGetValue((provider, canonical.ToLowerInvariant()), out var model) ? model : null;

    /// <summary>Both catalogues; where both have a model, the other's row replaces this one's as a whole.</summary>
    public ModelCatalogue With(ModelCatalogue other)
    {
        if (other.Models.IsEmpty)
        {
            return this;
        }

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

    /// <summary>The same catalogue with names that a team gives to models.</summary>
    public ModelCatalogue WithNames(ImmutableDictionary<string, string> modelsByName)
    {
        if (modelsByName.IsEmpty)
        {
            return this;
        }

        var models = new List<ModelFacts>(Models);
        foreach (var entry in modelsByName)
        {
            models.Add(new ModelFacts("", entry.Key) { NameOf = entry.Value });
        }

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
        provider = provider?.Trim().ToLowerInvariant();
        if (provider is not null && _byProvider.TryGetValue((provider, id), out var model))
        {
            return model;
        }

        if (provider == "azure")
        {
            return LookOnAzure(id);
        }

        if (_byId.TryGetValue(id, out var known))
        {
            return known;
        }

        // Gateways put the vendor in front. What such a gateway does with settings and for how long it has a model is its own.
        return provider is null or "openrouter" && ModelId.OfVendor(id) is var (vendor, name) && _byProvider.TryGetValue((vendor, name), out var routed)
            ? routed.WithoutLifeCycle() with { Sampling = new(), MaxOutputTokens = null }
            : null;
    }

    /// <summary>Azure dates its models otherwise, and what it has no row for it serves as it is.</summary>
    private ModelFacts? LookOnAzure(string id)
    {
        if (_byProvider.TryGetValue(("azure", ModelId.AzureSpelling(id)), out var own))
        {
            return own.MaxOutputTokens is null && _byProvider.TryGetValue(("openai", ModelId.OpenAISpelling(id)), out var served)
                ? own with { MaxOutputTokens = served.MaxOutputTokens, ContextTokens = own.ContextTokens ?? served.ContextTokens }
                : own;
        }

        return _byId.TryGetValue(ModelId.OpenAISpelling(id), out var model)
            ? model.Provider == "azure" ? model : model.WithoutLifeCycle()
            : null;
    }
}
