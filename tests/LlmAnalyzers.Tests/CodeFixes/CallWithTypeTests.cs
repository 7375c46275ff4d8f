using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.CodeFixes;

/// <summary>LLM1001: the typed call, where the reply is only deserialised.</summary>
public class CallWithTypeTests
{
    private const string Members = """
        record Order(string Product, int Quantity);
        private static readonly JsonSerializerOptions Loose = new() { PropertyNameCaseInsensitive = true };
        private static string Clean(string text) => text.Trim('`');
        """;

    private static Task FixesAsync(string body, string? fixedBody = null) => RuleVerifier.VerifyFixAsync<LlmCallAnalyzer, CallWithType>(
        "LLM1001", Sources.ExtensionsAI(body, Members), Sources.ExtensionsAI(fixedBody ?? body, Members), Sdk.ExtensionsAIFull);

    [Theory]
    [InlineData("return JsonSerializer.Deserialize<Order>(response.Text);", "Order", "return response.Result;")]
    [InlineData("return JsonSerializer.Deserialize<Order>(response.Text)!.Product;", "Order", "return response.Result!.Product;")]
    [InlineData("return JsonSerializer.Deserialize<Order>(response.Text, Loose);", "Order", "return response.Result;")]
    [InlineData("return JsonSerializer.Deserialize<List<Order>>(response.Text) ?? [];", "List<Order>", "return response.Result ?? [];")]
    [InlineData("var orders = JsonSerializer.Deserialize<Order[]>(response.Text); return orders;", "Order[]", "var orders = response.Result; return orders;")]
    public Task A_variable_that_is_only_deserialised(string use, string type, string fixedUse) => FixesAsync(
        "var response = await client.[|GetResponseAsync|](\"Reply in JSON. \" + input, new ChatOptions { Temperature = 0 });\n" + use,
        "var response = await client.GetResponseAsync<" + type + ">(\"Reply in JSON. \" + input, new ChatOptions { Temperature = 0 });\n" + fixedUse);

    [Fact]
    public Task A_chain() => FixesAsync(
        "return JsonSerializer.Deserialize<Order>((await client.[|GetResponseAsync|](\"Reply in JSON. \" + input)).Text);",
        "return (await client.GetResponseAsync<Order>(\"Reply in JSON. \" + input)).Result;");

    [Fact]
    public Task Awaited_without_the_context() => FixesAsync(
        """
        var response = await client.[|GetResponseAsync|]([new(ChatRole.User, "Reply in JSON. " + input)]).ConfigureAwait(false);
        return JsonSerializer.Deserialize<Order>(response.Text);
        """,
        """
        var response = await client.GetResponseAsync<Order>([new(ChatRole.User, "Reply in JSON. " + input)]).ConfigureAwait(false);
        return response.Result;
        """);

    [Theory]
    [InlineData("Console.WriteLine(response.Text); return JsonSerializer.Deserialize<Order>(response.Text);")]
    [InlineData("return JsonSerializer.Deserialize<Order>(Clean(response.Text));")]
    [InlineData("var text = response.Text; return JsonSerializer.Deserialize<Order>(text.Replace(\"```json\", \"\"));")]
    [InlineData("return response.Usage is null ? null : JsonSerializer.Deserialize<Order>(response.Text);")]
    [InlineData("return JsonSerializer.Deserialize<JsonElement>(response.Text);")]
    [InlineData("return JsonDocument.Parse(response.Text);")]
    [InlineData("return (JsonSerializer.Deserialize<Order>(response.Text), JsonSerializer.Deserialize<List<int>>(response.Text));")]
    public Task None_where_the_text_is_needed_otherwise(string use) => FixesAsync("var response = await client.[|GetResponseAsync|](\"Reply in JSON. \" + input);\n" + use);

    [Fact]
    public Task None_where_the_project_has_no_typed_call()
    {
        var source = Sources.ExtensionsAI(
            """
            var response = await client.[|GetResponseAsync|]("Reply in JSON. " + input);
            return JsonSerializer.Deserialize<Order>(response.Text);
            """,
            Members);
        return RuleVerifier.VerifyFixAsync<LlmCallAnalyzer, CallWithType>("LLM1001", source, source, Sdk.ExtensionsAI);
    }

    [Fact]
    public Task None_where_the_variable_has_a_type_of_its_own() => FixesAsync("""
        ChatResponse response = await client.[|GetResponseAsync|]("Reply in JSON. " + input);
        return JsonSerializer.Deserialize<Order>(response.Text);
        """);
}
