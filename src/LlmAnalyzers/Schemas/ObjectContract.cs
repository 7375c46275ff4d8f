using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Schemas;

/// <summary>The members of a type a serializer can fill, or why it cannot read the type.</summary>
/// <param name="Members">In the order the serializer has them: a type's own members before its base type's, properties before fields.</param>
/// <param name="Obstacle">The end of a sentence whose subject is the type; null when it can be read.</param>
internal sealed record ObjectContract(ImmutableArray<SerializedMember> Members, string? Obstacle)
{
    public static ObjectContract Unreadable(string obstacle) => new(ImmutableArray<SerializedMember>.Empty, obstacle);

    public static ObjectContract Read(INamedTypeSymbol type, SerializationConventions conventions) =>
        conventions.Library == JsonLibrary.Newtonsoft
            ? NewtonsoftMembers.Read(type, conventions)
            : SystemTextJsonMembers.Read(type, conventions);

    /// <summary>
    /// Everything that can hold data, from the type up to its base types; at each, instance properties without parameters
    /// before the fields the programmer wrote.
    /// </summary>
    public static IEnumerable<ISymbol> DataMembers(INamedTypeSymbol type)
    {
        const int MaxBaseTypes = 64;
        INamedTypeSymbol? level = type;
        for (var i = 0; i < MaxBaseTypes && level is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) }; i++)
        {
            var members = level.GetMembers();
            foreach (var property in members.OfType<IPropertySymbol>())
            {
                if (property is { IsStatic: false, IsIndexer: false, ExplicitInterfaceImplementations.IsEmpty: true })
                {
                    yield return property;
                }
            }

            foreach (var field in members.OfType<IFieldSymbol>())
            {
                if (field is { IsStatic: false, IsImplicitlyDeclared: false, CanBeReferencedByName: true })
                {
                    yield return field;
                }
            }

            level = level.BaseType;
        }
    }
}
