using System.Collections.Immutable;

namespace LlmAnalyzers.Models;

/// <summary>The columns of a catalogue file, and how a row becomes <see cref="ModelFacts"/>. They are described in models.md.</summary>
internal static class ModelFactsReader
{
    /// <summary>The columns a file must have.</summary>
    public static readonly ImmutableArray<string> RequiredColumns = ImmutableArray.Create("provider", "id");

    /// <summary>A column for teams: the model behind a name of their own.</summary>
    public const string NameOfColumn = "model";

    /// <summary>Every column that is read, in the order of models.csv.</summary>
    public static readonly ImmutableArray<string> Columns = ImmutableArray.Create(
        "provider", "id", "kind", "pin_to", "status", "deprecated_on", "retires_on", "replacement",
        "context_tokens", "max_output_tokens", "accepts_temperature", "accepts_top_p", "structured_outputs", "json_mode",
        "reasoning", "system_message", "fine_tunable", "price_input", "price_cached_input", "price_output",
        "price_training", "price_ft_input", "price_ft_output", "source", "as_of", "sampling_condition",
        "sampling_effort", "default_effort", "sampling_ignored", "temperature_advice", "accepts_temperature_with_top_p",
        "temperature_default", "temperature_max", "top_p_min", "top_p_max",
        "accepts_top_k", "accepts_penalties", "accepts_logprobs", "accepts_stop", "reasoning_efforts", "notes");

    /// <summary>The row's facts, or null; what is wrong with the row is noted in it.</summary>
    public static ModelFacts? Read(CatalogueRow row)
    {
        if (row.Text("provider") is not { } provider || row.Text("id") is not { } id)
        {
            row.Spoil(row.Text("provider") is null ? "provider" : "id", "provider or id is empty");
            return null;
        }

        if (ModelId.Canonical(id) is null)
        {
            row.Spoil("id", $"id is {CatalogueProblem.Quote(id)}, which no request can name");
            return null;
        }

        var facts = new ModelFacts(provider.ToLowerInvariant(), id)
        {
            NameOf = row.Text(NameOfColumn),
            Kind = row.OneOf("kind", ("alias", ModelKind.Alias), ("snapshot", ModelKind.Snapshot)),
            PinTo = row.Text("pin_to"),
            Status = row.OneOf(
                "status", ("active", ModelStatus.Active), ("deprecated", ModelStatus.Deprecated), ("retired", ModelStatus.Retired)),
            DeprecatedOn = row.Date("deprecated_on"),
            RetiresOn = row.Date("retires_on"),
            Replacements = row.List("replacement"),
            ContextTokens = row.Count("context_tokens"),
            MaxOutputTokens = row.Count("max_output_tokens"),
            Sampling = ReadSampling(row),
            DefaultEffort = row.Text("default_effort"),
            Efforts = row.List("reasoning_efforts"),
            HasJsonSchema = row.YesOrNo("structured_outputs"),
            HasJsonMode = row.YesOrNo("json_mode"),
            IsReasoning = row.YesOrNo("reasoning"),
            SystemMessage = row.OneOf(
                "system_message",
                ("yes", SystemMessageSupport.System), ("developer", SystemMessageSupport.Developer), ("no", SystemMessageSupport.None)),
            FineTuning = row.FineTuning("fine_tunable"),
            Prices = ReadPrices(row),
            AsOf = row.Date("as_of"),
            Source = row.Text("source") ?? "",
            Notes = row.Text("notes") ?? "",
        };
        return row.Problem is null ? facts : null;
    }

    private static SamplingFacts ReadSampling(CatalogueRow row) => new()
    {
        Temperature = ReadAcceptance(row, "accepts_temperature"),
        TopP = ReadAcceptance(row, "accepts_top_p"),
        AcceptsTopK = row.YesOrNo("accepts_top_k"),
        AcceptsPenalties = row.YesOrNo("accepts_penalties"),
        AcceptsLogProbabilities = row.YesOrNo("accepts_logprobs"),
        AcceptsStop = row.YesOrNo("accepts_stop"),
        Effort = row.OneOf(
            "sampling_effort",
            ("any", EffortCondition.Any), ("none-only", EffortCondition.NoneOnly), ("refused-unless-none", EffortCondition.RefusedUnlessNone)),
        Ignored = row.OneOf(
            "sampling_ignored", ("always", SamplingIgnored.Always), ("while-thinking", SamplingIgnored.WhileThinking)),
        AcceptsTemperatureWithTopP = row.YesOrNo("accepts_temperature_with_top_p"),
        AdvisesDefaultTemperature = row.OneOf("temperature_advice", ("default", true)) ?? false,
        DefaultTemperature = row.SamplingValue("temperature_default"),
        MaximumTemperature = row.SamplingValue("temperature_max"),
        MinimumTopP = row.SamplingValue("top_p_min"),
        MaximumTopP = row.SamplingValue("top_p_max"),
        Condition = row.Text("sampling_condition") ?? "",
    };

    private static SamplingAcceptance? ReadAcceptance(CatalogueRow row, string column) => row.OneOf(
        column, ("yes", SamplingAcceptance.Yes), ("no", SamplingAcceptance.No), ("default-only", SamplingAcceptance.DefaultOnly));

    private static ModelPrices ReadPrices(CatalogueRow row) => new()
    {
        Input = row.Price("price_input"),
        CachedInput = row.Price("price_cached_input"),
        Output = row.Price("price_output"),
        Training = row.Price("price_training"),
        FineTunedInput = row.Price("price_ft_input"),
        FineTunedOutput = row.Price("price_ft_output"),
    };
}
