using System.Collections.Immutable;

namespace LlmAnalyzers.FineTuning;

/// <summary>What a service asks of a training file. Null is not documented.</summary>
/// <param name="Service">Its name for messages.</param>
internal sealed record TrainingRequirements(string Service)
{
    private static readonly ImmutableDictionary<string, TrainingRequirements> All = ImmutableDictionary<string, TrainingRequirements>.Empty
        .Add("openai", new("OpenAI") { MinimumExamples = 10, Forms = [ExampleForm.Chat, ExampleForm.Preference] })
        .Add("azure", new("Azure OpenAI") { MinimumExamples = 10, NeedsByteOrderMark = true, Forms = [ExampleForm.Chat, ExampleForm.Preference] })
        .Add("google", new("Vertex AI") { Forms = [ExampleForm.Gemini] })
        .Add("bedrock", new("Amazon Bedrock") { RecommendedExamples = 100, Forms = [ExampleForm.Nova] });

    /// <summary>Fewer are refused.</summary>
    public int? MinimumExamples { get; init; }

    /// <summary>Advised by the service, where that is more than the usual 50.</summary>
    public int? RecommendedExamples { get; init; }

    /// <summary>UTF-8 is accepted only with the mark.</summary>
    public bool NeedsByteOrderMark { get; init; }

    public ImmutableArray<ExampleForm> Forms { get; init; } = ImmutableArray<ExampleForm>.Empty;

    public static TrainingRequirements? Of(string? provider) => provider is null ? null : All.GetValueOrDefault(provider);
}
