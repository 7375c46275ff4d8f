using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading;
using LlmAnalyzers.Schemas;
using Xunit;

namespace LlmAnalyzers.Tests.Schemas;

/// <summary>What the schema allows, Newtonsoft.Json reads, and nothing is lost.</summary>
public sealed class NewtonsoftSchemaTests
{
    private const string Usings = "using System; using System.Collections.Generic; using System.Runtime.Serialization; using Newtonsoft.Json; using Newtonsoft.Json.Converters;\n";

    [Theory]
    [InlineData("public class Ticket { public string Title { get; set; } = \"\"; public int? Age { get; set; } public double Score; }", "Title Age Score")]
    [InlineData("public class Ticket { [JsonProperty(\"the title\")] public string Title { get; set; } = \"\"; [JsonProperty(PropertyName = \"age\")] public int Age { get; set; } }", "the title|age")]
    [InlineData("public class Ticket { [JsonProperty] private string Title { get; set; } = \"\"; [JsonIgnore] public int Age { get; set; } public int Open { get; set; } }", "Title Open")]
    [InlineData("[JsonObject(MemberSerialization.OptIn)] public class Ticket { [JsonProperty] public string Title { get; set; } = \"\"; public int Age { get; set; } }", "Title")]
    [InlineData("[DataContract] public class Ticket { [DataMember(Name = \"t\", Order = 2)] public string Title { get; set; } = \"\"; [DataMember(Order = 1)] public int Age { get; set; } public int Hidden { get; set; } }", "Age t")]
    [InlineData("public class Ticket { public string Title { get; set; } = \"\"; [IgnoreDataMember] public int Age { get; set; } [NonSerialized] public int Score; }", "Title")]
    [InlineData("public record Ticket(string Title, List<Line> Lines); public record Line(decimal Amount, Guid? Id);", "Title Lines")]
    [InlineData("public class Ticket { public Ticket(string title) { Title = title; } public string Title { get; } public int Age { get; private set; } }", "Title")]
    [InlineData("public class Ticket { public string Title { get; set; } = \"\"; [JsonExtensionData] public IDictionary<string, object>? More { get; set; } }", "Title")]
    [InlineData("public class Ticket { public List<string> Tags { get; } = new(); public string Title { get; set; } = \"\"; }", "Tags Title")]
    [InlineData("public class Ticket { [JsonConverter(typeof(StringEnumConverter))] public Priority A { get; set; } public Priority B { get; set; } } public enum Priority { Low, [EnumMember(Value = \"very high\")] High }", "A B")]
    [InlineData("[JsonConverter(typeof(StringEnumConverter))] public enum Priority { Low, [EnumMember(Value = \"very high\")] High } public class Ticket { public Priority A { get; set; } public Priority? B { get; set; } }", "A B")]
    [InlineData("public class Ticket { [JsonProperty(Order = 2)] public int A { get; set; } public int B { get; set; } [JsonProperty(Required = Required.Always)] public string? C { get; set; } }", "B C A")]
    [InlineData("public class Ticket { [System.Text.Json.Serialization.JsonPropertyName(\"x\")] public int A { get; set; } [System.Text.Json.Serialization.JsonIgnore] public int B { get; set; } }", "A B")]
    public void Reply_is_read_whole(string declarations, string names)
    {
        const string Root = "public static class Root { public static Func<string, string> Value => json => JsonConvert.SerializeObject(JsonConvert.DeserializeObject<Ticket>(json)); }";
        var source = new TypeSource($"namespace N {{ {declarations} {Root} }}", Usings);
        var result = SchemaFromType.Create(source.Declared("Ticket"), SerializationConventions.Newtonsoft, CancellationToken.None);
        Assert.Empty(result.Obstacles);
        var schema = (JsonObject)JsonNode.Parse(result.Json!)!;
        Assert.Empty(StrictSchemaRules.Violations(schema));
        Assert.Equal(names.Split(names.Contains('|', StringComparison.Ordinal) ? '|' : ' '), ((JsonObject)schema["properties"]!).Select(p => p.Key));

        var read = (Func<string, string>)source.RootValue("N").Value!;
        foreach (var nulls in new[] { false, true })
        {
            var reply = (JsonObject)SampleJson.For(schema, nulls)!;
            var written = (JsonObject)JsonNode.Parse(read(reply.ToJsonString()))!;
            foreach (var (name, value) in reply)
            {
                Assert.True(JsonNode.DeepEquals(value, written[name]), $"{name}: read {value}, wrote {written[name]}");
            }
        }
    }

    [Theory]
    [InlineData("public class Ticket { public Newtonsoft.Json.Linq.JObject M { get; set; } = null!; }", "Ticket.M is 'JObject', which can hold any JSON.")]
    [InlineData("public class Ticket { [JsonConverter(typeof(VersionConverter))] public Version M { get; set; } = null!; }", "Ticket.M is 'Version', whose JSON is made by a converter.")]
    [InlineData("public enum Level { A } public class Ticket { [JsonConverter(typeof(StringEnumConverter), true)] public Level M { get; set; } }", "Ticket.M is 'Level', whose JSON is made by a converter.")]
    [InlineData("[JsonObject(NamingStrategyType = typeof(Newtonsoft.Json.Serialization.SnakeCaseNamingStrategy))] public class Ticket { public int M { get; set; } }", "'Ticket' has a naming strategy of its own.")]
    [InlineData("public abstract class Ticket { public int M { get; set; } }", "The type is 'Ticket', and nothing tells a reader which type to create.")]
    public void What_cannot_be_known_is_an_obstacle(string declarations, string obstacle)
    {
        var result = SchemaFromType.Create(new TypeSource(declarations, Usings).Declared("Ticket"), SerializationConventions.Newtonsoft, CancellationToken.None);
        Assert.Equal([obstacle], result.Obstacles.ToArray());
    }
}
