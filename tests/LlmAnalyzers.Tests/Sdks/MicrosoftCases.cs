using LlmAnalyzers.Tests.Verification;
using Tables = LlmAnalyzers.Sdks;

namespace LlmAnalyzers.Tests.Sdks;

/// <summary>The tables of <c>Microsoft.Extensions.AI</c>, Semantic Kernel and the Agent Framework.</summary>
internal static class MicrosoftCases
{
    private const string AI = "Microsoft.Extensions.AI.";
    private const string Kernel = "Microsoft.SemanticKernel.";
    private const string Agents = "Microsoft.Agents.AI.";

    public static SurfaceCase ExtensionsAI { get; } = new(Tables.ExtensionsAI.Surface, Sdk.ExtensionsAIFull)
    {
        InOtherVersions = Because.Of(
            ("9.0 to 9.2 previews",
            [
                AI + "IChatClient.CompleteAsync", AI + "IChatClient.CompleteStreamingAsync", AI + "ChatClientExtensions.CompleteAsync",
                AI + "ChatClientExtensions.CompleteStreamingAsync", AI + "ChatClientStructuredOutputExtensions.CompleteAsync", AI + "ChatCompletion", "(chatMessages)",
            ]),
            ("9.3", [AI + "ChatResponse.Message"]),
            ("9.3 to 9.5", [AI + "ChatOptions.ChatThreadId"]),
            ("to 9.4", [AI + "OpenAIClientExtensions.AsChatClient", "(useNativeJsonSchema)"]),
            ("between the two other names of the flag", ["(useJsonSchema)"]),
            ("all; the stub leaves it out, it needs a package for caches", [AI + "DistributedCachingChatClientBuilderExtensions"])),
        NotCalls = Because.Of((Because.GeneratesNothing, [AI + "IChatClient.GetService", AI + "ChatClientExtensions.GetService", AI + "ChatClientExtensions.GetRequiredService"])),
        NotSettings = Because.Of(
            (Because.AddsBesideText, [AI + "ReasoningOptions.Output"]),
            (Because.NoRule, ["AllowMultipleToolCalls", "ContinuationToken"]),
            (Because.NoMatter, ["AllowBackgroundResponses"])),
    };

    public static SurfaceCase SemanticKernel { get; } = new(Tables.SemanticKernel.Surface, Sdk.SemanticKernel)
    {
        NotCalls = Because.Of(
            (Because.ConfigOnly,
            [
                Kernel + "KernelExtensions.CreateFunctionFromPrompt(kernel, promptConfig, promptTemplateFactory)",
                Kernel + "KernelFunctionFactory.CreateFromPrompt(promptConfig, promptTemplateFactory, loggerFactory)",
                Kernel + "KernelFunctionFactory.CreateFromPrompt(promptTemplate, promptConfig, loggerFactory)",
            ]),
            (Because.GeneratesNothing, [Kernel + "KernelExtensions.Build", Kernel + "KernelFunctionFactory.CreateFromMethod"])),
        NotSettings = Because.Of(
            ("selects a registered service, the model sent stays that service's", ["ServiceId", "ModelId"]),
            (Because.AddsBesideText, ["Modalities", "Audio", "OnIntermediateMessage"]),
            (Because.NoRule, ["TokenSelectionBiases", "WebSearchOptions"]),
            (Because.NoMatter, ["User", "Metadata", "Store", "UserSecurityContext", "Id", "Name", "Description", "LoggerFactory", "Kernel", "UseImmutableKernel"])),
    };

    public static SurfaceCase AgentFramework { get; } = new(Tables.AgentFramework.Surface, Sdk.AgentFramework)
    {
        InOtherVersions = Because.Of(
            ("to preview 260108.1; now AsAIAgent",
            [
                AI + "ChatClientExtensions.CreateAIAgent", "OpenAI.Chat.OpenAIChatClientExtensions.CreateAIAgent",
                "OpenAI.Responses.OpenAIResponseClientExtensions.CreateAIAgent", "Anthropic.AnthropicClientExtensions.CreateAIAgent",
                "OpenAI.OpenAIChatClientExtensions", "OpenAI.OpenAIResponseClientExtensions",
            ]),
            ("to preview 260108.1; now AgentResponse", [Agents + "AgentRunResponse", Agents + "AgentRunResponse`1", Agents + "AgentRunResponseUpdate"]),
            ("to preview 251125.1; now ChatOptions.Instructions", [Agents + "ChatClientAgentOptions.Instructions"]),
            ("to preview 260127.1; now session", ["(thread)"])),
        NotCalls = Because.Of((Because.GeneratesNothing, [Agents + "AIAgent.GetService", Agents + "AIAgent.CreateSessionAsync", Agents + "ChatClientAgent.CreateSessionAsync"])),
        NotSettings = Because.Of(
            (Because.NoMatter,
            [
                "Id", "Name", "Description", "AllowBackgroundResponses", "ClearOnChatHistoryProviderConflict", "WarnOnChatHistoryProviderConflict",
                "ThrowOnChatHistoryProviderConflict", "RequirePerServiceCallChatHistoryPersistence",
            ]),
            (Because.NoRule,
            [
                "UseProvidedChatClientAsIs", "DisableApprovalNotRequiredFunctionBypassing", "DisableApprovalResponseBinding", "EnableInvocableFunctionBypassing",
            ])),
    };
}
