using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.FineTuning;
using LlmAnalyzers.Models;
using LlmAnalyzers.Options;
using LlmAnalyzers.Reading;
using LlmAnalyzers.Rules;
using LlmAnalyzers.Rules.Configuration;
using LlmAnalyzers.Rules.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace LlmAnalyzers;

/// <summary>
/// Recognises calls to LLM SDKs, reads each of them once, and hands it to every rule. Where a compilation references no
/// known SDK, only requests that are sent by HTTP are looked at; where these are switched off too, nothing is registered.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LlmCallAnalyzer : DiagnosticAnalyzer
{
    private static readonly SyntaxTreeValueProvider<TreeIndex> IndexProvider = new(tree => TreeIndex.Create(tree, default));
    private static readonly SyntaxTreeValueProvider<NameIndex> NamesProvider = new(tree => NameIndex.Create(tree, default));

    private static readonly SourceTextValueProvider<TrainingFileReader> TrainingProvider = new(text => new TrainingFileReader(text));
    private static readonly SourceTextValueProvider<CatalogueFile> CatalogueProvider = new(TeamCatalogue.Parse);
    private static readonly SourceTextValueProvider<ImmutableDictionary<string, string>> SettingsProvider = new(AppSettings.Parse);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        AllRules.InSource;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        var readsRawHttp = OptionReader.Read(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions, AllOptions.ReadsRawHttp);
        var files = new ProjectFiles(context.Options.AdditionalFiles, text => context.TryGetValue(text, SettingsProvider, out var settings) ? settings : AppSettings.Parse(text));
        var reader = CallReader.Create(context.Compilation, IndexOf, readsRawHttp, files);
        if (reader is null)
        {
            return;
        }

        // By block, not by invocation: an editor shows only what stands inside the span of the action's own node, and a
        // temperature is mostly set in a statement before the call.
        CatalogueFile Parse(SourceText text) => context.TryGetValue(text, CatalogueProvider, out var file) ? file : TeamCatalogue.Parse(text);
        var catalogue = TeamCatalogue.Of(context.Options, Parse);
        var inspection = new CallInspection(reader, catalogue, context.Options.AnalyzerConfigOptionsProvider)
        {
            TrainedPromptsOf = baseModel => TrainedPrompts.Of(
                baseModel, context.Options, text => context.TryGetValue(text, TrainingProvider, out var file) ? file : new TrainingFileReader(text), context.CancellationToken),
        };
        if (reader.HasSdk)
        {
            NameIndex NamesOf(SyntaxTree tree) => context.TryGetValue(tree, NamesProvider, out var names) ? names : NameIndex.Create(tree, default);
            var keys = new ApiKeyReader(context.Compilation, NamesOf);
            var constants = new ModelConstantInspection(reader.ModelConstants(NamesOf), catalogue);
            var retired = reader.RetiredApiUses(NamesOf);
            context.RegisterOperationBlockAction(block => Check(block, reader, inspection, keys, constants, retired, catalogue));
        }
        else
        {
            // Without an SDK few files send anything: only invocations with the right name are bound.
            context.RegisterCodeBlockAction(block => Check(block, IndexOf(block.CodeBlock.SyntaxTree), reader, inspection));
        }

        if (context.Options.AdditionalFiles.Any(TeamCatalogue.IsCatalogue))
        {
            context.RegisterAdditionalFileAction(file => CheckFile(file, Parse));
        }

        TreeIndex IndexOf(SyntaxTree tree) => context.TryGetValue(tree, IndexProvider, out var index) ? index : TreeIndex.Create(tree, default);
    }

    /// <summary>What of a team's catalogue cannot be used.</summary>
    private static void CheckFile(AdditionalFileAnalysisContext context, Func<SourceText, CatalogueFile> parse)
    {
        if (TeamCatalogue.IsCatalogue(context.AdditionalFile) && context.AdditionalFile.GetText(context.CancellationToken) is { } text)
        {
            foreach (var problem in parse(text).Problems)
            {
                context.ReportDiagnostic(InvalidDataFile.Of(problem, context.AdditionalFile.Path, text));
            }
        }
    }

    private static void Check(CodeBlockAnalysisContext context, TreeIndex index, CallReader reader, CallInspection inspection)
    {
        Action<Diagnostic>? report = null;
        foreach (var name in index.Names)
        {
            foreach (var position in index.InvocationsOf(name))
            {
                if (context.CodeBlock.Span.Contains(position)
                    && reader.MayLead(name, context.CancellationToken)
                    && context.CodeBlock.FindToken(position).Parent?.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } syntax
                    && context.SemanticModel.GetSymbolInfo(syntax, context.CancellationToken).Symbol is IMethodSymbol method
                    && (reader.MayBeCall(method) || !method.DeclaringSyntaxReferences.IsEmpty)
                    && context.SemanticModel.GetOperation(syntax, context.CancellationToken) is IInvocationOperation invocation)
                {
                    inspection.Check(invocation, report ??= Once(context.ReportDiagnostic), context.CancellationToken);
                }
            }
        }
    }

    private static void Check(
        OperationBlockAnalysisContext context,
        CallReader reader,
        CallInspection inspection,
        ApiKeyReader keys,
        ModelConstantInspection constants,
        RetiredApiReader? retired,
        ModelCatalogue catalogue)
    {
        var report = Once(context.ReportDiagnostic);
        foreach (var block in context.OperationBlocks)
        {
            SchemaInspection.Check(block, reader, catalogue, report, context.CancellationToken);
            foreach (var use in retired?.Read(block, context.CancellationToken) ?? [])
            {
                report(ApiShutDown.Of(use, catalogue));
            }

            foreach (var operation in block.DescendantsAndSelf())
            {
                if (operation is IInvocationOperation invocation)
                {
                    inspection.Check(invocation, report, context.CancellationToken);
                }
                else if (operation is IObjectCreationOperation creation && reader.ReadOptions(creation, context.CancellationToken) is { } options)
                {
                    Check(options, context, catalogue, report);
                }
                else if (keys.Read(operation, context.CancellationToken) is { } key)
                {
                    Check(key, context, catalogue, report);
                }
                else
                {
                    constants.Check(operation, report, context.CancellationToken);
                }
            }
        }
    }

    /// <summary>A value that several calls of the member share is one cause.</summary>
    private static Action<Diagnostic> Once(Action<Diagnostic> report)
    {
        var reported = new HashSet<(string Id, Location Place)>();
        return diagnostic =>
        {
            if (reported.Add((diagnostic.Id, diagnostic.Location)))
            {
                report(diagnostic);
            }
        };
    }

    private static void Check(OptionsObject options, OperationBlockAnalysisContext context, ModelCatalogue catalogue, Action<Diagnostic> report)
    {
        var rules = new RuleContext(context.Options.AnalyzerConfigOptionsProvider.GetOptions(options.Place.SourceTree!), catalogue, report);
        foreach (var rule in AllRules.ForOptions)
        {
            rule.Check(options, rules);
        }
    }

    private static void Check(ApiKeyUse key, OperationBlockAnalysisContext context, ModelCatalogue catalogue, Action<Diagnostic> report)
    {
        var rules = new RuleContext(context.Options.AnalyzerConfigOptionsProvider.GetOptions(key.Location.SourceTree!), catalogue, report);
        foreach (var rule in AllRules.ForKeys)
        {
            rule.Check(key, rules);
        }
    }
}
