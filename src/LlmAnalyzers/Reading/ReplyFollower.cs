using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>
/// Follows what a call returns through the code, from the SDK's envelope to the text of the reply and to what is done with
/// it: through variables, members of the project and their callers. Bounded in steps and depth.
/// </summary>
internal sealed partial class ReplyFollower
{
    private const int MaxSteps = 400;
    private const int MaxDepth = 4;

    private readonly ReadingContext _context;
    private readonly MemberBody _callBody;
    private readonly HashSet<(IOperation, ReplyStep, ISymbol?, string?)> _seen = new();
    private readonly ImmutableArray<ReplyUse>.Builder _uses = ImmutableArray.CreateBuilder<ReplyUse>();
    private readonly Queue<Step> _queue = new();
    private readonly HashSet<IInvocationOperation> _callersOfMember = new();
    private readonly Dictionary<ReplyUse, HashSet<IInvocationOperation>> _returnedTo = new();
    private bool _hasUnseenCallers;

    private ReplyFollower(ReadingContext context, MemberBody callBody)
    {
        _context = context;
        _callBody = callBody;
    }

    /// <summary>A value on its way: the expression that gives it, what it is, and the member it is in.</summary>
    /// <param name="Value">The expression.</param>
    /// <param name="Is">What it gives.</param>
    /// <param name="Body">The member it stands in.</param>
    /// <param name="Depth">Members entered or returned to so far.</param>
    /// <param name="LeftThrough">The expression through which the call's own member was left; null while there.</param>
    /// <param name="EnteredFrom">The step whose call was followed into this member; a return goes back there.</param>
    private sealed record Step(IOperation Value, ReplyStep Is, MemberBody Body, int Depth, Location? LeftThrough, Entry? EnteredFrom)
    {
        /// <summary>Property or tuple element of the value that holds what is followed; null when it is the value itself.</summary>
        public ISymbol? HeldIn { get; init; }

        /// <summary>A list of contents that may be empty, or what was taken out of it.</summary>
        public bool IsContents { get; init; }

        /// <summary>Place in the JSON of a reply that is read without an SDK; empty for all of it, null where an SDK's types lead to the text.</summary>
        public string? Place { get; init; }

        /// <summary>The caller of the call's own member that the value was returned to; null while it is not.</summary>
        public IInvocationOperation? ReturnedTo { get; init; }

        public bool IsText => Is == ReplyStep.Text && HeldIn is null;
    }

    private sealed record Entry(Step Caller, IInvocationOperation Call, IMethodSymbol Target);

    /// <param name="call">The call.</param>
    /// <param name="body">The member that is read: of the call, or of the caller through which it is read.</param>
    /// <param name="passages">How the caller leads to the call; empty when the call stands in the member itself.</param>
    /// <param name="context">To look things up.</param>
    /// <param name="api">The API whose JSON the reply is, where no SDK reads it.</param>
    public static (ImmutableArray<ReplyUse> Uses, ReplyEnding Ending) Follow(
        IInvocationOperation call, MemberBody body, ImmutableArray<Passage> passages, ReadingContext context, HttpApi? api = null)
    {
        var follower = new ReplyFollower(context, body) { _texts = Places(api?.ReplyTexts), _endings = Places(api?.ReplyEndings) };
        var left = passages.IsEmpty ? null : passages[0].Invocation.Syntax.GetLocation();
        Entry? entry = null;
        var at = body;
        foreach (var passage in passages)
        {
            // What a wrapper returns goes to this caller only.
            entry = new(new(passage.Invocation, ReplyStep.Envelope, at, 0, entry is null ? null : left, entry), passage.Invocation, passage.Target);
            at = passage.Body;
        }

        follower._queue.Enqueue(new(call, GivenBy(call, ReplyStep.Envelope), at, 0, left, entry) { Place = api is null ? null : "" });
        for (var steps = 0; follower._queue.Count > 0 && steps < MaxSteps; steps++)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var step = follower._queue.Dequeue();
            if (follower._seen.Add((step.Value, step.Is, step.HeldIn, step.Place)))
            {
                follower.Advance(step);
            }
        }

