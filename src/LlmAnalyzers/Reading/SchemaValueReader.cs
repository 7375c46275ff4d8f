using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using LlmAnalyzers.Schemas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>
/// Reads an object as the JSON it is serialised to: anonymous objects, dictionaries, <c>JsonObject</c>, arrays and constants.
/// What cannot be read is an unknown value at its place.
/// </summary>
internal sealed class SchemaValueReader(ReadingContext context)
{
    private const int MaxDepth = 100;
    private const int MaxValues = 100_000;

    private int _count;

    public static JsonItem Read(IOperation value, Frame frame, ReadingContext context) => new SchemaValueReader(context).Visit(value, frame, depth: 0);

    /// <summary>Something whose making shows the JSON it becomes.</summary>
    public static bool IsJson(IOperation operation) => operation switch
    {
        IAnonymousObjectCreationOperation => true,
        IObjectCreationOperation { Type: { } type } => IsMap(type) || IsList(type),
        _ => false,
    };

    private JsonItem Visit(IOperation value, Frame frame, int depth)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        if (depth > MaxDepth || ++_count > MaxValues)
        {
            return Value(JsonKind.Unknown, value);
        }

        var bare = OriginFinder.Bare(value);
        if (bare is IConversionOperation { OperatorMethod.ContainingType: { } target } implicitly && TypeNames.Namespace(target) == "System.Text.Json.Nodes")
        {
            return Visit(implicitly.Operand, frame, depth + 1);
        }

        if (context.OriginsOf(value, frame).Single is not { IsOpen: false } origin || MayBeChanged(origin))
        {
            return Value(JsonKind.Unknown, value);
        }

        var operation = origin.Operation;
        if (operation.ConstantValue.HasValue)
        {
            return Constant(operation);
        }

        switch (operation)
        {
            case IAnonymousObjectCreationOperation anonymous:
                return Object(anonymous, anonymous.Initializers.Select(i => Member(i, origin.Frame, depth)));
            case IObjectCreationOperation { Type: { } type } map when IsMap(type):
                return ReadMap(map, origin.Frame, depth);
            case IObjectCreationOperation { Type: { } type } list when IsList(type):
                return ReadList(list, origin.Frame, depth);
            case IArrayCreationOperation { Initializer: { } elements } array:
                return Array(array, elements.ElementValues.Select(e => Visit(e, origin.Frame, depth + 1)));
            case IArrayCreationOperation { DimensionSizes: [{ ConstantValue: { HasValue: true, Value: 0 } }] }:
            case IInvocationOperation { TargetMethod: { Name: "Empty", ContainingType.Name: "Array" } }:
                return Array(operation, []);
            case ICollectionExpressionOperation collection:
                return collection.Elements.Any(e => e is ISpreadOperation) ? Value(JsonKind.Array, collection) with { MayHoldMore = true } : Array(collection, collection.Elements.Select(e => Visit(e, origin.Frame, depth + 1)));
        }

