using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes;
using Xunit;

namespace LlmAnalyzers.Tests.CodeFixes;

/// <summary>What is said at a caller of a wrapper is mended by a decision about the wrapper: no edit is offered there.</summary>
public class SpecialisedCallTests
{
    private const string Wrapper = """
        async Task<string> AskAsync(string user, float temperature)
        {
            var options = new ChatCompletionOptions { Temperature = temperature };
            return (await client.CompleteChatAsync([new SystemChatMessage("You read mail."), new UserChatMessage(user)], options)).Value.Content[0].Text;
        }

        async Task PrintAsync(string mail) => Console.WriteLine(await AskAsync(mail, 0.9f));
        """;

    [Fact]
    public Task No_temperature_is_set_for_a_caller() => Fix.OpenAIAsync<SetTemperatureToZero>("return int.Parse(await AskAsync(input, [|0.9f|]));", members: Wrapper);

    [Fact]
    public Task No_schema_is_requested_for_a_caller() =>
        Fix.OpenAIAsync<RequestJsonSchema>("return JsonSerializer.Deserialize<int[]>(await [|AskAsync|](input, 0f));", members: Wrapper);

    [Fact]
    public Task No_default_value_is_changed_for_those_who_rely_on_it() => Fix.OpenAIAsync<SetTemperatureToZero>(
        "return await CountAsync(input);",
        members: """
            async Task<int> CountAsync(string user, float temperature = [|0.9f|])
            {
                var options = new ChatCompletionOptions { Temperature = temperature };
                return int.Parse((await client.CompleteChatAsync([new UserChatMessage(user)], options)).Value.Content[0].Text);
            }
            """);

    [Fact]
    public Task The_call_in_the_wrapper_is_mended_where_the_fault_is_there() => Fix.OpenAIAsync<SetTemperatureToZero>(
        "return int.Parse(await AskAsync(input));",
        "return int.Parse(await AskAsync(input));",
        Member("[|0.9f|]"),
        Member("0f"));

    private static string Member(string temperature) =>
        "async Task<string> AskAsync(string user) => (await client.CompleteChatAsync([new UserChatMessage(user)], new ChatCompletionOptions { Temperature = " + temperature + " })).Value.Content[0].Text;";
}
