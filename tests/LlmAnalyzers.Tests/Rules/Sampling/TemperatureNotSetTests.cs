using System.Threading.Tasks;
using LlmAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace LlmAnalyzers.Tests.Rules.Sampling;

/// <summary>LLM2002: a deterministic path whose temperature is left to the service.</summary>
public class TemperatureNotSetTests() : RuleTests("LLM2002")
{
    private const string Require = "root = true\n[*.cs]\ndotnet_code_quality.LLM2002.require_everywhere = true\n";

    private static string Body(
        string client = "new ChatClient(\"gpt-4o\", \"key\")",
        string options = "",
        string system = "Is it spam? Answer YES or NO.",
        string use = "return completion.Content[0].Text == \"YES\";") => $$"""
        var chat = {{client}};
        ChatCompletion completion = await chat.[|CompleteChatAsync|]([new SystemChatMessage("{{system}}"), new UserChatMessage(input)]{{options}});
        {{use}}
        """;

    [Theory]
    [InlineData("return completion.Content[0].Text == \"YES\";")]
    [InlineData("return Enum.Parse<DayOfWeek>(completion.Content[0].Text);")]
    [InlineData("return int.Parse(completion.Content[0].Text);")]
    [InlineData("return completion.Content[0].Text.Contains(\"YES\") ? 1 : 2;")]
    [InlineData("switch (completion.Content[0].Text) { case \"YES\": return 1; }")]
    [InlineData("return completion.Content[0].Text;")]
    public Task A_reply_that_must_be_the_same(string use) => ReportsOpenAIAsync(Body(use: use));

    [Theory]
    [InlineData(", new ChatCompletionOptions()")]
    [InlineData(", new ChatCompletionOptions { MaxOutputTokenCount = 5, PresencePenalty = 1 }")]
    [InlineData(", new ChatCompletionOptions { Temperature = null }")]
    [InlineData(", options: null")]
    [InlineData(", new ChatCompletionOptions { Seed = 4 }")]
    public Task Options_without_a_temperature(string options) => ReportsOpenAIAsync(Body(options: options));

    [Theory]
    [InlineData("new ChatClient(\"gpt-5.1\", \"key\")")]
    [InlineData("new OpenAIClient(\"key\").GetChatClient(\"gpt-4.1-mini-2025-04-14\")")]
    [InlineData("new ChatClient(\"mistral-large-2512\", new ApiKeyCredential(\"key\"), new OpenAIClientOptions { Endpoint = new Uri(\"https://example.org\") })")]
    public Task A_model_that_takes_a_temperature(string client) => ReportsOpenAIAsync(Body(client));

    [Theory]
    [InlineData("new ChatClient(\"«gpt-5¦gpt-4o»\", \"key\")")]
    [InlineData("new ChatClient(\"«gpt-5.6-sol¦gpt-5.1»\", \"key\")")]
    [InlineData("new ChatClient(\"«gpt-99¦gpt-4o»\", \"key\")")]
    [InlineData("new ChatClient(\"«gpt-5.2-chat-latest¦gpt-4o»\", \"key\")")]
    [InlineData("new ChatClient(\"«ft:gpt-4o-mini-2024-07-18:acme::abc¦gpt-4o-mini-2024-07-18»\", \"key\")")]
    [InlineData("new ChatClient(«input¦\"gpt-4o\"», \"key\")")]
    [InlineData("«client¦new ChatClient(\"gpt-4o\", \"key\")»")]
    [InlineData("new ChatClient(«input.Length > 3 ? \"gpt-4.1\" : \"gpt-4o\"¦\"gpt-4o\"», \"key\")")]
    [InlineData("new ChatClient(«Environment.GetEnvironmentVariable(\"MODEL\") ?? ¦»\"gpt-4o\", \"key\")")]
    public Task A_model_that_refuses_one_or_is_not_known(string client) => SilentOpenAIAsync(Body(client));

    [Theory]
    [InlineData(", new ChatCompletionOptions { «Temperature = 0.9f¦» }")]
    [InlineData(", new ChatCompletionOptions { «Temperature = 0¦Temperature = null» }")]
    [InlineData(", new ChatCompletionOptions { «TopP = 0.1f¦» }")]
    [InlineData(", new ChatCompletionOptions { Temperature = «Configured¦null» }")]
    [InlineData(", «Options¦new ChatCompletionOptions()»")]
    [InlineData(", «Make()¦null»")]
    public Task A_temperature_or_top_p_is_set_or_may_be(string options) => SilentOpenAIAsync(
        Body(options: options), "public float? Configured { get; set; }\npublic ChatCompletionOptions? Options { get; set; }\nprotected virtual ChatCompletionOptions Make() => throw null!;");

