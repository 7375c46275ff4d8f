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
    /// <param name="property">Name of the property; <c>Outer.Inner</c> where it belongs to an object that the options hold.</param>
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
        if (site.Spelling.IsJsonBody && places.OptionsCreations.IsEmpty)
        {
            return false;
        }

        if (places.OptionsArgument is null)
        {
            return AddArgument(edit, site, property, value);
        }

        if (places.OptionsCreations is [{ } creation] && creation.SourceTree == edit.Root.SyntaxTree)
        {
            return edit.Root.FindNode(creation.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax expression
                && SharedObject.IsSeenOnlyByCalls(creation, edit.Model.Compilation, site.IsCall, cancellationToken)
                && site.AllUsersShareFlaw(rule, c => c.Places.OptionsCreations.Contains(creation), cancellationToken, isAlike)
                && (site.Spelling.IsJsonBody ? JsonBodyEdit.Set(edit, expression, property, value) : SetOn(edit, expression, property, value));
        }

        // options: null
        if (places.OptionsCreations.IsEmpty && edit.Root.FindNode(places.OptionsArgument.SourceSpan, getInnermostNodeForTie: true) is { } node
            && node.FirstAncestorOrSelf<ArgumentSyntax>()?.Expression is { } argument
            && (argument.IsKind(SyntaxKind.NullLiteralExpression) || argument.IsKind(SyntaxKind.DefaultLiteralExpression)))
        {
            return NewOptions(edit, site, argument.SpanStart, edit.LineLengthAt(argument.SpanStart), property, value) is { } created && Values.Replace(edit, argument, created);
        }

        return false;
    }

    /// <summary>Where properties are assigned one after the other, this one joins them; else it goes into the initialiser.</summary>
    private static bool SetOn(SourceEdit edit, ExpressionSyntax creation, string property, Func<int, string?> value)
    {
        if (property.IndexOf('.') is var dot and > 0)
        {
            return SetNested(edit, creation, property.Substring(0, dot), property.Substring(dot + 1), value);
        }

        if (LastAssignment(creation) is var (last, variable))
        {
            return value(last.SpanStart) is { } assigned && Statements.InsertAfter(edit, last, variable + "." + property + " = " + assigned + ";");
        }

        return value(creation.SpanStart) is { } code && ObjectInitializers.Set(edit, creation, (property, code));
    }

    /// <summary>Sets a property of an object that the options hold; the object is made where there is none yet.</summary>
    private static bool SetNested(SourceEdit edit, ExpressionSyntax creation, string outer, string inner, Func<int, string?> value)
    {
        if (creation is BaseObjectCreationExpressionSyntax { Initializer: { } initializer } && ObjectInitializers.Find(initializer, outer) is { } present)
        {
            return present.Right is BaseObjectCreationExpressionSyntax held
                && value(held.SpanStart) is { } code
                && ObjectInitializers.Set(edit, held, (inner, code));
        }

        return SetOn(edit, creation, outer, position => NewHolder(edit, edit.Model.GetTypeInfo(creation).Type, position, outer, inner, value));
    }

    /// <summary><c>new Holder { Inner = … }</c> for a property of the options.</summary>
    private static string? NewHolder(SourceEdit edit, ITypeSymbol? options, int position, string outer, string inner, Func<int, string?> value)
    {
        for (var type = options; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(outer).OfType<IPropertySymbol>().FirstOrDefault() is { } property)
            {
                var holder = property.Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
                return value(position) is { } code && TypeSpelling.Spell(edit, holder, position) is { } spelled ? Initialised("new " + spelled, inner, code, edit) : null;
            }
        }

        return null;
    }

    /// <summary>A creation with one property, over several lines where the value takes several.</summary>
    private static string Initialised(string creation, string property, string code, SourceEdit edit)
    {
        var unit = edit.Style.IndentUnit;
        return code.IndexOf('\n') < 0
            ? creation + " { " + property + " = " + code + " }"
            : creation + "\n{\n" + unit + property + " = " + CodeText.Fit(code, unit, "\n") + ",\n}";
    }

    /// <summary>The last of the statements <c>options.X = …;</c> right below <c>var options = new …();</c>.</summary>
    private static (StatementSyntax Last, string Variable)? LastAssignment(ExpressionSyntax creation)
    {
        if (creation is not BaseObjectCreationExpressionSyntax { Initializer: null }
            || creation.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax declaration } declarator })
        {
            return null;
        }

        var siblings = declaration.Parent switch
        {
            BlockSyntax block => block.Statements.ToList(),
            SwitchSectionSyntax section => section.Statements.ToList(),
            GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } => unit.Members.OfType<GlobalStatementSyntax>().Select(m => m.Statement).ToList(),
            _ => [],
        };
        var name = declarator.Identifier.ValueText;
        var last = siblings.Skip(siblings.IndexOf(declaration) + 1).TakeWhile(s => IsAssignment(s, name)).LastOrDefault();
        return last is null ? null : (last, declarator.Identifier.Text);
    }

    private static bool IsAssignment(StatementSyntax statement, string variable) =>
        statement is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax left } } }
        && left.Identifier.ValueText == variable;

    /// <summary>Passes an options object that is there to a call that has none.</summary>
    public static bool Pass(SourceEdit edit, CallSite site, string variable) =>
        site.Call.Places.OptionsArgument is null && OverloadWithOptions(site, edit.Model) is { } target
        && Arguments.Add(edit, site.Syntax, target, (site.Spelling.OptionsParameter, variable));

    private static bool AddArgument(SourceEdit edit, CallSite site, string property, Func<int, string?> value)
    {
        if (NewOptions(edit, site, site.Syntax.SpanStart, LineOfLastArgument(edit, site.Syntax), property, value) is not { } created
            || OverloadWithOptions(site, edit.Model) is not { } target)
        {
            return false;
        }

        return Arguments.Add(edit, site.Syntax, target, (site.Spelling.OptionsParameter, created));
    }

    /// <summary>A new options object, on one line where that fits.</summary>
    /// <param name="edit">Knows the types.</param>
    /// <param name="site">The call.</param>
    /// <param name="position">Where names are bound.</param>
    /// <param name="length">Length of the line the object is added to.</param>
    /// <param name="property">The one property that is set.</param>
    /// <param name="value">Gives its value.</param>
    private static string? NewOptions(SourceEdit edit, CallSite site, int position, int length, string property, Func<int, string?> value)
    {
        var given = value;
        if (property.IndexOf('.') is var dot and > 0)
        {
            var (outer, inner) = (property.Substring(0, dot), property.Substring(dot + 1));
            var options = Spelling.TypeOf(edit.Model.Compilation, site.Spelling.OptionsType);
            given = place => NewHolder(edit, options, place, outer, inner, value);
            property = outer;
        }

        if (given(position) is not { } code || Spelling.Write(edit, position, "new {" + site.Spelling.OptionsType + "}") is not { } created)
        {
            return null;
        }

        var oneLine = created + " { " + property + " = " + code + " }";
        if (oneLine.IndexOf('\n') < 0 && length + oneLine.Length <= SourceStyle.MaxLineLength)
        {
            return oneLine;
        }

        var unit = edit.Style.IndentUnit;
        return created + "\n{\n" + unit + property + " = " + CodeText.Fit(code, unit, "\n") + ",\n}";
    }

    /// <summary>Length of the line an argument joins when it comes last.</summary>
    private static int LineOfLastArgument(SourceEdit edit, InvocationExpressionSyntax call)
    {
        var last = call.ArgumentList.Arguments.LastOrDefault();
        return last is not null && edit.Text.IsFirstOnLine(last.SpanStart)
            ? edit.Text.IndentAt(last.SpanStart).Length
            : edit.LineLengthAt(call.ArgumentList.CloseParenToken.SpanStart);
    }

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
