using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using LlmAnalyzers.Calls;
using LlmAnalyzers.CodeFixes;
using LlmAnalyzers.Models;
using LlmAnalyzers.Rules.Limits;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.Rules.Limits;

/// <summary>LLM6002: an output cap above what the model can give.</summary>
public class OutputCapAboveLimitTests() : RuleTests("LLM6002")
{
    private const string Members = "private const int Large = 200_000;\npublic int? Configured { get; set; }";

    private static string Body(string options, string client = "new ChatClient(\"gpt-4o\", \"key\")") => $$"""
        var options = new ChatCompletionOptions { {{options}} };
        ChatCompletion completion = await {{client}}.CompleteChatAsync([new UserChatMessage(input)], options);
        """;

    [Theory]
    [InlineData("MaxOutputTokenCount = [|16385|]")]
    [InlineData("MaxOutputTokenCount = [|Large|]")]
    [InlineData("MaxOutputTokenCount = [|int.MaxValue|]")]
    [InlineData("MaxOutputTokenCount = [|2 * 8_193|]")]
    [InlineData("MaxOutputTokenCount = Configured ?? [|20_000|]")]
    [InlineData("MaxOutputTokenCount = input.Length > 3 ? [|20_000|] : 500")]
    public Task A_cap_above_the_limit(string options) => ReportsOpenAIAsync(Body(options), Members);

    [Theory]
    [InlineData("gpt-4.1-mini", "32_769")]
    [InlineData("gpt-4o-2024-05-13", "4_097")]
    [InlineData("gpt-5", "128_001")]
    [InlineData("gpt-3.5-turbo", "8_000")]
    public Task Limits_differ(string model, string cap) => ReportsOpenAIAsync(Body($"MaxOutputTokenCount = [|{cap}|]", $"new ChatClient(\"{model}\", \"key\")"));

    [Theory]
    [InlineData("ModelId = \"gpt-4o-mini\", MaxOutputTokens = [|100_000|]")]
    [InlineData("ModelId = \"claude-3-haiku-20240307\", MaxOutputTokens = [|8_192|]")]
    public Task In_chat_options(string options) => ReportsAsync(ExtensionsAI(options), references: Sdk.ExtensionsAIFull);

    [Theory]
    [InlineData("MaxOutputTokenCount = [|«16_384¦16_385»|]")]
    [InlineData("MaxOutputTokenCount = [|«1¦50_000»|]")]
    [InlineData("MaxOutputTokenCount = [|«null¦50_000»|]")]
    [InlineData("MaxOutputTokenCount = [|«Configured¦50_000»|]")]
    [InlineData("MaxOutputTokenCount = [|«int.Parse(input)¦50_000»|]")]
    [InlineData("«Seed = 50_000¦MaxOutputTokenCount = [|50_000|]»")]
    [InlineData("MaxOutputTokenCount = «input.Length > 3 ? 16_000 : 15_000¦[|17_000|]»")]
    public Task A_cap_within_the_limit_or_not_known(string options) => SilentOpenAIAsync(Body(options), Members);

    [Theory]
    [InlineData("new ChatClient(\"«gpt-4.1¦gpt-4o»\", \"key\")")]
    [InlineData("new ChatClient(\"«gpt-99¦gpt-4o»\", \"key\")")]
    [InlineData("new ChatClient(\"«chatgpt-4o-latest¦gpt-4o»\", \"key\")")]
    [InlineData("new ChatClient(\"«ft:gpt-4o-2024-08-06:acme::abc¦gpt-4o-2024-08-06»\", \"key\")")]
    [InlineData("new ChatClient(«input¦\"gpt-4o\"», \"key\")")]
    [InlineData("new ChatClient(«Environment.GetEnvironmentVariable(\"MODEL\") ?? ¦»\"gpt-4o\", \"key\")")]
    [InlineData("«client¦new ChatClient(\"gpt-4o\", \"key\")»")]
    [InlineData("new ChatClient(\"«llama3.1¦gpt-4o»\", new ApiKeyCredential(\"key\"), new OpenAIClientOptions { Endpoint = new Uri(input) })")]
    public Task A_model_with_another_limit_or_none_that_is_known(string client) => SilentOpenAIAsync(Body("MaxOutputTokenCount = [|20_000|]", client));

