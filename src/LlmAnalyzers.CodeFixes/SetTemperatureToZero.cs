using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using LlmAnalyzers.Calls;
using LlmAnalyzers.CodeFixes.Editing;
using LlmAnalyzers.Rules.Sampling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LlmAnalyzers.CodeFixes;

/// <summary>LLM2001: sets the temperature to 0 where it is given.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SetTemperatureToZero))]
[Shared]
internal sealed class SetTemperatureToZero : CallCodeFixProvider
{
    private static readonly HighTemperatureOnDeterministicPath Rule = new();

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(HighTemperatureOnDeterministicPath.Id);

    protected override string Title => "Set the temperature to 0";

    protected override bool AddEdit(SourceEdit edit, Diagnostic diagnostic, CallSite site, CancellationToken cancellationToken)
    {
        var values = site.Call[SettingKind.Temperature].Values.Where(v => v.ReportLocation.SourceSpan == diagnostic.Location.SourceSpan).ToList();
        var reported = site.Flaws(Rule).Select(d => d.Location.SourceSpan).ToImmutableHashSet();
        return values.Count > 0
            && site.Call.Places.OptionsCreations.All(c => SharedObject.IsSeenOnlyByCalls(c, edit.Model.Compilation, site.IsCall, cancellationToken))
            && values.All(value =>
                !value.IsConfigured
                && value.Location.SourceTree == edit.Root.SyntaxTree
                && !IsDefaultOfParameter(edit, value.Location.SourceSpan)
                && site.AllUsersShareFlaw(Rule, c => c[SettingKind.Temperature].Values.Any(v => v.Location == value.Location), cancellationToken)
                && Replace(edit, value.Location.SourceSpan, reported));
    }

    /// <summary>What callers get who give nothing: they were not asked.</summary>
    private static bool IsDefaultOfParameter(SourceEdit edit, TextSpan span) =>
        edit.Root.FindNode(span, getInnermostNodeForTie: true).AncestorsAndSelf().Any(n => n is EqualsValueClauseSyntax { Parent: ParameterSyntax });

    private static bool Replace(SourceEdit edit, TextSpan span, ImmutableHashSet<TextSpan> reported)
    {
        if (edit.Root.FindNode(span, getInnermostNodeForTie: true) is not ExpressionSyntax expression)
        {
            return false;
        }

        // (float)0.7 and -0.5f are one value each.
        while (expression.Parent is CastExpressionSyntax or ParenthesizedExpressionSyntax or PrefixUnaryExpressionSyntax
            || (expression.Parent is ConditionalExpressionSyntax choice && choice.Condition != expression && AreAllReported(choice)))
        {
            expression = (ExpressionSyntax)expression.Parent;
        }

        return Zero(edit, expression) is { } zero && Values.Replace(edit, expression, zero);

        // Between 0 and 0 there is nothing to choose.
        bool AreAllReported(ConditionalExpressionSyntax choice) => new[] { choice.WhenTrue, choice.WhenFalse }.All(branch =>
            branch is ConditionalExpressionSyntax inner ? AreAllReported(inner) : reported.Any(branch.Span.Contains));
    }

    /// <summary>A 0 of the same type, so that nothing that is inferred from it changes.</summary>
    private static string? Zero(SourceEdit edit, ExpressionSyntax expression)
    {
        var type = edit.Model.GetTypeInfo(expression).Type;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            type = nullable.TypeArguments[0];
        }

        return type?.SpecialType switch
        {
            SpecialType.System_Single => "0f",
            SpecialType.System_Double => "0.0",
            SpecialType.System_Decimal => "0m",
            SpecialType.System_Int32 => "0",
            _ => null,
        };
    }
}
