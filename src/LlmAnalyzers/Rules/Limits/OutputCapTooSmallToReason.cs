using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Rules.Sampling;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.Limits;

/// <summary>LLM6003: hidden reasoning counts against the output cap and can use all of it up.</summary>
internal sealed class OutputCapTooSmallToReason : CallRule
{
    public const string Id = "LLM6003";

    /// <summary>Tokens. Below it little is left once a model has reasoned.</summary>
    public const int SmallestCap = 1000;

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "Limits",
        DiagnosticSeverity.Warning,
        "Output cap too small to reason",
        "The output cap of {0} tokens also covers the hidden reasoning of '{1}'{2}: it can be used up before the reply begins, which then is empty; remove the cap or raise it well above {3}",
        "A reasoning model thinks in tokens that are not shown but count as output. Under a small cap the thinking uses up everything: the request succeeds, is paid for, and the text of the reply is empty or cut off.");

    public override void Check(LlmCall call, CallFindings findings, RuleContext context)
    {
        var effort = RequestedEffort.Of(call);
        if (context.ModelOf(call) is not { } model || model.ReasonsAt(effort) != true || PingCall.Is(call))
        {
            return;
        }

        foreach (var value in call[SettingKind.MaxOutputTokens].Values.Where(v => v.Value is double cap && cap < SmallestCap).GroupBy(v => v.ReportLocation).Select(g => g.First()))
        {
            context.Report(
                Descriptor,
                call,
                value.ReportLocation,
                DiagnosticSeverity.Warning,
                call[SettingKind.ReasoningEffort].Values.Select(v => v.Location).Append(value.Location),
                SettingVerdict.Text(value.Value),
                model.Id,
                effort.Value is { } asked ? " at reasoning effort '" + asked + "'" : model.DefaultEffort is { } byDefault ? " at its default reasoning effort '" + byDefault + "'" : "",
                SmallestCap);
        }
    }
}
