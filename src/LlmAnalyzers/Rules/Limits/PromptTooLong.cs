using System.Collections.Generic;
using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Prompts;
using LlmAnalyzers.Rules.Sampling;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.Limits;

/// <summary>LLM6006: what stands in the source as prompt is more than the model can take, whatever is added at run time.</summary>
internal sealed class PromptTooLong : CallRule
{
    public const string Id = "LLM6006";

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "Limits",
        DiagnosticSeverity.Warning,
        "Prompt does not fit the model",
        "The constant text of the prompt is about {0} tokens, and '{1}' takes {2} for prompt and reply together: the service answers 400; send only the parts that matter for the question, or choose a model with a larger context",
        "A model takes so many tokens at a time, prompt and reply together. A request with more is refused. The count is an estimate, and only one that is above the limit by more than its error is reported.");

    public override void Check(LlmCall call, CallFindings findings, RuleContext context)
    {
        if (context.ModelOf(call) is not { ContextTokens: { } limit } model)
        {
            return;
        }

        var pieces = PiecesOf(call).ToList();

        // A character is at most a token or two: most prompts are dismissed by their length.
        if (pieces.Sum(p => (long)(p.Literal?.Length ?? p.UnreadLength)) * 2 < limit)
        {
            return;
        }

        // Each text by itself: where it ends nothing else begins in the middle of a word.
        var (read, unread) = (0.0, 0.0);
        foreach (var piece in pieces)
        {
            read += piece.Literal is { } literal ? TokenEstimate.Of(literal) : 0;
            unread += TokenEstimate.AtLeast(piece.UnreadLength);
        }

        if ((read * (1 - TokenEstimate.Error)) + unread > limit)
        {
            context.Report(
                Descriptor,
                call,
                call.Places.MethodName,
                DiagnosticSeverity.Warning,
                pieces.OrderByDescending(p => p.Literal?.Length ?? p.UnreadLength).Select(p => p.Location),
                SettingVerdict.Text(System.Math.Round((read + unread) / 100) * 100),
                model.Id,
                SettingVerdict.Text(limit));
        }
    }

    /// <summary>Every text that is sent for certain, the assistant's and the tools' included.</summary>
    private static IEnumerable<PromptPiece> PiecesOf(LlmCall call)
    {
        var texts = call.Conversation.Messages.Where(m => m.IsCertain).Select(m => m.Text);
        if (call[SettingKind.Instructions].Single is { Value: PromptText instructions })
        {
            texts = texts.Append(instructions);
        }

        return texts.SelectMany(t => t.Pieces).Where(p => p.IsCertain && (!p.IsHole || p.UnreadLength > 0));
    }
}
