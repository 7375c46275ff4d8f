using LlmAnalyzers.Sdks;
using LlmAnalyzers.Tests.Verification;

namespace LlmAnalyzers.Tests.Sdks;

/// <summary>The tables of the packages <c>OpenAI</c> and <c>Azure.AI.OpenAI</c>.</summary>
internal static class OpenAICases
{
    private const string Chats = "OpenAI.Chat.ChatClient.";
    private const string Responder = "OpenAI.Responses.ResponsesClient.";
    private const string Azure = "Azure.AI.OpenAI.OpenAIClient.";

    public static SurfaceCase Chat { get; } = new(OpenAIChat.Surface, Sdk.AzureOpenAI)
    {
        NotCalls = Because.Of(
            (Because.Protocol, [Chats + "CompleteChat(content, options)", Chats + "CompleteChatAsync(content, options)"]),
            (Because.GeneratesNothing,
            [
                Chats + "GetChatCompletion", Chats + "GetChatCompletionAsync", Chats + "GetChatCompletions", Chats + "GetChatCompletionsAsync",
                Chats + "GetChatCompletionMessages", Chats + "GetChatCompletionMessagesAsync", Chats + "UpdateChatCompletion",
                Chats + "UpdateChatCompletionAsync", Chats + "DeleteChatCompletion", Chats + "DeleteChatCompletionAsync",
            ])),
        NotSettings = Because.Of(
            (Because.AddsBesideText, ["ResponseModalities", "AudioOptions"]),
            (Because.Retired, ["FunctionChoice", "Functions"]),
            (Because.NoRule, ["LogitBiases", "AllowParallelToolCalls", "WebSearchOptions"]),
            (Because.NoMatter, ["EndUserId", "SafetyIdentifier", "Metadata", "StoredOutputEnabled", "ServiceTier", "OutputPrediction"])),
    };

    public static SurfaceCase Responses { get; } = new(OpenAIResponses.Surface, Sdk.AzureOpenAI, Sdk.OpenAI13)
    {
        InOtherVersions = Because.Of(
            ("2.2 to 2.7", ["OpenAI.Responses.OpenAIResponseClient", "OpenAI.OpenAIClient.GetOpenAIResponseClient", "OpenAI.Responses.ResponseCreationOptions", "OpenAI.Responses.OpenAIResponse"]),
            ("with OpenAI 2.2 to 2.7", ["Azure.AI.OpenAI.AzureOpenAIClient.GetOpenAIResponseClient"]),
            ("2.8", [Responder + ".ctor(model)", "OpenAI.OpenAIClient.GetResponsesClient(model)"]),
            ("with OpenAI 2.8", ["Azure.AI.OpenAI.AzureOpenAIClient.GetResponsesClient(deploymentName)"])),
        NotCalls = Because.Of(
            (Because.Protocol, [Responder + "CreateResponse(content, options)", Responder + "CreateResponseAsync(content, options)"]),
            (Because.GeneratesNothing,
            [
                Responder + "GetResponse", Responder + "GetResponseAsync", Responder + "GetResponseStreaming", Responder + "GetResponseStreamingAsync",
                Responder + "GetResponseInputItems", Responder + "GetResponseInputItemsAsync", Responder + "GetResponseInputItemCollectionPage",
                Responder + "GetResponseInputItemCollectionPageAsync", Responder + "DeleteResponse", Responder + "DeleteResponseAsync",
                Responder + "CancelResponse", Responder + "CancelResponseAsync", Responder + "GetInputTokenCount", Responder + "GetInputTokenCountAsync",
                Responder + "CompactResponse", Responder + "CompactResponseAsync",
            ])),
        NotSettings = Because.Of(
            (Because.AddsBesideText, ["IncludedProperties", "ReasoningSummaryVerbosity"]),
            (Because.NoRule, ["ParallelToolCallsEnabled", "MaxToolCallCount", "TruncationMode", "OpenAI.Responses.ResponseReasoningOptions.Context"]),
            (Because.NoMatter,
            [
                "BackgroundModeEnabled", "StoredOutputEnabled", "StreamingEnabled", "EndUserId", "Metadata", "SafetyIdentifier", "ServiceTier",
                "PromptCacheKey", "PromptCacheRetentionPolicy",
            ])),
    };

    public static SurfaceCase AzureBeta { get; } = new(AzureOpenAIBeta.Surface, Sdk.AzureOpenAIBeta, Sdk.AzureOpenAILaterBeta)
    {
        NotCalls = Because.Of((Because.NotChat,
            [
                Azure + "GetCompletions", Azure + "GetCompletionsAsync", Azure + "GetCompletionsStreaming", Azure + "GetCompletionsStreamingAsync",
                Azure + "GetEmbeddings", Azure + "GetEmbeddingsAsync", Azure + "GetImageGenerations", Azure + "GetImageGenerationsAsync",
            ])),
        NotSettings = Because.Of(
            (Because.AddsBesideText, ["ChoiceCount"]),
            (Because.NoRule, ["TokenSelectionBiases"]),
            (Because.Retired, ["FunctionCall"]),
            (Because.NoMatter, ["User"])),
    };
}
