using LlmAnalyzers.Calls;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.Reading;

/// <summary>How pipelines, hooks and bags of <c>Microsoft.Extensions.AI</c> are written, and what they leave known of a call's settings.</summary>
public class PipelineShapesTests
{
    [Theory]
    [InlineData(".ConfigureOptions(o => o.Temperature = 0.2f)", "", "0.2")]
    [InlineData(".ConfigureOptions(o => o.Temperature = 0.2f)", "Temperature = 0.9f", "0.2")]
    [InlineData(".ConfigureOptions(o => { o.ModelId = \"m\"; o.Temperature ??= 0.2f; })", "", "0.2")]
    [InlineData(".ConfigureOptions(o => o.Temperature ??= 0.2f)", "Temperature = 0.9f", "0.9")]
    [InlineData(".ConfigureOptions(o => o.TopP = 0.2f)", "", "not set")]
    [InlineData(".ConfigureOptions(o => { if (o.TopP is null) { o.Temperature = 0.2f; } })", "", "0.2? or unknown")]
    [InlineData(".ConfigureOptions(o => { if (o.TopP is null) { return; } o.Temperature = 0.2f; })", "Temperature = 0.9f", "0.9? or 0.2?")]
    [InlineData(".ConfigureOptions(o => o.Temperature = float.Parse(input))", "Temperature = 0.9f", "unknown")]
    [InlineData(".ConfigureOptions(o => o.Temperature = Warm)", "", "0.7")]
    [InlineData(".ConfigureOptions(o => Warmly(o))", "", "0.7")]
    [InlineData(".ConfigureOptions(Warmly)", "", "0.7")]
    [InlineData(".ConfigureOptions(Outside.Change)", "", "unknown")]
    [InlineData(".ConfigureOptions(o => Outside.Change(o))", "Temperature = 0.9f", "0.9? or unknown")]
    [InlineData(".ConfigureOptions(o => o.Temperature = 0.2f).UseFunctionInvocation().UseLogging()", "", "0.2")]
    [InlineData(".ConfigureOptions(o => o.Temperature ??= 0.2f).ConfigureOptions(o => o.TopP = 1)", "", "0.2")]
    [InlineData(".ConfigureOptions(o => o.Temperature ??= 0.2f).ConfigureOptions(o => o.Temperature ??= 0.4f)", "", "0.2? or 0.4?")]
    [InlineData(".ConfigureOptions(o => o.AdditionalProperties = new() { [\"temperature\"] = 1 })", "Temperature = 0.9f", "0.9? or unknown")]
    [InlineData(".Use(inner => new LoggingChatClient(inner, null!))", "Temperature = 0.9f", "0.9")]
    [InlineData(".Use(inner => new LoggingChatClient(inner, null!))", "", "unknown")]
    [InlineData(".Use((m, o, next, token) => next(m, o, token))", "", "unknown")]
    [InlineData("", "", "not set")]
    public void The_settings_after_a_pipeline_are_read(string stages, string options, string expected)
    {
        var call = ReadCall.ExtensionsAI(
            $"var piped = client.AsBuilder(){stages}.Build(); await piped.GetResponseAsync(input, new ChatOptions {{ {options} }});",
            """
            private const float Warm = 0.7f;
            private static void Warmly(ChatOptions options) => options.Temperature = Warm;
            private static class Outside { public static Action<ChatOptions> Change = _ => { }; }
            """);

        Assert.Equal(expected, Spelled.Setting(call[SettingKind.Temperature]));
    }

    [Theory]
    [InlineData("new ConfigureOptionsChatClient(client, o => o.Temperature = 0.2f)", "0.2")]
    [InlineData("new FunctionInvokingChatClient(new ConfigureOptionsChatClient(client, o => o.Temperature = 0.2f))", "0.2")]
    [InlineData("new FunctionInvokingChatClient(client)", "not set")]
    [InlineData("new Mine(client)", "unknown")]
    [InlineData("new ChatClientBuilder(client).ConfigureOptions(o => o.Temperature = 0.2f).Build()", "0.2")]
    [InlineData("input == \"\" ? client : client.AsBuilder().ConfigureOptions(o => o.Temperature = 0.2f).Build()", "unknown")]
    public void The_settings_after_a_delegating_client_are_read(string made, string expected)
    {
        var call = ReadCall.ExtensionsAI(
            $"IChatClient outer = {made}; await outer.GetResponseAsync(input);",
            "private sealed class Mine(IChatClient inner) : DelegatingChatClient(inner);");

        Assert.Equal(expected, Spelled.Setting(call[SettingKind.Temperature]));
    }

