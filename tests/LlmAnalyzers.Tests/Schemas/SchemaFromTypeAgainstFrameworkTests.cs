using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using LlmAnalyzers.Schemas;
using Xunit;

namespace LlmAnalyzers.Tests.Schemas;

/// <summary>Every case is held against the framework: its exporter, what it writes, and what it reads.</summary>
public sealed class SchemaFromTypeAgainstFrameworkTests
{
    public static TheoryData<string> Cases => [.. TypeCases.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Schema_keeps_the_strict_rules(string name) => Assert.Empty(StrictSchemaRules.Violations(Schema(TypeCases.Get(name))));

    /// <summary>What the fixes write, the rule about written schemas takes.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Schema_passes_the_checker_of_written_schemas(string name)
    {
        var testCase = TypeCases.Get(name);
        var json = SchemaFromType.Create(TypeCases.Source.RootType(testCase.Namespace), testCase.Conventions, CancellationToken.None).Json!;
        var reading = JsonReader.Read(json);
        Assert.Null(reading.Error);
        Assert.Empty(StrictRules.Check(reading.Root!, StrictSubset.OpenAI).Select(v => v.Path + ": " + v.Sentence));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Schema_agrees_with_the_exporter_of_the_framework(string name)
    {
        var testCase = TypeCases.Get(name);
        var (type, _) = TypeCases.Source.RootValue(testCase.Namespace);
        var differences = FrameworkSchema.Differences(Schema(testCase), type, FrameworkSchema.Options(testCase.Conventions));
        Assert.True(differences.Count > 0 == testCase.ExporterShowsMore, string.Join("\n", differences));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_the_serializer_writes_is_valid(string name)
    {
        var testCase = TypeCases.Get(name);
        var (type, value) = TypeCases.Source.RootValue(testCase.Namespace);
        var written = JsonSerializer.SerializeToNode(value, type, FrameworkSchema.Options(testCase.Conventions));
        if (name == "SetterOnly")
        {
            written!["A"] = "never written";
        }

        Assert.Empty(SchemaValidator.Errors(Schema(testCase), written));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_the_schema_allows_is_read_and_nothing_is_lost(string name)
    {
        var testCase = TypeCases.Get(name);
        var schema = Schema(testCase);
        var (type, _) = TypeCases.Source.RootValue(testCase.Namespace);
        var options = FrameworkSchema.Options(testCase.Conventions);
        foreach (var nulls in new[] { false, true })
        {
            var reply = SampleJson.For(schema, nulls);
            Assert.Empty(SchemaValidator.Errors(schema, reply));
            var value = reply.Deserialize(type, options);
            Assert.NotNull(value);
            if (testCase.IsWrittenAsRead)
            {
                var written = JsonSerializer.SerializeToNode(value, type, options);
                Assert.True(JsonNode.DeepEquals(reply, written), $"read {reply}\nwrote {written}");
            }
        }
    }

    private static JsonObject Schema(TypeCase testCase)
    {
        var result = SchemaFromType.Create(TypeCases.Source.RootType(testCase.Namespace), testCase.Conventions, CancellationToken.None);
        Assert.Empty(result.Obstacles);
        Assert.True(result.IsRootObject);
        return Assert.IsType<JsonObject>(JsonNode.Parse(result.Json!));
    }
}
