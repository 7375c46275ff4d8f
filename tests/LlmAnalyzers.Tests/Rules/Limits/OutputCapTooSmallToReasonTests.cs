using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Models;
using LlmAnalyzers.Rules.Limits;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.Rules.Limits;

/// <summary>LLM6003: an output cap that hidden reasoning can use up.</summary>
public class OutputCapTooSmallToReasonTests() : RuleTests("LLM6003")
{
    private const string Members = "private const int Small = 200;\npublic int? Configured { get; set; }";

    private static string Body(string options, string client = "new ChatClient(\"gpt-5\", \"key\")", string text = "input") => $$"""
        var options = new ChatCompletionOptions { {{options}} };
        ChatCompletion completion = await {{client}}.CompleteChatAsync([new UserChatMessage({{text}})], options);
        """;

    [Theory]
    [InlineData("gpt-5")]
    [InlineData("gpt-5-nano-2025-08-07")]
    [InlineData("gpt-5.6-sol")]
    [InlineData("gpt-5.5")]
    [InlineData("gpt-6.1-sol")]
    [InlineData("o3")]
    public Task A_model_that_reasons_by_default(string model) => ReportsOpenAIAsync(Body("MaxOutputTokenCount = [|500|]", $"new ChatClient(\"{model}\", \"key\")"));

    [Theory]
    [InlineData("MaxOutputTokenCount = [|999|]")]
    [InlineData("MaxOutputTokenCount = [|1|], ReasoningEffortLevel = ChatReasoningEffortLevel.High")]
    [InlineData("MaxOutputTokenCount = [|Small|], ReasoningEffortLevel = ChatReasoningEffortLevel.Low")]
    [InlineData("MaxOutputTokenCount = Configured ?? [|300|]")]
    [InlineData("MaxOutputTokenCount = input.Length > 3 ? [|300|] : 5000")]
    public Task A_small_cap(string options) => ReportsOpenAIAsync(Body(options), Members);

    [Theory]
    [InlineData("ModelId = \"gpt-5-mini\", MaxOutputTokens = [|100|]")]
    [InlineData("ModelId = \"gpt-5.1\", MaxOutputTokens = [|100|], Reasoning = new() { Effort = ReasoningEffort.Medium }")]
    public Task In_chat_options(string options) => ReportsAsync(ExtensionsAI(options), references: Sdk.ExtensionsAIFull);

    [Theory]
    [InlineData("MaxOutputTokenCount = [|«1000¦999»|]")]
    [InlineData("MaxOutputTokenCount = [|«null¦10»|]")]
    [InlineData("MaxOutputTokenCount = [|«Configured¦10»|]")]
    [InlineData("MaxOutputTokenCount = [|«int.Parse(input)¦10»|]")]
    [InlineData("MaxOutputTokenCount = [|300|], ReasoningEffortLevel = ChatReasoningEffortLevel.«Minimal¦Low»")]
    [InlineData("MaxOutputTokenCount = [|300|], ReasoningEffortLevel = «input¦\"high\"»")]
    [InlineData("MaxOutputTokenCount = [|300|], ReasoningEffortLevel = «input.Length > 3 ? ChatReasoningEffortLevel.Minimal : ¦»ChatReasoningEffortLevel.Low")]
    public Task A_cap_or_effort_that_leaves_room_or_is_not_known(string options) => SilentOpenAIAsync(Body(options), Members);

