using System.Collections.Generic;
using LlmAnalyzers.Models;
using Xunit;

namespace LlmAnalyzers.Tests.Models;

public class ModelLookupTests
{
    [Theory]
    [InlineData("openai", "gpt-4o", "openai", "gpt-4o")]
    [InlineData("OpenAI", " GPT-4o ", "openai", "gpt-4o")]
    [InlineData("openai", "gpt-5.4", "openai", "gpt-5.4")]
    [InlineData("azure", "gpt-5.4", "azure", "gpt-5.4")]
    [InlineData("azure", "gpt-4o@2024-08-06", "azure", "gpt-4o@2024-08-06")]
    [InlineData("azure", "gpt-4o-2024-08-06", "azure", "gpt-4o@2024-08-06")]
    [InlineData("Azure", "gpt-35-turbo-0613", "azure", "gpt-35-turbo@0613")]
    [InlineData("azure", "gpt-3.5-turbo-0613", "azure", "gpt-35-turbo@0613")]
    [InlineData("azure", "gpt-35-turbo-1106", "openai", "gpt-3.5-turbo-1106")]
    [InlineData(null, "openai/gpt-4o-mini", "openai", "gpt-4o-mini")]
    [InlineData("openrouter", "anthropic/claude-sonnet-4.5:beta", "anthropic", "claude-sonnet-4-5")]
    [InlineData(null, "mistralai/mistral-large-2512", "mistral", "mistral-large-2512")]
    [InlineData(null, "gpt-4o@2024-08-06", "azure", "gpt-4o@2024-08-06")]
    [InlineData("google", "models/gemini-2.5-flash", "google", "gemini-2.5-flash")]
    [InlineData("google", "Models/Gemini-2.5-Flash", "google", "gemini-2.5-flash")]
    [InlineData("ollama", "llama3.1", "ollama", "llama3.1")]
    [InlineData("ollama", "llama3.1:latest", "ollama", "llama3.1")]
    [InlineData("ollama", "llama3.1:8b", "ollama", "llama3.1:8b")]
    [InlineData("ollama", "gpt-oss:120b-cloud", "ollama", "gpt-oss:120b-cloud")]
    [InlineData("bedrock", "amazon.nova-pro-v1:0", "bedrock", "amazon.nova-pro-v1:0")]
    [InlineData("bedrock", "us.amazon.nova-pro-v1:0", "bedrock", "amazon.nova-pro-v1:0")]
    [InlineData("bedrock", "apac.amazon.nova-lite-v1:0", "bedrock", "amazon.nova-lite-v1:0")]
    [InlineData("bedrock", "amazon.nova-pro-v1:0:300k", "bedrock", "amazon.nova-pro-v1:0")]
    [InlineData("bedrock", "amazon.nova-pro-v1", "bedrock", "amazon.nova-pro-v1:0")]
    [InlineData("bedrock", "anthropic.claude-opus-5", "bedrock", "global.anthropic.claude-opus-5")]
    [InlineData("bedrock", "eu.anthropic.claude-opus-5", "bedrock", "global.anthropic.claude-opus-5")]
    [InlineData("bedrock", "anthropic.claude-v2", "bedrock", "anthropic.claude-v2")]
    [InlineData("bedrock", "anthropic.claude-v2:1", "bedrock", "anthropic.claude-v2:1")]
    [InlineData("bedrock", "anthropic.claude-v2:1:18k", "bedrock", "anthropic.claude-v2:1")]
    [InlineData("bedrock", "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0", "bedrock", "amazon.nova-lite-v1:0")]
    [InlineData("bedrock", "arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.amazon.nova-lite-v1:0", "bedrock", "amazon.nova-lite-v1:0")]
    public void A_model_is_found_in_every_spelling_a_request_may_use(string? provider, string id, string expectedProvider, string expectedId)
    {
        AssertFound(expectedProvider, expectedId, ModelCatalogue.BuiltIn.Find(provider, id));
    }

    [Theory]
    [InlineData(null, "gpt-4o", "openai")]
    [InlineData("azure", "gpt-4o", "openai")]
    [InlineData("openai", "llama3.1", "ollama")]
    [InlineData("a-gateway", "claude-3-5-sonnet-20241022", "anthropic")]
    [InlineData(null, "us.amazon.nova-pro-v1:0", "bedrock")]
    public void An_id_that_is_unique_is_found_whatever_the_provider(string? provider, string id, string expectedProvider)
    {
        Assert.Equal(expectedProvider, ModelCatalogue.BuiltIn.Find(provider, id)?.Provider);
    }

