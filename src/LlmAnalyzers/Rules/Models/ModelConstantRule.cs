using LlmAnalyzers.Calls;
using LlmAnalyzers.Models;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.Models;

/// <summary>What a rule finds about a model constant.</summary>
/// <param name="Replacement">The id to write instead; null when none is named, or none may be written here.</param>
/// <param name="Arguments">For the message.</param>
internal sealed record ModelConstantFinding(string? Replacement, params object[] Arguments);

/// <summary>A rule that looks at a constant which some call receives as model. Of all such rules only the first that finds something reports.</summary>
internal abstract class ModelConstantRule
{
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>What is wrong with the constant; null when nothing is, or when it is not known.</summary>
    /// <param name="constant">The constant.</param>
    /// <param name="model">What the catalogue knows of the model; null when the model is not known.</param>
    /// <param name="models">The catalogue.</param>
    public abstract ModelConstantFinding? Check(ModelConstant constant, ModelFacts? model, ModelCatalogue models);

    /// <summary>How a message names it: with the model, where the constant is a name that the team gave.</summary>
    protected static string Display(ModelConstant constant, ModelFacts model) =>
        constant.IsDeployment ? "'" + constant.Id + "' ('" + model.Id + "')" : "'" + constant.Id + "'";

    /// <summary>The id may stand for what the constant stands for, wherever the constant goes.</summary>
    protected static string? Writable(ModelConstant constant, ModelFacts model, string? replacement) =>
        constant is { IsDeployment: false, IsUsedElsewhere: false } && string.Equals(constant.Id, model.Id, System.StringComparison.OrdinalIgnoreCase) ? replacement : null;

    /// <summary>What to do about a model that ends.</summary>
    protected static string WayOut(ModelFacts? successor) => successor is null
        ? "choose a model that its provider goes on serving, and evaluate the prompts with it"
        : "move to '" + successor.Id + "', which its provider names instead, and evaluate the prompts with it";
}
