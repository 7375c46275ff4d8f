using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Schemas;

/// <summary>Reads attributes by the full name of their class.</summary>
internal static class SerializationAttributes
{
    public const string SystemTextJson = "System.Text.Json.Serialization";
    public const string Newtonsoft = "Newtonsoft.Json";
    public const string NewtonsoftConverters = "Newtonsoft.Json.Converters";
    public const string DataContracts = "System.Runtime.Serialization";
    public const string DataAnnotations = "System.ComponentModel.DataAnnotations";
    public const string ComponentModel = "System.ComponentModel";
    public const string FlowAnalysis = "System.Diagnostics.CodeAnalysis";

    public static AttributeData? Find(ISymbol symbol, string containingNamespace, string className) =>
        FindAll(symbol, containingNamespace, className).FirstOrDefault();

    public static bool Has(ISymbol symbol, string containingNamespace, string className) =>
        Find(symbol, containingNamespace, className) is not null;

    public static IEnumerable<AttributeData> FindAll(ISymbol symbol, string containingNamespace, string className) =>
        symbol.GetAttributes().Where(a => a.AttributeClass is { } c && TypeNames.Is(c, containingNamespace, className));

    /// <summary>An attribute whose class is this one or derives from it.</summary>
    public static AttributeData? FindDerived(ISymbol symbol, string containingNamespace, string className) =>
        symbol.GetAttributes().FirstOrDefault(a => IsOrDerives(a.AttributeClass, containingNamespace, className));

    /// <summary>The constructor argument at this place; null when there is none, or it has no value.</summary>
    public static object? Argument(AttributeData? attribute, int index) =>
        attribute is not null && attribute.ConstructorArguments.Length > index ? Value(attribute.ConstructorArguments[index]) : null;

    /// <summary>The named argument; null when it is not given, or has no value.</summary>
    public static object? Argument(AttributeData? attribute, string name) =>
        attribute?.NamedArguments.Where(a => a.Key == name).Select(a => Value(a.Value)).FirstOrDefault();

    private static object? Value(TypedConstant constant) =>
        constant.Kind is TypedConstantKind.Array or TypedConstantKind.Error ? null : constant.Value;

    private static bool IsOrDerives(INamedTypeSymbol? type, string containingNamespace, string className)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (TypeNames.Is(current, containingNamespace, className))
            {
                return true;
            }
        }

        return false;
    }
}
