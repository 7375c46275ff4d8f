using System.Threading.Tasks;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.Rules;

/// <summary>LLM3001, silent cases on both SDKs.</summary>
public class NoSystemPromptSilentTests() : RuleTests("LLM3001")
{
    [Theory]
    [InlineData("""await client.[|CompleteChatAsync|](«new SystemChatMessage("Be brief."), ¦»new UserChatMessage(input));""")]
    [InlineData("""await client.[|CompleteChatAsync|]([«new DeveloperChatMessage("Be brief."), ¦»new UserChatMessage(input)]);""")]
    [InlineData("""await client.[|CompleteChatAsync|]([«ChatMessage.CreateSystemMessage(input), ¦»new UserChatMessage(input)]);""")]
    [InlineData("""var messages = new List<ChatMessage> { new UserChatMessage(input) }; «messages.Insert(0, new SystemChatMessage("Be brief."));¦» await client.[|CompleteChatAsync|](messages);""")]
    [InlineData("""var messages = new List<ChatMessage>(); «if (Prompt.Length > 0) { messages.Add(new SystemChatMessage(Prompt)); }¦» messages.Add(new UserChatMessage(input)); await client.[|CompleteChatAsync|](messages);""")]
    [InlineData("""var messages = new List<ChatMessage> { new UserChatMessage(input) }; «messages.AddRange(History);¦» await client.[|CompleteChatAsync|](messages);""")]
    [InlineData("""var messages = «Build(input)¦new List<ChatMessage> { new UserChatMessage(input) }»; await client.[|CompleteChatAsync|](messages);""")]
    [InlineData("""ChatMessage[] messages = [«.. History, ¦»new UserChatMessage(input)]; await client.[|CompleteChatAsync|](messages);""")]
    [InlineData("""var messages = new List<ChatMessage> { new UserChatMessage(input) }; «Extend?.Invoke(messages);¦» await client.[|CompleteChatAsync|](messages);""")]
    [InlineData("""var messages = new List<ChatMessage>(«History¦»); messages.Add(new UserChatMessage(input)); await client.[|CompleteChatAsync|](messages);""")]
    [InlineData("""var messages = new List<ChatMessage> { new UserChatMessage(input) }; foreach (var turn in History) { «messages.Add(turn);¦» } await client.[|CompleteChatAsync|](messages);""")]
    [InlineData("""ChatMessage message = «History[0]¦new UserChatMessage(input)»; await client.[|CompleteChatAsync|](message);""")]
    [InlineData("""await client.[|CompleteChatAsync|]([new UserChatMessage(input)«, new AssistantChatMessage([ChatToolCall.CreateFunctionToolCall("1", "f", BinaryData.FromString("{}"))]), new ToolChatMessage("1", "2")¦»]);""")]
    [InlineData("""await new ChatClient("«ft:gpt-4o-mini-2024-07-18:acme::abc123¦gpt-4o-mini-2024-07-18»", "key").[|CompleteChatAsync|](new UserChatMessage(input));""")]
    [InlineData("""await client.[|CompleteChatAsync|]([new UserChatMessage("«ping¦What is a ping?»")], new ChatCompletionOptions { MaxOutputTokenCount = 5 });""")]
    [InlineData("""await client.[|CompleteChatAsync|]([new UserChatMessage("Say hi")], new ChatCompletionOptions { MaxOutputTokenCount = «16¦17» });""")]
    [InlineData("""await client.[|CompleteChatAsync|]([new UserChatMessage("Hello")]«, new ChatCompletionOptions { MaxOutputTokenCount = 1 }¦»);""")]
    public Task OpenAI(string call) => SilentOpenAIAsync(call, """
        public List<ChatMessage> History { get; } = LoadHistory();
        public string Prompt { get; set; } = "";
        public Action<List<ChatMessage>>? Extend { get; set; }
        static List<ChatMessage> LoadHistory() => JsonSerializer.Deserialize<List<ChatMessage>>("[]")!;
        static List<ChatMessage> Build(string input) => new() { new SystemChatMessage("Be brief."), new UserChatMessage(input) };
        """);

