using LlmAnalyzers.Calls;
using LlmAnalyzers.Models;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.Models;

/// <summary>LLM4001: the id is an alias that moves from snapshot to snapshot.</summary>
internal sealed class ModelNotPinned : ModelConstantRule
{
    public const string Id = "LLM4001";

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "Models",
        DiagnosticSeverity.Info,
        "Model is not pinned",
        "'{0}' is an alias that its provider can move to another snapshot: the answers then change without a change of the code; pin it to '{1}', which it stands for in the catalogue of {2}",
        "An alias names whatever snapshot its provider considers current. Prompts and parsers that were tested with one snapshot meet another on a day nobody chose. A dated id stays what it is until it is shut down.");

    public override ModelConstantFinding? Check(ModelConstant constant, ModelFacts? model, ModelCatalogue models) =>
        !constant.IsDeployment
        && model is { Kind: ModelKind.Alias, IsFineTuned: false, PinTo: { } snapshot }
        && models.Row(model.Provider, snapshot) is { } pinned && !pinned.IsRetired(models.AsOf)
            ? new(Writable(constant, model, snapshot), constant.Id, snapshot, CatalogueDate.Text(models.AsOf))
            : null;
}
