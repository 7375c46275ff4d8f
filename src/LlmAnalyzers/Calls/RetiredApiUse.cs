using System;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Calls;

/// <summary>One place where code reaches an API that is shut down.</summary>
/// <param name="Api">Name of the API.</param>
/// <param name="ShutDownOn">The day.</param>
/// <param name="Successor">What its provider names instead.</param>
/// <param name="Location">Where a client is made; else the first request.</param>
internal sealed record RetiredApiUse(string Api, DateTime ShutDownOn, string Successor, Location Location)
{
    /// <summary>A host other than the provider serves it here, which has an end of its own for it.</summary>
    public bool IsOtherHost { get; init; }
}
