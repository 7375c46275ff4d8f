using System.Linq;
using LlmAnalyzers.Sdks;
using LlmAnalyzers.Tests.Verification;

namespace LlmAnalyzers.Tests.Sdks;

/// <summary>The tables of the package <c>Anthropic</c>, against the newest version and three older ones.</summary>
internal static class AnthropicCases
{
    private static readonly (string Reason, string[] Names)[] NotSettings =
    [
        (Because.NoRule, ["Thinking", "Container"]),
        (Because.NoMatter, ["CacheControl", "Diagnostics", "InferenceGeo", "Metadata", "ServiceTier", "Speed", "UserProfileID", "WorkspaceID"]),
    ];

    public static SurfaceCase Messages { get; } = new(AnthropicMessages.Surface, Sdk.Anthropic, Sdk.Anthropic13, Sdk.Anthropic12, Sdk.Anthropic12Early)
    {
        InOtherVersions = Because.Of(
            ("10.0", Models("Claude3OpusLatest", "Claude3_5Haiku20241022", "Claude3_5HaikuLatest", "Claude3_7Sonnet20250219", "Claude3_7SonnetLatest", "Claude4Opus20250514", "Claude4Sonnet20250514", "Claude_3_Opus_20240229")),
            ("packages of their own, for other hosts", ["Anthropic.Foundry.AnthropicFoundryClient", "Anthropic.Bedrock.AnthropicBedrockClient", "Anthropic.Vertex.AnthropicVertexClient"]),
            ("10.0 to 12.x before 12.36", Models("Claude_3_Haiku_20240307", "ClaudeOpus4_0", "ClaudeOpus4_20250514", "ClaudeSonnet4_0", "ClaudeSonnet4_20250514"))),
        NotCalls = Because.Of((Because.GeneratesNothing, ["Anthropic.Services.IMessageService.CountTokens", "Anthropic.Services.IMessageServiceWithRawResponse.CountTokens"])),
        NotSettings = Because.Of(NotSettings),
    };

    public static SurfaceCase Beta { get; } = new(AnthropicMessages.Beta, Sdk.Anthropic, Sdk.Anthropic13, Sdk.Anthropic12, Sdk.Anthropic12Early)
    {
        NotCalls = Because.Of((Because.GeneratesNothing, ["Anthropic.Services.Beta.IMessageService.CountTokens", "Anthropic.Services.Beta.IMessageServiceWithRawResponse.CountTokens"])),
        NotSettings = Because.Of(
        [
            .. NotSettings,
            (Because.NoRule, ["Compaction", "ContextManagement", "Fallbacks", "Anthropic.Models.Beta.Messages.BetaOutputConfig.TaskBudget"]),
            (Because.NoMatter, ["BillingPolicy", "FallbackCreditToken", "Betas"]),
        ]),
    };

    private static string[] Models(params string[] names) => [.. names.Select(n => "Anthropic.Models.Messages.Model." + n)];
}
