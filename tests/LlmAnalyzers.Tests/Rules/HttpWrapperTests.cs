using System.Threading.Tasks;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.Rules;

/// <summary>Wrappers around requests sent without an SDK: each caller is judged by what it gives.</summary>
public class HttpWrapperTests
{
    private const string Usings = """
        using System;
        using System.Net.Http;
        using System.Net.Http.Json;
        using System.Text.Json;
        using System.Threading.Tasks;

        class Order { public string? Product { get; set; } }

        """;

    [Fact]
    public Task The_prompt_of_a_caller_asks_for_JSON_and_its_reply_is_parsed() => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(
        "LLM1001",
        Usings + """
        class Desk(HttpClient http)
        {
            public async Task<Order?> ReadAsync(string input) => JsonSerializer.Deserialize<Order>(await [|AskAsync|]("You read orders. Reply with JSON only.", input));

            public async Task<string> GreetAsync(string input) => await AskAsync("You greet customers.", input);

            private async Task<string> AskAsync(string system, string user)
            {
                var body = new { model = "gpt-4.1-2025-04-14", messages = new[] { new { role = "system", content = system }, new { role = "user", content = user } } };
                var response = await http.PostAsJsonAsync("https://api.openai.com/v1/chat/completions", body);
                using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
                return document.RootElement.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString() ?? "";
            }
        }
        """,
        Sdk.None);

    [Fact]
    public Task A_wrapper_of_its_own_callers_alone_is_judged_where_all_agree() => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(
        "LLM2001",
        Usings + """
        class Desk(HttpClient http)
        {
            public async Task<int> CountAsync(string input) => int.Parse(await AskAsync(input, [|0.9|]));

            public async Task<string> InventAsync(string input) => await AskAsync(input, 0.9);

            private async Task<string> AskAsync(string user, double temperature)
            {
                var body = new { model = "gpt-4.1-2025-04-14", temperature, messages = new[] { new { role = "user", content = user } } };
                var response = await http.PostAsJsonAsync("https://api.openai.com/v1/chat/completions", body);
                using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
                return document.RootElement.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString() ?? "";
            }
        }
        """,
        Sdk.None);

    [Fact]
    public Task An_address_and_a_body_may_come_from_the_caller() => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(
        "LLM2001",
        Usings + """
        class Desk(HttpClient http)
        {
            public async Task<int> CountAsync(string input)
            {
                var body = new { model = "gpt-4.1-2025-04-14", temperature = [|0.9|], messages = new[] { new { role = "user", content = input } } };
                var json = await PostAsync("https://api.openai.com/v1/chat/completions", body);
                return int.Parse(JsonDocument.Parse(json).RootElement.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString()!);
            }

            public Task<string> OrderAsync(string input) => PostAsync("https://shop.example/orders", new { temperature = 0.9, input });

            private async Task<string> PostAsync(string url, object body)
            {
                var response = await http.PostAsJsonAsync(url, body);
                return await response.Content.ReadAsStringAsync();
            }
        }
        """,
        Sdk.None);
}
