using System;
using LlmAnalyzers.Calls;

namespace LlmAnalyzers.Prompts;

/// <summary>A role or standing rules at the head of a message: what belongs in a system message.</summary>
/// <param name="IsRole">The head says who the model is; false when it holds standing rules alone.</param>
/// <param name="Match">The first words of the statement.</param>
/// <param name="MovableLength">
/// Characters from the start of the text that can move to a system message: the role and the standing rules behind it, without the task and its input.
/// Ends at a sentence or line, holds no hole, leaves something behind. 0 when nothing can be cut off cleanly.
/// </param>
internal sealed record RoleStatement(bool IsRole, TextMatch Match, int MovableLength)
{
    /// <summary>A role behind more labels and greetings than this is no head.</summary>
    private const int MaxLeadIn = 3;

    private const int MaxMovableSentences = 60;

    private static readonly WordSet Greetings = new("hi hello hey hallo hola bonjour olá привет chatgpt gpt claude there ai dear");

    private static readonly WordSet Labels = new("role system prompt instructions instruction identity persona rules guidelines context message your the rolle rol personality overview background");

    private static readonly WordSet RuleHeadings = new("rules guidelines constraints restrictions regeln règles reglas regras правила");

    private static readonly WordSet Articles = new("a an the one my our");

    private static readonly WordSet ForeignArticles = new("ein eine der die das un une l'assistant le la el una uno um uma o een de il");

    /// <summary>Behind "You are the" these speak to a person or of a situation.</summary>
    private static readonly WordSet NotRoles = new("best only first winner same following bit few little case result victim right reason");

    /// <summary>"As a …" with these is a turn of phrase.</summary>
    private static readonly WordSet TurnsOfPhrase = new(
        "result reminder rule consequence example first second next last follow followup bonus side matter final whole general alternative user note start customer precaution summary starting basis baseline response reply json list table string number single");

    private static readonly WordSet RuleOpeners = new(
        "always never avoid ensure remember speak keep stay don't only adhere maintain refuse immer niemals toujours jamais siempre nunca sempre всегда никогда do be use make answer respond reply follow prefer write cite ask base");

    /// <summary>Signs that a sentence is about this one input.</summary>
    private static readonly WordSet InputPointers = new("following below attached above here's folgende folgenden suivant suivante siguiente seguinte следующий следующий");

    public static RoleStatement? Find(string text)
    {
        var words = PromptWords.Read(text);
        var head = Head(words);
        if (head < 0)
        {
            return null;
        }

        var sentence = words.Sentences[head];
        var isRole = SaysRole(words, sentence);
        if (!isRole && !StartsStandingRules(words, head))
        {
            return null;
        }

        return new RoleStatement(isRole, words.Match(sentence.First, Math.Min(sentence.First + 12, sentence.Last) - 1), Movable(words, head, isRole));
    }

    /// <summary>The first sentence that is neither a greeting nor a label such as "# Role"; -1 for none.</summary>
    private static int Head(PromptWords words)
    {
        for (var i = 0; i < words.Sentences.Length && i <= MaxLeadIn; i++)
        {
            var sentence = words.Sentences[i];
            var isLabel = sentence.Last - sentence.First < 4;
            for (var k = sentence.First; k < sentence.Last; k++)
            {
                isLabel &= Greetings.Contains(words.Words[k].Text) || (Labels.Contains(words.Words[k].Text) && !RuleHeadings.Contains(words.Words[k].Text));
            }

            if (!isLabel)
            {
                return i;
            }
        }

        return -1;
    }

