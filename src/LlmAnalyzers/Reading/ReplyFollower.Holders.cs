using System.Collections.Generic;
using System.Linq;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <content>Into objects and tuples and out again, and through patterns.</content>
internal sealed partial class ReplyFollower
{
    private void FollowAssignment(Step step, ISimpleAssignmentOperation assignment)
    {
        if (assignment is { Target: IPropertyReferenceOperation { Property: var set }, Parent: IObjectOrCollectionInitializerOperation { Parent: IObjectCreationOperation created } })
        {
            Hold(step, created, set);
        }
        else if (assignment.Target is IPropertyReferenceOperation { Instance: ILocalReferenceOperation holder, Property: var property })
        {
            if (step.HeldIn is null)
            {
                FollowVariable(step with { HeldIn = property.OriginalDefinition }, holder.Local, assignment);
            }
        }
        else if (MemberBody.VariableOf(assignment.Target) is { } variable)
        {
            FollowVariable(step, variable, assignment);
        }
    }

    /// <summary>A positional record keeps its arguments as properties; what other constructors do with them is not followed.</summary>
    private void PutIntoObject(Step step, IObjectCreationOperation creation, IArgumentOperation argument)
    {
        if (argument.Parameter is { } parameter && creation.Type is { IsRecord: true } record)
        {
            foreach (var property in record.GetMembers(parameter.Name).OfType<IPropertySymbol>())
            {
                Hold(step, creation, property);
            }
        }
    }

    private void PutIntoTuple(Step step, ITupleOperation tuple)
    {
        var place = tuple.Elements.IndexOf(step.Value);
        if (place < 0)
        {
            return;
        }

        if (tuple.Parent is IDeconstructionAssignmentOperation { Target: var target } deconstruction && deconstruction.Value == tuple)
        {
            FollowElement(step, target, place, deconstruction);
        }
        else if (ElementOf(tuple.Type, place) is { } element)
        {
            Hold(step, tuple, element);
        }
    }

    private void Deconstruct(Step step, IDeconstructionAssignmentOperation deconstruction)
    {
        for (var place = 0; step.HeldIn is not null && ElementOf(deconstruction.Value.Type, place) is { } element; place++)
        {
            if (SymbolEqualityComparer.Default.Equals(element, step.HeldIn))
            {
                FollowElement(step with { HeldIn = null }, deconstruction.Target, place, deconstruction);
            }
        }
    }

    private void FollowElement(Step step, IOperation target, int place, IOperation from)
    {
        var tuple = (target is IDeclarationExpressionOperation declaration ? declaration.Expression : target) as ITupleOperation;
        var element = tuple?.Elements.ElementAtOrDefault(place);
        if (MemberBody.VariableOf(element is IDeclarationExpressionOperation declared ? declared.Expression : element) is { } variable)
        {
            FollowVariable(step, variable, from);
        }
    }

    /// <summary>The element's own field, whatever names the places it passes give it.</summary>
    private static IFieldSymbol? ElementOf(ITypeSymbol? type, int place) =>
        type is INamedTypeSymbol { IsTupleType: true } tuple && place < tuple.TupleElements.Length
            ? tuple.TupleElements[place].CorrespondingTupleField?.OriginalDefinition ?? tuple.TupleElements[place].OriginalDefinition
            : null;

    private void TakeOut(Step step, IMemberReferenceOperation member)
    {
        var named = member.Member is IFieldSymbol { CorrespondingTupleField: { } element } ? element : member.Member;
        if (SymbolEqualityComparer.Default.Equals(named.OriginalDefinition, step.HeldIn))
        {
            Continue(step with { HeldIn = null }, member, step.Is);
        }
        else if (member is IPropertyReferenceOperation property && (property.Property.IsIndexer || (property.Property.Name == "Result" && IsTask(property.Property.ContainingType))))
        {
            Continue(step, property, step.Is);
        }
    }

    /// <summary>An object holds what is followed. One level is enough: what is put into a second one is lost.</summary>
    private void Hold(Step step, IOperation holder, ISymbol member)
    {
        if (step.HeldIn is null)
        {
            Continue(step with { HeldIn = member.OriginalDefinition }, holder, step.Is);
        }
    }

    /// <summary>What is written to an <c>out</c> parameter goes on in the caller's variable.</summary>
    private void FollowOut(Step step, IParameterSymbol parameter)
    {
        if (step.EnteredFrom is { } entry)
        {
            if (SymbolEqualityComparer.Default.Equals(entry.Target, parameter.ContainingSymbol))
            {
                FollowOut(entry.Caller with { Is = step.Is, HeldIn = step.HeldIn, Place = step.Place }, parameter, entry.Call);
            }

            return;
        }

        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary })
        {
            return;
        }

        foreach (var caller in StepsToCallers(step))
        {
            FollowOut(caller, parameter, (IInvocationOperation)caller.Value);
        }
    }

    private void FollowOut(Step caller, IParameterSymbol parameter, IInvocationOperation call)
    {
        var given = call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == parameter.Ordinal)?.Value;
        if (MemberBody.VariableOf(given is IDeclarationExpressionOperation declared ? declared.Expression : given) is { } variable)
        {
            FollowVariable(caller, variable, call);
        }
    }

    /// <summary>A pattern compares the value, names it, or looks into it.</summary>
    private void FollowPattern(Step step, IPatternOperation pattern, IOperation where)
    {
        switch (pattern)
        {
            case INegatedPatternOperation negated:
                FollowPattern(step, negated.Pattern, where);
                break;
            case IDeclarationPatternOperation { DeclaredSymbol: { } declared }:
                FollowVariable(step, declared, where);
                break;
            case IRecursivePatternOperation recursive:
                if (recursive.DeclaredSymbol is { } named)
                {
                    FollowVariable(step, named, where);
                }

                foreach (var inner in recursive.PropertySubpatterns)
                {
                    if (!step.IsText && inner.Member is IPropertyReferenceOperation { Property: var property } && StepTo(property) is ReplyStep.Envelope or ReplyStep.Text)
                    {
                        FollowPattern(step with { Is = StepTo(((IPropertyReferenceOperation)inner.Member).Property)!.Value }, inner.Pattern, where);
                    }
                }

                break;
            case IListPatternOperation list when !step.IsText:
                foreach (var element in list.Patterns)
                {
                    FollowPattern(step, element, where);
                }

                break;
            case IConstantPatternOperation or IBinaryPatternOperation when step.IsText:
                if (ConstantsOf(pattern).FirstOrDefault(TextSinks.IsTelling) is { } constant)
                {
                    AddIfTelling(step, constant, where, "is");
                }

                break;
        }
    }

    private static IEnumerable<IOperation> ConstantsOf(ICaseClauseOperation clause) => clause switch
    {
        ISingleValueCaseClauseOperation single => [single.Value],
        IPatternCaseClauseOperation pattern => ConstantsOf(pattern.Pattern),
        _ => [],
    };

    private static IEnumerable<IOperation> ConstantsOf(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation constant => [constant.Value],
        IBinaryPatternOperation binary => ConstantsOf(binary.LeftPattern).Concat(ConstantsOf(binary.RightPattern)),
        INegatedPatternOperation negated => ConstantsOf(negated.Pattern),
        _ => [],
    };
}