    [Theory]
    [InlineData("new ChatClient(\"«gpt-4o¦gpt-5»\", \"key\")")]
    [InlineData("new ChatClient(\"«gpt-5.1¦gpt-5.6»\", \"key\")")]
    [InlineData("new ChatClient(\"«gpt-99¦gpt-5»\", \"key\")")]
    [InlineData("new ChatClient(«input¦\"gpt-5\"», \"key\")")]
    [InlineData("new ChatClient(«Environment.GetEnvironmentVariable(\"MODEL\") ?? ¦»\"gpt-5\", \"key\")")]
    [InlineData("«client¦new ChatClient(\"gpt-5\", \"key\")»")]
    [InlineData("new ChatClient(\"«qwen3¦gpt-5»\", new ApiKeyCredential(\"key\"), new OpenAIClientOptions { Endpoint = new Uri(input) })")]
    public Task A_model_that_does_not_reason_or_is_not_known(string client) => SilentOpenAIAsync(Body("MaxOutputTokenCount = [|300|]", client));

    [Theory]
    [InlineData("MaxOutputTokenCount = [|10|]", "«\"ping\"¦input»")]
    [InlineData("MaxOutputTokenCount = [|«5¦500»|]", "\"Hi\"")]
    public Task A_ping(string options, string text) => SilentOpenAIAsync(Body(options, text: text));

    [Theory]
    [InlineData("ModelId = \"«claude-opus-4-5-20251101¦gpt-5»\", MaxOutputTokens = [|100|]")]
    [InlineData("ModelId = \"«claude-opus-5-5¦gpt-5»\", MaxOutputTokens = [|100|]")]
    [InlineData("ModelId = \"«claude-opus-5-5¦gpt-5.1»\", MaxOutputTokens = [|100|], Reasoning = new() { Effort = ReasoningEffort.High }")]
    [InlineData("ModelId = \"«gemini-2.5-pro¦gpt-5»\", MaxOutputTokens = [|100|]")]
    [InlineData("ModelId = \"gpt-5\", MaxOutputTokens = [|100|], «AdditionalProperties = new() { [\"reasoning_effort\"] = \"minimal\" }¦»")]
    public Task In_chat_options_of_a_model_that_may_not_think(string options) => SilentAsync(ExtensionsAI(options), references: Sdk.ExtensionsAIFull);

    [Fact]
    public void Only_models_known_to_reason_by_themselves_are_reported()
    {
        foreach (var model in ModelCatalogue.BuiltIn.Models)
        {
            var found = MadeCall.Check(new OutputCapTooSmallToReason(), MadeCall.Of(model.Provider, model.Id, (SettingKind.MaxOutputTokens, 100.0)));
            Assert.Equal((model.Id, model.IsReasoning == true && model.ReasonsAt(ReasoningEffort.NotSet) == true), (model.Id, found.Length == 1));
            Assert.False(found.Any() && model.DefaultEffort is "none" or "minimal", model.Id);
        }
    }

    [Theory]
    [InlineData("gpt-5", null, "The output cap of 100 tokens also covers the hidden reasoning of 'gpt-5' at its default reasoning effort 'medium': it can be used up before the reply begins, which then is empty; remove the cap or raise it well above 1000")]
    [InlineData("gpt-5.1", "low", "The output cap of 100 tokens also covers the hidden reasoning of 'gpt-5.1' at reasoning effort 'low': it can be used up before the reply begins, which then is empty; remove the cap or raise it well above 1000")]
    [InlineData("gpt-5.5", null, "The output cap of 100 tokens also covers the hidden reasoning of 'gpt-5.5': it can be used up before the reply begins, which then is empty; remove the cap or raise it well above 1000")]
    public void The_message_explains_itself(string model, string? effort, string expected)
    {
        var cap = (SettingKind.MaxOutputTokens, (object)100.0);
        var call = effort is null ? MadeCall.Of("openai", model, cap) : MadeCall.Of("openai", model, cap, (SettingKind.ReasoningEffort, effort));
        Assert.Equal(expected, Assert.Single(MadeCall.Check(new OutputCapTooSmallToReason(), call)).GetMessage(CultureInfo.InvariantCulture));
    }

    private static string ExtensionsAI(string options) => Sources.ExtensionsAI($$"""
        var response = await client.GetResponseAsync(input, new ChatOptions { {{options}} });
        """);
}
