using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>Reads a bag of options by their names: an entry says something about the setting its key names, and about no other.</summary>
internal static class OptionBags
{
    /// <summary>The bag is given as a whole.</summary>
    public static void Assign(OptionBagMember bag, IOperation value, Frame frame, OptionsState state, ReadingContext context)
    {
        var origins = context.OriginsOf(value, frame);
        if (origins.MayBeOther || !origins.Known.All(o => o.IsNull || (o.Holders.IsEmpty && EntriesOf(o.Operation) is not null)))
        {
            Lose(value, frame, state);
            return;
        }

        foreach (var origin in origins.Known)
        {
            foreach (var (key, given) in EntriesOf(origin.Operation) ?? [])
            {
                Set(bag, key, given, origin.Frame, origin.IsCertain, state, context);
            }
        }
    }

    /// <summary>Entries are added to the bag where the options object is created.</summary>
    public static void Fill(OptionBagMember bag, IObjectOrCollectionInitializerOperation initializer, Frame frame, OptionsState state, ReadingContext context)
    {
        if (EntriesIn(initializer) is not { } entries)
        {
            Lose(initializer, frame, state);
            return;
        }

        foreach (var (key, given) in entries)
        {
            Set(bag, key, given, frame, always: true, state, context);
        }
    }

    /// <summary>Something is done to the bag that an options object has.</summary>
    public static void Apply(OptionBagMember bag, IPropertyReferenceOperation property, Frame frame, bool always, OptionsState state, ReadingContext context)
    {
        switch (property.Parent)
        {
            case ISimpleAssignmentOperation assignment when assignment.Target == property:
                Assign(bag, assignment.Value, frame, state, context);
                break;
            case ICoalesceAssignmentOperation assignment when assignment.Target == property:
                Assign(bag, assignment.Value, frame, state, context);
                Apply(assignment);
                break;
            default:
                Apply(property);
                break;
        }

        void Apply(IOperation held)
        {
            switch (held.Parent)
            {
                case IParenthesizedOperation or IConversionOperation { OperatorMethod: null }:
                    Apply(held.Parent);
                    break;
                case IConditionalAccessOperation access when access.Operation == held:
                    if (access.WhenNotNull is IInvocationOperation { Arguments: [var name, var given] } added)
                    {
                        Enter(added, name.Value, given.Value, isSure: false);
                    }

                    break;
                case IPropertyReferenceOperation { Arguments: [var key], Parent: ISimpleAssignmentOperation assignment } element when element.Instance == held && assignment.Target == element:
                    Set(bag, key.Value, assignment.Value, frame, always, state, context);
                    break;
                case IInvocationOperation { TargetMethod.Name: "Add" or "TryAdd", Arguments: [var key, var entry] } add when add.Instance == held:
                    Enter(add, key.Value, entry.Value, always);
                    break;
                case IInvocationOperation { TargetMethod.Name: "TryGetValue" or "ContainsKey" or "Remove" or "get_Item" } question when question.Instance == held:
                case IExpressionStatementOperation or IBinaryOperation or IIsPatternOperation or IReturnOperation:
                    break;
                default:
                    Lose(held, frame, state);
                    break;
            }
        }

        void Enter(IInvocationOperation by, IOperation key, IOperation value, bool isSure)
        {
            if (by.TargetMethod.Name is "Add" or "TryAdd")
            {
                Set(bag, key, value, frame, isSure, state, context);
            }
        }
    }

    /// <summary>The entries a dictionary is created with; null when it is created in another way.</summary>
    public static IEnumerable<(IOperation Key, IOperation Value)>? EntriesOf(IOperation operation) =>
        operation is IObjectCreationOperation { Arguments.IsEmpty: true } creation ? EntriesIn(creation.Initializer) : null;

    private static List<(IOperation Key, IOperation Value)>? EntriesIn(IObjectOrCollectionInitializerOperation? initializer)
    {
        var entries = new List<(IOperation, IOperation)>();
        foreach (var added in initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            switch (added)
            {
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [var key] } } assignment:
                    entries.Add((key.Value, assignment.Value));
                    break;
                case IInvocationOperation { Arguments: [var key, var value] }:
                    entries.Add((key.Value, value.Value));
                    break;
                default:
                    return null;
            }
        }

        return entries;
    }

    private static void Set(OptionBagMember bag, IOperation key, IOperation value, Frame frame, bool always, OptionsState state, ReadingContext context)
    {
        if (context.OriginsOf(key, frame).Single is not { } named || SettingReader.TextOf(named.Operation) is not { } name)
        {
            Lose(key, frame, state);
            return;
        }

        if (bag.Keys.TryGetValue(Meanings.KeyOf(name), out var kind))
        {
            var before = state.Settings.TryGetValue(kind, out var known) ? known : Setting.NotSet;
            var given = bag.IsAlwaysSent ? SettingReader.Read(kind, value, frame, context) : Setting.Unknown;
            state.Settings[kind] = always && bag.IsAlwaysSent ? given : before.Or(given);
        }
    }

    /// <summary>What is in the bag cannot be read: it may change the request in any way.</summary>
    private static void Lose(IOperation from, Frame frame, OptionsState state) =>
        state.Settings[SettingKind.RawRequest] = Setting.Known(new(true, from.Syntax.GetLocation()) { ReportLocation = frame.ReportLocation(from) });
}
