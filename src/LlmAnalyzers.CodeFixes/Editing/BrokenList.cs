using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace LlmAnalyzers.CodeFixes.Editing;

/// <summary>A list on one line that is laid out anew with one item per line, because what is added does not fit.</summary>
internal sealed class BrokenList
{
    private readonly SourceEdit _edit;
    private readonly SyntaxToken _open;
    private readonly IReadOnlyList<SyntaxNode> _items;
    private readonly IReadOnlyList<SyntaxToken> _commas;
    private readonly SyntaxToken _close;
    private readonly string _outer;
    private readonly string _inner;

    /// <param name="edit">Takes the changes.</param>
    /// <param name="open">The delimiter before the items.</param>
    /// <param name="items">At least one, without comments between them.</param>
    /// <param name="commas">As many as the items, or one less.</param>
    /// <param name="close">The delimiter behind the items.</param>
    public BrokenList(SourceEdit edit, SyntaxToken open, IReadOnlyList<SyntaxNode> items, IReadOnlyList<SyntaxToken> commas, SyntaxToken close)
    {
        _edit = edit;
        _open = open;
        _items = items;
        _commas = commas;
        _close = close;
        _outer = edit.Text.IndentAt(open.SpanStart);
        _inner = _outer + edit.Style.IndentUnit;
    }

    /// <summary>Arguments close right behind the last one and take no comma there.</summary>
    private bool IsParenthesised => _open.IsKind(SyntaxKind.OpenParenToken);

    private string NewLine => _edit.Style.NewLine + _inner;

    public bool Insert(int index, IReadOnlyList<string> texts)
    {
        var added = texts.Select(t => CodeText.Fit(t, _inner, _edit.Style.NewLine)).ToList();
        for (var i = 0; i < _items.Count; i++)
        {
            var start = i == 0 ? _open.Span.End : _commas[i - 1].Span.End;
            var before = i == index ? string.Concat(added.Select(t => NewLine + t + ",")) : "";
            if (!Fill(start, _items[i].SpanStart, before + NewLine))
            {
                return false;
            }
        }

        return Close(index == _items.Count ? added : []) && BreakBeforeOpening();
    }

    private bool Close(List<string> added)
    {
        var hasComma = _commas.Count == _items.Count;
        var end = hasComma ? _commas[_commas.Count - 1].Span.End : _items[_items.Count - 1].Span.End;
        var comma = hasComma || (IsParenthesised && added.Count == 0) ? "" : ",";
        var items = string.Join(",", added.Select(t => NewLine + t));
        var last = IsParenthesised ? "" : (added.Count > 0 ? "," : "") + _edit.Style.NewLine + _outer;
        return Fill(end, _close.SpanStart, comma + items + last);
    }

    /// <summary>A brace that opens several lines stands on its own, and so does a bracket that opens the value of a variable.</summary>
    private bool BreakBeforeOpening() =>
        !(_open.IsKind(SyntaxKind.OpenBraceToken) || _open.GetPreviousToken().IsKind(SyntaxKind.EqualsToken))
        || _edit.Text.IsFirstOnLine(_open.SpanStart)
        || Fill(_open.GetPreviousToken().Span.End, _open.SpanStart, _edit.Style.NewLine + _outer);

    private bool Fill(int start, int end, string text) =>
        start == end ? text.Length == 0 || _edit.Insert(start, text) : _edit.Replace(TextSpan.FromBounds(start, end), text);
}
