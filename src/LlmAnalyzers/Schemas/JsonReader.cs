using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace LlmAnalyzers.Schemas;

/// <summary>Reads JSON with the place of every name and value, in one pass. Stops at the first error and says where it is.</summary>
internal sealed class JsonReader
{
    /// <summary>Deeper nesting than this is an error; no schema that a service takes comes near it.</summary>
    public const int MaxDepth = 256;

    private readonly string _text;
    private readonly JsonText? _source;
    private readonly bool _isLenient;
    private int _position;
    private int _depth;
    private JsonError? _error;

    private JsonReader(string text, JsonText? source, bool isLenient)
    {
        _text = text;
        _source = source;
        _isLenient = isLenient;
    }

    /// <param name="text">The text.</param>
    /// <param name="source">Where it is written.</param>
    /// <param name="isLenient">Comments and commas before a closing bracket are no error.</param>
    public static JsonReading Read(string text, JsonText? source = null, bool isLenient = false)
    {
        var reader = new JsonReader(text, source, isLenient);
        reader.SkipBlank();
        var root = reader.ReadValue();
        if (root is not null)
        {
            reader.SkipBlank();
            if (reader._error is null && reader._position < text.Length)
            {
                reader.Fail("something stands behind the end of the JSON");
            }
        }

        return new(reader._error is null ? root : null, reader._error);
    }

    private bool IsAtEnd => _position >= _text.Length;

    private JsonItem? ReadValue()
    {
        if (_error is not null)
        {
            return null;
        }

        if (IsAtEnd)
        {
            return Fail("it ends where a value is expected");
        }

        var start = _position;
        switch (_text[_position])
        {
            case '{':
                return ReadNested(isObject: true);
            case '[':
                return ReadNested(isObject: false);
            case '"':
                return ReadString() is { } text ? Value(JsonKind.String, start) with { Text = text } : null;
            case 't' when Take("true"):
                return Value(JsonKind.True, start);
            case 'f' when Take("false"):
                return Value(JsonKind.False, start);
            case 'n' when Take("null"):
                return Value(JsonKind.Null, start);
            case '-' or (>= '0' and <= '9'):
                return ReadNumber() ? Value(JsonKind.Number, start) with { Text = _text.Substring(start, _position - start) } : Fail("this is no number", start);
            case '\'':
                return Fail("strings stand in double quotes");
            default:
                return Fail("a value is expected here");
        }
    }

    private JsonItem Value(JsonKind kind, int start) => new(kind, TextSpan.FromBounds(start, _position)) { Source = _source };

    private JsonItem? ReadNested(bool isObject)
    {
        if (_depth >= MaxDepth)
        {
            return Fail("it is nested deeper than " + MaxDepth.ToString(CultureInfo.InvariantCulture) + " levels");
        }

        var start = _position++;
        _depth++;
        var close = isObject ? '}' : ']';
        var members = ImmutableArray.CreateBuilder<JsonEntry>();
        var elements = ImmutableArray.CreateBuilder<JsonItem>();
        SkipBlank();
        while (_error is null && (IsAtEnd || _text[_position] != close))
        {
            if (isObject)
            {
                if (ReadMember() is not { } member)
                {
                    return null;
                }

                members.Add(member);
            }
            else
            {
                if (ReadValue() is not { } element)
                {
                    return null;
                }

                elements.Add(element);
            }

            SkipBlank();
            if (!IsAtEnd && _text[_position] == ',')
            {
                var comma = _position++;
                SkipBlank();
                if (!_isLenient && !IsAtEnd && _text[_position] == close)
                {
                    return Fail("there is a comma before the closing '" + close + "'", comma, 1);
                }
            }
            else if (IsAtEnd)
            {
                return Fail("the closing '" + close + "' is missing");
            }
            else if (_text[_position] != close)
            {
                return Fail("a comma or '" + close + "' is expected here");
            }
        }

        if (_error is not null)
        {
            return null;
        }

        _position++;
        _depth--;
        return Value(isObject ? JsonKind.Object : JsonKind.Array, start) with { Members = members.ToImmutable(), Elements = elements.ToImmutable() };
    }

    private JsonEntry? ReadMember()
    {
        if (IsAtEnd)
        {
            Fail("the closing '}' is missing");
            return null;
        }

        if (_text[_position] != '"')
        {
            Fail(_text[_position] == '\'' ? "names stand in double quotes" : "a name in double quotes is expected here");
            return null;
        }

        var start = _position;
        if (ReadString() is not { } name)
        {
            return null;
        }

        var span = TextSpan.FromBounds(start, _position);
        SkipBlank();
        if (IsAtEnd || _text[_position] != ':')
        {
            Fail("a ':' is expected here");
            return null;
        }

        _position++;
        SkipBlank();
        return ReadValue() is { } value ? new(name, span, value) { Source = _source } : null;
    }

