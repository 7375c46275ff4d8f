using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes.Editing;
using LlmAnalyzers.CodeFixes.Editing.FixAll;
using LlmAnalyzers.Rules.FineTuning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAnalyzers.CodeFixes;

/// <summary>LLM5012: names the dated snapshot in the place of the alias.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NameSnapshot))]
[Shared]
internal sealed class NameSnapshot : LlmCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(BaseCannotBeTuned.Id);

    protected override string Title => "Name the dated snapshot";

    public override Task<bool> AddEditAsync(SourceEdit edit, Diagnostic diagnostic, string equivalenceKey, CancellationToken cancellationToken) => Task.FromResult(
        diagnostic.Properties.TryGetValue(BaseCannotBeTuned.Snapshot, out var snapshot) && snapshot is not null
        && edit.Root.FullSpan.Contains(diagnostic.Location.SourceSpan)
        && edit.Root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is LiteralExpressionSyntax literal
        && literal.IsKind(SyntaxKind.StringLiteralExpression)
        && Values.Replace(edit, literal, SymbolDisplay.FormatLiteral(snapshot, quote: true)));
}
