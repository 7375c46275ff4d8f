using System.Collections.Immutable;
using LlmAnalyzers.Calls;

namespace LlmAnalyzers.Sdks;

/// <summary>Bodies and replies of Anthropic's Messages API. The system prompt stands beside the messages, and a cap is required.</summary>
internal static class RawHttpAnthropic
{
    public static HttpApi Messages { get; } = new()
    {
        Name = "messages",
        Provider = "anthropic",
        Abilities = SurfaceAbilities.SystemMessage | SurfaceAbilities.Temperature | SurfaceAbilities.JsonSchema,
        Paths = ImmutableArray.Create(
            new PathEnd("v1/messages") { Confirming = ImmutableArray.Create("messages", "max_tokens") },
            new PathEnd("messages") { Confirming = ImmutableArray.Create("model", "messages", "max_tokens") }),
        Settings = ImmutableDictionary<string, SettingKind>.Empty
            .Add("model", SettingKind.Model)
            .Add("temperature", SettingKind.Temperature)
            .Add("top_p", SettingKind.TopP)
            .Add("top_k", SettingKind.TopK)
            .Add("max_tokens", SettingKind.MaxOutputTokens)
            .Add("stop_sequences", SettingKind.StopSequences)
            .Add("output_config.effort", SettingKind.ReasoningEffort)
            .Add("tools", SettingKind.Tools)
            .Add("container", SettingKind.Conversation),
        Instructions = ImmutableArray.Create("system"),
        Messages = "messages",
        Contracts = ImmutableArray.Create(
            new ContractField("output_config.format.type", "json_schema", OutputContract.StrictJsonSchema),
            new ContractField("output_format.type", "json_schema", OutputContract.StrictJsonSchema)),
        ToolChoice = "tool_choice",
        ReplyTexts = ImmutableArray.Create("content.text", "delta.text"),
        ReplyEndings = ImmutableArray.Create("stop_reason", "content.type", "delta.stop_reason"),
        EndingToldBy = "'stop_reason'",
        Spelling = HttpApi.Spell(temperature: "temperature", format: "output_config.format", jsonMode: null, schema: null, system: "$text", systemPath: "system"),
    };
}
