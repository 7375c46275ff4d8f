using System.Collections.Immutable;
using LlmAnalyzers.Calls;

namespace LlmAnalyzers.Sdks;

/// <summary>Bodies and replies of OpenAI's chat completions, which most other services speak too, and of its Responses API.</summary>
internal static class RawHttpOpenAI
{
    private const SurfaceAbilities All = SurfaceAbilities.SystemMessage | SurfaceAbilities.Temperature | SurfaceAbilities.JsonMode | SurfaceAbilities.JsonSchema;

    private static readonly ImmutableDictionary<string, SettingKind> Shared = ImmutableDictionary<string, SettingKind>.Empty
        .Add("model", SettingKind.Model)
        .Add("temperature", SettingKind.Temperature)
        .Add("top_p", SettingKind.TopP)
        .Add("top_logprobs", SettingKind.TopLogProbabilities)
        .Add("tools", SettingKind.Tools);

    public static HttpApi Chat { get; } = new()
    {
        Name = "chat completions",
        Abilities = All,
        Paths = ImmutableArray.Create(new PathEnd("chat/completions")),
        Settings = Shared
            .Add("max_completion_tokens", SettingKind.MaxOutputTokens)
            .Add("max_tokens", SettingKind.MaxOutputTokens)
            .Add("frequency_penalty", SettingKind.FrequencyPenalty)
            .Add("presence_penalty", SettingKind.PresencePenalty)
            .Add("seed", SettingKind.Seed)
            .Add("random_seed", SettingKind.Seed)
            .Add("stop", SettingKind.StopSequences)
            .Add("logprobs", SettingKind.LogProbabilities)
            .Add("reasoning_effort", SettingKind.ReasoningEffort)
            .Add("functions", SettingKind.Tools),
        Messages = "messages",
        Contracts = ImmutableArray.Create(
            new ContractField("response_format.json_schema.strict", true, OutputContract.StrictJsonSchema),
            new ContractField("response_format.type", "json_schema", OutputContract.JsonSchema),
            new ContractField("response_format.type", "json_object", OutputContract.JsonMode),
            new ContractField("response_format.type", "text", OutputContract.None)),
        ToolChoice = "tool_choice",
        ReplyTexts = ImmutableArray.Create("choices.message.content", "choices.delta.content", "choices.message.content.text"),
        ReplyEndings = ImmutableArray.Create("choices.finish_reason", "choices.message.refusal", "choices.message.tool_calls", "choices.message.function_call"),
        EndingToldBy = "'finish_reason' and 'refusal'",
        Spelling = HttpApi.Spell(
            temperature: "temperature",
            format: "response_format",
            jsonMode: "new {{ type = \"json_object\" }}",
            schema: """
                new
                {{
                    type = "json_schema",
                    json_schema = new
                    {{
                        name = $name,
                        strict = true,
                        schema = {System.Text.Json.Nodes.JsonNode}.Parse(
                            $schema),
                    }},
                }}
                """,
            system: "new {{ role = \"system\", content = $text }}"),
    };

    public static HttpApi Responses { get; } = new()
    {
        Name = "responses",
        Abilities = All,
        Paths = ImmutableArray.Create(
            new PathEnd("v1/responses") { Confirming = ImmutableArray.Create("input") },
            new PathEnd("openai/responses") { Confirming = ImmutableArray.Create("input") },
            new PathEnd("responses") { Confirming = ImmutableArray.Create("input", "model") }),
        Settings = Shared
            .Add("max_output_tokens", SettingKind.MaxOutputTokens)
            .Add("reasoning.effort", SettingKind.ReasoningEffort)
            .Add("previous_response_id", SettingKind.Conversation)
            .Add("conversation", SettingKind.Conversation)
            .Add("prompt", SettingKind.RawRequest),
        Instructions = ImmutableArray.Create("instructions"),
        Messages = "input",
        Contracts = ImmutableArray.Create(
            new ContractField("text.format.strict", true, OutputContract.StrictJsonSchema),
            new ContractField("text.format.type", "json_schema", OutputContract.JsonSchema),
            new ContractField("text.format.type", "json_object", OutputContract.JsonMode),
            new ContractField("text.format.type", "text", OutputContract.None)),
        ToolChoice = "tool_choice",
        ReplyTexts = ImmutableArray.Create("output.content.text", "output_text"),
        ReplyEndings = ImmutableArray.Create("status", "incomplete_details", "output.status", "output.type", "output.content.type", "output.content.refusal"),
        EndingToldBy = "'status'",
        Spelling = HttpApi.Spell(
            temperature: "temperature",
            format: "text.format",
            jsonMode: "new {{ type = \"json_object\" }}",
            schema: """
                new
                {{
                    type = "json_schema",
                    name = $name,
                    strict = true,
                    schema = {System.Text.Json.Nodes.JsonNode}.Parse(
                        $schema),
                }}
                """,
            system: "$text",
            systemPath: "instructions"),
    };
}
