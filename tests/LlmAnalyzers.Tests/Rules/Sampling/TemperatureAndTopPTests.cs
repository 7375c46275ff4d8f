using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Models;
using LlmAnalyzers.Rules.Sampling;
using LlmAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace LlmAnalyzers.Tests.Rules.Sampling;

/// <summary>LLM2003: temperature and top_p in one request.</summary>
public class TemperatureAndTopPTests() : RuleTests("LLM2003")
{
    private const string Members = "private const float Half = 0.5f;\npublic float? Configured { get; set; }";

    private static string Body(string options, string client = "client") => $$"""
        var options = new ChatCompletionOptions { {{options}} };
        ChatCompletion completion = await {{client}}.CompleteChatAsync([new UserChatMessage(input)], options);
        """;

    [Theory]
    [InlineData("Temperature = 0.7f, TopP = [|0.9f|]")]
    [InlineData("TopP = [|0.1f|], Temperature = 0")]
    [InlineData("Temperature = Half, TopP = [|Half|]")]
    [InlineData("Temperature = Configured ?? 0.2f, TopP = [|0.9f|]")]
    [InlineData("Temperature = 0.2f, TopP = input.Length > 3 ? [|0.9f|] : 1f")]
    [InlineData("Temperature = input.Length > 3 ? 0.2f : null, TopP = [|0.8f|]")]
    public Task Both_are_chosen(string options) => ReportsOpenAIAsync(Body(options), Members);

    [Theory]
    [InlineData("gpt-4o")]
    [InlineData("gpt-5.1")]
    [InlineData("gpt-99")]
    [InlineData("ft:gpt-4o-mini-2024-07-18:acme::abc")]
    public Task With_a_model(string model) => ReportsOpenAIAsync(Body("Temperature = 0.7f, TopP = [|0.9f|]", $"new ChatClient(\"{model}\", \"key\")"));

    [Fact]
    public Task Set_by_statements() => ReportsOpenAIAsync("""
        var options = new ChatCompletionOptions();
        options.Temperature = 0.3f;
        if (input.Length > 3)
        {
            options.TopP = [|0.5f|];
        }

        ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage(input)], options);
        """);

    [Theory]
    [InlineData("Temperature = 0.3f, TopP = [|0.9f|]")]
    [InlineData("ModelId = \"gpt-4o\", Temperature = 0.3f, TopP = [|0.9f|]")]
    [InlineData("ModelId = \"mistral-large-2512\", Temperature = 0.3f, TopP = [|0.9f|]")]
    [InlineData("ModelId = \"claude-haiku-4-5-20251001\", Temperature = 1, TopP = [|1|]")]
    public Task In_chat_options(string options) => ReportsAsync(ExtensionsAI(options), references: Sdk.ExtensionsAIFull);

    [Theory]
    [InlineData("«Temperature = 0.7f, ¦Temperature = 0.6f, »TopP = [|«1f¦0.9f»|]")]
    [InlineData("Temperature = «1¦0.9f», TopP = [|0.9f|]")]
    [InlineData("«Temperature = null¦Temperature = 0», TopP = [|0.9f|]")]
    [InlineData("«¦Temperature = 0.4f, »TopP = [|0.9f|]")]
    [InlineData("Temperature = 0.4f, TopP = [|«Configured¦0.4f»|]")]
    [InlineData("Temperature = «Configured¦0.4f», TopP = [|0.4f|]")]
    [InlineData("Temperature = «float.Parse(input)¦0.4f», TopP = [|0.4f|]")]
    [InlineData("Temperature = input.Length > 3 ? 0.2f : «null¦1», TopP = input.Length > 3 ? null : [|0.8f|]")]
    public Task One_of_them_is_not_chosen(string options) => SilentOpenAIAsync(Body(options), Members);

    [Fact]
    public Task Of_an_Azure_deployment_in_a_field() => ReportsAsync(Sources.OpenAI("""
        var chat = new Azure.AI.OpenAI.AzureOpenAIClient(new Uri(input), new ApiKeyCredential("key")).GetChatClient(input);
        ChatCompletion reply = await chat.CompleteChatAsync([new UserChatMessage(input)], [|_options|]);
        """, "private readonly ChatCompletionOptions _options = new() { Temperature = 0.2f, TopP = 0.85f };"), references: Sdk.AzureOpenAI);

