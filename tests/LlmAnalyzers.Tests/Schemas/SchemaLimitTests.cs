using System;
using System.Diagnostics;
using System.Linq;
using System.Text;
using System.Threading;
using LlmAnalyzers.Schemas;
using Xunit;

namespace LlmAnalyzers.Tests.Schemas;

/// <summary>Sizes, circles and hostile code: an answer always comes, soon, and without an exception.</summary>
public sealed class SchemaLimitTests
{
    private static SchemaResult Create(string declarations, string type, SchemaDialect? dialect = null) => SchemaFromType.Create(
        new TypeSource(declarations).Declared(type), SerializationConventions.Default, dialect ?? SchemaDialect.OpenAI, CancellationToken.None);

    private static string Chain(int length) =>
        string.Concat(Enumerable.Range(1, length).Select(i => i < length ? $"public record C{i}(C{i + 1} Next);" : $"public record C{i}(int End);"));

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    [InlineData(400, false)]
    public void Objects_nest_ten_levels(int levels, bool isAllowed) => Assert.Equal(isAllowed, Create(Chain(levels), "C1").Json is not null);

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public void Objects_nest_five_levels_on_Azure(int levels, bool isAllowed) =>
        Assert.Equal(isAllowed, Create(Chain(levels), "C1", SchemaDialect.AzureOpenAI).Json is not null);

    [Fact]
    public void Depth_counts_where_a_known_type_stands_deepest()
    {
        // A and what it holds are read first near the root, where they have room, and stand again behind B, where they have none.
        var shared = Create("public record Root(A Near, B Far); public record B(A4 X); public record A4(A3 X); public record A3(A2 X); public record A2(A X);" + "public record A(C1 C);" + Chain(5), "Root");
        Assert.Equal(["The schema would have more than 10 levels."], shared.Obstacles.ToArray());
    }

