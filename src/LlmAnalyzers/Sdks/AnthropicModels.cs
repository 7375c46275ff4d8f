namespace LlmAnalyzers.Sdks;

/// <summary>The enum of model ids of the package <c>Anthropic</c>, 10.0 to 13.12. Its numbers shift between versions; its names do not.</summary>
internal static class AnthropicModels
{
    public static SdkType Enum { get; } = new("Anthropic.Models.Messages.Model")
    {
        ["Claude_3_Haiku_20240307"] = new ValueMember("claude-3-haiku-20240307"),
        ["Claude_3_Opus_20240229"] = new ValueMember("claude-3-opus-20240229"),
        ["Claude3OpusLatest"] = new ValueMember("claude-3-opus-latest"),
        ["Claude3_5Haiku20241022"] = new ValueMember("claude-3-5-haiku-20241022"),
        ["Claude3_5HaikuLatest"] = new ValueMember("claude-3-5-haiku-latest"),
        ["Claude3_7Sonnet20250219"] = new ValueMember("claude-3-7-sonnet-20250219"),
        ["Claude3_7SonnetLatest"] = new ValueMember("claude-3-7-sonnet-latest"),
        ["Claude4Opus20250514"] = new ValueMember("claude-4-opus-20250514"),
        ["Claude4Sonnet20250514"] = new ValueMember("claude-4-sonnet-20250514"),
        ["ClaudeFable5"] = new ValueMember("claude-fable-5"),
        ["ClaudeFable5_1"] = new ValueMember("claude-fable-5-1"),
        ["ClaudeFable5_2"] = new ValueMember("claude-fable-5-2"),
        ["ClaudeHaiku4_5"] = new ValueMember("claude-haiku-4-5"),
        ["ClaudeHaiku4_5_20251001"] = new ValueMember("claude-haiku-4-5-20251001"),
        ["ClaudeHaiku5_5"] = new ValueMember("claude-haiku-5-5"),
        ["ClaudeMythos5"] = new ValueMember("claude-mythos-5"),
        ["ClaudeMythos5_1"] = new ValueMember("claude-mythos-5-1"),
        ["ClaudeMythos5_2"] = new ValueMember("claude-mythos-5-2"),
        ["ClaudeMythosPreview"] = new ValueMember("claude-mythos-preview"),
        ["ClaudeOpus4_0"] = new ValueMember("claude-opus-4-0"),
        ["ClaudeOpus4_20250514"] = new ValueMember("claude-opus-4-20250514"),
        ["ClaudeOpus4_1"] = new ValueMember("claude-opus-4-1"),
        ["ClaudeOpus4_1_20250805"] = new ValueMember("claude-opus-4-1-20250805"),
        ["ClaudeOpus4_5"] = new ValueMember("claude-opus-4-5"),
        ["ClaudeOpus4_5_20251101"] = new ValueMember("claude-opus-4-5-20251101"),
        ["ClaudeOpus4_6"] = new ValueMember("claude-opus-4-6"),
        ["ClaudeOpus4_7"] = new ValueMember("claude-opus-4-7"),
        ["ClaudeOpus4_8"] = new ValueMember("claude-opus-4-8"),
        ["ClaudeOpus5"] = new ValueMember("claude-opus-5"),
        ["ClaudeOpus5_5"] = new ValueMember("claude-opus-5-5"),
        ["ClaudeSonnet4_0"] = new ValueMember("claude-sonnet-4-0"),
        ["ClaudeSonnet4_20250514"] = new ValueMember("claude-sonnet-4-20250514"),
        ["ClaudeSonnet4_5"] = new ValueMember("claude-sonnet-4-5"),
        ["ClaudeSonnet4_5_20250929"] = new ValueMember("claude-sonnet-4-5-20250929"),
        ["ClaudeSonnet4_6"] = new ValueMember("claude-sonnet-4-6"),
        ["ClaudeSonnet5"] = new ValueMember("claude-sonnet-5"),
        ["ClaudeSonnet5_5"] = new ValueMember("claude-sonnet-5-5"),
    };
}
