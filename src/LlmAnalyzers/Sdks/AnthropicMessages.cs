using System.Collections.Immutable;
using LlmAnalyzers.Calls;
using static LlmAnalyzers.Sdks.Meanings;

namespace LlmAnalyzers.Sdks;

/// <summary>
/// The official package <c>Anthropic</c>, 10.0 to 13.12: messages, the beta of the same, and the adapters to <c>IChatClient</c>.
/// Everything of a request is in one record of parameters. Values are wrapped in unions and enums that convert implicitly.
/// </summary>
/// <remarks>Up to 12 a message is <c>MessageParam</c> with a role; from 13 on that is a union of one type per role, and there is no temperature.</remarks>
internal static class AnthropicMessages
{
    private const string Messages = "Anthropic.Models.Messages.";
    private const string Services = "Anthropic.Services.";

    private static readonly ImmutableDictionary<string, ParameterMeaning> Parameters = Map(
        ("service", ParameterMeaning.Client),
        ("parameters", ParameterMeaning.Options),
        ("cancellationToken", ParameterMeaning.None));

    private static readonly CallMember Complete = new(Parameters);
    private static readonly CallMember Stream = new(Parameters) { IsStreaming = true };
    /// <summary>Whether the service takes another root than an object is not documented.</summary>
    private static readonly SchemaMember FromType = new(SchemaPurpose.ResponseFormat) { IsFromType = true, IsAlwaysStrict = true, TakesAnyRoot = true };
    private static readonly CallMember Typed = new(Parameters) { IsTyped = true };
    private static readonly ClientMember Passes = new() { InnerParameter = "this" };
    private static readonly ClientMember Adapter = new()
    {
        InnerParameter = "client",
        ModelParameter = "defaultModelId",
        SettingParameters = ImmutableDictionary<string, SettingKind>.Empty.Add("defaultMaxOutputTokens", SettingKind.MaxOutputTokens),
    };

    private static readonly WrapperMember Wraps = new("value");
    private static readonly PartMember OtherPart = new(null);
    private static readonly MessagePropertyMember Content = new(IsRole: false);
    private static readonly ReplyMember Envelope = new(ReplyStep.Envelope);
    private static readonly ReplyMember Contents = new(ReplyStep.Envelope) { MayBeEmpty = true };
    private static readonly ReplyMember Picked = new(ReplyStep.Envelope) { OutParameter = "value" };
    private static readonly ReplyMember Text = new(ReplyStep.Text);
    private static readonly ReplyMember Ending = new(ReplyStep.Ending);

    public static SdkSurface Surface { get; } = new()
    {
        Name = "Anthropic",
        Provider = "anthropic",
        Abilities = SurfaceAbilities.SystemMessage | SurfaceAbilities.JsonSchema,
        EndingToldBy = "'StopReason'",
        Types = TypesOf(Messages, Services, "").AddRange(
            AnthropicModels.Enum,
            new SdkType("Anthropic.Core.ApiEnum`2") { ["op_Implicit"] = Wraps },
            new SdkType("Anthropic.Core.HttpResponse`1") { ["Deserialize"] = Envelope },
            new SdkType("Anthropic.SseAggregatorExtensions") { ["Aggregate"] = Envelope },
            new SdkType("Anthropic.AnthropicClient")
            {
                [SdkType.Constructor] = new ClientMember { OptionsParameter = "options" },
                ["BaseUrl"] = new EndpointMember(),
            },
            new SdkType("Anthropic.Foundry.AnthropicFoundryClient") { [SdkType.Constructor] = new ClientMember { NamesDeployment = true } },
            new SdkType("Anthropic.Bedrock.AnthropicBedrockClient") { [SdkType.Constructor] = new ClientMember { Provider = "bedrock" } },
            new SdkType("Anthropic.Vertex.AnthropicVertexClient") { [SdkType.Constructor] = new ClientMember { Provider = "vertex" } },
            new SdkType("Anthropic.Core.ClientOptions") { ["BaseUrl"] = new EndpointMember() },
            new SdkType("Anthropic.IAnthropicClient")
            {
                ["Messages"] = Passes,
                ["Beta"] = Passes,
                ["WithRawResponse"] = Passes,
                ["WithOptions"] = Passes,
                ["BaseUrl"] = new EndpointMember(),
            },
            new SdkType("Anthropic.IAnthropicClientWithRawResponse") { ["Messages"] = Passes, ["Beta"] = Passes, ["WithOptions"] = Passes },
            new SdkType("Microsoft.Extensions.AI.AnthropicClientExtensions")
            {
                ["AsIChatClient"] = Adapter with { Drops = Dropped("client", Messages) },
            }),
        Spelling = SpellingOf(Messages, ""),
    };

