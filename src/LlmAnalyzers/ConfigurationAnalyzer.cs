using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LlmAnalyzers.FineTuning;
using LlmAnalyzers.Models;
using LlmAnalyzers.Options;
using LlmAnalyzers.Rules;
using LlmAnalyzers.Rules.Configuration;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAnalyzers;

/// <summary>
/// Looks through the options of every file once, at the end of a build. An analyzer of its own: where an SDK is referenced, the other
/// one has no action but that for members.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConfigurationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(InvalidOption.Descriptor);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationAction(Check);
    }

    private static void Check(CompilationAnalysisContext context)
    {
        // The options of each file are many: they are looked through only where they can matter.
        var looksAtFiles = SdkSymbols.HasSdkIn(context.Compilation)
            || !TrainingFileItem.Find(context.Options, context.CancellationToken).IsEmpty;
        var provider = context.Options.AnalyzerConfigOptionsProvider;
        var check = new OptionCheck(AllRules.Descriptors.Select(d => d.Id));
        var reported = new HashSet<(string Key, string Value)>();
        Report(check.Find(provider.GlobalOptions, provider.GlobalOptions));
        Report(TeamCatalogue.ProblemOf(provider.GlobalOptions, TeamCatalogue.Of(context.Options, TeamCatalogue.Parse)) is { } names ? [names] : []);
        foreach (var tree in looksAtFiles ? context.Compilation.SyntaxTrees : [])
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            Report(check.Find(provider.GetOptions(tree), provider.GlobalOptions));
        }

        void Report(IEnumerable<OptionProblem> problems)
        {
            foreach (var problem in problems)
            {
                if (reported.Add((problem.Key.ToUpperInvariant(), problem.Value)))
                {
                    context.ReportDiagnostic(InvalidOption.Of(problem));
                }
            }
        }
    }
}