    [Theory]
    [InlineData("«ReasoningEffortLevel = ChatReasoningEffortLevel.High¦»")]
    [InlineData("«ReasoningEffortLevel = input¦»")]
    [InlineData("ReasoningEffortLevel = ChatReasoningEffortLevel.«Low¦None»")]
    public Task An_effort_at_which_the_model_takes_none(string options) => SilentOpenAIAsync(
        Body("new ChatClient(\"gpt-5.1\", \"key\")", ", new ChatCompletionOptions { " + options + " }"));

    [Theory]
    [InlineData("«Console.WriteLine(completion.Content[0].Text);¦return completion.Content[0].Text == \"YES\";»")]
    [InlineData("return «completion.Content[0].Text¦int.Parse(completion.Content[0].Text)»;")]
    [InlineData("return completion.Content[0].Text == «null¦\"YES\"»;")]
    [InlineData("return completion.Content[0].Text.«Length > 0¦Contains(\"YES\")»;")]
    public Task A_reply_that_may_vary(string use) => SilentOpenAIAsync(Body(system: "You write letters.", use: use));

    [Theory]
    [InlineData("«gemini-3.5-flash¦gemini-2.5-pro»")]
    [InlineData("«gemini-4-argon¦gemini-2.5-flash»")]
    [InlineData("«claude-opus-5-5¦claude-3-haiku-20240307»")]
    [InlineData("«deepseek-flash¦deepseek-chat»")]
    public Task Models_of_other_providers(string model) => SilentAsync(Sources.ExtensionsAI($$"""
        var response = await client.[|GetResponseAsync|]([new(ChatRole.System, "Is it spam? Answer YES or NO."), new(ChatRole.User, input)], new ChatOptions { ModelId = "{{model}}" });
        return response.Text == "YES";
        """), references: Sdk.ExtensionsAIFull);

    [Fact]
    public Task A_hook_that_writes_into_the_request() => SilentAsync(Sources.ExtensionsAI("""
        var response = await client.[|GetResponseAsync|]([new(ChatRole.System, "Is it spam? Answer YES or NO."), new(ChatRole.User, input)], new ChatOptions { ModelId = "gpt-4o", «AdditionalProperties = new() { ["temperature"] = 0 }¦» });
        return response.Text == "YES";
        """), references: Sdk.ExtensionsAIFull);

    [Theory]
    [InlineData("client", "return null;")]
    [InlineData("new ChatClient(\"gpt-4o\", \"key\")", "Console.WriteLine(completion.Content[0].Text);")]
    [InlineData("new ChatClient(\"gpt-5.1\", \"key\")", "return completion;")]
    public Task Every_call_where_a_team_requires_it(string client, string use) => ReportsAsync(Sources.OpenAI(Body(client, system: "You write letters.", use: use)), Require);

    [Theory]
    [InlineData("new ChatClient(\"«gpt-5¦gpt-4o»\", \"key\")", "")]
    [InlineData("«new ChatClient(\"o3\", \"key\")¦client»", "")]
    [InlineData("client", ", new ChatCompletionOptions { «Temperature = 1¦» }")]
    [InlineData("client", ", new ChatCompletionOptions { «TopP = 0.5f¦» }")]
    [InlineData("client", ", «new ChatCompletionOptions { Temperature = Configured }¦null»")]
    public Task Even_then_not_where_it_is_set_or_refused(string client, string options) => SilentAsync(
        Sources.OpenAI(Body(client, options, "You write letters.", "return null;"), "public float? Configured { get; set; }"), Require);

    [Theory]
    [InlineData("gpt-4o", "return completion.Content[0].Text == \"YES\";", "Temperature is not set and 'gpt-4o' uses 1, but the reply decides a branch (== \"YES\"): the same input can get different results; set it to 0")]
    [InlineData("mistral-large-2512", "return int.Parse(completion.Content[0].Text);", "Temperature is not set, but the reply is converted by 'int.Parse': the same input can get different results; set it to 0")]
    public Task The_message_names_the_evidence(string model, string use, string expected)
    {
        var source = Sources.OpenAI(Body($"new ChatClient(\"{model}\", \"key\")", use: use)).Replace("[|", "{|#0:", System.StringComparison.Ordinal).Replace("|]", "|}", System.StringComparison.Ordinal);
        var test = RuleVerifier.Test<LlmCallAnalyzer>("LLM2002", source, Sdk.OpenAI);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("LLM2002", DiagnosticSeverity.Info).WithLocation(0).WithMessage(expected).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
        return test.RunAsync();
    }
}
