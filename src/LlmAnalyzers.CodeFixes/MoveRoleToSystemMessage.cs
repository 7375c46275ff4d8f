using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using LlmAnalyzers.Calls;
using LlmAnalyzers.CodeFixes.Editing;
using LlmAnalyzers.Prompts;
using LlmAnalyzers.Rules.Prompting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAnalyzers.CodeFixes;

/// <summary>LLM3001: moves the role statement at the head of the user message into a system message.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoveRoleToSystemMessage))]
[Shared]
internal sealed class MoveRoleToSystemMessage : CallCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(NoSystemPrompt.Id);

    protected override string Title => "Move the role into a system message";

    /// <summary>The role can be cut off cleanly; then nothing needs to be filled in.</summary>
    internal static bool CanMove(SourceEdit edit, CallSite site) => Split(edit, site) is not null;

    protected override bool AddEdit(SourceEdit edit, Diagnostic diagnostic, CallSite site, CancellationToken cancellationToken) =>
        Split(edit, site) is var (expression, split)
        && SystemMessageEdit.Insert(edit, site, split.HeadLiteral, (expression, split.Remainder), cancellationToken);

    private static (ExpressionSyntax Expression, StringSplit Split)? Split(SourceEdit edit, CallSite site)
    {
        var message = site.Call.Conversation.Messages.FirstOrDefault(m => m.Role == MessageRole.User);
        if (message is null || RoleStatement.Find(message.Text.Flat) is not { MovableLength: > 0 } role || TextOf(edit, message) is not { } expression
            || !IsOfThisCallAlone(edit, site, message))
        {
            return null;
        }

        return StringSplit.At(edit, expression, role.MovableLength) is { } split ? (expression, split) : null;
    }

    /// <summary>The expression of the user's text, in place or in a variable that nothing else reads.</summary>
    private static ExpressionSyntax? TextOf(SourceEdit edit, PromptMessage message)
    {
        if (message.Text.Pieces.IsEmpty || message.Text.Pieces[0].Location is not { SourceTree: { } tree } first || tree != edit.Root.SyntaxTree)
        {
            return null;
        }

        // The first literal piece leads to the whole expression it begins: an interpolated string, a concatenation.
        var expression = edit.Root.FindNode(first.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<ExpressionSyntax>();
        while (expression?.Parent is BinaryExpressionSyntax parent && parent.Left == expression)
        {
            expression = parent;
        }

        return expression?.Parent switch
        {
            ArgumentSyntax or ExpressionElementSyntax or InitializerExpressionSyntax when message.Location.SourceSpan.Contains(expression.Span) => expression,
            AnonymousObjectMemberDeclaratorSyntax { NameEquals: not null } when message.Location.SourceSpan.Contains(expression.Span) => expression,
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } when IsReadOnce(edit, declarator) => expression,
            _ => null,
        };
    }

    /// <summary>The message stands in the member that makes the list, and goes to no other.</summary>
    private static bool IsOfThisCallAlone(SourceEdit edit, CallSite site, PromptMessage message)
    {
        if (message.Location.SourceTree != edit.Root.SyntaxTree)
        {
            return false;
        }

        var node = edit.Root.FindNode(message.Location.SourceSpan, getInnermostNodeForTie: true);
        var list = edit.Root.FindNode((site.Call.Places.MessagesCreation ?? site.Call.Places.Invocation).SourceSpan, getInnermostNodeForTie: true);
        return node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
            && (member == list.FirstAncestorOrSelf<MemberDeclarationSyntax>() || member is GlobalStatementSyntax)
            && (node.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } || IsReadOnce(edit, declarator));
    }

    private static bool IsReadOnce(SourceEdit edit, VariableDeclaratorSyntax declarator)
    {
        if (edit.Model.GetDeclaredSymbol(declarator) is not ILocalSymbol { IsConst: false } local
            || declarator.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member)
        {
            return false;
        }

        var scope = member is GlobalStatementSyntax ? edit.Root : member;
        var uses = scope.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(n => n.Identifier.ValueText == local.Name && SymbolEqualityComparer.Default.Equals(edit.Model.GetSymbolInfo(n).Symbol, local));
        return uses.Take(2).Count() == 1;
    }
}
