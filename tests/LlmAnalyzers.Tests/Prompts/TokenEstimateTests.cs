using System;
using System.Diagnostics;
using System.Linq;
using System.Text.Json;
using LlmAnalyzers.Prompts;
using LlmAnalyzers.Tests.Rules;
using Xunit;

namespace LlmAnalyzers.Tests.Prompts;

/// <summary>The estimate against the counts of a real tokenizer; the data file says how they were made.</summary>
public class TokenEstimateTests
{
    private const double ErrorOfClass = 0.12;

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private static readonly Counted[] Texts = JsonSerializer.Deserialize<Counts>(
        Repository.Read("tests/LlmAnalyzers.Tests/Prompts/TokenCounts.json"), Web)!.Texts;

    public static TheoryData<string> Names => [.. Texts.Select(t => t.Name)];

    public static TheoryData<string> Classes => [.. Texts.Select(t => t.Class).Distinct()];

    [Fact]
    public void There_are_enough_texts_of_many_kinds()
    {
        Assert.True(Texts.Length >= 30);
        Assert.True(Texts.Select(t => t.Class).Distinct().Count() >= 8);
        Assert.Equal(Texts.Length, Texts.Select(t => t.Name).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_text_is_estimated_within_the_error_that_is_stated(string name)
    {
        var text = Texts.Single(t => t.Name == name);
        AssertWithin(TokenEstimate.Error, TokenEstimate.Of(text.Text), text.O200k);
    }

    [Theory]
    [MemberData(nameof(Classes))]
    public void A_kind_of_text_is_estimated_closer_than_that(string kind)
    {
        var texts = Texts.Where(t => t.Class == kind).ToList();
        AssertWithin(ErrorOfClass, texts.Sum(t => TokenEstimate.Of(t.Text)), texts.Sum(t => t.O200k));
    }

    /// <summary>What does not fit by the estimate does not fit by an older tokenizer either.</summary>
    [Theory]
    [MemberData(nameof(Classes))]
    public void An_older_tokenizer_makes_no_fewer_tokens(string kind)
    {
        var texts = Texts.Where(t => t.Class == kind).ToList();
        Assert.True(texts.Sum(t => TokenEstimate.Of(t.Text)) * (1 - TokenEstimate.Error) < texts.Sum(t => t.Cl100k));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_lower_bound_is_lower(string name)
    {
        var text = Texts.Single(t => t.Name == name);
        Assert.True(TokenEstimate.AtLeast(text.Text.Length) <= text.O200k);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("word", 1)]
    [InlineData("two words", 2)]
    [InlineData("1234567", 3)]
    public void Short_texts_are_counted(string text, int expected) => Assert.Equal(expected, TokenEstimate.Of(text));

    [Theory]
    [InlineData("lorem ipsum dolor sit amet, ")]
    [InlineData("a")]
    [InlineData("7")]
    [InlineData("{\"a\":1}")]
    [InlineData("\n")]
    [InlineData(" ")]
    [InlineData("漢字")]
    [InlineData("aB")]
    [InlineData("=")]
    [InlineData("\ud800")]
    public void A_megabyte_is_estimated_at_once(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length));
        _ = TokenEstimate.Of(text[..10_000]);
        var clock = Stopwatch.StartNew();
        Assert.True(TokenEstimate.Of(text) > 0);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), clock.Elapsed.ToString());
    }

    private static void AssertWithin(double error, int estimate, int count) =>
        Assert.True(Math.Abs(estimate - count) <= error * count, $"{estimate} for {count}: {(100.0 * estimate / count) - 100:0.0} %");

    private sealed record Counts(Counted[] Texts);

    private sealed record Counted(string Class, string Name, int O200k, int Cl100k, string Text);
}
