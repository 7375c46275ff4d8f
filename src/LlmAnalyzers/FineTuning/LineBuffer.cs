using System;
using Microsoft.CodeAnalysis.Text;

namespace LlmAnalyzers.FineTuning;

/// <summary>Walks through a text line by line. Only the line in hand is copied, so a file of many megabytes is never held twice.</summary>
internal sealed class LineBuffer
{
    private const int ChunkLength = 16 * 1024;

    private readonly SourceText _text;
    private readonly char[] _chunk = new char[ChunkLength];
    private int _chunkStart;
    private int _chunkLength;
    private int _next;

    public LineBuffer(SourceText text) => _text = text;

    /// <summary>The line without its line break, from 0 to <see cref="Length"/>.</summary>
    public char[] Line { get; private set; } = new char[1024];

    public int Length { get; private set; }

    /// <summary>Where the line starts in the file.</summary>
    public int Start { get; private set; }

    /// <summary>From 0.</summary>
    public int Number { get; private set; } = -1;

    public bool IsBlank
    {
        get
        {
            for (var i = 0; i < Length; i++)
            {
                if (!char.IsWhiteSpace(Line[i]) && Line[i] != '\uFEFF')
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Goes to the next line; false at the end of the file.</summary>
    public bool Read()
    {
        if (_next >= _text.Length)
        {
            return false;
        }

        Start = _next;
        Length = 0;
        Number++;
        while (_next < _text.Length)
        {
            Fill();
            var from = _next - _chunkStart;
            var end = Array.IndexOf(_chunk, '\n', from, _chunkLength - from);
            var count = (end < 0 ? _chunkLength : end) - from;
            Append(from, count);
            _next += count;
            if (end >= 0)
            {
                _next++;
                break;
            }
        }

        if (Length > 0 && Line[Length - 1] == '\r')
        {
            Length--;
        }

        return true;
    }

    private void Fill()
    {
        if (_next < _chunkStart + _chunkLength && _chunkLength > 0)
        {
            return;
        }

        _chunkStart = _next;
        _chunkLength = Math.Min(ChunkLength, _text.Length - _next);
        _text.CopyTo(_chunkStart, _chunk, 0, _chunkLength);
    }

    private void Append(int from, int count)
    {
        if (Line.Length < Length + count)
        {
            var line = Line;
            Array.Resize(ref line, Math.Max(Length + count, line.Length * 2));
            Line = line;
        }

        Array.Copy(_chunk, from, Line, Length, count);
        Length += count;
    }
}
