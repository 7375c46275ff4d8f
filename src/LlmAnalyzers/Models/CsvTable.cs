using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;

namespace LlmAnalyzers.Models;

/// <summary>One row of a comma-separated file, with the line it stands on (1 is the first line of the file).</summary>
internal sealed record CsvRow(int Line, ImmutableArray<string> Cells);

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
                if (ReadCells(text, start, end) is { } cells)
                {
                    yield return new CsvRow(line, cells);
                }
                else
                {
                    CatalogueProblem.Add(problems, line, "a quoted cell is not closed on its line, or text follows its closing quote");
                }
            }

            var isPair = end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n';
            start = end + (isPair ? 2 : 1);
        }
    }

    private static readonly char[] LineBreaks = { '\r', '\n' };

    /// <summary>The trimmed cells of one line, or null when its quotes do not match.</summary>
    private static ImmutableArray<string>? ReadCells(string text, int start, int end)
    {
        var cells = ImmutableArray.CreateBuilder<string>();
        var position = start;
        while (true)
        {
            if (position < end && text[position] == '"')
            {
                if (ReadQuoted(text, ref position, end) is not { } quoted)
                {
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
