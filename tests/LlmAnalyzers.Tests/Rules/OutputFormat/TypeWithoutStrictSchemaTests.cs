using System.Threading.Tasks;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.Rules.OutputFormat;

/// <summary>LLM1006: types of which no strict schema can be made.</summary>
public class TypeWithoutStrictSchemaTests
{
    private const string Id = "LLM1006";

    private const string Types = """
        public record Order(string Product, int Quantity);
        public record Bag(string Name, Dictionary<string, int> Counts);
        public record Loose(string Name, object Rest);
        public record Raw(string Name, JsonElement Rest);
        public record Deep(string Name, List<Bag> Bags);
        public interface IShape { }
        public abstract class Shape { public string Name { get; set; } = ""; }
        public record Drawing(string Name, List<IShape> Shapes);
        public record Page(string Name, Shape Shape);
        [System.Text.Json.Serialization.JsonDerivedType(typeof(Round), "round")]
        public abstract class Known { }
        public class Round : Known { public double Radius { get; set; } }
        public record Plan(string Name, List<Known> Shapes);
        public record Tree(string Name, List<Tree> Children);
        public record Custom(string Name, [property: System.Text.Json.Serialization.JsonIgnore] object Rest);
        public enum Colour { Red, Green }
        public class Empty { }
        public class Node { public string Name { get; set; } = ""; public List<Node> Children { get; set; } = new(); }
        public class Cart { public Dictionary<string, string> Lines { get; set; } = new(); }
        public class Basket { public string Name { get; set; } = ""; }
        """;

    [Theory]
    [InlineData("ChatResponseFormat.ForJsonSchema<[|List<Order>|]>()")]
    [InlineData("ChatResponseFormat.ForJsonSchema<[|Order[]|]>()")]
    [InlineData("ChatResponseFormat.ForJsonSchema<[|int|]>()")]
    [InlineData("ChatResponseFormat.ForJsonSchema<[|string|]>()")]
    [InlineData("ChatResponseFormat.ForJsonSchema<[|Colour|]>()")]
    [InlineData("ChatResponseFormat.ForJsonSchema<[|Bag|]>()")]
    [InlineData("ChatResponseFormat.ForJsonSchema<[|Deep|]>(JsonSerializerOptions.Web, \"deep\")")]
    [InlineData("ChatResponseFormat.ForJsonSchema<[|object|]>()")]
    [InlineData("ChatResponseFormat.ForJsonSchema<[|Dictionary<string, Order>|]>()")]
    [InlineData("ChatResponseFormat.ForJsonSchema(typeof([|List<Order>|]))")]
    [InlineData("ChatResponseFormat.ForJsonSchema(schemaType: typeof([|Loose|]))")]
    [InlineData("client.GetResponseAsync<[|Bag|]>(input)")]
    [InlineData("client.GetResponseAsync<[|Loose|]>(input)")]
    [InlineData("client.GetResponseAsync<[|Raw|]>(input)")]
    [InlineData("client.GetResponseAsync<[|Drawing|]>(input)")]
    [InlineData("client.GetResponseAsync<[|Page|]>(input)")]
    [InlineData("client.GetResponseAsync<[|JsonElement|]>(input)")]
    [InlineData("client.GetResponseAsync<[|List<Bag>|]>(input)")]
    [InlineData("client.GetResponseAsync<[|Bag|]>(input, useJsonSchemaResponseFormat: true)")]
    [InlineData("new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<[|List<string>|]>() }")]
    public Task Reports(string code) => VerifyAsync(code);

