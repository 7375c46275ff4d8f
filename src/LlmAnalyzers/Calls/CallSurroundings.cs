using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Calls;

/// <summary>Code that sends a call over and over.</summary>
/// <param name="Name">For messages: <c>a loop</c>, <c>'Worker', a background service</c>.</param>
/// <param name="Location">The loop or the type.</param>
internal sealed record Repetition(string Name, Location Location);

/// <summary>A loop that repeats a call until its reply passes a check.</summary>
/// <param name="Check">What the reply must pass.</param>
/// <param name="Location">The loop.</param>
internal sealed record RepairLoop(ReplyUse Check, Location Location);
