using LlmAnalyzers.Calls;
using LlmAnalyzers.Schemas;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.OutputFormat;

/// <summary>LLM1004: a schema is sent without the switch that makes the service keep it.</summary>
internal sealed class SchemaNotStrict : SchemaRule
{
    public const string Id = "LLM1004";

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "OutputFormat",
        DiagnosticSeverity.Warning,
        "Schema is not strict",
        "{0} is sent without '{1}', so the service may depart from it; {2} '{1}: true'",
        "A schema that is not strict is a hint: the service tries to follow it, and now and then leaves out a member, adds one, or changes a type. With strict it cannot. Where the departure is wanted, say so with 'false'.");

    public override void Check(SchemaUse use, SchemaContext context)
    {
        if (use is not { Strict: StrictSwitch.NotSet, HasSchema: true, StrictParameter: { } parameter } || context.ModelOf(use)?.HasJsonSchema == false)
        {
            return;
        }

        var isTool = use.Purpose == SchemaPurpose.FunctionTool;
        if (isTool && use.Content?.Root is null)
        {
            // Tools that are described elsewhere, by other servers or plugins, keep no strict rules.
            return;
        }

        var what = isTool ? "Schema of the function's arguments" : use.SchemaName?.Value is string name ? "Schema '" + name + "'" : "Schema";
        var place = use.StrictArgument ?? use.Name;
        context.Report(Descriptor, use, place, use.Name, isTool ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning, what, parameter, WayOut(use));
    }

    /// <summary>A schema that breaks the strict rules would be refused as it is.</summary>
    private static string WayOut(SchemaUse use) =>
        use.Content?.Root is { } root && StrictSubset.Of(use.Provider) is { } subset && !StrictRules.Check(root, subset).IsEmpty
            ? "close its objects, require every property, and set"
            : "set";
}
