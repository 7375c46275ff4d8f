using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAnalyzers.CodeFixes.Editing;

/// <summary>Puts another expression in the place of one.</summary>
internal static class Values
{
    /// <summary>Replaces an expression; refuses when a comment or directive inside it would be lost.</summary>
    public static bool Replace(SourceEdit edit, ExpressionSyntax value, string code)
    {
        if (value.IsMissing || value.HasInnerComments() || edit.Root.HasDirectives(value.Span))
        {
            return false;
        }

        var parsed = SyntaxFactory.ParseExpression(code, options: (CSharpParseOptions)edit.Root.SyntaxTree.Options);
        if (parsed.ContainsDiagnostics || parsed.FullSpan.Length != code.Length)
        {
            return false;
        }

        var fitted = CodeText.Fit(code, edit.Text.IndentAt(value.SpanStart), edit.Style.NewLine);
        return edit.Replace(value.Span, StandsAlone(value) || IsPrimary(parsed) ? fitted : "(" + fitted + ")");
    }

    /// <summary>Replaces what a plain assignment assigns: <c>options.Temperature = 0.9f</c>.</summary>
    public static bool ReplaceAssigned(SourceEdit edit, AssignmentExpressionSyntax assignment, string code) =>
        assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && Replace(edit, assignment.Right, code);

    /// <summary>Nothing around the expression binds tighter than any operator in it could.</summary>
    private static bool StandsAlone(ExpressionSyntax value) => value.Parent switch
    {
        ArgumentSyntax or EqualsValueClauseSyntax or ArrowExpressionClauseSyntax or ReturnStatementSyntax
            or InitializerExpressionSyntax or ExpressionElementSyntax or ParenthesizedExpressionSyntax or AnonymousObjectMemberDeclaratorSyntax => true,
        AssignmentExpressionSyntax assignment => assignment.Right == value,
        LambdaExpressionSyntax => true,
        _ => false,
    };

    private static bool IsPrimary(ExpressionSyntax parsed) => parsed is LiteralExpressionSyntax or InterpolatedStringExpressionSyntax
        or IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax
        or BaseObjectCreationExpressionSyntax or ParenthesizedExpressionSyntax or TypeOfExpressionSyntax;
}
