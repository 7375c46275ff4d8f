using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Models;
using LlmAnalyzers.Rules.Sampling;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.Rules.Sampling;

/// <summary>LLM2005: values outside the documented range of the provider.</summary>
public class SettingOutOfRangeTests
{
    private const string Id = "LLM2005";

    [Theory]
    [InlineData("Temperature = [|2.1f|]")]
    [InlineData("Temperature = [|-0.5f|]")]
    [InlineData("Temperature = [|70|]")]
    [InlineData("TopP = [|1.1f|]")]
    [InlineData("TopP = [|95|]")]
    [InlineData("FrequencyPenalty = [|2.5f|], PresencePenalty = [|-3|]")]
    [InlineData("IncludeLogProbabilities = true, TopLogProbabilityCount = [|21|]")]
    [InlineData("Temperature = input.Length > 3 ? 0.2f : [|3f|]")]
    [InlineData("Temperature = [|Hot|]")]
    [InlineData("Temperature = Configured ?? [|2.5f|]")]
    // Silent.
    [InlineData("Temperature = 2f, TopP = 1f, FrequencyPenalty = 2, PresencePenalty = -2")]
    [InlineData("Temperature = 0, TopP = 0")]
    [InlineData("IncludeLogProbabilities = true, TopLogProbabilityCount = 20")]
    [InlineData("Temperature = Configured")]
    [InlineData("Temperature = float.Parse(input)")]
    [InlineData("Temperature = null")]
    [InlineData("Seed = -5, MaxOutputTokenCount = 9000000")]
    public Task A_model_that_nobody_knows_at_a_provider_that_is_known(string options) => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(Id, Sources.OpenAI($$"""
        ChatCompletion reply = await client.CompleteChatAsync([new UserChatMessage(input)], new ChatCompletionOptions { {{options}} });
        """, "private const float Hot = 2.2f;\npublic float? Configured { get; set; }"), Sdk.OpenAI);

    [Theory]
    [InlineData("new ChatClient(\"gpt-4o\", \"key\")", "Temperature = [|2.2f|]")]
    [InlineData("new ChatClient(\"gpt-4o\", \"key\")", "Temperature = 1.9f")]
    // Accepted at effort none, so the range counts.
    [InlineData("new ChatClient(\"gpt-5.1\", \"key\")", "Temperature = [|2.2f|]")]
    // Refused whatever the value: LLM2004 speaks.
    [InlineData("new ChatClient(\"gpt-5\", \"key\")", "Temperature = 2.2f, TopP = 3, PresencePenalty = 5")]
    // Nobody knows who answers.
    [InlineData("new ChatClient(\"my-model\", new ApiKeyCredential(\"key\"), new OpenAIClientOptions { Endpoint = new Uri(input) })", "Temperature = 3, TopP = 5")]
    [InlineData("new ChatClient(\"llama3.1\", new ApiKeyCredential(\"key\"), new OpenAIClientOptions { Endpoint = new Uri(\"http://localhost:11434/v1\") })", "Temperature = 3")]
    // The range of whoever has the only model of that name.
    [InlineData("new ChatClient(\"mistral-large-2512\", new ApiKeyCredential(\"key\"), new OpenAIClientOptions { Endpoint = new Uri(input) })", "Temperature = [|1.8f|]")]
    public Task A_client_with_a_model(string client, string options) => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(Id, Sources.OpenAI($$"""
        ChatCompletion reply = await {{client}}.CompleteChatAsync([new UserChatMessage(input)], new ChatCompletionOptions { {{options}} });
        """), Sdk.OpenAI);

