using System;

namespace LlmAnalyzers.Prompts;

/// <summary>Tells sentences that say who the model is from sentences about the user, a third person, or the situation.</summary>
internal static class RoleOpening
{
    public static readonly WordSet Greetings = new("hi hello hey hallo hola bonjour olá привет chatgpt gpt claude there ai dear");

    public static readonly WordSet Labels = new("role system prompt instructions instruction identity persona rules guidelines context message your the rolle rol personality overview background");

    private static readonly WordSet Articles = new("a an the one my our");

    private static readonly WordSet ForeignArticles = new("ein eine der die das un une l'assistant le la el una uno um uma o een de il");

    /// <summary>Behind "You are the" these speak to a person or of a situation.</summary>
    private static readonly WordSet NotRoles = new("best only first winner same following bit few little case result victim right reason");

    /// <summary>"As a …" with these is a turn of phrase.</summary>
    private static readonly WordSet TurnsOfPhrase = new(
        "result reminder rule consequence example first second next last follow followup bonus side matter final whole general alternative user note start customer precaution summary starting basis baseline response reply json list table string number single");

    public static bool Is(PromptWords words, PromptSentence sentence)
    {
        var i = sentence.First;
        if (sentence.Last - i > 2 && Labels.Contains(words.Words[i].Text) && (words.Words[i + 1].Before & (WordGap.Colon | WordGap.Clause)) != 0)
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
    public static bool IsIdentity(PromptWords words, int i, PromptSentence sentence)
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
}
