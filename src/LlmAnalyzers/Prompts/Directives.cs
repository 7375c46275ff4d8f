using System;

namespace LlmAnalyzers.Prompts;

/// <summary>Tells what a prompt directs the model to do from what it merely mentions, and what it forbids.</summary>
internal static class Directives
{
    /// <summary>How far back a "not" still governs a verb, in words.</summary>
    private const int NegationReach = 7;

    private static readonly WordSet Negations = new(
        "not don't dont do'nt never no without avoid refrain cannot can't cant won't shouldn't mustn't doesn't isn't aren't wouldn't couldn't nor neither non instead rather nothing",
        "nicht kein keine keinen niemals ohne ne pas jamais sans nunca sin nao não sem не без");

    /// <summary>Adverbs and pleas that may stand between a command's beginning and its verb.</summary>
    private static readonly WordSet Adverbs = new(
        "please kindly only just then now also always first second third next finally simply again exactly strictly afterwards lastly bitte nur por favor пожалуйста immediately still");

    private static readonly WordSet Modals = new("must should shall will can could would may need might");

    private static readonly WordSet ModelNames = new("you assistant model ai bot system agent chatbot llm chatgpt");

    /// <summary>"Your task is to …", "I want you to …": a "to" behind one of these directs the model.</summary>
    private static readonly WordSet TaskWords = new("you your task goal job objective role purpose need sure asked instruction instructions mission duty responsibility remember want");

    private static readonly WordSet Subordinators = new("if when whenever once unless because while until how what where why before after than did do does");

    /// <summary>First words of sentences that command, or that lead up to a command behind a comma.</summary>
    private static readonly WordSet Openers = new(
        "read analyze analyse look take review consider examine use think identify find determine extract summarize summarise translate respond reply answer return output write create",
        "generate produce provide give make list describe explain compare convert parse classify categorize categorise evaluate assess rate score grade check verify act imagine pretend",
        "assume follow start begin choose select pick decide detect help rewrite correct fix improve count calculate compute suggest propose do don't never always only be keep ensure let",
        "go break split try observe listen study inspect process transform normalize map match fill complete tell show say recommend plan draft compose brainstorm invent search",
        "given based using from for if when as in according below above here after before first next finally hello hi hey dear ok okay now then please you your with considering once while to",
        "assign label tag flag understand interpret carefully respond judge validate infer predict estimate",
        "merge combine group filter remove add update edit order arrange organize structure count replace mark highlight clean normalise print build design modify format render score number return collect gather",
        "lies analysiere lis analyse lee analiza leia analise прочитай проанализируй");

    private static readonly WordSet SampleLabels = new(
        "input user text message question query email e-mail review ticket customer sentence transcript example q comment post tweet eingabe entrada пример ввод beispiel");

    public static bool IsNegation(string word) => Negations.Contains(word);

    public static bool IsAdverb(string word) => Adverbs.Contains(word) || (word.Length > 4 && word.EndsWith("ly", StringComparison.Ordinal) && word is not ("reply" or "supply" or "apply"));

    /// <summary>The verb at <paramref name="verb"/> is an instruction to the model, whether it commands or (see <see cref="IsNegated"/>) forbids.</summary>
    public static bool IsDirected(this PromptWords words, int verb, VerbForm form)
    {
        var first = words.SentenceOf(verb).First;
        if (words.IsSample(verb))
        {
            return false;
        }

        var gap = words.Words[verb].Before;
        var before = verb - 1;
        while (before >= first && IsAdverb(words.Words[before].Text) && (gap & WordGap.Brace) == 0)
        {
            gap |= words.Words[before].Before;
            before--;
        }

        return form switch
        {
            VerbForm.Base => IsCommand(words, first, before, gap),
            VerbForm.ThirdPerson => before >= first && words.Words[before].Text is "that" or "who" or "which" or "and" or "or" && AddressesModel(words, first, before),
            _ => before >= first && words.Words[before].Text is "with" or "by" or "in" or "for" or "at" or "is" or "are" or "you're" or "and" or "of" && AddressesModel(words, first, before + 1),
        };
    }

