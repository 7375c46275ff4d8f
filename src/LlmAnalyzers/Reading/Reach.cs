using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>How one operation stands to a later one of the same member: a cheap, syntactic stand-in for flow analysis.</summary>
internal enum Reach
{
    /// <summary>It has not happened, or excludes the other.</summary>
    Never,

    /// <summary>It happens on some of the ways to the other.</summary>
    Maybe,

    /// <summary>It happens on every way to the other.</summary>
    Always,
}

/// <summary>Compares places in one member.</summary>
internal static class Reaching
{
    /// <summary>Whether <paramref name="earlier"/> has happened when <paramref name="use"/> happens.</summary>
    public static Reach Of(IOperation earlier, IOperation use)
    {
        var common = CommonAncestor(earlier, use, out var earlierBranch, out var useBranch);
        if (common is null)
        {
            return Reach.Maybe;
        }

        if (common == earlier)
        {
            // x = … x …: the right side is older than the assignment.
            return InCommonLoop(common) ? Reach.Maybe : Reach.Never;
        }

        if (Exclude(common, earlierBranch, useBranch))
        {
            return InCommonLoop(common) ? Reach.Maybe : Reach.Never;
        }

        if (InFunctionBelow(earlier, common))
        {
            // A lambda or local function runs whenever it is called.
            return Reach.Maybe;
        }

        // An initialiser's assignment belongs to the creation around it, which is complete before a later use.
        if (earlier.Syntax.SpanStart >= use.Syntax.SpanStart && !Contains(use, earlier))
        {
            return InCommonLoop(common) || InFunctionBelow(use, common) ? Reach.Maybe : Reach.Never;
        }

        return IsConditionalBelow(earlier, common) ? Reach.Maybe : Reach.Always;
    }

    /// <summary>It happens whenever the member around it runs to its end: in no branch, and no return before it.</summary>
    public static bool IsUnconditional(IOperation operation)
    {
        var root = operation;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        return IsUnconditional(operation, root);
    }

    /// <summary>The same for the code around it, such as the body of a lambda.</summary>
    public static bool IsUnconditional(IOperation operation, IOperation root)
    {
        if (InFunctionBelow(operation, root) || IsConditionalBelow(operation, root))
        {
            return false;
        }

        foreach (var descendant in root.Descendants())
        {
            if (descendant is IReturnOperation && descendant.Syntax.SpanStart < operation.Syntax.SpanStart && !descendant.IsImplicit && !InFunctionBelow(descendant, root)
                && !Contains(descendant, operation))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Contains(IOperation outer, IOperation inner)
    {
        for (var current = inner; current is not null; current = current.Parent!)
        {
            if (current == outer)
            {
                return true;
            }
        }

        return false;
    }

    private static IOperation? CommonAncestor(IOperation a, IOperation b, out IOperation? aBranch, out IOperation? bBranch)
    {
        aBranch = null;
        var span = b.Syntax.Span;
        for (var current = a; current is not null; aBranch = current, current = current.Parent!)
        {
            if (current.Syntax.Span.Contains(span) && Find(b, current, out bBranch))
            {
                return current;
            }
        }

        bBranch = null;
        return null;
    }

    private static bool Find(IOperation from, IOperation ancestor, out IOperation? branch)
    {
        branch = null;
        for (var current = from; current is not null; branch = current, current = current.Parent!)
        {
            if (current == ancestor)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The two stand in branches of which only one is taken.</summary>
    private static bool Exclude(IOperation common, IOperation? first, IOperation? second)
    {
        if (first is null || second is null || first == second)
        {
            return false;
        }

        return common switch
        {
            IConditionalOperation conditional => first != conditional.Condition && second != conditional.Condition,
            ISwitchOperation or ISwitchExpressionOperation => first is ISwitchCaseOperation or ISwitchExpressionArmOperation
                && second is ISwitchCaseOperation or ISwitchExpressionArmOperation,
            _ => false,
        };
    }

    private static bool InCommonLoop(IOperation common)
    {
        for (var current = common; current is not null; current = current.Parent!)
        {
            if (current is ILoopOperation)
            {
                return true;
            }

            if (current is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return false;
            }
        }

        return false;
    }

    private static bool InFunctionBelow(IOperation operation, IOperation common)
    {
        for (var current = operation; current is not null && current != common; current = current.Parent!)
        {
            if (current is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsConditionalBelow(IOperation operation, IOperation common)
    {
        for (var current = operation; current.Parent is { } parent && current != common; current = parent)
        {
            var conditional = parent switch
            {
                IConditionalOperation condition => current != condition.Condition,
                ISwitchCaseOperation or ISwitchExpressionArmOperation or ICatchClauseOperation => true,
                IWhileLoopOperation { ConditionIsTop: false } => false,
                IForLoopOperation loop => current == loop.Body,
                ILoopOperation loop => current == loop.Body,
                IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } binary => current == binary.RightOperand,
                ICoalesceOperation coalesce => current == coalesce.WhenNull,
                IConditionalAccessOperation access => current == access.WhenNotNull,
                _ => false,
            };
            if (conditional)
            {
                return true;
            }
        }

        return false;
    }
}
