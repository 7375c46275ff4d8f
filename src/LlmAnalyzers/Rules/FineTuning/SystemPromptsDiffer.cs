using System.Linq;
using LlmAnalyzers.FineTuning;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.FineTuning;

/// <summary>LLM5024: examples of one file are trained under different system prompts.</summary>
internal sealed class SystemPromptsDiffer : TrainingFileRule
{
    public const string Id = "LLM5024";

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "FineTuning",
        DiagnosticSeverity.Info,
        "System prompts differ",
        "{0}: the model answers best under the prompt it was trained with, so use the one of production in every example{1}",
        "A tuned model connects what it learned with the instructions it learned it under. Prompts that differ by accident dilute that.");

    public override void Check(TrainingFile file, TrainingFileContext context)
    {
        var groups = file.Examples.Where(e => !e.IsFaulty && e.Form != ExampleForm.Unknown).GroupBy(e => e.System)
            .Select(g => (System: g.Key, First: g.First(), Count: g.Count())).OrderByDescending(g => g.Count).ToList();
        if (groups.Count < 2)
        {
            return;
        }

        var usual = groups[0];
        if (usual.Count == 1 || groups.Count > 5 && groups.Count * 2 > groups.Sum(g => g.Count))
        {
            // Each example has its own: one cause, and most likely text that belongs into the user's message.
            var second = groups.Select(g => g.First).Where(e => e.System != 0).OrderBy(e => e.Place.Line).Skip(1).FirstOrDefault() ?? groups[1].First;
            context.Report(Descriptor, DiagnosticSeverity.Info, PlaceOf(second), $"{Numbers.Of(groups.Count)} different system prompts stand in {Numbers.Of(groups.Sum(g => g.Count))} examples");
            return;
        }

        var findings = groups.Skip(1).OrderBy(g => g.First.Place.Line)
            .Select(g => new TrainingFinding(PlaceOf(g.First), Describe(g.System, g.Count, usual.System, usual.Count, usual.First.Place.LineNumber)))
            .ToList();
        context.Report(Descriptor, DiagnosticSeverity.Info, findings, findings.Count);
    }

    private static LinePlace PlaceOf(TrainingExample example) => example.System == 0 ? example.Place : example.SystemPlace;

    private static string Describe(ulong system, int count, ulong usual, int usualCount, int usualLine)
    {
        var these = count == 1 ? "This example has" : $"This and {Numbers.Of(count - 1)} more have";
        return system == 0
            ? $"{these} no system prompt, and {Numbers.Of(usualCount)} others have one (line {Numbers.Of(usualLine)})"
            : usual == 0
                ? $"{these} a system prompt, and {Numbers.Of(usualCount)} others have none"
                : $"{these} another system prompt than the {Numbers.Of(usualCount)} like line {Numbers.Of(usualLine)}";
    }
}
