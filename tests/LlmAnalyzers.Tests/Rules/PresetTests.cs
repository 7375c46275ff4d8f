using System;
using System.IO;
using System.Linq;
using LlmAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Xunit;

namespace LlmAnalyzers.Tests.Rules;

/// <summary>The files of the presets are what the rules say. To write them anew: set LLM_WRITE_PRESETS to 1 and run these tests.</summary>
public class PresetTests
{
    private const string Folder = "src/LlmAnalyzers.Package/buildTransitive";

    public static TheoryData<string> Names => [.. Presets.All.Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_is_what_the_rules_say(string name)
    {
        var preset = Presets.All.Single(p => p.Name == name);
        var written = Presets.Write(preset);
        if (Environment.GetEnvironmentVariable("LLM_WRITE_PRESETS") == "1")
        {
            File.WriteAllText(Path.Combine(Repository.Root, Folder, preset.FileName), written);
        }

        Assert.Equal(written, Repository.Read($"{Folder}/{preset.FileName}").ReplaceLineEndings("\n"));
    }

    [Fact]
    public void There_is_a_file_for_each_preset_and_no_other() => Assert.Equal(
        Presets.All.Select(p => p.FileName).Order(StringComparer.Ordinal),
        Directory.GetFiles(Path.Combine(Repository.Root, Folder), "*.globalconfig").Select(p => Path.GetFileName(p)).Order(StringComparer.Ordinal));

    /// <summary>Files of one level that share a key cancel each other.</summary>
    [Fact]
    public void Each_file_has_a_level_of_its_own_below_those_of_a_team()
    {
        Assert.Equal(Presets.All.Length, Presets.All.Select(p => p.Level).Distinct().Count());
        Assert.All(Presets.All, p => Assert.InRange(p.Level, -90, -1));
    }

    [Fact]
    public void None_and_All_speak_of_every_rule()
    {
        foreach (var (preset, severity) in new[] { (Presets.None, "none"), (Presets.Everything, "warning") })
        {
            var text = Presets.Write(preset);
            Assert.All(AllRules.Descriptors, rule => Assert.Contains($"\ndotnet_diagnostic.{rule.Id}.severity = {severity}\n", text, StringComparison.Ordinal));
        }
    }

    /// <summary>What the minimum keeps is a warning by itself: it sets no severity, so that rules with two keep both.</summary>
    [Fact]
    public void Minimum_switches_off_and_sets_nothing_else()
    {
        var text = Presets.Write(Presets.Minimum);
        Assert.All(AllRules.Descriptors, rule =>
        {
            var isOff = text.Contains($"\ndotnet_diagnostic.{rule.Id}.severity = none\n", StringComparison.Ordinal);
            Assert.True(isOff || rule is { IsEnabledByDefault: true, DefaultSeverity: DiagnosticSeverity.Warning or DiagnosticSeverity.Info }, rule.Id);
            Assert.DoesNotContain($"{rule.Id}.severity = warning", text, StringComparison.Ordinal);
        });
        Assert.DoesNotContain("LLM8001", text, StringComparison.Ordinal);
        Assert.DoesNotContain("LLM2004", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LLM2002")]
    [InlineData("LLM6001")]
    [InlineData("LLM7001")]
    public void Production_raises_its_policies(string id) => Assert.Contains($"\ndotnet_diagnostic.{id}.severity = warning\n", Presets.Write(Presets.Production), StringComparison.Ordinal);

    [Fact]
    public void The_review_raises_the_rules_about_fine_tuning_and_no_others()
    {
        var raised = Presets.Write(Presets.FineTuningReview).Split('\n').Where(l => l.StartsWith("dotnet_diagnostic.", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(raised);
        Assert.All(raised, line => Assert.Matches(@"^dotnet_diagnostic\.LLM5\d{3}\.severity = warning$", line));
    }
}
