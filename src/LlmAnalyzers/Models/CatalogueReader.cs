using System;
using System.Collections.Generic;

namespace LlmAnalyzers.Models;

/// <summary>Reads the rows of a catalogue file: the header first, then one model per line. What cannot be used is a problem.</summary>
internal static class CatalogueReader
{
    /// <summary>More rows than all providers together offer models; the rest of such a file is not read.</summary>
    private const int MaximumRows = 10_000;

    public static IEnumerable<(CsvRow Row, ModelFacts Model)> Read(string text, List<CatalogueProblem> problems)
    {
        Header? header = null;
        var count = 0;
        foreach (var row in CsvTable.ReadRows(text, problems))
        {
            if (header is null)
            {
                header = Header.Read(row, problems);
                if (header is null)
                {
                    yield break;
                }
            }
            else if (count++ == MaximumRows)
            {
                CatalogueProblem.Add(problems, row.Line, $"only the first {MaximumRows} rows are read", row.Span);
                yield break;
            }
            else if (ReadRow(row, header, problems) is { } model)
            {
                yield return (row, model);
            }
        }
    }

    private static ModelFacts? ReadRow(CsvRow row, Header header, List<CatalogueProblem> problems)
    {
        if (row.Cells.Length != header.CellCount)
        {
            // Cells may have slipped into the wrong column, so none of them can be believed.
            CatalogueProblem.Add(problems, row.Line, $"{row.Cells.Length} cells where the header has {header.CellCount}", row.Span);
            return null;
        }

        var cells = new CatalogueRow(header.Columns, row);
        var model = ModelFactsReader.Read(cells);
        if (cells.Problem is { } problem)
        {
            CatalogueProblem.Add(problems, row.Line, problem, cells.ProblemSpan);
            return null;
        }

        return model;
    }

    /// <summary>Which column stands where.</summary>
    private sealed record Header(IReadOnlyDictionary<string, int> Columns, int CellCount)
    {
        public static Header? Read(CsvRow row, List<CatalogueProblem> problems)
        {
            var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
            for (var i = 0; i < row.Cells.Length; i++)
            {
                var name = row.Cells[i];
                if (!ModelFactsReader.Columns.Contains(name, StringComparer.OrdinalIgnoreCase) && !name.Equals(ModelFactsReader.NameOfColumn, StringComparison.OrdinalIgnoreCase))
                {
                    CatalogueProblem.Add(problems, row.Line, $"the column {CatalogueProblem.Quote(name)} is not known and not read", row.Spans[i]);
                }
                else if (columns.ContainsKey(name))
                {
                    CatalogueProblem.Add(problems, row.Line, $"the column {CatalogueProblem.Quote(name)} stands twice; the first is read", row.Spans[i]);
                }
                else
                {
                    columns.Add(name, i);
                }
            }

            foreach (var required in ModelFactsReader.RequiredColumns)
            {
                if (!columns.ContainsKey(required))
                {
                    CatalogueProblem.Add(problems, row.Line, $"the column '{required}' is missing; the file is not read", row.Span);
                    return null;
                }
            }

            return new Header(columns, row.Cells.Length);
        }
    }
}
