using System.Collections.Immutable;
using LlmAnalyzers.Calls;
using static LlmAnalyzers.Sdks.Meanings;

namespace LlmAnalyzers.Sdks;

/// <summary>
/// The package <c>Azure.AI.OpenAI</c> 1.0.0-beta.5 to beta.17, an API of its own; from 2.0 on the id is another library, see <see cref="OpenAIChat"/>.
/// The model is an argument of the call up to beta.8, then a property of the options. No edit is offered: the service no longer takes these calls.
/// </summary>
internal static class AzureOpenAIBeta
{
    private const string Azure = "Azure.AI.OpenAI.";

    private static readonly ImmutableDictionary<string, ParameterMeaning> Parameters = Map(
        ("deploymentOrModelName", ParameterMeaning.Model),
        ("chatCompletionsOptions", ParameterMeaning.Options),
        ("cancellationToken", ParameterMeaning.None));

    private static readonly CallMember Complete = new(Parameters);
    private static readonly CallMember Stream = new(Parameters) { IsStreaming = true };
    private static readonly ReplyMember Envelope = new(ReplyStep.Envelope);
    private static readonly ReplyMember Text = new(ReplyStep.Text);
    private static readonly ReplyMember Ending = new(ReplyStep.Ending);

    public static SdkSurface Surface { get; } = new()
    {
        Name = "Azure.AI.OpenAI 1.0 beta",
        Provider = "azure",
        Abilities = SurfaceAbilities.SystemMessage | SurfaceAbilities.Temperature | SurfaceAbilities.JsonMode,
        AbilityNeeds = ImmutableDictionary<SurfaceAbilities, string>.Empty.Add(SurfaceAbilities.JsonMode, Azure + "ChatCompletionsOptions.ResponseFormat"),
        EndingToldBy = "'FinishReason'",
        Types = ImmutableArray.Create(
            new SdkType(Azure + "ChatCompletionsOptions")
            {
                [SdkType.Constructor] = new OptionsCreationMember(ImmutableDictionary<string, SettingKind>.Empty.Add("deploymentName", SettingKind.Model))
                {
                    MessagesParameter = "messages",
                },
                ["DeploymentName"] = new OptionMember(SettingKind.Model),
                ["Messages"] = new MessagesMember(),
                ["Temperature"] = new OptionMember(SettingKind.Temperature),
                ["NucleusSamplingFactor"] = new OptionMember(SettingKind.TopP),
                ["MaxTokens"] = new OptionMember(SettingKind.MaxOutputTokens),
                ["FrequencyPenalty"] = new OptionMember(SettingKind.FrequencyPenalty),
                ["PresencePenalty"] = new OptionMember(SettingKind.PresencePenalty),
                ["Seed"] = new OptionMember(SettingKind.Seed),
                ["StopSequences"] = new OptionMember(SettingKind.StopSequences),
                ["EnableLogProbabilities"] = new OptionMember(SettingKind.LogProbabilities),
                ["LogProbabilitiesPerToken"] = new OptionMember(SettingKind.TopLogProbabilities),
                ["ResponseFormat"] = new OptionMember(SettingKind.OutputContract),
                ["Functions"] = new OptionMember(SettingKind.Tools),
                ["Tools"] = new OptionMember(SettingKind.Tools),
                ["ToolChoice"] = new OptionMember(SettingKind.ToolChoice),
            },
            new SdkType(Azure + "OpenAIClient")
            {
                [SdkType.Constructor] = new ClientMember { NamesDeployment = true },
                ["GetChatCompletions"] = Complete,
                ["GetChatCompletionsAsync"] = Complete,
                ["GetChatCompletionsStreaming"] = Stream,
                ["GetChatCompletionsStreamingAsync"] = Stream,
            },
            new SdkType(Azure + "ChatCompletionsResponseFormat")
            {
                ["Text"] = new ContractMember(OutputContract.None),
                ["JsonObject"] = new ContractMember(OutputContract.JsonMode),
            },
            new SdkType(Azure + "ChatCompletionsToolChoice")
            {
                ["Auto"] = new ContractMember(OutputContract.None),
                ["None"] = new ContractMember(OutputContract.None),
            },
            new SdkType(Azure + "ChatRole")
            {
                ["System"] = new RoleMember(MessageRole.System),
                ["User"] = new RoleMember(MessageRole.User),
                ["Assistant"] = new RoleMember(MessageRole.Assistant),
                ["Function"] = new RoleMember(MessageRole.Tool),
                ["Tool"] = new RoleMember(MessageRole.Tool),
                [SdkType.Constructor] = new RoleNameMember("value"),
                ["op_Implicit"] = new RoleNameMember("value"),
            },
            new SdkType(Azure + "ChatMessage")
            {
                [SdkType.Constructor] = new MessageMember(MessageRole.Unknown, ImmutableArray.Create("content")) { RoleParameter = "role" },
                ["Role"] = new MessagePropertyMember(IsRole: true),
                ["Content"] = new MessagePropertyMember(IsRole: false),
            },
            new SdkType(Azure + "ChatMessage") { ["Content"] = Text, ["FunctionCall"] = Ending },
            new SdkType(Azure + "ChatRequestSystemMessage") { [SdkType.Constructor] = Message(MessageRole.System) },
            new SdkType(Azure + "ChatRequestUserMessage") { [SdkType.Constructor] = Message(MessageRole.User) },
            new SdkType(Azure + "ChatRequestAssistantMessage") { [SdkType.Constructor] = Message(MessageRole.Assistant) },
            new SdkType(Azure + "ChatRequestToolMessage") { [SdkType.Constructor] = Message(MessageRole.Tool) },
            new SdkType(Azure + "ChatRequestFunctionMessage") { [SdkType.Constructor] = Message(MessageRole.Tool) },
            new SdkType(Azure + "ChatMessageTextContentItem") { [SdkType.Constructor] = new PartMember("text") },
            new SdkType(Azure + "ChatMessageImageContentItem") { [SdkType.Constructor] = new PartMember(null) },
            new SdkType("Azure.Response`1") { ["Value"] = Envelope, ["op_Implicit"] = Envelope },
            new SdkType(Azure + "ChatCompletions") { ["Choices"] = new ReplyMember(ReplyStep.Envelope) { MayBeEmpty = true } },
            new SdkType(Azure + "ChatChoice") { ["Message"] = Envelope, ["FinishReason"] = Ending },
            new SdkType(Azure + "ChatResponseMessage") { ["Content"] = Text, ["FunctionCall"] = Ending, ["ToolCalls"] = Ending },
            new SdkType(Azure + "StreamingChatCompletions") { ["GetChoicesStreaming"] = Envelope },
            new SdkType(Azure + "StreamingChatChoice") { ["GetMessageStreaming"] = Envelope, ["FinishReason"] = Ending },
            new SdkType(Azure + "StreamingChatCompletionsUpdate") { ["ContentUpdate"] = Text, ["FinishReason"] = Ending }),
    };

    private static MessageMember Message(MessageRole role) => new(role, ImmutableArray.Create("content"));
}
