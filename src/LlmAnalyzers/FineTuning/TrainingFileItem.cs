using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using LlmAnalyzers.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAnalyzers.FineTuning;

/// <summary>A training or validation file as the project lists it: <c>&lt;LlmTrainingData Include="…" BaseModel="…" Validation="…"/&gt;</c>.</summary>
internal sealed record TrainingFileItem(AdditionalText Text)
{
    private const string Metadata = "build_metadata.AdditionalFiles.";

    public bool IsValidation { get; init; }

    public string? BaseModel { get; init; }

    public string? Provider { get; init; }

    /// <summary>Path of the validation file as it is written in the project.</summary>
    public string? Validation { get; init; }

    public string Name => Text.Path.Substring(Text.Path.LastIndexOfAny(['/', '\\']) + 1);

    /// <summary>All of them, each path once.</summary>
    public static ImmutableArray<TrainingFileItem> Find(AnalyzerOptions options, CancellationToken cancellationToken)
    {
        var items = ImmutableArray.CreateBuilder<TrainingFileItem>();
        var paths = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var text in options.AdditionalFiles)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var of = options.AnalyzerConfigOptionsProvider.GetOptions(text);
            if (Get(of, "LlmTrainingData") is { } role && paths.Add(text.Path))
            {
                items.Add(new(text)
                {
                    IsValidation = role.Equals("validation", StringComparison.OrdinalIgnoreCase),
                    BaseModel = Get(of, "LlmBaseModel"),
                    Provider = Get(of, "LlmProvider"),
                    Validation = Get(of, "LlmValidation"),
                });
            }
        }

        return items.ToImmutable();
    }

    /// <summary>What the file is for. A validation file is for the base of the training file that names it.</summary>
    public TrainingTarget Target(ModelCatalogue models, ImmutableArray<TrainingFileItem> all)
    {
        var naming = IsValidation && BaseModel is null ? all.FirstOrDefault(i => !i.IsValidation && i.FindValidation(all) == this) : null;
        return TrainingTarget.Of(models, (naming ?? this).BaseModel, (naming ?? this).Provider) with { IsValidation = IsValidation };
    }

    /// <summary>The listed file that <see cref="Validation"/> means; null when there is none.</summary>
    public TrainingFileItem? FindValidation(ImmutableArray<TrainingFileItem> all)
    {
        if (Validation is null)
        {
            return null;
        }

        // The host hands over full paths, the project writes relative ones.
        var wanted = Normal(Validation);
        while (wanted.StartsWith("../", StringComparison.Ordinal) || wanted.StartsWith("./", StringComparison.Ordinal))
        {
            wanted = wanted.Substring(wanted.IndexOf('/') + 1);
        }

        return wanted.Length == 0 ? null : all.FirstOrDefault(i => ("/" + Normal(i.Text.Path)).EndsWith("/" + wanted.TrimStart('/'), StringComparison.OrdinalIgnoreCase));
    }

    private static string Normal(string path) => path.Trim().Replace('\\', '/');

    private static string? Get(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue(Metadata + name, out var value) && !string.IsNullOrWhiteSpace(value) ? value : null;
}
