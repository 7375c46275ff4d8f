using System.Collections.Generic;
using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Models;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.OutputFormat;

/// <summary>LLM1001: the reply must be JSON, and only the prompt says so.</summary>
internal sealed class JsonOnlyByPrompt : CallRule
{
    public const string Id = "LLM1001";

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "OutputFormat",
        DiagnosticSeverity.Warning,
        "JSON is requested only by the prompt",
        "{0}; {1}",
        "A prompt can ask for JSON but not enforce it: now and then the reply comes in code fences, with a sentence before it, or with other fields, and the parser fails. A JSON schema in the request makes the service keep the format.");

    public override void Check(LlmCall call, CallFindings findings, RuleContext context)
    {
        if (!Applies(call, findings, context) || WayOut(context.ModelOf(call), call.Abilities) is not { } wayOut)
        {
            return;
        }

        var parsed = Parsed(call);
        var asked = findings.JsonRequest;
        var evidence = new List<Location>();
        if (parsed is not null)
        {
            evidence.Add(parsed.Location);
        }

        if (asked is not null)
        {
            evidence.Add(asked.Location);
        }

        context.Report(
            Descriptor, call, call.Places.MethodName, DiagnosticSeverity.Warning, evidence, Cause(parsed, asked?.Finding.Match.Phrase, findings), wayOut);
    }

    /// <summary>Whether the request should enforce JSON: what else there is to say about its format comes later.</summary>
    internal static bool Applies(LlmCall call, CallFindings findings, RuleContext context) =>
        IsFreeText(call)
        && WayOut(context.ModelOf(call), call.Abilities) is not null
        && (Parsed(call) is not null || findings.JsonRequest is not null && !IsOnlyShown(call));

    private static ReplyUse? Parsed(LlmCall call) =>
        call.ReplyUses.FirstOrDefault(u => u is { Kind: ReplyUseKind.ParsedAsJson, Type: not null })
        ?? call.ReplyUses.FirstOrDefault(u => u.Kind == ReplyUseKind.ParsedAsJson)
        ?? call.ReplyUses.FirstOrDefault(u => u.Kind == ReplyUseKind.JsonExtracted);

    /// <summary>The source shows that the request enforces nothing.</summary>
    private static bool IsFreeText(LlmCall call)
    {
        var contract = call[SettingKind.OutputContract];
        return !contract.MayBeOther
            && contract.Values.All(v => v.Value is OutputContract.None)
            && call[SettingKind.RawRequest].IsNotSet
            && !call[SettingKind.ToolChoice].MayBeOther
            && call[SettingKind.ToolChoice].Values.All(v => v.Value is not OutputContract.ForcedTool);
    }

    /// <summary>Somebody only looks at the reply: no program depends on its form.</summary>
    private static bool IsOnlyShown(LlmCall call) =>
        call.ReplyUses.Any() && call.ReplyUses.All(u => u.Kind == ReplyUseKind.Shown);

    private static string? WayOut(ModelFacts? model, SurfaceAbilities abilities)
    {
        if (model?.HasJsonSchema != false && (abilities & SurfaceAbilities.JsonSchema) != 0)
        {
            return "request a JSON schema";
        }

        // Where the request can carry no schema, JSON mode is the next best; where only the model cannot, it must be known to have it.
        var hasJsonMode = (abilities & SurfaceAbilities.JsonSchema) == 0 ? model?.HasJsonMode != false : model?.HasJsonMode == true;
        return hasJsonMode && (abilities & SurfaceAbilities.JsonMode) != 0 ? "request JSON mode" : null;
    }

    private static string Cause(ReplyUse? parsed, string? asked, CallFindings findings)
    {
        var who = asked is not null ? "only the prompt asks for JSON"
            : findings.KnowsAllText ? "nothing in the request asks for JSON"
            : "the request does not enforce JSON";
        return parsed switch
        {
            { Kind: ReplyUseKind.ParsedAsJson, Type: { SpecialType: not SpecialType.System_Object } type } =>
                "Reply is parsed as '" + type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) + "' but " + who,
            { Kind: ReplyUseKind.ParsedAsJson } => "Reply is parsed by '" + parsed.Display + "' but " + who,
            { } => "JSON is cut out of the reply (" + parsed.Display + ") but " + who,
            null => "Prompt asks for JSON (“" + asked + "”) but the request does not enforce it",
        };
    }
}
