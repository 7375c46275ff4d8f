using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using LlmAnalyzers.Calls;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Reading;

/// <summary>
/// Reads JSON written in the source, with holes where values are filled in: inside a string they are holes of its text, in the place
/// of a value an unknown value. Text that is no JSON is unknown.
/// </summary>
internal sealed class JsonTextParser
{
    private const int MaxDepth = 40;

    private readonly PromptText _text;
    private readonly string _flat;
    private readonly int[] _starts;
    private readonly Frame _frame;
    private int _at;
    private bool _isBroken;

    private JsonTextParser(PromptText text, Frame frame)
    {
        _text = text;
        _flat = text.Flat;
        _frame = frame;
        _starts = new int[text.Pieces.Length];
        for (int i = 0, position = 0; i < _starts.Length; i++)
        {
            _starts[i] = position;
            position += text.Pieces[i].Literal?.Length ?? 1;
        }
    }

    /// <param name="text">The JSON.</param>
    /// <param name="origin">The expression that gives it.</param>
    public static JsonPart Parse(PromptText text, Origin origin)
    {
        foreach (var piece in text.Pieces)
        {
            if (!piece.IsCertain)
            {
                return new JsonUnknown(origin.Location);
            }
        }

        var parser = new JsonTextParser(text, origin.Frame);
        var value = parser.Value(0);
        parser.SkipBlank();
        return parser._isBroken || parser._at < parser._flat.Length ? new JsonUnknown(origin.Location) : value;
    }

    private char Current => _at < _flat.Length ? _flat[_at] : '\0';

    private Location Here => _text.Pieces.IsEmpty ? Location.None : _text.Pieces[PieceAt(_at)].Location;

    private JsonPart Value(int depth)
    {
        SkipBlank();
        var here = Here;
        if (depth > MaxDepth)
        {
            return Broken(here);
        }

        switch (Current)
        {
            case '{':
                return Object(depth, here);
            case '[':
                return Array(depth, here);
            case '"':
                var text = String();
                return new JsonString(text, here, Report(here));
            case PromptText.HoleMark:
                // Holes in a row, and what else stands there, are one value.
                while (Current is not (',' or '}' or ']' or '\0') && !char.IsWhiteSpace(Current))
                {
                    _at++;
                }

                return new JsonUnknown(here);
            default:
                return Plain(here);
        }
    }

    private JsonObjectPart Object(int depth, Location here)
    {
        var members = new JsonObjectBuilder();
        _at++;
        for (SkipBlank(); Current != '}'; SkipBlank())
        {
            if (_isBroken || _at >= _flat.Length)
            {
                Broken(here);
                break;
            }

            if (Current == PromptText.HoleMark)
            {
                members.MayHoldMore = true;
                _at++;
            }
            else if (Current == ',')
            {
                _at++;
            }
            else if (Current == '"')
            {
                Member(members, depth, here);
            }
            else
            {
                Broken(here);
            }
        }

        _at++;
        return members.ToPart(here, creation: null);
    }

    private void Member(JsonObjectBuilder members, int depth, Location here)
    {
        var name = String();
        SkipBlank();
        if (Current != ':')
        {
            Broken(here);
            return;
        }

        _at++;
        var value = Value(depth + 1);
        if (name.IsFullyKnown)
        {
            members.Set(name.Flat, value, always: true);
        }
        else
        {
            members.MayHoldMore = true;
        }
    }

    private JsonArrayPart Array(int depth, Location here)
    {
        var elements = ImmutableArray.CreateBuilder<JsonElementPart>();
        Location? more = null;
        _at++;
        for (SkipBlank(); Current != ']'; SkipBlank())
        {
            if (_isBroken || _at >= _flat.Length)
            {
                Broken(here);
                break;
            }

            if (Current == ',')
            {
                _at++;
            }
            else if (Current == PromptText.HoleMark)
            {
                // It may stand for one element or for several.
                more ??= Here;
                _at++;
            }
            else
            {
                elements.Add(new(Value(depth + 1), IsCertain: true));
            }
        }

        _at++;
        return new JsonArrayPart(elements.ToImmutable(), here) { MoreFrom = more };
    }

    private PromptText String()
    {
        var pieces = ImmutableArray.CreateBuilder<PromptPiece>();
        var literal = new StringBuilder();
        var piece = PieceAt(++_at);
        while (_at < _flat.Length && _flat[_at] != '"')
        {
            if (PieceAt(_at) is var current && current != piece)
            {
                Flush();
                piece = current;
            }

            if (_text.Pieces[piece].IsHole)
            {
                pieces.Add(_text.Pieces[piece]);
                _at++;
                continue;
            }

            literal.Append(_flat[_at] == '\\' ? Escaped() : _flat[_at].ToString());
            _at++;
        }

        Flush();
        if (_at >= _flat.Length)
        {
            _isBroken = true;
        }

        _at++;
        return new(pieces.ToImmutable());

        void Flush()
        {
            if (literal.Length > 0)
            {
                pieces.Add(_text.Pieces[piece] with { Literal = literal.ToString() });
                literal.Clear();
            }
        }
    }

    private string Escaped()
    {
        _at++;
        switch (Current)
        {
            case 'n':
                return "\n";
            case 't':
                return "\t";
            case 'r' or 'b' or 'f':
                return " ";
            case 'u' when _at + 4 < _flat.Length && int.TryParse(_flat.Substring(_at + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code):
                _at += 4;
                return ((char)code).ToString();
            default:
                return Current.ToString();
        }
    }

    private JsonPart Plain(Location here)
    {
        var start = _at;
        while (Current is not (',' or '}' or ']' or '\0' or PromptText.HoleMark) && !char.IsWhiteSpace(Current))
        {
            _at++;
        }

        if (Current == PromptText.HoleMark)
        {
            return Value(MaxDepth);
        }

        var word = _flat.Substring(start, _at - start);
        return word switch
        {
            "null" => new JsonNull(here),
            "true" => new JsonConstant(true, here, Report(here)),
            "false" => new JsonConstant(false, here, Report(here)),
            _ when double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => new JsonConstant(number, here, Report(here)),
            _ => Broken(here),
        };
    }

    private void SkipBlank()
    {
        while (_at < _flat.Length && (char.IsWhiteSpace(_flat[_at]) || _flat[_at] == '\uFEFF'))
        {
            _at++;
        }
    }

    private JsonUnknown Broken(Location here)
    {
        _isBroken = true;
        return new(here);
    }

    private Location Report(Location here) => _frame.Entry ?? here;

    private int PieceAt(int position)
    {
        var found = System.Array.BinarySearch(_starts, position);
        return Math.Max(0, found >= 0 ? found : ~found - 1);
    }
}
