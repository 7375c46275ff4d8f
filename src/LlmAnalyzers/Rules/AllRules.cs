using System.Collections.Immutable;
using System.Linq;
using LlmAnalyzers.Rules.Configuration;
using LlmAnalyzers.Rules.FineTuning;
using LlmAnalyzers.Rules.Limits;
using LlmAnalyzers.Rules.Models;
using LlmAnalyzers.Rules.OutputFormat;
using LlmAnalyzers.Rules.Prompting;
using LlmAnalyzers.Rules.Replies;
using LlmAnalyzers.Rules.Sampling;
using LlmAnalyzers.Rules.Security;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules;

/// <summary>Every rule of the package, by subject.</summary>
internal static class AllRules
{
    /// <summary>Rules that look at a schema in a request.</summary>
    public static ImmutableArray<SchemaRule> ForSchemas { get; } = ImmutableArray.Create<SchemaRule>(
        new SchemaNotStrict(),
        new SchemaBreaksStrictRules(),
        new TypeWithoutStrictSchema());

    /// <summary>Rules that look at a call.</summary>
    public static ImmutableArray<CallRule> ForCalls { get; } = ImmutableArray.Create<CallRule>(
        new JsonOnlyByPrompt(),
        new JsonModeWithoutSchema(),
        new JsonModeWithoutTheWord(),
        new ResponseFormatIgnored(),
        new NoStructuredOutput(),
        new HighTemperatureOnDeterministicPath(),
        new TemperatureNotSet(),
        new TemperatureAndTopP(),
        new SettingRefusedByModel(),
        new SettingOutOfRange(),
        new SettingDropped(),
        new ReasoningEffortNotSet(),
        new NoSystemPrompt(),
        new StepByStepToReasoningModel(),
        new TuneForFormat(),
        new TuneForVocabulary(),
        new TuneForCost(),
        new TuneForLatency(),
        new TuneInsteadOfExamples(),
        new TunedModelWithExamples(),
        new PromptDiffersFromTraining(),
        new NoOutputCap(),
        new OutputCapAboveLimit(),
        new OutputCapTooSmallToReason(),
        new PromptTooLong(),
        new OldOutputCapName(),
        new EndingNotAskedFor());

    /// <summary>Rules that look at an options object.</summary>
    public static ImmutableArray<OptionsRule> ForOptions { get; } = ImmutableArray.Create<OptionsRule>(
        new OptionsNeverSent());

    /// <summary>Rules that look at an API key.</summary>
    public static ImmutableArray<KeyRule> ForKeys { get; } = ImmutableArray.Create<KeyRule>(
        new ApiKeyInSource());

    /// <summary>Rules that look at a constant which is received as model, the first to speak first.</summary>
    public static ImmutableArray<ModelConstantRule> ForModelConstants { get; } = ImmutableArray.Create<ModelConstantRule>(
        new ModelRetired(), new ModelBeingRetired(), new ModelNotPinned(), new ModelUnknown());

    /// <summary>Rules that look at a training file.</summary>
    public static ImmutableArray<TrainingFileRule> ForTrainingFiles { get; } = ImmutableArray.Create<TrainingFileRule>(
        new InvalidTrainingLine(),
        new TooFewExamples(),
        new DuplicateExamples(),
        new ValidationOverlapsTraining(),
        new SystemPromptsDiffer(),
        new RepliesDifferInFormat(),
        new ExampleTooLong(),
        new SensitiveTrainingData(),
        new FilePartlyChecked());

    /// <summary>Rules that look at a fine-tuning job.</summary>
    public static ImmutableArray<TuningJobRule> ForTuningJobs { get; } = ImmutableArray.Create<TuningJobRule>(
        new TunedTooEarly(),
        new NoValidationData(),
        new BaseCannotBeTuned(),
        new HyperparameterOutOfRange());

    /// <summary>What is reported on source code, in the order of the ids.</summary>
    public static ImmutableArray<DiagnosticDescriptor> InSource { get; } =
        ForSchemas.Select(r => r.Descriptor).Concat(ForCalls.Select(r => r.Descriptor)).Concat(ForOptions.Select(r => r.Descriptor)).Concat(ForKeys.Select(r => r.Descriptor))
            .Concat(ForModelConstants.Select(r => r.Descriptor)).Append(InvalidDataFile.Descriptor).Append(ApiShutDown.Descriptor)
            .OrderBy(d => d.Id, System.StringComparer.Ordinal).ToImmutableArray();

    /// <summary>What the rules can report, in the order of their ids.</summary>
    public static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
        InSource.Concat(ForTrainingFiles.Select(r => r.Descriptor)).Concat(ForTuningJobs.Select(r => r.Descriptor)).Append(InvalidOption.Descriptor)
            .OrderBy(d => d.Id, System.StringComparer.Ordinal).ToImmutableArray();
}
