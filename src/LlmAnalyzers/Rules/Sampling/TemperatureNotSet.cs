using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Models;
using LlmAnalyzers.Options;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.Sampling;

/// <summary>LLM2002: the reply must be the same each time, and the temperature is left to the service.</summary>
internal sealed class TemperatureNotSet : CallRule
{
    public const string Id = "LLM2002";

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "Sampling",
        DiagnosticSeverity.Info,
        "Temperature not set on a deterministic path",
        "Temperature is not set{0}{1}; {2}",
        "Without a temperature the service uses its own, which is made for conversation: most providers use 1 or close to it. Where the reply is converted, compared or extracted, the same input then gives different results from run to run.");

    public override void Check(LlmCall call, CallFindings findings, RuleContext context)
    {
        if ((call.Abilities & SurfaceAbilities.Temperature) == 0
            || !call[SettingKind.Temperature].IsNotSet || !call[SettingKind.TopP].IsNotSet || !call[SettingKind.RawRequest].IsNotSet)
        {
            return;
        }

        var isRequired = context.Option(AllOptions.RequireTemperatureEverywhere, Id);
        var model = context.ModelOf(call);
        if (model is null ? !isRequired : !TakesTemperature(model, call))
        {
            return;
        }

        var evidence = DeterministicPath.Find(call, findings, context, Id);
        if (evidence.IsEmpty && !isRequired)
        {
            return;
        }

        context.Report(
            Descriptor,
            call,
            call.Places.MethodName,
            DiagnosticSeverity.Info,
            evidence.Where(e => e.Location is not null).Select(e => e.Location!),
            model?.Sampling.DefaultTemperature is { } byDefault ? " and '" + model.Id + "' uses " + SettingVerdict.Text(byDefault) : "",
            evidence.IsEmpty ? "" : ", but the " + evidence[0].Phrase + ": the same input can get different results",
            evidence.IsEmpty ? "set it, so that the code says how much chance the reply may have" : "set it to 0");
    }

    /// <summary>A temperature of 0 is known to be accepted, and nothing speaks against it.</summary>
    private static bool TakesTemperature(ModelFacts model, LlmCall call) =>
        model is { IsFineTuned: false, Sampling.AdvisesDefaultTemperature: false }
        && model.AcceptsTemperature(0, RequestedEffort.Of(call)) == Verdict.Accepts;
}
