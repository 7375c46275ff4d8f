using System.Composition;
using System.Threading;
using LlmAnalyzers.Calls;
using LlmAnalyzers.CodeFixes.Editing;
using LlmAnalyzers.Rules;
using LlmAnalyzers.Rules.OutputFormat;
using LlmAnalyzers.Schemas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAnalyzers.CodeFixes;

/// <summary>LLM1004: sets the switch that makes the service keep a schema, where the service would take it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SetStrict))]
[Shared]
internal sealed class SetStrict : SchemaCodeFixProvider
{
    protected override string Title => "Make the service keep the schema";

    protected override SchemaRule Rule { get; } = new SchemaNotStrict();

    protected override bool AddEdit(SourceEdit edit, Diagnostic diagnostic, SchemaUse use, SyntaxNode expression, CancellationToken cancellationToken)
    {
        if (use is not { Content.Root: { } root, StrictParameter: { } parameter } || StrictSubset.Of(use.Provider) is not { } subset
            || (use.SchemaName?.Value is string name && StrictRules.NameFault(name, subset) is not null)
            || !StrictRules.Check(root, subset).IsEmpty || !root.IsFullyKnown)
        {
            return false;
        }

        if (use.StrictArgument is { } given)
        {
            return given.SourceTree == edit.Root.SyntaxTree
                && edit.Root.FindNode(given.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax value
                && Values.Replace(edit, value, "true");
        }

        return expression is ExpressionSyntax call
            && edit.Model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol method
            && Arguments.Add(edit, call, method, (parameter, "true"));
    }
}
