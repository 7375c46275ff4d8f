using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using LlmAnalyzers.FineTuning;
using LlmAnalyzers.Models;

namespace LlmAnalyzers.Tests.Docs;

/// <summary>Draws months to payback against monthly volume, from the calculation that the rules use.</summary>
internal static class PaybackChart
{
    private const int Left = 80;
    private const int Top = 60;
    private const int Width = 560;
    private const int Height = 320;

    private static readonly decimal[] Volumes = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

    private static readonly double[] Months = [0.01, 0.1, 1, 10, 100];

    /// <summary>One line: what is compared, and what training costs.</summary>
    public static IReadOnlyList<(string Name, string Colour, string Current, string Tuned, decimal Labelling)> Lines { get; } =
    [
        ("GPT-4o of May 2024 to tuned gpt-3.5-turbo", "#1f77b4", "gpt-4o-2024-05-13", "gpt-3.5-turbo", 0),
        ("the same, examples labelled at $0.50", "#1f77b4", "gpt-4o-2024-05-13", "gpt-3.5-turbo", 0.50m),
        ("GPT-4o of August 2024 to tuned gpt-4o-mini", "#d62728", "gpt-4o-2024-08-06", "gpt-4o-mini-2024-07-18", 0),
        ("the same, examples labelled at $0.50", "#d62728", "gpt-4o-2024-08-06", "gpt-4o-mini-2024-07-18", 0.50m),
    ];

    /// <summary>Months to payback at a volume in million tokens a month, one fifth of them output.</summary>
    public static decimal MonthsAt((string Name, string Colour, string Current, string Tuned, decimal Labelling) line, decimal millions)
    {
        var models = ModelCatalogue.BuiltIn;
        var tuned = models.Find("openai", line.Tuned)!;
        var plan = TrainingPlan.OfExamples(1_000, 500, TrainingPlan.UsualEpochs, tuned.Prices.Training!.Value, line.Labelling);
        var traffic = MonthlyTraffic.OfTokens(millions * 1_000_000, PaybackEstimate.OutputShare);
        return Payback.Of(traffic, TokenPrices.Of(models.Find("openai", line.Current)!)!, TokenPrices.OfTuned(tuned)!, plan, models.AsOf, null).Months!.Value;
    }

    public static string Draw()
    {
        var svg = new StringBuilder();
        svg.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 720 520\" font-family=\"sans-serif\" font-size=\"13\">\n");
        svg.Append("  <rect width=\"720\" height=\"520\" fill=\"white\"/>\n");
        svg.Append("  <text x=\"80\" y=\"30\" font-size=\"16\">Months until 1,000 training examples are paid back</text>\n");
        foreach (var volume in Volumes.Where(v => v is 1 or 10 or 100 or 1000))
        {
            Append(svg, $"  <line x1=\"{X(volume)}\" y1=\"{Top}\" x2=\"{X(volume)}\" y2=\"{Top + Height}\" stroke=\"#ddd\"/>\n");
            Append(svg, $"  <text x=\"{X(volume)}\" y=\"{Top + Height + 20}\" text-anchor=\"middle\">{volume:0}</text>\n");
        }

        foreach (var months in Months)
        {
            Append(svg, $"  <line x1=\"{Left}\" y1=\"{Y(months)}\" x2=\"{Left + Width}\" y2=\"{Y(months)}\" stroke=\"#ddd\"/>\n");
            Append(svg, $"  <text x=\"{Left - 8}\" y=\"{Y(months) + 4}\" text-anchor=\"end\">{months:0.##}</text>\n");
        }

        Append(svg, $"  <text x=\"{Left + (Width / 2)}\" y=\"{Top + Height + 42}\" text-anchor=\"middle\">million tokens a month, one fifth of them output</text>\n");
        var left = (new DateTime(2027, 1, 14) - ModelCatalogue.BuiltIn.AsOf).Days / 30.4375;
        Append(svg, $"  <line x1=\"{Left}\" y1=\"{Y(left)}\" x2=\"{Left + Width}\" y2=\"{Y(left)}\" stroke=\"black\" stroke-dasharray=\"2 4\"/>\n");
        Append(svg, $"  <text x=\"{Left + Width}\" y=\"{Y(left) - 6}\" text-anchor=\"end\">above this line OpenAI's tuned models end first ({ModelCatalogue.BuiltIn.AsOf:yyyy-MM-dd} to 2027-01-14)</text>\n");
        for (var i = 0; i < Lines.Count; i++)
        {
            var line = Lines[i];
            var dash = line.Labelling > 0 ? " stroke-dasharray=\"8 5\"" : "";
            var points = string.Join(' ', Volumes.Select(v => FormattableString.Invariant($"{X(v)},{Y(Math.Clamp((double)MonthsAt(line, v), Months[0], Months[^1]))}")));
            Append(svg, $"  <polyline points=\"{points}\" fill=\"none\" stroke=\"{line.Colour}\" stroke-width=\"2\"{dash}/>\n");
            var y = Top + Height + 68 + (18 * i);
            Append(svg, $"  <line x1=\"{Left}\" y1=\"{y - 4}\" x2=\"{Left + 36}\" y2=\"{y - 4}\" stroke=\"{line.Colour}\" stroke-width=\"2\"{dash}/>\n");
            Append(svg, $"  <text x=\"{Left + 46}\" y=\"{y}\">{line.Name}: {MonthsAt(line, 10):0.0} months at 10 million</text>\n");
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Append(StringBuilder svg, FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture));

    /// <summary>Powers of ten from 1 to 1,000.</summary>
    private static double X(decimal millions) => Math.Round(Left + (Width * Math.Log10((double)millions) / 3), 1);

    /// <summary>Powers of ten from a hundredth to a hundred, upwards.</summary>
    private static double Y(double months) => Math.Round(Top + (Height * (2 - Math.Log10(months)) / 4), 1);
}
