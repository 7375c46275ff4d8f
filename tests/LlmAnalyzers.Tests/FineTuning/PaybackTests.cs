using System;
using System.Globalization;
using LlmAnalyzers.FineTuning;
using LlmAnalyzers.Models;
using Xunit;

namespace LlmAnalyzers.Tests.FineTuning;

/// <summary>The worked figures of the decision guide, to the cent.</summary>
public class PaybackTests
{
    private const decimal TenMillion = 10_000_000m;

    private static readonly DateTime MiddleOf2024 = new(2024, 6, 15);

    private static readonly ModelCatalogue Catalogue = ModelCatalogue.BuiltIn;

    /// <summary>The prices of a tuned gpt-3.5-turbo: 3 and 6.</summary>
    private static TokenPrices TunedSmall => TokenPrices.OfTuned(Model("gpt-3.5-turbo"))!;

    private static TokenPrices TunedMini => TokenPrices.OfTuned(Model("gpt-4o-mini-2024-07-18"))!;

    [Theory]
    [InlineData("gpt-4o-mini-2024-07-18", "0.90")]
    [InlineData("gpt-3.5-turbo", "2.40")]
    public void A_hundred_thousand_tokens_in_three_epochs(string id, string dollars)
    {
        var plan = new TrainingPlan(100_000, TrainingPlan.UsualEpochs, Model(id).Prices.Training!.Value);
        Assert.Equal(300_000, plan.BilledTokens);
        Assert.Equal(Number(dollars), plan.TrainingCost);
    }

    [Theory]
    [InlineData("gpt-4.1-2025-04-14", 25, "3", "0.75", "12")]
    [InlineData("gpt-4.1-mini-2025-04-14", 5, "0.80", "0.20", "3.20")]
    [InlineData("gpt-4o-2024-08-06", 25, "3.75", "1.875", "15")]
    [InlineData("gpt-4o-mini-2024-07-18", 3, "0.30", "0.15", "1.20")]
    public void A_million_tokens_of_each_kind_cost_the_listed_price(string id, int training, string input, string cached, string output)
    {
        var model = Model(id);
        var prices = TokenPrices.OfTuned(model, TuningOffer.Find(model)!.CachedInputPrice)!;
        Assert.Equal(training, new TrainingPlan(1_000_000, 1, model.Prices.Training!.Value).TrainingCost);
        Assert.Equal(Number(input), new MonthlyTraffic(1_000_000, 0, 0).Cost(prices));
        Assert.Equal(Number(cached), new MonthlyTraffic(0, 1_000_000, 0).Cost(prices));
        Assert.Equal(Number(output), new MonthlyTraffic(0, 0, 1_000_000).Cost(prices));
    }

    [Fact]
    public void A_thousand_examples_cost_ten_to_twenty_dollars_to_train()
    {
        var price = Model("gpt-3.5-turbo").Prices.Training!.Value;
        Assert.Equal(12.00m, TrainingPlan.OfExamples(1_000, 500, 3, price).TrainingCost);
        Assert.Equal(10.01m, Cents(TrainingPlan.OfExamples(1_000, 417, 3, price).TrainingCost));
        Assert.Equal(19.99m, Cents(TrainingPlan.OfExamples(1_000, 833, 3, price).TrainingCost));
        Assert.Equal(10.00m, new TrainingPlan(1_250_000, 1, price).TrainingCost);
        Assert.Equal(20.00m, new TrainingPlan(2_500_000, 1, price).TrainingCost);
    }

    [Fact]
    public void Ten_million_tokens_a_month_save_twenty_dollars_against_the_first_gpt_4o_and_pay_twelve_back_within_the_month()
    {
        var payback = OfTokens("gpt-4o-2024-05-13", 0, TrainingPlan.OfExamples(1_000, 500, 3, 8));

        Assert.Equal(20.00m, payback.MonthlySaving);
        Assert.Equal(12.00m, payback.Outlay);
        Assert.Equal(0.6m, payback.Months);
        Assert.Equal(PaybackOutcome.PaysBack, payback.Outcome);
        Assert.Equal(228.00m, payback.Net(12));
    }

    [Theory]
    [InlineData(10, "0.5")]
    [InlineData(20, "1")]
    public void Ten_to_twenty_dollars_are_back_in_half_a_month_to_a_month(int outlay, string months) =>
        Assert.Equal(Number(months), new Payback(outlay, 20).Months);

    /// <summary>The rows of the table: current model, tuned base, share of output, saving a month.</summary>
    [Theory]
    [InlineData("gpt-4o-2024-05-13", "gpt-3.5-turbo", "0", "20.00")]
    [InlineData("gpt-4o-2024-05-13", "gpt-3.5-turbo", "0.2", "34.00")]
    [InlineData("gpt-4o-2024-08-06", "gpt-3.5-turbo", "0", "-5.00")]
    [InlineData("gpt-4o-2024-08-06", "gpt-3.5-turbo", "0.2", "4.00")]
    [InlineData("gpt-4o-2024-08-06", "gpt-4o-mini-2024-07-18", "0", "22.00")]
    [InlineData("gpt-4o-mini-2024-07-18", "gpt-4o-mini-2024-07-18", "0", "-1.50")]
    [InlineData("gpt-6-luna", "gpt-4o-mini-2024-07-18", "0", "-2.00")]
    public void What_changes_the_saving(string current, string tuned, string outputShare, string saving)
    {
        var traffic = MonthlyTraffic.OfTokens(TenMillion, Number(outputShare));
        Assert.Equal(TenMillion, traffic.Tokens);
        Assert.Equal(Number(saving), traffic.Cost(TokenPrices.Of(Model(current))!) - traffic.Cost(TokenPrices.OfTuned(Model(tuned))!));
    }

