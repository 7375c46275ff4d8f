using System;
using System.Linq;
using System.Threading;
using LlmAnalyzers.Calls;
using LlmAnalyzers.CodeFixes.Editing;
using LlmAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAnalyzers.CodeFixes;

/// <summary>Sets a property of the options of a call, wherever they are: absent, in place, built earlier or in another member of the file.</summary>
internal static class OptionsEdit
{
    /// <param name="edit">Takes the changes.</param>
    /// <param name="site">The call.</param>
    /// <param name="rule">The rule whose flaw the edit mends: an object that others use is edited only if all of them have it.</param>
    /// <param name="property">Name of the property.</param>
    /// <param name="value">Gives the code of the value for a position; null when it cannot be written there.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="isAlike">Tells whether another user of the object is mended by the same value.</param>
    public static bool Set(
        SourceEdit edit,
        CallSite site,
        CallRule rule,
        string property,
        Func<int, string?> value,
        CancellationToken cancellationToken,
        Func<LlmCall, bool>? isAlike = null)
    {
        var places = site.Call.Places;
        if (places.OptionsArgument is null)
        {
            return AddArgument(edit, site, property, value);
        }

        if (places.OptionsCreations is [{ } creation] && creation.SourceTree == edit.Root.SyntaxTree)
        {
            return site.AllUsersShareFlaw(rule, c => c.Places.OptionsCreations.Contains(creation), cancellationToken, isAlike)
                && edit.Root.FindNode(creation.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax expression
                && value(expression.SpanStart) is { } code
                && ObjectInitializers.Set(edit, expression, (property, code));
        }

        // options: null
        if (places.OptionsCreations.IsEmpty && edit.Root.FindNode(places.OptionsArgument.SourceSpan, getInnermostNodeForTie: true) is { } node
            && node.FirstAncestorOrSelf<ArgumentSyntax>()?.Expression is { } argument
            && (argument.IsKind(SyntaxKind.NullLiteralExpression) || argument.IsKind(SyntaxKind.DefaultLiteralExpression)))
        {
            return NewOptions(edit, site, argument.SpanStart, property, value) is { } created && Values.Replace(edit, argument, created);
        }

        return false;
    }

    private static bool AddArgument(SourceEdit edit, CallSite site, string property, Func<int, string?> value)
    {
        if (NewOptions(edit, site, site.Syntax.SpanStart, property, value) is not { } created || OverloadWithOptions(site, edit.Model) is not { } target)
        {
            return false;
        }

        return Arguments.Add(edit, site.Syntax, target, (site.Spelling.OptionsParameter, created));
    }

    private static string? NewOptions(SourceEdit edit, CallSite site, int position, string property, Func<int, string?> value) =>
        value(position) is { } code && Spelling.Write(edit, position, "new {" + site.Spelling.OptionsType + "}") is { } created
            ? created + " { " + property + " = " + code + " }"
            : null;

    /// <summary>The present overload when it takes options, else its sister that takes a list of messages and options.</summary>
    private static IMethodSymbol? OverloadWithOptions(CallSite site, SemanticModel model)
    {
        if (model.GetSymbolInfo(site.Syntax).Symbol is not IMethodSymbol current)
        {
            return null;
        }

        if (current.Parameters.Any(p => p.Name == site.Spelling.OptionsParameter))
        {
            return current;
        }

        return current.ContainingType.GetMembers(current.Name).OfType<IMethodSymbol>().FirstOrDefault(m =>
            m.IsStatic == current.IsStatic
            && m.Parameters.Any(p => p.Name == site.Spelling.OptionsParameter)
            && m.Parameters.Any(p => p.Name == site.Spelling.MessagesParameter));
    }
}
