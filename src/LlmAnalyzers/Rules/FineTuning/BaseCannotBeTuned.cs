using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.FineTuning;
using LlmAnalyzers.Models;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.FineTuning;

/// <summary>LLM5012: the service refuses the base model of a job.</summary>
internal sealed class BaseCannotBeTuned : TuningJobRule
{
    public const string Id = "LLM5012";

    /// <summary>Property of the diagnostic with the snapshot to name instead.</summary>
    public const string Snapshot = "Snapshot";

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "FineTuning",
        DiagnosticSeverity.Warning,
        "Base model cannot be fine-tuned",
        "'{0}' {1}; {2}",
        "A job on a base model that the service does not tune is refused. Which models are tuned, where and until when, changes from month to month; the dates are those of the catalogue.");

    public override void Check(FineTuningJob job, TuningJobContext context)
    {
        var reported = new HashSet<Location>();
        foreach (var value in job.BaseModels)
        {
            if (value.Value is string id && ModelId.FineTunedBase(id) is null && TrainingTarget.Of(context.Models, id, job.Provider).Model is { } model && reported.Add(value.ReportLocation))
            {
                Check(job, value, id, model, context);
            }
        }
    }

    private void Check(FineTuningJob job, SourceValue value, string id, ModelFacts model, TuningJobContext context)
    {
        if (TuningMarket.TunableOn(model, context.Models.AsOf) is not null)
        {
            return;
        }

        if (model is { Kind: ModelKind.Alias, PinTo: { } pin } && context.Models.Find(job.Provider, pin) is { } snapshot && TuningMarket.TunableOn(snapshot, context.Models.AsOf) is not null)
        {
            // The only fault is the name: written where it can be replaced, the fix does.
            var properties = value.Location == value.ReportLocation ? ImmutableDictionary<string, string?>.Empty.Add(Snapshot, pin) : ImmutableDictionary<string, string?>.Empty;
            context.Report(Descriptor, value.ReportLocation, properties, id, "is an alias, and jobs take dated snapshots only", $"name '{pin}'");
            return;
        }

        if (ReasonFor(model, context) is not { } reason)
        {
            return;
        }

        var bases = TuningMarket.Bases(context.Models, job.Provider);
        var remaining = bases.Where(b => b.Model.Provider == job.Provider).Select(b => "'" + b.Model.Id + "'").Take(4).ToList();
        var way = bases.IsEmpty ? "the provider tunes no model any more"
            : remaining.Count == 0 ? "tuning is still to be had at " + TuningMarket.Describe(bases)
            : "still tuned are " + string.Join(", ", remaining) + ", at " + TuningMarket.Describe(bases);
        context.Report(Descriptor, value.ReportLocation, id, reason, way);
    }

    /// <summary>Why the service refuses it; null when that is not known.</summary>
    private static string? ReasonFor(ModelFacts model, TuningJobContext context) => model switch
    {
        { Status: ModelStatus.Retired, RetiresOn: { } date } => $"was shut down on {TuningMarket.Day(date)} and cannot be fine-tuned",
        { Status: ModelStatus.Retired } => "is shut down and cannot be fine-tuned",
        { IsFineTunable: false } => $"cannot be fine-tuned (catalogue of {TuningMarket.Day(context.Models.AsOf)})",
        _ when TuningOffer.Find(model) is { JobsUntil: { } end } && end <= context.Models.AsOf => $"takes no new fine-tuning jobs since {TuningMarket.Day(end)}",
        _ => null,
    };
}