    [Fact]
    public void The_first_gpt_4o_with_a_fifth_of_output_saves_sixteen_on_input_and_eighteen_on_output()
    {
        var first = TokenPrices.Of(Model("gpt-4o-2024-05-13"))!;
        var input = new MonthlyTraffic(8_000_000, 0, 0);
        var output = new MonthlyTraffic(0, 0, 2_000_000);
        Assert.Equal(16.00m, input.Cost(first) - input.Cost(TunedSmall));
        Assert.Equal(18.00m, output.Cost(first) - output.Cost(TunedSmall));
    }

    [Fact]
    public void The_same_sum_two_months_later_never_pays_back()
    {
        var payback = OfTokens("gpt-4o-2024-08-06", 0, TrainingPlan.OfExamples(1_000, 500, 3, 8));

        Assert.Equal(-5.00m, payback.MonthlySaving);
        Assert.Null(payback.Months);
        Assert.Equal(PaybackOutcome.SavesNothing, payback.Outcome);
    }

    [Fact]
    public void Labelling_is_part_of_the_outlay_and_turns_weeks_into_years()
    {
        var plan = TrainingPlan.OfExamples(1_000, 500, 3, 8, labellingPerExample: 0.50m);
        Assert.Equal(500.00m, plan.LabellingCost);
        Assert.Equal(512.00m, plan.Outlay);
        Assert.Equal(25.6m, OfTokens("gpt-4o-2024-05-13", 0, plan).Months);
    }

    [Fact]
    public void A_base_that_ends_before_the_payback_month_never_pays_back()
    {
        var now = Catalogue.AsOf;
        var ends = new DateTime(2027, 1, 14);
        Assert.Equal(PaybackOutcome.PaysBack, new Payback(20, 22) { From = now, Ends = ends }.Outcome);
        Assert.Equal(PaybackOutcome.EndsFirst, new Payback(30, 22) { From = now, Ends = ends }.Outcome);
        Assert.Equal(PaybackOutcome.PaysBack, new Payback(30, 22) { From = now, Ends = null }.Outcome);
        Assert.Equal(PaybackOutcome.EndsFirst, new Payback(30, 22) { From = now, Ends = now }.Outcome);
    }

    [Fact]
    public void The_payback_month_counts_whole()
    {
        var payback = new Payback(15, 10) { From = new DateTime(2026, 1, 10) };
        Assert.Equal(PaybackOutcome.EndsFirst, (payback with { Ends = new DateTime(2026, 3, 9) }).Outcome);
        Assert.Equal(PaybackOutcome.PaysBack, (payback with { Ends = new DateTime(2026, 3, 10) }).Outcome);
    }

    [Fact]
    public void A_saving_that_takes_a_century_is_none()
    {
        Assert.Equal(PaybackOutcome.EndsFirst, new Payback(decimal.MaxValue, 0.0000001m * 10_000_000).Outcome);
        Assert.Equal(PaybackOutcome.EndsFirst, new Payback(10_000, 1).Outcome);
    }

    [Fact]
    public void Every_base_of_OpenAI_has_at_most_until_the_middle_of_January()
    {
        foreach (var tunable in TuningMarket.Bases(Catalogue, "openai"))
        {
            if (tunable.Model.Provider == "openai")
            {
                Assert.Equal(new DateTime(2027, 1, 14), tunable.Ends);
            }
        }
    }

    [Fact]
    public void Calls_are_counted_with_their_cached_part()
    {
        var traffic = MonthlyTraffic.OfCalls(100_000, 2_000, 200, cachedTokens: 1_500);
        Assert.Equal(new MonthlyTraffic(50_000_000, 150_000_000, 20_000_000), traffic);

        // gpt-4.1-mini: 50 × 0.40 + 150 × 0.10 + 20 × 1.60
        Assert.Equal(67.00m, traffic.Cost(TokenPrices.Of(Model("gpt-4.1-mini-2025-04-14"))!));
    }

    [Fact]
    public void Cached_tokens_without_a_price_of_their_own_cost_what_others_do() =>
        Assert.Equal(30.00m, new MonthlyTraffic(4_000_000, 6_000_000, 0).Cost(TunedSmall));

    private static Payback OfTokens(string current, decimal outputShare, TrainingPlan plan) => Payback.Of(
        MonthlyTraffic.OfTokens(TenMillion, outputShare), TokenPrices.Of(Model(current))!, TunedSmall, plan, MiddleOf2024, Model("gpt-3.5-turbo").RetiresOn);

    private static ModelFacts Model(string id) => Catalogue.Find("openai", id) ?? throw new ArgumentException(id);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static decimal Cents(decimal dollars) => Math.Round(dollars, 2, MidpointRounding.AwayFromZero);

    [Fact]
    public void The_tuned_mini_has_the_listed_prices() => Assert.Equal(new TokenPrices(0.30m, 1.20m), TunedMini);
}
