using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using LlmAnalyzers.Models;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace LlmAnalyzers.FineTuning;

/// <summary>The system prompts of the training files that a project lists for one base model.</summary>
/// <param name="FileName">The first file, for messages.</param>
/// <param name="Prompts">Every different one.</param>
/// <param name="SomeHaveNone">Examples without one are among them.</param>
internal sealed record TrainedPrompts(string FileName, ImmutableArray<string> Prompts, bool SomeHaveNone)
{
    private const int Limit = 32 * 1024 * 1024;

    /// <summary>The system prompts for a base; null when no file is listed for it, or one of them does not show all its prompts.</summary>
    public static TrainedPrompts? Of(string baseModel, AnalyzerOptions options, Func<SourceText, TrainingFileReader> reader, CancellationToken cancellationToken)
    {
        TrainedPrompts? all = null;
        foreach (var item in TrainingFileItem.Find(options, cancellationToken).Where(i => !i.IsValidation && IsSame(i.BaseModel, baseModel)))
        {
            if (item.Text.GetText(cancellationToken) is not { } text
                || reader(text).Read(Limit, cancellationToken) is not { IsPartial: false, IsBroken: false, Examples.IsEmpty: false } file
                || file.Examples.Any(e => e.System != 0 && !file.SystemPrompts.ContainsKey(e.System)))
            {
                return null;
            }

            all = new(
                all?.FileName ?? item.Name,
                (all?.Prompts ?? ImmutableArray<string>.Empty).AddRange(file.SystemPrompts.Values),
                all?.SomeHaveNone == true || file.Examples.Any(e => e.System == 0));
        }

        return all;
    }

    /// <summary>Line breaks and white space around the text do not count.</summary>
    public bool Has(string prompt) => Prompts.Any(p => Plain(p) == Plain(prompt));

    private static string Plain(string text) => text.Replace("\r\n", "\n").Trim();

    private static bool IsSame(string? listed, string baseModel) =>
        listed is not null && string.Equals(ModelId.Canonical(listed)?.Replace('@', '-'), ModelId.Canonical(baseModel)?.Replace('@', '-'), StringComparison.OrdinalIgnoreCase);
}
