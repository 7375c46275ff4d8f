using System.Collections.Immutable;
using LlmAnalyzers.Calls;
using static LlmAnalyzers.Sdks.Meanings;

namespace LlmAnalyzers.Sdks;

/// <summary>
/// Microsoft Agent Framework, <c>Microsoft.Agents.AI</c>: an agent is a client with instructions and options of its own, which each run
/// may replace one by one. Messages and options are those of <see cref="ExtensionsAI"/>.
/// </summary>
internal static class AgentFramework
{
    private const string Agents = "Microsoft.Agents.AI.";

    private static readonly ImmutableDictionary<string, ParameterMeaning> Parameters = Map(
        ("message", ParameterMeaning.UserMessage),
        ("messages", ParameterMeaning.Messages),
        ("session", ParameterMeaning.Conversation),
        ("thread", ParameterMeaning.Conversation),
        ("options", ParameterMeaning.Options),
        ("serializerOptions", ParameterMeaning.None),
        ("cancellationToken", ParameterMeaning.None));

    private static readonly CallMember Run = new(Parameters) { IsByAgent = true };
    private static readonly CallMember Stream = new(Parameters) { IsByAgent = true, IsStreaming = true };
    private static readonly CallMember Typed = new(Parameters) { IsByAgent = true, IsTyped = true };
    private static readonly SchemaMember FromType = new(SchemaPurpose.ResponseFormat) { IsFromType = true, TakesAnyRoot = true };
    private static readonly ReplyMember Envelope = new(ReplyStep.Envelope);
    private static readonly ReplyMember Text = new(ReplyStep.Text);
    private static readonly ReplyMember Ending = new(ReplyStep.Ending);

