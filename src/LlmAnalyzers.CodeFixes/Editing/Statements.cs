using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LlmAnalyzers.CodeFixes.Editing;

/// <summary>Inserts and removes statements.</summary>
internal static class Statements
{
    /// <summary>Inserts a statement behind another; one without braces around it gets them.</summary>
    public static bool InsertAfter(SourceEdit edit, StatementSyntax anchor, string statement)
    {
        if (IsUnfinished(anchor) || Jumps(anchor))
        {
            return false;
        }

        var indent = edit.Text.IndentAt(anchor.SpanStart);
        var code = CodeText.Fit(statement, indent, edit.Style.NewLine);
        if (!IsInList(anchor))
        {
            return Wrap(edit, anchor, "", code);
        }

        var last = anchor.GetLastToken();
        var end = last.EndWithComments();
        return edit.Text.IsFirstOnLine(anchor.SpanStart) && edit.Text.IsLastOnLine(end)
            ? edit.Insert(end, edit.Style.NewLine + indent + code)
            : edit.Insert(last.Span.End, " " + code);
    }

    /// <summary>Inserts a statement before another, above the comment lines that belong to it.</summary>
    public static bool InsertBefore(SourceEdit edit, StatementSyntax anchor, string statement)
    {
        if (IsUnfinished(anchor))
        {
            return false;
        }

        var indent = edit.Text.IndentAt(anchor.SpanStart);
        var code = CodeText.Fit(statement, indent, edit.Style.NewLine);
        if (!IsInList(anchor))
        {
            return Wrap(edit, anchor, code, "");
        }

        return edit.Text.IsFirstOnLine(anchor.SpanStart)
            ? edit.Insert(StartOfOwnComments(edit, anchor), indent + code + edit.Style.NewLine)
            : edit.Insert(anchor.SpanStart, code + " ");
    }

    /// <summary>Removes a statement with its line and the comment on that line; comment lines above it stay.</summary>
    public static bool Remove(SourceEdit edit, StatementSyntax statement)
    {
        if (IsUnfinished(statement) || edit.Root.HasDirectives(statement.Span))
        {
            return false;
        }

        if (!IsInList(statement))
        {
            return IsEmbedded(statement) && edit.Replace(statement.Span, "{ }");
        }

        var last = statement.GetLastToken();
        var end = last.EndWithComments();
        if (edit.Text.IsFirstOnLine(statement.SpanStart) && edit.Text.IsLastOnLine(end))
        {
            return edit.Remove(TextSpan.FromBounds(edit.Text.LineStart(statement.SpanStart), edit.Text.Lines.GetLineFromPosition(end).EndIncludingLineBreak));
        }

        var next = last.Span.End;
        while (next < edit.Text.Length && edit.Text[next] is ' ' or '\t')
        {
            next++;
        }

        return edit.Remove(TextSpan.FromBounds(statement.SpanStart, next));
    }

    private static bool IsInList(StatementSyntax statement) =>
        statement.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax { Parent: CompilationUnitSyntax };

    private static bool IsEmbedded(StatementSyntax statement) => statement.Parent is IfStatementSyntax or ElseClauseSyntax or WhileStatementSyntax
        or ForStatementSyntax or CommonForEachStatementSyntax or DoStatementSyntax or UsingStatementSyntax or LockStatementSyntax or FixedStatementSyntax;

    private static bool IsUnfinished(StatementSyntax statement) =>
        statement.GetLastToken(includeZeroWidth: true).IsMissing || statement.IsMissing;

    private static bool Jumps(StatementSyntax statement) => statement.Kind() is SyntaxKind.ReturnStatement or SyntaxKind.ThrowStatement
        or SyntaxKind.BreakStatement or SyntaxKind.ContinueStatement or SyntaxKind.GotoStatement or SyntaxKind.GotoCaseStatement
        or SyntaxKind.GotoDefaultStatement or SyntaxKind.YieldBreakStatement;

    /// <summary>Braces around an embedded statement, with one more statement before or behind it.</summary>
    private static bool Wrap(SourceEdit edit, StatementSyntax anchor, string before, string after)
    {
        if (!IsEmbedded(anchor) || anchor is IfStatementSyntax || edit.Root.HasDirectives(anchor.FullSpan))
        {
            return false;
        }

        var last = anchor.GetLastToken();
        if (!edit.Text.IsFirstOnLine(anchor.SpanStart))
        {
            var isOneLine = edit.Text.AreOnOneLine(anchor.Span);
            return isOneLine
                && edit.Insert(anchor.SpanStart, before.Length > 0 ? "{ " + before + " " : "{ ")
                && edit.Insert(last.Span.End, after.Length > 0 ? " " + after + " }" : " }");
        }

        var newLine = edit.Style.NewLine;
        var indent = edit.Text.IndentAt(anchor.SpanStart);
        var outer = edit.Text.IndentAt(anchor.Parent!.SpanStart);
        var top = edit.Text.LineStart(anchor.GetFirstToken().FullSpan.Start);
        var end = last.EndWithComments();
        return indent != outer
            && edit.Text.IsLastOnLine(end)
            && edit.Insert(top, outer + "{" + newLine + (before.Length > 0 ? indent + before + newLine : ""))
            && edit.Insert(end, (after.Length > 0 ? newLine + indent + after : "") + newLine + outer + "}");
    }

    /// <summary>Start of the line of the statement, or of the topmost of the comment lines right above it.</summary>
    private static int StartOfOwnComments(SourceEdit edit, StatementSyntax anchor)
    {
        var first = anchor.GetFirstToken();
        var line = edit.Text.Lines.GetLineFromPosition(anchor.SpanStart).LineNumber;
        if (first.FullSpan.Start == 0)
        {
            return edit.Text.Lines[line].Start;
        }

        var comments = first.LeadingTrivia.Where(t => t.IsKind(SyntaxKind.SingleLineCommentTrivia)).Reverse();
        foreach (var comment in comments)
        {
            var above = edit.Text.Lines.GetLineFromPosition(comment.SpanStart).LineNumber;
            if (above != line - 1)
            {
                break;
            }

            line = above;
        }

        return edit.Text.Lines[line].Start;
    }
}
