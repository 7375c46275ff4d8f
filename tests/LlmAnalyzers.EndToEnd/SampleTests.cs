using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Xunit;

namespace LlmAnalyzers.EndToEnd;

[Collection(PackageCollection.Name)]
public sealed partial class SampleTests
{
    private static readonly string Folder = Path.Combine(BuildFacts.RepositoryRoot, "docs", "samples", "SupportDesk");

    /// <summary>In the sample the comment <c>// LLM1001: why</c> stands on the line above the one that is reported.</summary>
    [Fact]
    public async Task The_sample_of_the_readme_shows_each_planted_flaw_once_and_nothing_else()
    {
        // The analyzers are already built; building them again under a running test could pull them away from other tests.
        var build = (await DotNet.RunAsync(
            BuildFacts.RepositoryRoot,
            "build", Folder, "--no-incremental", "--configuration", BuildFacts.Configuration, "-p:BuildProjectReferences=false", "-nodeReuse:false"))
            .Expect(success: true);

        var planted = PlantedFlaws();
        Assert.Equal(["LLM1001", "LLM2001", "LLM3001"], planted.Select(p => p.Id).Order(StringComparer.Ordinal));
        Assert.Equal(planted, ReportedLine.In(build.Output));
        Assert.Contains("3 Warning(s)", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sample_without_a_key_says_which_variable_it_needs()
    {
        var run = await DotNet.RunAsync(
            BuildFacts.RepositoryRoot,
            "run", "--project", Folder, "--configuration", BuildFacts.Configuration, "-p:BuildProjectReferences=false");

        run.Expect(success: false);
        Assert.Contains("OPENAI_API_KEY; it is not set", run.Output, StringComparison.Ordinal);
    }

    private static List<ReportedLine> PlantedFlaws() =>
        Directory.EnumerateFiles(Folder, "*.cs")
            .SelectMany(file => File.ReadLines(file).Select((text, index) => (Match: Comment().Match(text), File: file, NextLine: index + 2)))
            .Where(line => line.Match.Success)
            .Select(line => new ReportedLine(line.Match.Groups["id"].Value, "warning", Path.GetFileName(line.File), line.NextLine))
            .OrderBy(r => r.File, StringComparer.Ordinal)
            .ThenBy(r => r.Line)
            .ToList();

    [GeneratedRegex(@"^\s*// (?<id>LLM\d{4}): ")]
    private static partial Regex Comment();
}
