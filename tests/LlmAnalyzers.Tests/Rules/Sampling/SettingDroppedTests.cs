using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes;
using LlmAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace LlmAnalyzers.Tests.Rules.Sampling;

/// <summary>LLM2006: a setting that an adapter leaves out.</summary>
public class SettingDroppedTests() : RuleTests("LLM2006")
{
    private const string OfChat = "new OpenAI.Chat.ChatClient(\"gpt-4.1-2025-04-14\", \"key\").AsIChatClient()";
    private const string OfResponses = "new OpenAI.Responses.ResponsesClient(\"key\").AsIChatClient(\"gpt-4.1-2025-04-14\")";
    private const string OfAnthropic = "new Anthropic.AnthropicClient().AsIChatClient(\"claude-haiku-4-5-20251001\")";

    private static string Body(string options, string client) => $"var chat = {client};\nvar response = await chat.GetResponseAsync(input, new ChatOptions {{ {options} }});";

    [Theory]
    [InlineData("TopK = [|40|]")]
    [InlineData("TopK = [|Forty|]")]
    [InlineData("Temperature = 0.2f, TopK = [|1|], MaxOutputTokens = 100")]
    public Task The_adapter_of_OpenAI_chat(string options) => ReportsAsync(Source(Body(options, OfChat), "private const int Forty = 40;"), references: Sdk.ExtensionsAIFull);

    [Theory]
    [InlineData("TopK = [|40|]")]
    [InlineData("Seed = [|7|]")]
    [InlineData("FrequencyPenalty = [|0.5f|]")]
    [InlineData("PresencePenalty = [|0.5f|], Temperature = 1")]
    [InlineData("StopSequences = [|[\"END\"]|]")]
    public Task The_adapter_of_OpenAI_Responses(string options) => ReportsAsync(Source(Body(options, OfResponses)), references: Sdk.ExtensionsAIFull);

    [Theory]
    [InlineData("Temperature = [|0.2f|]")]
    [InlineData("TopP = [|0.5f|]")]
    [InlineData("TopK = [|40|]")]
    [InlineData("Seed = [|7|]")]
    public Task The_adapter_of_Anthropic_since_13(string options) => ReportsAsync(Source(Body(options, OfAnthropic)), references: Sdk.All);

    [Theory]
    [InlineData("Seed = [|7|], Temperature = 0.2f")]
    [InlineData("PresencePenalty = [|1|], TopK = 4")]
    public Task The_adapter_of_Anthropic_before_13(string options) => ReportsAsync(Source(Body(options, OfAnthropic)), references: Sdk.Anthropic12);

    [Theory]
    [InlineData(".AsBuilder().UseFunctionInvocation().Build()")]
    [InlineData(".AsBuilder().UseLogging().Build()")]
    public Task Through_a_pipeline(string pipeline) => ReportsAsync(Source(Body("TopK = [|40|]", OfChat + pipeline)), references: Sdk.ExtensionsAIFull);

    [Theory]
    [InlineData("«Temperature = 0.4f¦TopK = [|40|]»")]
    [InlineData("«TopP = 0.4f¦TopK = [|40|]»")]
    [InlineData("«Seed = 7¦TopK = [|40|]»")]
    [InlineData("«StopSequences = [\"END\"]¦TopK = [|40|]»")]
    [InlineData("«FrequencyPenalty = 0.4f¦TopK = [|40|]»")]
    [InlineData("«MaxOutputTokens = 400¦TopK = [|40|]»")]
    [InlineData("TopK = [|«null¦40»|]")]
    [InlineData("TopK = [|«int.Parse(input)¦40»|]")]
    [InlineData("TopK = [|40|], «RawRepresentationFactory = _ => null¦Temperature = 0»")]
    [InlineData("TopK = [|40|], «AdditionalProperties = new() { [\"top_k\"] = 40 }¦Temperature = 0»")]
    public Task What_the_adapter_of_OpenAI_chat_sends_or_may_send(string options) => SilentAsync(Source(Body(options, OfChat)), references: Sdk.ExtensionsAIFull);

