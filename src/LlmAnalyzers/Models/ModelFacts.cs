using System;
using System.Collections.Immutable;
using System.Linq;

namespace LlmAnalyzers.Models;

internal enum ModelKind
{
    /// <summary>The id can move to another model, or carries no date.</summary>
    Alias,

    /// <summary>The id always means the same model.</summary>
    Snapshot,
}

/// <summary>Where a model stood in its life on the day of the catalogue.</summary>
internal enum ModelStatus
{
    Active,

    /// <summary>Its end is announced, or its provider advises against it.</summary>
    Deprecated,

    /// <summary>Shut down.</summary>
    Retired,
}

internal enum SystemMessageSupport
{
    /// <summary>A system role or system parameter.</summary>
    System,

    /// <summary>The developer role is the documented one; a system message is accepted and treated as one.</summary>
    Developer,

    /// <summary>Neither.</summary>
    None,
}

/// <summary>Ways a model can be fine-tuned.</summary>
[Flags]
internal enum FineTuningMethods
{
    None = 0,
    Supervised = 1,
    DirectPreference = 2,
    Reinforcement = 4,
}

/// <summary>US dollars per million tokens: standard tier, shortest-context tier, list price. Null is unknown.</summary>
internal sealed record ModelPrices
{
    public decimal? Input { get; init; }

    public decimal? CachedInput { get; init; }

    public decimal? Output { get; init; }

    /// <summary>Per million training tokens.</summary>
    public decimal? Training { get; init; }

    public decimal? FineTunedInput { get; init; }

    public decimal? FineTunedOutput { get; init; }
}

/// <summary>What the catalogue knows about one model: one row. Null is unknown or contradictory, and unknown is silent.</summary>
/// <param name="Provider">
/// Lower case: <c>openai</c>, <c>azure</c>, <c>anthropic</c>, <c>google</c>, <c>mistral</c>, <c>cohere</c>, <c>deepseek</c>,
/// <c>bedrock</c>, <c>ollama</c>, or a team's own.
/// </param>
/// <param name="Id">As the catalogue spells it; of a fine-tuned model, the id of its base.</param>
internal sealed record ModelFacts(string Provider, string Id)
{
    /// <summary>The request names a model tuned from this one.</summary>
    public bool IsFineTuned { get; init; }

    /// <summary>The row only says that its id is a team's own name (of a deployment, an alias) for this model.</summary>
    public string? NameOf { get; init; }

    public ModelKind? Kind { get; init; }

    /// <summary>The snapshot an alias resolves to; null when there is nothing to pin to.</summary>
    public string? PinTo { get; init; }

    public ModelStatus? Status { get; init; }

    public DateTime? DeprecatedOn { get; init; }

    /// <summary>Published shutdown date.</summary>
    public DateTime? RetiresOn { get; init; }

    /// <summary>What the provider names instead, alternatives in its order. Mostly ids; a few are only names of models.</summary>
    public ImmutableArray<string> Replacements { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Tokens of prompt and reply together.</summary>
    public int? ContextTokens { get; init; }

    /// <summary>Tokens of one reply, hidden reasoning included.</summary>
    public int? MaxOutputTokens { get; init; }

    public SamplingFacts Sampling { get; init; } = new();

    /// <summary>Reasoning effort of a request that sets none: <c>none</c>, <c>medium</c>, <c>high</c>.</summary>
    public string? DefaultEffort { get; init; }

    /// <summary>Every reasoning effort a request may ask for, least first; empty when they are not known.</summary>
    public ImmutableArray<string> Efforts { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>The provider's API enforces a JSON schema on the reply.</summary>
    public bool? HasJsonSchema { get; init; }

    /// <summary>The provider's API enforces that the reply is JSON.</summary>
    public bool? HasJsonMode { get; init; }

    /// <summary>The model reasons before it answers.</summary>
    public bool? IsReasoning { get; init; }

    public SystemMessageSupport? SystemMessage { get; init; }

    /// <summary>A system message reaches the model, in whatever role.</summary>
    public bool? HasSystemMessage => SystemMessage is { } support ? support != SystemMessageSupport.None : null;

    public FineTuningMethods? FineTuning { get; init; }

    public bool? IsFineTunable => FineTuning is { } methods ? methods != FineTuningMethods.None : null;

    public ModelPrices Prices { get; init; } = new();

    /// <summary>Date of the newest source that supports the row.</summary>
    public DateTime? AsOf { get; init; }

    public string Source { get; init; } = "";

    public string Notes { get; init; } = "";

    /// <summary>Shut down on the day of the catalogue.</summary>
    public bool IsRetired(DateTime asOf) => Status == ModelStatus.Retired || RetiresOn <= asOf;

    /// <summary>Refuses the older name of the output cap, as reasoning models do that are served by OpenAI's API and its like on Azure; null is unknown.</summary>
    public bool? RefusesOldOutputCapName => Provider is "openai" or "azure" && !Id.StartsWith("claude", StringComparison.Ordinal) ? IsReasoning : null;

    /// <summary>What the model can do, without what only one provider says of it: dates, prices, tuning.</summary>
    public ModelFacts WithoutLifeCycle() => this with
    {
        PinTo = null,
        Status = null,
        DeprecatedOn = null,
        RetiresOn = null,
        Replacements = ImmutableArray<string>.Empty,
        FineTuning = null,
        Prices = new(),
    };

    /// <inheritdoc cref="SamplingFacts.AcceptsTemperature"/>
    public Verdict AcceptsTemperature(double? value, ReasoningEffort effort) =>
        Sampling.AcceptsTemperature(value, effort, IsReasoning);

    /// <inheritdoc cref="SamplingFacts.AcceptsTopP"/>
    public Verdict AcceptsTopP(double? value, ReasoningEffort effort) =>
        Sampling.AcceptsTopP(value, effort, IsReasoning);

    /// <summary>What the model does with a reasoning effort.</summary>
    public Verdict AcceptsEffort(string effort) =>
        Efforts.IsEmpty ? Verdict.Unknown
        : Efforts.Contains(effort.Trim(), StringComparer.OrdinalIgnoreCase) ? Verdict.Accepts
        : Verdict.Refuses;

    /// <summary>Whether a request with this effort is reasoned about before it is answered; null when nobody knows.</summary>
    public bool? ReasonsAt(ReasoningEffort effort)
    {
        if (IsReasoning != true || effort.IsUnknown)
        {
            return IsReasoning == false ? false : null;
        }

        if (!effort.IsNotSet)
        {
            // Where the effort is not known to be what switches thinking on, it says nothing about it.
            return IsLittle(effort.Value!) ? false : DefaultEffort is not null || !Efforts.IsEmpty ? true : null;
        }

        if (DefaultEffort is { } byDefault)
        {
            return !IsLittle(byDefault);
        }

        // Refused unless the effort is none: so none is not what it does by itself.
        return Sampling is { Effort: EffortCondition.NoneOnly, Temperature: SamplingAcceptance.No }
            || !Efforts.IsEmpty && !Efforts.Any(IsLittle) ? true : null;
    }

    private static bool IsLittle(string effort) =>
        effort.Equals("none", StringComparison.OrdinalIgnoreCase) || effort.Equals("minimal", StringComparison.OrdinalIgnoreCase);
}
