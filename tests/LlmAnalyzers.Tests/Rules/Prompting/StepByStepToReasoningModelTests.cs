using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes;
using LlmAnalyzers.Tests.CodeFixes;
using LlmAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace LlmAnalyzers.Tests.Rules.Prompting;

/// <summary>LLM3006: a model that reasons by itself is told to.</summary>
public class StepByStepToReasoningModelTests() : RuleTests("LLM3006")
{
    private const string Request = "Which train is first? Think step by step.";

    private static string Body(string messages, string client = "new ChatClient(\"gpt-5\", \"key\")", string options = "") =>
        $"var options = new ChatCompletionOptions {{ {options} }};\nawait {client}.[|CompleteChatAsync|]([{messages}], options);";

    [Theory]
    [InlineData("new UserChatMessage(\"Which train is first? Think step by step.\")")]
    [InlineData("new SystemChatMessage(\"You solve riddles. Let's think step by step.\"), new UserChatMessage(input)")]
    [InlineData("new SystemChatMessage(\"Reason step by step before you answer.\"), new UserChatMessage(input)")]
    [InlineData("new SystemChatMessage(\"Use chain of thought reasoning.\"), new UserChatMessage(input)")]
    [InlineData("new UserChatMessage($\"{input}\\n\\nTake a deep breath and work through this problem step by step.\")")]
    [InlineData("new UserChatMessage(input + \" Let's work this out step by step.\")")]
    [InlineData("new SystemChatMessage(Rules), new UserChatMessage(input)")]
    [InlineData("new SystemChatMessage(\"Denke Schritt für Schritt.\"), new UserChatMessage(input)")]
    public Task A_request_for_steps(string messages) => ReportsOpenAIAsync(Body(messages), "private const string Rules = \"You do sums. Think step by step.\";");

    [Theory]
    [InlineData("gpt-5-mini")]
    [InlineData("gpt-5.5")]
    [InlineData("gpt-6.1-sol")]
    [InlineData("o3")]
    public Task To_a_model_that_reasons_by_default(string model) => ReportsOpenAIAsync(Body($"new UserChatMessage(\"{Request}\")", $"new ChatClient(\"{model}\", \"key\")"));

    [Theory]
    [InlineData("ModelId = \"gpt-5-mini\"")]
    [InlineData("ModelId = \"gpt-5.1\", Reasoning = new() { Effort = ReasoningEffort.Medium }")]
    public Task In_chat_options(string options) => ReportsAsync(
        Sources.ExtensionsAI($$"""await client.[|GetResponseAsync|]("{{Request}}", new ChatOptions { {{options}} });"""), references: Sdk.ExtensionsAIFull);

    [Theory]
    [InlineData("new UserChatMessage(\"«Explain step by step how to repot a rose.¦Think step by step.»\")")]
    [InlineData("new UserChatMessage(\"«Do not think step by step.¦Think step by step.»\")")]
    [InlineData("new UserChatMessage(«input¦\"Think step by step.\"»)")]
    [InlineData("new SystemChatMessage(\"You are a cook. «Write recipes with numbered steps.¦Think step by step.»\"), new UserChatMessage(input)")]
    [InlineData("«new AssistantChatMessage¦new UserChatMessage»(\"Think step by step.\"), new UserChatMessage(input)")]
    [InlineData("new UserChatMessage(\"«Take one step at a time.¦Think step by step.»\")")]
    [InlineData("new UserChatMessage(\"«What does a step by step guide cost?¦Think step by step.»\")")]
    public Task A_text_that_asks_for_no_reasoning(string messages) => SilentOpenAIAsync(Body(messages));

