using System;

namespace LlmAnalyzers.Prompts;

/// <summary>Ways to ask for JSON without a verb of replying: "JSON only.", "no text outside the JSON", "the JSON must hold …", and Chinese word order.</summary>
internal static class JsonWording
{
    /// <summary>"no text outside the JSON", "do not wrap the JSON": prohibitions that take a JSON reply for granted.</summary>
    public static bool IsGuarded(PromptWords words, int json, PromptSentence sentence)
    {
        var negated = false;
        var guard = false;
        for (var i = Math.Max(sentence.First, json - 12); i < json; i++)
        {
            var word = words.Words[i].Text;
            negated |= Directives.IsNegation(word);
            guard |= negated && json - i < 5 && word is "outside" or "besides" or "except" or "than" or "around" or "surrounding" or "wrap" or "beyond" or "but";
        }

        return guard && words.At(json - 1, json) is "the" or "valid" or "a" or "raw" or "than" or "but" or "except" or "your" or "this" or "surrounding" or "wrap" or "besides";
    }

    /// <summary>"The JSON must contain …", "JSON output format:".</summary>
    public static bool HasNecessity(PromptWords words, int json, PromptSentence sentence)
    {
        var next = json + 1;
        while (next < sentence.Last && words.Words[next].Text is "object" or "array" or "response" or "output" or "structure" or "format" or "schema" or "reply" or "answer")
        {
            next++;
        }

        var modal = next < sentence.Last && words.Words[next].Text is "must" or "should" or "shall" && words.At(next + 2, json) is not ("parsed" or "read" or "loaded" or "deserialized" or "ignored" or "processed")
            && words.At(next + 1, json) is not ("not" or "never");
        var subject = words.At(json - 1, json) is "the" or "" or "this" or "your" or "returned" or "output" or "resulting" or "each";
        return modal && subject && !JsonRequest.IsAboutCode(words, sentence.First, json) && words.At(json - 1, json) is not "input" && words.At(json - 2, json) is not ("in" or "from" or "of");
    }

    /// <summary>"JSON only.", "Strictly valid JSON", or "JSON array of names" under the heading "Output format".</summary>
    public static bool StandsAlone(PromptWords words, int json, PromptSentence sentence) => InChunkOfItsOwn(words, json, sentence)
        || (words.Words[json].Sentence > 0 && json - sentence.First < 5 && words.Sentences[words.Words[json].Sentence - 1] is var above && above.Last - above.First < 5
            && JsonRequest.ReplyNouns.Contains(words.Words[above.Last - 1].Text) && !JsonRequest.OtherSources.Contains(words.Words[above.First].Text));

    public static bool InChunkOfItsOwn(PromptWords words, int json, PromptSentence sentence)
    {
        const WordGap Divider = WordGap.Comma | WordGap.Clause | WordGap.Colon;
        var first = json;
        while (first > sentence.First && (words.Words[first].Before & Divider) == 0)
        {
            first--;
        }

        var last = json;
        while (last + 1 < sentence.Last && (words.Words[last + 1].Before & Divider) == 0)
        {
            last++;
        }

        var restricts = false;
        for (var i = first; i <= last; i++)
        {
            var word = words.Words[i].Text;
            restricts |= word is "only" or "strictly" or "strict" or "exclusively" or "nur" or "uniquement" or "solo" or "apenas" or "только"
                || (i > json && word is "response" or "reply" or "output" or "answer" or "format" && (last + 1 >= sentence.Last || (words.Words[last + 1].Before & WordGap.Comma) != 0) && first == json);
            if (i != json && !JsonRequest.Fillers.Contains(word) && !JsonRequest.ReplyNouns.Contains(word) && !JsonRequest.ShapeNouns.Contains(word) && word is not ("mode" or "no" or "markdown" or "prose"))
            {
                return false;
            }

            if (i < json && Directives.IsNegation(word))
            {
                return false;
            }
        }

        return restricts && last - first < 9;
    }

    /// <summary>"请以JSON格式返回", "JSON形式で出力": the verb stands within a dozen characters of the word.</summary>
    public static int? AsksInChinese(PromptWords words, int json, PromptSentence sentence)
    {
        int? found = null;
        for (var i = Math.Max(sentence.First, json - 8); i < Math.Min(sentence.Last - 1, json + 12); i++)
        {
            var pair = words.Words[i].Text + words.Words[i + 1].Text;
            if (pair is "不要" or "不返" or "解析" or "以下" && i < json)
            {
                return null;
            }

            if (pair is "返回" or "输出" or "輸出" or "回复" or "回答" or "响应" or "出力" or "応答" or "返し" or "返答" or "응답" or "출력")
            {
                found ??= i;
            }
        }

        return found;
    }
}
