using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis.Text;

namespace LlmAnalyzers.FineTuning;

/// <summary>Reads a training file, and remembers what it read: one per content, however many rules ask.</summary>
internal sealed class TrainingFileReader
{
    private readonly SourceText _text;
    private (int Limit, TrainingFile File)? _read;
    private readonly object _lock = new();

    public TrainingFileReader(SourceText text) => _text = text;

    /// <summary>Reads whole lines up to a length in characters.</summary>
    public TrainingFile Read(int limit, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_read is { } read && read.Limit == limit)
            {
                return read.File;
            }

            var file = Read(_text, limit, cancellationToken);
            _read = (limit, file);
            return file;
        }
    }

    public static TrainingFile Read(SourceText text, int limit, CancellationToken cancellationToken)
    {
        var reader = new ExampleReader();
        var examples = ImmutableArray.CreateBuilder<TrainingExample>();
        var lines = new LineBuffer(text);
        var isPartial = false;
        var isBroken = false;
        long tokens = 0;
        while (!isPartial && lines.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (lines.Start + lines.Length > limit)
            {
                isPartial = true;
            }
            else if (!lines.IsBlank)
            {
                var example = reader.Read(lines);
                examples.Add(example);
                tokens += example.Tokens;

                // Each line of an array, or of an object spread over lines, would be a fault of its own, and the cause is one.
                if (examples.Count == 1 && example.IsArray || examples.Count == 2 && examples[0].IsUnfinished && example.IsFaulty)
                {
                    isBroken = true;
                    break;
                }
            }
        }

        return new TrainingFile
        {
            Examples = examples.ToImmutable(),
            Faults = isBroken ? [reader.Faults[0]] : [.. reader.Faults],
            FaultCount = isBroken ? 1 : reader.FaultCount,
            Sensitive = reader.Sensitive.Counts,
            SystemPrompts = reader.SystemPrompts.ToImmutableDictionary(),
            IsPartial = isPartial,
            IsBroken = isBroken,
            Tokens = tokens,
        };
    }
}
