using System.Threading.Tasks;
using Xunit;

namespace LlmAnalyzers.Tests.Rules;

/// <summary>LLM2001: each kind of evidence for a deterministic path, on the package OpenAI. Both sides of each.</summary>
public class HighTemperatureEvidenceTests() : RuleTests("LLM2001")
{
    /// <summary>A call at a high temperature with a system prompt that says nothing about the kind of the reply.</summary>
    private static string Use(string use, string system = "\"You look at support tickets.\"") => $$"""
        ChatCompletion completion = await client.CompleteChatAsync(
            [new SystemChatMessage({{system}}), new UserChatMessage(input)], new ChatCompletionOptions { Temperature = [|0.9f|] });
        var text = completion.Content[0].Text;
        {{use}}
        """;

    [Theory]
    [InlineData("return int.Parse(text);")]
    [InlineData("return decimal.Parse(text.Trim(), System.Globalization.CultureInfo.InvariantCulture);")]
    [InlineData("return double.TryParse(text, out var score) ? score : -1;")]
    [InlineData("return bool.Parse(text.Trim());")]
    [InlineData("return Enum.Parse<DayOfWeek>(text, ignoreCase: true);")]
    [InlineData("return Enum.TryParse(text, out DayOfWeek day) ? day : default;")]
    [InlineData("return (DayOfWeek)Enum.Parse(typeof(DayOfWeek), text);")]
    [InlineData("return Convert.ToInt32(text);")]
    [InlineData("return System.Text.RegularExpressions.Regex.IsMatch(text, @\"^\\d+$\");")]
    [InlineData("return text.Split('|')[1];")]
    [InlineData("return text.Split(\";\").Select(p => p.Trim()).ToArray();")]
    public Task A_converted_reply(string use) => ReportsOpenAIAsync(Use(use));

    [Theory]
    [InlineData("return text == \"YES\";")]
    [InlineData("return text.Trim().Equals(\"yes\", StringComparison.OrdinalIgnoreCase);")]
    [InlineData("if (text.ToLowerInvariant().Contains(\"true\")) { return 1; }")]
    [InlineData("return text.StartsWith(\"Urgent\") ? 1 : 0;")]
    [InlineData("return text is \"low\" or \"high\";")]
    [InlineData("return text.Trim() switch { \"Low\" => 0, \"High\" => 2, _ => 1 };")]
    [InlineData("switch (text) { case \"Low\": return 0; case \"High\": return 2; }")]
    [InlineData("return new Dictionary<string, int> { [\"Low\"] = 0 }[text];")]
    [InlineData("return new Dictionary<string, int>().TryGetValue(text, out var queue) ? queue : 0;")]
    [InlineData("return new HashSet<string> { \"Low\" }.Contains(text);")]
    public Task A_compared_reply(string use) => ReportsOpenAIAsync(Use(use));

    [Theory]
    [InlineData("return text «== null¦== \"no\"» ? 1 : 0;")]
    [InlineData("return text == «\"\"¦\"no\"» ? 1 : 0;")]
    [InlineData("return «string.IsNullOrWhiteSpace(text)¦bool.Parse(text)» ? 1 : 0;")]
    [InlineData("return «text.Length > 10¦int.Parse(text) > 10» ? text : null;")]
    [InlineData("return text.StartsWith(\"«```¦OK»\") ? 1 : 0;")]
    [InlineData("return text.Contains(\"«<|end|>¦spam»\") ? 1 : 0;")]
    [InlineData("return text.Split('«\\n¦|»')[0];")]
    [InlineData("return text.Replace(\"yes\", \"no\")« ¦ == \"no\"»;")]
    [InlineData("Console.WriteLine(«text¦int.Parse(text)»);")]
    [InlineData("return «input¦text» == \"YES\";")]
    public Task Checks_that_ask_nothing_of_the_reply(string use) => SilentOpenAIAsync(Use(use));

