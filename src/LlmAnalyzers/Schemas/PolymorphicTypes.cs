using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using static LlmAnalyzers.Schemas.SerializationAttributes;

namespace LlmAnalyzers.Schemas;

/// <summary>A type a value can have at run time, with the value that says so in JSON.</summary>
internal sealed record DerivedType(INamedTypeSymbol Type, ConstantShape Discriminator);

/// <summary>The types that may stand where a base type is declared, from <c>[JsonPolymorphic]</c> and <c>[JsonDerivedType]</c>.</summary>
/// <param name="DiscriminatorName">The member that tells them apart.</param>
/// <param name="DerivedTypes">Those a reader can tell: without a discriminator a type is only written.</param>
internal sealed record PolymorphicType(string DiscriminatorName, ImmutableArray<DerivedType> DerivedTypes)
{
    private const string DefaultDiscriminatorName = "$type";

    /// <summary>Null when the type has no such attributes, or none that a reader could use.</summary>
    public static PolymorphicType? Read(INamedTypeSymbol type, SerializationConventions conventions)
    {
        if (conventions.Library == JsonLibrary.Newtonsoft)
        {
            return null;
        }

        var derived = FindAll(type, SystemTextJson, "JsonDerivedTypeAttribute")
            .Select(a => (Type: Argument(a, 0) as INamedTypeSymbol, Discriminator: Constant(Argument(a, 1))))
            .Where(d => d is { Type: not null, Discriminator: not null })
            .Select(d => new DerivedType(d.Type!, d.Discriminator!))
            .ToImmutableArray();
        var name = Argument(Find(type, SystemTextJson, "JsonPolymorphicAttribute"), "TypeDiscriminatorPropertyName") as string;
        return derived.IsEmpty ? null : new(name ?? DefaultDiscriminatorName, derived);
    }

    private static ConstantShape? Constant(object? value) => value switch
    {
        string text => new("string", JsonTextWriter.Quote(text)),
        int number => new("integer", number.ToString(CultureInfo.InvariantCulture)),
        _ => null,
    };
}
