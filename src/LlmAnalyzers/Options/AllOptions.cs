using System.Collections.Immutable;

namespace LlmAnalyzers.Options;

/// <summary>Every option there is. A new one is one declaration here.</summary>
internal static class AllOptions
{
    // First, because the declarations below add themselves to it while this class is initialised.
    private static readonly ImmutableArray<OptionDefinition>.Builder Declared = ImmutableArray.CreateBuilder<OptionDefinition>();

    /// <summary>Temperatures above it are high.</summary>
    public static NumberOption MaximumTemperature { get; } = Declare(new NumberOption(
        "maximum_temperature", "LLM2001", Minimum: 0, Maximum: 2, Default: 0.3, "Highest temperature accepted on a deterministic path."));

    /// <summary>A policy: every call says how much chance its reply may have.</summary>
    public static BooleanOption RequireTemperatureEverywhere { get; } = Declare(new BooleanOption(
        "require_everywhere", "LLM2002", Default: false, "Ask for a temperature on every call that can have one, not only on a deterministic path."));

    /// <summary>Of the training file and of the job that uses it.</summary>
    public static IntegerOption MinimumTrainingExamples { get; } = Declare(new IntegerOption(
        "minimum_training_examples", null, Minimum: 1, Maximum: 1_000_000, Default: 50, "Fewest examples that are worth a training run."));

    /// <summary>Counted in characters, which is the same for English text.</summary>
    public static IntegerOption MaximumTrainingFileMegabytes { get; } = Declare(new IntegerOption(
        "maximum_training_file_mb", "LLM5028", Minimum: 1, Maximum: 512, Default: 32, "Size up to which training files are checked whole; of larger ones the first lines are."));

    public static NumberOption MonthlyCalls { get; } = Declare(new NumberOption(
        "monthly_calls", "LLM5003", Minimum: 0, Maximum: 1e12, Default: 0, "Requests a month that one call in the code sends; 0 is not known."));

    public static NumberOption MonthlyTokens { get; } = Declare(new NumberOption(
        "monthly_tokens", "LLM5003", Minimum: 0, Maximum: 1e15, Default: 0, "Tokens a month of one call in the code, in place of the requests; 0 is not known."));

    public static IntegerOption PaybackMonths { get; } = Declare(new IntegerOption(
        "payback_months", "LLM5003", Minimum: 1, Maximum: 120, Default: 12, "Months within which a training run must have paid back."));

    public static IntegerOption StaticPromptTokens { get; } = Declare(new IntegerOption(
        "static_prompt_tokens", "LLM5003", Minimum: 1, Maximum: 1_000_000, Default: 1500, "Constant prompts from this length on are long."));

    public static IntegerOption TrainingExamples { get; } = Declare(new IntegerOption(
        "training_examples", "LLM5003", Minimum: 10, Maximum: 1_000_000, Default: 1000, "Examples that a training run is taken to have."));

    public static NumberOption LabellingCostPerExample { get; } = Declare(new NumberOption(
        "labelling_cost_per_example", "LLM5003", Minimum: 0, Maximum: 10_000, Default: 0, "Dollars for writing and checking one training example."));

    public static IntegerOption MinimumGlossaryTerms { get; } = Declare(new IntegerOption(
        "minimum_glossary_terms", "LLM5002", Minimum: 1, Maximum: 10_000, Default: 8, "Explained terms from which on a prompt carries a glossary."));

    public static IntegerOption LatencyBudget { get; } = Declare(new IntegerOption(
        "latency_budget_ms", "LLM5004", Minimum: 1, Maximum: 600_000, Default: 500, "Time budgets up to this are short for a large model."));

    public static IntegerOption MaximumExamples { get; } = Declare(new IntegerOption(
        "maximum_examples", "LLM5005", Minimum: 1, Maximum: 10_000, Default: 10, "Worked examples from which on a prompt carries training data."));

    public static ListOption FineTunedModels { get; } = Declare(new ListOption(
        "fine_tuned_models", ruleId: null, "", "Names of models and deployments that are fine-tuned, where the name does not tell."));

    /// <summary>Whole words of a PascalCase name, without regard to case: so nouns stand beside their verbs.</summary>
    public static ListOption DeterministicMembers { get; } = Declare(new ListOption(
        "deterministic_members",
        ruleId: null,
        "Classify|Classifier|Classification|Categorize|Categorizer|Categorise|Categoriser|Extract|Extractor|Extraction"
        + "|Parse|Parser|Score|Scorer|Scoring|Grade|Grader|Grading|Validate|Validator|Validation|Detect|Detector|Detection"
        + "|Moderate|Moderator|Moderation|Route|Evaluate|Evaluator|Evaluation|Triage|Judge|Rank|Ranker|Normalize|Normalise",
        "Words in the name of a member or type which say that the same input must give the same reply."));

    /// <summary>What cannot be read from code: which model a deployment of Azure's or an alias of the team's own stands for.</summary>
    public static MapOption Deployments { get; } = Declare(new MapOption(
        "llm_deployments", RuleId: null, "The models behind the names of deployments, and behind aliases of your own.")
    {
        IsPerCompilation = true,
    });

    /// <summary>Of the whole compilation, not of a file: it decides what is looked at at all.</summary>
    public static BooleanOption ReadsRawHttp { get; } = Declare(new BooleanOption(
        "llm_raw_http", RuleId: null, Default: true, "Read requests that are sent with HttpClient, without an SDK.")
    {
        IsPerCompilation = true,
    });

    /// <summary>In the order of their declaration. Last, because the declarations above must have run.</summary>
    public static ImmutableArray<OptionDefinition> All { get; } = Declared.ToImmutable();

    private static T Declare<T>(T definition)
        where T : OptionDefinition
    {
        Declared.Add(definition);
        return definition;
    }
}
