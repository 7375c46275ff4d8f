using System.Globalization;
using System.Threading.Tasks;
using LlmAnalyzers.Models;
using LlmAnalyzers.Rules.Sampling;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.Rules.Sampling;

/// <summary>LLM2007, a policy that a team turns on: every call of a reasoning model says how much it may think.</summary>
public class ReasoningEffortNotSetTests() : RuleTests("LLM2007")
{
    private const string On = "root = true\n[*.cs]\ndotnet_diagnostic.LLM2007.severity = warning\n";

    private static string Body(string client, string options = "") => $$"""
        var chat = {{client}};
        ChatCompletion completion = await chat.[|CompleteChatAsync|]([new UserChatMessage(input)]{{options}});
        """;

    [Theory]
    [InlineData("gpt-5")]
    [InlineData("gpt-5-mini-2025-08-07")]
    [InlineData("gpt-5.1")]
    [InlineData("gpt-5.4-nano")]
    [InlineData("gpt-5.6-sol")]
    [InlineData("gpt-6-astra")]
    public Task A_model_with_several_efforts(string model) => ReportsAsync(Sources.OpenAI(Body($"new ChatClient(\"{model}\", \"key\")")), On);

    [Theory]
    [InlineData(", new ChatCompletionOptions()")]
    [InlineData(", new ChatCompletionOptions { MaxOutputTokenCount = 5000 }")]
    [InlineData(", new ChatCompletionOptions { ReasoningEffortLevel = null }")]
    [InlineData(", options: null")]
    public Task Options_without_an_effort(string options) => ReportsAsync(Sources.OpenAI(Body("new ChatClient(\"gpt-5\", \"key\")", options)), On);

    [Theory]
    [InlineData("ModelId = \"gpt-5-mini\"")]
    [InlineData("ModelId = \"gpt-5.1\", Temperature = 0")]
    public Task In_chat_options(string options) => ReportsAsync(
        Sources.ExtensionsAI("var response = await client.[|GetResponseAsync|](input, new ChatOptions { " + options + " });"), On, Sdk.ExtensionsAIFull);

    [Fact]
    public Task Off_unless_it_is_turned_on() => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(
        "LLM2007", Sources.OpenAI("ChatCompletion completion = await new ChatClient(\"gpt-5\", \"key\").CompleteChatAsync([new UserChatMessage(input)]);"));

    [Theory]
    [InlineData("«ReasoningEffortLevel = ChatReasoningEffortLevel.Low¦»")]
    [InlineData("«ReasoningEffortLevel = \"high\"¦»")]
    [InlineData("ReasoningEffortLevel = «input¦null»")]
    [InlineData("ReasoningEffortLevel = «Configured¦null»")]
    [InlineData("ReasoningEffortLevel = «input.Length > 3 ? ChatReasoningEffortLevel.Low : ¦»null")]
    public Task An_effort_is_set_or_may_be(string options) => SilentAsync(
        Sources.OpenAI(Body("new ChatClient(\"gpt-5\", \"key\")", ", new ChatCompletionOptions { " + options + " }"), "public ChatReasoningEffortLevel? Configured { get; set; }"), On);

    [Theory]
    [InlineData(", «Options¦new ChatCompletionOptions()»")]
    [InlineData(", «Make()¦null»")]
    public Task Options_from_elsewhere(string options) => SilentAsync(
        Sources.OpenAI(Body("new ChatClient(\"gpt-5\", \"key\")", options), "public ChatCompletionOptions? Options { get; set; }\nprotected virtual ChatCompletionOptions Make() => throw null!;"), On);

    [Theory]
    [InlineData("new ChatClient(\"«gpt-4o¦gpt-5»\", \"key\")")]
    [InlineData("new ChatClient(\"«gpt-5-pro¦gpt-5»\", \"key\")")]
    [InlineData("new ChatClient(\"«o3¦gpt-5»\", \"key\")")]
    [InlineData("new ChatClient(\"«gpt-99¦gpt-5»\", \"key\")")]
    [InlineData("new ChatClient(«input¦\"gpt-5\"», \"key\")")]
    [InlineData("new ChatClient(«Environment.GetEnvironmentVariable(\"MODEL\") ?? ¦»\"gpt-5\", \"key\")")]
    [InlineData("«client¦new ChatClient(\"gpt-5\", \"key\")»")]
    [InlineData("new ChatClient(\"«qwen3¦gpt-5»\", new ApiKeyCredential(\"key\"), new OpenAIClientOptions { Endpoint = new Uri(input) })")]
    public Task A_model_without_a_choice_or_not_known(string client) => SilentAsync(Sources.OpenAI(Body(client)), On);

    [Theory]
    [InlineData("ModelId = \"gpt-5\", «Reasoning = new() { Effort = ReasoningEffort.Low }¦»")]
    [InlineData("ModelId = \"gpt-5\", «AdditionalProperties = new() { [\"reasoning_effort\"] = \"low\" }¦»")]
    [InlineData("ModelId = \"gpt-5\", «RawRepresentationFactory = _ => null¦»")]
    [InlineData("ModelId = \"«claude-opus-5-5¦gpt-5»\"")]
    public Task In_chat_options_that_may_set_it(string options) => SilentAsync(
        Sources.ExtensionsAI("var response = await client.[|GetResponseAsync|](input, new ChatOptions { " + options + " });"), On, Sdk.ExtensionsAIFull);

    [Theory]
    [InlineData("gpt-5", "The call sets no reasoning effort, so 'gpt-5' decides (default 'medium') how long it thinks; set it: minimal, low, medium, high")]
    [InlineData("gpt-5.5", "The call sets no reasoning effort, so 'gpt-5.5' decides how long it thinks; set it: none, low, medium, high, xhigh")]
    public void The_message_lists_the_efforts(string model, string expected) => Assert.Equal(
        expected, Assert.Single(MadeCall.Check(new ReasoningEffortNotSet(), MadeCall.Of("openai", model))).GetMessage(CultureInfo.InvariantCulture));

    [Fact]
    public void Models_without_a_list_of_efforts_are_left_alone()
    {
        foreach (var model in ModelCatalogue.BuiltIn.Models)
        {
            Assert.Equal((model.Id, model.Efforts.Length > 1), (model.Id, MadeCall.Check(new ReasoningEffortNotSet(), MadeCall.Of(model.Provider, model.Id)).Length == 1));
        }
    }
}
