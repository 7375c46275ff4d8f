using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAnalyzers.CodeFixes.Editing;

/// <summary>Inserts elements into collection expressions, arrays, collection initialisers and <c>params</c> arguments.</summary>
internal static class CollectionElements
{
    /// <summary>Inserts an element.</summary>
    /// <param name="edit">Takes the changes.</param>
    /// <param name="collection">The expression that makes the collection, or the bare <c>{ … }</c> of an array variable.</param>
    /// <param name="index">From 0 to the number of elements.</param>
    /// <param name="code">The new element.</param>
    /// <param name="type">Type of the new element; with null it is taken to fit.</param>
    /// <param name="common">What an array whose element type is too narrow may be widened to.</param>
    public static bool Insert(SourceEdit edit, ExpressionSyntax collection, int index, string code, ITypeSymbol? type = null, ITypeSymbol? common = null)
    {
        switch (collection)
        {
            case CollectionExpressionSyntax expression:
                return index <= expression.Elements.Count
                    && Fits(edit, ElementOf(edit.Model.GetTypeInfo(expression).ConvertedType), type)
                    && DelimitedList.Of(expression).Insert(edit, index, [code], mayBreak: true);
            case InitializerExpressionSyntax bare:
                return Insert(edit, bare, index, code) && Fits(edit, ElementOf(edit.Model.GetTypeInfo(bare).ConvertedType), type);
            case ImplicitArrayCreationExpressionSyntax { Commas.Count: 0 } array:
                return Widen(edit, array, type, common) && Insert(edit, array.Initializer, index, code);
            case ArrayCreationExpressionSyntax { Initializer: { } initializer } array when HasInferredSize(array):
                return Widen(edit, array, type, common) && Insert(edit, initializer, index, code);
            case BaseObjectCreationExpressionSyntax creation:
                return Fits(edit, ElementOf(edit.Model.GetTypeInfo(creation).Type), type) && Insert(edit, creation, index, code);
            default:
                return false;
        }
    }

    /// <summary>Inserts an element among the arguments of an expanded <c>params</c> call.</summary>
    public static bool InsertArgument(SourceEdit edit, ExpressionSyntax call, int index, string code)
    {
        if (edit.Model.GetSymbolInfo(call).Symbol is not IMethodSymbol method
            || method.Parameters.LastOrDefault() is not { IsParams: true } parameter
            || ArgumentSlots.Read(edit.Model, call, method) is not { } slots)
        {
            return false;
        }

        var slot = slots.Items.FirstOrDefault(s => s.Parameter.Ordinal == parameter.Ordinal);
        var isInOrder = slots.Items.All(s => !s.IsNamed) && slots.Items.Count >= method.Parameters.Length - 1;
        if (!isInOrder || slot is { IsExpanded: false } || (slot is null && index > 0) || (slot is not null && index > slot.Last - slot.First + 1))
        {
            return false;
        }

        return DelimitedList.Of(slots.List).Insert(edit, (slot?.First ?? slots.List.Arguments.Count) + index, [code], mayBreak: true);
    }

    private static bool Insert(SourceEdit edit, InitializerExpressionSyntax initializer, int index, string code) =>
        index <= initializer.Expressions.Count
        && (initializer.Expressions.Count == 0 || initializer.Kind() is SyntaxKind.ArrayInitializerExpression or SyntaxKind.CollectionInitializerExpression)
        && DelimitedList.Of(initializer).Insert(edit, index, [code], mayBreak: true);

    private static bool Insert(SourceEdit edit, BaseObjectCreationExpressionSyntax creation, int index, string code)
    {
        if (creation.Initializer is { } initializer)
        {
            return Insert(edit, initializer, index, code);
        }

        // Elements that the constructor copies stand before those of an initialiser.
        if (index != 0 || creation.ArgumentList is not { Arguments.Count: 0, CloseParenToken.IsMissing: false } arguments)
        {
            return false;
        }

        var text = " { " + CodeText.Fit(code, edit.Text.IndentAt(creation.SpanStart), edit.Style.NewLine) + " }";
        var isBare = arguments.CloseParenToken.SpanStart == arguments.OpenParenToken.Span.End;
        return edit.Claim(creation.SpanStart, 0)
            && (creation is ObjectCreationExpressionSyntax && isBare ? edit.Replace(arguments.Span, text) : edit.Insert(creation.Span.End, text));
    }

    /// <summary>Changes the element type of an array creation that is too narrow for the new element.</summary>
    private static bool Widen(SourceEdit edit, ExpressionSyntax array, ITypeSymbol? type, ITypeSymbol? common)
    {
        var info = edit.Model.GetTypeInfo(array);
        if (Fits(edit, ElementOf(info.Type), type))
        {
            return true;
        }

        if (common is null || !Fits(edit, common, type) || !Fits(edit, common, ElementOf(info.Type)))
        {
            return false;
        }

        var elements = array.ChildNodes().OfType<InitializerExpressionSyntax>().Single().Expressions;
        if (!elements.All(e => StandsByItself(edit, e, common)))
        {
            return false;
        }

        var wide = edit.Model.Compilation.CreateArrayTypeSymbol(common);
        var isInferred = array.Parent is EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax { Type.IsVar: true } };
        if (!isInferred && (info.ConvertedType is null || !edit.Model.Compilation.HasImplicitConversion(wide, info.ConvertedType)))
        {
            return false;
        }

        return TypeSpelling.Spell(edit, common, array.SpanStart) is { } spelled && (array switch
        {
            ImplicitArrayCreationExpressionSyntax implicitly => edit.Insert(implicitly.NewKeyword.Span.End, " " + spelled),
            ArrayCreationExpressionSyntax explicitly => Values.Replace(edit, explicitly.Type.ElementType, spelled),
            _ => false,
        });
    }

    /// <summary>The element means the same in an array of another type: it does not take its type from the array.</summary>
    private static bool StandsByItself(SourceEdit edit, ExpressionSyntax element, ITypeSymbol common) =>
        element is BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax
        && element is not ImplicitObjectCreationExpressionSyntax
        && edit.Model.GetTypeInfo(element).Type is { } own
        && edit.Model.Compilation.ClassifyConversion(own, common) is { IsImplicit: true, IsUserDefined: false };

    private static bool HasInferredSize(ArrayCreationExpressionSyntax array) =>
        array.Type.RankSpecifiers.Count == 1 && array.Type.RankSpecifiers[0].Sizes.All(s => s is OmittedArraySizeExpressionSyntax)
        && array.Type.RankSpecifiers[0].Rank == 1;

    private static bool Fits(SourceEdit edit, ITypeSymbol? element, ITypeSymbol? type) =>
        type is null || element is null || edit.Model.Compilation.HasImplicitConversion(type, element);

    private static ITypeSymbol? ElementOf(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol named => new[] { named }.Concat(named.AllInterfaces)
            .FirstOrDefault(i => i.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)?.TypeArguments[0]
            ?? (named.TypeArguments.Length == 1 ? named.TypeArguments[0] : null),
        _ => null,
    };
}
