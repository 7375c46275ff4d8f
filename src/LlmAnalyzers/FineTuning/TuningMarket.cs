using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;
using LlmAnalyzers.Models;

namespace LlmAnalyzers.FineTuning;

/// <summary>A base model that can be tuned on the day of the catalogue.</summary>
/// <param name="Model">The base.</param>
/// <param name="Offer">Where and until when; null where only the catalogue of a team says that it can be tuned.</param>
internal sealed record TunableBase(ModelFacts Model, TuningOffer? Offer)
{
    /// <summary>The announced end of what is tuned from it.</summary>
    public DateTime? Ends => Offer is null ? Model.RetiresOn : Offer.TunedRetiresOn ?? Model.RetiresOn;

    public string Service => Offer?.Service ?? Model.Provider;
}

/// <summary>Where tuning is still to be had, read from the catalogue and compared with its own date.</summary>
internal static class TuningMarket
{
    /// <summary>Where the models that one service has are tuned as well; other services tune only their own.</summary>
    private static readonly ImmutableDictionary<string, string> AlsoTunedBy =
        ImmutableDictionary<string, string>.Empty.Add("openai", "azure");

    /// <summary>Everything that can be tuned, of every provider.</summary>
    public static ImmutableArray<TunableBase> Bases(ModelCatalogue catalogue) =>
        [.. catalogue.Models.Select(m => TunableOn(m, catalogue.AsOf)).OfType<TunableBase>()];

    /// <summary>What a user of the provider can tune without leaving its kind of models. Null provider: everything.</summary>
    public static ImmutableArray<TunableBase> Bases(ModelCatalogue catalogue, string? provider) =>
        [.. Bases(catalogue).Where(b => provider is null || b.Model.Provider == provider || AlsoTunedBy.GetValueOrDefault(provider) == b.Model.Provider)];

    /// <summary>The model as a base for tuning on that day; null when it is none.</summary>
    public static TunableBase? TunableOn(ModelFacts model, DateTime day)
    {
        var offer = TuningOffer.Find(model);
        return model.IsFineTunable == true && model.Status != ModelStatus.Retired && !(model.RetiresOn <= day) && !(offer?.JobsUntil <= day)
            ? new(model, offer)
            : null;
    }

    /// <summary>The services in words: <c>Azure OpenAI (existing customers, tuned models end 2027-10-14)</c>.</summary>
    public static string Describe(ImmutableArray<TunableBase> bases)
    {
        var text = new StringBuilder();
        var services = bases.GroupBy(b => b.Service, StringComparer.OrdinalIgnoreCase).ToList();
        for (var i = 0; i < services.Count; i++)
        {
            text.Append(i == 0 ? "" : i == services.Count - 1 ? " and " : ", ").Append(services[i].Key);
            var conditions = Conditions(services[i].ToList());
            if (conditions.Count > 0)
            {
                text.Append(" (").Append(string.Join(", ", conditions)).Append(')');
            }
        }

        return text.ToString();
    }

    private static List<string> Conditions(List<TunableBase> bases)
    {
        var conditions = new List<string>();
        if (bases.All(b => b.Offer?.TakesNewCustomers == false))
        {
            conditions.Add("existing customers");
        }

        if (bases.All(b => b.Offer?.JobsUntil is not null))
        {
            conditions.Add("jobs until " + Day(bases.Max(b => b.Offer!.JobsUntil!.Value)));
        }

        if (bases.All(b => b.Offer?.TunedRetiresOn is not null))
        {
            conditions.Add("tuned models end " + Day(bases.Max(b => b.Offer!.TunedRetiresOn!.Value)));
        }

        return conditions;
    }

    public static string Day(DateTime date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
