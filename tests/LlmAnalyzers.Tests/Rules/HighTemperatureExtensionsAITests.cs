using System.Threading.Tasks;
using Xunit;

namespace LlmAnalyzers.Tests.Rules;

/// <summary>LLM2001 where Microsoft.Extensions.AI is called.</summary>
public class HighTemperatureExtensionsAITests() : RuleTests("LLM2001")
{
    private const string Members = """
        public string Prompt { get; set; } = "";
        public ChatOptions Given { get; set; } = new();
        record Ticket(string Product);
        """;

    [Theory]
    [InlineData("""var r = await client.GetResponseAsync([new(ChatRole.System, "You rate."), new(ChatRole.User, input)], new ChatOptions { Temperature = [|0.9f|] }); return int.Parse(r.Text);""")]
    [InlineData("""var r = await client.GetResponseAsync(input, new ChatOptions { Temperature = [|1f|] }); return r.Text == "YES";""")]
    [InlineData("""var r = await client.GetResponseAsync($"Classify this mail as spam or ham: {input}", new() { Temperature = [|0.7f|] }); return r.Text;""")]
    [InlineData("""ChatOptions options = new() { Temperature = [|0.7f|] }; var r = await client.GetResponseAsync(input, options); return Enum.Parse<DayOfWeek>(r.Messages.Last().Text);""")]
    [InlineData("""var options = new ChatOptions { Seed = 1 }; options.Temperature = [|0.9f|]; return (await client.GetResponseAsync(input, options)).Text;""")]
    [InlineData("""var r = await client.GetResponseAsync<Ticket>("Which product is broken in this ticket: " + input, new ChatOptions { Temperature = [|0.9f|] }); return r.Result;""")]
    [InlineData("""var r = await client.GetResponseAsync("Which product is it: " + input, new ChatOptions { Temperature = [|0.9f|], ResponseFormat = ChatResponseFormat.ForJsonSchema<Ticket>() }); return r.Text;""")]
    [InlineData("""var r = await client.GetResponseAsync("Which product is it: " + input, new ChatOptions { Temperature = [|0.9f|], ToolMode = ChatToolMode.RequireAny }); return r.Messages;""")]
    [InlineData("""var r = await client.GetResponseAsync("Which product is it: " + input, new ChatOptions { Temperature = [|0.9f|] }); return JsonSerializer.Deserialize<Ticket>(r.Text);""")]
    [InlineData("""var all = ""; await foreach (var u in client.GetStreamingResponseAsync(input, new ChatOptions { Temperature = [|0.9f|] })) { all += u.Text; } return bool.Parse(all);""")]
    [InlineData("""var r = await client.GetResponseAsync("Is it spam? " + input, new ChatOptions { Temperature = [|0.9f|], ModelId = "my-model" }); return r.Text.Trim().Equals("yes", StringComparison.OrdinalIgnoreCase);""")]
    [InlineData("""var r = await client.GetResponseAsync(input, new ChatOptions { Temperature = [|0.9f|], ModelId = "gpt-5.4-mini-2026-03-17", Reasoning = new() { Effort = ReasoningEffort.None } }); return r.Text == "YES";""")]
    [InlineData("""var r = await client.GetResponseAsync(input, new ChatOptions { Temperature = [|0.9f|], ModelId = Prompt }); return r.Text == "YES";""")]
    [InlineData("""var r = await client.AsBuilder().UseLogging().Build().GetResponseAsync(input, new ChatOptions { Temperature = [|0.9f|] }); return r.Text == "YES";""")]
    public Task A_high_temperature_on_a_deterministic_path(string body) => ReportsExtensionsAIAsync(body, Members);

    [Theory]
    [InlineData("""var r = await client.GetResponseAsync(input, new ChatOptions { Temperature = [|«0.2f¦0.9f»|] }); return r.Text == "YES";""")]
    [InlineData("""var r = await client.GetResponseAsync(input, «Given¦new ChatOptions { Temperature = [|0.9f|] }»); return r.Text == "YES";""")]
    [InlineData("""var r = await client.GetResponseAsync(input, new ChatOptions { Temperature = [|0.9f|] }); return r.Text«¦ == "YES"»;""")]
    [InlineData("""var r = await client.GetResponseAsync(input, new ChatOptions { Temperature = [|0.9f|] }); return r.Text == «null¦"YES"»;""")]
    [InlineData("""var r = await client.GetResponseAsync(input, new ChatOptions { Temperature = [|0.9f|] }); return r.«FinishReason == ChatFinishReason.Stop¦Text == "stop"»;""")]
    [InlineData("""var r = await client.GetResponseAsync<Ticket>("«Invent a story about a product¦Which product is it»: " + input, new ChatOptions { Temperature = [|0.9f|] }); return r.Result;""")]
    [InlineData("""var r = await client.GetResponseAsync<Ticket>(«Prompt¦"Which product is it?"», new ChatOptions { Temperature = [|0.9f|] }); return r.Result;""")]
    [InlineData("""var r = await client.GetResponseAsync("«Write a poem about¦Which product is it:» " + input, new ChatOptions { Temperature = [|0.9f|], ResponseFormat = ChatResponseFormat.ForJsonSchema<Ticket>() }); return r.Text;""")]
    [InlineData("""var r = await client.GetResponseAsync("Which product is it: " + input, new ChatOptions { Temperature = [|0.9f|], ResponseFormat = ChatResponseFormat.«Json¦ForJsonSchema<Ticket>()» }); return r.Text;""")]
    [InlineData("""var r = await client.GetResponseAsync("Which product is it: " + input, new ChatOptions { Temperature = [|0.9f|], ToolMode = ChatToolMode.«Auto¦RequireAny» }); return r.Text;""")]
    [InlineData("""var r = await client.GetResponseAsync("Which product is it: " + input, new ChatOptions { Temperature = [|0.9f|], «Instructions¦ModelId» = Prompt }); return JsonSerializer.Deserialize<Ticket>(r.Text);""")]
    [InlineData("""var r = await client.GetResponseAsync(input, new ChatOptions { Temperature = [|0.9f|], ModelId = "«gemini-3.5-flash¦gpt-4o»" }); return r.Text == "YES";""")]
    [InlineData("""var r = await client.GetResponseAsync(input, new ChatOptions { Temperature = [|0.9f|], ModelId = "gpt-5.4-mini-2026-03-17", Reasoning = new() { Effort = ReasoningEffort.«High¦None» } }); return r.Text == "YES";""")]
    [InlineData("""var chat = new OpenAI.Chat.ChatClient("«o3-mini¦gpt-4o»", "key").AsIChatClient(); var r = await chat.GetResponseAsync(input, new ChatOptions { Temperature = [|0.9f|] }); return r.Text == "YES";""")]
    [InlineData("""await foreach (var u in client.GetStreamingResponseAsync(input, new ChatOptions { Temperature = [|0.9f|] })) { Console.Write(«u.Text¦int.Parse(u.Text)»); }""")]
    [InlineData("""var options = new ChatOptions { Temperature = [|0.9f|] }; «Given = options; options = new ChatOptions();¦» return (await client.GetResponseAsync(input, options)).Text == "YES";""")]
    public Task A_path_or_temperature_that_is_not(string body) => SilentExtensionsAIAsync(body, Members);
}
