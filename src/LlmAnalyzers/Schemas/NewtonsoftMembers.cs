using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using static LlmAnalyzers.Schemas.SerializationAttributes;

namespace LlmAnalyzers.Schemas;

/// <summary>The members Newtonsoft.Json fills: like <see cref="SystemTextJsonMembers"/>, those it only writes are left out.</summary>
internal static class NewtonsoftMembers
{
    public static ObjectContract Read(INamedTypeSymbol type, SerializationConventions conventions)
    {
        var jsonObject = Find(type, Newtonsoft, "JsonObjectAttribute");
        if (Argument(jsonObject, "NamingStrategyType") is not null)
        {
            return ObjectContract.Unreadable("has a naming strategy of its own.");
        }

        if (!TryFindConstructor(type, out var constructor))
        {
            return ObjectContract.Unreadable("has no constructor the serializer could call.");
        }

        var isOptIn = IsOptIn(type, jsonObject);
        var names = new HashSet<string>(StringComparer.Ordinal);
        var members = new List<(int Order, SerializedMember Member)>();
        foreach (var symbol in ObjectContract.DataMembers(type).Where(m => TakesPart(m, isOptIn)))
        {
            var property = Find(symbol, Newtonsoft, "JsonPropertyAttribute");
            var dataMember = Find(symbol, DataContracts, "DataMemberAttribute");
            if (Argument(property, "NamingStrategyType") is not null)
            {
                return ObjectContract.Unreadable($"has a naming strategy for '{symbol.Name}'.");
            }

            var parameter = constructor?.Parameters.FirstOrDefault(p => string.Equals(p.Name, symbol.Name, StringComparison.OrdinalIgnoreCase));
            var name = (Argument(property, 0) ?? Argument(property, "PropertyName") ?? Argument(dataMember, "Name")) as string
                ?? conventions.Naming.Apply(symbol.Name);

            // A base type's member of the same name is hidden.
            if ((parameter is not null || CanBeFilled(symbol, property is not null || dataMember is not null)) && names.Add(name))
            {
                var order = (Argument(property, "Order") ?? Argument(dataMember, "Order")) as int? ?? -1;
                members.Add((order, new SerializedMember(name, symbol, parameter)));
            }
        }

        return new(members.OrderBy(m => m.Order).Select(m => m.Member).ToImmutableArray(), Obstacle: null);
    }

    private static bool IsOptIn(INamedTypeSymbol type, AttributeData? jsonObject)
    {
        const int OptOut = 0;
        const int OptIn = 1;
        var declared = Argument(jsonObject, 0) ?? Argument(jsonObject, "MemberSerialization");
        return declared is OptIn || (declared is not OptOut && Has(type, DataContracts, "DataContractAttribute"));
    }

    private static bool TakesPart(ISymbol member, bool isOptIn)
    {
        if (Has(member, Newtonsoft, "JsonIgnoreAttribute") || Has(member, Newtonsoft, "JsonExtensionDataAttribute"))
        {
            return false;
        }

        var isMarked = Has(member, Newtonsoft, "JsonPropertyAttribute") || Has(member, DataContracts, "DataMemberAttribute");
        var isOpen = member.DeclaredAccessibility == Accessibility.Public
            && !Has(member, DataContracts, "IgnoreDataMemberAttribute")
            && !Has(member, "System", "NonSerializedAttribute");
        return isMarked || (isOpen && !isOptIn);
    }

    private static bool CanBeFilled(ISymbol member, bool isMarked) => member switch
    {
        IFieldSymbol field => !field.IsReadOnly,
        IPropertySymbol { SetMethod: { } setter } => isMarked || setter.DeclaredAccessibility == Accessibility.Public,

        // It adds to the list or object a getter returns.
        IPropertySymbol { Type: { IsReferenceType: true, SpecialType: not SpecialType.System_String, TypeKind: not TypeKind.Array } } property =>
            CollectionTypes.ElementType(property.Type) is not null,
        _ => false,
    };

    private static bool TryFindConstructor(INamedTypeSymbol type, out IMethodSymbol? constructor)
    {
        var constructors = type.InstanceConstructors;
        var open = constructors.Where(c => c.DeclaredAccessibility == Accessibility.Public).ToImmutableArray();
        constructor = constructors.FirstOrDefault(c => Has(c, Newtonsoft, "JsonConstructorAttribute"))
            ?? open.FirstOrDefault(c => c.Parameters.IsEmpty)
            ?? (open.Length == 1 ? open[0] : null)
            ?? constructors.FirstOrDefault(c => c.Parameters.IsEmpty);
        return constructor is not null || type.IsValueType;
    }
}