    public static SdkSurface Beta { get; } = new()
    {
        Name = "Anthropic beta",
        Provider = "anthropic",
        Abilities = SurfaceAbilities.SystemMessage | SurfaceAbilities.JsonSchema,
        EndingToldBy = "'StopReason'",
        Types = TypesOf("Anthropic.Models.Beta.Messages.", "Anthropic.Services.Beta.", "Beta").AddRange(
            Wrapper("Anthropic.Models.Beta.Messages.SystemMessageContentBlock"),
            new SdkType("Anthropic.Models.Beta.Messages.MessageCreateParams")
            {
                ["OutputFormat"] = new OptionMember(SettingKind.OutputContract),
                ["Thread"] = new OptionMember(SettingKind.Conversation),
                ["McpServers"] = new OptionMember(SettingKind.Tools),
            },
            new SdkType("Anthropic.Services.IBetaService") { ["Messages"] = Passes, ["WithRawResponse"] = Passes, ["WithOptions"] = Passes },
            new SdkType("Anthropic.Services.IBetaServiceWithRawResponse") { ["Messages"] = Passes, ["WithOptions"] = Passes },
            new SdkType("Microsoft.Extensions.AI.AnthropicBetaClientExtensions")
            {
                ["AsIChatClient"] = Adapter with { InnerParameter = "betaService", Drops = Dropped("betaService", "Anthropic.Models.Beta.Messages.") },
            }),
        Spelling = SpellingOf("Anthropic.Models.Beta.Messages.", "Beta"),
    };

