using System.Collections.Generic;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <content>Into members of the project, and back to those who call them.</content>
internal sealed partial class ReplyFollower
{
    private void FollowInto(Step step, IParameterSymbol parameter, Passage passage)
    {
        var through = passage.Invocation;
        var left = step.LeftThrough ?? (step.Body == _callBody ? through.Syntax.GetLocation() : null);
        var entry = new Entry(step, through, passage.Target);
        foreach (var mention in passage.Body.MentionsOf(parameter))
        {
            if (mention.Kind == MentionKind.Read)
            {
                _queue.Enqueue(new(mention.Operation, step.Is, passage.Body, step.Depth + 1, left, entry) { HeldIn = step.HeldIn, Place = step.Place, ReturnedTo = step.ReturnedTo });
            }
        }

        // A helper that takes the text and gives a text back cleans it, by means that are not followed in each case.
        if (step.IsText && through.TargetMethod.ReturnType.SpecialType == SpecialType.System_String)
        {
            Continue(step, through, ReplyStep.Text);
        }
    }

    private void FollowReturn(Step step, IReturnOperation returned)
    {
        switch (MemberBody.FunctionAround(returned))
        {
            case ILocalFunctionOperation local when step.EnteredFrom is { } entry && SymbolEqualityComparer.Default.Equals(entry.Target, local.Symbol.OriginalDefinition):
                Continue(entry.Caller with { HeldIn = step.HeldIn, Place = step.Place }, entry.Call, step.Is);
                break;
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
                FollowLambdaResult(step, lambda);
                break;
            case null when step.EnteredFrom is { } entry:
                Continue(entry.Caller with { HeldIn = step.HeldIn, Place = step.Place }, entry.Call, step.Is);
                break;
            case null:
                FollowToCallers(step);
                break;
        }
    }

    private void FollowLambdaResult(Step step, IAnonymousFunctionOperation lambda)
    {
        switch (lambda.Parent?.Parent)
        {
            // xs.Select(x => reply…), Task.Run(() => reply…), ContinueWith: the value goes on as the result of the call it is given to.
            case IArgumentOperation { Parent: IInvocationOperation receiver }:
                Continue(step, receiver, step.Is);
                break;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                foreach (var mention in step.Body.MentionsOf(declarator.Symbol))
                {
                    if (mention.Operation.Parent is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } call && call.Instance == mention.Operation)
                    {
                        Continue(step, call, step.Is);
                    }
                }

                break;
        }
    }

    private void FollowToCallers(Step step)
    {
        foreach (var caller in StepsToCallers(step))
        {
            _queue.Enqueue(caller);
        }
    }

    /// <summary>The step into each caller of the member, at its invocation.</summary>
    private IEnumerable<Step> StepsToCallers(Step step)
    {
        if (step.Depth >= MaxDepth || _context.Callers.MethodOf(step.Body, _context.CancellationToken) is not { } method)
        {
            yield break;
        }

        var callers = _context.Callers.Of(method, _context.CancellationToken);
        if (step.ReturnedTo is null)
        {
            _hasUnseenCallers |= callers.MayBeMore;
        }

        foreach (var (caller, body) in callers.Known)
        {
            if (step.ReturnedTo is null)
            {
                _callersOfMember.Add(caller);
            }

            yield return new(caller, step.Is, body, step.Depth + 1, step.LeftThrough ?? step.Value.Syntax.GetLocation(), null)
            {
                HeldIn = step.HeldIn,
                Place = step.Place,
                ReturnedTo = step.ReturnedTo ?? caller,
            };
        }
    }
}
