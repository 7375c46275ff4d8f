namespace LlmAnalyzers.Prompts;

/// <summary>Recognises natural language to be turned into SQL, a query, a pattern, JSON or code.</summary>
internal static class CodeTranslation
{
    public static readonly VerbSet TranslateVerbs = new("convert translate turn transform map");

    public static readonly VerbSet MakeVerbs = new("write generate create produce return build construct output give provide compose", "schreibe generiere erstelle génère genera gere escreva напиши");

    public static readonly WordSet QueryLanguages = new("sql tsql kql cypher sparql graphql linq regex regexp xpath cron odata jql soql dax mdx kusto jsonpath mongodb postgresql mysql sqlite");

    private static readonly WordSet CodeLanguages = new("sql tsql kql cypher sparql graphql linq regex xpath cron odata json xml yaml csv code c# python javascript typescript java html mermaid");

    /// <summary>Behind the name of a query language these make it a subject, not the thing to be written.</summary>
    private static readonly WordSet Subjects = new("question questions tutorial course interview exercise exercises quiz lesson training joke jokes test tests documentation article explanation table file migration injection");

    public static int? EndAt(PromptWords words, int i)
    {
        if (DeterministicTask.Is(TranslateVerbs, words, i))
        {
            for (var k = i + 1; k < i + 16 && words.At(k, i).Length > 0; k++)
            {
                if (words.At(k, i) is "to" or "into" or "as")
                {
                    for (var t = k + 1; t < k + 6; t++)
                    {
                        if (CodeLanguages.Contains(words.At(t, i)) || (words.At(t, i) is "regular" && words.At(t + 1, i) is "expression"))
                        {
                            return t;
                        }
                    }
                }
            }
        }

        if (!DeterministicTask.Is(MakeVerbs, words, i))
        {
            return null;
        }

        for (var k = i + 1; k < i + 7; k++)
        {
            var word = words.At(k, i);
            if (word is "" or "of" or "for" or "about" or "from" or "with" or "in" or "that" or "on" or "to" || (words.Words[k].Before & (WordGap.Clause | WordGap.Colon | WordGap.Brace)) != 0)
            {
                return null;
            }

            if ((QueryLanguages.Contains(word) && !IsSubject(words, k)) || (word == "regular" && words.At(k + 1, i) == "expression"))
            {
                return k + 1;
            }
        }

        return null;
    }

    /// <summary>"SQL interview questions": the language is what is written about.</summary>
    private static bool IsSubject(PromptWords words, int language)
    {
        for (var k = language + 1; k <= language + 2 && words.At(k, language).Length > 0 && (words.Words[k].Before & (WordGap.Comma | WordGap.Clause)) == 0; k++)
        {
            if (Subjects.Contains(words.Words[k].Text))
            {
                return true;
            }
        }

        return false;
    }
}
