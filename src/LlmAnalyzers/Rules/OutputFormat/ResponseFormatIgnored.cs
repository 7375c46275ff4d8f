using System.Linq;
using LlmAnalyzers.Calls;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.OutputFormat;

/// <summary>LLM1007: the SDK leaves the response format out of the request without an error.</summary>
internal sealed class ResponseFormatIgnored : CallRule
{
    public const string Id = "LLM1007";

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "OutputFormat",
        DiagnosticSeverity.Warning,
        "Response format is ignored",
        "The response format '{0}' is left out of the request without an error, and the reply is free text; give {1}",
        "The property takes any object, and the SDK makes something of a few only. What it does not know it leaves out: the request succeeds, and the model is free to answer in any form.");

    public override void Check(LlmCall call, CallFindings findings, RuleContext context)
    {
        foreach (var value in call[SettingKind.OutputContract].Values.GroupBy(v => v.ReportLocation).Select(g => g.First()))
        {
            if (value.Value is DroppedFormat dropped)
            {
                var parsed = call.ReplyUses.Where(u => u.Kind == ReplyUseKind.ParsedAsJson).Select(u => u.Location);
                context.Report(Descriptor, call, value.ReportLocation, DiagnosticSeverity.Warning, parsed.Prepend(value.Location), dropped.Display, dropped.Taken);
            }
        }
    }
}
