using LlmAnalyzers.Calls;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.Prompting;

/// <summary>LLM3006: a model that reasons by itself is told to reason in the reply.</summary>
internal sealed class StepByStepToReasoningModel : CallRule
{
    public const string Id = "LLM3006";

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "Prompting",
        DiagnosticSeverity.Info,
        "Step-by-step request to a reasoning model",
        "The prompt says “{0}”, and '{1}' reasons by itself{2} before it replies: the steps come a second time, as text that is paid for; remove the request, and set the reasoning effort instead",
        "Reasoning models think before they reply, in tokens of their own. Asked to think step by step as well, they write the steps into the reply, which makes it longer and slower and does not make it better.");

    public override void Check(LlmCall call, CallFindings findings, RuleContext context)
    {
        var effort = RequestedEffort.Of(call);
        if (context.ModelOf(call) is { IsFineTuned: false } model && model.ReasonsAt(effort) == true && findings.StepByStep is { } request)
        {
            context.Report(
                Descriptor,
                call,
                call.Places.MethodName,
                DiagnosticSeverity.Info,
                [request.Location],
                request.Finding.Phrase,
                model.Id,
                effort.Value is { } asked ? " at effort '" + asked + "'" : "");
        }
    }
}
