using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.Rules.FineTuning;

/// <summary>Sources that start jobs.</summary>
internal static class Job
{
    public static string Source(string body, string members = "") => $$"""
        #pragma warning disable OPENAI001, CS0162, CS0219
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using OpenAI;
        using OpenAI.Chat;
        using OpenAI.FineTuning;

        class Subject(FineTuningClient client, ChatClient chat)
        {
            async Task Run(string input)
            {
                {{body}}
                await chat.CompleteChatAsync(new UserChatMessage(input));
            }

            {{members}}
        }
        """;

    public static Task VerifyAsync(string id, string body, string members = "") => RuleVerifier.VerifyAsync<FineTuningJobAnalyzer>(id, Source(body, members), Sdk.OpenAI);

    /// <summary>Stand-ins for two SDKs that do not restore, as far as jobs go.</summary>
    public const string Others = """

        namespace Google.GenAI
        {
            public class Tunings
            {
                public System.Threading.Tasks.Task<object> TuneAsync(string baseModel, Types.TuningDataset trainingDataset, Types.CreateTuningJobConfig? config = null, System.Threading.CancellationToken cancellationToken = default) => null!;
            }
        }

        namespace Google.GenAI.Types
        {
            public class TuningDataset { public string? GcsUri { get; set; } }
            public class TuningValidationDataset { public string? GcsUri { get; set; } }
            public enum TuningMethod { SupervisedFineTuning, PreferenceTuning }
            public class CreateTuningJobConfig
            {
                public TuningMethod? Method { get; set; }
                public TuningValidationDataset? ValidationDataset { get; set; }
                public int? EpochCount { get; set; }
                public double? LearningRateMultiplier { get; set; }
            }
        }

        namespace Amazon.Bedrock
        {
            public interface IAmazonBedrock
            {
                System.Threading.Tasks.Task<object> CreateModelCustomizationJobAsync(Model.CreateModelCustomizationJobRequest request, System.Threading.CancellationToken cancellationToken = default);
            }

            public class AmazonBedrockClient : IAmazonBedrock
            {
                public System.Threading.Tasks.Task<object> CreateModelCustomizationJobAsync(Model.CreateModelCustomizationJobRequest request, System.Threading.CancellationToken cancellationToken = default) => null!;
            }
        }

        namespace Amazon.Bedrock.Model
        {
            public class ValidationDataConfig { }
            public class CreateModelCustomizationJobRequest
            {
                public string? BaseModelIdentifier { get; set; }
                public ValidationDataConfig? ValidationDataConfig { get; set; }
                public System.Collections.Generic.Dictionary<string, string>? HyperParameters { get; set; }
            }
        }
        """;

    public static Task VerifyOthersAsync(string id, string body) => RuleVerifier.VerifyAsync<FineTuningJobAnalyzer>(
        id,
        $$"""
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using Google.GenAI.Types;
        using Amazon.Bedrock.Model;

        class Subject(Google.GenAI.Tunings tunings, Amazon.Bedrock.AmazonBedrockClient bedrock, Amazon.Bedrock.IAmazonBedrock contract)
        {
            async Task Run(string input)
            {
                {{body}}
            }
        }
        """ + Others,
        Sdk.None);
}

/// <summary>LLM5010.</summary>
public class TunedTooEarlyTests
{
    [Theory]
    [InlineData("var job = client.FineTune(\"gpt-4.1-mini-2025-04-14\", input, false);")]
    [InlineData("client.FineTune(input, input, waitUntilCompleted: true);")]
    public Task A_project_that_sends_requests_has_tried(string body) => Job.VerifyAsync("LLM5010", body);

    [Theory]
    [InlineData("await tunings.[|TuneAsync|](\"gemini-3.5-flash\", new TuningDataset());")]
    [InlineData("await bedrock.[|CreateModelCustomizationJobAsync|](new CreateModelCustomizationJobRequest());")]
    [InlineData("await contract.[|CreateModelCustomizationJobAsync|](new() { BaseModelIdentifier = input });")]
    public Task A_project_that_sends_none_has_not(string body) => Job.VerifyOthersAsync("LLM5010", body);

