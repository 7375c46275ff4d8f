using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Schemas;

/// <summary>Names of types, for recognising them and for sentences about them.</summary>
internal static class TypeNames
{
    /// <summary>Type arguments within type arguments are shown this deep.</summary>
    private const int MaxShownNesting = 3;

    /// <summary>The type's definition is the one of this namespace and metadata name, such as <c>List`1</c>.</summary>
    public static bool Is(ITypeSymbol type, string containingNamespace, string metadataName) =>
        type.OriginalDefinition is var definition
        && definition.MetadataName == metadataName
        && definition.ContainingType is null
        && Namespace(definition) == containingNamespace;

    /// <summary>The full name of the namespace; empty for the global one.</summary>
    public static string Namespace(ITypeSymbol type)
    {
        var name = "";
        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            name = name.Length == 0 ? space.Name : space.Name + "." + name;
        }

        return name;
    }

    /// <summary>The type as C# writes it, without namespaces.</summary>
    public static string Display(ITypeSymbol type) => Display(type, MaxShownNesting);

    private static string Display(ITypeSymbol type, int nesting) => type switch
    {
        _ when nesting == 0 => "…",
        { SpecialType: not SpecialType.None } when type is not INamedTypeSymbol { IsGenericType: true } => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
        IArrayTypeSymbol array => Display(array.ElementType, nesting) + "[" + new string(',', array.Rank - 1) + "]",
        INamedTypeSymbol { IsTupleType: true } tuple => "(" + DisplayAll(tuple.TupleElements.Select(e => e.Type), nesting) + ")",
        INamedTypeSymbol { IsAnonymousType: true } => "the anonymous type",
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => Display(nullable.TypeArguments[0], nesting) + "?",
        INamedTypeSymbol { TypeArguments.IsEmpty: false } generic => $"{generic.Name}<{DisplayAll(generic.TypeArguments, nesting)}>",
        IDynamicTypeSymbol => "dynamic",
        IPointerTypeSymbol or IFunctionPointerTypeSymbol => "a pointer",
        _ => type.Name,
    };

    private static string DisplayAll(IEnumerable<ITypeSymbol> types, int nesting) =>
        string.Join(", ", types.Take(8).Select(t => Display(t, nesting - 1)));
}
