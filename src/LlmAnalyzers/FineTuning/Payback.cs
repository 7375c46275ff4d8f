using System;

namespace LlmAnalyzers.FineTuning;

internal enum PaybackOutcome
{
    PaysBack,

    /// <summary>The tuned model is not cheaper for this traffic.</summary>
    SavesNothing,

    /// <summary>The tuned model is shut down before its saving has covered the outlay.</summary>
    EndsFirst,
}

/// <summary>
/// When the saving of a tuned model has covered what its training cost. The months are counted whole: a base that is shut down
/// before the last of them is over never pays back.
/// </summary>
internal sealed record Payback(decimal Outlay, decimal MonthlySaving)
{
    /// <summary>Longer spans are as good as never, and dates have an end.</summary>
    private const int LongestMonths = 1200;

    /// <summary>The day the training is paid.</summary>
    public DateTime From { get; init; }

    /// <summary>The day the tuned model stops to answer; null when none is announced.</summary>
    public DateTime? Ends { get; init; }

    /// <summary>Outlay by saving; null when there is no saving. It does not ask whether the model lives that long.</summary>
    public decimal? Months => MonthlySaving <= 0 ? null : Outlay / MonthlySaving;

    public PaybackOutcome Outcome => Months switch
    {
        null => PaybackOutcome.SavesNothing,
        > LongestMonths => PaybackOutcome.EndsFirst,
        { } months => From.AddMonths((int)Math.Ceiling(months)) > Ends ? PaybackOutcome.EndsFirst : PaybackOutcome.PaysBack,
    };

    /// <param name="traffic">The same tokens go to either model: the instructions are trained in, and are still sent.</param>
    /// <param name="current">Prices of the model in use.</param>
    /// <param name="tuned">Prices of the tuned one.</param>
    /// <param name="plan">What the training costs.</param>
    /// <param name="from">The day it is paid. The caller's date, never the clock's.</param>
    /// <param name="ends">The announced end of the tuned model.</param>
    public static Payback Of(MonthlyTraffic traffic, TokenPrices current, TokenPrices tuned, TrainingPlan plan, DateTime from, DateTime? ends) =>
        new(plan.Outlay, traffic.Cost(current) - traffic.Cost(tuned)) { From = from, Ends = ends };

    /// <summary>What is left after the outlay when the model is used for that many months.</summary>
    public decimal Net(decimal months) => MonthlySaving * months - Outlay;
}
