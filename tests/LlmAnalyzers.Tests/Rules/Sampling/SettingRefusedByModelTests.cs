using System.Threading.Tasks;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.Rules.Sampling;

/// <summary>LLM2004 on code: which model, which setting, where it is reported.</summary>
public class SettingRefusedByModelTests
{
    private const string Id = "LLM2004";

    [Theory]
    // Refused whatever the effort.
    [InlineData("gpt-5", "Temperature = [|0.2f|]")]
    [InlineData("gpt-5-mini-2025-08-07", "TopP = [|0.9f|]")]
    [InlineData("gpt-6-astra", "Temperature = [|1f|]")]
    [InlineData("o3", "FrequencyPenalty = [|0.5f|], PresencePenalty = [|-1f|]")]
    [InlineData("gpt-5-nano", "IncludeLogProbabilities = [|true|], TopLogProbabilityCount = [|3|]")]
    [InlineData("o4-mini-2025-04-16", "[|StopSequences = { \"END\" }|]")]
    // Refused at the default effort, or at the one that is set.
    [InlineData("gpt-5.6-sol", "Temperature = [|0|]")]
    [InlineData("gpt-5.5", "PresencePenalty = [|1|]")]
    [InlineData("gpt-5.1", "ReasoningEffortLevel = ChatReasoningEffortLevel.Low, Temperature = [|0.2f|], TopP = [|0.5f|]")]
    [InlineData("gpt-5.4-mini", "ReasoningEffortLevel = \"high\", IncludeLogProbabilities = [|true|]")]
    // The effort itself.
    [InlineData("gpt-5", "ReasoningEffortLevel = [|ChatReasoningEffortLevel.None|]")]
    [InlineData("gpt-5.1-2025-11-13", "ReasoningEffortLevel = [|\"xhigh\"|]")]
    [InlineData("gpt-5.6", "ReasoningEffortLevel = [|ChatReasoningEffortLevel.Minimal|]")]
    // A possible value counts.
    [InlineData("gpt-5", "Temperature = input.Length > 3 ? [|0.2f|] : 1f")]
    [InlineData("gpt-5", "Temperature = Configured ?? [|0.7f|]")]
    [InlineData("gpt-5", "Temperature = [|Low|]")]
    public Task A_setting_that_the_model_refuses(string model, string options) => VerifyAsync(model, options);

    [Theory]
    // Accepted.
    [InlineData("gpt-4o", "Temperature = 0.2f, FrequencyPenalty = 1, IncludeLogProbabilities = true, StopSequences = { \"END\" }")]
    [InlineData("gpt-5.1", "Temperature = 0.2f, TopP = 0.4f, IncludeLogProbabilities = true")]
    [InlineData("gpt-5.6-sol", "ReasoningEffortLevel = ChatReasoningEffortLevel.None, Temperature = 0.2f")]
    [InlineData("gpt-5.6-sol", "ReasoningEffortLevel = ChatReasoningEffortLevel.Max")]
    [InlineData("gpt-5", "ReasoningEffortLevel = ChatReasoningEffortLevel.Minimal, StopSequences = { \"END\" }")]
    // The only accepted value.
    [InlineData("gpt-5", "Temperature = 1f, PresencePenalty = 0, IncludeLogProbabilities = false")]
    // Not known.
    [InlineData("gpt-99", "Temperature = 0.2f")]
    [InlineData("my-deployment", "Temperature = 0.2f, ReasoningEffortLevel = ChatReasoningEffortLevel.None")]
    [InlineData("ft:o4-mini-2025-04-16:acme::abc", "Temperature = 0.2f")]
    [InlineData("gpt-5.1", "PresencePenalty = 0.5f")]
    [InlineData("gpt-5.6-sol", "ReasoningEffortLevel = ChatReasoningEffortLevel.None, PresencePenalty = 0.5f")]
    [InlineData("gpt-5.6-sol", "Temperature = 0.2f, ReasoningEffortLevel = input")]
    [InlineData("gpt-5.1", "Temperature = 0.2f, ReasoningEffortLevel = input.Length > 3 ? ChatReasoningEffortLevel.Low : ChatReasoningEffortLevel.None")]
    [InlineData("o3", "ReasoningEffortLevel = ChatReasoningEffortLevel.None")]
    [InlineData("gpt-5", "Temperature = float.Parse(input)")]
    [InlineData("gpt-5", "Temperature = null, TopP = Configured")]
    [InlineData("gpt-5", "Seed = 4, MaxOutputTokenCount = 5000")]
    public Task A_setting_that_the_model_takes_or_nobody_knows_about(string model, string options) => VerifyAsync(model, options);

    [Theory]
    // The model is not known for sure.
    [InlineData("client")]
    [InlineData("new ChatClient(input, \"key\")")]
    [InlineData("new ChatClient(Environment.GetEnvironmentVariable(\"MODEL\") ?? \"gpt-5\", \"key\")")]
    [InlineData("new ChatClient(input.Length > 3 ? \"gpt-5\" : \"gpt-4o\", \"key\")")]
    // The same id at two providers, behind an endpoint of the team's choice.
    [InlineData("new ChatClient(\"o1-preview\", new ApiKeyCredential(\"key\"), new OpenAIClientOptions { Endpoint = new Uri(input) })")]
    [InlineData("new ChatClient(\"qwen3\", new ApiKeyCredential(\"key\"), new OpenAIClientOptions { Endpoint = new Uri(\"http://localhost:11434/v1\") })")]
    public Task A_client_whose_model_is_not_known(string client) => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(Id, Sources.OpenAI($$"""
        ChatCompletion reply = await ({{client}}).CompleteChatAsync([new UserChatMessage(input)], new ChatCompletionOptions { Temperature = 0.2f });
        """), Sdk.OpenAI);

