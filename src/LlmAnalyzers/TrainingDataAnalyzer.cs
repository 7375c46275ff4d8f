using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using LlmAnalyzers.FineTuning;
using LlmAnalyzers.Models;
using LlmAnalyzers.Options;
using LlmAnalyzers.Rules;
using LlmAnalyzers.Rules.FineTuning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace LlmAnalyzers;

/// <summary>
/// Checks the training files that a project names by <c>LlmTrainingData</c>. Needs no SDK. A file is read once per content, not
/// once per keystroke in some other file.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TrainingDataAnalyzer : DiagnosticAnalyzer
{
    private const int Megabyte = 1024 * 1024;

    private static readonly SourceTextValueProvider<TrainingFileReader> Readers = new(text => new TrainingFileReader(text));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        AllRules.ForTrainingFiles.Select(r => r.Descriptor).ToImmutableArray();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        var files = TrainingFileItem.Find(context.Options, context.CancellationToken);
        if (files.IsEmpty)
        {
            return;
        }

        var catalogue = TeamCatalogue.Of(context.Options, TeamCatalogue.Parse);
        context.RegisterAdditionalFileAction(file =>
        {
            if (files.FirstOrDefault(f => f.Text == file.AdditionalFile) is { } item)
            {
                Check(item, files, catalogue, file, text => context.TryGetValue(text, Readers, out var reader) ? reader : new TrainingFileReader(text));
            }
        });
    }

    private static void Check(
        TrainingFileItem item,
        ImmutableArray<TrainingFileItem> files,
        ModelCatalogue catalogue,
        AdditionalFileAnalysisContext context,
        Func<SourceText, TrainingFileReader> reader)
    {
        var options = context.Options.AnalyzerConfigOptionsProvider.GetOptions(item.Text);
        var limit = OptionReader.Read(options, AllOptions.MaximumTrainingFileMegabytes, FilePartlyChecked.Id) * Megabyte;
        if (item.Text.GetText(context.CancellationToken) is not { } text)
        {
            return;
        }

        var file = reader(text).Read(limit, context.CancellationToken);
        var rules = new TrainingFileContext(item.Text.Path, options, context.ReportDiagnostic)
        {
            Target = item.Target(catalogue, files),
            Validation = Validation(item, files, file, other => reader(other).Read(limit, context.CancellationToken), context.CancellationToken),
            HasByteOrderMark = text.Encoding is { } encoding ? encoding.GetPreamble().Length > 0 : null,
        };
        foreach (var rule in AllRules.ForTrainingFiles)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            rule.Check(file, rules);
        }
    }

    private static ValidationFile? Validation(
        TrainingFileItem item, ImmutableArray<TrainingFileItem> files, TrainingFile file, Func<SourceText, TrainingFile> read, CancellationToken cancellationToken)
    {
        if (item.IsValidation || item.FindValidation(files) is not { } validation)
        {
            return null;
        }

        if (validation == item)
        {
            return new(item.Name, file, IsSame: true);
        }

        return validation.Text.GetText(cancellationToken) is { } text ? new(validation.Name, read(text), IsSame: false) : null;
    }
}
