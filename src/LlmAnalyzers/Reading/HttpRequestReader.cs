using System.Collections.Immutable;
using System.Linq;
using LlmAnalyzers.Schemas;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>A request that is sent by HTTP: where it goes, and the expression that gives its body.</summary>
/// <param name="Addresses">The addresses it may go to.</param>
/// <param name="MayGoElsewhere">It may also go where the source does not show.</param>
/// <param name="Body">Reads the JSON of its body.</param>
internal sealed record HttpRequest(ImmutableArray<HttpAddress> Addresses, bool MayGoElsewhere, System.Func<JsonPart> Body);

/// <summary>Reads what is handed to a method that sends: address and content, or a message that holds both.</summary>
internal static class HttpRequestReader
{
    /// <summary>The request; null when it is none that could ask a model.</summary>
    public static HttpRequest? Read(IInvocationOperation send, HttpSendMember meaning, Frame frame, ReadingContext context)
    {
        if (meaning.MessageParameter is { } parameter)
        {
            return SettingReader.ArgumentOf(send, parameter) is { } message ? ReadMessage(message.Value, frame, context) : null;
        }

        if (SettingReader.ArgumentOf(send, meaning.AddressParameter!) is not { } address)
        {
            return null;
        }

        var addresses = HttpAddress.Read(address.Value, frame, context, out var mayBeOther);
        return new(addresses, mayBeOther, () =>
        {
            if (meaning.ContentParameter is { } content)
            {
                return SettingReader.ArgumentOf(send, content) is { } given ? ReadContent(given.Value, frame, context) : JsonBodyReader.Unknown(send);
            }

            return SettingReader.ArgumentOf(send, meaning.ValueParameter!) is { } value
                ? JsonBodyReader.Read(value.Value, frame, ConventionsOf(send, frame, context), context)
                : JsonBodyReader.Unknown(send);
        });
    }

    /// <summary>Methods that send an object as JSON write it as the web does, unless they are told otherwise.</summary>
    private static SerializationConventions? ConventionsOf(IInvocationOperation send, Frame frame, ReadingContext context)
    {
        if (SerializerOptionsReader.OptionsOf(send) is { } options && OriginFinder.Bare(options.Value).ConstantValue is not { HasValue: true, Value: null })
        {
            return SerializerOptionsReader.Read(send, frame, context);
        }

        return send.Arguments.Any(a => a.Parameter?.Name == "jsonTypeInfo") ? null : SerializationConventions.Web;
    }

    private static HttpRequest? ReadMessage(IOperation message, Frame frame, ReadingContext context)
    {
        if (context.OriginsOf(message, frame) is not { HasUnseen: false, Known: [{ IsOpen: false, Operation: IObjectCreationOperation { Type.Name: "HttpRequestMessage" } creation } origin] })
        {
            return null;
        }

        var state = new MessageState();
        foreach (var argument in creation.Arguments)
        {
            state.Set(argument.Parameter?.Name, argument.Value, origin.Frame);
        }

        foreach (var assigned in (creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty).OfType<ISimpleAssignmentOperation>())
        {
            state.Set((assigned.Target as IPropertyReferenceOperation)?.Property.Name, assigned.Value, origin.Frame);
        }

        // What is assigned later, in the member that makes it or on the way here.
        for (var i = origin.Holders.Length - 1; i >= 0; i--)
        {
            var holder = origin.Holders[i];
            foreach (var (mention, _) in holder.Frame.Body.ReadsBefore(holder.Variable, origin.LastUse(holder)))
            {
                if (mention.Parent is IPropertyReferenceOperation { Parent: ISimpleAssignmentOperation assignment } property && assignment.Target == property)
                {
                    state.Set(property.Property.Name, assignment.Value, holder.Frame);
                }
            }
        }

        if (state.Address is not var (address, addressFrame) || !MayPost(state.Method, context))
        {
            return null;
        }

        var addresses = HttpAddress.Read(address, addressFrame, context, out var mayBeOther);
        return new(addresses, mayBeOther, () => state.Content is var (content, contentFrame) ? ReadContent(content, contentFrame, context) : JsonBodyReader.Unknown(creation));
    }

