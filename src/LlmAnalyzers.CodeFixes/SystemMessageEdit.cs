using System.Linq;
using LlmAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAnalyzers.CodeFixes;

/// <summary>Puts a system message before the other messages of a call.</summary>
internal static class SystemMessageEdit
{
    /// <param name="edit">Takes the changes.</param>
    /// <param name="site">The call; its messages stand in the document of the edit.</param>
    /// <param name="text">Code of the system message's text.</param>
    /// <param name="userText">The user's text as it is to be, where the same edit changes it; null when it stays.</param>
    public static bool Insert(SourceEdit edit, CallSite site, string text, (ExpressionSyntax Expression, string Code)? userText)
    {
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
                && Replace(edit, userText)
                && CollectionElements.Insert(edit, collection, 0, system, SystemType(edit, site), MessageType(edit, site));
        }

        return IsSingleMessage(site, edit.Model, argument) && MakeList(edit, site, argument, system, userText);
    }

    private static string? WriteSystem(SourceEdit edit, CallSite site, int position, string text) =>
        Spelling.Write(edit, position, site.Spelling.SystemMessageExpression, ("$text", text));

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

        var user = isString ? Spelling.Write(edit, expression.SpanStart, site.Spelling.UserMessageExpression, ("$text", code)) : code;
        if (user is null || Spelling.Write(edit, expression.SpanStart, "{" + site.Spelling.MessageType + "}") is not { } type)
        {
            return false;
        }

        var list = edit.Style.LanguageVersion >= LanguageVersion.CSharp12 ? $"[{system}, {user}]" : $"new {type}[] {{ {system}, {user} }}";
        return (argument.NameColon is not { } name || edit.Replace(name.Name.Span, site.Spelling.MessagesParameter))
            && edit.Replace(expression.Span, list);
    }
}
