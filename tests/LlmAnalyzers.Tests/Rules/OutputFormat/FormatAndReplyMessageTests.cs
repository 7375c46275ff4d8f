using System.Threading.Tasks;
using LlmAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace LlmAnalyzers.Tests.Rules.OutputFormat;

/// <summary>The whole text of messages about formats and replies, and the places they point to besides their own.</summary>
public class FormatAndReplyMessageTests
{
    private const string Order = "record Order(string Product);";

    [Fact]
    public Task LLM1002_names_the_type() => MessageAsync(
        "LLM1002",
        Sources.ExtensionsAI("""
            var response = await client.GetResponseAsync(input, new ChatOptions { ResponseFormat = {|#0:ChatResponseFormat.Json|} });
            return {|#1:JsonSerializer.Deserialize<Order>(response.Text)|};
            """, Order),
        "Reply is parsed as 'Order', but JSON mode only promises JSON of some form; request a JSON schema, which keeps the keys and types",
        DiagnosticSeverity.Info,
        additional: 1);

    [Fact]
    public Task LLM1003_points_to_the_messages() => MessageAsync(
        "LLM1003",
        Sources.OpenAI("""
            await client.CompleteChatAsync([{|#1:new UserChatMessage("Name a town.")|}], new ChatCompletionOptions { ResponseFormat = {|#0:ChatResponseFormat.CreateJsonObjectFormat()|} });
            """),
        "The request turns on JSON mode but no message has the word JSON in it: the service answers 400; request a JSON schema instead, or ask for JSON in the prompt",
        DiagnosticSeverity.Warning,
        additional: 1);

    [Fact]
    public Task LLM1007_quotes_the_format() => MessageAsync(
        "LLM1007",
        """
        using Microsoft.SemanticKernel.ChatCompletion;
        using Microsoft.SemanticKernel.Connectors.OpenAI;

        class Subject(IChatCompletionService client)
        {
            object M() => client.GetChatMessageContentAsync("Hi", new OpenAIPromptExecutionSettings { ResponseFormat = {|#0:"json_schema"|} });
        }
        """,
        "The response format '\"json_schema\"' is left out of the request without an error, and the reply is free text; give a type such as typeof(T), a ChatResponseFormat of the package OpenAI, \"json_object\" or \"text\"",
        DiagnosticSeverity.Warning,
        additional: 0,
        Sdk.SemanticKernel);

    [Fact]
    public Task LLM7001_is_a_warning_with_a_cap() => MessageAsync(
        "LLM7001",
        Sources.OpenAI("""
            ChatCompletion completion = await client.{|#3:CompleteChatAsync|}([new UserChatMessage(input)], new ChatCompletionOptions { MaxOutputTokenCount = {|#2:200|} });
            var text = {|#1:completion.Content[0]|}.Text;
            return {|#0:JsonSerializer.Deserialize<Order>(text)|};
            """, Order),
        "Reply is parsed as 'Order' without asking why it ended: cut off at the output cap of 200 tokens, refused or empty, it is nothing that can be parsed; look at 'FinishReason' and 'Refusal' first",
        DiagnosticSeverity.Warning,
        additional: 3);

    [Fact]
    public Task LLM7001_quotes_what_is_read() => MessageAsync(
        "LLM7001",
        Sources.OpenAI("""
            ChatCompletion completion = await client.{|#1:CompleteChatAsync|}(input);
            return {|#0:completion.Content[0]|}.Text;
            """),
        "'completion.Content[0]' is read without asking why the reply ended: where the model refused, or a filter or a tool call stepped in, there may be nothing in it and it throws; look at 'FinishReason' and 'Refusal' first",
        DiagnosticSeverity.Info,
        additional: 1);

    [Fact]
    public Task LLM7003_names_the_settings() => MessageAsync(
        "LLM7003",
        Sources.OpenAI("""
            var {|#0:options|} = new ChatCompletionOptions { Temperature = 0, MaxOutputTokenCount = 200 };
            await client.CompleteChatAsync(input);
            """),
        "'options' sets Temperature, MaxOutputTokenCount and is passed to no call: the request goes out with the defaults; pass it to the call",
        DiagnosticSeverity.Warning,
        additional: 0);

    private static Task MessageAsync(string id, string source, string message, DiagnosticSeverity severity, int additional, SdkReferences? references = null)
    {
        var test = RuleVerifier.Test<LlmCallAnalyzer>(id, source, references);
        var expected = new DiagnosticResult(id, severity).WithMessage(message).WithLocation(0);
        for (var key = 1; key <= additional; key++)
        {
            expected = expected.WithLocation(key);
        }

        test.ExpectedDiagnostics.Add(expected);
        return test.RunAsync();
    }
}