    [Theory]
    [InlineData(1, "[|FineTune|]")]
    [InlineData(3, "[|FineTune|]")]
    [InlineData(49, "[|FineTune|]")]
    [InlineData(50, "FineTune")]
    [InlineData(200, "FineTune")]
    public async Task A_training_file_of_the_project_counts(int examples, string method)
    {
        var test = RuleVerifier.Test<FineTuningJobAnalyzer>(
            "LLM5010",
            Job.Source($"client.{method}(\"gpt-4.1-mini-2025-04-14\", input, false);"),
            Sdk.OpenAI);
        test.TestState.AdditionalFiles.Add(("/0/train.jsonl", LlmAnalyzers.Tests.FineTuning.TrainingFileRun.Many(examples)));
        test.TestState.AnalyzerConfigFiles.Add(("/0/.globalconfig", "is_global = true\n\n[/0/train.jsonl]\nbuild_metadata.AdditionalFiles.LlmTrainingData = training\n"));
        await test.RunAsync();
    }
}

/// <summary>LLM5011.</summary>
public class NoValidationDataTests
{
    private const string Base = "\"gpt-4.1-mini-2025-04-14\"";

    [Theory]
    [InlineData("client.[|FineTune|](" + Base + ", input, false);")]
    [InlineData("await client.[|FineTuneAsync|](" + Base + ", input, waitUntilCompleted: false);")]
    [InlineData("client.[|FineTune|](" + Base + ", input, false, new FineTuningOptions());")]
    [InlineData("client.[|FineTune|](" + Base + ", input, false, new());")]
    [InlineData("client.[|FineTune|](" + Base + ", input, false, null);")]
    [InlineData("client.[|FineTune|](" + Base + ", input, false, new() { Suffix = \"a\" });")]
    [InlineData("client.[|FineTune|](" + Base + ", input, false, new() { ValidationFile = null });")]
    [InlineData("var options = new FineTuningOptions { Seed = 1 }; client.[|FineTune|](" + Base + ", input, false, options);")]
    [InlineData("var options = new FineTuningOptions(); options.Suffix = \"a\"; client.[|FineTune|](" + Base + ", input, false, options);")]
    [InlineData("new FineTuningClient(\"key\").[|FineTune|](input, input, true);")]
    [InlineData("new OpenAIClient(\"key\").GetFineTuningClient().[|FineTune|](input, input, true);")]
    [InlineData("client.[|FineTune|](trainingFileId: input, baseModel: input, waitUntilCompleted: true);")]
    public Task A_job_without(string body) => Job.VerifyAsync("LLM5011", body);

    [Theory]
    [InlineData("client.FineTune(" + Base + ", input, false, new() { ValidationFile = input });")]
    [InlineData("client.FineTune(" + Base + ", input, false, new FineTuningOptions { ValidationFile = \"file-1\", Suffix = \"a\" });")]
    [InlineData("var options = new FineTuningOptions { ValidationFile = input }; client.FineTune(" + Base + ", input, false, options);")]
    [InlineData("var options = new FineTuningOptions(); options.ValidationFile = input; client.FineTune(" + Base + ", input, false, options);")]
    [InlineData("var options = new FineTuningOptions(); if (input.Length > 3) { options.ValidationFile = input; } client.FineTune(" + Base + ", input, false, options);")]
    [InlineData("var options = new FineTuningOptions(); Fill(options); client.FineTune(" + Base + ", input, false, options);")]
    [InlineData("client.FineTune(" + Base + ", input, false, Made());")]
    [InlineData("client.FineTune(" + Base + ", input, false, Held);")]
    [InlineData("client.FineTune(System.ClientModel.BinaryContent.Create(BinaryData.FromString(input)), false, new System.ClientModel.Primitives.RequestOptions());")]
    [InlineData("client.GetJob(input);")]
    [InlineData("_ = new FineTuningOptions();")]
    public Task A_job_with_or_unknown(string body) =>
        Job.VerifyAsync("LLM5011", body, "static void Fill(FineTuningOptions o) => o.ValidationFile = \"v\"; static FineTuningOptions Made() => new() { ValidationFile = \"v\" }; public FineTuningOptions Held { get; set; } = new();");

