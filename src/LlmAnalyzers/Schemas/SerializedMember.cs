using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Schemas;

/// <summary>A property or field a serializer can fill from JSON.</summary>
/// <param name="Name">The name in JSON.</param>
/// <param name="Symbol">The property or field.</param>
/// <param name="Parameter">The constructor parameter it is handed to; null when it is set.</param>
internal sealed record SerializedMember(string Name, ISymbol Symbol, IParameterSymbol? Parameter)
{
    /// <summary>The type the JSON value is read into.</summary>
    public ITypeSymbol Type => Parameter?.Type ?? TypeOf(Symbol);

    /// <summary>
    /// The value may be null: a nullable value type, an annotated reference, or a reference from code without nullable
    /// annotations, unless the code demands it. A strict schema has no absent properties, so null is the only way for a model to say "none".
    /// </summary>
    public bool IsNullable => AcceptsNull(Type) && !Demands(Symbol) && (Parameter is null || !Demands(Parameter));

    public static ITypeSymbol TypeOf(ISymbol symbol) => symbol is IPropertySymbol property ? property.Type : ((IFieldSymbol)symbol).Type;

    private bool AcceptsNull(ITypeSymbol type) => type.IsValueType
        ? type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
        : type.NullableAnnotation switch
        {
            NullableAnnotation.Annotated => true,
            NullableAnnotation.NotAnnotated => SerializationAttributes.Has(Symbol, SerializationAttributes.FlowAnalysis, "AllowNullAttribute"),
            _ => !IsRequired,
        };

    /// <summary>The member is marked as one that JSON must hold. It may be null all the same where its type says so.</summary>
    private bool IsRequired =>
        Symbol is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }
        || SerializationAttributes.Has(Symbol, SerializationAttributes.SystemTextJson, "JsonRequiredAttribute")
        || SerializationAttributes.Has(Symbol, SerializationAttributes.Newtonsoft, "JsonRequiredAttribute");

    /// <summary>An attribute forbids null.</summary>
    private static bool Demands(ISymbol symbol)
    {
        var jsonProperty = SerializationAttributes.Find(symbol, SerializationAttributes.Newtonsoft, "JsonPropertyAttribute");
        const int Always = 2;
        const int DisallowNull = 3;
        return SerializationAttributes.Has(symbol, SerializationAttributes.DataAnnotations, "RequiredAttribute")
            || SerializationAttributes.Has(symbol, SerializationAttributes.FlowAnalysis, "DisallowNullAttribute")
            || SerializationAttributes.Argument(jsonProperty, "Required") is Always or DisallowNull;
    }
}
