namespace LlmAnalyzers.Prompts;

/// <summary>Recognises decisions ("determine whether …", "decide which agent …") and questions that have one right answer.</summary>
internal static class DecisionWording
{
    private static readonly WordSet Classes = new("sentiment category categories intent intents topic topics language emotion emotions toxicity spam class label labels polarity stance urgency priority department");

    private static readonly WordSet Targets = new("agent department queue team tool handler speaker participant workflow skill plugin expert specialist");

    /// <summary>"Determine which rules are applicable": what makes "which …" a choice from a given set.</summary>
    private static readonly WordSet Fits = new("applicable apply applies relevant match matches fit fits belong belongs correspond corresponds best");

    /// <summary>"Does the text contain …?".</summary>
    private static readonly WordSet Checkable = new("contain contains meet meets mention mentions match matches violate violates satisfy satisfies comply imply implies refer describe express include belong answer support contradict require");

    /// <summary>What a model is given to judge; "this" and "the following" come before one.</summary>
    private static readonly WordSet Judged = new("text message answer response statement claim email comment review document sentence question query content input image photo picture post ticket request description output code " + PromptWords.Hole);

    /// <summary>"Determine how relevant …".</summary>
    private static readonly WordSet Degrees = new("relevant similar likely probable accurate positive negative severe urgent risky toxic confident closely well");

    /// <summary>"Evaluate the correctness of the answer".</summary>
    private static readonly WordSet Qualities = new("quality correctness relevance accuracy groundedness faithfulness coherence completeness fluency similarity helpfulness");

