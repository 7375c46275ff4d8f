using System.Threading.Tasks;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.Rules;

/// <summary>Calls inside a method of the project that others call: what is known of a parameter, and what callers do with the reply.</summary>
public class WrapperTests
{
    [Theory]
    [InlineData("return «await AskAsync(input)¦int.Parse(await AskAsync(input))»;")]
    [InlineData("return «await AskAsync(input)¦await AskAsync(input) == \"YES\"»;")]
    [InlineData("var reply = await AskAsync(input); return reply «!= null¦is \"yes\" or \"no\"»;")]
    public Task A_path_is_deterministic_when_a_caller_needs_it(string use) =>
        new Case("LLM2001").Silent(Sources.OpenAI(use, Ask("CompleteChatAsync", "[|0.9f|]")));

    [Theory]
    [InlineData("return «await AskAsync(input)¦JsonSerializer.Deserialize<int[]>(await AskAsync(input))»;")]
    [InlineData("return «await AskAsync(input)¦(await AskAsync(input)).Replace(\"```json\", \"\")»;")]
    public Task A_reply_is_JSON_when_a_caller_parses_it(string use) =>
        new Case("LLM1001").Silent(Sources.OpenAI(use, Ask("[|CompleteChatAsync|]", "0.9f")));

    [Theory]
    [InlineData("«new SystemChatMessage(system), ¦»new UserChatMessage(user)")]
    [InlineData("«new SystemChatMessage(\"\"), ¦»new UserChatMessage(user)")]
    public Task A_parameter_is_a_system_prompt_whatever_it_says(string messages) => new Case("LLM3001").Silent(Sources.OpenAI("", $$"""
        public async Task<string> AskAsync(string system, string user)
        {
            ChatCompletion completion = await client.[|CompleteChatAsync|]({{messages}});
            return completion.Content[0].Text + system;
        }
        """));

    [Fact]
    public Task A_system_prompt_that_is_added_only_when_it_is_given() => new Case("LLM3001").Silent(Sources.ExtensionsAI("", """
        public async Task<string> AskAsync(string? system, string user)
        {
            List<ChatMessage> messages = [];
            if (!string.IsNullOrEmpty(system))
            {
                «messages.Add(new(ChatRole.System, system));¦»
            }

            messages.Add(new(ChatRole.User, user));
            return (await client.[|GetResponseAsync|](messages)).Text;
        }
        """));

    [Fact]
    public Task A_role_in_a_parameter_that_is_not_read() => new Case("LLM3001").Reports(Sources.ExtensionsAI("", """
        public async Task<string> AskAsync(string user) => (await client.[|GetResponseAsync|](user)).Text;
        """));

    [Fact]
    public Task A_temperature_in_a_parameter_without_callers() => new Case("LLM2001").Silent(Sources.ExtensionsAI("", """
        public async Task<bool> IsSpamAsync(string mail, float temperature)
        {
            var response = await client.GetResponseAsync(mail, new ChatOptions { Temperature = [|«temperature¦0.9f»|] });
            return response.Text == "YES" && temperature >= 0;
        }
        """));

    private static string Ask(string call, string temperature) => $$"""
        async Task<string> AskAsync(string user)
        {
            var options = new ChatCompletionOptions { Temperature = {{temperature}} };
            ChatCompletion completion = await client.{{call}}([new SystemChatMessage("You look at mail."), new UserChatMessage(user)], options);
            return completion.Content[0].Text;
        }
        """;

    private sealed class Case(string rule) : RuleTests(rule)
    {
        public Task Silent(string source) => SilentAsync(source);

        public Task Reports(string source) => ReportsAsync(source);
    }
}
