using System.Linq;
using System.Threading;
using LlmAnalyzers.Schemas;
using Xunit;

namespace LlmAnalyzers.Tests.Schemas;

/// <summary>Types without a strict schema: there is no JSON then, and a sentence says why.</summary>
public sealed class SchemaObstacleTests
{
    [Theory]
    [InlineData("Dictionary<string, int> M", "Root.M is 'Dictionary<string, int>', whose keys are not known beforehand; a strict schema names every key.")]
    [InlineData("IReadOnlyDictionary<string, string>? M", "Root.M is 'IReadOnlyDictionary<string, string>', whose keys are not known beforehand; a strict schema names every key.")]
    [InlineData("ConcurrentDictionary<string, object> M", "Root.M is 'ConcurrentDictionary<string, object>', whose keys are not known beforehand; a strict schema names every key.")]
    [InlineData("List<Dictionary<string, int>> M", "Root.M[] is 'Dictionary<string, int>', whose keys are not known beforehand; a strict schema names every key.")]
    [InlineData("System.Collections.Hashtable M", "Root.M is 'Hashtable', whose keys are not known beforehand; a strict schema names every key.")]
    [InlineData("object M", "Root.M is 'object', which can hold any JSON.")]
    [InlineData("object?[] M", "Root.M[] is 'object', which can hold any JSON.")]
    [InlineData("dynamic M", "Root.M is 'dynamic', which can hold any JSON.")]
    [InlineData("JsonElement M", "Root.M is 'JsonElement', which can hold any JSON.")]
    [InlineData("JsonElement? M", "Root.M is 'JsonElement', which can hold any JSON.")]
    [InlineData("JsonNode? M", "Root.M is 'JsonNode', which can hold any JSON.")]
    [InlineData("JsonArray M", "Root.M is 'JsonArray', which can hold any JSON.")]
    [InlineData("JsonDocument M", "Root.M is 'JsonDocument', which can hold any JSON.")]
    [InlineData("Func<int> M", "Root.M is 'Func<int>', which the serializer does not read.")]
    [InlineData("int[,] M", "Root.M is 'int[,]', which the serializer does not read.")]
    [InlineData("(int A, string B) M", "Root.M is '(int, string)', which the serializer does not read.")]
    [InlineData("Type M", "Root.M is 'Type', which the serializer does not read.")]
    [InlineData("Exception M", "Root.M is 'Exception', which the serializer does not read.")]
    [InlineData("IntPtr M", "Root.M is 'nint', which the serializer does not read.")]
    [InlineData("System.Numerics.BigInteger M", "Root.M is 'BigInteger', which the serializer does not read.")]
    [InlineData("System.Globalization.CultureInfo M", "Root.M is 'CultureInfo', which the serializer does not read.")]
    [InlineData("System.Collections.IEnumerable M", "Root.M is 'IEnumerable', which the serializer does not read.")]
    [InlineData("ReadOnlyCollection<int> M", "Root.M is 'ReadOnlyCollection<int>', which the serializer does not read.")]
    [InlineData("ConcurrentBag<int> M", "Root.M is 'ConcurrentBag<int>', which the serializer does not read.")]
    [InlineData("IAsyncEnumerable<int> M", "Root.M is 'IAsyncEnumerable<int>', which the serializer does not read.")]
    [InlineData("NoSuchType M", "Root.M is 'NoSuchType', which cannot be found.")]
    [InlineData("List<NoSuchType> M", "Root.M[] is 'NoSuchType', which cannot be found.")]
    [InlineData("IThing M", "Root.M is 'IThing', and nothing tells a reader which type to create.")]
    [InlineData("AbstractThing M", "Root.M is 'AbstractThing', and nothing tells a reader which type to create.")]
    [InlineData("OnlyWritten M", "Root.M is 'OnlyWritten', and nothing tells a reader which type to create.")]
    [InlineData("Converted M", "Root.M is 'Converted', whose JSON is made by a converter.")]
    [InlineData("ConvertedByOwnAttribute M", "Root.M is 'ConvertedByOwnAttribute', whose JSON is made by a converter.")]
    [InlineData("ConvertedEnum M", "Root.M is 'ConvertedEnum', whose JSON is made by a converter.")]
    [InlineData("[property: JsonConverter(typeof(Upper))] string M", "Root.M is 'string', whose JSON is made by a converter.")]
    [InlineData("[property: JsonConverter(typeof(JsonStringEnumConverter))] List<DayOfWeek> M", "Root.M is 'List<DayOfWeek>', whose JSON is made by a converter.")]
    [InlineData("EmptyEnum M", "Root.M is 'EmptyEnum', an enum without values.")]
    [InlineData("Empty M", "'Empty' has no members a reply could fill.")]
    [InlineData("OnlyGetters M", "'OnlyGetters' has no members a reply could fill.")]
    [InlineData("TwoConstructors M", "'TwoConstructors' has no constructor the serializer could call.")]
    [InlineData("HiddenConstructor M", "'HiddenConstructor' has no constructor the serializer could call.")]
    [InlineData("UnboundParameter M", "'UnboundParameter' has a constructor parameter 'other' without a member of the same name and type.")]
    [InlineData("OtherTypeParameter M", "'OtherTypeParameter' has a constructor parameter 'a' without a member of the same name and type.")]
    [InlineData("SharedName M", "'SharedName' has two members that share the JSON name \"A\".")]
    [InlineData("Clash M", "'ClashChild' has two members that share the JSON name \"kind\".")]
    [InlineData("Itself M", "Root.M[][][][][][][][][] lies deeper than the 10 levels a strict schema may have.")]
    public void Member_of_this_type_is_an_obstacle(string member, string obstacle)
    {
        var source = new TypeSource(
            $"public record Root(int Fine, {member});\n" + """
            public interface IThing { int A { get; set; } }
            public abstract class AbstractThing { public int A { get; set; } }
            [JsonDerivedType(typeof(Written))] public abstract class OnlyWritten { public int A { get; set; } }
            public class Written : OnlyWritten;
            public class Upper : JsonConverter<string> { public override string? Read(ref Utf8JsonReader r, Type t, JsonSerializerOptions o) => null; public override void Write(Utf8JsonWriter w, string v, JsonSerializerOptions o) { } }
            [JsonConverter(typeof(Upper))] public class Converted { public int A { get; set; } }
            public class OwnAttribute : JsonConverterAttribute { public override JsonConverter? CreateConverter(Type t) => null; }
            [Own] public class ConvertedByOwnAttribute { public int A { get; set; } }
            public class MyEnumConverter : JsonStringEnumConverter { public MyEnumConverter() : base(JsonNamingPolicy.CamelCase) { } }
            [JsonConverter(typeof(MyEnumConverter))] public enum ConvertedEnum { A }
            public enum EmptyEnum;
            public class Empty;
            public class OnlyGetters { public int A => 1; }
            public class TwoConstructors { public TwoConstructors(int a) { A = a; } public TwoConstructors(int a, int b) { A = b; } public int A { get; set; } }
            public class HiddenConstructor { private HiddenConstructor() { } public int A { get; set; } }
            public class UnboundParameter { public UnboundParameter(int a, int other) { A = a; } public int A { get; } }
            public class OtherTypeParameter { public OtherTypeParameter(long a) { A = (int)a; } public int A { get; } }
            public class SharedName { public int A { get; set; } [JsonPropertyName("A")] public int B { get; set; } }
            [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")] [JsonDerivedType(typeof(ClashChild), "c")] public abstract class Clash { public int A { get; set; } }
            public class ClashChild : Clash { [JsonPropertyName("kind")] public int B { get; set; } }
            public class Itself : List<Itself>;
            """);
        var result = SchemaFromType.Create(source.Declared("Root"), SerializationConventions.Default, CancellationToken.None);
        Assert.Equal([obstacle], result.Obstacles.ToArray());
        Assert.Null(result.Json);
        Assert.True(result.IsRootObject);
        Assert.False(result.WrapperWouldHelp);
    }

