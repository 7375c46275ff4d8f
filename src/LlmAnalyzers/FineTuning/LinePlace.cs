using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LlmAnalyzers.FineTuning;

/// <summary>A stretch of one line of a file. Line and column count from 0.</summary>
internal readonly record struct LinePlace(int Line, int LineStart, int Column, int Length)
{
    /// <summary>For people, who count from 1.</summary>
    public int LineNumber => Line + 1;

    public Location In(string path) => Location.Create(
        path,
        new TextSpan(LineStart + Column, Length),
        new LinePositionSpan(new LinePosition(Line, Column), new LinePosition(Line, Column + Length)));
}
