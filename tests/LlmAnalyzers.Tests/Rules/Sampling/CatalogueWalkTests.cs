using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Models;
using LlmAnalyzers.Rules.Sampling;
using Microsoft.CodeAnalysis;
using Xunit;

namespace LlmAnalyzers.Tests.Rules.Sampling;

/// <summary>For each model and each sampling setting the verdict of LLM2004 is what the cells of models.csv say, and silence where they are empty.</summary>
public class CatalogueWalkTests
{
    private static readonly string?[] Efforts = [null, "none", "minimal", "low", "high", "max"];

    private static readonly SettingRefusedByModel Rule = new();

    private static readonly List<IReadOnlyDictionary<string, string>> Rows = ReadRows();

    [Theory]
    [InlineData(nameof(SettingKind.Temperature), 0.2)]
    [InlineData(nameof(SettingKind.Temperature), 1.0)]
    public void Temperature(string kind, double value) => Walk(kind, value, (row, effort) =>
        BySampling(row, effort, row["accepts_temperature"], Number(row["temperature_default"]) is { } only ? value == only : null));

    [Theory]
    [InlineData(nameof(SettingKind.TopP), 0.5)]
    [InlineData(nameof(SettingKind.TopP), 0.995)]
    public void Top_p(string kind, double value) => Walk(kind, value, (row, effort) =>
        BySampling(row, effort, row["accepts_top_p"], Number(row["top_p_min"]) is { } least ? value >= least : null));

    [Fact]
    public void Top_k() => Walk(nameof(SettingKind.TopK), 40.0, (row, _) =>
        row["sampling_ignored"] == "always" ? "ignored" : row["accepts_top_k"] == "no" ? "refused" : "");

    [Theory]
    [InlineData(nameof(SettingKind.FrequencyPenalty))]
    [InlineData(nameof(SettingKind.PresencePenalty))]
    public void Penalties(string kind)
    {
        Walk(kind, 0.5, (row, effort) => ByEffort(row, effort, row["accepts_penalties"]));
        Walk(kind, 0.0, (_, _) => "");
    }

    [Fact]
    public void Log_probabilities()
    {
        Walk(nameof(SettingKind.LogProbabilities), true, (row, effort) => ByEffort(row, effort, row["accepts_logprobs"]));
        Walk(nameof(SettingKind.TopLogProbabilities), 3.0, (row, effort) => ByEffort(row, effort, row["accepts_logprobs"]));
        Walk(nameof(SettingKind.LogProbabilities), false, (_, _) => "");
    }

    [Fact]
    public void Stop_sequences() => Walk(nameof(SettingKind.StopSequences), true, (row, _) => row["accepts_stop"] == "no" ? "refused" : "");

    [Fact]
    public void Reasoning_efforts()
    {
        var seen = 0;
        foreach (var row in Rows)
        {
            foreach (var effort in Efforts.OfType<string>())
            {
                var expected = row["reasoning_efforts"].Length == 0 || row["reasoning_efforts"].Split('|').Contains(effort) ? "" : "refused";
                Assert.Equal((row["id"], effort, expected), (row["id"], effort, Verdict(row, (SettingKind.ReasoningEffort, effort))));
                seen += expected.Length > 0 ? 1 : 0;
            }
        }

        Assert.True(seen > 20);
    }

    /// <summary>What the cells of temperature and top_p say.</summary>
    private static string BySampling(IReadOnlyDictionary<string, string> row, string? effort, string cell, bool? isDefault)
    {
        if (row["sampling_ignored"] == "always")
        {
            return "ignored";
        }

        if (row["reasoning"] == "no" || row["sampling_effort"] == "any")
        {
            return AtDefault(cell, isDefault);
        }

        if (row["sampling_ignored"] == "while-thinking")
        {
            return effort == "none" ? "" : "ignored";
        }

        return effort is null ? AtDefault(cell, isDefault)
            : row["sampling_effort"] is "none-only" or "refused-unless-none" && effort != "none" ? "refused"
            : "";
    }

    private static string AtDefault(string cell, bool? isDefault) => cell == "no" || (cell == "default-only" && isDefault == false) ? "refused" : "";

    /// <summary>What the cells say of settings that are refused while the model reasons.</summary>
    private static string ByEffort(IReadOnlyDictionary<string, string> row, string? effort, string cell)
    {
        if (row["reasoning"] == "no" || row["sampling_effort"] == "any" || effort is null)
        {
            return cell == "no" ? "refused" : "";
        }

        return row["sampling_effort"] is "none-only" or "refused-unless-none" && effort != "none" ? "refused" : "";
    }

    private static void Walk(string kind, object value, Func<IReadOnlyDictionary<string, string>, string?, string> expected)
    {
        var setting = (Enum.Parse<SettingKind>(kind), value);
        foreach (var row in Rows)
        {
            foreach (var effort in Efforts)
            {
                var verdict = effort is null ? Verdict(row, setting) : Verdict(row, setting, (SettingKind.ReasoningEffort, effort));
                Assert.Equal((row["provider"], row["id"], effort, expected(row, effort)), (row["provider"], row["id"], effort, verdict));
            }
        }
    }

    /// <summary><c>refused</c>, <c>ignored</c> or empty, for the first of the settings.</summary>
    private static string Verdict(IReadOnlyDictionary<string, string> row, params (SettingKind Kind, object Value)[] settings)
    {
        var call = MadeCall.Of(row["provider"], row["id"], settings);
        var place = call[settings[0].Kind].Values[0].Location;
        var found = MadeCall.Check(Rule, call).Where(d => d.Location == place).ToList();
        return found.Count == 0 ? "" : Assert.Single(found).Severity == DiagnosticSeverity.Warning ? "refused" : "ignored";
    }

    private static double? Number(string cell) => cell.Length == 0 ? null : double.Parse(cell, CultureInfo.InvariantCulture);

    private static List<IReadOnlyDictionary<string, string>> ReadRows()
    {
        using var stream = typeof(ModelCatalogue).Assembly.GetManifestResourceStream("LlmAnalyzers.Models.models.csv")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var rows = CsvTable.ReadRows(reader.ReadToEnd(), []).ToList();
        var header = rows[0].Cells;
        return rows.Skip(1).Select(r => (IReadOnlyDictionary<string, string>)header.Zip(r.Cells).ToDictionary(c => c.First, c => c.Second)).ToList();
    }
}
