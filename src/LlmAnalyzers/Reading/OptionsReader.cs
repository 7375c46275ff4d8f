using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>An options object as one call sends it.</summary>
/// <param name="Settings">Settings that the source shows; a kind that is missing is not set, unless <paramref name="MayHoldMore"/>.</param>
/// <param name="MayHoldMore">Code that cannot be read may have set any of them.</param>
/// <param name="Creations">Expressions that create the object.</param>
internal sealed record OptionsReading(
    ImmutableDictionary<SettingKind, Setting> Settings, bool MayHoldMore, ImmutableArray<Location> Creations)
{
    /// <summary>Messages that the object itself carries, in the order in which they are put there.</summary>
    public ImmutableArray<MessageSource> Messages { get; init; } = ImmutableArray<MessageSource>.Empty;

    public static OptionsReading Absent { get; } =
        new(ImmutableDictionary<SettingKind, Setting>.Empty, MayHoldMore: false, ImmutableArray<Location>.Empty);

    public Setting this[SettingKind kind]
    {
        get
        {
            var setting = Settings.GetValueOrDefault(kind) ?? Setting.NotSet;
            return MayHoldMore ? setting.Or(Setting.Unknown) : setting;
        }
    }
}

/// <summary>Something that gives messages: a list, or one message.</summary>
internal sealed record MessageSource(IOperation Operation, Frame Frame, bool IsList, bool IsCertain);

/// <summary>What is known of an options object while it is read.</summary>
internal sealed class OptionsState
{
    public ImmutableDictionary<SettingKind, Setting>.Builder Settings { get; } = ImmutableDictionary.CreateBuilder<SettingKind, Setting>();

    public List<MessageSource> Messages { get; } = new();

    /// <summary>Settings that come before all others, whenever they are given.</summary>
    public Dictionary<SettingKind, Setting> Raw { get; } = new();

    /// <summary>Code that cannot be read may have set anything.</summary>
    public bool MayHoldMore { get; set; }

    /// <summary>Where the object that holds the settings is created, when it is not this one.</summary>
    public ImmutableArray<Location> InnerCreations { get; set; } = ImmutableArray<Location>.Empty;

    /// <summary>The settings and messages of another object are this one's too.</summary>
    public void Add(OptionsReading other)
    {
        foreach (var setting in other.Settings)
        {
            Settings[setting.Key] = setting.Value;
        }

        Messages.AddRange(other.Messages);
    }

    /// <summary>A nested object that cannot be read may set the output contract or the effort: what only nested objects carry.</summary>
    public void LoseNested()
    {
        foreach (var kind in new[] { SettingKind.OutputContract, SettingKind.ReasoningEffort })
        {
            Settings[kind] = (Settings.TryGetValue(kind, out var known) ? known : Setting.NotSet).Or(Setting.Unknown);
        }
    }
}

/// <summary>Reads an options object: how it is created, and what is assigned to it on the way to the call.</summary>
internal static class OptionsReader
{
    private const int MaxDepth = 4;

    public static OptionsReading Read(IOperation options, Frame frame, ReadingContext context) => Read(options, frame, context, depth: 0);

    private static OptionsReading Read(IOperation options, Frame frame, ReadingContext context, int depth)
    {
        var origins = context.OriginsOf(options, frame);
        OptionsReading? result = null;
        foreach (var origin in origins.Known)
        {
            var read = ReadOrigin(origin, context, depth);
            result = result is null ? read : Either(result, read);
        }

        result ??= OptionsReading.Absent with { MayHoldMore = true };
        return origins.MayBeOther ? result with { MayHoldMore = true } : result;
    }

