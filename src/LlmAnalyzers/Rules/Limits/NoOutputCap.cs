using LlmAnalyzers.Calls;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.Limits;

/// <summary>LLM6001, a policy: every call says how much output it may cost.</summary>
internal sealed class NoOutputCap : CallRule
{
    public const string Id = "LLM6001";

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "Limits",
        DiagnosticSeverity.Info,
        "No output cap",
        "The call sets no output cap: a reply may be as long, as slow and as dear as the model allows; set one with room for the longest reply you expect, and look at why a reply ended",
        "Without a cap one runaway reply costs what the model's limit allows. A cap bounds time and money; a reply that reaches it is cut off, so code that sets one must look at the finish reason.",
        isEnabledByDefault: false);

    public override void Check(LlmCall call, CallFindings findings, RuleContext context)
    {
        // Of a reasoning model a cap cuts the thinking first: there it is the effort that bounds the cost.
        if (call[SettingKind.MaxOutputTokens].IsNotSet
            && call[SettingKind.RawRequest].IsNotSet
            && !PingCall.Is(call)
            && !(context.ModelOf(call) is { IsReasoning: not false } model && model.ReasonsAt(RequestedEffort.Of(call)) != false))
        {
            context.Report(Descriptor, call, call.Places.MethodName, DiagnosticSeverity.Info, []);
        }
    }
}
