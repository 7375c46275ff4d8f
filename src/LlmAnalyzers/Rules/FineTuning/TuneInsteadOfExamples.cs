using LlmAnalyzers.Calls;
using LlmAnalyzers.FineTuning;
using LlmAnalyzers.Options;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.FineTuning;

/// <summary>LLM5005: so many worked examples in the prompt that they are a training file already.</summary>
internal sealed class TuneInsteadOfExamples : CallRule
{
    public const string Id = "LLM5005";

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "FineTuning",
        DiagnosticSeverity.Info,
        "Consider fine-tuning instead of many examples",
        "{0} worked examples ({1}) go with every request, about {2} tokens{3}: first try the few that matter, at the head of the prompt where they are cached; if all are needed they are training data, and tuning is still to be had at {4}",
        "A few examples teach a format. Dozens are paid with every request and slow it down, and the model could have learned them once.");

    public override void Check(LlmCall call, CallFindings findings, RuleContext context)
    {
        if (TuningAdvice.ExamplesOf(call, findings) is { } examples
            && examples.Count >= context.Option(AllOptions.MaximumExamples, Id)
            && TuningAdvice.Where(call, findings, context) is { } where)
        {
            context.Report(
                Descriptor, call, call.Places.MethodName, DiagnosticSeverity.Info, [examples.Location], examples.Count, examples.Form, Numbers.Of(examples.Tokens), Cost(call, examples, context), where);
        }
    }

    /// <summary>What the examples cost a month, where volume and price are known.</summary>
    private static string Cost(LlmCall call, CallExamples examples, RuleContext context) =>
        (decimal)context.Option(AllOptions.MonthlyCalls, TuneForCost.Id) is > 0 and var calls && context.ModelOf(call) is { } model && TokenPrices.Of(model) is { } prices
            ? $", {Numbers.Dollars(Alternatives.ShorterPrompt(prices, calls, examples.Tokens))} a month"
            : "";
}
