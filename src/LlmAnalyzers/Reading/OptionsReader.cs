using System.Collections.Generic;
using System.Collections.Immutable;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>An options object as one call sends it.</summary>
/// <param name="Settings">Settings that the source shows; a kind that is missing is not set, unless <paramref name="MayHoldMore"/>.</param>
/// <param name="MayHoldMore">Code that cannot be read may have set any of them.</param>
/// <param name="Creations">Expressions that create the object.</param>
/// <param name="IsShared">Other calls may see the same object.</param>
internal sealed record OptionsReading(
    ImmutableDictionary<SettingKind, Setting> Settings, bool MayHoldMore, ImmutableArray<Location> Creations, bool IsShared)
{
    public static OptionsReading Absent { get; } =
        new(ImmutableDictionary<SettingKind, Setting>.Empty, MayHoldMore: false, ImmutableArray<Location>.Empty, IsShared: false);

    public Setting this[SettingKind kind]
    {
        get
        {
            var setting = Settings.GetValueOrDefault(kind) ?? Setting.NotSet;
            return MayHoldMore ? setting.Or(Setting.Unknown) : setting;
        }
    }
}

/// <summary>Reads an options object: how it is created, and what is assigned to it on the way to the call.</summary>
internal static class OptionsReader
{
    private const int MaxMutations = 500;

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

        var settings = ImmutableDictionary.CreateBuilder<SettingKind, Setting>();
        var mayHoldMore = false;
        var creations = ImmutableArray<Location>.Empty;
        switch (origin.Operation)
        {
            case IObjectCreationOperation creation when context.Sdks.SurfaceOf(creation.Type) is not null:
                mayHoldMore = !creation.Arguments.IsEmpty || creation.Type is { Locations: [{ IsInSource: true }, ..] };
                creations = ImmutableArray.Create(origin.Location);
                ReadInitializer(creation.Initializer, origin.Frame, settings, context);
                break;
            case IInvocationOperation { Instance: { } copied } copy when depth < 4 && context.Sdks.Find<CopyMember>(copy.TargetMethod) is not null:
                var original = Read(copied, origin.Frame, context, depth + 1);
                settings.AddRange(original.Settings);
                mayHoldMore = original.MayHoldMore;
                break;
            default:
                mayHoldMore = true;
                break;
        }

        var shared = false;
        for (var i = origin.Holders.Length - 1; i >= 0; i--)
        {
            var holder = origin.Holders[i];
            shared |= holder.Variable is not ILocalSymbol;
            mayHoldMore |= ApplyMutations(holder, settings, context);
        }

