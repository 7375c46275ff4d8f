using System;
using System.IO;
using LlmAnalyzers.Tests.Rules;
using Xunit;

namespace LlmAnalyzers.Tests.Docs;

/// <summary>The picture of the decision guide and the rule cannot disagree. <c>LLM_UPDATE_CHART=1</c> draws it anew.</summary>
public class PaybackChartDocsTests
{
    private const string Chart = "docs/payback.svg";

    [Fact]
    public void The_chart_is_what_the_calculation_says()
    {
        if (Environment.GetEnvironmentVariable("LLM_UPDATE_CHART") == "1")
        {
            File.WriteAllText(Path.Combine(Repository.Root, Chart), PaybackChart.Draw());
        }

        Assert.Equal(PaybackChart.Draw(), Repository.Read(Chart).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void The_lines_are_the_worked_figures()
    {
        // 1.5 million tokens at $8 are $12; ten million tokens with a fifth of output save $34.
        Assert.Equal(12m / 34m, PaybackChart.MonthsAt(PaybackChart.Lines[0], 10));
        Assert.Equal(512m / 34m, PaybackChart.MonthsAt(PaybackChart.Lines[1], 10));

        // 1.5 million tokens at $3 are $4.50; 8 × 2.20 + 2 × 8.80 = $35.20.
        Assert.Equal(4.5m / 35.2m, PaybackChart.MonthsAt(PaybackChart.Lines[2], 10));
        Assert.Equal(504.5m / 35.2m, PaybackChart.MonthsAt(PaybackChart.Lines[3], 10));
    }

    [Fact]
    public void The_guide_shows_the_chart() => Assert.Contains("](payback.svg)", Repository.Read("docs/decision-guide.md"), StringComparison.Ordinal);
}
