using LlmAnalyzers.Calls;
using LlmAnalyzers.Models;
using LlmAnalyzers.Options;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.FineTuning;

/// <summary>LLM5004: a time budget that a large model will not keep.</summary>
internal sealed class TuneForLatency : CallRule
{
    public const string Id = "LLM5004";

    /// <summary>Dollars per million input tokens: the price is the only size that providers publish.</summary>
    private const decimal LargeFrom = 1;

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "FineTuning",
        DiagnosticSeverity.Info,
        "Consider fine-tuning for the latency",
        "'{0}' has {1} ms to answer, which a model of its size seldom keeps: first try a smaller current model, a shorter reply, or streaming; if quality then lacks, a small tuned model is the way, and tuning is still to be had at {2}",
        "The time to answer grows with the size of the model and the length of the reply. A small model that is tuned for one task answers it as well as a large one, and in a fraction of the time.");

    public override void Check(LlmCall call, CallFindings findings, RuleContext context)
    {
        if (!call.IsStreaming
            && call.TimeBudget is { Value: double milliseconds } budget && milliseconds <= context.Option(AllOptions.LatencyBudget, Id)
            && context.ModelOf(call) is { } model && IsLarge(model)
            && !PingCall.Is(call)
            && TuningAdvice.Where(call, findings, context) is { } where)
        {
            context.Report(Descriptor, call, call.Places.MethodName, DiagnosticSeverity.Info, [budget.Location], model.Id, Numbers.Of((long)milliseconds), where);
        }
    }

    private static bool IsLarge(ModelFacts model) => model.Prices.Input >= LargeFrom;
}
