using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Schemas;

/// <summary>Which types are read from a JSON array, and which from a JSON object of any keys.</summary>
internal static class CollectionTypes
{
    private const string Generic = "System.Collections.Generic";
    private const string Immutable = "System.Collections.Immutable";
    private const string Concurrent = "System.Collections.Concurrent";

    /// <summary>Framework collections that can be read though they have no public constructor and <c>Add</c> of the usual form.</summary>
    private static readonly ImmutableHashSet<(string Namespace, string Name)> ReadableCollections = ImmutableHashSet.Create(
        (Generic, "IEnumerable`1"),
        (Generic, "ICollection`1"),
        (Generic, "IList`1"),
        (Generic, "IReadOnlyCollection`1"),
        (Generic, "IReadOnlyList`1"),
        (Generic, "ISet`1"),
        (Generic, "IReadOnlySet`1"),
        (Generic, "Queue`1"),
        (Generic, "Stack`1"),
        (Concurrent, "ConcurrentQueue`1"),
        (Concurrent, "ConcurrentStack`1"),
        (Immutable, "ImmutableArray`1"),
        (Immutable, "ImmutableList`1"),
        (Immutable, "ImmutableHashSet`1"),
        (Immutable, "ImmutableSortedSet`1"),
        (Immutable, "ImmutableQueue`1"),
        (Immutable, "ImmutableStack`1"),
        (Immutable, "IImmutableList`1"),
        (Immutable, "IImmutableSet`1"),
        (Immutable, "IImmutableQueue`1"),
        (Immutable, "IImmutableStack`1"));

    /// <summary>The type of the elements; null when the type is not one a serializer reads from an array.</summary>
    public static ITypeSymbol? ElementType(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            return array.Rank == 1 ? array.ElementType : null;
        }

        if (type is not INamedTypeSymbol named || IsDictionary(type))
        {
            return null;
        }

        if (ReadableCollections.Contains((TypeNames.Namespace(named), named.MetadataName)) && named.ContainingType is null)
        {
            return named.TypeArguments[0];
        }

        var isCreatable = named is { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false }
            && (named.IsValueType || named.InstanceConstructors.Any(c => c.Parameters.IsEmpty && c.DeclaredAccessibility == Accessibility.Public));
        var collections = named.AllInterfaces.Where(i => TypeNames.Is(i, Generic, "ICollection`1")).ToImmutableArray();
        return isCreatable && collections.Length == 1 ? collections[0].TypeArguments[0] : null;
    }

    public static bool IsDictionary(ITypeSymbol type) => SelfAndInterfaces(type).Any(i =>
        TypeNames.Is(i, Generic, "IDictionary`2")
        || TypeNames.Is(i, Generic, "IReadOnlyDictionary`2")
        || TypeNames.Is(i, "System.Collections", "IDictionary"));

    public static bool IsEnumerable(ITypeSymbol type) =>
        SelfAndInterfaces(type).Any(i => i.SpecialType == SpecialType.System_Collections_IEnumerable || TypeNames.Is(i, Generic, "IAsyncEnumerable`1"));

    private static IEnumerable<ITypeSymbol> SelfAndInterfaces(ITypeSymbol type) => type.AllInterfaces.Prepend(type);
}
