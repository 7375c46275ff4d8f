using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.FineTuning;
using LlmAnalyzers.Models;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.FineTuning;

/// <summary>LLM5013: a hyperparameter the service refuses, or a method the base model is not trained by.</summary>
internal sealed class HyperparameterOutOfRange : TuningJobRule
{
    public const string Id = "LLM5013";

    /// <summary>Both ends included, but for a smallest of 0 where <c>IsAbove</c>.</summary>
    private static readonly ImmutableArray<(string Provider, string Name, double Least, double Most, bool IsAbove)> Ranges = ImmutableArray.Create(
        ("openai", "n_epochs", 1.0, 50, false),
        ("openai", "batch_size", 1.0, 256, false),
        ("openai", "learning_rate_multiplier", 0.0, double.PositiveInfinity, true),
        ("openai", "beta", 0.0, 2, true),
        ("azure", "n_epochs", 1.0, 50, false),
        ("azure", "batch_size", 1.0, 256, false),
        ("azure", "learning_rate_multiplier", 0.0, double.PositiveInfinity, true),
        ("azure", "beta", 0.0, 2, true),
        ("google", "epoch_count", 1.0, double.PositiveInfinity, false),
        ("google", "batch_size", 1.0, double.PositiveInfinity, false),
        ("google", "learning_rate_multiplier", 0.0, double.PositiveInfinity, true));

    /// <summary>Documented for the Nova models only; other bases of the service have other ranges.</summary>
    private static readonly ImmutableArray<(string Name, double Least, double Most)> NovaRanges = ImmutableArray.Create(
        ("epochCount", 1.0, 5.0), ("learningRate", 1e-6, 1e-4), ("learningRateWarmupSteps", 0.0, 100.0));

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "FineTuning",
        DiagnosticSeverity.Warning,
        "Hyperparameter out of range",
        "{0}: the service refuses the job",
        "Each hyperparameter has a documented range, and each base model the methods it is trained by. SDKs send what they are given, and the job fails.");

    public override void Check(FineTuningJob job, TuningJobContext context)
    {
        var model = job.BaseModels is [{ Value: string id }] ? TrainingTarget.Of(context.Models, id, job.Provider).Model : null;
        foreach (var parameter in job.Hyperparameters)
        {
            if (RangeOf(job, model, parameter.Name) is { } range && (parameter.Value < range.Least || parameter.Value > range.Most || range.IsAbove && parameter.Value <= range.Least))
            {
                context.Report(Descriptor, parameter.Location, $"{parameter.Name} is {Text(parameter.Value)}, and {Allowed(range)} is allowed");
            }
        }

        if (job is { Method: { } method, MethodLocation: { } place } && model is { FineTuning: { } methods and not FineTuningMethods.None } && (methods & FlagOf(method)) == 0)
        {
            context.Report(Descriptor, place, $"'{model.Id}' is not trained by {NameOf(FlagOf(method))}, only by {string.Join(" and ", NamesOf(methods))}");
        }
    }

    private static (double Least, double Most, bool IsAbove)? RangeOf(FineTuningJob job, ModelFacts? model, string name)
    {
        if (job.Provider == "bedrock")
        {
            return model?.Id.StartsWith("amazon.nova", System.StringComparison.OrdinalIgnoreCase) == true && NovaRanges.FirstOrDefault(r => r.Name == name) is { Name: not null } nova
                ? (nova.Least, nova.Most, false)
                : null;
        }

        return Ranges.FirstOrDefault(r => r.Provider == job.Provider && r.Name == name) is { Name: not null } range ? (range.Least, range.Most, range.IsAbove) : null;
    }

    private static string Allowed((double Least, double Most, bool IsAbove) range) =>
        double.IsInfinity(range.Most)
            ? range.IsAbove ? $"a number above {Text(range.Least)}" : $"{Text(range.Least)} or more"
            : range.IsAbove ? $"a number above {Text(range.Least)} and up to {Text(range.Most)}" : $"{Text(range.Least)} to {Text(range.Most)}";

    private static string Text(double number) => number.ToString("0.##########", CultureInfo.InvariantCulture);

    private static FineTuningMethods FlagOf(string method) => method switch
    {
        "sft" => FineTuningMethods.Supervised,
        "dpo" => FineTuningMethods.DirectPreference,
        _ => FineTuningMethods.Reinforcement,
    };

    private static string NameOf(FineTuningMethods method) => method switch
    {
        FineTuningMethods.Supervised => "supervised training",
        FineTuningMethods.DirectPreference => "preference",
        _ => "reinforcement",
    };

    private static ImmutableArray<string> NamesOf(FineTuningMethods methods) =>
        [.. new[] { FineTuningMethods.Supervised, FineTuningMethods.DirectPreference, FineTuningMethods.Reinforcement }.Where(m => (methods & m) != 0).Select(NameOf)];
}
