using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using LlmAnalyzers.FineTuning;
using LlmAnalyzers.Models;
using LlmAnalyzers.Reading;
using LlmAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace LlmAnalyzers;

/// <summary>Recognises invocations that start fine-tuning jobs. Where a compilation references nothing that tunes, nothing is registered.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FineTuningJobAnalyzer : DiagnosticAnalyzer
{
    private static readonly SyntaxTreeValueProvider<TreeIndex> Indexes = new(tree => TreeIndex.Create(tree, default));
    private static readonly SourceTextValueProvider<TrainingFileReader> Readers = new(text => new TrainingFileReader(text));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        AllRules.ForTuningJobs.Select(r => r.Descriptor).ToImmutableArray();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        TreeIndex IndexOf(SyntaxTree tree) => context.TryGetValue(tree, Indexes, out var index) ? index : TreeIndex.Create(tree, default);
        if (FineTuningJobReader.Create(context.Compilation, IndexOf) is not { } reader)
        {
            return;
        }

        var catalogue = new Lazy<ModelCatalogue>(() => TeamCatalogue.Of(context.Options, TeamCatalogue.Parse));
        var sendsPrompts = new Lazy<bool>(() => SendsPrompts(context.Compilation, IndexOf, context.CancellationToken), LazyThreadSafetyMode.PublicationOnly);
        int? Count(string? baseModel, OperationBlockAnalysisContext block) => CountExamples(
            baseModel, block.Options, text => context.TryGetValue(text, Readers, out var file) ? file : new TrainingFileReader(text), block.CancellationToken);

        // By block, not by invocation: what is reported may stand in a statement before the job.
        context.RegisterOperationBlockAction(block =>
        {
            foreach (var invocation in block.OperationBlocks.SelectMany(b => b.DescendantsAndSelf()).OfType<IInvocationOperation>())
            {
                if (reader.Read(invocation, block.CancellationToken) is { } job)
                {
                    var rules = new TuningJobContext(job, block.Options.AnalyzerConfigOptionsProvider.GetOptions(invocation.Syntax.SyntaxTree), catalogue.Value, block.ReportDiagnostic)
                    {
                        SendsPrompts = () => sendsPrompts.Value,
                        CountExamples = baseModel => Count(baseModel, block),
                    };
                    foreach (var rule in AllRules.ForTuningJobs)
                    {
                        rule.Check(job, rules);
                    }
                }
            }
        });
    }

    private static bool SendsPrompts(Compilation compilation, Func<SyntaxTree, TreeIndex> indexOf, CancellationToken cancellationToken) =>
        CallReader.Create(compilation, indexOf)?.ReadAll(cancellationToken).Any() == true;

    /// <summary>The examples of the project's training files for the base; null when it lists none, or one that cannot be counted.</summary>
    private static int? CountExamples(string? baseModel, AnalyzerOptions options, Func<SourceText, TrainingFileReader> reader, CancellationToken cancellationToken)
    {
        const int limit = 32 * 1024 * 1024;
        int? count = null;
        foreach (var item in TrainingFileItem.Find(options, cancellationToken).Where(i => !i.IsValidation && (i.BaseModel is null || baseModel is null || i.BaseModel == baseModel)))
        {
            if (item.Text.GetText(cancellationToken) is not { } text || reader(text).Read(limit, cancellationToken) is not { IsPartial: false, IsBroken: false } file)
            {
                return null;
            }

            count = (count ?? 0) + file.Examples.Length;
        }

        return count;
    }
}
