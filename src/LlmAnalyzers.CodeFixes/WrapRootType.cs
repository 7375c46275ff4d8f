using System.Collections.Generic;
using System.Composition;
using System.Linq;
using System.Threading;
using LlmAnalyzers.Calls;
using LlmAnalyzers.CodeFixes.Editing;
using LlmAnalyzers.Reading;
using LlmAnalyzers.Rules;
using LlmAnalyzers.Rules.OutputFormat;
using LlmAnalyzers.Schemas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAnalyzers.CodeFixes;

/// <summary>
/// LLM1006: a list at the root of a schema becomes the one member of a record, which the request names and the reply is read
/// into. Only where all that reads the reply stands in the same type.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WrapRootType))]
[Shared]
internal sealed class WrapRootType : SchemaCodeFixProvider
{
    private const string Member = "Items";

    protected override string Title => "Put the list into a record";

    protected override SchemaRule Rule { get; } = new TypeWithoutStrictSchema();

    protected override bool AddEdit(SourceEdit edit, Diagnostic diagnostic, SchemaUse use, SyntaxNode expression, CancellationToken cancellationToken)
    {
        if (use is not { TakesAnyRoot: false, Type: { } type, TypeLocation: { } place }
            || CollectionTypes.ElementType(type) is not { } element
            || !SchemaFromType.Create(type, SerializationConventions.Default, cancellationToken).WrapperWouldHelp
            || edit.Root.FindNode(place.SourceSpan, getInnermostNodeForTie: true) is not TypeSyntax named
            || ParsesOf(edit, use, cancellationToken) is not { Count: > 0 } parses
            || HomeOf(named) is not { } home || parses.Any(p => HomeOf(p) != home)
            || !HasRecords(edit)
            || NameFor(edit, element, named.SpanStart) is not { } name)
        {
            return false;
        }

        return edit.Replace(named.Span, name)
            && parses.All(p => edit.Replace(TypeArgumentOf(p)!.Span, name) && Reach(edit, p))
            && Declare(edit, home, name, named.ToString());
    }

    /// <summary>Every place that reads the reply of a call with this schema; null where something else is done with one.</summary>
    private static List<InvocationExpressionSyntax>? ParsesOf(SourceEdit edit, SchemaUse use, CancellationToken cancellationToken)
    {
        var found = new List<InvocationExpressionSyntax>();
        foreach (var (call, _) in CallSite.ReaderOf(edit.Model.Compilation)?.ReadAll(cancellationToken) ?? [])
        {
            if (!call[SettingKind.OutputContract].Values.Any(v => v.Location == use.Creation))
            {
                continue;
            }

            foreach (var read in call.ReplyUses)
            {
                if (read.Kind != ReplyUseKind.ParsedAsJson || !SymbolEqualityComparer.Default.Equals(read.Type, use.Type) || read.Location.SourceTree != edit.Root.SyntaxTree
                    || edit.Root.FindNode(read.Location.SourceSpan, getInnermostNodeForTie: true) is not InvocationExpressionSyntax parse
                    || TypeArgumentOf(parse) is null
                    || edit.Model.GetSymbolInfo(parse, cancellationToken).Symbol is not IMethodSymbol { Name: "Deserialize", ContainingType: { } serializer }
                    || !TypeNames.Is(serializer, "System.Text.Json", "JsonSerializer"))
                {
                    return null;
                }

                if (!found.Contains(parse))
                {
                    found.Add(parse);
                }
            }
        }

        return found;
    }

    private static TypeSyntax? TypeArgumentOf(InvocationExpressionSyntax parse) =>
        CallerLookup.NameOf(parse.Expression) is GenericNameSyntax { TypeArgumentList.Arguments: [var argument] } ? argument : null;

    /// <summary>The type a node stands in; the file for a program without one.</summary>
    private static SyntaxNode? HomeOf(SyntaxNode node) => node.FirstAncestorOrSelf<SyntaxNode>(n => n is TypeDeclarationSyntax or GlobalStatementSyntax) switch
    {
        TypeDeclarationSyntax { CloseBraceToken.IsMissing: false } type when !type.CloseBraceToken.IsKind(SyntaxKind.None) => type,
        GlobalStatementSyntax statement => statement.Parent,
        _ => null,
    };

    private static bool HasRecords(SourceEdit edit) =>
        edit.Style.LanguageVersion >= LanguageVersion.CSharp9
        && !edit.Model.Compilation.GetTypesByMetadataName("System.Runtime.CompilerServices.IsExternalInit").IsEmpty;

    private static string? NameFor(SourceEdit edit, ITypeSymbol element, int position)
    {
        var stem = element is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0].Name : element.Name;
        return stem.Length == 0 ? null
            : new[] { stem + "List", stem + "ListReply", stem + "ListResult" }.FirstOrDefault(n => edit.Model.LookupSymbols(position, name: n).IsEmpty);
    }

    /// <summary>From the record on to the list, where the code used the list.</summary>
    private static bool Reach(SourceEdit edit, InvocationExpressionSyntax parse) => parse.Parent switch
    {
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } certain => edit.Insert(certain.Span.End, "." + Member),
        MemberAccessExpressionSyntax or ElementAccessExpressionSyntax => edit.Insert(parse.Span.End, "." + Member),
        _ => edit.Insert(parse.Span.End, "?." + Member),
    };

    /// <summary>The record, as the last member of the type or file.</summary>
    private static bool Declare(SourceEdit edit, SyntaxNode home, string name, string list)
    {
        var newLine = edit.Style.NewLine;
        if (home is not TypeDeclarationSyntax type)
        {
            var end = edit.Root.FullSpan.End;
            var separator = edit.Text.Length > 0 && edit.Text[edit.Text.Length - 1] == '\n' ? newLine : newLine + newLine;
            return Code(end, "internal ") is { } program && edit.Insert(end, separator + program + newLine);
        }

        var brace = type.CloseBraceToken.SpanStart;
        return edit.Text.IsFirstOnLine(brace)
            && Code(brace, "private ") is { } nested
            && edit.Insert(edit.Text.LineStart(brace), newLine + edit.Text.IndentAt(brace) + edit.Style.IndentUnit + nested + newLine);

        // With a name of its own: whatever renames the other members, request and reader agree on it.
        string? Code(int position, string access) =>
            Spelling.Write(edit, position, "{System.Text.Json.Serialization.JsonPropertyNameAttribute}") is { } attribute
                ? access + "sealed record " + name + "([property: " + attribute.Substring(0, attribute.Length - "Attribute".Length) + "(\"items\")] " + list + " " + Member + ");"
                : null;
    }
}
