using System.Globalization;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Models;
using LlmAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Xunit;

namespace LlmAnalyzers.Tests.Rules.Models;

/// <summary>What the rules about models say of each id.</summary>
public class ModelVerdictTests
{
    [Theory]
    [InlineData("openai", "gpt-3.5-turbo", "gpt-5.6-terra")]
    [InlineData("openai", "gpt-4", "gpt-5.6-sol")]
    [InlineData("openai", "GPT-4-turbo-2024-04-09", "gpt-5.6-sol")]
    [InlineData("openai", "o1", "gpt-5.6-sol")]
    [InlineData("openai", "o4-mini", "gpt-5.6-terra")]
    [InlineData("openai", "gpt-4.1-nano", "gpt-5.6-luna")]
    [InlineData("openai", "chatgpt-4o-latest", "gpt-5.6-sol")] // by way of a successor that is retired too
    [InlineData("openai", "gpt-4-0314", "gpt-6.1-sol")] // by way of one that is being retired
    [InlineData("openai", "o1-mini", "gpt-5.6-terra")]
    [InlineData("openai", "gpt-5.2-chat-latest", null)]
    [InlineData("openai", "gpt-3.5-turbo-16k", null)] // retired, nobody says since when
    [InlineData("anthropic", "claude-3-5-sonnet-latest", "claude-sonnet-5-5")]
    [InlineData("anthropic", "claude-3-haiku-20240307", null)]
    [InlineData("anthropic", "claude-opus-4-1", "claude-opus-4-8")]
    [InlineData("google", "gemini-2.0-flash", "gemini-3.1-flash-lite")]
    [InlineData("google", "models/gemini-1.5-pro", null)]
    [InlineData("mistral", "open-mistral-7b", "ministral-8b-2512")]
    [InlineData("deepseek", "deepseek-chat", "deepseek-flash")]
    [InlineData("bedrock", "anthropic.claude-v2", null)]
    [InlineData("bedrock", "us.amazon.titan-text-lite-v1", null)]
    [InlineData(null, "gpt-3.5-turbo", "gpt-5.6-terra")] // unique in the catalogue
    [InlineData(null, "claude-3-5-sonnet-20241022", "claude-sonnet-5-5")]
    public void A_model_that_is_retired(string? provider, string id, string? replacement) => AssertSaid("LLM4002", provider, id, replacement);

    [Theory]
    [InlineData("openai", "gpt-4o", "gpt-6-luna")]
    [InlineData("openai", "gpt-4o-mini", "gpt-6-luna")]
    [InlineData("openai", "gpt-4o-2024-11-20", "gpt-6-luna")]
    [InlineData("openai", "gpt-4.1", "gpt-6-luna")]
    [InlineData("openai", "gpt-5", "gpt-6.1-sol")]
    [InlineData("openai", "gpt-5-mini-2025-08-07", "gpt-6.1-terra")]
    [InlineData("openai", "gpt-5.1", null)]
    [InlineData("openai", "o3", "gpt-6.1-sol")]
    [InlineData("anthropic", "claude-sonnet-4-5", "claude-sonnet-5-5")]
    [InlineData("google", "gemini-2.5-pro", "gemini-3.8-flash")]
    [InlineData("google", "models/gemini-2.5-flash", null)] // another spelling: the successor's is not known
    [InlineData("google", "gemini-3.1-flash-lite", null)]
    [InlineData(null, "gpt-4o", "gpt-6-luna")]
    public void A_model_that_is_being_retired(string? provider, string id, string? replacement) => AssertSaid("LLM4003", provider, id, replacement);

    [Theory]
    [InlineData("openai", "gpt-5.4", "gpt-5.4-2026-03-05")]
    [InlineData("openai", "gpt-5.4-mini", "gpt-5.4-mini-2026-03-17")]
    [InlineData("openai", "gpt-5.5", "gpt-5.5-2026-04-23")]
    [InlineData("openai", "gpt-5.5-pro", "gpt-5.5-pro-2026-04-23")]
    [InlineData("openai", "gpt-5.2", "gpt-5.2-2025-12-11")]
    [InlineData("openai", "gpt-5.2-pro", "gpt-5.2-pro-2025-12-11")]
    [InlineData("openai", "gpt-5.6", "gpt-5.6-sol")]
    [InlineData("anthropic", "claude-haiku-4-5", "claude-haiku-4-5-20251001")]
    [InlineData("anthropic", "claude-opus-4-5", "claude-opus-4-5-20251101")]
    [InlineData("mistral", "mistral-large-latest", "mistral-large-2512")]
    [InlineData("mistral", "mistral-small-latest", "mistral-small-2603")]
    [InlineData("mistral", "codestral-latest", "codestral-2508")]
    [InlineData(null, "mistral-medium-latest", "mistral-medium-2604")]
    public void A_model_that_moves(string? provider, string id, string replacement) => AssertSaid("LLM4001", provider, id, replacement);

