using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatFinishReason = Microsoft.Extensions.AI.ChatFinishReason;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;
using OpenAIMessage = OpenAI.Chat.ChatMessage;

namespace SupportDesk;

/// <summary>
/// A small <see cref="IChatClient"/> over the OpenAI client: text in, text out, which is all this application needs. A larger
/// one would take the ready-made adapter of <c>Microsoft.Extensions.AI.OpenAI</c>.
/// </summary>
public sealed class OpenAIChatClientAdapter(ChatClient client) : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ChatCompletion completion = await client.CompleteChatAsync(messages.Select(ToOpenAI), ToOpenAI(options), cancellationToken);

        string text = string.Concat(completion.Content.Select(part => part.Text));
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, text))
        {
            ResponseId = completion.Id,
            ModelId = completion.Model,
            FinishReason = ToFinishReason(completion.FinishReason),
        };
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (StreamingChatCompletionUpdate update in
            client.CompleteChatStreamingAsync(messages.Select(ToOpenAI), ToOpenAI(options), cancellationToken))
        {
            foreach (ChatMessageContentPart part in update.ContentUpdate)
            {
                yield return new ChatResponseUpdate(ChatRole.Assistant, part.Text);
            }
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : serviceType == typeof(ChatClient) ? client : null;

    public void Dispose()
    {
        // The OpenAI client holds nothing that needs to be released.
    }

    private static OpenAIMessage ToOpenAI(ChatMessage message)
    {
        if (message.Role == ChatRole.System)
        {
            return new SystemChatMessage(message.Text);
        }

        return message.Role == ChatRole.Assistant ? new AssistantChatMessage(message.Text) : new UserChatMessage(message.Text);
    }

    private static ChatCompletionOptions ToOpenAI(ChatOptions? options) => new()
    {
        Temperature = options?.Temperature,
        TopP = options?.TopP,
        MaxOutputTokenCount = options?.MaxOutputTokens,
    };

    private static ChatFinishReason ToFinishReason(OpenAI.Chat.ChatFinishReason reason) => reason switch
    {
        OpenAI.Chat.ChatFinishReason.Length => ChatFinishReason.Length,
        OpenAI.Chat.ChatFinishReason.ContentFilter => ChatFinishReason.ContentFilter,
        OpenAI.Chat.ChatFinishReason.ToolCalls => ChatFinishReason.ToolCalls,
        _ => ChatFinishReason.Stop,
    };
}
