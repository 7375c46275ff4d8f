using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading.Tasks;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAnalyzers.Benchmarks;

/// <summary>A whole compilation with one set of analyzers.</summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 2, iterationCount: 5)]
public class BuildBenchmarks
{
    private Workload _workload = null!;
    private ImmutableArray<DiagnosticAnalyzer> _analyzers;

    [Params(100, 1_000)]
    public int Files { get; set; }

    /// <summary>Share of the files that call a model; below 0: no SDK is referenced at all.</summary>
    [Params(-1, 0, 0.01, 0.2)]
    public double Calling { get; set; }

    [ParamsSource(nameof(AllAnalyzers))]
    public string Analyzers { get; set; } = Contestants.None;

    public static IEnumerable<string> AllAnalyzers => Contestants.All;

    [GlobalSetup]
    public void Setup()
    {
        _workload = new(new GeneratedProject(Files, Calling < 0 ? 0 : Calling), withSdk: Calling >= 0);
        _analyzers = Contestants.Of(Analyzers);
    }

    [Benchmark]
    public Task<int> Build() => _workload.BuildAsync(_analyzers);
}

/// <summary>The largest size, with fewer repetitions.</summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 1, iterationCount: 3)]
public class LargeBuildBenchmarks
{
    private Workload _workload = null!;
    private ImmutableArray<DiagnosticAnalyzer> _analyzers;

    [Params(0, 0.01, 0.2)]
    public double Calling { get; set; }

    [Params(Contestants.None, Contestants.Empty, Contestants.Ours)]
    public string Analyzers { get; set; } = Contestants.None;

    [GlobalSetup]
    public void Setup()
    {
        _workload = new(new GeneratedProject(10_000, Calling), withSdk: true);
        _analyzers = Contestants.Of(Analyzers);
    }

    [Benchmark]
    public Task<int> Build() => _workload.BuildAsync(_analyzers);
}
