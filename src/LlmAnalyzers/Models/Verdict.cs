namespace LlmAnalyzers.Models;

/// <summary>What a model does with a setting.</summary>
internal enum Verdict
{
    /// <summary>Nobody knows, or it depends on something the source does not show: stay silent.</summary>
    Unknown,

    Accepts,

    /// <summary>The service answers the request with an error.</summary>
    Refuses,

    /// <summary>The request succeeds and the setting has no effect.</summary>
    Ignores,
}
