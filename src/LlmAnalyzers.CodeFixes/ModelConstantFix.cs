using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes.Editing;
using LlmAnalyzers.CodeFixes.Editing.FixAll;
using LlmAnalyzers.Rules.Models;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAnalyzers.CodeFixes;

/// <summary>Writes another model id where a constant is declared: a literal, or a member of an SDK's that names a model.</summary>
internal abstract class ModelConstantFix : LlmCodeFixProvider
{
    public sealed override Task<bool> AddEditAsync(SourceEdit edit, Diagnostic diagnostic, string equivalenceKey, CancellationToken cancellationToken) =>
        Task.FromResult(
            ReplacementOf(diagnostic) is { } id
            && edit.Root.FullSpan.Contains(diagnostic.Location.SourceSpan)
            && edit.Root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax expression
            && Replace(edit, expression, id, cancellationToken));

    protected static string? ReplacementOf(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(ModelConstantProperties.Replacement, out var id) ? id : null;

    private static bool Replace(SourceEdit edit, ExpressionSyntax expression, string id, CancellationToken cancellationToken) => expression switch
    {
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => Values.Replace(edit, literal, Spelled(literal, id)),
        MemberAccessExpressionSyntax member => MemberNaming(edit, member, id, cancellationToken) is { } name && edit.Replace(member.Name.Span, name),
        _ => false,
    };

    /// <summary>In the quotes that the literal has.</summary>
    private static string Spelled(LiteralExpressionSyntax literal, string id)
    {
        var text = literal.Token.Text;
        var value = literal.Token.ValueText;
        var at = text.IndexOf(value, System.StringComparison.Ordinal);
        return at > 0 && value.Length > 0 ? text.Substring(0, at) + id + text.Substring(at + value.Length) : StringLiterals.Regular(id);
    }

    /// <summary>The member of the same type that names the model; null when the version that is referenced has none.</summary>
    private static string? MemberNaming(SourceEdit edit, MemberAccessExpressionSyntax member, string id, CancellationToken cancellationToken)
    {
        if (edit.Model.GetSymbolInfo(member, cancellationToken).Symbol is not IFieldSymbol { ContainingType: { } type } || SdkSymbols.Create(edit.Model.Compilation) is not { } sdks)
        {
            return null;
        }

        return type.GetMembers().FirstOrDefault(m => sdks.Find<ValueMember>(m) is { Meaning.Value: var value } && value == id)?.Name;
    }
}
