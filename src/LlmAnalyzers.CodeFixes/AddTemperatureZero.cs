using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using LlmAnalyzers.CodeFixes.Editing;
using LlmAnalyzers.Rules.Sampling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LlmAnalyzers.CodeFixes;

/// <summary>LLM2002: gives the call a temperature of 0.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddTemperatureZero))]
[Shared]
internal sealed class AddTemperatureZero : CallCodeFixProvider
{
    private static readonly TemperatureNotSet Rule = new();

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(TemperatureNotSet.Id);

    protected override string Title => "Set the temperature to 0";

    protected override bool AddEdit(SourceEdit edit, Diagnostic diagnostic, CallSite site, CancellationToken cancellationToken) =>
        OptionsEdit.Set(edit, site, Rule, site.Spelling.TemperatureProperty, _ => site.Spelling.TemperatureZero, cancellationToken);
}
