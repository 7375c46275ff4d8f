using System;
using System.Linq;
using BenchmarkDotNet.Running;
using LlmAnalyzers.Benchmarks;

// `--check`: what is measured must be what is meant. Everything else goes to BenchmarkDotNet (`--filter *`).
if (args is ["--check"])
{
    var workload = new Workload(new GeneratedProject(100, 0.2, wrapperCallers: 10), withSdk: true);
    foreach (var error in workload.Errors.Take(10))
    {
        Console.Error.WriteLine(error);
    }

    foreach (var name in Contestants.All)
    {
        var analyzers = Contestants.Of(name);
        Console.WriteLine($"{name}: {analyzers.Length} analyzers, {await workload.BuildAsync(analyzers).ConfigureAwait(false)} diagnostics");
    }

    return workload.Errors.IsEmpty ? 0 : 1;
}

// `--quick 1000`: the same comparison by the clock, in a minute: enough to see what a change costs.
if (args is ["--quick", var size])
{
    await QuickComparison.RunAsync(int.Parse(size, System.Globalization.CultureInfo.InvariantCulture)).ConfigureAwait(false);
    return 0;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