    [Theory]
    [InlineData("ModelId = \"claude-3-haiku-20240307\", Temperature = [|1.2f|]")]
    [InlineData("ModelId = \"command-a-03-2025\", TopP = [|1f|], TopK = [|501|], PresencePenalty = [|1.5f|]")]
    [InlineData("ModelId = \"mistral-large-2512\", Temperature = [|1.6f|]")]
    [InlineData("ModelId = \"gemini-2.5-pro\", Temperature = [|2.5f|], TopP = 3")]
    [InlineData("ModelId = \"gpt-4o\", TopP = [|-0.1f|]")]
    // Silent.
    [InlineData("Temperature = 5, TopP = 70")]
    [InlineData("ModelId = input, Temperature = 5")]
    [InlineData("ModelId = \"claude-3-haiku-20240307\", Temperature = 1, TopP = 1, TopK = 5000")]
    [InlineData("ModelId = \"claude-opus-5-5\", Temperature = 1.5f")]
    [InlineData("ModelId = \"gemini-4-argon\", Temperature = 3")]
    [InlineData("ModelId = \"llama3.1\", Temperature = 3, TopP = 2")]
    [InlineData("ModelId = \"mistral-large-2512\", Temperature = 1.5f, TopP = 1, PresencePenalty = -2")]
    [InlineData("ModelId = \"command-a-03-2025\", TopP = 0.99f, TopK = 500, PresencePenalty = 0")]
    [InlineData("ModelId = \"gemini-2.5-pro\", Temperature = 2, PresencePenalty = 9")]
    public Task Chat_options_that_name_the_model(string options) => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(Id, Sources.ExtensionsAI($$"""
        var reply = await client.GetResponseAsync(input, new ChatOptions { {{options}} });
        """), Sdk.ExtensionsAIFull);

    [Fact]
    public Task A_client_made_of_one_that_is_known() => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(Id, Sources.ExtensionsAI("""
        IChatClient chat = new OpenAI.Chat.ChatClient(input, "key").AsIChatClient();
        var reply = await chat.GetResponseAsync(input, new ChatOptions { Temperature = [|3|] });
        """), Sdk.ExtensionsAIFull);

    [Fact]
    public Task An_Azure_deployment() => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(Id, Sources.OpenAI("""
        var chat = new Azure.AI.OpenAI.AzureOpenAIClient(new Uri(input), new ApiKeyCredential("key")).GetChatClient("chat");
        ChatCompletion reply = await chat.CompleteChatAsync([new UserChatMessage(input)], new ChatCompletionOptions { Temperature = [|3|], TopP = 1 });
        """), Sdk.AzureOpenAI);

    [Theory]
    [InlineData("openai", "some-model", "TopP", 95.0, "Top-p 95 is outside the range 0 to 1 that the provider 'openai' documents: the service answers 400; choose a value within it")]
    [InlineData(null, "mistral-large-2512", "Temperature", 1.7, "Temperature 1.7 is outside the range 0 to 1.5 that the provider of 'mistral-large-2512' documents: the service answers 400; choose a value within it")]
    [InlineData("openai", "gpt-4o", "TopLogProbabilities", 30.0, "Top log probabilities 30 is outside the range up to 20 that the provider of 'gpt-4o' documents: the service answers 400; choose a value within it")]
    public void The_message_explains_itself(string? provider, string model, string kind, double value, string expected)
    {
        var found = Assert.Single(MadeCall.Check(new SettingOutOfRange(), MadeCall.Of(provider, model, (Enum.Parse<SettingKind>(kind), value))));
        Assert.Equal(expected, found.GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void No_model_of_the_catalogue_is_reported_for_its_own_limits()
    {
        foreach (var model in ModelCatalogue.BuiltIn.Models)
        {
            var settings = new (SettingKind, object)[]
            {
                (SettingKind.Temperature, model.Sampling.MaximumTemperature ?? 1), (SettingKind.TopP, model.Sampling.MaximumTopP ?? 0.9),
            };
            Assert.Empty(MadeCall.Check(new SettingOutOfRange(), MadeCall.Of(model.Provider, model.Id, settings)));
        }
    }

    [Fact]
    public void Every_model_with_a_known_maximum_that_takes_a_temperature_is_reported_above_it()
    {
        var takers = ModelCatalogue.BuiltIn.Models.Where(m => m.Sampling.MaximumTemperature is not null && m.AcceptsTemperature(50, ReasoningEffort.NotSet) == Verdict.Accepts).ToList();
        Assert.True(takers.Count > 100);
        foreach (var model in takers)
        {
            Assert.Single(MadeCall.Check(new SettingOutOfRange(), MadeCall.Of(model.Provider, model.Id, (SettingKind.Temperature, model.Sampling.MaximumTemperature!.Value + 0.01))));
        }
    }
}
