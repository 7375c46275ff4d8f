using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using LlmAnalyzers.CodeFixes.Editing;
using LlmAnalyzers.Rules.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAnalyzers.CodeFixes;

/// <summary>LLM4006: inserts, before the call, the statement that makes the client send the output cap under its newer name.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OptInToNewOutputCapName))]
[Shared]
internal sealed class OptInToNewOutputCapName : CallCodeFixProvider
{
    private static readonly OldOutputCapName Rule = new();

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(OldOutputCapName.Id);

    protected override string Title => "Send the output cap as max_completion_tokens";

    protected override bool AddEdit(SourceEdit edit, Diagnostic diagnostic, CallSite site, CancellationToken cancellationToken)
    {
        if (site.Spelling is not { NewOutputCapNameCall: { } call, NewOutputCapNameNamespace: { } space, NewOutputCapNamePreview: { } preview }
            || site.Call.Places is not { OptionsArgument: { } place, OptionsCreations: [{ } creation] }
            || creation.SourceTree != edit.Root.SyntaxTree
            || edit.Root.FindNode(place.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<ArgumentSyntax>()?.Expression is not IdentifierNameSyntax options
            || edit.Model.GetSymbolInfo(options, cancellationToken).Symbol is not ILocalSymbol
            || site.Syntax.FirstAncestorOrSelf<StatementSyntax>() is not { } statement
            || statement.DescendantNodes().OfType<AnonymousFunctionExpressionSyntax>().Any(f => f.Span.Contains(site.Syntax.Span))
            || !site.AllUsersShareFlaw(Rule, c => c.Places.OptionsCreations.Contains(creation), cancellationToken))
        {
            return false;
        }

        edit.Import(space, site.Syntax.SpanStart);
        var code = call.Replace("$options", options.Identifier.Text);
        return Statements.InsertBefore(
            edit, statement, IsAllowed(edit, preview, statement.SpanStart) ? code : $"#pragma warning disable {preview} // In preview.\n{code}\n#pragma warning restore {preview}");
    }

    /// <summary>The project, or the file so far, uses the preview already.</summary>
    private static bool IsAllowed(SourceEdit edit, string preview, int position)
    {
        if (edit.Model.Compilation.Options.SpecificDiagnosticOptions.TryGetValue(preview, out var severity) && severity == ReportDiagnostic.Suppress)
        {
            return true;
        }

        var last = edit.Root.DescendantTrivia(descendIntoTrivia: true).Where(t => t.SpanStart < position).Select(t => t.GetStructure()).OfType<PragmaWarningDirectiveTriviaSyntax>()
            .LastOrDefault(p => p.ErrorCodes.Count == 0 || p.ErrorCodes.Any(c => c.ToString() == preview));
        return last?.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword) == true;
    }
}