    [Fact]
    public Task Deserialised_when_all_instructions_are_known() => ReportsOpenAIAsync(
        Use("return JsonSerializer.Deserialize<Ticket>(text);"), "record Ticket(string Product);");

    [Fact]
    public Task Deserialised_while_the_system_prompt_is_not_known() => SilentOpenAIAsync(
        Use("return JsonSerializer.Deserialize<Ticket>(text);", "«Prompt¦\"You look at support tickets.\"»"), "public string Prompt { get; set; } = \"\";\nrecord Ticket(string Product);");

    [Fact]
    public Task Deserialised_into_something_that_can_hold_anything() => SilentOpenAIAsync(
        Use("return JsonSerializer.Deserialize<«JsonElement¦int[]»>(text);"));

    [Theory]
    [InlineData("Classify the ticket as billing, shipping or other.")]
    [InlineData("Extract the invoice number from the mail.")]
    [InlineData("Rate the urgency on a scale from 1 to 5.")]
    [InlineData("Check whether the mail is spam. Answer yes or no.")]
    [InlineData("Decide which team should handle the ticket. Reply with only the label.")]
    [InlineData("Translate the question into SQL.")]
    [InlineData("Answer only with a number.")]
    public Task A_prompt_with_one_right_answer(string system) => ReportsOpenAIAsync(Use("return text;", "\"" + system + "\""));

    [Theory]
    [InlineData("«Summarize the ticket. Only reply with the summary¦Classify the ticket».")]
    [InlineData("Translate the mail into «German. Answer only with the translation¦SQL».")]
    [InlineData("«Explain how tickets are classified¦Classify the tickets».")]
    [InlineData("«Answer the question of the customer¦Answer with yes or no».")]
    public Task A_prompt_about_form_or_with_many_right_answers(string system) => SilentOpenAIAsync(Use("return text;", "\"" + system + "\""));

    [Theory]
    [InlineData("Seed = 7")]
    [InlineData("ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(\"ticket\", BinaryData.FromString(\"{}\"), jsonSchemaIsStrict: true)")]
    [InlineData("Tools = { ChatTool.CreateFunctionTool(\"order\") }, ToolChoice = ChatToolChoice.CreateRequiredChoice()")]
    public Task A_request_that_forces_structure(string option) => ReportsOpenAIAsync($$"""
        var options = new ChatCompletionOptions { Temperature = [|0.8f|], {{option}} };
        var result = await client.CompleteChatAsync([new SystemChatMessage("You look at tickets."), new UserChatMessage(input)], options);
        return result.Value;
        """);

    [Theory]
    [InlineData("«Prompt¦\"You look at tickets.\"»", "ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(\"ticket\", BinaryData.FromString(\"{}\"))")]
    [InlineData("«Prompt¦\"You look at tickets.\"»", "Tools = { ChatTool.CreateFunctionTool(\"order\") }, ToolChoice = ChatToolChoice.CreateRequiredChoice()")]
    [InlineData("Prompt", "«MaxOutputTokenCount¦Seed» = 7")]
    [InlineData("\"You look at tickets.\"", "ResponseFormat = ChatResponseFormat.«CreateJsonObjectFormat()¦CreateJsonSchemaFormat(\"ticket\", BinaryData.FromString(\"{}\"))»")]
    [InlineData("\"You look at tickets.\"", "Tools = { ChatTool.CreateFunctionTool(\"order\") }, ToolChoice = ChatToolChoice.Create«Auto¦Required»Choice()")]
    public Task A_request_that_forces_structure_only_by_its_look(string system, string option) => SilentOpenAIAsync($$"""
        var options = new ChatCompletionOptions { Temperature = [|0.8f|], {{option}} };
        var result = await client.CompleteChatAsync([new SystemChatMessage({{system}}), new UserChatMessage(input)], options);
        return result.Value;
        """, "public string Prompt { get; set; } = \"\";");
}
