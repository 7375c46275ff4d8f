using System.Linq;
using LlmAnalyzers.FineTuning;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.FineTuning;

/// <summary>LLM5026: an example that is longer than the base model is trained on.</summary>
internal sealed class ExampleTooLong : TrainingFileRule
{
    public const string Id = "LLM5026";

    /// <summary>The estimate may be this much too high.</summary>
    private const double Margin = 1.25;

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "FineTuning",
        DiagnosticSeverity.Warning,
        "Example too long for the model",
        "The example has about {0} tokens, and '{1}' is trained on {2} at most: the end is cut off, and that is the reply{3}",
        "Examples above the limit are cut at their end. The reply stands there, so what is learned is a reply that breaks off.");

    public override void Check(TrainingFile file, TrainingFileContext context)
    {
        if ((context.Target.Offer?.MaximumExampleTokens ?? context.Target.Model?.ContextTokens) is not { } limit)
        {
            return;
        }

        var findings = file.Examples
            .Where(e => !e.IsFaulty && e.Tokens > limit * Margin)
            .Select(e => new TrainingFinding(e.Place, Numbers.Of(e.Tokens), context.Target.Model!.Id, Numbers.Of(limit)))
            .ToList();
        context.Report(Descriptor, DiagnosticSeverity.Warning, findings, findings.Count);
    }
}
