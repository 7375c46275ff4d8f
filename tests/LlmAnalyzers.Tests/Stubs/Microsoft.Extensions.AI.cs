// The part of Microsoft.Extensions.AI 10.x that calls are written with: typed calls, the builder and its extensions, registration.

using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

[assembly: AssemblyVersion("10.0.0.0")]

namespace Microsoft.Extensions.AI
{
    // The reply to a typed call. Result throws, TryGetResult does not.
    public class ChatResponse<T> : ChatResponse
    {
        public ChatResponse(ChatResponse response, JsonSerializerOptions serializerOptions) => throw null!;

        public T Result => throw null!;

        public bool TryGetResult([NotNullWhen(true)] out T? result) => throw null!;
    }

    // Typed calls: the request carries a JSON schema made from T.
    public static class ChatClientStructuredOutputExtensions
    {
        // Messages, default serializer options.
        public static Task<ChatResponse<T>> GetResponseAsync<T>(
            this IChatClient chatClient, IEnumerable<ChatMessage> messages, ChatOptions? options = null, bool? useJsonSchemaResponseFormat = null, CancellationToken cancellationToken = default) => throw null!;

        // User text, default serializer options.
        public static Task<ChatResponse<T>> GetResponseAsync<T>(
            this IChatClient chatClient, string chatMessage, ChatOptions? options = null, bool? useJsonSchemaResponseFormat = null, CancellationToken cancellationToken = default) => throw null!;

        // One message, default serializer options.
        public static Task<ChatResponse<T>> GetResponseAsync<T>(
            this IChatClient chatClient, ChatMessage chatMessage, ChatOptions? options = null, bool? useJsonSchemaResponseFormat = null, CancellationToken cancellationToken = default) => throw null!;

        // User text.
        public static Task<ChatResponse<T>> GetResponseAsync<T>(
            this IChatClient chatClient, string chatMessage, JsonSerializerOptions serializerOptions, ChatOptions? options = null, bool? useJsonSchemaResponseFormat = null, CancellationToken cancellationToken = default) => throw null!;

        // One message.
        public static Task<ChatResponse<T>> GetResponseAsync<T>(
            this IChatClient chatClient, ChatMessage chatMessage, JsonSerializerOptions serializerOptions, ChatOptions? options = null, bool? useJsonSchemaResponseFormat = null, CancellationToken cancellationToken = default) => throw null!;

        // Messages.
        public static Task<ChatResponse<T>> GetResponseAsync<T>(
            this IChatClient chatClient, IEnumerable<ChatMessage> messages, JsonSerializerOptions serializerOptions, ChatOptions? options = null, bool? useJsonSchemaResponseFormat = null, CancellationToken cancellationToken = default) => throw null!;
    }

    // A pipeline around an inner client; the first stage added is the outermost.
    public sealed class ChatClientBuilder
    {
        public ChatClientBuilder(IChatClient innerClient) => throw null!;

        public ChatClientBuilder(Func<IServiceProvider, IChatClient> innerClientFactory) => throw null!;

        public IChatClient Build(IServiceProvider? services = null) => throw null!;

        // A stage made around the inner client.
        public ChatClientBuilder Use(Func<IChatClient, IChatClient> clientFactory) => throw null!;

        // A stage that also takes services.
        public ChatClientBuilder Use(Func<IChatClient, IServiceProvider, IChatClient> clientFactory) => throw null!;

        // A delegate for both calls.
        public ChatClientBuilder Use(
            Func<IEnumerable<ChatMessage>, ChatOptions?, Func<IEnumerable<ChatMessage>, ChatOptions?, CancellationToken, Task>, CancellationToken, Task> sharedFunc) => throw null!;

        // A delegate for each call.
        public ChatClientBuilder Use(
            Func<IEnumerable<ChatMessage>, ChatOptions?, IChatClient, CancellationToken, Task<ChatResponse>>? getResponseFunc,
            Func<IEnumerable<ChatMessage>, ChatOptions?, IChatClient, CancellationToken, IAsyncEnumerable<ChatResponseUpdate>>? getStreamingResponseFunc) => throw null!;
    }

