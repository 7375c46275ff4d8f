using System.Collections.Generic;
using System.Linq;
using LlmAnalyzers.FineTuning;
using LlmAnalyzers.Models;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.FineTuning;

/// <summary>LLM5020: a line of a training file that the service will refuse.</summary>
internal sealed class InvalidTrainingLine : TrainingFileRule
{
    public const string Id = "LLM5020";

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "FineTuning",
        DiagnosticSeverity.Warning,
        "Training line is not a valid example",
        "Not a valid training example: {0}{1}",
        "A fine-tuning job checks its training file before it starts, and one line that is not an example of the expected form makes it fail.");

    public override void Check(TrainingFile file, TrainingFileContext context)
    {
        var requirements = TrainingRequirements.Of(context.Target.Provider);
        var findings = file.Faults.Select(f => new TrainingFinding(f.Place, f.Message)).ToList();
        var total = file.FaultCount;
        if (!file.IsBroken)
        {
            var ofForm = FormFaults(file, requirements).Concat(SpeakerFaults(file, context.Target)).ToList();
            total += ofForm.Count;
            findings.AddRange(ofForm);
        }

        findings.Sort((a, b) => a.Place.Line != b.Place.Line ? a.Place.Line.CompareTo(b.Place.Line) : a.Place.Column.CompareTo(b.Place.Column));
        if (requirements is { NeedsByteOrderMark: true } && context.HasByteOrderMark == false && !file.Examples.IsEmpty)
        {
            findings.Insert(0, new(default, $"the file has no byte-order mark, and {requirements.Service} takes UTF-8 only with one; save it as 'UTF-8 with BOM'"));
            total++;
        }

        context.Report(Descriptor, DiagnosticSeverity.Warning, findings, total);
    }

    private static IEnumerable<TrainingFinding> FormFaults(TrainingFile file, TrainingRequirements? requirements)
    {
        var readable = file.Examples.Where(e => e.Form != ExampleForm.Unknown).ToList();
        if (readable.Count == 0)
        {
            yield break;
        }

        var usual = readable.GroupBy(e => e.Form).OrderByDescending(g => g.Count()).First().Key;
        foreach (var example in readable)
        {
            if (requirements is { Forms.IsEmpty: false } && !requirements.Forms.Contains(example.Form))
            {
                yield return new(example.Place, $"this is {NameOf(example.Form)}; {requirements.Service} takes {NameOf(requirements.Forms[0])}");
            }
            else if (example.Form != usual)
            {
                yield return new(example.Place, $"this is {NameOf(example.Form)}, and the other lines of the file are {NameOf(usual)}");
            }
        }
    }

    /// <summary>A supervised example ends with the reply to learn, a reinforcement example with the question to answer; one file holds one kind.</summary>
    private static IEnumerable<TrainingFinding> SpeakerFaults(TrainingFile file, TrainingTarget target)
    {
        var sound = file.Examples.Where(e => !e.IsFaulty).ToList();
        var chats = sound.Where(e => e.Form == ExampleForm.Chat).ToList();
        var questions = chats.Count(e => e.LastSpeaker == LastSpeaker.User);
        var replies = chats.Count(e => e.LastSpeaker == LastSpeaker.Assistant);
        var mayReinforce = target.Methods is not { } methods || (methods & FineTuningMethods.Reinforcement) != 0;
        var isReinforcement = mayReinforce && questions > replies;
        foreach (var example in sound)
        {
            if (example.Form == ExampleForm.Chat && isReinforcement)
            {
                if (example.LastSpeaker != LastSpeaker.User)
                {
                    yield return new(example.LastMessage, "the example does not end with the user's message, as the others do and reinforcement needs it");
                }
            }
            else if (example.LastSpeaker != LastSpeaker.Assistant && example.Form != ExampleForm.Preference)
            {
                yield return new(example.LastMessage, "the example does not end with a reply of the assistant: there is nothing to learn");
            }
        }
    }

    private static string NameOf(ExampleForm form) => form switch
    {
        ExampleForm.Chat => "the chat form ('messages')",
        ExampleForm.Preference => "the preference form ('preferred_output')",
        ExampleForm.Gemini => "the form of Gemini ('contents')",
        ExampleForm.Nova => "the form of Nova ('schemaVersion')",
        _ => "no known form",
    };
}
