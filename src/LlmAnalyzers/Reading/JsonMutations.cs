using System.Collections.Immutable;
using System.Linq;
using LlmAnalyzers.Schemas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>Applies what is done to an object of a JSON body after it is made: keys set, properties assigned, elements added.</summary>
internal sealed class JsonMutations
{
    private const int MaxMutations = 500;
    private const int MaxCallees = 3;

    private readonly JsonObjectBuilder _members;
    private readonly SerializationConventions _conventions;
    private readonly JsonBodyReader _reader;
    private readonly int _depth;
    private int _count;

    private JsonMutations(JsonObjectBuilder members, SerializationConventions conventions, int depth, JsonBodyReader reader)
    {
        _members = members;
        _conventions = conventions;
        _depth = depth;
        _reader = reader;
    }

    public static void Apply(Origin origin, JsonObjectBuilder members, SerializationConventions conventions, int depth, JsonBodyReader reader)
    {
        var mutations = new JsonMutations(members, conventions, depth, reader);
        for (var i = origin.Holders.Length - 1; i >= 0; i--)
        {
            var holder = origin.Holders[i];
            if (holder.Variable is IFieldSymbol or IPropertySymbol)
            {
                mutations.ApplyInOtherMembers(holder);
            }

            foreach (var (mention, reach) in holder.Frame.Body.ReadsBefore(holder.Variable, origin.LastUse(holder)))
            {
                if (!origin.IsOnTheWay(mention))
                {
                    mutations.Apply(mention, holder.Frame, reach == Reach.Always, callees: 0);
                }
            }
        }
    }

    /// <summary>Other members of the type may have run before, in any order; a constructor has.</summary>
    private void ApplyInOtherMembers(Holder holder)
    {
        var context = _reader.Context;
        foreach (var body in context.Members.BodiesMentioning(holder.Variable, context.CancellationToken))
        {
            if (body.Root.Syntax == holder.Frame.Body.Root.Syntax)
            {
                continue;
            }

            var entered = holder.Frame.Enter(body, holder.Use);
            foreach (var mention in body.MentionsOf(holder.Variable.OriginalDefinition).Where(m => m.Kind == MentionKind.Read))
            {
                Apply(mention.Operation, entered, body.Root is IConstructorBodyOperation && Reaching.IsUnconditional(mention.Operation), callees: 0);
            }
        }
    }

    private void Apply(IOperation mention, Frame frame, bool always, int callees)
    {
        if (++_count > MaxMutations)
        {
            _members.MayHoldMore = true;
            return;
        }

        var reference = mention;
        while (reference.Parent is IConversionOperation or IParenthesizedOperation)
        {
            reference = reference.Parent!;
        }

        switch (reference.Parent)
        {
            case IPropertyReferenceOperation { Arguments: [var key] } entry when entry.Instance == reference:
                ApplyToEntry(entry, key, frame, always);
                break;
            case IPropertyReferenceOperation { Arguments.IsEmpty: true } property when property.Instance == reference:
                ApplyToProperty(property, frame, always);
                break;
            case IInvocationOperation call when call.Instance == reference:
                ApplyMethod(call, frame, always);
                break;
            case IArgumentOperation { Parent: IInvocationOperation call } argument:
                ApplyInCallee(call, argument, frame, always, callees);
                break;
            case IVariableInitializerOperation or ISimpleAssignmentOperation { Target: ILocalReferenceOperation }:
                // Another name for it, through which it may be changed.
                _members.MayHoldMore = true;
                break;
        }
    }

    private void ApplyToEntry(IPropertyReferenceOperation entry, IArgumentOperation key, Frame frame, bool always)
    {
        switch (entry.Parent)
        {
            case ISimpleAssignmentOperation assignment when assignment.Target == entry:
                if (!JsonKeyedObjects.ReadEntry(assignment, frame, always, _members, _conventions, _depth, _reader))
                {
                    _members.MayHoldMore = true;
                }

                break;
            case IAssignmentOperation assignment when assignment.Target == entry:
            case IMemberReferenceOperation or IInvocationOperation or IConversionOperation or IConditionalAccessOperation:
                // body["options"]["seed"] = 1: something inside is changed, or only looked at.
                if (SettingReader.TextOf(OriginFinder.Bare(key.Value)) is { } name)
                {
                    _members.Set(name, JsonBodyReader.Unknown(entry), always: false);
                }

                break;
        }
    }

