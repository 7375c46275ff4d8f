using System;
using System.Collections.Generic;
using LlmAnalyzers.FineTuning;
using LlmAnalyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAnalyzers.Rules;

/// <summary>One thing a rule found in a training file, with the arguments of its message.</summary>
internal sealed record TrainingFinding(LinePlace Place, params object[] Arguments);

/// <summary>The file that measures what is learned from another.</summary>
/// <param name="Name">For messages.</param>
/// <param name="File">What it holds.</param>
/// <param name="IsSame">It is the training file itself.</param>
internal sealed record ValidationFile(string Name, TrainingFile File, bool IsSame);

/// <summary>What a rule may ask about a training file, and where it reports.</summary>
internal sealed class TrainingFileContext
{
    /// <summary>Nobody reads the hundredth report about one file; the last one says how many more there are.</summary>
    public const int MaximumReports = 20;

    private readonly string _path;
    private readonly AnalyzerConfigOptions _options;
    private readonly Action<Diagnostic> _report;

    public TrainingFileContext(string path, AnalyzerConfigOptions options, Action<Diagnostic> report)
    {
        _path = path;
        _options = options;
        _report = report;
    }

    public required TrainingTarget Target { get; init; }

    /// <summary>Null: none is named, or it is not part of the project.</summary>
    public ValidationFile? Validation { get; init; }

    /// <summary>Whether the file begins with a byte-order mark; null when the host does not tell.</summary>
    public bool? HasByteOrderMark { get; init; }

    public T Option<T>(OptionDefinition<T> option, string ruleId) => OptionReader.Read(_options, option, ruleId);

    public void Report(DiagnosticDescriptor descriptor, DiagnosticSeverity severity, LinePlace place, params object[] arguments) =>
        Report(descriptor, severity, [new(place, arguments)], 1);

    /// <param name="descriptor">The rule.</param>
    /// <param name="severity">The claim; what a team configures replaces it.</param>
    /// <param name="findings">In the order of the file.</param>
    /// <param name="total">How many there are, if not all of them were kept.</param>
    public void Report(DiagnosticDescriptor descriptor, DiagnosticSeverity severity, IReadOnlyList<TrainingFinding> findings, int total)
    {
        var shown = Math.Min(findings.Count, MaximumReports);
        for (var i = 0; i < shown; i++)
        {
            var left = i == shown - 1 ? Math.Max(total, findings.Count) - shown : 0;
            var rest = left == 0 ? "" : left == 1 ? " (and one more in this file)" : " (and " + Numbers.Of(left) + " more in this file)";
            _report(Diagnostic.Create(
                descriptor, findings[i].Place.In(_path), severity, additionalLocations: null, properties: null, [.. findings[i].Arguments, rest]));
        }
    }
}

/// <summary>Numbers as messages show them, in every culture.</summary>
internal static class Numbers
{
    public static string Of(long number) => number.ToString("#,##0", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Dollars; cents only where they matter.</summary>
    public static string Dollars(decimal dollars) =>
        "$" + Math.Round(dollars, dollars is > -100 and < 100 ? 2 : 0, MidpointRounding.AwayFromZero).ToString(dollars is > -100 and < 100 ? "#,##0.00" : "#,##0", System.Globalization.CultureInfo.InvariantCulture);
}
