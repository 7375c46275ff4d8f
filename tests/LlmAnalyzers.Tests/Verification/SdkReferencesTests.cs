using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using Verify = LlmAnalyzers.Tests.Verification.CSharpAnalyzerVerifier<LlmAnalyzers.Tests.Verification.SmallClassAnalyzer>;

namespace LlmAnalyzers.Tests.Verification;

/// <summary>The sets hold what they say, and the stubs have the surface that the packages have.</summary>
public class SdkReferencesTests
{
    [Theory]
    [InlineData(nameof(Sdk.None), "")]
    [InlineData(nameof(Sdk.OpenAI), "OpenAI.Chat.ChatClient OpenAI.Responses.ResponsesClient System.ClientModel.ApiKeyCredential")]
    [InlineData(nameof(Sdk.ExtensionsAI), "Microsoft.Extensions.AI.IChatClient Microsoft.Extensions.AI.ChatClientExtensions")]
    [InlineData(nameof(Sdk.ExtensionsAIFull), "Microsoft.Extensions.AI.IChatClient Microsoft.Extensions.AI.ChatClientExtensions OpenAI.Chat.ChatClient OpenAI.Responses.ResponsesClient System.ClientModel.ApiKeyCredential Microsoft.Extensions.AI.ChatClientStructuredOutputExtensions Microsoft.Extensions.AI.OpenAIClientExtensions")]
    [InlineData(nameof(Sdk.AzureOpenAI), "OpenAI.Chat.ChatClient OpenAI.Responses.ResponsesClient System.ClientModel.ApiKeyCredential Azure.AI.OpenAI.AzureOpenAIClient")]
    [InlineData(nameof(Sdk.AzureOpenAIBeta), "Azure.AI.OpenAI.OpenAIClient")]
    [InlineData(nameof(Sdk.Anthropic), "Anthropic.AnthropicClient Microsoft.Extensions.AI.IChatClient Microsoft.Extensions.AI.ChatClientExtensions")]
    [InlineData(nameof(Sdk.NewtonsoftJson), "Newtonsoft.Json.JsonConvert")]
    public void A_set_holds_the_types_of_its_packages_and_no_others(string set, string types)
    {
        string[] known =
        [
            "OpenAI.Chat.ChatClient", "OpenAI.Responses.ResponsesClient", "System.ClientModel.ApiKeyCredential", "Microsoft.Extensions.AI.IChatClient",
            "Microsoft.Extensions.AI.ChatClientExtensions", "Microsoft.Extensions.AI.ChatClientStructuredOutputExtensions", "Microsoft.Extensions.AI.OpenAIClientExtensions",
            "Azure.AI.OpenAI.AzureOpenAIClient", "Azure.AI.OpenAI.OpenAIClient", "Newtonsoft.Json.JsonConvert",
            "Anthropic.AnthropicClient",
        ];
        var compilation = Compilation((SdkReferences)typeof(Sdk).GetProperty(set)!.GetValue(null)!);
        Assert.Equal(types.Split(' ', System.StringSplitOptions.RemoveEmptyEntries).Order(), known.Where(name => compilation.GetTypesByMetadataName(name).Length == 1).Order());
        Assert.Empty(compilation.GetDiagnostics());
    }

    [Fact]
    public void Everything_together_has_each_type_once()
        => Assert.All(
            new[] { "OpenAI.Chat.ChatClient", "Azure.AI.OpenAI.AzureOpenAIClient", "Microsoft.Extensions.AI.ChatClientBuilder", "Anthropic.AnthropicClient", "Newtonsoft.Json.JsonConvert", "Microsoft.Extensions.Configuration.IConfiguration" },
            name => Assert.Single(Compilation(Sdk.All).GetTypesByMetadataName(name)));

    [Fact]
    public Task Without_a_targeting_pack_the_framework_that_runs_will_do()
        => new CSharpAnalyzerTest<SmallClassAnalyzer>
        {
            TestCode = "class [|small|] { System.Collections.Generic.List<string> Names = [System.Text.Json.JsonSerializer.Serialize(1)]; }",
            ReferenceAssemblies = new SdkReferences(SdkReferences.ByName(SdkReferences.RuntimeFiles())),
        }.RunAsync();

    [Fact]
    public void Every_stub_is_in_a_set_that_compiles()
    {
        var sets = typeof(Sdk).GetProperties().Select(p => (SdkReferences)p.GetValue(null)!).ToList();
        Assert.NotEmpty(StubAssembly.Names);
        Assert.All(StubAssembly.Names, name => Assert.Contains(sets, set => set.AssemblyNames.Contains(name)));
        Assert.All(sets, set => Assert.Empty(Compilation(set).GetDiagnostics()));
    }

