using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Models;
using LlmAnalyzers.Prompts;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.OutputFormat;

/// <summary>LLM1003: the service refuses JSON mode when no message has the word JSON in it.</summary>
internal sealed class JsonModeWithoutTheWord : CallRule
{
    public const string Id = "LLM1003";

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "OutputFormat",
        DiagnosticSeverity.Warning,
        "JSON mode needs the word JSON",
        "The request turns on JSON mode but no message has the word JSON in it: the service answers 400; {0}",
        "The service refuses a request for JSON mode unless the word JSON stands somewhere in its messages. A request for a JSON schema needs no such word, and enforces the form as well.");

    public override void Check(LlmCall call, CallFindings findings, RuleContext context)
    {
        if (RefusedMode(call, findings) is not { } mode)
        {
            return;
        }

        var wayOut = (call.Abilities & SurfaceAbilities.JsonSchema) != 0 && context.ModelOf(call)?.HasJsonSchema != false
            ? "request a JSON schema instead, or ask for JSON in the prompt"
            : "ask for JSON in the prompt";
        context.Report(Descriptor, call, mode.ReportLocation, DiagnosticSeverity.Warning, [mode.Location, .. call.Conversation.Messages.Select(m => m.Location)], wayOut);
    }

    /// <summary>The value that turns on the mode; null when it is off, or some text of the request may have the word in it.</summary>
    public static SourceValue? RefusedMode(LlmCall call, CallFindings findings)
    {
        if (call[SettingKind.OutputContract].Single is not { Value: OutputContract.JsonMode } mode
            || call.HasCustomEndpoint
            || ProviderFacts.Find(call.Provider) is not { JsonModeNeedsTheWord: true }
            || !call[SettingKind.Conversation].IsNotSet
            || !call[SettingKind.RawRequest].IsNotSet
            || !HasOnlyKnownTexts(call))
        {
            return null;
        }

        return call[SettingKind.Instructions].Values.Select(v => (v.Value as PromptText)?.Flat).Concat(call.Conversation.Messages.Select(m => m.Text.Flat))
            .Any(text => text is not null && JsonRequest.MentionsJson(text)) ? null : mode;
    }

    /// <summary>Every message of any role, to the last character; a number or a date cannot be the word.</summary>
    private static bool HasOnlyKnownTexts(LlmCall call) =>
        call.Conversation is { IsFullyKnown: true, Messages.IsEmpty: false }
        && call.Conversation.Messages.All(m => !m.HasOtherContent && IsKnown(m.Text))
        && !call[SettingKind.Instructions].MayBeOther
        && call[SettingKind.Instructions].Values.All(v => v.Value is PromptText text && IsKnown(text));

    private static bool IsKnown(PromptText text) => text.Pieces.All(p => !p.IsHole || p.IsPlainValue);
}
