using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Schemas;

/// <summary>Reads the shape of a type and of all types it is made of, and notes what no strict schema can say. Used once.</summary>
internal sealed class ShapeReader(SerializationConventions conventions, SchemaDialect dialect, CancellationToken cancellationToken)
{
    /// <summary>Types with type arguments of different nullability have different shapes.</summary>
    private readonly Dictionary<ITypeSymbol, Shape> _known = new(SymbolEqualityComparer.IncludeNullability);
    private readonly List<SchemaObstacle> _obstacles = [];
    private int _memberCount;

    public ImmutableArray<SchemaObstacle> Obstacles => _obstacles.Distinct().Take(SchemaResult.MaxObstacles).ToImmutableArray();

    public Shape ReadRoot(ITypeSymbol type) => Read(type, ConverterEffect.None, "The type", level: 1);

    /// <param name="type">The type; null as a value of it is the caller's matter.</param>
    /// <param name="memberConverter">What the attributes of the member make of it.</param>
    /// <param name="place">Where the type is used, as the subject of a sentence.</param>
    /// <param name="level">Nesting level of the value; 1 for the root.</param>
    private Shape Read(ITypeSymbol type, ConverterEffect memberConverter, string place, int level)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            type = nullable.TypeArguments[0];
        }

        type = type.WithNullableAnnotation(NullableAnnotation.None);
        if (memberConverter == ConverterEffect.None && JsonDocumentTypes.IsAnyJson(type))
        {
            return Refuse($"{Is(place, type)}, which can hold any JSON.", SchemaObstacleKind.AnyJson);
        }

        var enumType = type is INamedTypeSymbol { TypeKind: TypeKind.Enum } named ? named : null;
        var converter = memberConverter != ConverterEffect.None ? memberConverter : ConverterOf(type, isEnum: enumType is not null);
        if (enumType is not null && converter != ConverterEffect.Unknown)
        {
            return ReadEnum(enumType, converter == ConverterEffect.EnumAsName, place);
        }

        if (converter != ConverterEffect.None)
        {
            return Refuse($"{Is(place, type)}, whose JSON is made by a converter.");
        }

        return ScalarTypes.Find(type) ?? ReadComposite(type, place, level);
    }

    /// <summary>The converter of a type, from the type's attribute or from the options. Libraries differ in which comes first.</summary>
    private ConverterEffect ConverterOf(ITypeSymbol type, bool isEnum)
    {
        var fromOptions = isEnum && conventions.EnumsAsNames ? ConverterEffect.EnumAsName : ConverterEffect.None;
        var fromType = Converters.EffectOn(type, conventions.Library);
        var (first, second) = conventions.Library == JsonLibrary.Newtonsoft ? (fromType, fromOptions) : (fromOptions, fromType);
        return first != ConverterEffect.None ? first : second;
    }

    private Shape ReadEnum(INamedTypeSymbol type, bool asNames, string place) =>
        type.GetMembers().OfType<IFieldSymbol>().Any(f => f.HasConstantValue)
            ? EnumTypes.Read(type, asNames, conventions)
            : Refuse($"{Is(place, type)}, an enum without values.");

    private Shape ReadComposite(ITypeSymbol type, string place, int level)
    {
        if (level > dialect.MaxNestingLevels)
        {
            return Refuse($"{place} lies deeper than the {dialect.MaxNestingLevels} levels a strict schema may have.", SchemaObstacleKind.TooLarge);
        }

        if (CollectionTypes.IsDictionary(type))
        {
            return Refuse($"{Is(place, type)}, whose keys are not known beforehand; a strict schema names every key.", SchemaObstacleKind.OpenKeys);
        }

        if (CollectionTypes.ElementType(type) is { } element)
        {
            return new ArrayShape(new Slot(Read(element, ConverterEffect.None, place + "[]", level + 1), IsNullableElement(element)));
        }

        return type is INamedTypeSymbol named && !IsUnsupported(named)
            ? ReadObject(named, place, level)
            : Refuse(type.TypeKind == TypeKind.Error
                ? $"{Is(place, type)}, which cannot be found."
                : $"{Is(place, type)}, which the serializer does not read.");
    }

    /// <summary>Without nullable annotations an element is taken as not null: a missing element is no element.</summary>
    private static bool IsNullableElement(ITypeSymbol element) =>
        element.NullableAnnotation == NullableAnnotation.Annotated
        || element.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    private static bool IsUnsupported(INamedTypeSymbol type) =>
        type.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface)
        || type.IsTupleType
        || type.IsRefLikeType
        || type.IsUnboundGenericType
        || type.IsStatic
        || CollectionTypes.IsEnumerable(type)
        || IsFrameworkType(type);

    /// <summary>Types of the framework are not made to be JSON, with two exceptions.</summary>
    private static bool IsFrameworkType(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.IsEmpty
        && !type.IsAnonymousType
        && (TypeNames.Namespace(type) + ".").StartsWith("System.", System.StringComparison.Ordinal)
        && !IsKeyValuePair(type)
        && !(TypeNames.Namespace(type) == "System" && type.Name == "Tuple");

    private static bool IsKeyValuePair(INamedTypeSymbol type) => TypeNames.Is(type, "System.Collections.Generic", "KeyValuePair`2");

    private Shape ReadObject(INamedTypeSymbol type, string place, int level)
    {
        if (_known.TryGetValue(type, out var known))
        {
            return known;
        }

        if (PolymorphicType.Read(type, conventions) is { } polymorphic)
        {
            return ReadUnion(type, polymorphic, level);
        }

        if (type.IsAbstract)
        {
            return Refuse($"{Is(place, type)}, and nothing tells a reader which type to create.", SchemaObstacleKind.NoConcreteType);
        }

        var shape = NewObject(type);
        _known[type] = shape;
        Fill(shape, type, level);
        return shape;
    }

    private UnionShape ReadUnion(INamedTypeSymbol type, PolymorphicType polymorphic, int level)
    {
        var union = new UnionShape();
        _known[type] = union;
        foreach (var derived in polymorphic.DerivedTypes)
        {
            var branch = NewObject(derived.Type);
            AddMember(branch, derived.Type, polymorphic.DiscriminatorName, new Slot(derived.Discriminator, IsNullable: false));
            union.Branches.Add(branch);
            Fill(branch, derived.Type, level);
        }

        // A base type that can be created is read when there is no discriminator.
        if (!type.IsAbstract && !polymorphic.DerivedTypes.Any(d => SymbolEqualityComparer.Default.Equals(d.Type, type)))
        {
            var branch = NewObject(type);
            union.Branches.Add(branch);
            Fill(branch, type, level);
        }

        return union;
    }

    private void Fill(ObjectShape shape, INamedTypeSymbol type, int level)
    {
        if (IsKeyValuePair(type))
        {
            AddMember(shape, type, conventions.Naming.Apply("Key"), Element(type.TypeArguments[0], "Key"));
            AddMember(shape, type, conventions.Naming.Apply("Value"), Element(type.TypeArguments[1], "Value"));
            return;
        }

        var contract = ObjectContract.Read(type, conventions);
        if (contract.Obstacle is { } obstacle)
        {
            Refuse($"'{TypeNames.Display(type)}' {obstacle}");
            return;
        }

        foreach (var member in contract.Members)
        {
            if (_memberCount > dialect.MaxProperties)
            {
                Refuse($"The schema would have more than {dialect.MaxProperties} properties.", SchemaObstacleKind.TooLarge);
                return;
            }

            var place = $"{TypeNames.Display(type)}.{member.Symbol.Name}";
            var memberShape = Read(member.Type, Converters.EffectOn(member.Symbol, conventions.Library), place, level + 1);
            AddMember(shape, type, member.Name, new Slot(memberShape, member.IsNullable) { Description = Descriptions.Of(member) });
        }

        if (shape.Members.Count == 0)
        {
            Refuse($"'{TypeNames.Display(type)}' has no members a reply could fill.");
        }

        Slot Element(ITypeSymbol element, string name) =>
            new(Read(element, ConverterEffect.None, $"{TypeNames.Display(type)}.{name}", level + 1), IsNullableElement(element));
    }

    private void AddMember(ObjectShape shape, INamedTypeSymbol type, string name, Slot slot)
    {
        _memberCount++;
        if (shape.Members.Any(m => m.Name == name))
        {
            Refuse($"'{TypeNames.Display(type)}' has two members that share the JSON name \"{name}\".");
            return;
        }

        shape.Members.Add((name, slot));
    }

    private static ObjectShape NewObject(INamedTypeSymbol type) => new(SchemaName.For(type), Descriptions.Of(type));

    private static string Is(string place, ITypeSymbol type) => $"{place} is '{TypeNames.Display(type)}'";

    private UnknownShape Refuse(string obstacle, SchemaObstacleKind kind = SchemaObstacleKind.Unclear)
    {
        // Distinct sentences are taken at the end; this only bounds the list.
        if (_obstacles.Count < SchemaResult.MaxObstacles * 8)
        {
            _obstacles.Add(new(kind, obstacle));
        }

        return UnknownShape.Instance;
    }
}
