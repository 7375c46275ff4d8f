using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LlmAnalyzers.CodeFixes.Editing.FixAll;

/// <summary>Gives the diagnostics of a document as it stands after a pass of fixes.</summary>
internal delegate Task<ImmutableArray<Diagnostic>> Reanalysis(Document document, CancellationToken cancellationToken);

/// <summary>
/// Fixes all diagnostics of a document, a project or a solution, each document by itself. Fixes that do not conflict are applied
/// together, in order of position; for the others the document is analysed again.
/// </summary>
internal sealed class DocumentFixAllProvider : DocumentBasedFixAllProvider
{
    /// <summary>More passes than this would mean that fixes bring forth new diagnostics.</summary>
    public const int MaxPasses = 5;

    private readonly IDiagnosticEdit _fixer;
    private readonly Reanalysis? _reanalysis;

    /// <param name="fixer">Fixes one diagnostic.</param>
    /// <param name="reanalysis">Null to leave conflicting fixes undone.</param>
    public DocumentFixAllProvider(IDiagnosticEdit fixer, Reanalysis? reanalysis)
        : base(ImmutableArray.Create(FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution))
    {
        _fixer = fixer;
        _reanalysis = reanalysis;
    }

    /// <summary>The document with all fixes made that can be; null when there is none.</summary>
    public async Task<Document?> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, string equivalenceKey, CancellationToken cancellationToken)
    {
        var ids = diagnostics.Select(d => d.Id).ToImmutableHashSet(StringComparer.Ordinal);
        var current = document;
        for (var pass = 1; pass <= MaxPasses && !diagnostics.IsEmpty; pass++)
        {
            var (merged, hasLeftovers) = await MergeAsync(current, diagnostics, equivalenceKey, cancellationToken).ConfigureAwait(false);
            if (merged.IsEmpty)
            {
                break;
            }

            current = merged.Apply(current, cancellationToken);
            if (!hasLeftovers || _reanalysis is null || pass == MaxPasses)
            {
                break;
            }

            var fresh = await _reanalysis(current, cancellationToken).ConfigureAwait(false);
            diagnostics = fresh.Where(d => ids.Contains(d.Id) && !d.IsSuppressed).ToImmutableArray();
        }

        return current == document ? null : current;
    }

    protected override Task<Document?> FixAllAsync(FixAllContext fixAllContext, Document document, ImmutableArray<Diagnostic> diagnostics) =>
        FixAsync(document, diagnostics, fixAllContext.CodeActionEquivalenceKey ?? "", fixAllContext.CancellationToken);

    private async Task<(MergedEdits Merged, bool HasLeftovers)> MergeAsync(
        Document document, ImmutableArray<Diagnostic> diagnostics, string equivalenceKey, CancellationToken cancellationToken)
    {
        var merged = new MergedEdits();
        var hasLeftovers = false;
        var ordered = diagnostics.Where(d => d.Location.IsInSource)
            .OrderBy(d => d.Location.SourceSpan.Start)
            .ThenBy(d => d.Location.SourceSpan.Length)
            .ThenBy(d => d.Id, StringComparer.Ordinal);
        foreach (var diagnostic in ordered)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var edit = await SourceEdit.StartAsync(document, cancellationToken).ConfigureAwait(false);
            if (edit is not null && await _fixer.AddEditAsync(edit, diagnostic, equivalenceKey, cancellationToken).ConfigureAwait(false))
            {
                hasLeftovers |= !merged.TryAdd(edit);
            }
        }

        return (merged, hasLeftovers);
    }
}
