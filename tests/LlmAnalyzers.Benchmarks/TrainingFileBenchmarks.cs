using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace LlmAnalyzers.Benchmarks;

/// <summary>Checking one training file of 1, 10 and 32 MB: time, and memory in proportion to the file.</summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 1, iterationCount: 5)]
public class TrainingFileBenchmarks
{
    private string _text = "";

    [Params(1, 10, 32)]
    public int Megabytes { get; set; }

    [GlobalSetup]
    public void Setup() => _text = TextOf(Megabytes);

    /// <summary>A new text each time: the same one would be read once and kept.</summary>
    [Benchmark]
    public async Task<int> Check()
    {
        var file = new File(SourceText.From(_text, Encoding.UTF8));
        var compilation = CSharpCompilation.Create("App").WithAnalyzers([new TrainingDataAnalyzer()], new AnalyzerOptions([file], new Listed()));
        return (await compilation.GetAnalyzerDiagnosticsAsync().ConfigureAwait(false)).Length;
    }

    private static string TextOf(int megabytes)
    {
        var text = new StringBuilder();
        for (var i = 0; text.Length < (megabytes * 1024 * 1024) - 2000; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{{\"messages\": [{{\"role\": \"system\", \"content\": \"You sort mail.\"}}, {{\"role\": \"user\", \"content\": \"Mail {i}: ");
            for (var word = 0; word < 60; word++)
            {
                text.Append(CultureInfo.InvariantCulture, $"the order {i + word} has not come, ");
            }

            text.Append(CultureInfo.InvariantCulture, $"\"}}, {{\"role\": \"assistant\", \"content\": \"{{\\\"label\\\": \\\"delivery\\\", \\\"order\\\": {i}}}\"}}]}}\n");
        }

        return text.ToString();
    }

    private sealed class File(SourceText text) : AdditionalText
    {
        public override string Path => "/app/train.jsonl";

        public override SourceText? GetText(CancellationToken cancellationToken = default) => text;
    }

    private sealed class Listed : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values([]);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(new()
        {
            ["build_metadata.AdditionalFiles.LlmTrainingData"] = "training",
            ["build_metadata.AdditionalFiles.LlmBaseModel"] = "gpt-4.1-mini-2025-04-14",
        });
    }

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
