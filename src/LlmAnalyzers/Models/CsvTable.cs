using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace LlmAnalyzers.Models;

/// <summary>One row of a comma-separated file, with the line it stands on (1 is the first line of the file).</summary>
/// <param name="Line">Number of the line.</param>
/// <param name="Span">The row in the text.</param>
/// <param name="Cells">Their text without quotes.</param>
/// <param name="Spans">Where each cell stands in the text, quotes included.</param>
internal sealed record CsvRow(int Line, TextSpan Span, ImmutableArray<string> Cells, ImmutableArray<TextSpan> Spans);

/// <summary>
/// Reads comma-separated text: cells may be quoted, <c>""</c> inside quotes is one quote, blank lines are skipped.
/// A row is always one line, quoted or not, so that one stray quote costs one row and not the rest of the file.
/// </summary>
internal static class CsvTable
{
    public static IEnumerable<CsvRow> ReadRows(string text, List<CatalogueProblem> problems)
    {
        var line = 0;
        var start = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        while (start < text.Length)
        {
            line++;
            var end = text.IndexOfAny(LineBreaks, start);
            end = end < 0 ? text.Length : end;
            if (!IsBlank(text, start, end))
            {
                var spans = ImmutableArray.CreateBuilder<TextSpan>();
                if (ReadCells(text, start, end, spans) is { } cells)
                {
                    yield return new CsvRow(line, TextSpan.FromBounds(start, end), cells, spans.ToImmutable());
                }
                else
                {
                    // The last cell that was begun is the one that goes wrong.
                    var from = spans.Count > 0 ? spans[spans.Count - 1].Start : start;
                    CatalogueProblem.Add(
                        problems, line, "a quoted cell is not closed on its line, or text follows its closing quote", TextSpan.FromBounds(from, end));
                }
            }

            var isPair = end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n';
            start = end + (isPair ? 2 : 1);
        }
    }

    private static readonly char[] LineBreaks = { '\r', '\n' };

    /// <summary>The trimmed cells of one line, or null when its quotes do not match.</summary>
    private static ImmutableArray<string>? ReadCells(string text, int start, int end, ImmutableArray<TextSpan>.Builder spans)
    {
        var cells = ImmutableArray.CreateBuilder<string>();
        var position = start;
        while (true)
        {
            var cellStart = position;
            if (position < end && text[position] == '"')
            {
                if (ReadQuoted(text, ref position, end) is not { } quoted)
                {
                    spans.Add(TextSpan.FromBounds(cellStart, end));
                    return null;
                }

                cells.Add(quoted.Trim());
            }
            else
            {
                var comma = text.IndexOf(',', position, end - position);
                var cellEnd = comma < 0 ? end : comma;
                cells.Add(text.Substring(position, cellEnd - position).Trim());
                position = cellEnd;
            }

            spans.Add(TextSpan.FromBounds(cellStart, position));
            if (position >= end)
            {
                return cells.ToImmutable();
            }

            position++; // the comma
        }
    }

    /// <summary>Reads from an opening quote and stops at the comma behind the cell or at the end of the line.</summary>
    private static string? ReadQuoted(string text, ref int position, int end)
    {
        var cell = new StringBuilder();
        for (position++; position < end; position++)
        {
            if (text[position] != '"')
            {
                cell.Append(text[position]);
            }
            else if (position + 1 < end && text[position + 1] == '"')
            {
                cell.Append('"');
                position++;
            }
            else
            {
                position++;
                return position == end || text[position] == ',' ? cell.ToString() : null;
            }
        }

        return null;
    }

    private static bool IsBlank(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!char.IsWhiteSpace(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
