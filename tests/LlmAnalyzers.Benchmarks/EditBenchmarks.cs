using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAnalyzers.Benchmarks;

/// <summary>What an editor asks for after a keystroke: one file's diagnostics in a project of 1,000 files.</summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 3, iterationCount: 15)]
public class EditBenchmarks
{
    private Workload _workload = null!;
    private ImmutableArray<DiagnosticAnalyzer> _analyzers;

    /// <summary>A file without calls, one with two calls, the wrapper that 100 files call, one of these callers.</summary>
    [Params("/app/Orders/Orders0.cs", "/app/Assistants/Assistant4.cs", GeneratedProject.WrapperPath, "/app/Callers/Caller7.cs")]
    public string File { get; set; } = "";

    [ParamsSource(nameof(AllAnalyzers))]
    public string Analyzers { get; set; } = Contestants.None;

    public static IEnumerable<string> AllAnalyzers => Contestants.All;

    [GlobalSetup]
    public void Setup()
    {
        _workload = new(new GeneratedProject(1_000, 0.2, wrapperCallers: 100), withSdk: true);
        _analyzers = Contestants.Of(Analyzers);
    }

    [Benchmark]
    public Task<int> Edit() => _workload.EditAsync(File, _analyzers);
}
