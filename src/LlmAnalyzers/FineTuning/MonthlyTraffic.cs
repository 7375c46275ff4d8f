namespace LlmAnalyzers.FineTuning;

/// <summary>Tokens of one month. <see cref="CachedInput"/> is read from the provider's prompt cache and is no part of <see cref="Input"/>.</summary>
internal sealed record MonthlyTraffic(decimal Input, decimal CachedInput, decimal Output)
{
    private const decimal Million = 1_000_000m;

    public decimal Tokens => Input + CachedInput + Output;

    /// <summary>Calls that are all of one size.</summary>
    public static MonthlyTraffic OfCalls(decimal calls, decimal inputTokens, decimal outputTokens, decimal cachedTokens = 0) =>
        new(calls * (inputTokens - cachedTokens), calls * cachedTokens, calls * outputTokens);

    /// <summary>A known number of tokens, of which a share (0 to 1) is output.</summary>
    public static MonthlyTraffic OfTokens(decimal tokens, decimal outputShare) => new(tokens * (1 - outputShare), 0, tokens * outputShare);

    /// <summary>US dollars a month.</summary>
    public decimal Cost(TokenPrices prices) =>
        (Input * prices.Input + CachedInput * (prices.CachedInput ?? prices.Input) + Output * prices.Output) / Million;
}
