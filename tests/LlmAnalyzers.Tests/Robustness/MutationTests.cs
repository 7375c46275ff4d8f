using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using LlmAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Xunit;
using Xunit.Sdk;

#pragma warning disable RS1025, RS1026, RS1036, RS1038, RS1041, RS2008 // The analyzers here never ship.

namespace LlmAnalyzers.Tests.Robustness;

/// <summary>Whatever is half typed or damaged, no analyzer throws and none hangs.</summary>
public class MutationTests
{
    private const int MutationsPerSource = 90;

    [Theory]
    [InlineData(nameof(MutationSources.Classifier), 1)]
    [InlineData(nameof(MutationSources.Pipeline), 2)]
    [InlineData(nameof(MutationSources.Wrapper), 3)]
    [InlineData(nameof(MutationSources.Program), 4)]
    public async Task No_analyzer_throws_on_a_damaged_source(string name, int seed)
    {
        var check = new CrashCheck(ComponentDiscovery.Analyzers, Sdk.All);
        foreach (var mutation in Mutations.Of(SourceNamed(name), seed, MutationsPerSource))
        {
            await check.RunAsync($"{name}, {mutation.Description}", mutation.Source);
        }
    }

    [Fact]
    public async Task No_analyzer_throws_when_one_file_of_several_is_damaged()
    {
        var check = new CrashCheck(ComponentDiscovery.Analyzers, Sdk.All);
        foreach (var mutation in Mutations.Of(MutationSources.Wrapper, seed: 5, MutationsPerSource / 3))
        {
            await check.RunAsync(mutation.Description, mutation.Source, MutationSources.Classifier, MutationSources.Pipeline);
        }
    }

    [Fact]
    public async Task No_analyzer_throws_when_the_packages_are_missing()
    {
        var check = new CrashCheck(ComponentDiscovery.Analyzers, Sdk.None);
        await Task.WhenAll(MutationSources.All.Select(source => check.RunAsync("no package", source)));
    }

    [Theory]
    [InlineData(nameof(MutationSources.Classifier))]
    [InlineData(nameof(MutationSources.Pipeline))]
    [InlineData(nameof(MutationSources.Wrapper))]
    [InlineData(nameof(MutationSources.Program))]
    public Task The_sources_compile_before_they_are_damaged(string name) => CSharpAnalyzerVerifier<SmallClassAnalyzer>.VerifyAnalyzerAsync(SourceNamed(name));

    [Fact]
    public void The_same_seed_damages_in_the_same_way_and_another_seed_does_not()
    {
        var first = Mutations.Of(MutationSources.Classifier, seed: 1, 30).ToList();
        Assert.Equal(first, Mutations.Of(MutationSources.Classifier, seed: 1, 30));
        Assert.NotEqual(first.Select(m => m.Source), Mutations.Of(MutationSources.Classifier, seed: 2, 30).Select(m => m.Source));
        Assert.True(first.Select(m => m.Source).Distinct().Count() > 25);
        Assert.DoesNotContain(MutationSources.Classifier, first.Select(m => m.Source));
    }

    [Fact]
    public async Task An_empty_source_can_be_damaged()
        => await Task.WhenAll(Mutations.Of("", seed: 1, 24).Select(mutation => new CrashCheck([new SmallClassAnalyzer()], Sdk.None).RunAsync("", mutation.Source)));

    [Fact]
    public async Task An_analyzer_that_throws_on_broken_code_is_found()
    {
        var check = new CrashCheck([new TrustingAnalyzer()], Sdk.All);
        await check.RunAsync("undamaged", MutationSources.Classifier);
        var failure = await Assert.ThrowsAsync<FailException>(async () =>
        {
            foreach (var mutation in Mutations.Of(MutationSources.Classifier, seed: 1, MutationsPerSource))
            {
                await check.RunAsync(mutation.Description, mutation.Source);
            }
        });
        Assert.Contains("AD0001 on seed 1, mutation", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_analyzer_that_hangs_is_found()
    {
        var check = new CrashCheck([new HangingAnalyzer()], Sdk.None) { Limit = TimeSpan.FromMilliseconds(100) };
        var failure = await Assert.ThrowsAsync<FailException>(() => check.RunAsync("class C", "class C;"));
        Assert.Contains("Took longer", failure.Message, StringComparison.Ordinal);
    }

    private static string SourceNamed(string name) => (string)typeof(MutationSources).GetProperty(name)!.GetValue(null)!;

    /// <summary>Throws on everything that does not bind, so on broken code only.</summary>
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class TrustingAnalyzer : DiagnosticAnalyzer
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [SmallClassAnalyzer.Rule];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterOperationAction(static c => throw new InvalidOperationException(((IInvalidOperation)c.Operation).Syntax.ToString()), OperationKind.Invalid);
        }
    }

    /// <summary>Holds on to the first class it sees for longer than any limit of these tests, deaf to cancellation.</summary>
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class HangingAnalyzer : SmallClassAnalyzer
    {
        private protected override void Analyze(SyntaxNodeAnalysisContext context) => Thread.Sleep(TimeSpan.FromSeconds(3));
    }
}
