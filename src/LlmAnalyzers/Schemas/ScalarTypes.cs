using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Schemas;

/// <summary>Which types are read from a single JSON string, number or boolean.</summary>
internal static class ScalarTypes
{
    private static readonly ScalarShape Boolean = new("boolean");
    private static readonly ScalarShape Integer = new("integer");
    private static readonly ScalarShape Number = new("number");
    private static readonly ScalarShape Text = new("string");

    private static readonly ScalarShape Character = new("string") { Pattern = "^.$", Note = "one character" };
    private static readonly ScalarShape Base64 = new("string") { Note = "bytes in Base64" };
    private static readonly ScalarShape Address = new("string") { Note = "a URI" };
    private static readonly ScalarShape Guid = new("string") { Format = "uuid", Note = "a UUID" };
    private static readonly ScalarShape Date = new("string") { Format = "date", Note = "a date, yyyy-MM-dd" };
    private static readonly ScalarShape DateAndTime = new("string") { Format = "date-time", Note = "ISO 8601 date and time" };
    private static readonly ScalarShape Version = new("string") { Pattern = @"^\d+(\.\d+){1,3}$", Note = "a version, major.minor[.build[.revision]]" };

    // The format "time" asks for an offset, which TimeOnly refuses.
    private static readonly ScalarShape Time = new("string") { Pattern = @"^\d{2}:\d{2}:\d{2}(\.\d{1,7})?$", Note = "a time, HH:mm:ss" };

    // The format "duration" is ISO 8601 (PT1H), which TimeSpan refuses.
    private static readonly ScalarShape Span =
        new("string") { Pattern = @"^-?(\d+\.)?\d{2}:\d{2}:\d{2}(\.\d{1,7})?$", Note = "a time span, [-][d.]hh:mm:ss" };

    /// <summary>
    /// The shape; null when the type is not a scalar. How numbers are handled (<c>[JsonNumberHandling]</c>) makes no difference:
    /// a serializer that also reads numbers from strings still reads numbers.
    /// </summary>
    public static ScalarShape? Find(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean => Boolean,
        SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16
            or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64 => Integer,
        SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal => Number,
        SpecialType.System_String => Text,
        SpecialType.System_Char => Character,
        SpecialType.System_DateTime => DateAndTime,
        _ when IsByteSequence(type) => Base64,
        _ when TypeNames.Namespace(type) == "System" && type.ContainingType is null => type.MetadataName switch
        {
            "Int128" or "UInt128" => Integer,
            "Half" => Number,
            "DateTimeOffset" => DateAndTime,
            "DateOnly" => Date,
            "TimeOnly" => Time,
            "TimeSpan" => Span,
            "Guid" => Guid,
            "Uri" => Address,
            "Version" => Version,
            _ => null,
        },
        _ => null,
    };

    private static bool IsByteSequence(ITypeSymbol type)
    {
        var element = type switch
        {
            IArrayTypeSymbol { Rank: 1 } array => array.ElementType,
            INamedTypeSymbol named when TypeNames.Is(named, "System", "Memory`1") || TypeNames.Is(named, "System", "ReadOnlyMemory`1") => named.TypeArguments[0],
            _ => null,
        };
        return element?.SpecialType == SpecialType.System_Byte;
    }
}
