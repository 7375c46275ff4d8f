using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace LlmAnalyzers.Tests.Matrix;

/// <summary>Every fix on every surface that spells it: it is offered, its result compiles, and the diagnostic is gone.</summary>
public class SurfaceFixTests
{
    private const string SystemText = "\"You read orders for a garden shop.\"";

    public static TheoryData<string> WithSchema { get; } = [.. Spelled().Where(s => s.Format.Length > 0).Select(s => s.Name)];

    public static TheoryData<string> WithJsonMode { get; } = [.. Spelled().Where(s => s.Format.Length > 0 && s.JsonMode.Length > 0).Select(s => s.Name)];

    public static TheoryData<string> WithTemperature { get; } = [.. Spelled().Where(s => s.Temperature.Length > 0).Select(s => s.Name)];

    public static TheoryData<string> WithSystemPrompt { get; } = [.. Spelled().Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(WithSchema))]
    public Task LLM1001_is_fixed_by_a_schema(string surface) =>
        FixesAsync<RequestJsonSchema>("LLM1001", surface, SystemText, "input", "", "JsonSerializer.Deserialize<Order>(text)");

    [Theory]
    [MemberData(nameof(WithTemperature))]
    public Task LLM2001_is_fixed_by_zero(string surface) =>
        FixesAsync<SetTemperatureToZero>("LLM2001", surface, SystemText, "input", Of(surface).Temperature.Replace("$", "0.9f"), "int.Parse(text)");

    [Theory]
    [MemberData(nameof(WithSystemPrompt))]
    public Task LLM3001_is_fixed_by_moving_the_role(string surface) => FixesAsync<MoveRoleToSystemMessage>(
        "LLM3001", surface, null, "\"You are an experienced gardener. Answer this question: \" + input", "", "text");

    [Theory]
    [MemberData(nameof(WithSystemPrompt))]
    public Task LLM7001_is_fixed_by_a_guard(string surface) => FixesAsync<GuardReply>(
        "LLM7001", surface, SystemText, "input", "", "JsonSerializer.Deserialize<Order>(text)");

    /// <summary>JSON mode, where the surface has one and a schema too.</summary>
    [Theory]
    [MemberData(nameof(WithJsonMode))]
    public Task LLM1002_is_fixed_by_a_schema(string surface) => FixesAsync<RequestJsonSchema>(
        "LLM1002", surface, SystemText, "input", Of(surface).JsonMode.Replace("$", Of(surface).JsonModeValue), "JsonSerializer.Deserialize<Order>(text)");

    /// <summary>The surfaces whose SDK file says how edits are written.</summary>
    private static IEnumerable<SurfaceSnippets> Spelled() => Surfaces.All.Where(s => SdkSymbols.AllSurfaces.Any(k => k.Name == s.Name && k.Spelling is not null));

    private static async Task FixesAsync<TFix>(string rule, string surface, string? system, string user, string settings, string use)
        where TFix : CodeFixProvider, new()
    {
        var snippets = Of(surface);
        var call = snippets.Call.Replace("[|", "").Replace("|]", "")
            .Replace("SYSTEM", system is null ? "" : snippets.System.Replace("$", system))
            .Replace("USER", user)
            .Replace("SETTINGS", settings);
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject("Matrix", LanguageNames.CSharp)
            .WithMetadataReferences(snippets.References.References)
            .WithParseOptions(CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest))
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
                .WithSpecificDiagnosticOptions([new("OPENAI001", ReportDiagnostic.Suppress)]));
        var document = project.AddDocument("Desk.cs", snippets.Source(call, use));
        var diagnostic = Assert.Single(await FindAsync(document, rule));

        CodeAction? action = null;
        var context = new CodeFixContext(document, diagnostic, (offered, _) => action ??= offered, CancellationToken.None);
        await new TFix().RegisterCodeFixesAsync(context);
        Assert.NotNull(action);
        var change = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single();
        var changed = change.ChangedSolution.GetDocument(document.Id)!;
        var compilation = (await changed.Project.GetCompilationAsync())!;
        var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error && d.Id.StartsWith("CS", System.StringComparison.Ordinal));

        Assert.Empty(errors.Select(e => e + "\n" + changed.GetTextAsync().Result));
        Assert.Empty(await FindAsync(changed, rule));
    }

    private static async Task<ImmutableArray<Diagnostic>> FindAsync(Document document, string rule)
    {
        var compilation = (await document.Project.GetCompilationAsync())!;
        var found = await compilation.WithAnalyzers([new LlmCallAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        return [.. found.Where(d => d.Id == rule)];
    }

    private static SurfaceSnippets Of(string name) => Surfaces.All.First(s => s.Name == name);
}
