using System;

namespace LlmAnalyzers.FineTuning;

internal enum JsonKind : byte
{
    Object,
    Array,
    String,
    Number,
    True,
    False,
    Null,
}

/// <summary>One value of a line. Positions count from the start of the line; −1 stands for "none".</summary>
internal struct JsonNode
{
    public JsonKind Kind;
    public bool HasEscapes;
    public int Start;
    public int End;
    public int NameStart;
    public int NameEnd;
    public int First;
    public int Next;
}

/// <summary>What keeps a line from being JSON, and where.</summary>
internal readonly record struct JsonFault(int Position, string Message, bool IsAtEnd = false);

/// <summary>
/// Reads one line of JSON into nodes that point into it. One instance reads line after line and keeps its arrays, so that a
/// large file costs no more memory than its longest line. Linear, without recursion.
/// </summary>
internal sealed class JsonLine
{
    /// <summary>No training example nests deeper; a bound on memory, not a rule of JSON.</summary>
    private const int MaximumDepth = 256;

    private JsonNode[] _nodes = new JsonNode[64];
    private readonly int[] _open = new int[MaximumDepth];
    private readonly int[] _lastChild = new int[MaximumDepth];
    private char[] _decoded = new char[256];
    private char[] _text = Array.Empty<char>();
    private int _end;
    private int _position;
    private int _count;
    private int _depth;
    private int _nameStart = -1;
    private int _nameEnd = -1;

    public ref readonly JsonNode this[int node] => ref _nodes[node];

    /// <summary>Reads the text; the root is node 0. Null when it is valid JSON.</summary>
    public JsonFault? Read(char[] text, int length)
    {
        _text = text;
        _end = length;
        _position = 0;
        _count = 0;
        _depth = 0;
        _nameStart = -1;
        while (true)
        {
            if (ReadValue(out var isOpen) is { } fault)
            {
                return fault;
            }

            if (isOpen)
            {
                continue;
            }

            if (Close(out var isDone) is { } closing)
            {
                return closing;
            }

            if (isDone)
            {
                return null;
            }
        }
    }

    /// <summary>The member of an object by its name; −1 when there is none.</summary>
    public int Find(int node, string name)
    {
        if (node < 0 || _nodes[node].Kind != JsonKind.Object)
        {
            return -1;
        }

        for (var child = _nodes[node].First; child >= 0; child = _nodes[child].Next)
        {
            if (IsNamed(child, name))
            {
                return child;
            }
        }

        return -1;
    }

    public bool IsNamed(int node, string name) => Equals(_nodes[node].NameStart + 1, _nodes[node].NameEnd - 1, name);

    /// <summary>The raw name of a member, escapes as they are written.</summary>
    public string Name(int node) => new(_text, _nodes[node].NameStart + 1, _nodes[node].NameEnd - _nodes[node].NameStart - 2);

    public bool IsString(int node, string value) =>
        node >= 0 && _nodes[node].Kind == JsonKind.String && Equals(_nodes[node].Start + 1, _nodes[node].End - 1, value);

    /// <summary>The characters of a string, valid until the next one is asked for.</summary>
    public ArraySegment<char> Text(int node)
    {
        ref readonly var value = ref _nodes[node];
        var start = value.Start + 1;
        var length = value.End - value.Start - 2;
        return value.HasEscapes ? Decode(start, length) : new(_text, start, length);
    }

    /// <summary>A short quotation for messages.</summary>
    public string Quote(int node)
    {
        const int longest = 30;
        var (start, length) = (_nodes[node].Start, _nodes[node].End - _nodes[node].Start);
        return length <= longest ? new(_text, start, length) : new string(_text, start, longest) + "…";
    }

    public int CountOf(int node)
    {
        var count = 0;
        for (var child = _nodes[node].First; child >= 0; child = _nodes[child].Next)
        {
            count++;
        }

        return count;
    }

    private JsonFault? ReadValue(out bool isOpen)
    {
        isOpen = false;
        SkipSpace();
        if (_position >= _end)
        {
            return AtEnd();
        }

        var node = Add();
        var c = _text[_position];
        switch (c)
        {
            case '{' or '[':
                if (_depth == MaximumDepth)
                {
                    return new(_position, "the JSON is nested too deep");
                }

                _nodes[node].Kind = c == '{' ? JsonKind.Object : JsonKind.Array;
                _open[_depth] = node;
                _lastChild[_depth++] = -1;
                _position++;
                SkipSpace();
                if (_position < _end && _text[_position] == (c == '{' ? '}' : ']'))
                {
                    return null;
                }

                isOpen = true;
                return c == '{' ? ReadName() : null;
            case '"':
                _nodes[node].Kind = JsonKind.String;
                return ReadString(ref _nodes[node].HasEscapes) ?? Finish(node);
            case 't':
                return ReadWord(node, "true", JsonKind.True);
            case 'f':
                return ReadWord(node, "false", JsonKind.False);
            case 'n':
                return ReadWord(node, "null", JsonKind.Null);
            case '-' or (>= '0' and <= '9'):
                _nodes[node].Kind = JsonKind.Number;
                return ReadNumber() ?? Finish(node);
            case '\'':
                return new(_position, "JSON strings stand in double quotes");
            default:
                return new(_position, "a JSON value is expected here");
        }
    }

