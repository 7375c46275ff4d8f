using System.Collections.Immutable;
using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>Reads a list of messages: how it is created, and what is added to it on the way to the call.</summary>
internal sealed class ConversationReader
{
    private const int MaxMessages = 200;
    private const int MaxDepth = 8;

    private readonly ReadingContext _context;
    private readonly ImmutableArray<PromptMessage>.Builder _messages = ImmutableArray.CreateBuilder<PromptMessage>();
    private Location? _moreFrom;

    private ConversationReader(ReadingContext context) => _context = context;

    /// <summary>The list an expression gives.</summary>
    public static Conversation Read(IOperation messages, Frame frame, ReadingContext context, out Location? creation)
    {
        var reader = new ConversationReader(context);
        creation = reader.VisitList(messages, frame, isCertain: true, depth: 0);
        return new(reader._messages.ToImmutable()) { MayHoldMore = reader._moreFrom is not null, MoreFrom = reader._moreFrom };
    }

    /// <summary>The one message an expression gives; a string is a user message.</summary>
    public static Conversation ReadSingle(IOperation message, Frame frame, ReadingContext context)
    {
        var reader = new ConversationReader(context);
        reader.VisitElement(message, frame, isCertain: true, depth: 0);
        return new(reader._messages.ToImmutable()) { MayHoldMore = reader._moreFrom is not null, MoreFrom = reader._moreFrom };
    }

    private Location? VisitList(IOperation list, Frame frame, bool isCertain, int depth)
    {
        var origins = _context.OriginsOf(list, frame);
        if (origins.MayBeOther || depth > MaxDepth)
        {
            More(list);
        }

        // Alternative lists are read one after the other: each message is then only a possible one.
        var certain = isCertain && origins.Known.Length == 1;
        Location? creation = null;
        foreach (var origin in origins.Known)
        {
            VisitListOrigin(origin, certain, depth);
            creation = origins.Known.Length == 1 ? origin.Location : null;
        }

        return creation;
    }

    private void VisitListOrigin(Origin origin, bool isCertain, int depth)
    {
        var operation = origin.Operation;
        switch (operation)
        {
            case IArrayCreationOperation { Initializer: { } initializer }:
                VisitElements(initializer.ElementValues, origin.Frame, isCertain, depth);
                break;
            case IArrayCreationOperation:
                More(operation);
                break;
            case ICollectionExpressionOperation collection:
                VisitElements(collection.Elements, origin.Frame, isCertain, depth);
                break;
            case IObjectCreationOperation creation when IsList(creation.Type):
                foreach (var argument in creation.Arguments)
                {
                    if (argument.Value.Type?.SpecialType != SpecialType.System_Int32)
                    {
                        VisitList(argument.Value, origin.Frame, isCertain, depth + 1);
                    }
                }

                foreach (var added in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
                {
                    if (added is IInvocationOperation { TargetMethod.Name: "Add", Arguments: [.., var element] })
                    {
                        VisitElement(element.Value, origin.Frame, isCertain, depth);
                    }
                    else
                    {
                        More(added);
                    }
                }

                break;
            case IInvocationOperation invocation when VisitLinq(invocation, origin.Frame, isCertain, depth):
                break;
            default:
                if (!origin.IsNull)
                {
                    More(operation);
                }

                break;
        }

        for (var i = origin.Holders.Length - 1; i >= 0; i--)
        {
            ApplyMutations(origin.Holders[i], isCertain, depth);
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
                VisitElement(element, frame, isCertain, depth);
            }
        }
    }

    private bool VisitLinq(IInvocationOperation invocation, Frame frame, bool isCertain, int depth)
    {
        if (invocation.TargetMethod.ContainingType is not { Name: "Enumerable", ContainingNamespace.Name: "Linq" } || invocation.Arguments.IsEmpty)
        {
            return false;
        }

        var source = invocation.Arguments[0].Value;
        switch (invocation.TargetMethod.Name)
        {
            case "ToList" or "ToArray" or "AsEnumerable" or "Cast" or "OfType":
                VisitList(source, frame, isCertain, depth + 1);
                return true;
            case "Append" when invocation.Arguments.Length == 2:
                VisitList(source, frame, isCertain, depth + 1);
                VisitElement(invocation.Arguments[1].Value, frame, isCertain, depth);
                return true;
            case "Prepend" when invocation.Arguments.Length == 2:
                VisitElement(invocation.Arguments[1].Value, frame, isCertain, depth);
                VisitList(source, frame, isCertain, depth + 1);
                return true;
            case "Concat" when invocation.Arguments.Length == 2:
                VisitList(source, frame, isCertain, depth + 1);
                VisitList(invocation.Arguments[1].Value, frame, isCertain, depth + 1);
                return true;
            default:
                return false;
        }
    }