    [Theory]
    [InlineData(null, "acme/gpt-4o")]
    [InlineData(null, "openai/")]
    [InlineData(null, "/gpt-4o")]
    [InlineData("azure", "openai/gpt-4o")]
    [InlineData("openai", "gtp-4o")]
    [InlineData("openai", "gpt-4o-2024-08-07")]
    [InlineData("openai", "openai/gpt-4o")]
    [InlineData("azure", "my-deployment")]
    [InlineData("azure", "gpt-4o@2030-01-01")]
    [InlineData("ollama", "llama3.1:70b")]
    [InlineData("ollama", ":latest")]
    [InlineData("google", "models/")]
    [InlineData("google", "tunedModels/gemini-2.5-flash")]
    [InlineData("bedrock", "amazon.nova-pro-v2:0")]
    [InlineData("bedrock", "us.")]
    [InlineData("bedrock", "us.gpt-4o")]
    [InlineData("bedrock", "arn:aws:bedrock:us-east-1:123456789012:provisioned-model/abc")]
    [InlineData("bedrock", "arn:aws:bedrock:us-east-1:123456789012:custom-model/amazon.nova-lite-v1:0/abc")]
    [InlineData("bedrock", "arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/amazon.nova-lite-v1:0")]
    [InlineData("bedrock", "arn:aws:bedrock:us-east-1::foundation-model/")]
    [InlineData("bedrock", "arn:")]
    [InlineData("openai", "")]
    [InlineData("openai", "   ")]
    [InlineData("openai", "ft:")]
    [InlineData("openai", "ft::org:x:id")]
    [InlineData("openai", "ft:gpt-4o")]
    [InlineData("openai", "ft:my-model:org::id")]
    [InlineData("openai", "ft:ft:gpt-4o:org::id")]
    public void What_the_catalogue_does_not_have_is_not_found(string? provider, string id)
    {
        Assert.Null(ModelCatalogue.BuiltIn.Find(provider, id));
    }

    [Fact]
    public void A_very_long_id_is_not_found_and_costs_nothing()
    {
        foreach (var piece in new[] { "a", ":", "us.", "ft:", "/", "-v1:0" })
        {
            Assert.Null(ModelCatalogue.BuiltIn.Find("bedrock", string.Concat(System.Linq.Enumerable.Repeat(piece, 200_000))));
        }
    }

    [Theory]
    [InlineData("openai", "ft:gpt-4o-mini-2024-07-18:acme::abc123", "gpt-4o-mini-2024-07-18")]
    [InlineData(null, "FT:gpt-4.1-2025-04-14:acme:triage:abc123", "gpt-4.1-2025-04-14")]
    [InlineData("openai", "ft:gpt-3.5-turbo-0613:acme", "gpt-3.5-turbo-0613")]
    public void A_fine_tuned_id_has_the_facts_of_its_base(string? provider, string id, string expectedBase)
    {
        var facts = ModelCatalogue.BuiltIn.Find(provider, id);
        AssertFound("openai", expectedBase, facts);
        Assert.True(facts!.IsFineTuned);
        Assert.Equal(ModelCatalogue.BuiltIn.Find("openai", expectedBase), facts with { IsFineTuned = false });
    }

    [Fact]
    public void A_base_model_is_not_fine_tuned()
    {
        Assert.False(ModelCatalogue.BuiltIn.Find("openai", "gpt-4o-mini-2024-07-18")!.IsFineTuned);
    }

