// The part of Microsoft.SemanticKernel.Abstractions 1.x that calls are written with: services, histories, settings, functions, the kernel.

using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel.ChatCompletion;

[assembly: AssemblyVersion("1.0.0.0")]

namespace Microsoft.SemanticKernel
{
    public class PromptExecutionSettings
    {
        public static string DefaultServiceId => "default";
        public string? ServiceId { get; set; }

        // Selects a registered service.
        public string? ModelId { get; set; }
        public FunctionChoiceBehavior? FunctionChoiceBehavior { get; set; }
        public IDictionary<string, object>? ExtensionData { get; set; }
        public bool IsFrozen { get; private set; }
        public virtual void Freeze() => throw null!;
        public virtual PromptExecutionSettings Clone() => throw null!;
    }

    public class FunctionChoiceBehaviorOptions
    {
    }

    public abstract class FunctionChoiceBehavior
    {
        public static FunctionChoiceBehavior Auto(IEnumerable<KernelFunction>? functions = null, bool autoInvoke = true, FunctionChoiceBehaviorOptions? options = null) => throw null!;
        public static FunctionChoiceBehavior Required(IEnumerable<KernelFunction>? functions = null, bool autoInvoke = true, FunctionChoiceBehaviorOptions? options = null) => throw null!;
        public static FunctionChoiceBehavior None(IEnumerable<KernelFunction>? functions = null, FunctionChoiceBehaviorOptions? options = null) => throw null!;
    }

    public sealed class KernelArguments : AIFunctionArguments
    {
        public KernelArguments() => throw null!;
        public KernelArguments(PromptExecutionSettings? executionSettings) => throw null!;
        public KernelArguments(IEnumerable<PromptExecutionSettings>? executionSettings) => throw null!;
        public KernelArguments(IDictionary<string, object?> source, Dictionary<string, PromptExecutionSettings>? executionSettings = null) => throw null!;

        // By service id.
        public IReadOnlyDictionary<string, PromptExecutionSettings>? ExecutionSettings { get; set; }
        public bool ContainsName(string name) => throw null!;
        public ICollection<string> Names => throw null!;
    }

    public abstract class KernelFunction : AIFunction
    {
        public IReadOnlyDictionary<string, PromptExecutionSettings>? ExecutionSettings => throw null!;
        public Task<FunctionResult> InvokeAsync(Kernel kernel, KernelArguments? arguments = null, CancellationToken cancellationToken = default) => throw null!;
        public Task<TResult?> InvokeAsync<TResult>(Kernel kernel, KernelArguments? arguments = null, CancellationToken cancellationToken = default) => throw null!;
        public IAsyncEnumerable<StreamingKernelContent> InvokeStreamingAsync(Kernel kernel, KernelArguments? arguments = null, CancellationToken cancellationToken = default) => throw null!;
        public IAsyncEnumerable<TResult> InvokeStreamingAsync<TResult>(Kernel kernel, KernelArguments? arguments = null, CancellationToken cancellationToken = default) => throw null!;
    }

    [AttributeUsage(AttributeTargets.Method)]
    public sealed class KernelFunctionAttribute : Attribute
    {
        public KernelFunctionAttribute() => throw null!;
        public KernelFunctionAttribute(string? name) => throw null!;
    }

    public sealed class FunctionResult
    {
        public FunctionResult(KernelFunction function, object? value = null, CultureInfo? culture = null, IReadOnlyDictionary<string, object?>? metadata = null) => throw null!;
        public KernelFunction Function { get; init; }
        public IReadOnlyDictionary<string, object?>? Metadata { get; init; }
        public string? RenderedPrompt => throw null!;
        public Type? ValueType => throw null!;
        public T? GetValue<T>() => throw null!;
        public override string ToString() => throw null!;
    }

    public abstract class KernelContent
    {
        public string? MimeType { get; set; }
        public object? InnerContent { get; set; }
        public string? ModelId { get; set; }
        public IReadOnlyDictionary<string, object?>? Metadata { get; set; }
    }

    public sealed class TextContent : KernelContent
    {
        public TextContent() => throw null!;
        public TextContent(
            string? text, string? modelId = null, object? innerContent = null, Encoding? encoding = null, IReadOnlyDictionary<string, object?>? metadata = null) => throw null!;
        public string? Text { get; set; }
        public override string ToString() => throw null!;
        public static implicit operator TextContent(string text) => throw null!;
    }

    public class ImageContent : KernelContent
    {
        public ImageContent() => throw null!;
        public ImageContent(Uri uri) => throw null!;
        public ImageContent(string dataUri) => throw null!;
        public ImageContent(ReadOnlyMemory<byte> data, string? mimeType) => throw null!;
    }

