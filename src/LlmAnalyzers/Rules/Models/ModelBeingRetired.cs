using LlmAnalyzers.Calls;
using LlmAnalyzers.Models;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.Models;

/// <summary>LLM4003: the day on which the model will be shut down is published.</summary>
internal sealed class ModelBeingRetired : ModelConstantRule
{
    public const string Id = "LLM4003";

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "Models",
        DiagnosticSeverity.Info,
        "Model is being retired",
        "{0} will be shut down on {1}, says the catalogue of {2}: from then on every request that names it fails; {3}",
        "The provider has published the day on which it shuts the model down. Until then there is time to try prompts and parsers with its successor.");

    public override ModelConstantFinding? Check(ModelConstant constant, ModelFacts? model, ModelCatalogue models)
    {
        if (model is not { IsFineTuned: false, RetiresOn: { } day } || model.IsRetired(models.AsOf))
        {
            return null;
        }

        var successor = Successor.Of(model, models);
        return new(
            Writable(constant, model, successor?.Id), Display(constant, model), CatalogueDate.Text(day), CatalogueDate.Text(models.AsOf), WayOut(successor));
    }
}
