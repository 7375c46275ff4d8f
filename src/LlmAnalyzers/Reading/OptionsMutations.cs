using System.Collections.Immutable;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>
/// Applies what is done to an options object after it is created: assignments to its properties, by any variable that
/// holds it and in members it is handed to. What cannot be read may have set anything.
/// </summary>
internal sealed class OptionsMutations
{
    private const int MaxMutations = 500;
    private const int MaxDepth = 3;

    private readonly OptionsState _state;
    private readonly ImmutableDictionary<SettingKind, Setting>.Builder _settings;
    private readonly ReadingContext _context;
    private int _count;

    private OptionsMutations(OptionsState state, ReadingContext context)
    {
        _state = state;
        _settings = state.Settings;
        _context = context;
    }

    /// <summary>Applies what is done to the object while a variable holds it. True when some of it cannot be read.</summary>
    public static bool Apply(Origin origin, Holder holder, OptionsState state, ReadingContext context)
    {
        var mutations = new OptionsMutations(state, context);
        var mayHoldMore = mutations.ApplyInMember(origin, holder);
        if (holder.Variable is IFieldSymbol or IPropertySymbol)
        {
            mayHoldMore |= mutations.ApplyInOtherMembers(holder);
        }

        return mayHoldMore || mutations._count > MaxMutations;
    }

    /// <summary>Applies what a stage of a pipeline does to the options it is handed. True when some of it cannot be read.</summary>
    public static bool ApplyIn(PipelineStage stage, OptionsState state, ReadingContext context)
    {
        var mutations = new OptionsMutations(state, context);
        var mayHoldMore = false;
        foreach (var mention in stage.Frame.Body.MentionsOf(stage.Options))
        {
            mayHoldMore |= mention.Kind != MentionKind.Read
                || mutations.Apply(mention.Operation, stage.Frame, Reaching.IsUnconditional(mention.Operation, stage.Code), use: null, depth: 0);
        }

        return mayHoldMore || mutations._count > MaxMutations;
    }

    private bool ApplyInMember(Origin origin, Holder holder)
    {
        var mayHoldMore = false;
        var use = origin.LastUse(holder);
        foreach (var (mention, reach) in holder.Frame.Body.ReadsBefore(holder.Variable, use))
        {
            if (!origin.IsOnTheWay(mention))
            {
                mayHoldMore |= Apply(mention, holder.Frame, reach == Reach.Always, use, depth: 0);
            }
        }

        return mayHoldMore;
    }

    /// <summary>Other members of the type may have run before, in any order; a constructor has.</summary>
    private bool ApplyInOtherMembers(Holder holder)
    {
        var mayHoldMore = false;
        foreach (var body in _context.Members.BodiesMentioning(holder.Variable, _context.CancellationToken))
        {
            if (body.Root.Syntax == holder.Frame.Body.Root.Syntax)
            {
                continue;
            }

            var entered = holder.Frame.Enter(body, holder.Use);
            foreach (var mention in body.MentionsOf(holder.Variable.OriginalDefinition))
            {
                if (mention.Kind == MentionKind.Read)
                {
                    var always = body.Root is IConstructorBodyOperation && Reaching.IsUnconditional(mention.Operation);
                    mayHoldMore |= Apply(mention.Operation, entered, always, use: null, depth: 0);
                }
            }
        }

        return mayHoldMore;
    }

