using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.Rules.Limits;

/// <summary>LLM6006: a constant prompt above the context of the model. %N% stands for N thousand words.</summary>
public class PromptTooLongTests() : RuleTests("LLM6006")
{
    private static string Body(string messages, string client = "new ChatClient(\"gpt-4\", \"key\")", string options = "") =>
        $"await {client}.[|CompleteChatAsync|]([{messages}]{(options.Length > 0 ? ", new ChatCompletionOptions { " + options + " }" : "")});";

    [Theory]
    [InlineData("new UserChatMessage(\"%12%\")", "gpt-4")]
    [InlineData("new SystemChatMessage(\"%12%\"), new UserChatMessage(input)", "gpt-4-0613")]
    [InlineData("new SystemChatMessage(\"%7%\"), new UserChatMessage(\"%6%\" + input)", "gpt-4")]
    [InlineData("new UserChatMessage($\"%12% {input}\")", "gpt-4")]
    [InlineData("new UserChatMessage(Long)", "gpt-4")]
    [InlineData("new UserChatMessage(Long + input)", "gpt-4")]
    [InlineData("new UserChatMessage(\"%24%\")", "gpt-3.5-turbo")]
    [InlineData("new SystemChatMessage(\"%12%\"), new UserChatMessage(\"%12%\")", "gpt-3.5-turbo-0125")]
    [InlineData("new SystemChatMessage(\"Short.\"), new AssistantChatMessage(\"%12%\"), new UserChatMessage(input)", "gpt-4")]
    [InlineData("new UserChatMessage(\"%180%\")", "gpt-4o-2024-11-20")]
    public Task Text_that_does_not_fit(string messages, string model) =>
        ReportsAsync(Fill(Sources.OpenAI(Body(messages, $"new ChatClient(\"{model}\", \"key\")"), "private const string Long = \"%12%\";")));

    [Theory]
    [InlineData("Instructions = \"%12%\", ModelId = \"command-a-translate-08-2025\"")]
    [InlineData("ModelId = \"command-a-translate-08-2025\", Instructions = \"%12%\", Temperature = 0")]
    public Task In_the_instructions_of_chat_options(string options) =>
        ReportsAsync(Fill(Sources.ExtensionsAI($$"""await client.[|GetResponseAsync|](input, new ChatOptions { {{options}} });""")), references: Sdk.ExtensionsAIFull);

    [Theory]
    [InlineData("new UserChatMessage(\"«%6%¦%12%»\")")]
    [InlineData("new UserChatMessage(\"«%8%¦%12%»\")")]
    [InlineData("new UserChatMessage(\"«%9%¦%12%»\")")]
    [InlineData("new UserChatMessage(«input¦\"%12%\"»)")]
    [InlineData("new UserChatMessage(«input + \"%5%\"¦input + \"%12%\"»)")]
    [InlineData("new UserChatMessage(«input.Length > 3 ? \"%12%\" : input¦\"%12%\"»)")]
    [InlineData("new SystemChatMessage(\"«%3%¦%12%»\"), new UserChatMessage(\"%3%\")")]
    [InlineData("new UserChatMessage(«nameof(input)¦\"%12%\"»)")]
    [InlineData("new UserChatMessage(«string.Empty¦\"%12%\"»)")]
    public Task Text_that_fits_or_may_not_be_sent(string messages) => SilentAsync(Fill(Sources.OpenAI(Body(messages))));

    [Theory]
    [InlineData("new ChatClient(\"«gpt-4o-2024-11-20¦gpt-4»\", \"key\")")]
    [InlineData("new ChatClient(\"«gpt-5.1¦gpt-4»\", \"key\")")]
    [InlineData("new ChatClient(\"«gpt-99¦gpt-4»\", \"key\")")]
    [InlineData("new ChatClient(\"«my-own-model¦gpt-4»\", \"key\")")]
    [InlineData("new ChatClient(«input¦\"gpt-4\"», \"key\")")]
    [InlineData("new ChatClient(«Environment.GetEnvironmentVariable(\"MODEL\") ?? ¦»\"gpt-4\", \"key\")")]
    [InlineData("«client¦new ChatClient(\"gpt-4\", \"key\")»")]
    [InlineData("new ChatClient(\"«llama3¦command-a-translate-08-2025»\", new ApiKeyCredential(\"key\"), new OpenAIClientOptions { Endpoint = new Uri(\"http://localhost:11434/v1\") })")]
    [InlineData("«new Azure.AI.OpenAI.AzureOpenAIClient(new Uri(input), new ApiKeyCredential(\"key\")).GetChatClient(\"gpt-4\")¦new ChatClient(\"gpt-4\", \"key\")»")]
    [InlineData("new ChatClient(«input.Length > 3 ? \"gpt-4\" : \"gpt-4o\"¦\"gpt-4\"», \"key\")")]
    public Task A_model_that_takes_it_or_is_not_known(string client) => SilentAsync(Fill(Sources.OpenAI(Body("new UserChatMessage(\"%12%\")", client))));

    [Fact]
    public async Task The_message_has_the_figures()
    {
        var test = RuleVerifier.Test<LlmCallAnalyzer>("LLM6006", Fill(Sources.OpenAI(
            "await new ChatClient(\"gpt-4\", \"key\").{|#0:CompleteChatAsync|}([new UserChatMessage({|#1:\"%12%\"|})]);")));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("LLM6006", Microsoft.CodeAnalysis.DiagnosticSeverity.Warning)
            .WithMessage("The constant text of the prompt is about 12000 tokens, and 'gpt-4' takes 8192 for prompt and reply together: the service answers 400; send only the parts that matter for the question, or choose a model with a larger context")
            .WithLocation(0).WithLocation(1));
        await test.RunAsync();
    }

    private static string Fill(string code) => new[] { 3, 5, 6, 7, 8, 9, 12, 24, 180 }.Aggregate(
        code,
        (filled, thousands) => filled.Replace(
            "%" + thousands.ToString(CultureInfo.InvariantCulture) + "%", string.Concat(Enumerable.Repeat("rose ", (thousands * 1000) - 1)) + "tree", StringComparison.Ordinal));
}
