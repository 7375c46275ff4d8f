using System.Linq;
using System.Threading;
using LlmAnalyzers.CodeFixes.Editing;
using LlmAnalyzers.Rules.Prompting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAnalyzers.CodeFixes;

/// <summary>Puts a system message before the other messages of a call.</summary>
internal static class SystemMessageEdit
{
    private static readonly NoSystemPrompt Rule = new();

    /// <param name="edit">Takes the changes.</param>
    /// <param name="site">The call; its messages stand in the document of the edit.</param>
    /// <param name="text">Code of the system message's text.</param>
    /// <param name="userText">The user's text as it is to be, where the same edit changes it; null when it stays.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static bool Insert(SourceEdit edit, CallSite site, string text, (ExpressionSyntax Expression, string Code)? userText, CancellationToken cancellationToken)
    {
        if (site.Spelling.SystemProperty is { } property)
        {
            return Replace(edit, userText)
                && OptionsEdit.Set(edit, site, Rule, property, position => WriteSystem(edit, site, position, text), cancellationToken);
        }

        if (site.Spelling.IsJsonBody)
        {
            return site.Call.Places.MessagesCreation is { } list
                && list.SourceTree == edit.Root.SyntaxTree
                && Collection(edit.Root.FindNode(list.SourceSpan, getInnermostNodeForTie: true)) is { } messages
                && WriteSystem(edit, site, list.SourceSpan.Start, text) is { } written
                && site.AllUsersShareFlaw(Rule, c => c.Places.MessagesCreation == list, cancellationToken)
                && Replace(edit, userText)
                && InsertFirst(edit, site, messages, written);
        }

        if (site.Call.Places.MessagesArgument is not { } location
            || edit.Root.FindNode(location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<ArgumentSyntax>() is not { } argument)
        {
            return IsParams(site) && WriteSystem(edit, site, site.Syntax.SpanStart, text) is { } first
                && Replace(edit, userText) && CollectionElements.InsertArgument(edit, site.Syntax, 0, first);
        }

        if (WriteSystem(edit, site, argument.SpanStart, text) is not { } system)
        {
            return false;
        }

        if (site.Call.Places.MessagesCreation is { } creation)
        {
            return creation.SourceTree == edit.Root.SyntaxTree
                && Collection(edit.Root.FindNode(creation.SourceSpan, getInnermostNodeForTie: true)) is { } collection
                && site.AllUsersShareFlaw(Rule, c => c.Places.MessagesCreation == creation, cancellationToken)
                && Replace(edit, userText)
                && InsertFirst(edit, site, collection, system);
        }

        return IsSingleMessage(site, edit.Model, argument) && MakeList(edit, site, argument, system, userText);
    }

    /// <summary>Into the list, or as the first of the statements that fill it.</summary>
    private static bool InsertFirst(SourceEdit edit, CallSite site, ExpressionSyntax collection, string system)
    {
        var (systemType, messageType) = (SystemType(edit, site), MessageType(edit, site));
        var isShort = SymbolEqualityComparer.Default.Equals(systemType, messageType);
        var shortSystem = isShort ? "new" + system.Substring(system.IndexOf('(')) : system;
        if (FirstAdd(collection) is { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } invocation } add)
        {
            isShort &= invocation.ArgumentList.Arguments.Any(a => a.Expression is ImplicitObjectCreationExpressionSyntax);
            return Statements.InsertBefore(edit, add, access + "(" + (isShort ? shortSystem : system) + ");");
        }

        var code = isShort && HasTargetTypedElement(collection) ? shortSystem : system;
        return CollectionElements.Insert(edit, collection, 0, code, systemType, messageType);
    }

