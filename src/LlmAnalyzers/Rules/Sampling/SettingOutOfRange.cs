using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Models;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.Sampling;

/// <summary>LLM2005: a value outside the range that the provider documents.</summary>
internal sealed class SettingOutOfRange : CallRule
{
    public const string Id = "LLM2005";

    private static readonly SettingKind[] Kinds =
    [
        SettingKind.Temperature, SettingKind.TopP, SettingKind.TopK, SettingKind.FrequencyPenalty, SettingKind.PresencePenalty, SettingKind.TopLogProbabilities,
    ];

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "Sampling",
        DiagnosticSeverity.Warning,
        "Setting out of range",
        "{0} is outside the range {1} that {2} documents: the service answers 400; choose a value within it",
        "Each provider documents a range for temperature, top_p and penalties, and they differ: a temperature of 1.5 is in range for one and an error for another. A request with a value outside is refused.");

    public override void Check(LlmCall call, CallFindings findings, RuleContext context)
    {
        var model = context.ModelOf(call);
        var providerName = model?.Provider ?? (call.HasCustomEndpoint ? null : call.Provider);
        if (ProviderFacts.Find(providerName) is not { } provider)
        {
            return;
        }

        var effort = RequestedEffort.Of(call);
        foreach (var kind in Kinds)
        {
            var range = RangeOf(kind, model, provider);
            foreach (var value in call[kind].Values.Where(v => v.Value is double number && range.Excludes(number)).GroupBy(v => v.ReportLocation).Select(g => g.First()))
            {
                // What the model refuses or ignores whatever its value is another rule's report.
                if (model is not null && SettingVerdict.Of(model, kind, value.Value, effort) is Verdict.Refuses or Verdict.Ignores)
                {
                    continue;
                }

                context.Report(
                    Descriptor,
                    call,
                    value.ReportLocation,
                    DiagnosticSeverity.Warning,
                    [value.Location],
                    SettingVerdict.Subject(kind, value.Value),
                    Describe(range),
                    model is null ? "the provider '" + provider.Provider + "'" : "the provider of '" + model.Id + "'");
            }
        }
    }

    private static NumberRange RangeOf(SettingKind kind, ModelFacts? model, ProviderFacts provider) => kind switch
    {
        SettingKind.Temperature => provider.Temperature with { Maximum = model?.Sampling.MaximumTemperature ?? provider.Temperature.Maximum },
        SettingKind.TopP => provider.TopP with { Maximum = model?.Sampling.MaximumTopP ?? provider.TopP.Maximum },
        SettingKind.TopK => provider.TopK,
        SettingKind.FrequencyPenalty or SettingKind.PresencePenalty => provider.Penalty,
        SettingKind.TopLogProbabilities => provider.TopLogProbabilities,
        _ => default,
    };

    private static string Describe(NumberRange range) => range switch
    {
        { Minimum: { } minimum, Maximum: { } maximum } => SettingVerdict.Text(minimum) + " to " + SettingVerdict.Text(maximum),
        { Minimum: { } minimum } => "from " + SettingVerdict.Text(minimum),
        _ => "up to " + SettingVerdict.Text(range.Maximum),
    };
}
