using System;
using System.Linq;

namespace LlmAnalyzers.Tests.Rules.OutputFormat;

/// <summary>One JSON text, written as a C# literal in each form there is. What stands in «…» is marked.</summary>
internal static class SchemaLiteral
{
    public static string[] Forms { get; } = ["regular", "verbatim", "raw", "raw line", "long raw", "utf8", "raw utf8", "joined"];

    /// <summary>An expression of <c>BinaryData</c>.</summary>
    public static string Data(string json, string form) => form.EndsWith("utf8", StringComparison.Ordinal)
        ? "BinaryData.FromBytes(" + Write(json, form) + ".ToArray())"
        : "BinaryData.FromString(" + Write(json, form) + ")";

    public static string Write(string json, string form)
    {
        var line = string.Join(' ', json.Split('\n').Select(l => l.Trim()));
        return Mark(form switch
        {
            "regular" => Regular(json),
            "verbatim" => "@\"" + json.Replace("\"", "\"\"") + "\"",
            "raw" => Raw(json, "\"\"\""),
            "raw line" => "\"\"\"" + line + "\"\"\"",
            "long raw" => Raw(json, "\"\"\"\"\""),
            "utf8" => Regular(line) + "u8",
            "raw utf8" => Raw(json, "\"\"\"") + "u8",
            "joined" => string.Join(" +\n    ", json.Split('\n').Select(Regular)),
            _ => throw new ArgumentOutOfRangeException(nameof(form)),
        });
    }

    /// <summary>The marks of a test.</summary>
    public static string Mark(string text) => text.Replace("«", "[|").Replace("»", "|]");

    private static string Regular(string json) => "\"" + json.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n") + "\"";

    private static string Raw(string json, string quotes) => quotes + "\n    " + json.Replace("\n", "\n    ") + "\n    " + quotes;
}
