using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.CodeFixes;

/// <summary>The fix of LLM1006: the list goes into a record, in the request and where the reply is read.</summary>
public class WrapRootTypeTests
{
    private const string Call = """
        var options = new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<TYPE>() };
        var reply = await client.GetResponseAsync(input, options);

        """;

    [Theory]
    [InlineData("return JsonSerializer.Deserialize<TYPE>(reply.Text);", "return JsonSerializer.Deserialize<NAME>(reply.Text)?.Items;")]
    [InlineData("return JsonSerializer.Deserialize<TYPE>(reply.Text)!;", "return JsonSerializer.Deserialize<NAME>(reply.Text)!.Items;")]
    [InlineData("var found = JsonSerializer.Deserialize<TYPE>(reply.Text) ?? [];", "var found = JsonSerializer.Deserialize<NAME>(reply.Text)?.Items ?? [];")]
    [InlineData("TYPE? found = JsonSerializer.Deserialize<TYPE>(reply.Text, JsonSerializerOptions.Web);", "TYPE? found = JsonSerializer.Deserialize<NAME>(reply.Text, JsonSerializerOptions.Web)?.Items;")]
    [InlineData("foreach (var order in JsonSerializer.Deserialize<TYPE>(reply.Text)!) { Console.WriteLine(order); }", "foreach (var order in JsonSerializer.Deserialize<NAME>(reply.Text)!.Items) { Console.WriteLine(order); }")]
    [InlineData("var text = reply.Text.Trim(); return JsonSerializer.Deserialize<TYPE>(text);", "var text = reply.Text.Trim(); return JsonSerializer.Deserialize<NAME>(text)?.Items;")]
    public async Task Reads_the_list_out_of_the_record(string before, string after)
    {
        await VerifyAsync("List<Order>", "OrderList", before, after);
        await VerifyAsync("string[]", "StringList", before, after);
    }

    [Theory]
    // Nobody here reads it, or something else is done with it too.
    [InlineData("")]
    [InlineData("return reply.Text;")]
    [InlineData("Console.WriteLine(reply.Text); return JsonSerializer.Deserialize<List<Order>>(reply.Text);")]
    [InlineData("return JsonSerializer.Deserialize<Order[]>(reply.Text);")]
    [InlineData("return JsonSerializer.Deserialize(reply.Text, typeof(List<Order>));")]
    public Task None_where_the_reply_is_read_otherwise(string use)
    {
        var source = Source("var options = new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<[|List<Order>|]>() };\nvar reply = await client.GetResponseAsync(input, options);\n" + use, "");
        return RuleVerifier.VerifyFixAsync<LlmCallAnalyzer, WrapRootType>("LLM1006", source, source, Sdk.ExtensionsAIFull);
    }

    [Theory]
    [InlineData("Dictionary<string, Order>")]
    [InlineData("List<Dictionary<string, int>>")]
    [InlineData("int")]
    [InlineData("object")]
    public Task None_where_a_record_would_not_help(string type)
    {
        var source = Source((Call + "return JsonSerializer.Deserialize<TYPE>(reply.Text);").Replace("JsonSchema<TYPE>", "JsonSchema<[|TYPE|]>").Replace("TYPE", type), "");
        return RuleVerifier.VerifyFixAsync<LlmCallAnalyzer, WrapRootType>("LLM1006", source, source, Sdk.ExtensionsAIFull);
    }

    [Fact]
    public Task A_name_that_is_taken() => RuleVerifier.VerifyFixAsync<LlmCallAnalyzer, WrapRootType>(
        "LLM1006",
        Source((Call + "return JsonSerializer.Deserialize<TYPE>(reply.Text);").Replace("JsonSchema<TYPE>", "JsonSchema<[|TYPE|]>").Replace("TYPE", "List<Order>"), "public record OrderList(int Id);"),
        Source(
            Call.Replace("TYPE", "OrderListReply") + "return JsonSerializer.Deserialize<OrderListReply>(reply.Text)?.Items;",
            "public record OrderList(int Id);\n\nprivate sealed record OrderListReply([property: JsonPropertyName(\"items\")] List<Order> Items);",
            serialization: true),
        Sdk.ExtensionsAIFull);

    [Fact]
    public Task Semantic_Kernel() => RuleVerifier.VerifyFixAsync<LlmCallAnalyzer, WrapRootType>(
        "LLM1006", Kernel("[|List<Order>|]", "JsonSerializer.Deserialize<List<Order>>(reply.Content!)", ""), Kernel(
            "OrderList",
            "JsonSerializer.Deserialize<OrderList>(reply.Content!)?.Items",
            "\n    private sealed record OrderList([property: JsonPropertyName(\"items\")] List<Order> Items);\n"), Sdk.SemanticKernel);

    private static string Kernel(string type, string read, string record) => $$"""
        #nullable enable
        using System.Collections.Generic;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;
        using Microsoft.SemanticKernel.ChatCompletion;
        using Microsoft.SemanticKernel.Connectors.OpenAI;

        public record Order(string Product, int Quantity);

        public class Orders(IChatCompletionService chat)
        {
            public async Task<List<Order>?> ReadAsync(ChatHistory history)
            {
                var reply = await chat.GetChatMessageContentAsync(history, new OpenAIPromptExecutionSettings { ResponseFormat = typeof({{type}}) });
                return {{read}};
            }
        {{record}}}

        """;

    private static Task VerifyAsync(string type, string name, string before, string after) => RuleVerifier.VerifyFixAsync<LlmCallAnalyzer, WrapRootType>(
        "LLM1006",
        Source((Call.Replace("JsonSchema<TYPE>", "JsonSchema<[|TYPE|]>") + before).Replace("TYPE", type), ""),
        Source(
            Call.Replace("TYPE", name) + after.Replace("TYPE", type).Replace("NAME", name),
            "\n\nprivate sealed record " + name + "([property: JsonPropertyName(\"items\")] " + type + " Items);",
            serialization: true),
        Sdk.ExtensionsAIFull);

    private static string Source(string body, string members, bool serialization = false)
    {
        var source = Sources.ExtensionsAI(body, "public record Order(string Product, int Quantity);\n" + members);
        return serialization ? source.Replace("using System.Text.Json;\n", "using System.Text.Json;\nusing System.Text.Json.Serialization;\n") : source;
    }
}