    [Theory]
    [InlineData("ModelId = \"«mistral-large-2512¦gpt-4o»\", MaxOutputTokens = [|100_000|]")]
    [InlineData("«ModelId = input¦ModelId = \"gpt-4o\"», MaxOutputTokens = [|100_000|]")]
    [InlineData("«Seed = 1¦ModelId = \"gpt-4o\"», MaxOutputTokens = [|100_000|]")]
    public Task In_chat_options_of_a_model_without_a_known_limit(string options) => SilentAsync(ExtensionsAI(options), references: Sdk.ExtensionsAIFull);

    [Fact]
    public Task An_Azure_deployment_is_not_the_model_it_is_named_like() => RuleVerifier.VerifyAsync<LlmCallAnalyzer>("LLM6002", Sources.OpenAI("""
        var chat = new Azure.AI.OpenAI.AzureOpenAIClient(new Uri(input), new ApiKeyCredential("key")).GetChatClient("gpt-4o");
        ChatCompletion reply = await chat.CompleteChatAsync([new UserChatMessage(input)], new ChatCompletionOptions { MaxOutputTokenCount = 90_000 });
        """), Sdk.AzureOpenAI);

    [Fact]
    public void Every_model_with_a_known_limit_is_reported_above_it_and_not_at_it()
    {
        Assert.True(ModelCatalogue.BuiltIn.Models.Count(m => m.MaxOutputTokens is not null) > 100);
        foreach (var model in ModelCatalogue.BuiltIn.Models)
        {
            Assert.Equal(model.MaxOutputTokens is null ? 0 : 1, Count(model, (model.MaxOutputTokens ?? 1_000_000) + 1.0));
            Assert.Equal(0, Count(model, model.MaxOutputTokens ?? 1_000_000));
        }

        static int Count(ModelFacts model, double cap) =>
            MadeCall.Check(new OutputCapAboveLimit(), MadeCall.Of(model.Provider, model.Id, (SettingKind.MaxOutputTokens, cap))).Length;
    }

    [Fact]
    public void The_message_gives_cap_limit_and_model() => Assert.Equal(
        "The output cap of 20000 tokens is above the 16384 that 'gpt-4o' can give: the service answers 400; set it to 16384 or less",
        Assert.Single(MadeCall.Check(new OutputCapAboveLimit(), MadeCall.Of("openai", "gpt-4o", (SettingKind.MaxOutputTokens, 20000.0)))).GetMessage(CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("new ChatCompletionOptions { MaxOutputTokenCount = [|50_000|], Seed = 1 }", "new ChatCompletionOptions { MaxOutputTokenCount = 16384, Seed = 1 }")]
    [InlineData("new ChatCompletionOptions { MaxOutputTokenCount = input.Length > 3 ? [|50_000|] : 100 }", "new ChatCompletionOptions { MaxOutputTokenCount = input.Length > 3 ? 16384 : 100 }")]
    [InlineData("new ChatCompletionOptions { MaxOutputTokenCount = [|int.MaxValue|] }", "new ChatCompletionOptions { MaxOutputTokenCount = [|int.MaxValue|] }")]
    public Task The_fix_sets_the_limit(string before, string after) => RuleVerifier.VerifyFixAsync<LlmCallAnalyzer, SetOutputCap>(
        "LLM6002", Sources.OpenAI(Call(before)), Sources.OpenAI(Call(after)), Sdk.OpenAI);

    [Fact]
    public Task No_fix_of_a_value_that_a_model_with_another_limit_shares()
    {
        var source = Sources.OpenAI("""
            var options = new ChatCompletionOptions { MaxOutputTokenCount = [|50_000|] };
            ChatCompletion first = await new ChatClient("gpt-4o", "key").CompleteChatAsync([new UserChatMessage(input)], options);
            ChatCompletion second = await new ChatClient("gpt-5", "key").CompleteChatAsync([new UserChatMessage(input)], options);
            """);
        return RuleVerifier.VerifyFixAsync<LlmCallAnalyzer, SetOutputCap>("LLM6002", source, source, Sdk.OpenAI);
    }

    private static string Call(string options) => $$"""
        ChatCompletion reply = await new ChatClient("gpt-4o", "key").CompleteChatAsync([new UserChatMessage(input)], {{options}});
        """;

    private static string ExtensionsAI(string options) => Sources.ExtensionsAI($$"""
        var response = await client.GetResponseAsync(input, new ChatOptions { {{options}} });
        """);
}
