using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.CodeFixes;

/// <summary>LLM1002, LLM1003, LLM1007: what is asked for too weakly, or in vain, is replaced by a schema from the type.</summary>
public class SchemaInsteadOfModeTests
{
    private const string Order = "record Order(string Product, int Quantity);";

    private const string Schema = """"
        ChatResponseFormat.CreateJsonSchemaFormat(
                "order",
                BinaryData.FromString(
                    """
                    {
                      "type": "object",
                      "properties": {
                        "Product": {
                          "type": "string"
                        },
                        "Quantity": {
                          "type": "integer"
                        }
                      },
                      "required": ["Product", "Quantity"],
                      "additionalProperties": false
                    }
                    """),
                jsonSchemaIsStrict: true)
        """";

    [Fact]
    public Task LLM1002_in_an_initialiser() => Fix.OpenAIAsync<RequestJsonSchema>(
        """
        var options = new ChatCompletionOptions
        {
            // The shop's own form.
            ResponseFormat = [|ChatResponseFormat.CreateJsonObjectFormat()|], // JSON
            Temperature = 0,
        };
        ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage("Answer in JSON. " + input)], options);
        return JsonSerializer.Deserialize<Order>(completion.Content[0].Text);
        """,
        $$"""
        var options = new ChatCompletionOptions
        {
            // The shop's own form.
            ResponseFormat = {{Schema.Replace("\n", "\n    ").Replace("\n            ", "\n        ")}}, // JSON
            Temperature = 0,
        };
        ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage("Answer in JSON. " + input)], options);
        return JsonSerializer.Deserialize<Order>(completion.Content[0].Text);
        """,
        Order,
        rule: "LLM1002");

    [Fact]
    public Task LLM1002_by_the_SDKs_own_way() => Fix.ExtensionsAIAsync<RequestJsonSchema>(
        """
        var response = await client.GetResponseAsync(input, new ChatOptions { ResponseFormat = [|ChatResponseFormat.Json|] });
        return JsonSerializer.Deserialize<Order>(response.Text);
        """,
        """
        var response = await client.GetResponseAsync(input, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Order>(JsonSerializerOptions.Default) });
        return JsonSerializer.Deserialize<Order>(response.Text);
        """,
        Order,
        rule: "LLM1002");

    [Fact]
    public Task LLM1003_takes_the_schema() => Fix.OpenAIAsync<RequestJsonSchema>(
        """
        var options = new ChatCompletionOptions();
        options.ResponseFormat = [|ChatResponseFormat.CreateJsonObjectFormat()|];
        ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage("Name an order.")], options);
        return JsonSerializer.Deserialize<Order>(completion.Content[0].Text);
        """,
        $$"""
        var options = new ChatCompletionOptions();
        options.ResponseFormat = {{Schema.Replace("\n        ", "\n    ")}};
        ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage("Name an order.")], options);
        return JsonSerializer.Deserialize<Order>(completion.Content[0].Text);
        """,
        Order,
        rule: "LLM1003");

    [Fact]
    public Task LLM1003_without_a_type_has_no_fix() => Fix.OpenAIAsync<RequestJsonSchema>(
        """
        var options = new ChatCompletionOptions { ResponseFormat = [|ChatResponseFormat.CreateJsonObjectFormat()|] };
        ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage("Name an order.")], options);
        return completion.Content[0].Text;
        """,
        rule: "LLM1003");

    [Fact]
    public Task LLM1002_leaves_a_format_that_another_call_needs() => Fix.OpenAIAsync<RequestJsonSchema>(
        """
        var options = new ChatCompletionOptions { ResponseFormat = [|ChatResponseFormat.CreateJsonObjectFormat()|] };
        ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage("Answer in JSON. " + input)], options);
        ChatCompletion other = await client.CompleteChatAsync([new UserChatMessage("Answer in JSON with any keys. " + input)], options);
        return (JsonSerializer.Deserialize<Order>(completion.Content[0].Text), JsonDocument.Parse(other.Content[0].Text));
        """,
        members: Order,
        rule: "LLM1002");

    [Theory]
    [InlineData("\"json_schema\"")]
    [InlineData("Microsoft.Extensions.AI.ChatResponseFormat.Json")]
    [InlineData("new { type = \"json_object\" }")]
    public Task LLM1007_becomes_the_type(string format)
    {
        const string Source = """
            using System.Text.Json;
            using System.Threading.Tasks;
            using Microsoft.SemanticKernel;
            using Microsoft.SemanticKernel.ChatCompletion;
            using Microsoft.SemanticKernel.Connectors.OpenAI;

            class Order { public string Product { get; set; } = ""; }

            class Subject(IChatCompletionService client)
            {
                async Task<Order?> Run(string input)
                {
                    var settings = new OpenAIPromptExecutionSettings { Temperature = 0, ResponseFormat = FORMAT };
                    var reply = await client.GetChatMessageContentAsync(input, settings);
                    return JsonSerializer.Deserialize<Order>(reply.Content!);
                }
            }
            """;
        return RuleVerifier.VerifyFixAsync<LlmCallAnalyzer, RequestJsonSchema>(
            "LLM1007", Source.Replace("FORMAT", "[|" + format + "|]"), Source.Replace("FORMAT", "typeof(Order)"), Sdk.SemanticKernel);
    }
}
