using System.Collections.Immutable;
using System.Linq;
using LlmAnalyzers.Models;
using LlmAnalyzers.Reading;
using LlmAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers;

/// <summary>
/// Recognises calls to LLM SDKs, reads each of them once, and hands it to every rule. Where a compilation references no
/// known SDK, nothing is registered and nothing is paid.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LlmCallAnalyzer : DiagnosticAnalyzer
{
    private static readonly SyntaxTreeValueProvider<TreeIndex> IndexProvider = new(tree => TreeIndex.Create(tree, default));

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        AllRules.ForCalls.Select(r => r.Descriptor).ToImmutableArray();

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        var reader = CallReader.Create(
            context.Compilation,
            tree => context.TryGetValue(tree, IndexProvider, out var index) ? index : TreeIndex.Create(tree, default));
        if (reader is null)
        {
            return;
        }

        var catalogue = ModelCatalogue.BuiltIn;
        context.RegisterOperationAction(operation => Check(operation, reader, catalogue), OperationKind.Invocation);
    }

    private static void Check(OperationAnalysisContext context, CallReader reader, ModelCatalogue catalogue)
    {
        if (reader.Read((IInvocationOperation)context.Operation, context.CancellationToken) is not { Call: var call })
        {
            return;
        }

        var options = context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.Operation.Syntax.SyntaxTree);
        var findings = new CallFindings(call);
        var rules = new RuleContext(options, catalogue, context.ReportDiagnostic);
        foreach (var rule in AllRules.ForCalls)
        {
            rule.Check(call, findings, rules);
        }
    }
}
