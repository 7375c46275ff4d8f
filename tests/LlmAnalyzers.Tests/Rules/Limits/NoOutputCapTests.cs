using System.Threading.Tasks;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.Rules.Limits;

/// <summary>LLM6001, a policy that a team turns on: every call has an output cap.</summary>
public class NoOutputCapTests() : RuleTests("LLM6001")
{
    private const string On = "root = true\n[*.cs]\ndotnet_diagnostic.LLM6001.severity = warning\n";

    private static string Body(string options, string client = "client", string text = "input") => $$"""
        var chat = {{client}};
        ChatCompletion completion = await chat.[|CompleteChatAsync|]([new UserChatMessage({{text}})]{{options}});
        """;

    [Theory]
    [InlineData("")]
    [InlineData(", new ChatCompletionOptions()")]
    [InlineData(", new ChatCompletionOptions { Temperature = 0.2f }")]
    [InlineData(", new ChatCompletionOptions { MaxOutputTokenCount = null }")]
    [InlineData(", options: null")]
    public Task No_cap(string options) => ReportsAsync(Sources.OpenAI(Body(options)), On);

    [Theory]
    [InlineData("new ChatClient(\"gpt-4o\", \"key\")")]
    [InlineData("new ChatClient(\"gpt-5.1\", \"key\")")]
    [InlineData("new ChatClient(\"gpt-99\", \"key\")")]
    [InlineData("new ChatClient(input, \"key\")")]
    public Task Whatever_the_model(string client) => ReportsAsync(Sources.OpenAI(Body("", client)), On);

    [Theory]
    [InlineData("GetResponseAsync(input)")]
    [InlineData("GetResponseAsync(input, new ChatOptions { ModelId = \"gpt-4o\" })")]
    [InlineData("GetResponseAsync(input, new ChatOptions { ModelId = \"gpt-5\", Reasoning = new() { Effort = ReasoningEffort.None } })")]
    public Task In_chat_options(string call)
    {
        var method = call[..call.IndexOf('(')];
        return ReportsAsync(Sources.ExtensionsAI("var response = await client.[|" + method + "|]" + call[method.Length..] + ";"), On, Sdk.ExtensionsAIFull);
    }

    [Fact]
    public Task Off_unless_it_is_turned_on() => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(
        "LLM6001", Sources.OpenAI("ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage(input)]);"));

    [Theory]
    [InlineData(", new ChatCompletionOptions { «MaxOutputTokenCount = 500¦» }")]
    [InlineData(", new ChatCompletionOptions { MaxOutputTokenCount = «int.Parse(input)¦null» }")]
    [InlineData(", new ChatCompletionOptions { MaxOutputTokenCount = «Configured¦null» }")]
    [InlineData(", new ChatCompletionOptions { MaxOutputTokenCount = «input.Length > 3 ? 500 : ¦»null }")]
    [InlineData(", «Options¦new ChatCompletionOptions()»")]
    [InlineData(", «Make()¦null»")]
    public Task A_cap_is_set_or_may_be(string options) => SilentAsync(
        Sources.OpenAI(Body(options), "public int? Configured { get; set; }\npublic ChatCompletionOptions? Options { get; set; }\nprotected virtual ChatCompletionOptions Make() => throw null!;"), On);

    [Theory]
    [InlineData("new ChatClient(\"«gpt-5¦gpt-4o»\", \"key\")", "")]
    [InlineData("new ChatClient(\"«gpt-5.6-sol¦gpt-5.4»\", \"key\")", "")]
    [InlineData("new ChatClient(\"«o3¦gpt-4.1»\", \"key\")", "")]
    [InlineData("new ChatClient(\"gpt-5.1\", \"key\")", ", new ChatCompletionOptions { «ReasoningEffortLevel = \"high\"¦» }")]
    [InlineData("new ChatClient(\"gpt-5.1\", \"key\")", ", new ChatCompletionOptions { ReasoningEffortLevel = «input¦\"none\"» }")]
    [InlineData("new ChatClient(\"gpt-5.6\", \"key\")", ", new ChatCompletionOptions { ReasoningEffortLevel = ChatReasoningEffortLevel.«Low¦None» }")]
    public Task A_model_that_reasons(string client, string options) => SilentAsync(Sources.OpenAI(Body(options, client)), On);

    [Theory]
    [InlineData("«CheckHealthAsync¦AnswerAsync»")]
    [InlineData("«PingAsync¦SingAsync»")]
    [InlineData("«WarmUp¦WarnUser»")]
    public Task A_health_check(string member) => SilentAsync(
        Sources.OpenAI("", $$"""
            public async Task {{member}}() => await client.[|CompleteChatAsync|]([new UserChatMessage("ping")]);
            """), On);

    [Theory]
    [InlineData("«AdditionalProperties = new() { [\"max_tokens\"] = 5 }¦»")]
    [InlineData("«RawRepresentationFactory = _ => null¦»")]
    [InlineData("«MaxOutputTokens = 1¦»")]
    [InlineData("ModelId = \"«claude-opus-5-5¦claude-3-haiku-20240307»\"")]
    public Task Chat_options_that_may_set_it(string options) => SilentAsync(
        Sources.ExtensionsAI("var response = await client.[|GetResponseAsync|](input, new ChatOptions { " + options + " });"), On, Sdk.ExtensionsAIFull);
}