    private static bool SaysRole(PromptWords words, PromptSentence sentence)
    {
        var i = sentence.First;
        if (sentence.Last - i > 2 && Labels.Contains(words.Words[i].Text) && (words.Words[i + 1].Before & WordGap.Colon) != 0)
        {
            if (words.Words[i].Text is "role" or "persona" or "rolle" or "rol" && words.Words[i + 1].Text is not ("user" or "system" or "assistant"))
            {
                return true;
            }

            i++;
        }

        while (i < sentence.Last && (Greetings.Contains(words.Words[i].Text) || words.Words[i].Text is "please" or "from" or "now" or "on" or "bitte" or "for" or "this" or "conversation" or "task" or "chat"))
        {
            i++;
        }

        string At(int offset) => words.At(i + offset, sentence.First);
        switch (At(0))
        {
            case "you" when At(1) is "are" or "will" or "act" or "play" or "serve" or "work" or "should" or "must":
                return IsYouAre(words, sentence, i);
            case "you're":
                return IsIdentity(words, i + 1, sentence);
            case "act" or "behave" or "serve" or "respond" or "answer" or "work" or "function" or "roleplay" or "speak":
                return At(1) is "as" or "like" && (Articles.Contains(At(2)) && !NotRoles.Contains(At(3)) && !TurnsOfPhrase.Contains(At(3)) || At(2) is "if" && At(3) is "you" && At(4) is "are" or "were" || IsName(words, i + 2, sentence));
            case "pretend" or "imagine" or "assume":
                return At(1) is "you" or "you're" or "that" or "to" or "the" && (At(1) is "you" && At(2) is "are" or "to" || At(1) is "you're" || At(1) is "that" && At(2) is "you" or "you're" || At(1) is "to" && At(2) is "be" || At(1) is "the" && At(2) is "role" or "persona");
            case "take" or "play" or "adopt":
                return At(1) is "on" or "the" && (At(2) is "the" or "role" or "persona" && At(3) is "role" or "persona" or "of");
            case "i" or "i'd":
                return Wants(words, sentence, i);
            case "your":
                return (At(1) is "role" or "persona" or "identity" && At(2) is "is") || (At(1) is "name" && At(2) is "is");
            case "as":
                return Articles.Contains(At(1)) && IsAsRole(words, sentence, i);
            case "du" or "tu" or "je" or "jij" or "eres" or "sei" or "você" or "voce" or "usted" or "vous" or "sie" or "actúa" or "actua" or "agis" or "agissez" or "aja" or "atue" or "agiere" or "handle" or "verhalte" or "comportati" or "u":
                return IsForeign(words, sentence, i);
            case "ты" or "вы":
                return IsRussian(words, i, sentence);
            case "действуй" or "веди":
                return true;
        }

        return IsChinese(words, sentence);
    }

    private static bool IsYouAre(PromptWords words, PromptSentence sentence, int i)
    {
        string At(int offset) => words.At(i + offset, sentence.First);
        var verb = At(1) is "will" or "should" or "must" ? 2 : 1;
        while (At(verb) is "now" or "also" or "going" or "to" or "be" || (verb == 2 && At(verb) is "always"))
        {
            if (At(verb) == "be")
            {
                return IsIdentity(words, i + verb + 1, sentence);
            }

            verb++;
        }

        return At(verb) is "are" ? IsIdentity(words, i + verb + 1, sentence)
            : At(verb) is "act" or "serve" or "work" or "function" ? At(verb + 1) is "as" && Articles.Contains(At(verb + 2))
            : At(verb) is "play" && At(verb + 1) is "the" && At(verb + 2) is "role" or "part";
    }

    /// <summary>"an experienced nurse", "HelpBot, …", "acting as", "now a pirate"; not "given a text" or "seeing an error".</summary>
    private static bool IsIdentity(PromptWords words, int i, PromptSentence sentence)
    {
        string At(int offset) => words.At(i + offset, sentence.First);
        while (At(0) is "now" or "also" or "not" or "just" or "only" or "acting" or "as" or "to" or "act")
        {
            i++;
        }

        return (Articles.Contains(At(0)) && !NotRoles.Contains(At(1)) && At(1).Length > 0) || At(0) is "expert" or "chatgpt" or "claude" || IsName(words, i, sentence)
            || At(0) == PromptWords.Hole;
    }

