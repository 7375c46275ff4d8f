using LlmAnalyzers.Calls;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.Reading;

/// <summary>A client that is handed over by a container or by whoever creates the class, followed to where its model is bound.</summary>
public class InjectedClientTests
{
    private const string Usings = """
        using System;
        using System.Threading.Tasks;
        using Microsoft.Extensions.AI;
        using Microsoft.Extensions.DependencyInjection;
        using OpenAI;
        using OpenAI.Chat;

        """;

    private const string OfOpenAI = "class Desk(ChatClient client) { public async Task Run() => await client.CompleteChatAsync(\"Who are you?\"); }";
    private const string OfField = "class Desk { private readonly ChatClient _client; public Desk(ChatClient client) { _client = client; } public async Task Run() => await _client.CompleteChatAsync(\"Who are you?\"); }";
    private const string OfKey = "class Desk([FromKeyedServices(\"fast\")] ChatClient client) { public async Task Run() => await client.CompleteChatAsync(\"Who are you?\"); }";
    private const string OfExtensionsAI = "class Desk(IChatClient client) { public async Task Run() => await client.GetResponseAsync(\"Who are you?\"); }";
    private const string OfProvider = "class Desk(IServiceProvider services) { public async Task Run() => await services.GetRequiredService<ChatClient>().CompleteChatAsync(\"Who are you?\"); }";

    [Theory]
    [InlineData(OfOpenAI, "services.AddSingleton(new ChatClient(\"o3\", key));")]
    [InlineData(OfField, "services.AddSingleton(new ChatClient(\"o3\", key));")]
    [InlineData(OfProvider, "services.AddSingleton(new ChatClient(\"o3\", key));")]
    [InlineData(OfOpenAI, "services.AddScoped<ChatClient>(_ => new ChatClient(\"o3\", key));")]
    [InlineData(OfOpenAI, "services.AddSingleton(_ => { var client = new ChatClient(\"o3\", key); return client; });")]
    [InlineData(OfOpenAI, "services.AddSingleton(typeof(ChatClient), _ => new ChatClient(\"o3\", key));")]
    [InlineData(OfOpenAI, "services.AddSingleton(new OpenAIClient(key)); services.AddTransient(s => s.GetRequiredService<OpenAIClient>().GetChatClient(\"o3\"));")]
    [InlineData(OfOpenAI, "services.AddSingleton(Make); ChatClient Make(IServiceProvider s) => new ChatClient(\"o3\", key);")]
    [InlineData(OfKey, "services.AddKeyedSingleton(\"fast\", new ChatClient(\"o3\", key)); services.AddKeyedSingleton(\"slow\", new ChatClient(\"o1\", key));")]
    [InlineData(OfExtensionsAI, "services.AddChatClient(new ChatClient(\"o3\", key).AsIChatClient());")]
    [InlineData(OfExtensionsAI, "services.AddChatClient(_ => new OpenAIClient(key).GetChatClient(\"o3\").AsIChatClient()).UseFunctionInvocation();")]
    [InlineData(OfExtensionsAI, "services.AddSingleton<IChatClient>(_ => new ChatClient(\"o3\", key).AsIChatClient().AsBuilder().Build());")]
    [InlineData(OfOpenAI, "new Desk(new ChatClient(\"o3\", key));")]
    [InlineData(OfField, "var client = new ChatClient(\"o3\", key); new Desk(client);")]
    public void A_model_is_known_where_one_registration_binds_it(string service, string registration) => Assert.Equal("o3", ModelOf(service, registration));

    [Theory]
    [InlineData(OfOpenAI, "")]
    [InlineData(OfOpenAI, "services.AddSingleton(new ChatClient(\"o3\", key)); services.AddSingleton(new ChatClient(\"o1\", key));")]
    [InlineData(OfOpenAI, "services.AddSingleton(new ChatClient(key, key));")]
    [InlineData(OfOpenAI, "services.AddSingleton<ChatClient>();")]
    [InlineData(OfOpenAI, "services.AddKeyedSingleton(\"fast\", new ChatClient(\"o3\", key));")]
    [InlineData(OfKey, "services.AddSingleton(new ChatClient(\"o3\", key));")]
    [InlineData(OfOpenAI, "services.AddSingleton(new ChatClient(\"o3\", key)); new Desk(null!);")]
    [InlineData(OfOpenAI, "services.AddSingleton(new ChatClient(\"o3\", key)); new Desk(new ChatClient(\"o1\", key));")]
    [InlineData(OfOpenAI, "new Desk(Elsewhere);")]
    public void A_model_is_unknown_where_no_single_registration_binds_it(string service, string registration) => Assert.Equal("unknown", ModelOf(service, registration));

    [Fact]
    public void A_model_of_two_creations_is_one_of_two() =>
        Assert.Equal("o3? or o1?", ModelOf(OfOpenAI, "new Desk(new ChatClient(\"o3\", key)); new Desk(new ChatClient(\"o1\", key));"));

    private static string ModelOf(string service, string registration)
    {
        var startup = $$"""
            static class Startup
            {
                public static ChatClient Elsewhere = null!;

                public static void Configure(IServiceCollection services, string key)
                {
                    {{registration}}
                }
            }
            """;
        return Spelled.Setting(ReadCall.From(Sdk.ExtensionsAIFull, Usings + service, Usings + startup)[SettingKind.Model]);
    }
}
