using System.Linq;
using LlmAnalyzers.Calls;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.FineTuning;

/// <summary>LLM5001: the program asks again until the reply has the right form, and no schema can enforce that form.</summary>
internal sealed class TuneForFormat : CallRule
{
    public const string Id = "LLM5001";

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "FineTuning",
        DiagnosticSeverity.Info,
        "Consider fine-tuning for the format",
        "The request is repeated until the reply passes '{0}', {1}: first show the form in two or three examples and ask for nothing else; if it still fails, a model tuned on right replies keeps it, and tuning is still to be had at {2}",
        "Each further attempt costs a whole request and the time of the user. Where the API cannot enforce a form, training can teach it.");

    public override void Check(LlmCall call, CallFindings findings, RuleContext context)
    {
        if (call.RepairLoop is not { } loop || ReasonFor(call, loop, context) is not { } reason || TuningAdvice.Where(call, findings, context) is not { } where)
        {
            return;
        }

        context.Report(Descriptor, call, call.Places.MethodName, DiagnosticSeverity.Info, [loop.Check.Location, loop.Location], loop.Check.Display, reason, where);
    }

    /// <summary>Why no schema helps; null where one would, or where that is not known.</summary>
    private static string? ReasonFor(LlmCall call, RepairLoop loop, RuleContext context)
    {
        var contract = call[SettingKind.OutputContract];
        if (contract.MayBeOther || contract.Values.Any(v => v.Value is not OutputContract.None))
        {
            return null;
        }

        return loop.Check.Kind switch
        {
            ReplyUseKind.Matched or ReplyUseKind.Split => "a form that is no JSON",
            ReplyUseKind.ParsedAsJson or ReplyUseKind.Converted when context.ModelOf(call) is { HasJsonSchema: false } model => $"and '{model.Id}' has no structured output",
            _ => null,
        };
    }
}
