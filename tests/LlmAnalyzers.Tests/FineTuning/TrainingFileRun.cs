using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace LlmAnalyzers.Tests.FineTuning;

/// <summary>Runs the analyzer of training files on files in memory, in a project without any SDK.</summary>
internal sealed class TrainingFileRun
{
    public const string TrainingPath = "/app/data/train.jsonl";
    public const string ValidationPath = "/app/data/validation.jsonl";

    /// <summary>A base of OpenAI that takes supervised and preference examples.</summary>
    public const string OpenAIBase = "gpt-4.1-mini-2025-04-14";

    public string Training { get; init; } = "";

    public string? Validation { get; init; }

    /// <summary>Null: as <see cref="Validation"/> says.</summary>
    public string? ValidationItem { get; init; }

    public string? BaseModel { get; init; }

    public string? Provider { get; init; }

    public bool HasByteOrderMark { get; init; }

    /// <summary>False: the file is an additional file like any other.</summary>
    public bool IsListed { get; init; } = true;

    public Dictionary<string, string> Options { get; init; } = [];

    /// <summary>A project that lists twelve examples, with the system prompt "You sort mail.", for a base model.</summary>
    public static AnalyzerOptions OptionsFor(string baseModel, AnalyzerConfigOptionsProvider others)
    {
        var file = new Text(TrainingPath, SourceText.From(Many(12), Encoding.UTF8));
        return new([file], new Provided(new() { [file] = Metadata("training", baseModel, null, null) }, others));
    }

    /// <summary>Reports of one rule as <c>line:column message</c>, in the order of the file.</summary>
    public async Task<string[]> OfAsync(string ruleId) =>
        [.. (await DiagnosticsAsync()).Where(d => d.Id == ruleId).Select(d => $"{d.Location.GetLineSpan().StartLinePosition.Line + 1}:{d.Location.GetLineSpan().StartLinePosition.Character + 1} {d.GetMessage(null)}")];

    public async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync()
    {
        var encoding = new UTF8Encoding(HasByteOrderMark);
        var training = new Text(TrainingPath, SourceText.From(Training, encoding));
        var files = new List<AdditionalText> { training };
        var metadata = new Dictionary<AdditionalText, Dictionary<string, string>> { [training] = IsListed ? Metadata("training", BaseModel, Provider, ValidationItem ?? (Validation is null ? null : "data/validation.jsonl")) : [] };
        if (Validation is not null)
        {
            var validation = new Text(ValidationPath, SourceText.From(Validation, encoding));
            files.Add(validation);
            metadata.Add(validation, Metadata("validation", null, null, null));
        }

        foreach (var of in metadata.Values)
        {
            foreach (var (key, value) in Options)
            {
                of[key.ToLowerInvariant()] = value;
            }
        }

        var exceptions = new List<string>();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([.. files], new Provided(metadata)), (e, _, _) => exceptions.Add(e.ToString()), concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var compilation = CSharpCompilation.Create("App");
        var reported = await compilation.WithAnalyzers([new TrainingDataAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        Assert.Empty(exceptions);
        return [.. reported.OrderBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Id)];
    }

    /// <summary>A supervised example of OpenAI's form.</summary>
    public static string Chat(string user, string reply, string? system = "You sort mail.") => JsonSerializer.Serialize(new
    {
        messages = system is null
            ? new[] { new { role = "user", content = user }, new { role = "assistant", content = reply } }
            : [new { role = "system", content = system }, new { role = "user", content = user }, new { role = "assistant", content = reply }],
    });

    public static string Lines(params IEnumerable<string> lines) => string.Join('\n', lines) + "\n";

    /// <summary>As many different sound examples as wanted.</summary>
    public static string Many(int count, string? system = "You sort mail.") =>
        Lines(Enumerable.Range(1, count).Select(i => Chat($"Mail number {i}: where is order {i * 37}?", i % 2 == 0 ? "delivery" : "billing", system)));

    private static Dictionary<string, string> Metadata(string role, string? baseModel, string? provider, string? validation)
    {
        var metadata = new Dictionary<string, string> { ["build_metadata.additionalfiles.llmtrainingdata"] = role };
        foreach (var (name, value) in new[] { ("llmbasemodel", baseModel), ("llmprovider", provider), ("llmvalidation", validation) })
        {
            if (value is not null)
            {
                metadata["build_metadata.additionalfiles." + name] = value;
            }
        }

        return metadata;
    }

    private sealed class Text(string path, SourceText text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText? GetText(CancellationToken cancellationToken = default) => text;
    }

    private sealed class Provided(Dictionary<AdditionalText, Dictionary<string, string>> metadata, AnalyzerConfigOptionsProvider? others = null) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions => others?.GlobalOptions ?? new Values([]);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => others?.GetOptions(tree) ?? new Values([]);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(metadata.GetValueOrDefault(textFile) ?? []);
    }

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key.ToLowerInvariant(), out value);
    }
}
