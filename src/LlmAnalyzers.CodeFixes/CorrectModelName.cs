using System.Collections.Immutable;
using System.Composition;
using LlmAnalyzers.Rules.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LlmAnalyzers.CodeFixes;

/// <summary>LLM4005: writes the id that was meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CorrectModelName))]
[Shared]
internal sealed class CorrectModelName : ModelConstantFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(ModelUnknown.Id);

    protected override string Title => "Correct the name of the model";

    protected override string TitleOf(Diagnostic diagnostic) => $"Correct to '{ReplacementOf(diagnostic)}'";
}
