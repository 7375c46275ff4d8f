using System.Collections.Generic;
using System.Collections.Immutable;
using LlmAnalyzers.Sdks;
using LlmAnalyzers.Tests.Verification;

namespace LlmAnalyzers.Tests.Sdks;

/// <summary>A table of an SDK with the packages that prove it, and with every exception that is meant. All lists are from name to reason.</summary>
/// <param name="Surface">The table.</param>
/// <param name="Versions">Packages of the versions that restore, and stubs of others.</param>
internal sealed record SurfaceCase(SdkSurface Surface, params ImmutableArray<SdkReferences> Versions)
{
    /// <summary>Names that are in none of <see cref="Versions"/>: types, <c>Type.Member</c> or <c>Type.Member(parameter)</c>, with the versions that have them.</summary>
    public IReadOnlyDictionary<string, string> InOtherVersions { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Methods beside the calls that send no request to read: <c>Type.Method</c>, or <c>Type.Method(parameter, …)</c> for one overload.</summary>
    public IReadOnlyDictionary<string, string> NotCalls { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Properties of options types that are no setting: <c>Type.Property</c>, or <c>Property</c> for all types.</summary>
    public IReadOnlyDictionary<string, string> NotSettings { get; init; } = ImmutableDictionary<string, string>.Empty;

    public override string ToString() => Surface.Name;
}
