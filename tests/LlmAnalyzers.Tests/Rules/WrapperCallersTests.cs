using System.Linq;
using System.Threading.Tasks;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.Rules;

/// <summary>
/// A call behind a method of the project is judged for each caller, in the caller's own file. Every case is also analysed file by
/// file, as an editor does, and has to show the same there.
/// </summary>
public class WrapperCallersTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Linq.Expressions;
        using System.Text.Json;
        using System.Threading.Tasks;
        using OpenAI.Chat;

        """;

    private const string Contract = "interface IAssistant { Task<string> AskAsync(string system, string user, float temperature = 0.7f); }";

    private const string Assistant = """
        class Assistant(ChatClient client) : IAssistant
        {
            public async Task<string> AskAsync(string system, string user, float temperature = 0.7f)
            {
                var options = new ChatCompletionOptions { Temperature = temperature };
                ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage(system), new UserChatMessage(user)], options);
                return completion.Content[0].Text;
            }
        }
        """;

    private const string Shared = "static class Shared { public const float High = 0.9f; public const string Count = \"Count the complaints.\"; public static float Given; }";

    /// <summary>A caller of another kind, so that nothing can be said of the wrapper as a whole.</summary>
    private const string Printer = "class Printer(IAssistant assistant) { public async Task PrintAsync(string mail) => Console.WriteLine(await assistant.AskAsync(\"Write a poem.\", mail, 1f)); }";

    [Theory]
    [InlineData("int.Parse(await assistant.AskAsync(Shared.Count, mail, [|0.9f|]))")]
    [InlineData("int.Parse(await assistant.AskAsync(user: mail, temperature: [|0.9f|], system: Shared.Count))")]
    [InlineData("int.Parse(await assistant.AskAsync(Shared.Count, mail, [|Shared.High|]))")]
    [InlineData("int.Parse(await assistant.AskAsync(Shared.Count, mail, [|high|]))")]
    [InlineData("int.Parse(await assistant.[|AskAsync|](Shared.Count, mail))")]
    [InlineData("await assistant.[|AskAsync|](Shared.Count, mail) == \"NONE\"")]
    [InlineData("(await assistant.AskAsync(Shared.Count, mail, mail.Length > 9 ? [|0.9f|] : 0f)) switch { \"few\" => 1, _ => 2 }")]
    [InlineData("Enum.Parse<DayOfWeek>((await assistant.[|AskAsync|](Shared.Count, mail)).Trim())")]
    [InlineData("int.Parse(await assistant.AskAsync(Shared.Count, mail, [|0.9f|])) + int.Parse(await assistant.[|AskAsync|](Shared.Count, mail))")]
    public Task A_caller_that_needs_the_same_reply_is_told_about_the_temperature_it_gets(string use) => CallAsync(use);

    [Theory]
    [InlineData("int.Parse(await assistant.AskAsync(Shared.Count, mail, 0f))")]
    [InlineData("int.Parse(await assistant.AskAsync(Shared.Count, mail, Shared.Given))")]
    [InlineData("int.Parse(await assistant.AskAsync(Shared.Count, mail, mail.Length))")]
    [InlineData("await assistant.AskAsync(Shared.Count, mail, 0.9f)")]
    [InlineData("(await assistant.AskAsync(Shared.Count, mail, 0.9f)).Length")]
    [InlineData("JsonSerializer.Deserialize<string[]>(await assistant.AskAsync(\"Invent five names for a cat, as a JSON array.\", mail, 0.9f))")]
    [InlineData("int.Parse(mail + assistant.AskAsync(Shared.Count, mail, 0.9f).Id)")]
    [InlineData("Set(a => a.AskAsync(Shared.Count, mail, 0.9f) == null)")]
    public Task A_caller_of_which_less_is_known_is_not(string use) => CallAsync(use);

    private static Task CallAsync(string use) => VerifyAsync(
        "LLM2001",
        Contract,
        Assistant,
        Shared,
        Printer,
        $$"""
        class Desk(IAssistant assistant)
        {
            private const float high = 0.9f;
            public async Task<object?> RunAsync(string mail) => {{use}};
            private static object Set(Expression<Func<IAssistant, bool>> set) => (set, high);
        }
        """);

    [Fact]
    public Task An_interface_with_two_implementations_may_lead_anywhere() => VerifyAsync(
        "LLM2001",
        Contract,
        Assistant,
        "class Silence : IAssistant { public Task<string> AskAsync(string system, string user, float temperature = 0.7f) => Task.FromResult(\"\"); }",
        "class Desk(IAssistant assistant) { public async Task<int> CountAsync(string mail) => int.Parse(await assistant.AskAsync(\"Count.\", mail, 0.9f)); }");

    [Fact]
    public Task The_class_itself_is_read_where_it_is_named() => VerifyAsync(
        "LLM2001",
        Contract,
        Assistant,
        Printer,
        "class Silence : IAssistant { public Task<string> AskAsync(string system, string user, float temperature = 0.7f) => Task.FromResult(\"\"); }",
        "class Desk(Assistant assistant) { public async Task<int> CountAsync(string mail) => int.Parse(await assistant.AskAsync(\"Count.\", mail, [|0.9f|])); }");

    [Fact]
    public Task What_every_caller_shares_is_said_once_at_the_wrapper() => VerifyAsync(
        "LLM2001",
        """
        class Assistant(ChatClient client)
        {
            public async Task<string> AskAsync(string user)
            {
                ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage(user)], new ChatCompletionOptions { Temperature = [|0.9f|] });
                return completion.Content[0].Text;
            }
        }
        """,
        """
        class Desk(Assistant assistant)
        {
            public async Task<int> CountAsync(string mail) => int.Parse(await assistant.AskAsync("Count: " + mail));
            public async Task<bool> IsSpamAsync(string mail) => await assistant.AskAsync("Is this spam? " + mail) == "YES";
        }
        """);

    [Fact]
    public Task A_wrapper_around_a_wrapper_is_read_through_both() => VerifyAsync(
        "LLM2001",
        Contract,
        Assistant,
        Printer,
        """
        class Counter(IAssistant assistant)
        {
            public Task<string> CountAsync(string mail, float temperature) => assistant.AskAsync("Count the complaints.", mail, temperature);
        }
        """,
        """
        class Desk(Counter counter)
        {
            public async Task<int> CountAsync(string mail) => int.Parse(await counter.CountAsync(mail, [|0.9f|]));
            public async Task<int> CountCoolyAsync(string mail) => int.Parse(await counter.CountAsync(mail, 0f));
            public async Task PrintAsync(string mail) => Console.WriteLine(await counter.CountAsync(mail, 0.9f));
        }
        """);

    [Fact]
    public Task A_wrapper_that_gives_the_temperature_to_another_is_told_once() => VerifyAsync(
        "LLM2001",
        Contract,
        Assistant,
        Printer,
        """
        class Counter(IAssistant assistant)
        {
            public Task<string> CountAsync(string mail) => assistant.AskAsync("Count the complaints.", mail, [|0.9f|]);
        }
        """,
        """
        class Desk(Counter counter)
        {
            public async Task<int> CountAsync(string mail) => int.Parse(await counter.CountAsync(mail));
            public async Task<int> CountTwiceAsync(string mail) => 2 * int.Parse(await counter.CountAsync(mail));
        }
        """);

    [Fact]
    public Task A_wrapper_that_gives_the_temperature_to_another_and_serves_different_callers_is_told_there() => VerifyAsync(
        "LLM2001",
        Contract,
        Assistant,
        Printer,
        """
        class Counter(IAssistant assistant)
        {
            public Task<string> CountAsync(string mail) => assistant.AskAsync("Count the complaints.", mail, 0.9f);
        }
        """,
        """
        class Desk(Counter counter)
        {
            public async Task<int> CountAsync(string mail) => int.Parse(await counter.[|CountAsync|](mail));
            public async Task PrintAsync(string mail) => Console.WriteLine(await counter.CountAsync(mail));
        }
        """);

    [Fact]
    public Task A_method_that_calls_itself_ends() => VerifyAsync(
        "LLM2001",
        """
        class Assistant(ChatClient client)
        {
            public async Task<string> AskAsync(string user, float temperature, int attempt)
            {
                try
                {
                    ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage(user)], new ChatCompletionOptions { Temperature = temperature });
                    return completion.Content[0].Text;
                }
                catch (Exception) when (attempt < 3)
                {
                    return await AgainAsync(user, temperature, attempt + 1);
                }
            }

            private Task<string> AgainAsync(string user, float temperature, int attempt) => AskAsync(user, temperature, attempt);
        }
        """,
        """
        class Desk(Assistant assistant)
        {
            public async Task<int> CountAsync(string mail) => int.Parse(await assistant.AskAsync(mail, [|0.9f|], 0));
            public async Task PrintAsync(string mail) => Console.WriteLine(await assistant.AskAsync(mail, 0.9f, 0));
        }
        """);

    [Theory]
    [InlineData("private Task<string> SendAsync(string text, ChatCompletionOptions options)", "SendAsync(mail, new ChatCompletionOptions { Temperature = [|0.9f|] })")]
    [InlineData("private Task<string> SendAsync(string text, ChatCompletionOptions options)", "SendAsync(mail, [|Warm|])")]
    [InlineData("private Task<string> SendAsync(string text, ChatCompletionOptions options)", "SendAsync(mail, Cool)")]
    [InlineData("private Task<string> SendAsync(string text, ChatCompletionOptions options)", "SendAsync(mail, Given)")]
    public Task Options_that_a_caller_hands_over(string wrapper, string call) => VerifyAsync(
        "LLM2001",
        $$"""
        class Desk(ChatClient client)
        {
            public static ChatCompletionOptions Given = new();
            private static readonly ChatCompletionOptions Warm = new() { Temperature = 0.9f };
            private static readonly ChatCompletionOptions Cool = new() { Temperature = 0f };
            public async Task<int> CountAsync(string mail) => int.Parse(await {{call}});
            public async Task PrintAsync(string mail) => Console.WriteLine(await SendAsync(mail, Warm) + Cool);
            {{wrapper}} => TextAsync(client.CompleteChatAsync([new UserChatMessage(text)], options));
            private static async Task<string> TextAsync(Task<System.ClientModel.ClientResult<ChatCompletion>> sent) => (await sent).Value.Content[0].Text;
        }
        """);

    [Fact]
    public Task An_extension_method_of_the_client() => VerifyAsync(
        "LLM2001",
        """
        static class ChatExtensions
        {
            public static async Task<string> AskAsync(this ChatClient client, string text, float? temperature = null)
            {
                var options = new ChatCompletionOptions { Temperature = temperature };
                return (await client.CompleteChatAsync([new UserChatMessage(text)], options)).Value.Content[0].Text;
            }
        }
        """,
        """
        class Desk(ChatClient client)
        {
            public async Task<int> CountAsync(string mail) => int.Parse(await client.AskAsync(mail, [|0.9f|]));
            public async Task<int> CountCoolyAsync(string mail) => int.Parse(await client.AskAsync(mail));
        }
        """);

    [Fact]
    public Task A_local_function() => VerifyAsync(
        "LLM2001",
        """
        class Desk(ChatClient client)
        {
            public async Task<int> CountAsync(string mail)
            {
                Console.WriteLine(await Ask(mail, 0.9f));
                return int.Parse(await Ask(mail, [|0.8f|]));

                async Task<string> Ask(string text, float temperature) =>
                    (await client.CompleteChatAsync([new UserChatMessage(text)], new ChatCompletionOptions { Temperature = temperature })).Value.Content[0].Text;
            }
        }
        """);

    [Fact]
    public Task Messages_that_a_caller_makes() => VerifyAsync(
        "LLM3001",
        """
        class Assistant(ChatClient client)
        {
            public async Task<string> SendAsync(IEnumerable<ChatMessage> messages) => (await client.CompleteChatAsync(messages)).Value.Content[0].Text;
        }
        """,
        """
        class Desk(Assistant assistant, List<ChatMessage> history)
        {
            public Task<string> AdviseAsync(string mail) => assistant.[|SendAsync|]([new UserChatMessage("You are an experienced lawyer. Advise on: " + mail)]);
            public Task<string> AdviseWellAsync(string mail) => assistant.SendAsync([new SystemChatMessage("You are a lawyer."), new UserChatMessage(mail)]);
            public Task<string> ContinueAsync() => assistant.SendAsync(history);
        }
        """);

    [Fact]
    public Task A_wrapper_that_only_tries_the_connection_is_a_ping_for_every_caller() => VerifyAsync(
        "LLM3001",
        "class Assistant { public async Task<string> TestConnectionAsync(string key) => (await new ChatClient(\"m\", key).CompleteChatAsync(\"Hello\")).Value.Content[0].Text; }",
        "class Desk(Assistant assistant) { public async Task TryAsync() => Console.WriteLine(await assistant.TestConnectionAsync(\"none\")); }");

    [Fact]
    public Task A_missing_system_prompt_is_a_matter_of_the_wrapper() => VerifyAsync(
        "LLM3001",
        "class Assistant(ChatClient client) { public async Task<string> AskAsync(string user) => (await client.[|CompleteChatAsync|](user)).Value.Content[0].Text; }",
        "class Desk(Assistant assistant) { public Task<string> AdviseAsync() => assistant.AskAsync(\"What is the law?\"); }");

    [Fact]
    public Task A_wrapper_that_others_can_see_is_judged_by_its_known_callers_at_their_places() => VerifyAsync(
        "LLM1001",
        """
        public class Assistant(ChatClient client)
        {
            public async Task<string> AskAsync(string user) => (await client.CompleteChatAsync([new SystemChatMessage("You read mail."), new UserChatMessage(user)])).Value.Content[0].Text;
        }
        """,
        "public class Desk(Assistant assistant) { public async Task<int[]?> CountAsync(string mail) => JsonSerializer.Deserialize<int[]>(await assistant.[|AskAsync|](mail)); }");

    [Fact]
    public Task A_type_that_every_caller_names_is_a_matter_of_the_wrapper() => VerifyAsync(
        "LLM1001",
        """
        class Assistant(ChatClient client)
        {
            public async Task<T?> ReadAsync<T>(string user) =>
                JsonSerializer.Deserialize<T>((await client.[|CompleteChatAsync|]([new SystemChatMessage("You read mail."), new UserChatMessage(user)])).Value.Content[0].Text);
        }
        """,
        "class Desk(Assistant assistant) { public Task<int[]?> CountAsync(string mail) => assistant.ReadAsync<int[]>(mail); }");

    [Theory]
    [InlineData("[|0.9f|]", "AskAsync(mail)")]
    [InlineData("0.9f", "AskAsync(mail, 0f)")]
    [InlineData("0.9f", "AskAsync(mail, [|0.8f|])")]
    [InlineData("[|0.9f|]", "AskAsync(mail) + await AskAsync(mail, [|0.8f|])")]
    [InlineData("0.9f", "Task.FromResult(mail)")]
    public Task A_default_value_is_possible_where_a_call_leaves_it_out(string byDefault, string call) => VerifyAsync(
        "LLM2001",
        $$"""
        class Desk(ChatClient client)
        {
            private async Task<int> AskAsync(string user, float temperature = {{byDefault}})
            {
                ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage(user)], new ChatCompletionOptions { Temperature = temperature });
                return int.Parse(completion.Content[0].Text);
            }

            public async Task PrintAsync(string mail) => Console.WriteLine(await {{call}});
        }
        """);

    [Fact]
    public Task A_default_value_is_possible_where_callers_are_unknown() => VerifyAsync(
        "LLM2001",
        """
        public class Desk(ChatClient client)
        {
            public async Task<int> AskAsync(string user, float temperature = [|0.9f|])
            {
                ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage(user)], new ChatCompletionOptions { Temperature = temperature });
                return int.Parse(completion.Content[0].Text);
            }
        }
        """);

    private static async Task VerifyAsync(string rule, params string[] files)
    {
        var test = RuleVerifier.Test<LlmCallAnalyzer>(rule, Usings + files[0], Sdk.OpenAI);
        foreach (var file in files.Skip(1))
        {
            test.TestState.Sources.Add(Usings + file);
        }

        await test.RunAsync();
    }
}