    private static OptionsReading ReadOrigin(Origin origin, ReadingContext context, int depth)
    {
        if (origin.IsNull)
        {
            return OptionsReading.Absent;
        }

        var state = new OptionsState();
        var settings = state.Settings;
        var mayHoldMore = false;
        var creations = ImmutableArray<Location>.Empty;
        switch (origin.Operation)
        {
            case IObjectCreationOperation creation when context.Sdks.SurfaceOf(creation.Type) is not null:
                mayHoldMore = ReadArguments(creation, origin.Frame, state, context, depth) || creation.Type is { Locations: [{ IsInSource: true }, ..] };
                ReadInitializer(creation.Initializer, origin.Frame, state, context, depth);
                creations = context.Sdks.Find<OptionsCreationMember>(creation.Constructor) is { Meaning.IsHolder: true }
                    ? state.InnerCreations
                    : ImmutableArray.Create(origin.Location);
                break;
            case IWithOperation { Operand: { } operand } with when depth < MaxDepth && context.Sdks.SurfaceOf(with.Type) is not null:
                var before = Read(operand, origin.Frame, context, depth + 1);
                state.Add(before);
                mayHoldMore = before.MayHoldMore;
                ReadInitializer(with.Initializer, origin.Frame, state, context, depth);
                break;
            case IInvocationOperation { Instance: { } copied } copy when depth < MaxDepth && context.Sdks.Find<CopyMember>(copy.TargetMethod) is not null:
                var original = Read(copied, origin.Frame, context, depth + 1);
                state.Add(original);
                mayHoldMore = original.MayHoldMore;
                break;
            default:
                mayHoldMore = true;
                break;
        }

        for (var i = origin.Holders.Length - 1; i >= 0; i--)
        {
            mayHoldMore |= OptionsMutations.Apply(origin, origin.Holders[i], state, context);
        }

        foreach (var raw in state.Raw)
        {
            settings[raw.Key] = raw.Value;
        }

        return new(settings.ToImmutable(), mayHoldMore || state.MayHoldMore, creations) { Messages = state.Messages.ToImmutableArray() };
    }

    /// <summary>Settings and messages given to the constructor. True when an argument may say more than is known of it.</summary>
    private static bool ReadArguments(IObjectCreationOperation creation, Frame frame, OptionsState state, ReadingContext context, int depth)
    {
        var explicitArguments = creation.Arguments.Where(a => a.ArgumentKind != ArgumentKind.DefaultValue).ToList();
        if (explicitArguments.Count == 0)
        {
            return false;
        }

        if (context.Sdks.Find<OptionsCreationMember>(creation.Constructor) is not { Meaning: var meaning })
        {
            return true;
        }

        var mayHoldMore = false;
        foreach (var argument in explicitArguments)
        {
            var name = argument.Parameter?.Name ?? "";
            if (meaning.Settings.TryGetValue(name, out var kind))
            {
                state.Settings[kind] = SettingReader.Read(kind, argument.Value, frame, context);
            }
            else if (name == meaning.MessagesParameter)
            {
                state.Messages.Add(new(argument.Value, frame, IsList: true, IsCertain: true));
            }
            else if (name == meaning.NestedParameter && depth < MaxDepth)
            {
                var nested = ReadNested(argument.Value, frame, context, depth + 1);
                state.Add(nested);
                state.InnerCreations = nested.Creations;
                mayHoldMore |= nested.MayHoldMore;
            }
            else if (name != meaning.OtherParameter)
            {
                mayHoldMore = true;
            }
        }

        return mayHoldMore;
    }