    [Theory]
    [InlineData("await tunings.[|TuneAsync|](\"m\", new TuningDataset());")]
    [InlineData("await tunings.[|TuneAsync|](\"m\", new TuningDataset(), new CreateTuningJobConfig { EpochCount = 3 });")]
    [InlineData("await tunings.TuneAsync(\"m\", new TuningDataset(), new CreateTuningJobConfig { ValidationDataset = new() });")]
    [InlineData("await bedrock.[|CreateModelCustomizationJobAsync|](new CreateModelCustomizationJobRequest { BaseModelIdentifier = \"m\" });")]
    [InlineData("await bedrock.CreateModelCustomizationJobAsync(new CreateModelCustomizationJobRequest { ValidationDataConfig = new() });")]
    public Task Jobs_of_other_services(string body) => Job.VerifyOthersAsync("LLM5011", body);
}

/// <summary>LLM5012.</summary>
public class BaseCannotBeTunedTests
{
    [Theory]
    [InlineData("client.FineTune([|\"gpt-4o\"|], input, false);")]
    [InlineData("client.FineTune([|\"gpt-4.1-mini\"|], input, false);")]
    [InlineData("await client.FineTuneAsync([|\"gpt-4.1\"|], input, false);")]
    [InlineData("client.FineTune([|\"gpt-3.5-turbo\"|], input, false);")]
    [InlineData("client.FineTune([|\"gpt-3.5-turbo-0125\"|], input, false);")]
    [InlineData("client.FineTune([|\"gpt-4.1-nano-2025-04-14\"|], input, false);")]
    [InlineData("client.FineTune([|\"babbage-002\"|], input, false);")]
    [InlineData("client.FineTune([|\"gpt-5.1\"|], input, false);")]
    [InlineData("client.FineTune([|\"gpt-6-luna\"|], input, false);")]
    [InlineData("client.FineTune([|\"o4-mini-2025-04-16\"|], input, false);")]
    [InlineData("client.FineTune(input.Length > 3 ? [|\"gpt-4o\"|] : \"gpt-4o-2024-08-06\", input, false);")]
    [InlineData("client.FineTune(Environment.GetEnvironmentVariable(\"BASE\") ?? [|\"gpt-4o\"|], input, false);")]
    [InlineData("const string Base = \"gpt-4o\"; client.FineTune([|Base|], input, false);")]
    public Task A_base_that_is_refused(string body) => Job.VerifyAsync("LLM5012", body);

    [Theory]
    [InlineData("client.FineTune(\"gpt-4o-2024-08-06\", input, false);")]
    [InlineData("client.FineTune(\"gpt-4o-mini-2024-07-18\", input, false);")]
    [InlineData("client.FineTune(\"gpt-4.1-2025-04-14\", input, false);")]
    [InlineData("client.FineTune(\"gpt-4.1-mini-2025-04-14\", input, false);")]
    [InlineData("client.FineTune(input, input, false);")]
    [InlineData("client.FineTune(\"my-model\", input, false);")]
    [InlineData("client.FineTune(\"gpt-99\", input, false);")]
    [InlineData("client.FineTune(\"\", input, false);")]
    [InlineData("client.FineTune(\"ft:gpt-4o-2024-08-06:acme::abc\", input, false);")]
    [InlineData("client.FineTune(\"ft:gpt-3.5-turbo-0125:acme::abc\", input, false);")]
    [InlineData("client.FineTune(Environment.GetEnvironmentVariable(\"BASE\")!, input, false);")]
    [InlineData("client.FineTune(input + \"-mini\", input, false);")]
    [InlineData("_ = \"gpt-4o\";")]
    [InlineData("client.GetJob(\"gpt-4o\");")]
    public Task A_base_that_is_taken_or_unknown(string body) => Job.VerifyAsync("LLM5012", body);

