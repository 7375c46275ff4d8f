using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAnalyzers.CodeFixes.Editing;

/// <summary>What one parameter of the target gets: a run of present arguments, or new code.</summary>
internal sealed record ArgumentSlot(IParameterSymbol Parameter, int First, int Last)
{
    public bool IsNamed { get; init; }

    /// <summary>Several arguments, or a single element, stand for one <c>params</c> array.</summary>
    public bool IsExpanded { get; init; }

    /// <summary>The arguments have to become a collection of this type.</summary>
    public ITypeSymbol? ElementType { get; init; }

    public string? NewValue { get; init; }
}

/// <summary>The arguments of a call, laid out over the parameters of the overload it is to bind to.</summary>
internal sealed class ArgumentSlots
{
    private readonly IReadOnlyList<IParameterSymbol> _parameters;

    private ArgumentSlots(ArgumentListSyntax list, IReadOnlyList<IParameterSymbol> parameters)
    {
        List = list;
        _parameters = parameters;
    }

    public ArgumentListSyntax List { get; }

    /// <summary>In the order in which they stand, or will stand, in the call.</summary>
    public List<ArgumentSlot> Items { get; } = new();

    /// <summary>Ordinal of the first parameter that takes an argument in parentheses: 1 for an extension method written as one.</summary>
    public int Offset => _parameters.Count > 0 ? _parameters[0].Ordinal : 0;

    /// <summary>Null when an argument has no place in the target.</summary>
    public static ArgumentSlots? Read(SemanticModel model, ExpressionSyntax call, IMethodSymbol target, ArgumentSyntax? without = null)
    {
        if (ListOf(call) is not { } list || model.GetSymbolInfo(call).Symbol is not IMethodSymbol current)
        {
            return null;
        }

        var isReceiverPassed = current.IsExtensionMethod && current.MethodKind != MethodKind.ReducedExtension;
        var skipsReceiver = target.IsExtensionMethod && target.MethodKind != MethodKind.ReducedExtension && !isReceiverPassed;
        var slots = new ArgumentSlots(list, target.Parameters.Skip(skipsReceiver ? 1 : 0).ToList());
        for (var i = 0; i < list.Arguments.Count; i++)
        {
            if (list.Arguments[i] != without && !slots.Place(model, current, i))
            {
                return null;
            }
        }

        return slots;
    }

    /// <summary>Puts a new argument before the first one that belongs to a later parameter.</summary>
    public bool Add(string name, string value)
    {
        var parameter = _parameters.FirstOrDefault(p => p.Name == name);
        if (parameter is null || Items.Any(s => s.Parameter.Ordinal == parameter.Ordinal))
        {
            return false;
        }

        var inOrder = Items.Zip(Items.Skip(1), (a, b) => a.Parameter.Ordinal < b.Parameter.Ordinal).All(x => x);
        var index = inOrder ? Items.TakeWhile(s => s.Parameter.Ordinal < parameter.Ordinal).Count() : Items.Count;
        Items.Insert(index, new ArgumentSlot(parameter, -1, -1) { NewValue = value });
        return true;
    }

    /// <summary>Every parameter without a default has its argument.</summary>
    public bool HasAllRequired() =>
        _parameters.All(p => p.IsOptional || p.IsParams || Items.Any(s => s.Parameter.Ordinal == p.Ordinal));

    private static ArgumentListSyntax? ListOf(ExpressionSyntax call) => call switch
    {
        InvocationExpressionSyntax invocation => invocation.ArgumentList,
        BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
        _ => null,
    };

    private bool Place(SemanticModel model, IMethodSymbol current, int index)
    {
        var argument = List.Arguments[index];
        if (ParameterOf(argument, index, current) is not { } source)
        {
            return false;
        }

        var target = _parameters.FirstOrDefault(p => p.Name == source.Name)
            ?? (source.Ordinal < _parameters.Count ? _parameters[source.Ordinal] : null);
        if (target is null || (argument.NameColon is not null && target.Name != source.Name))
        {
            return false;
        }

        var isExpanded = source.IsParams && !model.ClassifyConversion(argument.Expression, source.Type).IsImplicit;
        if (Items.LastOrDefault() is { IsExpanded: true } run && run.Parameter.Ordinal == target.Ordinal)
        {
            Items[Items.Count - 1] = run with { Last = index };
            return isExpanded && (run.ElementType is null || Converts(model, argument, run.ElementType));
        }

        if (Items.Any(s => s.Parameter.Ordinal == target.Ordinal))
        {
            return false;
        }

        var slot = new ArgumentSlot(target, index, index) { IsNamed = argument.NameColon is not null, IsExpanded = isExpanded };
        var needsCollection = !target.IsParams && !Converts(model, argument, target.Type)
            && (isExpanded || !HasTypeParameters(target.Type));
        if (needsCollection)
        {
            var element = ElementOf(target.Type);
            if (element is null || !Converts(model, argument, element))
            {
                return false;
            }

            slot = slot with { ElementType = element };
        }

        Items.Add(slot);
        return true;
    }

    private static IParameterSymbol? ParameterOf(ArgumentSyntax argument, int index, IMethodSymbol method)
    {
        if (argument.NameColon is { } name)
        {
            return method.Parameters.FirstOrDefault(p => p.Name == name.Name.Identifier.ValueText);
        }

        return index < method.Parameters.Length ? method.Parameters[index]
            : method.Parameters.LastOrDefault() is { IsParams: true } last ? last
            : null;
    }

    // An extension method in its unreduced form may still be generic: what cannot be told is left to the check by binding.
    private static bool Converts(SemanticModel model, ArgumentSyntax argument, ITypeSymbol type) =>
        model.ClassifyConversion(argument.Expression, type).IsImplicit;

    private static bool HasTypeParameters(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => HasTypeParameters(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(HasTypeParameters),
        _ => false,
    };

    private static ITypeSymbol? ElementOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => array.ElementType,
        INamedTypeSymbol { Name: "IEnumerable" or "IReadOnlyList" or "IReadOnlyCollection" or "IList" or "ICollection", TypeArguments.Length: 1 } named => named.TypeArguments[0],
        _ => null,
    };
}
