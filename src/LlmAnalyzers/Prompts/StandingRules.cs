using LlmAnalyzers.Calls;

namespace LlmAnalyzers.Prompts;

/// <summary>Tells rules that hold for every input ("Always answer in French.") from the task with its own rules for this one input.</summary>
internal static class StandingRules
{
    public static readonly WordSet RuleHeadings = new("rules guidelines constraints restrictions regeln règles reglas regras правила");

    private static readonly WordSet RuleOpeners = new(
        "always never avoid ensure remember speak keep stay don't only adhere maintain refuse immer niemals toujours jamais siempre nunca sempre всегда никогда do be use make answer respond reply follow prefer write cite ask base");

    /// <summary>Signs that a sentence is about this one input.</summary>
    private static readonly WordSet InputPointers = new("following below attached above here's folgende folgenden suivant suivante siguiente seguinte следующий следующий");

    /// <summary>Rules that hold for every input, without a role: a "Rules" heading, "Always …", "Never …", or several rules in a row.</summary>
    public static bool StartAt(PromptWords words, int head)
    {
        var sentence = words.Sentences[head];
        sentence = AfterPlease(words, sentence);
        var first = words.Words[sentence.First].Text;
        if (RuleHeadings.Contains(words.Words[sentence.Last - 1].Text) && sentence.Last - sentence.First < 4)
        {
            return head + 2 < words.Sentences.Length && words.Sentences[head + 1].IsBullet && words.Sentences[head + 2].IsBullet;
        }

        var isUniversal = first is "always" or "never" or "immer" or "niemals" or "toujours" or "siempre" or "nunca" or "sempre" or "всегда" or "никогда"
            || (first is "you" && words.At(sentence.First + 1, sentence.First) is "always" or "never")
            || (first is "you" && words.At(sentence.First + 1, sentence.First) is "must" or "should" && words.At(sentence.First + 2, sentence.First) is "always" or "never");
        isUniversal &= words.At(sentence.First + 1, sentence.First) is not ("mind" or "on");
        return (isUniversal && IsMovable(words, sentence)) || (IsRule(words, sentence) && head + 1 < words.Sentences.Length && IsRule(words, words.Sentences[head + 1]));
    }

    public static bool IsRule(PromptWords words, PromptSentence sentence)
    {
        sentence = AfterPlease(words, sentence);
        var first = words.Words[sentence.First].Text;
        var second = words.At(sentence.First + 1, sentence.First);
        var opens = first switch
        {
            "do" => second == "not",
            "never" => second is not "mind",
            "be" => second is not ("" or "the"),
            "make" => second == "sure",
            "use" when second is "a" => true,
            "use" or "answer" or "respond" or "reply" or "write" or "follow" => second is "only" or "in" or "formal" or "simple" or "plain" or "short" or "at" or "with" or "concisely" or "briefly" or "british" or "american" or "markdown" or "these" or "bullet" || Directives.IsAdverb(second),
            "ask" => second is "clarifying" or "for",
            "base" => second is "your",
            "if" => second is "you" or "the" or "asked" or "unsure" or "someone" or "a" && !HasInput(words, sentence),
            "when" => second is "you" or "the" or "asked" or "answering" or "responding",
            "your" => second is "answers" or "responses" or "replies" or "tone" or "output" or "answer" or "response",
            _ => RuleOpeners.Contains(first),
        };

        return opens && IsMovable(words, sentence);
    }

    /// <summary>Says nothing of this one input: no hole, no "following", no question.</summary>
    public static bool IsMovable(PromptWords words, PromptSentence sentence)
    {
        if (HasInput(words, sentence) || words.Source.IndexOf('?', sentence.Start, sentence.End - sentence.Start) >= 0)
        {
            return false;
        }

        for (var i = sentence.First; i < sentence.Last; i++)
        {
            var word = words.Words[i].Text;
            if (InputPointers.Contains(word) || (word is "this" or "these" && words.At(i + 1, i) is "text" or "message" or "email" or "ticket" or "review" or "document" or "question" or "input" or "code" or "image" or "article" or "list" or "json"))
            {
                return false;
            }
        }

        return true;
    }

    private static PromptSentence AfterPlease(PromptWords words, PromptSentence sentence) =>
        words.Words[sentence.First].Text == "please" && sentence.Last - sentence.First > 1 ? sentence with { First = sentence.First + 1 } : sentence;

    private static bool HasInput(PromptWords words, PromptSentence sentence) => words.Source.IndexOf(PromptText.HoleMark, sentence.Start, sentence.End - sentence.Start) >= 0;
}