    private static bool IsName(PromptWords words, int i, PromptSentence sentence) => i < sentence.Last && words.Words[i].Text is not ("i" or "given" or "provided") && char.IsUpper(words.Source[words.Words[i].Start])
        && words.Words[i].Text is not ("not" or "now" or "in" or "on" or "the" or "required" or "responsible" or "tasked" or "asked" or "about") && !words.Words[i].Text.EndsWith("ing", StringComparison.Ordinal);

    private static bool Wants(PromptWords words, PromptSentence sentence, int i)
    {
        for (var k = i + 1; k < i + 7; k++)
        {
            if (words.At(k, sentence.First) == "you" && words.At(k + 1, sentence.First) == "to")
            {
                return words.At(k + 2, sentence.First) is "act" or "be" or "play" or "pretend" or "behave" or "roleplay" && words.At(k + 3, sentence.First) is "as" or "like" or "a" or "an" or "the" or "to";
            }
        }

        return false;
    }

    /// <summary>"As an expert nutritionist, analyse …"; not "As a user, I want …" or "As a result".</summary>
    private static bool IsAsRole(PromptWords words, PromptSentence sentence, int i)
    {
        for (var k = i + 2; k < i + 14 && k < sentence.Last; k++)
        {
            var word = words.Words[k].Text;
            if (TurnsOfPhrase.Contains(word) && k < i + 4)
            {
                return false;
            }

            if ((words.Words[k].Before & WordGap.Comma) != 0)
            {
                return word is not ("i" or "we" or "the" or "it" or "there" or "he" or "she" or "this" or "they" or "my" or "our" or "a");
            }
        }

        return false;
    }

    private static bool IsForeign(PromptWords words, PromptSentence sentence, int i)
    {
        string At(int offset) => words.At(i + offset, sentence.First);
        var first = At(0);
        var at = first switch
        {
            "eres" or "sei" or "je" when first != "je" => 1,
            "actúa" or "actua" or "agis" or "agissez" or "aja" or "atue" or "agiere" or "handle" or "comportati" => At(1) is "como" or "comme" or "als" or "come" or "en" ? 2 : -1,
            "verhalte" => At(2) is "wie" or "als" ? 3 : -1,
            _ => At(1) is "bist" or "es" or "êtes" or "sind" or "é" or "e" or "és" or "bent" or "sei" ? 2 : -1,
        };

        return at > 0 && (ForeignArticles.Contains(At(at)) || At(at).StartsWith("l'", StringComparison.Ordinal) || first is "actúa" or "actua" or "agis" or "agissez" or "aja" or "atue" or "agiere" or "verhalte" || At(at) is "experto" or "experte" or "expert" or "especialista");
    }

    /// <summary>"Ты — опытный врач", "Ты опытный …": a dash, or an adjective or noun of a role, not a verb.</summary>
    private static bool IsRussian(PromptWords words, int i, PromptSentence sentence)
    {
        var next = words.At(i + 1, sentence.First);
        return next.Length > 0 && ((words.Words[i + 1].Before & WordGap.Clause) != 0 || next is "эксперт" or "помощник" or "ассистент" or "бот" or "ии" or "специалист" or "модель"
            || next.EndsWith("ый", StringComparison.Ordinal) || next.EndsWith("ий", StringComparison.Ordinal) || next.EndsWith("ой", StringComparison.Ordinal));
    }

    private static bool IsChinese(PromptWords words, PromptSentence sentence)
    {
        for (var k = sentence.First; k + 1 < sentence.Last && k < sentence.First + 4; k++)
        {
            var word = words.Words[k].Text;
            if (word is "你" or "您")
            {
                var next = words.At(k + 1, k);
                next = next is "现" ? words.At(k + 3, k) : next;
                var after = words.At(words.At(k + 1, k) is "现" ? k + 4 : k + 2, k);
                return next is "是" && after is not ("" or "否" or "不" or "谁" or "什" or "怎");
            }

            if (word + words.Words[k + 1].Text is "扮演" or "作为" or "あな")
            {
                return words.Words[k].Text != "あ" || words.At(k + 3, k) == "は";
            }
        }

        return false;
    }

