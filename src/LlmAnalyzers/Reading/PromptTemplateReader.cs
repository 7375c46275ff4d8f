using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LlmAnalyzers.Calls;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Reading;

/// <summary>
/// Reads a prompt in which <c>{{$name}}</c> stands for a value and <c>&lt;message role="system"&gt;…&lt;/message&gt;</c> for a message of
/// its own. What fills a variable is encoded, so that it makes no messages; what C# puts into the text may.
/// </summary>
internal static class PromptTemplateReader
{
    private const string Open = "<message";
    private const string Close = "</message>";

    /// <param name="template">The text.</param>
    /// <param name="hasVariables">An engine fills in variables before the tags are read.</param>
    /// <param name="isOtherEngine">The engine is another one than that of the SDK.</param>
    /// <param name="frame">Where it stands.</param>
    /// <param name="context">To look things up.</param>
    public static Conversation Read(IOperation template, bool hasVariables, bool isOtherEngine, Frame frame, ReadingContext context)
    {
        var read = PromptTextReader.Read(template, frame, context);
        var pieces = hasVariables ? read.Pieces.SelectMany(p => Variables(p, isOtherEngine)).ToImmutableArray() : read.Pieces;
        var text = new PromptText(pieces);
        var location = template.Syntax.GetLocation();

        // Where C# puts something before the first words, that may be tags as well as words.
        var mayHoldTags = read.IsUnknown || FirstWords(read) is { IsHole: true };
        if (text.Flat.IndexOf(Open, StringComparison.Ordinal) < 0)
        {
            var said = ImmutableArray.Create(new PromptMessage(MessageRole.User, text, location));
            return new(said) { MayHoldMore = mayHoldTags, MoreFrom = mayHoldTags ? location : null };
        }

        var messages = Messages(text, location, out var isPlain);
        var mayHoldMore = mayHoldTags || !isPlain || read.Flat.Contains("{{#") || read.Flat.Contains("{%");
        return new(messages) { MayHoldMore = mayHoldMore, MoreFrom = mayHoldMore ? location : null };
    }

    private static PromptPiece? FirstWords(PromptText text) => text.Pieces.FirstOrDefault(p => p.IsHole || !string.IsNullOrWhiteSpace(p.Literal));

    /// <summary>Cuts the variables and functions out of a literal. A bare name is left: to the SDK's own engine it is a mistake.</summary>
    private static IEnumerable<PromptPiece> Variables(PromptPiece piece, bool isOtherEngine)
    {
        if (piece.Literal is not { } literal)
        {
            yield return piece;
            yield break;
        }

        var start = 0;
        for (var at = literal.IndexOf("{{", StringComparison.Ordinal); at >= 0; at = at + 2 < literal.Length ? literal.IndexOf("{{", at + 2, StringComparison.Ordinal) : -1)
        {
            var end = literal.IndexOf("}}", at, StringComparison.Ordinal);
            if (end < 0)
            {
                break;
            }

            var inner = literal.Substring(at + 2, end - at - 2).Trim();
            if (at < start || inner.Length == 0 || !(isOtherEngine || inner[0] == '$' || inner.IndexOf('.') > 0 || inner.IndexOf('$') > 0))
            {
                continue;
            }

            if (at > start)
            {
                yield return piece with { Literal = literal.Substring(start, at - start) };
            }

            yield return piece with { Literal = null, HoleName = inner.TrimStart('$') };
            start = end + 2;
        }

        if (start < literal.Length)
        {
            yield return piece with { Literal = literal.Substring(start) };
        }
    }

    /// <summary>The messages of the tags; what stands between them is dropped by the SDK.</summary>
    private static ImmutableArray<PromptMessage> Messages(PromptText text, Location location, out bool isPlain)
    {
        var flat = text.Flat;
        var messages = ImmutableArray.CreateBuilder<PromptMessage>();
        var end = 0;
        isPlain = true;
        for (var open = flat.IndexOf(Open, StringComparison.Ordinal); open >= 0; open = flat.IndexOf(Open, end, StringComparison.Ordinal))
        {
            isPlain &= flat.IndexOf(PromptText.HoleMark, end, open - end) < 0;
            var content = flat.IndexOf('>', open) + 1;
            var close = content > 0 ? flat.IndexOf(Close, content, StringComparison.Ordinal) : -1;
            if (close < 0)
            {
                isPlain = false;
                return messages.ToImmutable();
            }

            messages.Add(new(RoleIn(flat.Substring(open, content - open)), Part(text, content, close), location));
            end = close + Close.Length;
        }

        isPlain &= flat.IndexOf(PromptText.HoleMark, end) < 0;
        return messages.ToImmutable();
    }

    private static MessageRole RoleIn(string tag)
    {
        var at = tag.IndexOf("role=", StringComparison.Ordinal) + "role=".Length;
        if (at < "role=".Length || at + 1 >= tag.Length || tag.IndexOf(tag[at], at + 1) is var end && end < 0)
        {
            return MessageRole.Unknown;
        }

        return tag.Substring(at + 1, end - at - 1).Trim().ToLowerInvariant() switch
        {
            "system" => MessageRole.System,
            "developer" => MessageRole.Developer,
            "user" => MessageRole.User,
            "assistant" => MessageRole.Assistant,
            "tool" => MessageRole.Tool,
            _ => MessageRole.Unknown,
        };
    }

    /// <summary>The pieces of the text between two places of its flat form, with what the markup had to encode decoded.</summary>
    private static PromptText Part(PromptText text, int start, int end)
    {
        var pieces = ImmutableArray.CreateBuilder<PromptPiece>();
        var at = 0;
        foreach (var piece in text.Pieces)
        {
            var length = piece.Literal?.Length ?? 1;
            var (from, to) = (Math.Max(start - at, 0), Math.Min(end - at, length));
            if (from < to)
            {
                pieces.Add(piece.Literal is { } literal ? piece with { Literal = Decode(literal.Substring(from, to - from)) } : piece);
            }

            at += length;
        }

        return new(pieces.ToImmutable());
    }

    private static string Decode(string text) => text.IndexOf('&') < 0
        ? text
        : text.Replace("&lt;", "<").Replace("&gt;", ">").Replace("&quot;", "\"").Replace("&apos;", "'").Replace("&amp;", "&");
}