    private sealed class MessageState
    {
        public (IOperation, Frame)? Method { get; private set; }

        public (IOperation, Frame)? Address { get; private set; }

        public (IOperation, Frame)? Content { get; private set; }

        public void Set(string? name, IOperation value, Frame frame)
        {
            switch (name)
            {
                case "method" or "Method":
                    Method = (value, frame);
                    break;
                case "requestUri" or "RequestUri":
                    Address = (value, frame);
                    break;
                case "Content":
                    Content = (value, frame);
                    break;
            }
        }
    }

    private static bool MayPost((IOperation, Frame)? method, ReadingContext context) =>
        method is var (value, frame) && context.OriginsOf(value, frame).Known.Any(o => o.Operation switch
        {
            IPropertyReferenceOperation { Property: { Name: var name, ContainingType.Name: "HttpMethod" } } => name == "Post",
            IObjectCreationOperation { Type.Name: "HttpMethod", Arguments: [var verb] } => SettingReader.TextOf(OriginFinder.Bare(verb.Value)) is null or "POST",
            _ => o.IsOpen,
        });

    /// <summary>The JSON that an <c>HttpContent</c> holds.</summary>
    public static JsonPart ReadContent(IOperation content, Frame frame, ReadingContext context)
    {
        var origins = context.OriginsOf(content, frame);
        var alternatives = origins.Known.Select(o => ReadContent(o, context)).ToImmutableArray();
        if (origins.HasUnseen)
        {
            alternatives = alternatives.Add(JsonBodyReader.Unknown(content));
        }

        return alternatives.Length == 1 ? alternatives[0] : new JsonChoice(alternatives, content.Syntax.GetLocation());
    }

    private static JsonPart ReadContent(Origin origin, ReadingContext context)
    {
        switch (origin.Operation)
        {
            case IObjectCreationOperation { Type.Name: "StringContent" } creation when SettingReader.ArgumentOf(creation, "content") is { } text:
                return JsonBodyReader.ReadText(text.Value, origin.Frame, context);
            case IObjectCreationOperation { Type.Name: "ByteArrayContent" or "ReadOnlyMemoryContent" } creation when creation.Arguments.FirstOrDefault() is { } bytes:
                return ReadBytes(bytes.Value, origin.Frame, context);
            case IInvocationOperation { TargetMethod: { Name: "Create", ContainingType.Name: "JsonContent" } } create when SettingReader.ArgumentOf(create, "inputValue") is { } value:
                return JsonBodyReader.Read(value.Value, origin.Frame, ConventionsOf(create, origin.Frame, context), context);
            default:
                return JsonBodyReader.Unknown(origin.Operation);
        }
    }

    /// <summary>Bytes that a serializer makes, or that encode a text.</summary>
    public static JsonPart ReadBytes(IOperation bytes, Frame frame, ReadingContext context)
    {
        if (context.OriginsOf(bytes, frame).Single is not { Operation: IInvocationOperation invocation } origin)
        {
            return JsonBodyReader.Unknown(bytes);
        }

        if (JsonTrees.SerializedBy(invocation) is { } value)
        {
            return JsonBodyReader.Read(value, origin.Frame, SerializerOptionsReader.Read(invocation, origin.Frame, context), context);
        }

        return invocation.TargetMethod is { Name: "GetBytes", ContainingType.Name: "Encoding" or "UTF8Encoding" } && invocation.Arguments is [{ Value: { Type.SpecialType: SpecialType.System_String } text }]
            ? JsonBodyReader.ReadText(text, origin.Frame, context)
            : JsonBodyReader.Unknown(invocation);
    }
}