        // Breadth first found them; a reader of the member meets them in this order.
        return (follower.SharedUses().OrderBy(u => u.LocalLocation?.SourceSpan.Start ?? int.MaxValue).ToImmutableArray(), follower.Ending);
    }

    /// <summary>What a method gives that leads to a reply: where it gives a string, that is the text.</summary>
    private static ReplyStep GivenBy(IInvocationOperation invocation, ReplyStep otherwise)
    {
        var type = invocation.TargetMethod.ReturnType;
        if (type is INamedTypeSymbol { TypeArguments: [var inner] } outer && (IsTask(outer) || outer.Name == "IAsyncEnumerable"))
        {
            type = inner;
        }

        return otherwise == ReplyStep.Envelope && type.SpecialType == SpecialType.System_String ? ReplyStep.Text : otherwise;
    }

    private void Advance(Step step)
    {
        if (step is { Place: not null, HeldIn: null } && AdvanceInJson(step))
        {
            return;
        }

        var value = step.Value;
        LookForQuestions(step);
        switch (value.Parent)
        {
            case IAwaitOperation or IParenthesizedOperation or IConversionOperation:
            case ICoalesceOperation coalesce when coalesce.Value == value || coalesce.WhenNull == value:
            case IConditionalOperation { WhenFalse: not null } choice when choice.Condition != value:
            case IConditionalAccessOperation access when access.WhenNotNull == value:
            case ISwitchExpressionArmOperation:
                Continue(step, value.Parent is ISwitchExpressionArmOperation arm ? arm.Parent! : value.Parent, step.Is);
                break;
            case IConditionalAccessOperation access:
                foreach (var inner in access.WhenNotNull.DescendantsAndSelf().OfType<IConditionalAccessInstanceOperation>().Take(1))
                {
                    Continue(step, inner, step.Is);
                }

                break;
            case IMemberReferenceOperation member when step.HeldIn is not null && member.Instance == value:
                TakeOut(step, member);
                break;
            case IPropertyReferenceOperation property when property.Instance == value:
                AdvanceToMember(step, property, property.Property);
                break;
            case IImplicitIndexerReferenceOperation part when part.Instance == value && (!step.IsText || part.Type?.SpecialType == SpecialType.System_String):
                Continue(step, part, step.Is);
                break;
            case IInterpolationOperation { Parent: IInterpolatedStringOperation whole } when step.IsText || IsTextOf(step, value.Type):
                Continue(step, whole, ReplyStep.Text);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum when step.IsText || IsTextOf(step, value.Type):
                Continue(step, sum, ReplyStep.Text);
                break;
            case ITupleOperation tuple:
                PutIntoTuple(step, tuple);
                break;
            case IDeconstructionAssignmentOperation deconstruction when deconstruction.Value == value:
                Deconstruct(step, deconstruction);
                break;
            case IArgumentOperation { Parent: IObjectCreationOperation creation } argument:
                PutIntoObject(step, creation, argument);
                break;
            case IPropertyReferenceOperation { Arguments.IsEmpty: false } lookup when step.IsText:
                Add(step, new(ReplyUseKind.UsedAsKey, lookup.Syntax.GetLocation(), lookup.Property.ContainingType.Name + "[…]"));
                break;
            case IArrayElementReferenceOperation element when element.ArrayReference == value:
                Continue(step, element, step.Is);
                break;
            case IInvocationOperation invocation when invocation.Instance == value:
                AdvanceThroughMethod(step, invocation);
                break;
            case IArgumentOperation { Parent: IInvocationOperation invocation } argument:
                AdvanceIntoArgument(step, invocation, argument);
                break;
            case IArgumentOperation { Parent: IPropertyReferenceOperation lookup } when step.IsText:
                Add(step, new(ReplyUseKind.UsedAsKey, lookup.Syntax.GetLocation(), lookup.Property.ContainingType.Name + "[…]"));
                break;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                FollowVariable(step, declarator.Symbol, declarator);
                break;
            case ISimpleAssignmentOperation assignment when assignment.Value == value:
                FollowAssignment(step, assignment);
                Continue(step, assignment, step.Is);
                break;
            case ICompoundAssignmentOperation extended when extended.Value == value && MemberBody.VariableOf(extended.Target) is { } sum:
                FollowVariable(step, sum, extended);
                break;
            case IReturnOperation returned:
                FollowReturn(step, returned);
                break;
            case IForEachLoopOperation loop when loop.Collection == value:
                foreach (var local in loop.Locals)
                {
                    FollowVariable(step, local, loop.LoopControlVariable);
                }

                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison when step.IsText:
                var other = comparison.LeftOperand == value ? comparison.RightOperand : comparison.LeftOperand;
                AddIfTelling(step, other, comparison, "==");
                break;
            case ISwitchOperation choice when choice.Value == value && step.IsText:
                if (choice.Cases.SelectMany(c => c.Clauses).SelectMany(ConstantsOf).Any(TextSinks.IsTelling))
                {
                    Add(step, new(ReplyUseKind.Compared, choice.Value.Syntax.GetLocation(), "switch"));
                }

                break;
            case ISwitchExpressionOperation choice when choice.Value == value && step.IsText:
                if (choice.Arms.Any(a => ConstantsOf(a.Pattern).Any(TextSinks.IsTelling)))
                {
                    Add(step, new(ReplyUseKind.Compared, choice.Value.Syntax.GetLocation(), "switch"));
                }

                break;
            case IIsPatternOperation pattern when pattern.Value == value:
                FollowPattern(step, pattern.Pattern, pattern);
                break;
        }
    }

    private void AdvanceToMember(Step step, IPropertyReferenceOperation property, IPropertySymbol member)
    {
        if (step.IsText)
        {
            // A character, a length: nothing is asked of the text's form. A range of it is still the text.
            if (property.Type?.SpecialType == SpecialType.System_String)
            {
                Continue(step, property, ReplyStep.Text);
            }

            return;
        }

        if (StepTo(member) is { } next)
        {
            Continue(step with { IsContents = IsContents(member) }, property, next);
        }
        else if (member.IsIndexer || (member.Name == "Result" && IsTask(member.ContainingType)))
        {
            Continue(step, property, step.Is);
        }
    }

    /// <summary>Where a member of a reply leads; null when it says nothing about the text.</summary>
    private ReplyStep? StepTo(ISymbol member) =>
        _context.Sdks.Find<ReplyMember>(member)?.Meaning.Step
        ?? (_context.Sdks.Find<MessagePropertyMember>(member) is { Meaning.IsRole: false } ? ReplyStep.Envelope : null);

    /// <summary>An envelope that gives its text where it is written into another text.</summary>
    private bool IsTextOf(Step step, ITypeSymbol? type) =>
        step is { Is: ReplyStep.Envelope, HeldIn: null }
        && type?.GetMembers("ToString").Any(m => _context.Sdks.Find<ReplyMember>(m) is { Meaning.Step: ReplyStep.Text }) == true;

    private void FollowVariable(Step step, ISymbol variable, IOperation from, bool onlyToString = false)
    {
        if (variable is IParameterSymbol { RefKind: RefKind.Out or RefKind.Ref } given)
        {
            FollowOut(step, given);
        }

        foreach (var mention in step.Body.MentionsOf(variable))
        {
            if (mention.Kind != MentionKind.Read || Reaching.Of(from, mention.Operation) == Reach.Never || IsReplaced(step.Body, variable, from, mention.Operation))
            {
                continue;
            }

            if (!onlyToString)
            {
                Continue(step, mention.Operation, step.Is);
            }
            else if (mention.Operation.Parent is IInvocationOperation { TargetMethod.Name: "ToString" } text)
            {
                Continue(step, text, step.Is);
            }
        }
    }

    /// <summary>Another value is written between, on every way.</summary>
    private static bool IsReplaced(MemberBody body, ISymbol variable, IOperation from, IOperation use)
    {
        foreach (var mention in body.MentionsOf(variable))
        {
            if (mention.Kind == MentionKind.Written && mention.Operation != from && mention.Position > from.Syntax.SpanStart
                && mention.Position < use.Syntax.SpanStart && !Contains(mention.Operation, use)
                && Reaching.Of(mention.Operation, use) == Reach.Always && Reaching.Of(from, mention.Operation) != Reach.Never)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Contains(IOperation outer, IOperation inner) => outer.Syntax.Span.Contains(inner.Syntax.Span);

    private void Continue(Step step, IOperation value, ReplyStep isNow)
    {
        if (isNow is ReplyStep.Envelope or ReplyStep.Text)
        {
            _queue.Enqueue(step with { Value = value, Is = isNow, Place = isNow == ReplyStep.Text ? null : step.Place });
        }
    }

    private void AddIfTelling(Step step, IOperation constant, IOperation where, string how)
    {
        if (how is "Contains" or "StartsWith" or "EndsWith" ? TextSinks.IsTellingToFind(constant) : TextSinks.IsTelling(constant))
        {
            var text = SettingReader.TextOf(OriginFinder.Bare(constant))!;
            var quoted = text.Length > 30 ? text.Substring(0, 30) + "…" : text;
            Add(step, new(ReplyUseKind.Compared, where.Syntax.GetLocation(), how == "==" ? "== \"" + quoted + "\"" : how + "(\"" + quoted + "\")"));
        }
    }

    /// <summary>
    /// What one of several callers does with the text says nothing about a wrapper that serves them all: such a use is unknown,
    /// unless every caller does the like.
    /// </summary>
    private IEnumerable<ReplyUse> SharedUses()
    {
        foreach (var use in _uses)
        {
            var isOfAll = !_returnedTo.TryGetValue(use, out var callers)
                || !_hasUnseenCallers && _callersOfMember.All(c => callers.Contains(c) || _returnedTo.Any(r => IsAlike(r.Key.Kind, use.Kind) && r.Value.Contains(c)));
            yield return isOfAll ? use : use with { Kind = ReplyUseKind.Unknown, Type = null };
        }
    }

    private static bool IsAlike(ReplyUseKind a, ReplyUseKind b) => Demand(a) == Demand(b);

    /// <summary>What a use asks of the text: that it is JSON, that it is the same each time, or nothing.</summary>
    private static int Demand(ReplyUseKind kind) => kind switch
    {
        ReplyUseKind.ParsedAsJson or ReplyUseKind.JsonExtracted => 2,
        ReplyUseKind.Shown or ReplyUseKind.Unknown => 0,
        _ => 1,
    };

    private void Add(Step step, ReplyUse use)
    {
        var local = use with
        {
            LocalLocation = step.Body == _callBody ? use.Location : step.LeftThrough,
            IsGuarded = IsGuarded(step, use.Kind),
            IsInCaller = step.ReturnedTo is not null,
        };
        foreach (var type in TypesOf(step, use.Type).DefaultIfEmpty(null))
        {
            var found = local with { Type = type };
            if (!_uses.Contains(found))
            {
                _uses.Add(found);
            }

            if (step.ReturnedTo is { } caller)
            {
                if (!_returnedTo.TryGetValue(found, out var callers))
                {
                    _returnedTo.Add(found, callers = new());
                }

                callers.Add(caller);
            }
        }
    }

    /// <summary>The type, or what callers give for it when it is a type parameter of the member.</summary>
    private IEnumerable<ITypeSymbol> TypesOf(Step step, ITypeSymbol? type)
    {
        for (var entry = step.EnteredFrom; type is ITypeParameterSymbol { DeclaringMethod: { } declaring } && entry is not null; entry = entry.Caller.EnteredFrom)
        {
            if (SymbolEqualityComparer.Default.Equals(declaring, entry.Target))
            {
                type = entry.Call.TargetMethod.TypeArguments[((ITypeParameterSymbol)type).Ordinal];
            }
        }

        if (type is not ITypeParameterSymbol open)
        {
            return type is null ? [] : [type];
        }

        return open.DeclaringMethod is { } generic
            ? _context.Callers.Of(generic, _context.CancellationToken).Known
                .Select(c => c.Call.TargetMethod.TypeArguments.ElementAtOrDefault(open.Ordinal))
                .OfType<ITypeSymbol>().Where(t => t is not ITypeParameterSymbol).Distinct<ITypeSymbol>(SymbolEqualityComparer.Default)
            : [];
    }

    private static bool IsTask(INamedTypeSymbol type) =>
        type is { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace.Name: "Threading" } };
}
