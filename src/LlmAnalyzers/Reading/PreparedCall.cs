using System.Collections.Generic;
using System.Linq;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>A call that is prepared in one place and sent in others: whoever sends it may give it other options.</summary>
internal static class PreparedCall
{
    /// <summary>Every place that sends it is seen, and none of them brings options of its own.</summary>
    public static bool KeepsItsOptions(IInvocationOperation prepared, Frame frame, ReadingContext context)
    {
        var isSent = false;
        foreach (var (use, body) in UsesOf(prepared, frame.Body, context))
        {
            if (SentBy(use) is not { } sending
                || context.Sdks.Find<ReplyMember>(sending.TargetMethod) is not { Meaning.OptionsParameter: { } parameter }
                || BringsOptions(sending, parameter, body, context))
            {
                return false;
            }

            isSent = true;
        }

        return isSent;
    }

    /// <summary>Every mention of what holds the prepared call, in the members that can hold it.</summary>
    private static IEnumerable<(IOperation Use, MemberBody Body)> UsesOf(IInvocationOperation prepared, MemberBody body, ReadingContext context)
    {
        IOperation value = prepared;
        while (value.Parent is IConversionOperation or IParenthesizedOperation or ICoalesceOperation)
        {
            value = value.Parent;
        }

        var holder = value.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            IFieldInitializerOperation { InitializedFields: [var field] } => field,
            ISimpleAssignmentOperation assignment => MemberBody.VariableOf(assignment.Target),
            ICoalesceAssignmentOperation assignment => MemberBody.VariableOf(assignment.Target),
            _ => null,
        };
        if (holder is null)
        {
            return [(value, body)];
        }

        if (holder is ILocalSymbol)
        {
            return body.MentionsOf(holder).Where(m => m.Kind == MentionKind.Read).Select(m => (m.Operation, body));
        }

        // A field that other types see is read by members that are not looked for here.
        return holder is IFieldSymbol { DeclaredAccessibility: Accessibility.Private }
            ? context.Members.BodiesMentioning(holder, context.CancellationToken)
                .SelectMany(b => b.MentionsOf(holder.OriginalDefinition).Where(m => m.Kind == MentionKind.Read).Select(m => (m.Operation, b)))
            : [(value, body)];
    }

    private static IInvocationOperation? SentBy(IOperation use)
    {
        while (use.Parent is IConversionOperation or IParenthesizedOperation)
        {
            use = use.Parent;
        }

        return use.Parent switch
        {
            IInvocationOperation sending when sending.Instance == use => sending,
            IArgumentOperation { Parent: IInvocationOperation sending } => sending,
            _ => null,
        };
    }

    private static bool BringsOptions(IInvocationOperation sending, string parameter, MemberBody body, ReadingContext context)
    {
        if (SettingReader.ArgumentOf(sending, parameter) is not { ArgumentKind: not ArgumentKind.DefaultValue } given)
        {
            return false;
        }

        var options = OptionsReader.Read(given.Value, new Frame(body), context);
        return options.MayHoldMore || !options.Settings.IsEmpty;
    }
}
