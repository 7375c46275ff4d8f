using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Calls;

/// <summary>What the surface of an SDK can be asked for; rules ask for these, never for an SDK's name.</summary>
[System.Flags]
internal enum SurfaceAbilities
{
    None = 0,
    SystemMessage = 1,
    Temperature = 2,
    JsonMode = 4,
    JsonSchema = 8,
}

/// <summary>
/// The places a fix may want to edit. Plain locations in the file of the call; null where the place does not exist there. Of a
/// specialised call, <see cref="Invocation"/> and <see cref="MethodName"/> are the caller's; the others are the wrapper's.
/// </summary>
internal sealed record CallPlaces(Location Invocation, Location MethodName)
{
    /// <summary>The member whose code is read: a diagnostic about the call stands in it. Null where it cannot be told.</summary>
    public Location? Member { get; init; }

    /// <summary>The call inside the wrapper, when it is read through one for a certain caller; null otherwise.</summary>
    public Location? Wrapped { get; init; }

    /// <summary>The argument that hands over the options; null when the call passes none.</summary>
    public Location? OptionsArgument { get; init; }

    /// <summary>
    /// The expressions that create the options object, in any file. Empty when the call passes none or it cannot be read.
    /// </summary>
    public ImmutableArray<Location> OptionsCreations { get; init; } = ImmutableArray<Location>.Empty;

    /// <summary>The argument that hands over the messages or the user's text.</summary>
    public Location? MessagesArgument { get; init; }

    /// <summary>The expression that creates the message list (collection expression, array, list); null when there is none to edit.</summary>
    public Location? MessagesCreation { get; init; }
}

/// <summary>What the source says about one call to a model, in provider-neutral terms. Read once, handed to every rule.</summary>
internal sealed class LlmCall
{
    public required string Surface { get; init; }

    /// <summary>Provider whose catalogue rows apply (<c>openai</c>, <c>anthropic</c> …); null when the source does not tell.</summary>
    public string? Provider { get; init; }

    public required SurfaceAbilities Abilities { get; init; }

    public required CallPlaces Places { get; init; }

    /// <summary>The call is read through a wrapper, with the arguments of one caller and with what that caller does with the reply.</summary>
    public bool IsSpecialised => Places.Wrapped is not null;

    public required ImmutableDictionary<SettingKind, Setting> Settings { get; init; }

    /// <summary>Settings that the code gives and that never get into the request; in <see cref="Settings"/> they are unknown.</summary>
    public ImmutableDictionary<SettingKind, Setting> Dropped { get; init; } = ImmutableDictionary<SettingKind, Setting>.Empty;

    public required Conversation Conversation { get; init; }

    /// <summary>What is done with the reply's text, strongest evidence not first but in source order.</summary>
    public required ImmutableArray<ReplyUse> ReplyUses { get; init; }

    /// <summary>Whether anybody asks why the reply ended.</summary>
    public ReplyEnding Ending { get; init; } = ReplyEnding.Unknown;

    /// <summary>The service is reached through an endpoint the code chooses: the model behind it may be anything.</summary>
    public bool HasCustomEndpoint { get; init; }

    public bool IsStreaming { get; init; }

    /// <summary>What sends the call over and over; null when the source shows nothing of the kind.</summary>
    public Repetition? RepeatedBy { get; init; }

    /// <summary>The loop that asks again until the reply passes a check.</summary>
    public RepairLoop? RepairLoop { get; init; }

    /// <summary>Milliseconds after which nobody waits for the reply any more.</summary>
    public SourceValue? TimeBudget { get; init; }

    /// <summary>The output cap goes out under its older name unless <see cref="SettingKind.NewOutputCapName"/> says otherwise.</summary>
    public bool SendsOldOutputCapName { get; init; }

    /// <summary>Name of the member the call stands in, and of its type: empty when there is none.</summary>
    public string MemberName { get; init; } = "";

    public string TypeName { get; init; } = "";

    /// <summary>Name of the wrapper's member that a specialised call stands in; empty for others.</summary>
    public string WrapperName { get; init; } = "";

    /// <summary>The member carries a test attribute.</summary>
    public bool IsInTest { get; init; }

    /// <summary>The setting; <see cref="Setting.Unknown"/> when the surface does not say.</summary>
    public Setting this[SettingKind kind] => Settings.GetValueOrDefault(kind) ?? Setting.Unknown;
}
