using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using LlmAnalyzers.CodeFixes.Editing;
using LlmAnalyzers.Rules.Replies;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace LlmAnalyzers.CodeFixes;

/// <summary>LLM7001: throws where the reply is not complete, before anything is read out of it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GuardReply))]
[Shared]
internal sealed class GuardReply : CallCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(EndingNotAskedFor.Id);

    protected override string Title => "Throw when the reply is not complete";

    protected override bool AddEdit(SourceEdit edit, Diagnostic diagnostic, CallSite site, CancellationToken cancellationToken)
    {
        if (site.Spelling.Guard is not { } guard || site.Call.IsStreaming || TakenReply.Of(site.Syntax, guard, edit.Model) is not { } reply)
        {
            return false;
        }

        return reply.Variable is { } variable
            ? InsertAfter(edit, guard, reply, variable)
            : reply.Whole.FirstAncestorOrSelf<ArrowExpressionClauseSyntax>() is { } arrow && !arrow.Expression.DescendantNodesAndSelf().Any(n => n is StatementSyntax)
                ? SpreadMember(edit, guard, reply, arrow)
                : SpreadStatement(edit, guard, reply);
    }

    /// <summary><c>var completion = await …;</c>: the guard comes behind it.</summary>
    private static bool InsertAfter(SourceEdit edit, EndingGuard guard, TakenReply reply, string variable)
    {
        if (reply.Whole.FirstAncestorOrSelf<StatementSyntax>() is not { } statement || Write(edit, guard, statement.SpanStart, variable) is not { } code
            || !Statements.InsertAfter(edit, statement, code))
        {
            return false;
        }

        // A blank line between the guard and what follows, as everywhere behind a block.
        var end = statement.GetLastToken().EndWithComments();
        var line = edit.Text.Lines.GetLineFromPosition(end).LineNumber + 1;
        var next = line < edit.Text.Lines.Count ? edit.Text.ToString(edit.Text.Lines[line].Span).Trim() : "}";
        return next is "" or "}" || !edit.Text.IsLastOnLine(end) || statement.Parent is not (BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax)
            || edit.Insert(end, edit.Style.NewLine);
    }

    /// <summary><c>return (await …).Value.Content[0].Text;</c>: the reply gets a variable, and the statement comes behind the guard.</summary>
    private static bool SpreadStatement(SourceEdit edit, EndingGuard guard, TakenReply reply)
    {
        var statement = reply.Whole.FirstAncestorOrSelf<StatementSyntax>();
        if (statement is not (ReturnStatementSyntax or ExpressionStatementSyntax or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 })
            || statement.Parent is not (BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax)
            || !ComesFirst(statement, reply))
        {
            return false;
        }

        var indent = edit.Text.IndentAt(statement.SpanStart);
        return Spread(edit, guard, reply, statement.SpanStart, edit.Text.ToString(TextSpan.FromBounds(statement.SpanStart, reply.Whole.SpanStart)), indent, "");
    }

    /// <summary><c>=> (await …).Value.Content[0].Text;</c>: the member gets a body.</summary>
    private static bool SpreadMember(SourceEdit edit, EndingGuard guard, TakenReply reply, ArrowExpressionClauseSyntax arrow)
    {
        var semicolon = arrow.Parent switch { MethodDeclarationSyntax m => m.SemicolonToken, LocalFunctionStatementSyntax f => f.SemicolonToken, _ => default };
        var returnType = (edit.Model.GetDeclaredSymbol(arrow.Parent!) as IMethodSymbol)?.ReturnType;
        if (returnType is null || !semicolon.IsKind(SyntaxKind.SemicolonToken) || semicolon.IsMissing || !ComesFirst(arrow, reply) || edit.Root.HasDirectives(arrow.Parent!.Span)
            || arrow.Parent.FirstAncestorOrSelf<StatementSyntax>() is { Parent: not (BlockSyntax or GlobalStatementSyntax) })
        {
            return false;
        }

        var newLine = edit.Style.NewLine;
        var outer = edit.Text.IndentAt(arrow.Parent.SpanStart);
        var isAsync = arrow.Parent.ChildTokens().Any(t => t.IsKind(SyntaxKind.AsyncKeyword));
        var isVoid = returnType.SpecialType == SpecialType.System_Void || (isAsync && returnType is INamedTypeSymbol { Arity: 0 });
        var start = arrow.ArrowToken.GetPreviousToken().Span.End;
        var head = edit.Text.ToString(TextSpan.FromBounds(arrow.Expression.SpanStart, reply.Whole.SpanStart));
        var indent = outer + edit.Style.IndentUnit;
        return Spread(edit, guard, reply, start, (isVoid ? "" : "return ") + head, indent, newLine + outer + "{" + newLine + indent)
            && edit.Insert(semicolon.Span.End, newLine + outer + "}");
    }

    /// <summary>The call stays where it is: a variable is put before it, and behind it the guard and what was around it.</summary>
    private static bool Spread(SourceEdit edit, EndingGuard guard, TakenReply reply, int start, string head, string indent, string opening)
    {
        var name = FreeName(edit, reply.Whole, guard.VariableName);
        var type = TypeSpelling.Spell(edit, reply.Type, reply.Whole.SpanStart);
        if (type is null || Write(edit, guard, reply.Whole.SpanStart, name) is not { } code || edit.Root.HasDirectives(TextSpan.FromBounds(start, reply.Whole.Span.End)))
        {
            return false;
        }

        var newLine = edit.Style.NewLine;
        return edit.Replace(TextSpan.FromBounds(start, reply.Core.SpanStart), opening + type + " " + name + " = ")
            && edit.Replace(
                TextSpan.FromBounds(reply.Core.Span.End, reply.Whole.Span.End),
                ";" + newLine + indent + CodeText.Fit(code, indent, newLine) + newLine + newLine + indent + head + name);
    }

    private static string? Write(SourceEdit edit, EndingGuard guard, int position, string variable)
    {
        foreach (var space in guard.Namespaces)
        {
            edit.Import(space, position);
        }

        var unit = edit.Style.IndentUnit;
        return Spelling.Write(edit, position, guard.Condition, ("$reply", variable), ("$reply", variable), ("$reply", variable)) is { } condition
            && Spelling.Write(edit, position, guard.Reason, ("$reply", variable), ("$reply", variable)) is { } reason
            && Spelling.Write(edit, position, "throw new {System.InvalidOperationException}") is { } thrown
            ? $"if ({condition})\n{{\n{unit}{thrown}(\"The reply is not complete: \" + {reason});\n}}"
            : null;
    }

    /// <summary>Nothing else that could be noticed happens in the statement before the call, and the call is made whenever the statement runs.</summary>
    private static bool ComesFirst(SyntaxNode statement, TakenReply reply)
    {
        for (SyntaxNode node = reply.Whole; node != statement; node = node.Parent!)
        {
            var isAlways = node.Parent switch
            {
                null or AnonymousFunctionExpressionSyntax or SwitchExpressionArmSyntax or QueryExpressionSyntax or QueryClauseSyntax => false,
                ConditionalExpressionSyntax choice => choice.Condition == node,
                ConditionalAccessExpressionSyntax access => access.Expression == node,
                BinaryExpressionSyntax binary => binary.Left == node,
                AssignmentExpressionSyntax assignment => assignment.Left is IdentifierNameSyntax && assignment.IsKind(SyntaxKind.SimpleAssignmentExpression),
                _ => true,
            };
            if (!isAlways)
            {
                return false;
            }
        }

        return !statement.DescendantNodes().Any(n => n.Span.End <= reply.Core.SpanStart
            && n is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or AssignmentExpressionSyntax or AwaitExpressionSyntax or PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax or ElementAccessExpressionSyntax);
    }

    private static string FreeName(SourceEdit edit, SyntaxNode place, string wanted)
    {
        var member = place.FirstAncestorOrSelf<MemberDeclarationSyntax>(m => m is not GlobalStatementSyntax) ?? edit.Root;
        var taken = member.DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken)).Select(t => t.ValueText).ToImmutableHashSet();
        var name = wanted;
        for (var i = 2; taken.Contains(name); i++)
        {
            name = wanted + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return name;
    }
}
