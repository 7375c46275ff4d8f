using System.Collections.Immutable;
using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <content>What is asked about how the reply ended: its finish reason, a refusal, whether there is anything in it.</content>
internal sealed partial class ReplyFollower
{
    private readonly ImmutableArray<ReplyUse>.Builder _indexed = ImmutableArray.CreateBuilder<ReplyUse>();
    private bool _isAskedFor;
    private bool _isAskedForByCaller;

    private ReplyEnding Ending => new()
    {
        IsAskedFor = _isAskedFor || _queue.Count > 0,
        IsAskedForByCaller = _isAskedForByCaller,
        Indexed = _indexed.OrderBy(i => i.LocalLocation?.SourceSpan.Start ?? int.MaxValue).ToImmutableArray(),
    };

    private void LookForQuestions(Step step)
    {
        if (step.HeldIn is not null)
        {
            return;
        }

        var value = step.Value;
        switch (value.Parent)
        {
            case IPropertyReferenceOperation property when property.Instance == value:
                LookAtMember(step, property);
                break;
            case IImplicitIndexerReferenceOperation element when element.Instance == value:
                LookAtElement(step, element);
                break;
            case IArrayElementReferenceOperation element when element.ArrayReference == value:
                LookAtElement(step, element);
                break;
            case IInvocationOperation invocation when invocation.Instance == value:
                if (!step.IsText && StepTo(invocation.TargetMethod) == ReplyStep.Ending)
                {
                    Ask(step);
                }

                break;
            case IArgumentOperation { Parent: IInvocationOperation invocation } argument:
                LookIntoArgument(step, invocation, argument);
                break;
            case IArgumentOperation { Parent: IObjectCreationOperation creation } when step.Is == ReplyStep.Envelope && !step.IsContents:
                AskIf(step, creation.Type is not { IsRecord: true } && _context.Sdks.SurfaceOf(creation.Type) is null);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison when MayBeMissing(step):
                AskIf(step, IsNothing(comparison.LeftOperand == value ? comparison.RightOperand : comparison.LeftOperand));
                break;
            case ICoalesceOperation coalesce when coalesce.Value == value && MayBeMissing(step):
                AskIf(step, !IsNothing(coalesce.WhenNull));
                break;
            case IIsPatternOperation pattern when pattern.Value == value:
                AskIf(step, Asks(step, pattern.Pattern));
                break;
            case ISwitchExpressionOperation choice when choice.Value == value:
                AskIf(step, choice.Arms.Any(a => Asks(step, a.Pattern)));
                break;
            case ISwitchOperation choice when choice.Value == value:
                AskIf(step, choice.Cases.SelectMany(c => c.Clauses).OfType<IPatternCaseClauseOperation>().Any(c => Asks(step, c.Pattern)));
                break;
            case ISimpleAssignmentOperation { Target: IFieldReferenceOperation or IPropertyReferenceOperation } assignment
                when assignment.Value == value && step is { Is: ReplyStep.Envelope, IsContents: false } && assignment.Parent is not IObjectOrCollectionInitializerOperation:
                // Kept for others to look at.
                Ask(step);
                break;
        }
    }

    private void LookAtMember(Step step, IPropertyReferenceOperation property)
    {
        var member = property.Property;
        if (member.IsIndexer)
        {
            LookAtElement(step, property);
        }
        else
        {
            AskIf(step, step.IsText ? member.Name == "Length" : StepTo(member) == ReplyStep.Ending || (step.IsContents && member.Name is "Count" or "Length"));
        }
    }

    /// <summary><c>Content[0]</c>, <c>Content[^1]</c>, <c>Content.First()</c>: throws where there is none.</summary>
    private void LookAtElement(Step step, IOperation element)
    {
        if (!step.IsContents || step.IsText)
        {
            return;
        }

        var place = element.Syntax.GetLocation();
        var found = new ReplyUse(ReplyUseKind.Indexed, place, Display(element.Syntax))
        {
            LocalLocation = step.Body == _callBody ? place : step.LeftThrough,
            IsGuarded = IsGuarded(step, ReplyUseKind.Indexed),
            IsInCaller = step.ReturnedTo is not null,
        };
        if (!_indexed.Contains(found))
        {
            _indexed.Add(found);
        }
    }

    private void LookIntoArgument(Step step, IInvocationOperation invocation, IArgumentOperation argument)
    {
        var method = invocation.TargetMethod;
        if (step.IsText)
        {
            AskIf(step, method.Name is "IsNullOrEmpty" or "IsNullOrWhiteSpace" or "ThrowIfNullOrEmpty" or "ThrowIfNullOrWhiteSpace" or "NotNullOrEmpty" or "NotNullOrWhiteSpace" or "IsEmpty"
                || (method.ContainingType is { Name: "Regex" } && method.Name == "IsMatch"));
        }
        else if (StepTo(method) is { } next)
        {
            AskIf(step, next == ReplyStep.Ending);
        }
        else if (method.ContainingType is { Name: "Enumerable", ContainingNamespace.Name: "Linq" } && argument.Parameter?.Ordinal == 0)
        {
            AskIf(step, step.IsContents && method.Name is "Any" or "Count");
            if (method.Name is "First" or "Last" or "Single" or "ElementAt")
            {
                LookAtElement(step, invocation);
            }
        }
        else if (step is { Is: ReplyStep.Envelope, IsContents: false } && !IsLeftAlone(step, invocation) && _context.Members.TargetOf(invocation, _context.CancellationToken) is null)
        {
            // Whoever gets the reply may ask it.
            Ask(step);
        }
    }

