using System.Collections.Immutable;
using LlmAnalyzers.Calls;
using static LlmAnalyzers.Sdks.Meanings;

namespace LlmAnalyzers.Sdks;

/// <summary>
/// <c>Microsoft.SemanticKernel</c> 1.x: chat completion services, prompts and prompt functions of a kernel, chat completion agents.
/// A prompt function is a call where it is made, since there it gets its prompt and its settings; invoking it leads to the reply.
/// </summary>
internal static class SemanticKernel
{
    private const string Kernel = "Microsoft.SemanticKernel.";
    private const string Chat = "Microsoft.SemanticKernel.ChatCompletion.";
    private const string OpenAI = "Microsoft.SemanticKernel.Connectors.OpenAI.";
    private const string AzureOpenAI = "Microsoft.SemanticKernel.Connectors.AzureOpenAI.";
    private const string Agents = "Microsoft.SemanticKernel.Agents.";

    private static readonly ImmutableDictionary<string, ParameterMeaning> ServiceParameters = Map(
        ("chatCompletionService", ParameterMeaning.Client),
        ("chatHistory", ParameterMeaning.Messages),
        ("prompt", ParameterMeaning.Markup),
        ("executionSettings", ParameterMeaning.Options),
        ("kernel", ParameterMeaning.None),
        ("cancellationToken", ParameterMeaning.None));

    private static readonly ImmutableDictionary<string, ParameterMeaning> KernelParameters = Map(
        ("kernel", ParameterMeaning.Client),
        ("promptTemplate", ParameterMeaning.Template),
        ("arguments", ParameterMeaning.Options),
        ("executionSettings", ParameterMeaning.Options),
        ("templateFormat", ParameterMeaning.TemplateEngine),
        ("promptTemplateFactory", ParameterMeaning.TemplateEngine),
        ("promptTemplateConfig", ParameterMeaning.RawRequest),
        ("functionName", ParameterMeaning.None),
        ("description", ParameterMeaning.None),
        ("loggerFactory", ParameterMeaning.None),
        ("jsonSerializerOptions", ParameterMeaning.None),
        ("cancellationToken", ParameterMeaning.None));

    private static readonly ImmutableDictionary<string, ParameterMeaning> AgentParameters = Map(
        ("message", ParameterMeaning.UserMessage),
        ("messages", ParameterMeaning.Messages),
        ("thread", ParameterMeaning.Conversation),
        ("options", ParameterMeaning.Options),
        ("cancellationToken", ParameterMeaning.None));

    private static readonly CallMember Complete = new(ServiceParameters);
    private static readonly CallMember Stream = new(ServiceParameters) { IsStreaming = true };
    private static readonly CallMember Prompt = new(KernelParameters);
    private static readonly CallMember Function = new(KernelParameters) { IsPrepared = true };
    private static readonly TakenFormats Formats = new(
        ImmutableArray.Create("json_object", "text"),
        ImmutableArray.Create("System.Type", "System.Text.Json.JsonElement", "OpenAI.Chat.ChatResponseFormat"),
        "a type such as typeof(T), a ChatResponseFormat of the package OpenAI, \"json_object\" or \"text\"");

    private static readonly ReplyMember Envelope = new(ReplyStep.Envelope);
    private static readonly ReplyMember Invoked = new(ReplyStep.Envelope) { OptionsParameter = "arguments" };
    private static readonly ReplyMember Text = new(ReplyStep.Text);
    private static readonly ImmutableArray<string> Added = ImmutableArray.Create("content", "contentItems");
    private static readonly ImmutableArray<string> Contents = ImmutableArray.Create("content", "items");

    /// <summary>A container hands the service to the kernels that are made from it.</summary>
    private static readonly ClientMember OpenAIModel = new()
    {
        ModelParameter = "modelId",
        InnerParameter = "openAIClient",
        EndpointParameter = "endpoint|httpClient",
        Provider = "openai",
        IsRegistration = true,
    };

