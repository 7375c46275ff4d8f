using System.Composition;
using System.Linq;
using System.Threading;
using LlmAnalyzers.Calls;
using LlmAnalyzers.CodeFixes.Editing;
using LlmAnalyzers.Rules;
using LlmAnalyzers.Rules.OutputFormat;
using LlmAnalyzers.Schemas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace LlmAnalyzers.CodeFixes;

/// <summary>
/// LLM1005: closes the objects of a schema, requires all properties, and lets what was optional be null, all in the literal the
/// schema is written in.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CloseSchema))]
[Shared]
internal sealed class CloseSchema : SchemaCodeFixProvider
{
    protected override string Title => "Close the schema's objects and require every property";

    protected override SchemaRule Rule { get; } = new SchemaBreaksStrictRules();

    protected override bool AddEdit(SourceEdit edit, Diagnostic diagnostic, SchemaUse use, SyntaxNode expression, CancellationToken cancellationToken)
    {
        if (use is not { Content: { Root: { } root, Text: { } text } } || StrictSubset.Of(use.Provider) is not { } subset)
        {
            return false;
        }

        // Offered where it mends what is reported, not at every fault of the schema.
        var violations = StrictRules.Check(root, subset);
        return violations.Any(v => v.Rule is StrictRule.OpenObject or StrictRule.NotRequired && (v.Location == diagnostic.Location || diagnostic.AdditionalLocations.Contains(v.Location)))
            && !violations.Any(v => v.Rule == StrictRule.DuplicateName)
            && StrictRewrite.Changes(root, text.Text, subset) is { Count: > 0 } changes
            && LiteralText.Change(edit, text, changes);
    }
}
