using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes.Editing;
using LlmAnalyzers.CodeFixes.Editing.FixAll;
using LlmAnalyzers.Rules.Security;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace LlmAnalyzers.CodeFixes;

/// <summary>LLM8001: puts an environment variable in the place of the key, and a clear error where it is not set.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReadKeyFromEnvironment))]
[Shared]
internal sealed class ReadKeyFromEnvironment : LlmCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(ApiKeyInSource.Id);

    protected override string Title => "Read the key from the environment";

    public override async Task<bool> AddEditAsync(SourceEdit edit, Diagnostic diagnostic, string equivalenceKey, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(ApiKeyInSource.Variable, out var variable) || variable is null
            || !edit.Root.FullSpan.Contains(diagnostic.Location.SourceSpan)
            || edit.Root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax key
            || edit.Model.GetConstantValue(key, cancellationToken) is not { HasValue: true, Value: string text }
            || text.IndexOf(' ') >= 0)
        {
            // A header with the key in it is more than the key.
            return false;
        }

        return await FreeConstantAsync(edit, key, cancellationToken).ConfigureAwait(false)
            && Replacement(edit, key, variable) is { } code
            && Values.Replace(edit, key, code)
            && await CompilesAsync(edit, cancellationToken).ConfigureAwait(false);
    }

    private static string? Replacement(SourceEdit edit, ExpressionSyntax key, string variable)
    {
        var read = Spelling.Write(edit, key.SpanStart, "{System.Environment}.GetEnvironmentVariable(\"" + variable + "\")");
        var otherwise = Spelling.Write(edit, key.SpanStart, "?? throw new {System.InvalidOperationException}(\"The environment variable " + variable + " is not set.\")");
        if (read is null || otherwise is null)
        {
            return null;
        }

        var length = edit.LineLengthAt(key.SpanStart) - key.Span.Length + read.Length + 1 + otherwise.Length;
        return length <= SourceStyle.MaxLineLength ? read + " " + otherwise : read + "\n" + edit.Style.IndentUnit + otherwise;
    }

    /// <summary>What is read at run time is no constant: a constant local becomes a variable, a constant field static and read-only.</summary>
    private static async Task<bool> FreeConstantAsync(SourceEdit edit, ExpressionSyntax key, CancellationToken cancellationToken)
    {
        if (key.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables: var variables } declaration } declarator })
        {
            return true;
        }

        var modifiers = declaration.Parent switch
        {
            LocalDeclarationStatementSyntax local => local.Modifiers,
            FieldDeclarationSyntax held => held.Modifiers,
            _ => default,
        };
        var constant = modifiers.FirstOrDefault(m => m.IsKind(SyntaxKind.ConstKeyword));
        if (!constant.IsKind(SyntaxKind.ConstKeyword))
        {
            return true;
        }

        if (variables.Count != 1)
        {
            return false;
        }

        if (declaration.Parent is LocalDeclarationStatementSyntax)
        {
            return edit.Remove(constant.FullSpan.Start == constant.SpanStart ? constant.FullSpan : new(constant.SpanStart, constant.FullSpan.End - constant.SpanStart));
        }

        return edit.Model.GetDeclaredSymbol(declarator, cancellationToken) is { } field
            && await IsReplaceableAsync(edit.Document, field, cancellationToken).ConfigureAwait(false)
            && edit.Replace(constant.Span, "static readonly");
    }

    /// <summary>No other file needs the field to be a constant; this one is compiled anyway.</summary>
    private static async Task<bool> IsReplaceableAsync(Document document, ISymbol field, CancellationToken cancellationToken)
    {
        if (field.DeclaredAccessibility == Accessibility.Private)
        {
            return true;
        }

        foreach (var reference in await SymbolFinder.FindReferencesAsync(field, document.Project.Solution, cancellationToken).ConfigureAwait(false))
        {
            foreach (var location in reference.Locations.Where(l => l.Document.Id != document.Id))
            {
                var root = await location.Document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
                if (root is null || NeedsConstant(root.FindNode(location.Location.SourceSpan, getInnermostNodeForTie: true)))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool NeedsConstant(SyntaxNode mention) => mention.AncestorsAndSelf().Any(node => node switch
    {
        AttributeSyntax or CaseSwitchLabelSyntax or PatternSyntax or EnumMemberDeclarationSyntax or GotoStatementSyntax => true,
        EqualsValueClauseSyntax { Parent: ParameterSyntax } => true,
        FieldDeclarationSyntax field => field.Modifiers.Any(SyntaxKind.ConstKeyword),
        LocalDeclarationStatementSyntax local => local.IsConst,
        _ => false,
    });

    private static async Task<bool> CompilesAsync(SourceEdit edit, CancellationToken cancellationToken)
    {
        var document = await edit.ApplyAsync(cancellationToken).ConfigureAwait(false);
        return await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
            && CountErrors(model, cancellationToken) <= CountErrors(edit.Model, cancellationToken);
    }
}