    /// <summary>Behind a value: closes what ends here, or goes on to the next value.</summary>
    private JsonFault? Close(out bool isDone)
    {
        isDone = false;
        while (true)
        {
            SkipSpace();
            if (_depth == 0)
            {
                isDone = true;
                return _position < _end ? new(_position, "one line holds one JSON object, and more text follows") : null;
            }

            if (_position >= _end)
            {
                return AtEnd();
            }

            var top = _open[_depth - 1];
            var isObject = _nodes[top].Kind == JsonKind.Object;
            var c = _text[_position];
            if (c == ',')
            {
                _position++;
                return isObject ? ReadName() : null;
            }

            if (c != (isObject ? '}' : ']'))
            {
                return new(_position, isObject ? "',' or '}' is expected here" : "',' or ']' is expected here");
            }

            _position++;
            _nodes[top].End = _position;
            _depth--;
        }
    }

    private JsonFault? ReadName()
    {
        SkipSpace();
        if (_position >= _end)
        {
            return AtEnd();
        }

        if (_text[_position] != '"')
        {
            return new(_position, "a name in double quotes is expected here");
        }

        var start = _position;
        var hasEscapes = false;
        if (ReadString(ref hasEscapes) is { } fault)
        {
            return fault;
        }

        _nameStart = start;
        _nameEnd = _position;
        SkipSpace();
        if (_position >= _end)
        {
            return AtEnd();
        }

        if (_text[_position] != ':')
        {
            return new(_position, "':' is expected here");
        }

        _position++;
        return null;
    }

    private JsonFault? ReadString(ref bool hasEscapes)
    {
        for (_position++; _position < _end; _position++)
        {
            var c = _text[_position];
            if (c == '"')
            {
                _position++;
                return null;
            }

            if (c < ' ')
            {
                return new(_position, "a control character in a string must be written as an escape");
            }

            if (c == '\\')
            {
                hasEscapes = true;
                if (!SkipEscape())
                {
                    return _position >= _end ? AtEnd() : new(_position, "this escape is not one of JSON");
                }
            }
        }

        return AtEnd();
    }

    /// <summary>Leaves the position on the last character of the escape.</summary>
    private bool SkipEscape()
    {
        _position++;
        if (_position >= _end)
        {
            return false;
        }

        if (_text[_position] != 'u')
        {
            return _text[_position] is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't';
        }

        for (var i = 0; i < 4; i++)
        {
            _position++;
            if (_position >= _end || HexValue(_text[_position]) < 0)
            {
                return false;
            }
        }

        return true;
    }

    private JsonFault? ReadNumber()
    {
        var start = _position;
        if (_text[_position] == '-')
        {
            _position++;
        }

        var whole = SkipDigits();
        if (whole == 0 || whole > 1 && _text[_position - whole] == '0')
        {
            return new(start, "this is not a number of JSON");
        }

        if (_position < _end && _text[_position] == '.')
        {
            _position++;
            if (SkipDigits() == 0)
            {
                return new(start, "this is not a number of JSON");
            }
        }

        if (_position < _end && _text[_position] is 'e' or 'E')
        {
            _position++;
            if (_position < _end && _text[_position] is '+' or '-')
            {
                _position++;
            }

            if (SkipDigits() == 0)
            {
                return new(start, "this is not a number of JSON");
            }
        }

        return null;
    }

    private int SkipDigits()
    {
        var start = _position;
        while (_position < _end && _text[_position] is >= '0' and <= '9')
        {
            _position++;
        }

        return _position - start;
    }

    private JsonFault? ReadWord(int node, string word, JsonKind kind)
    {
        if (!Equals(_position, Math.Min(_position + word.Length, _end), word))
        {
            return new(_position, "a JSON value is expected here");
        }

        _nodes[node].Kind = kind;
        _position += word.Length;
        return Finish(node);
    }

    private JsonFault? Finish(int node)
    {
        _nodes[node].End = _position;
        return null;
    }

    private JsonFault AtEnd() => new(_end, "the JSON object does not end on its line", IsAtEnd: true);

    private int Add()
    {
        if (_count == _nodes.Length)
        {
            Array.Resize(ref _nodes, _count * 2);
        }

        _nodes[_count] = new JsonNode { Start = _position, End = _position, NameStart = _nameStart, NameEnd = _nameEnd, First = -1, Next = -1 };
        if (_depth > 0)
        {
            var last = _lastChild[_depth - 1];
            if (last < 0)
            {
                _nodes[_open[_depth - 1]].First = _count;
            }
            else
            {
                _nodes[last].Next = _count;
            }

            _lastChild[_depth - 1] = _count;
        }

        _nameStart = -1;
        _nameEnd = -1;
        return _count++;
    }

    private ArraySegment<char> Decode(int start, int length)
    {
        if (_decoded.Length < length)
        {
            _decoded = new char[length];
        }

        var target = 0;
        for (var i = start; i < start + length; i++)
        {
            var c = _text[i];
            if (c == '\\')
            {
                c = _text[++i];
                c = c switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', _ => c };
                if (c == 'u')
                {
                    c = (char)(HexValue(_text[i + 1]) << 12 | HexValue(_text[i + 2]) << 8 | HexValue(_text[i + 3]) << 4 | HexValue(_text[i + 4]));
                    i += 4;
                }
            }

            _decoded[target++] = c;
        }

        return new(_decoded, 0, target);
    }

    private bool Equals(int start, int end, string value)
    {
        if (end - start != value.Length)
        {
            return false;
        }

        for (var i = 0; i < value.Length; i++)
        {
            if (_text[start + i] != value[i])
            {
                return false;
            }
        }

        return true;
    }

    private void SkipSpace()
    {
        while (_position < _end && _text[_position] is ' ' or '\t' or '\r' or '\n')
        {
            _position++;
        }
    }

    private static int HexValue(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };
}
