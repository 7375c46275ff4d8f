using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace LlmAnalyzers.Models;

/// <summary>
/// Ids that a slip of the pen may have meant: one or two edits away, among letters only. Any difference in digits, dots or
/// dashes is a difference in version or date, and a newer model is no slip.
/// </summary>
internal sealed class NearIds
{
    private const int MaximumEdits = 2;

    /// <summary>Of shorter ids every other is near.</summary>
    private const int MinimumLength = 4;

    private const int MaximumLength = 100;

    private readonly Dictionary<string, List<ModelFacts>> _byFrame = new(StringComparer.Ordinal);

    public NearIds(IEnumerable<ModelFacts> models)
    {
        foreach (var model in models.Where(m => m.NameOf is null))
        {
            var frame = FrameOf(model.Id);
            if (!_byFrame.TryGetValue(frame, out var alike))
            {
                _byFrame.Add(frame, alike = new());
            }

            alike.Add(model);
        }
    }

    /// <summary>Some provider has an id near to it.</summary>
    public bool HasAny(string id) => IsUsable(id) && Candidates(id).Any(m => Edits(id, m.Id) is > 0 and <= MaximumEdits);

    /// <summary>The nearest ids of a provider; several when they are equally near.</summary>
    public IReadOnlyList<string> To(string provider, string id)
    {
        if (!IsUsable(id))
        {
            return [];
        }

        var near = Candidates(id).Where(m => m.Provider == provider).Select(m => (m.Id, Edits: Edits(id, m.Id))).Where(n => n.Edits is > 0 and <= MaximumEdits).ToList();
        return near.Count == 0 ? [] : near.Where(n => n.Edits == near.Min(o => o.Edits)).Select(n => n.Id).Distinct().ToList();
    }

    private static bool IsUsable(string id) => id.Length is >= MinimumLength and <= MaximumLength;

    private List<ModelFacts> Candidates(string id) => _byFrame.TryGetValue(FrameOf(id), out var alike) ? alike : [];

    /// <summary>All but the letters.</summary>
    private static string FrameOf(string id)
    {
        var frame = new StringBuilder(id.Length);
        foreach (var c in id)
        {
            if (!char.IsLetter(c))
            {
                frame.Append(c);
            }
        }

        return frame.ToString();
    }

    /// <summary>Letters inserted, left out, replaced, or two neighbours exchanged; more than the maximum counts as one more than it.</summary>
    private static int Edits(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > MaximumEdits)
        {
            return MaximumEdits + 1;
        }

        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    rows[i, j] = i + j;
                    continue;
                }

                var same = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]);
                var least = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 2]) && char.ToLowerInvariant(a[i - 2]) == char.ToLowerInvariant(b[j - 1]))
                {
                    least = Math.Min(least, rows[i - 2, j - 2] + 1);
                }

                rows[i, j] = least;
            }
        }

        return rows[a.Length, b.Length];
    }
}
