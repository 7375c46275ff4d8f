using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LlmAnalyzers.CodeFixes.Editing;

/// <summary>A list between delimiters (arguments, initialiser members, collection elements) that grows and shrinks in its own layout.</summary>
internal sealed class DelimitedList
{
    private readonly SyntaxToken _open;
    private readonly SyntaxToken _close;
    private readonly List<SyntaxNode> _items;
    private readonly List<SyntaxToken> _commas;

    private DelimitedList(SyntaxToken open, IEnumerable<SyntaxNode> items, IEnumerable<SyntaxToken> commas, SyntaxToken close)
    {
        _open = open;
        _close = close;
        _items = items.ToList();
        _commas = commas.ToList();
    }

    public static DelimitedList Of(BaseArgumentListSyntax list) => list is ArgumentListSyntax plain
        ? new(plain.OpenParenToken, plain.Arguments, plain.Arguments.GetSeparators(), plain.CloseParenToken)
        : new(list.GetFirstToken(), list.Arguments, list.Arguments.GetSeparators(), list.GetLastToken());

    public static DelimitedList Of(InitializerExpressionSyntax list) =>
        new(list.OpenBraceToken, list.Expressions, list.Expressions.GetSeparators(), list.CloseBraceToken);

    public static DelimitedList Of(AnonymousObjectCreationExpressionSyntax list) =>
        new(list.OpenBraceToken, list.Initializers, list.Initializers.GetSeparators(), list.CloseBraceToken);

    public static DelimitedList Of(CollectionExpressionSyntax list) =>
        new(list.OpenBracketToken, list.Elements, list.Elements.GetSeparators(), list.CloseBracketToken);

    private TextSpan Inside => TextSpan.FromBounds(_open.Span.End, _close.SpanStart);

    private bool HasTrailingComma => _items.Count > 0 && _commas.Count == _items.Count;

    private bool IsBraced => _open.IsKind(SyntaxKind.OpenBraceToken);

    /// <summary>Inserts new items before the item with the given index, or at the end.</summary>
    /// <param name="edit">Takes the changes.</param>
    /// <param name="index">From 0 to the number of items.</param>
    /// <param name="texts">The code of the new items, in order.</param>
    /// <param name="isOrderFree">The items may stand anywhere: with <c>#if</c> in the list they go to its front.</param>
    /// <param name="mayBreak">A list on one line that gets too long for it may be laid out with one item per line.</param>
    public bool Insert(SourceEdit edit, int index, IReadOnlyList<string> texts, bool isOrderFree = false, bool mayBreak = false)
    {
        if (_open.IsMissing || _close.IsMissing || texts.Count == 0 || !edit.Claim(_open.SpanStart, index))
        {
            return false;
        }

        if (edit.Root.HasDirectives(Inside))
        {
            return (index == 0 || isOrderFree) && InsertAtFront(edit, texts);
        }

        return _items.Count == 0 ? InsertIntoEmpty(edit, texts)
            : mayBreak && IsOnOneLine(edit) && !FitsOnLine(edit, texts) ? new BrokenList(edit, _open, _items, _commas, _close).Insert(index, texts)
            : index < _items.Count ? InsertBefore(edit, index, texts)
            : Append(edit, texts);
    }

    /// <summary>Removes an item with its comma and the comment on its own line; comments on lines of their own stay.</summary>
    public bool Remove(SourceEdit edit, int index)
    {
        if (_open.IsMissing || _close.IsMissing || edit.Root.HasDirectives(Inside))
        {
            return false;
        }

        var item = _items[index];
        var hasComma = index < _commas.Count;
        var last = hasComma ? _commas[index] : item.GetLastToken();
        var end = last.EndWithComments();
        var ownsLines = edit.Text.IsFirstOnLine(item.SpanStart) && edit.Text.IsLastOnLine(end);
        if (ownsLines && (hasComma || index == 0))
        {
            return edit.Remove(TextSpan.FromBounds(edit.Text.LineStart(item.SpanStart), edit.Text.Lines.GetLineFromPosition(end).EndIncludingLineBreak));
        }

        if (index == 0)
        {
            var next = hasComma && _items.Count > 1 ? _commas[0].Span.End : last.Span.End;
            return edit.Remove(TextSpan.FromBounds(item.SpanStart, SkipSpaces(edit.Text, next)));
        }

        return hasComma
            ? RemoveBetween(edit, _commas[index - 1], item, _commas[index])
            : RemoveLast(edit, _commas[index - 1], item, ownsLines ? end : item.Span.End);
    }

    /// <summary>Removes an item and its comma; a comment behind the comma before it belongs to that comma's item.</summary>
    private static bool RemoveBetween(SourceEdit edit, SyntaxToken before, SyntaxNode item, SyntaxToken comma) =>
        edit.Remove(before.EndWithComments() > before.Span.End
            ? TextSpan.FromBounds(item.SpanStart, SkipSpaces(edit.Text, comma.Span.End))
            : TextSpan.FromBounds(before.Span.End, comma.Span.End));

    /// <summary>Removes the last item with the comma before it; a comment on the line before stays.</summary>
    private bool RemoveLast(SourceEdit edit, SyntaxToken before, SyntaxNode item, int end)
    {
        var kept = edit.Text.IsFirstOnLine(item.SpanStart) ? before.EndWithComments() : before.Span.End;
        if (kept == before.Span.End)
        {
            return edit.Remove(TextSpan.FromBounds(before.SpanStart, end));
        }

        // A line comment must not swallow the closing delimiter.
        var start = edit.Text.AreOnOneLine(TextSpan.FromBounds(end, _close.SpanStart)) ? item.SpanStart : kept;
        return edit.Remove(before.Span) && edit.Remove(TextSpan.FromBounds(start, end));
    }