    /// <summary>Rules that hold for every input, without a role: a "Rules" heading, "Always …", "Never …", or several rules in a row.</summary>
    private static bool StartsStandingRules(PromptWords words, int head)
    {
        var sentence = words.Sentences[head];
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

    private static bool IsRule(PromptWords words, PromptSentence sentence)
    {
        var first = words.Words[sentence.First].Text;
        var second = words.At(sentence.First + 1, sentence.First);
        var opens = first switch
        {
            "do" => second == "not",
            "never" => second is not "mind",
            "be" => second is not ("" or "the"),
            "make" => second == "sure",
            "use" or "answer" or "respond" or "reply" or "write" or "follow" => second is "only" or "in" or "a" or "formal" or "simple" or "plain" or "short" or "at" or "with" or "concisely" or "briefly" or "british" or "american" or "markdown" or "these" or "bullet" || Directives.IsAdverb(second),
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
    private static bool IsMovable(PromptWords words, PromptSentence sentence)
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

    private static bool HasInput(PromptWords words, PromptSentence sentence) => words.Source.IndexOf(PromptText.HoleMark, sentence.Start, sentence.End - sentence.Start) >= 0;

    private static int Movable(PromptWords words, int head, bool isRole)
    {
        var end = 0;
        var count = Math.Min(words.Sentences.Length, head + MaxMovableSentences);
        var inRules = false;
        for (var i = head; i < count; i++)
        {
            var sentence = words.Sentences[i];
            var isHeading = sentence.Last - sentence.First < 4 && RuleHeadings.Contains(words.Words[sentence.Last - 1].Text);
            inRules = isHeading || (inRules && sentence.IsBullet);
            var moves = (i == head && isRole) || isHeading || inRules || IsRule(words, sentence) || (isRole && DescribesModel(words, sentence));
            if (!moves || !IsMovable(words, sentence) || !LeavesSomething(words.Source, sentence.End) || EndsInIntroduction(words.Source, sentence, isHeading))
            {
                break;
            }

            end = isHeading ? end : sentence.End;
        }

        // The lead-in must not hold a hole either.
        return end > 0 && words.Source.IndexOf(PromptText.HoleMark, 0, end) < 0 ? end : 0;
    }

    /// <summary>"You have twenty years of experience.", "Your goal is to keep callers calm."</summary>
    private static bool DescribesModel(PromptWords words, PromptSentence sentence)
    {
        var first = words.Words[sentence.First].Text;
        var second = words.At(sentence.First + 1, sentence.First);
        return first switch
        {
            "you" => second is not ("will" or "are" or "get" or "receive") || (second is "are" && IsIdentity(words, sentence.First + 2, sentence)) || (second is "will" && words.At(sentence.First + 2, sentence.First) is "always" or "never" or "only" or "help"),
            "you're" or "you've" => true,
            "your" => second is "goal" or "role" or "name" or "expertise" or "style" or "personality" or "specialty" or "audience" or "mission",
            _ => false,
        };
    }

    private static bool LeavesSomething(string text, int end)
    {
        for (var i = end; i < text.Length; i++)
        {
            if (!char.IsWhiteSpace(text[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A colon at the end announces what follows, which then has to stay with it.</summary>
    private static bool EndsInIntroduction(string text, PromptSentence sentence, bool isHeading)
    {
        var end = sentence.End - 1;
        while (end > sentence.Start && char.IsWhiteSpace(text[end]))
        {
            end--;
        }

        return !isHeading && text[end] == ':';
    }
}
