using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using LlmAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace LlmAnalyzers.Tests.Rules;

/// <summary>What is written about the rules agrees with the rules.</summary>
public class ReleaseTests
{
    private static readonly Regex Row = new(@"^(?<id>LLM\d{4}) \| (?<category>\S+) \| (?<severity>\w+) \| (?<notes>.+?)\r?$", RegexOptions.Multiline | RegexOptions.CultureInvariant);

    private static DiagnosticDescriptor[] Descriptors => [.. AllRules.Descriptors];

    public static TheoryData<string> Ids => [.. Descriptors.Select(d => d.Id)];

    [Fact]
    public void The_release_files_list_exactly_the_rules()
    {
        var listed = Row.Matches(Repository.Read("src/LlmAnalyzers/AnalyzerReleases.Shipped.md") + Repository.Read("src/LlmAnalyzers/AnalyzerReleases.Unshipped.md"))
            .Select(row => $"{row.Groups["id"]} {row.Groups["category"]} {row.Groups["severity"]} {row.Groups["notes"]}");
        var declared = Descriptors.Select(d => $"{d.Id} {d.Category} {(d.IsEnabledByDefault ? d.DefaultSeverity : "Disabled")} {d.Title}");
        Assert.Equal(declared.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Ids_are_unique_and_reported_by_the_analyzer()
    {
        Assert.Equal(Descriptors.Length, Descriptors.Select(d => d.Id).Distinct().Count());
        Assert.Equal(
            Descriptors.Select(d => d.Id),
            new DiagnosticAnalyzer[] { new LlmCallAnalyzer(), new TrainingDataAnalyzer(), new FineTuningJobAnalyzer(), new ConfigurationAnalyzer() }
                .SelectMany(a => a.SupportedDiagnostics).Select(d => d.Id).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_changelog_names_the_rule(string id) => Assert.Contains("- " + id + " (", Repository.Read("CHANGELOG.md"), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_rule_has_a_page_that_says_the_same(string id)
    {
        var descriptor = Descriptor(id);
        var page = Repository.Read($"docs/rules/{id}.md");
        Assert.StartsWith($"# {id}: {descriptor.Title}\n", page.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains($"| Category | `{descriptor.Category}` |", page, StringComparison.Ordinal);
        var severity = descriptor.DefaultSeverity == DiagnosticSeverity.Info ? "info" : "warning";
        Assert.Matches($@"\| Default severity \| {severity}\b", page);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_help_link_leads_to_the_page(string id)
    {
        var link = Descriptor(id).HelpLinkUri;
        Assert.EndsWith($"/docs/rules/{id}.md", link, StringComparison.Ordinal);
        Assert.True(Uri.IsWellFormedUriString(link, UriKind.Absolute), link);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_category_is_the_band_of_the_id(string id)
    {
        string[] bands = ["Configuration", "OutputFormat", "Sampling", "Prompting", "Models", "FineTuning", "Limits", "Replies", "Security"];
        Assert.Equal("LlmAnalyzers." + bands[id[3] - '0'], Descriptor(id).Category);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Texts_follow_the_style_of_the_compiler(string id)
    {
        var descriptor = Descriptor(id);
        var title = descriptor.Title.ToString(null);
        var message = descriptor.MessageFormat.ToString(null);
        var description = descriptor.Description.ToString(null);
        Assert.Matches("^[A-Z]", title);
        Assert.DoesNotMatch(@"[.\s]$|[\r\n]", title);
        Assert.DoesNotMatch(@"[.\s]$|[\r\n]|^\s", message);
        Assert.Matches(@"^[A-Z].*\.$", description);
    }

    private static DiagnosticDescriptor Descriptor(string id) => Descriptors.Single(d => d.Id == id);
}

/// <summary>The files of the repository the tests were built in.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Analyzers.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
