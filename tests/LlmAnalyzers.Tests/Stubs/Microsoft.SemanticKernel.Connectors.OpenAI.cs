// The part of Microsoft.SemanticKernel.Connectors.OpenAI 1.x that calls are written with: settings, the service, its registration.

using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Net.Http;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel.ChatCompletion;
using OpenAI;

[assembly: AssemblyVersion("1.0.0.0")]

namespace Microsoft.SemanticKernel.Connectors.OpenAI
{
    public abstract class ToolCallBehavior
    {
        public static ToolCallBehavior EnableKernelFunctions => throw null!;
        public static ToolCallBehavior AutoInvokeKernelFunctions => throw null!;
    }

    public class OpenAIPromptExecutionSettings : PromptExecutionSettings
    {
        // A string or OpenAI.Chat.ChatReasoningEffortLevel.
        public object? ReasoningEffort { get; set; }

        // double, default 1, up to 1.17.
        public double? Temperature { get; set; }
        public double? TopP { get; set; }
        public double? PresencePenalty { get; set; }
        public double? FrequencyPenalty { get; set; }
        public int? MaxTokens { get; set; }
        public IList<string>? StopSequences { get; set; }
        public long? Seed { get; set; }

        // OpenAI.Chat.ChatResponseFormat, "json_object", "text", a System.Type or a JsonElement with a schema; anything else is dropped.
        public object? ResponseFormat { get; set; }
        public string? ChatSystemPrompt { get; set; }

        [Experimental("SKEXP0010")]
        public string? ChatDeveloperPrompt { get; set; }
        public IDictionary<int, int>? TokenSelectionBiases { get; set; }
        public ToolCallBehavior? ToolCallBehavior { get; set; }
        public string? User { get; set; }
        public bool? Logprobs { get; set; }
        public int? TopLogprobs { get; set; }
        public IDictionary<string, string>? Metadata { get; set; }
        public bool? Store { get; set; }

        [Experimental("SKEXP0010")]
        public object? WebSearchOptions { get; set; }

        [Experimental("SKEXP0010")]
        public object? Modalities { get; set; }

        [Experimental("SKEXP0010")]
        public object? Audio { get; set; }

        [Experimental("SKEXP0010")]
        public IDictionary<string, object?>? ExtraBody { get; set; }
        public override PromptExecutionSettings Clone() => throw null!;
        public static OpenAIPromptExecutionSettings FromExecutionSettings(PromptExecutionSettings? executionSettings, int? defaultMaxTokens = null) => throw null!;
    }

    public sealed class OpenAIChatCompletionService : IChatCompletionService
    {
        public OpenAIChatCompletionService(string modelId, string apiKey, string? organization = null, HttpClient? httpClient = null, ILoggerFactory? loggerFactory = null) => throw null!;

        [Experimental("SKEXP0010")]
        public OpenAIChatCompletionService(
            string modelId, Uri endpoint, string? apiKey = null, string? organization = null, HttpClient? httpClient = null, ILoggerFactory? loggerFactory = null) => throw null!;

        public OpenAIChatCompletionService(string modelId, OpenAIClient openAIClient, ILoggerFactory? loggerFactory = null) => throw null!;
        public IReadOnlyDictionary<string, object?> Attributes => throw null!;

        public Task<IReadOnlyList<ChatMessageContent>> GetChatMessageContentsAsync(
            ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default) => throw null!;

        public IAsyncEnumerable<StreamingChatMessageContent> GetStreamingChatMessageContentsAsync(
            ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default) => throw null!;
    }
}

namespace Microsoft.SemanticKernel
{
    public static class OpenAIKernelBuilderExtensions
    {
        public static IKernelBuilder AddOpenAIChatCompletion(
            this IKernelBuilder builder, string modelId, string apiKey, string? orgId = null, string? serviceId = null, HttpClient? httpClient = null) => throw null!;

        public static IKernelBuilder AddOpenAIChatCompletion(this IKernelBuilder builder, string modelId, OpenAIClient? openAIClient = null, string? serviceId = null) => throw null!;

        public static IKernelBuilder AddOpenAIChatCompletion(
            this IKernelBuilder builder, string modelId, Uri endpoint, string? apiKey, string? orgId = null, string? serviceId = null, HttpClient? httpClient = null) => throw null!;
    }

    public static class OpenAIServiceCollectionExtensions
    {
        public static IServiceCollection AddOpenAIChatCompletion(this IServiceCollection services, string modelId, string apiKey, string? orgId = null, string? serviceId = null) => throw null!;

        public static IServiceCollection AddOpenAIChatCompletion(this IServiceCollection services, string modelId, OpenAIClient? openAIClient = null, string? serviceId = null) => throw null!;

        public static IServiceCollection AddOpenAIChatCompletion(
            this IServiceCollection services, string modelId, Uri endpoint, string? apiKey = null, string? orgId = null, string? serviceId = null) => throw null!;
    }
}