    /// <summary>The types that messages and their beta have alike.</summary>
    /// <param name="models">Namespace of what is sent and received.</param>
    /// <param name="services">Namespace of what sends.</param>
    /// <param name="prefix">Begins the names of most types of the beta.</param>
    private static ImmutableArray<SdkType> TypesOf(string models, string services, string prefix) => ImmutableArray.Create(
        new SdkType(models + "MessageCreateParams")
        {
            // The other constructors copy, or take raw JSON.
            [SdkType.Constructor] = new OptionsCreationMember(ImmutableDictionary<string, SettingKind>.Empty) { NestedParameter = "messageCreateParams" },
            ["Model"] = new OptionMember(SettingKind.Model),
            ["Messages"] = new MessagesMember(),
            ["System"] = new OptionMember(SettingKind.Instructions),
            ["MaxTokens"] = new OptionMember(SettingKind.MaxOutputTokens),
            ["Temperature"] = new OptionMember(SettingKind.Temperature),
            ["TopP"] = new OptionMember(SettingKind.TopP),
            ["TopK"] = new OptionMember(SettingKind.TopK),
            ["StopSequences"] = new OptionMember(SettingKind.StopSequences),
            ["OutputConfig"] = new NestedOptionsMember(),
            ["Tools"] = new OptionMember(SettingKind.Tools),
            ["ToolChoice"] = new OptionMember(SettingKind.ToolChoice),
        },
        new SdkType(services + "IMessageService")
        {
            ["Create"] = Complete,
            ["CreateStreaming"] = Stream,
            ["WithRawResponse"] = Passes,
            ["WithOptions"] = Passes,
        },
        new SdkType(services + "IMessageServiceWithRawResponse") { ["Create"] = Complete, ["CreateStreaming"] = Stream, ["WithOptions"] = Passes },
        new SdkType(services + prefix + "MessageServiceExtensions") { ["Create"] = Typed },
        new SdkType(models + prefix + "OutputConfig")
        {
            ["Format"] = new OptionMember(SettingKind.OutputContract),
            ["Effort"] = new OptionMember(SettingKind.ReasoningEffort),
        },
        // The service keeps every schema it is given: there is no switch for it.
        new SdkType(models + prefix + "JsonOutputFormat") { [SdkType.Constructor] = new ContractMember(OutputContract.StrictJsonSchema) },
        new SdkType("Anthropic.Helpers.StructuredOutput") { [$"Create{prefix}JsonFormat"] = new ContractMember(OutputContract.StrictJsonSchema) },
        new SdkType(models + prefix + "JsonOutputFormat") { [SdkType.Constructor] = new SchemaMember(SchemaPurpose.ResponseFormat) { SchemaProperty = "Schema", IsAlwaysStrict = true } },
        new SdkType("Anthropic.Helpers.StructuredOutput") { [$"Create{prefix}JsonFormat`1"] = FromType },
        new SdkType(services + prefix + "MessageServiceExtensions") { ["Create`1"] = FromType },
        new SdkType(models + "Effort")
        {
            ["Low"] = new ValueMember("low"),
            ["Medium"] = new ValueMember("medium"),
            ["High"] = new ValueMember("high"),
            ["Xhigh"] = new ValueMember("xhigh"),
            ["Max"] = new ValueMember("max"),
        },
        Wrapper(models + prefix + "ToolChoice"),
        new SdkType(models + prefix + "ToolChoiceAuto") { [SdkType.Constructor] = new ContractMember(OutputContract.None) },
        new SdkType(models + prefix + "ToolChoiceNone") { [SdkType.Constructor] = new ContractMember(OutputContract.None) },
        new SdkType(models + prefix + "ToolChoiceAny") { [SdkType.Constructor] = new ContractMember(OutputContract.ForcedTool) },
        new SdkType(models + prefix + "ToolChoiceTool") { [SdkType.Constructor] = new ContractMember(OutputContract.ForcedTool) },
        Wrapper(models + "MessageCreateParamsSystem"),
        Wrapper(models + prefix + "MessageParam"),
        new SdkType(models + prefix + "MessageParam")
        {
            [SdkType.Constructor] = new MessageMember(MessageRole.Unknown, ImmutableArray<string>.Empty),
            ["Role"] = new MessagePropertyMember(IsRole: true),
            ["Content"] = Content,
        },
        Message(models + prefix + "UserMessageParam", MessageRole.User),
        Message(models + prefix + "AssistantMessageParam", MessageRole.Assistant),
        Message(models + prefix + "SystemMessageParam", MessageRole.System),
        new SdkType(models + "Role")
        {
            ["User"] = new RoleMember(MessageRole.User),
            ["Assistant"] = new RoleMember(MessageRole.Assistant),
            ["System"] = new RoleMember(MessageRole.System),
        },
        Wrapper(models + prefix + "MessageParamContent"),
        Wrapper(models + prefix + "MessageContentParam"),
        Wrapper(models + prefix + "SystemMessageParamContent"),
        Wrapper(models + prefix + "ContentBlockParam"),
        new SdkType(models + prefix + "TextBlockParam") { [SdkType.Constructor] = new PartMember("text"), ["Text"] = Content },
        new SdkType(models + prefix + "ImageBlockParam") { [SdkType.Constructor] = OtherPart },
        new SdkType(models + (prefix == "" ? "DocumentBlockParam" : "BetaRequestDocumentBlock")) { [SdkType.Constructor] = OtherPart },
        new SdkType(models + prefix + "SearchResultBlockParam") { [SdkType.Constructor] = OtherPart },
        new SdkType(models + prefix + "ThinkingBlockParam") { [SdkType.Constructor] = OtherPart },
        new SdkType(models + prefix + "RedactedThinkingBlockParam") { [SdkType.Constructor] = OtherPart },
        new SdkType(models + prefix + "ToolUseBlockParam") { [SdkType.Constructor] = OtherPart },
        new SdkType(models + prefix + "ToolResultBlockParam") { [SdkType.Constructor] = OtherPart },
        new SdkType(models + prefix + "Message") { ["Content"] = Contents, ["StopReason"] = Ending, ["StopDetails"] = Ending },
        new SdkType(models + prefix + "ContentBlock") { ["TryPickText"] = Picked, ["Value"] = Envelope },
        new SdkType(models + prefix + "TextBlock") { ["Text"] = Text },
        new SdkType($"Anthropic.Helpers.{prefix}StructuredMessage`1") { ["Content"] = Contents, ["Message"] = Envelope, ["StopReason"] = Ending },
        new SdkType($"Anthropic.Helpers.{prefix}StructuredContentBlock`1") { ["Parsed"] = new ReplyMember(ReplyStep.Typed), ["ContentBlock"] = Envelope },
        new SdkType(models + prefix + "RawMessageStreamEvent") { ["TryPickContentBlockDelta"] = Picked, ["TryPickDelta"] = Picked, ["Value"] = Envelope },
        new SdkType(models + prefix + "RawContentBlockDeltaEvent") { ["Delta"] = Envelope },
        new SdkType(models + prefix + "RawContentBlockDelta") { ["TryPickText"] = Picked, ["Value"] = Envelope },
        new SdkType(models + prefix + "TextDelta") { ["Text"] = Text },
        new SdkType(models + prefix + "RawMessageDeltaEvent") { ["Delta"] = Envelope },
        new SdkType(models + "Delta") { ["StopReason"] = Ending, ["StopDetails"] = Ending });

