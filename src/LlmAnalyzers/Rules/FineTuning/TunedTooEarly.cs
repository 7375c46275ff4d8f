using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Options;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.FineTuning;

/// <summary>LLM5010: a job before prompting was tried, or with hardly any data.</summary>
internal sealed class TunedTooEarly : TuningJobRule
{
    public const string Id = "LLM5010";

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "FineTuning",
        DiagnosticSeverity.Info,
        "Fine-tuning too early",
        "{0}: try a good prompt with the best examples and structured output first; it costs nothing and shows what training would have to add",
        "Prompting reaches most of what training would, at once and for free, and it shows where it falls short: those are the examples to train on.");

    public override void Check(FineTuningJob job, TuningJobContext context)
    {
        var baseModel = job.BaseModels.Select(b => b.Value as string).FirstOrDefault();
        if (context.CountExamples(baseModel) is { } count && count < context.Option(AllOptions.MinimumTrainingExamples, Id))
        {
            context.Report(Descriptor, job.MethodName, count == 1 ? "The training file has 1 example" : $"The training file has {Numbers.Of(count)} examples");
        }
        else if (!context.SendsPrompts())
        {
            context.Report(Descriptor, job.MethodName, "The project starts a fine-tuning job and sends no request to any model");
        }
    }
}
