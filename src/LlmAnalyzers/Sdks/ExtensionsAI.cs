using System.Collections.Immutable;
using LlmAnalyzers.Calls;
using static LlmAnalyzers.Sdks.Meanings;

namespace LlmAnalyzers.Sdks;

/// <summary>
/// <c>Microsoft.Extensions.AI</c>: <c>IChatClient</c>, its extensions, implementers and pipelines, 9.0 previews to 10.11.
/// The provider is whoever implements the client, so it is not known from the surface.
/// </summary>
internal static class ExtensionsAI
{
    private const string AI = "Microsoft.Extensions.AI.";

    private static readonly ImmutableDictionary<string, ParameterMeaning> Parameters = Map(
        ("client", ParameterMeaning.Client),
        ("chatClient", ParameterMeaning.Client),
        ("messages", ParameterMeaning.Messages),
        ("chatMessages", ParameterMeaning.Messages),
        ("chatMessage", ParameterMeaning.UserMessage),
        ("options", ParameterMeaning.Options),
        ("serializerOptions", ParameterMeaning.None),
        ("useJsonSchemaResponseFormat", ParameterMeaning.SchemaSwitch),
        ("useJsonSchema", ParameterMeaning.SchemaSwitch),
        ("useNativeJsonSchema", ParameterMeaning.SchemaSwitch),
        ("cancellationToken", ParameterMeaning.None));

    private static readonly CallMember Complete = new(Parameters);
    private static readonly CallMember Stream = new(Parameters) { IsStreaming = true };
    private static readonly CallMember Typed = new(Parameters) { IsTyped = true };
    private static readonly SchemaMember FromType = new(SchemaPurpose.ResponseFormat) { IsFromType = true, TakesAnyRoot = true, SchemaSwitch = "useJsonSchemaResponseFormat" };
    private static readonly ClientMember Passes = new() { InnerParameter = "builder" };
    private static readonly ClientMember PassesInner = new() { InnerParameter = "innerClient" };

    /// <summary>The names that adapters look for in the bag. Whether the one in use does is not known.</summary>
    internal static OptionBagMember AdditionalProperties { get; } = new(Settings(
        (SettingKind.Model, "model modelid"),
        (SettingKind.Temperature, "temperature"),
        (SettingKind.TopP, "topp"),
        (SettingKind.TopK, "topk"),
        (SettingKind.MaxOutputTokens, "maxtokens maxoutputtokens maxcompletiontokens maxtokentosample numpredict"),
        (SettingKind.FrequencyPenalty, "frequencypenalty"),
        (SettingKind.PresencePenalty, "presencepenalty"),
        (SettingKind.Seed, "seed"),
        (SettingKind.StopSequences, "stop stopsequences"),
        (SettingKind.LogProbabilities, "logprobs includelogprobabilities"),
        (SettingKind.TopLogProbabilities, "toplogprobs toplogprobabilitycount"),
        (SettingKind.OutputContract, "responseformat format jsonmode jsonschema responsemimetype responseschema outputconfig text guidedjson grammar"),
        (SettingKind.Instructions, "system systemprompt systeminstruction instructions"),
        (SettingKind.ReasoningEffort, "reasoning reasoningeffort reasoningeffortlevel thinking thinkingconfig thinkingbudget think effort"),
        (SettingKind.Tools, "tools functions"),
        (SettingKind.ToolChoice, "toolchoice functioncall"),
        (SettingKind.Conversation, "previousresponseid conversation conversationid threadid"),
        (SettingKind.RawRequest, "extrabody options messages")));

    private static readonly ImmutableArray<DroppedSettings> DroppedByOpenAI = ImmutableArray.Create(
        new DroppedSettings("chatClient", SettingKind.TopK),
        new DroppedSettings(
            "responseClient", SettingKind.TopK, SettingKind.FrequencyPenalty, SettingKind.PresencePenalty, SettingKind.Seed, SettingKind.StopSequences));

