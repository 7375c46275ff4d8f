using System;
using LlmAnalyzers.Calls;

namespace LlmAnalyzers.Prompts;

/// <summary>An object, array or schema written out in a prompt and introduced as the wanted reply.</summary>
internal sealed record JsonLiteral(TextMatch Match, bool IsArray, bool IsSchema)
{
    /// <summary>Literals looked at in one prompt; few-shot prompts hold dozens.</summary>
    private const int MaxLiterals = 60;

    /// <summary>Between the introduction and the brace stand blanks, a colon, a code fence, no more.</summary>
    private const int MaxDistance = 40;

    private static readonly WordSet ShapeWords = new(
        "format structure schema shape template form like exactly exact example examples such follows keys fields properties json object array list matching layout following formato esquema schéma struktur формате");

    private static readonly WordSet LabelWords = new("format structure schema template output response answer reply ausgabe antwort respuesta réponse resposta ответ");

    private static readonly WordSet InputWords = new(
        "input given summarize summarise analyze explain describes describe context request payload event arguments parameters tool function record data message user based about document");

    private static readonly VerbSet ShapeVerbs = new("use follow match conform adhere fill", "verwende utilise usa");

    public static JsonLiteral? Find(PromptWords words)
    {
        var text = words.Source;
        var limit = Math.Min(text.Length, PromptText.MaxLength);
        var seen = 0;
        var word = 0;
        for (var i = 0; i < limit && seen < MaxLiterals; i++)
        {
            if (text[i] is not ('{' or '[') || !IsJson(text, i, limit))
            {
                continue;
            }

            seen++;
            while (word < words.Words.Length && words.Words[word].Start < i)
            {
                word++;
            }

            if (IsIntroduced(words, word - 1, i))
            {
                var end = EndOf(text, i, limit);
                var isSchema = SpellsSchema(text, i, end);
                return new JsonLiteral(TextMatch.Of(text, i, end), !isSchema && text[i] == '[', isSchema);
            }

            // What stands inside is introduced by its own key, which says nothing.
            i = EndOf(text, i, limit) - 1;
        }

        return null;
    }

    /// <summary>An object whose first key is quoted, or an array of objects or strings.</summary>
    private static bool IsJson(string text, int i, int limit)
    {
        var isArray = text[i] == '[';
        i = SkipBlank(text, i + 1, limit);
        if (i < limit && text[i] == '{')
        {
            i = SkipBlank(text, i + 1, limit);
        }

        if (i >= limit || text[i] is not ('"' or '\''))
        {
            return false;
        }

        var close = text.IndexOf(text[i], i + 1, Math.Min(80, limit - i - 1));
        if (close < 0)
        {
            return false;
        }

        var after = SkipBlank(text, close + 1, limit);
        return after < limit && (text[after] == ':' || (isArray && text[after] is ',' or ']'));
    }

    private static int SkipBlank(string text, int i, int limit)
    {
        while (i < limit && char.IsWhiteSpace(text[i]))
        {
            i++;
        }

        return i;
    }

    private static int EndOf(string text, int start, int limit)
    {
        var depth = 0;
        for (var i = start; i < limit; i++)
        {
            depth += text[i] is '{' or '[' ? 1 : text[i] is '}' or ']' ? -1 : 0;
            if (depth == 0)
            {
                return i + 1;
            }
        }

        return limit;
    }

    private static bool SpellsSchema(string text, int start, int end)
    {
        var body = text.Substring(start, Math.Min(end - start, 4000));
        return body.Contains("\"$schema\"") || (body.Contains("\"type\"") && body.Contains("\"properties\"") && (body.Contains("\"object\"") || body.Contains("\"array\"")));
    }

    /// <summary>The sentence before the literal asks for a reply of this shape, or labels it ("Output:").</summary>
    private static bool IsIntroduced(PromptWords words, int last, int position)
    {
        if (last < 0 || position - words.Words[last].End > MaxDistance)
        {
            return false;
        }

        // A fence's language is not part of the sentence.
        var isFence = words.Words[last] is { Text: "json", Start: var fence } && fence > 0 && words.Source[fence - 1] == '`';
        if (isFence && --last < 0)
        {
            return false;
        }

        if (IsIntroducedBy(words, last, position))
        {
            return true;
        }

        // "Answer in this format:" and then "Result:" on the line of the literal.
        var line = words.SentenceOf(last);
        return line.First > 0 && last - line.First < 2 && EndsInColon(words, line.First - 1, line.Start) && EndsInColon(words, last, position)
            && !InputWords.Contains(words.Words[last].Text) && IsIntroducedBy(words, line.First - 1, line.Start);
    }

    private static bool EndsInColon(PromptWords words, int word, int position) => words.Source.IndexOf(':', words.Words[word].End, Math.Max(0, position - words.Words[word].End)) >= 0;

    private static bool IsIntroducedBy(PromptWords words, int last, int position)
    {
        var first = words.SentenceOf(last).First;
        var hasShape = false;
        var hasInput = false;
        for (var i = last; i >= first; i--)
        {
            var word = words.Words[i].Text;
            hasShape |= ShapeWords.Contains(word);
            if (IsReplyVerb(words, i, word, out var form) || (hasShape && ShapeVerbs.TryGetForm(word, out form)))
            {
                if (words.IsDirected(i, form))
                {
                    return !words.IsNegated(i) && (hasShape || !hasInput) && (hasShape || last - i < 4);
                }
            }

            if (JsonRequest.ReplyNouns.Contains(word) && hasShape && !hasInput && i > first && (words.Words[i - 1].Text is "your" or "expected" or "desired" or "required" || IsModal(words, i, last)))
            {
                return true;
            }

            hasInput |= InputWords.Contains(word);
        }

        return !hasInput && IsLabel(words, first, last, position);
    }

    private static bool IsModal(PromptWords words, int noun, int last) =>
        noun < last && words.Words[noun + 1].Text is "must" or "should" or "shall" or "format" or "has" && !JsonRequest.OtherSources.Contains(words.At(noun - 1, noun));

    private static bool IsReplyVerb(PromptWords words, int i, string word, out VerbForm form) => JsonRequest.ReplyVerbs.TryGetForm(word, out form)
        && words.At(i - 1, i) is not ("your" or "the" or "expected" or "example" or "api" or "desired");

    /// <summary>"Output:", "Expected response format:", "JSON schema:" in front of the literal, all in a few words.</summary>
    private static bool IsLabel(PromptWords words, int first, int last, int position)
    {
        var colon = words.Source.IndexOf(':', words.Words[last].End, position - words.Words[last].End);
        if (colon < 0 && !words.SentenceOf(last).IsBullet)
        {
            return false;
        }

        var labelled = false;
        var from = last;
        while (from > first && (words.Words[from].Before & (WordGap.Colon | WordGap.Brace)) == 0)
        {
            from--;
        }

        for (var i = from; i <= last; i++)
        {
            var word = words.Words[i].Text;
            labelled |= LabelWords.Contains(word);
            if (JsonRequest.OtherSources.Contains(word) || word is "draft" or "customer" or "database" or "table" or "order")
            {
                return false;
            }
        }

        return labelled && last - from < 5;
    }
}
