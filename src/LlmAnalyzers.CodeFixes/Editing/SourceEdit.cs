using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LlmAnalyzers.CodeFixes.Editing;

/// <summary>
/// What one fix does to one document: changes of its text and namespaces to import, all or nothing. Positions are those of the
/// original text throughout. Every edit answers whether it could be made; after one <c>false</c> the whole thing is to be dropped.
/// </summary>
internal sealed class SourceEdit
{
    private readonly Dictionary<TextSpan, string> _changes = new();
    private readonly List<NamespaceImport> _imports = new();
    private readonly HashSet<(int Position, int Index)> _claims = new();

    private SourceEdit(Document document, SyntaxNode root, SourceText text, SemanticModel model)
    {
        Document = document;
        Root = root;
        Text = text;
        Model = model;
        var options = document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(root.SyntaxTree);
        Style = SourceStyle.Of(root.SyntaxTree, text, options);
    }

    public Document Document { get; }

    public SyntaxNode Root { get; }

    public SourceText Text { get; }

    public SemanticModel Model { get; }

    public SourceStyle Style { get; }

    /// <summary>Two edits of this fix contradict each other: it must not be applied.</summary>
    public bool IsBroken { get; private set; }

    public bool IsEmpty => _changes.Count == 0;

    /// <summary>In order of position; at most one insertion per position.</summary>
    public IEnumerable<TextChange> Changes =>
        _changes.OrderBy(c => c.Key.Start).ThenBy(c => c.Key.Length).Select(c => new TextChange(c.Key, c.Value));

    public IReadOnlyList<NamespaceImport> Imports => _imports;

    /// <summary>Null for a document without C# syntax.</summary>
    public static async Task<SourceEdit?> StartAsync(Document document, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null || root.Language != LanguageNames.CSharp)
        {
            return null;
        }

        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return new SourceEdit(document, root, text, model);
    }

    /// <summary>Inserts text; what is inserted later at the same position comes behind it.</summary>
    public bool Insert(int position, string text)
    {
        var span = new TextSpan(position, 0);
        return _changes.TryGetValue(span, out var earlier) ? Put(span, earlier + text) : Replace(span, text);
    }

    public bool Remove(TextSpan span) => Replace(span, "");

    public bool Replace(TextSpan span, string text)
    {
        if (_changes.TryGetValue(span, out var earlier))
        {
            return earlier == text || Break();
        }

        var change = new TextChange(span, text);
        return Changes.Any(c => MergedEdits.Conflict(c, change)) ? Break() : Put(span, text);
    }

    /// <summary>Asks for a namespace to be in scope at a position; nothing happens when it is already.</summary>
    public void Import(string name, int position)
    {
        if (!_imports.Any(i => i.Name == name) && !UsingDirectives.IsImported(Model, name, position))
        {
            _imports.Add(new NamespaceImport(name, position));
        }
    }

    /// <summary>Takes a slot of a list for one edit: a second insertion into the same slot would not see the first one's commas.</summary>
    public bool Claim(int position, int index) => _claims.Add((position, index)) || Break();

    /// <summary>A stretch of the source as it would be after what this edit does inside of it, not what it puts before or behind it.</summary>
    public string Preview(TextSpan span)
    {
        var changes = Changes.Where(c => c.Span.Start > span.Start && c.Span.End < span.End)
            .Select(c => new TextChange(new TextSpan(c.Span.Start - span.Start, c.Span.Length), c.NewText ?? ""));
        return Text.GetSubText(span).WithChanges(changes).ToString();
    }

    /// <summary>Length, in characters, of the line that holds a position, as it would be after what this edit changes in it.</summary>
    public int LineLengthAt(int position)
    {
        var line = Text.Lines.GetLineFromPosition(position).Span;
        return line.Length + Changes.Where(c => line.Contains(c.Span)).Sum(c => (c.NewText?.Length ?? 0) - c.Span.Length);
    }

    /// <summary>The document with this edit made; unchanged when the edit contradicts itself.</summary>
    public Task<Document> ApplyAsync(CancellationToken cancellationToken)
    {
        var merged = new MergedEdits();
        return Task.FromResult(merged.TryAdd(this) ? merged.Apply(Document, cancellationToken) : Document);
    }

    private bool Put(TextSpan span, string text)
    {
        _changes[span] = text;
        return true;
    }

    private bool Break()
    {
        IsBroken = true;
        return false;
    }
}

/// <summary>A namespace that new code at a position needs.</summary>
internal sealed record NamespaceImport(string Name, int Position);
