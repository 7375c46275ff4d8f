using System.Collections.Generic;
using System.Collections.Immutable;
using LlmAnalyzers.Calls;

namespace LlmAnalyzers.Sdks;

/// <summary>
/// One way to reach a model: which types and members of an SDK are calls, messages, options, clients and replies.
/// Data, not code; resolved against a compilation by <see cref="SdkSymbols"/>.
/// </summary>
internal sealed class SdkSurface
{
    /// <summary>Name as users know it, such as <c>OpenAI chat</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Provider in the model catalogue; null where the surface serves any provider.</summary>
    public string? Provider { get; init; }

    /// <summary>What a request of this surface can carry.</summary>
    public required SurfaceAbilities Abilities { get; init; }

    /// <summary>Abilities that some versions lack: each with the member, as <c>Full.Type.Name.Member</c>, that shows it is there.</summary>
    public ImmutableDictionary<SurfaceAbilities, string> AbilityNeeds { get; init; } = ImmutableDictionary<SurfaceAbilities, string>.Empty;

    /// <summary>Provider to which the output cap goes out under its older name unless the options say otherwise; null where there is none.</summary>
    public string? OldOutputCapNameTo { get; init; }

    /// <summary>Types of this surface. The first one says by its presence whether the SDK is referenced.</summary>
    public required ImmutableArray<SdkType> Types { get; init; }

    /// <summary>The members of a reply that tell how it ended, as a message names them.</summary>
    public string EndingToldBy { get; init; } = "";

    /// <summary>How edits of this surface's code are spelled; null where no fix is offered.</summary>
    public SdkSpelling? Spelling { get; init; }
}

/// <summary>A type of an SDK by its full metadata name, and what its members mean.</summary>
internal sealed class SdkType : Dictionary<string, MemberMeaning>
{
    /// <summary>Key of the constructors; conversions have the key <c>op_Implicit</c>.</summary>
    public const string Constructor = ".ctor";

    public SdkType(string metadataName) => MetadataName = metadataName;

    public string MetadataName { get; }
}
