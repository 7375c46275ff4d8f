using System.Collections.Immutable;
using System.Linq;
using LlmAnalyzers.Calls;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Reading;

/// <summary>A value of a JSON body, however the source writes it: as objects of C# or as JSON text.</summary>
/// <param name="Location">Where it stands.</param>
internal abstract record JsonPart(Location Location);

/// <summary>It cannot be read.</summary>
internal sealed record JsonUnknown(Location Location) : JsonPart(Location);

/// <summary>It is null: to the service the same as absent.</summary>
internal sealed record JsonNull(Location Location) : JsonPart(Location);

/// <summary>Text, number or bool, given by an expression of C#.</summary>
internal sealed record JsonExpression(IOperation Operation, Frame Frame) : JsonPart(Operation.Syntax.GetLocation());

/// <summary>A string written in JSON text.</summary>
internal sealed record JsonString(PromptText Text, Location Location, Location ReportLocation) : JsonPart(Location);

/// <summary>A number or bool written in JSON text.</summary>
internal sealed record JsonConstant(object Value, Location Location, Location ReportLocation) : JsonPart(Location);

/// <summary>One of several values.</summary>
internal sealed record JsonChoice(ImmutableArray<JsonPart> Alternatives, Location Location) : JsonPart(Location);

/// <summary>An element of an array.</summary>
internal readonly record struct JsonElementPart(JsonPart Value, bool IsCertain);

/// <summary>An array.</summary>
internal sealed record JsonArrayPart(ImmutableArray<JsonElementPart> Elements, Location Location) : JsonPart(Location)
{
    /// <summary>What may have put other elements in; null when every element is known.</summary>
    public Location? MoreFrom { get; init; }

    /// <summary>The expression of C# that creates it; null when there is none to edit.</summary>
    public Location? Creation { get; init; }
}

/// <summary>A member of an object.</summary>
internal sealed record JsonMember(string Name, JsonPart Value, bool IsCertain);

/// <summary>An object.</summary>
internal sealed record JsonObjectPart(ImmutableArray<JsonMember> Members, Location Location) : JsonPart(Location)
{
    /// <summary>Members that cannot be read may be there too.</summary>
    public bool MayHoldMore { get; init; }

    /// <summary>The expression of C# that creates it; null when there is none to edit.</summary>
    public Location? Creation { get; init; }

    /// <summary>The member, the last one where a name is written twice.</summary>
    public JsonMember? this[string name] => Members.LastOrDefault(m => m.Name == name);
}
