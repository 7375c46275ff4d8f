using System.Collections.Immutable;
using System.Linq;

namespace LlmAnalyzers.Models;

/// <summary>What the rows of several providers say alike about one id: all that is known when the source does not tell whom the request goes to.</summary>
internal static class AgreedFacts
{
    /// <summary>Facts of both; the provider of neither.</summary>
    public static ModelFacts Of(ModelFacts a, ModelFacts b) => new("", a.Id)
    {
        Kind = Agreed(a.Kind, b.Kind),
        PinTo = a.PinTo == b.PinTo ? a.PinTo : null,
        Status = Agreed(a.Status, b.Status),
        DeprecatedOn = Agreed(a.DeprecatedOn, b.DeprecatedOn),
        RetiresOn = Agreed(a.RetiresOn, b.RetiresOn),
        Replacements = Agreed(a.Replacements, b.Replacements),
        ContextTokens = Agreed(a.ContextTokens, b.ContextTokens),
        MaxOutputTokens = Agreed(a.MaxOutputTokens, b.MaxOutputTokens),
        Sampling = Agreed(a.Sampling, b.Sampling),
        DefaultEffort = a.DefaultEffort == b.DefaultEffort ? a.DefaultEffort : null,
        Efforts = Agreed(a.Efforts, b.Efforts),
        HasJsonSchema = Agreed(a.HasJsonSchema, b.HasJsonSchema),
        HasJsonMode = Agreed(a.HasJsonMode, b.HasJsonMode),
        IsReasoning = Agreed(a.IsReasoning, b.IsReasoning),
        SystemMessage = Agreed(a.SystemMessage, b.SystemMessage),
        FineTuning = Agreed(a.FineTuning, b.FineTuning),
        AsOf = a.AsOf < b.AsOf ? a.AsOf : b.AsOf,
    };

    private static SamplingFacts Agreed(SamplingFacts a, SamplingFacts b) => new()
    {
        Temperature = Agreed(a.Temperature, b.Temperature),
        TopP = Agreed(a.TopP, b.TopP),
        AcceptsTopK = Agreed(a.AcceptsTopK, b.AcceptsTopK),
        AcceptsPenalties = Agreed(a.AcceptsPenalties, b.AcceptsPenalties),
        AcceptsLogProbabilities = Agreed(a.AcceptsLogProbabilities, b.AcceptsLogProbabilities),
        AcceptsStop = Agreed(a.AcceptsStop, b.AcceptsStop),
        Effort = Agreed(a.Effort, b.Effort),
        Ignored = Agreed(a.Ignored, b.Ignored),
        AcceptsTemperatureWithTopP = Agreed(a.AcceptsTemperatureWithTopP, b.AcceptsTemperatureWithTopP),

        // Advice silences: one who gives it is enough.
        AdvisesDefaultTemperature = a.AdvisesDefaultTemperature || b.AdvisesDefaultTemperature,
        DefaultTemperature = Agreed(a.DefaultTemperature, b.DefaultTemperature),
        MaximumTemperature = Agreed(a.MaximumTemperature, b.MaximumTemperature),
        MinimumTopP = Agreed(a.MinimumTopP, b.MinimumTopP),
        MaximumTopP = Agreed(a.MaximumTopP, b.MaximumTopP),
    };

    private static T? Agreed<T>(T? a, T? b)
        where T : struct => Equals(a, b) ? a : null;

    private static ImmutableArray<string> Agreed(ImmutableArray<string> a, ImmutableArray<string> b) =>
        a.SequenceEqual(b) ? a : ImmutableArray<string>.Empty;
}
