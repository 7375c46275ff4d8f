using System.Collections.Generic;
using System.Globalization;
using LlmAnalyzers.Calls;
using LlmAnalyzers.FineTuning;
using LlmAnalyzers.Models;
using LlmAnalyzers.Options;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.FineTuning;

/// <summary>LLM5003: at the team's volume a smaller tuned model pays its training back.</summary>
internal sealed class TuneForCost : CallRule
{
    public const string Id = "LLM5003";

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "FineTuning",
        DiagnosticSeverity.Info,
        "Consider fine-tuning for the cost",
        "{0}; tuning is still to be had at {1}",
        "At a high volume a smaller model that is tuned for one task can cost less than a larger one that is told what to do in every request. Prompt caching and a smaller current model come first: they cost nothing to try.");

    public override void Check(LlmCall call, CallFindings findings, RuleContext context)
    {
        var volume = new TuningVolume(
            (decimal)context.Option(AllOptions.MonthlyCalls, Id),
            (decimal)context.Option(AllOptions.MonthlyTokens, Id),
            context.Option(AllOptions.TrainingExamples, Id),
            (decimal)context.Option(AllOptions.LabellingCostPerExample, Id));
        if (volume is { Calls: 0, Tokens: 0 })
        {
            CheckRepeated(call, findings, context);
        }
        else if (context.ModelOf(call) is { } model && PaybackOf(call, findings, context, model, volume) is { } estimate && TuningAdvice.Where(call, findings, context) is { } where)
        {
            context.Report(Descriptor, call, call.Places.MethodName, DiagnosticSeverity.Info, [], Describe(call, findings, context, model, volume, estimate), where);
        }
    }

    private static PaybackEstimate? PaybackOf(LlmCall call, CallFindings findings, RuleContext context, ModelFacts model, TuningVolume volume)
    {
        var tokens = TuningAdvice.PromptTokens(call, findings);
        return PaybackEstimate.TrafficOf(volume, tokens) is { } traffic
            ? PaybackEstimate.Best(TuningAdvice.Bases(call, context), model, traffic, volume, tokens, context.Option(AllOptions.PaybackMonths, Id), context.Models.AsOf)
            : null;
    }

    /// <summary>Without a volume only what is sent over and over counts, and no figure can be given.</summary>
    private void CheckRepeated(LlmCall call, CallFindings findings, RuleContext context)
    {
        if (call.RepeatedBy is { } repeated
            && TuningAdvice.PromptTokens(call, findings) is var tokens && tokens >= context.Option(AllOptions.StaticPromptTokens, Id)
            && TuningAdvice.Where(call, findings, context) is { } where)
        {
            context.Report(
                Descriptor,
                call,
                call.Places.MethodName,
                DiagnosticSeverity.Info,
                [repeated.Location],
                $"About {Numbers.Of(tokens)} tokens of constant prompt go with every request of {repeated.Name}: first keep them at the head so that the provider caches them, and try a smaller model; "
                    + "if the volume is high, set 'monthly_calls' to see when a tuned model pays back",
                where);
        }
    }

    private static string Describe(LlmCall call, CallFindings findings, RuleContext context, ModelFacts model, TuningVolume volume, PaybackEstimate estimate)
    {
        var first = new List<string>();
        var prices = TokenPrices.Of(model)!;
        if (volume.Calls > 0 && Alternatives.PromptCaching(prices, volume.Calls, TuningAdvice.PromptTokens(call, findings)) is { } cached)
        {
            first.Add($"prompt caching (saves up to {Numbers.Dollars(cached)})");
        }

        if (Alternatives.SmallerModel(context.Models, model, estimate.Traffic) is { } smaller)
        {
            first.Add($"'{smaller.Model.Id}' as it is (saves {Numbers.Dollars(smaller.MonthlySaving)})");
        }

        first.Add("a shorter prompt");
        var months = estimate.Payback.Months!.Value.ToString("0.0", CultureInfo.InvariantCulture);
        return $"About {Numbers.Dollars(estimate.CostNow)} a month on '{model.Id}' would be {Numbers.Dollars(estimate.CostTuned)} on a tuned '{estimate.Base.Model.Id}', which pays {Numbers.Dollars(estimate.Payback.Outlay)} of training back in {months} months; "
            + $"first try {string.Join(", ", first)}";
    }
}
