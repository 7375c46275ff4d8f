using System.Threading.Tasks;
using LlmAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace LlmAnalyzers.Tests.Rules;

/// <summary>The whole text of messages and the places they point to besides their own.</summary>
public class MessageTests
{
    private const string Order = "record Order(string Product);";

    [Fact]
    public Task LLM1001_names_the_type_and_points_to_the_parse_and_the_request() => MessageAsync(
        "LLM1001",
        Sources.OpenAI("""
            ChatCompletion completion = await client.{|#0:CompleteChatAsync|}([new SystemChatMessage({|#2:"Reply in JSON."|}), new UserChatMessage(input)]);
            return {|#1:JsonSerializer.Deserialize<Order>(completion.Content[0].Text)|};
            """, Order),
        "Reply is parsed as 'Order' but only the prompt asks for JSON; request a JSON schema",
        DiagnosticSeverity.Warning,
        additional: 2);

    [Fact]
    public Task LLM1001_names_the_parser_where_no_type_is_known() => MessageAsync(
        "LLM1001",
        Sources.ExtensionsAI("""
            var response = await client.{|#0:GetResponseAsync|}(input);
            return {|#1:JsonDocument.Parse(response.Text)|};
            """),
        "Reply is parsed by 'JsonDocument.Parse' but the request does not enforce JSON; request a JSON schema",
        DiagnosticSeverity.Warning,
        additional: 1);

    [Fact]
    public Task LLM1001_says_so_when_nothing_asks_for_JSON() => MessageAsync(
        "LLM1001",
        Sources.ExtensionsAI("""
            var response = await client.{|#0:GetResponseAsync|}("Name three towns.");
            return {|#1:JsonSerializer.Deserialize<string[]>(response.Text)|};
            """),
        "Reply is parsed as 'string[]' but nothing in the request asks for JSON; request a JSON schema",
        DiagnosticSeverity.Warning,
        additional: 1);

    [Fact]
    public Task LLM1001_quotes_the_request_where_nobody_parses_in_sight() => MessageAsync(
        "LLM1001",
        Sources.OpenAI("""
            ChatCompletion completion = await client.{|#0:CompleteChatAsync|}([new SystemChatMessage({|#1:"You read orders. Reply in JSON."|}), new UserChatMessage(input)]);
            return completion.Content[0].Text;
            """),
        "Prompt asks for JSON (“Reply in JSON”) but the request does not enforce it; request a JSON schema",
        DiagnosticSeverity.Warning,
        additional: 1);

    [Fact]
    public Task LLM1001_names_what_cuts_the_JSON_out() => MessageAsync(
        "LLM1001",
        Sources.OpenAI("""
            ChatCompletion completion = await client.{|#0:CompleteChatAsync|}([new SystemChatMessage({|#2:"Reply in JSON."|}), new UserChatMessage(input)]);
            return {|#1:completion.Content[0].Text.Replace("```json", "")|};
            """),
        "JSON is cut out of the reply (Replace(\"```json\")) but only the prompt asks for JSON; request a JSON schema",
        DiagnosticSeverity.Warning,
        additional: 2);

    [Fact]
    public Task LLM1001_speaks_of_JSON_mode_where_the_model_has_no_schema() => MessageAsync(
        "LLM1001",
        Sources.OpenAI("""
            var chat = new ChatClient("gpt-4o-2024-05-13", "key");
            ChatCompletion completion = await chat.{|#0:CompleteChatAsync|}([new SystemChatMessage({|#2:"Reply in JSON."|}), new UserChatMessage(input)]);
            return {|#1:JsonSerializer.Deserialize<Order>(completion.Content[0].Text)|};
            """, Order),
        "Reply is parsed as 'Order' but only the prompt asks for JSON; request JSON mode",
        DiagnosticSeverity.Warning,
        additional: 2);