    private static readonly ClientMember AzureDeployment = new() { ModelParameter = "deploymentName", NamesDeployment = true, IsRegistration = true };

    /// <summary>The bag becomes the settings of the connector by way of JSON.</summary>
    private static readonly OptionBagMember ExtensionData = new(Settings(
        (SettingKind.Temperature, "temperature"),
        (SettingKind.TopP, "topp"),
        (SettingKind.TopK, "topk"),
        (SettingKind.PresencePenalty, "presencepenalty"),
        (SettingKind.FrequencyPenalty, "frequencypenalty"),
        (SettingKind.MaxOutputTokens, "maxtokens"),
        (SettingKind.StopSequences, "stopsequences"),
        (SettingKind.Seed, "seed"),
        (SettingKind.LogProbabilities, "logprobs"),
        (SettingKind.TopLogProbabilities, "toplogprobs"),
        (SettingKind.OutputContract, "responseformat"),
        (SettingKind.Instructions, "chatsystemprompt chatdeveloperprompt"),
        (SettingKind.ReasoningEffort, "reasoningeffort"),
        (SettingKind.Tools, "toolcallbehavior functionchoicebehavior"),
        (SettingKind.RawRequest, "extrabody azurechatdatasource")))
    {
        IsAlwaysSent = true,
    };

