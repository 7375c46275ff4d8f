using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LlmAnalyzers.CodeFixes.Editing;

/// <summary>Several fixes of one document, applied together. A fix that conflicts with an earlier one is left out as a whole.</summary>
internal sealed class MergedEdits
{
    private readonly List<TextChange> _changes = new();
    private readonly List<NamespaceImport> _imports = new();
    private SourceEdit? _first;

    public bool IsEmpty => _changes.Count == 0;

    /// <summary>False, and nothing is taken, when a change conflicts with one that is already in. The same change twice is one change.</summary>
    public bool TryAdd(SourceEdit edit)
    {
        if (edit.IsBroken || edit.IsEmpty)
        {
            return false;
        }

        var fresh = edit.Changes.Where(c => !_changes.Contains(c)).ToList();
        if (fresh.Any(c => _changes.Any(other => Conflict(c, other))))
        {
            return false;
        }

        _first ??= edit;
        _changes.AddRange(fresh);
        _imports.AddRange(edit.Imports.Where(i => !_imports.Any(other => other.Name == i.Name)));
        return true;
    }

    public Document Apply(Document document, CancellationToken cancellationToken)
    {
        if (_first is not { } any)
        {
            return document;
        }

        cancellationToken.ThrowIfCancellationRequested();
        var changes = _changes.ToDictionary(c => c.Span, c => c.NewText ?? "");
        foreach (var change in UsingDirectives.Changes(any.Root, any.Text, any.Style, _imports))
        {
            changes[change.Span] = changes.TryGetValue(change.Span, out var other) ? change.NewText + other : change.NewText ?? "";
        }

        var ordered = changes.OrderBy(c => c.Key.Start).ThenBy(c => c.Key.Length).Select(c => new TextChange(c.Key, c.Value));
        return document.WithText(any.Text.WithChanges(ordered));
    }

    /// <summary>
    /// Whether two different changes cannot both be made. An insertion beside a replacement is well defined; beside a removal it is not,
    /// because what it was attached to is gone.
    /// </summary>
    public static bool Conflict(TextChange a, TextChange b)
    {
        if (a.Span.IsEmpty && b.Span.IsEmpty)
        {
            return a.Span.Start == b.Span.Start;
        }

        if (!a.Span.IsEmpty && !b.Span.IsEmpty)
        {
            return a.Span.OverlapsWith(b.Span);
        }

        var (insertion, other) = a.Span.IsEmpty ? (a, b) : (b, a);
        var position = insertion.Span.Start;
        var isInside = position > other.Span.Start && position < other.Span.End;
        var isBeside = position == other.Span.Start || position == other.Span.End;
        return isInside || (isBeside && string.IsNullOrEmpty(other.NewText));
    }
}
