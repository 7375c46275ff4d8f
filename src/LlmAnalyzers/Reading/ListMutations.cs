using System;
using System.Linq;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>What is done to a list while variables hold it.</summary>
internal sealed class ListMutations
{
    private const int MaxMutations = 1_000;
    private const int MaxCallees = 3;

    private readonly ListReader _list;
    private readonly ReadingContext _context;
    private readonly int _first;
    private int _count;

    /// <param name="list">Takes what is added.</param>
    /// <param name="context">To look things up.</param>
    /// <param name="first">Index of the list's first element among those read so far.</param>
    public ListMutations(ListReader list, ReadingContext context, int first)
    {
        _list = list;
        _context = context;
        _first = first;
    }

    public void Apply(Origin origin, Holder holder, bool isCertain, int depth)
    {
        if (holder.Variable is IFieldSymbol or IPropertySymbol)
        {
            ApplyInOtherMembers(holder, isCertain, depth);
        }

        var use = origin.LastUse(holder);
        foreach (var (mention, reach) in holder.Frame.Body.ReadsBefore(holder.Variable, use))
        {
            if (!origin.IsOnTheWay(mention))
            {
                Apply(mention, holder.Frame, isCertain && reach == Reach.Always, use, depth, callees: 0);
            }
        }
    }

    /// <summary>A constructor has run before; what other members add, or this one in an earlier call, is not known to be there.</summary>
    private void ApplyInOtherMembers(Holder holder, bool isCertain, int depth)
    {
        foreach (var body in _context.Members.BodiesMentioning(holder.Variable, _context.CancellationToken))
        {
            var mentions = body.MentionsOf(holder.Variable.OriginalDefinition).Where(m => m.Kind == MentionKind.Read);
            if (body.Root is IConstructorBodyOperation && body.Root.Syntax != holder.Frame.Body.Root.Syntax)
            {
                foreach (var mention in mentions)
                {
                    Apply(mention.Operation, holder.Frame.Enter(body, holder.Use), isCertain && Reaching.IsUnconditional(mention.Operation), use: null, depth, callees: 0);
                }
            }
            else if (mentions.Any(m => MayChange(m.Operation)))
            {
                _list.More(holder.Use);
            }
        }
    }

    private bool MayChange(IOperation mention) => mention.Parent switch
    {
        IInvocationOperation call when call.Instance == mention => !IsQuestion(call.TargetMethod.Name),
        IArgumentOperation { Parent: IInvocationOperation call } => !IsHarmless(call),
        _ => false,
    };

    private void Apply(IOperation mention, Frame frame, bool isCertain, IOperation? use, int depth, int callees)
    {
        if (++_count > MaxMutations)
        {
            _list.More(mention);
            return;
        }

        var reference = mention;
        while (reference.Parent is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation)
        {
            reference = reference.Parent!;
        }

        switch (reference.Parent)
        {
            case IInvocationOperation call when call.Instance == reference:
                ApplyMethod(call, frame, isCertain, depth);
                break;
            case IArgumentOperation { Parent: IInvocationOperation call } argument when !IsHarmless(call):
                ApplyInCallee(call, argument, frame, isCertain, depth, callees);
                break;
            case IArgumentOperation { Parent: IObjectCreationOperation } or IArrayInitializerOperation or IAnonymousObjectCreationOperation or ITupleOperation:
                _list.More(reference);
                break;
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation other } assignment when assignment.Value == reference:
                ApplyByOtherName(other.Local, frame, isCertain, use, depth, callees);
                break;
            case ISimpleAssignmentOperation assignment when assignment.Value == reference:
                _list.More(assignment);
                break;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                ApplyByOtherName(declarator.Symbol, frame, isCertain, use, depth, callees);
                break;
            case IPropertyReferenceOperation { Arguments.IsEmpty: false, Parent: ISimpleAssignmentOperation assignment } element when assignment.Target == element:
                _list.More(assignment);
                break;
            case IArrayElementReferenceOperation { Parent: ISimpleAssignmentOperation assignment } element when assignment.Target == element:
                _list.More(assignment);
                break;
        }
    }

    private void ApplyMethod(IInvocationOperation call, Frame frame, bool isCertain, int depth)
    {
        var before = _list.Count;
        if (_context.Sdks.Find<MessageAddMember>(call.TargetMethod) is not null)
        {
            _list.VisitElement(call, frame, isCertain);
            return;
        }

        switch (call.TargetMethod.Name)
        {
            case "Add" when call.Arguments.Length == 1:
                _list.VisitElement(call.Arguments[0].Value, frame, isCertain);
                break;
            case "AddRange" when call.Arguments.Length == 1:
                _list.VisitList(call.Arguments[0].Value, frame, isCertain, depth + 1);
                break;
            case "Insert" or "InsertRange" when call.Arguments.Length == 2:
                if (call.TargetMethod.Name == "Insert")
                {
                    _list.VisitElement(call.Arguments[1].Value, frame, isCertain);
                }
                else
                {
                    _list.VisitList(call.Arguments[1].Value, frame, isCertain, depth + 1);
                }

                if (call.Arguments[0].Value.ConstantValue is { HasValue: true, Value: 0 })
                {
                    _list.MoveTo(_first, before);
                }

                break;
            case "Clear" when isCertain:
                _list.ClearFrom(_first);
                break;
            default:
                if (!IsQuestion(call.TargetMethod.Name))
                {
                    _list.More(call);
                }

                break;
        }
    }

    private void ApplyByOtherName(ILocalSymbol other, Frame frame, bool isCertain, IOperation? use, int depth, int callees)
    {
        if (use is null || callees >= MaxCallees)
        {
            _list.More(frame.Body.Root);
            return;
        }

        foreach (var (mention, reach) in frame.Body.ReadsBefore(other, use))
        {
            if (mention != use)
            {
                Apply(mention, frame, isCertain && reach == Reach.Always, use, depth, callees + 1);
            }
        }
    }

    private void ApplyInCallee(IInvocationOperation call, IArgumentOperation argument, Frame frame, bool isCertain, int depth, int callees)
    {
        if (argument.Parameter is not { } parameter || callees >= MaxCallees
            || _context.Members.TargetOf(call, _context.CancellationToken) is not { } target
            || _context.Members.BodyOf(target, _context.CancellationToken) is not { } body)
        {
            _list.More(call);
            return;
        }

        var entered = frame.Enter(body, call).Bind(call, target, frame);
        foreach (var mention in body.MentionsOf(MemberLookup.In(target, parameter)))
        {
            if (mention.Kind == MentionKind.Read)
            {
                Apply(mention.Operation, entered, isCertain && Reaching.IsUnconditional(mention.Operation), use: null, depth, callees + 1);
            }
            else
            {
                _list.More(call);
            }
        }
    }

    /// <summary>Methods of lists that change nothing.</summary>
    private static bool IsQuestion(string method) => method switch
    {
        "ToArray" or "ToString" or "AsReadOnly" or "GetEnumerator" or "Contains" or "IndexOf" or "LastIndexOf" or "Exists" or "Find" or "FindLast" or "FindIndex" or "FindAll"
            or "TrueForAll" or "ForEach" or "GetRange" or "CopyTo" or "ConvertAll" or "EnsureCapacity" or "TrimExcess" or "Equals" or "GetHashCode" or "GetType" => true,
        _ => method.StartsWith("get_", StringComparison.Ordinal),
    };

    private bool IsHarmless(IInvocationOperation call) =>
        _context.Sdks.Find<CallMember>(call.TargetMethod) is not null || Onlookers.OnlyLooks(call.TargetMethod);
}
