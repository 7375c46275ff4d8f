using System.Threading.Tasks;
using LlmAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace LlmAnalyzers.Tests.Rules.Models;

/// <summary>LLM4004: where code reaches the Assistants API.</summary>
public class ApiShutDownTests
{
    private const string Azure = "new Azure.AI.OpenAI.AzureOpenAIClient(new Uri(\"https://x\"), new ApiKeyCredential(key))";

    [Theory]
    [InlineData("void M(string key) { var client = {|LLM4004:new AssistantClient(key)|}; }")]
    [InlineData("void M(string key) { AssistantClient client = {|LLM4004:new(key)|}; }")]
    [InlineData("void M(string key) { var client = {|LLM4004:new AssistantClient(new ApiKeyCredential(key))|}; }")]
    [InlineData("void M(string key) { var client = {|LLM4004:new AssistantClient(new ApiKeyCredential(key), new AssistantClientOptions())|}; }")]
    [InlineData("void M(string key) { var client = new OpenAIClient(key).{|LLM4004:GetAssistantClient|}(); }")]
    [InlineData("void M(OpenAIClient client) { client.{|LLM4004:GetAssistantClient|}(); }")]
    [InlineData("AssistantClient M(OpenAIClient client) => client.{|LLM4004:GetAssistantClient|}();")]
    [InlineData("void M(OpenAIClient? client) { client?.{|LLM4004:GetAssistantClient|}(); }")]
    [InlineData("Func<AssistantClient> M(string key) => () => {|LLM4004:new AssistantClient(key)|};")]
    [InlineData("AssistantClient field = {|LLM4004:new AssistantClient(\"k\")|};")]
    // A client from outside: the first request of each member.
    [InlineData("void M(AssistantClient client) { client.{|LLM4004:CreateAssistant|}(\"gpt-4o\"); client.CreateThread(); client.CreateRun(\"t\", \"a\"); }")]
    [InlineData("async Task M(AssistantClient client) { await client.{|LLM4004:CreateThreadAsync|}(); }")]
    [InlineData("void M(AssistantClient client) { client.{|LLM4004:CreateThread|}(); } void N(AssistantClient client) { client.{|LLM4004:GetRun|}(\"t\", \"r\"); }")]
    // Made here: only there.
    [InlineData("void M(string key) { var client = {|LLM4004:new AssistantClient(key)|}; client.CreateThread(); } void N(AssistantClient client) { client.GetRun(\"t\", \"r\"); }")]
    // On Azure.
    [InlineData("void M(string key) { " + Azure + ".{|LLM4004:GetAssistantClient|}(); }")]
    public Task What_reaches_the_API_is_reported(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("void M(string key) { var client = new OpenAI.Chat.ChatClient(\"gpt-5.4\", key); }")]
    [InlineData("void M(OpenAIClient client) { client.GetChatClient(\"gpt-5.4\"); }")]
    [InlineData("void M(OpenAIClient client) { client.GetOpenAIFileClient(); }")]
    [InlineData("void M(OpenAIClient client) { client.GetVectorStoreClient(); }")]
    [InlineData("AssistantClient? field; void M(AssistantClient client) { field = client; }")]
    [InlineData("void M(AssistantClient client) { Console.WriteLine(client.ToString() + client.GetHashCode() + client.Equals(null)); }")]
    [InlineData("void M(AssistantCreationOptions options) { options.Temperature = 1f; }")]
    [InlineData("object M() => new RunCreationOptions { Temperature = 0.2f };")]
    [InlineData("string M() => nameof(AssistantClient);")]
    [InlineData("Type M() => typeof(AssistantClient);")]
    // Behind a gateway that may serve it still.
    [InlineData("void M(string key) { new AssistantClient(new ApiKeyCredential(key), new AssistantClientOptions { Endpoint = new Uri(\"https://gateway.example\") }); }")]
    [InlineData("void M(string key, AssistantClientOptions options) { new AssistantClient(new ApiKeyCredential(key), options); }")]
    [InlineData("void M(string key) { new OpenAIClient(new ApiKeyCredential(key), new OpenAIClientOptions { Endpoint = new Uri(\"https://gateway.example\") }).GetAssistantClient(); }")]
    // Names of the project's own.
    [InlineData("class Own { public Own GetAssistantClient() => this; public void CreateThread() { } } void M() { new Own().GetAssistantClient().CreateThread(); }")]
    [InlineData("class Own : OpenAIClient { public new object GetAssistantClient() => this; } void M() { new Own().GetAssistantClient(); }")]
    [InlineData("void GetAssistantClient() { } void M() { GetAssistantClient(); }")]
    [InlineData("class Own { public void CreateRun(string t, string a) { } } void M(Own own) { own.CreateRun(\"t\", \"a\"); }")]
    [InlineData("void M(OpenAIClient client) { client.GetFineTuningClient(); client.GetBatchClient(); }")]
    public Task What_does_not_reach_it_is_not(string member) => VerifyAsync(member);

    [Fact]
    public async Task It_fails_at_its_provider_and_is_to_end_at_another_host()
    {
        await WithMessageAsync(
            "void M(string key) { new OpenAIClient(key).{|#0:GetAssistantClient|}(); }",
            DiagnosticSeverity.Warning,
            "The Assistants API was shut down on 2026-08-26: every request of this client fails; move to the Responses API");
        await WithMessageAsync(
            "void M(string key) { OpenAIClient client = " + Azure + "; client.{|#0:GetAssistantClient|}(); }",
            DiagnosticSeverity.Info,
            "The Assistants API was shut down by its provider on 2026-08-26: look up until when this host goes on serving it; move to the Responses API");
    }

    private static Task WithMessageAsync(string member, DiagnosticSeverity severity, string message)
    {
        var test = RuleVerifier.Test<LlmCallAnalyzer>("LLM4004", File(member), Sdk.AzureOpenAI);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("LLM4004", severity).WithLocation(0).WithMessage(message));
        return test.RunAsync();
    }

    private static Task VerifyAsync(string member) => RuleVerifier.Test<LlmCallAnalyzer>("LLM4004", File(member), Sdk.AzureOpenAI).RunAsync();

    private static string File(string member) => $$"""
        #pragma warning disable OPENAI001
        using System;
        using System.ClientModel;
        using System.Threading.Tasks;
        using OpenAI;
        using OpenAI.Assistants;

        class Subject
        {
            {{member}}
        }
        """;
}
