using System;
using System.Linq;
using LlmAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAnalyzers.CodeFixes;

/// <summary>Sets a member of a JSON body that is written as an anonymous object or a dictionary of anything.</summary>
internal static class JsonBodyEdit
{
    /// <param name="edit">Takes the changes.</param>
    /// <param name="body">The expression that creates the body.</param>
    /// <param name="path">Name in JSON; <c>outer.inner</c> for a member of an object in it.</param>
    /// <param name="value">Gives the code of the value for a position.</param>
    public static bool Set(SourceEdit edit, ExpressionSyntax body, string path, Func<int, string?> value)
    {
        var dot = path.IndexOf('.');
        var (name, inner) = dot < 0 ? (path, null) : (path.Substring(0, dot), path.Substring(dot + 1));
        if (Find(body, name) is { } present)
        {
            return inner is null
                ? value(present.SpanStart) is { } code && Values.Replace(edit, present, code)
                : Set(edit, present, inner, value);
        }

        return value(body.SpanStart) is { } written && Add(edit, body, name, inner is null ? written : Wrapped(inner, written, edit));
    }

    private static ExpressionSyntax? Find(ExpressionSyntax body, string name) => body switch
    {
        AnonymousObjectCreationExpressionSyntax anonymous => anonymous.Initializers.FirstOrDefault(i => NameOf(i) == name)?.Expression,
        BaseObjectCreationExpressionSyntax { Initializer: { } entries } => entries.Expressions.OfType<AssignmentExpressionSyntax>()
            .FirstOrDefault(a => a.Left is ImplicitElementAccessSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax key }] } && key.Token.ValueText == name)?.Right,
        _ => null,
    };

    private static string? NameOf(AnonymousObjectMemberDeclaratorSyntax member) => member.NameEquals?.Name.Identifier.ValueText ?? member.Expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };

    private static bool Add(SourceEdit edit, ExpressionSyntax body, string name, string code)
    {
        switch (body)
        {
            case AnonymousObjectCreationExpressionSyntax anonymous:
                return DelimitedList.Of(anonymous).Insert(edit, anonymous.Initializers.Count, [name + " = " + code], isOrderFree: true, mayBreak: true);
            case BaseObjectCreationExpressionSyntax { Initializer: { } entries } when TakesAnything(edit.Model.GetTypeInfo(body).Type):
                // Entries are written one way or the other: ["key"] = value, or { "key", value }.
                var key = StringLiterals.Regular(name);
                var isList = entries.Expressions.Any(e => e.IsKind(SyntaxKind.ComplexElementInitializerExpression));
                return DelimitedList.Of(entries).Insert(
                    edit, entries.Expressions.Count, [isList ? "{ " + key + ", " + code + " }" : "[" + key + "] = " + code], isOrderFree: true, mayBreak: true);
            default:
                return false;
        }
    }

    /// <summary>A dictionary with values of any type. The nodes of a JSON tree take no anonymous objects.</summary>
    private static bool TakesAnything(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Dictionary", TypeArguments: [{ SpecialType: SpecialType.System_String }, { SpecialType: SpecialType.System_Object }] };

    /// <summary><c>new { inner = value }</c>.</summary>
    private static string Wrapped(string name, string code, SourceEdit edit)
    {
        var unit = edit.Style.IndentUnit;
        return code.IndexOf('\n') < 0 ? "new { " + name + " = " + code + " }" : "new\n{\n" + unit + name + " = " + CodeText.Fit(code, unit, "\n") + ",\n}";
    }
}
