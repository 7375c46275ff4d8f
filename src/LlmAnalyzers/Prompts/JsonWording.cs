using System;

namespace LlmAnalyzers.Prompts;

/// <summary>Ways to ask for JSON without a verb of replying: "JSON only.", "no text outside the JSON", "the JSON must hold …", "must start with {", and Chinese word order.</summary>
internal static class JsonWording
{
    /// <summary>"no text outside the JSON", "do not wrap the JSON": prohibitions that take a JSON reply for granted.</summary>
    public static int? GuardedFrom(PromptWords words, int json, PromptSentence sentence)
    {
        int? negation = null;
        var guard = false;
        for (var i = Math.Max(sentence.First, json - 12); i < json; i++)
        {
            var word = words.Words[i].Text;
            negation ??= Directives.IsNegation(word) ? i : null;
            guard |= negation is not null && json - i < 5 && word is "outside" or "besides" or "except" or "than" or "around" or "surrounding" or "wrap" or "beyond" or "but";
        }

        var points = words.At(json - 1, json) is "the" or "valid" or "a" or "raw" or "than" or "but" or "except" or "your" or "this" or "surrounding" or "wrap" or "besides";
        var verb = negation > sentence.First && words.Words[negation.Value - 1].Text is "do" ? negation - 1 : negation;
        return guard && points ? verb : null;
    }

    /// <summary>"The JSON must contain …", "JSON output format:".</summary>
    public static int? NecessityFrom(PromptWords words, int json, PromptSentence sentence)
    {
        var next = json + 1;
        while (next < sentence.Last && words.Words[next].Text is "object" or "array" or "response" or "output" or "structure" or "format" or "schema" or "reply" or "answer")
        {
            next++;
        }

        var modal = next < sentence.Last && words.Words[next].Text is "must" or "should" or "shall" && words.At(next + 2, json) is not ("parsed" or "read" or "loaded" or "deserialized" or "ignored" or "processed")
            && words.At(next + 1, json) is not ("not" or "never");
        var subject = words.At(json - 1, json) is "the" or "" or "this" or "your" or "returned" or "output" or "resulting" or "each";
        var wanted = modal && subject && !JsonRequest.IsAboutCode(words, sentence.First, json) && words.At(json - 1, json) is not "input" && words.At(json - 2, json) is not ("in" or "from" or "of");
        return wanted ? Math.Max(sentence.First, json - 1) : null;
    }

    /// <summary>"Output strictly conforms to the JSON schema."</summary>
    public static int? ConformsFrom(PromptWords words, int json, PromptSentence sentence)
    {
        var i = json - 1;
        while (i > sentence.First && words.Words[i].Text is "to" or "with" or "the" or "a" or "this" or "following" or "given" or "provided" or "valid" or "specified" or "required" or "above")
        {
            i--;
        }

        if (i <= sentence.First || words.Words[i].Text is not ("conform" or "conforms" or "match" or "matches" or "follow" or "follows" or "adhere" or "adheres" or "comply" or "complies" or "obey" or "obeys"))
        {
            return null;
        }

        i--;
        while (i > sentence.First && (Directives.IsAdverb(words.Words[i].Text) || words.Words[i].Text is "must" or "should" or "shall" or "will" or "that"))
        {
            i--;
        }

        var isReply = words.Words[i].Text is "output" or "response" or "answer" or "reply" or "responses" or "answers" && !JsonRequest.OtherSources.Contains(words.At(i - 1, json));
        return isReply && words.At(json + 1, json) is "schema" or "structure" or "format" or "" && words.At(i - 1, json) is "" or "your" or "the" or "final" or "all" ? i : null;
    }

    /// <summary>"The response must start with '{'", "begin with [ and end with ]": JSON without its name.</summary>
    public static (TextMatch Match, bool IsArray)? StartsWithBrace(PromptWords words)
    {
        for (var i = 1; i + 1 < words.Words.Length; i++)
        {
            if (words.Words[i].Text is not ("start" or "starts" or "begin" or "begins") || words.At(i + 1, i) is not "with" || BraceBehind(words, i + 1) is not { } brace)
            {
                continue;
            }

            var first = words.SentenceOf(i).First;
            for (var k = i; k >= Math.Max(first, i - 6); k--)
            {
                var isReply = words.Words[k].Text is "response" or "output" or "answer" or "reply" or "responses" && !JsonRequest.OtherSources.Contains(words.At(k - 1, i));
                if (isReply && !words.IsNegated(i) && !words.IsSample(i))
                {
                    var end = brace + 1 < words.Source.Length && words.Source[brace + 1] is '\'' or '"' or '`' or '”' ? brace + 2 : brace + 1;
                    return (TextMatch.Of(words.Source, words.Words[k].Start, end), words.Source[brace] == '[');
                }
            }
        }

        return null;
    }

    /// <summary>Offset of a brace or bracket that stands alone behind a word; a placeholder such as [NAME] does not.</summary>
    private static int? BraceBehind(PromptWords words, int word)
    {
        var text = words.Source;
        var i = words.Words[word].End;
        while (i < text.Length && text[i] is ' ' or '\'' or '"' or '`' or ':' or '“' or '‘')
        {
            i++;
        }

        return i < text.Length && text[i] is '{' or '[' && (i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1])) ? i : null;
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
            restricts |= word is "only" or "strictly" or "strict" or "exclusively" || ForeignJsonRequest.OnlyWords.Contains(word)
                || (i > json && word is "response" or "reply" or "output" or "answer" or "format" && (last + 1 >= sentence.Last || (words.Words[last + 1].Before & WordGap.Comma) != 0) && first == json);
            if (i != json && !JsonRequest.Fillers.Contains(word) && !JsonRequest.ReplyNouns.Contains(word) && !JsonRequest.ShapeNouns.Contains(word) && !ForeignJsonRequest.OnlyWords.Contains(word) && word is not ("mode" or "no" or "markdown" or "prose"))
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

    /// <summary>"请以JSON格式返回", "JSON形式で出力", "JSON 형식으로 반환": the verb stands within a dozen characters of the word.</summary>
    public static int? AsksInChinese(PromptWords words, int json, PromptSentence sentence)
    {
        int? found = null;
        var behind = words.At(json + 1, json) + words.At(json + 2, json);
        var isForm = behind is "格式" or "形式" or "结构" or "構造" or "형식" or "オブ" or "对象" or "数组" or "配列" && words.At(json + 4, json) is not ("数" or "デ" or "데");
        for (var i = Math.Max(sentence.First, json - 8); i < Math.Min(sentence.Last - 1, json + 16); i++)
        {
            var pair = words.Words[i].Text + words.Words[i + 1].Text;
            if ((pair is "不要" or "不返" or "解析" && i < json) || (pair is "以下" or "次の" or "다음" && i < json && !isForm))
            {
                return null;
            }

            if (pair is "返回" or "输出" or "輸出" or "回复" or "回答" or "响应" or "出力" or "応答" or "返し" or "返答" or "응답" or "출력" or "답변" or "답해")
            {
                found ??= i;
            }

            // These also mean "is returned" and "is provided"; a plea makes them a request.
            var plea = words.At(i + 2, i) + words.At(i + 3, i);
            if (pair is "반환" or "제공" or "작성" or "생성" && plea is "해주" or "하세" or "해줘" or "하라" or "하시" or "해라")
            {
                found ??= i;
            }
        }

        return found;
    }
}
