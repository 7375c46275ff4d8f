using System;
using System.Collections.Generic;
using System.Linq;
using LlmAnalyzers.Tests.FineTuning;

namespace LlmAnalyzers.Tests.Docs;

/// <summary>
/// A block of a page that shows a training file: <c>```jsonl flawed BaseModel=…</c>. Options are arguments too; <c>{repeat:text}</c>
/// stands for as much text as <c>repeat=</c> says, and a line <c>--- validation.jsonl</c> stands before the validation file.
/// </summary>
internal static class TrainingFileBlock
{
    private const string Separator = "--- validation.jsonl\n";

    public static TrainingFileRun Read(string code, string[] arguments)
    {
        var values = arguments.Select(a => a.Split('=', 2)).ToDictionary(a => a[0], a => a[1]);
        if (values.TryGetValue("repeat", out var count))
        {
            const string start = "{repeat:";
            var from = code.IndexOf(start, StringComparison.Ordinal);
            var to = code.IndexOf('}', from);
            var text = code[(from + start.Length)..to];
            code = code[..from] + string.Concat(Enumerable.Repeat(text, int.Parse(count, System.Globalization.CultureInfo.InvariantCulture))) + code[(to + 1)..];
        }

        var parts = code.Split(Separator);
        var run = new TrainingFileRun { Training = parts[0], Validation = parts.Length > 1 ? parts[1] : null, BaseModel = values.GetValueOrDefault("BaseModel") };
        foreach (var (key, value) in values.Where(v => v.Key.StartsWith("dotnet_code_quality.", StringComparison.Ordinal)))
        {
            run.Options[key] = value;
        }

        return run;
    }
}
