using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Rules.Sampling;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.Limits;

/// <summary>LLM6002: more output is allowed than the model can give.</summary>
internal sealed class OutputCapAboveLimit : CallRule
{
    public const string Id = "LLM6002";

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "Limits",
        DiagnosticSeverity.Warning,
        "Output cap above the model's limit",
        "The output cap of {0} tokens is above the {1} that '{2}' can give: the service answers 400; set it to {1} or less",
        "Every model has a limit for the tokens of one reply. A request that allows more is refused, whatever the reply would have been.");

    public override void Check(LlmCall call, CallFindings findings, RuleContext context)
    {
        if (context.ModelOf(call) is not { IsFineTuned: false, MaxOutputTokens: { } limit } model)
        {
            return;
        }

        foreach (var value in call[SettingKind.MaxOutputTokens].Values.Where(v => v.Value is double cap && cap > limit).GroupBy(v => v.ReportLocation).Select(g => g.First()))
        {
            context.Report(
                Descriptor, call, value.ReportLocation, DiagnosticSeverity.Warning, [value.Location], SettingVerdict.Text(value.Value), SettingVerdict.Text(limit), model.Id);
        }
    }
}
