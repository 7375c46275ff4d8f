using System;
using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.Rules.Models;

/// <summary>LLM4006: which model, which client, which options.</summary>
public class OldOutputCapNameTests
{
    private const string Names = "prod:gpt-5@2025-08-07|next:gpt-6-sol@2026-09-22|thinker:o3-2025-04-16|small:gpt-5.1|plain:gpt-4o@2024-11-20|open:gpt-99|old:gpt-4.1-2025-04-14|claude:claude-opus-4-8";

    [Theory]
    [InlineData("prod", "new() { MaxOutputTokenCount = [|2000|] }")]
    [InlineData("PROD", "new() { MaxOutputTokenCount = [|2000|] }")]
    [InlineData("next", "new() { MaxOutputTokenCount = [|100|], Temperature = 1f }")]
    [InlineData("thinker", "new() { MaxOutputTokenCount = [|Cap|] }")]
    [InlineData("small", "new() { MaxOutputTokenCount = input.Length > 3 ? [|100|] : null }")]
    [InlineData("prod", "Make()")]
    public Task A_cap_that_goes_out_as_max_tokens_to_a_reasoning_model(string deployment, string options) =>
        VerifyAsync($"return client.CompleteChat([\"Hi\"], {options.Replace("Make()", "[|Make()|]", StringComparison.Ordinal)});", deployment);

    [Theory]
    [InlineData("var options = new ChatCompletionOptions(); options.MaxOutputTokenCount = [|500|]; return client.CompleteChat([\"Hi\"], options);")]
    [InlineData("var options = new ChatCompletionOptions { MaxOutputTokenCount = [|500|] }; options.SetNewMaxCompletionTokensPropertyEnabled(false); return client.CompleteChat([\"Hi\"], options);")]
    [InlineData("var options = new ChatCompletionOptions { MaxOutputTokenCount = [|500|] }; await client.CompleteChatAsync([\"Hi\"], options); return client.CompleteChat([\"Ho\"], options);")]
    [InlineData("foreach (var update in client.CompleteChatStreaming([\"Hi\"], new() { MaxOutputTokenCount = [|500|] })) { }")]
    [InlineData("OpenAI.OpenAIClient azure = new AzureOpenAIClient(new Uri(\"https://x\"), new ApiKeyCredential(\"k\")); return azure.GetChatClient(\"prod\").CompleteChat([\"Hi\"], new ChatCompletionOptions { MaxOutputTokenCount = [|500|] });")]
    [InlineData("var name = \"prod\"; return new AzureOpenAIClient(new Uri(\"https://x\"), new ApiKeyCredential(\"k\")).GetChatClient(name).CompleteChat([\"Hi\"], new ChatCompletionOptions { MaxOutputTokenCount = [|500|] });")]
    public Task In_the_shapes_people_write(string body) => VerifyAsync(body, "prod");

    [Theory]
    // Opted in, or perhaps.
    [InlineData("prod", "var options = new ChatCompletionOptions { MaxOutputTokenCount = 500 }; options.SetNewMaxCompletionTokensPropertyEnabled(true); return client.CompleteChat([\"Hi\"], options);")]
    [InlineData("prod", "var options = new ChatCompletionOptions { MaxOutputTokenCount = 500 }; options.SetNewMaxCompletionTokensPropertyEnabled(); return client.CompleteChat([\"Hi\"], options);")]
    [InlineData("prod", "var options = new ChatCompletionOptions { MaxOutputTokenCount = 500 }; AzureChatExtensions.SetNewMaxCompletionTokensPropertyEnabled(options, true); return client.CompleteChat([\"Hi\"], options);")]
    [InlineData("prod", "var options = new ChatCompletionOptions { MaxOutputTokenCount = 500 }; if (input.Length > 3) { options.SetNewMaxCompletionTokensPropertyEnabled(true); } return client.CompleteChat([\"Hi\"], options);")]
    [InlineData("prod", "var options = new ChatCompletionOptions { MaxOutputTokenCount = 500 }; options.SetNewMaxCompletionTokensPropertyEnabled(input.Length > 3); return client.CompleteChat([\"Hi\"], options);")]
    [InlineData("prod", "var options = Opted(); options.MaxOutputTokenCount = 500; return client.CompleteChat([\"Hi\"], options);")]
    // No cap, or one that is not known.
    [InlineData("prod", "return client.CompleteChat([\"Hi\"]);")]
    [InlineData("prod", "return client.CompleteChat([\"Hi\"], new ChatCompletionOptions { Temperature = 1f });")]
    [InlineData("prod", "return client.CompleteChat([\"Hi\"], new ChatCompletionOptions { MaxOutputTokenCount = null });")]
    [InlineData("prod", "return client.CompleteChat([\"Hi\"], new ChatCompletionOptions { MaxOutputTokenCount = input.Length });")]
    // Options that may have been changed elsewhere.
    [InlineData("prod", "var options = new ChatCompletionOptions { MaxOutputTokenCount = 500 }; Changed?.Invoke(options); return client.CompleteChat([\"Hi\"], options);")]
    // A model that takes both names, or is not known.
    [InlineData("plain", "return client.CompleteChat([\"Hi\"], new ChatCompletionOptions { MaxOutputTokenCount = 500 });")]
    [InlineData("old", "return client.CompleteChat([\"Hi\"], new ChatCompletionOptions { MaxOutputTokenCount = 500 });")]
    [InlineData("open", "return client.CompleteChat([\"Hi\"], new ChatCompletionOptions { MaxOutputTokenCount = 500 });")]
    [InlineData("claude", "return client.CompleteChat([\"Hi\"], new ChatCompletionOptions { MaxOutputTokenCount = 500 });")]
    [InlineData("gpt-5", "return client.CompleteChat([\"Hi\"], new ChatCompletionOptions { MaxOutputTokenCount = 500 });")]
    [InlineData("unnamed", "return client.CompleteChat([\"Hi\"], new ChatCompletionOptions { MaxOutputTokenCount = 500 });")]
    // A client of another service.
    [InlineData("prod", "return new ChatClient(\"gpt-5\", input).CompleteChat([\"Hi\"], new ChatCompletionOptions { MaxOutputTokenCount = 500 });")]
    [InlineData("prod", "return new ChatClient(\"prod\", input).CompleteChat([\"Hi\"], new ChatCompletionOptions { MaxOutputTokenCount = 500 });")]
    [InlineData("prod", "return Injected!.CompleteChat([\"Hi\"], new ChatCompletionOptions { MaxOutputTokenCount = 500 });")]
    [InlineData("prod", "return new AzureOpenAIClient(new Uri(\"https://x\"), new ApiKeyCredential(\"k\")).GetChatClient(input).CompleteChat([\"Hi\"], new ChatCompletionOptions { MaxOutputTokenCount = 500 });")]
    public Task Where_nothing_is_refused_or_nobody_knows(string deployment, string body) => VerifyAsync(body, deployment);

