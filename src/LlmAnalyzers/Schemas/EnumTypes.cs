using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using static LlmAnalyzers.Schemas.SerializationAttributes;

namespace LlmAnalyzers.Schemas;

/// <summary>How the values of an enum stand in JSON.</summary>
internal static class EnumTypes
{
    /// <summary>The meaning of more numbers than this is not spelled out.</summary>
    private const int MaxExplainedMembers = 40;

    public static EnumShape Read(INamedTypeSymbol type, bool asNames, SerializationConventions conventions)
    {
        var members = type.GetMembers().OfType<IFieldSymbol>().Where(f => f.HasConstantValue).ToImmutableArray();
        var isFlags = Has(type, "System", "FlagsAttribute");
        var description = Descriptions.Of(type);
        if (asNames)
        {
            var names = members.Select(m => NameOf(m, conventions)).Distinct().ToImmutableArray();
            return isFlags
                ? new("string", ImmutableArray<string>.Empty) { Note = "one or more of " + string.Join(", ", names) + ", separated by commas", Description = description }
                : new("string", ImmutableArray.CreateRange(names, JsonTextWriter.Quote)) { Description = description };
        }

        // Numbers alone would leave the model to guess.
        var note = members.Length is 0 or > MaxExplainedMembers
            ? null
            : string.Join(", ", members.Select(m => Number(m) + " = " + m.Name));
        return isFlags
            ? new("integer", ImmutableArray<string>.Empty) { Note = note is null ? null : "a sum of " + note, Description = description }
            : new("integer", members.Select(Number).Distinct().ToImmutableArray()) { Note = note, Description = description };
    }

    private static string Number(IFieldSymbol member) => Convert.ToString(member.ConstantValue, CultureInfo.InvariantCulture) ?? "0";

    private static string NameOf(IFieldSymbol member, SerializationConventions conventions)
    {
        var declared = conventions.Library == JsonLibrary.Newtonsoft
            ? Argument(Find(member, DataContracts, "EnumMemberAttribute"), "Value")
            : Argument(Find(member, SystemTextJson, "JsonStringEnumMemberNameAttribute"), 0);
        return declared as string ?? conventions.EnumNaming.Apply(member.Name);
    }
}
