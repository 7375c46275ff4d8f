using LlmAnalyzers.Calls;
using LlmAnalyzers.Models;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.Models;

/// <summary>LLM4005: no model is called so, and one is called almost so.</summary>
internal sealed class ModelUnknown : ModelConstantRule
{
    public const string Id = "LLM4005";

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "Models",
        DiagnosticSeverity.Info,
        "Unknown model",
        "The catalogue of {0} has no model '{1}', but it has '{2}', one or two letters away: if that is meant, correct it; a request for a model that does not exist fails",
        "An id with a slip of the pen compiles, and the service answers every request with an error. Only differences in letters are looked at: other digits may be a newer model.");

    public override ModelConstantFinding? Check(ModelConstant constant, ModelFacts? model, ModelCatalogue models)
    {
        if (model is not null || constant is not { IsDeployment: false, MayBeDeployment: false, Provider: { } provider }
            || models.KnowsByAnyProvider(constant.Id) || ModelId.FineTunedBase(constant.Id) is not null
            || models.NearTo(provider, constant.Id) is not [var near, ..] all)
        {
            return null;
        }

        return new(all.Count == 1 && !constant.IsUsedElsewhere ? near : null, CatalogueDate.Text(models.AsOf), constant.Id, near);
    }
}