    [Theory]
    [InlineData("«Temperature = 0.4f¦Seed = [|7|]»")]
    [InlineData("«TopP = 0.4f¦Seed = [|7|]»")]
    [InlineData("«MaxOutputTokens = 400¦Seed = [|7|]»")]
    [InlineData("«ResponseFormat = ChatResponseFormat.Json¦Seed = [|7|]»")]
    public Task What_the_adapter_of_OpenAI_Responses_sends(string options) => SilentAsync(Source(Body(options, OfResponses)), references: Sdk.ExtensionsAIFull);

    [Theory]
    [InlineData("«client¦" + OfChat + "»")]
    [InlineData("«Make()¦" + OfChat + "»")]
    [InlineData("input.Length > 3 ? «client : " + OfChat + "¦" + OfChat + " : " + OfChat + "»")]
    [InlineData(OfChat + ".AsBuilder()«.ConfigureOptions(o => o.RawRepresentationFactory = _ => null)¦».Build()")]
    public Task A_client_that_is_not_known(string chat) => SilentAsync(Source(Body("TopK = [|40|]", chat), "private static IChatClient Make() => throw new Exception();"), references: Sdk.ExtensionsAIFull);

    [Theory]
    [InlineData("LLM2001", "Temperature = 0.9f")]
    [InlineData("LLM2004", "Temperature = 0.9f")]
    [InlineData("LLM2002", "MaxOutputTokens = 100")]
    public Task No_other_rule_speaks_of_what_is_not_sent(string rule, string options) => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(
        rule, Source(Body(options, OfAnthropic) + "\nreturn int.Parse(response.Text);"), Sdk.All);

    [Fact]
    public async Task The_message_names_the_value()
    {
        var test = RuleVerifier.Test<LlmCallAnalyzer>("LLM2006", Source(Body("TopK = {|#0:40|}", OfChat)), Sdk.ExtensionsAIFull);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("LLM2006", DiagnosticSeverity.Info)
            .WithMessage("Top-k 40 never reaches the service: the adapter that this client is made with leaves it out of the request without an error; remove it, so that the code does not claim what it does not do")
            .WithLocation(0));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("Temperature = 0.2f, TopK = [|40|]", "Temperature = 0.2f")]
    [InlineData("TopK = [|40|], Temperature = 0.2f", "Temperature = 0.2f")]
    public Task The_fix_removes_it(string options, string fixedOptions) => RuleVerifier.VerifyFixAsync<LlmCallAnalyzer, RemoveSetting>(
        "LLM2006", Source(Body(options, OfChat)), Source(Body(fixedOptions, OfChat)), Sdk.ExtensionsAIFull);

    [Fact]
    public Task The_fix_removes_a_statement() => RuleVerifier.VerifyFixAsync<LlmCallAnalyzer, RemoveSetting>(
        "LLM2006",
        Source($"var chat = {OfResponses};\nvar options = new ChatOptions();\noptions.Seed = [|7|];\noptions.Temperature = 0;\nawait chat.GetResponseAsync(input, options);"),
        Source($"var chat = {OfResponses};\nvar options = new ChatOptions();\noptions.Temperature = 0;\nawait chat.GetResponseAsync(input, options);"),
        Sdk.ExtensionsAIFull);

    [Fact]
    public Task Options_that_another_client_gets_too_are_left_alone()
    {
        var source = Source($"var chat = {OfChat};\nvar options = new ChatOptions {{ TopK = [|40|] }};\nawait chat.GetResponseAsync(input, options);\nawait client.GetResponseAsync(input, options);");
        return RuleVerifier.VerifyFixAsync<LlmCallAnalyzer, RemoveSetting>("LLM2006", source, source, Sdk.ExtensionsAIFull);
    }

    private static string Source(string body, string members = "") => Sources.ExtensionsAI(body, members);
}