    [Fact]
    public Task The_opt_in_is_inserted_with_its_namespace() => VerifyFixAsync(
        """
        var options = new ChatCompletionOptions { MaxOutputTokenCount = [|500|] };
                // Ask.
                return client.CompleteChat(["Hi"], options);
        """,
        """
        var options = new ChatCompletionOptions { MaxOutputTokenCount = 500 };
                #pragma warning disable AOAI001 // In preview.
                options.SetNewMaxCompletionTokensPropertyEnabled(true);
                #pragma warning restore AOAI001
                // Ask.
                return client.CompleteChat(["Hi"], options);
        """,
        "");

    [Fact]
    public Task Where_the_preview_is_used_already_no_pragma_is_needed() => VerifyFixAsync(
        """
        var options = new ChatCompletionOptions();
                options.MaxOutputTokenCount = [|500|];
                return client.CompleteChat(["Hi"], options);
        """,
        """
        var options = new ChatCompletionOptions();
                options.MaxOutputTokenCount = 500;
                options.SetNewMaxCompletionTokensPropertyEnabled(true);
                return client.CompleteChat(["Hi"], options);
        """,
        "#pragma warning disable AOAI001\n");

    [Theory]
    [InlineData("return client.CompleteChat([\"Hi\"], new ChatCompletionOptions { MaxOutputTokenCount = [|500|] });")]
    [InlineData("var options = [|Shared|]; return client.CompleteChat([\"Hi\"], options);")]
    public Task Options_without_a_variable_of_their_own_are_left_alone(string body) => VerifyFixAsync(body, body, "", isFixed: false);

    private static Task VerifyFixAsync(string body, string fixedBody, string pragma, bool isFixed = true)
    {
        var import = isFixed ? "using Azure.AI.OpenAI.Chat;\n" : "";
        var test = RuleVerifier.Test<LlmCallAnalyzer, OptInToNewOutputCapName>("LLM4006", pragma + File(body, "prod", ""), pragma + File(fixedBody, "prod", import), Sdk.AzureOpenAI);
        test.TestState.AnalyzerConfigFiles.Add(("/0/.globalconfig", "is_global = true\ndotnet_code_quality.llm_deployments = " + Names));
        test.FixedState.AnalyzerConfigFiles.Add(("/0/.globalconfig", "is_global = true\ndotnet_code_quality.llm_deployments = " + Names));
        return test.RunAsync();
    }

    private static Task VerifyAsync(string body, string deployment)
    {
        var test = RuleVerifier.Test<LlmCallAnalyzer>("LLM4006", "#pragma warning disable AOAI001\n" + File(body, deployment, "using Azure.AI.OpenAI.Chat;\n"), Sdk.AzureOpenAI);
        test.TestState.AnalyzerConfigFiles.Add(("/0/.globalconfig", "is_global = true\ndotnet_code_quality.llm_deployments = " + Names));
        return test.RunAsync();
    }

    private static string File(string body, string deployment, string import) => $$"""
        using System;
        using System.ClientModel;
        using System.Threading.Tasks;
        using Azure.AI.OpenAI;
        {{import}}using OpenAI.Chat;

        class Subject
        {
            private const int Cap = 800;
            private static readonly ChatCompletionOptions Shared = new() { MaxOutputTokenCount = 700 };
            private readonly ChatClient client = new AzureOpenAIClient(new Uri("https://x"), new ApiKeyCredential("k")).GetChatClient("{{deployment}}");

            ChatClient? Injected { get; set; }

            event Action<ChatCompletionOptions>? Changed;

            async Task<object?> Run(string input)
            {
                {{body}}
                await Task.CompletedTask;
                return null;
            }

            private static ChatCompletionOptions Make() => new() { MaxOutputTokenCount = 900 };
        {{(import.Length > 0 && !body.Contains("pragma", StringComparison.Ordinal) && body.Contains("Opted()", StringComparison.Ordinal) ? """

                private static ChatCompletionOptions Opted()
                {
                    var options = new ChatCompletionOptions();
                    options.SetNewMaxCompletionTokensPropertyEnabled(true);
                    return options;
                }

            """ : "")}}
        }
        """.Replace("\n\n\n", "\n\n", StringComparison.Ordinal);
}
