using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace LlmAnalyzers.CodeFixes.Editing;

/// <summary>Questions about lines and the tokens on them.</summary>
internal static class Lines
{
    /// <summary>The white space at the beginning of the line that holds a position.</summary>
    public static string IndentAt(this SourceText text, int position)
    {
        var line = text.Lines.GetLineFromPosition(position);
        var end = line.Start;
        while (end < line.End && text[end] is ' ' or '\t')
        {
            end++;
        }

        return text.ToString(TextSpan.FromBounds(line.Start, end));
    }

    public static int LineStart(this SourceText text, int position) => text.Lines.GetLineFromPosition(position).Start;

    /// <summary>Only white space stands before the position on its line.</summary>
    public static bool IsFirstOnLine(this SourceText text, int position) =>
        text.LineStart(position) + text.IndentAt(position).Length >= position;

    /// <summary>Only white space stands between the position and the end of its line.</summary>
    public static bool IsLastOnLine(this SourceText text, int position)
    {
        var end = text.Lines.GetLineFromPosition(position).End;
        while (position < end && text[position] is ' ' or '\t')
        {
            position++;
        }

        return position >= end;
    }

    public static bool AreOnOneLine(this SourceText text, TextSpan span) =>
        text.LineStart(span.Start) == text.LineStart(span.End);

    public static bool IsWhiteSpace(this SourceText text, TextSpan span) => string.IsNullOrWhiteSpace(text.ToString(span));

    /// <summary>End of a token with the comments that follow it on its line.</summary>
    public static int EndWithComments(this SyntaxToken token)
    {
        var end = token.Span.End;
        foreach (var trivia in token.TrailingTrivia)
        {
            if (trivia.IsComment())
            {
                end = trivia.Span.End;
            }
        }

        return end;
    }

    public static bool IsComment(this SyntaxTrivia trivia) =>
        trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
            or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia;

    /// <summary>A comment lies inside the node: not before its first and not behind its last token.</summary>
    public static bool HasInnerComments(this SyntaxNode node) =>
        node.DescendantTrivia().Any(t => node.Span.Contains(t.Span) && t.IsComment());

    /// <summary>A preprocessor directive lies between two positions.</summary>
    public static bool HasDirectives(this SyntaxNode root, TextSpan span) =>
        root.DescendantTrivia(span, descendIntoTrivia: false).Any(t => (t.IsDirective || t.IsKind(SyntaxKind.DisabledTextTrivia)) && span.Contains(t.Span));
}
