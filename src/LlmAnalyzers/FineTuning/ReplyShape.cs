using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace LlmAnalyzers.FineTuning;

internal enum ReplyFormat : byte
{
    Text,
    JsonObject,
    JsonArray,

    /// <summary>JSON between <c>```</c> marks.</summary>
    FencedJson,
}

/// <summary>The format of one reply: what it is, and of an object its fields in alphabetical order with the kind of their values.</summary>
internal sealed record ReplyShape(ReplyFormat Format, ImmutableArray<(string Name, JsonKind Kind)> Fields)
{
    /// <summary>Objects with more fields are tables, not formats; their fields are not compared.</summary>
    public const int MaximumFields = 64;

    public bool IsJson => Format is ReplyFormat.JsonObject or ReplyFormat.JsonArray;

    public string Names => string.Join("|", Fields.Select(f => f.Name));
}

/// <summary>Tells the format of replies. Equal shapes are one object, so that many examples do not cost many shapes.</summary>
internal sealed class ReplyShapes
{
    /// <summary>A file with more kinds of objects has no format to compare.</summary>
    private const int MaximumShapes = 1000;

    private static readonly ReplyShape Plain = new(ReplyFormat.Text, ImmutableArray<(string, JsonKind)>.Empty);
    private static readonly ReplyShape AnyArray = new(ReplyFormat.JsonArray, ImmutableArray<(string, JsonKind)>.Empty);
    private static readonly ReplyShape Fenced = new(ReplyFormat.FencedJson, ImmutableArray<(string, JsonKind)>.Empty);
    private static readonly ReplyShape AnyObject = new(ReplyFormat.JsonObject, ImmutableArray<(string, JsonKind)>.Empty);

    private readonly Dictionary<ulong, ReplyShape> _objects = new();
    private readonly JsonLine _json = new();
    private char[] _copy = new char[256];

    public ReplyShape Of(ArraySegment<char> text)
    {
        var array = text.Array!;
        var start = text.Offset;
        var end = start + text.Count;
        while (start < end && char.IsWhiteSpace(array[start]))
        {
            start++;
        }

        if (start == end)
        {
            return Plain;
        }

        if (array[start] == '`')
        {
            return IsFenced(array, start, end) ? Fenced : Plain;
        }

        if (array[start] is not ('{' or '['))
        {
            return Plain;
        }

        var length = end - start;
        if (_copy.Length < length)
        {
            _copy = new char[length];
        }

        Array.Copy(array, start, _copy, 0, length);
        return _json.Read(_copy, length) is not null ? Plain : _json[0].Kind == JsonKind.Array ? AnyArray : Object();
    }

    private static bool IsFenced(char[] text, int start, int end)
    {
        if (end - start < 8 || text[start + 1] != '`' || text[start + 2] != '`')
        {
            return false;
        }

        var i = start + 3;
        while (i < end && char.IsLetter(text[i]))
        {
            i++;
        }

        while (i < end && char.IsWhiteSpace(text[i]))
        {
            i++;
        }

        return i < end && text[i] is '{' or '[';
    }

    private ReplyShape Object()
    {
        var fields = new List<(string Name, JsonKind Kind)>();
        for (var child = _json[0].First; child >= 0; child = _json[child].Next)
        {
            if (fields.Count == ReplyShape.MaximumFields)
            {
                return AnyObject;
            }

            var kind = _json[child].Kind;
            fields.Add((_json.Name(child), kind == JsonKind.False ? JsonKind.True : kind));
        }

        fields.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        var hash = new TextHash();
        foreach (var (name, kind) in fields)
        {
            foreach (var c in name)
            {
                hash.Add(c);
            }

            hash.Add((char)('0' + (int)kind));
            hash.Add('\n');
        }

        if (!_objects.TryGetValue(hash.Value, out var shape))
        {
            if (_objects.Count == MaximumShapes)
            {
                return AnyObject;
            }

            shape = new(ReplyFormat.JsonObject, [.. fields]);
            _objects.Add(hash.Value, shape);
        }

        return shape;
    }
}
