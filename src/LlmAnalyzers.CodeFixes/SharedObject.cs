using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAnalyzers.CodeFixes;

/// <summary>
/// Follows an object from its creation through the variables and members that give it away, to find out whether calls to a
/// model are all that ever sees it. Then whoever knows the calls knows every user.
/// </summary>
internal sealed class SharedObject
{
    private readonly Compilation _compilation;
    private readonly Func<InvocationExpressionSyntax, bool> _isCall;
    private readonly CancellationToken _cancellationToken;
    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);

    private SharedObject(Compilation compilation, Func<InvocationExpressionSyntax, bool> isCall, CancellationToken cancellationToken)
    {
        _compilation = compilation;
        _isCall = isCall;
        _cancellationToken = cancellationToken;
    }

    /// <param name="creation">The expression that creates the object.</param>
    /// <param name="compilation">The project.</param>
    /// <param name="isCall">Tells whether an invocation is a call to a model, which leaves its arguments alone.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static bool IsSeenOnlyByCalls(
        Location creation, Compilation compilation, Func<InvocationExpressionSyntax, bool> isCall, CancellationToken cancellationToken) =>
        creation.SourceTree?.GetRoot(cancellationToken).FindNode(creation.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax expression
        && new SharedObject(compilation, isCall, cancellationToken).IsPlain(expression);

    /// <summary>What is done with the object here is known: a property of it, a call, or a variable whose uses are known.</summary>
    private bool IsPlain(ExpressionSyntax use) => use.Parent switch
    {
        MemberAccessExpressionSyntax member when member.Expression == use => member.Parent is not InvocationExpressionSyntax,
        ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax invocation } => _isCall(invocation),
        // An object of a library that holds it goes the same way.
        ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax holder } => SymbolOf(holder)?.ContainingType is { DeclaringSyntaxReferences.IsEmpty: true } && IsPlain(holder),
        ParenthesizedExpressionSyntax or ConditionalExpressionSyntax or AwaitExpressionSyntax => IsPlain((ExpressionSyntax)use.Parent),
        BinaryExpressionSyntax { OperatorToken.RawKind: (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.QuestionQuestionToken } choice => IsPlain(choice),
        AssignmentExpressionSyntax assignment => assignment.Left == use || IsHeldPlainly(SymbolOf(assignment.Left)),
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax or PropertyDeclarationSyntax } value => IsHeldPlainly(Declared(value.Parent)),
        ArrowExpressionClauseSyntax or ReturnStatementSyntax => IsHeldPlainly(Declared(MemberAround(use))),
        _ => false,
    };

    private bool IsHeldPlainly(ISymbol? holder)
    {
        if (holder is not (ILocalSymbol or IFieldSymbol or IPropertySymbol or IMethodSymbol) || holder.IsVirtual || holder.IsOverride || holder.IsAbstract)
        {
            return false;
        }

        return !_seen.Add(holder) || holder.DeclaringSyntaxReferences.Length == 1 && TreesOf(holder).All(tree => IsPlainIn(tree, holder));
    }

    private IEnumerable<SyntaxTree> TreesOf(ISymbol holder) =>
        holder is ILocalSymbol || holder.DeclaredAccessibility == Accessibility.Private && holder.ContainingType.DeclaringSyntaxReferences.Length == 1
            ? [holder.DeclaringSyntaxReferences[0].SyntaxTree]
            : _compilation.SyntaxTrees;

    private bool IsPlainIn(SyntaxTree tree, ISymbol holder)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        return tree.GetRoot(_cancellationToken).DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(n => n.Identifier.ValueText == holder.Name && SymbolEqualityComparer.Default.Equals(SymbolOf(n)?.OriginalDefinition, holder))
            .All(n => IsPlain(Whole(n)));
    }

    /// <summary><c>this.options</c> for <c>options</c>, <c>Build()</c> for <c>Build</c>.</summary>
    private static ExpressionSyntax Whole(IdentifierNameSyntax mention)
    {
        ExpressionSyntax whole = mention.Parent is MemberAccessExpressionSyntax access && access.Name == mention ? access : mention;
        return whole.Parent is InvocationExpressionSyntax invoked && invoked.Expression == whole ? invoked : whole;
    }

    /// <summary>The member that returns a value; null in a lambda, whose callers are not known.</summary>
    private static SyntaxNode? MemberAround(SyntaxNode node) =>
        node.Ancestors().FirstOrDefault(a => a is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax) is { } found
        && found is MethodDeclarationSyntax or PropertyDeclarationSyntax or LocalFunctionStatementSyntax
            ? found
            : null;

    private ISymbol? Declared(SyntaxNode? node) =>
        node is null ? null : _compilation.GetSemanticModel(node.SyntaxTree).GetDeclaredSymbol(node, _cancellationToken);

    private ISymbol? SymbolOf(ExpressionSyntax expression) =>
        _compilation.GetSemanticModel(expression.SyntaxTree).GetSymbolInfo(expression, _cancellationToken).Symbol;
}