    private string? ReadString()
    {
        var start = _position++;
        StringBuilder? decoded = null;
        var from = _position;
        while (!IsAtEnd)
        {
            var c = _text[_position];
            if (c == '"')
            {
                var last = _text.Substring(from, _position++ - from);
                return decoded is null ? last : decoded.Append(last).ToString();
            }

            if (c < ' ')
            {
                FailText(c is '\n' or '\r' ? "a string does not end on its line" : "a string holds a control character", start);
                return null;
            }

            if (c != '\\')
            {
                _position++;
                continue;
            }

            decoded = (decoded ?? new()).Append(_text, from, _position - from);
            if (ReadEscape() is not { } escaped)
            {
                return null;
            }

            decoded.Append(escaped);
            from = _position;
        }

        FailText("a string does not end", start);
        return null;
    }

    private char? ReadEscape()
    {
        var kind = _position + 1 < _text.Length ? _text[_position + 1] : '\0';
        var index = "\"\\/bfnrt".IndexOf(kind);
        if (index >= 0)
        {
            _position += 2;
            return "\"\\/\b\f\n\r\t"[index];
        }

        if (kind == 'u' && _position + 6 <= _text.Length
            && int.TryParse(_text.Substring(_position + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            _position += 6;
            return (char)code;
        }

        Fail("JSON has no such escape", _position, Math.Min(2, _text.Length - _position));
        return null;
    }

    private bool ReadNumber()
    {
        Skip('-');
        var isZero = !IsAtEnd && _text[_position] == '0';
        var digits = Digits();
        if (digits == 0 || (isZero && digits > 1) || (Skip('.') && Digits() == 0))
        {
            return false;
        }

        if (Skip('e') || Skip('E'))
        {
            _ = Skip('+') || Skip('-');
            return Digits() > 0;
        }

        return true;
    }

    private int Digits()
    {
        var start = _position;
        while (!IsAtEnd && _text[_position] is >= '0' and <= '9')
        {
            _position++;
        }

        return _position - start;
    }

    private bool Skip(char c)
    {
        if (IsAtEnd || _text[_position] != c)
        {
            return false;
        }

        _position++;
        return true;
    }

    private bool Take(string word)
    {
        var end = _position + word.Length;
        if (string.CompareOrdinal(_text, _position, word, 0, word.Length) != 0 || (end < _text.Length && char.IsLetterOrDigit(_text[end])))
        {
            return false;
        }

        _position = end;
        return true;
    }

    private void SkipBlank()
    {
        while (!IsAtEnd)
        {
            var c = _text[_position];
            if (c is ' ' or '\t' or '\n' or '\r')
            {
                _position++;
            }
            else if (c == '/' && _position + 1 < _text.Length && _text[_position + 1] is '/' or '*')
            {
                if (!SkipComment())
                {
                    return;
                }
            }
            else
            {
                return;
            }
        }
    }

    private bool SkipComment()
    {
        var isLine = _text[_position + 1] == '/';
        var end = _text.IndexOf(isLine ? "\n" : "*/", _position + 2, StringComparison.Ordinal);
        end = end < 0 ? _text.Length : isLine ? end : end + 2;
        if (!_isLenient)
        {
            FailText("JSON has no comments", _position, end);
            return false;
        }

        _position = end;
        return true;
    }

    /// <summary>An error at the word or character that begins at a place.</summary>
    private JsonItem? Fail(string reason, int? at = null, int? length = null)
    {
        var start = at ?? _position;
        if (start >= _text.Length)
        {
            start = LastVisible();
            length = Math.Min(1, _text.Length);
        }

        var end = start + (length ?? 1);
        while (length is null && end < _text.Length && (char.IsLetterOrDigit(_text[end]) || _text[end] is '.' or '_' or '-' or '+') && (char.IsLetterOrDigit(_text[start]) || _text[start] is '-'))
        {
            end++;
        }

        return Set(reason, TextSpan.FromBounds(start, end));
    }

    /// <summary>An error that covers a stretch of one line.</summary>
    private void FailText(string reason, int start, int? end = null)
    {
        var line = _text.IndexOfAny(['\n', '\r'], start, (end ?? _text.Length) - start);
        Set(reason, TextSpan.FromBounds(start, line < 0 ? end ?? _text.Length : line));
    }

    private JsonItem? Set(string reason, TextSpan span)
    {
        _error ??= new(reason, span);
        return null;
    }

    private int LastVisible()
    {
        for (var i = _text.Length - 1; i > 0; i--)
        {
            if (!char.IsWhiteSpace(_text[i]))
            {
                return i;
            }
        }

        return 0;
    }
}
