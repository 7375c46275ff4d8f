using System;

namespace LlmAnalyzers.Prompts;

/// <summary>"You are a …" and "Act as a …" in other languages than English.</summary>
internal static class ForeignRole
{
    private static readonly WordSet ForeignArticles = new("ein eine der die das un une l'assistant le la el una uno um uma o een de il en et ett");

    /// <summary>"You are" in languages that know no article: what comes next has to be a noun, so these must not follow.</summary>
    private static readonly WordSet NotNouns = new("w we na v ve na za pro pri при на в у за pewien pewna gotowy gotowa zde tady тут здесь на siellä varma valmis oikeassa biztos на σίγουρος έτοιμος nie ne не not");

    /// <summary>The word at <paramref name="i"/> is the first behind greetings and labels.</summary>
    public static bool Is(PromptWords words, PromptSentence sentence, int i)
    {
        string At(int offset) => words.At(i + offset, sentence.First);
        switch (At(0))
        {
            case "du" or "tu" or "je" or "jij" or "eres" or "sei" or "você" or "voce" or "usted" or "vous" or "sie" or "actúa" or "actua" or "agis" or "agissez" or "aja" or "atue" or "agiere" or "handle" or "verhalte" or "comportati" or "u":
                return IsWithArticle(words, sentence, i);
            case "ты" or "вы" or "ти" or "ви":
                return IsRussian(words, i, sentence);
            case "действуй" or "веди" or "действуйте":
                return true;
            case "jesteś" or "jsi" or "jste" or "si" or "ste" or "olet" or "είσαι" or "ești" or "esti" or "sunteți":
                return At(1).Length > 0 && !NotNouns.Contains(At(1)) && (At(2).Length > 0 || !At(1).EndsWith("ý", StringComparison.Ordinal)) && (At(0) is not ("si" or "ste" or "esti") || At(1) is "un" or "o" or "expert" or "asistent" or "odborník");
            case "działaj" or "wciel" or "zachowuj" or "chovej" or "vystupuj":
                return At(1) is "jako" or "się" or "se";
            case "sen" or "siz":
                return At(1) is "bir" && words.Words[sentence.Last - 1].Text is var last && (last.EndsWith("sın", StringComparison.Ordinal) || last.EndsWith("sin", StringComparison.Ordinal) || last.EndsWith("sun", StringComparison.Ordinal) || last.EndsWith("sün", StringComparison.Ordinal) || last.EndsWith("nız", StringComparison.Ordinal) || last.EndsWith("niz", StringComparison.Ordinal));
            case "bạn":
                return At(1) is "là" && At(2) is not ("ai" or "gì");
            case "anda" or "kamu":
                return At(1) is "adalah" or "seorang";
        }

        return IsEastAsian(words, sentence);
    }

    /// <summary>"Du bist ein …", "Eres un …", "Agis comme …", or a name instead of the article.</summary>
    private static bool IsWithArticle(PromptWords words, PromptSentence sentence, int i)
    {
        string At(int offset) => words.At(i + offset, sentence.First);
        var first = At(0);
        var at = first switch
        {
            "eres" or "sei" or "je" when first != "je" => 1,
            "actúa" or "actua" or "agis" or "agissez" or "aja" or "atue" or "agiere" or "handle" or "comportati" => At(1) is "como" or "comme" or "als" or "come" or "en" ? 2 : -1,
            "verhalte" => At(2) is "wie" or "als" ? 3 : -1,
            _ => At(1) is "bist" or "es" or "êtes" or "sind" or "é" or "e" or "és" or "bent" or "sei" or "är" or "er" ? 2 : -1,
        };

        return at > 0 && at < sentence.Last - i && (ForeignArticles.Contains(At(at)) || char.IsUpper(words.Source[words.Words[i + at].Start]) || At(at).StartsWith("l'", StringComparison.Ordinal) || first is "actúa" or "actua" or "agis" or "agissez" or "aja" or "atue" or "agiere" or "verhalte" || At(at) is "experto" or "experte" or "expert" or "especialista");
    }

    /// <summary>"Ты — опытный врач", "Ты опытный …": a dash, or an adjective or noun of a role, not a verb.</summary>
    private static bool IsRussian(PromptWords words, int i, PromptSentence sentence)
    {
        var next = words.At(i + 1, sentence.First);
        return next.Length > 0 && words.Source[sentence.End - 1] != '?' && ((words.Words[i + 1].Before & WordGap.Clause) != 0 || next is "эксперт" or "помощник" or "ассистент" or "бот" or "ии" or "специалист" or "модель"
            || next.EndsWith("ый", StringComparison.Ordinal) || next.EndsWith("ий", StringComparison.Ordinal) || next.EndsWith("ой", StringComparison.Ordinal));
    }

    /// <summary>Chinese, Japanese and Korean.</summary>
    private static bool IsEastAsian(PromptWords words, PromptSentence sentence)
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

            if (word + words.Words[k + 1].Text is "당신")
            {
                return words.At(k + 2, k) is "은" && words.At(k + 3, k) is not ("" or "누" or "무");
            }

            if (word + words.Words[k + 1].Text is "扮演" or "作为" or "あな")
            {
                return words.Words[k].Text != "あ" || words.At(k + 3, k) == "は";
            }
        }

        return false;
    }
}
