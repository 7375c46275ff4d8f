using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace LlmAnalyzers.EndToEnd;

[Collection(PackageCollection.Name)]
public sealed class KindsOfConsumerTests(PackedPackage package)
{
    private const string Healthy = "public static class Place { public static string Name => nameof(Place); }\n";

    /// <summary>What a compiler says when it cannot load an analyzer, or when the analyzer needs a newer compiler.</summary>
    private static readonly string[] LoadFailures = ["CS8032", "CS8033", "CS9057", "AD0001"];

    [Fact]
    public async Task A_web_application_and_a_library_for_several_frameworks_are_analysed()
    {
        var solution = ConsumerSolution.Create(package)
            .Add("Shop", "using System;\nusing OpenAI.Chat;\nvar app = Microsoft.AspNetCore.Builder.WebApplication.CreateBuilder(args).Build();\napp.Run();\n" + Types(ConsumerSolution.Flawed), sdk: "Microsoft.NET.Sdk.Web")
            .Add("Library", ConsumerSolution.Flawed, "<TargetFrameworks>net10.0;netstandard2.0</TargetFrameworks><TargetFramework></TargetFramework>");

        var build = (await solution.BuildAsync()).Expect(success: true);

        AssertLoaded(build);
        // One line of the library is printed once per framework, and is one here.
        Assert.Equal(
            [("LLM2001", "Library.cs"), ("LLM2001", "Shop.cs")],
            ReportedLine.In(build.Output).Select(r => (r.Id, r.File)).Distinct());
        Assert.Contains("netstandard2.0", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twenty_projects_with_central_versions_and_warnings_as_errors_stop_at_the_flawed_one_only()
    {
        var solution = ConsumerSolution.Create(package);
        for (var i = 0; i < 19; i++)
        {
            solution.Add($"Part{i}", Healthy, "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>");
        }

        solution.Add("Reviews", ConsumerSolution.Flawed, "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>");

        var build = (await solution.BuildAsync()).Expect(success: false);

        AssertLoaded(build);
        Assert.Equal([("LLM2001", "error", "Reviews.cs")], ReportedLine.In(build.Output).Select(r => (r.Id, r.Severity, r.File)));
        Assert.Equal(19, build.Output.Split('\n').Count(l => l.Contains("Part", StringComparison.Ordinal) && l.Contains(" -> ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_project_that_only_references_another_which_installs_the_package_is_not_analysed()
    {
        var solution = ConsumerSolution.Create(package)
            .Add("Core", Healthy)
            .Add("Reviews", ConsumerSolution.Flawed, reference: "Core", installsAnalyzers: false);

        var build = (await solution.BuildAsync()).Expect(success: true);

        Assert.Empty(ReportedLine.In(build.Output));
    }

    [Fact]
    public async Task A_project_may_ask_for_the_analyzers_that_another_one_brings()
    {
        var solution = ConsumerSolution.Create(package)
            .Add("Core", Healthy)
            .Add("Reviews", ConsumerSolution.Flawed, "<LlmAnalysisTransitive>true</LlmAnalysisTransitive>", reference: "Core", installsAnalyzers: false);

        var build = (await solution.BuildAsync()).Expect(success: true);

        Assert.Equal([("LLM2001", "Reviews.cs")], ReportedLine.In(build.Output).Select(r => (r.Id, r.File)));
    }

    private static void AssertLoaded(CommandResult build) =>
        Assert.DoesNotContain(LoadFailures, id => build.Output.Contains(id, StringComparison.Ordinal));

    /// <summary>Top-level statements come before types, and after the usings.</summary>
    private static string Types(string source) => string.Join('\n', source.Split('\n').SkipWhile(l => l.Length == 0 || l.StartsWith("using ", StringComparison.Ordinal)));
}
