using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Schemas;

/// <summary>
/// Makes the strict JSON schema of a C# type: the JSON its serializer reads it from, in the subset services enforce.
/// Every object is closed and lists all its members as required; a value that may be missing is one that may be null.
/// </summary>
/// <remarks>
/// Left out: members the serializer does not fill, extension data, defaults, and lengths and ranges from validation attributes
/// (not all services take them, and the code still checks). An open point of a type is an obstacle, never a guess.
/// </remarks>
internal static class SchemaFromType
{
    public static SchemaResult Create(ITypeSymbol type, SerializationConventions conventions, CancellationToken cancellationToken) =>
        Create(type, conventions, SchemaDialect.OpenAI, cancellationToken);

    public static SchemaResult Create(
        ITypeSymbol type, SerializationConventions conventions, SchemaDialect dialect, CancellationToken cancellationToken)
    {
        var reader = new ShapeReader(conventions, dialect, cancellationToken);
        var shape = reader.ReadRoot(type);
        var root = shape switch
        {
            ObjectShape single => single,
            UnionShape { Branches.Count: 1 } union => union.Branches[0],
            _ => null,
        };
        var isRootObject = root is not null || shape is UnknownShape;
        var obstacles = isRootObject ? reader.Obstacles : reader.Obstacles.Insert(0, new(SchemaObstacleKind.Root, RootObstacle(type, shape)));
        if (root is null || !obstacles.IsEmpty)
        {
            return new(null, obstacles, isRootObject);
        }

        if (NestingLevels.Exceed(dialect.MaxNestingLevels, root))
        {
            return Refused($"The schema would have more than {dialect.MaxNestingLevels} levels.");
        }

        var plan = new SchemaPlan(root, cancellationToken);
        if (dialect.RefusesRecursion && plan.RecursiveName is { } recursive)
        {
            return new(null, ImmutableArray.Create(new SchemaObstacle(SchemaObstacleKind.Recursive, $"'{recursive}' contains itself, and the service takes no such schema.")), IsRootObject: true);
        }

        var writer = new SchemaWriter(plan, dialect, cancellationToken);
        var json = writer.Write(root);
        return writer.PassedLimit is { } limit ? Refused(limit) : new(json, ImmutableArray<SchemaObstacle>.Empty, IsRootObject: true);

        static SchemaResult Refused(string obstacle) => new(null, ImmutableArray.Create(new SchemaObstacle(SchemaObstacleKind.TooLarge, obstacle)), IsRootObject: true);
    }

    private static string RootObstacle(ITypeSymbol type, Shape shape) => $"The type is '{TypeNames.Display(type)}', which is " + (shape is UnionShape
        ? "one of several objects; the root of a strict schema is a single one."
        : "not a JSON object, as the root of a strict schema must be.");
}
