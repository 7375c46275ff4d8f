using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Models;
using LlmAnalyzers.Rules.OutputFormat;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.Rules.OutputFormat;

/// <summary>LLM1008: a schema or JSON mode for a model that has none.</summary>
public class NoStructuredOutputTests() : RuleTests("LLM1008")
{
    private const string Schema = "ChatResponseFormat.CreateJsonSchemaFormat(\"order\", BinaryData.FromString(\"{}\"), jsonSchemaIsStrict: true)";
    private const string Mode = "ChatResponseFormat.CreateJsonObjectFormat()";
    private const string Order = "record Order(string Product);";

    private static string Body(string model, string format, string? client = null) => $$"""
        var chat = {{client ?? $"new ChatClient(\"{model}\", \"key\")"}};
        ChatCompletion completion = await chat.CompleteChatAsync([new UserChatMessage(input)], new ChatCompletionOptions { ResponseFormat = {{format}} });
        """;

    [Theory]
    [InlineData("gpt-4-turbo")]
    [InlineData("gpt-4o-2024-05-13")]
    [InlineData("gpt-3.5-turbo")]
    [InlineData("gpt-4")]
    [InlineData("o1-mini")]
    [InlineData("gpt-5.4-pro")]
    [InlineData("GPT-4-Turbo")]
    public Task A_schema(string model) => ReportsOpenAIAsync(Body(model, "[|" + Schema + "|]"));

    [Theory]
    [InlineData("gpt-4")]
    [InlineData("gpt-4-0613")]
    [InlineData("o1-mini")]
    [InlineData("gpt-3.5-turbo-0613")]
    public Task JSON_mode(string model) => ReportsOpenAIAsync(Body(model, "[|" + Mode + "|]"));

    [Theory]
    [InlineData("claude-opus-5-5", "[|ChatResponseFormat.Json|]")]
    [InlineData("claude-3-haiku-20240307", "[|ChatResponseFormat.ForJsonSchema<Order>()|]")]
    [InlineData("claude-sonnet-4-20250514", "[|ChatResponseFormat.ForJsonSchema(JsonDocument.Parse(\"{}\").RootElement)|]")]
    [InlineData("gpt-4-turbo", "[|ChatResponseFormat.ForJsonSchema<Order>()|]")]
    public Task In_chat_options(string model, string format) => ReportsAsync(
        Sources.ExtensionsAI($"await client.GetResponseAsync(input, new ChatOptions {{ ModelId = \"{model}\", ResponseFormat = {format} }});", Order), references: Sdk.ExtensionsAIFull);

    [Theory]
    [InlineData("gpt-4-turbo")]
    [InlineData("claude-3-opus-20240229")]
    public Task A_typed_call(string model) => ReportsAsync(
        Sources.ExtensionsAI($"await client.[|GetResponseAsync<Order>|](input, new ChatOptions {{ ModelId = \"{model}\" }});", Order).Replace("[|GetResponseAsync<Order>|]", "[|GetResponseAsync|]<Order>", System.StringComparison.Ordinal),
        references: Sdk.ExtensionsAIFull);

    [Fact]
    public Task A_client_whose_model_is_bound_when_it_is_made() => ReportsAsync(Sources.ExtensionsAI("""
        IChatClient chat = new OpenAI.Chat.ChatClient("gpt-4-turbo", "key").AsIChatClient();
        await chat.GetResponseAsync(input, new ChatOptions { ResponseFormat = [|ChatResponseFormat.ForJsonSchema<Order>()|] });
        """, Order), references: Sdk.ExtensionsAIFull);

    [Theory]
    [InlineData("«gpt-4o-2024-08-06¦gpt-4-turbo»")]
    [InlineData("«gpt-5.1¦gpt-4-turbo»")]
    [InlineData("«gpt-4.1-mini¦gpt-4-turbo»")]
    [InlineData("«gpt-5.5-pro¦gpt-5.4-pro»")]
    [InlineData("«a-model-nobody-knows¦gpt-4-turbo»")]
    [InlineData("«gpt-4-turbo-mine¦gpt-4-turbo»")]
    [InlineData("«¦gpt-4-turbo»")]
    public Task A_model_that_has_schemas_or_is_not_known(string model) => SilentOpenAIAsync(Body(model, "[|" + Schema + "|]"));

    [Theory]
    [InlineData("«gpt-4-turbo¦gpt-4»")]
    [InlineData("«gpt-3.5-turbo¦gpt-4-0613»")]
    [InlineData("«gpt-5.4-pro¦o1-mini»")]
    public Task A_model_that_has_JSON_mode(string model) => SilentOpenAIAsync(Body(model, "[|" + Mode + "|]"));

    [Theory]
    [InlineData("new ChatClient(«input¦\"gpt-4-turbo\"», \"key\")")]
    [InlineData("new ChatClient(«Environment.GetEnvironmentVariable(\"MODEL\") ?? ¦»\"gpt-4-turbo\", \"key\")")]
    [InlineData("«client¦new ChatClient(\"gpt-4-turbo\", \"key\")»")]
    [InlineData("new ChatClient(\"«llama3¦gpt-4-turbo»\", new ApiKeyCredential(\"key\"), new OpenAIClientOptions { Endpoint = new Uri(input) })")]
    public Task A_model_that_is_not_certain(string client) => SilentOpenAIAsync(Body("", "[|" + Schema + "|]", client));

