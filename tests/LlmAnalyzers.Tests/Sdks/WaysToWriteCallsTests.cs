using System.Collections.Generic;
using System.Linq;
using LlmAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace LlmAnalyzers.Tests.Sdks;

/// <summary>Calls as people write them compile against each set of packages and stubs.</summary>
public class WaysToWriteCallsTests
{
    [Fact]
    public void Semantic_Kernel() => Compiles(Sdk.SemanticKernel, """
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using Microsoft.SemanticKernel;
        using Microsoft.SemanticKernel.Agents;
        using Microsoft.SemanticKernel.ChatCompletion;
        using Microsoft.SemanticKernel.Connectors.AzureOpenAI;
        using Microsoft.SemanticKernel.Connectors.OpenAI;

        class Answer;

        class Calls
        {
            async Task<string> Ask(string q, string text)
            {
                var kernel = Kernel.CreateBuilder().AddOpenAIChatCompletion("gpt-x", "key").AddAzureOpenAIChatCompletion("dep", "endpoint", "key").Build();
                var chat = kernel.GetRequiredService<IChatCompletionService>();
                ChatHistory history = new("You are …");
                history.AddUserMessage(q);
                history.Add(new(AuthorRole.User, [new TextContent("a"), new ImageContent(new System.Uri("https://x"))]));
                var settings = new OpenAIPromptExecutionSettings { Temperature = 0, MaxTokens = 200, ResponseFormat = typeof(Answer) };
                settings.FunctionChoiceBehavior = FunctionChoiceBehavior.Auto();
                var reply = await chat.GetChatMessageContentAsync(history, settings, kernel);
                var other = await chat.GetChatMessageContentAsync("one prompt");
                history.AddMessage(AuthorRole.Assistant, reply.Content ?? other.ToString());
                var answer = await kernel.InvokePromptAsync("Summarise {{$input}}", new(settings) { ["input"] = text });
                var typed = await kernel.InvokePromptAsync<string>("Summarise");
                var fn = kernel.CreateFunctionFromPrompt("prompt", new AzureOpenAIPromptExecutionSettings { TopP = 0.5, SetNewMaxCompletionTokensEnabled = true });
                var made = KernelFunctionFactory.CreateFromPrompt("prompt", new PromptExecutionSettings { ExtensionData = new Dictionary<string, object> { ["temperature"] = 0.2 } });
                await kernel.InvokeAsync(fn, new() { ["x"] = "y" });
                await made.InvokeAsync(kernel);
                var args = new KernelArguments { { "topic", text } };
                args.ExecutionSettings = new Dictionary<string, PromptExecutionSettings> { ["default"] = settings };
                await foreach (var part in chat.GetStreamingChatMessageContentsAsync(history, settings)) { text += part.Content; }
                ChatCompletionAgent agent = new() { Name = "n", Instructions = "…", Kernel = kernel, Arguments = new(new PromptExecutionSettings()) };
                await foreach (ChatMessageContent m in agent.InvokeAsync("hi")) { text += m.Content; }
                await foreach (AgentResponseItem<ChatMessageContent> item in agent.InvokeAsync(new ChatMessageContent(AuthorRole.User, "hi"), new ChatHistoryAgentThread())) { text += item.Message; }
                return answer.GetValue<string>() + answer + typed;
            }
        }
        """);

    [Fact]
    public void Agent_Framework() => Compiles(Sdk.AgentFramework, """
        using System;
        using System.Threading.Tasks;
        using Microsoft.Agents.AI;
        using Microsoft.Extensions.AI;
        using OpenAI;
        using OpenAI.Chat;
        using OpenAI.Responses;
        using Anthropic;
        using ChatMessage = Microsoft.Extensions.AI.ChatMessage;
        using ChatResponseFormat = Microsoft.Extensions.AI.ChatResponseFormat;

        record Person(string Name);

        class Calls
        {
            async Task<string> Ask(IChatClient chatClient, string q)
            {
                AIAgent agent = new OpenAIClient("key").GetChatClient("gpt-x").AsAIAgent(instructions: "You are …", name: "Joker");
                Console.WriteLine(await agent.RunAsync("Tell me a joke"));
                AIAgent a2 = new OpenAIClient("key").GetResponsesClient().AsAIAgent(model: "m", instructions: "…", tools: [AIFunctionFactory.Create(() => q)]);
                AIAgent claude = new AnthropicClient().AsAIAgent("claude-sonnet-5-5", "You are …");
                ChatClientAgent a3 = new(chatClient, new ChatClientAgentOptions
                {
                    Name = "n",
                    ChatOptions = new() { Instructions = "…", Temperature = 0.1f, ResponseFormat = ChatResponseFormat.ForJsonSchema<Person>() },
                });
                AgentResponse<Person> p = await a3.RunAsync<Person>("…");
                AgentSession s = await agent.CreateSessionAsync();
                await agent.RunAsync("more", s, new ChatClientAgentRunOptions(new() { MaxOutputTokens = 200 }));
                await agent.RunAsync(q, options: new() { ResponseFormat = ChatResponseFormat.Json });
                await foreach (var u in agent.RunStreamingAsync(q, s)) { Console.Write(u); }
                var agent4 = chatClient.AsBuilder().ConfigureOptions(o => o.Temperature = 0).BuildAIAgent("…");
                var agent5 = chatClient.AsAIAgent("You are …").AsBuilder().Use(inner => inner).Build();
                var r = await agent5.RunAsync([new ChatMessage(ChatRole.System, "…"), new ChatMessage(ChatRole.User, q)]);
                return p.Result.Name + r.Text + (await a2.RunAsync(new ChatMessage(ChatRole.User, q))).Text + await claude.RunAsync<Person>(q) + await agent4.RunAsync(q);
            }
        }
        """);

