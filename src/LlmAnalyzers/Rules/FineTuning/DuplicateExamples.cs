using System.Collections.Generic;
using System.Linq;
using LlmAnalyzers.FineTuning;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.FineTuning;

/// <summary>LLM5022: the same example twice, letter for letter or but for case, spacing and punctuation.</summary>
internal sealed class DuplicateExamples : TrainingFileRule
{
    public const string Id = "LLM5022";

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "FineTuning",
        DiagnosticSeverity.Info,
        "Duplicate training examples",
        "The example {0} the one in line {1}: it is paid and weighted twice{2}",
        "An example that stands twice is billed twice in every epoch, pulls the model towards it, and hides how few different examples there are.");

    public override void Check(TrainingFile file, TrainingFileContext context)
    {
        var exact = new Dictionary<ulong, int>();
        var loose = new Dictionary<ulong, int>();
        var findings = new List<TrainingFinding>();
        foreach (var example in file.Examples.Where(e => !e.IsFaulty && e.Form != ExampleForm.Unknown))
        {
            if (exact.TryGetValue(example.Exact, out var same))
            {
                findings.Add(new(example.Place, "repeats", Numbers.Of(same)));
                continue;
            }

            exact.Add(example.Exact, example.Place.LineNumber);
            if (loose.TryGetValue(example.Loose, out var alike))
            {
                findings.Add(new(example.Place, "differs only in case, spacing or punctuation from", Numbers.Of(alike)));
                continue;
            }

            loose.Add(example.Loose, example.Place.LineNumber);
        }

        context.Report(Descriptor, DiagnosticSeverity.Info, findings, findings.Count);
    }
}