    [Theory]
    [InlineData("new OpenAIClient(\"key\").GetChatClient(\"gpt-5\")")]
    // Unique in the catalogue, whatever the endpoint.
    [InlineData("new ChatClient(\"gpt-5-2025-08-07\", new ApiKeyCredential(\"key\"), new OpenAIClientOptions { Endpoint = new Uri(input) })")]
    public Task A_client_whose_model_is_known(string client) => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(Id, Sources.OpenAI($$"""
        var chat = {{client}};
        var options = new ChatCompletionOptions();
        options.Temperature = [|0.2f|];
        ChatCompletion reply = await chat.CompleteChatAsync([new UserChatMessage(input)], options);
        """), Sdk.OpenAI);

    [Fact]
    public Task A_stop_sequence_that_is_added_later() => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(Id, Sources.OpenAI("""
        var options = new ChatCompletionOptions();
        [|options.StopSequences.Add("END")|];
        ChatCompletion reply = await new ChatClient("o3", "key").CompleteChatAsync([new UserChatMessage(input)], options);
        """), Sdk.OpenAI);

    [Fact]
    public Task A_value_that_two_calls_share_is_reported_once() => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(Id, Sources.OpenAI("""
        var chat = new ChatClient("gpt-5", "key");
        var options = new ChatCompletionOptions { Temperature = [|0.2f|] };
        ChatCompletion first = await chat.CompleteChatAsync([new UserChatMessage(input)], options);
        ChatCompletion second = await chat.CompleteChatAsync([new UserChatMessage(input)], options);
        """), Sdk.OpenAI);

    [Fact]
    public Task An_Azure_deployment_is_not_the_model_it_is_named_like() => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(Id, Sources.OpenAI("""
        var chat = new Azure.AI.OpenAI.AzureOpenAIClient(new Uri(input), new ApiKeyCredential("key")).GetChatClient("gpt-5");
        ChatCompletion reply = await chat.CompleteChatAsync([new UserChatMessage(input)], new ChatCompletionOptions { Temperature = 0.2f });
        """), Sdk.AzureOpenAI);

    [Theory]
    [InlineData("ModelId = \"gpt-5-mini\", Temperature = [|0.2f|]")]
    [InlineData("ModelId = \"claude-opus-5-5\", TopK = [|40|], TopP = [|0.9f|], Temperature = [|0|]")]
    [InlineData("ModelId = \"gemini-4-argon\", Temperature = [|0.2f|], FrequencyPenalty = [|1|], TopK = [|3|]")]
    [InlineData("ModelId = \"gpt-5.6-sol\", PresencePenalty = [|0.3f|]")]
    [InlineData("ModelId = \"gpt-5.1\", Temperature = [|0.3f|], Reasoning = new() { Effort = ReasoningEffort.High }")]
    [InlineData("ModelId = \"gpt-5\", Reasoning = [|new() { Effort = ReasoningEffort.ExtraHigh }|]")]
    [InlineData("ModelId = \"o3\", StopSequences = [|[\"END\"]|]")]
    // Silent.
    [InlineData("Temperature = 0.2f")]
    [InlineData("ModelId = input, Temperature = 0.2f")]
    [InlineData("ModelId = \"claude-opus-5-5\", TopP = 0.99f, Temperature = 1")]
    [InlineData("ModelId = \"claude-haiku-4-5-20251001\", TopK = 40, Temperature = 0.2f")]
    [InlineData("ModelId = \"llama3.1\", Temperature = 0.2f, TopK = 3, PresencePenalty = 1")]
    [InlineData("ModelId = \"gpt-5.1\", Temperature = 0.3f, AdditionalProperties = new() { [\"reasoning_effort\"] = \"high\" }")]
    [InlineData("ModelId = \"gpt-5.1\", Temperature = 0.3f, Reasoning = new() { Effort = ReasoningEffort.None }")]
    public Task Chat_options_that_name_the_model(string options) => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(Id, Sources.ExtensionsAI($$"""
        var reply = await client.GetResponseAsync([new ChatMessage(ChatRole.User, input)], new ChatOptions { {{options}} });
        """), Sdk.ExtensionsAIFull);

    [Fact]
    public Task A_pipeline_over_a_client_of_a_known_model() => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(Id, Sources.ExtensionsAI("""
        IChatClient chat = new OpenAI.Chat.ChatClient("gpt-5", "key").AsIChatClient().AsBuilder().UseFunctionInvocation().Build();
        var reply = await chat.GetResponseAsync(input, new ChatOptions { Temperature = [|0.1f|] });
        """), Sdk.ExtensionsAIFull);

    private static Task VerifyAsync(string model, string options) => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(Id, Sources.OpenAI($$"""
        var options = new ChatCompletionOptions { {{options}} };
        ChatCompletion reply = await new ChatClient("{{model}}", "key").CompleteChatAsync([new UserChatMessage(input)], options);
        """, "private const float Low = 0.1f;\npublic float? Configured { get; set; }"), Sdk.OpenAI);
}
