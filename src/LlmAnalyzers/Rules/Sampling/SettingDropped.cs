using System.Linq;
using LlmAnalyzers.Calls;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.Sampling;

/// <summary>LLM2006: a setting that the adapter between the code and the service leaves out, without a word.</summary>
internal sealed class SettingDropped : CallRule
{
    public const string Id = "LLM2006";

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "Sampling",
        DiagnosticSeverity.Info,
        "Setting is dropped on the way",
        "{0} never reaches the service: the adapter that this client is made with leaves it out of the request without an error; remove it, so that the code does not claim what it does not do",
        "Options that are common to many services hold settings that only some of them have. An adapter leaves out what it has no place for, silently: the reply comes as if the setting had never been written.");

    public override void Check(LlmCall call, CallFindings findings, RuleContext context)
    {
        foreach (var dropped in call.Dropped.OrderBy(d => d.Key))
        {
            foreach (var value in dropped.Value.Values.GroupBy(v => v.ReportLocation).Select(g => g.First()))
            {
                context.Report(
                    Descriptor, call, value.ReportLocation, DiagnosticSeverity.Info, [value.Location], SettingVerdict.Subject(dropped.Key, value.Value));
            }
        }
    }
}
