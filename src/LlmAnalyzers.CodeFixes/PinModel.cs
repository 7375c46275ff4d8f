using System.Collections.Immutable;
using System.Composition;
using LlmAnalyzers.Rules.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LlmAnalyzers.CodeFixes;

/// <summary>LLM4001: names the snapshot that the alias stands for.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PinModel))]
[Shared]
internal sealed class PinModel : ModelConstantFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(ModelNotPinned.Id);

    protected override string Title => "Pin the model to its snapshot";

    protected override string TitleOf(Diagnostic diagnostic) => $"Pin to '{ReplacementOf(diagnostic)}'";
}
