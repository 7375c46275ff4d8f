using System.Collections.Generic;
using System.Linq;
using LlmAnalyzers.FineTuning;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.FineTuning;

/// <summary>LLM5027: secrets and personal data that the model would learn, and may recite. They are never printed.</summary>
internal sealed class SensitiveTrainingData : TrainingFileRule
{
    public const string Id = "LLM5027";

    /// <summary>One address in an e-mail to be classified is a slip; this many are a customer list.</summary>
    private const int Volume = 10;

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "FineTuning",
        DiagnosticSeverity.Warning,
        "Secret or personal data in training data",
        "{0}: the model may repeat what it was trained on, and the file goes to the provider; {1}{2}",
        "What stands in training data can come out again in any reply of the tuned model, and cannot be taken out of it.");

    public override void Check(TrainingFile file, TrainingFileContext context)
    {
        var findings = new List<TrainingFinding>();
        var total = 0;
        foreach (var kind in new[] { SensitiveKind.Secret, SensitiveKind.CardNumber })
        {
            if (file.Sensitive.TryGetValue(kind, out var count))
            {
                var advice = kind == SensitiveKind.Secret ? "remove it here and revoke it" : "replace it by a made-up one";
                findings.AddRange(count.Places.Select(p => new TrainingFinding(p.Place, "Here stands " + p.Name, advice)));
                total += count.Distinct;
            }
        }

        foreach (var kind in new[] { SensitiveKind.EmailAddress, SensitiveKind.PhoneNumber })
        {
            if (file.Sensitive.TryGetValue(kind, out var count) && count.Distinct >= Volume)
            {
                findings.Add(new(
                    count.Places[0].Place,
                    $"{Numbers.Of(count.Distinct)} {count.Places[0].Name} of persons stand in {Numbers.Of(count.Examples)} examples, the first here",
                    "replace them by made-up ones"));
                total++;
            }
        }

        findings.Sort((a, b) => a.Place.LineStart + a.Place.Column - b.Place.LineStart - b.Place.Column);
        context.Report(Descriptor, DiagnosticSeverity.Warning, findings, total);
    }
}
