using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>An element of a list, as the expression that gives it.</summary>
/// <param name="Operation">The expression.</param>
/// <param name="Frame">Where it stands.</param>
/// <param name="IsCertain">It is in the list on every way to the use.</param>
internal readonly record struct ListElement(IOperation Operation, Frame Frame, bool IsCertain);

/// <summary>The elements of a list, in order, as far as the source shows them.</summary>
internal sealed record ListReading(ImmutableArray<ListElement> Elements)
{
    /// <summary>What may have put other elements in, or taken some away; null when every element is known.</summary>
    public IOperation? MoreFrom { get; init; }

    /// <summary>The expression that creates the list; null when there are several or none.</summary>
    public Origin? Creation { get; init; }
}

/// <summary>Reads a list: how it is created, and what is added to it on the way to its use.</summary>
internal sealed class ListReader
{
    private const int MaxElements = 400;
    private const int MaxDepth = 8;

    private readonly ReadingContext _context;
    private readonly List<ListElement> _elements = new();
    private IOperation? _moreFrom;

    private ListReader(ReadingContext context) => _context = context;

    /// <summary>The list an expression gives.</summary>
    public static ListReading Read(IOperation list, Frame frame, ReadingContext context)
    {
        var reader = new ListReader(context);
        var creation = reader.VisitList(list, frame, isCertain: true, depth: 0);
        return new(reader._elements.ToImmutableArray()) { MoreFrom = reader._moreFrom, Creation = creation };
    }

    /// <summary>What is done to the list from here on cannot be read.</summary>
    internal void More(IOperation from) => _moreFrom ??= from;

    /// <summary>Elements from <paramref name="first"/> on belong before those at <paramref name="place"/>.</summary>
    internal void MoveTo(int place, int first)
    {
        var moved = _elements.GetRange(first, _elements.Count - first);
        _elements.RemoveRange(first, moved.Count);
        _elements.InsertRange(place, moved);
    }

    internal int Count => _elements.Count;

    internal void ClearFrom(int first) => _elements.RemoveRange(first, _elements.Count - first);

    internal void VisitElement(IOperation element, Frame frame, bool isCertain)
    {
        if (_elements.Count >= MaxElements)
        {
            More(element);
            return;
        }

        _elements.Add(new(element, frame, isCertain));
    }

    internal Origin? VisitList(IOperation list, Frame frame, bool isCertain, int depth)
    {
        _context.CancellationToken.ThrowIfCancellationRequested();
        if (depth > MaxDepth)
        {
            More(list);
            return null;
        }

        var origins = _context.OriginsOf(list, frame);
        if (origins.HasUnseen)
        {
            More(list);
        }

        // Alternative lists are read one after the other: each element is then only a possible one.
        var given = origins.Known.Where(o => !o.IsNull).ToImmutableArray();
        foreach (var origin in given)
        {
            VisitOrigin(origin, isCertain && origins.Known.Length == 1, depth);
        }

        return given.Length == 1 ? given[0] : null;
    }

    private void VisitOrigin(Origin origin, bool isCertain, int depth)
    {
        var first = _elements.Count;
        switch (origin.Operation)
        {
            case IArrayCreationOperation { Initializer: { } initializer }:
                VisitElements(initializer.ElementValues, origin.Frame, isCertain, depth);
                break;
            case ICollectionExpressionOperation collection:
                VisitElements(collection.Elements, origin.Frame, isCertain, depth);
                break;
            case IObjectCreationOperation creation when IsList(creation.Type):
                VisitCreation(creation, origin.Frame, isCertain, depth);
                break;
            case IInvocationOperation invocation when VisitLibraryMethod(invocation, origin.Frame, isCertain, depth):
                break;
            default:
                More(origin.Operation);
                break;
        }

        for (var i = origin.Holders.Length - 1; i >= 0; i--)
        {
            new ListMutations(this, _context, first).Apply(origin, origin.Holders[i], isCertain, depth);
        }
    }

    private void VisitCreation(IObjectCreationOperation creation, Frame frame, bool isCertain, int depth)
    {
        var history = _context.Sdks.Find<MessageListMember>(creation.Constructor)?.Meaning;
        if (history is not null && creation.Arguments.Any(a => history.TextParameters.ContainsKey(a.Parameter?.Name ?? "")))
        {
            // The list begins with a message whose text the constructor takes.
            VisitElement(creation, frame, isCertain);
            return;
        }

        foreach (var argument in creation.Arguments)
        {
            if (argument.Value.Type?.SpecialType != SpecialType.System_Int32)
            {
                VisitList(argument.Value, frame, isCertain, depth + 1);
            }
        }

        foreach (var added in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (added is IInvocationOperation { TargetMethod.Name: "Add", Arguments: [.., var element] })
            {
                VisitElement(element.Value, frame, isCertain);
            }
            else
            {
                More(added);
            }
        }
    }

    private void VisitElements(ImmutableArray<IOperation> elements, Frame frame, bool isCertain, int depth)
    {
        foreach (var element in elements)
        {
            if (element is ISpreadOperation spread)
            {
                VisitList(spread.Operand, frame, isCertain, depth + 1);
            }
            else
            {
                VisitElement(element, frame, isCertain);
            }
        }
    }

    /// <summary>Methods that give the same elements in another list, or some more.</summary>
    private bool VisitLibraryMethod(IInvocationOperation invocation, Frame frame, bool isCertain, int depth)
    {
        var method = invocation.TargetMethod;
        if (method is { Name: "Empty", Parameters.IsEmpty: true, IsStatic: true, ContainingType.Name: "Array" or "Enumerable" })
        {
            return true;
        }

        if (invocation.Instance is { } list && IsList(list.Type) && method.Name is "ToArray" or "AsReadOnly")
        {
            VisitList(invocation.Instance, frame, isCertain, depth + 1);
            return true;
        }

        if (method.ContainingType is not { Name: "Enumerable" or "ImmutableArray" or "ImmutableList", ContainingNamespace.Name: "Linq" or "Immutable" } || invocation.Arguments.IsEmpty)
        {
            return false;
        }

        var source = invocation.Arguments[0].Value;
        var other = invocation.Arguments.Length == 2 ? invocation.Arguments[1].Value : null;
        switch (method.Name)
        {
            case "ToList" or "ToArray" or "AsEnumerable" or "Cast" or "OfType" or "ToImmutableArray" or "ToImmutableList" or "Create":
                VisitList(source, frame, isCertain, depth + 1);
                return true;
            case "Append" when other is not null:
                VisitList(source, frame, isCertain, depth + 1);
                VisitElement(other, frame, isCertain);
                return true;
            case "Prepend" when other is not null:
                VisitElement(other, frame, isCertain);
                VisitList(source, frame, isCertain, depth + 1);
                return true;
            case "Concat" when other is not null:
                VisitList(source, frame, isCertain, depth + 1);
                VisitList(other, frame, isCertain, depth + 1);
                return true;
            default:
                return false;
        }
    }

    private static bool IsList(ITypeSymbol? type) =>
        type?.AllInterfaces.Any(i => i.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T) == true
        && type.Locations.All(l => !l.IsInSource);
}
