using System;

namespace LlmAnalyzers.Models;

/// <summary>
/// The reasoning effort a request asks for: not set (the model's default applies), a known value such as <c>none</c> or
/// <c>high</c>, or unknown. A null string converts to not set.
/// </summary>
internal readonly record struct ReasoningEffort
{
    private ReasoningEffort(string? value, bool isUnknown)
    {
        Value = value;
        IsUnknown = isUnknown;
    }

    /// <summary>The source shows that the request sets no effort.</summary>
    public static ReasoningEffort NotSet => default;

    /// <summary>The effort comes from somewhere that cannot be read.</summary>
    public static ReasoningEffort Unknown { get; } = new(null, isUnknown: true);

    /// <summary>The value as the source spells it; null when not set or unknown.</summary>
    public string? Value { get; }

    public bool IsUnknown { get; }

    public bool IsNotSet => Value is null && !IsUnknown;

    /// <summary>The request switches reasoning off.</summary>
    public bool IsNone => string.Equals(Value, "none", StringComparison.OrdinalIgnoreCase);

    public static implicit operator ReasoningEffort(string? value) => Of(value);

    public static ReasoningEffort Of(string? value) => new(value?.Trim(), isUnknown: false);
}
