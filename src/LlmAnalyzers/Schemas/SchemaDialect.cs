namespace LlmAnalyzers.Schemas;

/// <summary>What a service takes in a strict schema beyond the rules all share. The limits count the whole schema.</summary>
internal sealed record SchemaDialect
{
    /// <summary>OpenAI, base models.</summary>
    public static SchemaDialect OpenAI { get; } = new();

    /// <summary>OpenAI, fine-tuned models: no <c>format</c> and no <c>pattern</c>.</summary>
    public static SchemaDialect OpenAIFineTuned { get; } = new() { AllowsTextConstraints = false };

    /// <summary>Azure OpenAI, whose documentation keeps the first published limits.</summary>
    public static SchemaDialect AzureOpenAI { get; } =
        new() { AllowsTextConstraints = false, MaxProperties = 100, MaxNestingLevels = 5 };

    /// <summary>Anthropic.</summary>
    public static SchemaDialect Anthropic { get; } = new() { RefusesRecursion = true };

    /// <summary>No type may contain itself.</summary>
    public bool RefusesRecursion { get; init; }

    /// <summary><c>format</c> and <c>pattern</c> may stand on strings; else they are put into words.</summary>
    public bool AllowsTextConstraints { get; init; } = true;

    public int MaxProperties { get; init; } = 5_000;

    /// <summary>Objects and arrays within each other. No guide says whether arrays count, so they do.</summary>
    public int MaxNestingLevels { get; init; } = 10;

    public int MaxEnumValues { get; init; } = 1_000;

    /// <summary>Characters of all property names, definition names, enum values and const values.</summary>
    public int MaxNameCharacters { get; init; } = 120_000;

    /// <summary>Characters of one string enum of more than 250 values.</summary>
    public int MaxLargeEnumCharacters { get; init; } = 15_000;
}