    [Fact]
    public void A_teams_rows_replace_rows_and_add_others()
    {
        var team = Parse("provider,id,accepts_temperature,reasoning,as_of\nopenai,GPT-4o,no,no,2026-12-24\nacme,acme-1,yes,no,\nopenai,ft:gpt-4o-2024-08-06:acme::1,no,no,");
        var both = ModelCatalogue.BuiltIn.With(team);

        Assert.Equal(Verdict.Refuses, both.Find("openai", "gpt-4o")!.AcceptsTemperature(0.2, null));
        Assert.Equal(Verdict.Accepts, both.Find(null, "acme-1")!.AcceptsTemperature(0.2, null));
        Assert.Equal(Verdict.Accepts, both.Find("openai", "gpt-4o-2024-08-06")!.AcceptsTemperature(0.2, null));
        Assert.Equal(Verdict.Refuses, both.Find("openai", "ft:gpt-4o-2024-08-06:acme::1")!.AcceptsTemperature(0.2, null));
        Assert.True(both.Find("openai", "ft:gpt-4o-2024-08-06:acme::1")!.IsFineTuned);
        Assert.Equal(ModelCatalogue.BuiltIn.Models.Length + 2, both.Models.Length);
        Assert.Equal(new System.DateTime(2026, 12, 24), both.AsOf);
        Assert.Equal(Verdict.Accepts, ModelCatalogue.BuiltIn.Find("openai", "gpt-4o")!.AcceptsTemperature(0.2, null));
    }

    [Fact]
    public void Of_an_id_that_several_providers_have_is_known_what_their_rows_agree_on()
    {
        var facts = ModelCatalogue.BuiltIn.Find(null, "gpt-5.4")!;
        Assert.Equal((true, true, null, null), (facts.IsReasoning, facts.HasJsonSchema, facts.RetiresOn, facts.Status == ModelStatus.Active ? null : facts.Status));
        Assert.Equal((null, ""), (facts.PinTo, facts.Provider));
        Assert.Equal(Verdict.Unknown, facts.AcceptsTemperature(0.2, null));
        Assert.Equal(true, ModelCatalogue.BuiltIn.Find("bedrock", "claude-sonnet-5")!.IsReasoning);

        var three = Parse("provider,id,reasoning,json_mode,max_output_tokens\na,m,yes,yes,10\nb,m,yes,no,10\nc,m,yes,yes,20");
        Assert.Equal((true, null, null), (three.Find(null, "m")!.IsReasoning, three.Find(null, "m")!.HasJsonMode, three.Find(null, "m")!.MaxOutputTokens));
    }

    [Fact]
    public void What_only_one_provider_says_of_a_model_is_not_said_of_another()
    {
        Assert.Equal(new System.DateTime(2027, 1, 14), ModelCatalogue.BuiltIn.Find("openai", "gpt-4.1")!.RetiresOn);
        Assert.Equal(new System.DateTime(2027, 4, 14), ModelCatalogue.BuiltIn.Find("azure", "gpt-4.1-2025-04-14")!.RetiresOn);
        var undated = ModelCatalogue.BuiltIn.Find("azure", "gpt-4.1")!;
        Assert.Equal((null, null, null), (undated.RetiresOn, undated.Status, undated.PinTo));
        Assert.Equal(32_768, undated.MaxOutputTokens);
        Assert.Equal(32_768, ModelCatalogue.BuiltIn.Find("azure", "gpt-4.1-2025-04-14")!.MaxOutputTokens);

        var routed = ModelCatalogue.BuiltIn.Find(null, "openai/gpt-5")!;
        Assert.Equal((null, null, Verdict.Unknown), (routed.RetiresOn, routed.PinTo, routed.AcceptsTemperature(0.2, null)));
        Assert.Equal(400_000, routed.ContextTokens);
    }

    [Fact]
    public void A_teams_row_for_another_provider_makes_an_id_ambiguous()
    {
        var both = ModelCatalogue.BuiltIn.With(Parse("provider,id\nacme,gpt-4o"));
        Assert.Equal((null, null), (both.Find(null, "gpt-4o")!.RetiresOn, both.Find(null, "gpt-4o")!.IsReasoning));
        AssertFound("acme", "gpt-4o", both.Find("acme", "gpt-4o"));
        AssertFound("openai", "gpt-4o", both.Find("openai", "gpt-4o"));
    }

    [Fact]
    public void The_empty_catalogue_knows_nothing()
    {
        Assert.Null(ModelCatalogue.Empty.Find("openai", "gpt-4o"));
        Assert.Empty(ModelCatalogue.Empty.Models);
    }

    private static ModelCatalogue Parse(string text)
    {
        var problems = new List<CatalogueProblem>();
        var catalogue = ModelCatalogue.Parse(text, problems);
        Assert.Empty(problems);
        return catalogue;
    }

    private static void AssertFound(string provider, string id, ModelFacts? facts)
    {
        Assert.NotNull(facts);
        Assert.Equal((provider, id), (facts.Provider, facts.Id));
    }
}
