using System;
using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Models;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.Prompting;

/// <summary>LLM3001: nothing tells the model who it is and what it must not do.</summary>
internal sealed class NoSystemPrompt : CallRule
{
    public const string Id = "LLM3001";

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "Prompting",
        DiagnosticSeverity.Info,
        "No system prompt",
        "{0}; {1}",
        "Without a system prompt the role and the rules compete with the user's text on equal terms: they are followed less reliably, and input can talk the model out of them.");

    public override void Check(LlmCall call, CallFindings findings, RuleContext context)
    {
        if (!LacksSystemPrompt(call) || !TakesSystemPrompt(call, context) || PingCall.Is(call))
        {
            return;
        }

        if (findings.RoleInUserMessage is { } role)
        {
            var (what, it) = role.Finding.IsRole ? ("the model's role", "it") : ("standing rules", "them");
            Report(
                DiagnosticSeverity.Warning,
                role.Location,
                "The user message sets " + what + " (“" + role.Finding.Match.Phrase + "”) and there is no system prompt",
                "move " + it + " into a system message");
            return;
        }

        if (call.IsInTest)
        {
            // A test looks at the plumbing or at one answer: a bare question is all it needs.
            return;
        }

        var evidence = DeterministicPath.Find(call, findings, context, Id).FirstOrDefault();
        if (evidence is not null)
        {
            Report(DiagnosticSeverity.Warning, evidence.Location, "There is no system prompt, but the " + evidence.Phrase, "put the rules that hold for every input into a system message");
            return;
        }

        Report(DiagnosticSeverity.Info, null, "The call has no system prompt", "say in a system message what the model is for and what it must not do");

        void Report(DiagnosticSeverity severity, Location? because, string cause, string wayOut) =>
            context.Report(Descriptor, call, call.Places.MethodName, severity, because is null ? [] : [because], cause, wayOut);
    }

    /// <summary>All messages are known, the conversation is fresh, and nothing instructs.</summary>
    private static bool LacksSystemPrompt(LlmCall call) =>
        call.Conversation.IsFullyKnown
        && call.Conversation.Messages.Any(m => m.Role == MessageRole.User)
        && !call.Conversation.Messages.Any(m => m.IsInstruction || m.Role == MessageRole.Tool)
        && call[SettingKind.Instructions].IsNotSet
        && call[SettingKind.Conversation].IsNotSet
        && call[SettingKind.RawRequest].IsNotSet;

    private static bool TakesSystemPrompt(LlmCall call, RuleContext context) =>
        (call.Abilities & SurfaceAbilities.SystemMessage) != 0
        && !call[SettingKind.Model].Values.Any(v => v.Value is string id && id.StartsWith("ft:", StringComparison.OrdinalIgnoreCase))
        && context.ModelOf(call) is not ({ IsFineTuned: true } or { SystemMessage: SystemMessageSupport.None });
}
