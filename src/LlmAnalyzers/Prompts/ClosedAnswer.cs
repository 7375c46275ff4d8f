namespace LlmAnalyzers.Prompts;

/// <summary>Recognises prompts that leave the model a closed set of answers: "only the number", "yes or no", "one of the following".</summary>
internal static class ClosedAnswer
{
    /// <summary>Words between the reply verb and the closed thing.</summary>
    private const int Reach = 10;

    /// <summary>Things that are the same for the same input; a summary, a translation or code is not among them.</summary>
    private static readonly WordSet ClosedThings = new(
        "number digit integer score rating label category class classification tag letter boolean id percentage index option intent sentiment word token float decimal numeral enum identifier guid agent department date year amount severity priority "
        + "zahl kategorie ziffer nombre número категорию число словом слово числом цифрой wort mot palabra");

    private static readonly WordSet Fillers = new(
        "only strictly always exactly just solely exclusively simply with the a an one single by using in your me my back as either literal word words string value values numeric numerical answer response output result final of following these name exact corresponding "
        + "matching most appropriate best relevant chosen selected integer valid correct selected predicted detected category's nur mit uniquement par solo con apenas com только строго одним одно einem un una eine and nothing but");

    private static readonly VerbSet ChoosingVerbs = new("choose select pick use assign");

    private static readonly WordSet ChoiceSets = new("category categories label labels class classes option options value values word words intent intents string strings answer answers sentiment sentiments tag tags type types status keyword keywords response responses");

    public static TextMatch? Find(PromptWords words)
    {
        for (var i = 0; i < words.Words.Length; i++)
        {
            if (JsonRequest.ReplyVerbs.TryGetForm(words.Words[i].Text, out var form) && words.IsDirected(i, form) && !words.IsNegated(i) && AfterReply(words, i) is { } end)
            {
                return words.Match(i, end);
            }

            if (words.Words[i].Text == "one" && OneOf(words, i) is { } choice)
            {
                return words.Match(choice.Start, choice.End);
            }

            if ((LabelChoice.EndAt(words, i) ?? AnswerIs(words, i)) is { } last)
            {
                return words.Match(i, last);
            }
        }

        return null;
    }

    /// <summary>"Return only valid JSON": closed for classification and the like, a mere form for creative work; the caller knows which.</summary>
    public static TextMatch? FindOnlyJson(PromptWords words)
    {
        for (var i = 0; i < words.Words.Length; i++)
        {
            if (words.Words[i].Text != "json")
            {
                continue;
            }

            var only = words.At(i + 1, i) == "only";
            for (var k = i - 1; k > i - 6 && words.At(k, i).Length > 0; k--)
            {
                only |= words.Words[k].Text is "only" or "nur" or "uniquement" or "solo" or "sólo" or "apenas" or "только" or "exclusively";
                if (only && JsonRequest.ReplyVerbs.TryGetForm(words.Words[k].Text, out var form) && words.IsDirected(k, form) && !words.IsNegated(k))
                {
                    return words.Match(k, i);
                }

                if (words.At(k - 1, i) is "only" && JsonRequest.ReplyVerbs.Contains(words.Words[k].Text) && words.IsDirected(k, VerbForm.Base) && !words.IsNegated(k))
                {
                    return words.Match(k - 1, i);
                }
            }
        }

        return null;
    }

