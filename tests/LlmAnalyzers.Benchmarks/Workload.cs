using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace LlmAnalyzers.Benchmarks;

/// <summary>One generated application, parsed, and the two things that are done with it: a build, and an edit of one file.</summary>
public sealed class Workload
{
    private static readonly CSharpParseOptions Parse = new(LanguageVersion.Latest);
    private static readonly string[] Sdks = ["OpenAI.dll", "System.ClientModel.dll", "System.Memory.Data.dll", "Microsoft.Extensions.AI.Abstractions.dll"];
    private readonly CSharpCompilation _compilation;

    /// <param name="project">The code.</param>
    /// <param name="withSdk">Whether the SDKs the code may call are referenced.</param>
    public Workload(GeneratedProject project, bool withSdk)
    {
        var framework = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "mscorlib.dll" or "netstandard.dll"))
            .Where(p => !File.Exists(Path.Combine(AppContext.BaseDirectory, Path.GetFileName(p))));
        var sdks = withSdk
            ? Sdks.Select(n => Path.Combine(AppContext.BaseDirectory, n))
            : [];
        _compilation = CSharpCompilation.Create(
            "App",
            project.Sources().Select(s => CSharpSyntaxTree.ParseText(SourceText.From(s.Text), Parse, s.Path)),
            framework.Concat(sdks).Select(p => MetadataReference.CreateFromFile(p)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>Errors of the generated code: there must be none, or what is measured is error recovery.</summary>
    public ImmutableArray<Diagnostic> Errors => [.. _compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error)];

    /// <summary>Compiles everything from bound to checked, as a build does; with no analyzers only the compiler's own part.</summary>
    /// <returns>How many diagnostics the analyzers reported.</returns>
    public async Task<int> BuildAsync(ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        // A copy: a compilation keeps what it has bound.
        var compilation = _compilation.Clone();
        if (analyzers.IsEmpty)
        {
            return compilation.GetDiagnostics().Count(d => d.Severity == DiagnosticSeverity.Error);
        }

        var all = await Watch(compilation, analyzers).GetAllDiagnosticsAsync(CancellationToken.None).ConfigureAwait(false);
        return all.Length;
    }

    /// <summary>A keystroke: the text of one file changes, and the editor asks for that file's diagnostics.</summary>
    /// <param name="path">The file.</param>
    /// <param name="analyzers">What the editor runs.</param>
    public async Task<int> EditAsync(string path, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var before = _compilation.SyntaxTrees.First(t => t.FilePath == path);
        var text = await before.GetTextAsync().ConfigureAwait(false);
        var after = before.WithChangedText(text.WithChanges(new TextChange(new TextSpan(text.Length, 0), "\n// edited\n")));
        var compilation = _compilation.ReplaceSyntaxTree(before, after);
        var model = compilation.GetSemanticModel(after);
        var count = model.GetDiagnostics().Length;
        if (!analyzers.IsEmpty)
        {
            var found = await Watch(compilation, analyzers).GetAnalyzerSemanticDiagnosticsAsync(model, filterSpan: null, CancellationToken.None).ConfigureAwait(false);
            count += found.Length;
        }

        return count;
    }

    private static CompilationWithAnalyzers Watch(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers) =>
        compilation.WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
}
