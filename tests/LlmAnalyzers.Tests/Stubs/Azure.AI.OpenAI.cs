// Azure.AI.OpenAI 2.9: a client that hands out the clients of the package OpenAI, and extensions on their options.

#pragma warning disable OPENAI001, AOAI001 // Previews.
#nullable disable // As in the package, where references carry no annotations.

using System;
using System.ClientModel;
using System.ClientModel.Primitives;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Azure.Core;
using OpenAI;
using OpenAI.Assistants;
using OpenAI.Audio;
using OpenAI.Batch;
using OpenAI.Chat;
using OpenAI.Embeddings;
using OpenAI.Files;
using OpenAI.FineTuning;
using OpenAI.Images;
using OpenAI.Responses;
using OpenAI.VectorStores;

[assembly: AssemblyVersion("2.9.0.0")]

namespace Azure.AI.OpenAI
{
    // The string handed to a getter is the name of a deployment, not of a model.
    public class AzureOpenAIClient : OpenAIClient
    {
        protected AzureOpenAIClient() => throw null;

        protected AzureOpenAIClient(ClientPipeline pipeline, Uri endpoint, AzureOpenAIClientOptions options) => throw null;

        public AzureOpenAIClient(Uri endpoint, TokenCredential credential) => throw null;

        public AzureOpenAIClient(Uri endpoint, TokenCredential credential, AzureOpenAIClientOptions options) => throw null;

        public AzureOpenAIClient(Uri endpoint, ApiKeyCredential credential) => throw null;

        public AzureOpenAIClient(Uri endpoint, ApiKeyCredential credential, AzureOpenAIClientOptions options) => throw null;

        public override ChatClient GetChatClient(string deploymentName) => throw null;

        public override EmbeddingClient GetEmbeddingClient(string deploymentName) => throw null;

        public override AudioClient GetAudioClient(string deploymentName) => throw null;

        public override ImageClient GetImageClient(string deploymentName) => throw null;

        [Experimental("OPENAI001")]
        public override AssistantClient GetAssistantClient() => throw null;

        [Experimental("OPENAI001")]
        public override BatchClient GetBatchClient() => throw null;

        [Experimental("OPENAI001")]
        public override FineTuningClient GetFineTuningClient() => throw null;

        [Experimental("AOAI001")]
        public override OpenAIFileClient GetOpenAIFileClient() => throw null;

        // No model at the client: it stands on the options of the call.
        public override ResponsesClient GetResponsesClient() => throw null;

        [Experimental("OPENAI001")]
        public override VectorStoreClient GetVectorStoreClient() => throw null;
    }

    public class AzureOpenAIClientOptions : ClientPipelineOptions
    {
        public AzureOpenAIClientOptions() => throw null;

        public AzureOpenAIClientOptions(ServiceVersion version) => throw null;

        public AzureOpenAIAudience? Audience { get; set; }

        [Experimental("AOAI001")]
        public IDictionary<string, string> DefaultHeaders { get; set; }

        [Experimental("AOAI001")]
        public IDictionary<string, string> DefaultQueryParameters { get; set; }

        public string UserAgentApplicationId { get; set; }

        public enum ServiceVersion
        {
            V2024_06_01 = 0,
            V2024_08_01_Preview = 1,
            V2024_09_01_Preview = 2,
            V2024_10_01_Preview = 3,
            V2024_10_21 = 4,
            V2024_12_01_Preview = 5,
            V2025_01_01_Preview = 6,
            V2025_03_01_Preview = 8,
            V2025_04_01_Preview = 9,
        }
    }

    // The cloud that a token is asked for.
    public readonly struct AzureOpenAIAudience : IEquatable<AzureOpenAIAudience>
    {
        public AzureOpenAIAudience(string value) => throw null;

        public static AzureOpenAIAudience AzureGovernment => throw null;

        public static AzureOpenAIAudience AzurePublicCloud => throw null;

        public bool Equals(AzureOpenAIAudience other) => throw null;

        public override bool Equals(object obj) => throw null;

        public override int GetHashCode() => throw null;

        public static bool operator ==(AzureOpenAIAudience left, AzureOpenAIAudience right) => throw null;

        public static bool operator !=(AzureOpenAIAudience left, AzureOpenAIAudience right) => throw null;

        public static implicit operator AzureOpenAIAudience(string value) => throw null;
    }

    // A client from the connections of a project.
    public static class AzureOpenAIExtensions
    {
        public static ChatClient GetAzureOpenAIChatClient(this ClientConnectionProvider provider, string deploymentName = null) => throw null;

        public static EmbeddingClient GetAzureOpenAIEmbeddingClient(this ClientConnectionProvider provider, string deploymentName = null) => throw null;
    }
}

namespace Azure.AI.OpenAI.Chat
{
    public static class AzureChatExtensions
    {
        // Sends the output cap as max_completion_tokens; without it the cap goes out as max_tokens.
        [Experimental("AOAI001")]
        public static void SetNewMaxCompletionTokensPropertyEnabled(this ChatCompletionOptions options, bool newPropertyEnabled = true) => throw null;

        [Experimental("AOAI001")]
        public static void AddDataSource(this ChatCompletionOptions options, ChatDataSource dataSource) => throw null;

        [Experimental("AOAI001")]
        public static IReadOnlyList<ChatDataSource> GetDataSources(this ChatCompletionOptions options) => throw null;

        [Experimental("AOAI001")]
        public static string GetMessageReasoningContent(this ChatCompletion chatCompletion) => throw null;
    }

    // Where the service looks up what it answers from.
    [Experimental("AOAI001")]
    public abstract class ChatDataSource
    {
    }
}