    /// <summary>Nothing but code is in the list, and no line ends between its items: at most within one, in a string.</summary>
    private bool IsOnOneLine(SourceEdit edit)
    {
        var ends = _items.Select(i => i.Span.End).Concat(_commas.Select(c => c.Span.End)).Concat([_open.GetPreviousToken().Span.End, _open.Span.End]);
        var starts = _items.Select(i => i.SpanStart).Concat(_commas.Select(c => c.SpanStart)).Concat([_open.SpanStart, _close.SpanStart]).ToList();
        return ends.All(end => edit.Text.AreOnOneLine(TextSpan.FromBounds(end, starts.Where(s => s >= end).Min())))
            && (!IsBraced || edit.Text.AreOnOneLine(Inside))
            && !edit.Root.DescendantTrivia(Inside).Any(t => Inside.Contains(t.Span) && t.IsComment());
    }

    private bool FitsOnLine(SourceEdit edit, IReadOnlyList<string> texts) =>
        texts.All(t => t.IndexOf('\n') < 0) && edit.LineLengthAt(_open.SpanStart) + texts.Sum(t => t.Length + 2) <= SourceStyle.MaxLineLength;

    private bool InsertAtFront(SourceEdit edit, IReadOnlyList<string> texts)
    {
        var end = _open.EndWithComments();
        if (!(IsBraced || _open.IsKind(SyntaxKind.OpenBracketToken)) || !edit.Text.IsLastOnLine(end))
        {
            return false;
        }

        var indent = edit.Text.IndentAt(_open.SpanStart) + edit.Style.IndentUnit;
        return edit.Insert(end, string.Concat(Fit(edit, texts, indent).Select(t => edit.Style.NewLine + indent + t + ",")));
    }

    private bool InsertIntoEmpty(SourceEdit edit, IReadOnlyList<string> texts)
    {
        var newLine = edit.Style.NewLine;
        var outer = edit.Text.IndentAt(_close.SpanStart);
        var isClosedOnOwnLine = edit.Text.IsFirstOnLine(_close.SpanStart);
        var hasComments = !edit.Text.IsWhiteSpace(Inside);
        if (IsBraced && isClosedOnOwnLine)
        {
            var indent = outer + edit.Style.IndentUnit;
            var lines = string.Join("," + newLine, Fit(edit, texts, indent).Select(t => indent + t));
            return hasComments
                ? edit.Insert(edit.Text.LineStart(_close.SpanStart), lines + newLine)
                : edit.Replace(Inside, newLine + lines + newLine + outer);
        }

        var inline = string.Join(", ", Fit(edit, texts, edit.Text.IndentAt(_open.SpanStart)));
        if (hasComments)
        {
            var gap = IsBraced || _open.EndWithComments() < _close.SpanStart ? "" : " ";
            return edit.Insert(_close.SpanStart, gap + inline + (IsBraced ? " " : ""));
        }

        inline = IsBraced ? " " + inline + " " : inline;
        return Inside.IsEmpty ? edit.Insert(Inside.Start, inline) : edit.Replace(Inside, inline);
    }

    private bool InsertBefore(SourceEdit edit, int index, IReadOnlyList<string> texts)
    {
        var first = _items[index].GetFirstToken();
        var indent = edit.Text.IndentAt(first.SpanStart);
        var fitted = Fit(edit, texts, indent);
        if (edit.Text.IsFirstOnLine(first.SpanStart))
        {
            var start = first.FullSpan.Start;
            while (edit.Text.IsLastOnLine(start))
            {
                start = edit.Text.Lines.GetLineFromPosition(start).EndIncludingLineBreak;
            }

            return edit.Insert(start, string.Concat(fitted.Select(t => indent + t + "," + edit.Style.NewLine)));
        }

        if (index > 0)
        {
            return edit.Insert(_commas[index - 1].Span.End, string.Concat(fitted.Select(t => " " + t + ",")));
        }

        var gap = edit.Text[_open.Span.End] is ' ' ? "" : " ";
        return _open.EndWithComments() > _open.Span.End
            ? edit.Insert(_open.Span.End, (IsBraced ? " " : "") + string.Join(", ", fitted) + "," + gap)
            : edit.Insert(first.SpanStart, string.Concat(fitted.Select(t => t + ", ")));
    }

    private bool Append(SourceEdit edit, IReadOnlyList<string> texts)
    {
        var item = _items[_items.Count - 1];
        var last = HasTrailingComma ? _commas[_commas.Count - 1] : item.GetLastToken();
        var indent = edit.Text.IndentAt(item.SpanStart);
        var fitted = Fit(edit, texts, indent);
        if (edit.Text.IsFirstOnLine(item.SpanStart))
        {
            var comma = HasTrailingComma || edit.Insert(last.Span.End, ",");
            var lines = string.Join(",", fitted.Select(t => edit.Style.NewLine + indent + t));
            return comma && edit.Insert(last.EndWithComments(), lines + (HasTrailingComma ? "," : ""));
        }

        if (HasTrailingComma)
        {
            return edit.Insert(last.Span.End, string.Concat(fitted.Select(t => " " + t + ",")));
        }

        var hasLineComment = last.TrailingTrivia.Any(t => t.IsKind(SyntaxKind.SingleLineCommentTrivia));
        return edit.Insert(hasLineComment ? last.Span.End : last.EndWithComments(), string.Concat(fitted.Select(t => ", " + t)));
    }

    private static List<string> Fit(SourceEdit edit, IReadOnlyList<string> texts, string indent) =>
        texts.Select(t => CodeText.Fit(t, indent, edit.Style.NewLine)).ToList();

    private static int SkipSpaces(SourceText text, int position)
    {
        while (position < text.Length && text[position] is ' ' or '\t')
        {
            position++;
        }

        return position;
    }
}