    public static SdkSurface Surface { get; } = new()
    {
        Name = "Microsoft.Extensions.AI",
        Abilities = SurfaceAbilities.SystemMessage | SurfaceAbilities.Temperature | SurfaceAbilities.JsonMode | SurfaceAbilities.JsonSchema,
        EndingToldBy = "'FinishReason'",
        Types = ImmutableArray.Create(
            new SdkType(AI + "IChatClient")
            {
                ["GetResponseAsync"] = Complete,
                ["GetStreamingResponseAsync"] = Stream,
                ["CompleteAsync"] = Complete,
                ["CompleteStreamingAsync"] = Stream,
            },
            new SdkType(AI + "ChatClientExtensions")
            {
                ["GetResponseAsync"] = Complete,
                ["GetStreamingResponseAsync"] = Stream,
                ["CompleteAsync"] = Complete,
                ["CompleteStreamingAsync"] = Stream,
            },
            new SdkType(AI + "ChatClientStructuredOutputExtensions")
            {
                ["GetResponseAsync"] = Typed,
                ["CompleteAsync"] = Typed,
            },
            new SdkType(AI + "ChatClientStructuredOutputExtensions") { ["GetResponseAsync`1"] = FromType },
            new SdkType(AI + "ChatOptions")
            {
                ["Temperature"] = new OptionMember(SettingKind.Temperature),
                ["TopP"] = new OptionMember(SettingKind.TopP),
                ["TopK"] = new OptionMember(SettingKind.TopK),
                ["MaxOutputTokens"] = new OptionMember(SettingKind.MaxOutputTokens),
                ["FrequencyPenalty"] = new OptionMember(SettingKind.FrequencyPenalty),
                ["PresencePenalty"] = new OptionMember(SettingKind.PresencePenalty),
                ["Seed"] = new OptionMember(SettingKind.Seed),
                ["StopSequences"] = new OptionMember(SettingKind.StopSequences),
                ["ResponseFormat"] = new OptionMember(SettingKind.OutputContract),
                ["ModelId"] = new OptionMember(SettingKind.Model),
                ["Instructions"] = new OptionMember(SettingKind.Instructions),
                ["ConversationId"] = new OptionMember(SettingKind.Conversation),
                ["ChatThreadId"] = new OptionMember(SettingKind.Conversation),
                ["Tools"] = new OptionMember(SettingKind.Tools),
                ["ToolMode"] = new OptionMember(SettingKind.ToolChoice),
                ["RawRepresentationFactory"] = new RawOptionsMember(),
                ["Reasoning"] = new OptionMember(SettingKind.ReasoningEffort),
                ["AdditionalProperties"] = AdditionalProperties,
                ["Clone"] = new CopyMember(),
            },
            new SdkType(AI + "ReasoningOptions") { ["Effort"] = new OptionMember(SettingKind.ReasoningEffort) },
            new SdkType(AI + "ReasoningEffort")
            {
                ["None"] = new ValueMember("none"),
                ["Low"] = new ValueMember("low"),
                ["Medium"] = new ValueMember("medium"),
                ["High"] = new ValueMember("high"),
                ["ExtraHigh"] = new ValueMember("xhigh"),
            },
            new SdkType(AI + "ChatResponseFormat")
            {
                ["Text"] = new ContractMember(OutputContract.None),
                ["Json"] = new ContractMember(OutputContract.JsonMode),
                ["ForJsonSchema"] = new ContractMember(OutputContract.JsonSchema),
            },
            new SdkType(AI + "ChatResponseFormatJson")
            {
                [SdkType.Constructor] = new ContractMember(OutputContract.JsonSchema) { SchemaParameter = "schema" },
            },
            new SdkType(AI + "ChatResponseFormat")
            {
                ["ForJsonSchema"] = new SchemaMember(SchemaPurpose.ResponseFormat) { SchemaParameter = "schema", TypeParameter = "schemaType" },
                ["ForJsonSchema`1"] = new SchemaMember(SchemaPurpose.ResponseFormat) { IsFromType = true },
            },
            new SdkType(AI + "ChatResponseFormatJson")
            {
                [SdkType.Constructor] = new SchemaMember(SchemaPurpose.ResponseFormat) { SchemaParameter = "schema" },
            },
            new SdkType(AI + "ChatResponseFormatText")
            {
                [SdkType.Constructor] = new ContractMember(OutputContract.None),
            },
            new SdkType(AI + "ChatToolMode")
            {
                ["Auto"] = new ContractMember(OutputContract.None),
                ["None"] = new ContractMember(OutputContract.None),
                ["RequireAny"] = new ContractMember(OutputContract.ForcedTool),
                ["RequireSpecific"] = new ContractMember(OutputContract.ForcedTool),
            },
            new SdkType(AI + "ChatRole")
            {
                ["System"] = new RoleMember(MessageRole.System),
                ["User"] = new RoleMember(MessageRole.User),
                ["Assistant"] = new RoleMember(MessageRole.Assistant),
                ["Tool"] = new RoleMember(MessageRole.Tool),
                [SdkType.Constructor] = new RoleNameMember("value"),
            },
            new SdkType(AI + "ChatMessage")
            {
                [SdkType.Constructor] = new MessageMember(MessageRole.User, ImmutableArray.Create("content", "contents")) { RoleParameter = "role" },
                ["Role"] = new MessagePropertyMember(IsRole: true),
                ["Contents"] = new MessagePropertyMember(IsRole: false),
                ["Text"] = new ReplyMember(ReplyStep.Text),
            },
            new SdkType(AI + "TextContent")
            {
                [SdkType.Constructor] = new PartMember("text"),
                ["Text"] = new ReplyMember(ReplyStep.Text),
            },
            new SdkType(AI + "DataContent") { [SdkType.Constructor] = new PartMember(null) },
            new SdkType(AI + "UriContent") { [SdkType.Constructor] = new PartMember(null) },
            new SdkType(AI + "ChatResponse")
            {
                ["Text"] = new ReplyMember(ReplyStep.Text),
                ["ToString"] = new ReplyMember(ReplyStep.Text),
                ["Messages"] = new ReplyMember(ReplyStep.Envelope),
                ["Message"] = new ReplyMember(ReplyStep.Envelope),
                ["RawRepresentation"] = new ReplyMember(ReplyStep.Envelope),
                ["FinishReason"] = new ReplyMember(ReplyStep.Ending),
            },
            new SdkType(AI + "ChatResponse`1")
            {
                ["Result"] = new ReplyMember(ReplyStep.Typed),
                ["TryGetResult"] = new ReplyMember(ReplyStep.Typed),
            },
            new SdkType(AI + "ChatCompletion")
            {
                ["Message"] = new ReplyMember(ReplyStep.Envelope),
                ["ToString"] = new ReplyMember(ReplyStep.Text),
                ["FinishReason"] = new ReplyMember(ReplyStep.Ending),
            },
            new SdkType(AI + "ChatResponseUpdate")
            {
                ["Text"] = new ReplyMember(ReplyStep.Text),
                ["ToString"] = new ReplyMember(ReplyStep.Text),
                ["FinishReason"] = new ReplyMember(ReplyStep.Ending),
            },
            new SdkType(AI + "ChatResponseExtensions")
            {
                ["ToChatResponse"] = new ReplyMember(ReplyStep.Envelope),
                ["ToChatResponseAsync"] = new ReplyMember(ReplyStep.Envelope),
            },
            new SdkType(AI + "OpenAIClientExtensions")
            {
                ["AsIChatClient"] = new ClientMember { InnerParameter = "chatClient|responseClient", ModelParameter = "defaultModelId", Drops = DroppedByOpenAI },
                ["AsChatClient"] = new ClientMember { InnerParameter = "chatClient|openAIClient", ModelParameter = "modelId", Drops = DroppedByOpenAI },
            },
            new SdkType(AI + "ChatClientBuilder")
            {
                [SdkType.Constructor] = new ClientMember { InnerParameter = "innerClient" },
                ["Build"] = new ClientMember { InnerParameter = "this" },
                ["Use"] = new ClientMember { InnerParameter = "this", ChangesRequests = true },
            },
            new SdkType(AI + "ChatClientBuilderChatClientExtensions") { ["AsBuilder"] = new ClientMember { InnerParameter = "innerClient" } },
            new SdkType(AI + "ConfigureOptionsChatClientBuilderExtensions")
            {
                ["ConfigureOptions"] = new ClientMember { InnerParameter = "builder", ConfigureParameter = "configure" },
            },
            new SdkType(AI + "ConfigureOptionsChatClient")
            {
                [SdkType.Constructor] = new ClientMember { InnerParameter = "innerClient", ConfigureParameter = "configure" },
            },
            new SdkType(AI + "FunctionInvokingChatClient") { [SdkType.Constructor] = PassesInner },
            new SdkType(AI + "LoggingChatClient") { [SdkType.Constructor] = PassesInner },
            new SdkType(AI + "OpenTelemetryChatClient") { [SdkType.Constructor] = PassesInner },
            new SdkType(AI + "FunctionInvokingChatClientBuilderExtensions") { ["UseFunctionInvocation"] = Passes },
            new SdkType(AI + "LoggingChatClientBuilderExtensions") { ["UseLogging"] = Passes },
            new SdkType(AI + "OpenTelemetryChatClientBuilderExtensions") { ["UseOpenTelemetry"] = Passes },
            new SdkType(AI + "DistributedCachingChatClientBuilderExtensions") { ["UseDistributedCache"] = Passes }),
        Spelling = new()
        {
            OptionsType = AI + "ChatOptions",
            OptionsParameter = "options",
            MessageType = AI + "ChatMessage",
            MessagesParameter = "messages",
            TemperatureProperty = "Temperature",
            TemperatureZero = "0f",
            FormatProperty = "ResponseFormat",
            JsonModeExpression = "{Microsoft.Extensions.AI.ChatResponseFormat}.Json",
            SchemaFromTypeExpression = "{Microsoft.Extensions.AI.ChatResponseFormat}.ForJsonSchema<$type>($options)",
            SchemaFromTypeNeeds = AI + "ChatResponseFormat.ForJsonSchema`1",
            SystemMessageExpression = "new {Microsoft.Extensions.AI.ChatMessage}({Microsoft.Extensions.AI.ChatRole}.System, $text)",
            UserMessageExpression = "new {Microsoft.Extensions.AI.ChatMessage}({Microsoft.Extensions.AI.ChatRole}.User, $text)",
            Typed = new(AI + "ChatClientStructuredOutputExtensions.GetResponseAsync`1", "Text", "Result"),
            Guard = new(
                ImmutableArray.Create(AI + "ChatResponse"),
                "response",
                "$reply.FinishReason == {Microsoft.Extensions.AI.ChatFinishReason}.Length || $reply.FinishReason == {Microsoft.Extensions.AI.ChatFinishReason}.ContentFilter",
                "$reply.FinishReason"),
        },
    };
}