    [Fact]
    public Task Two_ways_to_one_aim() => SilentOpenAIAsync("""
        var options = new ChatCompletionOptions();
        if (input.Length > 3)
        {
            options.Temperature = 0.3f;
        }
        «else¦»
        {
            options.TopP = [|0.5f|];
        }

        «¦options.Temperature ??= 0.2f;»
        ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage(input)], options);
        """);

    [Theory]
    [InlineData("new ChatClient(\"«gpt-5¦gpt-4o»\", \"key\")")]
    [InlineData("new ChatClient(\"«gpt-5.6-sol¦gpt-5.2»\", \"key\")")]
    [InlineData("new ChatClient(\"«llama3.1¦mistral-large-2512»\", new ApiKeyCredential(\"key\"), new OpenAIClientOptions { Endpoint = new Uri(input) })")]
    public Task A_model_that_refuses_each_or_whose_provider_advises_nothing(string client) => SilentOpenAIAsync(Body("Temperature = 0.7f, TopP = [|0.9f|]", client));

    [Theory]
    [InlineData("ModelId = \"«llama3.1¦gpt-4o»\", Temperature = 0.3f, TopP = [|0.9f|]")]
    [InlineData("ModelId = \"«gemini-2.5-pro¦gpt-4o»\", Temperature = 0.3f, TopP = [|0.9f|]")]
    [InlineData("ModelId = \"«gemini-4-argon¦gpt-4o»\", Temperature = 0.3f, TopP = [|0.9f|]")]
    [InlineData("ModelId = \"«claude-opus-5-5¦gpt-4o»\", Temperature = 0.3f, TopP = [|0.9f|]")]
    [InlineData("ModelId = \"«claude-opus-4-20250514¦claude-opus-4-1-20250805»\", Temperature = 0.3f, TopP = [|0.9f|]")]
    [InlineData("ModelId = \"«command-a-03-2025¦gpt-4o»\", Temperature = 0.3f, TopP = [|0.9f|]")]
    [InlineData("ModelId = \"gpt-4o\", Temperature = «1f¦0.3f», TopP = [|0.9f|]")]
    public Task In_chat_options_of_other_providers(string options) => SilentAsync(ExtensionsAI(options), references: Sdk.ExtensionsAIFull);

    [Fact]
    public void Every_model_that_refuses_the_pair_is_a_warning_whatever_the_values()
    {
        var refusing = ModelCatalogue.BuiltIn.Models.Where(m => m.Sampling.AcceptsTemperatureWithTopP == false).ToList();
        Assert.NotEmpty(refusing);
        foreach (var model in refusing)
        {
            var found = Assert.Single(MadeCall.Check(new TemperatureAndTopP(), MadeCall.Of(model.Provider, model.Id, (SettingKind.Temperature, 1.0), (SettingKind.TopP, 1.0))));
            Assert.Equal(DiagnosticSeverity.Warning, found.Severity);
            Assert.Equal(
                $"Temperature 1 and top-p 1 are set together: '{model.Id}' refuses the pair and the service answers 400; keep one, usually the temperature, and remove the other",
                found.GetMessage(CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void Everything_else_is_at_most_an_info()
    {
        foreach (var model in ModelCatalogue.BuiltIn.Models.Where(m => m.Sampling.AcceptsTemperatureWithTopP != false))
        {
            var found = MadeCall.Check(new TemperatureAndTopP(), MadeCall.Of(model.Provider, model.Id, (SettingKind.Temperature, 0.3), (SettingKind.TopP, 0.5)));
            Assert.All(found, d => Assert.Equal(DiagnosticSeverity.Info, d.Severity));
            Assert.True(found.IsEmpty || model.Provider is "openai" or "azure" or "mistral", model.Id);
        }
    }

    [Fact]
    public void The_message_says_what_is_wrong_with_the_pair() => Assert.Equal(
        "Temperature 0.3 and top-p 0.5 are set together: both narrow the choice of words, and their joint effect is hard to foresee; keep one, usually the temperature, and remove the other",
        Assert.Single(MadeCall.Check(new TemperatureAndTopP(), MadeCall.Of("openai", "gpt-4o", (SettingKind.Temperature, 0.3), (SettingKind.TopP, 0.5)))).GetMessage(CultureInfo.InvariantCulture));

    private static string ExtensionsAI(string options) => Sources.ExtensionsAI($$"""
        var response = await client.GetResponseAsync(input, new ChatOptions { {{options}} });
        """);
}
