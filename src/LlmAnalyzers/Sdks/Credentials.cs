using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Sdks;

/// <summary>A type that takes an API key: which of its parameters and properties do, and where a program usually has the key from.</summary>
/// <param name="MetadataName">Full name of the type.</param>
/// <param name="Variable">Environment variable that SDKs and guides read the key from.</param>
/// <param name="Names">Parameters of its constructors and methods, and properties.</param>
internal sealed record CredentialType(string MetadataName, string Variable, params ImmutableArray<string> Names)
{
    /// <summary>Takes credentials of any service: only a key that shows whose it is counts here.</summary>
    public bool IsGeneral { get; init; }
}

/// <summary>Where SDKs take their API keys, whether or not their calls are read.</summary>
internal sealed class Credentials
{
    private const string OpenAIKey = "OPENAI_API_KEY";
    private const string AzureKey = "AZURE_OPENAI_API_KEY";
    private const string AnthropicKey = "ANTHROPIC_API_KEY";
    private const string GeminiKey = "GEMINI_API_KEY";
    private const string SomeKey = "LLM_API_KEY";
    private const string Kernel = "Microsoft.SemanticKernel.";

    private static readonly string[] OpenAIClients =
    [
        "OpenAIClient", "Chat.ChatClient", "Responses.ResponsesClient", "Responses.OpenAIResponseClient", "Embeddings.EmbeddingClient", "Images.ImageClient", "Audio.AudioClient",
        "Assistants.AssistantClient", "Batch.BatchClient", "Containers.ContainerClient", "Conversations.ConversationClient", "Decisions.DecisionsClient", "Evals.EvaluationClient",
        "Files.OpenAIFileClient", "FineTuning.FineTuningClient", "Graders.GraderClient", "Models.OpenAIModelClient", "Moderations.ModerationClient", "Realtime.RealtimeClient",
        "Skills.SkillClient", "VectorStores.VectorStoreClient", "Videos.VideoClient",
    ];

    public static ImmutableArray<CredentialType> Types { get; } = OpenAIClients.Select(name => new CredentialType("OpenAI." + name, OpenAIKey, "apiKey")).Concat([
        new CredentialType("System.ClientModel.ApiKeyCredential", OpenAIKey, "key"),
        new CredentialType("Azure.AzureKeyCredential", AzureKey, "key"),
        new CredentialType("Azure.AI.OpenAI.OpenAIClient", OpenAIKey, "openAIApiKey"),
        new CredentialType("Anthropic.AnthropicClient", AnthropicKey, "ApiKey", "APIKey", "AuthToken"),
        new CredentialType("Anthropic.Core.ClientOptions", AnthropicKey, "ApiKey", "APIKey", "AuthToken"),
        new CredentialType("Anthropic.SDK.AnthropicClient", AnthropicKey, "apiKeys"),
        new CredentialType("Anthropic.SDK.APIAuthentication", AnthropicKey, "apiKey", "key"),
        new CredentialType(Kernel + "OpenAIKernelBuilderExtensions", OpenAIKey, "apiKey"),
        new CredentialType(Kernel + "OpenAIServiceCollectionExtensions", OpenAIKey, "apiKey"),
        new CredentialType(Kernel + "AzureOpenAIKernelBuilderExtensions", AzureKey, "apiKey"),
        new CredentialType(Kernel + "AzureOpenAIServiceCollectionExtensions", AzureKey, "apiKey"),
        new CredentialType(Kernel + "Connectors.OpenAI.OpenAIChatCompletionService", OpenAIKey, "apiKey"),
        new CredentialType(Kernel + "Connectors.AzureOpenAI.AzureOpenAIChatCompletionService", AzureKey, "apiKey"),
        new CredentialType("Google.GenAI.Client", GeminiKey, "apiKey"),
        new CredentialType("Mscc.GenerativeAI.GoogleAI", GeminiKey, "apiKey"),
        new CredentialType("Mscc.GenerativeAI.Microsoft.GeminiChatClient", GeminiKey, "apiKey"),
        new CredentialType("GenerativeAI.GoogleAi", GeminiKey, "apiKey"),
        new CredentialType("GenerativeAI.GenerativeModel", GeminiKey, "apiKey"),
        new CredentialType("GenerativeAI.Microsoft.GenerativeAIChatClient", GeminiKey, "apiKey"),
        new CredentialType("System.Net.Http.Headers.AuthenticationHeaderValue", SomeKey, "parameter") { IsGeneral = true },
        new CredentialType("System.Net.Http.Headers.HttpHeaders", SomeKey, "value") { IsGeneral = true },
        new CredentialType("System.Environment", SomeKey, "value") { IsGeneral = true },
    ]).ToImmutableArray();

    private readonly Dictionary<INamedTypeSymbol, CredentialType> _types = new(SymbolEqualityComparer.Default);

    public Credentials(Compilation compilation)
    {
        foreach (var type in Types)
        {
            foreach (var symbol in compilation.GetTypesByMetadataName(type.MetadataName))
            {
                _types[symbol] = type;
            }
        }
    }

    /// <summary>What takes the credential that is passed for a parameter or assigned to a property; null when it is none.</summary>
    public CredentialType? Find(ISymbol? member)
    {
        var name = member?.Name;
        var holder = member is IParameterSymbol ? member.ContainingSymbol?.ContainingType : member?.ContainingType;
        for (var type = holder; type is not null; type = type.BaseType)
        {
            if (_types.TryGetValue(type.OriginalDefinition, out var known))
            {
                return known.Names.Contains(name!) ? known : null;
            }
        }

        return null;
    }
}
