using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes.Editing;
using LlmAnalyzers.CodeFixes.Editing.FixAll;
using LlmAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAnalyzers.CodeFixes;

/// <summary>A fix of one call: reads the call again, as the rule saw it, and edits what the SDK's spelling says.</summary>
internal abstract class CallCodeFixProvider : LlmCodeFixProvider
{
    protected sealed override Reanalysis? Reanalysis => AnalyzeAsync;

    public sealed override async Task<bool> AddEditAsync(SourceEdit edit, Diagnostic diagnostic, string equivalenceKey, CancellationToken cancellationToken)
    {
        var site = CallSite.Of(diagnostic, edit.Model, edit.Root, edit.Document.Project.AnalyzerOptions, cancellationToken);
        return site is not null
            && AddEdit(edit, diagnostic, site, cancellationToken)
            && !edit.IsBroken
            && !edit.IsEmpty
            && await IsSoundAsync(edit, diagnostic, site, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Adds the changes; false when the call cannot be fixed cleanly.</summary>
    protected abstract bool AddEdit(SourceEdit edit, Diagnostic diagnostic, CallSite site, CancellationToken cancellationToken);

    /// <summary>The edited document compiles as well as before, and the rule has less to say about the call.</summary>
    private static async Task<bool> IsSoundAsync(SourceEdit edit, Diagnostic diagnostic, CallSite site, CancellationToken cancellationToken)
    {
        var document = await edit.ApplyAsync(cancellationToken).ConfigureAwait(false);
        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        if (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || AllRules.ForCalls.FirstOrDefault(r => r.Descriptor.Id == diagnostic.Id) is not { } rule)
        {
            return false;
        }

        var name = site.Call.Places.MethodName.SourceSpan.Start;
        var moved = name + text.GetTextChanges(edit.Text).Where(c => c.Span.End <= name).Sum(c => (c.NewText?.Length ?? 0) - c.Span.Length);
        return CallSite.Named(moved, model, root, document.Project.AnalyzerOptions, cancellationToken) is { } edited
            && edited.Flaws(rule).Count < site.Flaws(rule).Count
            && CountErrors(model, cancellationToken) <= CountErrors(edit.Model, cancellationToken);
    }

    internal static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Document document, CancellationToken cancellationToken)
    {
        if (await document.Project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation
            || await document.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false) is not { } tree)
        {
            return ImmutableArray<Diagnostic>.Empty;
        }

        var analysis = compilation.WithAnalyzers(
            ImmutableArray.Create<DiagnosticAnalyzer>(new LlmCallAnalyzer()), document.Project.AnalyzerOptions);
        var found = await analysis.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), null, cancellationToken).ConfigureAwait(false);
        return found.Where(d => d.Location.SourceTree == tree).ToImmutableArray();
    }
}
