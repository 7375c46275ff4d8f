using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes.Editing;
using LlmAnalyzers.CodeFixes.Editing.FixAll;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAnalyzers.CodeFixes;

/// <summary>A fix of one call: reads the call again, as the rule saw it, and edits what the SDK's spelling says.</summary>
internal abstract class CallCodeFixProvider : LlmCodeFixProvider
{
    protected sealed override Reanalysis? Reanalysis => AnalyzeAsync;

    public sealed override Task<bool> AddEditAsync(SourceEdit edit, Diagnostic diagnostic, string equivalenceKey, CancellationToken cancellationToken)
    {
        var site = CallSite.Of(diagnostic, edit.Model, edit.Root, edit.Document.Project.AnalyzerOptions, cancellationToken);
        return Task.FromResult(site is not null && AddEdit(edit, diagnostic, site, cancellationToken) && !edit.IsBroken && !edit.IsEmpty);
    }

    /// <summary>Adds the changes; false when the call cannot be fixed cleanly.</summary>
    protected abstract bool AddEdit(SourceEdit edit, Diagnostic diagnostic, CallSite site, CancellationToken cancellationToken);

    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Document document, CancellationToken cancellationToken)
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
