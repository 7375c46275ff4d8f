using System;

namespace LlmAnalyzers.Options;

/// <summary>How many letters have to be put in, taken out or replaced to make one word of another.</summary>
internal static class EditDistance
{
    /// <summary>The distance, or <paramref name="limit"/> where it is that much or more.</summary>
    public static int Of(string one, string other, int limit)
    {
        if (Math.Abs(one.Length - other.Length) >= limit)
        {
            return limit;
        }

        var row = new int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var replaced = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return Math.Min(row[other.Length], limit);
    }
}
