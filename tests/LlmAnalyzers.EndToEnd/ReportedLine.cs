using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace LlmAnalyzers.EndToEnd;

/// <summary>A diagnostic of ours in the output of a build.</summary>
internal sealed partial record ReportedLine(string Id, string Severity, string File, int Line)
{
    /// <summary>Those in what a build printed, in the order of the source; a line printed twice (as it happens, then in the summary) counts once.</summary>
    public static IReadOnlyList<ReportedLine> In(string output) =>
        Pattern().Matches(output)
            .Select(match => match.Value)
            .Distinct()
            .Select(text => Pattern().Match(text))
            .Select(m => new ReportedLine(
                m.Groups["id"].Value,
                m.Groups["severity"].Value,
                Path.GetFileName(m.Groups["file"].Value.Trim()),
                int.Parse(m.Groups["line"].Value, CultureInfo.InvariantCulture)))
            .OrderBy(r => r.File, System.StringComparer.Ordinal)
            .ThenBy(r => r.Line)
            .ToList();

    [GeneratedRegex(@"^(?<file>[^(\r\n]+)\((?<line>\d+),\d+\): (?<severity>warning|error) (?<id>LLM\d{4}): .*$", RegexOptions.Multiline)]
    private static partial Regex Pattern();
}
