using System.Collections.Immutable;
using LlmAnalyzers.Calls;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.Security;

/// <summary>LLM8001: whoever can read the code or the assembly can use the key. The report must not repeat it.</summary>
internal sealed class ApiKeyInSource : KeyRule
{
    public const string Id = "LLM8001";

    /// <summary>Property of the diagnostic with the environment variable that a fix reads instead.</summary>
    public const string Variable = "Variable";

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "Security",
        DiagnosticSeverity.Warning,
        "API key in source",
        "{0} stands in the source: everybody who can read the code, its history or the assembly can use it at your expense; revoke it, make a new one, and read that from '{1}' or a secret store",
        "A key in a string literal is compiled into the assembly and stays in the history of the repository. Removing the line does not take it back: the key has to be revoked and replaced by one that is read at run time.");

    public override void Check(ApiKeyUse key, RuleContext context) => context.Report(
        Descriptor,
        key.Location,
        ImmutableDictionary<string, string?>.Empty.Add(Variable, key.Variable),
        key.Provider is null ? "An API key" : "An API key of " + key.Provider,
        key.Variable);
}
