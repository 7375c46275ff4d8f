using System.Collections.Immutable;
using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Schemas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>
/// Reads the JSON that an expression stands for: a text in one of the wrappers of the framework, or an object that is
/// serialised. See <see cref="SchemaValueReader"/> for the objects.
/// </summary>
internal static class SchemaContentReader
{
    private const int MaxWrappers = 12;

    /// <summary>Null when it cannot be read.</summary>
    public static SchemaContent? Read(IOperation value, Frame frame, ReadingContext context)
    {
        var isLenient = false;
        for (var i = 0; i < MaxWrappers; i++)
        {
            if (context.OriginsOf(value, frame).Single is not { IsOpen: false } origin)
            {
                return ReadText(value, frame, isLenient, context);
            }

            switch (Unwrap(origin.Operation, ref isLenient))
            {
                case { IsSerialized: true } serialized:
                    return ReadObject(serialized.Inner!, origin.Frame, context);
                case { Inner: { } inner }:
                    (value, frame) = (inner, origin.Frame);
                    continue;
                case { IsForeign: true }:
                    return null;
            }

            return SchemaValueReader.IsJson(origin.Operation) ? ReadObject(value, frame, context) : ReadText(value, frame, isLenient, context);
        }

        return null;
    }

    private static SchemaContent? ReadText(IOperation value, Frame frame, bool isLenient, ReadingContext context)
    {
        if (SchemaTextReader.Read(value, frame, context) is not { } text)
        {
            return null;
        }

        var reading = JsonReader.Read(text.Text, text, isLenient);
        return new(reading.Root, reading.Error, text);
    }

    private static SchemaContent? ReadObject(IOperation value, Frame frame, ReadingContext context) =>
        SchemaValueReader.Read(value, frame, context) is { Kind: not JsonKind.Unknown } root ? new(root, null, null) : null;

    /// <summary>What a wrapper of the framework holds.</summary>
    /// <param name="Inner">A text or another wrapper; of an object that is serialised, the object.</param>
    /// <param name="IsSerialized">The inner value is an object that is serialised.</param>
    /// <param name="IsForeign">What becomes of the inner value is not known.</param>
    internal readonly record struct Wrapped(IOperation? Inner, bool IsSerialized = false, bool IsForeign = false);

    /// <summary>Takes one wrapper off. Nothing when the operation is none; foreign when what it does is not known.</summary>
    internal static Wrapped Unwrap(IOperation operation, ref bool isLenient)
    {
        switch (operation)
        {
            case IObjectCreationOperation { Constructor.ContainingType: { } type, Arguments: [{ Value: var data }, ..] } creation when TypeNames.Is(type, "System", "BinaryData"):
                return HasOptions(creation.Arguments, 1) ? new(null, IsForeign: true) : new(data, IsSerialized: IsObject(creation.Arguments[0].Parameter?.Type));
            case IPropertyReferenceOperation { Property: { Name: "RootElement", ContainingType: { } document }, Instance: { } parsed } when TypeNames.Is(document, "System.Text.Json", "JsonDocument"):
                return new(parsed);
            case IInvocationOperation invocation:
                return Unwrap(invocation, ref isLenient);
            default:
                return default;
        }
    }

    private static Wrapped Unwrap(IInvocationOperation invocation, ref bool isLenient)
    {
        var method = invocation.TargetMethod;
        var type = method.ContainingType;
        var first = invocation.Arguments.Length > 0 ? invocation.Arguments[0].Value : null;
        switch (method.Name)
        {
            case "FromString" or "FromBytes" when TypeNames.Is(type, "System", "BinaryData"):
                return new(first);
            case "FromObjectAsJson" when TypeNames.Is(type, "System", "BinaryData"):
            case "Serialize" or "SerializeToElement" or "SerializeToNode" or "SerializeToDocument" or "SerializeToUtf8Bytes" when TypeNames.Is(type, "System.Text.Json", "JsonSerializer"):
                // Options may rename every member.
                return HasOptions(invocation.Arguments, 1) ? new(null, IsForeign: true) : new(first, IsSerialized: true);
            case "Parse" when TypeNames.Is(type, "System.Text.Json", "JsonDocument") || TypeNames.Is(type, "System.Text.Json", "JsonElement") || TypeNames.Is(type, "System.Text.Json.Nodes", "JsonNode"):
            case "Deserialize" when TypeNames.Is(type, "System.Text.Json", "JsonSerializer") && IsAnyJson(method):
                isLenient |= HasOptions(invocation.Arguments, 1);
                return new(first);
            case "Clone" when TypeNames.Is(type, "System.Text.Json", "JsonElement"):
            case "ToJsonString" or "ToString" or "DeepClone" or "AsObject" when TypeNames.Namespace(type) == "System.Text.Json.Nodes":
            case "GetRawText" or "ToString" when TypeNames.Is(type, "System.Text.Json", "JsonElement"):
                return new(invocation.Instance);
            default:
                return default;
        }
    }

    /// <summary>An argument of the caller's own stands behind the first ones.</summary>
    private static bool HasOptions(ImmutableArray<IArgumentOperation> arguments, int count) =>
        arguments.Skip(count).Any(a => a.ArgumentKind != ArgumentKind.DefaultValue && a.Value.ConstantValue is not { HasValue: true, Value: null } && a.Parameter?.Type.Name != "CancellationToken");

    private static bool IsObject(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_Object;

    /// <summary>It reads the text into a document, not into a type of its own.</summary>
    private static bool IsAnyJson(IMethodSymbol method) => method.TypeArguments is [var read]
        && (JsonDocumentTypes.IsAnyJson(read)
            || read is INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_String }, var value] } && JsonDocumentTypes.IsAnyJson(value));
}
