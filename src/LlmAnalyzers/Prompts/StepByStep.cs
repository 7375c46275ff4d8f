namespace LlmAnalyzers.Prompts;

/// <summary>Recognises requests to reason in writing: "think step by step", "let's work this out step by step".</summary>
internal static class StepByStep
{
    public static TextMatch? Find(string text)
    {
        var words = PromptWords.Read(text);
        for (var i = 0; i < words.Words.Length; i++)
        {
            var verb = Thinks(words, i);
            if (verb >= 0 && !words.IsSample(i) && !words.IsNegated(verb))
            {
                return words.Match(verb, EndOf(words, i));
            }
        }

        return FindChinese(words);
    }

    /// <summary>Index of the thinking verb whose manner is told at <paramref name="i"/>; -1 for none.</summary>
    private static int Thinks(PromptWords words, int i)
    {
        var manner = words.Words[i].Text switch
        {
            "step" => words.At(i + 1, i) == "by" && words.At(i + 2, i) == "step",
            "schritt" => words.At(i + 1, i) is "für" && words.At(i + 2, i) == "schritt",
            "étape" => words.At(i + 1, i) == "par",
            "paso" => words.At(i + 1, i) is "a" or "por",
            "passo" => words.At(i + 1, i) is "a" or "por",
            "шаг" => words.At(i + 1, i) == "за",
            "пошагово" => true,
            "chain" => words.At(i + 1, i) == "of" && words.At(i + 2, i) == "thought",
            "deep" => words.At(i + 1, i) == "breath",
            "aloud" or "loud" => true,
            _ => false,
        };

        if (!manner)
        {
            return -1;
        }

        var first = words.SentenceOf(i).First;
        for (var k = i - 1; k >= first && i - k < 12; k--)
        {
            if (words.Words[k].Text is "think" or "reason" or "reasoning" or "thinking" or "work" or "denke" or "denk" or "réfléchis" or "raisonne" or "piensa" or "razona" or "pense" or "думай" or "подумай" or "рассуждай"
                || (words.Words[i].Text == "step" && words.Words[k].Text is "solve" or "analyze" or "analyse" or "proceed" or "let's" or "go" && !ExplainsTo(words, first, k))
                || (words.Words[i].Text == "chain" && words.Words[k].Text is "use" or "apply" or "show" or "with")
                || (words.Words[i].Text == "deep" && words.Words[k].Text == "take"))
            {
                return k;
            }
        }

        return -1;
    }

    /// <summary>"Explain step by step how to go …" asks for a form of the answer, not for reasoning.</summary>
    private static bool ExplainsTo(PromptWords words, int first, int verb)
    {
        for (var k = first; k < verb; k++)
        {
            if (words.Words[k].Text is "explain" or "describe" or "guide" or "instructions" or "tutorial" or "recipe" or "write")
            {
                return true;
            }
        }

        return false;
    }

    private static int EndOf(PromptWords words, int i) => words.At(i + 2, i).Length > 0 && words.Words[i].Text is "step" or "schritt" or "étape" or "paso" or "passo" or "шаг" or "chain" ? i + 2 : i;

    private static TextMatch? FindChinese(PromptWords words)
    {
        foreach (var phrase in new[] { "一步一步", "一步步", "逐步思考", "ステップバイステップ" })
        {
            var at = words.Source.IndexOf(phrase, System.StringComparison.Ordinal);
            if (at >= 0)
            {
                return TextMatch.Of(words.Source, at, at + phrase.Length);
            }
        }

        return null;
    }
}
