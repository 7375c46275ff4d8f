using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Models;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.Sampling;

/// <summary>LLM2004: the request sets something that the model refuses, or ignores.</summary>
internal sealed class SettingRefusedByModel : CallRule
{
    public const string Id = "LLM2004";

    private static readonly SettingKind[] Kinds =
    [
        SettingKind.Temperature, SettingKind.TopP, SettingKind.TopK, SettingKind.FrequencyPenalty, SettingKind.PresencePenalty,
        SettingKind.LogProbabilities, SettingKind.TopLogProbabilities, SettingKind.StopSequences, SettingKind.ReasoningEffort,
    ];

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "Sampling",
        DiagnosticSeverity.Warning,
        "The model refuses this setting",
        "{0} is {1}: {2}; {3}",
        "Models differ in what they take: many reasoning models refuse temperature, top_p, penalties and log probabilities, and each knows only some reasoning efforts. The code compiles, and the service answers every such request with an error.");

    public override void Check(LlmCall call, CallFindings findings, RuleContext context)
    {
        if (context.ModelOf(call) is not { IsFineTuned: false } model)
        {
            return;
        }

        var effort = RequestedEffort.Of(call);
        foreach (var kind in Kinds)
        {
            var judged = call[kind].Values.Select(v => (Value: v, Verdict: SettingVerdict.Of(model, kind, v.Value, effort)));
            foreach (var (value, verdict) in judged.Where(j => j.Verdict is Verdict.Refuses or Verdict.Ignores).GroupBy(j => j.Value.ReportLocation).Select(g => g.First()))
            {
                var refuses = verdict == Verdict.Refuses;
                context.Report(
                    Descriptor,
                    call,
                    value.ReportLocation,
                    refuses ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info,
                    call[SettingKind.ReasoningEffort].Values.Concat(call[SettingKind.Model].Values).Select(v => v.Location).Append(value.Location),
                    SettingVerdict.Subject(kind, value.Value),
                    (refuses ? "refused by '" : "ignored by '") + model.Id + "'" + (refuses ? Circumstance(model, kind, effort) : ""),
                    refuses ? "the service answers 400" : "it changes nothing",
                    WayOut(model, kind, verdict, effort));
            }
        }
    }

    /// <summary>Under which circumstance the model refuses, where there is another one.</summary>
    private static string Circumstance(ModelFacts model, SettingKind kind, ReasoningEffort effort)
    {
        if (kind == SettingKind.Temperature && model.Sampling is { Temperature: SamplingAcceptance.DefaultOnly, DefaultTemperature: { } only })
        {
            return ", which takes only its default " + SettingVerdict.Text(only);
        }

        if (!DependsOnEffort(model, kind))
        {
            return "";
        }

        return !effort.IsNotSet ? " at reasoning effort '" + effort.Value + "'"
            : model.DefaultEffort is { } byDefault ? " at its default reasoning effort '" + byDefault + "'"
            : " at its default reasoning effort";
    }

    private static string WayOut(ModelFacts model, SettingKind kind, Verdict verdict, ReasoningEffort effort)
    {
        if (kind == SettingKind.ReasoningEffort)
        {
            return "use " + Alternatives(model);
        }

        if (verdict == Verdict.Ignores || !DependsOnEffort(model, kind) || IsPenalty(kind))
        {
            return "remove it";
        }

        return effort.IsNotSet ? "remove it, or set the reasoning effort to 'none'" : "remove it, or the effort";
    }

    private static bool DependsOnEffort(ModelFacts model, SettingKind kind) =>
        model.Sampling.Effort == EffortCondition.NoneOnly && kind is not (SettingKind.TopK or SettingKind.StopSequences or SettingKind.ReasoningEffort);

    private static bool IsPenalty(SettingKind kind) => kind is SettingKind.FrequencyPenalty or SettingKind.PresencePenalty;

    /// <summary><c>'none', 'low' or 'high'</c></summary>
    private static string Alternatives(ModelFacts model)
    {
        var quoted = model.Efforts.Select(e => "'" + e + "'").ToList();
        return quoted.Count == 1 ? quoted[0] : string.Join(", ", quoted.Take(quoted.Count - 1)) + " or " + quoted[quoted.Count - 1];
    }
}
