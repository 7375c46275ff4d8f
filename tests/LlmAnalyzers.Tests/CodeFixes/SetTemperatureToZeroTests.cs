using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.CodeFixes;

/// <summary>The temperature becomes 0 where it is written, in the type it has there.</summary>
public class SetTemperatureToZeroTests
{
    [Fact]
    public Task In_the_initialiser()
        => Fix.OpenAIAsync<SetTemperatureToZero>(
            """
            ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("Answer with one word only."), new UserChatMessage(input)], new() { Temperature = [|0.9f|] });
            return Enum.Parse<DayOfWeek>(completion.Content[0].Text);
            """,
            """
            ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("Answer with one word only."), new UserChatMessage(input)], new() { Temperature = 0f });
            return Enum.Parse<DayOfWeek>(completion.Content[0].Text);
            """);

    [Fact]
    public Task In_an_initialiser_over_several_lines()
        => Fix.OpenAIAsync<SetTemperatureToZero>(
            """
            var options = new ChatCompletionOptions
            {
                Temperature = [|0.9f|], // lively
                MaxOutputTokenCount = 10
            };
            ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("Answer with one word only."), new UserChatMessage(input)], options);
            return Enum.Parse<DayOfWeek>(completion.Content[0].Text);
            """,
            """
            var options = new ChatCompletionOptions
            {
                Temperature = 0f, // lively
                MaxOutputTokenCount = 10
            };
            ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("Answer with one word only."), new UserChatMessage(input)], options);
            return Enum.Parse<DayOfWeek>(completion.Content[0].Text);
            """);

    [Fact]
    public Task In_an_assignment()
        => Fix.OpenAIAsync<SetTemperatureToZero>(
            """
            var options = new ChatCompletionOptions();
            options.Temperature = [|0.9f|]; // lively
            ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("Answer with one word only."), new UserChatMessage(input)], options);
            return Enum.Parse<DayOfWeek>(completion.Content[0].Text);
            """,
            """
            var options = new ChatCompletionOptions();
            options.Temperature = 0f; // lively
            ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("Answer with one word only."), new UserChatMessage(input)], options);
            return Enum.Parse<DayOfWeek>(completion.Content[0].Text);
            """);

    [Fact]
    public Task With_a_cast()
        => Fix.OpenAIAsync<SetTemperatureToZero>(
            """
            var options = new ChatCompletionOptions { Temperature = [|(float)0.7|] };
            ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("Answer with one word only."), new UserChatMessage(input)], options);
            return Enum.Parse<DayOfWeek>(completion.Content[0].Text);
            """,
            """
            var options = new ChatCompletionOptions { Temperature = 0f };
            ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("Answer with one word only."), new UserChatMessage(input)], options);
            return Enum.Parse<DayOfWeek>(completion.Content[0].Text);
            """);

    [Fact]
    public Task As_an_integer()
        => Fix.OpenAIAsync<SetTemperatureToZero>(
            """
            var options = new ChatCompletionOptions { Temperature = [|1|] };
            ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("Answer with one word only."), new UserChatMessage(input)], options);
            return Enum.Parse<DayOfWeek>(completion.Content[0].Text);
            """,
            """
            var options = new ChatCompletionOptions { Temperature = 0 };
            ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("Answer with one word only."), new UserChatMessage(input)], options);
            return Enum.Parse<DayOfWeek>(completion.Content[0].Text);
            """);

    [Fact]
    public Task A_constant_is_left_to_those_who_use_it()
        => Fix.OpenAIAsync<SetTemperatureToZero>(
            """
            ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("Answer with one word only."), new UserChatMessage(input)], new() { Temperature = [|Lively|] });
            return Enum.Parse<DayOfWeek>(completion.Content[0].Text);
            """,
            """
            ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("Answer with one word only."), new UserChatMessage(input)], new() { Temperature = 0f });
            return Enum.Parse<DayOfWeek>(completion.Content[0].Text);
            """,
            members: "private const float Lively = 0.9f;");

    [Fact]
    public Task Two_calls_that_use_a_constant()
        => Fix.OpenAIAsync<SetTemperatureToZero>(
            """
            ChatCompletion first = await client.CompleteChatAsync(["Answer with one word only: which day?"], new() { Temperature = [|Lively|] });
            Console.WriteLine(Enum.Parse<DayOfWeek>(first.Content[0].Text));
            ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("Answer with one word only."), new UserChatMessage(input)], new() { Temperature = [|Lively|] });
            return Enum.Parse<DayOfWeek>(completion.Content[0].Text);
            """,
            """
            ChatCompletion first = await client.CompleteChatAsync(["Answer with one word only: which day?"], new() { Temperature = 0f });
            Console.WriteLine(Enum.Parse<DayOfWeek>(first.Content[0].Text));
            ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("Answer with one word only."), new UserChatMessage(input)], new() { Temperature = 0f });
            return Enum.Parse<DayOfWeek>(completion.Content[0].Text);
            """,
            members: "private const float Lively = 0.9f;");

