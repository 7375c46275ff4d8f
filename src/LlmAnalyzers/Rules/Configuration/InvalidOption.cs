using System.Collections.Immutable;
using LlmAnalyzers.Options;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.Configuration;

/// <summary>LLM0001: something was configured that has no effect. Without location: the compiler does not tell the file of a key.</summary>
internal static class InvalidOption
{
    public const string Id = "LLM0001";

    public static DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "Configuration",
        DiagnosticSeverity.Warning,
        "Invalid option",
        "The option '{0}' = '{1}' is not understood and has no effect: {2}",
        "A key or a value in an .editorconfig or .globalconfig is meant for the analyzers and is not understood. It is as if it were not written: the default holds.",
        customTags: ImmutableArray.Create(WellKnownDiagnosticTags.CompilationEnd));

    public static Diagnostic Of(OptionProblem problem) => Diagnostic.Create(
        Descriptor,
        Location.None,
        problem.Key,
        problem.Value,
        !problem.IsUnknown ? "allowed is " + problem.Allowed
            : problem.Proposal is { } proposal ? "there is no such key; did you mean '" + proposal + "'?"
            : "there is no such key; the options are listed in docs/configuration.md");
}
