using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Models;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.FineTuning;

/// <summary>LLM5014: a tuned model is called with another system prompt than it was trained with.</summary>
internal sealed class PromptDiffersFromTraining : CallRule
{
    public const string Id = "LLM5014";

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "FineTuning",
        DiagnosticSeverity.Warning,
        "Prompt differs from the training prompt",
        "{0} the one in '{1}', which '{2}' was trained with: use the prompt of the training file, or train with this one",
        "A tuned model connects what it learned with the instructions it learned it under. Under other ones it falls back to what its base would have answered.");

    public override void Check(LlmCall call, CallFindings findings, RuleContext context)
    {
        if (call[SettingKind.Model].Single is not { Value: string model } || ModelId.FineTunedBase(model) is not { } tunedFrom
            || SystemPrompt(call) is not { } prompt || context.TrainedPromptsOf(tunedFrom) is not { } trained)
        {
            return;
        }

        var difference = prompt switch
        {
            { Text: not null } when trained.Prompts.IsEmpty => "The system prompt is new: the model was trained without one by",
            { Text: { } text } when !trained.Has(text) => "The system prompt is not",
            { Text: null } when !trained.SomeHaveNone && !trained.Prompts.IsEmpty => "No system prompt is sent, and so not",
            _ => null,
        };
        if (difference is not null)
        {
            context.Report(Descriptor, call, call.Places.MethodName, DiagnosticSeverity.Warning, prompt.Location is null ? [] : [prompt.Location], difference, trained.FileName, model);
        }
    }

    /// <summary>The one system prompt a call sends, with a null text for none; null when it is not wholly known.</summary>
    private static (string? Text, Location? Location)? SystemPrompt(LlmCall call)
    {
        var instructions = call[SettingKind.Instructions];
        if (!call.Conversation.IsFullyKnown || instructions.MayBeOther || call.Conversation.Messages.Any(m => !m.IsCertain) || !call[SettingKind.Conversation].IsNotSet)
        {
            return null;
        }

        var messages = call.Conversation.Messages.Where(m => m.IsInstruction).ToList();
        if (instructions.IsNotSet)
        {
            return messages.Count switch
            {
                0 => (null, null),
                1 when messages[0].Text.IsFullyKnown => (messages[0].Text.Flat, messages[0].Location),
                _ => null,
            };
        }

        return messages.Count == 0 && instructions.Single is { Value: PromptText { IsFullyKnown: true } text } value ? (text.Flat, value.Location) : null;
    }
}