    [Fact]
    public void A_value_of_a_pipeline_made_in_the_constructor_is_reported_where_the_call_uses_the_client()
    {
        var call = ReadCall.ExtensionsAI(
            "await _piped.GetResponseAsync(input);",
            "private readonly IChatClient _piped; public Subject(IChatClient client, string x) : this(client) { _piped = client.AsBuilder().ConfigureOptions(o => o.Temperature = 0.2f).Build(); }");

        var value = call[SettingKind.Temperature].Single;
        Assert.NotNull(value);
        Assert.Equal("_piped", value.ReportLocation.SourceTree?.GetText().ToString(value.ReportLocation.SourceSpan));
    }

    [Fact]
    public void A_pipeline_elsewhere_leaves_a_client_alone_whose_making_is_seen()
    {
        const string Elsewhere = "using Microsoft.Extensions.AI; static class Setup { public static IChatClient Make(IChatClient c) => c.AsBuilder().ConfigureOptions(o => o.Temperature = 0).Build(); }";

        Assert.Equal("unknown", Spelled.Setting(ReadCall.ExtensionsAI("await client.GetResponseAsync(input);", "", Elsewhere)[SettingKind.Temperature]));
        Assert.Equal("not set", Spelled.Setting(ReadCall.ExtensionsAI("var own = new OpenAI.Chat.ChatClient(\"m\", \"key\").AsIChatClient(); await own.GetResponseAsync(input);", "", Elsewhere)[SettingKind.Temperature]));
    }

    [Theory]
    [InlineData("RawRepresentationFactory = _ => new OpenAI.Chat.ChatCompletionOptions { Temperature = 0, Seed = 1 }", "0", "not set")]
    [InlineData("Temperature = 0.9f, RawRepresentationFactory = _ => new OpenAI.Chat.ChatCompletionOptions { Temperature = 0 }", "0", "not set")]
    [InlineData("RawRepresentationFactory = _ => new OpenAI.Chat.ChatCompletionOptions { Temperature = 0 }, Temperature = 0.9f", "0", "not set")]
    [InlineData("RawRepresentationFactory = client => new OpenAI.Chat.ChatCompletionOptions { Seed = 1 }, Temperature = 0.9f", "0.9", "not set")]
    [InlineData("RawRepresentationFactory = _ => { var o = new OpenAI.Chat.ChatCompletionOptions(); o.Temperature = 0; return o; }", "not set", "True")]
    [InlineData("RawRepresentationFactory = _ => Made()", "not set", "True")]
    [InlineData("RawRepresentationFactory = Given", "not set", "True")]
    [InlineData("RawRepresentationFactory = null", "not set", "not set")]
    public void The_hook_for_raw_options_is_read_when_written_as(string options, string temperature, string raw)
    {
        var call = ReadCall.ExtensionsAI(
            $"await client.GetResponseAsync(input, new ChatOptions {{ {options} }});",
            "private static object Made() => new(); public Func<IChatClient, object?>? Given { get; set; }");

        Assert.Equal(temperature, Spelled.Setting(call[SettingKind.Temperature]));
        Assert.Equal(raw, Spelled.Setting(call[SettingKind.RawRequest]));
    }

    [Theory]
    [InlineData("AdditionalProperties = new() { [\"num_ctx\"] = 8000 }", SettingKind.Temperature, "not set")]
    [InlineData("AdditionalProperties = new() { [\"num_ctx\"] = 8000 }", SettingKind.RawRequest, "not set")]
    [InlineData("AdditionalProperties = new() { [\"strict\"] = true }", SettingKind.OutputContract, "not set")]
    [InlineData("AdditionalProperties = new() { [\"Top_P\"] = 0.5 }", SettingKind.TopP, "unknown")]
    [InlineData("AdditionalProperties = new() { { \"response_format\", \"json\" } }", SettingKind.OutputContract, "unknown")]
    [InlineData("AdditionalProperties = new AdditionalPropertiesDictionary { [\"temperature\"] = 0.5 }, Temperature = 0.9f", SettingKind.Temperature, "0.9")]
    [InlineData("Temperature = 0.9f, AdditionalProperties = new AdditionalPropertiesDictionary { [\"temperature\"] = 0.5 }", SettingKind.Temperature, "0.9? or unknown")]
    [InlineData("AdditionalProperties = new() { [input] = 0.5 }", SettingKind.RawRequest, "True")]
    [InlineData("AdditionalProperties = Bag", SettingKind.RawRequest, "True")]
    [InlineData("AdditionalProperties = Bag", SettingKind.Temperature, "not set")]
    [InlineData("AdditionalProperties = new(Bag)", SettingKind.RawRequest, "True")]
    public void Additional_properties_lose_only_what_their_keys_name(string options, object kind, string expected)
    {
        var call = ReadCall.ExtensionsAI(
            $"await client.GetResponseAsync(input, new ChatOptions {{ {options} }});", "public AdditionalPropertiesDictionary Bag { get; set; } = [];");

        Assert.Equal(expected, Spelled.Setting(call[(SettingKind)kind]));
    }

