using System.Linq;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAnalyzers.CodeFixes;

/// <summary>How a call's reply is taken: awaited, unwrapped, and put into a variable or used at once.</summary>
/// <param name="Core">The expression that can be assigned to a variable of the type.</param>
/// <param name="Whole">The same with parentheses and unwrapping: the object that tells how the reply ended.</param>
/// <param name="Type">The type of that object.</param>
/// <param name="Variable">The code that names it later; null when it is used at once.</param>
internal sealed record TakenReply(ExpressionSyntax Core, ExpressionSyntax Whole, INamedTypeSymbol Type, string? Variable)
{
    /// <summary>Null when the reply is taken in another way.</summary>
    public static TakenReply? Of(InvocationExpressionSyntax call, EndingGuard guard, SemanticModel model)
    {
        ExpressionSyntax core = call;
        ExpressionSyntax whole = call;
        while (whole.Parent is ExpressionSyntax parent)
        {
            if (parent is AwaitExpressionSyntax
                || (parent is InvocationExpressionSyntax && whole is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "WaitAsync" }))
            {
                core = whole = parent;
            }
            else if (parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax, Name.Identifier.ValueText: "ConfigureAwait" or "WaitAsync" })
            {
                whole = parent;
            }
            else if (parent is ParenthesizedExpressionSyntax
                || (parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" } value && value.Expression == whole && ReplyType(model.GetTypeInfo(parent).Type, guard) is not null))
            {
                whole = parent;
            }
            else
            {
                break;
            }
        }

        var local = whole.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax } } declarator } =>
                model.GetDeclaredSymbol(declarator) as ILocalSymbol,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax name, Parent: ExpressionStatementSyntax } assignment
                when assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && assignment.Right == whole => model.GetSymbolInfo(name).Symbol as ILocalSymbol,
            _ => null,
        };
        if (local is not null)
        {
            var code = SyntaxFacts.GetKeywordKind(local.Name) == SyntaxKind.None ? local.Name : "@" + local.Name;
            return ReplyType(local.Type, guard) is { } own ? new(core, whole, own, code)
                : ReplyType(Unwrapped(local.Type), guard) is { } inner ? new(core, whole, inner, code + ".Value")
                : null;
        }

        var assigned = model.GetTypeInfo(core).Type;
        return ReplyType(model.GetTypeInfo(whole).Type, guard) is { } type && (ReplyType(assigned, guard) ?? ReplyType(Unwrapped(assigned), guard)) is not null
            ? new(core, whole, type, null)
            : null;
    }

    /// <summary>The type, when it is one the guard can ask.</summary>
    private static INamedTypeSymbol? ReplyType(ITypeSymbol? type, EndingGuard guard)
    {
        for (var current = type as INamedTypeSymbol; current is not null; current = current.BaseType)
        {
            if (guard.ReplyTypes.Contains(current.OriginalDefinition.ToDisplayString()))
            {
                return current.WithNullableAnnotation(NullableAnnotation.NotAnnotated) as INamedTypeSymbol;
            }
        }

        return null;
    }

    /// <summary><c>T</c> of <c>ClientResult&lt;T&gt;</c>, whose <c>Value</c> it is.</summary>
    private static ITypeSymbol? Unwrapped(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeArguments: [var inner] } wrapper && wrapper.GetMembers("Value").Any() ? inner : null;
}
