using System.Threading.Tasks;
using Xunit;

namespace LlmAnalyzers.Tests.Rules;

/// <summary>
/// LLM2001: creative intent cancels what is only structure (JSON, schemas, forced tools, seeds, names), and leaves what decides.
/// Each case shows both sides with prompts that differ in little.
/// </summary>
public class CreativeIntentTests() : RuleTests("LLM2001")
{
    private const string Names = "record Names(string[] Suggestions);";

    private static string Call(string prompt, string option, string use) => $$"""
        var options = new ChatCompletionOptions { Temperature = [|0.9f|], {{option}} };
        ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("{{prompt}}"), new UserChatMessage(input)], options);
        return {{use}};
        """;

    [Theory]
    [InlineData("«Invent three names for a cat¦Name the three cats in the text».")]
    [InlineData("«Write a short story about¦Find» the customer.")]
    [InlineData("«Brainstorm ideas for a party¦List the parties in the contract».")]
    [InlineData("«Generate ten quiz questions about¦Find the dates in» the text.")]
    [InlineData("«Compose a limerick about¦Read» the order.")]
    [InlineData("«Create five catchy slogans for¦Read the price of» the product.")]
    [InlineData("«You are a creative copywriter. Be original¦You are an accountant. Be exact».")]
    [InlineData("«Suggest alternative titles for¦Read the title of» the book.")]
    [InlineData("«Make up realistic test data for¦Read» the customer.")]
    [InlineData("«Imagine a conversation between¦Read the names of» two customers.")]
    [InlineData("«Erfinde eine Geschichte über¦Lies» den Kunden.")]
    public Task Creative_JSON(string prompt) => SilentOpenAIAsync(Call(prompt, "MaxOutputTokenCount = 500", "JsonSerializer.Deserialize<Names>(completion.Content[0].Text)"), Names);

    [Theory]
    [InlineData("ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(\"n\", BinaryData.FromString(\"{}\"), jsonSchemaIsStrict: true)")]
    [InlineData("Tools = { ChatTool.CreateFunctionTool(\"n\") }, ToolChoice = ChatToolChoice.CreateRequiredChoice()")]
    [InlineData("Seed = 42")]
    public Task Creative_structure(string option) => SilentOpenAIAsync(Call("«Invent three names for a cat¦Name the three cats in the text».", option, "completion"));

    [Theory]
    [InlineData("int.Parse(completion.Content[0].Text)")]
    [InlineData("completion.Content[0].Text == \"YES\"")]
    [InlineData("Enum.Parse<DayOfWeek>(completion.Content[0].Text)")]
    [InlineData("completion.Content[0].Text switch { \"a\" => 1, _ => 2 }")]
    public Task What_decides_is_not_cancelled(string use) => ReportsOpenAIAsync(Call("Invent a number from one to ten.", "MaxOutputTokenCount = 5", use));

    [Fact]
    public Task A_creative_user_message_cancels_too() => SilentExtensionsAIAsync("""
        var options = new ChatOptions { Temperature = [|0.9f|], ResponseFormat = ChatResponseFormat.ForJsonSchema<Names>() };
        var response = await client.GetResponseAsync([new(ChatRole.System, "You know cats."), new(ChatRole.User, "«Invent three unusual names¦Name the owners».")], options);
        return response.Text;
        """, Names);

    [Fact]
    public Task Creative_instructions_beside_the_messages_cancel_too() => SilentExtensionsAIAsync("""
        var options = new ChatOptions { Temperature = [|0.9f|], Instructions = "«Write a poem¦Read the names».", ResponseFormat = ChatResponseFormat.ForJsonSchema<Names>() };
        return (await client.GetResponseAsync(input, options)).Text;
        """, Names);

    [Fact]
    public Task Creative_work_in_a_member_with_a_deterministic_name() => SilentExtensionsAIAsync("", """
        internal async Task<string> ExtractNamesAsync(string input)
        {
            var response = await client.GetResponseAsync([new(ChatRole.System, "«Invent a story about¦Name» the people in the text."), new(ChatRole.User, input)], new ChatOptions { Temperature = [|0.9f|] });
            return response.Text;
        }
        """);

    [Theory]
    [InlineData("Do not invent names. Classify the ticket.")]
    [InlineData("Extract the title of the story.")]
    [InlineData("Classify the poem by its mood.")]
    [InlineData("Classify the idea as new or known.")]
    public Task Words_of_creation_in_a_task_that_is_not(string prompt) => ReportsOpenAIAsync(Call(prompt, "MaxOutputTokenCount = 5", "completion.Content[0].Text"));
}