    [Theory]
    [InlineData("new ChatClient(\"«gpt-4o¦gpt-5»\", \"key\")")]
    [InlineData("new ChatClient(\"«gpt-4.1-2025-04-14¦gpt-5»\", \"key\")")]
    [InlineData("new ChatClient(\"«gpt-5.1¦gpt-5.6»\", \"key\")")]
    [InlineData("new ChatClient(\"«gpt-99¦gpt-5»\", \"key\")")]
    [InlineData("new ChatClient(\"«ft:gpt-4o-2024-08-06:acme::abc123¦gpt-5»\", \"key\")")]
    [InlineData("new ChatClient(«input¦\"gpt-5\"», \"key\")")]
    [InlineData("new ChatClient(«Environment.GetEnvironmentVariable(\"MODEL\") ?? ¦»\"gpt-5\", \"key\")")]
    [InlineData("«client¦new ChatClient(\"gpt-5\", \"key\")»")]
    [InlineData("new ChatClient(\"«qwen3¦gpt-5»\", new ApiKeyCredential(\"key\"), new OpenAIClientOptions { Endpoint = new Uri(\"http://localhost:11434/v1\") })")]
    [InlineData("«new Azure.AI.OpenAI.AzureOpenAIClient(new Uri(input), new ApiKeyCredential(\"key\")).GetChatClient(\"gpt-5\")¦new ChatClient(\"gpt-5\", \"key\")»")]
    public Task A_model_that_does_not_reason_or_is_not_known(string client) => SilentOpenAIAsync(Body($"new UserChatMessage(\"{Request}\")", client));

    [Theory]
    [InlineData("ReasoningEffortLevel = ChatReasoningEffortLevel.«Minimal¦Low»")]
    [InlineData("ReasoningEffortLevel = «input¦\"high\"»")]
    public Task An_effort_at_which_it_does_not_reason_or_that_is_not_known(string options) => SilentOpenAIAsync(Body($"new UserChatMessage(\"{Request}\")", options: options));

    [Fact]
    public async Task The_message_quotes_the_request()
    {
        var test = RuleVerifier.Test<LlmCallAnalyzer>("LLM3006", Sources.OpenAI(
            $"await new ChatClient(\"gpt-5\", \"key\").{{|#0:CompleteChatAsync|}}(new UserChatMessage({{|#1:\"{Request}\"|}}));"));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("LLM3006", DiagnosticSeverity.Info)
            .WithMessage("The prompt says “Think step by step”, and 'gpt-5' reasons by itself before it replies: the steps come a second time, as text that is paid for; remove the request, and set the reasoning effort instead")
            .WithLocation(0).WithLocation(1));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("\"Which train is first? Think step by step.\"", "\"Which train is first?\"")]
    [InlineData("\"Think step by step. Which train is first?\"", "\"Which train is first?\"")]
    [InlineData("$\"{input} Which train is first? Let's think step by step.\"", "$\"{input} Which train is first?\"")]
    [InlineData("\"Which of these is first? Think step by step. \" + input", "\"Which of these is first? \" + input")]
    [InlineData("@\"Say \"\"first\"\". Please reason step by step.\"", "@\"Say \"\"first\"\".\"")]
    [InlineData("\"\"\"\n        Which train is first?\n        Think step by step.\n        Reply with its number.\n        \"\"\"", "\"\"\"\n        Which train is first?\n        Reply with its number.\n        \"\"\"")]
    public Task The_sentence_is_taken_out(string text, string fixedText) => Fix.OpenAIAsync<RemoveStepByStep>(Call(text), Call(fixedText).Replace("[|", "").Replace("|]", ""));

    [Theory]
    [InlineData("\"Think step by step.\"")]
    [InlineData("input + \" Think step by step.\"")]
    [InlineData("\"Which train is first? Think step by step and write the steps as a table.\"")]
    [InlineData("\"Which train is first? Think step by step about \" + input")]
    public Task Not_where_it_says_more_or_is_all_there_is(string text) => Fix.OpenAIAsync<RemoveStepByStep>(Call(text));

    [Fact]
    public Task Not_where_another_model_gets_the_text_too() => Fix.OpenAIAsync<RemoveStepByStep>(
        Call("Rules") + "\nawait new ChatClient(\"gpt-4o\", \"key\").CompleteChatAsync(new UserChatMessage(Rules));",
        members: "private const string Rules = \"Which train is first? Think step by step.\";");

    private static string Call(string text) => $"await new ChatClient(\"gpt-5\", \"key\").[|CompleteChatAsync|](new UserChatMessage({text}));";
}
