using System.Collections.Immutable;
using System.Linq;
using LlmAnalyzers.Schemas;

namespace LlmAnalyzers.Tests.Schemas;

/// <summary>A type with a strict schema, and a value of it.</summary>
/// <param name="Name">Its name in test results, and in its namespace.</param>
/// <param name="Type">The type as C# writes it.</param>
/// <param name="Value">An expression of that type.</param>
/// <param name="Declarations">The types it is made of.</param>
internal sealed record TypeCase(string Name, string Type, string Value, string Declarations)
{
    public SerializationConventions Conventions { get; init; } = SerializationConventions.Default;

    /// <summary>What is read is written again; not so for members without getter or with a condition.</summary>
    public bool IsWrittenAsRead { get; init; } = true;

    /// <summary>The exporter also shows what is only written: derived types without discriminator, which no reader can tell.</summary>
    public bool ExporterShowsMore { get; init; }

    public string Namespace => "Case_" + Name;
}

/// <summary>Types as applications declare them, and as they rarely do.</summary>
internal static class TypeCases
{
    private static readonly SerializationConventions Names = SerializationConventions.Default with { EnumsAsNames = true };

    public static ImmutableArray<TypeCase> All { get; } =
    [
        new("PlainClass", "Ticket", """new() { Title = "a", Age = 3 }""", "public class Ticket { public string Title { get; set; } = \"\"; public int Age { get; set; } }"),
        new("PositionalRecord", "Ticket", """new("a", 3, null)""", "public record Ticket(string Title, int Age, string? Note);"),
        new("RecordWithBody", "Ticket", """new("a") { Tag = "t" }""", "public record Ticket(string Title) { public string? Tag { get; init; } public int Length => Title.Length; }"),
        new("RecordStruct", "Point", "new(1, 2)", "public record struct Point(double X, double Y);"),
        new("ReadOnlyRecordStruct", "Point", "new(1, 2)", "public readonly record struct Point(double X, double Y);"),
        new("NullableRoot", "Point?", "new Point(1, 2)", "public record struct Point(double X, double Y);"),
        new("MutableStruct", "Point", "new() { X = 1 }", "public struct Point { public int X { get; set; } public int? Y { get; set; } }"),
        new("InitOnly", "Ticket", """new() { Title = "a" }""", "public class Ticket { public string? Title { get; init; } }"),
        new("Required", "Ticket", """new() { Title = "a", Note = null }""", "public class Ticket { public required string Title { get; set; } public required string? Note { get; set; } }"),
        new("JsonRequired", "Ticket", """new() { Title = "a" }""", "public class Ticket { [JsonRequired] public string Title { get; set; } = \"\"; }"),
        new("Integers", "Numbers", "new()", """
            public class Numbers { public sbyte A { get; set; } public byte B { get; set; } public short C { get; set; } public ushort D { get; set; }
              public int E { get; set; } public uint F { get; set; } public long G { get; set; } public ulong H { get; set; } public Int128 I { get; set; } public UInt128 J { get; set; } }
            """),
        new("Fractions", "Numbers", "new()", "public class Numbers { public float A { get; set; } public double B { get; set; } public decimal C { get; set; } public Half D { get; set; } public decimal? E { get; set; } }"),
        new("NumberHandling", "Numbers", "new()", "[JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)] public class Numbers { public int A { get; set; } [JsonNumberHandling(JsonNumberHandling.Strict)] public double? B { get; set; } }"),
        new("Booleans", "Flags", "new()", "public class Flags { public bool A { get; set; } public bool? B { get; set; } }"),
        new("Texts", "Texts", "new()", "public class Texts { public string A { get; set; } = \"\"; public char B { get; set; } = 'x'; public char? C { get; set; } }"),
        new("Dates", "Dates", "new()", "public class Dates { public DateTime A { get; set; } public DateTimeOffset B { get; set; } public DateOnly C { get; set; } public DateTime? D { get; set; } }") { IsWrittenAsRead = false },
        new("Times", "Times", "new() { A = new(1, 2, 3, 4, 5), B = TimeSpan.FromDays(-2) }", "public class Times { public TimeSpan A { get; set; } public TimeSpan B { get; set; } public TimeOnly C { get; set; } public TimeSpan? D { get; set; } }"),
        new("Identifiers", "Ids", """new() { B = new("a", UriKind.Relative), C = new(1, 2, 3) }""", "public class Ids { public Guid A { get; set; } public Uri? B { get; set; } public Version? C { get; set; } }"),
        new("Bytes", "Bytes", "new() { A = [1, 2, 3] }", "public class Bytes { public byte[] A { get; set; } = []; public ReadOnlyMemory<byte> B { get; set; } public Memory<byte> C { get; set; } }"),
        new("JsonPropertyName", "Ticket", """new("a", 2)""", "public record Ticket([property: JsonPropertyName(\"the-title\")] string Title, [property: JsonPropertyName(\"\\\"quoted\\\" ünïcode\")] int Age);"),
        new("JsonIgnore", "Ticket", """new() { Title = "a" }""", "public class Ticket { public string Title { get; set; } = \"\"; [JsonIgnore] public string Secret { get; set; } = \"\"; [JsonIgnore(Condition = JsonIgnoreCondition.Never)] public int Kept { get; set; } [JsonIgnore(Condition = JsonIgnoreCondition.Always)] public object? Other { get; set; } }"),
        new("JsonIgnoreWhenWriting", "Ticket", """new() { Note = "a", Age = 2 }""", "public class Ticket { [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Note { get; set; } [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public int Age { get; set; } }") { IsWrittenAsRead = false },
        new("JsonIgnoreWhenReading", "Ticket", """new() { Age = 2 }""", "public class Ticket { [JsonIgnore(Condition = JsonIgnoreCondition.WhenReading)] public string? Note { get; set; } public int Age { get; set; } }"),
        new("JsonInclude", "Ticket", "new()", "public class Ticket { [JsonInclude] public string Title { get; private set; } = \"\"; [JsonInclude] public int Count; [JsonInclude] internal int Hidden { get; set; } public int NotHere; internal int NorHere { get; set; } }"),
        new("PrivateSetter", "Ticket", "new()", "public class Ticket { public string Title { get; set; } = \"\"; public int Computed { get; private set; } public int Half => 1; }"),
        new("ConstructorBound", "Ticket", """new("a", 2)""", "public class Ticket { public Ticket(string title, int age) { Title = title; Age = age; } public string Title { get; } public int Age { get; } public int Twice => Age * 2; }"),
        new("JsonConstructor", "Ticket", """new("a", 2)""", "public class Ticket { public Ticket() { Title = \"\"; } [JsonConstructor] public Ticket(string title, int age) { Title = title; Age = age; } public string Title { get; } public int Age { get; } }"),
        new("ParameterlessConstructorWins", "Ticket", "new()", "public class Ticket { public Ticket() { } public Ticket(string title) { Title = title; } public string Title { get; } = \"\"; public int Age { get; set; } }"),
        new("PrivateJsonConstructor", "Ticket", "Ticket.Make()", "public class Ticket { [JsonConstructor] private Ticket(string title) { Title = title; } public string Title { get; } public static Ticket Make() => new(\"a\"); }"),
        new("StructWithJsonConstructor", "Point", "new(1, 2)", "public readonly struct Point { [JsonConstructor] public Point(int x, int y) { X = x; Y = y; } public int X { get; } public int Y { get; } }"),
        new("Fields", "Point", "new() { X = 1 }", "public class Point { public int X; public string? Name; public readonly int Fixed; private int _y; public int Y { get => _y; set => _y = value; } }") { Conventions = SerializationConventions.Default with { IncludesFields = true } },
        new("ExtensionData", "Ticket", """new() { Title = "a" }""", "public class Ticket { public string Title { get; set; } = \"\"; [JsonExtensionData] public Dictionary<string, JsonElement>? More { get; set; } }"),
        new("PropertyOrder", "Ticket", "new()", "public class Ticket { [JsonPropertyOrder(2)] public int A { get; set; } public int B { get; set; } [JsonPropertyOrder(-1)] public int C { get; set; } public int D { get; set; } }"),
        new("SetterOnly", "Ticket", "new()", "public class Ticket { private string _a = \"\"; public string A { set => _a = value; } public int Length => _a.Length; public int B { get; set; } }") { IsWrittenAsRead = false },
        new("PopulatedGetter", "Ticket", "new() { Title = \"a\" }", "public class Ticket { public string Title { get; set; } = \"\"; [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)] public List<string> Tags { get; } = [\"t\"]; }") { IsWrittenAsRead = false },
        new("Inheritance", "Child", "new()", "public class Parent { public int A { get; set; } public int B { get; set; } } public class Child : Parent { public int C { get; set; } }"),
        new("RecordInheritance", "Child", "new(1, 2)", "public abstract record Parent(int A); public record Child(int A, int B) : Parent(A);"),
        new("Override", "Child", "new()", "public abstract class Parent { public virtual int A { get; set; } public abstract string? B { get; set; } } public class Child : Parent { public override int A { get; set; } public override string? B { get; set; } }"),
        new("HiddenMember", "Child", "new()", "public class Parent { public int A { get; set; } } public class Child : Parent { public new string? A { get; set; } }"),
        new("HiddenUnderOtherName", "Child", "new()", "public class Parent { public int A { get; set; } } public class Child : Parent { [JsonPropertyName(\"b\")] public new string? A { get; set; } }"),
        new("IgnoredOverride", "Child", "new()", "public class Parent { public virtual int A { get; set; } public int B { get; set; } } public class Child : Parent { [JsonIgnore] public override int A { get; set; } }"),
        new("IgnoredNameIsFree", "Ticket", "new()", "public class Ticket { [JsonIgnore] public int A { get; set; } [JsonPropertyName(\"A\")] public string? B { get; set; } }"),
        new("ObjectsInObjects", "Order", """new(new("a"), new("b", new("c")))""", "public record Order(Customer Customer, Address? Address); public record Customer(string Name); public record Address(string Street, Country Country); public record Country(string Code);"),
        new("SharedType", "Order", """new(new("a"), new("b"), null)""", "public record Order(Address Billing, Address Shipping, Address? Other); public record Address(string Street);"),
        new("SharedDescribedType", "Order", """new(new("a"), new("b"), null)""", "public record Order([property: Description(\"Pays\")] Address Billing, [property: Description(\"Receives\")] Address Shipping, [property: Description(\"Else\")] Address? Other); public record Address(string Street);"),
        new("Arrays", "Lists", """new() { A = ["x"], E = [[1]] }""", "public class Lists { public string[] A { get; set; } = []; public int?[] B { get; set; } = []; public string?[] C { get; set; } = []; public string[]? D { get; set; } public int[][] E { get; set; } = []; }"),
        new("Lists", "Lists", "new()", "public class Lists { public List<Item> A { get; set; } = []; public IReadOnlyList<string> B { get; set; } = []; public IEnumerable<int> C { get; set; } = []; public ICollection<Guid> D { get; set; } = []; public IList<Item?>? E { get; set; } public IReadOnlyCollection<int> F { get; set; } = []; } public record Item(string Name);"),
        new("Sets", "Sets", "new()", "public class Sets { public HashSet<string> A { get; set; } = []; public ISet<int> B { get; set; } = new HashSet<int>(); public SortedSet<int> C { get; set; } = []; }"),
        new("Queues", "Queues", "new()", "public class Queues { public Queue<int> A { get; set; } = new(); public Stack<int> B { get; set; } = new(); public LinkedList<int> C { get; set; } = new(); public ConcurrentQueue<int> D { get; set; } = new(); }"),
        new("ImmutableCollections", "Sets", "new()", "public class Sets { public ImmutableArray<string> A { get; set; } = []; public ImmutableList<int> B { get; set; } = []; public ImmutableHashSet<int> C { get; set; } = []; public IImmutableList<int> D { get; set; } = ImmutableList<int>.Empty; public ImmutableArray<int>? E { get; set; } }"),
        new("ObservableCollection", "Sets", "new()", "public class Sets { public Collection<string> A { get; set; } = []; public ObservableCollection<int> B { get; set; } = []; }"),
        new("OwnCollection", "Order", "new([new(1)])", "public class Lines : List<Line> { } public record Line(int Amount); public record Order(Lines Lines);"),
        new("PairsOfLists", "Lists", "new([new(1, \"a\")])", "public record Lists(List<KeyValuePair<int, string>> Pairs);"),
        new("EnumAsNumber", "Ticket", "new(Priority.High, null)", "public enum Priority { Low = 1, High = 5 } public record Ticket(Priority A, Priority? B);"),
        new("EnumByConvention", "Ticket", "new(Priority.High, null)", "public enum Priority { Low = 1, High = 5, VeryHigh = 6 } public record Ticket(Priority A, Priority? B);") { Conventions = Names },
        new("EnumNaming", "Ticket", "new(Priority.VeryHigh, null)", "public enum Priority { Low = 1, VeryHigh = 6 } public record Ticket(Priority A, Priority? B);") { Conventions = Names with { EnumNaming = NamingPolicy.SnakeCaseUpper } },
        new("EnumByTypeAttribute", "Ticket", "new(Priority.High)", "[JsonConverter(typeof(JsonStringEnumConverter<Priority>))] public enum Priority { Low, High } public record Ticket(Priority A);"),
        new("EnumByMemberAttribute", "Ticket", "new() { A = Priority.High }", "public enum Priority { Low, High } public class Ticket { [JsonConverter(typeof(JsonStringEnumConverter))] public Priority A { get; set; } public Priority B { get; set; } = Priority.High; [JsonConverter(typeof(JsonStringEnumConverter<Priority>))] public Priority? C { get; set; } }"),
        new("EnumKeptAsNumber", "Ticket", "new(Priority.High)", "[JsonConverter(typeof(JsonNumberEnumConverter<Priority>))] public enum Priority { Low, High } public record Ticket(Priority A);"),
        new("EnumOptionsBeforeTypeAttribute", "Ticket", "new(Priority.High)", "[JsonConverter(typeof(JsonNumberEnumConverter<Priority>))] public enum Priority { Low, High } public record Ticket(Priority A);") { Conventions = Names },
        new("EnumMemberNames", "Ticket", "new(Priority.High)", "public enum Priority { Low, [JsonStringEnumMemberName(\"very high\")] High } public record Ticket(Priority A);") { Conventions = Names },
        new("EnumOfLongs", "Ticket", "new(Priority.High)", "public enum Priority : ulong { Low = 0, High = 18446744073709551615 } public record Ticket(Priority A);"),
        new("FlagsAsNumber", "Ticket", "new(Rights.Read | Rights.Write)", "[Flags] public enum Rights { None = 0, Read = 1, Write = 2 } public record Ticket(Rights A);"),
        new("FlagsAsNames", "Ticket", "new(Rights.Read | Rights.Write)", "[Flags] public enum Rights { None = 0, Read = 1, Write = 2 } public record Ticket(Rights A);") { Conventions = Names },
        new("EnumList", "Ticket", "new([Priority.High])", "public enum Priority { Low, High } public record Ticket(List<Priority> A);") { Conventions = Names },
        new("SelfReference", "Node", """new("a", new("b", null, []), [new("c", null, [])])""", "public record Node(string Name, Node? Next, List<Node> Children);"),
        new("MutualReference", "Order", "new([new(null)])", "public record Order(List<Line> Lines); public record Line(Order? Parent);"),
        new("InnerRecursion", "Page", """new(new("a", []), new("b", []))""", "public record Page(Menu Left, Menu Right); public record Menu(string Title, Menu[] Items);"),
        new("RecursiveUnion", "Formula", """new(new Sum(new Constant(1), new Constant(2)))""", "public record Formula(Expression Root); [JsonDerivedType(typeof(Sum), \"sum\")] [JsonDerivedType(typeof(Constant), \"constant\")] public abstract record Expression; public record Sum(Expression Left, Expression Right) : Expression; public record Constant(double Value) : Expression;"),
        new("PolymorphicInterface", "Drawing", """new([new Circle(1), new Square(2)])""", "public record Drawing(List<IShape> Shapes); [JsonPolymorphic(TypeDiscriminatorPropertyName = \"kind\")] [JsonDerivedType(typeof(Circle), \"circle\")] [JsonDerivedType(typeof(Square), \"square\")] public interface IShape; public record Circle(double Radius) : IShape; public record Square(double Side) : IShape;"),
        new("PolymorphicByNumber", "Zoo", "new(new Cat(3), null)", "public record Zoo(Animal First, Animal? Second); [JsonDerivedType(typeof(Cat), 1)] [JsonDerivedType(typeof(Dog), 2)] public abstract record Animal; public record Cat(int Lives) : Animal; public record Dog : Animal;"),
        new("PolymorphicConcreteBase", "Zoo", "new([new Cat(\"a\", 3), new Animal(\"b\")])", "public record Zoo(Animal[] All); [JsonDerivedType(typeof(Cat), \"cat\")] public record Animal(string Name); public record Cat(string Name, int Lives) : Animal(Name);"),
        new("PolymorphicBaseWithDiscriminator", "Zoo", "new([new Cat(\"a\", 3), new Animal(\"b\")])", "public record Zoo(Animal[] All); [JsonDerivedType(typeof(Animal), \"any\")] [JsonDerivedType(typeof(Cat), \"cat\")] public record Animal(string Name); public record Cat(string Name, int Lives) : Animal(Name);"),
        new("DerivedTypeByItself", "Zoo", "new(new Cat(\"a\", 3))", "public record Zoo(Cat Only); [JsonDerivedType(typeof(Cat), \"cat\")] public record Animal(string Name); public record Cat(string Name, int Lives) : Animal(Name);"),
        new("OnlyWrittenDerivedTypes", "Zoo", "new(new Animal(\"a\"))", "public record Zoo(Animal First); [JsonDerivedType(typeof(Cat))] public record Animal(string Name); public record Cat(string Name, int Lives) : Animal(Name);") { ExporterShowsMore = true },
        new("Generics", "Envelope<Order>", "new(new(1), null, [])", "public record Envelope<T>(T Value, T? Previous, List<T> All); public record Order(int Number);"),
        new("GenericBase", "Child", "new() { Value = \"a\" }", "public class Parent<T> { public T? Value { get; set; } public List<T>? All { get; set; } } public class Child : Parent<string> { public int A { get; set; } }"),
        new("GenericsOfValues", "Envelope<int>", "new(1, 2, [])", "public record Envelope<T>(T Value, T? Previous, List<T> All);"),
        new("GenericsOfGenerics", "Pair<Pair<int, string>, Pair<bool, double?>>", "new(new(1, \"a\"), new(true, null))", "public record Pair<A, B>(A First, B Second);"),
        new("FrameworkTuple", "Ticket", "new(new(1, \"a\"))", "public record Ticket(Tuple<int, string> Both);"),
        new("NestedTypes", "Outer.Inner", "new() { Deeper = new() }", "public class Outer { public class Inner { public Deep? Deeper { get; set; } public class Deep { public int A { get; set; } } } }"),
        new("Oblivious", "Ticket", "new() { Title = \"a\" }", "#nullable disable\npublic class Ticket { public string Title { get; set; } public List<string> Tags { get; set; } public int Age { get; set; } }\n#nullable restore"),
        new("WebDefaults", "Ticket", "new(\"a\", new(\"b\"))", "public record Ticket(string MainTitle, URLInfo URLInfo); public record URLInfo(string IOName);") { Conventions = SerializationConventions.Web },
        new("SnakeCase", "Ticket", "new(\"a\", 2)", "public record Ticket(string MainTitle, int HTTPStatus2);") { Conventions = SerializationConventions.Default with { Naming = NamingPolicy.SnakeCaseLower } },
        new("KebabCase", "Ticket", "new(\"a\", 2)", "public record Ticket(string MainTitle, int HTTPStatus2);") { Conventions = SerializationConventions.Default with { Naming = NamingPolicy.KebabCaseUpper } },
        new("Described", "Ticket", "new() { Title = \"a\" }", "/// <summary>A ticket.</summary>\n[Description(\"What a customer wants\")] public class Ticket { /// <summary>Gets or sets the <see cref=\"Ticket\"/> title.</summary>\npublic string Title { get; set; } = \"\"; [Description(\"Days \\\"open\\\"\\n\\tso far\")] public int Age { get; set; } }"),
        new("ValidationAttributes", "Ticket", "new() { Title = \"a\" }", "public class Ticket { [MaxLength(10)] [Required] public string? Title { get; set; } [Range(1, 5)] public int Score { get; set; } = 1; }"),
        new("KeywordNames", "Ticket", "new(\"a\", 2)", "public record Ticket(string @class, int @event);"),
        new("StaticAndIndexer", "Ticket", "new()", "public class Ticket { public static int S { get; set; } public const int C = 1; public int this[int i] { get => i; set { } } public int A { get; set; } }"),
        new("ExplicitInterface", "Ticket", "new()", "public interface IThing { int A { get; set; } } public class Ticket : IThing { int IThing.A { get; set; } public int B { get; set; } }"),
    ];

    public static TypeCase Get(string name) => All.Single(c => c.Name == name);

    /// <summary>All cases in one compilation, each in its namespace.</summary>
    public static TypeSource Source { get; } = new(string.Join("\n", All.Select(c =>
        $$"""
        namespace {{c.Namespace}}
        {
        {{c.Declarations}}
        public static class Root { public static {{c.Type}} Value => {{(c.Type.EndsWith('?') || !c.Value.StartsWith("new(", System.StringComparison.Ordinal) ? c.Value : "new " + c.Type + c.Value[3..])}}; }
        }
        """)));
}
