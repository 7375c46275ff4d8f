using System.Globalization;
using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Models;
using LlmAnalyzers.Options;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.Sampling;

/// <summary>LLM2001: a high temperature makes a reply vary that the code needs to be the same.</summary>
internal sealed class HighTemperatureOnDeterministicPath : CallRule
{
    public const string Id = "LLM2001";

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "Sampling",
        DiagnosticSeverity.Warning,
        "High temperature on a deterministic path",
        "Temperature is {0}, but the {1}: the same input can get different results; set it to 0",
        "A high sampling temperature makes the model choose among unlikely words. Where the reply is converted, compared or extracted, the same input then gives different results from run to run.");

    public override void Check(LlmCall call, CallFindings findings, RuleContext context)
    {
        var temperature = call[SettingKind.Temperature];
        if (!temperature.IsKnown || !TakesTemperature(call, context))
        {
            return;
        }

        var maximum = context.Option(AllOptions.MaximumTemperature, Id);
        var high = temperature.Values.Where(v => v.Value is double value && value > maximum).ToList();
        if (high.Count == 0)
        {
            return;
        }

        var evidence = DeterministicPath.Find(call, findings, context, Id);
        if (evidence.IsEmpty)
        {
            return;
        }

        foreach (var value in high.GroupBy(v => v.ReportLocation).Select(g => g.First()))
        {
            context.Report(
                Descriptor,
                call,
                value.ReportLocation,
                DiagnosticSeverity.Warning,
                evidence.Where(e => e.Location is not null).Select(e => e.Location!).Append(value.Location),
                ((double)value.Value!).ToString(CultureInfo.InvariantCulture),
                evidence[0].Phrase);
        }
    }

    /// <summary>False when the model is known to refuse or ignore the temperature 0 that would be set, or its provider advises the default.</summary>
    private static bool TakesTemperature(LlmCall call, RuleContext context)
    {
        if (context.ModelOf(call) is not { } model)
        {
            return true;
        }

        var effort = call[SettingKind.ReasoningEffort] switch
        {
            { IsNotSet: true } => ReasoningEffort.NotSet,
            { Single.Value: string name } => ReasoningEffort.Of(name),
            _ => ReasoningEffort.Unknown,
        };
        return !model.Sampling.AdvisesDefaultTemperature
            && model.AcceptsTemperature(0, effort) is not (Verdict.Refuses or Verdict.Ignores);
    }
}
