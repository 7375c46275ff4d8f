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
        return values.Count > 0 && values.All(value =>
            value.Location.SourceTree == edit.Root.SyntaxTree
            && site.AllUsersShareFlaw(Rule, c => c[SettingKind.Temperature].Values.Any(v => v.Location == value.Location), cancellationToken)
            && Replace(edit, value.Location.SourceSpan, site.Spelling.TemperatureZero));
    }

    private static bool Replace(SourceEdit edit, TextSpan span, string zero)
    {
        if (edit.Root.FindNode(span, getInnermostNodeForTie: true) is not ExpressionSyntax expression)
        {
            return false;
        }

        // (float)0.7 and -0.5f are one value each.
        while (expression.Parent is CastExpressionSyntax or ParenthesizedExpressionSyntax or PrefixUnaryExpressionSyntax)
        {
            expression = (ExpressionSyntax)expression.Parent;
        }

        return Fits(edit, expression) && Values.Replace(edit, expression, zero);
    }

    /// <summary>The literal is a float: a double, decimal or integer in its place gets none.</summary>
    private static bool Fits(SourceEdit edit, ExpressionSyntax expression)
    {
        var type = edit.Model.GetTypeInfo(expression).ConvertedType;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            type = nullable.TypeArguments[0];
        }

        return type?.SpecialType is SpecialType.System_Single or SpecialType.System_Double;
    }
}
