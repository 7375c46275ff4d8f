using System.Collections.Immutable;
using LlmAnalyzers.Calls;

namespace LlmAnalyzers.Sdks;

/// <summary>Bodies and replies of Ollama's own API. Other programs have such paths, so the body must look the part.</summary>
internal static class RawHttpOllama
{
    private const SurfaceAbilities All = SurfaceAbilities.SystemMessage | SurfaceAbilities.Temperature | SurfaceAbilities.JsonMode | SurfaceAbilities.JsonSchema;

    private static readonly ImmutableDictionary<string, SettingKind> Settings = ImmutableDictionary<string, SettingKind>.Empty
        .Add("model", SettingKind.Model)
        .Add("options.temperature", SettingKind.Temperature)
        .Add("options.top_p", SettingKind.TopP)
        .Add("options.top_k", SettingKind.TopK)
        .Add("options.num_predict", SettingKind.MaxOutputTokens)
        .Add("options.seed", SettingKind.Seed)
        .Add("options.stop", SettingKind.StopSequences)
        .Add("options.frequency_penalty", SettingKind.FrequencyPenalty)
        .Add("options.presence_penalty", SettingKind.PresencePenalty)
        .Add("tools", SettingKind.Tools);

    private static readonly ImmutableArray<ContractField> Contracts = ImmutableArray.Create(
        new ContractField("format", "json", OutputContract.JsonMode),
        new ContractField("format", null, OutputContract.JsonSchema));

    private static readonly ImmutableArray<string> Endings = ImmutableArray.Create("done_reason", "message.tool_calls");

    public static HttpApi Chat { get; } = new()
    {
        Name = "Ollama chat",
        Provider = "ollama",
        Abilities = All,
        Paths = ImmutableArray.Create(new PathEnd("api/chat") { Confirming = ImmutableArray.Create("model", "messages") }),
        Settings = Settings,
        Messages = "messages",
        Contracts = Contracts,
        StreamsByDefault = true,
        ReplyTexts = ImmutableArray.Create("message.content"),
        ReplyEndings = Endings,
        EndingToldBy = "'done_reason'",
        Spelling = Spell("new {{ role = \"system\", content = $text }}", systemPath: null),
    };

    public static HttpApi Generate { get; } = new()
    {
        Name = "Ollama generate",
        Provider = "ollama",
        Abilities = All,
        Paths = ImmutableArray.Create(new PathEnd("api/generate") { Confirming = ImmutableArray.Create("model", "prompt") }),
        Settings = Settings
            .Add("context", SettingKind.Conversation)
            .Add("raw", SettingKind.RawRequest)
            .Add("template", SettingKind.RawRequest),
        Instructions = ImmutableArray.Create("system"),
        Messages = "prompt",
        IsSingleText = true,
        Contracts = Contracts,
        StreamsByDefault = true,
        ReplyTexts = ImmutableArray.Create("response"),
        ReplyEndings = Endings,
        EndingToldBy = "'done_reason'",
        Spelling = Spell("$text", systemPath: "system"),
    };

    private static SdkSpelling Spell(string system, string? systemPath) => HttpApi.Spell(
        temperature: "options.temperature",
        format: "format",
        jsonMode: "\"json\"",
        schema: """
            {System.Text.Json.Nodes.JsonNode}.Parse(
                $schema)
            """,
        system,
        systemPath);
}
