using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.Reading;

/// <summary>A reply that goes back to a caller inside of something else, and what the caller does with it.</summary>
public class ReplyReturnShapesTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        using OpenAI.Chat;

        """;

    private const string Tuple = "public async Task<(string Text, int Length)> AskAsync(string user) { var c = await client.CompleteChatAsync(user); return (c.Value.Content[0].Text, user.Length); }";
    private const string Record = "public async Task<Answer> AskAsync(string user) { var c = await client.CompleteChatAsync(user); return new Answer(c.Value.Content[0].Text, user); }";
    private const string Object = "public async Task<Result> AskAsync(string user) { var c = await client.CompleteChatAsync(user); return new Result { Text = c.Value.Content[0].Text, Other = user }; }";
    private const string Filled = "public async Task<Result> AskAsync(string user) { var r = new Result { Other = user }; r.Text = (await client.CompleteChatAsync(user)).Value.Content[0].Text; return r; }";
    private const string Out = "public bool Ask(string user, out string text) { ChatCompletion c = client.CompleteChat(user); return TryRead(c, out text); } private static bool TryRead(ChatCompletion c, out string text) { text = c.Content[0].Text; return text != \"\"; }";
    private const string Plain = "public async Task<string> AskAsync(string user) { var c = await client.CompleteChatAsync(user); return c.Value.Content[0].Text; }";

    [Theory]
    [InlineData(Tuple, "var (text, _) = await service.AskAsync(\"\"); _ = int.Parse(text);", "Converted int.Parse : int")]
    [InlineData(Tuple, "var answer = await service.AskAsync(\"\"); _ = int.Parse(answer.Text);", "Converted int.Parse : int")]
    [InlineData(Tuple, "var answer = await service.AskAsync(\"\"); _ = answer.Length == 3;", "")]
    [InlineData(Record, "var answer = await service.AskAsync(\"\"); _ = int.Parse(answer.Text);", "Converted int.Parse : int")]
    [InlineData(Record, "var answer = await service.AskAsync(\"\"); _ = int.Parse(answer.Question);", "")]
    [InlineData(Record, "_ = (await service.AskAsync(\"\")) with { Question = \"\" };", "")]
    [InlineData(Object, "_ = int.Parse((await service.AskAsync(\"\")).Text);", "Converted int.Parse : int")]
    [InlineData(Object, "_ = int.Parse((await service.AskAsync(\"\")).Other);", "")]
    [InlineData(Filled, "_ = int.Parse((await service.AskAsync(\"\")).Text);", "Converted int.Parse : int")]
    [InlineData(Plain, "var task = service.AskAsync(\"\"); await Task.WhenAll(task); _ = int.Parse(task.Result);", "Converted int.Parse : int")]
    [InlineData(Plain, "switch (await service.AskAsync(\"\")) { case \"yes\" or \"y\": break; }", "Compared switch")]
    [InlineData(Plain, "switch (await service.AskAsync(\"\")) { case { Length: > 3 }: break; }", "")]
    [InlineData(Plain, "if (StringComparer.OrdinalIgnoreCase.Equals(await service.AskAsync(\"\"), \"yes\")) return;", "Compared Equals(\"yes\")")]
    [InlineData(Plain, "if (new[] { \"yes\", \"no\" }.Contains(await service.AskAsync(\"\"))) return;", "UsedAsKey Contains<string>")]
    [InlineData(Plain, "var labels = new List<string> { \"a\" }; if (labels.Contains(await service.AskAsync(\"\"))) return;", "UsedAsKey List<string>.Contains")]
    [InlineData(Plain, "var seen = new List<string>(); seen.Add(await service.AskAsync(\"\"));", "")]
    [InlineData(Plain, "if (Enum.IsDefined(typeof(DayOfWeek), await service.AskAsync(\"\"))) return;", "Converted Enum.IsDefined : DayOfWeek")]
    [InlineData(Plain, "if (await service.AskAsync(\"\") is string { Length: > 0 } text) _ = int.Parse(text);", "Converted int.Parse : int")]
    [InlineData(Plain, "if (await service.AskAsync(\"\") is not \"yes\") return;", "Compared is(\"yes\")")]
    [InlineData(Plain, "_ = new Dictionary<string, int>()[(await service.AskAsync(\"\")).Trim()];", "UsedAsKey Dictionary[…]")]
    [InlineData(Plain, "_ = new Dictionary<string, int> { [\"a\"] = 1 }.TryGetValue(await service.AskAsync(\"\"), out var count);", "UsedAsKey Dictionary<string, int>.TryGetValue")]
    public void A_reply_that_comes_back_is_used_by(string wrapper, string use, string expected) => Assert.Equal(expected, Uses(wrapper, use));

    [Theory]
    [InlineData("if (service.Ask(\"\", out var text)) _ = int.Parse(text);", "Converted int.Parse : int")]
    [InlineData("string text; service.Ask(\"\", out text); _ = text == \"yes\";", "Compared == \"yes\"")]
    [InlineData("service.Ask(\"\", out _);", "")]
    public void A_reply_that_comes_back_through_out_is_used_by(string use, string expected) => Assert.Equal(expected, Uses(Out, use));

    private static string Uses(string wrapper, string use) => Spelled.Replies(ReadCall.From(
        Sdk.OpenAI,
        Usings + "record Answer(string Text, string Question); class Result { public string Text { get; set; } = \"\"; public string Other { get; set; } = \"\"; } class Service(ChatClient client) { " + wrapper + " }",
        Usings + "class Caller(Service service) { async Task Run() { " + use + " await Task.CompletedTask; } }"));
}
