using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Calls;

/// <summary>A constant that names a model, and that a client or a call of the project receives. Reported once, where it is declared.</summary>
/// <param name="Id">The model id; of a deployment, the name the team gave it.</param>
/// <param name="Location">Where it is written.</param>
internal sealed record ModelConstant(string Id, Location Location)
{
    /// <summary>Who serves it; null when the source does not tell.</summary>
    public string? Provider { get; init; }

    /// <summary>It is the name of a deployment, not of a model.</summary>
    public bool IsDeployment { get; init; }

    /// <summary>It may be the name of a deployment.</summary>
    public bool MayBeDeployment { get; init; }

    /// <summary>The name goes to services that the team chose as well, which may know it by another meaning.</summary>
    public bool IsUsedElsewhere { get; init; }
}
