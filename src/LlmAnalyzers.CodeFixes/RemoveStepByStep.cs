using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using LlmAnalyzers.Calls;
using LlmAnalyzers.CodeFixes.Editing;
using LlmAnalyzers.Prompts;
using LlmAnalyzers.Rules.Prompting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace LlmAnalyzers.CodeFixes;

/// <summary>LLM3006: takes the sentence that asks for steps out of its literal, where it says nothing else.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveStepByStep))]
[Shared]
internal sealed class RemoveStepByStep : CallCodeFixProvider
{
    private static readonly StepByStepToReasoningModel Rule = new();

    /// <summary>What such a sentence is made of. With any other word in it, it may ask for something else too.</summary>
    private static readonly HashSet<string> Words = new(
        "let's let us please now first then and always you must should think reason work through this it out the problem question task about carefully step by take a deep breath".Split(' '));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(StepByStepToReasoningModel.Id);

    protected override string Title => "Remove the step-by-step request";

    protected override bool AddEdit(SourceEdit edit, Diagnostic diagnostic, CallSite site, CancellationToken cancellationToken) =>
        Find(site.Call) is var (piece, offset, isLast)
        && piece.Location.SourceTree == edit.Root.SyntaxTree
        && SentenceAt(piece.Literal!, offset, isLast) is { } sentence
        && site.AllUsersShareFlaw(Rule, c => TextsOf(c).Any(t => t.Pieces.Any(p => p.Location == piece.Location)), cancellationToken)
        && SpanOf(edit, piece, sentence) is { } span
        && edit.Remove(span);

    private static IEnumerable<PromptText> TextsOf(LlmCall call) =>
        call[SettingKind.Instructions].Values.Select(v => v.Value).OfType<PromptText>().Concat(call.Conversation.Messages.Select(m => m.Text));

    /// <summary>The literal that holds the request, and where in it; after the last one the text ends.</summary>
    private static (PromptPiece Piece, int Offset, bool IsLast)? Find(LlmCall call)
    {
        foreach (var text in TextsOf(call))
        {
            if (StepByStep.Find(text.Flat) is not { } match)
            {
                continue;
            }

            var start = 0;
            foreach (var piece in text.Pieces)
            {
                var length = piece.Literal?.Length ?? 1;
                if (match.Start < start + length)
                {
                    return piece.IsHole || match.End > start + length ? null : (piece, match.Start - start, piece == text.Pieces[text.Pieces.Length - 1]);
                }

                start += length;
            }
        }

        return null;
    }

    /// <summary>The sentence around an offset, if it asks for steps and for nothing else, and is not the whole text.</summary>
    private static string? SentenceAt(string text, int offset, bool isLast)
    {
        var words = PromptWords.Read(text);
        foreach (var sentence in words.Sentences)
        {
            if (offset < sentence.Start || offset >= sentence.End)
            {
                continue;
            }

            for (var i = sentence.First; i < sentence.Last; i++)
            {
                if (!Words.Contains(words.Words[i].Text))
                {
                    return null;
                }
            }

            var whole = text.Substring(sentence.Start, sentence.End - sentence.Start).Trim();
            var isWhole = isLast || sentence.End < text.Length || whole[whole.Length - 1] is '.' or '!' or '?';
            return isWhole && whole.Length < text.Trim().Length && whole.IndexOfAny(['\n', '"', '\\', '{', '}']) < 0 ? whole : null;
        }

        return null;
    }

    /// <summary>The sentence in the source, with the blank beside it, or with its line where it has one of its own.</summary>
    private static TextSpan? SpanOf(SourceEdit edit, PromptPiece piece, string sentence)
    {
        var node = edit.Root.FindNode(piece.Location.SourceSpan, getInnermostNodeForTie: true);
        if (!node.IsKind(SyntaxKind.StringLiteralExpression) && !node.IsKind(SyntaxKind.InterpolatedStringText))
        {
            return null;
        }

        var code = edit.Text.ToString(node.Span);
        var at = code.IndexOf(sentence, StringComparison.Ordinal);
        if (at < 0 || at != code.LastIndexOf(sentence, StringComparison.Ordinal))
        {
            return null;
        }

        var span = new TextSpan(node.SpanStart + at, sentence.Length);
        var line = edit.Text.Lines.GetLineFromPosition(span.Start);
        if (edit.Text.ToString(line.Span).Trim() == sentence && node.Span.Contains(line.SpanIncludingLineBreak))
        {
            return line.SpanIncludingLineBreak;
        }

        return IsBlank(edit, span.Start - 1, node) ? TextSpan.FromBounds(span.Start - 1, span.End)
            : IsBlank(edit, span.End, node) ? TextSpan.FromBounds(span.Start, span.End + 1)
            : span;
    }

    private static bool IsBlank(SourceEdit edit, int position, SyntaxNode node) => node.Span.Contains(position) && edit.Text[position] == ' ';
}
