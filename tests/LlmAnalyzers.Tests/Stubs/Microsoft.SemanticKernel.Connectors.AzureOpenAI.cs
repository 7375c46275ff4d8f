// The part of Microsoft.SemanticKernel.Connectors.AzureOpenAI 1.x that calls are written with: settings, the service, its registration.

using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Net.Http;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using Azure.AI.OpenAI;
using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;

[assembly: AssemblyVersion("1.0.0.0")]

namespace Microsoft.SemanticKernel.Connectors.AzureOpenAI
{
    public sealed class AzureOpenAIPromptExecutionSettings : OpenAIPromptExecutionSettings
    {
        [Experimental("SKEXP0010")]
        public object? UserSecurityContext { get; set; }

        [Experimental("SKEXP0010")]
        public bool SetNewMaxCompletionTokensEnabled { get; set; }

        [Experimental("SKEXP0010")]
        public object? AzureChatDataSource { get; set; }
        public override PromptExecutionSettings Clone() => throw null!;
    }

    public sealed class AzureOpenAIChatCompletionService : IChatCompletionService
    {
        public AzureOpenAIChatCompletionService(
            string deploymentName, string endpoint, string apiKey, string? modelId = null, HttpClient? httpClient = null, ILoggerFactory? loggerFactory = null, string? apiVersion = null) => throw null!;

        public AzureOpenAIChatCompletionService(
            string deploymentName, string endpoint, TokenCredential credentials, string? modelId = null, HttpClient? httpClient = null, ILoggerFactory? loggerFactory = null, string? apiVersion = null) => throw null!;

        public AzureOpenAIChatCompletionService(string deploymentName, AzureOpenAIClient azureOpenAIClient, string? modelId = null, ILoggerFactory? loggerFactory = null) => throw null!;
        public IReadOnlyDictionary<string, object?> Attributes => throw null!;

        public Task<IReadOnlyList<ChatMessageContent>> GetChatMessageContentsAsync(
            ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default) => throw null!;

        public IAsyncEnumerable<StreamingChatMessageContent> GetStreamingChatMessageContentsAsync(
            ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default) => throw null!;
    }
}

namespace Microsoft.SemanticKernel
{
    public static class AzureOpenAIKernelBuilderExtensions
    {
        // The deployment comes first; the model is optional.
        public static IKernelBuilder AddAzureOpenAIChatCompletion(
            this IKernelBuilder builder, string deploymentName, string endpoint, string apiKey, string? serviceId = null, string? modelId = null, HttpClient? httpClient = null, string? apiVersion = null) => throw null!;

        public static IKernelBuilder AddAzureOpenAIChatCompletion(
            this IKernelBuilder builder, string deploymentName, string endpoint, TokenCredential credentials, string? serviceId = null, string? modelId = null, HttpClient? httpClient = null, string? apiVersion = null) => throw null!;

        public static IKernelBuilder AddAzureOpenAIChatCompletion(
            this IKernelBuilder builder, string deploymentName, AzureOpenAIClient? azureOpenAIClient = null, string? serviceId = null, string? modelId = null) => throw null!;
    }

    public static class AzureOpenAIServiceCollectionExtensions
    {
        public static IServiceCollection AddAzureOpenAIChatCompletion(
            this IServiceCollection services, string deploymentName, string endpoint, string apiKey, string? serviceId = null, string? modelId = null, string? apiVersion = null) => throw null!;

        public static IServiceCollection AddAzureOpenAIChatCompletion(
            this IServiceCollection services, string deploymentName, string endpoint, TokenCredential credentials, string? serviceId = null, string? modelId = null, string? apiVersion = null) => throw null!;

        public static IServiceCollection AddAzureOpenAIChatCompletion(
            this IServiceCollection services, string deploymentName, AzureOpenAIClient? azureOpenAIClient = null, string? serviceId = null, string? modelId = null) => throw null!;
    }
}
