// The part of Microsoft.Agents.AI.Abstractions 1.x that calls are written with: the agent, its runs and replies.

using System;
using System.Collections.Generic;
using System.Reflection;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

[assembly: AssemblyVersion("1.0.0.0")]

namespace Microsoft.Agents.AI
{
    public abstract class AgentSession
    {
    }

    public class AgentRunOptions
    {
        public AgentRunOptions() => throw null!;
        protected AgentRunOptions(AgentRunOptions options) => throw null!;
        public ResponseContinuationToken? ContinuationToken { get; set; }
        public bool? AllowBackgroundResponses { get; set; }
        public AdditionalPropertiesDictionary? AdditionalProperties { get; set; }
        public ChatResponseFormat? ResponseFormat { get; set; }
        public virtual AgentRunOptions Clone() => throw null!;
    }

    public class AgentResponse
    {
        public AgentResponse() => throw null!;
        public AgentResponse(ChatMessage message) => throw null!;
        public AgentResponse(ChatResponse response) => throw null!;
        public AgentResponse(IList<ChatMessage>? messages) => throw null!;
        protected AgentResponse(AgentResponse response) => throw null!;
        public IList<ChatMessage> Messages { get; set; }
        public string Text => throw null!;
        public string? AgentId { get; set; }
        public string? ResponseId { get; set; }
        public ResponseContinuationToken? ContinuationToken { get; set; }
        public DateTimeOffset? CreatedAt { get; set; }
        public ChatFinishReason? FinishReason { get; set; }
        public UsageDetails? Usage { get; set; }
        public object? RawRepresentation { get; set; }
        public override string ToString() => throw null!;
    }

    // The reply to a typed run. Result throws; there is no TryGetResult.
    public class AgentResponse<T> : AgentResponse
    {
        public AgentResponse(AgentResponse response, JsonSerializerOptions serializerOptions) => throw null!;
        public bool IsWrappedInObject { get; init; }
        public virtual T Result => throw null!;
    }

    public class AgentResponseUpdate
    {
        public AgentResponseUpdate() => throw null!;
        public ChatRole? Role { get; set; }
        public string Text => throw null!;
        public IList<AIContent> Contents { get; set; }
        public ChatFinishReason? FinishReason { get; set; }
        public override string ToString() => throw null!;
    }

    public static class AgentResponseExtensions
    {
        public static ChatResponse AsChatResponse(this AgentResponse response) => throw null!;
        public static ChatResponseUpdate AsChatResponseUpdate(this AgentResponseUpdate responseUpdate) => throw null!;
        public static IAsyncEnumerable<ChatResponseUpdate> AsChatResponseUpdatesAsync(this IAsyncEnumerable<AgentResponseUpdate> responseUpdates) => throw null!;
        public static AgentResponse ToAgentResponse(this IEnumerable<AgentResponseUpdate> updates) => throw null!;
        public static Task<AgentResponse> ToAgentResponseAsync(this IAsyncEnumerable<AgentResponseUpdate> updates, CancellationToken cancellationToken = default) => throw null!;
    }

    public abstract class AIAgent
    {
        public string Id => throw null!;
        public virtual string? Name => throw null!;
        public virtual string? Description => throw null!;
        public virtual object? GetService(Type serviceType, object? serviceKey = null) => throw null!;
        public TService? GetService<TService>(object? serviceKey = null) => throw null!;
        public ValueTask<AgentSession> CreateSessionAsync(CancellationToken cancellationToken = default) => throw null!;
        public Task<AgentResponse> RunAsync(AgentSession? session = null, AgentRunOptions? options = null, CancellationToken cancellationToken = default) => throw null!;
        public Task<AgentResponse> RunAsync(string message, AgentSession? session = null, AgentRunOptions? options = null, CancellationToken cancellationToken = default) => throw null!;
        public Task<AgentResponse> RunAsync(ChatMessage message, AgentSession? session = null, AgentRunOptions? options = null, CancellationToken cancellationToken = default) => throw null!;
        public Task<AgentResponse> RunAsync(IEnumerable<ChatMessage> messages, AgentSession? session = null, AgentRunOptions? options = null, CancellationToken cancellationToken = default) => throw null!;
        public IAsyncEnumerable<AgentResponseUpdate> RunStreamingAsync(AgentSession? session = null, AgentRunOptions? options = null, CancellationToken cancellationToken = default) => throw null!;
        public IAsyncEnumerable<AgentResponseUpdate> RunStreamingAsync(string message, AgentSession? session = null, AgentRunOptions? options = null, CancellationToken cancellationToken = default) => throw null!;
        public IAsyncEnumerable<AgentResponseUpdate> RunStreamingAsync(ChatMessage message, AgentSession? session = null, AgentRunOptions? options = null, CancellationToken cancellationToken = default) => throw null!;
        public IAsyncEnumerable<AgentResponseUpdate> RunStreamingAsync(IEnumerable<ChatMessage> messages, AgentSession? session = null, AgentRunOptions? options = null, CancellationToken cancellationToken = default) => throw null!;

        public Task<AgentResponse<T>> RunAsync<T>(
            AgentSession? session = null, JsonSerializerOptions? serializerOptions = null, AgentRunOptions? options = null, CancellationToken cancellationToken = default) => throw null!;

        public Task<AgentResponse<T>> RunAsync<T>(
            string message, AgentSession? session = null, JsonSerializerOptions? serializerOptions = null, AgentRunOptions? options = null, CancellationToken cancellationToken = default) => throw null!;

        public Task<AgentResponse<T>> RunAsync<T>(
            ChatMessage message, AgentSession? session = null, JsonSerializerOptions? serializerOptions = null, AgentRunOptions? options = null, CancellationToken cancellationToken = default) => throw null!;

        public Task<AgentResponse<T>> RunAsync<T>(
            IEnumerable<ChatMessage> messages, AgentSession? session = null, JsonSerializerOptions? serializerOptions = null, AgentRunOptions? options = null, CancellationToken cancellationToken = default) => throw null!;

        protected abstract Task<AgentResponse> RunCoreAsync(
            IEnumerable<ChatMessage> messages, AgentSession? session = null, AgentRunOptions? options = null, CancellationToken cancellationToken = default);
    }
}