    /// <summary>The statement <c>list.Add(…);</c> right below <c>var list = new List&lt;…&gt;();</c>.</summary>
    private static ExpressionStatementSyntax? FirstAdd(ExpressionSyntax creation) =>
        creation is BaseObjectCreationExpressionSyntax { Initializer: null, ArgumentList.Arguments.Count: 0 } or CollectionExpressionSyntax { Elements.Count: 0 }
        && creation.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax block } declaration } declarator }
        && block.Statements.ElementAtOrDefault(block.Statements.IndexOf(declaration) + 1) is ExpressionStatementSyntax
        {
            Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add", Expression: IdentifierNameSyntax list } },
        } add
        && list.Identifier.ValueText == declarator.Identifier.ValueText
            ? add
            : null;

    private static bool HasTargetTypedElement(ExpressionSyntax collection) => collection.ChildNodes()
        .SelectMany(n => n is InitializerExpressionSyntax or ExpressionElementSyntax ? n.ChildNodes() : [n])
        .Any(n => n is ImplicitObjectCreationExpressionSyntax);

    private static string? WriteSystem(SourceEdit edit, CallSite site, int position, string text) =>
        WriteMessage(edit, site.Spelling.SystemMessageExpression, position, text);

    /// <summary>The message; a raw text of several lines begins on a line of its own.</summary>
    private static string? WriteMessage(SourceEdit edit, string pattern, int position, string text)
    {
        var line = "\n" + edit.Style.IndentUnit + "$text";
        var spread = StringLiterals.IsRawOfLines(text) ? pattern.Replace("($text", "(" + line).Replace(", $text", "," + line) : pattern;
        return Spelling.Write(edit, position, spread, ("$text", text));
    }

    private static bool IsParams(CallSite site) =>
        site.Operation.Arguments.Any(a => a.ArgumentKind == Microsoft.CodeAnalysis.Operations.ArgumentKind.ParamArray);

    private static bool Replace(SourceEdit edit, (ExpressionSyntax Expression, string Code)? change) =>
        change is not { } wanted || edit.Replace(wanted.Expression.Span, wanted.Code);

    private static ExpressionSyntax? Collection(SyntaxNode node) =>
        node as ExpressionSyntax ?? (node as ArgumentSyntax)?.Expression;

    private static ITypeSymbol? MessageType(SourceEdit edit, CallSite site) => Spelling.TypeOf(edit.Model.Compilation, site.Spelling.MessageType);

    private static ITypeSymbol? SystemType(SourceEdit edit, CallSite site)
    {
        var name = site.Spelling.SystemMessageExpression;
        var open = name.IndexOf('{');
        return Spelling.TypeOf(edit.Model.Compilation, name.Substring(open + 1, name.IndexOf('}') - open - 1));
    }

    /// <summary>The call takes one message, or a string that becomes one.</summary>
    private static bool IsSingleMessage(CallSite site, SemanticModel model, ArgumentSyntax argument) =>
        model.GetSymbolInfo(site.Syntax).Symbol is IMethodSymbol method
        && method.Parameters.All(p => p.Name != site.Spelling.MessagesParameter)
        && site.Call.Conversation.Messages.Length == 1
        && argument.Parent?.Parent == site.Syntax;

    /// <summary><c>f("text", …)</c> becomes <c>f([system, user], …)</c>.</summary>
    private static bool MakeList(SourceEdit edit, CallSite site, ArgumentSyntax argument, string system, (ExpressionSyntax Expression, string Code)? userText)
    {
        var expression = argument.Expression;
        var isString = edit.Model.GetTypeInfo(expression).Type?.SpecialType == SpecialType.System_String;
        var code = expression.ToString();
        if (userText is { } changed)
        {
            var at = changed.Expression.SpanStart - expression.SpanStart;
            if (expression.Span.Contains(changed.Expression.Span))
            {
                code = code.Remove(at, changed.Expression.Span.Length).Insert(at, changed.Code);
            }
            else if (!edit.Replace(changed.Expression.Span, changed.Code))
            {
                return false;
            }
        }

        // A raw string moves with its lines; any other text of several lines stays where it is.
        var raw = isString ? StringLiterals.WithoutIndent(code) : null;
        var user = isString ? WriteMessage(edit, site.Spelling.UserMessageExpression, expression.SpanStart, raw ?? code) : code;
        if (user is null || Spelling.Write(edit, expression.SpanStart, "{" + site.Spelling.MessageType + "}") is not { } type)
        {
            return false;
        }

        return (argument.NameColon is not { } name || edit.Replace(name.Name.Span, site.Spelling.MessagesParameter))
            && edit.Replace(expression.Span, List(edit, expression, type, system, user, raw is not null));
    }

    /// <summary>A list of two messages, on one line where that fits.</summary>
    private static string List(SourceEdit edit, ExpressionSyntax place, string type, string system, string user, bool isUserFree)
    {
        var isExpression = edit.Style.LanguageVersion >= LanguageVersion.CSharp12;
        var (open, close) = isExpression ? ("[", "]") : ("new " + type + "[]", "}");
        var oneLine = isExpression ? $"[{system}, {user}]" : $"{open} {{ {system}, {user} }}";
        if (oneLine.IndexOf('\n') < 0 && edit.LineLengthAt(place.SpanStart) - place.Span.Length + oneLine.Length <= SourceStyle.MaxLineLength)
        {
            return oneLine;
        }

        var newLine = edit.Style.NewLine;
        var outer = edit.Text.IndentAt(place.SpanStart);
        var inner = outer + edit.Style.IndentUnit;
        var brace = isExpression ? "" : newLine + outer + "{";
        user = isUserFree ? CodeText.Fit(user, inner, newLine) : user;
        return open + brace + newLine + inner + CodeText.Fit(system, inner, newLine) + "," + newLine + inner + user + "," + newLine + outer + close;
    }
}
