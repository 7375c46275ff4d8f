using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>How a variable is mentioned.</summary>
internal enum MentionKind
{
    Read,

    /// <summary>Declared or assigned; <see cref="Mention.Value"/> is what it gets, null when it is declared without a value.</summary>
    Written,

    /// <summary><c>x += value</c>.</summary>
    Extended,

    /// <summary><c>x ??= value</c>.</summary>
    WrittenIfNull,

    /// <summary>Written in a way that cannot be read: out, ref, deconstruction, increment.</summary>
    Overwritten,
}

/// <summary>One mention of a variable.</summary>
internal readonly record struct Mention(MentionKind Kind, IOperation Operation, IOperation? Value)
{
    public int Position => Operation.Syntax.SpanStart;
}

/// <summary>The operations of one member, and where each of its variables is mentioned. The index is made once, on demand.</summary>
internal sealed class MemberBody
{
    /// <summary>Larger members are not indexed: everything in them is unknown.</summary>
    private const int MaxOperations = 100_000;

    private readonly Lazy<BodyIndex> _index;

    public MemberBody(IOperation root)
    {
        Root = root;
        _index = new(Index, LazyThreadSafetyMode.ExecutionAndPublication);
    }

    private sealed record BodyIndex(
        Dictionary<ISymbol, ImmutableArray<Mention>> Mentions,
        Dictionary<SyntaxNode, IInvocationOperation> Invocations,
        ImmutableArray<IReturnOperation> Returns,
        bool IsTooLarge);

    public IOperation Root { get; }

    public bool IsTooLarge => _index.Value.IsTooLarge;

    public SyntaxTree Tree => Root.Syntax.SyntaxTree;

    /// <summary>Mentions of a local, parameter, or of a field or property of <c>this</c> or of a type, in source order.</summary>
    public ImmutableArray<Mention> MentionsOf(ISymbol variable) =>
        _index.Value.Mentions.TryGetValue(variable, out var mentions) ? mentions : ImmutableArray<Mention>.Empty;

    /// <summary>What the member, or a local function in it, returns; nothing when it is an iterator.</summary>
    public ImmutableArray<IReturnOperation> ReturnsOf(IMethodSymbol? localFunction)
    {
        var found = ImmutableArray.CreateBuilder<IReturnOperation>();
        foreach (var returned in _index.Value.Returns)
        {
            if (SymbolEqualityComparer.Default.Equals(FunctionSymbolAround(returned), localFunction?.OriginalDefinition))
            {
                found.Add(returned);
            }
        }

        return found.ToImmutable();
    }

    /// <summary>The invocation at a place in the source.</summary>
    public IInvocationOperation? InvocationAt(SyntaxNode syntax) => _index.Value.Invocations.TryGetValue(syntax, out var found) ? found : null;

    /// <summary>Every invocation in the member.</summary>
    public IEnumerable<IInvocationOperation> Invocations => _index.Value.Invocations.Values;

    /// <summary>
    /// Mentions of a variable that read it before a use, each with its reach. What came before the variable got the value it
    /// has at the use is left out: that was done to another object.
    /// </summary>
    public IEnumerable<(IOperation Mention, Reach Reach)> ReadsBefore(ISymbol variable, IOperation use)
    {
        var mentions = MentionsOf(variable);
        var start = 0;
        for (var i = mentions.Length - 1; i > 0; i--)
        {
            if (mentions[i].Kind == MentionKind.Written && Reaching.Of(mentions[i].Operation, use) == Reach.Always)
            {
                start = i;
                break;
            }
        }

        for (var i = start; i < mentions.Length; i++)
        {
            if (mentions[i].Kind == MentionKind.Read && Reaching.Of(mentions[i].Operation, use) is var reach and not Reach.Never)
            {
                yield return (mentions[i].Operation, reach);
            }
        }
    }

    /// <summary>The same operation in this binding of the member.</summary>
    public IOperation? Twin(IOperation operation)
    {
        foreach (var candidate in Root.DescendantsAndSelf())
        {
            if (candidate.Syntax == operation.Syntax && candidate.Kind == operation.Kind && candidate.IsImplicit == operation.IsImplicit)
            {
                return candidate;
            }
        }

        return null;
    }

