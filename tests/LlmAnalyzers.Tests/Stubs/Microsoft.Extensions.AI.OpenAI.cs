// The adapters of Microsoft.Extensions.AI.OpenAI 10.x over the clients of the package OpenAI.

#pragma warning disable OPENAI001 // The adapted clients are previews.

using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using OpenAI.Assistants;
using OpenAI.Chat;
using OpenAI.Embeddings;
using OpenAI.Responses;

[assembly: AssemblyVersion("10.0.0.0")]

namespace Microsoft.Extensions.AI
{
    public static class OpenAIClientExtensions
    {
        // The model is bound in the adapted client.
        public static IChatClient AsIChatClient(this ChatClient chatClient) => throw null!;

        // The model is the options' or this default.
        [Experimental("OPENAI001")]
        public static IChatClient AsIChatClient(this ResponsesClient responseClient, string? defaultModelId = null) => throw null!;

        // The assistant by its id.
        [Experimental("OPENAI001")]
        public static IChatClient AsIChatClient(this AssistantClient assistantClient, string assistantId, string? threadId = null) => throw null!;

        // The assistant itself.
        [Experimental("OPENAI001")]
        public static IChatClient AsIChatClient(this AssistantClient assistantClient, Assistant assistant, string? threadId = null) => throw null!;

        public static IEmbeddingGenerator<string, Embedding<float>> AsIEmbeddingGenerator(this EmbeddingClient embeddingClient, int? defaultModelDimensions = null) => throw null!;
    }
}
