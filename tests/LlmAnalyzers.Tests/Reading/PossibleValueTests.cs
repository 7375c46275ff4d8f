using LlmAnalyzers.Calls;
using Xunit;

namespace LlmAnalyzers.Tests.Reading;

/// <summary>Values that something has where nobody gives it another.</summary>
public class PossibleValueTests
{
    private const string Settings = """
        class Settings { public float Warmth { get; set; } = 0.9f; public float Cold { get; set; } public string Model { get; set; } = "gpt-4o"; }
        static Settings Given = null!;
        static string Map(string name) => name switch { "small" => "gpt-4o-mini", "large" => "gpt-4o", _ => throw new Exception() };
        static string MapOr(string name) => name switch { "small" => "gpt-4o-mini", _ => name };
        """;

    [Theory]
    [InlineData("Given.Warmth", "0.9? or unknown")]
    [InlineData("Given.Cold", "unknown")]
    [InlineData("input == \"\" ? Given.Warmth : 0.2f", "0.9? or 0.2? or unknown")]
    public void A_temperature(string value, string expected) =>
        Assert.Equal(expected, Spelled.Setting(ReadCall.OpenAI($"await client.CompleteChatAsync([new UserChatMessage(input)], new ChatCompletionOptions {{ Temperature = {value} }});", Settings)[SettingKind.Temperature]));

    [Theory]
    [InlineData("Given.Model", "gpt-4o? or unknown")]
    [InlineData("Map(input)", "gpt-4o-mini? or gpt-4o?")]
    [InlineData("MapOr(input)", "gpt-4o-mini? or unknown")]
    [InlineData("input", "unknown")]
    public void A_model(string value, string expected) =>
        Assert.Equal(expected, Spelled.Setting(ReadCall.OpenAI($"await new OpenAIClient(input).GetChatClient({value}).CompleteChatAsync(input);", Settings)[SettingKind.Model]));

    [Fact]
    public void A_prompt_is_not_taken_from_a_default_value()
    {
        var call = ReadCall.OpenAI("await Ask();", "async Task Ask(string prompt = \"Tell a story.\") => await client.CompleteChatAsync(prompt);");

        Assert.Equal("user: {prompt}", Spelled.Conversation(call.Conversation));
    }
}
