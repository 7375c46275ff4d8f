using System.Threading.Tasks;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.Rules;

/// <summary>A wrapper that several callers share: what one of them does with the text says nothing about the wrapper.</summary>
public class SharedWrapperTests
{
    private const string Parses = "public async Task<Order?> ReadAsync(string mail) => JsonSerializer.Deserialize<Order>(await AskAsync(mail));";
    private const string ParsesToo = "public async Task<bool> HasItemsAsync(string mail) => JsonDocument.Parse(await AskAsync(mail)).RootElement.TryGetProperty(\"items\", out _);";
    private const string Shows = "public async Task PrintAsync(string mail) => Console.WriteLine(await AskAsync(mail));";
    private const string Converts = "public async Task<int> CountAsync(string mail) => int.Parse(await AskAsync(mail));";
    private const string Compares = "public async Task<bool> IsSpamAsync(string mail) => await AskAsync(mail) == \"SPAM\";";

    [Fact]
    public Task LLM1001_reports_where_the_only_caller_parses() => VerifyAsync("LLM1001", Parses, markCall: true);

    [Fact]
    public Task LLM1001_reports_where_every_caller_parses() => VerifyAsync("LLM1001", Parses + ParsesToo, markCall: true);

    [Fact]
    public Task LLM1001_reports_at_the_caller_where_another_one_shows_the_text() =>
        VerifyAsync("LLM1001", Parses.Replace("AskAsync", "[|AskAsync|]", System.StringComparison.Ordinal) + Shows);

    [Fact]
    public Task LLM1001_is_silent_where_every_caller_shows_the_text() => VerifyAsync("LLM1001", Shows);

    [Fact]
    public Task LLM2001_reports_where_the_only_caller_converts() => VerifyAsync("LLM2001", Converts, markTemperature: true);

    [Fact]
    public Task LLM2001_reports_where_every_caller_decides() => VerifyAsync("LLM2001", Converts + Compares, markTemperature: true);

    [Fact]
    public Task LLM2001_reports_at_the_caller_where_another_one_shows_the_text() =>
        VerifyAsync("LLM2001", Converts.Replace("AskAsync", "[|AskAsync|]", System.StringComparison.Ordinal) + Shows);

    [Fact]
    public Task LLM2001_is_silent_where_every_caller_shows_the_text() => VerifyAsync("LLM2001", Shows);

    [Theory]
    [InlineData("try { JsonDocument.Parse(text); isJson = true; } catch (JsonException) { }")]
    [InlineData("try { _ = JsonDocument.Parse(text); isJson = true; } catch (JsonException) { }")]
    public Task LLM1001_is_silent_where_code_only_looks_whether_the_text_is_JSON(string probe) => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(
        "LLM1001",
        Sources.OpenAI($$"""
            ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("You help gardeners."), new UserChatMessage(input)]);
            var text = completion.Content[0].Text;
            var isJson = false;
            {{probe}}
            return isJson ? null : text;
            """),
        Sdk.OpenAI);

    [Fact]
    public Task LLM2001_does_not_take_links_in_an_answer_for_a_form() => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(
        "LLM2001",
        Sources.OpenAI("""
            ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage(input)], new ChatCompletionOptions { Temperature = 0.9f });
            return System.Text.RegularExpressions.Regex.Matches(completion.Content[0].Text, @"https?://\S+");
            """),
        Sdk.OpenAI);

    [Theory]
    [InlineData("Regex.Matches(text, @\"^(\\w+): (\\d+)$\", RegexOptions.Multiline).Count")]
    [InlineData("text.StartsWith(\"CATEGORY:\") ? 1 : 0")]
    [InlineData("text.Contains(\"[TRANSFER]\") ? 1 : 0")]
    [InlineData("text == \"Unable to determine\" ? 1 : 0")]
    public Task LLM2001_takes_fields_labels_and_marks_of_the_program_for_a_form(string use) => UseAsync(use, "[|0.9f|]");

    [Theory]
    [InlineData("text.StartsWith(\"Answer:\") ? 1 : 0")]
    [InlineData("text.Contains(\"I'm sorry\") ? 1 : 0")]
    [InlineData("text.EndsWith(\"[DONE]\") ? 1 : 0")]
    [InlineData("text.Contains(\"<|end|>\") ? 1 : 0")]
    [InlineData("Regex.IsMatch(text, @\"https?://\\S+\") ? 1 : 0")]
    public Task LLM2001_does_not_take_what_frames_or_refuses_a_reply_for_a_form(string use) => UseAsync(use, "0.9f");

    private static Task UseAsync(string use, string temperature) => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(
        "LLM2001",
        Sources.OpenAI($$"""
            ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage(input)], new ChatCompletionOptions { Temperature = {{temperature}} });
            var text = completion.Content[0].Text;
            return {{use.Replace("Regex", "System.Text.RegularExpressions.Regex", System.StringComparison.Ordinal)}};
            """),
        Sdk.OpenAI);

    private static Task VerifyAsync(string rule, string callers, bool markCall = false, bool markTemperature = false)
    {
        var source = $$"""
            using System;
            using System.Text.Json;
            using System.Threading.Tasks;
            using OpenAI.Chat;

            public record Order(string Product, int Quantity);

            public class Desk(ChatClient client)
            {
                private async Task<string> AskAsync(string mail)
                {
                    var options = new ChatCompletionOptions { Temperature = {{(markTemperature ? "[|0.9f|]" : "0.9f")}} };
                    ChatCompletion completion = await client.{{(markCall ? "[|CompleteChatAsync|]" : "CompleteChatAsync")}}([new SystemChatMessage("You read the mail of a shop."), new UserChatMessage(mail)], options);
                    return completion.Content[0].Text;
                }

                {{callers}}
            }
            """;
        return RuleVerifier.VerifyAsync<LlmCallAnalyzer>(rule, source, Sdk.OpenAI);
    }
}
