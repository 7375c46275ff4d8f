using LlmAnalyzers.Calls;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.Sampling;

/// <summary>LLM2007, a policy: every call of a reasoning model says how much it may think.</summary>
internal sealed class ReasoningEffortNotSet : CallRule
{
    public const string Id = "LLM2007";

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "Sampling",
        DiagnosticSeverity.Info,
        "Reasoning effort not set",
        "The call sets no reasoning effort, so '{0}' decides{1} how long it thinks; set it: {2}",
        "The effort decides how long a reasoning model thinks before it answers, and with that most of the time and the money a call takes. The default differs from model to model and has changed between versions.",
        isEnabledByDefault: false);

    public override void Check(LlmCall call, CallFindings findings, RuleContext context)
    {
        if (context.ModelOf(call) is { IsReasoning: true, Efforts.Length: > 1 } model
            && call[SettingKind.ReasoningEffort].IsNotSet
            && call[SettingKind.RawRequest].IsNotSet)
        {
            context.Report(
                Descriptor,
                call,
                call.Places.MethodName,
                DiagnosticSeverity.Info,
                [],
                model.Id,
                model.DefaultEffort is { } byDefault ? " (default '" + byDefault + "')" : "",
                string.Join(", ", model.Efforts));
        }
    }
}
