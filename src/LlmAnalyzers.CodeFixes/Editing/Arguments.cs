using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LlmAnalyzers.CodeFixes.Editing;

/// <summary>Adds and removes arguments of calls so that they bind to a chosen overload.</summary>
internal static class Arguments
{
    /// <summary>
    /// Adds arguments to an invocation or object creation: by position where the parameter's turn has come, else by name. Arguments of a
    /// <c>params</c> array, or one element where the overload takes a collection, become a collection.
    /// </summary>
    /// <param name="edit">Takes the changes.</param>
    /// <param name="call">Must bind to a method as it stands.</param>
    /// <param name="target">The overload the result binds to; may be the present one.</param>
    /// <param name="added">Parameters of the target that have no argument yet, with the code of their arguments.</param>
    public static bool Add(SourceEdit edit, ExpressionSyntax call, IMethodSymbol target, params (string Parameter, string Value)[] added)
    {
        if (ArgumentSlots.Read(edit.Model, call, target) is not { } slots || slots.List.CloseParenToken.IsMissing)
        {
            return false;
        }

        foreach (var (parameter, value) in added)
        {
            if (!slots.Add(parameter, value))
            {
                return false;
            }
        }

        return slots.HasAllRequired() && Write(edit, slots) && StillBinds(edit, call, target);
    }

    /// <summary>Removes an argument; those behind it get names where they would otherwise change their parameter.</summary>
    public static bool Remove(SourceEdit edit, ArgumentSyntax argument, IMethodSymbol? target = null)
    {
        if (argument.Parent?.Parent is not ExpressionSyntax call || edit.Model.GetSymbolInfo(call).Symbol is not IMethodSymbol current)
        {
            return false;
        }

        target ??= current;
        var list = (BaseArgumentListSyntax)argument.Parent;
        return ArgumentSlots.Read(edit.Model, call, target, without: argument) is { } slots
            && slots.HasAllRequired()
            && Write(edit, slots)
            && DelimitedList.Of(list).Remove(edit, list.Arguments.IndexOf(argument))
            && StillBinds(edit, call, target);
    }

    private static bool Write(SourceEdit edit, ArgumentSlots slots)
    {
        var list = slots.List;
        var pending = new List<string>();
        var isInPosition = true;
        for (var i = 0; i < slots.Items.Count; i++)
        {
            var slot = slots.Items[i];
            isInPosition &= slot.Parameter.Ordinal - slots.Offset == i;
            var name = isInPosition ? "" : slot.Parameter.Name + ": ";
            if (slot.NewValue is { } value)
            {
                var follows = i > 0 && slots.Items[i - 1].IsNamed ? slot.Parameter.Name + ": " : name;
                pending.Add(follows + value);
                continue;
            }

            if (pending.Count > 0 && !DelimitedList.Of(list).Insert(edit, slot.First, pending))
            {
                return false;
            }

            pending.Clear();
            if (!WriteExisting(edit, list, slot, slot.IsNamed ? "" : name))
            {
                return false;
            }
        }

        return pending.Count == 0 || DelimitedList.Of(list).Insert(edit, list.Arguments.Count, pending);
    }

    private static bool WriteExisting(SourceEdit edit, ArgumentListSyntax list, ArgumentSlot slot, string name)
    {
        var first = list.Arguments[slot.First];
        if (slot.ElementType is not { } elementType)
        {
            return name.Length == 0 || (!slot.IsExpanded && edit.Insert(first.SpanStart, name));
        }

        var (open, close) = ("[", "]");
        if (edit.Style.LanguageVersion < LanguageVersion.CSharp12)
        {
            if (TypeSpelling.Spell(edit, elementType, first.SpanStart) is not { } spelled)
            {
                return false;
            }

            (open, close) = ("new " + spelled + "[] { ", " }");
        }

        var span = TextSpan.FromBounds(first.Expression.SpanStart, list.Arguments[slot.Last].Span.End);
        return slot.First < slot.Last && edit.Text.IsFirstOnLine(first.SpanStart) && !edit.Text.AreOnOneLine(span)
            ? Indent(edit, span, name + open.TrimEnd(), close.TrimStart())
            : edit.Insert(span.Start, name + open) && edit.Insert(span.End, close);
    }

    /// <summary>Arguments on lines of their own become the elements of a collection, one step deeper.</summary>
    private static bool Indent(SourceEdit edit, TextSpan span, string open, string close)
    {
        if (edit.Root.HasDirectives(span))
        {
            return false;
        }

        var newLine = edit.Style.NewLine;
        var outer = newLine + edit.Text.IndentAt(span.Start);
        var isBraced = close == "}";
        var elements = CodeText.Fit(edit.Text.ToString(span), edit.Style.IndentUnit, newLine);
        return edit.Replace(span, (isBraced ? open.Substring(0, open.Length - 2) + outer + "{" : open) + outer + edit.Style.IndentUnit + elements + "," + outer + close);
    }

    /// <summary>
    /// The call, as edited, binds to the target. A call that binds to nothing passes: what was added may need a namespace or a local that
    /// this very edit brings in.
    /// </summary>
    private static bool StillBinds(SourceEdit edit, ExpressionSyntax call, IMethodSymbol target)
    {
        var code = edit.Preview(call.Span);
        var parsed = SyntaxFactory.ParseExpression(code, options: (CSharpParseOptions)edit.Root.SyntaxTree.Options);
        if (parsed.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error))
        {
            return false;
        }

        var bound = edit.Model.GetSpeculativeSymbolInfo(call.SpanStart, parsed, SpeculativeBindingOption.BindAsExpression).Symbol;
        return bound is null || SymbolEqualityComparer.Default.Equals(Definition(bound), Definition(target));
    }

    private static ISymbol Definition(ISymbol symbol) =>
        symbol is IMethodSymbol { ReducedFrom: { } unreduced } ? unreduced.OriginalDefinition : symbol.OriginalDefinition;
}
