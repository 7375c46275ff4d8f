using System;
using System.Linq;
using System.Threading;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>Finds constants that have the form of an API key and reach a place where an SDK takes one. Made once per compilation.</summary>
internal sealed class ApiKeyReader
{
    /// <summary>A text that is put together of more pieces is no key.</summary>
    private const int MaxPieces = 16;

    private readonly SemanticModels _models;
    private readonly Func<SyntaxTree, NameIndex> _namesOf;
    private readonly Lazy<Credentials> _credentials;

    public ApiKeyReader(Compilation compilation, Func<SyntaxTree, NameIndex> namesOf)
    {
        _models = new(compilation);
        _namesOf = namesOf;
        _credentials = new(() => new(compilation), LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>The key that the operation is; null for everything else. Nearly every operation is dismissed by its form.</summary>
    public ApiKeyUse? Read(IOperation operation, CancellationToken cancellationToken)
    {
        if (operation.ConstantValue is not { HasValue: true, Value: string { Length: >= ApiKeyForm.MinLength and <= ApiKeyForm.MaxLength } text }
            || operation.IsImplicit || operation.Parent is IArgumentOperation { ArgumentKind: ArgumentKind.DefaultValue }
            || !IsWritten(operation) || (operation.Parent is { } parent && IsWritten(parent))
            || ApiKeyForm.Find(text) is not { } form)
        {
            return null;
        }

        foreach (var (receiver, use) in ConstantFollower.ReceiversOf(operation, _models, _namesOf, cancellationToken))
        {
            if (_credentials.Value.Find(receiver) is { } credential
                && (form.Provider is not null || !credential.IsGeneral && !GoesToLocalServer(use)))
            {
                return new(operation.Syntax.GetLocation(), form.Provider, form.Variable ?? credential.Variable);
            }
        }

        return null;
    }

    /// <summary>A text that stands in the source as it is: a literal, or several that are put together.</summary>
    private static bool IsWritten(IOperation operation, int depth = 0) => operation switch
    {
        ILiteralOperation => true,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, ConstantValue.HasValue: true } sum when depth < MaxPieces =>
            IsWritten(sum.LeftOperand, depth + 1) && IsWritten(sum.RightOperand, depth + 1),
        IParenthesizedOperation parenthesized when depth < MaxPieces => IsWritten(parenthesized.Operand, depth + 1),
        _ => false,
    };

    /// <summary>The member that uses the key names a server on this machine: what it wants for a key is not worth stealing.</summary>
    private static bool GoesToLocalServer(IOperation use)
    {
        var root = use;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        return root.Descendants().Any(o => o is ILiteralOperation { ConstantValue: { HasValue: true, Value: string text } } && ApiKeyForm.IsLocalAddress(text));
    }
}
