using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Reading;

/// <summary>An object of a JSON body while it is read: what is set later replaces what was set before.</summary>
internal sealed class JsonObjectBuilder
{
    private const int MaxMembers = 500;

    private readonly List<JsonMember> _members = new();

    /// <summary>Members that cannot be read may be there.</summary>
    public bool MayHoldMore { get; set; }

    public JsonMember? this[string name] => _members.FirstOrDefault(m => m.Name == name);

    /// <summary>Sets a member; on only some of the ways to the use, what it was before stays possible.</summary>
    public void Set(string name, JsonPart value, bool always)
    {
        var place = _members.FindIndex(m => m.Name == name);
        if (place < 0)
        {
            if (_members.Count >= MaxMembers)
            {
                MayHoldMore = true;
                return;
            }

            _members.Add(new(name, value, always));
            return;
        }

        var before = _members[place];
        _members[place] = always
            ? new(name, value, IsCertain: true)
            : before with { Value = new JsonChoice(ImmutableArray.Create(before.Value, value), value.Location) };
    }

    public void Remove(string name, bool always)
    {
        var place = _members.FindIndex(m => m.Name == name);
        if (place >= 0 && always)
        {
            _members.RemoveAt(place);
        }
        else if (place >= 0)
        {
            _members[place] = _members[place] with { IsCertain = false };
        }
    }

    /// <summary>Adds to a member that is a list.</summary>
    public void Append(string name, ImmutableArray<JsonElementPart> elements, Location from, bool isWhole)
    {
        var list = this[name]?.Value as JsonArrayPart ?? new JsonArrayPart(ImmutableArray<JsonElementPart>.Empty, from)
        {
            MoreFrom = this[name] is null or { Value: JsonNull } ? null : from,
        };
        Set(name, list with { Elements = list.Elements.AddRange(elements), MoreFrom = list.MoreFrom ?? (isWhole ? null : from) }, always: true);
    }

    public JsonObjectPart ToPart(Location location, Location? creation) =>
        new(_members.ToImmutableArray(), location) { MayHoldMore = MayHoldMore, Creation = creation };
}
