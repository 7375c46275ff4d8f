using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>
/// Where reading stands: in which member, how its parameters are bound, and through which expression of the call's member
/// it came here.
/// </summary>
internal sealed record Frame(MemberBody Body)
{
    public static ImmutableDictionary<ISymbol, BoundArgument> NoArguments { get; } =
        ImmutableDictionary.Create<ISymbol, BoundArgument>(SymbolEqualityComparer.Default);

    /// <summary>Expression in the call's member that led out of it; null while still there.</summary>
    public Location? Entry { get; init; }

    /// <summary>Members entered so far.</summary>
    public int Depth { get; init; }

    /// <summary>Arguments this member was entered with.</summary>
    public ImmutableDictionary<ISymbol, BoundArgument> Arguments { get; init; } = NoArguments;

    /// <summary>The frame of another member, entered through an expression of this one.</summary>
    public Frame Enter(MemberBody body, IOperation through) =>
        new(body) { Entry = Entry ?? through.Syntax.GetLocation(), Depth = Depth + 1 };

    /// <summary>The frame with the arguments of the invocation through which it was entered.</summary>
    /// <param name="invocation">The invocation.</param>
    /// <param name="target">The method that runs: of an interface, the implementation.</param>
    /// <param name="caller">Frame of the arguments.</param>
    public Frame Bind(IInvocationOperation invocation, IMethodSymbol target, Frame caller)
    {
        // A local function sees the parameters of the method around it.
        var arguments = target.MethodKind == MethodKind.LocalFunction ? caller.Arguments : NoArguments;
        foreach (var argument in invocation.Arguments)
        {
            if (argument.Parameter is { } parameter)
            {
                arguments = arguments.SetItem(MemberLookup.In(target, parameter), new(argument.Value, caller));
            }
        }

        return this with { Arguments = arguments };
    }

    /// <summary>Where a diagnostic about an operation of this frame may stand.</summary>
    public Location ReportLocation(IOperation operation) => Entry ?? operation.Syntax.GetLocation();
}

/// <summary>An argument and the frame it stands in.</summary>
internal sealed record BoundArgument(IOperation Value, Frame Frame);

/// <summary>A variable an object was read through: whoever holds it can still change it.</summary>
/// <param name="Variable">Local, parameter, field or property.</param>
/// <param name="Frame">Member in which it was mentioned.</param>
/// <param name="Use">The mention.</param>
internal sealed record Holder(ISymbol Variable, Frame Frame, IOperation Use);

/// <summary>An expression a value can come from, with nothing readable between.</summary>
internal sealed record Origin(IOperation Operation, Frame Frame, bool IsCertain, ImmutableArray<Holder> Holders)
{
    public Location Location => Operation.Syntax.GetLocation();

    public Location ReportLocation => Frame.ReportLocation(Operation);

    /// <summary>A variable, parameter or call whose value cannot be followed further: it stands for whatever it holds.</summary>
    public bool IsOpen { get; init; }

    /// <summary>
    /// The last mention, in the member of one of the holders, through which the object leaves for the call: what is done to
    /// it before then, by any name, counts.
    /// </summary>
    public IOperation LastUse(Holder holder)
    {
        foreach (var outer in Holders)
        {
            if (outer.Frame.Body == holder.Frame.Body)
            {
                return outer.Use;
            }
        }

        return holder.Use;
    }

    /// <summary>The mention only hands the object on, on the way that is being read.</summary>
    public bool IsOnTheWay(IOperation mention)
    {
        foreach (var holder in Holders)
        {
            if (holder.Use == mention)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The value is null or the default of its type.</summary>
    public bool IsNull => Operation is IDefaultValueOperation || Operation.ConstantValue is { HasValue: true, Value: null };
}

/// <summary>Everything a value can come from, as far as it can be read.</summary>
/// <param name="Known">The expressions.</param>
/// <param name="HasUnseen">It may also come from somewhere that none of the expressions shows.</param>
internal readonly record struct Origins(ImmutableArray<Origin> Known, bool HasUnseen)
{
    /// <summary>It may have a value that cannot be read.</summary>
    public bool MayBeOther => HasUnseen || Known.Any(o => o.IsOpen);

    /// <summary>The one expression it comes from, whether or not that can be read; null when there are several.</summary>
    public Origin? Single => Known.Length == 1 && !HasUnseen ? Known[0] : null;
}
