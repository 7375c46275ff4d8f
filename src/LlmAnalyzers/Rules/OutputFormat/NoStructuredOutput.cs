using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Models;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.OutputFormat;

/// <summary>LLM1008: a schema or JSON mode, sent to a model that has none.</summary>
internal sealed class NoStructuredOutput : CallRule
{
    public const string Id = "LLM1008";

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "OutputFormat",
        DiagnosticSeverity.Warning,
        "Model has no structured output",
        "The request asks for {0}, which '{1}' does not have: it is refused, or dropped and the reply is free text; {2}",
        "Structured output is a capability of the model. Sent to a model without it, the request is refused with status 400, or an adapter drops the format and the reply comes in any form.");

    public override void Check(LlmCall call, CallFindings findings, RuleContext context)
    {
        if (context.ModelOf(call) is not { } model || !call[SettingKind.RawRequest].IsNotSet)
        {
            return;
        }

        foreach (var value in call[SettingKind.OutputContract].Values.GroupBy(v => v.ReportLocation).Select(g => g.First()))
        {
            var isSchema = value.Value is OutputContract.JsonSchema or OutputContract.StrictJsonSchema or OutputContract.TypedCall;
            var isMode = value.Value is OutputContract.JsonMode;
            if (!(isSchema && model.HasJsonSchema == false) && !(isMode && model.HasJsonMode == false))
            {
                continue;
            }

            var wanted = isMode ? "JSON mode" : "a JSON schema";
            // A typed call is its own value: the whole invocation.
            var place = value.Value is OutputContract.TypedCall ? call.Places.MethodName : value.ReportLocation;
            context.Report(
                Descriptor, call, place, DiagnosticSeverity.Warning, call[SettingKind.Model].Values.Select(v => v.Location).Append(value.Location), wanted, model.Id, WayOut(call, model, isMode, context.Models));
        }
    }

    private static string WayOut(LlmCall call, ModelFacts model, bool wantsMode, ModelCatalogue models)
    {
        if (wantsMode && model.HasJsonSchema == true && (call.Abilities & SurfaceAbilities.JsonSchema) != 0)
        {
            return "request a JSON schema, which it has";
        }

        if (Capable(model, wantsMode, models) is { } other)
        {
            return "use a model that has it, such as '" + other + "'";
        }

        return !wantsMode && model.HasJsonMode == true ? "use JSON mode, which it has, or a model with schemas" : "use a model that has it, or ask for the format in the prompt";
    }

    /// <summary>What the provider names instead, as far as it has what is wanted; else its current models in the catalogue's order.</summary>
    private static string? Capable(ModelFacts model, bool wantsMode, ModelCatalogue models)
    {
        var named = model.Replacements.Select(id => models.Find(model.Provider, id)).FirstOrDefault(IsCapable);
        return (named ?? models.Models.FirstOrDefault(m => m.Provider == model.Provider && IsCapable(m) && IsOfNoMoreThan(m, model)))?.Id;

        bool IsCapable(ModelFacts? other) => other is { Status: ModelStatus.Active } && (wantsMode ? other.HasJsonMode : other.HasJsonSchema) == true;
    }

    /// <summary>Not dearer by far than what is paid now; where a price is unknown, any.</summary>
    private static bool IsOfNoMoreThan(ModelFacts other, ModelFacts model) => model.Prices.Output is not { } now || other.Prices.Output is not { } then || then <= 2 * now;
}
