using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Schemas;

/// <summary>Types that hold JSON of any form.</summary>
internal static class JsonDocumentTypes
{
    public static bool IsAnyJson(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Object
        || type.TypeKind == TypeKind.Dynamic
        || TypeNames.Is(type, "System.Text.Json", "JsonElement")
        || TypeNames.Is(type, "System.Text.Json", "JsonDocument")
        || TypeNames.Namespace(type) is "System.Text.Json.Nodes" or "Newtonsoft.Json.Linq"
        || TypeNames.Is(type, "System.Dynamic", "ExpandoObject");
}