    public class ChatMessageContent : KernelContent
    {
        public ChatMessageContent() => throw null!;
        public ChatMessageContent(
            AuthorRole role, string? content, string? modelId = null, object? innerContent = null, Encoding? encoding = null, IReadOnlyDictionary<string, object?>? metadata = null) => throw null!;
        public ChatMessageContent(
            AuthorRole role, ChatMessageContentItemCollection items, string? modelId = null, object? innerContent = null, Encoding? encoding = null, IReadOnlyDictionary<string, object?>? metadata = null) => throw null!;
        public string? AuthorName { get; set; }
        public AuthorRole Role { get; set; }
        public string? Content { get; set; }
        public ChatMessageContentItemCollection Items { get; set; }
        public override string ToString() => throw null!;
    }

    public abstract class StreamingKernelContent
    {
        public int ChoiceIndex { get; set; }
        public object? InnerContent { get; set; }
        public string? ModelId { get; set; }
        public IReadOnlyDictionary<string, object?>? Metadata { get; set; }
        public abstract override string ToString();
        public abstract byte[] ToByteArray();
    }

    public class StreamingChatMessageContent : StreamingKernelContent
    {
        public StreamingChatMessageContent(
            AuthorRole? role, string? content, object? innerContent = null, int choiceIndex = 0, string? modelId = null, Encoding? encoding = null, IReadOnlyDictionary<string, object?>? metadata = null) => throw null!;
        public string? Content { get; set; }
        public AuthorRole? Role { get; set; }
        public override string ToString() => throw null!;
        public override byte[] ToByteArray() => throw null!;
    }

    public interface IPromptTemplate
    {
    }

    public interface IPromptTemplateFactory
    {
    }

    public sealed class PromptTemplateConfig
    {
        public PromptTemplateConfig() => throw null!;
        public PromptTemplateConfig(string template) => throw null!;
        public string? Name { get; set; }
        public string Template { get; set; }
        public string TemplateFormat { get; set; }
        public Dictionary<string, PromptExecutionSettings> ExecutionSettings { get; set; }
        public void AddExecutionSettings(PromptExecutionSettings settings, string? serviceId = null) => throw null!;
    }

    public interface IKernelBuilder
    {
        IServiceCollection Services { get; }
    }

    public sealed class Kernel
    {
        public Kernel(IServiceProvider? services = null, KernelPluginCollection? plugins = null) => throw null!;
        public static IKernelBuilder CreateBuilder() => throw null!;
        public KernelPluginCollection Plugins => throw null!;
        public IServiceProvider Services => throw null!;
        public Kernel Clone() => throw null!;
        public T GetRequiredService<T>(object? serviceKey = null)
            where T : class => throw null!;
        public IEnumerable<T> GetAllServices<T>()
            where T : class => throw null!;
        public Task<FunctionResult> InvokeAsync(KernelFunction function, KernelArguments? arguments = null, CancellationToken cancellationToken = default) => throw null!;
        public Task<FunctionResult> InvokeAsync(string? pluginName, string functionName, KernelArguments? arguments = null, CancellationToken cancellationToken = default) => throw null!;
        public Task<TResult?> InvokeAsync<TResult>(KernelFunction function, KernelArguments? arguments = null, CancellationToken cancellationToken = default) => throw null!;
        public Task<TResult?> InvokeAsync<TResult>(string? pluginName, string functionName, KernelArguments? arguments = null, CancellationToken cancellationToken = default) => throw null!;
        public IAsyncEnumerable<StreamingKernelContent> InvokeStreamingAsync(KernelFunction function, KernelArguments? arguments = null, CancellationToken cancellationToken = default) => throw null!;
        public IAsyncEnumerable<StreamingKernelContent> InvokeStreamingAsync(string? pluginName, string functionName, KernelArguments? arguments = null, CancellationToken cancellationToken = default) => throw null!;
        public IAsyncEnumerable<T> InvokeStreamingAsync<T>(KernelFunction function, KernelArguments? arguments = null, CancellationToken cancellationToken = default) => throw null!;
        public IAsyncEnumerable<T> InvokeStreamingAsync<T>(string? pluginName, string functionName, KernelArguments? arguments = null, CancellationToken cancellationToken = default) => throw null!;
    }

    public sealed class KernelPluginCollection
    {
    }
}

namespace Microsoft.SemanticKernel.Services
{
    public interface IAIService
    {
        IReadOnlyDictionary<string, object?> Attributes { get; }
    }
}