    private void ApplyToProperty(IPropertyReferenceOperation property, Frame frame, bool always)
    {
        switch (property.Parent)
        {
            case ISimpleAssignmentOperation assignment when assignment.Target == property:
                JsonDataObjects.Set(property.Property, assignment.Value, frame, always, _members, _conventions, _depth, _reader);
                break;
            case IAssignmentOperation assignment when assignment.Target == property:
                _members.Set(WrittenMembers.NameOf(property.Property, _conventions), JsonBodyReader.Unknown(assignment), always: false);
                break;
            case IInvocationOperation { TargetMethod.Name: "Add", Arguments: [var added] } call when call.Instance == property:
                var element = new JsonElementPart(_reader.Visit(added.Value, frame, _conventions, _depth + 1), always);
                _members.Append(WrittenMembers.NameOf(property.Property, _conventions), ImmutableArray.Create(element), call.Syntax.GetLocation(), isWhole: true);
                break;
            case IInvocationOperation { TargetMethod.Name: "AddRange", Arguments: [var added] } call when call.Instance == property:
                var list = _reader.VisitList(added.Value, frame, _conventions, _depth + 1) as JsonArrayPart;
                var elements = list?.Elements.Select(e => e with { IsCertain = e.IsCertain && always }).ToImmutableArray() ?? ImmutableArray<JsonElementPart>.Empty;
                _members.Append(WrittenMembers.NameOf(property.Property, _conventions), elements, call.Syntax.GetLocation(), isWhole: list is { MoreFrom: null });
                break;
            case IInvocationOperation { TargetMethod.Name: "Insert" or "InsertRange" or "Clear" or "Remove" or "RemoveAt" or "RemoveAll" or "RemoveRange" } call when call.Instance == property:
            case IPropertyReferenceOperation { Parent: IAssignmentOperation }:
                _members.Set(WrittenMembers.NameOf(property.Property, _conventions), JsonBodyReader.Unknown(property), always: false);
                break;
        }
    }

    private void ApplyMethod(IInvocationOperation call, Frame frame, bool always)
    {
        switch (call.TargetMethod.Name)
        {
            case "Add" or "TryAdd":
                _members.MayHoldMore |= !JsonKeyedObjects.ReadEntry(call, frame, always, _members, _conventions, _depth, _reader);
                break;
            case "Remove" when call.Arguments.FirstOrDefault() is { } key && SettingReader.TextOf(OriginFinder.Bare(key.Value)) is { } name:
                _members.Remove(name, always);
                break;
            case "Remove" or "Clear" or "Merge" or "AddFirst" or "Replace" or "ReplaceAll" or "Insert":
                _members.MayHoldMore = true;
                break;
            default:
                if (call.TargetMethod.Locations.Any(l => l.IsInSource))
                {
                    // A method of the class itself may set its members.
                    _members.MayHoldMore = true;
                }

                break;
        }
    }

    /// <summary>Handed to a member of the project it may be changed there; a library that is given it for sending or writing leaves it alone.</summary>
    private void ApplyInCallee(IInvocationOperation call, IArgumentOperation argument, Frame frame, bool always, int callees)
    {
        if (!call.TargetMethod.Locations.Any(l => l.IsInSource))
        {
            return;
        }

        if (argument.Parameter is not { } parameter || callees >= MaxCallees
            || _reader.Context.Members.TargetOf(call, _reader.Context.CancellationToken) is not { } target
            || _reader.Context.Members.BodyOf(target, _reader.Context.CancellationToken) is not { } body)
        {
            _members.MayHoldMore = true;
            return;
        }

        var entered = frame.Enter(body, call).Bind(call, target, frame);
        foreach (var mention in body.MentionsOf(MemberLookup.In(target, parameter)))
        {
            if (mention.Kind == MentionKind.Read)
            {
                Apply(mention.Operation, entered, always && Reaching.IsUnconditional(mention.Operation), callees + 1);
            }
            else
            {
                _members.MayHoldMore = true;
            }
        }
    }
}
