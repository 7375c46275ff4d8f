using System;

namespace LlmAnalyzers.FineTuning;

/// <summary>A 64-bit fingerprint of text (FNV-1a over UTF-16 units). Equal texts have equal ones; that two others meet is not to be expected.</summary>
internal struct TextHash
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private ulong _value;
    private bool _isSeparated;

    public readonly ulong Value => _value ^ Offset;

    public void Add(char c) => _value = (_value ^ c) * Prime + 1;

    public void Add(ArraySegment<char> text)
    {
        var array = text.Array!;
        var end = text.Offset + text.Count;
        for (var i = text.Offset; i < end; i++)
        {
            Add(array[i]);
        }
    }

    /// <summary>
    /// Adds what is left when case, spacing and the punctuation of prose do not count. Signs that carry a meaning (operators, the
    /// point of a decimal number) stay.
    /// </summary>
    public void AddLoosely(ArraySegment<char> text)
    {
        var array = text.Array!;
        var end = text.Offset + text.Count;
        for (var i = text.Offset; i < end; i++)
        {
            var c = array[i];
            if (IsIgnored(c) && !(c is '.' or ',' && i > text.Offset && i + 1 < end && char.IsDigit(array[i - 1]) && char.IsDigit(array[i + 1])))
            {
                _isSeparated = true;
                continue;
            }

            if (_isSeparated)
            {
                Add(' ');
                _isSeparated = false;
            }

            Add(c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c < 128 ? c : char.ToLowerInvariant(c));
        }

        _isSeparated = true;
    }

    public static ulong Of(ArraySegment<char> text)
    {
        var hash = new TextHash();
        hash.Add(text);
        return hash.Value;
    }

    private static bool IsIgnored(char c) =>
        c is ' ' or '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '"' or '(' or ')' or '\n' or '\r' or '\t' or '’' or '‘' or '“' or '”' or '…' or '–' or '—'
        || c > 127 && char.IsWhiteSpace(c);
}
