using Microsoft.CodeAnalysis;
using static LlmAnalyzers.Schemas.SerializationAttributes;

namespace LlmAnalyzers.Schemas;

/// <summary>What a converter attribute, or the lack of one, makes of a value.</summary>
internal enum ConverterEffect
{
    /// <summary>No converter is named.</summary>
    None,

    EnumAsName,

    EnumAsNumber,

    /// <summary>A converter whose JSON cannot be known.</summary>
    Unknown,
}

/// <summary>Reads converter attributes of a type or member.</summary>
internal static class Converters
{
    public static ConverterEffect EffectOn(ISymbol symbol, JsonLibrary library)
    {
        var containingNamespace = library == JsonLibrary.Newtonsoft ? Newtonsoft : SystemTextJson;
        if (FindDerived(symbol, containingNamespace, "JsonConverterAttribute") is not { } attribute)
        {
            return ConverterEffect.None;
        }

        // Parameters of a Newtonsoft converter (a naming strategy) change the names.
        return Argument(attribute, 0) is INamedTypeSymbol converter && attribute.ConstructorArguments.Length == 1
            ? EffectOf(converter)
            : ConverterEffect.Unknown;
    }

    private static ConverterEffect EffectOf(INamedTypeSymbol converter) =>
        TypeNames.Is(converter, SystemTextJson, "JsonStringEnumConverter")
        || TypeNames.Is(converter, SystemTextJson, "JsonStringEnumConverter`1")
        || TypeNames.Is(converter, NewtonsoftConverters, "StringEnumConverter") ? ConverterEffect.EnumAsName
        : TypeNames.Is(converter, SystemTextJson, "JsonNumberEnumConverter`1") ? ConverterEffect.EnumAsNumber
        : ConverterEffect.Unknown;
}