    [Theory]
    [InlineData("openai", "gtp-5.4", "gpt-5.4")]
    [InlineData("openai", "gpt-4p", null)] // gpt-4 or gpt-4o
    [InlineData("openai", "gpt-4o-mni", "gpt-4o-mini")]
    [InlineData("openai", "gpt-4o-minni", "gpt-4o-mini")]
    [InlineData("openai", "ggpt-4.1-mini", "gpt-4.1-mini")]
    [InlineData("openai", "gpt-5.6-tera", "gpt-5.6-terra")]
    [InlineData("openai", "gpt-5.6-lunna", "gpt-5.6-luna")]
    [InlineData("openai", "gp-5.5", "gpt-5.5")]
    [InlineData("anthropic", "cluade-opus-5", "claude-opus-5")]
    [InlineData("anthropic", "claude-sonet-5-5", "claude-sonnet-5-5")]
    [InlineData("anthropic", "claud-haiku-4-5", "claude-haiku-4-5")]
    [InlineData("google", "gemni-3.8-flash", "gemini-3.8-flash")]
    [InlineData("mistral", "mistral-lagre-latest", "mistral-large-latest")]
    public void A_model_that_is_misspelled(string provider, string id, string? replacement) => AssertSaid("LLM4005", provider, id, replacement);

    [Theory]
    // Fixed, served, and no end announced.
    [InlineData("openai", "gpt-5.4-2026-03-05")]
    [InlineData("openai", "gpt-5.5-2026-04-23")]
    [InlineData("anthropic", "claude-opus-5")]
    [InlineData("anthropic", "claude-sonnet-4-6")]
    [InlineData("google", "gemini-3.8-flash")]
    [InlineData("mistral", "mistral-large-2512")]
    // An alias without snapshots.
    [InlineData("openai", "gpt-6-luna")]
    [InlineData("openai", "gpt-6.1-sol")]
    [InlineData("google", "gemini-flash-latest")]
    // Not in the catalogue: newer, older, or another kind.
    [InlineData("openai", "gpt-7")]
    [InlineData("openai", "gpt-5.7-mini")]
    [InlineData("openai", "gpt-4o-2024-08-07")]
    [InlineData("openai", "gpt4o")]
    [InlineData("openai", "gpt-40")]
    [InlineData("openai", "gpt-5.4-mini-high")]
    [InlineData("openai", "text-embedding-3-small")]
    [InlineData("openai", "dall-e-3")]
    [InlineData("openai", "whisper-1")]
    [InlineData("anthropic", "claude-sonnet-6")]
    [InlineData("openai", "my-model")]
    [InlineData("openai", "llama-3.3-70b")]
    // Somebody else's.
    [InlineData("openai", "mistral")]
    [InlineData("openai", "acme/gpt-4o")]
    [InlineData(null, "gtp-5.4")]
    [InlineData(null, "gpt-5.4")] // OpenAI's moves, Azure's has a date
    // Fine-tuned.
    [InlineData("openai", "ft:gpt-4o-mini-2024-07-18:acme::abc")]
    [InlineData("openai", "ft:gpt-3.5-turbo-0125:acme::abc")]
    [InlineData("openai", "ft:gtp-4o:acme::abc")]
    // Local.
    [InlineData("ollama", "llama3.1")]
    [InlineData("ollama", "llama3.1:latest")]
    [InlineData("ollama", "llama3.2:8b")]
    [InlineData("ollama", "qwen3")]
    // With dates of its own, which are not known here.
    [InlineData("bedrock", "us.anthropic.claude-opus-5")]
    [InlineData("google", "claude-3-7-sonnet@20250219")]
    [InlineData(null, "openai/gpt-4o")]
    public void A_model_about_which_there_is_nothing_to_say(string? provider, string id) => Assert.Equal("", Said(new(id, Location.None) { Provider = provider }, ModelCatalogue.BuiltIn).Id);

    [Theory]
    [InlineData("gpt-3.5-turbo")]
    [InlineData("gpt-4o")]
    [InlineData("gpt-5.4-mini")]
    [InlineData("gtp-5.4")]
    public void A_name_of_a_deployment_says_nothing(string id)
    {
        Assert.Equal("", Said(new(id, Location.None) { Provider = "azure", IsDeployment = true }, ModelCatalogue.BuiltIn).Id);
        Assert.Equal("", Said(new(id, Location.None) { MayBeDeployment = true }, ModelCatalogue.BuiltIn).Id);
    }

    [Fact]
    public void A_name_that_may_be_a_deployments_says_something_where_Azure_has_no_such_model()
    {
        Assert.Equal("LLM4002", Said(new("gemini-2.0-flash", Location.None) { MayBeDeployment = true }, ModelCatalogue.BuiltIn).Id);
    }