    [Fact]
    public Task Both_branches_of_a_choice()
        => Fix.OpenAIAsync<SetTemperatureToZero>(
            """
            var options = new ChatCompletionOptions { Temperature = input.Length > 5 ? [|0.9f|] : [|0.7f|] };
            ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("Answer with one word only."), new UserChatMessage(input)], options);
            return Enum.Parse<DayOfWeek>(completion.Content[0].Text);
            """,
            """
            var options = new ChatCompletionOptions { Temperature = 0f };
            ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("Answer with one word only."), new UserChatMessage(input)], options);
            return Enum.Parse<DayOfWeek>(completion.Content[0].Text);
            """);

    [Fact]
    public Task One_branch_of_a_choice_that_is_lively()
        => Fix.OpenAIAsync<SetTemperatureToZero>(
            """
            var options = new ChatCompletionOptions { Temperature = input.Length > 5 ? [|0.9f|] : 0.1f };
            ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("Answer with one word only."), new UserChatMessage(input)], options);
            return Enum.Parse<DayOfWeek>(completion.Content[0].Text);
            """,
            """
            var options = new ChatCompletionOptions { Temperature = input.Length > 5 ? 0f : 0.1f };
            ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("Answer with one word only."), new UserChatMessage(input)], options);
            return Enum.Parse<DayOfWeek>(completion.Content[0].Text);
            """);

    [Fact]
    public Task A_local()
        => Fix.OpenAIAsync<SetTemperatureToZero>(
            """
            var temperature = [|0.8f|];
            var options = new ChatCompletionOptions { Temperature = temperature };
            ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("Answer with one word only."), new UserChatMessage(input)], options);
            return Enum.Parse<DayOfWeek>(completion.Content[0].Text);
            """,
            """
            var temperature = 0f;
            var options = new ChatCompletionOptions { Temperature = temperature };
            ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("Answer with one word only."), new UserChatMessage(input)], options);
            return Enum.Parse<DayOfWeek>(completion.Content[0].Text);
            """);

    [Fact]
    public Task A_double_local()
        => Fix.OpenAIAsync<SetTemperatureToZero>(
            """
            var temperature = [|0.8|];
            var options = new ChatCompletionOptions { Temperature = (float)temperature };
            ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("Answer with one word only."), new UserChatMessage(input)], options);
            return Enum.Parse<DayOfWeek>(completion.Content[0].Text);
            """,
            """
            var temperature = 0.0;
            var options = new ChatCompletionOptions { Temperature = (float)temperature };
            ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("Answer with one word only."), new UserChatMessage(input)], options);
            return Enum.Parse<DayOfWeek>(completion.Content[0].Text);
            """);

    [Fact]
    public Task The_argument_of_a_helper()
        => Fix.OpenAIAsync<SetTemperatureToZero>(
            """
            ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("Answer with one word only."), new UserChatMessage(input)], Lively([|0.8|]));
            return Enum.Parse<DayOfWeek>(completion.Content[0].Text);
            """,
            """
            ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("Answer with one word only."), new UserChatMessage(input)], Lively(0.0));
            return Enum.Parse<DayOfWeek>(completion.Content[0].Text);
            """,
            members: "static ChatCompletionOptions Lively(double temperature) => new() { Temperature = (float)temperature };");

    [Fact]
    public Task A_static_field()
        => Fix.OpenAIAsync<SetTemperatureToZero>(
            """
            ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("Answer with one word only."), new UserChatMessage(input)], [|Lively|]);
            return Enum.Parse<DayOfWeek>(completion.Content[0].Text);
            """,
            """
            ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("Answer with one word only."), new UserChatMessage(input)], Lively);
            return Enum.Parse<DayOfWeek>(completion.Content[0].Text);
            """,
            members: "private static readonly ChatCompletionOptions Lively = new() { Temperature = 0.9f };",
            fixedMembers: "private static readonly ChatCompletionOptions Lively = new() { Temperature = 0f };");

    [Fact]
    public Task A_static_field_that_a_poem_shares_stays()
        => Fix.OpenAIAsync<SetTemperatureToZero>(
            """
            Console.WriteLine((await client.CompleteChatAsync(["Write a poem."], Lively)).Value.Content[0].Text);
            ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("Answer with one word only."), new UserChatMessage(input)], [|Lively|]);
            return Enum.Parse<DayOfWeek>(completion.Content[0].Text);
            """,
            members: "private static readonly ChatCompletionOptions Lively = new() { Temperature = 0.9f };");