    private static void ReadInitializer(IObjectOrCollectionInitializerOperation? initializer, Frame frame, OptionsState state, ReadingContext context, int depth)
    {
        foreach (var member in initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (member is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property } assignment)
            {
                Assign(property.Property, assignment.Value, frame, state, context, depth);
            }
            else if (member is IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation filled, Initializer: { } inner } nested)
            {
                if (context.Sdks.Find<OptionMember>(filled.Property) is { } collection)
                {
                    state.Settings[collection.Meaning.Setting] = Setting.Known(new(true, nested.Syntax.GetLocation()) { ReportLocation = frame.ReportLocation(nested) });
                }
                else if (context.Sdks.Find<MessagesMember>(filled.Property) is not null)
                {
                    state.Messages.AddRange(inner.Initializers.OfType<IInvocationOperation>().Where(i => !i.Arguments.IsEmpty)
                        .Select(i => new MessageSource(i.Arguments[i.Arguments.Length - 1].Value, frame, IsList: false, IsCertain: true)));
                }
                else if (context.Sdks.Find<OptionBagMember>(filled.Property) is { Meaning: var bag })
                {
                    OptionBags.Fill(bag, inner, frame, state, context);
                }
                else if (context.Sdks.Find<NestedOptionsMember>(filled.Property) is not null && depth < MaxDepth)
                {
                    ReadInitializer(inner, frame, state, context, depth + 1);
                }
            }
        }
    }

    /// <summary>What assigning a property of an options object says. Nothing, when the property has no meaning.</summary>
    internal static void Assign(IPropertySymbol property, IOperation value, Frame frame, OptionsState state, ReadingContext context, int depth)
    {
        if (context.Sdks.Find<OptionMember>(property) is { } option)
        {
            state.Settings[option.Meaning.Setting] = SettingReader.Read(option.Meaning, value, frame, context);
        }
        else if (context.Sdks.Find<MessagesMember>(property) is not null)
        {
            state.Messages.Clear();
            state.Messages.Add(new(value, frame, IsList: true, IsCertain: true));
        }
        else if (context.Sdks.Find<RawOptionsMember>(property) is not null)
        {
            RawOptions.Assign(value, frame, always: true, state, context);
        }
        else if (context.Sdks.Find<OptionBagMember>(property) is { Meaning: var bag })
        {
            OptionBags.Assign(bag, value, frame, state, context);
        }
        else if (context.Sdks.Find<NestedOptionsMember>(property) is { Meaning: var member } && depth < MaxDepth)
        {
            var nested = ReadNested(value, frame, context, depth + 1);
            foreach (var setting in nested.Settings)
            {
                state.Settings[setting.Key] = setting.Value;
            }

            state.InnerCreations = nested.Creations;
            if (nested.MayHoldMore && member.HoldsAll)
            {
                state.MayHoldMore = true;
            }
            else if (nested.MayHoldMore)
            {
                state.LoseNested();
            }
        }
    }

    /// <summary>One options object, or a list or dictionary of them of which the call takes one.</summary>
    private static OptionsReading ReadNested(IOperation value, Frame frame, ReadingContext context, int depth)
    {
        if (context.OriginsOf(value, frame).Single is not { Holders.IsEmpty: true } origin || ChoicesIn(origin.Operation, context) is not { } choices)
        {
            return Read(value, frame, context, depth);
        }

        OptionsReading? result = null;
        foreach (var choice in choices)
        {
            var read = Read(choice, origin.Frame, context, depth);
            result = result is null ? read : Either(result, read);
        }

        return result ?? OptionsReading.Absent;
    }

    private static IEnumerable<IOperation>? ChoicesIn(IOperation operation, ReadingContext context) => operation switch
    {
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        ICollectionExpressionOperation { Elements: var elements } when elements.All(e => e is not ISpreadOperation) => elements,
        IObjectCreationOperation { Arguments.IsEmpty: true, Type: var type } creation when context.Sdks.SurfaceOf(type) is null =>
            OptionBags.EntriesOf(operation)?.Select(e => e.Value)
            ?? creation.Initializer?.Initializers.OfType<IInvocationOperation>().Where(i => i.Arguments.Length == 1).Select(i => i.Arguments[0].Value),
        _ => null,
    };

    private static OptionsReading Either(OptionsReading a, OptionsReading b)
    {
        var kinds = new HashSet<SettingKind>(a.Settings.Keys);
        kinds.UnionWith(b.Settings.Keys);
        var settings = ImmutableDictionary.CreateBuilder<SettingKind, Setting>();
        foreach (var kind in kinds)
        {
            settings[kind] = a[kind].Or(b[kind]);
        }

        return new(settings.ToImmutable(), a.MayHoldMore || b.MayHoldMore, a.Creations.AddRange(b.Creations))
        {
            Messages = ImmutableArray.CreateRange(a.Messages.AddRange(b.Messages), m => m with { IsCertain = false }),
        };
    }
}
