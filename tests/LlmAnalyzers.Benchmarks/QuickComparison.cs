using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;

namespace LlmAnalyzers.Benchmarks;

/// <summary>Median times and allocations of a few runs each, side by side; coarser than BenchmarkDotNet, and much faster.</summary>
internal static class QuickComparison
{
    private const int Runs = 5;
    private static readonly string[] Sets = [Contestants.None, Contestants.Empty, Contestants.Ours];

    public static async Task RunAsync(int files)
    {
        Console.WriteLine("| what | analyzers | ms | MB |");
        Console.WriteLine("| --- | --- | ---: | ---: |");
        foreach (var share in new[] { -1, 0, 0.01, 0.2 })
        {
            var workload = new Workload(new GeneratedProject(files, Math.Max(share, 0)), withSdk: share >= 0);
            var what = share < 0 ? "build, no SDK" : string.Create(CultureInfo.InvariantCulture, $"build, {share:P0} of the files call");
            await CompareAsync(what, set => workload.BuildAsync(Contestants.Of(set))).ConfigureAwait(false);
        }

        var project = new Workload(new GeneratedProject(files, 0.2, wrapperCallers: 100), withSdk: true);
        foreach (var file in new[] { "/app/Orders/Orders0.cs", "/app/Assistants/Assistant4.cs", GeneratedProject.WrapperPath, "/app/Callers/Caller7.cs" })
        {
            await CompareAsync("edit of " + file, set => project.EditAsync(file, Contestants.Of(set))).ConfigureAwait(false);
        }
    }

    private static async Task CompareAsync(string what, Func<string, Task<int>> run)
    {
        // In turns, so that whatever else the machine does meets all of them.
        foreach (var set in Sets)
        {
            await run(set).ConfigureAwait(false);
        }

        var times = Sets.ToDictionary(s => s, _ => new double[Runs]);
        var bytes = Sets.ToDictionary(s => s, _ => 0L);
        for (var i = 0; i < Runs; i++)
        {
            foreach (var set in Sets)
            {
                var before = GC.GetTotalAllocatedBytes(precise: true);
                var clock = Stopwatch.StartNew();
                await run(set).ConfigureAwait(false);
                times[set][i] = clock.Elapsed.TotalMilliseconds;
                bytes[set] = GC.GetTotalAllocatedBytes(precise: true) - before;
            }
        }

        foreach (var set in Sets)
        {
            var median = times[set].Order().ElementAt(Runs / 2);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {set} | {median:0} | {bytes[set] / 1e6:0} |"));
        }
    }
}