    [Fact]
    public Task A_helper_that_a_poem_calls_stays()
        => Fix.OpenAIAsync<SetTemperatureToZero>(
            """
            Console.WriteLine((await client.CompleteChatAsync(["Write a poem."], Lively())).Value.Content[0].Text);
            ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("Answer with one word only."), new UserChatMessage(input)], [|Lively()|]);
            return Enum.Parse<DayOfWeek>(completion.Content[0].Text);
            """,
            members: "static ChatCompletionOptions Lively() => new() { Temperature = 0.9f };");

    [Fact]
    public Task A_field_that_something_unknown_gets_too_stays()
        => Fix.OpenAIAsync<SetTemperatureToZero>(
            """
            Log(Lively);
            ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("Answer with one word only."), new UserChatMessage(input)], [|Lively|]);
            return Enum.Parse<DayOfWeek>(completion.Content[0].Text);
            """,
            members: """
            private static readonly ChatCompletionOptions Lively = new() { Temperature = 0.9f };

            static void Log(object value) => Console.WriteLine(value);
            """);

    [Fact]
    public Task A_static_number_that_a_poem_shares_stays()
        => Fix.OpenAIAsync<SetTemperatureToZero>(
            """
            Console.WriteLine((await client.CompleteChatAsync(["Write a poem."], new() { Temperature = Lively })).Value.Content[0].Text);
            ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("Answer with one word only."), new UserChatMessage(input)], new() { Temperature = [|Lively|] });
            return Enum.Parse<DayOfWeek>(completion.Content[0].Text);
            """,
            members: "private static readonly float Lively = 0.9f;");

    [Fact]
    public Task A_fallback_for_what_is_configured_stays()
        => Fix.OpenAIAsync<SetTemperatureToZero>(
            """
            float? configured = input.Length;
            var options = new ChatCompletionOptions { Temperature = configured ?? [|0.9f|] };
            ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("Answer with one word only."), new UserChatMessage(input)], options);
            return Enum.Parse<DayOfWeek>(completion.Content[0].Text);
            """,
            """
            float? configured = input.Length;
            var options = new ChatCompletionOptions { Temperature = configured ?? 0f };
            ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("Answer with one word only."), new UserChatMessage(input)], options);
            return Enum.Parse<DayOfWeek>(completion.Content[0].Text);
            """);

    [Fact]
    public Task A_value_in_another_file_stays()
        => Fix.NoneAsync<SetTemperatureToZero>(
            Sources.OpenAI("""
                ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("Answer with one word only."), new UserChatMessage(input)], new() { Temperature = [|Defaults.Lively|] });
                return Enum.Parse<DayOfWeek>(completion.Content[0].Text);
                """,
                ""),
            """
            static class Defaults
            {
                public static readonly float Lively = 0.9f;
            }
            """);

    [Fact]
    public Task Several_calls_at_once()
        => Fix.OpenAIAsync<SetTemperatureToZero>(
            """
            ChatCompletion first = await client.CompleteChatAsync(["Answer with one word only: which day?"], new() { Temperature = [|0.5f|] });
            ChatCompletion second = await client.CompleteChatAsync(["Answer with one word only: which day?"], new() { Temperature = [|1|] });
            return (Enum.Parse<DayOfWeek>(first.Content[0].Text), Enum.Parse<DayOfWeek>(second.Content[0].Text));
            """,
            """
            ChatCompletion first = await client.CompleteChatAsync(["Answer with one word only: which day?"], new() { Temperature = 0f });
            ChatCompletion second = await client.CompleteChatAsync(["Answer with one word only: which day?"], new() { Temperature = 0 });
            return (Enum.Parse<DayOfWeek>(first.Content[0].Text), Enum.Parse<DayOfWeek>(second.Content[0].Text));
            """);

    [Fact]
    public Task With_Microsoft_Extensions_AI()
        => Fix.ExtensionsAIAsync<SetTemperatureToZero>(
            """
            var options = new ChatOptions { Temperature = [|0.7f|], TopP = 1 };
            var response = await client.GetResponseAsync("Answer with one word only: which day?", options);
            return Enum.Parse<DayOfWeek>(response.Text);
            """,
            """
            var options = new ChatOptions { Temperature = 0f, TopP = 1 };
            var response = await client.GetResponseAsync("Answer with one word only: which day?", options);
            return Enum.Parse<DayOfWeek>(response.Text);
            """);
}
