using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace LlmAnalyzers.Tests.Matrix;

/// <summary>
/// The ways in which people write calls, on every surface: where all is in sight a rule reports, and where a part comes from outside it is
/// silent. All ways of a surface are compiled and analysed together, each in a class of its own.
/// </summary>
public class SurfaceShapeTests
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<ImmutableHashSet<string>>>> Reported = new();

    public static TheoryData<string, string> Reporting { get; } = Rows(reports: true);

    public static TheoryData<string, string> Silent { get; } = Rows(reports: false);

    [Theory]
    [MemberData(nameof(Reporting))]
    public async Task What_is_in_sight_is_reported(string surface, string shape) => Assert.Contains(shape, await ReportedOn(surface));

    [Theory]
    [MemberData(nameof(Silent))]
    public async Task What_comes_from_outside_is_not(string surface, string shape) => Assert.DoesNotContain(shape, await ReportedOn(surface));

    private static TheoryData<string, string> Rows(bool reports)
    {
        var rows = new TheoryData<string, string>();
        foreach (var shape in Surfaces.All.SelectMany(ShapeTable.Of).Where(s => s.Reports == reports))
        {
            rows.Add(shape.Surface, shape.Key);
        }

        return rows;
    }

    private static Task<ImmutableHashSet<string>> ReportedOn(string surface) =>
        Reported.GetOrAdd(surface, name => new(() => AnalyseAsync(Surfaces.All.First(s => s.Name == name)))).Value;

    /// <summary>The keys of the cases whose rule reports in their own class.</summary>
    private static async Task<ImmutableHashSet<string>> AnalyseAsync(SurfaceSnippets surface)
    {
        var cases = ShapeTable.Of(surface).ToList();
        var trees = cases.Select((c, i) => CSharpSyntaxTree.ParseText(Source(surface, c, i), path: i + ".cs")).ToList();
        var compilation = CSharpCompilation.Create(
            "Shapes",
            trees,
            surface.References.References,
            new(OutputKind.DynamicallyLinkedLibrary, specificDiagnosticOptions: new Dictionary<string, ReportDiagnostic> { ["OPENAI001"] = ReportDiagnostic.Suppress }));
        var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        Assert.True(errors.Count == 0, string.Join('\n', errors.Select(e => e + "\n" + e.Location.SourceTree)));

        var found = await compilation.WithAnalyzers([new LlmCallAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(found, d => d.Id == "AD0001");
        return [.. cases.Where((c, i) => found.Any(d => d.Id == c.Rule && d.Location.SourceTree == trees[i])).Select(c => c.Key)];
    }

    private static string Source(SurfaceSnippets surface, ShapeCase shape, int index) => new StringBuilder()
        .AppendLine("#nullable disable")
        .AppendLine("using System.Collections.Generic; using System.Linq; using System.Text.Json; using System.Threading.Tasks;")
        .AppendLine(surface.Usings)
        .AppendLine(FormattableString.Invariant($"namespace Shape{index} {{ public class Desk({surface.Client} client) {{"))
        .AppendLine("public async Task<object> RunAsync(string input) {")
        .AppendLine(shape.Statements)
        .AppendLine("}")
        .AppendLine(shape.Members)
        .AppendLine("} }")
        .ToString();
}
