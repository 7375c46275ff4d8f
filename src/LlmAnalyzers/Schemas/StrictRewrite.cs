using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.Text;

namespace LlmAnalyzers.Schemas;

/// <summary>
/// The changes that bring a schema into the strict subset without taking anything out of it: objects are closed, every property
/// is required, and what was optional may be null. Layout and whatever else stands in the text stay.
/// </summary>
internal sealed class StrictRewrite
{
    private readonly string _text;
    private readonly StrictSubset _subset;
    private readonly List<TextChange> _changes = new();
    private bool _isStuck;

    private StrictRewrite(string text, StrictSubset subset)
    {
        _text = text;
        _subset = subset;
    }

    /// <summary>Changes of the text, in no order and without overlap; null where a part of the schema has no such change.</summary>
    public static IReadOnlyList<TextChange>? Changes(JsonItem root, string text, StrictSubset subset)
    {
        var rewrite = new StrictRewrite(text, subset);
        rewrite.Visit(root, "$");
        return rewrite._isStuck ? null : rewrite._changes;
    }

    private void Visit(JsonItem schema, string path)
    {
        if (schema.Kind == JsonKind.Object && Schema.IsObject(schema) && schema.Members.Length > 0)
        {
            Close(schema);
        }

        foreach (var (child, childPath) in Schema.Children(schema, path))
        {
            Visit(child, childPath);
        }
    }

    private void Close(JsonItem schema)
    {
        var added = new List<string>();
        var colon = Between(schema.Members[schema.Members.Length - 1]);
        if (_subset.NeedsAllRequired && Schema.NotRequired(schema) is { Count: > 0 } missing)
        {
            var names = missing.Select(m => Slice(m.NameSpan)).ToList();
            if (schema["required"] is { } required)
            {
                Append(required, names);
            }
            else
            {
                added.Add("\"required\"" + colon + "[" + string.Join(", ", names) + "]");
            }

            foreach (var property in missing)
            {
                AllowNull(property.Value);
            }
        }

        if (_subset.NeedsClosedObjects)
        {
            var rest = schema["additionalProperties"];
            if (rest is null)
            {
                added.Add("\"additionalProperties\"" + colon + "false");
            }
            else if (rest.Kind == JsonKind.True || rest is { Kind: JsonKind.Object, Members.IsEmpty: true })
            {
                Replace(rest.Span, "false");
            }
        }

        if (added.Count > 0)
        {
            var last = schema.Members[schema.Members.Length - 1];
            var before = BlankBefore(last.NameSpan.Start);
            Insert(last.Value.Span.End, string.Concat(added.Select(a => "," + before + a)));
        }
    }

    /// <summary>What may be left out becomes what may be null.</summary>
    private void AllowNull(JsonItem schema)
    {
        if (schema.Kind != JsonKind.Object || schema.Find("const") is not null)
        {
            _isStuck |= schema.Kind != JsonKind.Object;
            Wrap(schema);
            return;
        }

        if (schema["anyOf"] is { Kind: JsonKind.Array } choice)
        {
            if (!choice.Elements.Any(e => e["type"]?.IsString("null") == true))
            {
                Append(choice, ["{\"type\": \"null\"}"]);
            }
        }
        else if (schema["type"] is { } type)
        {
            if (type.IsString("null") || type.Elements.Any(e => e.IsString("null")))
            {
                return;
            }

            if (type.Kind == JsonKind.Array)
            {
                Append(type, ["\"null\""]);
            }
            else
            {
                Replace(type.Span, "[" + Slice(type.Span) + ", \"null\"]");
            }

            AllowNullValue(schema);
        }
        else if (schema["enum"] is { Kind: JsonKind.Array })
        {
            AllowNullValue(schema);
        }
        else
        {
            Wrap(schema);
        }
    }

    private void AllowNullValue(JsonItem schema)
    {
        if (schema["enum"] is { Kind: JsonKind.Array } values && !values.Elements.Any(e => e.Kind == JsonKind.Null))
        {
            Append(values, ["null"]);
        }
    }

    private void Wrap(JsonItem schema)
    {
        Insert(schema.Span.Start, "{\"anyOf\": [");
        Insert(schema.Span.End, ", {\"type\": \"null\"}]}");
    }

    /// <summary>Adds elements to an array, in its own layout.</summary>
    private void Append(JsonItem array, IReadOnlyList<string> elements)
    {
        if (array.Elements.IsEmpty)
        {
            Insert(array.Span.Start + 1, string.Join(", ", elements));
            return;
        }

        var last = array.Elements[array.Elements.Length - 1];
        var before = array.Elements.Length == 1 && last.Span.Start == array.Span.Start + 1 ? " " : BlankBefore(last.Span.Start);
        Insert(last.Span.End, string.Concat(elements.Select(e => "," + before + e)));
    }

    private string Slice(TextSpan span) => _text.Substring(span.Start, span.Length);

    /// <summary>The colon between a name and its value, with its blanks.</summary>
    private string Between(JsonEntry member)
    {
        var between = _text.Substring(member.NameSpan.End, member.Value.Span.Start - member.NameSpan.End);
        return between.Trim() == ":" ? between : ": ";
    }

    /// <summary>The blanks in front of a place: a line break with its indentation, else one blank at most.</summary>
    private string BlankBefore(int position)
    {
        var start = position;
        while (start > 0 && char.IsWhiteSpace(_text[start - 1]))
        {
            start--;
        }

        // Blank lines are not repeated.
        var blank = _text.Substring(start, position - start);
        var line = blank.LastIndexOf('\n');
        return line < 0 ? (blank.Length == 0 ? "" : " ") : (line > 0 && blank[line - 1] == '\r' ? "\r\n" : "\n") + blank.Substring(line + 1);
    }

    private void Insert(int position, string text) => _changes.Add(new(new TextSpan(position, 0), text));

    private void Replace(TextSpan span, string text) => _changes.Add(new(span, text));
}
