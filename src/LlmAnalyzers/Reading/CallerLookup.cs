using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>Where a method is called.</summary>
/// <param name="Known">Invocations with the member they stand in; at most a few dozen.</param>
/// <param name="MayBeMore">There are more than these, or code outside the project may call it too.</param>
internal readonly record struct Callers(ImmutableArray<(IInvocationOperation Call, MemberBody Body)> Known, bool MayBeMore);

/// <summary>Finds where the project calls one of its own methods, through the syntactic index of each tree.</summary>
internal sealed class CallerLookup
{
    private const int MaxCallers = 40;

    private readonly SemanticModels _models;
    private readonly System.Func<SyntaxTree, TreeIndex> _indexOf;
    private readonly ConcurrentDictionary<IMethodSymbol, Callers> _callers = new(SymbolEqualityComparer.Default);

    public CallerLookup(SemanticModels models, System.Func<SyntaxTree, TreeIndex> indexOf)
    {
        _models = models;
        _indexOf = indexOf;
    }

    /// <summary>The method whose body this is.</summary>
    public IMethodSymbol? MethodOf(MemberBody body, CancellationToken cancellationToken) =>
        body.Root.Syntax is BaseMethodDeclarationSyntax declaration && _models.Compilation.ContainsSyntaxTree(body.Tree)
            ? _models.For(body.Tree).GetDeclaredSymbol(declaration, cancellationToken) as IMethodSymbol
            : null;

    /// <summary>Calls of a method in this project, those through an interface it implements included.</summary>
    public Callers Of(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var definition = method.OriginalDefinition;
        if (_callers.TryGetValue(definition, out var known))
        {
            return known;
        }

        var found = Find(definition, cancellationToken).Take(MaxCallers + 1).ToImmutableArray();
        return _callers.GetOrAdd(definition, new Callers(found.Length > MaxCallers ? found.RemoveAt(MaxCallers) : found, found.Length > MaxCallers || IsVisibleOutside(definition)));
    }

    /// <summary>Another assembly may call it: a public member of a library, or an internal one where friends see it.</summary>
    public bool IsVisibleOutside(IMethodSymbol method)
    {
        var isSeenByFriends = method.ContainingAssembly.GetAttributes().Any(a => a.AttributeClass is { Name: "InternalsVisibleToAttribute" });
        if (!isSeenByFriends && _models.Compilation.Options.OutputKind is not OutputKind.DynamicallyLinkedLibrary)
        {
            return false;
        }

        for (ISymbol? symbol = method; symbol is IMethodSymbol or INamedTypeSymbol; symbol = symbol.ContainingType)
        {
            var isSeen = symbol.DeclaredAccessibility switch
            {
                Accessibility.Private => false,
                Accessibility.Internal or Accessibility.ProtectedAndInternal => isSeenByFriends,
                _ => true,
            };
            if (!isSeen)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Where the project creates a class by its name.</summary>
    public ImmutableArray<(IObjectCreationOperation Creation, MemberBody Body)> CreationsOf(INamedTypeSymbol type, int maximum, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<(IObjectCreationOperation, MemberBody)>();
        foreach (var tree in _models.Compilation.SyntaxTrees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var position in _indexOf(tree).CreationsOf(type.Name))
            {
                var creation = tree.GetRoot(cancellationToken).FindToken(position).Parent?.FirstAncestorOrSelf<ObjectCreationExpressionSyntax>(c => c.SpanStart == position);
                if (creation is not null && found.Count < maximum && MemberAround(creation) is { } member && _models.BodyOf(member, cancellationToken) is { } body
                    && body.Root.Descendants().OfType<IObjectCreationOperation>().FirstOrDefault(o => o.Syntax == creation) is { } operation
                    && SymbolEqualityComparer.Default.Equals(operation.Type?.OriginalDefinition, type.OriginalDefinition))
                {
                    found.Add((operation, body));
                }
            }
        }

        return found.ToImmutable();
    }

    /// <summary>Invocations of methods with one of these names, in source order; what they bind to is for the caller to see.</summary>
    public IEnumerable<IInvocationOperation> InvocationsOf(IReadOnlyCollection<string> names, CancellationToken cancellationToken) =>
        names.SelectMany(n => Candidates(n, cancellationToken)).Select(c => c.Call);

    /// <summary>The same in one file.</summary>
    public IEnumerable<IInvocationOperation> InvocationsOf(IReadOnlyCollection<string> names, SyntaxTree tree, CancellationToken cancellationToken) =>
        names.SelectMany(n => Candidates(n, tree, cancellationToken)).Select(c => c.Call);

    private IEnumerable<(IInvocationOperation, MemberBody)> Find(IMethodSymbol method, CancellationToken cancellationToken) =>
        Candidates(method.Name, cancellationToken).Where(c => IsSame(c.Call.TargetMethod, method));

    private IEnumerable<(IInvocationOperation Call, MemberBody Body)> Candidates(string name, CancellationToken cancellationToken) =>
        _models.Compilation.SyntaxTrees.SelectMany(tree => Candidates(name, tree, cancellationToken));

    private IEnumerable<(IInvocationOperation Call, MemberBody Body)> Candidates(string name, SyntaxTree tree, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var position in _indexOf(tree).InvocationsOf(name))
        {
            var invocation = tree.GetRoot(cancellationToken).FindToken(position).Parent?.FirstAncestorOrSelf<InvocationExpressionSyntax>(
                i => NameOf(i.Expression)?.SpanStart == position);
            if (invocation is null || MemberAround(invocation) is not { } member || _models.BodyOf(member, cancellationToken) is not { } body)
            {
                continue;
            }

            if (body.InvocationAt(invocation) is { } call)
            {
                yield return (call, body);
            }
        }
    }

    private static bool IsSame(IMethodSymbol called, IMethodSymbol method)
    {
        called = (called.ReducedFrom ?? called).OriginalDefinition;
        if (SymbolEqualityComparer.Default.Equals(called, method))
        {
            return true;
        }

        return called.ContainingType.TypeKind == TypeKind.Interface
            && method.ContainingType.AllInterfaces.Contains(called.ContainingType, SymbolEqualityComparer.Default)
            && SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(called), method);
    }

    internal static SimpleNameSyntax? NameOf(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name,
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => null,
    };

    /// <summary>The declaration that is bound as one body.</summary>
    public static SyntaxNode? MemberAround(SyntaxNode node)
    {
        for (var current = node; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or CompilationUnitSyntax:
                case PropertyDeclarationSyntax { ExpressionBody: not null }:
                    return current;
                case VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax }:
                case PropertyDeclarationSyntax { Initializer: not null }:
                    return current;
            }
        }

        return null;
    }
}
