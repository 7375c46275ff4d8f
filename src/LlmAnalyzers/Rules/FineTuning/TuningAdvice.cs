using System.Collections.Generic;
using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.FineTuning;
using LlmAnalyzers.Models;
using LlmAnalyzers.Prompts;
using LlmAnalyzers.Rules.OutputFormat;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.FineTuning;

/// <summary>Worked examples that go with every request of a call.</summary>
internal sealed record CallExamples(int Count, int Tokens, string Form, Location Location);

/// <summary>What the suggestions to fine-tune have in common: whether one may be made, where it can be followed, and the evidence.</summary>
internal static class TuningAdvice
{
    /// <summary>
    /// Where a model of the call's kind can still be tuned, in words; null when the suggestion must not be made: nobody tunes such
    /// models, the model is tuned already or unknown behind an endpoint, it is a test, or the request should enforce its format first.
    /// </summary>
    public static string? Where(LlmCall call, CallFindings findings, RuleContext context)
    {
        if (Bases(call, context) is not { Count: > 0 } bases || call.IsInTest || JsonOnlyByPrompt.Applies(call, findings, context))
        {
            return null;
        }

        return TuningMarket.Describe([.. bases]);
    }

    /// <summary>The bases that the call could move to.</summary>
    public static IReadOnlyList<TunableBase> Bases(LlmCall call, RuleContext context)
    {
        var model = context.ModelOf(call);
        if (IsTuned(call, context) || (model is null && call.HasCustomEndpoint))
        {
            return [];
        }

        return TuningMarket.Bases(context.Models, model?.Provider ?? call.Provider);
    }

    /// <summary>The request names a fine-tuned model.</summary>
    public static bool IsTuned(LlmCall call, RuleContext context) =>
        context.ModelOf(call)?.IsFineTuned == true
        || call[SettingKind.Model].Values.Any(v => v.Value is string id && ModelId.FineTunedBase(id) is not null);

    /// <summary>The examples in the texts and in the made-up turns of a call; null when it has none.</summary>
    public static CallExamples? ExamplesOf(LlmCall call, CallFindings findings)
    {
        CallExamples? best = null;
        foreach (var (text, location) in findings.Texts)
        {
            if (!text.IsUnknown && WorkedExamples.Find(text.Flat) is { } found)
            {
                var tokens = TokensOf(text.Flat.Substring(found.Start, found.End - found.Start));
                best = new((best?.Count ?? 0) + found.Count, (best?.Tokens ?? 0) + tokens, found.Form, best?.Location ?? PieceAt(text, found.Start)?.Location ?? location);
            }
        }

        var (turns, turnTokens, first) = Turns(call);
        return turns == 0 ? best : new(
            turns + (best?.Count ?? 0),
            turnTokens + (best?.Tokens ?? 0),
            best is null ? "user and assistant messages" : best.Form,
            best?.Location ?? first!);
    }

    /// <summary>Estimated tokens of everything the source shows of the prompt; what is filled in at run time is not counted.</summary>
    public static int PromptTokens(LlmCall call, CallFindings findings) =>
        findings.Texts.Sum(t => KnownTokens(t.Text)) + call.Conversation.Messages.Where(m => m.Role == MessageRole.Assistant).Sum(m => KnownTokens(m.Text));

    public static int TokensOf(string text)
    {
        var counter = new TokenCounter();
        counter.Add(new(text.ToCharArray()));
        return counter.Tokens;
    }

    private static int KnownTokens(PromptText text) => text.Pieces.Sum(p => p.Literal is { } literal ? TokensOf(literal) : 0);

    /// <summary>A user message with an assistant message behind it, both written out: a reply that was never given.</summary>
    private static (int Count, int Tokens, Location? First) Turns(LlmCall call)
    {
        var (count, tokens) = (0, 0);
        Location? first = null;
        var messages = call.Conversation.Messages;
        for (var i = 0; i + 1 < messages.Length; i++)
        {
            if (messages[i] is { Role: MessageRole.User, IsCertain: true } user && messages[i + 1] is { Role: MessageRole.Assistant, IsCertain: true } reply
                && IsWritten(user.Text) && IsWritten(reply.Text))
            {
                count++;
                tokens += KnownTokens(user.Text) + KnownTokens(reply.Text);
                first ??= user.Location;
                i++;
            }
        }

        return (count, tokens, first);
    }

    private static bool IsWritten(PromptText text) => text.IsFullyKnown && !string.IsNullOrWhiteSpace(text.Flat);

    private static PromptPiece? PieceAt(PromptText text, int position)
    {
        foreach (var piece in text.Pieces)
        {
            position -= piece.Literal?.Length ?? 1;
            if (position < 0)
            {
                return piece;
            }
        }

        return null;
    }
}
