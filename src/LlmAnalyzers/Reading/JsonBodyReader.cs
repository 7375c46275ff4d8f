using System.Collections.Immutable;
using System.Linq;
using LlmAnalyzers.Schemas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>
/// Reads an object that is sent as JSON: anonymous objects, dictionaries, JSON trees, classes with the names a serializer
/// gives them, and JSON text. Only what is really sent under a name counts as sent under it.
/// </summary>
internal sealed class JsonBodyReader
{
    private const int MaxDepth = 10;
    private const int MaxParts = 3_000;

    private int _parts;

    private JsonBodyReader(ReadingContext context) => Context = context;

    public ReadingContext Context { get; }

    /// <summary>What a serializer with these conventions makes of a value; with null, they cannot be read.</summary>
    public static JsonPart Read(IOperation value, Frame frame, SerializationConventions? conventions, ReadingContext context) =>
        conventions is null ? Unknown(value) : new JsonBodyReader(context).Visit(value, frame, conventions, depth: 0);

    /// <summary>A text that holds JSON: made by a serializer, or written in the source.</summary>
    public static JsonPart ReadText(IOperation text, Frame frame, ReadingContext context) => new JsonBodyReader(context).VisitText(text, frame, depth: 0);

    public static JsonPart Unknown(IOperation operation) => new JsonUnknown(operation.Syntax.GetLocation());

    public JsonPart Visit(IOperation value, Frame frame, SerializationConventions conventions, int depth)
    {
        Context.CancellationToken.ThrowIfCancellationRequested();
        var operation = JsonTrees.Plain(value);
        if (depth > MaxDepth || ++_parts > MaxParts)
        {
            return Unknown(operation);
        }

        if (IsScalar(operation.Type))
        {
            return new JsonExpression(operation, frame);
        }

        if (IsList(operation.Type))
        {
            return VisitList(operation, frame, conventions, depth);
        }

        var origins = Context.OriginsOf(operation, frame);
        var alternatives = ImmutableArray.CreateBuilder<JsonPart>();
        foreach (var origin in origins.Known)
        {
            alternatives.Add(VisitOrigin(origin, conventions, depth));
        }

        if (origins.HasUnseen)
        {
            alternatives.Add(Unknown(operation));
        }

        return alternatives.Count == 1 ? alternatives[0] : new JsonChoice(alternatives.ToImmutable(), operation.Syntax.GetLocation());
    }

    private JsonPart VisitOrigin(Origin origin, SerializationConventions conventions, int depth)
    {
        if (origin.IsNull)
        {
            return new JsonNull(origin.Location);
        }

        var (operation, frame) = (JsonTrees.Plain(origin.Operation), origin.Frame);
        if (origin.IsOpen)
        {
            return Unknown(operation);
        }

        if (operation != origin.Operation)
        {
            return Visit(operation, frame, conventions, depth + 1);
        }

        if (IsScalar(operation.Type))
        {
            return new JsonExpression(operation, frame);
        }

        return operation switch
        {
            IAnonymousObjectCreationOperation anonymous => VisitAnonymous(anonymous, frame, conventions, depth),
            IObjectCreationOperation { Type: INamedTypeSymbol type } creation when JsonTrees.IsKeyed(type) =>
                JsonKeyedObjects.Read(creation, origin, conventions, depth, this),
            _ when IsList(operation.Type) => VisitList(operation, frame, conventions, depth),
            IObjectCreationOperation creation => JsonDataObjects.Read(creation, origin, conventions, depth, this),
            IWithOperation with => JsonDataObjects.Read(with, origin, conventions, depth, this),
            IInvocationOperation invocation => VisitInvocation(invocation, frame, conventions, depth),
            _ => Unknown(operation),
        };
    }

