using System.Threading.Tasks;
using LlmAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace LlmAnalyzers.Tests.Rules;

/// <summary>LLM3001, reporting cases on both SDKs.</summary>
public class NoSystemPromptTests() : RuleTests("LLM3001")
{
    [Theory]
    [InlineData("""await client.[|CompleteChatAsync|](new UserChatMessage(input));""")]
    [InlineData("""await client.[|CompleteChatAsync|](input);""")]
    [InlineData("""await client.[|CompleteChatAsync|]([new UserChatMessage($"Tell me about {input}.")], new ChatCompletionOptions { Temperature = 0.7f });""")]
    [InlineData("""var messages = new List<ChatMessage> { new UserChatMessage(input) }; await client.[|CompleteChatAsync|](messages);""")]
    [InlineData("""List<ChatMessage> messages = []; messages.Add(new UserChatMessage(input)); client.[|CompleteChat|](messages);""")]
    [InlineData("""await client.[|CompleteChatAsync|]([ChatMessage.CreateUserMessage(input)]);""")]
    [InlineData("""ChatMessage[] messages = { new UserChatMessage("2+2?"), new AssistantChatMessage("4"), new UserChatMessage(input) }; await client.[|CompleteChatAsync|](messages);""")]
    [InlineData("""await foreach (var update in client.[|CompleteChatStreamingAsync|](new UserChatMessage(input))) { Console.Write(update.ContentUpdate.Count); }""")]
    [InlineData("""await new ChatClient("my-model", "key").[|CompleteChatAsync|](new UserChatMessage(input));""")]
    [InlineData("""await new ChatClient("gpt-6-astra", "key").[|CompleteChatAsync|](new UserChatMessage(input));""")]
    public Task A_user_message_alone_on_OpenAI(string call) => ReportsOpenAIAsync(call);

    [Theory]
    [InlineData("""await client.[|GetResponseAsync|](input);""")]
    [InlineData("""await client.[|GetResponseAsync|]($"Explain {input} to a child.");""")]
    [InlineData("""await client.[|GetResponseAsync|](new ChatMessage(ChatRole.User, input), new ChatOptions { Temperature = 0.7f });""")]
    [InlineData("""await client.[|GetResponseAsync|]([new ChatMessage(ChatRole.User, input)]);""")]
    [InlineData("""var messages = new List<ChatMessage> { new(ChatRole.User, input) }; await client.[|GetResponseAsync|](messages, new());""")]
    [InlineData("""await client.[|GetResponseAsync|](new List<ChatMessage> { new(ChatRole.User, [new TextContent("What is this?"), new UriContent("https://example.com/a.png", "image/png")]) });""")]
    [InlineData("""await foreach (var update in client.[|GetStreamingResponseAsync|](input)) { Console.Write(update.Text); }""")]
    [InlineData("""await client.[|GetResponseAsync|]<int[]>(input);""")]
    [InlineData("""await client.AsBuilder().UseFunctionInvocation().Build().[|GetResponseAsync|](input);""")]
    [InlineData("""await client.[|GetResponseAsync|](input, new ChatOptions { ModelId = "gpt-5.4-mini-2026-03-17" });""")]
    public Task A_user_message_alone_on_ExtensionsAI(string call) => ReportsExtensionsAIAsync(call);

    [Fact]
    public Task A_client_from_the_services_while_the_pipeline_sets_other_things() => ReportsAsync("""
        using System;
        using System.Threading.Tasks;
        using Microsoft.Extensions.AI;
        using Microsoft.Extensions.DependencyInjection;

        static class Startup
        {
            public static void Add(IServiceCollection services, IChatClient inner) =>
                services.AddChatClient(inner).ConfigureOptions(o => o.Temperature = 0).UseFunctionInvocation();
        }

        class Tutor(IChatClient client)
        {
            public async Task<string> AskAsync(string question) => (await client.[|GetResponseAsync|](question)).Text;
        }
        """);

    [Theory]
    [InlineData("""You are a support agent of a shop.""")]
    [InlineData("""Act as a Linux terminal.""")]
    [InlineData("""You are an expert translator. Never translate names.""")]
    public Task The_role_in_the_user_message_is_a_warning(string role) => SeverityAsync(
        Sources.OpenAI($$"""await client.{|#0:CompleteChatAsync|}(new UserChatMessage($"{{role}} {input}"));"""), DiagnosticSeverity.Warning);

    [Theory]
    [InlineData("int.Parse(response.Text)")]
    [InlineData("response.Text == \"yes\"")]
    [InlineData("response.Text.Trim() switch { \"low\" => 1, _ => 0 }")]
    public Task A_deterministic_path_is_a_warning(string use) => SeverityAsync(
        Sources.ExtensionsAI($$"""var response = await client.{|#0:GetResponseAsync|}(input); return {{use}};"""), DiagnosticSeverity.Warning);

    [Theory]
    [InlineData("return response.Text;")]
    [InlineData("Console.WriteLine(response);")]
    [InlineData("return response.Text.Length > 0 ? response.Text : null;")]
    public Task Anything_else_is_an_info(string use) => SeverityAsync(
        Sources.ExtensionsAI($$"""var response = await client.{|#0:GetResponseAsync|}(input); {{use}}"""), DiagnosticSeverity.Info);

    [Theory]
    [InlineData("error", DiagnosticSeverity.Error)]
    [InlineData("warning", DiagnosticSeverity.Warning)]
    [InlineData("suggestion", DiagnosticSeverity.Info)]
    public async Task A_configured_severity_replaces_both(string configured, DiagnosticSeverity severity)
    {
        var config = $"root = true\n[*.cs]\ndotnet_diagnostic.LLM3001.severity = {configured}\n";
        await SeverityAsync(Sources.ExtensionsAI("await client.{|#0:GetResponseAsync|}(input);"), severity, config);
        await SeverityAsync(Sources.ExtensionsAI("await client.{|#0:GetResponseAsync|}(\"You are a cook. Never use nuts.\");"), severity, config);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("silent")]
    public async Task A_configured_severity_switches_off(string configured)
    {
        var source = Sources.ExtensionsAI("await client.GetResponseAsync(\"You are a cook. Never use nuts.\");");
        await RuleVerifier.VerifyAsync<LlmCallAnalyzer>("LLM3001", configured == "none" ? source : source.Replace("GetResponseAsync", "{|LLM3001:GetResponseAsync|}", System.StringComparison.Ordinal), null,
            $"root = true\n[*.cs]\ndotnet_diagnostic.LLM3001.severity = {configured}\n");
    }

    private static Task SeverityAsync(string source, DiagnosticSeverity severity, string? config = null)
    {
        var test = RuleVerifier.Test<LlmCallAnalyzer>("LLM3001", source, null, config);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("LLM3001", severity).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
        return test.RunAsync();
    }
}