    public static SdkSurface Surface { get; } = new()
    {
        Name = "Semantic Kernel",
        OldOutputCapNameTo = "azure",
        Abilities = SurfaceAbilities.SystemMessage | SurfaceAbilities.Temperature | SurfaceAbilities.JsonMode | SurfaceAbilities.JsonSchema,
        EndingToldBy = "'Metadata[\"FinishReason\"]'",
        Types = ImmutableArray.Create(
            new SdkType(Kernel + "PromptExecutionSettings")
            {
                ["FunctionChoiceBehavior"] = new OptionMember(SettingKind.Tools),
                ["ExtensionData"] = ExtensionData,
                ["Clone"] = new CopyMember(),
            },
            new SdkType(OpenAI + "OpenAIPromptExecutionSettings")
            {
                ["Temperature"] = new OptionMember(SettingKind.Temperature),
                ["TopP"] = new OptionMember(SettingKind.TopP),
                ["PresencePenalty"] = new OptionMember(SettingKind.PresencePenalty),
                ["FrequencyPenalty"] = new OptionMember(SettingKind.FrequencyPenalty),
                ["MaxTokens"] = new OptionMember(SettingKind.MaxOutputTokens),
                ["StopSequences"] = new OptionMember(SettingKind.StopSequences),
                ["Logprobs"] = new OptionMember(SettingKind.LogProbabilities),
                ["TopLogprobs"] = new OptionMember(SettingKind.TopLogProbabilities),
                ["Seed"] = new OptionMember(SettingKind.Seed),
                ["ResponseFormat"] = new OptionMember(SettingKind.OutputContract) { Takes = Formats },
                ["ChatSystemPrompt"] = new OptionMember(SettingKind.Instructions),
                ["ChatDeveloperPrompt"] = new OptionMember(SettingKind.Instructions),
                ["ReasoningEffort"] = new OptionMember(SettingKind.ReasoningEffort),
                ["ToolCallBehavior"] = new OptionMember(SettingKind.Tools),
                ["ExtraBody"] = new OptionMember(SettingKind.RawRequest),
            },
            new SdkType(AzureOpenAI + "AzureOpenAIPromptExecutionSettings")
            {
                ["AzureChatDataSource"] = new OptionMember(SettingKind.RawRequest),
                ["SetNewMaxCompletionTokensEnabled"] = new OptionMember(SettingKind.NewOutputCapName),
            },
            new SdkType(Kernel + "KernelArguments")
            {
                [SdkType.Constructor] = new OptionsCreationMember(ImmutableDictionary<string, SettingKind>.Empty)
                {
                    NestedParameter = "executionSettings",
                    OtherParameter = "source",
                    IsHolder = true,
                },
                ["ExecutionSettings"] = new NestedOptionsMember { HoldsAll = true },
            },
            new SdkType(Chat + "IChatCompletionService")
            {
                ["GetChatMessageContentsAsync"] = Complete,
                ["GetStreamingChatMessageContentsAsync"] = Stream,
            },
            new SdkType(Chat + "ChatCompletionServiceExtensions")
            {
                ["GetChatMessageContentAsync"] = Complete,
                ["GetChatMessageContentsAsync"] = Complete,
                ["GetStreamingChatMessageContentsAsync"] = Stream,
                ["AsChatClient"] = new ClientMember { InnerParameter = "service" },
            },
            new SdkType(Kernel + "KernelExtensions")
            {
                ["InvokePromptAsync"] = Prompt,
                ["InvokePromptStreamingAsync"] = new CallMember(KernelParameters) { IsStreaming = true },
                ["CreateFunctionFromPrompt"] = Function,
            },
            new SdkType(Kernel + "KernelFunctionFactory") { ["CreateFromPrompt"] = Function },
            new SdkType(Kernel + "Kernel") { ["InvokeAsync"] = Invoked, ["InvokeStreamingAsync"] = Invoked },
            new SdkType(Kernel + "KernelFunction") { ["InvokeAsync"] = Invoked, ["InvokeStreamingAsync"] = Invoked },
            new SdkType(OpenAI + "OpenAIChatCompletionService")
            {
                [SdkType.Constructor] = new ClientMember { ModelParameter = "modelId", InnerParameter = "openAIClient", EndpointParameter = "endpoint|httpClient", Provider = "openai" },
            },
            new SdkType(Kernel + "OpenAIKernelBuilderExtensions") { ["AddOpenAIChatCompletion"] = OpenAIModel },
            new SdkType(Kernel + "OpenAIServiceCollectionExtensions") { ["AddOpenAIChatCompletion"] = OpenAIModel with { EndpointParameter = "endpoint" } },
            new SdkType(Kernel + "AzureOpenAIKernelBuilderExtensions") { ["AddAzureOpenAIChatCompletion"] = AzureDeployment },
            new SdkType(Kernel + "AzureOpenAIServiceCollectionExtensions") { ["AddAzureOpenAIChatCompletion"] = AzureDeployment },
            new SdkType(AzureOpenAI + "AzureOpenAIChatCompletionService")
            {
                [SdkType.Constructor] = new ClientMember { ModelParameter = "deploymentName", NamesDeployment = true },
            },
            new SdkType(Chat + "AuthorRole")
            {
                ["System"] = new RoleMember(MessageRole.System),
                ["Developer"] = new RoleMember(MessageRole.Developer),
                ["User"] = new RoleMember(MessageRole.User),
                ["Assistant"] = new RoleMember(MessageRole.Assistant),
                ["Tool"] = new RoleMember(MessageRole.Tool),
                [SdkType.Constructor] = new RoleNameMember("label"),
            },
            new SdkType(Chat + "ChatHistory")
            {
                [SdkType.Constructor] = new MessageListMember
                {
                    TextParameters = ImmutableDictionary<string, MessageRole>.Empty.Add("systemMessage", MessageRole.System).Add("message", MessageRole.Unknown),
                    RoleParameter = "role",
                    ListParameter = "messages",
                },
                ["AddSystemMessage"] = new MessageAddMember(MessageRole.System, Added),
                ["AddDeveloperMessage"] = new MessageAddMember(MessageRole.Developer, Added),
                ["AddUserMessage"] = new MessageAddMember(MessageRole.User, Added),
                ["AddAssistantMessage"] = new MessageAddMember(MessageRole.Assistant, Added),
                ["AddMessage"] = new MessageAddMember(MessageRole.Unknown, Added) { RoleParameter = "authorRole" },
            },
            new SdkType(Kernel + "ChatMessageContent")
            {
                [SdkType.Constructor] = new MessageMember(MessageRole.Unknown, Contents) { RoleParameter = "role" },
                ["Role"] = new MessagePropertyMember(IsRole: true),
                ["Content"] = new MessagePropertyMember(IsRole: false),
                ["Items"] = new MessagePropertyMember(IsRole: false),
            },
            new SdkType(Kernel + "ChatMessageContent") { ["Content"] = Text, ["ToString"] = Text, ["Items"] = new ReplyMember(ReplyStep.Envelope) { MayBeEmpty = true } },
            new SdkType(Kernel + "StreamingChatMessageContent") { ["Content"] = Text, ["ToString"] = Text },
            new SdkType(Kernel + "StreamingKernelContent") { ["ToString"] = Text },
            new SdkType(Kernel + "KernelContent") { ["Metadata"] = new ReplyMember(ReplyStep.Ending), ["InnerContent"] = Envelope },
            new SdkType(Kernel + "FunctionResult") { ["GetValue"] = Text, ["ToString"] = Text, ["Metadata"] = new ReplyMember(ReplyStep.Ending) },
            new SdkType(Kernel + "TextContent") { [SdkType.Constructor] = new PartMember("text"), ["op_Implicit"] = new PartMember("text"), ["Text"] = Text },
            new SdkType(Kernel + "TextContent") { ["Text"] = new MessagePropertyMember(IsRole: false) },
            new SdkType(Kernel + "ImageContent") { [SdkType.Constructor] = new PartMember(null) },
            new SdkType(Agents + "Agent")
            {
                ["InvokeAsync"] = new CallMember(AgentParameters) { IsByAgent = true },
                ["InvokeStreamingAsync"] = new CallMember(AgentParameters) { IsByAgent = true, IsStreaming = true },
                ["Instructions"] = new OptionMember(SettingKind.Instructions),
                ["Arguments"] = new NestedOptionsMember { HoldsAll = true },
                ["Template"] = new OptionMember(SettingKind.RawRequest),
            },
            new SdkType(Agents + "ChatCompletionAgent") { [SdkType.Constructor] = new ClientMember { DefaultsParameter = "this" } },
            new SdkType(Agents + "AgentInvokeOptions")
            {
                ["KernelArguments"] = new NestedOptionsMember { HoldsAll = true },
                ["AdditionalInstructions"] = new OptionMember(SettingKind.Instructions),
            },
            new SdkType(Agents + "AgentResponseItem`1") { ["Message"] = Envelope, ["op_Implicit"] = Envelope }),
        Spelling = new()
        {
            OptionsType = OpenAI + "OpenAIPromptExecutionSettings",
            OptionsParameter = "executionSettings",
            MessageType = Kernel + "ChatMessageContent",
            MessagesParameter = "chatHistory",
            TemperatureProperty = "Temperature",
            TemperatureZero = "0",
            FormatProperty = "ResponseFormat",
            JsonModeExpression = "\"json_object\"",
            SchemaFromTypeExpression = "typeof($type)",
            SystemMessageExpression = "new {Microsoft.SemanticKernel.ChatMessageContent}({Microsoft.SemanticKernel.ChatCompletion.AuthorRole}.System, $text)",
            UserMessageExpression = "new {Microsoft.SemanticKernel.ChatMessageContent}({Microsoft.SemanticKernel.ChatCompletion.AuthorRole}.User, $text)",
            Guard = new(
                ImmutableArray.Create(Kernel + "ChatMessageContent", Kernel + "FunctionResult"),
                "reply",
                "$reply.Metadata?.GetValueOrDefault(\"FinishReason\") is \"Length\" or \"ContentFilter\"",
                "$reply.Metadata?[\"FinishReason\"]")
            {
                Namespaces = ImmutableArray.Create("System.Collections.Generic"),
            },
        },
    };
}