    /// <summary>What is added to the list while a variable holds it.</summary>
    private void ApplyMutations(Holder holder, bool isCertain, int depth)
    {
        foreach (var mention in holder.Frame.Body.MentionsOf(holder.Variable))
        {
            if (mention.Kind == MentionKind.Read && mention.Operation != holder.Use
                && Reaching.Of(mention.Operation, holder.Use) is var reach and not Reach.Never)
            {
                Apply(mention.Operation, holder.Frame, isCertain && reach == Reach.Always, depth);
            }
        }

        if (holder.Variable is IFieldSymbol or IPropertySymbol
            && _context.Members.BodiesMentioning(holder.Variable, _context.CancellationToken)
                .Any(b => b.Root is not IConstructorBodyOperation && b.MentionsOf(holder.Variable.OriginalDefinition).Any(m => IsChanged(m.Operation))))
        {
            More(holder.Use);
        }
    }

    private bool IsChanged(IOperation mention) =>
        mention.Parent is IInvocationOperation { Instance: { } instance } && instance == mention
        || (mention.Parent is IArgumentOperation { Parent: IInvocationOperation call } && _context.Sdks.Find<CallMember>(call.TargetMethod) is null);

    private void Apply(IOperation mention, Frame frame, bool isCertain, int depth)
    {
        var reference = mention;
        while (reference.Parent is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation)
        {
            reference = reference.Parent!;
        }

        switch (reference.Parent)
        {
            case IInvocationOperation call when call.Instance == reference && call.TargetMethod.Name is "Add" or "AddRange" or "Insert" or "InsertRange":
                var first = _messages.Count;
                var added = ((IInvocationOperation)reference.Parent).Arguments[^1].Value;
                if (((IInvocationOperation)reference.Parent).TargetMethod.Name is "Add" or "Insert")
                {
                    VisitElement(added, frame, isCertain, depth);
                }
                else
                {
                    VisitList(added, frame, isCertain, depth + 1);
                }

                PlaceInserted((IInvocationOperation)reference.Parent, first);
                break;
            case IInvocationOperation call when call.Instance == reference:
                if (call.TargetMethod.Name.StartsWith("Remove", System.StringComparison.Ordinal) || call.TargetMethod.Name is "Clear" or "Reverse")
                {
                    More(call);
                }

                break;
            case IArgumentOperation { Parent: IInvocationOperation call } when !IsHarmless(call):
                More(call);
                break;
            case IPropertyReferenceOperation { Arguments.IsEmpty: false, Parent: ISimpleAssignmentOperation assignment } element when assignment.Target == element:
                More(assignment);
                break;
        }
    }

    /// <summary><c>Insert(0, m)</c> puts the message first.</summary>
    private void PlaceInserted(IInvocationOperation call, int first)
    {
        if (call.TargetMethod.Name is "Insert" or "InsertRange" && call.Arguments[0].Value.ConstantValue is { HasValue: true, Value: 0 })
        {
            for (var i = first; i < _messages.Count; i++)
            {
                var moved = _messages[i];
                _messages.RemoveAt(i);
                _messages.Insert(i - first, moved);
            }
        }
    }

    private bool IsHarmless(IInvocationOperation call) =>
        _context.Sdks.Find<CallMember>(call.TargetMethod) is not null
        || Onlookers.OnlyLooks(call.TargetMethod);

    private void VisitElement(IOperation element, Frame frame, bool isCertain, int depth)
    {
        var origins = _context.OriginsOf(element, frame);
        if (_messages.Count >= MaxMessages || depth > MaxDepth)
        {
            More(element);
            return;
        }

        var certain = isCertain && origins.Known.Length == 1 && !origins.MayBeOther;
        foreach (var origin in origins.Known)
        {
            if (MessageReader.Read(origin, _context) is { } message)
            {
                _messages.Add(message with { IsCertain = certain && origin.IsCertain });
            }
            else if (!origin.IsNull)
            {
                More(element);
            }
        }

        if (origins.MayBeOther)
        {
            More(element);
        }
    }

    private void More(IOperation from) => _moreFrom ??= from.Syntax.GetLocation();

    private static bool IsList(ITypeSymbol? type) =>
        type?.AllInterfaces.Any(i => i.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T) == true
        && type.Locations.All(l => !l.IsInSource);
}