    private bool Apply(IOperation mention, Frame frame, bool always, IOperation? use, int depth)
    {
        if (++_count > MaxMutations || depth > MaxDepth)
        {
            return true;
        }

        var reference = mention;
        while (reference.Parent is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation)
        {
            reference = reference.Parent!;
        }

        switch (reference.Parent)
        {
            case IPropertyReferenceOperation property when property.Instance == reference:
                if (_context.Sdks.Find<OptionMember>(property.Property) is { } option)
                {
                    ApplyToProperty(property, option.Meaning, frame, always);
                    return false;
                }

                if (_context.Sdks.Find<RawOptionsMember>(property.Property) is not null)
                {
                    if (property.Parent is IAssignmentOperation { Target: var target, Value: var made } && target == property)
                    {
                        RawOptions.Assign(made, frame, always, _state, _context);
                    }

                    return false;
                }

                if (_context.Sdks.Find<OptionBagMember>(property.Property) is { Meaning: var bag })
                {
                    OptionBags.Apply(bag, property, frame, always, _state, _context);
                    return false;
                }

                return ApplyToPart(property, frame, always, use, depth);

            case IArgumentOperation { Parent: IInvocationOperation invocation } argument:
                return ApplyInCallee(invocation, argument, frame, always, depth);

            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                return ApplyByOtherName(declarator.Symbol, frame, use, depth);
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation other } assignment when assignment.Value == reference:
                return ApplyByOtherName(other.Local, frame, use, depth);

            case IConditionalAccessOperation access when access.Operation == reference:
                return access.WhenNotNull is not IPropertyReferenceOperation;

            // Looking at it, calling a method of it, giving it back.
            case IInvocationOperation or IBinaryOperation or IIsPatternOperation or IIsTypeOperation or IExpressionStatementOperation
                or IReturnOperation or IInterpolationOperation or INameOfOperation or null:
                return false;

            default:
                return true;
        }
    }

    /// <summary>A property that holds the messages, or another options object.</summary>
    private bool ApplyToPart(IPropertyReferenceOperation property, Frame frame, bool always, IOperation? use, int depth)
    {
        var isMessages = _context.Sdks.Find<MessagesMember>(property.Property) is not null;
        if (!isMessages && _context.Sdks.Find<NestedOptionsMember>(property.Property) is null)
        {
            return false;
        }

        switch (property.Parent)
        {
            case ISimpleAssignmentOperation assignment when assignment.Target == property && always:
                OptionsReader.Assign(property.Property, assignment.Value, frame, _state, _context, depth);
                return false;
            case ISimpleAssignmentOperation:
                return true;
            case IInvocationOperation { TargetMethod.Name: "Add", Arguments: [var added] } when isMessages:
                _state.Messages.Add(new(added.Value, frame, IsList: false, always));
                return false;
            case IInvocationOperation { TargetMethod.Name: "AddRange", Arguments: [var added] } when isMessages:
                _state.Messages.Add(new(added.Value, frame, IsList: true, always));
                return false;
            case IInvocationOperation changed when isMessages:
                _state.Messages.Add(new(changed, frame, IsList: true, IsCertain: false));
                return false;
            default:
                return !isMessages && Apply(property, frame, always, use, depth + 1);
        }
    }

    /// <summary>Another local holds the same object.</summary>
    private bool ApplyByOtherName(ILocalSymbol other, Frame frame, IOperation? use, int depth)
    {
        var mayHoldMore = false;
        foreach (var mention in frame.Body.MentionsOf(other))
        {
            var reach = use is null ? Reach.Maybe : Reaching.Of(mention.Operation, use);
            if (mention.Kind == MentionKind.Read && mention.Operation != use && reach != Reach.Never)
            {
                mayHoldMore |= Apply(mention.Operation, frame, reach == Reach.Always, use, depth + 1);
            }
        }

        return mayHoldMore;
    }

    private void ApplyToProperty(IPropertyReferenceOperation property, OptionMember option, Frame frame, bool always)
    {
        var kind = option.Setting;
        var before = _settings.TryGetValue(kind, out var known) ? known : Setting.NotSet;
        switch (property.Parent)
        {
            case ISimpleAssignmentOperation assignment when assignment.Target == property:
                Set(SettingReader.Read(option, assignment.Value, frame, _context));
                break;
            case ICoalesceAssignmentOperation fallback when fallback.Target == property:
                if (!before.IsExact)
                {
                    var given = SettingReader.Read(option, fallback.Value, frame, _context);
                    _settings[kind] = before.IsNotSet && always ? given : before.Or(given);
                }

                break;
            case ICompoundAssignmentOperation or IIncrementOrDecrementOperation:
                _settings[kind] = Setting.Unknown;
                break;
            case IInvocationOperation { Instance: not null } filled when filled.Instance == property:
                Set(Filled(filled));
                break;
            case IPropertyReferenceOperation { Parent: IAssignmentOperation } element when element.Instance == property:
                Set(Filled(element));
                break;
        }

        void Set(Setting value) => _settings[kind] = always ? value : before.Or(value);

        Setting Filled(IOperation by) => Setting.Known(new(true, by.Syntax.GetLocation()) { ReportLocation = frame.ReportLocation(by) });
    }

    /// <summary>The object is passed on: to a call of an SDK, which leaves it alone; to a member of the project, which is read; or to the unknown.</summary>
    private bool ApplyInCallee(IInvocationOperation invocation, IArgumentOperation argument, Frame frame, bool always, int depth)
    {
        if (_context.Sdks.Find<OptionMethodMember>(invocation.TargetMethod) is { Meaning: var method } && SettingReader.ArgumentOf(invocation, method.ValueParameter) is { } set)
        {
            var value = SettingReader.Read(method.Setting, set.Value, frame, _context);
            var before = _settings.TryGetValue(method.Setting, out var known) ? known : Setting.NotSet;
            _settings[method.Setting] = always ? value : before.Or(value);
            return false;
        }

        if (_context.Sdks.Find<CallMember>(invocation.TargetMethod) is not null || Onlookers.OnlyLooks(invocation.TargetMethod))
        {
            return false;
        }

        if (argument.Parameter is not { } parameter
            || depth >= MaxDepth
            || _context.Members.TargetOf(invocation, _context.CancellationToken) is not { } target
            || _context.Members.BodyOf(target, _context.CancellationToken) is not { } body)
        {
            return true;
        }

        var entered = frame.Enter(body, invocation).Bind(invocation, target, frame);
        var mayHoldMore = false;
        foreach (var mention in body.MentionsOf(MemberLookup.In(target, parameter)))
        {
            mayHoldMore |= mention.Kind != MentionKind.Read
                || Apply(mention.Operation, entered, always && Reaching.IsUnconditional(mention.Operation), use: null, depth + 1);
        }

        return mayHoldMore;
    }
}