    [Theory]
    [InlineData("List<Item>", "List<Item>")]
    [InlineData("Item[]", "Item[]")]
    [InlineData("string", "string")]
    [InlineData("int?", "int?")]
    [InlineData("DayOfWeek", "DayOfWeek")]
    [InlineData("Shape", "Shape")]
    public void Root_that_is_not_one_object_is_an_obstacle_a_wrapper_removes(string type, string display)
    {
        const string Declarations = "public record Item(int A); [JsonDerivedType(typeof(Circle), \"c\")] public record Shape(int A); public record Circle(int A) : Shape(A);";
        var bare = new TypeSource($"public static class Root {{ public static {type} Value => default!; }} {Declarations}");
        var result = SchemaFromType.Create(bare.RootType(), SerializationConventions.Default, CancellationToken.None);
        Assert.StartsWith($"The type is '{display}', which is ", Assert.Single(result.Obstacles), System.StringComparison.Ordinal);
        Assert.Null(result.Json);
        Assert.False(result.IsRootObject);
        Assert.True(result.WrapperWouldHelp);

        var wrapped = new TypeSource($"public record Wrapper({type} Items); {Declarations}");
        Assert.NotNull(SchemaFromType.Create(wrapped.Declared("Wrapper"), SerializationConventions.Default, CancellationToken.None).Json);
    }

    [Theory]
    [InlineData("List<object>", 2)]
    [InlineData("List<Dictionary<string, int>>", 2)]
    [InlineData("object", 1)]
    [InlineData("Dictionary<string, int>", 1)]
    [InlineData("IThing", 1)]
    public void Root_that_no_wrapper_mends_is_told_apart(string type, int obstacles)
    {
        var source = new TypeSource($"public static class Root {{ public static {type} Value => default!; }} public interface IThing;");
        var result = SchemaFromType.Create(source.RootType(), SerializationConventions.Default, CancellationToken.None);
        Assert.Equal(obstacles, result.Obstacles.Length);
        Assert.Null(result.Json);
        Assert.False(result.WrapperWouldHelp);
    }

    [Fact]
    public void Every_obstacle_is_named_once_and_in_order()
    {
        var source = new TypeSource("public record Order(object A, Line First, Line Second, Dictionary<string, int> B); public record Line(object A);");
        var result = SchemaFromType.Create(source.Declared("Order"), SerializationConventions.Default, CancellationToken.None);
        Assert.Equal(["Order.A", "Line.A", "Order.B"], result.Obstacles.Select(o => o.Split(' ')[0]));
    }

    [Fact]
    public void Open_type_parameter_is_an_obstacle()
    {
        var source = new TypeSource("public record Envelope<T>(T Value);");
        var result = SchemaFromType.Create(source.Declared("Envelope"), SerializationConventions.Default, CancellationToken.None);
        Assert.Equal(["Envelope<T>.Value is 'T', which the serializer does not read."], result.Obstacles.ToArray());
    }
}
