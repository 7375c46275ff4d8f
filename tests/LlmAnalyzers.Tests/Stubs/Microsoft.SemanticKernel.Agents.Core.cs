// The part of Microsoft.SemanticKernel.Agents.Core 1.x, and of the abstractions it brings, that calls are written with: chat completion agents.

using System;
using System.Collections.Generic;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel.ChatCompletion;

[assembly: AssemblyVersion("1.0.0.0")]

namespace Microsoft.SemanticKernel.Agents
{
    public abstract class AgentThread
    {
    }

    public sealed class ChatHistoryAgentThread : AgentThread
    {
        public ChatHistoryAgentThread() => throw null!;
        public ChatHistoryAgentThread(ChatHistory chatHistory, string? id = null) => throw null!;
        public ChatHistory ChatHistory => throw null!;
    }

    public class AgentInvokeOptions
    {
        public AgentInvokeOptions() => throw null!;
        public AgentInvokeOptions(AgentInvokeOptions options) => throw null!;
        public KernelArguments? KernelArguments { get; init; }
        public Kernel? Kernel { get; init; }
        public string AdditionalInstructions { get; init; }
        public Func<ChatMessageContent, Task>? OnIntermediateMessage { get; init; }
    }

    public class AgentResponseItem<TMessage>
    {
        public AgentResponseItem(TMessage message, AgentThread thread) => throw null!;
        public TMessage Message => throw null!;
        public AgentThread Thread => throw null!;
        public static implicit operator TMessage(AgentResponseItem<TMessage> responseItem) => throw null!;
    }

    public abstract class Agent
    {
        public string? Description { get; init; }
        public string Id { get; init; }
        public string? Name { get; init; }
        public ILoggerFactory? LoggerFactory { get; init; }
        public KernelArguments? Arguments { get; init; }

        // A template: the system prompt.
        public string? Instructions { get; init; }
        public Kernel Kernel { get; init; }
        public bool UseImmutableKernel { get; set; }
        public IPromptTemplate? Template { get; set; }

        public virtual IAsyncEnumerable<AgentResponseItem<ChatMessageContent>> InvokeAsync(
            AgentThread? thread = null, AgentInvokeOptions? options = null, CancellationToken cancellationToken = default) => throw null!;

        public virtual IAsyncEnumerable<AgentResponseItem<ChatMessageContent>> InvokeAsync(
            string message, AgentThread? thread = null, AgentInvokeOptions? options = null, CancellationToken cancellationToken = default) => throw null!;

        public virtual IAsyncEnumerable<AgentResponseItem<ChatMessageContent>> InvokeAsync(
            ChatMessageContent message, AgentThread? thread = null, AgentInvokeOptions? options = null, CancellationToken cancellationToken = default) => throw null!;

        public abstract IAsyncEnumerable<AgentResponseItem<ChatMessageContent>> InvokeAsync(
            ICollection<ChatMessageContent> messages, AgentThread? thread = null, AgentInvokeOptions? options = null, CancellationToken cancellationToken = default);

        public virtual IAsyncEnumerable<AgentResponseItem<StreamingChatMessageContent>> InvokeStreamingAsync(
            AgentThread? thread = null, AgentInvokeOptions? options = null, CancellationToken cancellationToken = default) => throw null!;

        public virtual IAsyncEnumerable<AgentResponseItem<StreamingChatMessageContent>> InvokeStreamingAsync(
            string message, AgentThread? thread = null, AgentInvokeOptions? options = null, CancellationToken cancellationToken = default) => throw null!;

        public virtual IAsyncEnumerable<AgentResponseItem<StreamingChatMessageContent>> InvokeStreamingAsync(
            ChatMessageContent message, AgentThread? thread = null, AgentInvokeOptions? options = null, CancellationToken cancellationToken = default) => throw null!;

        public abstract IAsyncEnumerable<AgentResponseItem<StreamingChatMessageContent>> InvokeStreamingAsync(
            ICollection<ChatMessageContent> messages, AgentThread? thread = null, AgentInvokeOptions? options = null, CancellationToken cancellationToken = default);
    }

    public sealed class ChatCompletionAgent : Agent
    {
        public ChatCompletionAgent() => throw null!;
        public ChatCompletionAgent(PromptTemplateConfig templateConfig, IPromptTemplateFactory templateFactory) => throw null!;
        public AuthorRole InstructionsRole { get; init; }

        public override IAsyncEnumerable<AgentResponseItem<ChatMessageContent>> InvokeAsync(
            ICollection<ChatMessageContent> messages, AgentThread? thread = null, AgentInvokeOptions? options = null, CancellationToken cancellationToken = default) => throw null!;

        public override IAsyncEnumerable<AgentResponseItem<StreamingChatMessageContent>> InvokeStreamingAsync(
            ICollection<ChatMessageContent> messages, AgentThread? thread = null, AgentInvokeOptions? options = null, CancellationToken cancellationToken = default) => throw null!;
    }
}
