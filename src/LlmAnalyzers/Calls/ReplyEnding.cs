using System.Collections.Immutable;

namespace LlmAnalyzers.Calls;

/// <summary>What the code asks about how a reply ended, before it takes the text for a whole one.</summary>
internal sealed record ReplyEnding
{
    /// <summary>Nothing is known of it, so nothing is missed.</summary>
    public static ReplyEnding Unknown { get; } = new() { IsAskedFor = true };

    /// <summary>
    /// Finish reason, refusal or empty content is looked at in the call's member or in one it passes the reply to; also where the reply goes to
    /// code that cannot be read.
    /// </summary>
    public bool IsAskedFor { get; init; }

    /// <summary>A member that calls the one of the call looks whether there is a text.</summary>
    public bool IsAskedForByCaller { get; init; }

    /// <summary>Places that take an element of a list of contents which may be empty; <see cref="ReplyUse.Display"/> is the code.</summary>
    public ImmutableArray<ReplyUse> Indexed { get; init; } = ImmutableArray<ReplyUse>.Empty;

    /// <summary>The members of the reply that tell how it ended, as a message names them.</summary>
    public string ToldBy { get; init; } = "";
}
