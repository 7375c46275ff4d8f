using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Prompts;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules;

/// <summary>Something a text of the call says, with the place of that text.</summary>
internal sealed record PromptFinding<T>(T Finding, Location Location)
    where T : class;

/// <summary>What the texts of one call say. Each question is answered once, when a rule first asks it.</summary>
internal sealed class CallFindings
{
    private readonly LlmCall _call;
    private readonly ImmutableArray<(MessageRole Role, PromptText Text, Location Location)> _texts;
    private readonly Lazy<PromptFinding<JsonRequest>?> _jsonRequest;
    private readonly Lazy<PromptFinding<TextMatch>?> _creativeIntent;
    private readonly Lazy<PromptFinding<DeterministicTask>?> _deterministicTask;
    private readonly Lazy<PromptFinding<RoleStatement>?> _roleInUserMessage;
    private readonly Lazy<PromptFinding<TextMatch>?> _stepByStep;

    public CallFindings(LlmCall call)
    {
        _call = call;
        _texts = TextsOf(call).ToImmutableArray();
        _jsonRequest = new(() => First(Prompts.JsonRequest.Find));
        _creativeIntent = new(() => First(Prompts.CreativeIntent.Find));
        _deterministicTask = new(() => First(Prompts.DeterministicTask.Find));
        _stepByStep = new(() => First(Prompts.StepByStep.Find));
        _roleInUserMessage = new(() => FindRoleInUserMessage(call));
    }

    /// <summary>What the model is told, in order: system prompts, instructions, user messages.</summary>
    public IEnumerable<(PromptText Text, Location Location)> Texts => _texts.Select(t => (t.Text, t.Location));

    /// <summary>The prompt asks for JSON or shows it.</summary>
    public PromptFinding<JsonRequest>? JsonRequest => _jsonRequest.Value;

    public PromptFinding<TextMatch>? CreativeIntent => _creativeIntent.Value;

    public PromptFinding<DeterministicTask>? DeterministicTask => _deterministicTask.Value;

    /// <summary>The prompt asks the model to reason in writing.</summary>
    public PromptFinding<TextMatch>? StepByStep => _stepByStep.Value;

    /// <summary>A role statement or standing rules at the head of the first user message.</summary>
    public PromptFinding<RoleStatement>? RoleInUserMessage => _roleInUserMessage.Value;

    /// <summary>
    /// Everything that tells the model what to do can be read: then what it does not say, it does not say. Holes inside a
    /// text, and a user message that is all input beside one that instructs, are data.
    /// </summary>
    public bool KnowsAllInstructions =>
        _call.Conversation.IsFullyKnown
        && !_call[SettingKind.Instructions].MayBeOther
        && _texts.Any(t => !t.Text.IsUnknown)
        && _texts.All(t => t.Role is MessageRole.User ? !t.Text.IsUnknown || _texts.Any(o => o.Role != MessageRole.User && !o.Text.IsUnknown) : !t.Text.IsUnknown);

    /// <summary>Every character of every text is in the source.</summary>
    public bool KnowsAllText => _call.Conversation.IsFullyKnown && _texts.All(t => t.Text.IsFullyKnown);

    private static IEnumerable<(MessageRole, PromptText, Location)> TextsOf(LlmCall call)
    {
        foreach (var instructions in call[SettingKind.Instructions].Values)
        {
            if (instructions.Value is PromptText text)
            {
                yield return (MessageRole.System, text, instructions.Location);
            }
        }

        foreach (var message in call.Conversation.Messages)
        {
            // What the assistant is made to have said shows a form, it asks for nothing.
            if (message.Role is not (MessageRole.Assistant or MessageRole.Tool))
            {
                yield return (message.Role, message.Text, message.Location);
            }
        }
    }

    private PromptFinding<T>? First<T>(Func<string, T?> find)
        where T : class
    {
        foreach (var (_, text, location) in _texts)
        {
            if (!text.IsUnknown && find(text.Flat) is { } found)
            {
                return new(found, text.Pieces.FirstOrDefault(p => !p.IsHole)?.Location ?? location);
            }
        }

        return null;
    }

    private static PromptFinding<RoleStatement>? FindRoleInUserMessage(LlmCall call)
    {
        var first = call.Conversation.Messages.FirstOrDefault(m => m.Role == MessageRole.User);
        return first is not null && !first.Text.IsUnknown && RoleStatement.Find(first.Text.Flat) is { } role
            ? new(role, first.Text.Pieces.FirstOrDefault(p => !p.IsHole)?.Location ?? first.Location)
            : null;
    }
}
