using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>What is written to a field or property.</summary>
/// <param name="Values">Written values with the member they stand in.</param>
/// <param name="MayBeOther">Code that cannot be read may write it too.</param>
/// <param name="Local">Writes in the very member it is used in, when one of them comes before the use.</param>
internal sealed record HeldWrites(ImmutableArray<(IOperation Value, MemberBody Body)> Values, bool MayBeOther, ImmutableArray<Mention> Local);

/// <summary>Finds members of the same project that a reading may enter, and what is written to their fields and properties.</summary>
internal sealed class MemberLookup
{
    private const int MaxMembersOfType = 400;

    private readonly SemanticModels _models;
    private readonly ConcurrentDictionary<ISymbol, HeldWrites> _writes = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<TypeDeclarationSyntax, Dictionary<string, List<SyntaxNode>>> _bodiesByName = new();

    private readonly Implementations _implementations;

    public MemberLookup(SemanticModels models, Implementations implementations)
    {
        _models = models;
        _implementations = implementations;
    }

    public SemanticModels Models => _models;

    /// <summary>The method of this project that an invocation runs; null when it is of a library, or may be one of several.</summary>
    public IMethodSymbol? TargetOf(IInvocationOperation invocation, CancellationToken cancellationToken) =>
        CanEnter(invocation) ? invocation.TargetMethod.OriginalDefinition : _implementations.OnlyOf(invocation.TargetMethod, cancellationToken);

    /// <summary>The parameter as the method that runs declares it.</summary>
    public static IParameterSymbol In(IMethodSymbol target, IParameterSymbol parameter) =>
        parameter.Ordinal < target.Parameters.Length ? target.OriginalDefinition.Parameters[parameter.Ordinal] : parameter.OriginalDefinition;

    /// <summary>The method has one body, in this project, and no other can take its place at run time.</summary>
    private static bool CanEnter(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        return method.DeclaringSyntaxReferences.Length == 1
            && method.MethodKind is MethodKind.Ordinary or MethodKind.LocalFunction or MethodKind.ReducedExtension
            && !method.IsAbstract
            && method.ContainingType.TypeKind != TypeKind.Interface
            && (!(method.IsVirtual || method.IsOverride) || method.IsSealed || method.ContainingType.IsSealed);
    }

    /// <summary>The body of a method of this project; null for iterators and bodiless members.</summary>
    public MemberBody? BodyOf(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var references = method.DeclaringSyntaxReferences;
        return references.Length == 1 && !method.IsExtern
            ? _models.BodyOf(references[0].GetSyntax(cancellationToken), cancellationToken)
            : null;
    }

    /// <summary>The body of a property's getter; null where the property only holds a value.</summary>
    public MemberBody? GetterOf(IPropertySymbol property, CancellationToken cancellationToken)
    {
        if (property.DeclaringSyntaxReferences.Length != 1 || property.IsAbstract
            || ((property.IsVirtual || property.IsOverride) && !property.IsSealed && !property.ContainingType.IsSealed))
        {
            return null;
        }

        if (property.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) is not PropertyDeclarationSyntax declaration)
        {
            return null;
        }

        if (declaration.ExpressionBody is not null)
        {
            return _models.BodyOf(declaration, cancellationToken);
        }