    [Theory]
    [InlineData("gpt-4o@2024-05-13", "LLM4002")]
    [InlineData("gpt-4o-2024-11-20", "LLM4003")]
    [InlineData("gpt-4o", "")] // the version, and with it the day, is not known
    [InlineData("gpt-6-sol@2026-09-22", "")]
    [InlineData("o3@2025-04-16", "LLM4002")]
    public void A_deployment_whose_model_is_named_has_the_dates_of_Azure(string model, string rule)
    {
        var models = ModelCatalogue.BuiltIn.WithNames(System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add("prod", model));
        var said = Said(new("prod", Location.None) { Provider = "azure", IsDeployment = true }, models);
        Assert.Equal((rule, null), (said.Id, said.Replacement));
    }

    [Fact]
    public void What_also_goes_elsewhere_is_not_rewritten()
    {
        var said = Said(new("gpt-4o", Location.None) { Provider = "openai", IsUsedElsewhere = true }, ModelCatalogue.BuiltIn);
        Assert.Equal(("LLM4003", null), (said.Id, said.Replacement));
    }

    [Fact]
    public void A_teams_row_can_change_the_verdict()
    {
        var models = ModelCatalogue.BuiltIn.With(ModelCatalogue.Parse("provider,id,retires_on,as_of\nopenai,gpt-4o,,2026-12-24\nopenai,acme-1,2026-12-01,2026-12-24\nopenai,acme-2,2027-12-01,2026-12-24", []));
        Assert.Equal("", Said(new("gpt-4o", Location.None) { Provider = "openai" }, models).Id);
        Assert.Equal("LLM4002", Said(new("acme-1", Location.None) { Provider = "openai" }, models).Id);
        Assert.Equal("LLM4003", Said(new("acme-2", Location.None) { Provider = "openai" }, models).Id);
    }

    [Theory]
    [InlineData("gpt-3.5-turbo", "'gpt-3.5-turbo' has been shut down on 2026-10-23, says the catalogue of 2026-11-20: every request that names it fails; move to 'gpt-5.6-terra', which its provider names instead, and evaluate the prompts with it")]
    [InlineData("gpt-5.2-chat-latest", "'gpt-5.2-chat-latest' has been shut down on 2026-08-10, says the catalogue of 2026-11-20: every request that names it fails; choose a model that its provider goes on serving, and evaluate the prompts with it")]
    [InlineData("gpt-3.5-turbo-0301", "'gpt-3.5-turbo-0301' has been shut down, says the catalogue of 2026-11-20: every request that names it fails; choose a model that its provider goes on serving, and evaluate the prompts with it")]
    [InlineData("gpt-4o", "'gpt-4o' will be shut down on 2027-01-14, says the catalogue of 2026-11-20: from then on every request that names it fails; move to 'gpt-6-luna', which its provider names instead, and evaluate the prompts with it")]
    [InlineData("gpt-5.4", "'gpt-5.4' is an alias that its provider can move to another snapshot: the answers then change without a change of the code; pin it to 'gpt-5.4-2026-03-05', which it stands for in the catalogue of 2026-11-20")]
    [InlineData("gtp-4.1", "The catalogue of 2026-11-20 has no model 'gtp-4.1', but it has 'gpt-4.1', one or two letters away: if that is meant, correct it; a request for a model that does not exist fails")]
    public void The_message_names_the_model_the_day_and_the_way_out(string id, string message) =>
        Assert.Equal(message, Said(new(id, Location.None) { Provider = "openai" }, ModelCatalogue.BuiltIn).Message);

    [Fact]
    public void Every_row_of_the_catalogue_gets_the_verdict_that_it_says()
    {
        var models = ModelCatalogue.BuiltIn;
        foreach (var model in models.Models)
        {
            var expected = model.Status == ModelStatus.Retired ? "LLM4002" : model.RetiresOn is not null ? "LLM4003" : model.PinTo is not null ? "LLM4001" : "";
            Assert.Equal((model.Provider, model.Id, expected), (model.Provider, model.Id, Said(new(model.Id, Location.None) { Provider = model.Provider }, models).Id));
        }
    }

    [Fact]
    public void No_row_of_the_catalogue_is_taken_for_a_slip()
    {
        foreach (var model in ModelCatalogue.BuiltIn.Models)
        {
            Assert.NotEqual("LLM4005", Said(new(model.Id, Location.None) { Provider = "openai" }, ModelCatalogue.BuiltIn).Id);
        }
    }

    private static void AssertSaid(string rule, string? provider, string id, string? replacement)
    {
        var said = Said(new(id, Location.None) { Provider = provider }, ModelCatalogue.BuiltIn);
        Assert.Equal((rule, replacement), (said.Id, said.Replacement));
    }

    private static (string Id, string? Replacement, string Message) Said(ModelConstant constant, ModelCatalogue models)
    {
        var model = CalledModel.Of(constant, models);
        foreach (var rule in AllRules.ForModelConstants)
        {
            if (rule.Check(constant, model, models) is { } finding)
            {
                return (rule.Descriptor.Id, finding.Replacement, string.Format(CultureInfo.InvariantCulture, rule.Descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture), finding.Arguments));
            }
        }

        return ("", null, "");
    }
}
