using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using LlmAnalyzers.CodeFixes.Editing;
using LlmAnalyzers.Rules.Prompting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LlmAnalyzers.CodeFixes;

/// <summary>LLM3001: inserts a system message to fill in. A provider of its own, without Fix All: a human has to write the text.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(InsertSystemMessage))]
[Shared]
internal sealed class InsertSystemMessage : CallCodeFixProvider
{
    /// <summary>What stands in the message until somebody writes it.</summary>
    internal const string Placeholder = "Describe here what the model is for, and the rules that hold for every input.";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(NoSystemPrompt.Id);

    protected override string Title => "Insert a system message to fill in";

    protected override bool IsForFixAll => false;

    protected override bool AddEdit(SourceEdit edit, Diagnostic diagnostic, CallSite site, CancellationToken cancellationToken) =>
        !MoveRoleToSystemMessage.CanMove(edit, site)
        && SystemMessageEdit.Insert(edit, site, StringLiterals.Regular(Placeholder), userText: null, cancellationToken);
}
