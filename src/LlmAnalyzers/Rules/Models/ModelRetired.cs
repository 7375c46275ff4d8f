using LlmAnalyzers.Calls;
using LlmAnalyzers.Models;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.Models;

/// <summary>LLM4002: the model has been shut down.</summary>
internal sealed class ModelRetired : ModelConstantRule
{
    public const string Id = "LLM4002";

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "Models",
        DiagnosticSeverity.Warning,
        "Model is retired",
        "{0} has been shut down{1}, says the catalogue of {2}: every request that names it fails; {3}",
        "Providers shut models down, mostly with half a year's notice. From that day on every request that names the model is answered with an error.");

    public override ModelConstantFinding? Check(ModelConstant constant, ModelFacts? model, ModelCatalogue models)
    {
        if (model is not { IsFineTuned: false } || !model.IsRetired(models.AsOf))
        {
            return null;
        }

        var successor = Successor.Of(model, models);
        return new(
            Writable(constant, model, successor?.Id),
            Display(constant, model),
            model.RetiresOn is { } day ? " on " + CatalogueDate.Text(day) : "",
            CatalogueDate.Text(models.AsOf),
            WayOut(successor));
    }
}
