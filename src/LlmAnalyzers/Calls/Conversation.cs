using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Calls;

/// <summary>Who speaks in a message.</summary>
internal enum MessageRole
{
    /// <summary>The role cannot be read.</summary>
    Unknown,
    System,
    Developer,
    User,
    Assistant,
    Tool,
}

/// <summary>One message of the request. Role and text are separate facts: either can be known without the other.</summary>
internal sealed record PromptMessage(MessageRole Role, PromptText Text, Location Location)
{
    /// <summary>Carries images, files or audio besides (or instead of) text.</summary>
    public bool HasOtherContent { get; init; }

    /// <summary>False when the message is added on only some of the ways to the call.</summary>
    public bool IsCertain { get; init; } = true;

    public bool IsInstruction => Role is MessageRole.System or MessageRole.Developer;
}

/// <summary>The messages of a request, in order, as far as the source shows them.</summary>
internal sealed record Conversation(ImmutableArray<PromptMessage> Messages)
{
    public static Conversation Unknown { get; } = new(ImmutableArray<PromptMessage>.Empty) { MayHoldMore = true };

    /// <summary>Messages that cannot be read may stand before, between or after the known ones.</summary>
    public bool MayHoldMore { get; init; }

    /// <summary>The place that makes it so, for tests and explanations.</summary>
    public Location? MoreFrom { get; init; }

    /// <summary>Every message is known with its role.</summary>
    public bool IsFullyKnown => !MayHoldMore && Messages.All(m => m.Role != MessageRole.Unknown);
}
