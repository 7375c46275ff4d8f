namespace LlmAnalyzers.Prompts;

/// <summary>Recognises a choice between labels by how they are written: "SAME or DIFFERENT", "Keep or Discard".</summary>
internal static class LabelChoice
{
    private static readonly VerbSet DecidingVerbs = new("decide choose pick select answer reply respond return output classify label mark vote", "odpowiedz antworte réponds responde rispondi ответь");

    /// <summary>Capitals that name a form or a language, not an answer.</summary>
    private static readonly WordSet Forms = new(
        "json xml html css yaml csv tsv markdown sql tsql kql js ts php bash latex ascii svg png jpg gif pdf docx xlsx rest graphql usa uk eu am pm text utf utc iso api url uri ai llm en fr de es it pt ru ja zh eur usd gbp c# java javascript typescript python english french german spanish italian portuguese dutch russian chinese japanese korean polish i a");

    private static readonly WordSet Links = new("only just exactly either with between simply strictly");

    /// <summary>"Decide Keep or Discard": index of the last label behind the verb at <paramref name="verb"/>.</summary>
    public static int? EndAt(PromptWords words, int verb)
    {
        if (!DeterministicTask.Is(DecidingVerbs, words, verb) || IsCapitals(words, verb))
        {
            return null;
        }

        var k = verb + 1;
        while (Links.Contains(words.At(k, verb)))
        {
            k++;
        }

        return words.At(k, verb).Length > 0 && (words.Words[k].Before & WordGap.Brace) == 0 && IsLabel(words, k) ? LastLabel(words, k, verb) : null;
    }

    /// <summary>"… ALLOW or BLOCK" at <paramref name="k"/>, in capitals; not "in EN or FR".</summary>
    public static int? PairAt(PromptWords words, int k, int near) =>
        IsCapitals(words, k) && !IsCapitals(words, near) && words.At(k - 1, near) is not ("in" or "as" or "to" or "into" or "from") ? LastLabel(words, k, near) : null;

    /// <summary>The end of "A or B" or "A, B or C".</summary>
    private static int? LastLabel(PromptWords words, int first, int near)
    {
        for (var k = first; k < first + 16; k++)
        {
            var next = words.At(k + 1, near);
            if (next is "or" or "oder" or "ou" or "o" or "или" or "lub" or "nebo")
            {
                return words.At(k + 2, near).Length > 0 && IsLabel(words, k + 2) && IsCapitals(words, k + 2) == IsCapitals(words, first) ? k + 2 : null;
            }

            if (next.Length == 0 || (words.Words[k + 1].Before & (WordGap.Comma | WordGap.Slash)) == 0 || !IsLabel(words, k + 1))
            {
                return null;
            }
        }

        return null;
    }

    private static bool IsLabel(PromptWords words, int k) =>
        words.Words[k] is var word && word.End - word.Start > 1 && char.IsUpper(words.Source[word.Start]) && !Forms.Contains(word.Text);

    /// <summary>Of a label among small letters; a verb in capitals makes the whole sentence loud.</summary>
    private static bool IsCapitals(PromptWords words, int k)
    {
        if (!IsLabel(words, k))
        {
            return false;
        }

        for (var i = words.Words[k].Start; i < words.Words[k].End; i++)
        {
            if (char.IsLower(words.Source[i]))
            {
                return false;
            }
        }

        return true;
    }
}
