using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace LlmAnalyzers.EndToEnd;

/// <summary>Each mode works in a project that installs the package, and what the team itself configures wins.</summary>
[Collection(PackageCollection.Name)]
public sealed class PresetTests(PackedPackage package)
{
    [Theory]
    [InlineData("", "LLM1001 LLM2001 LLM3001")]
    [InlineData("<LlmAnalysisMode>Default</LlmAnalysisMode>", "LLM1001 LLM2001 LLM3001")]
    [InlineData("<LlmAnalysisMode>None</LlmAnalysisMode>", "")]
    [InlineData("<LlmAnalysisMode>Minimum</LlmAnalysisMode>", "")]
    [InlineData("<LlmAnalysisMode>production</LlmAnalysisMode>", "LLM1001 LLM2001 LLM2002 LLM3001 LLM6001 LLM7001")]
    [InlineData("<LlmAnalysisMode>All</LlmAnalysisMode>", "LLM1001 LLM2001 LLM3001 LLM6001 LLM7001")]
    [InlineData("<LlmFineTuningReview>true</LlmFineTuningReview>", "LLM1001 LLM2001 LLM3001")]
    [InlineData("<LlmAnalysisMode>None</LlmAnalysisMode><LlmFineTuningReview>true</LlmFineTuningReview>", "")]
    public async Task A_mode_reports_what_it_is_for(string properties, string ids)
    {
        var build = (await Consumer.Create(package, properties: properties).BuildAsync()).Expect(success: true);

        Assert.Equal(ids, string.Join(' ', ReportedLine.In(build.Output).Select(r => r.Id).Distinct().Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task The_editorconfig_of_the_team_wins()
    {
        var consumer = Consumer.Create(
            package,
            "dotnet_diagnostic.LLM6001.severity = none\ndotnet_diagnostic.LLM7001.severity = none\ndotnet_code_quality.LLM2002.require_everywhere = false\ndotnet_diagnostic.LLM3001.severity = none",
            "<LlmAnalysisMode>Production</LlmAnalysisMode>");

        var build = (await consumer.BuildAsync()).Expect(success: true);

        Assert.Equal(["LLM1001", "LLM2001"], ReportedLine.In(build.Output).Select(r => r.Id));
    }

    [Fact]
    public async Task A_mode_that_is_not_known_is_said_to_be()
    {
        var build = (await Consumer.Create(package, properties: "<LlmAnalysisMode>Strict</LlmAnalysisMode>").BuildAsync()).Expect(success: true);

        Assert.Contains("LlmAnalysisMode is 'Strict'; allowed are None, Minimum, Default, Production and All", build.Output, StringComparison.Ordinal);
    }
}
