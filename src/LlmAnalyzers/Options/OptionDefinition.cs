namespace LlmAnalyzers.Options;

/// <summary>What kind of value an option takes.</summary>
internal enum OptionKind
{
    Number,
    Integer,
    Boolean,
    List,
    Map,
}

/// <summary>
/// One <c>.editorconfig</c> option: what it is called, what it may be, what it is when nobody sets it. Declared once, in
/// <see cref="AllOptions"/>; reading, documentation and the report of bad values are fed from there.
/// </summary>
/// <param name="Name">Last part of the key, lower case: <c>maximum_temperature</c>.</param>
/// <param name="RuleId">The one rule that has the option; null when it belongs to the package as a whole.</param>
/// <param name="Description">One sentence.</param>
internal abstract record OptionDefinition(string Name, string? RuleId, string Description)
{
    private const string Prefix = "dotnet_code_quality.";

    public abstract OptionKind Kind { get; }

    /// <summary>The default as it would be written in a file.</summary>
    public abstract string DefaultText { get; }

    /// <summary>Read once for the compilation (<c>.globalconfig</c>), not for each file.</summary>
    public bool IsPerCompilation { get; init; }

    /// <summary>What is allowed, to follow "allowed is": <c>a number from 0 to 2</c>.</summary>
    public abstract string Allowed { get; }

    /// <summary>Whether the text is a value of the option.</summary>
    public abstract bool Accepts(string text);

    /// <summary>The key that holds for all rules: <c>dotnet_code_quality.maximum_temperature</c>.</summary>
    public string GeneralKey => Prefix + Name;

    /// <summary>The key that holds for one rule and wins: <c>dotnet_code_quality.LLM2001.maximum_temperature</c>.</summary>
    public string KeyFor(string ruleId) => Prefix + ruleId + "." + Name;
}

/// <summary>An option whose value is a <typeparamref name="T"/>.</summary>
internal abstract record OptionDefinition<T>(string Name, string? RuleId, string Description, T Default)
    : OptionDefinition(Name, RuleId, Description)
{
    /// <summary>Numbers are read the same in every culture. False when the text is not allowed.</summary>
    public abstract bool TryParse(string text, out T value);

    public sealed override bool Accepts(string text) => TryParse(text, out _);
}
