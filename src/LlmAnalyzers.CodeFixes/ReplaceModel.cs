using System.Collections.Immutable;
using System.Composition;
using LlmAnalyzers.Rules.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LlmAnalyzers.CodeFixes;

/// <summary>LLM4002, LLM4003: names the successor of a model that ends. It answers otherwise and takes other settings, which the title says.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReplaceModel))]
[Shared]
internal sealed class ReplaceModel : ModelConstantFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(ModelRetired.Id, ModelBeingRetired.Id);

    protected override string Title => "Use the model's successor (evaluate the prompts again: it behaves differently)";

    protected override string TitleOf(Diagnostic diagnostic) => $"Use '{ReplacementOf(diagnostic)}' (evaluate the prompts again: it behaves differently)";
}
