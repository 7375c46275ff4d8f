using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAnalyzers.Reading;

/// <summary>
/// Finds the one method of the project that runs where a method of an interface or an abstract one is called: the way of
/// dependency injection. Where there are several, which of them runs is unknown.
/// </summary>
internal sealed class Implementations
{
    private const int MaxTypes = 40;

    private readonly SemanticModels _models;
    private readonly Func<SyntaxTree, TreeIndex> _indexOf;
    private readonly ConcurrentDictionary<IMethodSymbol, IMethodSymbol?> _only = new(SymbolEqualityComparer.Default);

    public Implementations(SemanticModels models, Func<SyntaxTree, TreeIndex> indexOf)
    {
        _models = models;
        _indexOf = indexOf;
    }

    /// <summary>The only implementation in the project, or null.</summary>
    public IMethodSymbol? OnlyOf(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var definition = method.OriginalDefinition;
        if (definition.DeclaringSyntaxReferences.IsEmpty || definition.MethodKind != MethodKind.Ordinary
            || !(definition.IsAbstract || definition.ContainingType.TypeKind == TypeKind.Interface))
        {
            // A virtual method without an override is made to get one.
            return null;
        }

        return _only.TryGetValue(definition, out var known) ? known : _only.GetOrAdd(definition, Find(definition, cancellationToken));
    }

    private IMethodSymbol? Find(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var found = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        if (!method.IsAbstract)
        {
            found.Add(method);
        }

        var types = TypesBelow(method.ContainingType, cancellationToken).Take(MaxTypes + 1).ToList();
        if (types.Count > MaxTypes)
        {
            return null;
        }

        foreach (var type in types)
        {
            found.UnionWith(ImplementationsIn(type, method).Where(m => !m.IsAbstract).Select(m => m.OriginalDefinition));
        }

        return found.Count == 1 && found.First() is { DeclaringSyntaxReferences.Length: 1, IsExtern: false } only ? only : null;
    }

    private static IEnumerable<IMethodSymbol> ImplementationsIn(INamedTypeSymbol type, IMethodSymbol method)
    {
        if (method.ContainingType.TypeKind == TypeKind.Interface && type.TypeKind != TypeKind.Interface)
        {
            foreach (var contract in type.AllInterfaces.Where(i => SymbolEqualityComparer.Default.Equals(i.OriginalDefinition, method.ContainingType)))
            {
                foreach (var member in contract.GetMembers(method.Name))
                {
                    if (SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, method) && type.FindImplementationForInterfaceMember(member) is IMethodSymbol implementation)
                    {
                        yield return implementation;
                    }
                }
            }
        }

        // Whatever overrides anything of this name may be what runs.
        foreach (var overriding in type.GetMembers(method.Name).OfType<IMethodSymbol>())
        {
            if (overriding.IsOverride && overriding.Parameters.Length == method.Parameters.Length)
            {
                yield return overriding;
            }
        }
    }

    /// <summary>Types of the project that derive from a type or implement it, directly or through others.</summary>
    private IEnumerable<INamedTypeSymbol> TypesBelow(INamedTypeSymbol root, CancellationToken cancellationToken)
    {
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        var names = new Queue<string>();
        var asked = new HashSet<string> { root.Name };
        names.Enqueue(root.Name);
        while (names.Count > 0)
        {
            var name = names.Dequeue();
            foreach (var tree in _models.Compilation.SyntaxTrees)
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach (var position in _indexOf(tree).TypesDerivedFrom(name))
                {
                    if (TypeAt(tree, position, cancellationToken) is { } type && IsBelow(type, root) && seen.Add(type))
                    {
                        if (asked.Add(type.Name))
                        {
                            names.Enqueue(type.Name);
                        }

                        yield return type;
                    }
                }
            }
        }
    }

    private INamedTypeSymbol? TypeAt(SyntaxTree tree, int position, CancellationToken cancellationToken) =>
        tree.GetRoot(cancellationToken).FindToken(position).Parent?.FirstAncestorOrSelf<TypeDeclarationSyntax>(t => t.SpanStart == position) is { } declaration
            ? (INamedTypeSymbol?)_models.For(tree).GetDeclaredSymbol(declaration, cancellationToken)
            : null;

    private static bool IsBelow(INamedTypeSymbol type, INamedTypeSymbol root)
    {
        if (root.TypeKind == TypeKind.Interface)
        {
            return type.AllInterfaces.Any(i => SymbolEqualityComparer.Default.Equals(i.OriginalDefinition, root));
        }

        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, root))
            {
                return true;
            }
        }

        return false;
    }
}
