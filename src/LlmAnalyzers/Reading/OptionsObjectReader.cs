using System.Collections.Immutable;
using System.Linq;
using LlmAnalyzers.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>Reads what becomes of an options object in the member that makes it.</summary>
internal static class OptionsObjectReader
{
    /// <summary>The object; null when it is not kept in a local variable, or the member is too large.</summary>
    public static OptionsObject? Read(IObjectCreationOperation creation, MemberBody body)
    {
        if (LocalOf(creation) is not { } local || body.IsTooLarge || local.Locations.FirstOrDefault() is not { } place)
        {
            return null;
        }

        var settings = ImmutableArray.CreateBuilder<string>();
        foreach (var member in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            var target = member is IMemberInitializerOperation nested ? nested.InitializedMember : (member as IAssignmentOperation)?.Target;
            if (target is IMemberReferenceOperation { Member: var set })
            {
                settings.Add(set.Name);
            }
        }

        // What a constructor is given belongs to the request as well.
        settings.AddRange(creation.Arguments.Where(a => a.ArgumentKind == ArgumentKind.Explicit).Select(a => a.Parameter?.Name ?? ""));
        var isUsed = false;
        foreach (var mention in body.MentionsOf(local))
        {
            if (mention.Kind == MentionKind.Written)
            {
                continue;
            }

            if (mention.Kind != MentionKind.Read || SetOn(mention.Operation) is not { } property)
            {
                isUsed = true;
                break;
            }

            settings.Add(property);
        }

        return new(local.Name, place) { Settings = settings.Where(s => s.Length > 0).Distinct().ToImmutableArray(), IsUsed = isUsed };
    }

    private static ILocalSymbol? LocalOf(IOperation creation)
    {
        var value = creation;
        while (value.Parent is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation)
        {
            value = value.Parent!;
        }

        return value.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { IsUsing: false } declared } } => declared,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation assigned, Parent: IExpressionStatementOperation } => assigned.Local,
            _ => null,
        };
    }

    /// <summary>The property that the mention sets or fills; null when it does anything else.</summary>
    private static string? SetOn(IOperation mention)
    {
        if (mention.Parent is not IPropertyReferenceOperation { Arguments.IsEmpty: true } property || property.Instance != mention)
        {
            return null;
        }

        IOperation part = property;
        while (part.Parent is IPropertyReferenceOperation inner && inner.Instance == part)
        {
            part = inner;
        }

        return part.Parent switch
        {
            IAssignmentOperation assignment when assignment.Target == part => property.Property.Name,
            // options.Tools.Add(tool)
            IInvocationOperation { Parent: IExpressionStatementOperation, TargetMethod.Name: "Add" or "AddRange" or "Insert" or "Clear" or "Set" } filled when filled.Instance == part => property.Property.Name,
            _ => null,
        };
    }
}