    /// <summary>An array or list, read as every list is.</summary>
    public JsonPart VisitList(IOperation list, Frame frame, SerializationConventions conventions, int depth)
    {
        var read = ListReader.Read(list, frame, Context);
        var elements = ImmutableArray.CreateBuilder<JsonElementPart>();
        foreach (var element in read.Elements)
        {
            elements.Add(new(Visit(element.Operation, element.Frame, conventions, depth + 1), element.IsCertain));
        }

        return new JsonArrayPart(elements.ToImmutable(), list.Syntax.GetLocation())
        {
            MoreFrom = read.MoreFrom?.Syntax.GetLocation(),
            Creation = read.Creation?.Location,
        };
    }

    private JsonObjectPart VisitAnonymous(IAnonymousObjectCreationOperation anonymous, Frame frame, SerializationConventions conventions, int depth)
    {
        var members = new JsonObjectBuilder();
        foreach (var member in anonymous.Initializers)
        {
            if (member is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property } assignment)
            {
                members.Set(conventions.Naming.Apply(property.Property.Name), Visit(assignment.Value, frame, conventions, depth + 1), always: true);
            }
            else
            {
                members.MayHoldMore = true;
            }
        }

        return members.ToPart(anonymous.Syntax.GetLocation(), anonymous.Syntax.GetLocation());
    }

    /// <summary>Methods of JSON libraries that turn objects or text into trees.</summary>
    private JsonPart VisitInvocation(IInvocationOperation invocation, Frame frame, SerializationConventions conventions, int depth)
    {
        if (JsonTrees.SerializedBy(invocation) is { } value)
        {
            return SerializerOptionsReader.Read(invocation, frame, Context) is { } own ? Visit(value, frame, own, depth + 1) : Unknown(invocation);
        }

        if (JsonTrees.ParsedBy(invocation) is { } text)
        {
            return VisitText(text, frame, depth + 1);
        }

        return JsonTrees.PassedOnBy(invocation) is { } same ? Visit(same, frame, conventions, depth + 1) : Unknown(invocation);
    }

    public JsonPart VisitText(IOperation text, Frame frame, int depth)
    {
        var origins = Context.OriginsOf(text, frame);
        var alternatives = ImmutableArray.CreateBuilder<JsonPart>();
        foreach (var origin in origins.Known)
        {
            alternatives.Add(VisitTextOrigin(origin, depth));
        }

        if (origins.HasUnseen)
        {
            alternatives.Add(Unknown(text));
        }

        return alternatives.Count == 1 ? alternatives[0] : new JsonChoice(alternatives.ToImmutable(), text.Syntax.GetLocation());
    }

    private JsonPart VisitTextOrigin(Origin origin, int depth)
    {
        if (origin.IsNull || origin.IsOpen || depth > MaxDepth)
        {
            return Unknown(origin.Operation);
        }

        if (origin.Operation is IInvocationOperation invocation)
        {
            if (JsonTrees.SerializedBy(invocation) is { } value)
            {
                return SerializerOptionsReader.Read(invocation, origin.Frame, Context) is { } conventions
                    ? Visit(value, origin.Frame, conventions, depth + 1)
                    : Unknown(invocation);
            }

            if (JsonTrees.WrittenBy(invocation) is { } tree)
            {
                return Visit(tree, origin.Frame, SerializationConventions.Default, depth + 1);
            }
        }

        return JsonTextParser.Parse(PromptTextReader.Read(origin.Operation, origin.Frame, Context), origin);
    }

    /// <summary>Text, number, bool, or one of these that may be null. Enums and dates are written as their converters please.</summary>
    public static bool IsScalar(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            type = nullable.TypeArguments[0];
        }

        return type?.SpecialType is SpecialType.System_String or SpecialType.System_Boolean or SpecialType.System_Char
            or (>= SpecialType.System_SByte and <= SpecialType.System_Double);
    }

    public static bool IsList(ITypeSymbol? type) =>
        type is IArrayTypeSymbol || (type is INamedTypeSymbol named && !JsonTrees.IsKeyed(named) && named.SpecialType == SpecialType.None
            && named.Locations.All(l => !l.IsInSource)
            && named.AllInterfaces.Add(named).Any(i => i.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T));
}