    /// <summary>The lambda or local function around an operation; null in the member itself.</summary>
    public static IOperation? FunctionAround(IOperation operation)
    {
        for (var current = operation.Parent; current is not null; current = current.Parent)
        {
            if (current is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return current;
            }
        }

        return null;
    }

    /// <summary>The variable an expression names, if it names one.</summary>
    public static ISymbol? VariableOf(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field.OriginalDefinition,
        IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation, Arguments.IsEmpty: true } property => property.Property.OriginalDefinition,
        _ => null,
    };

    private static ISymbol? FunctionSymbolAround(IOperation operation) => FunctionAround(operation) switch
    {
        ILocalFunctionOperation local => local.Symbol.OriginalDefinition,
        IAnonymousFunctionOperation lambda => lambda.Symbol,
        _ => null,
    };

    private BodyIndex Index()
    {
        var invocations = new Dictionary<SyntaxNode, IInvocationOperation>();
        var returns = ImmutableArray.CreateBuilder<IReturnOperation>();
        var found = new Dictionary<ISymbol, List<Mention>>(SymbolEqualityComparer.Default);
        var count = 0;
        foreach (var operation in Root.DescendantsAndSelf())
        {
            if (++count > MaxOperations)
            {
                return new(new(SymbolEqualityComparer.Default), new(), ImmutableArray<IReturnOperation>.Empty, IsTooLarge: true);
            }

            if (operation is IInvocationOperation { IsImplicit: false } invocation)
            {
                invocations[invocation.Syntax] = invocation;
            }
            else if (operation is IReturnOperation { Kind: OperationKind.Return, ReturnedValue: not null } returned)
            {
                returns.Add(returned);
            }

            if (operation is IVariableDeclaratorOperation declarator)
            {
                // The variable of foreach and catch gets its value where the source does not show it.
                var isGiven = declarator.Parent is IForEachLoopOperation or ICatchClauseOperation;
                Add(declarator.Symbol, new(isGiven ? MentionKind.Overwritten : MentionKind.Written, declarator, ValueOf(declarator)));
            }
            else if (VariableOf(operation) is { } variable)
            {
                Add(variable, Classify(operation));
            }
        }

        var index = new Dictionary<ISymbol, ImmutableArray<Mention>>(found.Count, SymbolEqualityComparer.Default);
        foreach (var entry in found)
        {
            entry.Value.Sort((a, b) => a.Position.CompareTo(b.Position));
            index.Add(entry.Key, entry.Value.ToImmutableArray());
        }

        return new(index, invocations, returns.ToImmutable(), IsTooLarge: false);

        void Add(ISymbol variable, Mention mention)
        {
            if (!found.TryGetValue(variable, out var list))
            {
                found.Add(variable, list = new());
            }

            list.Add(mention);
        }
    }

    private static IOperation? ValueOf(IVariableDeclaratorOperation declarator) =>
        declarator.Initializer?.Value ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer?.Value;

    private static Mention Classify(IOperation reference) => reference.Parent switch
    {
        ISimpleAssignmentOperation assignment when assignment.Target == reference => new(MentionKind.Written, assignment, assignment.Value),
        ICompoundAssignmentOperation compound when compound.Target == reference => new(MentionKind.Extended, compound, compound.Value),
        ICoalesceAssignmentOperation coalesce when coalesce.Target == reference => new(MentionKind.WrittenIfNull, coalesce, coalesce.Value),
        IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } => new(MentionKind.Overwritten, reference, null),
        IIncrementOrDecrementOperation or IDeclarationExpressionOperation => new(MentionKind.Overwritten, reference, null),
        ITupleOperation tuple when tuple.Parent is IDeconstructionAssignmentOperation deconstruction && deconstruction.Target == tuple =>
            new(MentionKind.Overwritten, reference, null),
        _ => new(MentionKind.Read, reference, null),
    };
}