    private static bool IsCommand(PromptWords words, int first, int before, WordGap gap)
    {
        if (before < first || (gap & (WordGap.Colon | WordGap.Clause)) != 0)
        {
            return (gap & (WordGap.Brace | WordGap.Quote)) == 0 || before < first;
        }

        if ((gap & WordGap.Comma) != 0)
        {
            return OpensCommand(words, first);
        }

        var word = words.Words[before].Text;
        switch (word)
        {
            case "you":
                return before == first || !Subordinators.Contains(words.Words[before - 1].Text);
            case "to":
                return Contains(words, first, before, TaskWords) || words.Words[first].Text is "use" or "try" or "continue" or "proceed";
            case "and" or "or" or "but" or "und" or "et" or "y" or "e" or "и":
                return OpensCommand(words, first);
            case "help" or "me" or "us" or "let's" or "lets" or "you'll" or "you'd":
                return true;
            default:
                return IsNegation(word) || (Modals.Contains(word) && before > first && ModelNames.Contains(words.Words[before - 1].Text));
        }
    }

    private static bool OpensCommand(PromptWords words, int first) => Openers.Contains(words.Words[first].Text) || IsAdverb(words.Words[first].Text)
        || words.Words[first].Text.StartsWith("you", StringComparison.Ordinal) || Contains(words, first, Math.Min(first + 12, words.SentenceOf(first).Last), ModelNames);

    private static bool AddressesModel(PromptWords words, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (words.Words[i].Text is "you" or "you're" or "your" or "assistant" or "bot" || (i == first && words.Words[i].Text is "act" or "as"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Contains(PromptWords words, int from, int end, WordSet set)
    {
        for (var i = from; i < end; i++)
        {
            if (set.Contains(words.Words[i].Text))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The word is governed by a "not" in its clause: "do not return", "never invent", "don't guess, invent or make up".</summary>
    public static bool IsNegated(this PromptWords words, int word)
    {
        var first = words.SentenceOf(word).First;
        var crossedComma = false;
        for (var i = word; i > first && word - i < NegationReach; i--)
        {
            var gap = words.Words[i].Before;
            if ((gap & (WordGap.Clause | WordGap.Colon | WordGap.Brace)) != 0)
            {
                return false;
            }

            crossedComma |= (gap & WordGap.Comma) != 0;
            var text = words.Words[i - 1].Text;
            if (text is "but" or "sondern" || (text == "and" && IsAdverb(words.Words[i].Text)))
            {
                return false;
            }

            // "no" in "no formato JSON" is Portuguese for "in the".
            if (IsNegation(text) && words.Words[i].Text is not ("only" or "formato" or "but"))
            {
                return text is not ("no" or "non" or "nothing") || word - i < 3 ? !crossedComma || HasOr(words, i, word) : false;
            }
        }

        return false;
    }

    /// <summary>"guess, invent, or make up": the list that the negation governs ends with an "or" near the word.</summary>
    private static bool HasOr(PromptWords words, int from, int word)
    {
        var last = words.SentenceOf(word).Last;
        for (var i = from; i < last && i < word + 5; i++)
        {
            if (words.Words[i].Text is "or" or "nor")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The word stands in a worked example or in quoted input ("Input: write a poem").</summary>
    public static bool IsSample(this PromptWords words, int word)
    {
        var sentence = words.SentenceOf(word);
        for (var i = sentence.First + 1; i <= word && i < sentence.First + 4; i++)
        {
            if ((words.Words[i].Before & WordGap.Colon) != 0)
            {
                return SampleLabels.Contains(words.Words[i - 1].Text) || SampleLabels.Contains(words.Words[sentence.First].Text);
            }
        }

        return false;
    }
}