    [Theory]
    [InlineData("""await client.[|GetResponseAsync|]([«new ChatMessage(ChatRole.System, "Be brief."), ¦»new ChatMessage(ChatRole.User, input)]);""")]
    [InlineData("""await client.[|GetResponseAsync|]([new ChatMessage(«Role¦ChatRole.User», input)]);""")]
    [InlineData("""await client.[|GetResponseAsync|]([new ChatMessage(new ChatRole("«system¦user»"), input)]);""")]
    [InlineData("""await client.[|GetResponseAsync|](input«, new ChatOptions { Instructions = "Be brief." }¦»);""")]
    [InlineData("""await client.[|GetResponseAsync|](input, new ChatOptions { «Instructions = Prompt¦Temperature = 0» });""")]
    [InlineData("""var options = new ChatOptions(); «options.Instructions = Prompt;¦» await client.[|GetResponseAsync|](input, options);""")]
    [InlineData("""await client.[|GetResponseAsync|](input, «Options¦new ChatOptions()»);""")]
    [InlineData("""await client.[|GetResponseAsync|](input, new ChatOptions { «ConversationId = Prompt¦Temperature = 0» });""")]
    [InlineData("""await client.[|GetResponseAsync|](input, new ChatOptions { «RawRepresentationFactory = _ => null¦Temperature = 0» });""")]
    [InlineData("""await client.AsBuilder().«ConfigureOptions(o => o.Instructions = "Be brief.")¦UseLogging()».Build().[|GetResponseAsync|](input);""")]
    [InlineData("""await client.AsBuilder().«Use((messages, options, inner, token) => inner.GetResponseAsync([new(ChatRole.System, "Be brief."), .. messages], options, token), null)¦UseLogging()».Build().[|GetResponseAsync|](input);""")]
    [InlineData("""await «new Polite(client)¦client».[|GetResponseAsync|](new ChatMessage(ChatRole.User, input));""")]
    [InlineData("""History.Add(new(ChatRole.User, input)); await client.[|GetResponseAsync|](«History¦[new ChatMessage(ChatRole.User, input)]»);""")]
    [InlineData("""await client.[|GetResponseAsync|]("«ping¦What is love?»", new ChatOptions { MaxOutputTokens = 1 });""")]
    [InlineData("""await client.[|GetResponseAsync|](input, new ChatOptions { ModelId = "«ft:gpt-4.1-mini-2025-04-14:acme::x¦gpt-4.1-mini-2025-04-14»" });""")]
    [InlineData("""await «this.¦client.[|»GetResponseAsync«¦|]»(input);""")]
    public Task ExtensionsAI(string call) => SilentExtensionsAIAsync(call, """
        public List<ChatMessage> History { get; init; } = [];
        public string Prompt { get; set; } = "";
        public ChatRole Role { get; set; }
        public ChatOptions Options { get; set; } = new();
        public Task<ChatResponse> GetResponseAsync(string prompt) => throw new NotSupportedException(prompt);

        sealed class Polite(IChatClient inner) : DelegatingChatClient(inner)
        {
            public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
                => base.GetResponseAsync([new(ChatRole.System, "Be polite."), .. messages], options, cancellationToken);
        }
        """);

    [Theory]
    [InlineData("Status", "«CheckHealth¦CheckUser»Async")]
    [InlineData("Status", "«Ping¦Shopping»Async")]
    [InlineData("Status", "«WarmUp¦WarmWelcome»")]
    [InlineData("Status", "«TestConnection¦TestKnowledge»Async")]
    [InlineData("«ModelHealthCheck¦HealthcareChat»", "RunAsync")]
    [InlineData("«ReadinessProbe¦ShoppingAssistant»", "RunAsync")]
    public Task Health_checks(string type, string member) => SilentAsync($$"""
        using System.Threading.Tasks;
        using Microsoft.Extensions.AI;

        class {{type}}(IChatClient client)
        {
            public async Task<string> {{member}}(string input) => (await client.[|GetResponseAsync|](input)).Text;
        }
        """);

