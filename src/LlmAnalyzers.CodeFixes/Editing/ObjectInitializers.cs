using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAnalyzers.CodeFixes.Editing;

/// <summary>Sets and removes members in object initialisers and <c>with</c> expressions.</summary>
internal static class ObjectInitializers
{
    /// <summary>Sets members on <c>new X(…) { … }</c>, <c>new() { … }</c> or <c>x with { … }</c>; a member that is assigned already gets the new value.</summary>
    public static bool Set(SourceEdit edit, ExpressionSyntax creation, params (string Name, string Value)[] members) => creation switch
    {
        BaseObjectCreationExpressionSyntax { Initializer: { } initializer } => Set(edit, initializer, members),
        BaseObjectCreationExpressionSyntax plain => AddInitializer(edit, plain, members),
        WithExpressionSyntax with => Set(edit, with.Initializer, members),
        _ => false,
    };

    /// <summary>Sets members in an initialiser, also a nested one such as <c>Options = { … }</c>.</summary>
    public static bool Set(SourceEdit edit, InitializerExpressionSyntax initializer, params (string Name, string Value)[] members)
    {
        if (!HoldsMembers(initializer))
        {
            return false;
        }

        var added = new List<string>();
        foreach (var (name, value) in members)
        {
            if (Find(initializer, name) is not { } present)
            {
                added.Add(name + " = " + value);
            }
            else if (present.Right is InitializerExpressionSyntax || !Values.Replace(edit, present.Right, value))
            {
                return false;
            }
        }

        return added.Count == 0 || DelimitedList.Of(initializer).Insert(edit, initializer.Expressions.Count, added, isOrderFree: true, mayBreak: true);
    }

    /// <summary>Takes a member out of an initialiser; false when it is not in there.</summary>
    public static bool Remove(SourceEdit edit, InitializerExpressionSyntax initializer, string name) =>
        HoldsMembers(initializer)
        && Find(initializer, name) is { } member
        && DelimitedList.Of(initializer).Remove(edit, initializer.Expressions.IndexOf(member));

    /// <summary>The assignment of a member in an initialiser; null when it is not in there.</summary>
    public static AssignmentExpressionSyntax? Find(InitializerExpressionSyntax initializer, string name) =>
        initializer.Expressions.OfType<AssignmentExpressionSyntax>()
            .FirstOrDefault(a => a.Left is IdentifierNameSyntax left && left.Identifier.ValueText == name);

    private static bool HoldsMembers(InitializerExpressionSyntax initializer) =>
        initializer.Kind() is SyntaxKind.ObjectInitializerExpression or SyntaxKind.WithInitializerExpression
        || (initializer.IsKind(SyntaxKind.CollectionInitializerExpression) && initializer.Expressions.Count == 0);

    private static bool AddInitializer(SourceEdit edit, BaseObjectCreationExpressionSyntax creation, (string Name, string Value)[] members)
    {
        var arguments = creation.ArgumentList;
        if (arguments is { CloseParenToken.IsMissing: true } || members.Length == 0 || !edit.Claim(creation.SpanStart, 0))
        {
            return false;
        }

        var dropsParentheses = creation is ObjectCreationExpressionSyntax
            && arguments is { Arguments.Count: 0 }
            && arguments.CloseParenToken.SpanStart == arguments.OpenParenToken.Span.End;
        var text = Initializer(edit, creation, members, dropsParentheses);
        return dropsParentheses ? edit.Replace(arguments!.Span, text) : edit.Insert(creation.Span.End, text);
    }

    /// <summary>On one line where that fits, else one member per line.</summary>
    private static string Initializer(SourceEdit edit, BaseObjectCreationExpressionSyntax creation, (string Name, string Value)[] members, bool dropsParentheses)
    {
        var assignments = members.Select(m => m.Name + " = " + m.Value).ToList();
        var oneLine = " { " + string.Join(", ", assignments) + " }";
        var line = edit.Text.Lines.GetLineFromPosition(creation.Span.End);
        var length = line.Span.Length + oneLine.Length - (dropsParentheses ? 2 : 0);
        if (oneLine.IndexOf('\n') < 0 && length <= SourceStyle.MaxLineLength)
        {
            return oneLine;
        }

        var newLine = edit.Style.NewLine;
        var outer = edit.Text.IndentAt(creation.Span.End);
        var inner = outer + edit.Style.IndentUnit;
        var lines = assignments.Select(a => inner + CodeText.Fit(a, inner, newLine) + "," + newLine);
        return newLine + outer + "{" + newLine + string.Concat(lines) + outer + "}";
    }
}