    [Fact]
    public Task LLM2001_quotes_the_strongest_evidence_and_points_to_the_others() => MessageAsync(
        "LLM2001",
        Sources.OpenAI("""
            var options = new ChatCompletionOptions { Temperature = {|#0:0.9f|}, Seed = {|#3:7|} };
            ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage({|#2:"Answer only with a number."|}), new UserChatMessage(input)], options);
            return {|#1:int.Parse(completion.Content[0].Text)|};
            """),
        "Temperature is 0.9, but the reply is converted by 'int.Parse': the same input can get different results; set it to 0",
        DiagnosticSeverity.Warning,
        additional: 3);

    [Fact]
    public Task LLM2001_points_to_the_value_where_it_stands_elsewhere() => MessageAsync(
        "LLM2001",
        Sources.ExtensionsAI("""
            var response = await client.GetResponseAsync(input, {|#0:Options|});
            return {|#1:response.Text == "YES"|};
            """, "private static readonly ChatOptions Options = new() { Temperature = {|#2:1f|} };"),
        "Temperature is 1, but the reply decides a branch (== \"YES\"): the same input can get different results; set it to 0",
        DiagnosticSeverity.Warning,
        additional: 2);

    [Theory]
    [InlineData("classifyMail", "member is called 'classifyMail'")]
    [InlineData("Run", "type is called 'MailClassifier'")]
    public Task LLM2001_names_the_member_or_type(string member, string evidence) => MessageAsync(
        "LLM2001",
        $$"""
        using System.Threading.Tasks;
        using Microsoft.Extensions.AI;

        class MailClassifier(IChatClient client)
        {
            async Task<string> {{member}}(string mail) => (await client.GetResponseAsync($"Which kind of mail is this? {mail}", new ChatOptions { Temperature = {|#0:0.8f|} })).Text;
        }
        """,
        $"Temperature is 0.8, but the {evidence}: the same input can get different results; set it to 0",
        DiagnosticSeverity.Warning,
        additional: 0);

    [Fact]
    public Task LLM3001_quotes_the_role() => MessageAsync(
        "LLM3001",
        Sources.OpenAI("""await client.{|#0:CompleteChatAsync|}(new UserChatMessage({|#1:"You are a friendly support agent. "|} + input));"""),
        "The user message sets the model's role (“You are a friendly support agent”) and there is no system prompt; move it into a system message",
        DiagnosticSeverity.Warning,
        additional: 1);

    [Fact]
    public Task LLM3001_quotes_the_standing_rules() => MessageAsync(
        "LLM3001",
        Sources.OpenAI("""await client.{|#0:CompleteChatAsync|}(new UserChatMessage({|#1:"Never promise a refund. Always answer in German. Mail: "|} + input));"""),
        "The user message sets standing rules (“Never promise a refund”) and there is no system prompt; move them into a system message",
        DiagnosticSeverity.Warning,
        additional: 1);

    [Fact]
    public Task LLM3001_names_the_evidence_of_a_deterministic_path() => MessageAsync(
        "LLM3001",
        Sources.ExtensionsAI("""
            var response = await client.{|#0:GetResponseAsync|}(input);
            return {|#1:Enum.Parse<DayOfWeek>(response.Text)|};
            """),
        "There is no system prompt, but the reply is converted by 'Enum.Parse<DayOfWeek>'; put the rules that hold for every input into a system message",
        DiagnosticSeverity.Warning,
        additional: 1);

    [Fact]
    public Task LLM3001_has_no_other_place_to_point_to() => MessageAsync(
        "LLM3001",
        Sources.ExtensionsAI("await client.{|#0:GetResponseAsync|}(input);"),
        "The call has no system prompt; say in a system message what the model is for and what it must not do",
        DiagnosticSeverity.Info,
        additional: 0);

    private static Task MessageAsync(string id, string source, string message, DiagnosticSeverity severity, int additional)
    {
        var test = RuleVerifier.Test<LlmCallAnalyzer>(id, source);
        var expected = new DiagnosticResult(id, severity).WithMessage(message).WithLocation(0);
        for (var key = 1; key <= additional; key++)
        {
            expected = expected.WithLocation(key);
        }

        test.ExpectedDiagnostics.Add(expected);
        return test.RunAsync();
    }
}
