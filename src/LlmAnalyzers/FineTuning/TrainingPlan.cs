namespace LlmAnalyzers.FineTuning;

/// <summary>What one training run costs: tokens × epochs × price, and the work of writing and labelling the examples.</summary>
/// <param name="Tokens">Tokens of the training file, counted once. Validation tokens are not billed.</param>
/// <param name="Epochs">How often the run goes through the file.</param>
/// <param name="PricePerMillion">US dollars per million billed tokens.</param>
internal sealed record TrainingPlan(decimal Tokens, int Epochs, decimal PricePerMillion)
{
    /// <summary>The number of passes in the providers' worked examples.</summary>
    public const int UsualEpochs = 3;

    private const decimal Million = 1_000_000m;

    /// <summary>US dollars for writing, labelling and checking the examples.</summary>
    public decimal LabellingCost { get; init; }

    public decimal BilledTokens => Tokens * Epochs;

    public decimal TrainingCost => BilledTokens * PricePerMillion / Million;

    /// <summary>Everything that is spent before the first saving.</summary>
    public decimal Outlay => TrainingCost + LabellingCost;

    public static TrainingPlan OfExamples(int examples, decimal tokensPerExample, int epochs, decimal pricePerMillion, decimal labellingPerExample = 0) =>
        new(examples * tokensPerExample, epochs, pricePerMillion) { LabellingCost = examples * labellingPerExample };
}
