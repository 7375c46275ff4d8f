using System.Threading.Tasks;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.Rules.OutputFormat;

/// <summary>LLM1007: a response format that the SDK leaves out of the request.</summary>
public class ResponseFormatIgnoredTests() : RuleTests("LLM1007")
{
    private static string Source(string settings, string members = "", string before = "") => $$"""
        #pragma warning disable OPENAI001
        using System;
        using System.Collections.Generic;
        using System.Text.Json;
        using System.Threading.Tasks;
        using Microsoft.SemanticKernel;
        using Microsoft.SemanticKernel.ChatCompletion;
        using Microsoft.SemanticKernel.Connectors.OpenAI;
        using Microsoft.SemanticKernel.Connectors.AzureOpenAI;

        class Order { public string Product { get; set; } = ""; }

        class Subject(IChatCompletionService client, Kernel kernel)
        {
            {{members}}

            async Task<object?> Run(string input, object given)
            {
                var history = new ChatHistory();
                history.AddUserMessage(input);
                {{before}}
                var reply = await client.GetChatMessageContentAsync(history, {{settings}});
                return JsonSerializer.Deserialize<Order>(reply.Content!);
            }
        }
        """;

    private static string Format(string format) => Source("new OpenAIPromptExecutionSettings { ResponseFormat = " + format + " }");

    [Theory]
    [InlineData("[|\"json_schema\"|]")]
    [InlineData("[|\"json\"|]")]
    [InlineData("[|\"JSON_OBJECT\"|]")]
    [InlineData("[|\"application/json\"|]")]
    [InlineData("[|\"\"|]")]
    [InlineData("[|new { type = \"json_object\" }|]")]
    [InlineData("[|Microsoft.Extensions.AI.ChatResponseFormat.Json|]")]
    [InlineData("[|Microsoft.Extensions.AI.ChatResponseFormat.Text|]")]
    [InlineData("[|new Dictionary<string, object> { [\"type\"] = \"json_object\" }|]")]
    [InlineData("[|BinaryData.FromString(\"{}\")|]")]
    [InlineData("[|JsonDocument.Parse(\"{}\")|]")]
    [InlineData("[|System.Text.Json.Nodes.JsonNode.Parse(\"{}\")|]")]
    [InlineData("[|new Order()|]")]
    [InlineData("[|new string[] { \"json_object\" }|]")]
    [InlineData("[|true|]")]
    [InlineData("input.Length > 3 ? typeof(Order) : [|\"json_schema\"|]")]
    public Task A_value_the_connector_does_not_know(string format) => ReportsAsync(Format(format), references: Sdk.SemanticKernel);

    [Theory]
    [InlineData("settings.ResponseFormat = [|\"json_schema\"|];")]
    [InlineData("settings.ResponseFormat ??= [|\"json_schema\"|];")]
    [InlineData("if (input.Length > 3) { settings.ResponseFormat = [|\"json_schema\"|]; }")]
    public Task Set_later(string statement) => ReportsAsync(
        Source("settings", before: "var settings = new OpenAIPromptExecutionSettings { Temperature = 0 }; " + statement), references: Sdk.SemanticKernel);

    [Fact]
    public Task In_settings_for_Azure() => ReportsAsync(
        Source("new AzureOpenAIPromptExecutionSettings { ResponseFormat = [|\"json_schema\"|] }"), references: Sdk.SemanticKernel);

    [Fact]
    public Task In_the_arguments_of_a_prompt() => ReportsAsync(
        Source("null", before: "await kernel.InvokePromptAsync(\"Hi\", new KernelArguments(new OpenAIPromptExecutionSettings { ResponseFormat = [|\"json_schema\"|] }));"), references: Sdk.SemanticKernel);

    [Theory]
    [InlineData("«\"json_object\"¦[|\"json\"|]»")]
    [InlineData("«\"text\"¦[|\"txt\"|]»")]
    [InlineData("«typeof(Order)¦[|new Order()|]»")]
    [InlineData("«null¦[|\"json\"|]»")]
    [InlineData("«input¦[|\"json\"|]»")]
    [InlineData("«given¦[|\"json\"|]»")]
    [InlineData("«(object)input¦[|\"json\"|]»")]
    [InlineData("«OpenAI.Chat.ChatResponseFormat.CreateJsonObjectFormat()¦[|\"json\"|]»")]
    [InlineData("«OpenAI.Chat.ChatResponseFormat.CreateJsonSchemaFormat(\"order\", BinaryData.FromString(\"{}\"))¦[|\"json\"|]»")]
    [InlineData("«JsonDocument.Parse(\"{}\").RootElement¦[|JsonDocument.Parse(\"{}\")|]»")]
    [InlineData("«JsonSerializer.Deserialize<JsonElement>(\"{}\")¦[|\"json\"|]»")]
    [InlineData("«JsonSerializer.Deserialize<object>(\"{}\")¦[|\"json\"|]»")]
    [InlineData("«new Order().GetType()¦[|new Order()|]»")]
    [InlineData("«kernel.GetType()¦[|\"json\"|]»")]
    [InlineData("«Type.GetType(input)¦[|\"json\"|]»")]
    [InlineData("«nameof(input) + input¦[|nameof(input)|]»")]
    [InlineData("«default¦[|\"json\"|]»")]
    [InlineData("«Environment.GetEnvironmentVariable(\"FORMAT\")¦[|\"json\"|]»")]
    [InlineData("«(dynamic)given¦[|\"json\"|]»")]
    public Task A_value_it_knows_or_that_nobody_can_read(string format) => SilentAsync(Format(format), references: Sdk.SemanticKernel);

    [Theory]
    [InlineData("Microsoft.Extensions.AI.ChatResponseFormat.Json")]
    public Task Where_the_property_has_the_type_itself(string format) => SilentAsync($$"""
        using System.Threading.Tasks;
        using Microsoft.Extensions.AI;
        using Microsoft.SemanticKernel.ChatCompletion;
        using Microsoft.SemanticKernel.Connectors.OpenAI;

        class Subject(IChatClient chat, IChatCompletionService client)
        {
            async Task Run(string input)
            {
                «await chat.GetResponseAsync(input, new ChatOptions { ResponseFormat = {{format}} });
                ¦var history = new ChatHistory();
                await client.GetChatMessageContentAsync(history, new OpenAIPromptExecutionSettings { ResponseFormat = [|{{format}}|] });
                »
            }
        }
        """, references: Sdk.SemanticKernel);

    [Theory]
    [InlineData("PromptExecutionSettings¦OpenAIPromptExecutionSettings { ResponseFormat = [|\"json\"|] }")]
    public Task Settings_without_the_property(string settings) => SilentAsync(
        Source("new «" + settings.Replace("¦", "()¦", System.StringComparison.Ordinal) + "»"), references: Sdk.SemanticKernel);
}
