using System.Collections.Immutable;
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
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LlmAnalyzers.CodeFixes;

/// <summary>LLM1001: where the reply is only deserialised, the SDK's own typed call, which asks for the schema and reads the reply.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CallWithType))]
[Shared]
internal sealed class CallWithType : CallCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(JsonOnlyByPrompt.Id);

    protected override string Title => "Call with the type of the reply";

    protected override bool AddEdit(SourceEdit edit, Diagnostic diagnostic, CallSite site, CancellationToken cancellationToken)
    {
        var model = CalledModel.Of(site.Call, site.Models);
        if (site.Spelling.Typed is not { } typed || !Spelling.HasMember(edit.Model.Compilation, typed.Needs) || model?.HasJsonSchema == false || (site.Call.HasCustomEndpoint && model is null)
            || site.Call.ReplyUses is not [{ Kind: ReplyUseKind.ParsedAsJson, Type: { } type } use] || !CanBeAskedFor(type, cancellationToken)
            || site.ConventionsOf(use, cancellationToken) is null)
        {
            return false;
        }

        // JsonSerializer.Deserialize<T>(response.Text): what gives the text gives the result as well.
        return use.Location.SourceTree == edit.Root.SyntaxTree
            && edit.Root.FindNode(use.Location.SourceSpan, getInnermostNodeForTie: true) is InvocationExpressionSyntax parse
            && edit.Model.GetSymbolInfo(parse, cancellationToken).Symbol is IMethodSymbol { Name: "Deserialize", ContainingNamespace: { Name: "Json", ContainingNamespace: { Name: "Text", ContainingNamespace.Name: "System" } } }
            && parse.ArgumentList.Arguments.FirstOrDefault()?.Expression is MemberAccessExpressionSyntax { Expression: var reply } text
            && text.Name.Identifier.ValueText == typed.TextProperty
            && IsReplyOf(edit, reply, site)
            && site.Syntax.Expression is MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name }
            && TypeSpelling.Spell(edit, type.WithNullableAnnotation(NullableAnnotation.NotAnnotated), site.Syntax.SpanStart) is { } spelled
            && !edit.Root.HasDirectives(parse.Span)
            && edit.Remove(TextSpan.FromBounds(parse.SpanStart, reply.SpanStart))
            && edit.Replace(TextSpan.FromBounds(reply.Span.End, parse.Span.End), "." + typed.ResultProperty)
            && edit.Insert(name.Span.End, "<" + spelled + ">");
    }

    /// <summary>A type that says what is wanted; a list may be wrapped by the SDK.</summary>
    private static bool CanBeAskedFor(ITypeSymbol type, CancellationToken cancellationToken) =>
        SchemaFromType.Create(type, SerializationConventions.Default, cancellationToken) is var schema && (schema.Json is not null || schema.WrapperWouldHelp);

    /// <summary><c>(await client.Call(…))</c>, or a variable that holds just that and is mentioned nowhere else.</summary>
    private static bool IsReplyOf(SourceEdit edit, ExpressionSyntax reply, CallSite site)
    {
        if (reply is not IdentifierNameSyntax variable)
        {
            return Call(reply) == site.Syntax;
        }

        return edit.Model.GetSymbolInfo(variable).Symbol is ILocalSymbol local
            && local.DeclaringSyntaxReferences is [var reference]
            && reference.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value, Parent: VariableDeclarationSyntax { Type.IsVar: true } declaration }
            && Call(value) == site.Syntax
            && declaration.FirstAncestorOrSelf<MemberDeclarationSyntax>(m => m is not GlobalStatementSyntax) is var member
            && (member ?? edit.Root).DescendantNodes().OfType<IdentifierNameSyntax>()
                .Count(n => n.Identifier.ValueText == local.Name && SymbolEqualityComparer.Default.Equals(edit.Model.GetSymbolInfo(n).Symbol, local)) == 1;
    }

    /// <summary>The call that an expression awaits.</summary>
    private static ExpressionSyntax? Call(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax parenthesized => Call(parenthesized.Expression),
        AwaitExpressionSyntax awaited => Call(awaited.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: var inner } } => Call(inner),
        _ => expression,
    };
}
