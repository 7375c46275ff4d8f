using System;
using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace LlmAnalyzers.Reading;

/// <summary>
/// The values of a settings file by their path (<c>OpenAI:Model</c>), as configuration sees them. As configuration does, it takes comments
/// and trailing commas. What comes after a mistake is not read.
/// </summary>
internal sealed class AppSettings
{
    /// <summary>Far above any settings file; what is longer is not looked at.</summary>
    private const int MaxLength = 1_000_000;
    private const int MaxDepth = 60;

    private readonly string _text;
    private readonly ImmutableDictionary<string, string>.Builder _values = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
    private int _at;

    private AppSettings(string text) => _text = text;

    public static ImmutableDictionary<string, string> Parse(SourceText text)
    {
        var parser = new AppSettings(text.Length > MaxLength ? "" : text.ToString());
        parser.ReadValue("", depth: 0);
        return parser._values.ToImmutable();
    }

    private bool ReadValue(string path, int depth)
    {
        SkipBlank();
        if (depth > MaxDepth || _at >= _text.Length)
        {
            return false;
        }

        switch (_text[_at])
        {
            case '{':
                return ReadMembers('}', _ => ReadString(), path, depth);
            case '[':
                return ReadMembers(']', i => i.ToString(System.Globalization.CultureInfo.InvariantCulture), path, depth);
            case '"':
                return ReadString() is { } text && Add(path, text);
            default:
                var start = _at;
                while (_at < _text.Length && _text[_at] is not (',' or '}' or ']' or '/') && !char.IsWhiteSpace(_text[_at]))
                {
                    _at++;
                }

                return _at > start && Add(path, _text.Substring(start, _at - start));
        }
    }

    private bool ReadMembers(char close, Func<int, string?> nameOf, string path, int depth)
    {
        _at++;
        for (var index = 0; ; index++)
        {
            SkipBlank();
            if (_at < _text.Length && _text[_at] == close)
            {
                _at++;
                return true;
            }

            if (nameOf(index) is not { } name || (close == '}' && !Take(':')) || !ReadValue(path.Length == 0 ? name : path + ":" + name, depth + 1))
            {
                return false;
            }

            SkipBlank();
            if (_at < _text.Length && _text[_at] == ',')
            {
                _at++;
            }
            else if (_at >= _text.Length || _text[_at] != close)
            {
                return false;
            }
        }
    }

    private bool Add(string path, string value)
    {
        _values[path] = value;
        return true;
    }

    private bool Take(char wanted)
    {
        SkipBlank();
        if (_at >= _text.Length || _text[_at] != wanted)
        {
            return false;
        }

        _at++;
        return true;
    }

    private string? ReadString()
    {
        SkipBlank();
        if (_at >= _text.Length || _text[_at] != '"')
        {
            return null;
        }

        var builder = new StringBuilder();
        for (_at++; _at < _text.Length; _at++)
        {
            var character = _text[_at];
            if (character == '"')
            {
                _at++;
                return builder.ToString();
            }

            if (character == '\\' && ++_at < _text.Length)
            {
                character = Escaped();
            }

            builder.Append(character);
        }

        return null;
    }

    private char Escaped()
    {
        switch (_text[_at])
        {
            case 'n':
                return '\n';
            case 't':
                return '\t';
            case 'r':
                return '\r';
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'u' when _at + 4 < _text.Length && ushort.TryParse(
                _text.Substring(_at + 1, 4), System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture, out var code):
                _at += 4;
                return (char)code;
            default:
                return _text[_at];
        }
    }

    /// <summary>White space and comments.</summary>
    private void SkipBlank()
    {
        while (_at < _text.Length)
        {
            if (char.IsWhiteSpace(_text[_at]) || _text[_at] == '\uFEFF')
            {
                _at++;
            }
            else if (string.CompareOrdinal(_text, _at, "//", 0, 2) == 0)
            {
                var end = _text.IndexOf('\n', _at);
                _at = end < 0 ? _text.Length : end + 1;
            }
            else if (string.CompareOrdinal(_text, _at, "/*", 0, 2) == 0)
            {
                var end = _text.IndexOf("*/", _at, StringComparison.Ordinal);
                _at = end < 0 ? _text.Length : end + 2;
            }
            else
            {
                return;
            }
        }
    }
}
