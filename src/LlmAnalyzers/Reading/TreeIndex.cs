using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAnalyzers.Reading;

/// <summary>
/// What is invoked and derived from where in one tree, by bare name: which members to bind when a question leads to them. An
/// edit rebuilds only its own tree's index.
/// </summary>
internal sealed class TreeIndex
{
    private readonly Dictionary<string, List<int>> _invocations = new();
    private readonly Dictionary<string, HashSet<string>> _invokers = new();
    private readonly Dictionary<string, List<int>> _derived = new();
    private readonly Dictionary<string, List<int>> _creations = new();

    private TreeIndex()
    {
    }

    /// <summary>Positions of the names of invocations of methods called so.</summary>
    public IReadOnlyList<int> InvocationsOf(string name) => _invocations.TryGetValue(name, out var positions) ? positions : [];

    /// <summary>Names of the methods that are invoked.</summary>
    public IEnumerable<string> Names => _invocations.Keys;
    /// <summary>Positions of creations of a type called so; those that leave the type out are not among them.</summary>
    public IReadOnlyList<int> CreationsOf(string name) => _creations.TryGetValue(name, out var positions) ? positions : [];

    /// <summary>Names of the methods and local functions in which a method called so is invoked.</summary>
    public IReadOnlyCollection<string> InvokersOf(string name) => _invokers.TryGetValue(name, out var names) ? names : [];

    /// <summary>Positions of the declarations of types that name one called so as a base.</summary>
    public IReadOnlyList<int> TypesDerivedFrom(string name) => _derived.TryGetValue(name, out var positions) ? positions : [];

    public static TreeIndex Create(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var index = new TreeIndex();
        foreach (var node in tree.GetRoot(cancellationToken).DescendantNodes())
        {
            if (node is InvocationExpressionSyntax invocation && CallerLookup.NameOf(invocation.Expression) is { } name)
            {
                index.AddInvocation(invocation, name);
            }
            else if (node is ObjectCreationExpressionSyntax creation && NameOf(creation.Type) is { } created)
            {
                Add(index._creations, created, creation.SpanStart);
            }
            else if (node is BaseTypeSyntax { Parent.Parent: TypeDeclarationSyntax type } derived && NameOf(derived.Type) is { } contract)
            {
                Add(index._derived, contract, type.SpanStart);
            }
        }

        return index;
    }

    private void AddInvocation(InvocationExpressionSyntax invocation, SimpleNameSyntax name)
    {
        var key = name.Identifier.ValueText;
        Add(_invocations, key, name.SpanStart);
        for (SyntaxNode? around = invocation.Parent; around is not (null or TypeDeclarationSyntax); around = around.Parent)
        {
            var invoker = around switch
            {
                LocalFunctionStatementSyntax function => function.Identifier.ValueText,
                MethodDeclarationSyntax method => method.Identifier.ValueText,
                _ => null,
            };
            if (invoker is not null)
            {
                if (!_invokers.TryGetValue(key, out var invokers))
                {
                    _invokers.Add(key, invokers = new());
                }

                invokers.Add(invoker);
            }
        }
    }

    private static void Add(Dictionary<string, List<int>> positions, string name, int position)
    {
        if (!positions.TryGetValue(name, out var found))
        {
            positions.Add(name, found = new());
        }

        found.Add(position);
    }

    private static string? NameOf(TypeSyntax type) => type switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        _ => null,
    };
}