    /// <summary>Code of the base library, of logging, or of the SDK itself asks no such thing.</summary>
    private static bool IsLeftAlone(Step step, IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        var space = method.ContainingNamespace?.ToDisplayString() ?? "";
        return space == "System" || space.StartsWith("System.", System.StringComparison.Ordinal)
            || Onlookers.OnlyLooks(method)
            || SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, step.Value.Type?.ContainingAssembly);
    }

    /// <summary>The text, or an element of the contents, which is null where there is none.</summary>
    private static bool MayBeMissing(Step step) => step.IsText || step.IsContents;

    /// <summary>Null or an empty text: to compare with it is to ask, to put it in the place of what is missing is not.</summary>
    private static bool IsNothing(IOperation operation)
    {
        var bare = OriginFinder.Bare(operation);
        return bare.ConstantValue is { HasValue: true, Value: null or "" } || bare is IDefaultValueOperation
            || bare is IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } };
    }

    /// <summary>A pattern that looks at how the reply ended, or whether there is anything.</summary>
    private bool Asks(Step step, IPatternOperation pattern) => pattern.DescendantsAndSelf().Any(p => p switch
    {
        IPropertySubpatternOperation { Member: IPropertyReferenceOperation { Property: var member } } =>
            StepTo(member) == ReplyStep.Ending || (member.Name is "Count" or "Length" && (step.IsText || step.IsContents || IsContentsAround(p))),
        IListPatternOperation => !step.IsText,
        IConstantPatternOperation constant => MayBeMissing(step) && IsNothing(constant.Value),
        IRecursivePatternOperation or IDeclarationPatternOperation => p == pattern && MayBeMissing(step),
        _ => false,
    });

    /// <summary><c>{ Content: { Count: > 0 } }</c>.</summary>
    private bool IsContentsAround(IOperation pattern)
    {
        for (var current = pattern.Parent; current is IPatternOperation or IPropertySubpatternOperation; current = current.Parent)
        {
            if (current is IPropertySubpatternOperation { Member: IPropertyReferenceOperation { Property: var member } } && IsContents(member))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsContents(IPropertySymbol member) =>
        _context.Sdks.Find<ReplyMember>(member) is { Meaning.MayBeEmpty: true }
        || (_context.Sdks.Find<MessagePropertyMember>(member) is { Meaning.IsRole: false } && member.Type.SpecialType != SpecialType.System_String);

    private void AskIf(Step step, bool asks)
    {
        if (asks)
        {
            Ask(step);
        }
    }

    private void Ask(Step step)
    {
        // A caller who gets only the text comes too late for the rest.
        if (step.IsText && step.ReturnedTo is not null)
        {
            _isAskedForByCaller = true;
        }
        else
        {
            _isAskedFor = true;
        }
    }

    /// <summary>
    /// A handler in the member, or for a parser also around the call that leads into it, takes the exception. That it wraps or throws on is a
    /// decision somebody made.
    /// </summary>
    private static bool IsGuarded(Step step, ReplyUseKind kind)
    {
        for (Step? current = step; current is not null; current = kind == ReplyUseKind.Indexed ? null : current.EnteredFrom?.Caller)
        {
            if (HandlerAround(current.Value, kind))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HandlerAround(IOperation operation, ReplyUseKind kind)
    {
        for (var current = operation; current.Parent is { } parent; current = parent)
        {
            if (parent is ITryOperation guarded && guarded.Body == current && guarded.Catches.Any(c => Handles(c.ExceptionType, kind)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Handles(ITypeSymbol? exception, ReplyUseKind kind) => exception?.Name switch
    {
        null or "Exception" or "SystemException" or "Object" => true,
        "InvalidOperationException" or "ArgumentOutOfRangeException" or "IndexOutOfRangeException" => kind == ReplyUseKind.Indexed,
        "ArgumentException" => kind is ReplyUseKind.Indexed or ReplyUseKind.Converted,
        "FormatException" => kind == ReplyUseKind.Converted,
        var name => kind == ReplyUseKind.ParsedAsJson && name.StartsWith("Json", System.StringComparison.Ordinal),
    };

    private static string Display(SyntaxNode syntax)
    {
        const int MaxLength = 50;
        var code = string.Join(" ", syntax.ToString().Split((char[]?)null, System.StringSplitOptions.RemoveEmptyEntries));
        return code.Length > MaxLength ? "…" + code.Substring(code.Length - MaxLength) : code;
    }
}
