using System.Collections.Immutable;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Schemas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>Reads the JSON in <c>BinaryContent</c> and <c>BinaryData</c>: made of text, of bytes, or of an object.</summary>
internal static class BinaryBodyReader
{
    private const int MaxDepth = 6;

    public static JsonPart Read(IOperation content, Frame frame, ReadingContext context) => Read(content, frame, context, depth: 0);

    private static JsonPart Read(IOperation content, Frame frame, ReadingContext context, int depth)
    {
        if (depth > MaxDepth || context.OriginsOf(content, frame).Single is not { IsOpen: false } origin)
        {
            return JsonBodyReader.Unknown(content);
        }

        return origin.Operation switch
        {
            IUtf8StringOperation utf8 => JsonTextParser.Parse(new PromptText(ImmutableArray.Create(new PromptPiece(utf8.Value, origin.Location))), origin),
            IConversionOperation { OperatorMethod: not null } conversion => Read(conversion.Operand, origin.Frame, context, depth + 1),
            IInvocationOperation { TargetMethod.Name: "ToArray" or "ToMemory", Instance: { } bytes } => Read(bytes, origin.Frame, context, depth + 1),
            IInvocationOperation { TargetMethod.ContainingType.Name: "BinaryContent" or "BinaryData", Arguments: [var made, ..] } factory => Made(factory, made.Value, origin.Frame, context, depth),
            IInvocationOperation encoded => HttpRequestReader.ReadBytes(encoded, origin.Frame, context),
            IObjectCreationOperation { Type.Name: "BinaryData", Arguments: [var held, ..] } => Held(held.Value, origin.Frame, context, depth),
            _ => JsonBodyReader.Unknown(origin.Operation),
        };
    }

    private static JsonPart Made(IInvocationOperation factory, IOperation value, Frame frame, ReadingContext context, int depth) => factory.TargetMethod.Name switch
    {
        "FromObjectAsJson" or "CreateJson" => JsonBodyReader.Read(value, frame, SerializerOptionsReader.Read(factory, frame, context), context),
        "FromString" => JsonBodyReader.ReadText(value, frame, context),
        "Create" or "FromBytes" => Read(value, frame, context, depth + 1),
        _ => JsonBodyReader.Unknown(factory),
    };

    /// <summary>A text, bytes, or an object that is written as JSON.</summary>
    private static JsonPart Held(IOperation value, Frame frame, ReadingContext context, int depth) => OriginFinder.Bare(value).Type switch
    {
        { SpecialType: SpecialType.System_String } => JsonBodyReader.ReadText(value, frame, context),
        IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } or { Name: "ReadOnlyMemory" or "ReadOnlySpan" } => Read(value, frame, context, depth + 1),
        _ => JsonBodyReader.Read(value, frame, SerializationConventions.Default, context),
    };
}
