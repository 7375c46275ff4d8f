using LlmAnalyzers.Calls;
using LlmAnalyzers.Models;

namespace LlmAnalyzers.Rules;

/// <summary>Which model a call reaches, as far as the source and the team's own names tell.</summary>
internal static class CalledModel
{
    /// <summary>
    /// The catalogue's facts about the model, when the source leaves no doubt which one is called. A name that the team gave
    /// to a model comes first; behind an endpoint of the team's choice only an id that is unique in the catalogue tells.
    /// </summary>
    public static ModelFacts? Of(LlmCall call, ModelCatalogue models) =>
        call[SettingKind.Model].Single is { Value: string id }
            ? models.FindNamed(call.Provider, id) ?? models.Find(call.HasCustomEndpoint ? null : call.Provider, id)
            : call[SettingKind.Deployment].Single is { Value: string name } ? models.FindNamed("azure", name) : null;

    /// <summary>The catalogue's facts about the model that a constant names; a name that may be a deployment's tells nothing.</summary>
    public static ModelFacts? Of(ModelConstant constant, ModelCatalogue models) =>
        models.FindNamed(constant.Provider, constant.Id)
        ?? (constant.IsDeployment || (constant.MayBeDeployment && models.IsServedByAzure(constant.Id)) ? null : models.Find(constant.Provider, constant.Id));
}
