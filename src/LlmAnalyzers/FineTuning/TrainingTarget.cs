using System;
using LlmAnalyzers.Models;

namespace LlmAnalyzers.FineTuning;

/// <summary>What a training file is meant for, as the project says it. Null is not said, or not known.</summary>
internal sealed record TrainingTarget
{
    public ModelFacts? Model { get; init; }

    public string? Provider { get; init; }

    public TuningOffer? Offer => Model is null ? null : TuningOffer.Find(Model);

    public FineTuningMethods? Methods => Model?.FineTuning;

    /// <summary>The file holds the examples that are kept back to measure by.</summary>
    public bool IsValidation { get; init; }

    /// <param name="models">The catalogue.</param>
    /// <param name="baseModel">The base as the project names it.</param>
    /// <param name="provider">The provider, where the project names one; else the model tells.</param>
    public static TrainingTarget Of(ModelCatalogue models, string? baseModel, string? provider)
    {
        provider = string.IsNullOrWhiteSpace(provider) ? null : provider!.Trim().ToLowerInvariant();
        if (string.IsNullOrWhiteSpace(baseModel))
        {
            return new() { Provider = provider };
        }

        var model = models.Find(provider, baseModel!) is { } found && (provider is null || found.Provider == provider)
            ? found
            : models.Find(provider, WithVersion(baseModel!));
        model = provider is not null && model?.Provider != provider ? null : model;
        return new() { Model = model, Provider = provider ?? model?.Provider };
    }

    /// <summary><c>gpt-4.1-2025-04-14</c> as a service with versions names it: <c>gpt-4.1@2025-04-14</c>.</summary>
    private static string WithVersion(string id)
    {
        const int dateLength = 10;
        var dash = id.Length - dateLength - 1;
        return dash > 0 && id[dash] == '-' && DateTime.TryParse(id.Substring(dash + 1), System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _)
            ? id.Substring(0, dash) + "@" + id.Substring(dash + 1)
            : id;
    }
}