    [Fact]
    public void Long_paths_between_many_types_are_answered()
    {
        // Read from the last to the first, each type is near the root, yet the path through all of them is 1500 long.
        const int Count = 1500;
        var declarations = "public record Root(" + string.Join(",", Enumerable.Range(1, Count).Reverse().Select(i => $"C{i} M{i}")) + ");" + Chain(Count);
        var type = new TypeSource(declarations).Declared("Root");
        var watch = Stopwatch.StartNew();
        var result = SchemaFromType.Create(type, SerializationConventions.Default, CancellationToken.None);
        Assert.Equal(["The schema would have more than 10 levels."], result.Obstacles.ToArray());
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), watch.Elapsed.ToString());
    }

    [Fact]
    public void Many_types_in_a_circle_are_answered()
    {
        const int Count = 1500;
        var declarations = "public record Root(" + string.Join(",", Enumerable.Range(1, Count).Select(i => $"C{i} M{i}")) + ");"
            + string.Concat(Enumerable.Range(1, Count).Select(i => $"public record C{i}(Root? Back);"));
        var type = new TypeSource(declarations).Declared("Root");
        var watch = Stopwatch.StartNew();
        var result = SchemaFromType.Create(type, SerializationConventions.Default, CancellationToken.None);
        Assert.Equal(Count, result.Json!.Split("\"$ref\": \"#\"").Length - 1);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), watch.Elapsed.ToString());
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void Properties_are_counted(int count, bool isAllowed)
    {
        var declarations = "public class Wide {" + string.Concat(Enumerable.Range(0, count).Select(i => $"public int P{i} {{ get; set; }}")) + "}";
        Assert.Equal(isAllowed, Create(declarations, "Wide", SchemaDialect.AzureOpenAI).Json is not null);
        Assert.NotNull(Create(declarations, "Wide").Json);
    }

    [Theory]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    public void Enum_values_are_counted(int count, bool isAllowed) => Assert.Equal(
        isAllowed,
        Create("public record Root(Big B); public enum Big {" + string.Join(",", Enumerable.Range(0, count).Select(i => "V" + i)) + "}", "Root").Json is not null);

    [Theory]
    [InlineData(40, true)]
    [InlineData(70, false)]
    public void Large_enums_have_short_names(int nameLength, bool isAllowed) => Assert.Equal(
        isAllowed,
        Create(
            "public record Root(Big B); [JsonConverter(typeof(JsonStringEnumConverter<Big>))] public enum Big {" + string.Join(",", Enumerable.Range(100, 251).Select(i => "V" + i + new string('x', nameLength))) + "}", "Root").Json is not null);

    [Fact]
    public void Names_are_counted()
    {
        static string Wide(int count) =>
            "public class Wide {" + string.Concat(Enumerable.Range(1000, count).Select(i => $"public int P{i}{new string('x', 495)} {{ get; set; }}")) + "}";
        Assert.NotNull(Create(Wide(240), "Wide").Json);
        Assert.Equal(["The schema would have more than 120000 characters of names."], Create(Wide(241), "Wide").Obstacles.ToArray());
    }

    [Fact]
    public void Thousand_nested_generics_are_answered()
    {
        var type = new StringBuilder().Insert(0, "Box<", 1000).Append("int").Append('>', 1000);
        var source = new TypeSource($"public record Box<T>(T Value); public static class Root {{ public static {type} Value => default!; }}");
        var watch = Stopwatch.StartNew();
        var result = SchemaFromType.Create(source.RootType(), SerializationConventions.Default, CancellationToken.None);
        Assert.Equal(["Box<Box<Box<…>>>.Value lies deeper than the 10 levels a strict schema may have."], result.Obstacles.ToArray());
        Assert.True(SchemaName.For(source.RootType()).Length <= SchemaName.MaxLength);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData("public record Node<T>(Node<List<T>>? A, Node<T[]>? B, Node<Node<T>>? C, T D);")]
    [InlineData("public class Node<T> : List<Node<Node<T>>> { public int A { get; set; } }")]
    [InlineData("public record Node<T>(Node<(T, T)>? A, Node<Node<(T, T)>>? B, int C);")]
    public void Types_that_grow_without_end_are_answered(string declaration)
    {
        var source = new TypeSource(declaration + "public record Root(Node<int> Value, int Other);");
        var watch = Stopwatch.StartNew();
        var result = SchemaFromType.Create(source.Declared("Root"), SerializationConventions.Default, CancellationToken.None);
        Assert.Null(result.Json);
        Assert.InRange(result.Obstacles.Length, 1, SchemaResult.MaxObstacles);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), watch.Elapsed.ToString());
    }

    [Fact]
    public void Described_copies_of_copies_stop_at_the_limit()
    {
        // Each level has four described members of the next: 4^8 copies if nothing stopped it.
        var declarations = string.Concat(Enumerable.Range(1, 8).Select(i =>
            $"public class D{i} {{" + string.Concat("abcd".Select(c => $"[Description(\"x\")] public {(i < 8 ? "D" + (i + 1) : "int")} {c} {{ get; set; }} = default!;")) + "}"));
        var watch = Stopwatch.StartNew();
        Assert.Equal(["The schema would have more than 5000 properties."], Create(declarations, "D1").Obstacles.ToArray());
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData("public class Root : Root { public int A { get; set; } }")]
    [InlineData("public class Root : Missing { public int A { get; set; } public Missing? B { get; set; } }")]
    [InlineData("public class Root { public int A { get; set; } public int A { get; set; } public string A; }")]
    [InlineData("public record Root(Root A, [property: JsonPropertyName()] int B, [property: JsonPropertyName(5)] int C, [property: JsonConverter] int D);")]
    [InlineData("public class Root { [JsonIgnore(Condition = )] public int A { get; set; } [Description(null)] public int B { get; set; } [JsonPropertyOrder(\"x\")] public int C { get; set; } }")]
    [InlineData("public class Root { /// <summary>Broken <b>\npublic int A { get; set; }\n/// <summary>&bad; <!DOCTYPE x></summary>\npublic int B { get; set; } }")]
    [InlineData("[JsonDerivedType(typeof(Missing), \"a\")] [JsonDerivedType(null, \"b\")] [JsonDerivedType] public class Root { public int A { get; set; } }")]
    [InlineData("public enum Root { A = B, B = A, C = \"x\" } ")]
    [InlineData("public unsafe class Root { public int* A { get; set; } public delegate*<int> B { get; set; } public Span<int> C { get; set; } public void D { get; set; } }")]
    [InlineData("public class Root<T, T> { public T A { get; set; } }")]
    [InlineData("public class Root { public Root(int a, int A) { } public int A { get; } public { get; set; } public int this[] { get; } }")]
    public void Broken_code_is_answered(string declarations)
    {
        foreach (var conventions in new[] { SerializationConventions.Default, SerializationConventions.Web, SerializationConventions.Newtonsoft })
        {
            var result = SchemaFromType.Create(new TypeSource(declarations).Declared("Root"), conventions, CancellationToken.None);
            Assert.Equal(result.Json is null, !result.Obstacles.IsEmpty);
        }
    }

    [Fact]
    public void Work_is_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        var type = new TypeSource("public record Root(int A);").Declared("Root");
        Assert.Throws<OperationCanceledException>(() => SchemaFromType.Create(type, SerializationConventions.Default, cancellation.Token));
    }
}
