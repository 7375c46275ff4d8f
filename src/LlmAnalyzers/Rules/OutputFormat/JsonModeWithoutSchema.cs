using System.Linq;
using System.Threading;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Models;
using LlmAnalyzers.Schemas;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.OutputFormat;

/// <summary>LLM1002: JSON mode, where the code knows the form of the JSON and the request could enforce it.</summary>
internal sealed class JsonModeWithoutSchema : CallRule
{
    public const string Id = "LLM1002";

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "OutputFormat",
        DiagnosticSeverity.Info,
        "JSON mode without a schema",
        "{0}, but JSON mode only promises JSON of some form; request a JSON schema, which keeps the keys and types",
        "JSON mode makes the reply parse, whatever its keys and types: a missing or renamed key becomes a default value, and nobody notices. A JSON schema in the request makes the service keep the form.");

    public override void Check(LlmCall call, CallFindings findings, RuleContext context)
    {
        if (call[SettingKind.OutputContract].Single is not { Value: OutputContract.JsonMode } mode
            || !CanEnforceSchema(call, context.ModelOf(call))
            || JsonModeWithoutTheWord.RefusedMode(call, findings) is not null)
        {
            return;
        }

        var parses = call.ReplyUses.Where(u => u is { Kind: ReplyUseKind.ParsedAsJson, Type: not null } && !JsonDocumentTypes.IsAnyJson(u.Type)).ToList();
        var parsed = parses.FirstOrDefault(u => HasSchema(u.Type!));
        if (parsed is not null)
        {
            var type = parsed.Type!.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
            context.Report(Descriptor, call, mode.ReportLocation, DiagnosticSeverity.Info, [mode.Location, parsed.Location], "Reply is parsed as '" + type + "'");
        }
        else if (parses.Count == 0 && findings.JsonRequest is { Finding.ShowsForm: true } asked)
        {
            context.Report(
                Descriptor, call, mode.ReportLocation, DiagnosticSeverity.Info, [mode.Location, asked.Location], "Prompt spells out the form of the JSON (“" + asked.Finding.Match.Phrase + "”)");
        }
    }

    /// <summary>
    /// The surface carries a schema, and the model takes it as far as anybody knows. Behind an endpoint of the team's choice JSON mode may be all
    /// there is, and a model without JSON mode has another problem.
    /// </summary>
    private static bool CanEnforceSchema(LlmCall call, ModelFacts? model) =>
        (call.Abilities & SurfaceAbilities.JsonSchema) != 0
        && (model is null ? !call.HasCustomEndpoint : model.HasJsonSchema == true && model.HasJsonMode != false);

    /// <summary>A type with open keys has no strict schema: there JSON mode is the best there is.</summary>
    private static bool HasSchema(ITypeSymbol type) =>
        SchemaFromType.Create(type, SerializationConventions.Default, CancellationToken.None) is { } schema && (schema.Json is not null || schema.WrapperWouldHelp);
}
