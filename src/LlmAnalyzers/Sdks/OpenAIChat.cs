using System.Collections.Immutable;
using LlmAnalyzers.Calls;
using static LlmAnalyzers.Sdks.Meanings;

namespace LlmAnalyzers.Sdks;

/// <summary>
/// Chat completions of the official <c>OpenAI</c> package, 2.0 to 2.15, and of clients derived from it.
/// The model is bound when the client is made; the options have no model.
/// </summary>
internal static class OpenAIChat
{
    private const string Chat = "OpenAI.Chat.";

    private static readonly ImmutableDictionary<string, ParameterMeaning> Parameters = Map(
        ("messages", ParameterMeaning.Messages),
        ("options", ParameterMeaning.Options),
        ("cancellationToken", ParameterMeaning.None));

    public static SdkSurface Surface { get; } = new()
    {
        Name = "OpenAI chat",
        Provider = "openai",
        OldOutputCapNameTo = "azure",
        Abilities = SurfaceAbilities.SystemMessage | SurfaceAbilities.Temperature | SurfaceAbilities.JsonMode | SurfaceAbilities.JsonSchema,
        EndingToldBy = "'FinishReason' and 'Refusal'",
        Types = ImmutableArray.Create(
            new SdkType(Chat + "ChatClient")
            {
                [SdkType.Constructor] = new ClientMember { ModelParameter = "model", OptionsParameter = "options" },
                ["CompleteChat"] = new CallMember(Parameters),
                ["CompleteChatAsync"] = new CallMember(Parameters),
                ["CompleteChatStreaming"] = new CallMember(Parameters) { IsStreaming = true },
                ["CompleteChatStreamingAsync"] = new CallMember(Parameters) { IsStreaming = true },
            },
            new SdkType(Chat + "ChatClient")
            {
                ["CompleteChat"] = new BodyCallMember("content", RawHttpOpenAI.Chat),
                ["CompleteChatAsync"] = new BodyCallMember("content", RawHttpOpenAI.Chat),
            },
            new SdkType("OpenAI.OpenAIClient")
            {
                [SdkType.Constructor] = new ClientMember { OptionsParameter = "options" },
                ["GetChatClient"] = new ClientMember { ModelParameter = "model", InnerParameter = "this" },
            },
            new SdkType("OpenAI.OpenAIClientOptions") { ["Endpoint"] = new EndpointMember() },
            new SdkType("OpenAI.Assistants.AssistantClientOptions") { ["Endpoint"] = new EndpointMember() },
            new SdkType("Azure.AI.OpenAI.AzureOpenAIClient")
            {
                [SdkType.Constructor] = new ClientMember { NamesDeployment = true },
                ["GetChatClient"] = new ClientMember { ModelParameter = "deploymentName", InnerParameter = "this", NamesDeployment = true },
            },
            new SdkType("Azure.AI.OpenAI.Chat.AzureChatExtensions")
            {
                ["SetNewMaxCompletionTokensPropertyEnabled"] = new OptionMethodMember(SettingKind.NewOutputCapName, "newPropertyEnabled"),
            },
            new SdkType(Chat + "ChatCompletionOptions")
            {
                ["Temperature"] = new OptionMember(SettingKind.Temperature),
                ["TopP"] = new OptionMember(SettingKind.TopP),
                ["MaxOutputTokenCount"] = new OptionMember(SettingKind.MaxOutputTokens),
                ["FrequencyPenalty"] = new OptionMember(SettingKind.FrequencyPenalty),
                ["PresencePenalty"] = new OptionMember(SettingKind.PresencePenalty),
                ["Seed"] = new OptionMember(SettingKind.Seed),
                ["StopSequences"] = new OptionMember(SettingKind.StopSequences),
                ["IncludeLogProbabilities"] = new OptionMember(SettingKind.LogProbabilities),
                ["TopLogProbabilityCount"] = new OptionMember(SettingKind.TopLogProbabilities),
                ["ResponseFormat"] = new OptionMember(SettingKind.OutputContract),
                ["Tools"] = new OptionMember(SettingKind.Tools),
                ["ToolChoice"] = new OptionMember(SettingKind.ToolChoice),
                ["ReasoningEffortLevel"] = new OptionMember(SettingKind.ReasoningEffort),
                ["Patch"] = new OptionMember(SettingKind.RawRequest),
            },
            new SdkType(Chat + "ChatResponseFormat")
            {
                ["CreateTextFormat"] = new ContractMember(OutputContract.None),
                ["CreateJsonObjectFormat"] = new ContractMember(OutputContract.JsonMode),
                ["CreateJsonSchemaFormat"] = new ContractMember(OutputContract.JsonSchema) { StrictParameter = "jsonSchemaIsStrict" },
            },
            new SdkType(Chat + "ChatResponseFormat")
            {
                ["CreateJsonSchemaFormat"] = new SchemaMember(SchemaPurpose.ResponseFormat)
                {
                    SchemaParameter = "jsonSchema",
                    StrictParameter = "jsonSchemaIsStrict",
                    NameParameter = "jsonSchemaFormatName",
                },
            },
            new SdkType(Chat + "ChatTool")
            {
                ["CreateFunctionTool"] = new SchemaMember(SchemaPurpose.FunctionTool) { SchemaParameter = "functionParameters", StrictParameter = "functionSchemaIsStrict" },
            },
            new SdkType(Chat + "ChatToolChoice")
            {
                ["CreateAutoChoice"] = new ContractMember(OutputContract.None),
                ["CreateNoneChoice"] = new ContractMember(OutputContract.None),
                ["CreateRequiredChoice"] = new ContractMember(OutputContract.ForcedTool),
                ["CreateFunctionChoice"] = new ContractMember(OutputContract.ForcedTool),
            },
            new SdkType(Chat + "ChatReasoningEffortLevel")
            {
                ["None"] = new ValueMember("none"),
                ["Minimal"] = new ValueMember("minimal"),
                ["Low"] = new ValueMember("low"),
                ["Medium"] = new ValueMember("medium"),
                ["High"] = new ValueMember("high"),
                ["ExtraHigh"] = new ValueMember("xhigh"),
                ["Max"] = new ValueMember("max"),
            },
            new SdkType(Chat + "ChatMessage")
            {
                ["op_Implicit"] = Message(MessageRole.User),
                ["CreateSystemMessage"] = Message(MessageRole.System),
                ["CreateDeveloperMessage"] = Message(MessageRole.Developer),
                ["CreateUserMessage"] = Message(MessageRole.User),
                ["CreateAssistantMessage"] = Message(MessageRole.Assistant),
                ["CreateToolMessage"] = Message(MessageRole.Tool),
                ["CreateFunctionMessage"] = Message(MessageRole.Tool),
            },
            new SdkType(Chat + "SystemChatMessage") { [SdkType.Constructor] = Message(MessageRole.System) },
            new SdkType(Chat + "DeveloperChatMessage") { [SdkType.Constructor] = Message(MessageRole.Developer) },
            new SdkType(Chat + "UserChatMessage") { [SdkType.Constructor] = Message(MessageRole.User) },
            new SdkType(Chat + "AssistantChatMessage") { [SdkType.Constructor] = Message(MessageRole.Assistant) },
            new SdkType(Chat + "ToolChatMessage") { [SdkType.Constructor] = Message(MessageRole.Tool) },
            new SdkType(Chat + "FunctionChatMessage") { [SdkType.Constructor] = Message(MessageRole.Tool) },
            new SdkType(Chat + "ChatMessageContentPart")
            {
                ["op_Implicit"] = new PartMember("text"),
                ["CreateTextPart"] = new PartMember("text"),
                ["CreateImagePart"] = new PartMember(null),
                ["CreateRefusalPart"] = new PartMember(null),
                ["CreateInputAudioPart"] = new PartMember(null),
                ["CreateFilePart"] = new PartMember(null),
                ["Text"] = new ReplyMember(ReplyStep.Text),
                ["Refusal"] = new ReplyMember(ReplyStep.Ending),
                ["Kind"] = new ReplyMember(ReplyStep.Ending),
            },
            new SdkType(Chat + "ChatCompletion")
            {
                ["Content"] = new ReplyMember(ReplyStep.Envelope) { MayBeEmpty = true },
                ["FinishReason"] = new ReplyMember(ReplyStep.Ending),
                ["ToolCalls"] = new ReplyMember(ReplyStep.Ending),
                ["Refusal"] = new ReplyMember(ReplyStep.Ending),
            },
            new SdkType(Chat + "StreamingChatCompletionUpdate")
            {
                ["ContentUpdate"] = new ReplyMember(ReplyStep.Envelope) { MayBeEmpty = true },
                ["FinishReason"] = new ReplyMember(ReplyStep.Ending),
                ["RefusalUpdate"] = new ReplyMember(ReplyStep.Ending),
            },
            new SdkType("System.ClientModel.ClientResult`1")
            {
                ["Value"] = new ReplyMember(ReplyStep.Envelope),
                ["op_Implicit"] = new ReplyMember(ReplyStep.Envelope),
            }),
        Spelling = new()
        {
            OptionsType = Chat + "ChatCompletionOptions",
            OptionsParameter = "options",
            MessageType = Chat + "ChatMessage",
            MessagesParameter = "messages",
            TemperatureProperty = "Temperature",
            TemperatureZero = "0f",
            FormatProperty = "ResponseFormat",
            JsonModeExpression = "{OpenAI.Chat.ChatResponseFormat}.CreateJsonObjectFormat()",
            SchemaExpression = """
                {OpenAI.Chat.ChatResponseFormat}.CreateJsonSchemaFormat(
                    $name,
                    {System.BinaryData}.FromString(
                        $schema),
                    jsonSchemaIsStrict: true)
                """,
            SystemMessageExpression = "new {OpenAI.Chat.SystemChatMessage}($text)",
            UserMessageExpression = "new {OpenAI.Chat.UserChatMessage}($text)",
            Guard = new(
                ImmutableArray.Create(Chat + "ChatCompletion"),
                "completion",
                "$reply.FinishReason != {OpenAI.Chat.ChatFinishReason}.Stop || $reply.Refusal != null",
                "($reply.Refusal ?? $reply.FinishReason.ToString())"),
            NewOutputCapNameCall = "$options.SetNewMaxCompletionTokensPropertyEnabled(true);",
            NewOutputCapNameNamespace = "Azure.AI.OpenAI.Chat",
            NewOutputCapNamePreview = "AOAI001",
        },
    };

    private static MessageMember Message(MessageRole role) => new(role, ImmutableArray.Create("content", "contentParts"));
}