    private static SdkSpelling SpellingOf(string models, string prefix) => new()
    {
        OptionsType = models + "MessageCreateParams",
        OptionsParameter = "parameters",
        MessageType = models + prefix + "MessageParam",
        MessagesParameter = "parameters",
        TemperatureProperty = "Temperature",
        TemperatureZero = "0",
        FormatProperty = "OutputConfig.Format",
        SchemaFromTypeExpression = $"{{Anthropic.Helpers.StructuredOutput}}.Create{prefix}JsonFormat<$type>()",
        SchemaFromTypeNeeds = $"Anthropic.Helpers.StructuredOutput.Create{prefix}JsonFormat`1",
        SystemProperty = "System",
        SystemMessageExpression = "$text",
        UserMessageExpression = $"new {{{models}{prefix}UserMessageParam}}($text)",
        Guard = new(
            ImmutableArray.Create(models + prefix + "Message"),
            "message",
            $"$reply.StopReason == {{{models}{prefix}StopReason}}.MaxTokens || $reply.StopReason == {{{models}{prefix}StopReason}}.Refusal",
            "$reply.StopReason"),
    };

    /// <summary>From 13 on the adapter to <c>IChatClient</c> has nothing to put sampling settings into.</summary>
    private static ImmutableArray<DroppedSettings> Dropped(string client, string models) => ImmutableArray.Create(
        new DroppedSettings(client, SettingKind.Seed, SettingKind.FrequencyPenalty, SettingKind.PresencePenalty),
        new DroppedSettings(client, SettingKind.Temperature, SettingKind.TopP, SettingKind.TopK) { UnlessHas = models + "MessageCreateParams.Temperature" });

    private static SdkType Message(string name, MessageRole role) => new(name)
    {
        [SdkType.Constructor] = new MessageMember(role, ImmutableArray.Create("content")),
        ["Content"] = Content,
    };

    private static SdkType Wrapper(string name) => new(name) { [SdkType.Constructor] = Wraps, ["op_Implicit"] = Wraps };
}
