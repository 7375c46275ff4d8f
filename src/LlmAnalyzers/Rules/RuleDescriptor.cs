using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules;

/// <summary>Makes the descriptors of all rules alike: category, help link, and where it is written.</summary>
internal static class RuleDescriptor
{
    /// <summary>Public address of the repository, from the build's one property; pages of rules lie below it.</summary>
    public static string RepositoryUrl { get; } =
        typeof(RuleDescriptor).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(a => a.Key == "RepositoryUrl")?.Value?.TrimEnd('/') ?? "";

    /// <summary>The page that explains a rule.</summary>
    public static string HelpLink(string id) => RepositoryUrl + "/blob/main/docs/rules/" + id + ".md";

    /// <param name="id">Never changes its meaning.</param>
    /// <param name="band">Last part of the category; a configuration key for ever.</param>
    /// <param name="severity">A claim about how often a report is right, see docs/architecture.md.</param>
    /// <param name="title">The rule.</param>
    /// <param name="message">This case, with names from the code.</param>
    /// <param name="description">What happens at run time.</param>
    /// <param name="isEnabledByDefault">False for policies that only some teams want.</param>
    /// <param name="customTags">What hosts have to know about it.</param>
    public static DiagnosticDescriptor Create(
        string id,
        string band,
        DiagnosticSeverity severity,
        string title,
        string message,
        string description,
        bool isEnabledByDefault = true,
        ImmutableArray<string> customTags = default) =>
        // RS2008 and its kin read the literal ids off the rules; here they are parameters.
        new(id, title, message, "LlmAnalyzers." + band, severity, isEnabledByDefault, description, HelpLink(id), customTags.IsDefault ? [] : [.. customTags]);
}
