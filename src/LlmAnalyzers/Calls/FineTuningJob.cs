using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Calls;

/// <summary>A number that steers a training run, by the name the service gives it.</summary>
internal sealed record Hyperparameter(string Name, double Value, Location Location);

/// <summary>What the source says about one fine-tuning job, in provider-neutral terms.</summary>
internal sealed record FineTuningJob(string Provider, Location Place, Location MethodName)
{
    /// <summary>Every constant that can be the base model.</summary>
    public ImmutableArray<SourceValue> BaseModels { get; init; } = ImmutableArray<SourceValue>.Empty;

    /// <summary>Whether examples are kept back to measure by; null when that cannot be read.</summary>
    public bool? HasValidation { get; init; }

    /// <summary>How the model is trained: <c>sft</c>, <c>dpo</c>, <c>rft</c>; null when it is not said or not known.</summary>
    public string? Method { get; init; }

    public Location? MethodLocation { get; init; }

    public ImmutableArray<Hyperparameter> Hyperparameters { get; init; } = ImmutableArray<Hyperparameter>.Empty;
}
