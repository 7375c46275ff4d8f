using System.Collections.Immutable;
using LlmAnalyzers.Calls;

namespace LlmAnalyzers.Sdks;

/// <summary>Bodies and replies of Google's <c>generateContent</c>. The model is in the address.</summary>
internal static class RawHttpGemini
{
    private const string Config = "generationConfig.";

    public static HttpApi GenerateContent { get; } = new()
    {
        Name = "generateContent",
        Provider = "google",
        Abilities = SurfaceAbilities.SystemMessage | SurfaceAbilities.Temperature | SurfaceAbilities.JsonMode | SurfaceAbilities.JsonSchema,
        Paths = ImmutableArray.Create(new PathEnd("*:generateContent"), new PathEnd("*:streamGenerateContent") { IsStreaming = true }),
        Settings = ImmutableDictionary<string, SettingKind>.Empty
            .Add(Config + "temperature", SettingKind.Temperature)
            .Add(Config + "topP", SettingKind.TopP)
            .Add(Config + "topK", SettingKind.TopK)
            .Add(Config + "maxOutputTokens", SettingKind.MaxOutputTokens)
            .Add(Config + "frequencyPenalty", SettingKind.FrequencyPenalty)
            .Add(Config + "presencePenalty", SettingKind.PresencePenalty)
            .Add(Config + "seed", SettingKind.Seed)
            .Add(Config + "stopSequences", SettingKind.StopSequences)
            .Add(Config + "responseLogprobs", SettingKind.LogProbabilities)
            .Add(Config + "logprobs", SettingKind.TopLogProbabilities)
            .Add(Config + "thinkingConfig.thinkingLevel", SettingKind.ReasoningEffort)
            .Add("tools", SettingKind.Tools)
            .Add("cachedContent", SettingKind.Conversation),
        Instructions = ImmutableArray.Create("systemInstruction"),
        Messages = "contents",
        Content = ImmutableArray.Create("parts"),
        Contracts = ImmutableArray.Create(
            new ContractField(Config + "responseSchema", null, OutputContract.StrictJsonSchema),
            new ContractField(Config + "responseJsonSchema", null, OutputContract.StrictJsonSchema),
            new ContractField(Config + "responseMimeType", "application/json", OutputContract.JsonMode),
            new ContractField(Config + "responseMimeType", "text/plain", OutputContract.None)),
        ToolChoice = "toolConfig.functionCallingConfig",
        TakesSnakeCase = true,
        ReplyTexts = ImmutableArray.Create("candidates.content.parts.text"),
        ReplyEndings = ImmutableArray.Create("candidates.finishReason", "promptFeedback", "candidates.content.parts.functionCall"),
        EndingToldBy = "'finishReason'",
        Spelling = HttpApi.Spell(
            temperature: Config + "temperature",
            format: Config + "responseMimeType",
            jsonMode: "\"application/json\"",
            schema: null,
            system: "new {{ parts = new[] {{ new {{ text = $text }} }} }}",
            systemPath: "systemInstruction"),
    };
}
