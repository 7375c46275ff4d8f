using LlmAnalyzers.Calls;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.FineTuning;

/// <summary>LLM5011: nothing measures what a training run learns.</summary>
internal sealed class NoValidationData : TuningJobRule
{
    public const string Id = "LLM5011";

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "FineTuning",
        DiagnosticSeverity.Info,
        "Job without validation data",
        "The job has no validation data: a model that learns the examples by heart looks as good as one that learns the task; keep a tenth of the examples back and name them",
        "Validation examples show during the run whether the model still learns or already overfits, and which checkpoint is the best.");

    public override void Check(FineTuningJob job, TuningJobContext context)
    {
        if (job.HasValidation == false)
        {
            context.Report(Descriptor, job.MethodName);
        }
    }
}
