using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <content>Through methods: of strings, sequences, tasks and SDKs, and into members of the project.</content>
internal sealed partial class ReplyFollower
{
    private void AdvanceThroughMethod(Step step, IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        if (method.Name == "ContinueWith" && IsTask(method.ContainingType) && invocation.Arguments is [var next, ..])
        {
            FollowLambdaParameter(step, next.Value);
        }
        else if (step.IsText && method.ContainingType.SpecialType is SpecialType.System_String or SpecialType.System_Object)
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
            Continue(step, invocation, GivenBy(invocation, meaning.Step));
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
        if (step.HeldIn is null && TextSinks.UseOf(invocation, argument) is { } use && (step.IsText || use.Kind == ReplyUseKind.Shown))
        {
            Add(step, use);
            return;
        }

        if (step.IsText && (method.ContainingType.SpecialType == SpecialType.System_String || method.ContainingType.Name == "StringComparer") && method.Name is "Equals" or "Compare")
        {
            foreach (var other in invocation.Arguments.Where(a => a != argument))
            {
                AddIfTelling(step, other.Value, invocation, "Equals");
            }

            return;
        }

        if (step.IsText && IsAmongLabels(step, invocation, argument))
        {
            Add(step, TextSinks.Use(ReplyUseKind.UsedAsKey, invocation, null));
        }
        else if (step.HeldIn is null && StepTo(method) is { } next)
        {
            Continue(step, invocation, GivenBy(invocation, next));
        }
        else if (method.Name == "Add" && invocation.Instance is ILocalReferenceOperation list && method.ContainingType.Locations.All(l => !l.IsInSource))
        {
            // Collected to be joined or searched later.
            FollowVariable(step, list.Local, invocation);
        }
        else if (method.ContainingType is { Name: "Enumerable", ContainingNamespace.Name: "Linq" } && argument.Parameter?.Ordinal == 0)
        {
            AdvanceThroughLinq(step, invocation);
        }
        else if (method.ContainingType.SpecialType == SpecialType.System_String && method.Name is "Concat" or "Join")
        {
            Continue(step, invocation, step.Is);
        }
        else if (step.IsText && StringBuilders.IsBuilder(method.ContainingType) && method.Name.StartsWith("Append", System.StringComparison.Ordinal)
            && MemberBody.VariableOf(invocation.Instance) is { } builder)
        {
            FollowVariable(step, builder, invocation, onlyToString: true);
        }
        else if (step.IsText && method.ContainingType is { Name: "Regex" } && method.Name == "Replace" && argument.Parameter?.Name == "input")
        {
            if (invocation.Arguments.Any(a => TextSinks.IsJsonFence(a.Value)))
            {
                Add(step, new(ReplyUseKind.JsonExtracted, invocation.Syntax.GetLocation(), "Regex.Replace(\"```json\")"));
            }

            Continue(step, invocation, ReplyStep.Text);
        }
        else if (step.Depth < MaxDepth && argument.Parameter is { } parameter
            && _context.Members.TargetOf(invocation, _context.CancellationToken) is { } target
            && _context.Members.BodyOf(target, _context.CancellationToken) is { } body)
        {
            FollowInto(step, MemberLookup.In(target, parameter), new(invocation, target, body));
        }
        else if (step.IsText && method.ContainingType.SpecialType != SpecialType.System_String && !Onlookers.OnlyLooks(method))
        {
            Add(step, TextSinks.Use(ReplyUseKind.Unknown, invocation, null));
        }
    }

    /// <summary>The text is searched for among constants: <c>labels.Contains(text)</c>. What is collected at run time asks for no form.</summary>
    private bool IsAmongLabels(Step step, IInvocationOperation invocation, IArgumentOperation argument)
    {
        if (invocation.TargetMethod.Name != "Contains" || invocation.TargetMethod.ContainingType.SpecialType == SpecialType.System_String
            || !invocation.TargetMethod.DeclaringSyntaxReferences.IsEmpty)
        {
            return false;
        }

        var list = invocation.Instance ?? invocation.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == 0 && a != argument)?.Value;
        return list is not null && ListReader.Read(list, new Frame(step.Body), _context) is { MoreFrom: null } labels
            && labels.Elements.Any(e => TextSinks.IsTelling(e.Operation));
    }

    private void AdvanceThroughLinq(Step step, IInvocationOperation invocation)
    {
        if (invocation.Arguments.FirstOrDefault(a => LambdaOf(a.Value) is not null) is { } selector)
        {
            FollowLambdaParameter(step, selector.Value);
        }

        if (invocation.TargetMethod.Name is not ("Select" or "Any" or "All" or "Count" or "SelectMany" or "Contains"))
        {
            Continue(step, invocation, step.Is);
        }
    }

    /// <summary>The value is what the lambda gets as its first parameter.</summary>
    private void FollowLambdaParameter(Step step, IOperation function)
    {
        if (LambdaOf(function)?.Symbol.Parameters is [var element, ..])
        {
            foreach (var mention in step.Body.MentionsOf(element).Where(m => m.Kind == MentionKind.Read))
            {
                Continue(step, mention.Operation, step.Is);
            }
        }
    }

    private static IAnonymousFunctionOperation? LambdaOf(IOperation value) =>
        value is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } ? lambda : OriginFinder.Bare(value) as IAnonymousFunctionOperation;
}
