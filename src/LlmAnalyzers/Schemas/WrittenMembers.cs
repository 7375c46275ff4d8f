using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using static LlmAnalyzers.Schemas.SerializationAttributes;

namespace LlmAnalyzers.Schemas;

/// <summary>The members a serializer writes, with the names they have in JSON. See <see cref="ObjectContract"/> for those it fills.</summary>
internal static class WrittenMembers
{
    /// <summary>Properties and fields with their JSON names; null when the type is written by code of its own.</summary>
    public static IReadOnlyList<(string Name, ISymbol Member)>? Of(INamedTypeSymbol type, SerializationConventions conventions)
    {
        var isNewtonsoft = conventions.Library == JsonLibrary.Newtonsoft;
        if (isNewtonsoft ? HasNewtonsoftWriter(type) : FindDerived(type, SystemTextJson, "JsonConverterAttribute") is not null)
        {
            return null;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        var members = new List<(string, ISymbol)>();
        foreach (var member in ObjectContract.DataMembers(type))
        {
            // A base type's member of the same name is hidden.
            if ((isNewtonsoft ? IsWrittenByNewtonsoft(member) : IsWritten(member, conventions)) && names.Add(member.Name))
            {
                members.Add((NameOf(member, conventions), member));
            }
        }

        return members;
    }

    /// <summary>A dictionary whose entries are written as members of the object.</summary>
    public static bool HoldsOthers(ISymbol member) =>
        Has(member, SystemTextJson, "JsonExtensionDataAttribute") || Has(member, SerializationAttributes.Newtonsoft, "JsonExtensionDataAttribute");

    /// <summary>The name a member has in JSON.</summary>
    public static string NameOf(ISymbol member, SerializationConventions conventions)
    {
        if (conventions.Library != JsonLibrary.Newtonsoft)
        {
            return Argument(Find(member, SystemTextJson, "JsonPropertyNameAttribute"), 0) as string ?? conventions.Naming.Apply(member.Name);
        }

        var property = Find(member, SerializationAttributes.Newtonsoft, "JsonPropertyAttribute");
        return (Argument(property, 0) ?? Argument(property, "PropertyName") ?? Argument(Find(member, DataContracts, "DataMemberAttribute"), "Name")) as string
            ?? conventions.Naming.Apply(member.Name);
    }

    private static bool IsWritten(ISymbol member, SerializationConventions conventions)
    {
        const int Always = 1;
        if (Find(member, SystemTextJson, "JsonIgnoreAttribute") is { } ignore && Argument(ignore, "Condition") is null or Always)
        {
            return false;
        }

        return !Has(member, SystemTextJson, "JsonExtensionDataAttribute")
            && (Has(member, SystemTextJson, "JsonIncludeAttribute") || member switch
            {
                IPropertySymbol property => property.GetMethod is { DeclaredAccessibility: Accessibility.Public } || property.ContainingType.IsAnonymousType,
                IFieldSymbol field => conventions.IncludesFields && field.DeclaredAccessibility == Accessibility.Public,
                _ => false,
            });
    }

    private static bool IsWrittenByNewtonsoft(ISymbol member)
    {
        const string library = SerializationAttributes.Newtonsoft;
        if (Has(member, library, "JsonIgnoreAttribute") || Has(member, library, "JsonExtensionDataAttribute") || Has(member, DataContracts, "IgnoreDataMemberAttribute"))
        {
            return false;
        }

        return Has(member, library, "JsonPropertyAttribute")
            || (member is IPropertySymbol { GetMethod.DeclaredAccessibility: Accessibility.Public } or IFieldSymbol { DeclaredAccessibility: Accessibility.Public });
    }

    private static bool HasNewtonsoftWriter(INamedTypeSymbol type) =>
        Has(type, SerializationAttributes.Newtonsoft, "JsonConverterAttribute")
        || Argument(Find(type, SerializationAttributes.Newtonsoft, "JsonObjectAttribute"), "NamingStrategyType") is not null;
}
