using System.Collections.Immutable;

namespace LlmAnalyzers.Schemas;

/// <summary>What a service does with a keyword of JSON Schema that it does not support.</summary>
internal enum UnsupportedKeywords
{
    /// <summary>It refuses the request.</summary>
    Refused,

    /// <summary>It drops them: the schema looks enforced and is not.</summary>
    Dropped,
}

/// <summary>
/// The part of JSON Schema that a service enforces, as data. The letters in the comments are the sources in the table at the
/// end of docs/rules/LLM1005.md; what no source says is not in here.
/// </summary>
internal sealed record StrictSubset(string Service)
{
    /// <summary>Objects, definitions and property names nest no deeper; null is no documented limit. Only objects are counted.</summary>
    public int? MaxObjectLevels { get; init; }

    public int? MaxProperties { get; init; }

    public int? MaxEnumValues { get; init; }

    /// <summary>Characters of all property names, definition names, enum values and const values.</summary>
    public int? MaxNameCharacters { get; init; }

    /// <summary>Characters of one string enum with more than <see cref="LargeEnumValues"/> values.</summary>
    public int? MaxLargeEnumCharacters { get; init; }

    public const int LargeEnumValues = 250;

    /// <summary>Properties that are not required, in all.</summary>
    public int? MaxOptionalProperties { get; init; }

    /// <summary>Values of several types, by <c>anyOf</c> or a list of types, in all.</summary>
    public int? MaxUnions { get; init; }

    /// <summary>The largest <c>minItems</c>.</summary>
    public int? MaxMinItems { get; init; }

    /// <summary>The root is one object, and no choice of several.</summary>
    public bool NeedsObjectAtRoot { get; init; }

    /// <summary>Every object says <c>additionalProperties: false</c>.</summary>
    public bool NeedsClosedObjects { get; init; }

    /// <summary>Every property is listed in <c>required</c>.</summary>
    public bool NeedsAllRequired { get; init; }

    public bool RefusesRecursion { get; init; }

    /// <summary><c>allOf</c> is fine, but not over references.</summary>
    public bool RefusesReferencesInAllOf { get; init; }

    /// <summary>Values of an enum are plain: no objects and no arrays.</summary>
    public bool NeedsPlainEnums { get; init; }

    public UnsupportedKeywords OnUnsupported { get; init; }

    public ImmutableHashSet<string> Unsupported { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>Values of <c>format</c> that are known; null where nothing is said about others.</summary>
    public ImmutableHashSet<string>? Formats { get; init; }

    /// <summary>The form of the format's name: letters, digits, <c>_</c> and <c>-</c>, at most this long. Null where nothing is said.</summary>
    public int? MaxNameLength { get; init; }

    /// <summary>[O1]; <c>default</c> by field reports [O3]; the name [O2].</summary>
    public static StrictSubset OpenAI { get; } = new("OpenAI")
    {
        NeedsObjectAtRoot = true,
        NeedsClosedObjects = true,
        NeedsAllRequired = true,
        MaxProperties = 5_000,
        MaxObjectLevels = 10,
        MaxNameCharacters = 120_000,
        MaxEnumValues = 1_000,
        MaxLargeEnumCharacters = 15_000,
        MaxNameLength = 64,
        Unsupported = ImmutableHashSet.Create(
            "allOf", "oneOf", "not", "dependentRequired", "dependentSchemas", "if", "then", "else", "default", "minLength", "maxLength",
            "patternProperties", "unevaluatedProperties", "propertyNames", "minProperties", "maxProperties",
            "unevaluatedItems", "contains", "minContains", "maxContains", "uniqueItems"),
        Formats = ImmutableHashSet.Create("date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid"),
    };

    /// <summary>[O1], section on fine-tuned models.</summary>
    public static StrictSubset OpenAIFineTuned { get; } = OpenAI with
    {
        Unsupported = OpenAI.Unsupported.Union(["pattern", "format", "minimum", "maximum", "multipleOf", "minItems", "maxItems"]),
    };

    /// <summary>[A1]: the first published limits, and a longer list of keywords.</summary>
    public static StrictSubset AzureOpenAI { get; } = OpenAI with
    {
        Service = "Azure OpenAI",
        MaxProperties = 100,
        MaxObjectLevels = 5,
        Unsupported = OpenAIFineTuned.Unsupported,
    };

    /// <summary>[N1].</summary>
    public static StrictSubset Anthropic { get; } = new("Anthropic")
    {
        NeedsClosedObjects = true,
        RefusesRecursion = true,
        RefusesReferencesInAllOf = true,
        NeedsPlainEnums = true,
        MaxOptionalProperties = 24,
        MaxUnions = 16,
        MaxMinItems = 1,
        Unsupported = ImmutableHashSet.Create("minimum", "maximum", "multipleOf", "minLength", "maxLength", "maxItems", "uniqueItems"),
    };

    /// <summary>[G1]: unknown keywords are dropped without a word.</summary>
    public static StrictSubset Gemini { get; } = new("Gemini")
    {
        OnUnsupported = UnsupportedKeywords.Dropped,
        Unsupported = ImmutableHashSet.Create("minLength", "maxLength", "oneOf", "allOf"),
    };

    /// <summary>The subset of a provider of the catalogue; null where none is known.</summary>
    public static StrictSubset? Of(string? provider) => provider switch
    {
        "openai" => OpenAI,
        "azure" => AzureOpenAI,
        "anthropic" => Anthropic,
        "google" => Gemini,
        _ => null,
    };
}