    [Theory]
    [InlineData("o.AdditionalProperties = []; o.AdditionalProperties[\"top_k\"] = 4;", SettingKind.TopK, "unknown")]
    [InlineData("o.AdditionalProperties = new(); o.AdditionalProperties.Add(\"top_k\", 4);", SettingKind.RawRequest, "not set")]
    [InlineData("(o.AdditionalProperties ??= new())[\"top_k\"] = 4;", SettingKind.TopK, "unknown")]
    [InlineData("(o.AdditionalProperties ??= new())[\"top_k\"] = 4;", SettingKind.Temperature, "not set")]
    [InlineData("o.AdditionalProperties = new(); Fill(o.AdditionalProperties);", SettingKind.RawRequest, "True")]
    [InlineData("if (input == \"\") { o.AdditionalProperties = new() { [\"top_k\"] = 4 }; }", SettingKind.TopK, "unknown")]
    public void Additional_properties_are_read_when_added_later(string statements, object kind, string expected)
    {
        var call = ReadCall.ExtensionsAI($"var o = new ChatOptions(); {statements} await client.GetResponseAsync(input, o);", "private static void Fill(AdditionalPropertiesDictionary bag) => bag[\"x\"] = 1;");

        Assert.Equal(expected, Spelled.Setting(call[(SettingKind)kind]));
    }

    [Theory]
    [InlineData("new AnthropicClient().AsIChatClient(\"claude-x\", 900)", "claude-x", "900")]
    [InlineData("new AnthropicClient().AsIChatClient(\"claude-x\")", "claude-x", "not set")]
    [InlineData("new AnthropicClient().Beta.AsIChatClient(\"claude-x\", defaultMaxOutputTokens: 900)", "claude-x", "900")]
    public void The_adapter_of_anthropic_binds_the_model_and_a_cap(string client, string model, string cap)
    {
        var call = ReadCall.From(
            Sdk.AgentFramework,
            $$"""
            using System.Threading.Tasks;
            using Anthropic;
            using Anthropic.Services;
            using Microsoft.Extensions.AI;
            class Subject { async Task Run(string input) { IChatClient client = {{client}}; await client.GetResponseAsync(input); } }
            """);

        Assert.Equal("anthropic", call.Provider);
        Assert.Equal(model, Spelled.Setting(call[SettingKind.Model]));
        Assert.Equal(cap, Spelled.Setting(call[SettingKind.MaxOutputTokens]));
    }

    [Theory]
    [InlineData("new ChatClientAgent(client, new ChatClientAgentOptions { ChatOptions = new() { Temperature = 0.9f, Instructions = \"S\" } })", "0.9", "S")]
    [InlineData("new ChatClientAgent(client, new ChatClientAgentOptions { ChatOptions = Given })", "unknown", "unknown")]
    [InlineData("new ChatClientAgent(client, \"S\")", "not set", "S")]
    [InlineData("client.AsAIAgent(instructions: \"S\", name: \"n\")", "not set", "S")]
    [InlineData("client.AsAIAgent(new ChatClientAgentOptions { ChatOptions = new() { Temperature = 0.9f } })", "0.9", "not set")]
    [InlineData("client.AsBuilder().ConfigureOptions(o => o.Temperature = 0.2f).BuildAIAgent(\"S\")", "0.2", "S")]
    [InlineData("new OpenAI.OpenAIClient(\"key\").GetChatClient(\"m\").AsAIAgent(instructions: \"S\")", "not set", "S")]
    [InlineData("new OpenAI.OpenAIClient(\"key\").GetResponsesClient().AsAIAgent(model: \"m\", instructions: \"S\")", "not set", "S")]
    [InlineData("new Anthropic.AnthropicClient().AsAIAgent(\"m\", \"S\")", "not set", "S")]
    public void An_agent_is_read_when_made_by(string agent, string temperature, string instructions)
    {
        var call = ReadCall.From(
            Sdk.AgentFramework,
            $$"""
            #pragma warning disable OPENAI001
            using System.Threading.Tasks;
            using Anthropic;
            using Microsoft.Agents.AI;
            using Microsoft.Extensions.AI;
            using OpenAI.Chat;
            using OpenAI.Responses;
            class Subject(IChatClient client)
            {
                public ChatOptions? Given { get; set; }
                async Task Run(string input) { AIAgent agent = {{agent}}; await agent.RunAsync(input); }
            }
            """);

        Assert.Equal(temperature, Spelled.Setting(call[SettingKind.Temperature]));
        Assert.Equal(instructions, Spelled.Setting(call[SettingKind.Instructions]));
    }
}
