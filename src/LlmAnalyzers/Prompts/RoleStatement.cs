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

    /// <summary>A longer sentence under the heading "Role" is read like any other.</summary>
    private const int MaxRoleName = 13;

    public static RoleStatement? Find(string text)
    {
        var words = PromptWords.Read(text);
        var head = Head(words);
        if (head < 0)
        {
            return null;
        }

        var sentence = words.Sentences[head];
        var isRole = RoleOpening.Is(words, sentence) || NamesRole(words, head);
        if (!isRole && !StandingRules.StartAt(words, head))
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
                isLabel &= RoleOpening.Greetings.Contains(words.Words[k].Text) || (RoleOpening.Labels.Contains(words.Words[k].Text) && !StandingRules.RuleHeadings.Contains(words.Words[k].Text));
            }

            if (!isLabel)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>"# Role" and then "Senior triage nurse": a few words under a heading, which is all the statement there is.</summary>
    private static bool NamesRole(PromptWords words, int head)
    {
        if (head == 0)
        {
            return false;
        }

        var label = words.Sentences[head - 1];
        var sentence = words.Sentences[head];
        return RoleOpening.RoleLabels.Contains(words.Words[label.Last - 1].Text) && sentence.Last - sentence.First < MaxRoleName && StandingRules.IsMovable(words, sentence);
    }

    private static int Movable(PromptWords words, int head, bool isRole)
    {
        var end = 0;
        var count = Math.Min(words.Sentences.Length, head + MaxMovableSentences);
        var inRules = false;
        for (var i = head; i < count; i++)
        {
            var sentence = words.Sentences[i];
            var isHeading = sentence.Last - sentence.First < 4 && StandingRules.RuleHeadings.Contains(words.Words[sentence.Last - 1].Text);
            inRules = isHeading || (inRules && sentence.IsBullet);
            var moves = (i == head && isRole) || isHeading || inRules || StandingRules.IsRule(words, sentence) || (isRole && DescribesModel(words, sentence));
            if (!moves || !StandingRules.IsMovable(words, sentence) || !LeavesSomething(words.Source, sentence.End) || EndsInIntroduction(words.Source, sentence, isHeading))
            {
                break;
            }

            end = isHeading ? end : sentence.End;
        }

        if (words.Source.TrimStart().StartsWith("<", StringComparison.Ordinal))
        {
            return 0; // A tag would lose its other half.
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
            "you" => second is not ("will" or "are" or "get" or "receive") || (second is "are" && RoleOpening.IsIdentity(words, sentence.First + 2, sentence)) || (second is "will" && words.At(sentence.First + 2, sentence.First) is "always" or "never" or "only" or "help"),
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
