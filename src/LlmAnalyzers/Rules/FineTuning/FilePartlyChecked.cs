using LlmAnalyzers.FineTuning;
using LlmAnalyzers.Options;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.FineTuning;

/// <summary>LLM5028: of a very large training file only the first lines were checked.</summary>
internal sealed class FilePartlyChecked : TrainingFileRule
{
    public const string Id = "LLM5028";

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "FineTuning",
        DiagnosticSeverity.Info,
        "Training file only checked in part",
        "The file is larger than {0} MB: only its first {1} were checked; raise 'maximum_training_file_mb' to check all{2}",
        "Large files cost memory and time in every build, so they are checked up to a size.");

    public override void Check(TrainingFile file, TrainingFileContext context)
    {
        if (file.IsPartial)
        {
            var count = file.Examples.Length;
            context.Report(
                Descriptor,
                DiagnosticSeverity.Info,
                default,
                context.Option(AllOptions.MaximumTrainingFileMegabytes, Id),
                count == 1 ? "line" : Numbers.Of(count) + " lines");
        }
    }
}
