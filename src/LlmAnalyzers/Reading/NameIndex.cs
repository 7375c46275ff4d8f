using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LlmAnalyzers.Reading;

/// <summary>Which names a tree mentions at all: where a symbol of another file may be used. Made only when somebody asks; an edit rebuilds only its own tree's.</summary>
internal sealed class NameIndex
{
    private readonly HashSet<string> _names;

    private NameIndex(HashSet<string> names) => _names = names;

    public bool Has(string name) => _names.Contains(name);

    public static NameIndex Create(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var names = new HashSet<string>();
        foreach (var token in tree.GetRoot(cancellationToken).DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken))
            {
                names.Add(token.ValueText);
            }
        }

        return new(names);
    }
}
