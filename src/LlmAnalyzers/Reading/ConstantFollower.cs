using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>What a constant may become a part of on its way to a receiver.</summary>
internal enum FollowedForms
{
    /// <summary>A longer text.</summary>
    Texts,

    /// <summary>A list, of which each element may be received.</summary>
    Lists,
}

/// <summary>
/// Follows a constant forward through variables, fields, properties, returns and wrappers of the project to the parameters and
/// properties that receive it. The other way round than <see cref="OriginFinder"/>: it starts where few values start.
/// Bounded in steps; beyond the bound nothing receives it.
/// </summary>
internal sealed class ConstantFollower
{
    private const int MaxSteps = 400;
    private const int MaxMentions = 100;

    private readonly SemanticModels _models;
    private readonly Func<SyntaxTree, NameIndex> _namesOf;
    private readonly FollowedForms _through;
    private readonly CancellationToken _cancellationToken;
    private readonly HashSet<ISymbol> _followed = new(SymbolEqualityComparer.Default);
    private readonly Queue<IOperation> _waiting = new();

    private ConstantFollower(SemanticModels models, Func<SyntaxTree, NameIndex> namesOf, FollowedForms through, CancellationToken cancellationToken)
    {
        _models = models;
        _namesOf = namesOf;
        _through = through;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Every parameter and property that receives the constant, with the operation that hands it over; nearest first.</summary>
    /// <param name="constant">Where to begin.</param>
    /// <param name="models">The members of the project.</param>
    /// <param name="namesOf">The names that a tree mentions.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="through">What the constant may become a part of on the way.</param>
    public static IEnumerable<(ISymbol Receiver, IOperation Use)> ReceiversOf(
        IOperation constant, SemanticModels models, Func<SyntaxTree, NameIndex> namesOf, CancellationToken cancellationToken, FollowedForms through = FollowedForms.Texts)
    {
        var follower = new ConstantFollower(models, namesOf, through, cancellationToken);
        follower._waiting.Enqueue(constant);
        for (var step = 0; step < MaxSteps && follower._waiting.Count > 0; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (follower.Receive(follower._waiting.Dequeue()) is { } received)
            {
                yield return received;
            }
        }
    }

    /// <summary>Climbs from a value to what takes it. What the project itself declares is followed further.</summary>
    private (ISymbol, IOperation)? Receive(IOperation value)
    {
        for (var operation = value; operation.Parent is { } parent; operation = parent)
        {
            switch (parent)
            {
                case IArgumentOperation { Parameter.Name: "defaultValue", Parent: IInvocationOperation fallback } when IsConfigurationLookup(fallback.TargetMethod):
                case IInvocationOperation when operation is IArgumentOperation:
                    break;
                case IArgumentOperation { Parameter: { } parameter }:
                    Follow(parameter);
                    return (parameter, parent);
                case IConversionOperation { OperatorMethod: { Parameters: [var operand] } }:
                    return (operand, parent);
                case ISimpleAssignmentOperation assignment when assignment.Value == operation && SymbolOf(assignment.Target) is { } target:
                    Follow(target);
                    return (target, parent);
                case ICoalesceAssignmentOperation assignment when assignment.Value == operation && SymbolOf(assignment.Target) is { } target:
                    Follow(target);
                    return (target, parent);
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                    Follow(declarator.Symbol);
                    return null;
                case IFieldInitializerOperation initializer:
                    FollowAll(initializer.InitializedFields);
                    return null;
                case IPropertyInitializerOperation initializer:
                    FollowAll(initializer.InitializedProperties);
                    return initializer.InitializedProperties is [var property, ..] ? (property, parent) : null;
                case IParameterInitializerOperation initializer:
                    Follow(initializer.Parameter);
                    return (initializer.Parameter, parent);
                case IReturnOperation:
                    Follow(Returning(parent));
                    return null;
                case IInvocationOperation { TargetMethod: { Name: "Trim", ContainingType.SpecialType: SpecialType.System_String } } trim when trim.Instance == operation:
                case IConversionOperation or IParenthesizedOperation or ICoalesceOperation or IConditionalOperation or ISwitchExpressionArmOperation or ISwitchExpressionOperation
                    or IAwaitOperation:
                    if (parent is IConditionalOperation conditional && conditional.Condition == operation)
                    {
                        return null;
                    }

                    break;
                case IInterpolationOperation or IInterpolatedStringOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } when _through == FollowedForms.Texts:
                case IArrayInitializerOperation or IArrayCreationOperation or ICollectionExpressionOperation or IArrayElementReferenceOperation when _through == FollowedForms.Lists:
                    break;
                case IForEachLoopOperation loop when loop.Collection == operation && _through == FollowedForms.Lists:
                    FollowAll(loop.Locals);
                    return null;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>What the configuration does not have, the default takes the place of.</summary>
    private static bool IsConfigurationLookup(IMethodSymbol method) => method is
    {
        Name: "GetValue",
        ContainingType: { Name: "ConfigurationBinder", ContainingNamespace: { Name: "Configuration", ContainingNamespace.Name: "Extensions" } },
    };

    private void FollowAll<T>(IEnumerable<T> symbols)
        where T : ISymbol
    {
        foreach (var symbol in symbols)
        {
            Follow(symbol);
        }
    }

    /// <summary>Goes on wherever a symbol of the project is read.</summary>
    private void Follow(ISymbol? symbol)
    {
        // What another project declares has its source there.
        if (symbol?.OriginalDefinition is not { DeclaringSyntaxReferences: [var declaration, ..] } definition
            || !_models.Compilation.ContainsSyntaxTree(declaration.SyntaxTree) || !_followed.Add(definition))
        {
            return;
        }

        foreach (var mention in MentionsOf(definition).Take(MaxMentions))
        {
            _waiting.Enqueue(mention);
        }

        // The parameter of a record is a property too.
        if (definition is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: { IsRecord: true } record } })
        {
            FollowAll(record.GetMembers(definition.Name).OfType<IPropertySymbol>().Where(p => p.DeclaringSyntaxReferences.Any(r => r.GetSyntax(_cancellationToken) is ParameterSyntax)));
        }
    }

    private IEnumerable<IOperation> MentionsOf(ISymbol symbol)
    {
        foreach (var scope in ScopesOf(symbol))
        {
            foreach (var token in scope.DescendantTokens())
            {
                _cancellationToken.ThrowIfCancellationRequested();
                if (token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == symbol.Name && token.Parent is SimpleNameSyntax name
                    && MentionOf(symbol, name) is { } mention)
                {
                    yield return mention;
                }
            }
        }
    }

    private IOperation? MentionOf(ISymbol symbol, SimpleNameSyntax name)
    {
        var model = _models.For(name.SyntaxTree);
        var bound = model.GetSymbolInfo(name, _cancellationToken).Symbol;
        bound = (bound as IMethodSymbol)?.ReducedFrom ?? bound;
        if (!SymbolEqualityComparer.Default.Equals(bound?.OriginalDefinition, symbol))
        {
            return null;
        }

        ExpressionSyntax expression = name;
        if (name.Parent is MemberAccessExpressionSyntax access && access.Name == name)
        {
            expression = access;
        }
        else if (name.Parent is MemberBindingExpressionSyntax binding)
        {
            expression = binding;
        }

        if (symbol is IMethodSymbol && expression.Parent is InvocationExpressionSyntax invocation && invocation.Expression == expression)
        {
            expression = invocation;
        }

        return model.GetOperation(expression, _cancellationToken);
    }

    /// <summary>The parts of the source in which the symbol can be mentioned.</summary>
    private IEnumerable<SyntaxNode> ScopesOf(ISymbol symbol)
    {
        var isPrimary = symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor }
            && constructor.DeclaringSyntaxReferences.Any(r => r.GetSyntax(_cancellationToken) is TypeDeclarationSyntax);
        if (symbol is ILocalSymbol or IParameterSymbol && !isPrimary)
        {
            var declaration = symbol.DeclaringSyntaxReferences[0].GetSyntax(_cancellationToken);
            return [CallerLookup.MemberAround(declaration) ?? declaration];
        }

        if (isPrimary || symbol.DeclaredAccessibility == Accessibility.Private)
        {
            return symbol.ContainingType?.DeclaringSyntaxReferences.Select(r => r.GetSyntax(_cancellationToken)) ?? [];
        }

        return _models.Compilation.SyntaxTrees.Where(t => _namesOf(t).Has(symbol.Name)).Select(t => t.GetRoot(_cancellationToken));
    }

    /// <summary>The method or property whose value is returned; null for a lambda.</summary>
    private ISymbol? Returning(IOperation operation)
    {
        var enclosing = _models.For(operation.Syntax.SyntaxTree).GetEnclosingSymbol(operation.Syntax.SpanStart, _cancellationToken);
        return enclosing is IMethodSymbol method
            ? method.AssociatedSymbol ?? (method.MethodKind is MethodKind.Ordinary or MethodKind.LocalFunction ? method : null)
            : enclosing as IPropertySymbol;
    }

    private static ISymbol? SymbolOf(IOperation target) => target switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member => member.Member,
        _ => null,
    };
}