    [Fact]
    public void Anthropic_13() => Compiles(Sdk.Anthropic, """
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        using Anthropic;
        using Anthropic.Helpers;
        using Anthropic.Models.Messages;
        using Anthropic.Services;
        using Microsoft.Extensions.AI;
        using TextBlock = Anthropic.Models.Messages.TextBlock;

        class Invoice { public string Number { get; set; } = ""; }

        class Calls
        {
            async Task<string> Ask(AnthropicClient client, string q)
            {
                var p = new MessageCreateParams
                {
                    Model = Model.ClaudeSonnet5_5,
                    MaxTokens = 800,
                    System = "Be brief.",
                    OutputConfig = new() { Format = StructuredOutput.CreateJsonFormat<Invoice>(), Effort = Effort.Low },
                    Messages = [new UserMessageParam("Hi"), new AssistantMessageParam("Hello"), new UserMessageParam(new List<ContentBlockParam> { new TextBlockParam(q) })],
                };
                var msg = await client.Messages.Create(p with { Model = "claude-opus-5-5", System = new List<TextBlockParam> { new() { Text = "rules" } } });
                var text = string.Concat(msg.Content.Select(b => b.Value).OfType<TextBlock>().Select(b => b.Text));
                if (msg.Content[0].TryPickText(out var t)) { text += t!.Text; }
                var typed = await client.Messages.Create<Invoice>(p);
                await foreach (var e in client.Messages.CreateStreaming(p))
                {
                    if (e.TryPickContentBlockDelta(out var delta) && delta!.Delta.TryPickText(out var part)) { text += part!.Text; }
                }

                var raw = await client.WithRawResponse.Messages.Create(p);
                IChatClient chat = client.AsIChatClient("claude-sonnet-5-5");
                return text + typed.Content[0].Parsed() + (await raw.Deserialize()).Content.Count + chat;
            }
        }
        """);

    [Theory]
    [MemberData(nameof(Olds))]
    public void Anthropic_12(string set) => Compiles((SdkReferences)typeof(Sdk).GetProperty(set)!.GetValue(null)!, """
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using Anthropic;
        using Anthropic.Models.Messages;

        class Calls
        {
            async Task<string> Ask(AnthropicClient client, string prompt, string rules)
            {
                var msg = await client.Messages.Create(new()
                {
                    Model = "claude-opus-4-5",
                    MaxTokens = 800,
                    System = new List<TextBlockParam> { new() { Text = rules, CacheControl = new() } },
                    Messages = [new() { Role = Role.User, Content = prompt }],
                    Temperature = 0.2,
                });
                return msg.Content[0].TryPickText(out var text) ? text!.Text : "";
            }
        }
        """);

    [Fact]
    public void Azure_betas()
    {
        const string Frame = """
            using System.Threading.Tasks;
            using Azure;
            using Azure.AI.OpenAI;
            class Calls { async Task<string> Ask(OpenAIClient client, string q) { %% } }
            """;
        Compiles(Sdk.AzureOpenAIBeta, Frame.Replace("%%", """
            var resp = await client.GetChatCompletionsAsync("gpt-4", new ChatCompletionsOptions
            {
                Messages = { new ChatMessage(ChatRole.System, "s"), new(ChatRole.User, q), new("user", q) }, Temperature = 0.5f, MaxTokens = 800,
            });
            return resp.Value.Choices[0].Message.Content;
            """));
        Compiles(Sdk.AzureOpenAILaterBeta, Frame.Replace("%%", """
            var o = new ChatCompletionsOptions { DeploymentName = "gpt-35-turbo", Messages = { new ChatRequestSystemMessage("s"), new ChatRequestUserMessage(q) } };
            o.Temperature = 0;
            o.ResponseFormat = ChatCompletionsResponseFormat.JsonObject;
            await foreach (var u in await client.GetChatCompletionsStreamingAsync(o)) { q += u.ContentUpdate; }
            ChatCompletions done = await client.GetChatCompletionsAsync(new ChatCompletionsOptions("dep", new ChatRequestMessage[] { new ChatRequestUserMessage(q) }));
            return done.Choices[0].Message.Content;
            """));
    }

    public static IEnumerable<object[]> Olds => [[nameof(Sdk.Anthropic12)], [nameof(Sdk.Anthropic12Early)]];

    private static void Compiles(SdkReferences references, string source)
    {
        var compilation = CSharpCompilation.Create(
            "Calls", [CSharpSyntaxTree.ParseText("#pragma warning disable\n" + source)], references.References, new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error);
        Assert.True(!errors.Any(), string.Join('\n', errors));
    }
}
