using System;
using System.Diagnostics;
using System.Linq;
using System.Text;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.Reading;

/// <summary>Code that refers to itself or is very long is read in bounded time, and what lies beyond a bound is unknown.</summary>
public class ReadingBoundsTests
{
    /// <summary>Far above what the reading takes, far below what an unbounded one would.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private static LlmCall ReadInTime(string body, string members = "")
    {
        // Parsing and binding the source is not what is measured.
        var watch = new Stopwatch();
        var calls = ReadCall.All(Sdk.OpenAI, [Sources.OpenAI(body, members)], watch);
        Assert.True(watch.Elapsed < Limit, $"{watch.Elapsed}");
        return calls.Last().Call;
    }

    [Fact]
    public void Initializers_that_refer_to_each_other_end()
    {
        var call = ReadInTime(
            "await client.CompleteChatAsync([new UserChatMessage(A)], Options);",
            """
            static readonly string A = B + "a";
            static readonly string B = A + "b";
            static ChatCompletionOptions Options => Other;
            static ChatCompletionOptions Other => Options;
            """);

        Assert.EndsWith("ba", call.Conversation.Messages.Single().Text.Flat, StringComparison.Ordinal);
        Assert.Equal("unknown", Spelled.Setting(call[SettingKind.Temperature]));
    }

    [Fact]
    public void Helpers_that_call_each_other_end()
    {
        var call = ReadInTime(
            "var t = (await client.CompleteChatAsync(Ping(Messages(input), 3))).Value.Content[0].Text; Consume(t); Back(t);",
            """
            static List<ChatMessage> Messages(string x) => x == "" ? More(x) : Messages(x + "a");
            static List<ChatMessage> More(string x) { var m = Messages(x); m.AddRange(More(x)); return m; }
            static List<ChatMessage> Ping(List<ChatMessage> m, int n) => n == 0 ? Pong(m, n) : Ping(Pong(m, n - 1), n);
            static List<ChatMessage> Pong(List<ChatMessage> m, int n) => n == 0 ? Ping(m, n) : Pong(Ping(m, n - 1), n);
            static string Consume(string x) => x == "" ? Back(Consume(x)) : Consume(Back(x));
            static string Back(string x) => Consume(Consume(x));
            """);

        Assert.True(call.Conversation.MayHoldMore);
    }

    [Fact]
    public void A_local_that_doubles_itself_ends()
    {
        var doubled = string.Concat(Enumerable.Repeat("x = x + x; ", 40));
        var call = ReadInTime("var x = \"a\"; " + doubled + "while (true) { x = x + x; await client.CompleteChatAsync(x); }");

        Assert.False(call.Conversation.Messages.Single().Text.IsFullyKnown);
    }

    [Fact]
    public void Lists_that_hold_each_other_end()
    {
        var call = ReadInTime("var a = new List<ChatMessage>(); var b = new List<ChatMessage>(a); a.AddRange(b); b.AddRange(a); var c = a; a.AddRange(c); await client.CompleteChatAsync(a);");

        Assert.True(call.Conversation.MayHoldMore || call.Conversation.Messages.IsEmpty);
    }

