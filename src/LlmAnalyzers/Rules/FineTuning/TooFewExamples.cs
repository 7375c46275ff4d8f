using System;
using LlmAnalyzers.FineTuning;
using LlmAnalyzers.Options;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.FineTuning;

/// <summary>LLM5021: a training file with fewer examples than the service takes, or than teach anything.</summary>
internal sealed class TooFewExamples : TrainingFileRule
{
    public const string Id = "LLM5021";

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "FineTuning",
        DiagnosticSeverity.Info,
        "Too few training examples",
        "The file has {0}: {1}{2}",
        "A service refuses files below its minimum. From a few dozen examples a model learns little that a good prompt with the best of them would not do.");

    public override void Check(TrainingFile file, TrainingFileContext context)
    {
        if (file.IsPartial || file.IsBroken || context.Target.IsValidation)
        {
            return;
        }

        var count = file.Examples.Length;
        var requirements = TrainingRequirements.Of(context.Target.Provider);
        var counted = count == 1 ? "1 example" : Numbers.Of(count) + " examples";
        var advised = Math.Max(context.Option(AllOptions.MinimumTrainingExamples, Id), requirements?.RecommendedExamples ?? 0);
        if (count < requirements?.MinimumExamples)
        {
            context.Report(Descriptor, DiagnosticSeverity.Warning, default, counted, $"{requirements.Service} refuses fewer than {requirements.MinimumExamples}");
        }
        else if (count < advised)
        {
            context.Report(
                Descriptor,
                DiagnosticSeverity.Info,
                default,
                counted,
                $"below {advised} a training run seldom brings more than a better prompt does; collect more, or put the best of them into the prompt");
        }
    }
}
