using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Models;
using LlmAnalyzers.Reading;
using LlmAnalyzers.Rules;
using LlmAnalyzers.Schemas;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.CodeFixes;

/// <summary>A call as a fix sees it: what the rules know of it, how its SDK is spelled, and its syntax.</summary>
internal sealed class CallSite
{
    private static readonly ConditionalWeakTable<Compilation, CallReader> Readers = new();
    private static readonly ConditionalWeakTable<SyntaxTree, TreeIndex> Indexes = new();
    private static readonly ConditionalWeakTable<AnalyzerOptions, ModelCatalogue> Catalogues = new();

    private readonly CallReader _reader;
    private readonly AnalyzerOptions _options;

    private CallSite(CallReader reader, AnalyzerOptions options, IInvocationOperation operation, LlmCall call, SdkSurface surface, SdkSpelling spelling)
    {
        _reader = reader;
        _options = options;
        Models = Catalogues.GetValue(options, o => TeamCatalogue.Of(o, TeamCatalogue.Parse));
        Operation = operation;
        Call = call;
        Surface = surface;
        Spelling = spelling;
    }

    /// <summary>What is known about models, with what the team adds.</summary>
    public ModelCatalogue Models { get; }

    public IInvocationOperation Operation { get; }

    public LlmCall Call { get; }

    public SdkSurface Surface { get; }

    public SdkSpelling Spelling { get; }

    public InvocationExpressionSyntax Syntax => (InvocationExpressionSyntax)Operation.Syntax;

    /// <summary>Reads the call a diagnostic is about; null when it is no longer there or its SDK has no spelling.</summary>
    public static CallSite? Of(Diagnostic diagnostic, SemanticModel model, SyntaxNode root, AnalyzerOptions options, CancellationToken cancellationToken) =>
        CallProperties.SpanOf(diagnostic) is { } span && root.FullSpan.Contains(span)
        && root.FindNode(span, getInnermostNodeForTie: true).FirstAncestorOrSelf<InvocationExpressionSyntax>(i => i.Span == span) is { } syntax
            ? Read(syntax, model, options, cancellationToken)
            : null;

    /// <summary>Reads the call whose method name begins at a position.</summary>
    public static CallSite? Named(int position, SemanticModel model, SyntaxNode root, AnalyzerOptions options, CancellationToken cancellationToken) =>
        root.FullSpan.Contains(position)
        && root.FindToken(position).Parent?.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } syntax
            ? Read(syntax, model, options, cancellationToken)
            : null;

    private static CallSite? Read(InvocationExpressionSyntax syntax, SemanticModel model, AnalyzerOptions options, CancellationToken cancellationToken) =>
        model.GetOperation(syntax, cancellationToken) is IInvocationOperation operation
        && ReaderOf(model.Compilation, options) is { } reader
        && reader.Read(operation, cancellationToken) is var (call, surface)
        && surface.Spelling is { } spelling
            ? new(reader, options, operation, call, surface, spelling)
            : null;

    /// <summary>The invocation sends a request to a model, or writes the JSON that is sent.</summary>
    public bool IsCall(InvocationExpressionSyntax invocation) =>
        Operation.SemanticModel!.Compilation.GetSemanticModel(invocation.SyntaxTree).GetOperation(invocation) is IInvocationOperation operation
        && (_reader.Read(operation, default) is not null || (Spelling.IsJsonBody && IsSerializer(operation)));

    private static bool IsSerializer(IInvocationOperation operation) =>
        JsonTrees.SerializedBy(operation) is not null || operation.TargetMethod is { Name: "Create", ContainingType.Name: "JsonContent" };

    /// <summary>
    /// Every other call of the project that uses the same place has the same flaw, so that editing the place is right for all
    /// of them.
    /// </summary>
    /// <param name="rule">Tells whether a call has the flaw.</param>
    /// <param name="uses">Tells whether a call uses the place.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="isAlike">Tells whether the flaw of a call is mended by the same edit; null when any is.</param>
    public bool AllUsersShareFlaw(CallRule rule, Func<LlmCall, bool> uses, CancellationToken cancellationToken, Func<LlmCall, bool>? isAlike = null)
    {
        foreach (var (call, _) in _reader.ReadAll(cancellationToken))
        {
            if (uses(call) && !(Flaws(rule, call).Count > 0 && isAlike?.Invoke(call) != false))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What the deserialising call of a reply use says about the JSON it reads, and its options argument.</summary>
    public (SerializationConventions Conventions, IArgumentOperation? Options)? ConventionsOf(ReplyUse use, CancellationToken cancellationToken) =>
        _reader.ConventionsOf(use, cancellationToken);

    /// <summary>What a rule reports about the call.</summary>
    public IReadOnlyList<Diagnostic> Flaws(CallRule rule) => Flaws(rule, Call);

    private List<Diagnostic> Flaws(CallRule rule, LlmCall call)
    {
        var found = new List<Diagnostic>();
        var tree = call.Places.Invocation.SourceTree!;
        rule.Check(call, new CallFindings(call), new RuleContext(_options.AnalyzerConfigOptionsProvider.GetOptions(tree), Models, found.Add));
        return found;
    }

    /// <summary>Reads the calls of a compilation; null when it references no known SDK.</summary>
    public static CallReader? ReaderOf(Compilation compilation, AnalyzerOptions? options = null)
    {
        if (Readers.TryGetValue(compilation, out var known))
        {
            return known;
        }

        var created = CallReader.Create(compilation, tree => Indexes.GetValue(tree, t => TreeIndex.Create(t, default)), files: options is null ? null : new ProjectFiles(options.AdditionalFiles, AppSettings.Parse));
        return created is null ? null : Readers.GetValue(compilation, _ => created);
    }
}
