using System.Threading.Tasks;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.Rules;

/// <summary>LLM2001: which temperature counts, and where it is reported.</summary>
public class HighTemperatureValueTests() : RuleTests("LLM2001")
{
    private static string Call(string options) => options + """

        ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("Is it spam? Answer YES or NO."), new UserChatMessage(input)], options);
        return completion.Content[0].Text == "YES";
        """;

    [Theory]
    [InlineData("var options = new ChatCompletionOptions { Temperature = [|(float)0.7|] };")]
    [InlineData("ChatCompletionOptions options = new() { MaxOutputTokenCount = 5, Temperature = [|1|] };")]
    [InlineData("var options = new ChatCompletionOptions(); options.Temperature = [|0.31f|];")]
    [InlineData("var options = new ChatCompletionOptions { Temperature = [|Temperature|] };")]
    [InlineData("var warm = [|0.7f|]; var options = new ChatCompletionOptions { Temperature = warm };")]
    [InlineData("var options = new ChatCompletionOptions { Temperature = input.Length > 10 ? 0.2f : [|0.9f|] };")]
    [InlineData("var options = new ChatCompletionOptions { Temperature = Configured ?? [|0.9f|] };")]
    [InlineData("var options = new ChatCompletionOptions { TopP = 0.5f, Temperature = [|2f|] };")]
    public Task A_known_value_above_the_maximum(string options) => ReportsOpenAIAsync(Call(options), "const float Temperature = 0.8f;\npublic float? Configured { get; set; }");

    [Theory]
    [InlineData("var options = new ChatCompletionOptions { Temperature = [|«0¦1»|] };")]
    [InlineData("var options = new ChatCompletionOptions { Temperature = [|«0.3f¦0.4f»|] };")]
    [InlineData("var options = new ChatCompletionOptions { «TopP = 0.9f¦Temperature = [|0.9f|]» };")]
    [InlineData("var options = new ChatCompletionOptions { Temperature = [|«Configured¦0.9f»|] };")]
    [InlineData("var options = new ChatCompletionOptions { Temperature = [|«null¦1f»|] };")]
    [InlineData("var options = new ChatCompletionOptions { Temperature = «0.9f¦0.2f» }; options.Temperature = «0f¦[|0.9f|]»;")]
    [InlineData("var options = new ChatCompletionOptions { Temperature = [|«float.Parse(input)¦0.5f»|] };")]
    [InlineData("var other = new ChatCompletionOptions { Temperature = «1¦0» }; var options = new ChatCompletionOptions { Temperature = [|«0¦1»|] };")]
    public Task Another_value(string options) => SilentOpenAIAsync(Call(options), "public float? Configured { get; set; }");

    [Fact]
    public Task Options_in_a_field_are_reported_where_the_call_takes_them() => ReportsOpenAIAsync("""
        ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("Is it spam? Answer YES or NO."), new UserChatMessage(input)], [|Options|]);
        return completion.Content[0].Text == "YES";
        """, "private static readonly ChatCompletionOptions Options = new() { Temperature = 0.9f };");

    [Fact]
    public Task Options_of_a_factory_are_reported_where_the_call_takes_them() => ReportsOpenAIAsync("""
        ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("Is it spam? Answer YES or NO."), new UserChatMessage(input)], [|Create()|]);
        return completion.Content[0].Text == "YES";
        """, "static ChatCompletionOptions Create() => new() { Temperature = 0.9f };");

    [Theory]
    [InlineData("0.8", "«0.8f¦0.81f»")]
    [InlineData("0.1", "«0.1f¦0.2f»")]
    [InlineData("0", "«0f¦0.01f»")]
    [InlineData("nonsense", "«0.3f¦0.4f»")]
    public Task The_maximum_is_an_option(string maximum, string temperature) => SilentAsync(
        Sources.OpenAI(Call($$"""var options = new ChatCompletionOptions { Temperature = [|{{temperature}}|] };""")),
        $"root = true\n[*.cs]\ndotnet_code_quality.LLM2001.maximum_temperature = {maximum}\n");

    [Theory]
    [InlineData("gpt-5.4-mini-2026-03-17", "«ReasoningEffortLevel = ChatReasoningEffortLevel.High, ¦»")]
    [InlineData("gpt-5.4-mini-2026-03-17", "«ReasoningEffortLevel = ChatReasoningEffortLevel.Low, ¦ReasoningEffortLevel = ChatReasoningEffortLevel.None, »")]
    [InlineData("«gpt-6-astra¦gpt-4o»", "")]
    [InlineData("«o3¦my-own-model»", "")]
    [InlineData("«gemini-3.5-flash¦gpt-4o-mini»", "")]
    [InlineData("«gemini-4-argon¦gpt-4.1»", "")]
    public Task Models_that_refuse_or_ignore_it_or_whose_provider_advises_the_default(string model, string effort) => SilentOpenAIAsync($$"""
        var chat = new ChatClient("{{model}}", "key");
        var options = new ChatCompletionOptions { {{effort}}Temperature = [|0.9f|] };
        ChatCompletion completion = await chat.CompleteChatAsync([new SystemChatMessage("Is it spam? Answer YES or NO."), new UserChatMessage(input)], options);
        return completion.Content[0].Text == "YES";
        """);

    [Theory]
    [InlineData("new ChatClient(\"acme-spam-7b\", \"key\")")]
    [InlineData("new ChatClient(\"ft:gpt-4o-mini-2024-07-18:acme::abc123\", \"key\")")]
    [InlineData("new ChatClient(Environment.GetEnvironmentVariable(\"MODEL\") ?? \"gpt-4o-mini\", \"key\")")]
    [InlineData("new OpenAIClient(new ApiKeyCredential(\"key\"), new OpenAIClientOptions { Endpoint = new Uri(input) }).GetChatClient(\"llama3.2\")")]
    [InlineData("new Azure.AI.OpenAI.AzureOpenAIClient(new Uri(input), new ApiKeyCredential(\"key\")).GetChatClient(\"o3\")")]
    public Task Models_that_are_not_known_do_not_silence(string chat) => ReportsOpenAIAsync($$"""
        var chat = {{chat}};
        ChatCompletion completion = await chat.CompleteChatAsync([new SystemChatMessage("Is it spam? Answer YES or NO."), new UserChatMessage(input)], new() { Temperature = [|0.9f|] });
        return completion.Content[0].Text == "YES";
        """);
}
