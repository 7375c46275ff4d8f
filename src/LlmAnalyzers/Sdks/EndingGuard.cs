using System.Collections.Immutable;

namespace LlmAnalyzers.Sdks;

/// <summary>How code asks a reply of one surface whether it is complete. <c>$reply</c> stands for the reply, types stand in braces.</summary>
/// <param name="ReplyTypes">Full names of the types that can be asked.</param>
/// <param name="VariableName">What the reply is called where it has no name yet.</param>
/// <param name="Condition">True when the reply is cut off, filtered or refused.</param>
/// <param name="Reason">Why it ended, to be put into a message.</param>
internal sealed record EndingGuard(ImmutableArray<string> ReplyTypes, string VariableName, string Condition, string Reason)
{
    /// <summary>Namespaces of extension methods in the two expressions.</summary>
    public ImmutableArray<string> Namespaces { get; init; } = ImmutableArray<string>.Empty;
}
