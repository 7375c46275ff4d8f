using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>
/// Follows an expression back to what it can come from: through variables, fields, properties, branches, and members of the
/// same project. Bounded in depth and in the number of expressions; what lies beyond a bound is unknown.
/// </summary>
internal sealed class OriginFinder
{
    private const int MaxDepth = 5;
    private const int MaxOrigins = 32;
    private const int MaxSteps = 500;

    private readonly MemberLookup _members;
    private readonly CancellationToken _cancellationToken;
    private readonly List<Origin> _known = new();
    private readonly HashSet<IOperation> _visited = new();
    private bool _hasUnseen;
    private int _steps;

    private OriginFinder(MemberLookup members, CancellationToken cancellationToken)
    {
        _members = members;
        _cancellationToken = cancellationToken;
    }

    public static Origins Find(IOperation value, Frame frame, MemberLookup members, CancellationToken cancellationToken)
    {
        var finder = new OriginFinder(members, cancellationToken);
        finder.Visit(value, frame, isCertain: true, ImmutableArray<Holder>.Empty);
        if (finder._known.Count == 0)
        {
            // Only itself: a member that returns what it returns.
            finder._hasUnseen = true;
        }

        return new(finder._known.ToImmutableArray(), finder._hasUnseen);
    }

    /// <summary>Strips what does not change a value: parentheses and built-in conversions.</summary>
    public static IOperation Bare(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                // A constant conversion gives another value: (int)0.7 is 0.
                case IConversionOperation { OperatorMethod: null, ConstantValue.HasValue: false } conversion:
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                default:
                    return operation;
            }
        }
    }

    private void Visit(IOperation value, Frame frame, bool isCertain, ImmutableArray<Holder> holders)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var operation = Bare(value);
        if (++_steps > MaxSteps || _known.Count >= MaxOrigins || frame.Body.IsTooLarge)
        {
            _hasUnseen = true;
            return;
        }

        if (operation.ConstantValue.HasValue && operation is not (ILocalReferenceOperation or IFieldReferenceOperation { Field.IsConst: false }))
        {
            Add(operation);
            return;
        }

        switch (operation)
        {
            case IConditionalOperation { WhenFalse: { } whenFalse } conditional:
                VisitChoice(conditional.Condition.ConstantValue, conditional.WhenTrue, whenFalse);
                break;
            case ICoalesceOperation coalesce:
                VisitCoalesce(coalesce.Value, coalesce.WhenNull, holders);
                break;
            case ICoalesceAssignmentOperation coalesce:
                VisitCoalesce(coalesce.Target, coalesce.Value, Hold(MemberBody.VariableOf(coalesce.Target)));
                break;
            case ISwitchExpressionOperation choice:
                foreach (var arm in choice.Arms)
                {
                    if (Bare(arm.Value) is not IThrowOperation)
                    {
                        Visit(arm.Value, frame, isCertain: false, holders);
                    }
                }

                break;
            case IThrowOperation:
                break;
            case IAwaitOperation awaited:
                Visit(awaited.Operation, frame, isCertain, holders);
                break;
            case ISimpleAssignmentOperation assignment:
                Visit(assignment.Value, frame, isCertain, Hold(MemberBody.VariableOf(assignment.Target)));
                break;
            case ILocalReferenceOperation local:
                VisitLocal(local.Local);
                break;
            case IParameterReferenceOperation parameter:
                VisitParameter(parameter.Parameter);
                break;
            case IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field:
                VisitHeld(field.Field, _members.WritesOf(field.Field, frame.Body, operation, _cancellationToken));
                break;
            case IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation, Arguments.IsEmpty: true } property:
                VisitProperty(property.Property);
                break;
            case IInvocationOperation invocation:
                VisitInvocation(invocation);
                break;
            default:
                Add(operation);
                break;
        }

        void Add(IOperation found) => _known.Add(new(found, frame, isCertain, holders));

        void AddOpen() => _known.Add(new(operation, frame, isCertain, holders) { IsOpen = true });

        void VisitCoalesce(IOperation first, IOperation whenNull, ImmutableArray<Holder> fallbackHolders)
        {
            var before = _known.Count;
            Visit(first, frame, isCertain: false, holders);

            // What is null on the left is replaced by what stands on the right.
            for (var i = _known.Count - 1; i >= before; i--)
            {
                if (_known[i].IsNull)
                {
                    _known.RemoveAt(i);
                }
            }

            if (_known.All(k => k.Operation != Bare(whenNull)))
            {
                Visit(whenNull, frame, isCertain: false, fallbackHolders);
            }
        }

        ImmutableArray<Holder> Hold(ISymbol? variable) =>
            variable is null ? holders : holders.Add(new(variable, frame, operation));

        void VisitChoice(Optional<object?> condition, IOperation whenTrue, IOperation whenFalse)
        {
            if (condition is not { HasValue: true, Value: false })
            {
                Visit(whenTrue, frame, isCertain && condition.HasValue, holders);
            }

            if (condition is not { HasValue: true, Value: true })
            {
                Visit(whenFalse, frame, isCertain && condition.HasValue, holders);
            }
        }

        void VisitLocal(ILocalSymbol local)
        {
            if (local.HasConstantValue)
            {
                Add(operation);
                return;
            }

            VisitWrites(local, frame.Body.MentionsOf(local), frame);
        }

        void VisitParameter(IParameterSymbol parameter)
        {
            var overwritten = frame.Body.MentionsOf(parameter).Any(m => m.Kind != MentionKind.Read);
            if (!overwritten && frame.Arguments.TryGetValue(parameter, out var argument))
            {
                Visit(argument.Value, argument.Frame, isCertain, Hold(parameter));
                return;
            }

            AddOpen();
        }

        void VisitWrites(ISymbol variable, ImmutableArray<Mention> mentions, Frame at)
        {
            if (!_visited.Add(operation))
            {
                return;
            }

            var found = false;
            for (var i = mentions.Length - 1; i >= 0; i--)
            {
                var mention = mentions[i];
                if (mention.Kind == MentionKind.Read || mention.Operation == operation)
                {
                    continue;
                }

                var reach = Reaching.Of(mention.Operation, operation);
                if (reach == Reach.Never)
                {
                    continue;
                }

                switch (mention.Kind)
                {
                    case MentionKind.Written when mention.Value is { } written:
                        found = true;
                        Visit(written, at, isCertain && reach == Reach.Always, holders.Add(new(variable, at, operation)));
                        break;
                    case MentionKind.WrittenIfNull when mention.Value is { } fallback:
                        found = true;
                        Visit(fallback, at, isCertain: false, holders.Add(new(variable, at, operation)));
                        continue;
                    case MentionKind.Written:
                        // Declared without a value: a later write, already seen, gives it one.
                        if (!found)
                        {
                            AddOpen();
                        }

                        break;
                    case MentionKind.Overwritten:
                        AddOpen();
                        break;
                    default:
                        // x += …: only who knows what adding means can read on from here.
                        Add(operation);
                        return;
                }

                if (reach == Reach.Always)
                {
                    return;
                }
            }

            if (!found)
            {
                AddOpen();
            }
        }

        void VisitHeld(ISymbol variable, HeldWrites writes)
        {
            if (writes.Local is { IsEmpty: false } local)
            {
                // Assigned in this very member before it is used here.
                VisitWrites(variable, local, frame);
                return;
            }

            if (variable.DeclaringSyntaxReferences.IsEmpty)
            {
                // A member of a library stands for itself.
                Add(operation);
                return;
            }

            if (!_visited.Add(operation))
            {
                return;
            }

            if (writes.Values.IsEmpty || frame.Depth >= MaxDepth)
            {
                AddOpen();
                return;
            }

            _hasUnseen |= writes.MayBeOther;

            var certain = isCertain && writes.Values.Length == 1 && !writes.MayBeOther;
            foreach (var (written, body) in writes.Values)
            {
                Visit(written, body == frame.Body ? frame : frame.Enter(body, operation), certain, Hold(variable));
            }
        }

        void VisitProperty(IPropertySymbol property)
        {
            if (_members.GetterOf(property, _cancellationToken) is { } getter && frame.Depth < MaxDepth)
            {
                VisitReturns(getter, frame.Enter(getter, operation), localFunction: null);
            }
            else
            {
                VisitHeld(property, _members.WritesOf(property, frame.Body, operation, _cancellationToken));
            }
        }

        void VisitInvocation(IInvocationOperation invocation)
        {
            if (frame.Depth >= MaxDepth || _members.TargetOf(invocation, _cancellationToken) is not { } target
                || _members.BodyOf(target, _cancellationToken) is not { } body)
            {
                Add(operation);
                return;
            }

            var local = target.MethodKind == MethodKind.LocalFunction ? target : null;
            VisitReturns(body, frame.Enter(body, operation).Bind(invocation, target, frame), local);
        }

        void VisitReturns(MemberBody body, Frame entered, IMethodSymbol? localFunction)
        {
            if (!_visited.Add(operation))
            {
                return;
            }

            var returns = body.ReturnsOf(localFunction);
            foreach (var found in returns.Take(MaxOrigins))
            {
                Visit(found.ReturnedValue!, entered, isCertain && returns.Length == 1, holders);
            }

            if (returns.IsEmpty)
            {
                Add(operation);
            }
        }
    }
}
