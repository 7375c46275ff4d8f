using System.Collections.Immutable;
using LlmAnalyzers.Calls;
using static LlmAnalyzers.Sdks.Meanings;

namespace LlmAnalyzers.Sdks;

/// <summary>
/// The Responses API of the official <c>OpenAI</c> package, 2.2 to 2.15. Up to 2.8 the model is bound when the client is made,
/// from 2.9 on it is a part of each request: parameters are told apart by name, never by position.
/// </summary>
internal static class OpenAIResponses
{
    private const string Responses = "OpenAI.Responses.";

    private static readonly ImmutableDictionary<string, ParameterMeaning> Parameters = Map(
        ("model", ParameterMeaning.Model),
        ("userInputText", ParameterMeaning.UserMessage),
        ("inputItems", ParameterMeaning.Messages),
        ("options", ParameterMeaning.Options),
        ("previousResponseId", ParameterMeaning.Conversation),
        ("cancellationToken", ParameterMeaning.None));

    private static readonly CallMember Complete = new(Parameters);
    private static readonly CallMember Stream = new(Parameters) { IsStreaming = true };
    private static readonly PartMember TextPart = new("text");
    private static readonly PartMember OtherPart = new(null);
    private static readonly ReplyMember Envelope = new(ReplyStep.Envelope);
    private static readonly ReplyMember Contents = new(ReplyStep.Envelope) { MayBeEmpty = true };
    private static readonly ReplyMember Text = new(ReplyStep.Text);
    private static readonly ReplyMember Ending = new(ReplyStep.Ending);

    public static SdkSurface Surface { get; } = new()
    {
        Name = "OpenAI Responses",
        Provider = "openai",
        Abilities = SurfaceAbilities.SystemMessage | SurfaceAbilities.Temperature | SurfaceAbilities.JsonMode | SurfaceAbilities.JsonSchema,
        EndingToldBy = "'Status'",
        Types = ImmutableArray.Create(
            new SdkType(Responses + "ResponseItem")
            {
                ["CreateSystemMessageItem"] = Message(MessageRole.System),
                ["CreateDeveloperMessageItem"] = Message(MessageRole.Developer),
                ["CreateUserMessageItem"] = Message(MessageRole.User),
                ["CreateAssistantMessageItem"] = Message(MessageRole.Assistant),
                ["CreateFunctionCallItem"] = Message(MessageRole.Assistant),
                ["CreateFunctionCallOutputItem"] = Message(MessageRole.Tool),
            },
            Client("ResponsesClient"),
            Client("OpenAIResponseClient"),
            Bodies("ResponsesClient"),
            Bodies("OpenAIResponseClient"),
            new SdkType("OpenAI.OpenAIClient")
            {
                ["GetResponsesClient"] = new ClientMember { ModelParameter = "model", InnerParameter = "this" },
                ["GetOpenAIResponseClient"] = new ClientMember { ModelParameter = "model", InnerParameter = "this" },
            },
            new SdkType("Azure.AI.OpenAI.AzureOpenAIClient")
            {
                ["GetResponsesClient"] = new ClientMember { ModelParameter = "deploymentName", InnerParameter = "this", NamesDeployment = true },
                ["GetOpenAIResponseClient"] = new ClientMember { ModelParameter = "deploymentName", InnerParameter = "this", NamesDeployment = true },
            },
            new SdkType(Responses + "ResponsesClientOptions") { ["Endpoint"] = new EndpointMember() },
            Options("CreateResponseOptions"),
            new SdkType(Responses + "CreateResponseOptions")
            {
                [SdkType.Constructor] = new OptionsCreationMember(ImmutableDictionary<string, SettingKind>.Empty.Add("model", SettingKind.Model))
                {
                    MessagesParameter = "inputItems",
                },
                ["Model"] = new OptionMember(SettingKind.Model),
                ["InputItems"] = new MessagesMember(),
                ["ConversationOptions"] = new OptionMember(SettingKind.Conversation),
                ["Patch"] = new OptionMember(SettingKind.RawRequest),
            },
            Options("ResponseCreationOptions"),
            new SdkType(Responses + "ResponseTextOptions") { ["TextFormat"] = new OptionMember(SettingKind.OutputContract), ["Patch"] = new OptionMember(SettingKind.RawRequest) },
            new SdkType(Responses + "ResponseTextFormat")
            {
                ["CreateTextFormat"] = new ContractMember(OutputContract.None),
                ["CreateJsonObjectFormat"] = new ContractMember(OutputContract.JsonMode),
                ["CreateJsonSchemaFormat"] = new ContractMember(OutputContract.JsonSchema) { StrictParameter = "jsonSchemaIsStrict" },
            },
            new SdkType(Responses + "ResponseTextFormat")
            {
                ["CreateJsonSchemaFormat"] = new SchemaMember(SchemaPurpose.ResponseFormat)
                {
                    SchemaParameter = "jsonSchema",
                    StrictParameter = "jsonSchemaIsStrict",
                    NameParameter = "jsonSchemaFormatName",
                },
            },
            new SdkType(Responses + "ResponseTool")
            {
                ["CreateFunctionTool"] = new SchemaMember(SchemaPurpose.FunctionTool) { SchemaParameter = "functionParameters", StrictParameter = "strictModeEnabled" },
            },
            new SdkType(Responses + "ResponseReasoningOptions")
            {
                ["ReasoningEffortLevel"] = new OptionMember(SettingKind.ReasoningEffort),
                ["Patch"] = new OptionMember(SettingKind.RawRequest),
            },
            new SdkType(Responses + "ResponseReasoningEffortLevel")
            {
                ["None"] = new ValueMember("none"),
                ["Minimal"] = new ValueMember("minimal"),
                ["Low"] = new ValueMember("low"),
                ["Medium"] = new ValueMember("medium"),
                ["High"] = new ValueMember("high"),
                ["ExtraHigh"] = new ValueMember("xhigh"),
                ["Max"] = new ValueMember("max"),
            },
            new SdkType(Responses + "ResponseToolChoice")
            {
                ["CreateAutoChoice"] = new ContractMember(OutputContract.None),
                ["CreateNoneChoice"] = new ContractMember(OutputContract.None),
                ["CreateRequiredChoice"] = new ContractMember(OutputContract.ForcedTool),
                ["CreateFunctionChoice"] = new ContractMember(OutputContract.ForcedTool),
                ["CreateFileSearchChoice"] = new ContractMember(OutputContract.ForcedTool),
                ["CreateWebSearchChoice"] = new ContractMember(OutputContract.ForcedTool),
                ["CreateComputerChoice"] = new ContractMember(OutputContract.ForcedTool),
            },
            new SdkType(Responses + "ResponseContentPart")
            {
                ["CreateInputTextPart"] = TextPart,
                ["CreateOutputTextPart"] = TextPart,
                ["CreateInputImagePart"] = OtherPart,
                ["CreateInputFilePart"] = OtherPart,
                ["CreateRefusalPart"] = OtherPart,
                ["Text"] = Text,
                ["Refusal"] = Ending,
                ["Kind"] = Ending,
            },
            Reply("ResponseResult"),
            Reply("OpenAIResponse"),
            new SdkType(Responses + "MessageResponseItem") { ["Content"] = Contents, ["Status"] = Ending },
            new SdkType(Responses + "StreamingResponseOutputTextDeltaUpdate") { ["Delta"] = Text },
            new SdkType(Responses + "StreamingResponseOutputTextDoneUpdate") { ["Text"] = Text },
            new SdkType(Responses + "StreamingResponseCompletedUpdate") { ["Response"] = Envelope },
            new SdkType(Responses + "StreamingResponseIncompleteUpdate") { ["Response"] = Envelope },
            new SdkType(Responses + "StreamingResponseFailedUpdate") { ["Response"] = Envelope },
            new SdkType(Responses + "StreamingResponseRefusalDeltaUpdate") { ["Delta"] = Ending },
            new SdkType(Responses + "StreamingResponseRefusalDoneUpdate") { ["Refusal"] = Ending },
            new SdkType("System.ClientModel.ClientResult`1") { ["Value"] = Envelope, ["op_Implicit"] = Envelope }),
        Spelling = new()
        {
            OptionsType = Responses + "CreateResponseOptions",
            OptionsParameter = "options",
            MessageType = Responses + "ResponseItem",
            MessagesParameter = "inputItems",
            TemperatureProperty = "Temperature",
            TemperatureZero = "0f",
            FormatProperty = "TextOptions.TextFormat",
            JsonModeExpression = "{OpenAI.Responses.ResponseTextFormat}.CreateJsonObjectFormat()",
            SchemaExpression = """
                {OpenAI.Responses.ResponseTextFormat}.CreateJsonSchemaFormat(
                    $name,
                    {System.BinaryData}.FromString(
                        $schema),
                    jsonSchemaIsStrict: true)
                """,
            SystemProperty = "Instructions",
            SystemMessageExpression = "$text",
            UserMessageExpression = "{OpenAI.Responses.ResponseItem}.CreateUserMessageItem($text)",
            Guard = new(
                ImmutableArray.Create(Responses + "ResponseResult", Responses + "OpenAIResponse"),
                "response",
                "$reply.Status != {OpenAI.Responses.ResponseStatus}.Completed || string.IsNullOrEmpty($reply.GetOutputText())",
                "$reply.Status"),
        },
    };