        var getter = declaration.AccessorList?.Accessors.FirstOrDefault(a => a.IsKind(SyntaxKind.GetAccessorDeclaration));
        return getter is { Body: not null } or { ExpressionBody: not null } ? _models.BodyOf(getter, cancellationToken) : null;
    }

    /// <summary>What is written to a field or to a property without a getter body, anywhere in its type.</summary>
    public HeldWrites WritesOf(ISymbol variable, MemberBody usedIn, IOperation use, CancellationToken cancellationToken)
    {
        var definition = variable.OriginalDefinition;
        var local = usedIn.MentionsOf(definition);
        if (local.Any(m => m.Kind is MentionKind.Written or MentionKind.Overwritten && Reaching.Of(m.Operation, use) == Reach.Always))
        {
            return new(ImmutableArray<(IOperation, MemberBody)>.Empty, MayBeOther: false, local);
        }

        if (_writes.TryGetValue(definition, out var known))
        {
            return known;
        }

        var read = ReadWrites(definition, cancellationToken);
        return _writes.GetOrAdd(definition, read);
    }

    /// <summary>The bodies in the type that declare or mention a field or property by its name.</summary>
    public IEnumerable<MemberBody> BodiesMentioning(ISymbol variable, CancellationToken cancellationToken)
    {
        foreach (var reference in variable.ContainingType?.DeclaringSyntaxReferences ?? ImmutableArray<SyntaxReference>.Empty)
        {
            if (reference.GetSyntax(cancellationToken) is not TypeDeclarationSyntax type)
            {
                continue;
            }

            if (!_bodiesByName.GetOrAdd(type, IndexBodies).TryGetValue(variable.Name, out var nodes))
            {
                continue;
            }

            foreach (var node in nodes)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (_models.BodyOf(node, cancellationToken) is { } body)
                {
                    yield return body;
                }
            }
        }
    }

    private HeldWrites ReadWrites(ISymbol variable, CancellationToken cancellationToken)
    {
        var values = ImmutableArray.CreateBuilder<(IOperation, MemberBody)>();
        var mayBeOther = !IsWrittenOnlyByItsType(variable);
        foreach (var declaration in variable.DeclaringSyntaxReferences)
        {
            if (InitializerOf(declaration.GetSyntax(cancellationToken)) is { } initialized
                && _models.BodyOf(initialized, cancellationToken) is { Root: ISymbolInitializerOperation initializer } body)
            {
                values.Add((initializer.Value, body));
            }
        }

        if (variable.DeclaringSyntaxReferences.IsEmpty)
        {
            mayBeOther = true;
        }

        foreach (var body in BodiesMentioning(variable, cancellationToken))
        {
            foreach (var mention in body.MentionsOf(variable))
            {
                if (mention.Kind is MentionKind.Written or MentionKind.WrittenIfNull && mention.Value is { } value)
                {
                    values.Add((value, body));
                }
                else if (mention.Kind is not MentionKind.Read)
                {
                    mayBeOther = true;
                }
            }
        }

        return new(values.ToImmutable(), mayBeOther, ImmutableArray<Mention>.Empty);
    }

    private static bool IsWrittenOnlyByItsType(ISymbol variable) => variable switch
    {
        IFieldSymbol field => field.IsConst || field.IsReadOnly || field.DeclaredAccessibility == Accessibility.Private,
        IPropertySymbol property => property.SetMethod is null or { DeclaredAccessibility: Accessibility.Private },
        _ => false,
    };

    private static SyntaxNode? InitializerOf(SyntaxNode declaration) => declaration switch
    {
        VariableDeclaratorSyntax { Initializer: not null } => declaration,
        PropertyDeclarationSyntax { Initializer: not null } => declaration,
        _ => null,
    };

    /// <summary>The parts of a type that are bound as one body each.</summary>
    private static IEnumerable<SyntaxNode> BodyNodes(TypeDeclarationSyntax type)
    {
        foreach (var member in type.Members)
        {
            switch (member)
            {
                case BaseMethodDeclarationSyntax { Body: not null } or BaseMethodDeclarationSyntax { ExpressionBody: not null }:
                    yield return member;
                    break;
                case PropertyDeclarationSyntax { ExpressionBody: not null }:
                    yield return member;
                    break;
                case BasePropertyDeclarationSyntax { AccessorList: { } accessors }:
                    foreach (var accessor in accessors.Accessors)
                    {
                        if (accessor.Body is not null || accessor.ExpressionBody is not null)
                        {
                            yield return accessor;
                        }
                    }

                    break;
            }
        }
    }

    /// <summary>Which bodies of a type mention which name: scanned once, however many variables are asked for.</summary>
    private static Dictionary<string, List<SyntaxNode>> IndexBodies(TypeDeclarationSyntax type)
    {
        var index = new Dictionary<string, List<SyntaxNode>>();
        foreach (var node in BodyNodes(type).Take(MaxMembersOfType))
        {
            foreach (var token in node.DescendantTokens())
            {
                if (!token.IsKind(SyntaxKind.IdentifierToken))
                {
                    continue;
                }

                if (!index.TryGetValue(token.ValueText, out var nodes))
                {
                    index.Add(token.ValueText, nodes = new());
                }

                if (nodes.Count == 0 || nodes[nodes.Count - 1] != node)
                {
                    nodes.Add(node);
                }
            }
        }

        return index;
    }
}
