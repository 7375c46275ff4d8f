using System.Collections.Immutable;
using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Schemas;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.OutputFormat;

/// <summary>LLM1005: a schema that is written out breaks the rules of the service that is to keep it.</summary>
internal sealed class SchemaBreaksStrictRules : SchemaRule
{
    public const string Id = "LLM1005";

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "OutputFormat",
        DiagnosticSeverity.Warning,
        "Schema breaks the strict rules",
        "{0}: {1}{2}",
        "Services keep a strict schema only when it stays within a part of JSON Schema: closed objects, every property required, no keyword they do not know, limits of size. One fault, and every request with it is refused.");

    /// <summary>The faults for which a service refuses the schema; none where the schema or its rules are not known.</summary>
    public static ImmutableArray<SchemaViolation> Violations(SchemaUse use, bool isFineTuned) =>
        use is { Strict: StrictSwitch.On, Content.Root: { } root } && StrictSubset.Of(use.Provider) is { } subset
            ? StrictRules.Check(root, isFineTuned && subset == StrictSubset.OpenAI ? StrictSubset.OpenAIFineTuned : subset)
            : ImmutableArray<SchemaViolation>.Empty;

    public override void Check(SchemaUse use, SchemaContext context)
    {
        var bringsIn = use.SchemaArgument ?? use.Name;
        if (use.Content is { Error: { } error, Text: { } text })
        {
            var place = text.LocationOf(error.Span) ?? bringsIn;
            context.Report(Descriptor, use, place, bringsIn, DiagnosticSeverity.Warning, "Schema is not JSON", error.Reason, "");
            return;
        }

        if (use is not { Strict: StrictSwitch.On } || StrictSubset.Of(use.Provider) is not { } subset)
        {
            return;
        }

        if (use.SchemaName is { Value: string name } given && StrictRules.NameFault(name, subset) is { } fault)
        {
            context.Report(Descriptor, use, given.Location, given.ReportLocation, DiagnosticSeverity.Warning, "Name '" + name + "' is refused", fault, "");
        }

        var violations = Violations(use, context.ModelOf(use)?.IsFineTuned == true);
        foreach (var violation in violations)
        {
            Report(use, context, bringsIn, violation, DiagnosticSeverity.Warning, "; " + subset.Service + " refuses the request");
        }

        // Sent to Azure, which documents less than its models take: worth knowing, not sure to fail.
        if (context.CallOf(use)?.Provider == "azure" && subset == StrictSubset.OpenAI && use.Content?.Root is { } root)
        {
            foreach (var violation in StrictRules.Check(root, StrictSubset.AzureOpenAI).Where(v => !violations.Any(o => o.Location == v.Location && o.Rule == v.Rule)))
            {
                Report(use, context, bringsIn, violation, DiagnosticSeverity.Info, " by the documentation of Azure OpenAI");
            }
        }
    }

    private void Report(SchemaUse use, SchemaContext context, Location bringsIn, SchemaViolation violation, DiagnosticSeverity severity, string consequence)
    {
        var place = violation.Location == Location.None ? bringsIn : violation.Location;
        context.Report(Descriptor, use, place, bringsIn, severity, "Schema at " + violation.Path, violation.Sentence, consequence);
    }
}
