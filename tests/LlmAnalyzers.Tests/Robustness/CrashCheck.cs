using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using LlmAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace LlmAnalyzers.Tests.Robustness;

/// <summary>Runs analyzers over a source that need not compile: they must neither throw nor take longer than the limit.</summary>
internal sealed class CrashCheck(ImmutableArray<DiagnosticAnalyzer> analyzers, SdkReferences references)
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview);

    private readonly CSharpCompilation _empty = CSharpCompilation.Create(
        "Damaged", [], references.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>For one source. Far above what any needs, so that only a hang reaches it, also on a busy machine.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(30);

    public async Task RunAsync(string description, params string[] sources)
    {
        if (analyzers.IsEmpty)
        {
            return;
        }

        var trees = new List<SyntaxTree>();
        foreach (var source in sources)
        {
            trees.Add(CSharpSyntaxTree.ParseText(source, ParseOptions, $"/0/Test{trees.Count}.cs"));
        }

        var exceptions = new ConcurrentQueue<Exception>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (exception, _, _) => exceptions.Enqueue(exception), concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        using var cancellation = new CancellationTokenSource(Limit);
        try
        {
            // On the pool, and waited for apart: an analyzer that never looks at its token would hold the test for ever.
            var run = Task.Run(() => new CompilationWithAnalyzers(_empty.AddSyntaxTrees(trees), analyzers, options).GetAnalyzerDiagnosticsAsync(cancellation.Token));
            await run.WaitAsync(Limit + TimeSpan.FromSeconds(1));
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            Assert.Fail($"Took longer than {Limit.TotalSeconds} s: {description}\n{string.Join("\n//---\n", sources)}");
        }

        if (exceptions.TryPeek(out var first))
        {
            Assert.Fail($"AD0001 on {description}\n{first}\n{string.Join("\n//---\n", sources)}");
        }
    }
}