    [Fact]
    public void Ten_thousand_messages_end()
    {
        var many = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"new UserChatMessage(\"{i}\"), "));
        var call = ReadInTime("await client.CompleteChatAsync(new List<ChatMessage> { " + many + " });");

        Assert.True(call.Conversation.MayHoldMore);
        Assert.Equal("0", call.Conversation.Messages[0].Text.Flat);
    }

    [Fact]
    public void Thousands_of_added_messages_end()
    {
        var many = string.Concat(Enumerable.Range(0, 3_000).Select(i => $"m.Add(new UserChatMessage(\"{i}\")); "));
        var call = ReadInTime("var m = new List<ChatMessage>(); " + many + " await client.CompleteChatAsync(m);");

        Assert.True(call.Conversation.MayHoldMore);
    }

    [Fact]
    public void A_concatenation_of_thousands_is_read_whole()
    {
        var many = string.Join(" + ", Enumerable.Range(0, 1_500).Select(i => i % 2 == 0 ? $"\"{i} \"" : "input"));
        var call = ReadInTime("await client.CompleteChatAsync(" + many + ");");

        Assert.Contains("1498 ", call.Conversation.Messages.Single().Text.Flat, StringComparison.Ordinal);
    }

    [Fact]
    public void A_builder_with_thousands_of_lines_ends()
    {
        var many = string.Concat(Enumerable.Range(0, 3_000).Select(i => $"b.AppendLine($\"{i} {{input}}\"); "));
        var call = ReadInTime("var b = new System.Text.StringBuilder(); " + many + " await client.CompleteChatAsync(b.ToString());");

        Assert.StartsWith("0 ", call.Conversation.Messages.Single().Text.Flat, StringComparison.Ordinal);
    }

    [Fact]
    public void A_huge_switch_ends()
    {
        var arms = string.Concat(Enumerable.Range(0, 3_000).Select(i => $"\"{i}\" => new ChatCompletionOptions {{ Temperature = {i} }}, "));
        var call = ReadInTime("await client.CompleteChatAsync([input], input switch { " + arms + " _ => null });");

        Assert.True(call[SettingKind.Temperature].MayBeOther);
    }

    [Fact]
    public void Thousands_of_assignments_end()
    {
        var many = string.Concat(Enumerable.Range(0, 3_000).Select(i => $"if (input == \"{i}\") o.Temperature = {i}; "));
        var call = ReadInTime("var o = new ChatCompletionOptions(); " + many + " await client.CompleteChatAsync([input], o);");

        Assert.True(call[SettingKind.Temperature].MayBeOther);
    }

    [Fact]
    public void A_reply_that_is_reassigned_thousands_of_times_ends()
    {
        var many = string.Concat(Enumerable.Range(0, 2_000).Select(i => $"t = t.Replace(\"{i}\", \"\"); "));
        var call = ReadInTime("var t = (await client.CompleteChatAsync(input)).Value.Content[0].Text; " + many + " _ = int.Parse(t);");

        Assert.NotNull(call);
    }

    [Fact]
    public void A_text_of_a_megabyte_is_cut()
    {
        var text = new StringBuilder().Insert(0, "word ", 200_000).ToString();
        var call = ReadInTime($"await client.CompleteChatAsync(\"{text}\" + input);");

        Assert.True(call.Conversation.Messages.Single().Text.Flat.Length <= PromptText.MaxLength);
    }

    [Fact]
    public void Deep_nesting_of_helpers_ends_at_the_bound()
    {
        var helpers = string.Concat(Enumerable.Range(0, 50).Select(i => $"static string H{i}(string x) => \"{i} \" + H{i + 1}(x); "));
        var call = ReadInTime("await client.CompleteChatAsync(H0(input));", helpers + "static string H50(string x) => x;");

        var text = call.Conversation.Messages.Single().Text;
        Assert.StartsWith("0 1 2 ", text.Flat, StringComparison.Ordinal);
        Assert.False(text.IsFullyKnown);
    }

    [Fact]
    public void A_wrapper_with_hundreds_of_callers_is_read_in_time()
    {
        var prompt = string.Concat(Enumerable.Repeat("You sort the mail of a shop. ", 200));
        var wrapper = $$"""
            public async Task<string> AskAsync(string user, float temperature)
            {
                var options = new ChatCompletionOptions { Temperature = temperature };
                return (await client.CompleteChatAsync([new SystemChatMessage("{{prompt}}"), new UserChatMessage(user)], options)).Value.Content[0].Text;
            }

            public Task<string> AskCoolyAsync(string user) => AskAsync(user, 0f);

            """;
        var callers = string.Concat(Enumerable.Range(0, 300).Select(i =>
            $"public async Task<int> Count{i}(string mail) => int.Parse(await {(i % 2 == 0 ? "AskAsync(mail, 0.9f)" : "AskCoolyAsync(mail)")});\n"));

        var watch = new Stopwatch();
        var calls = ReadCall.Specialised(Sdk.OpenAI, [Sources.OpenAI("", wrapper + callers)], watch);

        Assert.True(watch.Elapsed < Limit, $"{watch.Elapsed}");
        Assert.Equal(301, calls.Length);
        Assert.Equal(150, calls.Count(c => c[SettingKind.Temperature].Single?.Value is 0.9));
        Assert.Equal(300, calls.Count(c => c.ReplyUses.Any(u => u.Kind == ReplyUseKind.Converted)));
    }
}
