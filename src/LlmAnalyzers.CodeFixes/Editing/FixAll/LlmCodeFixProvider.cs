using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LlmAnalyzers.CodeFixes.Editing.FixAll;

/// <summary>A code fix that offers one action per diagnostic, and only where its edit can be made.</summary>
internal abstract class LlmCodeFixProvider : CodeFixProvider, IDiagnosticEdit
{
    /// <summary>What the action says it does, in the imperative.</summary>
    protected abstract string Title { get; }

    /// <summary>The same for one diagnostic, where there is more to say.</summary>
    protected virtual string TitleOf(Diagnostic diagnostic) => Title;

    /// <summary>The same for all diagnostics that are fixed together.</summary>
    protected virtual string EquivalenceKey => GetType().Name;

    /// <summary>How conflicting fixes get their second chance in Fix All; null for none.</summary>
    protected virtual Reanalysis? Reanalysis => null;

    /// <summary>False for an action that needs a human eye at each place.</summary>
    protected virtual bool IsForFixAll => true;

    public sealed override FixAllProvider? GetFixAllProvider() =>
        IsForFixAll ? new DocumentFixAllProvider(this, Reanalysis) : null;

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            // The edit is tried before it is offered: no light bulb that does nothing.
            if (await EditAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is not null)
            {
                var action = CodeAction.Create(TitleOf(diagnostic), token => FixAsync(context.Document, diagnostic, token), EquivalenceKey);
                context.RegisterCodeFix(action, diagnostic);
            }
        }
    }

    public abstract Task<bool> AddEditAsync(SourceEdit edit, Diagnostic diagnostic, string equivalenceKey, CancellationToken cancellationToken);

    /// <summary>A fix must not leave a document with more of them than it found.</summary>
    protected static int CountErrors(SemanticModel model, CancellationToken cancellationToken) =>
        model.GetDiagnostics(null, cancellationToken).Count(d => d.Severity == DiagnosticSeverity.Error);

    private async Task<Document> FixAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        await EditAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is { } edit
            ? await edit.ApplyAsync(cancellationToken).ConfigureAwait(false)
            : document;

    private async Task<SourceEdit?> EditAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var edit = await SourceEdit.StartAsync(document, cancellationToken).ConfigureAwait(false);
        return edit is not null && await AddEditAsync(edit, diagnostic, EquivalenceKey, cancellationToken).ConfigureAwait(false) && !edit.IsBroken
            ? edit
            : null;
    }
}
