using System.Collections.Generic;
using LlmAnalyzers.Models;

namespace LlmAnalyzers.FineTuning;

/// <summary>What a team says about its volume, and what a training run is taken to be.</summary>
/// <param name="Calls">A month; 0 where only tokens are known.</param>
/// <param name="Tokens">A month; 0 where only calls are known.</param>
/// <param name="TrainingExamples">Examples of the training file.</param>
/// <param name="LabellingCost">Dollars for each of them.</param>
internal sealed record TuningVolume(decimal Calls, decimal Tokens, int TrainingExamples, decimal LabellingCost);

/// <summary>The base that pays back first, with what it costs.</summary>
internal sealed record PaybackEstimate(TunableBase Base, Payback Payback, decimal CostNow, decimal CostTuned, MonthlyTraffic Traffic)
{
    /// <summary>A fifth of the tokens, where nothing says how long the replies are.</summary>
    public const decimal OutputShare = 0.2m;

    /// <summary>Estimates the traffic of a call from its volume; null when nothing is known.</summary>
    public static MonthlyTraffic? TrafficOf(TuningVolume volume, int promptTokens) =>
        volume.Tokens > 0 ? MonthlyTraffic.OfTokens(volume.Tokens, OutputShare)
        : volume.Calls > 0 && promptTokens > 0 ? MonthlyTraffic.OfCalls(volume.Calls, promptTokens, promptTokens * OutputShare / (1 - OutputShare))
        : null;

    /// <summary>The tuned base that pays back within the months, the soonest first; null when none does.</summary>
    public static PaybackEstimate? Best(
        IEnumerable<TunableBase> bases, ModelFacts current, MonthlyTraffic traffic, TuningVolume volume, int promptTokens, int months, System.DateTime today)
    {
        const int usualExampleTokens = 500;
        if (TokenPrices.Of(current) is not { } prices)
        {
            return null;
        }

        PaybackEstimate? best = null;
        foreach (var tunable in bases)
        {
            if (TokenPrices.OfTuned(tunable.Model, tunable.Offer?.CachedInputPrice) is not { } tuned || tunable.Model.Prices.Training is not { } training)
            {
                continue;
            }

            var exampleTokens = promptTokens > 0 ? promptTokens / (1 - OutputShare) : usualExampleTokens;
            var plan = TrainingPlan.OfExamples(volume.TrainingExamples, exampleTokens, TrainingPlan.UsualEpochs, training, volume.LabellingCost);
            var payback = Payback.Of(traffic, prices, tuned, plan, today, tunable.Ends);
            if (payback.Outcome == PaybackOutcome.PaysBack && payback.Months <= months && (best is null || payback.Months < best.Payback.Months))
            {
                best = new(tunable, payback, traffic.Cost(prices), traffic.Cost(tuned), traffic);
            }
        }

        return best;
    }
}
