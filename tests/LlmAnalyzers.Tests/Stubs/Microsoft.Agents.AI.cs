// The part of Microsoft.Agents.AI 1.x that calls are written with: the agent over a chat client, its options, its makers.

using System;
using System.Collections.Generic;
using System.Reflection;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

[assembly: AssemblyVersion("1.0.0.0")]

namespace Microsoft.Agents.AI
{
    public abstract class ChatHistoryProvider
    {
    }

    public abstract class AIContextProvider
    {
    }

    // There are no instructions beside those of ChatOptions.
    public sealed class ChatClientAgentOptions
    {
        public string? Id { get; set; }
        public string? Name { get; set; }
        public string? Description { get; set; }
        public ChatOptions? ChatOptions { get; set; }
        public ChatHistoryProvider? ChatHistoryProvider { get; set; }
        public IEnumerable<AIContextProvider>? AIContextProviders { get; set; }
        public bool UseProvidedChatClientAsIs { get; set; }
        public bool ClearOnChatHistoryProviderConflict { get; set; }
        public bool WarnOnChatHistoryProviderConflict { get; set; }
        public bool ThrowOnChatHistoryProviderConflict { get; set; }
        public bool RequirePerServiceCallChatHistoryPersistence { get; set; }
        public bool EnableMessageInjection { get; set; }
        public bool DisableApprovalNotRequiredFunctionBypassing { get; set; }
        public bool DisableApprovalResponseBinding { get; set; }
        public bool EnableInvocableFunctionBypassing { get; set; }
        public ChatClientAgentOptions Clone() => throw null!;
    }

    public sealed class ChatClientAgentRunOptions : AgentRunOptions
    {
        public ChatClientAgentRunOptions(ChatOptions? chatOptions = null) => throw null!;
        public ChatOptions? ChatOptions { get; set; }
        public Func<IChatClient, IChatClient>? ChatClientFactory { get; set; }
        public override AgentRunOptions Clone() => throw null!;
    }

    public sealed class ChatClientAgent : AIAgent
    {
        public ChatClientAgent(
            IChatClient chatClient, string? instructions = null, string? name = null, string? description = null, IList<AITool>? tools = null, ILoggerFactory? loggerFactory = null, IServiceProvider? services = null) => throw null!;

        public ChatClientAgent(IChatClient chatClient, ChatClientAgentOptions? options, ILoggerFactory? loggerFactory = null, IServiceProvider? services = null) => throw null!;
        public IChatClient ChatClient => throw null!;
        public string? Instructions => throw null!;
        public ValueTask<AgentSession> CreateSessionAsync(string conversationId, CancellationToken cancellationToken = default) => throw null!;
        public Task<AgentResponse> RunAsync(AgentSession? session, ChatClientAgentRunOptions? options, CancellationToken cancellationToken = default) => throw null!;
        public Task<AgentResponse> RunAsync(string message, AgentSession? session, ChatClientAgentRunOptions? options, CancellationToken cancellationToken = default) => throw null!;
        public Task<AgentResponse> RunAsync(ChatMessage message, AgentSession? session, ChatClientAgentRunOptions? options, CancellationToken cancellationToken = default) => throw null!;
        public Task<AgentResponse> RunAsync(IEnumerable<ChatMessage> messages, AgentSession? session, ChatClientAgentRunOptions? options, CancellationToken cancellationToken = default) => throw null!;
        public IAsyncEnumerable<AgentResponseUpdate> RunStreamingAsync(AgentSession? session, ChatClientAgentRunOptions? options, CancellationToken cancellationToken = default) => throw null!;
        public IAsyncEnumerable<AgentResponseUpdate> RunStreamingAsync(string message, AgentSession? session, ChatClientAgentRunOptions? options, CancellationToken cancellationToken = default) => throw null!;
        public IAsyncEnumerable<AgentResponseUpdate> RunStreamingAsync(ChatMessage message, AgentSession? session, ChatClientAgentRunOptions? options, CancellationToken cancellationToken = default) => throw null!;
        public IAsyncEnumerable<AgentResponseUpdate> RunStreamingAsync(IEnumerable<ChatMessage> messages, AgentSession? session, ChatClientAgentRunOptions? options, CancellationToken cancellationToken = default) => throw null!;

        public Task<AgentResponse<T>> RunAsync<T>(
            AgentSession? session, JsonSerializerOptions? serializerOptions, ChatClientAgentRunOptions? options, CancellationToken cancellationToken = default) => throw null!;

        public Task<AgentResponse<T>> RunAsync<T>(
            string message, AgentSession? session, JsonSerializerOptions? serializerOptions, ChatClientAgentRunOptions? options, CancellationToken cancellationToken = default) => throw null!;

        public Task<AgentResponse<T>> RunAsync<T>(
            ChatMessage message, AgentSession? session, JsonSerializerOptions? serializerOptions, ChatClientAgentRunOptions? options, CancellationToken cancellationToken = default) => throw null!;

        public Task<AgentResponse<T>> RunAsync<T>(
            IEnumerable<ChatMessage> messages, AgentSession? session, JsonSerializerOptions? serializerOptions, ChatClientAgentRunOptions? options, CancellationToken cancellationToken = default) => throw null!;

        protected override Task<AgentResponse> RunCoreAsync(
            IEnumerable<ChatMessage> messages, AgentSession? session = null, AgentRunOptions? options = null, CancellationToken cancellationToken = default) => throw null!;
    }

    public sealed class AIAgentBuilder
    {
        public AIAgentBuilder(AIAgent innerAgent) => throw null!;
        public AIAgentBuilder(Func<IServiceProvider, AIAgent> innerAgentFactory) => throw null!;
        public AIAgent Build(IServiceProvider? services = null) => throw null!;
        public AIAgentBuilder Use(Func<AIAgent, AIAgent> agentFactory) => throw null!;
        public AIAgentBuilder Use(Func<AIAgent, IServiceProvider, AIAgent> agentFactory) => throw null!;
    }

    public static class AIAgentExtensions
    {
        public static AIAgentBuilder AsBuilder(this AIAgent innerAgent) => throw null!;
    }
}

namespace Microsoft.Extensions.AI
{
    // Of the same full name as a class of Microsoft.Extensions.AI.Abstractions.
    public static class ChatClientExtensions
    {
        public static ChatClientAgent AsAIAgent(
            this IChatClient chatClient, string? instructions = null, string? name = null, string? description = null, IList<AITool>? tools = null, ILoggerFactory? loggerFactory = null, IServiceProvider? services = null) => throw null!;

        public static ChatClientAgent AsAIAgent(
            this IChatClient chatClient, ChatClientAgentOptions? options, ILoggerFactory? loggerFactory = null, IServiceProvider? services = null) => throw null!;
    }

    public static class ChatClientBuilderExtensions
    {
        public static ChatClientAgent BuildAIAgent(
            this ChatClientBuilder builder, string? instructions = null, string? name = null, string? description = null, IList<AITool>? tools = null, ILoggerFactory? loggerFactory = null, IServiceProvider? services = null) => throw null!;

        public static ChatClientAgent BuildAIAgent(
            this ChatClientBuilder builder, ChatClientAgentOptions? options, ILoggerFactory? loggerFactory = null, IServiceProvider? services = null) => throw null!;
    }
}