    private static SdkType Client(string name) => new(Responses + name)
    {
        [SdkType.Constructor] = new ClientMember { ModelParameter = "model", OptionsParameter = "options" },
        ["CreateResponse"] = Complete,
        ["CreateResponseAsync"] = Complete,
        ["CreateResponseStreaming"] = Stream,
        ["CreateResponseStreamingAsync"] = Stream,
    };

    /// <summary>What the options of all versions have.</summary>
    private static SdkType Options(string name) => new(Responses + name)
    {
        ["Instructions"] = new OptionMember(SettingKind.Instructions),
        ["Temperature"] = new OptionMember(SettingKind.Temperature),
        ["TopP"] = new OptionMember(SettingKind.TopP),
        ["TopLogProbabilityCount"] = new OptionMember(SettingKind.TopLogProbabilities),
        ["MaxOutputTokenCount"] = new OptionMember(SettingKind.MaxOutputTokens),
        ["TextOptions"] = new NestedOptionsMember(),
        ["ReasoningOptions"] = new NestedOptionsMember(),
        ["Tools"] = new OptionMember(SettingKind.Tools),
        ["ToolChoice"] = new OptionMember(SettingKind.ToolChoice),
        ["PreviousResponseId"] = new OptionMember(SettingKind.Conversation),
    };

    /// <summary>The same methods where the request is JSON already.</summary>
    private static SdkType Bodies(string name) => new(Responses + name)
    {
        ["CreateResponse"] = new BodyCallMember("content", RawHttpOpenAI.Responses),
        ["CreateResponseAsync"] = new BodyCallMember("content", RawHttpOpenAI.Responses),
    };

    private static SdkType Reply(string name) => new(Responses + name)
    {
        ["GetOutputText"] = Text,
        ["OutputItems"] = Envelope,
        ["Status"] = Ending,
        ["IncompleteStatusDetails"] = Ending,
        ["Error"] = Ending,
    };

    private static MessageMember Message(MessageRole role) =>
        new(role, ImmutableArray.Create("inputTextContent", "outputTextContent", "contentParts", "functionOutput"));
}
