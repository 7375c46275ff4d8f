using System;
using System.Collections.Immutable;
using System.Globalization;

namespace LlmAnalyzers.Options;

/// <summary>A number in a range, both ends included.</summary>
internal sealed record NumberOption(string Name, string? RuleId, double Minimum, double Maximum, double Default, string Description)
    : OptionDefinition<double>(Name, RuleId, Description, Default)
{
    public override OptionKind Kind => OptionKind.Number;

    public override string DefaultText => Default.ToString(CultureInfo.InvariantCulture);

    public override string Allowed => FormattableString.Invariant($"a number from {Minimum} to {Maximum}");

    public override bool TryParse(string text, out double value)
    {
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(text.Trim(), style, CultureInfo.InvariantCulture, out value) && value >= Minimum && value <= Maximum;
    }
}

/// <summary>A whole number in a range, both ends included.</summary>
internal sealed record IntegerOption(string Name, string? RuleId, int Minimum, int Maximum, int Default, string Description)
    : OptionDefinition<int>(Name, RuleId, Description, Default)
{
    public override OptionKind Kind => OptionKind.Integer;

    public override string DefaultText => Default.ToString(CultureInfo.InvariantCulture);

    public override string Allowed => FormattableString.Invariant($"a whole number from {Minimum} to {Maximum}");

    public override bool TryParse(string text, out int value) =>
        int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && value >= Minimum && value <= Maximum;
}

/// <summary><c>true</c> or <c>false</c>.</summary>
internal sealed record BooleanOption(string Name, string? RuleId, bool Default, string Description)
    : OptionDefinition<bool>(Name, RuleId, Description, Default)
{
    public override OptionKind Kind => OptionKind.Boolean;

    public override string DefaultText => Default ? "true" : "false";

    public override string Allowed => "true or false";

    public override bool TryParse(string text, out bool value) => bool.TryParse(text.Trim(), out value);
}

/// <summary>
/// Words separated by <c>|</c> (<c>;</c> and <c>#</c> start a comment in these files). Replaces the default as a whole;
/// an empty value is an empty list.
/// </summary>
internal sealed record ListOption(string Name, string? RuleId, ImmutableArray<string> Default, string Description)
    : OptionDefinition<ImmutableArray<string>>(Name, RuleId, Description, Default)
{
    private const int MaximumItems = 500;

    /// <summary>The default as it is written: words separated by <c>|</c>.</summary>
    public ListOption(string name, string? ruleId, string defaultText, string description)
        : this(name, ruleId, Split(defaultText), description)
    {
    }

    public override OptionKind Kind => OptionKind.List;

    public override string DefaultText => string.Join("|", Default);

    public override string Allowed => FormattableString.Invariant($"a list of at most {MaximumItems} entries separated by |, without commas");

    public override bool TryParse(string text, out ImmutableArray<string> value)
    {
        value = Split(text);

        // A comma is not part of any word in our lists, but what people write between them.
        return value.Length <= MaximumItems && text.IndexOf(',') < 0;
    }

    private static ImmutableArray<string> Split(string text)
    {
        var items = ImmutableArray.CreateBuilder<string>();
        foreach (var part in text.Split('|'))
        {
            if (part.Trim() is { Length: > 0 } item)
            {
                items.Add(item);
            }
        }

        return items.ToImmutable();
    }
}

/// <summary>
/// Names with what they stand for, <c>name:value</c>, separated by <c>|</c>. The first colon separates: values may have more.
/// </summary>
internal sealed record MapOption(string Name, string? RuleId, string Description)
    : OptionDefinition<ImmutableDictionary<string, string>>(Name, RuleId, Description, Empty)
{
    private const int MaximumItems = 500;

    private static readonly ImmutableDictionary<string, string> Empty = ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);

    public override OptionKind Kind => OptionKind.Map;

    public override string DefaultText => "";

    public override string Allowed => FormattableString.Invariant($"a list of at most {MaximumItems} entries of the form name:model separated by |, each name once");

    public override bool TryParse(string text, out ImmutableDictionary<string, string> value)
    {
        value = Empty;
        foreach (var part in text.Split('|'))
        {
            var item = part.Trim();
            if (item.Length == 0)
            {
                continue;
            }

            var colon = item.IndexOf(':');
            var (name, target) = colon > 0 ? (item.Substring(0, colon).Trim(), item.Substring(colon + 1).Trim()) : ("", "");
            if (name.Length == 0 || target.Length == 0 || target.IndexOf(',') >= 0 || value.ContainsKey(name) || value.Count == MaximumItems)
            {
                value = Empty;
                return false;
            }

            value = value.Add(name, target);
        }

        return true;
    }
}
