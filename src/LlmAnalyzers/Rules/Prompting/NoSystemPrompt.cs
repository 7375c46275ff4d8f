using System;
using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Models;
using LlmAnalyzers.Prompts;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.Prompting;

/// <summary>LLM3001: nothing tells the model who it is and what it must not do.</summary>
internal sealed class NoSystemPrompt : CallRule
{
    public const string Id = "LLM3001";

    private const int PingOutputCap = 16;

    /// <summary>Names of members and types that try whether a service answers, as words in a row.</summary>
    private static readonly string[][] HealthNames =
    [
        ["Health", "Check"], ["Healthcheck"], ["Check", "Health"], ["Is", "Healthy"], ["Ping"], ["Warmup"], ["Warm", "Up"], ["Probe"], ["Liveness"], ["Readiness"],
        ["Smoke", "Test"], ["Test", "Connection"], ["Check", "Connection"], ["Verify", "Connection"], ["Test", "Connectivity"], ["Check", "Connectivity"],
    ];

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "Prompting",
        DiagnosticSeverity.Info,
        "No system prompt",
        "{0}; {1}",
        "Without a system prompt the role and the rules compete with the user's text on equal terms: they are followed less reliably, and input can talk the model out of them.");

    public override void Check(LlmCall call, CallFindings findings, RuleContext context)
    {
        if (!LacksSystemPrompt(call) || !TakesSystemPrompt(call, context) || IsPing(call))
        {
            return;
        }

        if (findings.RoleInUserMessage is { } role)
        {
            var what = role.Finding.IsRole ? "the model's role" : "standing rules";
            Report(DiagnosticSeverity.Warning, role.Location, "The user message sets " + what + " (“" + role.Finding.Match.Phrase + "”) and there is no system prompt", "move it into a system message");
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

    /// <summary>A constant word or two that only asks whether anybody is there.</summary>
    private static bool IsPing(LlmCall call)
    {
        if (IsHealthName(call.MemberName) || IsHealthName(call.TypeName))
        {
            return true;
        }

        return call.Conversation.Messages is [{ Text: { IsFullyKnown: true } text }]
            && PingText.IsPing(text.Flat)
            && call[SettingKind.MaxOutputTokens].Values.Any(v => v.Value is double cap && cap <= PingOutputCap);
    }

    /// <summary>Whole words: a <c>ShoppingAssistant</c> is no ping.</summary>
    private static bool IsHealthName(string name)
    {
        var words = MemberName.WordsOf(name).ToList();
        return HealthNames.Any(wanted => Enumerable.Range(0, words.Count).Any(at => words.Skip(at).Take(wanted.Length).SequenceEqual(wanted, StringComparer.OrdinalIgnoreCase)));
    }
}
