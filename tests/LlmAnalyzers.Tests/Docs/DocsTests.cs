using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using LlmAnalyzers.Tests.FineTuning;
using LlmAnalyzers.Tests.Rules;
using LlmAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace LlmAnalyzers.Tests.Docs;

/// <summary>
/// The code on the pages of the rules is true. Each block is a whole file: <c>csharp flawed</c> must report the page's rule,
/// <c>csharp fixed</c> and <c>csharp silent</c> must not.
/// </summary>
public class DocsTests
{
    private static readonly Regex Fence = new("^```(?<language>csharp|jsonl)(?<kind>[^\\n]*)\\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant);

    /// <summary>Page, kind and number of each block, from 1 on the page.</summary>
    public static TheoryData<string, string, int> Blocks
    {
        get
        {
            var data = new TheoryData<string, string, int>();
            foreach (var page in Pages())
            {
                var number = 0;
                foreach (var (kind, _, _) in BlocksOf(page))
                {
                    data.Add(page, kind, ++number);
                }
            }

            return data;
        }
    }

    public static TheoryData<string> Rules => [.. Pages()];

    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task A_block_compiles_and_is_what_it_is_called(string rule, string kind, int number)
    {
        var (_, code, arguments) = BlocksOf(rule)[number - 1];
        if (arguments is not null)
        {
            AssertReported(rule, kind, (await TrainingFileBlock.Read(code, arguments).DiagnosticsAsync()).Select(d => d.Id));
            return;
        }

        var isProgram = CSharpSyntaxTree.ParseText(code).GetCompilationUnitRoot().Members.Any(m => m.IsKind(SyntaxKind.GlobalStatement));
        var compilation = CSharpCompilation.Create(
            "Docs",
            [CSharpSyntaxTree.ParseText(code, path: $"{rule}-{number}.cs")],
            (code.Contains("using Microsoft.SemanticKernel", StringComparison.Ordinal) ? Sdk.SemanticKernel : Sdk.All).References,
            new CSharpCompilationOptions(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
                // A policy is off by default; its page shows what it says when it is on. Of CS1701 every project is free by default.
                .WithSpecificDiagnosticOptions([new(rule, ReportDiagnostic.Info), new("CS1701", ReportDiagnostic.Suppress)]));
        Assert.DoesNotContain(compilation.GetDiagnostics(), d => d.Severity >= DiagnosticSeverity.Warning);

        var exceptions = new List<Exception>();
        var options = new CompilationWithAnalyzersOptions(TrainingFileRun.OptionsFor("gpt-4o-2024-08-06", new Deployments()), (exception, _, _) => exceptions.Add(exception), concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var reported = await new CompilationWithAnalyzers(compilation, [new LlmCallAnalyzer(), new FineTuningJobAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        Assert.Empty(exceptions);
        AssertReported(rule, kind, reported.Select(d => d.Id));
    }

    private static void AssertReported(string rule, string kind, IEnumerable<string> ids)
    {
        if (kind == "flawed")
        {
            Assert.Contains(rule, ids);
        }
        else
        {
            Assert.DoesNotContain(rule, ids);
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_page_shows_flawed_and_fixed_code_and_every_block_says_what_it_is(string rule)
    {
        if (rule.StartsWith("LLM0", StringComparison.Ordinal))
        {
            // About files and options, not about code.
            return;
        }

        var kinds = BlocksOf(rule).Select(block => block.Kind).ToHashSet();
        Assert.Contains("flawed", kinds);
        Assert.Contains("fixed", kinds);
        Assert.Subset(new HashSet<string> { "flawed", "fixed", "silent" }, kinds);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Links_between_pages_lead_somewhere(string rule)
    {
        var folder = Path.Combine(Repository.Root, "docs", "rules");
        var links = Regex.Matches(Page(rule), @"\]\((?<path>[^)#:]+\.md)(#[^)]*)?\)", RegexOptions.CultureInvariant).Select(m => m.Groups["path"].Value);
        Assert.All(links, link => Assert.True(File.Exists(Path.Combine(folder, link)), link));
    }

    /// <summary>What the pages say of the deployments in their examples.</summary>
    private sealed class Deployments : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new MadeOptions(new() { ["dotnet_code_quality.llm_deployments"] = "prod:gpt-5-2025-08-07" });

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new MadeOptions([]);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new MadeOptions([]);
    }

    private static IEnumerable<string> Pages() =>
        Directory.GetFiles(Path.Combine(Repository.Root, "docs", "rules"), "LLM*.md").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    private static string Page(string rule) => Repository.Read($"docs/rules/{rule}.md").ReplaceLineEndings("\n");

    /// <summary>Blocks in the order of the page. Those of training files have arguments behind their kind.</summary>
    private static List<(string Kind, string Code, string[]? Arguments)> BlocksOf(string rule) =>
        [.. Fence.Matches(Page(rule)).Select(m => (Words(m)[0], m.Groups["code"].Value, m.Groups["language"].Value == "jsonl" ? Words(m)[1..] : null))];

    private static string[] Words(Match fence) => fence.Groups["kind"].Value.Trim().Split(' ');
}