    [Theory]
    [InlineData("«messages¦[new ChatMessage(ChatRole.User, \"Hi there, who are you?\")]»")]
    [InlineData("«messages.ToList()¦[new ChatMessage(ChatRole.User, \"Hi there, who are you?\")]»")]
    [InlineData("«messages.Append(new ChatMessage(ChatRole.User, \"Go on.\"))¦[new ChatMessage(ChatRole.User, \"Hi there, who are you?\")]»")]
    public Task A_conversation_from_outside(string messages) => SilentAsync($$"""
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        using Microsoft.Extensions.AI;

        class Bot(IChatClient client)
        {
            public Task<ChatResponse> ContinueAsync(IEnumerable<ChatMessage> messages) => client.[|GetResponseAsync|]({{messages}});
        }
        """);

    [Fact]
    public Task A_delegating_client_that_passes_messages_on() => SilentAsync("""
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        using Microsoft.Extensions.AI;

        class Counting(IChatClient inner) : DelegatingChatClient(inner)
        {
            public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
                InnerClient.[|GetResponseAsync|](«messages, options¦"What time is it?"», «cancellationToken¦cancellationToken: cancellationToken»);
        }
        """);

    [Theory]
    [InlineData("ConfigureOptions(o => o.«Instructions = \"Be brief.\"¦TopP = 1»)")]
    [InlineData("ConfigureOptions(o => { o.«ConversationId ??= \"c\"¦TopK ??= 3»; })")]
    [InlineData("ConfigureOptions(«Startup.Set¦o => o.TopP = 1»)")]
    public Task A_registered_pipeline_that_may_set_instructions(string stage) => SilentAsync($$"""
        using System.Threading.Tasks;
        using Microsoft.Extensions.AI;
        using Microsoft.Extensions.DependencyInjection;

        static class Startup
        {
            public static void Add(IServiceCollection services, IChatClient inner) => services.AddChatClient(inner).{{stage}};
            public static void Set(ChatOptions options) => options.Instructions = "Be brief.";
        }

        class Tutor(IChatClient client)
        {
            public async Task<string> AskAsync(string question) => (await client.[|GetResponseAsync|](question)).Text;
        }
        """);

    [Theory]
    [InlineData("mock.«Setup¦Ask»(c => c.[|GetResponseAsync|](«Any<IEnumerable<ChatMessage>>()¦new[] { new ChatMessage(ChatRole.User, \"How are you?\") }», null, default));")]
    [InlineData("client.[|GetResponseAsync|](«Any<IEnumerable<ChatMessage>>()¦new[] { new ChatMessage(ChatRole.User, \"How are you?\") }», Any<ChatOptions>());")]
    [InlineData("mock.«Setup¦Ask»(c => c.[|GetResponseAsync|](new[] { new ChatMessage(ChatRole.User, \"How are you?\") }, null, default));")]
    public Task A_mock_that_is_set_up(string setUp) => SilentAsync($$"""
        using System;
        using System.Collections.Generic;
        using System.Linq.Expressions;
        using System.Threading.Tasks;
        using Microsoft.Extensions.AI;

        class Mock
        {
            public void Setup(Expression<Func<IChatClient, Task<ChatResponse>>> call) { }
            public void Ask(Func<IChatClient, Task<ChatResponse>> call) { }
        }

        class Tests
        {
            void Test(Mock mock, IChatClient client)
            {
                {{setUp}}
            }

            static T Any<T>() => default!;
        }
        """, references: Sdk.ExtensionsAI);

    [Fact]
    public Task A_parameter_whose_role_is_not_known() => SilentAsync(Sources.OpenAI("", """
        public async Task<string> AskAsync(ChatMessage given, string text)
        {
            ChatCompletion completion = await client.[|CompleteChatAsync|](«given¦new UserChatMessage(text)»);
            return completion.Content[0].Text;
        }
        """));
}
