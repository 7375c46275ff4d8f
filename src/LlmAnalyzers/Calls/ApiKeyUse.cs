using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Calls;

/// <summary>A constant of the source that is used as an API key. The key itself is not kept: nothing that is reported may hold it.</summary>
/// <param name="Location">The literal.</param>
/// <param name="Provider">Whose key it is, as far as its form tells; null when it does not.</param>
/// <param name="Variable">Environment variable that such a key is usually read from.</param>
internal sealed record ApiKeyUse(Location Location, string? Provider, string Variable);
