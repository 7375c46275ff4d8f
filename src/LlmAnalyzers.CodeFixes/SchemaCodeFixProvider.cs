using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using LlmAnalyzers.Calls;
using LlmAnalyzers.CodeFixes.Editing;
using LlmAnalyzers.CodeFixes.Editing.FixAll;
using LlmAnalyzers.Models;
using LlmAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LlmAnalyzers.CodeFixes;

/// <summary>A fix of a schema in a request: reads the schema again, as the rule saw it.</summary>
internal abstract class SchemaCodeFixProvider : LlmCodeFixProvider
{
    /// <summary>The rule whose diagnostics are fixed.</summary>
    protected abstract SchemaRule Rule { get; }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds => ImmutableArray.Create(Rule.Descriptor.Id);

    protected sealed override Reanalysis? Reanalysis => CallCodeFixProvider.AnalyzeAsync;

    public sealed override async Task<bool> AddEditAsync(SourceEdit edit, Diagnostic diagnostic, string equivalenceKey, CancellationToken cancellationToken) =>
        SchemaProperties.SpanOf(diagnostic) is { } span
        && Find(edit.Model, edit.Root, span, cancellationToken) is var (use, expression)
        && AddEdit(edit, diagnostic, use, expression, cancellationToken)
        && !edit.IsBroken
        && !edit.IsEmpty
        && await IsSoundAsync(edit, use, cancellationToken).ConfigureAwait(false);

    /// <summary>Adds the changes; false when the schema cannot be fixed cleanly.</summary>
    protected abstract bool AddEdit(SourceEdit edit, Diagnostic diagnostic, SchemaUse use, SyntaxNode expression, CancellationToken cancellationToken);

    /// <summary>The schema that the expression at a place puts into a request.</summary>
    private static (SchemaUse Use, SyntaxNode Expression)? Find(SemanticModel model, SyntaxNode root, TextSpan span, CancellationToken cancellationToken)
    {
        if (!root.FullSpan.Contains(span) || CallSite.ReaderOf(model.Compilation) is not { } reader)
        {
            return null;
        }

        // An assignment is known by its value.
        for (var node = root.FindNode(span, getInnermostNodeForTie: true); node is not null && node.SpanStart <= span.Start; node = node.Parent)
        {
            if (model.GetOperation(node, cancellationToken) is { } operation && reader.ReadSchema(operation, cancellationToken) is { } use && use.Creation.SourceSpan == span)
            {
                return (use, node);
            }
        }

        return null;
    }

    /// <summary>The edited document compiles as well as before, and the rule has less to say about the schema.</summary>
    private async Task<bool> IsSoundAsync(SourceEdit edit, SchemaUse use, CancellationToken cancellationToken)
    {
        var document = await edit.ApplyAsync(cancellationToken).ConfigureAwait(false);
        if (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
        {
            return false;
        }

        var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var changes = text.GetTextChanges(edit.Text);
        var before = use.Creation.SourceSpan;
        var start = before.Start + changes.Where(c => c.Span.End <= before.Start).Sum(Growth);
        var end = before.End + changes.Where(c => c.Span.End <= before.End).Sum(Growth);
        return Find(model, root, TextSpan.FromBounds(start, end), cancellationToken) is var (edited, _)
            && Flaws(edited, cancellationToken).Count < Flaws(use, cancellationToken).Count
            && CountErrors(model, cancellationToken) <= CountErrors(edit.Model, cancellationToken);

        static int Growth(TextChange change) => (change.NewText?.Length ?? 0) - change.Span.Length;
    }

    /// <summary>What the rule reports about the schema, wherever in the file it stands.</summary>
    private List<Diagnostic> Flaws(SchemaUse use, CancellationToken cancellationToken)
    {
        var found = new List<Diagnostic>();
        var tree = use.Creation.SourceTree!;
        Rule.Check(use, new SchemaContext(tree, new TextSpan(0, tree.Length), [], ModelCatalogue.BuiltIn, found.Add, cancellationToken));
        return found;
    }
}
