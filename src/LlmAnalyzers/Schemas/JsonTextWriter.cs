using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace LlmAnalyzers.Schemas;

/// <summary>Writes indented JSON, with <c>\n</c> between lines. The caller keeps objects and arrays balanced.</summary>
internal sealed class JsonTextWriter
{
    /// <summary>Lists of plain values longer than this get a line for each.</summary>
    private const int MaxListLineLength = 100;

    private readonly StringBuilder _text = new();
    private int _depth;
    private bool _isFirst = true;

    public override string ToString() => _text.ToString();

    public void BeginObject() => Begin('{');

    public void EndObject() => End('}');

    public void BeginArray() => Begin('[');

    public void EndArray() => End(']');

    /// <summary>Starts an element of the current array; a value must follow.</summary>
    public void Element() => Separate();

    /// <summary>Starts a member of the current object; a value must follow.</summary>
    public void Name(string name)
    {
        Separate();
        Quote(name, _text);
        _text.Append(": ");
    }

    public void Member(string name, string value)
    {
        Name(name);
        Quote(value, _text);
    }

    public void Member(string name, bool value)
    {
        Name(name);
        _text.Append(value ? "true" : "false");
    }

    /// <summary>A member whose value is JSON already.</summary>
    public void RawMember(string name, string json)
    {
        Name(name);
        _text.Append(json);
    }

    /// <summary>A list of plain values, each of which is JSON already.</summary>
    public void ListMember(string name, IReadOnlyCollection<string> jsonValues)
    {
        Name(name);
        if (jsonValues.Sum(v => v.Length + 2) <= MaxListLineLength)
        {
            _text.Append('[').Append(string.Join(", ", jsonValues)).Append(']');
            return;
        }

        BeginArray();
        foreach (var value in jsonValues)
        {
            Element();
            _text.Append(value);
        }

        EndArray();
    }

    /// <summary>The text as a JSON string.</summary>
    public static string Quote(string value)
    {
        var builder = new StringBuilder(value.Length + 2);
        Quote(value, builder);
        return builder.ToString();
    }

    private void Begin(char bracket)
    {
        _text.Append(bracket);
        _depth++;
        _isFirst = true;
    }

    private void End(char bracket)
    {
        _depth--;
        if (!_isFirst)
        {
            BreakLine();
        }

        _text.Append(bracket);
        _isFirst = false;
    }

    private void Separate()
    {
        if (!_isFirst)
        {
            _text.Append(',');
        }

        _isFirst = false;
        BreakLine();
    }

    private void BreakLine() => _text.Append('\n').Append(' ', _depth * 2);

    private static void Quote(string value, StringBuilder target)
    {
        target.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var current = value[i];
            if (current is '"' or '\\')
            {
                target.Append('\\').Append(current);
            }
            else if (char.IsHighSurrogate(current) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                target.Append(current).Append(value[++i]);
            }
            else if (MustEscape(current))
            {
                target.Append("\\u").Append(((int)current).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                target.Append(current);
            }
        }

        target.Append('"');
    }

    /// <summary>Control and format characters, line separators and halves of a pair: invisible or broken in source code.</summary>
    private static bool MustEscape(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate;
}
