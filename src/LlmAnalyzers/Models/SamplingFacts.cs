namespace LlmAnalyzers.Models;

/// <summary>What a model does with a sampling setting while the request leaves everything else at its default.</summary>
internal enum SamplingAcceptance
{
    Yes,
    No,

    /// <summary>Only the setting's default passes (top_p: the smallest accepted value and above).</summary>
    DefaultOnly,
}

/// <summary>How the reasoning effort changes what a model does with sampling settings.</summary>
internal enum EffortCondition
{
    /// <summary>It changes nothing.</summary>
    Any,

    /// <summary>Accepted with effort <c>none</c>, refused with every other.</summary>
    NoneOnly,

    /// <summary>Refused with every effort but <c>none</c>; what happens with <c>none</c> or without an effort is not known.</summary>
    RefusedUnlessNone,
}

/// <summary>When a model drops sampling settings without an error.</summary>
internal enum SamplingIgnored
{
    Always,

    /// <summary>While it thinks, which it does unless told otherwise.</summary>
    WhileThinking,
}

/// <summary>
/// What a model does with temperature and top_p. Null is unknown everywhere. Ranges are facts of their own: a verdict says
/// whether the model takes the setting, not whether the value is in range.
/// </summary>
internal sealed record SamplingFacts
{
    public SamplingAcceptance? Temperature { get; init; }

    public SamplingAcceptance? TopP { get; init; }

    /// <summary>With everything else at the model's default, like the two above.</summary>
    public bool? AcceptsTopK { get; init; }

    /// <summary>Frequency and presence penalty, with everything else at the model's default.</summary>
    public bool? AcceptsPenalties { get; init; }

    /// <summary>Log probabilities of the tokens, with everything else at the model's default.</summary>
    public bool? AcceptsLogProbabilities { get; init; }

    /// <summary>Stop sequences, whatever the effort.</summary>
    public bool? AcceptsStop { get; init; }

    public EffortCondition? Effort { get; init; }

    public SamplingIgnored? Ignored { get; init; }

    /// <summary>False: a request that sets temperature and top_p is refused, although each alone is accepted.</summary>
    public bool? AcceptsTemperatureWithTopP { get; init; }

    /// <summary>The provider advises to leave the temperature at its default.</summary>
    public bool AdvisesDefaultTemperature { get; init; }

    /// <summary>The temperature of a request that sets none.</summary>
    public double? DefaultTemperature { get; init; }

    /// <summary>The documented range of temperature is 0 to this.</summary>
    public double? MaximumTemperature { get; init; }

    /// <summary>Smallest accepted top_p.</summary>
    public double? MinimumTopP { get; init; }

    public double? MaximumTopP { get; init; }

    /// <summary>The conditions in words, for people.</summary>
    public string Condition { get; init; } = "";

    /// <param name="value">Null: set to a value that cannot be read.</param>
    /// <param name="effort">What the request asks for; a null string is "not set".</param>
    /// <param name="isReasoning">Whether the model reasons; an effort means nothing to one that does not.</param>
    public Verdict AcceptsTemperature(double? value, ReasoningEffort effort, bool? isReasoning) =>
        Judge(Temperature, value is null || DefaultTemperature is null ? null : value == DefaultTemperature, effort, isReasoning);

    /// <inheritdoc cref="AcceptsTemperature"/>
    public Verdict AcceptsTopP(double? value, ReasoningEffort effort, bool? isReasoning) =>
        Judge(TopP, value is null || MinimumTopP is null ? null : value >= MinimumTopP, effort, isReasoning);

    /// <summary>What the model does with a top_k, whatever its value.</summary>
    public Verdict JudgeTopK() => Ignored == SamplingIgnored.Always ? Verdict.Ignores : Of(AcceptsTopK);

    /// <summary>What the model does with a stop sequence.</summary>
    public Verdict JudgeStop() => Of(AcceptsStop);

    /// <summary>What the model does with a request for log probabilities.</summary>
    public Verdict JudgeLogProbabilities(ReasoningEffort effort, bool? isReasoning) =>
        ByEffort(AcceptsLogProbabilities, effort, isReasoning, Effort == EffortCondition.NoneOnly ? Verdict.Accepts : Verdict.Unknown);

    /// <summary>What the model does with a frequency or presence penalty. 0 is what a request without one has; whether it passes is not known.</summary>
    public Verdict JudgePenalty(double value, ReasoningEffort effort, bool? isReasoning) =>
        value == 0 && AcceptsPenalties != true ? Verdict.Unknown : ByEffort(AcceptsPenalties, effort, isReasoning, Verdict.Unknown);

    /// <summary>A setting that is refused while the model reasons.</summary>
    private Verdict ByEffort(bool? atDefault, ReasoningEffort effort, bool? isReasoning, Verdict withNone)
    {
        if (isReasoning == false || Effort is EffortCondition.Any || effort.IsNotSet || atDefault is null && Effort is null)
        {
            return Of(atDefault);
        }

        return effort.IsUnknown || Effort is null ? Verdict.Unknown : effort.IsNone ? withNone : Verdict.Refuses;
    }

    private static Verdict Of(bool? accepts) => accepts switch
    {
        true => Verdict.Accepts,
        false => Verdict.Refuses,
        null => Verdict.Unknown,
    };

    private Verdict Judge(SamplingAcceptance? atDefault, bool? isDefault, ReasoningEffort effort, bool? isReasoning)
    {
        if (Ignored == SamplingIgnored.Always)
        {
            return Verdict.Ignores;
        }

        if (isReasoning == false || Effort == EffortCondition.Any)
        {
            return AtDefault(atDefault, isDefault);
        }

        if (effort.IsUnknown)
        {
            return Verdict.Unknown;
        }

        if (Ignored == SamplingIgnored.WhileThinking)
        {
            return effort.IsNone ? Verdict.Unknown : Verdict.Ignores;
        }

        if (effort.IsNotSet)
        {
            return AtDefault(atDefault, isDefault);
        }

        return Effort switch
        {
            EffortCondition.NoneOnly => effort.IsNone ? Verdict.Accepts : Verdict.Refuses,
            EffortCondition.RefusedUnlessNone => effort.IsNone ? Verdict.Unknown : Verdict.Refuses,
            _ => Verdict.Unknown,
        };
    }

    private static Verdict AtDefault(SamplingAcceptance? acceptance, bool? isDefault) => acceptance switch
    {
        SamplingAcceptance.Yes => Verdict.Accepts,
        SamplingAcceptance.No => Verdict.Refuses,
        SamplingAcceptance.DefaultOnly => isDefault switch
        {
            true => Verdict.Accepts,
            false => Verdict.Refuses,
            null => Verdict.Unknown,
        },
        _ => Verdict.Unknown,
    };
}
