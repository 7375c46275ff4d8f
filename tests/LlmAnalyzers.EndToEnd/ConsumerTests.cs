using System;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Xunit;

namespace LlmAnalyzers.EndToEnd;

[Collection(PackageCollection.Name)]
public sealed class ConsumerTests(PackedPackage package)
{
    private static readonly string[] Ids = ["LLM1001", "LLM2001", "LLM3001"];

    [Fact]
    public async Task A_build_prints_each_flaw_once_at_its_line_and_writes_it_into_sarif_with_a_help_link()
    {
        var consumer = Consumer.Create(package);

        var build = (await consumer.BuildAsync()).Expect(success: true);

        Assert.Equal(ConsumerCode.ExpectedIn(ConsumerCode.Program, "Program.cs"), ReportedLine.In(build.Output));
        using var sarif = JsonDocument.Parse(consumer.Read(Consumer.SarifFile));
        var run = sarif.RootElement.GetProperty("runs")[0];
        string?[] results = run.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("ruleId").GetString()).ToArray();
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()
            .ToDictionary(r => r.GetProperty("id").GetString()!);
        foreach (string id in Ids)
        {
            Assert.Single(results, id);
            Assert.Equal(BuildFacts.HelpLink(id), rules[id].GetProperty("helpUri").GetString());
        }
    }

    [Fact]
    public async Task Severity_error_in_editorconfig_breaks_the_build()
    {
        var consumer = Consumer.Create(package, "dotnet_diagnostic.LLM2001.severity = error");

        var build = (await consumer.BuildAsync()).Expect(success: false);

        Assert.Contains(ReportedLine.In(build.Output), r => r is { Id: "LLM2001", Severity: "error" });
    }

    [Fact]
    public async Task Severity_none_in_editorconfig_silences_one_rule_and_leaves_the_others()
    {
        var consumer = Consumer.Create(package, "dotnet_diagnostic.LLM2001.severity = none");

        var build = (await consumer.BuildAsync()).Expect(success: true);

        Assert.Equal(["LLM1001", "LLM3001"], ReportedLine.In(build.Output).Select(r => r.Id));
    }

    [Fact]
    public async Task An_option_in_editorconfig_changes_what_a_rule_accepts()
    {
        var consumer = Consumer.Create(package, "dotnet_code_quality.LLM2001.maximum_temperature = 0.95");

        var build = (await consumer.BuildAsync()).Expect(success: true);

        Assert.Equal(["LLM1001", "LLM3001"], ReportedLine.In(build.Output).Select(r => r.Id));
    }

    [Fact]
    public async Task Dotnet_format_applies_the_fixes_and_the_result_builds_without_the_warnings()
    {
        var consumer = Consumer.Create(package);

        (await consumer.RunAsync("format", "analyzers", "--severity", "info", "--diagnostics", Ids[0], Ids[1], Ids[2], "LLM7001")).Expect(success: true);

        Assert.NotEqual(ConsumerCode.Program, consumer.Read("Program.cs"));
        var build = (await consumer.BuildAsync()).Expect(success: true);
        Assert.True(ReportedLine.In(build.Output).Count == 0, $"{build.Output}\n{consumer.Read("Program.cs")}");
        using var sarif = JsonDocument.Parse(consumer.Read(Consumer.SarifFile));
        Assert.DoesNotContain(
            sarif.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray(),
            r => r.GetProperty("ruleId").GetString()!.StartsWith("LLM", StringComparison.Ordinal));
    }
}