namespace Microsoft.SemanticKernel.ChatCompletion
{
    public readonly struct AuthorRole : IEquatable<AuthorRole>
    {
        public static AuthorRole Developer => throw null!;
        public static AuthorRole System => throw null!;
        public static AuthorRole Assistant => throw null!;
        public static AuthorRole User => throw null!;
        public static AuthorRole Tool => throw null!;
        public AuthorRole(string label) => throw null!;
        public string Label => throw null!;
        public bool Equals(AuthorRole other) => throw null!;
    }

    public class ChatMessageContentItemCollection : IList<KernelContent>, IReadOnlyList<KernelContent>
    {
        public KernelContent this[int index]
        {
            get => throw null!;
            set => throw null!;
        }

        public int Count => throw null!;
        public bool IsReadOnly => throw null!;
        public void Add(KernelContent item) => throw null!;
        public void Clear() => throw null!;
        public bool Contains(KernelContent item) => throw null!;
        public void CopyTo(KernelContent[] array, int arrayIndex) => throw null!;
        public IEnumerator<KernelContent> GetEnumerator() => throw null!;
        public int IndexOf(KernelContent item) => throw null!;
        public void Insert(int index, KernelContent item) => throw null!;
        public bool Remove(KernelContent item) => throw null!;
        public void RemoveAt(int index) => throw null!;
        IEnumerator IEnumerable.GetEnumerator() => throw null!;
    }

    public class ChatHistory : IList<ChatMessageContent>, IReadOnlyList<ChatMessageContent>
    {
        public ChatHistory() => throw null!;
        public ChatHistory(string message, AuthorRole role) => throw null!;
        public ChatHistory(string systemMessage) => throw null!;
        public ChatHistory(IEnumerable<ChatMessageContent> messages) => throw null!;
        public virtual int Count => throw null!;
        bool ICollection<ChatMessageContent>.IsReadOnly => throw null!;
        public virtual ChatMessageContent this[int index]
        {
            get => throw null!;
            set => throw null!;
        }

        public void AddMessage(AuthorRole authorRole, string content, Encoding? encoding = null, IReadOnlyDictionary<string, object?>? metadata = null) => throw null!;
        public void AddMessage(
            AuthorRole authorRole, ChatMessageContentItemCollection contentItems, Encoding? encoding = null, IReadOnlyDictionary<string, object?>? metadata = null) => throw null!;
        public void AddUserMessage(string content) => throw null!;
        public void AddUserMessage(ChatMessageContentItemCollection contentItems) => throw null!;
        public void AddAssistantMessage(string content) => throw null!;
        public void AddSystemMessage(string content) => throw null!;
        public void AddDeveloperMessage(string content) => throw null!;
        public virtual void Add(ChatMessageContent item) => throw null!;
        public virtual void AddRange(IEnumerable<ChatMessageContent> items) => throw null!;
        public virtual void Insert(int index, ChatMessageContent item) => throw null!;
        public virtual void CopyTo(ChatMessageContent[] array, int arrayIndex) => throw null!;
        public virtual void Clear() => throw null!;
        public virtual bool Contains(ChatMessageContent item) => throw null!;
        public virtual int IndexOf(ChatMessageContent item) => throw null!;
        public virtual void RemoveAt(int index) => throw null!;
        public virtual bool Remove(ChatMessageContent item) => throw null!;
        public virtual void RemoveRange(int index, int count) => throw null!;
        IEnumerator<ChatMessageContent> IEnumerable<ChatMessageContent>.GetEnumerator() => throw null!;
        IEnumerator IEnumerable.GetEnumerator() => throw null!;
    }

    public interface IChatCompletionService : Services.IAIService
    {
        Task<IReadOnlyList<ChatMessageContent>> GetChatMessageContentsAsync(
            ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default);

        IAsyncEnumerable<StreamingChatMessageContent> GetStreamingChatMessageContentsAsync(
            ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default);
    }

    public static class ChatCompletionServiceExtensions
    {
        public static Task<IReadOnlyList<ChatMessageContent>> GetChatMessageContentsAsync(
            this IChatCompletionService chatCompletionService, string prompt, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default) => throw null!;

        public static Task<ChatMessageContent> GetChatMessageContentAsync(
            this IChatCompletionService chatCompletionService, string prompt, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default) => throw null!;

        public static Task<ChatMessageContent> GetChatMessageContentAsync(
            this IChatCompletionService chatCompletionService, ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default) => throw null!;

        public static IAsyncEnumerable<StreamingChatMessageContent> GetStreamingChatMessageContentsAsync(
            this IChatCompletionService chatCompletionService, string prompt, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default) => throw null!;

        public static IChatClient AsChatClient(this IChatCompletionService service) => throw null!;
    }
}
