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
internal sealed class ReplyFollower
{
    private const int MaxSteps = 400;
    private const int MaxDepth = 4;

    private readonly ReadingContext _context;
    private readonly MemberBody _callBody;
    private readonly HashSet<(IOperation, ReplyStep)> _seen = new();
    private readonly ImmutableArray<ReplyUse>.Builder _uses = ImmutableArray.CreateBuilder<ReplyUse>();
    private readonly Queue<Step> _queue = new();

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
    private sealed record Step(IOperation Value, ReplyStep Is, MemberBody Body, int Depth, Location? LeftThrough, Entry? EnteredFrom);

    private sealed record Entry(Step Caller, IInvocationOperation Call);

    public static ImmutableArray<ReplyUse> Follow(IInvocationOperation call, MemberBody body, ReadingContext context)
    {
        var follower = new ReplyFollower(context, body);
        follower._queue.Enqueue(new(call, ReplyStep.Envelope, body, 0, null, null));
        for (var steps = 0; follower._queue.Count > 0 && steps < MaxSteps; steps++)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var step = follower._queue.Dequeue();
            if (follower._seen.Add((step.Value, step.Is)))
            {
                follower.Advance(step);
            }
        }

        return follower._uses.ToImmutable();
    }

    private void Advance(Step step)
    {
        var value = step.Value;
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
            case IPropertyReferenceOperation property when property.Instance == value:
                AdvanceToMember(step, property, property.Property);
                break;
            case IPropertyReferenceOperation { Arguments.IsEmpty: false } lookup when step.Is == ReplyStep.Text:
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
            case IArgumentOperation { Parent: IPropertyReferenceOperation lookup } when step.Is == ReplyStep.Text:
                Add(step, new(ReplyUseKind.UsedAsKey, lookup.Syntax.GetLocation(), lookup.Property.ContainingType.Name + "[…]"));
                break;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                FollowVariable(step, declarator.Symbol, declarator);
                break;
            case ISimpleAssignmentOperation assignment when assignment.Value == value:
                if (MemberBody.VariableOf(assignment.Target) is { } target)
                {
                    FollowVariable(step, target, assignment);
                }

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
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison when step.Is == ReplyStep.Text:
                var other = comparison.LeftOperand == value ? comparison.RightOperand : comparison.LeftOperand;
                AddIfTelling(step, other, comparison, "==");
                break;
            case ISwitchOperation choice when choice.Value == value && step.Is == ReplyStep.Text:
                if (choice.Cases.SelectMany(c => c.Clauses).OfType<ISingleValueCaseClauseOperation>().Any(c => TextSinks.IsTelling(c.Value)))
                {
                    Add(step, new(ReplyUseKind.Compared, choice.Value.Syntax.GetLocation(), "switch"));
                }

                break;
            case ISwitchExpressionOperation choice when choice.Value == value && step.Is == ReplyStep.Text:
                if (choice.Arms.Any(a => ConstantsOf(a.Pattern).Any(TextSinks.IsTelling)))
                {
                    Add(step, new(ReplyUseKind.Compared, choice.Value.Syntax.GetLocation(), "switch"));
                }

                break;
            case IIsPatternOperation pattern when pattern.Value == value && step.Is == ReplyStep.Text:
                if (ConstantsOf(pattern.Pattern).FirstOrDefault(TextSinks.IsTelling) is { } constant)
                {
                    AddIfTelling(step, constant, pattern, "is");
                }
                else if (pattern.Pattern is IDeclarationPatternOperation { DeclaredSymbol: { } declared })
                {
                    FollowVariable(step, declared, pattern);
                }

                break;
            case IIsPatternOperation { Pattern: IDeclarationPatternOperation { DeclaredSymbol: { } declared } } pattern:
                FollowVariable(step, declared, pattern);
                break;
        }
    }

    private void AdvanceToMember(Step step, IPropertyReferenceOperation property, IPropertySymbol member)
    {
        if (step.Is == ReplyStep.Text)
        {
            // A character, a length: nothing is asked of the text's form. A range of it is still the text.
            if (property.Type?.SpecialType == SpecialType.System_String)
            {
                Continue(step, property, ReplyStep.Text);
            }

            return;
        }

        if (_context.Sdks.Find<ReplyMember>(member) is { } known)
        {
            Continue(step, property, known.Meaning.Step);
        }
        else if (member.IsIndexer || (member.Name == "Result" && IsTask(member.ContainingType)))
        {
            Continue(step, property, step.Is);
        }
    }

    private void AdvanceThroughMethod(Step step, IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        if (step.Is == ReplyStep.Text && method.ContainingType.SpecialType is SpecialType.System_String or SpecialType.System_Object)
        {
            AdvanceThroughText(step, invocation);
        }
        else if (_context.Sdks.Find<ReplyMember>(method) is { } known)
        {
            ContinueTo(step, invocation, known.Meaning);
        }
        else if (method.Name is "ConfigureAwait" or "GetAwaiter" or "GetResult" or "WaitAsync" or "AsTask" or "WithCancellation" or "ElementAt" or "ToList" or "ToArray")
        {
            Continue(step, invocation, step.Is);
        }
    }

    /// <summary>A member of the reply gives the next thing on the way as its value, or through an out parameter.</summary>
    private void ContinueTo(Step step, IInvocationOperation invocation, ReplyMember meaning)
    {
        if (meaning.OutParameter is not { } name)
        {
            Continue(step, invocation, meaning.Step);
        }
        else if (SettingReader.ArgumentOf(invocation, name) is { } given
            && MemberBody.VariableOf(given.Value is IDeclarationExpressionOperation declared ? declared.Expression : given.Value) is { } variable)
        {
            FollowVariable(step with { Is = meaning.Step }, variable, invocation);
        }
    }

    private void AdvanceThroughText(Step step, IInvocationOperation invocation)
    {
        var first = invocation.Arguments.FirstOrDefault()?.Value;
        switch (invocation.TargetMethod.Name)
        {
            case "Replace" or "Trim" or "TrimStart" or "TrimEnd" or "Remove" or "Substring":
                if (first is not null && TextSinks.IsJsonFence(first))
                {
                    Add(step, new(ReplyUseKind.JsonExtracted, invocation.Syntax.GetLocation(), invocation.TargetMethod.Name + "(\"```json\")"));
                }

                Continue(step, invocation, ReplyStep.Text);
                break;
            case "ToLower" or "ToUpper" or "ToLowerInvariant" or "ToUpperInvariant" or "Normalize" or "ToString" or "PadLeft" or "PadRight" or "ReplaceLineEndings":
                Continue(step, invocation, ReplyStep.Text);
                break;
            case "Equals" or "Contains" or "StartsWith" or "EndsWith" or "CompareTo" when first is not null:
                if (DecidesBranch(invocation))
                {
                    AddIfTelling(step, first, invocation, invocation.TargetMethod.Name);
                }

                break;
            case "IndexOf" or "LastIndexOf" or "IndexOfAny" when first is not null:
                if (TextSinks.IsBrace(first) || TextSinks.IsJsonFence(first))
                {
                    Add(step, new(ReplyUseKind.JsonExtracted, invocation.Syntax.GetLocation(), invocation.TargetMethod.Name + "(" + first.Syntax + ")"));
                }

                break;
            case "Split":
                if (first is not null && TextSinks.IsFieldSeparator(first))
                {
                    Add(step, TextSinks.Use(ReplyUseKind.Split, invocation, null));
                }

                Continue(step, invocation, ReplyStep.Text);
                break;
        }
    }

    /// <summary>A search for a word counts when it decides something; where its answer is only stored or shown, it does not.</summary>
    private static bool DecidesBranch(IOperation answer)
    {
        var parent = answer.Parent;
        while (parent is IUnaryOperation or IBinaryOperation or IParenthesizedOperation or IConversionOperation or IConditionalAccessOperation)
        {
            parent = parent.Parent;
        }

        return parent is IConditionalOperation or ILoopOperation or IReturnOperation or IVariableInitializerOperation or ISimpleAssignmentOperation
            or ISwitchExpressionArmOperation or IArgumentOperation;
    }

    private void AdvanceIntoArgument(Step step, IInvocationOperation invocation, IArgumentOperation argument)
    {
        var method = invocation.TargetMethod;
        if (TextSinks.UseOf(invocation, argument) is { } use && (step.Is == ReplyStep.Text || use.Kind == ReplyUseKind.Shown))
        {
            Add(step, use);
            return;
        }

        if (step.Is == ReplyStep.Text && method.ContainingType.SpecialType == SpecialType.System_String && method.Name is "Equals" or "Compare")
        {
            foreach (var other in invocation.Arguments.Where(a => a != argument))
            {
                AddIfTelling(step, other.Value, invocation, "Equals");
            }

            return;
        }

        if (_context.Sdks.Find<ReplyMember>(method) is { } known)
        {
            Continue(step, invocation, known.Meaning.Step);
        }
        else if (method.ContainingType is { Name: "Enumerable", ContainingNamespace.Name: "Linq" } && argument.Parameter?.Ordinal == 0)
        {
            AdvanceThroughLinq(step, invocation);
        }
        else if (method.ContainingType.SpecialType == SpecialType.System_String && method.Name is "Concat" or "Join")
        {
            Continue(step, invocation, step.Is);
        }
        else if (step.Is == ReplyStep.Text && method.ContainingType.Name == "StringBuilder" && method.Name.StartsWith("Append", System.StringComparison.Ordinal)
            && MemberBody.VariableOf(invocation.Instance) is { } builder)
        {
            FollowVariable(step, builder, invocation, onlyToString: true);
        }
        else if (step.Is == ReplyStep.Text && method.ContainingType is { Name: "Regex" } && method.Name == "Replace" && argument.Parameter?.Name == "input")
        {
            if (invocation.Arguments.Any(a => TextSinks.IsJsonFence(a.Value)))
            {
                Add(step, new(ReplyUseKind.JsonExtracted, invocation.Syntax.GetLocation(), "Regex.Replace(\"```json\")"));
            }

            Continue(step, invocation, ReplyStep.Text);
        }
        else if (MemberLookup.CanEnter(invocation) && step.Depth < MaxDepth && argument.Parameter is { } parameter
            && _context.Members.BodyOf(method, _context.CancellationToken) is { } body)
        {
            FollowInto(step, parameter, body, invocation);
        }
        else if (step.Is == ReplyStep.Text)
        {
            Add(step, TextSinks.Use(ReplyUseKind.Unknown, invocation, null));
        }
    }

    private void AdvanceThroughLinq(Step step, IInvocationOperation invocation)
    {
        var selector = invocation.Arguments.Skip(1).Select(a => LambdaOf(a.Value)).FirstOrDefault(l => l is not null);
        if (selector?.Symbol.Parameters is [var element, ..])
        {
            foreach (var mention in step.Body.MentionsOf(element).Where(m => m.Kind == MentionKind.Read))
            {
                Continue(step, mention.Operation, step.Is);
            }
        }

        if (invocation.TargetMethod.Name is not ("Select" or "Any" or "All" or "Count" or "SelectMany" or "Contains"))
        {
            Continue(step, invocation, step.Is);
        }
    }

    private static IAnonymousFunctionOperation? LambdaOf(IOperation value) =>
        value is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } ? lambda : OriginFinder.Bare(value) as IAnonymousFunctionOperation;

    private void FollowVariable(Step step, ISymbol variable, IOperation from, bool onlyToString = false)
    {
        if (variable is not (ILocalSymbol or IParameterSymbol))
        {
            return;
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

    private void FollowInto(Step step, IParameterSymbol parameter, MemberBody body, IInvocationOperation through)
    {
        var left = step.LeftThrough ?? (step.Body == _callBody ? through.Syntax.GetLocation() : null);
        var entry = new Entry(step, through);
        foreach (var mention in body.MentionsOf(parameter.OriginalDefinition))
        {
            if (mention.Kind == MentionKind.Read)
            {
                _queue.Enqueue(new(mention.Operation, step.Is, body, step.Depth + 1, left, entry));
            }
        }

        // A helper that takes the text and gives a text back cleans it, by means that are not followed in each case.
        if (step.Is == ReplyStep.Text && through.TargetMethod.ReturnType.SpecialType == SpecialType.System_String)
        {
            Continue(step, through, ReplyStep.Text);
        }
    }

    private void FollowReturn(Step step, IReturnOperation returned)
    {
        switch (MemberBody.FunctionAround(returned))
        {
            case ILocalFunctionOperation local:
                foreach (var use in step.Body.Invocations)
                {
                    if (SymbolEqualityComparer.Default.Equals(use.TargetMethod.OriginalDefinition, local.Symbol))
                    {
                        Continue(step, use, step.Is);
                    }
                }

                break;
            case IAnonymousFunctionOperation lambda:
                // xs.Select(x => reply…), Task.Run(() => reply…), ContinueWith: the value goes on as the result of the call it is given to.
                if (lambda.Parent is IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation receiver } })
                {
                    Continue(step, receiver, step.Is);
                }

                break;
            case null when step.EnteredFrom is { } entry:
                Continue(entry.Caller, entry.Call, step.Is);
                break;
            case null:
                FollowToCallers(step);
                break;
        }
    }

    private void FollowToCallers(Step step)
    {
        if (step.Depth >= MaxDepth || _context.Callers.MethodOf(step.Body, _context.CancellationToken) is not { } method)
        {
            return;
        }

        foreach (var (caller, body) in _context.Callers.Of(method, _context.CancellationToken))
        {
            _queue.Enqueue(new(caller, step.Is, body, step.Depth + 1, step.LeftThrough ?? step.Value.Syntax.GetLocation(), null));
        }
    }

    private static IEnumerable<IOperation> ConstantsOf(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation constant => [constant.Value],
        IBinaryPatternOperation binary => ConstantsOf(binary.LeftPattern).Concat(ConstantsOf(binary.RightPattern)),
        INegatedPatternOperation negated => ConstantsOf(negated.Pattern),
        _ => [],
    };

    private void Continue(Step step, IOperation value, ReplyStep isNow)
    {
        if (isNow is ReplyStep.Envelope or ReplyStep.Text)
        {
            _queue.Enqueue(step with { Value = value, Is = isNow });
        }
    }

    private void AddIfTelling(Step step, IOperation constant, IOperation where, string how)
    {
        if (TextSinks.IsTelling(constant))
        {
            var text = SettingReader.TextOf(OriginFinder.Bare(constant))!;
            var quoted = text.Length > 30 ? text.Substring(0, 30) + "…" : text;
            Add(step, new(ReplyUseKind.Compared, where.Syntax.GetLocation(), how == "==" ? "== \"" + quoted + "\"" : how + "(\"" + quoted + "\")"));
        }
    }

    private void Add(Step step, ReplyUse use) =>
        _uses.Add(use with { LocalLocation = step.Body == _callBody ? use.Location : step.LeftThrough });

    private static bool IsTask(INamedTypeSymbol type) =>
        type is { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace.Name: "Threading" } };
}
