namespace LlmAnalyzers.Prompts;

/// <summary>
/// The program's own mark that a reply must begin with (<c>start the answer with `RESULT:`</c>). What comes behind it may be JSON, the
/// reply as a whole is not: no request can enforce it.
/// </summary>
internal static class ReplyMark
{
    /// <summary>Words between the verb and the mark.</summary>
    private const int MaxDistance = 8;

    /// <summary>Verbs looked at in one prompt.</summary>
    private const int MaxVerbs = 200;

    private static readonly WordSet Verbs = new("start starts starting begin begins beginning prefix prefixed precede preceded prepend prepended");

    /// <summary>The prompt says that replies begin with a mark in capitals and a colon.</summary>
    public static bool IsDemanded(PromptWords words)
    {
        var seen = 0;
        for (var i = 0; i < words.Words.Length && seen < MaxVerbs; i++)
        {
            if (!Verbs.Contains(words.Words[i].Text))
            {
                continue;
            }

            seen++;
            for (var mark = i + 1; mark < words.Words.Length && mark <= i + MaxDistance && words.Words[mark].Sentence == words.Words[i].Sentence; mark++)
            {
                if (IsMark(words.Source, words.Words[mark]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsMark(string source, PromptWord word)
    {
        if (word.End - word.Start < 2 || word.End >= source.Length || source[word.End] != ':')
        {
            return false;
        }

        for (var i = word.Start; i < word.End; i++)
        {
            if (source[i] is not ((>= 'A' and <= 'Z') or '_'))
            {
                return false;
            }
        }

        return true;
    }
}