        return new(settings.ToImmutable(), mayHoldMore, creations, shared);
    }

    private static void ReadInitializer(
        IObjectOrCollectionInitializerOperation? initializer, Frame frame, ImmutableDictionary<SettingKind, Setting>.Builder settings, ReadingContext context)
    {
        if (initializer is null)
        {
            return;
        }

        foreach (var member in initializer.Initializers)
        {
            if (member is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property } assignment
                && context.Sdks.Find<OptionMember>(property.Property) is { } option)
            {
                settings[option.Meaning.Setting] = SettingReader.Read(option.Meaning.Setting, assignment.Value, frame, context);
            }
            else if (member is IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation filled } nested
                && context.Sdks.Find<OptionMember>(filled.Property) is { } collection)
            {
                settings[collection.Meaning.Setting] = Setting.Known(new(true, nested.Syntax.GetLocation()) { ReportLocation = frame.ReportLocation(nested) });
            }
        }
    }

    /// <summary>Applies what is done to the object while a variable holds it. True when some of it cannot be read.</summary>
    private static bool ApplyMutations(Holder holder, ImmutableDictionary<SettingKind, Setting>.Builder settings, ReadingContext context)
    {
        var mayHoldMore = false;
        var count = 0;
        foreach (var mention in holder.Frame.Body.MentionsOf(holder.Variable))
        {
            if (mention.Kind != MentionKind.Read || mention.Operation == holder.Use || ++count > MaxMutations)
            {
                continue;
            }

            var reach = Reaching.Of(mention.Operation, holder.Use);
            if (reach != Reach.Never)
            {
                mayHoldMore |= Apply(mention.Operation, holder.Frame, reach == Reach.Always, settings, context, depth: 0);
            }
        }

        if (holder.Variable is IFieldSymbol or IPropertySymbol)
        {
            foreach (var body in context.Members.BodiesMentioning(holder.Variable, context.CancellationToken))
            {
                if (body.Root.Syntax == holder.Frame.Body.Root.Syntax)
                {
                    continue;
                }

                var entered = holder.Frame.Enter(body, holder.Use);
                var always = body.Root is IConstructorBodyOperation;
                foreach (var mention in body.MentionsOf(holder.Variable.OriginalDefinition))
                {
                    if (mention.Kind == MentionKind.Read && ++count <= MaxMutations)
                    {
                        mayHoldMore |= Apply(mention.Operation, entered, always, settings, context, depth: 0);
                    }
                }
            }
        }

        return mayHoldMore || count > MaxMutations;
    }

    private static bool Apply(
        IOperation mention, Frame frame, bool always, ImmutableDictionary<SettingKind, Setting>.Builder settings, ReadingContext context, int depth)
    {
        var reference = mention;
        while (reference.Parent is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation)
        {
            reference = reference.Parent!;
        }

        switch (reference.Parent)
        {
            case IPropertyReferenceOperation property when property.Instance == reference:
                if (context.Sdks.Find<OptionMember>(property.Property) is { } option)
                {
                    ApplyToProperty(property, option.Meaning.Setting, frame, always, settings, context);
                }

                return false;

            case IArgumentOperation { Parent: IInvocationOperation invocation } argument:
                return ApplyInCallee(invocation, argument, frame, settings, context, depth);

            default:
                return false;
        }
    }

    private static void ApplyToProperty(
        IPropertyReferenceOperation property, SettingKind kind, Frame frame, bool always, ImmutableDictionary<SettingKind, Setting>.Builder settings, ReadingContext context)
    {
        var before = settings.TryGetValue(kind, out var known) ? known : Setting.NotSet;
        switch (property.Parent)
        {
            case ISimpleAssignmentOperation assignment when assignment.Target == property:
                var assigned = SettingReader.Read(kind, assignment.Value, frame, context);
                settings[kind] = always ? assigned : before.AsPossible().Or(assigned.AsPossible());
                break;
            case ICoalesceAssignmentOperation fallback when fallback.Target == property:
                settings[kind] = before.Or(SettingReader.Read(kind, fallback.Value, frame, context).AsPossible());
                break;
            case ICompoundAssignmentOperation or IIncrementOrDecrementOperation:
                settings[kind] = Setting.Unknown;
                break;
            case IInvocationOperation { Instance: not null } filled when filled.Instance == property:
                var added = Setting.Known(new(true, filled.Syntax.GetLocation()) { ReportLocation = frame.ReportLocation(filled) });
                settings[kind] = always ? added : before.AsPossible().Or(added.AsPossible());
                break;
        }
    }

    /// <summary>The object is passed on: to a call of an SDK, which leaves it alone; to a member of the project, which is read; or to the unknown.</summary>
    private static bool ApplyInCallee(
        IInvocationOperation invocation, IArgumentOperation argument, Frame frame, ImmutableDictionary<SettingKind, Setting>.Builder settings, ReadingContext context, int depth)
    {
        if (context.Sdks.Find<CallMember>(invocation.TargetMethod) is not null)
        {
            return false;
        }

        if (argument.Parameter is not { } parameter
            || depth >= 2
            || !MemberLookup.CanEnter(invocation)
            || context.Members.BodyOf(invocation.TargetMethod, context.CancellationToken) is not { } body)
        {
            return true;
        }

        var entered = frame.Enter(body, invocation);
        var arguments = Frame.NoArguments;
        foreach (var given in invocation.Arguments)
        {
            if (given.Parameter is { } bound)
            {
                arguments = arguments.SetItem(bound.OriginalDefinition, new(given.Value, frame));
            }
        }

        entered = entered with { Arguments = arguments };
        var mayHoldMore = false;
        foreach (var mention in body.MentionsOf(parameter.OriginalDefinition))
        {
            mayHoldMore |= mention.Kind != MentionKind.Read
                || Apply(mention.Operation, entered, always: false, settings, context, depth + 1);
        }

        return mayHoldMore;
    }

    private static OptionsReading Either(OptionsReading a, OptionsReading b)
    {
        var kinds = new HashSet<SettingKind>(a.Settings.Keys);
        kinds.UnionWith(b.Settings.Keys);
        var settings = ImmutableDictionary.CreateBuilder<SettingKind, Setting>();
        foreach (var kind in kinds)
        {
            settings[kind] = a[kind].Or(b[kind]);
        }

        return new(settings.ToImmutable(), a.MayHoldMore || b.MayHoldMore, a.Creations.AddRange(b.Creations), a.IsShared || b.IsShared);
    }
}
