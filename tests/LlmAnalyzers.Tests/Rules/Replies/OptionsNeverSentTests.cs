using System.Threading.Tasks;
using Xunit;

namespace LlmAnalyzers.Tests.Rules.Replies;

/// <summary>LLM7003: options that no call gets.</summary>
public class OptionsNeverSentTests() : RuleTests("LLM7003")
{
    private const string Members = """
        private ChatCompletionOptions? _kept;
        private Task Send(ChatCompletionOptions options) => client.CompleteChatAsync([new UserChatMessage("Hi")], options);
        private static void Look(object o) { }
        private static ChatTool Tool() => ChatTool.CreateFunctionTool("f");
        """;

    private const string Call = "await client.CompleteChatAsync([new UserChatMessage(input)]);";

    [Theory]
    [InlineData("var [|options|] = new ChatCompletionOptions { Temperature = 0 };")]
    [InlineData("ChatCompletionOptions [|options|] = new() { Temperature = 0, MaxOutputTokenCount = 100 };")]
    [InlineData("var [|options|] = new ChatCompletionOptions(); options.Temperature = 0;")]
    [InlineData("var [|options|] = new ChatCompletionOptions(); options.Tools.Add(Tool());")]
    [InlineData("var [|options|] = new ChatCompletionOptions { StopSequences = { \"END\" } };")]
    [InlineData("var [|options|] = new ChatCompletionOptions(); if (input.Length > 3) { options.Temperature = 0; }")]
    [InlineData("ChatCompletionOptions [|options|]; options = new ChatCompletionOptions { Temperature = 0 };")]
    [InlineData("var [|options|] = new ChatCompletionOptions(); options.Temperature ??= 0.5f;")]
    [InlineData("var [|options|] = new ChatCompletionOptions { ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat() }; _ = nameof(input);")]
    [InlineData("var [|a|] = new ChatCompletionOptions { Temperature = 0 }; var [|b|] = new ChatCompletionOptions { Temperature = 1 };")]
    [InlineData("var [|options|] = new ChatCompletionOptions(); options.Metadata[\"key\"] = input;")]
    public Task They_are_made_and_set(string statements) => ReportsOpenAIAsync(statements + "\n" + Call, Members);

    [Fact]
    public Task Where_the_member_calls_nothing() => ReportsOpenAIAsync("var [|options|] = new ChatCompletionOptions { Temperature = 0 };", Members);

    [Fact]
    public Task Where_another_object_is_sent() => ReportsOpenAIAsync("""
        var [|strict|] = new ChatCompletionOptions { Temperature = 0 };
        var loose = new ChatCompletionOptions { Temperature = 1 };
        await client.CompleteChatAsync([new UserChatMessage(input)], loose);
        """);

    [Fact]
    public Task In_a_lambda() => ReportsOpenAIAsync("""
        Func<Task> ask = async () =>
        {
            var [|options|] = new ChatCompletionOptions { Temperature = 0 };
            await client.CompleteChatAsync([new UserChatMessage(input)]);
        };
        await ask();
        """);

    [Theory]
    [InlineData("var [|options|] = new ChatOptions { Temperature = 0 };")]
    [InlineData("ChatOptions [|options|] = new(); options.Instructions = input;")]
    [InlineData("var [|options|] = new ChatOptions { Tools = [] };")]
    public Task Chat_options(string statements) => ReportsExtensionsAIAsync(statements + "\nawait client.GetResponseAsync(input);");

    [Theory]
    [InlineData("await client.CompleteChatAsync([new UserChatMessage(input)]«, options¦»);")]
    [InlineData("await client.CompleteChatAsync([new UserChatMessage(input)]«, options: options¦»);")]
    [InlineData("await «Send(options)¦client.CompleteChatAsync(input)»;")]
    [InlineData("«Look(options);¦»")]
    [InlineData("«_kept = options;¦»")]
    [InlineData("«return options;¦»")]
    [InlineData("«var other = options; Look(other);¦»")]
    [InlineData("«var all = new[] { options };¦»")]
    [InlineData("«Console.WriteLine(options.Temperature);¦»")]
    [InlineData("«if (options.Temperature > 0) { Console.WriteLine(); }¦»")]
    [InlineData("«Action send = () => Look(options);¦»")]
    [InlineData("«var pair = (options, input);¦»")]
    [InlineData("«var kept = new { options };¦»")]
    [InlineData("«Look(options ?? new());¦»")]
    [InlineData("«foreach (var tool in options.Tools) { }¦»")]
    [InlineData("«Look(options.ToString()!);¦»")]
    [InlineData("«lock (options) { }¦»")]
    [InlineData("«options = null!;¦options.Temperature = 1;»«Look(options);¦»")]
    public Task They_are_passed_on_or_looked_at(string statements) => SilentOpenAIAsync(
        "var [|options|] = new ChatCompletionOptions { Temperature = 0 };\n" + statements, Members);

    [Theory]
    [InlineData("var [|options|] = new ChatCompletionOptions«()¦ { Temperature = 0 }»;")]
    [InlineData("var [|options|] = new «System.Text.Json.JsonSerializerOptions { WriteIndented = true }¦ChatCompletionOptions { Temperature = 0 }»;")]
    [InlineData("var [|options|] = «_kept ?? ¦»new ChatCompletionOptions { Temperature = 0 };")]
    [InlineData("«_kept¦ChatCompletionOptions [|options|]» = new ChatCompletionOptions { Temperature = 0 };")]
    public Task Nothing_is_set_or_nothing_made(string statements) => SilentOpenAIAsync(statements, Members);

    [Fact]
    public Task They_are_sent_from_a_local_function() => SilentOpenAIAsync("""
        var [|options|] = new ChatCompletionOptions { Temperature = 0 };
        await Ask();
        async Task Ask() => await client.CompleteChatAsync([new UserChatMessage(input)]«, options¦»);
        """);

    [Fact]
    public Task They_are_copied() => SilentExtensionsAIAsync("""
        var [|options|] = new ChatOptions { Temperature = 0 };
        «await client.GetResponseAsync(input, options.Clone());¦await client.GetResponseAsync(input);»
        """);
}
