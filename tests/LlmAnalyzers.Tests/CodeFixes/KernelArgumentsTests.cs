using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.CodeFixes;

/// <summary>Prompts of a kernel: settings are edited in the settings object that the arguments hold, and where there is none, nothing is.</summary>
public class KernelArgumentsTests
{
    [Fact]
    public Task The_format_goes_into_the_settings_that_the_arguments_hold() => SchemaAsync(
        "await kernel.[|InvokePromptAsync|](\"List orders as JSON\", new(new OpenAIPromptExecutionSettings { Seed = 1 }))",
        """
        await kernel.InvokePromptAsync("List orders as JSON", new(new OpenAIPromptExecutionSettings
                {
                    Seed = 1,
                    ResponseFormat = typeof(Order),
                }))
        """);

    [Theory]
    [InlineData("await kernel.[|InvokePromptAsync|](\"Reply with JSON: {{$q}}\", new() { [\"q\"] = input })")]
    [InlineData("await kernel.[|InvokePromptAsync|](\"Reply with JSON: {{$q}}\")")]
    public Task No_fix_is_offered_where_the_arguments_hold_no_settings(string call) => SchemaAsync(call, call);

    [Fact]
    public Task The_temperature_is_set_in_the_settings_that_the_arguments_hold() => RuleVerifier.VerifyFixAsync<LlmCallAnalyzer, SetTemperatureToZero>(
        "LLM2001",
        Source("await kernel.InvokePromptAsync(\"Rate {{$q}} from 1 to 5. Answer with only the number.\", new(new OpenAIPromptExecutionSettings { Temperature = [|0.9|] }) { [\"q\"] = input })", "int.Parse(reply.ToString())"),
        Source("await kernel.InvokePromptAsync(\"Rate {{$q}} from 1 to 5. Answer with only the number.\", new(new OpenAIPromptExecutionSettings { Temperature = 0.0 }) { [\"q\"] = input })", "int.Parse(reply.ToString())"),
        Sdk.SemanticKernel);

    [Theory]
    [InlineData("await kernel.[|InvokePromptAsync|](\"You are a gardener. Answer {{$q}}\", new() { [\"q\"] = input })")]
    [InlineData("await chat.[|GetChatMessageContentAsync|](\"You are a gardener. Answer \" + input)")]
    public async Task The_role_in_a_template_is_reported_and_stays(string call)
    {
        var source = Source(call, "reply.ToString()");
        await RuleVerifier.VerifyFixAsync<LlmCallAnalyzer, MoveRoleToSystemMessage>("LLM3001", source, source, Sdk.SemanticKernel);
        await RuleVerifier.VerifyFixAsync<LlmCallAnalyzer, InsertSystemMessage>("LLM3001", source, source, Sdk.SemanticKernel);
    }

    [Theory]
    [InlineData("await kernel.InvokePromptAsync(\"<message role=\\\"system\\\">You are a gardener.</message><message role=\\\"user\\\">{{$q}}</message>\", new() { [\"q\"] = input })")]
    [InlineData("await kernel.InvokePromptAsync(input)")]
    [InlineData("await kernel.InvokePromptAsync(\"You are a gardener.\", new(new OpenAIPromptExecutionSettings { ChatSystemPrompt = input }))")]
    [InlineData("await chat.GetChatMessageContentAsync(input)")]
    public Task A_template_that_instructs_or_cannot_be_read_is_left_alone(string call) =>
        RuleVerifier.VerifyAsync<LlmCallAnalyzer>("LLM3001", Source(call, "reply.ToString()"), Sdk.SemanticKernel);

    private static Task SchemaAsync(string call, string changed) => RuleVerifier.VerifyFixAsync<LlmCallAnalyzer, RequestJsonSchema>(
        "LLM1001",
        Source(call, "JsonSerializer.Deserialize<Order>(reply.ToString())"),
        Source(changed, "JsonSerializer.Deserialize<Order>(reply.ToString())"),
        Sdk.SemanticKernel);

    private static string Source(string call, string use) => $$"""
        #nullable disable
        using System.Text.Json;
        using System.Threading.Tasks;
        using Microsoft.SemanticKernel;
        using Microsoft.SemanticKernel.ChatCompletion;
        using Microsoft.SemanticKernel.Connectors.OpenAI;

        public class Order { public string Product { get; set; } public int Quantity { get; set; } }

        public class Desk(Kernel kernel, IChatCompletionService chat)
        {
            public async Task<object> RunAsync(string input)
            {
                var reply = {{call}};
                return {{use}};
            }
        }
        """;
}
