using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using System.Linq;
using System.Threading;
using LlmAnalyzers.Calls;
using LlmAnalyzers.CodeFixes.Editing;
using LlmAnalyzers.Rules;
using LlmAnalyzers.Rules.Limits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAnalyzers.CodeFixes;

/// <summary>LLM6002: lowers the output cap to the model's limit.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SetOutputCap))]
[Shared]
internal sealed class SetOutputCap : CallCodeFixProvider
{
    private static readonly OutputCapAboveLimit Rule = new();

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(OutputCapAboveLimit.Id);

    protected override string Title => "Set the model's limit";

    protected override bool AddEdit(SourceEdit edit, Diagnostic diagnostic, CallSite site, CancellationToken cancellationToken)
    {
        var values = site.Call[SettingKind.MaxOutputTokens].Values.Where(v => v.ReportLocation == diagnostic.Location).ToList();
        return LimitOf(site.Call, site) is { } limit && values.Count > 0 && values.All(value =>
            value.Location.SourceTree == edit.Root.SyntaxTree
            && site.AllUsersShareFlaw(
                Rule, c => c[SettingKind.MaxOutputTokens].Values.Any(v => v.Location == value.Location), cancellationToken, c => LimitOf(c, site) == limit)
            && edit.Root.FindNode(value.Location.SourceSpan, getInnermostNodeForTie: true) is LiteralExpressionSyntax literal
            && literal.IsKind(SyntaxKind.NumericLiteralExpression)
            && Values.Replace(edit, literal, limit.ToString(CultureInfo.InvariantCulture)));
    }

    private static int? LimitOf(LlmCall call, CallSite site) => CalledModel.Of(call, site.Models)?.MaxOutputTokens;
}