    public static class ChatClientBuilderChatClientExtensions
    {
        public static ChatClientBuilder AsBuilder(this IChatClient innerClient) => throw null!;
    }

    // Changes the options of every call.
    public static class ConfigureOptionsChatClientBuilderExtensions
    {
        public static ChatClientBuilder ConfigureOptions(this ChatClientBuilder builder, Action<ChatOptions> configure) => throw null!;
    }

    public sealed class ConfigureOptionsChatClient : DelegatingChatClient
    {
        public ConfigureOptionsChatClient(IChatClient innerClient, Action<ChatOptions> configure) : base(innerClient) => throw null!;
    }

    // Runs the functions that the model asks for.
    public static class FunctionInvokingChatClientBuilderExtensions
    {
        public static ChatClientBuilder UseFunctionInvocation(
            this ChatClientBuilder builder, ILoggerFactory? loggerFactory = null, Action<FunctionInvokingChatClient>? configure = null) => throw null!;
    }

    public class FunctionInvokingChatClient : DelegatingChatClient
    {
        public FunctionInvokingChatClient(IChatClient innerClient, ILoggerFactory? loggerFactory = null, IServiceProvider? functionInvocationServices = null) : base(innerClient) => throw null!;

        public bool AllowConcurrentInvocation { get; set; }

        public bool IncludeDetailedErrors { get; set; }

        public int MaximumIterationsPerRequest { get; set; }

        public int MaximumConsecutiveErrorsPerRequest { get; set; }

        public IList<AITool>? AdditionalTools { get; set; }
    }

    public static class LoggingChatClientBuilderExtensions
    {
        public static ChatClientBuilder UseLogging(
            this ChatClientBuilder builder, ILoggerFactory? loggerFactory = null, Action<LoggingChatClient>? configure = null) => throw null!;
    }

    public class LoggingChatClient : DelegatingChatClient
    {
        public LoggingChatClient(IChatClient innerClient, ILogger logger) : base(innerClient) => throw null!;
    }

    public static class OpenTelemetryChatClientBuilderExtensions
    {
        public static ChatClientBuilder UseOpenTelemetry(
            this ChatClientBuilder builder, ILoggerFactory? loggerFactory = null, string? sourceName = null, Action<OpenTelemetryChatClient>? configure = null) => throw null!;
    }

    public sealed class OpenTelemetryChatClient : DelegatingChatClient
    {
        public OpenTelemetryChatClient(IChatClient innerClient, ILogger? logger = null, string? sourceName = null) : base(innerClient) => throw null!;

        public bool EnableSensitiveData { get; set; }
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    // Registers a client; the builder that comes back adds stages to its pipeline.
    public static class ChatClientBuilderServiceCollectionExtensions
    {
        public static ChatClientBuilder AddChatClient(
            this IServiceCollection serviceCollection, IChatClient innerClient, ServiceLifetime lifetime = ServiceLifetime.Singleton) => throw null!;

        public static ChatClientBuilder AddChatClient(
            this IServiceCollection serviceCollection, Func<IServiceProvider, IChatClient> innerClientFactory, ServiceLifetime lifetime = ServiceLifetime.Singleton) => throw null!;

        public static ChatClientBuilder AddKeyedChatClient(
            this IServiceCollection serviceCollection, object? serviceKey, IChatClient innerClient, ServiceLifetime lifetime = ServiceLifetime.Singleton) => throw null!;

        public static ChatClientBuilder AddKeyedChatClient(
            this IServiceCollection serviceCollection, object? serviceKey, Func<IServiceProvider, IChatClient> innerClientFactory, ServiceLifetime lifetime = ServiceLifetime.Singleton) => throw null!;
    }
}
