using System;

namespace LlmAnalyzers.Prompts;

/// <summary>Tells sentences that say who the model is from sentences about the user, a third person, or the situation.</summary>
internal static class RoleOpening
{
    public static readonly WordSet Greetings = new("hi hello hey hallo hola bonjour olá привет chatgpt gpt claude there ai dear");

    public static readonly WordSet Labels = new("role character rôle ruolo rola роль system prompt instructions instruction identity persona rules guidelines context message your the rolle rol personality overview background");

    /// <summary>Labels whose line or next line names the role.</summary>
    public static readonly WordSet RoleLabels = new("role persona identity character rolle rol rôle ruolo rola роль");

    private static readonly WordSet Articles = new("a an the one my our");

    /// <summary>Behind "You are the" these speak to a person or of a situation.</summary>
    private static readonly WordSet NotRoles = new("best only first winner same following bit few little case result victim right reason");

    /// <summary>"As a …" with these is a turn of phrase.</summary>
    private static readonly WordSet TurnsOfPhrase = new(
        "result reminder rule consequence example first second next last follow followup bonus side matter final whole general alternative user note start customer precaution summary starting basis baseline response reply json list table string number single");

    public static bool Is(PromptWords words, PromptSentence sentence)
    {
        var i = sentence.First;
        if (sentence.Last - i > 1 && Labels.Contains(words.Words[i].Text) && (words.Words[i + 1].Before & (WordGap.Colon | WordGap.Clause)) != 0)
        {
            if (RoleLabels.Contains(words.Words[i].Text) && words.Words[i + 1].Text is not ("user" or "system" or "assistant"))
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
            case "you" when At(1) is "represent" or "embody" or "impersonate" or "portray":
                return At(2) is not ("" or "it" or "this" or "these");
            case "you're":
                return IsIdentity(words, i + 1, sentence);
            case "act" or "behave" or "serve" or "respond" or "answer" or "work" or "function" or "roleplay" or "speak":
                return At(1) is "as" or "like" && (Articles.Contains(At(2)) && !NotRoles.Contains(At(3)) && !TurnsOfPhrase.Contains(At(3)) || At(2) is "if" && At(3) is "you" && At(4) is "are" or "were" || IsName(words, i + 2, sentence));
            case "pretend" or "imagine" or "assume" or "picture" or "consider" when At(1) is "yourself":
                return At(2) is "as" or "to" or "a" or "an";
            case "pretend" or "imagine" or "assume":
                return At(1) is "you" or "you're" or "that" or "to" or "the" && (At(1) is "you" && At(2) is "are" or "to" || At(1) is "you're" || At(1) is "that" && At(2) is "you" or "you're" || At(1) is "to" && At(2) is "be" || At(1) is "the" && At(2) is "role" or "persona");
            case "take" or "play" or "adopt":
                return At(1) is "on" or "the" && (At(2) is "the" or "role" or "persona" && At(3) is "role" or "persona" or "of");
            case "i" or "i'd":
                return Wants(words, sentence, i);
            case "your" when At(1) is "are":
                return IsIdentity(words, i + 2, sentence);
            case "your":
                return At(1) is "role" or "persona" or "identity" or "name" ? At(2) is "is"
                    : At(1) is "task" or "job" or "mission" or "goal" && At(2) is "is" && At(3) is "to" && At(4) is "act" or "be" or "play" or "serve" or "behave" or "pretend" && (At(5) is "as" or "the" or "to" || Articles.Contains(At(5)));
            case "as":
                return Articles.Contains(At(1)) && IsAsRole(words, sentence, i);
        }

        return ForeignRole.Is(words, sentence, i);
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
        while (At(0) is "now" or "also" or "not" or "just" or "only" or "acting" or "as" or "to" or "act" || (At(0) is "part" && At(1) is "of"))
        {
            i += At(0) is "part" ? 2 : 1;
        }

        return (Articles.Contains(At(0)) && !NotRoles.Contains(At(1)) && At(1).Length > 0) || At(0) is "expert" or "chatgpt" or "claude" || IsName(words, i, sentence)
            || At(0) == PromptWords.Hole || (At(0).Length > 0 && (words.Words[i].Before & WordGap.Brace) != 0) || (At(1) is "that" or "who" && IsOccupation(At(0)));
    }

    /// <summary>"mediator", "reviewer", "analyst": nouns that often lack their article.</summary>
    private static bool IsOccupation(string word) =>
        word.EndsWith("or", StringComparison.Ordinal) || word.EndsWith("er", StringComparison.Ordinal) || word.EndsWith("ist", StringComparison.Ordinal) || word is "assistant" or "agent" or "bot" or "analyst" or "consultant";

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
}
