using LlmAnalyzers.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LlmAnalyzers.Rules.Configuration;

/// <summary>LLM0002: part of a data file that the team gives to the analyzers cannot be used.</summary>
internal static class InvalidDataFile
{
    public const string Id = "LLM0002";

    public static DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "Configuration",
        DiagnosticSeverity.Warning,
        "Invalid data file",
        "{0}, line {1}: {2}; the rest of the file is used",
        "A file with data for the analyzers, such as a catalogue of models, has a line that cannot be read as what it should be. The line is skipped; the rest of the file is used.");

    /// <summary>A line of a catalogue.</summary>
    public static Diagnostic Of(CatalogueProblem problem, string path, SourceText text)
    {
        var span = TextSpan.FromBounds(System.Math.Min(problem.Span.Start, text.Length), System.Math.Min(problem.Span.End, text.Length));
        var location = Location.Create(path, span, text.Lines.GetLinePositionSpan(span));
        return Diagnostic.Create(Descriptor, location, System.IO.Path.GetFileName(path), problem.Line, problem.Message);
    }
}
