using System.Collections.Generic;
using System.Linq;

namespace LlmAnalyzers.Schemas;

/// <summary>Counts objects and arrays within each other, through references but not round a circle.</summary>
internal static class NestingLevels
{
    public static bool Exceed(int limit, ObjectShape root) => Count(root, limit + 1, [], []) > limit;

    /// <summary>Levels of a shape, not counted further than <paramref name="enough"/>: that also bounds the recursion.</summary>
    private static int Count(Shape shape, int enough, Dictionary<Shape, int> known, HashSet<Shape> open)
    {
        if (enough == 0)
        {
            return 0;
        }

        if (known.TryGetValue(shape, out var levels) || !open.Add(shape))
        {
            return levels;
        }

        levels = shape switch
        {
            ObjectShape single => 1 + single.Members.Select(m => Count(m.Slot.Shape, enough - 1, known, open)).DefaultIfEmpty().Max(),
            ArrayShape array => 1 + Count(array.Element.Shape, enough - 1, known, open),
            UnionShape union => union.Branches.Select(b => Count(b, enough, known, open)).DefaultIfEmpty().Max(),
            _ => 0,
        };
        open.Remove(shape);
        known[shape] = levels;
        return levels;
    }
}