    public static SdkSurface Surface { get; } = new()
    {
        Name = "Agent Framework",
        Abilities = SurfaceAbilities.SystemMessage | SurfaceAbilities.Temperature | SurfaceAbilities.JsonMode | SurfaceAbilities.JsonSchema,
        EndingToldBy = "'FinishReason'",
        Types = ImmutableArray.Create(
            Runner("AIAgent"),
            Runner("ChatClientAgent"),
            new SdkType(Agents + "AIAgent") { ["RunAsync`1"] = FromType },
            new SdkType(Agents + "ChatClientAgent") { ["RunAsync`1"] = FromType },
            new SdkType(Agents + "ChatClientAgent") { [SdkType.Constructor] = Agent("chatClient") },
            Factory("Microsoft.Extensions.AI.ChatClientExtensions", "chatClient"),
            new SdkType("Microsoft.Extensions.AI.ChatClientBuilderExtensions") { ["BuildAIAgent"] = Agent("builder") },
            Factory("OpenAI.Chat.OpenAIChatClientExtensions", "client"),
            Factory("OpenAI.Responses.OpenAIResponseClientExtensions", "client", "model"),
            Factory("OpenAI.OpenAIChatClientExtensions", "client"),
            Factory("OpenAI.OpenAIResponseClientExtensions", "client"),
            Factory("Anthropic.AnthropicClientExtensions", "client", "model", ImmutableDictionary<string, SettingKind>.Empty.Add("defaultMaxTokens", SettingKind.MaxOutputTokens)),
            new SdkType(Agents + "AIAgentBuilder")
            {
                [SdkType.Constructor] = new ClientMember { InnerParameter = "innerAgent" },
                ["Build"] = new ClientMember { InnerParameter = "this" },
                ["Use"] = new ClientMember { InnerParameter = "this", ChangesRequests = true },
            },
            new SdkType(Agents + "AIAgentExtensions") { ["AsBuilder"] = new ClientMember { InnerParameter = "innerAgent" } },
            new SdkType(Agents + "ChatClientAgentOptions")
            {
                ["ChatOptions"] = new NestedOptionsMember { HoldsAll = true },
                ["Instructions"] = new OptionMember(SettingKind.Instructions),
                ["AIContextProviders"] = new OptionMember(SettingKind.RawRequest),
                ["ChatHistoryProvider"] = new OptionMember(SettingKind.Conversation),
                ["EnableMessageInjection"] = new OptionMember(SettingKind.RawRequest),
                ["Clone"] = new CopyMember(),
            },
            new SdkType(Agents + "AgentRunOptions")
            {
                ["ResponseFormat"] = new OptionMember(SettingKind.OutputContract),
                ["AdditionalProperties"] = ExtensionsAI.AdditionalProperties,
                ["ContinuationToken"] = new OptionMember(SettingKind.Conversation),
                ["Clone"] = new CopyMember(),
            },
            new SdkType(Agents + "ChatClientAgentRunOptions")
            {
                [SdkType.Constructor] = new OptionsCreationMember(ImmutableDictionary<string, SettingKind>.Empty) { NestedParameter = "chatOptions" },
                ["ChatOptions"] = new NestedOptionsMember { HoldsAll = true },
                ["ChatClientFactory"] = new OptionMember(SettingKind.RawRequest),
                ["Clone"] = new CopyMember(),
            },
            Reply("AgentResponse"),
            Reply("AgentRunResponse"),
            new SdkType(Agents + "AgentResponse`1") { ["Result"] = new ReplyMember(ReplyStep.Typed) },
            new SdkType(Agents + "AgentRunResponse`1") { ["Result"] = new ReplyMember(ReplyStep.Typed) },
            Update("AgentResponseUpdate"),
            Update("AgentRunResponseUpdate"),
            new SdkType(Agents + "AgentResponseExtensions")
            {
                ["AsChatResponse"] = Envelope,
                ["AsChatResponseUpdate"] = Envelope,
                ["AsChatResponseUpdatesAsync"] = Envelope,
                ["ToAgentResponse"] = Envelope,
                ["ToAgentResponseAsync"] = Envelope,
            }),
        Spelling = new()
        {
            OptionsType = Agents + "ChatClientAgentRunOptions",
            OptionsParameter = "options",
            MessageType = "Microsoft.Extensions.AI.ChatMessage",
            MessagesParameter = "messages",
            TemperatureProperty = "ChatOptions.Temperature",
            TemperatureZero = "0f",
            FormatProperty = "ChatOptions.ResponseFormat",
            JsonModeExpression = "{Microsoft.Extensions.AI.ChatResponseFormat}.Json",
            SchemaFromTypeExpression = "{Microsoft.Extensions.AI.ChatResponseFormat}.ForJsonSchema<$type>($options)",
            SchemaFromTypeNeeds = "Microsoft.Extensions.AI.ChatResponseFormat.ForJsonSchema`1",
            SystemProperty = "ChatOptions.Instructions",
            SystemMessageExpression = "$text",
            UserMessageExpression = "new {Microsoft.Extensions.AI.ChatMessage}({Microsoft.Extensions.AI.ChatRole}.User, $text)",
            Typed = new(Agents + "AIAgent.RunAsync`1", "Text", "Result"),
            Guard = new(
                ImmutableArray.Create(Agents + "AgentResponse", Agents + "AgentRunResponse"),
                "response",
                "$reply.FinishReason == {Microsoft.Extensions.AI.ChatFinishReason}.Length || $reply.FinishReason == {Microsoft.Extensions.AI.ChatFinishReason}.ContentFilter",
                "$reply.FinishReason"),
        },
    };

    private static SdkType Runner(string name) => new(Agents + name) { ["RunAsync"] = Run, ["RunAsync`1"] = Typed, ["RunStreamingAsync"] = Stream };

    private static SdkType Factory(string name, string inner, string? model = null, ImmutableDictionary<string, SettingKind>? settings = null)
    {
        var made = Agent(inner, model) with { SettingParameters = settings ?? ImmutableDictionary<string, SettingKind>.Empty };
        return new(name) { ["AsAIAgent"] = made, ["CreateAIAgent"] = made };
    }

    private static ClientMember Agent(string inner, string? model = null) => new()
    {
        InnerParameter = inner,
        ModelParameter = model,
        InstructionsParameter = "instructions",
        DefaultsParameter = "options",
    };

    private static SdkType Reply(string name) => new(Agents + name)
    {
        ["Text"] = Text,
        ["ToString"] = Text,
        ["Messages"] = Envelope,
        ["RawRepresentation"] = Envelope,
        ["FinishReason"] = Ending,
    };

    private static SdkType Update(string name) => new(Agents + name)
    {
        ["Text"] = Text,
        ["ToString"] = Text,
        ["Contents"] = Envelope,
        ["FinishReason"] = Ending,
    };
}
