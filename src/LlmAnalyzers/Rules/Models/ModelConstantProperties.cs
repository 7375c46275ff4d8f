namespace LlmAnalyzers.Rules.Models;

/// <summary>Facts that travel to a code fix with a diagnostic about a model constant.</summary>
internal static class ModelConstantProperties
{
    /// <summary>The id to write instead.</summary>
    public const string Replacement = "ModelReplacement";
}
