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

    private readonly Lazy<Dictionary<ISymbol, ImmutableArray<Mention>>> _mentions;

    public MemberBody(IOperation root)
    {
        Root = root;
        _mentions = new(Index, LazyThreadSafetyMode.ExecutionAndPublication);
    }

    public IOperation Root { get; }

    public bool IsTooLarge { get; private set; }

    public SyntaxTree Tree => Root.Syntax.SyntaxTree;

    /// <summary>Mentions of a local, parameter, or of a field or property of <c>this</c> or of a type, in source order.</summary>
    public ImmutableArray<Mention> MentionsOf(ISymbol variable) =>
        _mentions.Value.TryGetValue(variable, out var mentions) ? mentions : ImmutableArray<Mention>.Empty;

    /// <summary>What the member (not a lambda or local function in it) returns.</summary>
    public IEnumerable<IReturnOperation> Returns()
    {
        foreach (var operation in Root.Descendants())
        {
            if (operation is IReturnOperation { Kind: OperationKind.Return } found && FunctionAround(found) is null)
            {
                yield return found;
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

    private Dictionary<ISymbol, ImmutableArray<Mention>> Index()
    {
        var found = new Dictionary<ISymbol, List<Mention>>(SymbolEqualityComparer.Default);
        var count = 0;
        foreach (var operation in Root.DescendantsAndSelf())
        {
            if (++count > MaxOperations)
            {
                IsTooLarge = true;
                return new(SymbolEqualityComparer.Default);
            }

            if (operation is IVariableDeclaratorOperation declarator)
            {
                Add(declarator.Symbol, new(MentionKind.Written, declarator, ValueOf(declarator)));
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

        return index;

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
