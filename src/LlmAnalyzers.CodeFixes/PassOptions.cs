using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes.Editing;
using LlmAnalyzers.CodeFixes.Editing.FixAll;
using LlmAnalyzers.Rules.Replies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace LlmAnalyzers.CodeFixes;

/// <summary>LLM7003: passes the options to the one call of the member that goes out without.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PassOptions))]
[Shared]
internal sealed class PassOptions : LlmCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(OptionsNeverSent.Id);

    protected override string Title => "Pass the options to the call";

    public override async Task<bool> AddEditAsync(SourceEdit edit, Diagnostic diagnostic, string equivalenceKey, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(OptionsNeverSent.Variable, out var variable) || variable is null
            || CallSite.Of(diagnostic, edit.Model, edit.Root, edit.Document.Project.AnalyzerOptions, cancellationToken) is not { } site
            || site.Syntax.SpanStart < diagnostic.Location.SourceSpan.End
            || !OptionsEdit.Pass(edit, site, SyntaxFacts.GetKeywordKind(variable) == SyntaxKind.None ? variable : "@" + variable))
        {
            return false;
        }

        var document = await edit.ApplyAsync(cancellationToken).ConfigureAwait(false);
        return await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
            && CountErrors(model, cancellationToken) <= CountErrors(edit.Model, cancellationToken);
    }
}