    /// <summary>Index of the last word of a closed answer asked for by the reply verb at <paramref name="verb"/>.</summary>
    private static int? AfterReply(PromptWords words, int verb)
    {
        var only = words.At(verb - 1, verb) is "only" or "just" or "nur";
        for (var k = verb + 1; k <= verb + Reach; k++)
        {
            var word = words.At(k, verb);
            if (word.Length == 0 || (words.Words[k].Before & WordGap.Brace) != 0)
            {
                return null;
            }

            if ((Alternatives(words, k, verb) ?? LabelChoice.PairAt(words, k, verb)) is { } pair)
            {
                return pair;
            }

            only |= word is "only" or "just" or "exactly" or "single" or "solely" or "strictly" or "exclusively" or "nur" or "uniquement" or "solo" or "apenas" or "только" or "nothing" or "одним" or "einem" || (word == "one" && words.At(k + 1, verb) is "word" or "letter" or "number" or "label" or "digit" or "character");
            if (only && ClosedThings.Contains(word) && words.At(k + 1, verb) is var after && !(word is "word" or "number" or "id" && after is "of" && words.At(k + 2, verb) is "mouth") && (word is not "one") && after is not ("summary" or "or" or "problems"))
            {
                return ChoiceSets.Contains(after) || after is "levels" or "level" or "name" ? k + 1 : k;
            }

            var isName = word is not ("the" or "a" or "your") && words.At(k + 1, verb) is "name" or "id" or "label" or "number" && words.At(k + 2, verb) == "only";
            if (isName && (words.Words[k + 1].Before & WordGap.Comma) == 0)
            {
                return k + 2;
            }

            var behind = words.At(k + 1, verb) is "name" or "id" or "label" ? k + 2 : k + 1;
            if (ClosedThings.Contains(word) && words.At(behind, verb) == "only")
            {
                return behind;
            }

            if (!Fillers.Contains(word) && !ClosedThings.Contains(word))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>"yes or no", "true/false", "'hate' or 'safe'", "true if … otherwise false" at <paramref name="k"/>.</summary>
    private static int? Alternatives(PromptWords words, int k, int verb)
    {
        var word = words.Words[k].Text;
        var next = words.At(k + 1, verb);
        var hasSlash = k + 1 < words.Words.Length && (words.Words[k + 1].Before & (WordGap.Slash | WordGap.Comma)) != 0;
        var other = next is "or" or "oder" or "ou" or "o" or "или" ? k + 2 : hasSlash ? k + 1 : -1;
        if (word is "yes" or "true" or "ja" or "oui" or "sí" or "si" or "sim" or "да" or "no" or "false" or "1" or "0" or "valid" or "pass" or "spam" or "safe")
        {
            if (other > 0 && words.At(other, verb) is "no" or "false" or "nein" or "non" or "não" or "нет" or "yes" or "true" or "0" or "1" or "invalid" or "fail" or "ham" or "unsafe" or "not")
            {
                return other;
            }

            return word is "yes" or "true" && next is "if" or "when" ? k + 1 : null;
        }

        // Two quoted words joined by "or": a closed pair, whatever they say.
        if (next == "or" && IsQuoted(words, k) && k + 2 < words.Words.Length && IsQuoted(words, k + 2) && words.At(k + 2, verb).Length > 0)
        {
            return k + 2;
        }

        return null;
    }

    private static bool IsQuoted(PromptWords words, int k)
    {
        var start = words.Words[k].Start;
        var end = words.Words[k].End;
        return start > 0 && end < words.Source.Length && words.Source[start - 1] is '\'' or '"' or '`' or '“' or '‘' && words.Source[end] is '\'' or '"' or '`' or '”' or '’';
    }

    /// <summary>"The answer is a single number.", "Your response must be a single word": the form of the reply is told, not asked for.</summary>
    private static int? AnswerIs(PromptWords words, int i)
    {
        if (words.Words[i].Text is not ("answer" or "response" or "output" or "reply" or "result") || words.At(i - 1, i) is not ("" or "the" or "your") || words.At(i - 2, i).Length > 0)
        {
            return null;
        }

        var k = i + 1;
        while (words.At(k, i) is "must" or "should" or "will" or "has" or "to" or "be" or "is" or "always" or "only" or "exactly" or "a" or "an" or "one" or "single" or "just" or "valid" or "strictly")
        {
            k++;
        }

        var exact = words.At(k - 1, i) is "single" or "one" or "only" or "exactly" or "just";
        var closed = words.At(k, i) is "integer" or "boolean" or "digit" || (exact && ClosedThings.Contains(words.At(k, i)));
        return k > i + 2 && closed && words.At(k + 1, i) is not ("of" or "that" or "with" or "and") && !words.IsSample(i) ? k : null;
    }

    /// <summary>"exactly one of: a, b, c", "choose one of the following categories".</summary>
    private static (int Start, int End)? OneOf(PromptWords words, int one)
    {
        if (words.At(one + 1, one) != "of" || words.IsSample(one) || words.IsNegated(one))
        {
            return null;
        }

        var last = one + 1;
        var lists = (words.Words.Length > one + 2 && (words.Words[one + 2].Before & WordGap.Colon) != 0) || words.At(one + 2, one) is "these" or "the" or "following";
        while (last < one + 6 && words.At(last + 1, one) is "the" or "these" or "following" or "exact" or "given" or "predefined" or "allowed" or "available" or "listed" or "possible")
        {
            last++;
        }

        var noun = words.At(last + 1, one);
        var names = ChoiceSets.Contains(noun);
        var colon = last + 1 < words.Words.Length && (words.Words[last + 1].Before & WordGap.Colon) != 0;
        if (!lists || !(names || colon))
        {
            return null;
        }

        var first = words.SentenceOf(one).First;
        for (var k = one - 1; k >= first && one - k < 10; k--)
        {
            var word = words.Words[k].Text;
            var chooses = (ChoosingVerbs.TryGetForm(word, out var form) || (JsonRequest.ReplyVerbs.TryGetForm(word, out form) && word is not ("write" or "create" or "generate" or "produce"))) && words.IsDirected(k, form) && !words.IsNegated(k);
            if (chooses || (word is "must" or "should" && words.At(k + 1, one) == "be"))
            {
                return (k, names ? last + 1 : System.Math.Min(last + 3, words.SentenceOf(one).Last - 1));
            }

            if (word is "about" or "write" or "story" or "for" or "on" or "contains")
            {
                return null;
            }
        }

        return null;
    }
}
