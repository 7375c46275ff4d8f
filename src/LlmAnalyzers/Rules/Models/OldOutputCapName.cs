using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Rules.Sampling;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.Models;

/// <summary>LLM4006: the client sends the output cap as max_tokens, which the model behind the deployment refuses.</summary>
internal sealed class OldOutputCapName : CallRule
{
    public const string Id = "LLM4006";

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "Models",
        DiagnosticSeverity.Warning,
        "Azure sends max_tokens",
        "The output cap of {0} tokens goes to Azure as 'max_tokens', which '{1}' refuses: the service answers 400; opt in to 'max_completion_tokens' on these options",
        "Azure's client sends the output cap under its older name, max_tokens, until the options opt in to the newer one. Reasoning models take only max_completion_tokens and answer every other request with an error.");

    public override void Check(LlmCall call, CallFindings findings, RuleContext context)
    {
        if (!call.SendsOldOutputCapName || !IsOff(call[SettingKind.NewOutputCapName]) || !call[SettingKind.RawRequest].IsNotSet
            || context.ModelOf(call) is not { RefusesOldOutputCapName: true } model)
        {
            return;
        }

        foreach (var cap in call[SettingKind.MaxOutputTokens].Values.Where(v => v.Value is double).GroupBy(v => v.ReportLocation).Select(g => g.First()))
        {
            context.Report(
                Descriptor,
                call,
                cap.ReportLocation,
                DiagnosticSeverity.Warning,
                call[SettingKind.Deployment].Values.Select(v => v.Location).Append(cap.Location),
                SettingVerdict.Text(cap.Value),
                model.Id);
        }
    }

    /// <summary>Nothing opts in, or what does says no.</summary>
    private static bool IsOff(Setting newName) => newName.IsNotSet || newName.Single is { Value: false };
}