        // A part that is JSON already: a parsed element, a node made from a text.
        var isLenient = false;
        return SchemaContentReader.Unwrap(operation, ref isLenient) switch
        {
            { IsSerialized: true, Inner: { } inner } => Visit(inner, origin.Frame, depth + 1),
            { Inner: not null } when SchemaContentReader.Read(operation, origin.Frame, context)?.Root is { } root => root,
            _ => Value(JsonKind.Unknown, operation),
        };
    }

    private static JsonItem Constant(IOperation operation) => operation.ConstantValue.Value switch
    {
        null => Value(JsonKind.Null, operation),
        string text => Value(JsonKind.String, operation) with { Text = text },
        bool truth => Value(truth ? JsonKind.True : JsonKind.False, operation),
        char or System.Enum => Value(JsonKind.Unknown, operation),
        _ when operation.Type?.TypeKind == TypeKind.Enum => Value(JsonKind.Unknown, operation),
        System.IFormattable number => Value(JsonKind.Number, operation) with { Text = number.ToString(null, CultureInfo.InvariantCulture) },
        _ => Value(JsonKind.Unknown, operation),
    };

    /// <summary>A member of an anonymous object: <c>type = "object"</c>, or a variable called so.</summary>
    private JsonEntry? Member(IOperation initializer, Frame frame, int depth) =>
        initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } assignment
            ? new(property.Name, default, Visit(assignment.Value, frame, depth + 1))
            {
                Code = (assignment.Syntax as AnonymousObjectMemberDeclaratorSyntax)?.NameEquals?.Name.GetLocation()
                    ?? (assignment.Syntax as AssignmentExpressionSyntax)?.Left.GetLocation()
                    ?? assignment.Syntax.GetLocation(),
            }
            : null;

    private JsonItem ReadMap(IObjectCreationOperation creation, Frame frame, int depth)
    {
        var members = (creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty).Select(i => i switch
        {
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [{ Value: var key }] } } assignment => Entry(key, assignment.Value),
            IInvocationOperation { TargetMethod.Name: "Add", Arguments: [{ Value: var key }, { Value: var value }] } => Entry(key, value),
            _ => null,
        });
        var read = Object(creation, members);

        // A copy of another dictionary, or an object made from pairs.
        return creation.Arguments.Any(a => a.ArgumentKind != ArgumentKind.DefaultValue && !IsPlainArgument(a)) ? read with { MayHoldMore = true } : read;

        JsonEntry? Entry(IOperation key, IOperation value) => OriginFinder.Bare(key).ConstantValue is { HasValue: true, Value: string name }
            ? new(name, default, Visit(value, frame, depth + 1)) { Code = key.Syntax.GetLocation() }
            : null;
    }

    private static bool IsPlainArgument(IArgumentOperation argument) => argument.Parameter?.Type.Name is "IEqualityComparer" or "StringComparer" or "Int32" or "Nullable";

    private JsonItem ReadList(IObjectCreationOperation creation, Frame frame, int depth)
    {
        var given = creation.Arguments.SelectMany(a => a is { ArgumentKind: ArgumentKind.ParamArray, Value: IArrayCreationOperation { Initializer: { } items } } ? items.ElementValues : ImmutableArray<IOperation>.Empty);
        var added = (creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty).Select(i => i is IInvocationOperation { Arguments: [{ Value: var item }, ..] } ? item : null);
        if (creation.Arguments.Any(a => a.ArgumentKind is not (ArgumentKind.ParamArray or ArgumentKind.DefaultValue)) || added.Contains(null))
        {
            return Value(JsonKind.Unknown, creation);
        }

        return Array(creation, given.Concat(added).Select(e => Visit(e!, frame, depth + 1)));
    }

    private static JsonItem Object(IOperation operation, System.Collections.Generic.IEnumerable<JsonEntry?> members)
    {
        var all = members.ToList();
        return Value(JsonKind.Object, operation) with { Members = all.Where(m => m is not null).ToImmutableArray()!, MayHoldMore = all.Contains(null) };
    }

    private static JsonItem Array(IOperation operation, System.Collections.Generic.IEnumerable<JsonItem> elements) =>
        Value(JsonKind.Array, operation) with { Elements = elements.ToImmutableArray() };

    private static JsonItem Value(JsonKind kind, IOperation operation) => new(kind, default) { Code = operation.Syntax.GetLocation() };

    /// <summary>An object that can be added to, and is mentioned elsewhere than where it is read.</summary>
    private static bool MayBeChanged(Origin origin) =>
        origin.Operation is IObjectCreationOperation or IArrayCreationOperation or ICollectionExpressionOperation
        && origin.Holders.Any(h => h.Variable is not (ILocalSymbol or IFieldSymbol { IsReadOnly: true })
            || h.Frame.Body.MentionsOf(h.Variable).Any(m => m.Kind != MentionKind.Written && m.Operation != h.Use));

    private static bool IsMap(ITypeSymbol type) =>
        TypeNames.Is(type, "System.Text.Json.Nodes", "JsonObject")
        || type is INamedTypeSymbol { Name: "Dictionary" or "SortedDictionary" or "OrderedDictionary", TypeArguments: [{ SpecialType: SpecialType.System_String }, _] };

    private static bool IsList(ITypeSymbol type) =>
        TypeNames.Is(type, "System.Text.Json.Nodes", "JsonArray") || TypeNames.Is(type, "System.Collections.Generic", "List`1");
}
