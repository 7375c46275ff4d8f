using System;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Reading;

/// <summary>Finds response formats that an SDK leaves out of the request, where it takes any object and makes something of a few.</summary>
internal static class DroppedFormats
{
    private const int MaxDisplay = 60;

    /// <summary>The format that is left out; null when the SDK takes the value, or nobody can tell.</summary>
    public static DroppedFormat? Find(OptionMember option, Origin origin, ReadingContext context)
    {
        if (option.Takes is not { } taken || origin.IsOpen || origin.IsNull)
        {
            return null;
        }

        var isDropped = SettingReader.TextOf(origin.Operation) is { } name
            ? !taken.Names.Contains(name, StringComparer.Ordinal)
            : IsOtherType(origin.Operation.Type, taken);
        return isDropped ? new(Display(origin.Operation), taken.Shown) : null;
    }

    /// <summary>Neither the type nor one derived from it can be taken.</summary>
    private static bool IsOtherType(ITypeSymbol? type, TakenFormats taken)
    {
        if (type is not (INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Enum } or IArrayTypeSymbol)
            || type.SpecialType is SpecialType.System_Object or SpecialType.System_String or SpecialType.System_ValueType)
        {
            // A string that is not a constant may be one of the names.
            return false;
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            if (taken.Types.Contains(current.OriginalDefinition.ToDisplayString()))
            {
                return false;
            }
        }

        // A type of the base library such as MemberInfo may stand for one that is derived from it and taken.
        return !(type is INamedTypeSymbol { TypeKind: TypeKind.Class, IsSealed: false } && type.ContainingNamespace?.ToDisplayString() is "System.Reflection");
    }

    private static string Display(IOperation operation)
    {
        var code = operation.Syntax.ToString();
        var line = code.IndexOf('\n');
        var first = (line < 0 ? code : code.Substring(0, line)).Trim();
        return first.Length > MaxDisplay ? first.Substring(0, MaxDisplay) + "…" : line < 0 ? first : first + " …";
    }
}
