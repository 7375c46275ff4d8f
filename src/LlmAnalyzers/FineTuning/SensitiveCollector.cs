using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace LlmAnalyzers.FineTuning;

/// <summary>Counts sensitive text over all examples of a file and keeps the first places. The text itself is only fingerprinted.</summary>
internal sealed class SensitiveCollector
{
    private const int MostFingerprints = 100_000;

    private readonly Dictionary<SensitiveKind, SensitiveCount> _counts = new();
    private readonly Dictionary<SensitiveKind, int> _lastLine = new();
    private readonly HashSet<ulong> _seen = new();

    public ImmutableDictionary<SensitiveKind, SensitiveCount> Counts => _counts.ToImmutableDictionary();

    public void Scan(ArraySegment<char> text, in JsonNode node, LineBuffer line)
    {
        var position = 0;
        while (position < text.Count && SensitiveText.Next(text, ref position) is { } part)
        {
            if (!_counts.TryGetValue(part.Kind, out var count))
            {
                _counts.Add(part.Kind, count = new());
            }

            count.Total++;
            if (!_lastLine.TryGetValue(part.Kind, out var last) || last != line.Number)
            {
                count.Examples++;
                _lastLine[part.Kind] = line.Number;
            }

            var isNew = _seen.Count < MostFingerprints && _seen.Add(TextHash.Of(new(text.Array!, text.Offset + part.Start, part.Length)));
            count.Distinct += isNew ? 1 : 0;
            if (isNew && count.Places.Count < TrainingFile.KeptPlaces)
            {
                count.Places.Add((PlaceOf(part, node, line), part.Name));
            }
        }
    }

    /// <summary>Where a stretch of decoded text stands in the line, which may spell it with escapes.</summary>
    private static LinePlace PlaceOf(SensitivePart part, in JsonNode node, LineBuffer line)
    {
        var column = Skip(line, node.Start + 1, part.Start, node.HasEscapes);
        var end = Skip(line, column, part.Length, node.HasEscapes);
        return new(line.Number, line.Start, column, end - column);
    }

    private static int Skip(LineBuffer line, int column, int characters, bool hasEscapes)
    {
        if (!hasEscapes)
        {
            return column + characters;
        }

        for (; characters > 0 && column < line.Length; characters--)
        {
            column += line.Line[column] != '\\' ? 1 : column + 1 < line.Length && line.Line[column + 1] == 'u' ? 6 : 2;
        }

        return Math.Min(column, line.Length);
    }
}
