using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace LlmAnalyzers.Schemas;

/// <summary>
/// Decides which objects become definitions: those that contain themselves, and those that stand in several places. All
/// others are written where they are used, as a person would.
/// </summary>
internal sealed class SchemaPlan
{
    private readonly ObjectShape _root;
    private readonly HashSet<ObjectShape> _recursive = [];
    private readonly List<(string Name, ObjectShape Shape)> _definitions = [];
    private readonly Dictionary<ObjectShape, string> _definitionNames = [];

    public SchemaPlan(ObjectShape root, CancellationToken cancellationToken)
    {
        _root = root;
        var uses = new Dictionary<ObjectShape, int>();
        var objects = Reach(root, (shape, slot) =>
        {
            if (CanRefer(slot))
            {
                uses[shape] = (uses.TryGetValue(shape, out var count) ? count : 0) + 1;
            }
        });

        foreach (var shape in objects.Prepend(root).Distinct())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Reach(shape, (_, _) => { }).Contains(shape))
            {
                _recursive.Add(shape);
            }
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var shape in objects.Where(o => o != root))
        {
            if (_recursive.Contains(shape) || (uses.TryGetValue(shape, out var count) && count > 1))
            {
                var name = UniqueName(shape.SuggestedName, names);
                _definitions.Add((name, shape));
                _definitionNames[shape] = name;
            }
        }
    }

    public IReadOnlyList<(string Name, ObjectShape Shape)> Definitions => _definitions;

    /// <summary>Name of an object that contains itself; null when none does.</summary>
    public string? RecursiveName => _recursive.FirstOrDefault()?.SuggestedName;

    /// <summary>
    /// What refers to the object from this place; null when it is to be written there. Beside a reference no description may
    /// stand, so a described place has its own copy where that is possible.
    /// </summary>
    public string? Reference(ObjectShape shape, Slot slot)
    {
        if (shape == _root)
        {
            return "#";
        }

        var mayRefer = CanRefer(slot) || _recursive.Contains(shape);
        return mayRefer && _definitionNames.TryGetValue(shape, out var name) ? "#/$defs/" + name : null;
    }

    /// <summary>The reference has a place for a description beside it, or needs none.</summary>
    private static bool CanRefer(Slot slot) => slot.Description is null || slot.IsNullable || slot.Shape is UnionShape;

    /// <summary>All objects that are reached from a shape, each once; the shape itself only when something leads back to it.</summary>
    private static HashSet<ObjectShape> Reach(ObjectShape start, Action<ObjectShape, Slot> onUse)
    {
        var reached = new HashSet<ObjectShape>();
        var pending = new Queue<ObjectShape>();
        pending.Enqueue(start);
        while (pending.Count > 0)
        {
            foreach (var (shape, slot) in pending.Dequeue().Members.SelectMany(m => ObjectsIn(m.Slot)))
            {
                onUse(shape, slot);
                if (reached.Add(shape) && shape != start)
                {
                    pending.Enqueue(shape);
                }
            }
        }

        return reached;
    }

    private static IEnumerable<(ObjectShape Shape, Slot Slot)> ObjectsIn(Slot slot)
    {
        while (slot.Shape is ArrayShape array)
        {
            slot = array.Element;
        }

        return slot.Shape switch
        {
            ObjectShape single => [(single, slot)],
            UnionShape union => union.Branches.Select(b => (b, slot)),
            _ => [],
        };
    }

    private static string UniqueName(string name, HashSet<string> taken)
    {
        var unique = name;
        for (var i = 2; !taken.Add(unique); i++)
        {
            unique = name + "_" + i;
        }

        return unique;
    }
}