    [Theory]
    [InlineData("await tunings.TuneAsync([|\"gemini-3.8-flash\"|], new TuningDataset());")]
    [InlineData("await tunings.TuneAsync(\"gemini-3.5-flash\", new TuningDataset());")]
    [InlineData("await tunings.TuneAsync(\"gemini-99\", new TuningDataset());")]
    [InlineData("await bedrock.CreateModelCustomizationJobAsync(new CreateModelCustomizationJobRequest { BaseModelIdentifier = \"amazon.nova-lite-v1:0\" });")]
    [InlineData("await bedrock.CreateModelCustomizationJobAsync(new CreateModelCustomizationJobRequest { BaseModelIdentifier = [|\"amazon.titan-text-lite-v1\"|] });")]
    [InlineData("await contract.CreateModelCustomizationJobAsync(new CreateModelCustomizationJobRequest { BaseModelIdentifier = \"meta.llama3-8b-instruct-v1:0\" });")]
    public Task Bases_of_other_services(string body) => Job.VerifyOthersAsync("LLM5012", body);

    [Theory]
    [InlineData("client.FineTune([|\"gpt-4o\"|], input, false);", "client.FineTune(\"gpt-4o-2024-08-06\", input, false);")]
    [InlineData("client.FineTune(/* base */ [|\"gpt-4.1-mini\"|], input, false);", "client.FineTune(/* base */ \"gpt-4.1-mini-2025-04-14\", input, false);")]
    public Task The_fix_names_the_snapshot(string body, string fixedBody) =>
        RuleVerifier.VerifyFixAsync<FineTuningJobAnalyzer, NameSnapshot>("LLM5012", Job.Source(body), Job.Source(fixedBody).Replace("[|", "", System.StringComparison.Ordinal).Replace("|]", "", System.StringComparison.Ordinal), Sdk.OpenAI);

    [Theory]
    [InlineData("client.FineTune([|\"gpt-3.5-turbo\"|], input, false);")]
    [InlineData("client.FineTune([|\"gpt-5.1\"|], input, false);")]
    public Task Where_no_snapshot_is_tuned_no_fix_is_offered(string body) =>
        RuleVerifier.VerifyFixAsync<FineTuningJobAnalyzer, NameSnapshot>("LLM5012", Job.Source(body), Job.Source(body), Sdk.OpenAI);
}

/// <summary>LLM5013.</summary>
public class HyperparameterOutOfRangeTests
{
    private static string Body(string method, string model = "gpt-4.1-mini-2025-04-14") => $"client.FineTune(\"{model}\", input, false, new() {{ ValidationFile = input, TrainingMethod = {method} }});";

    [Theory]
    [InlineData("FineTuningTrainingMethod.CreateSupervised(epochCount: [|51|])")]
    [InlineData("FineTuningTrainingMethod.CreateSupervised(epochCount: [|0|])")]
    [InlineData("FineTuningTrainingMethod.CreateSupervised(epochCount: [|-3|])")]
    [InlineData("FineTuningTrainingMethod.CreateSupervised(batchSize: [|257|])")]
    [InlineData("FineTuningTrainingMethod.CreateSupervised(batchSize: [|0|])")]
    [InlineData("FineTuningTrainingMethod.CreateSupervised([|1000|], 3)")]
    [InlineData("FineTuningTrainingMethod.CreateSupervised(learningRate: [|0.0|])")]
    [InlineData("FineTuningTrainingMethod.CreateSupervised(learningRate: [|-0.1|])")]
    [InlineData("FineTuningTrainingMethod.CreateSupervised(epochCount: [|HyperparameterEpochCount.CreateEpochCount(100)|])")]
    [InlineData("FineTuningTrainingMethod.CreateSupervised(epochCount: [|new HyperparameterEpochCount(100)|])")]
    [InlineData("FineTuningTrainingMethod.CreateDirectPreferenceOptimization(betaFactor: [|3|])")]
    [InlineData("FineTuningTrainingMethod.CreateDirectPreferenceOptimization(epochCount: [|60|])")]
    public Task A_value_the_service_refuses(string method) => Job.VerifyAsync("LLM5013", Body(method));

    [Theory]
    [InlineData("[|FineTuningTrainingMethod.CreateDirectPreferenceOptimization()|]", "gpt-4o-mini-2024-07-18")]
    public Task A_method_the_base_is_not_trained_by(string method, string model) => Job.VerifyAsync("LLM5013", Body(method, model));

