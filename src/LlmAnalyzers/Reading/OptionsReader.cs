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
            shared |= origin.Holders[i].Variable is not ILocalSymbol;
            mayHoldMore |= OptionsMutations.Apply(origin, origin.Holders[i], settings, context);
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
