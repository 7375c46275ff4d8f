using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Calls;

/// <summary>One value a setting can have, with the place in the source that says so.</summary>
internal sealed record SourceValue(object? Value, Location Location)
{
    /// <summary>
    /// Where the value stands when it is in the member of the call; else the expression in that member which brings it in.
    /// A diagnostic may only stand here (see "Where a diagnostic may stand" in docs/architecture.md).
    /// </summary>
    public Location ReportLocation { get; init; } = Location;

    /// <summary>False when the value is set on only some of the ways to the call, or may be replaced by one that cannot be read.</summary>
    public bool IsCertain { get; init; } = true;

    /// <summary>The code only asks for the value; it stands in a settings file.</summary>
    public bool IsConfigured { get; init; }
}

/// <summary>
/// A value that goes into the request: <b>not set</b> (the source shows that it is absent), <b>known</b> (the few values it
/// can have, each with its place), or <b>unknown</b> (it comes from somewhere that cannot be read). Unknown is silent.
/// </summary>
internal sealed class Setting
{
    private Setting(ImmutableArray<SourceValue> values, bool mayBeAbsent, bool mayBeOther)
    {
        Values = values;
        MayBeAbsent = mayBeAbsent;
        MayBeOther = mayBeOther;
    }

    /// <summary>The source shows that nothing sets it.</summary>
    public static Setting NotSet { get; } = new(ImmutableArray<SourceValue>.Empty, mayBeAbsent: true, mayBeOther: false);

    /// <summary>It comes from somewhere that cannot be read.</summary>
    public static Setting Unknown { get; } = new(ImmutableArray<SourceValue>.Empty, mayBeAbsent: true, mayBeOther: true);

    /// <summary>The values that can be read. Empty when not set or unknown.</summary>
    public ImmutableArray<SourceValue> Values { get; }

    /// <summary>On some way to the call nothing sets it.</summary>
    public bool MayBeAbsent { get; }

    /// <summary>Besides <see cref="Values"/> it may have a value that cannot be read.</summary>
    public bool MayBeOther { get; }

    public bool IsNotSet => Values.IsEmpty && !MayBeOther;

    public bool IsUnknown => Values.IsEmpty && MayBeOther;

    /// <summary>At least one value can be read; others may be possible.</summary>
    public bool IsKnown => !Values.IsEmpty;

    /// <summary>Every value it can have is in <see cref="Values"/>, and it is always set.</summary>
    public bool IsExact => IsKnown && !MayBeOther && !MayBeAbsent;

    public static Setting Known(SourceValue value) => new(ImmutableArray.Create(value), mayBeAbsent: false, mayBeOther: false);

    public static Setting Of(ImmutableArray<SourceValue> values, bool mayBeAbsent, bool mayBeOther) =>
        values.IsEmpty && !mayBeOther ? NotSet : new(values, mayBeAbsent, mayBeOther);

    /// <summary>The setting when either way may have been taken.</summary>
    public Setting Or(Setting other) => Values.SequenceEqual(other.Values) && MayBeAbsent == other.MayBeAbsent && MayBeOther == other.MayBeOther
        ? this
        : Of(
            ImmutableArray.CreateRange(Values.Concat(other.Values).Select(v => v with { IsCertain = false }).Distinct()),
            MayBeAbsent || other.MayBeAbsent,
            MayBeOther || other.MayBeOther);

    /// <summary>The one value the call is sure to send, or null.</summary>
    public SourceValue? Single => IsExact && Values.Length == 1 ? Values[0] : null;
}
