using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.Text;

namespace LlmAnalyzers.Models;

/// <summary>
/// The cells of one catalogue row by column name. A column that is missing reads like an empty cell: null. The first cell
/// that does not fit its column becomes <see cref="Problem"/>, which spoils the row.
/// </summary>
internal sealed class CatalogueRow
{
    private readonly IReadOnlyDictionary<string, int> _columns;
    private readonly CsvRow _row;

    public CatalogueRow(IReadOnlyDictionary<string, int> columns, CsvRow row)
    {
        _columns = columns;
        _row = row;
        ProblemSpan = row.Span;
    }

    public string? Problem { get; private set; }

    /// <summary>The cell with the problem; the row where it is no single cell's.</summary>
    public TextSpan ProblemSpan { get; private set; }

    /// <summary>The cell, or null when it is empty.</summary>
    public string? Text(string column) =>
        _columns.TryGetValue(column, out var index) && index < _row.Cells.Length && _row.Cells[index].Length > 0 ? _row.Cells[index] : null;

    /// <summary>Says what is wrong with a cell; the first that is wrong spoils the row.</summary>
    public void Spoil(string column, string problem)
    {
        if (Problem is null)
        {
            Problem = problem;
            ProblemSpan = _columns.TryGetValue(column, out var index) && index < _row.Spans.Length ? _row.Spans[index] : _row.Span;
        }
    }

    public ImmutableArray<string> List(string column)
    {
        if (Text(column) is not { } text)
        {
            return ImmutableArray<string>.Empty;
        }

        var items = ImmutableArray.CreateBuilder<string>();
        foreach (var item in text.Split('|'))
        {
            if (item.Trim() is { Length: > 0 } trimmed)
            {
                items.Add(trimmed);
            }
        }

        return items.ToImmutable();
    }

    public bool? YesOrNo(string column) => OneOf(column, ("yes", true), ("no", false));

    /// <summary>The value whose name stands in the cell.</summary>
    public T? OneOf<T>(string column, params (string Name, T Value)[] values)
        where T : struct
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        foreach (var (name, value) in values)
        {
            if (name.Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return Bad<T>(column, text, "one of " + string.Join(", ", Array.ConvertAll(values, v => v.Name)));
    }

    public FineTuningMethods? FineTuning(string column)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        var methods = FineTuningMethods.None;
        if (text.Equals("no", StringComparison.OrdinalIgnoreCase))
        {
            return methods;
        }

        foreach (var name in text.Split('|'))
        {
            switch (name.Trim().ToLowerInvariant())
            {
                case "sft":
                    methods |= FineTuningMethods.Supervised;
                    break;
                case "dpo":
                    methods |= FineTuningMethods.DirectPreference;
                    break;
                case "rft":
                    methods |= FineTuningMethods.Reinforcement;
                    break;
                default:
                    return Bad<FineTuningMethods>(column, text, "no, or sft, dpo, rft joined by |");
            }
        }

        return methods;
    }

    /// <summary>A day as <c>2026-11-21</c>.</summary>
    public DateTime? Date(string column)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        return DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : Bad<DateTime>(column, text, "a date such as 2026-11-21");
    }

    /// <summary>A count of tokens, 1 or more.</summary>
    public int? Count(string column)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? count
            : Bad<int>(column, text, "a whole number above 0");
    }

    /// <summary>US dollars, 0 or more.</summary>
    public decimal? Price(string column)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price)
            ? price
            : Bad<decimal>(column, text, "a price in dollars such as 0.15");
    }

    /// <summary>A value of temperature or top_p, 0 to 100.</summary>
    public double? SamplingValue(string column)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= 100
            ? value
            : Bad<double>(column, text, "a number from 0 to 100");
    }

    /// <summary>A number from -1,000 to 1,000.</summary>
    public double? Number(string column)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        return double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value is >= -1000 and <= 1000
            ? value
            : Bad<double>(column, text, "a number from -1000 to 1000");
    }

    private T? Bad<T>(string column, string text, string allowed)
        where T : struct
    {
        Spoil(column, $"{column} is {CatalogueProblem.Quote(text)}; allowed is {allowed}");
        return null;
    }
}