    public static (DeterministicTaskKind Kind, int End)? Decision(PromptWords words, int i)
    {
        var verb = words.Words[i].Text;
        for (var k = i + 1; k < i + 10 && words.At(k, i).Length > 0; k++)
        {
            var word = words.At(k, i);
            if ((words.Words[k].Before & (WordGap.Clause | WordGap.Colon | WordGap.Brace | WordGap.Comma)) != 0 || word == "only")
            {
                return null;
            }

            if (word == "how" && Degrees.Contains(words.At(k + 1, i)) && k == i + 1 && verb is "determine" or "evaluate" or "assess" or "judge" or "estimate")
            {
                return (DeterministicTaskKind.Scoring, k + 2);
            }

            if (word is "if" or "whether")
            {
                var subject = words.At(k + 1, i);
                if (verb is "check" && (words.At(k + 2, i) is "context" || words.At(k + 3, i) is "context"))
                {
                    return null; // A step on the way to an answer.
                }

                var isDoubt = k == i + 1 || (verb is "tell" && k == i + 2 && words.At(i + 1, i) == "me");
                return isDoubt && subject is not ("you" or "there" or "needed" or "necessary" or "possible" or "your" or "they") && verb is not ("give" or "find" or "return" or "select" or "choose" or "pick" or "assign")
                    && (word == "whether" || verb is not "tell") && HasSubject(subject) ? (DeterministicTaskKind.Validation, k + 3) : null;
            }

            if (word == "which" && Fitting(words, k, i) is { } fitting && verb is "determine" or "decide" or "identify" or "select" or "choose" or "pick")
            {
                return (DeterministicTaskKind.Classification, fitting);
            }

            if (Qualities.Contains(word) && verb is "evaluate" or "assess" or "judge" or "determine" && words.At(k + 1, i) is "of" or "and" && JudgedWithin(words, k + 2, i) is { } judged)
            {
                return (DeterministicTaskKind.Scoring, judged);
            }

            if (word is "which" or "next" or "right" or "best" or "appropriate" or "correct" or "suitable" or "relevant" && (Targets.Contains(words.At(k + 1, i)) || Targets.Contains(words.At(k + 2, i))) && word is not "relevant")
            {
                return (DeterministicTaskKind.Routing, k + 1);
            }

            if (Classes.Contains(word) && verb is not ("tell" or "check" or "verify" or "give" or "find") && words.At(k - 1, i) is not ("your" or "in" or "for" or "about") && words.At(k + 1, i) is not ("and" or "names" or "page" or "model"))
            {
                return (DeterministicTaskKind.Classification, k);
            }

            if (verb is "validate" && DeterministicTask.ObjectStarts.Contains(word) && k == i + 1)
            {
                return (DeterministicTaskKind.Validation, k + 1);
            }

            if (verb is "identify" or "find" or "detect" && k <= i + 4 && word is "entities" or "entity" or "pii" or "names" or "dates" or "keywords" or "addresses" or "amounts" && words.At(k - 1, i) is not ("suitable" or "creative"))
            {
                return (DeterministicTaskKind.Extraction, k);
            }

            if (word is "of" or "for" or "from" or "that" or "to" && verb is not "analyze" and not "analyse")
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Index of "apply" in "which of the rules apply"; null when the set is not one to choose from.</summary>
    private static int? Fitting(PromptWords words, int which, int near)
    {
        for (var k = which + 1; k < which + 7; k++)
        {
            if (Fits.Contains(words.At(k, near)) && k > which + 1)
            {
                return k;
            }
        }

        return null;
    }

    private static int? JudgedWithin(PromptWords words, int from, int near)
    {
        for (var k = from; k < from + 5; k++)
        {
            if (words.At(k, near) is "response" or "responses" or "answer" or "answers" or "reply" or "summary" or "translation")
            {
                return k;
            }
        }

        return null;
    }

    private static bool HasSubject(string word) => word is "the" or "this" or "these" or "it" or "a" or "an" or "following" or "given" or "each" or "any" or PromptWords.Hole or "two" or "both" or "he" or "she" or "its" or "text" or "message";

    /// <summary>"What is the sentiment of …?", "Is the following review positive or negative?".</summary>
    public static (DeterministicTaskKind Kind, int End)? Question(PromptWords words, int i)
    {
        for (var k = i + 1; k < i + 5; k++)
        {
            if (words.Words[i].Text != "is" && words.At(k, i) is "sentiment" or "category" or "intent" && words.At(k + 1, i) is "of" or "does" or "best" or "expressed" or "behind")
            {
                return (DeterministicTaskKind.Classification, k);
            }
        }

        if (words.Words[i].Text == "which")
        {
            var handles = words.At(i + 2, i) is "should" or "can" or "will" or "best" or "must" || (words.At(i + 2, i) is "is" && words.At(i + 3, i) is "best" or "responsible" or "right" or "suited" or "next");
            return Targets.Contains(words.At(i + 1, i)) && handles ? (DeterministicTaskKind.Routing, i + 3) : null;
        }

        if (words.Words[i].Text is "does" or "do")
        {
            var noun = words.At(i + 1, i) is "the" or "this" or "these" && words.At(i + 2, i) is "following" or "given" or "provided" or "above" ? i + 3 : i + 2;
            noun = words.At(i + 1, i) == PromptWords.Hole ? i + 1 : words.At(noun, i) == "user" ? noun + 1 : noun;
            return Judged.Contains(words.At(noun, i)) && Checkable.Contains(words.At(noun + 1, i)) ? (DeterministicTaskKind.Validation, noun + 1) : null;
        }

        for (var k = i + 2; k < i + 16; k++)
        {
            if (words.Words[i].Text == "are" && words.At(i + 2, i) is "following" or "two" or "texts" or "sentences" or "answers" && words.At(k, i) is "similar" or "same" or "identical" or "equivalent" or "consistent")
            {
                return (DeterministicTaskKind.Validation, k);
            }

            if (words.Words[i].Text == "is" && words.At(k, i) is "positive" or "spam" or "toxic" && DeterministicTask.Reaches(words, k, "or") is var or && or >= 0 && or < k + 4)
            {
                return (DeterministicTaskKind.Classification, or + 1);
            }
        }

        return null;
    }
}
