using System;
using System.Threading.Tasks;
using LlmAnalyzers.Tests.FineTuning;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.Rules.FineTuning;

/// <summary>LLM5014: the prompt of a tuned model and its training file.</summary>
public class PromptDiffersFromTrainingTests
{
    private const string Base = "gpt-4.1-mini-2025-04-14";

    private const string Tuned = "new ChatClient(\"ft:gpt-4.1-mini-2025-04-14:acme:mail:abc\", \"key\")";

    [Theory]
    [InlineData("new SystemChatMessage(\"You sort e-mail.\"), new UserChatMessage(input)")]
    [InlineData("new SystemChatMessage(\"You sort mail\"), new UserChatMessage(input)")]
    [InlineData("new SystemChatMessage(\"you sort mail.\"), new UserChatMessage(input)")]
    [InlineData("new SystemChatMessage(\"You sort mail. Reply with one word.\"), new UserChatMessage(input)")]
    [InlineData("new SystemChatMessage(\"\"), new UserChatMessage(input)")]
    [InlineData("new SystemChatMessage(Other), new UserChatMessage(input)")]
    [InlineData("new SystemChatMessage(\"You \" + \"sort letters.\"), new UserChatMessage(input)")]
    [InlineData("new DeveloperChatMessage(\"You sort letters.\"), new UserChatMessage(input)")]
    [InlineData("new SystemChatMessage(\"You  sort mail.\"), new UserChatMessage(input)")]
    [InlineData("new SystemChatMessage(\"Du sortierst Post.\"), new UserChatMessage(input)")]
    [InlineData("new UserChatMessage(input)")]
    [InlineData("new UserChatMessage(\"You sort mail. \" + input)")]
    public Task Another_prompt_than_in_training(string messages) => VerifyAsync(messages, reports: true);

    [Theory]
    [InlineData("new SystemChatMessage(\"You sort mail.\"), new UserChatMessage(input)")]
    [InlineData("new SystemChatMessage(\" You sort mail.\\r\\n\"), new UserChatMessage(input)")]
    [InlineData("new SystemChatMessage(\"You \" + \"sort mail.\"), new UserChatMessage(input)")]
    [InlineData("new SystemChatMessage(Same), new UserChatMessage(input)")]
    [InlineData("new DeveloperChatMessage(\"You sort mail.\"), new UserChatMessage(input)")]
    [InlineData("new SystemChatMessage(\"You sort mail.\"), new UserChatMessage(\"a\"), new AssistantChatMessage(\"b\"), new UserChatMessage(input)")]
    [InlineData("new SystemChatMessage(input), new UserChatMessage(input)")]
    [InlineData("new SystemChatMessage($\"You sort {input}.\"), new UserChatMessage(input)")]
    [InlineData("new SystemChatMessage(System.IO.File.ReadAllText(\"p.txt\")), new UserChatMessage(input)")]
    [InlineData("new SystemChatMessage(\"You sort letters.\"), new SystemChatMessage(\"Be brief.\"), new UserChatMessage(input)")]
    [InlineData("Made(input)")]
    public Task The_prompt_of_the_training_or_an_unknown_one(string messages) => VerifyAsync(messages, reports: false);

    [Theory]
    [InlineData("new ChatClient(\"gpt-4.1-mini-2025-04-14\", \"key\")")]
    [InlineData("new ChatClient(\"ft:gpt-4o-2024-08-06:acme:mail:abc\", \"key\")")]
    [InlineData("new ChatClient(\"gpt-4o\", \"key\")")]
    [InlineData("new ChatClient(input, \"key\")")]
    [InlineData("client")]
    public Task Another_model(string client) => VerifyAsync("new SystemChatMessage(\"You sort letters.\"), new UserChatMessage(input)", reports: false, client);

    [Theory]
    [InlineData("", Base)]
    [InlineData("[]", Base)]
    [InlineData("TRAINING", null)]
    [InlineData("TRAINING", "gpt-4o-2024-08-06")]
    public Task A_training_file_that_tells_nothing(string file, string? baseModel) =>
        VerifyAsync("new SystemChatMessage(\"You sort letters.\"), new UserChatMessage(input)", reports: false, Tuned, file.Replace("TRAINING", TrainingFileRun.Many(12), StringComparison.Ordinal), baseModel);

    [Fact]
    public async Task A_model_that_was_trained_without_a_prompt()
    {
        var file = TrainingFileRun.Many(12, system: null);
        await VerifyAsync("new SystemChatMessage(\"You sort mail.\"), new UserChatMessage(input)", reports: true, Tuned, file);
        await VerifyAsync("new UserChatMessage(input)", reports: false, Tuned, file);
    }

    [Fact]
    public Task Any_of_the_prompts_of_a_file_will_do() =>
        VerifyAsync("new SystemChatMessage(\"You sort letters.\"), new UserChatMessage(input)", reports: false, Tuned, TrainingFileRun.Many(3) + TrainingFileRun.Many(3, "You sort letters."));

    private static async Task VerifyAsync(string messages, bool reports, string client = Tuned, string? file = null, string? baseModel = Base)
    {
        var list = messages.StartsWith("Made", StringComparison.Ordinal) ? messages : "[" + messages + "]";
        var method = reports ? "[|CompleteChatAsync|]" : "CompleteChatAsync";
        var test = RuleVerifier.Test<LlmCallAnalyzer>(
            "LLM5014",
            Sources.OpenAI(
                $"ChatCompletion completion = await {client}.{method}({list});",
                "private const string Same = \"You sort mail.\";\nprivate const string Other = \"You sort letters.\";\nprivate static List<ChatMessage> Made(string text) => new(text.Split(';').Select(t => new UserChatMessage(t)));"),
            Sdk.OpenAI);
        test.TestState.AdditionalFiles.Add(("/0/train.jsonl", file ?? TrainingFileRun.Many(12)));
        var metadata = "build_metadata.AdditionalFiles.LlmTrainingData = training\n" + (baseModel is null ? "" : "build_metadata.AdditionalFiles.LlmBaseModel = " + baseModel + "\n");
        test.TestState.AnalyzerConfigFiles.Add(("/0/.globalconfig", "is_global = true\n\n[/0/train.jsonl]\n" + metadata));
        await test.RunAsync();
    }
}
