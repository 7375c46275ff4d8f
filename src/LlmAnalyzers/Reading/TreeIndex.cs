using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAnalyzers.Reading;

/// <summary>What is invoked where in one tree, by bare name: which members to bind when a question leads to them. An edit rebuilds only its own tree's index.</summary>
internal sealed class TreeIndex
{
    private readonly Dictionary<string, List<int>> _invocations;

    private TreeIndex(Dictionary<string, List<int>> invocations) => _invocations = invocations;

    /// <summary>Positions of the names of invocations of methods called so.</summary>
    public IReadOnlyList<int> InvocationsOf(string name) => _invocations.TryGetValue(name, out var positions) ? positions : [];

    /// <summary>Names of the methods that are invoked.</summary>
    public IEnumerable<string> Names => _invocations.Keys;

    public static TreeIndex Create(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, List<int>>();
        foreach (var node in tree.GetRoot(cancellationToken).DescendantNodes())
        {
            if (node is InvocationExpressionSyntax invocation && CallerLookup.NameOf(invocation.Expression) is { } name)
            {
                var key = name.Identifier.ValueText;
                if (!found.TryGetValue(key, out var positions))
                {
                    found.Add(key, positions = new());
                }

                positions.Add(name.SpanStart);
            }
        }

        return new(found);
    }
}
