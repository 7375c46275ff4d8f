using System.Threading.Tasks;
using Xunit;

namespace LlmAnalyzers.Tests.Rules;

/// <summary>LLM2001: the name of the member or type around the call as evidence.</summary>
public class HighTemperatureMemberTests() : RuleTests("LLM2001")
{
    private static string Method(string type, string member, string system = "\"You look at support tickets.\"", string use = "return completion.Content[0].Text;") => $$"""
        using System;
        using System.Threading.Tasks;
        using OpenAI.Chat;

        class {{type}}(ChatClient client, string configured)
        {
            public async Task<object> {{member}}(string ticket)
            {
                ChatCompletion completion = await client.CompleteChatAsync(
                    [new SystemChatMessage({{system}}), new UserChatMessage(ticket)], new ChatCompletionOptions { Temperature = [|0.7f|] });
                {{use}}
            }
        }
        """;

    [Theory]
    [InlineData("Tickets", "ClassifyAsync")]
    [InlineData("Tickets", "ExtractOrder")]
    [InlineData("Tickets", "DetectLanguageAsync")]
    [InlineData("Tickets", "TryParseOrderAsync")]
    [InlineData("Tickets", "GetClassificationAsync")]
    [InlineData("TicketClassifier", "RunAsync")]
    [InlineData("InvoiceExtractor", "ExecuteAsync")]
    [InlineData("ModerationService", "ProcessAsync")]
    public Task Named_with_known_uncreative_instructions(string type, string member) => ReportsAsync(Method(type, member));

    [Theory]
    [InlineData("Tickets", "«Answer¦Classify»Async")]
    [InlineData("Tickets", "«Summarize¦Score»Async")]
    [InlineData("Tickets", "«WriteScoreCard¦ScoreCard»Async")]
    [InlineData("Tickets", "«Classy¦Classify»Async")]
    [InlineData("Tickets", "«Parsec¦Parse»Async")]
    [InlineData("«Ticket¦TicketClassifier»", "RunAsync")]
    [InlineData("TicketClassifier", "«Summarize¦Run»Async")]
    [InlineData("EvaluationBot", "«Chat¦Run»Async")]
    public Task Names_that_only_look_alike_or_say_otherwise(string type, string member) => SilentAsync(Method(type, member));

    [Theory]
    [InlineData("«configured¦\"You look at support tickets.\"»")]
    [InlineData("«\"Invent a story about the ticket.\"¦\"You look at support tickets.\"»")]
    public Task A_name_alone_is_not_enough(string system) => SilentAsync(Method("Tickets", "ClassifyAsync", system));

    [Fact]
    public Task A_name_beside_other_evidence() => ReportsAsync(Method("Tickets", "ClassifyAsync", "configured", "return Enum.Parse<DayOfWeek>(completion.Content[0].Text);"));

    [Theory]
    [InlineData("dotnet_code_quality.deterministic_members = Assess|Judge")]
    [InlineData("dotnet_code_quality.LLM2001.deterministic_members = Assess")]
    public async Task The_words_are_an_option(string line)
    {
        var config = "root = true\n[*.cs]\n" + line + "\n";
        await ReportsAsync(Method("Tickets", "AssessAsync"), config);
        await SilentAsync(Method("Tickets", "«Classify¦Assess»Async"), config);
    }

    [Fact]
    public async Task The_words_of_another_rule_do_not_count()
    {
        const string config = "root = true\n[*.cs]\ndotnet_code_quality.LLM3001.deterministic_members = Assess\n";
        await SilentAsync(Method("Tickets", "«Assess¦Classify»Async"), config);
    }
}
