using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Calls;

/// <summary>An options object that a member makes and keeps in a variable.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Place">Where the variable is declared.</param>
internal sealed record OptionsObject(string Name, Location Place)
{
    /// <summary>The properties that are set on it, in the order of the source.</summary>
    public ImmutableArray<string> Settings { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Something other than setting its properties is done with it: it is passed on, kept, read.</summary>
    public bool IsUsed { get; init; }

    /// <summary>The calls of the member that go out without options, and whose SDK takes objects of this type.</summary>
    public ImmutableArray<LlmCall> CallsWithout { get; init; } = ImmutableArray<LlmCall>.Empty;
}