    [Theory]
    [InlineData("«ChatResponseFormat.CreateTextFormat()¦[|ChatResponseFormat.CreateJsonObjectFormat()|]»")]
    [InlineData("«null¦[|ChatResponseFormat.CreateJsonObjectFormat()|]»")]
    public Task No_contract(string format) => SilentOpenAIAsync(Body("gpt-4", format));

    [Fact]
    public Task An_Azure_deployment_names_no_model() => SilentAsync("""
        using System;
        using System.ClientModel;
        using Azure.AI.OpenAI;
        using OpenAI.Chat;

        var client = «new AzureOpenAIClient(new Uri("https://x.openai.azure.com"), new ApiKeyCredential("key")).GetChatClient("gpt-4")¦new ChatClient("gpt-4", "key")»;
        ChatCompletion completion = client.CompleteChat([new UserChatMessage("Name a town in JSON.")], new ChatCompletionOptions { ResponseFormat = [|ChatResponseFormat.CreateJsonObjectFormat()|] });
        """, references: Sdk.AzureOpenAI);

    [Theory]
    [InlineData("«claude-opus-5-5¦claude-3-haiku-20240307»", "[|ChatResponseFormat.ForJsonSchema<Order>()|]")]
    [InlineData("«claude-mythos-5-2¦claude-3-haiku-20240307»", "[|ChatResponseFormat.ForJsonSchema<Order>()|]")]
    [InlineData("«gpt-5.1¦claude-opus-5-5»", "[|ChatResponseFormat.Json|]")]
    [InlineData("gpt-4-turbo", "«ChatResponseFormat.Json¦[|ChatResponseFormat.ForJsonSchema<Order>()|]»")]
    public Task In_chat_options_of_a_model_that_has_it(string model, string format) => SilentAsync(
        Sources.ExtensionsAI($"await client.GetResponseAsync(input, new ChatOptions {{ ModelId = \"{model}\", ResponseFormat = {format} }});", Order), references: Sdk.ExtensionsAIFull);

    [Theory]
    [InlineData("«, useJsonSchemaResponseFormat: false¦»")]
    [InlineData("«, useJsonSchemaResponseFormat: input.Length > 3¦, useJsonSchemaResponseFormat: true»")]
    public Task A_typed_call_without_a_schema(string arguments) => SilentAsync(
        Sources.ExtensionsAI($"await client.[|GetResponseAsync|]<Order>(input, new ChatOptions {{ ModelId = \"gpt-4-turbo\" }}{arguments});", Order), references: Sdk.ExtensionsAIFull);

    [Fact]
    public void Only_models_that_the_catalogue_says_no_of_are_reported()
    {
        foreach (var model in ModelCatalogue.BuiltIn.Models)
        {
            var schema = MadeCall.Check(new NoStructuredOutput(), MadeCall.Of(model.Provider, model.Id, (SettingKind.OutputContract, OutputContract.JsonSchema)));
            var mode = MadeCall.Check(new NoStructuredOutput(), MadeCall.Of(model.Provider, model.Id, (SettingKind.OutputContract, OutputContract.JsonMode)));
            Assert.Equal((model.Id, model.HasJsonSchema == false, model.HasJsonMode == false), (model.Id, schema.Any(), mode.Any()));
        }
    }

    [Theory]
    [InlineData("gpt-4-turbo", OutputContract.JsonSchema, "The request asks for a JSON schema, which 'gpt-4-turbo' does not have: it is refused, or dropped and the reply is free text; use a model that has it, such as 'gpt-5.6-sol'")]
    [InlineData("gpt-4", OutputContract.JsonMode, "The request asks for JSON mode, which 'gpt-4' does not have: it is refused, or dropped and the reply is free text; use a model that has it, such as 'gpt-5.6-sol'")]
    public void The_message_names_a_way_out(string model, object contract, string expected) => Assert.Equal(
        expected, Assert.Single(MadeCall.Check(new NoStructuredOutput(), MadeCall.Of("openai", model, (SettingKind.OutputContract, contract)))).GetMessage(CultureInfo.InvariantCulture));

    [Fact]
    public void Every_message_names_a_way_out_that_leads_somewhere()
    {
        foreach (var model in ModelCatalogue.BuiltIn.Models)
        {
            var message = MadeCall.Check(new NoStructuredOutput(), MadeCall.Of(model.Provider, model.Id, (SettingKind.OutputContract, OutputContract.JsonSchema))).SingleOrDefault()?.GetMessage(CultureInfo.InvariantCulture);
            var named = message?.Split("such as '") is [_, var rest] ? rest.TrimEnd('\'') : null;
            Assert.True(named is null || ModelCatalogue.BuiltIn.Find(model.Provider, named) is { HasJsonSchema: true, Status: ModelStatus.Active }, model.Id + ": " + message);
        }
    }
}
