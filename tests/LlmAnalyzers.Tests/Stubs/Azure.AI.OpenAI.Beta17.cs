// The part of Azure.AI.OpenAI 1.0.0-beta.12 to beta.17 that calls are written with. The model is a property of the options.

using System;
using System.Collections.Generic;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using Azure.Core;

[assembly: AssemblyVersion("1.0.0.0")]

namespace Azure.AI.OpenAI
{
    public class OpenAIClientOptions : ClientOptions
    {
    }

    public class OpenAIClient
    {
        public OpenAIClient(Uri endpoint, AzureKeyCredential keyCredential, OpenAIClientOptions options) => throw null!;
        public OpenAIClient(Uri endpoint, AzureKeyCredential keyCredential) => throw null!;
        public OpenAIClient(Uri endpoint, TokenCredential tokenCredential, OpenAIClientOptions options) => throw null!;
        public OpenAIClient(Uri endpoint, TokenCredential tokenCredential) => throw null!;
        public OpenAIClient(string openAIApiKey, OpenAIClientOptions options) => throw null!;
        public OpenAIClient(string openAIApiKey) => throw null!;
        protected OpenAIClient() => throw null!;
        public virtual Response<ChatCompletions> GetChatCompletions(ChatCompletionsOptions chatCompletionsOptions, CancellationToken cancellationToken = default) => throw null!;
        public virtual Task<Response<ChatCompletions>> GetChatCompletionsAsync(ChatCompletionsOptions chatCompletionsOptions, CancellationToken cancellationToken = default) => throw null!;

        public virtual StreamingResponse<StreamingChatCompletionsUpdate> GetChatCompletionsStreaming(
            ChatCompletionsOptions chatCompletionsOptions, CancellationToken cancellationToken = default) => throw null!;

        public virtual Task<StreamingResponse<StreamingChatCompletionsUpdate>> GetChatCompletionsStreamingAsync(
            ChatCompletionsOptions chatCompletionsOptions, CancellationToken cancellationToken = default) => throw null!;
    }

    public class StreamingResponse<T> : IAsyncEnumerable<T>
    {
        IAsyncEnumerator<T> IAsyncEnumerable<T>.GetAsyncEnumerator(CancellationToken cancellationToken) => throw null!;
    }

    public class ChatCompletionsOptions
    {
        public ChatCompletionsOptions() => throw null!;
        public ChatCompletionsOptions(string deploymentName, IEnumerable<ChatRequestMessage> messages) => throw null!;
        public int? ChoiceCount { get; set; }
        public string DeploymentName { get; set; }
        public bool? EnableLogProbabilities { get; set; }
        public float? FrequencyPenalty { get; set; }
        public FunctionDefinition FunctionCall { get; set; }
        public IList<FunctionDefinition> Functions => throw null!;
        public int? LogProbabilitiesPerToken { get; set; }
        public int? MaxTokens { get; set; }
        public IList<ChatRequestMessage> Messages => throw null!;
        public float? NucleusSamplingFactor { get; set; }
        public float? PresencePenalty { get; set; }
        public ChatCompletionsResponseFormat ResponseFormat { get; set; }
        public long? Seed { get; set; }
        public IList<string> StopSequences => throw null!;
        public float? Temperature { get; set; }
        public IDictionary<int, int> TokenSelectionBiases => throw null!;
        public ChatCompletionsToolChoice ToolChoice { get; set; }
        public IList<ChatCompletionsToolDefinition> Tools => throw null!;
        public string User { get; set; }
    }

    public class FunctionDefinition
    {
    }

    public abstract class ChatCompletionsToolDefinition
    {
    }

    public class ChatCompletionsToolChoice
    {
        public static readonly ChatCompletionsToolChoice Auto = null!;
        public static readonly ChatCompletionsToolChoice None = null!;
    }

    public class ChatCompletionsResponseFormat
    {
        public static readonly ChatCompletionsResponseFormat Text = null!;
        public static readonly ChatCompletionsResponseFormat JsonObject = null!;
    }

    public readonly struct ChatRole
    {
        public ChatRole(string value) => throw null!;
        public static ChatRole System => throw null!;
        public static ChatRole Assistant => throw null!;
        public static ChatRole User => throw null!;
        public static ChatRole Function => throw null!;
        public static ChatRole Tool => throw null!;
        public static implicit operator ChatRole(string value) => throw null!;
    }

    public abstract class ChatRequestMessage
    {
        public ChatRole Role => throw null!;
    }

    public class ChatRequestSystemMessage : ChatRequestMessage
    {
        public ChatRequestSystemMessage(string content) => throw null!;
        public string Content => throw null!;
        public string Name { get; set; }
    }

    public class ChatRequestUserMessage : ChatRequestMessage
    {
        public ChatRequestUserMessage(string content) => throw null!;
        public ChatRequestUserMessage(params ChatMessageContentItem[] content) => throw null!;
        public ChatRequestUserMessage(IEnumerable<ChatMessageContentItem> content) => throw null!;
        public string Content => throw null!;
        public string Name { get; set; }
    }

    public class ChatRequestAssistantMessage : ChatRequestMessage
    {
        public ChatRequestAssistantMessage(string content) => throw null!;
        public ChatRequestAssistantMessage(ChatResponseMessage responseMessage) => throw null!;
        public string Content => throw null!;
    }

    public class ChatRequestToolMessage : ChatRequestMessage
    {
        public ChatRequestToolMessage(string content, string toolCallId) => throw null!;
    }

    public class ChatRequestFunctionMessage : ChatRequestMessage
    {
        public ChatRequestFunctionMessage(string name, string content) => throw null!;
    }

    public abstract class ChatMessageContentItem
    {
    }

    public class ChatMessageTextContentItem : ChatMessageContentItem
    {
        public ChatMessageTextContentItem(string text) => throw null!;
    }

    public class ChatMessageImageContentItem : ChatMessageContentItem
    {
        public ChatMessageImageContentItem(Uri imageUri) => throw null!;
    }

    public class ChatCompletions
    {
        public string Id => throw null!;
        public IReadOnlyList<ChatChoice> Choices => throw null!;
    }

    public class ChatChoice
    {
        public ChatResponseMessage Message => throw null!;
        public int Index => throw null!;
        public CompletionsFinishReason? FinishReason => throw null!;
    }

    public class FunctionCall
    {
        public string Name { get; set; }
        public string Arguments { get; set; }
    }

    public abstract class ChatCompletionsToolCall
    {
        public string Id { get; set; }
    }

    public class ChatResponseMessage
    {
        public FunctionCall FunctionCall => throw null!;
        public IReadOnlyList<ChatCompletionsToolCall> ToolCalls => throw null!;
        public ChatRole Role => throw null!;
        public string Content => throw null!;
    }

    public class StreamingChatCompletionsUpdate
    {
        public string ContentUpdate => throw null!;
        public CompletionsFinishReason? FinishReason => throw null!;
        public int? ChoiceIndex => throw null!;
    }

    public readonly struct CompletionsFinishReason
    {
        public static CompletionsFinishReason Stopped => throw null!;
        public static CompletionsFinishReason TokenLimitReached => throw null!;
        public static CompletionsFinishReason ContentFiltered => throw null!;
        public static CompletionsFinishReason FunctionCall => throw null!;
        public static CompletionsFinishReason ToolCalls => throw null!;
    }
}
