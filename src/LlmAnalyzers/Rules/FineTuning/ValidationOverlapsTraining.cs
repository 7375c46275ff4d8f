using System.Collections.Generic;
using System.Linq;
using LlmAnalyzers.FineTuning;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.FineTuning;

/// <summary>LLM5023: an example is trained on and measured by.</summary>
internal sealed class ValidationOverlapsTraining : TrainingFileRule
{
    public const string Id = "LLM5023";

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "FineTuning",
        DiagnosticSeverity.Warning,
        "Validation overlaps training",
        "{0} '{1}': what is learned by heart looks like quality, and the validation loss says nothing{2}",
        "Validation measures the model on examples it has not seen. Where both files share examples, overfitting cannot be told from learning.");

    public override void Check(TrainingFile file, TrainingFileContext context)
    {
        if (context.Validation is not { } validation)
        {
            return;
        }

        if (validation.IsSame)
        {
            context.Report(Descriptor, DiagnosticSeverity.Warning, default, "The training file is its own validation file", validation.Name);
            return;
        }

        var lines = new Dictionary<ulong, int>();
        foreach (var example in validation.File.Examples.Where(IsSound))
        {
            if (!lines.ContainsKey(example.Loose))
            {
                lines.Add(example.Loose, example.Place.LineNumber);
            }
        }

        var findings = file.Examples
            .Where(e => IsSound(e) && lines.ContainsKey(e.Loose))
            .Select(e => new TrainingFinding(e.Place, $"The example stands also in line {Numbers.Of(lines[e.Loose])} of the validation file", validation.Name))
            .ToList();
        context.Report(Descriptor, DiagnosticSeverity.Warning, findings, findings.Count);
    }

    private static bool IsSound(TrainingExample example) => !example.IsFaulty && example.Form != ExampleForm.Unknown;
}