    [Theory]
    [InlineData("FineTuningTrainingMethod.CreateSupervised()", "gpt-4.1-mini-2025-04-14")]
    [InlineData("FineTuningTrainingMethod.CreateSupervised(epochCount: 1)", "gpt-4.1-mini-2025-04-14")]
    [InlineData("FineTuningTrainingMethod.CreateSupervised(epochCount: 50)", "gpt-4.1-mini-2025-04-14")]
    [InlineData("FineTuningTrainingMethod.CreateSupervised(batchSize: 256, epochCount: 3, learningRate: 0.1)", "gpt-4.1-mini-2025-04-14")]
    [InlineData("FineTuningTrainingMethod.CreateSupervised(learningRate: 20.0)", "gpt-4.1-mini-2025-04-14")]
    [InlineData("FineTuningTrainingMethod.CreateSupervised(epochCount: HyperparameterEpochCount.CreateAuto())", "gpt-4.1-mini-2025-04-14")]
    [InlineData("FineTuningTrainingMethod.CreateSupervised(epochCount: input.Length)", "gpt-4.1-mini-2025-04-14")]
    [InlineData("FineTuningTrainingMethod.CreateSupervised(null, null, null)", "gpt-4.1-mini-2025-04-14")]
    [InlineData("FineTuningTrainingMethod.CreateDirectPreferenceOptimization(betaFactor: 1)", "gpt-4.1-mini-2025-04-14")]
    [InlineData("FineTuningTrainingMethod.CreateDirectPreferenceOptimization()", "gpt-4o-2024-08-06")]
    [InlineData("FineTuningTrainingMethod.CreateDirectPreferenceOptimization()", "my-model")]
    [InlineData("FineTuningTrainingMethod.CreateDirectPreferenceOptimization()", "gpt-5.1")]
    [InlineData("null", "gpt-4.1-mini-2025-04-14")]
    public Task A_value_the_service_takes(string method, string model) => Job.VerifyAsync("LLM5013", Body(method, model));

    [Theory]
    [InlineData("await tunings.TuneAsync(\"gemini-3.5-flash\", new TuningDataset(), new CreateTuningJobConfig { EpochCount = [|0|] });")]
    [InlineData("await tunings.TuneAsync(\"gemini-3.5-flash\", new TuningDataset(), new CreateTuningJobConfig { EpochCount = 60, LearningRateMultiplier = 2 });")]
    [InlineData("await tunings.TuneAsync(\"gemini-3.5-flash\", new TuningDataset(), new CreateTuningJobConfig { Method = [|TuningMethod.PreferenceTuning|] });")]
    [InlineData("await tunings.TuneAsync(\"gemini-3.5-flash\", new TuningDataset(), new CreateTuningJobConfig { Method = TuningMethod.SupervisedFineTuning });")]
    [InlineData("await bedrock.CreateModelCustomizationJobAsync(new() { BaseModelIdentifier = \"amazon.nova-lite-v1:0\", HyperParameters = new() { [\"epochCount\"] = [|\"6\"|] } });")]
    [InlineData("await bedrock.CreateModelCustomizationJobAsync(new() { BaseModelIdentifier = \"amazon.nova-lite-v1:0\", HyperParameters = new() { { \"learningRate\", [|\"0.01\"|] } } });")]
    [InlineData("await bedrock.CreateModelCustomizationJobAsync(new() { BaseModelIdentifier = \"amazon.nova-lite-v1:0\", HyperParameters = new() { [\"epochCount\"] = \"5\", [\"learningRate\"] = \"0.00001\" } });")]
    [InlineData("await bedrock.CreateModelCustomizationJobAsync(new() { BaseModelIdentifier = \"meta.llama3-8b-instruct-v1:0\", HyperParameters = new() { [\"epochCount\"] = \"10\" } });")]
    [InlineData("await bedrock.CreateModelCustomizationJobAsync(new() { BaseModelIdentifier = input, HyperParameters = new() { [\"epochCount\"] = input } });")]
    public Task Values_of_other_services(string body) => Job.VerifyOthersAsync("LLM5013", body);
}