    [Theory]
    [InlineData("ChatResponseFormat.ForJsonSchema<Order>()")]
    [InlineData("ChatResponseFormat.ForJsonSchema<Plan>()")]
    [InlineData("ChatResponseFormat.ForJsonSchema<Tree>()")]
    [InlineData("ChatResponseFormat.ForJsonSchema<Custom>()")]
    [InlineData("ChatResponseFormat.ForJsonSchema(typeof(Order))")]
    [InlineData("ChatResponseFormat.ForJsonSchema(input.GetType())")]
    [InlineData("ChatResponseFormat.ForJsonSchema(JsonDocument.Parse(\"{}\").RootElement)")]
    [InlineData("ChatResponseFormat.Json")]
    [InlineData("client.GetResponseAsync<Order>(input)")]
    // This SDK puts them into an object of its own.
    [InlineData("client.GetResponseAsync<List<Order>>(input)")]
    [InlineData("client.GetResponseAsync<Order[]>(input)")]
    [InlineData("client.GetResponseAsync<int>(input)")]
    [InlineData("client.GetResponseAsync<string>(input)")]
    [InlineData("client.GetResponseAsync<bool>(input)")]
    [InlineData("client.GetResponseAsync<Colour>(input)")]
    [InlineData("client.GetResponseAsync<int?>(input)")]
    [InlineData("client.GetResponseAsync<Plan>(input)")]
    [InlineData("client.GetResponseAsync<Tree>(input)")]
    // No schema in the request.
    [InlineData("client.GetResponseAsync<Bag>(input, useJsonSchemaResponseFormat: false)")]
    [InlineData("client.GetResponseAsync<Bag>(input, useJsonSchemaResponseFormat: input.Length > 3)")]
    [InlineData("client.GetResponseAsync(input)")]
    // Another fault, or not known.
    [InlineData("ChatResponseFormat.ForJsonSchema<Empty>()")]
    [InlineData("Ask<Bag>(input)")]
    public Task Silent(string code) => VerifyAsync(code);

    [Theory]
    [InlineData("typeof([|List<Order>|])")]
    [InlineData("typeof([|int|])")]
    [InlineData("typeof([|Bag|])")]
    [InlineData("typeof([|Drawing|])")]
    [InlineData("typeof(Order)")]
    [InlineData("typeof(Plan)")]
    [InlineData("typeof(Tree)")]
    [InlineData("\"json_object\"")]
    public Task Semantic_Kernel(string format) => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(Id, $$"""
        #nullable enable
        using System.Collections.Generic;
        using System.Text.Json;
        using Microsoft.SemanticKernel.Connectors.OpenAI;

        public class Subject
        {
            public OpenAIPromptExecutionSettings Settings { get; } = new() { ResponseFormat = {{format}} };

        {{Types}}
        }
        """, Sdk.SemanticKernel);

    [Theory]
    [InlineData("agent.RunAsync<[|Bag|]>(input)")]
    [InlineData("agent.RunAsync<[|Drawing|]>(input)")]
    [InlineData("agent.RunAsync<Order>(input)")]
    [InlineData("agent.RunAsync<List<Order>>(input)")]
    public Task Agent_Framework(string call) => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(Id, $$"""
        #nullable enable
        using System.Collections.Generic;
        using System.Text.Json;
        using System.Threading.Tasks;
        using Microsoft.Agents.AI;

        public class Subject
        {
            public async Task<object?> Run(ChatClientAgent agent, string input) => await {{call}};

        {{Types}}
        }
        """, Sdk.AgentFramework);

    [Theory]
    [InlineData("StructuredOutput.CreateJsonFormat<[|Bag|]>()")]
    [InlineData("StructuredOutput.CreateJsonFormat<[|Node|]>()")]
    [InlineData("StructuredOutput.CreateJsonFormat<[|Tree|]>()")]
    [InlineData("StructuredOutput.CreateBetaJsonFormat<[|Node|]>()")]
    [InlineData("client.Messages.Create<[|Node|]>(null!)")]
    [InlineData("client.Messages.Create<[|Cart|]>(null!)")]
    [InlineData("client.Messages.Create<Basket>(null!)")]
    [InlineData("StructuredOutput.CreateJsonFormat<Order>()")]
    [InlineData("StructuredOutput.CreateJsonFormat<Plan>()")]
    public Task Anthropic(string code) => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(Id, $$"""
        #nullable enable
        using System.Collections.Generic;
        using System.Text.Json;
        using Anthropic;
        using Anthropic.Helpers;
        using Anthropic.Services;

        public class Subject
        {
            public object? Run(AnthropicClient client, string input) => {{code}};

        {{Types}}
        }
        """, Sdk.Anthropic);

    private static Task VerifyAsync(string code) => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(
        Id, Sources.ExtensionsAI("object? made = " + code + ";", Types + "\nprivate Task<ChatResponse<T>> Ask<T>(string text) => client.GetResponseAsync<T>(text);"), Sdk.ExtensionsAIFull);
}