    [Fact]
    public void Typed_calls_have_their_six_overloads()
    {
        var type = Compilation(Sdk.ExtensionsAIFull).GetTypeByMetadataName("Microsoft.Extensions.AI.ChatClientStructuredOutputExtensions")!;
        var tail = "options, useJsonSchemaResponseFormat, cancellationToken";
        Assert.Equal(
            new List<string>
            {
                $"chatClient, chatMessage, {tail}", $"chatClient, chatMessage, {tail}", $"chatClient, chatMessage, serializerOptions, {tail}",
                $"chatClient, chatMessage, serializerOptions, {tail}", $"chatClient, messages, {tail}", $"chatClient, messages, serializerOptions, {tail}",
            },
            type.GetMembers("GetResponseAsync").Cast<IMethodSymbol>().Select(method => string.Join(", ", method.Parameters.Select(parameter => parameter.Name))).Order());
    }

    [Fact]
    public void Azure_clients_override_the_getters_of_OpenAI()
    {
        var getter = (IMethodSymbol)Compilation(Sdk.AzureOpenAI).GetTypeByMetadataName("Azure.AI.OpenAI.AzureOpenAIClient")!.GetMembers("GetChatClient").Single();
        Assert.Equal("deploymentName", getter.Parameters[0].Name);
        Assert.Equal("OpenAI.OpenAIClient.GetChatClient(string)", getter.OverriddenMethod!.ToDisplayString());
    }

    [Fact]
    public Task Calls_are_written_against_the_stubs_as_against_the_packages() => Verify.VerifyAnalyzerAsync("""
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using Azure;
        using Azure.AI.OpenAI;
        using Azure.AI.OpenAI.Chat;
        using Microsoft.Extensions.AI;
        using Microsoft.Extensions.DependencyInjection;
        using OpenAI.Chat;
        using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

        record Order(int Number);

        class Calls
        {
            async Task<Order?> Typed(IChatClient client, List<ChatMessage> history)
            {
                ChatResponse<Order> reply = await client.GetResponseAsync<Order>("q", new ChatOptions { Temperature = 0 });
                await client.GetResponseAsync<Order>([new(ChatRole.User, "q")], useJsonSchemaResponseFormat: true);
                await client.GetResponseAsync<Order>(history);
                return reply.TryGetResult(out var order) ? order : reply.Result;
            }

            IChatClient Pipeline(AzureOpenAIClient azure) => azure.GetChatClient("deployment").AsIChatClient().AsBuilder()
                .ConfigureOptions(o => o.Temperature ??= 0.2f).UseFunctionInvocation().UseLogging().UseOpenTelemetry(sourceName: "s").Build();

            void Register(IServiceCollection services, IChatClient client)
                => services.AddChatClient(client).Use(inner => inner).Use((inner, provider) => inner);

            void Cap(Uri endpoint, Azure.Core.TokenCredential credential)
            {
                var azure = new AzureOpenAIClient(endpoint, credential, new AzureOpenAIClientOptions(AzureOpenAIClientOptions.ServiceVersion.V2024_10_21));
                var options = new ChatCompletionOptions { MaxOutputTokenCount = 10 };
                options.SetNewMaxCompletionTokensPropertyEnabled(true);
                azure.GetChatClient("d").CompleteChat([new UserChatMessage("q")], options);
            }
        }
        """);

    [Fact]
    public async Task Source_preludes_compile()
    {
        await Verify.VerifyAnalyzerAsync(Sources.OpenAI("""
            ChatCompletion completion = await client.CompleteChatAsync(new UserChatMessage(input));
            return completion.Content[0].Text;
            """, "class [|small|];"));
        await Verify.VerifyAnalyzerAsync(Sources.ExtensionsAI("return (await client.GetResponseAsync(input)).Text;"));
        await new CSharpAnalyzerTest<SmallClassAnalyzer> { TestCode = Sources.OpenAI("client.CompleteChat(input);"), ReferenceAssemblies = Sdk.OpenAI }.RunAsync();
        await new CSharpAnalyzerTest<SmallClassAnalyzer> { TestCode = Sources.ExtensionsAI("await client.GetResponseAsync(input);"), ReferenceAssemblies = Sdk.ExtensionsAI }.RunAsync();
    }

    private static CSharpCompilation Compilation(SdkReferences references)
        => CSharpCompilation.Create("Probe", [], references.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
}
