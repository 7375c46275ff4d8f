using System;

namespace LlmAnalyzers.Prompts;

/// <summary>How a prompt asks for JSON.</summary>
internal enum JsonRequestKind
{
    /// <summary>In words: "Respond with a JSON object".</summary>
    AsksForJson,

    /// <summary>With an object or array literal introduced as the wanted reply.</summary>
    ShowsExample,

    /// <summary>With the text of a JSON schema.</summary>
    ShowsSchema,
}

/// <summary>The prompt asks the model to put out JSON. Talk about JSON that goes in, is read by code, or is forbidden does not count.</summary>
/// <param name="Kind">In words, by an example or by a schema; words come first when there are both.</param>
/// <param name="Match">The request, or the literal.</param>
/// <param name="WantsArray">The shape asked for is evidently a list at its root.</param>
internal sealed record JsonRequest(JsonRequestKind Kind, TextMatch Match, bool WantsArray)
{
    /// <summary>The prompt holds an example or a schema of the JSON it wants.</summary>
    public bool ShowsForm { get; init; }

    /// <summary>Mentions of the word looked at in one prompt.</summary>
    private const int MaxMentions = 200;

    /// <summary>The word JSON, inflected where a language does so; Turkish endings stand behind an apostrophe.</summary>
    private static readonly WordSet JsonNames = new("json jsons jsona jsonem jsonu jsonie jsonformat jsonobjekt");

    /// <summary>Verbs whose object is the reply.</summary>
    internal static readonly VerbSet ReplyVerbs = new(
        "respond reply answer return output produce give provide generate emit create format write print send deliver express structure encode serialize present submit render yield supply speak make construct",
        "antworte antworten gib geben liefere erzeuge erstelle formatiere réponds répondez renvoie renvoyez retourne retournez donne donnez fournis fournissez génère générez responde responda responder "
        + "devuelve devuelva retorna retorne genera gere отвечай ответь ответьте отвечайте верни верните выведи дай rispondi restituisci geef antwoord formateer");

    /// <summary>Verbs whose result may be put "as JSON" or "in JSON".</summary>
    private static readonly VerbSet ResultVerbs = new(
        "extract list identify parse convert transform turn classify categorize categorise find detect determine suggest propose plan compute calculate break split organize fill map compose draft design invent "
        + "brainstorm analyze analyse summarize summarise describe rate score evaluate assess review compare rewrite translate represent show tell recommend collect estimate label tag predict grade explain do "
        + "get put keep", "extrahiere analysiere extrais analyse extrae analiza extraia analise извлеки проанализируй");

    /// <summary>Verbs after which "this text in JSON" means the input.</summary>
    private static readonly WordSet ReadingVerbs = new("analyze analyse summarize summarise describe review assess evaluate compare rewrite translate explain");

    private static readonly VerbSet ConvertVerbs = new(
        "convert parse transform turn translate map extract serialize format structure organize encode", "konvertiere convertis convierte converta преобразуй");

    private static readonly VerbSet ShapeVerbs = new("use follow match adhere conform fill populate complete stick", "verwende utilise usa use используй");

    internal static readonly WordSet ReplyNouns = new(
        "response answer output reply result results format responses answers outputs antwort antwoord ausgabe réponse respuesta resposta saída salida ответ sortie ausgabeformat");

    /// <summary>Words that make "response" or "output" somebody else's.</summary>
    internal static readonly WordSet OtherSources = new(
        "api server tool http service previous prior last raw current original search function endpoint client input webhook database rest method command existing following");

    private static readonly WordSet Possessives = new("your deine deiner ihre je jouw uw ta votre tu su sua твой ваш свой свои");

    private static readonly WordSet Prepositions = new("as in into to via through als im en como em в au in de zu ins");

    private static readonly WordSet Modals = new("must should shall will has needs ought needs muss soll doit debe deve должен should");

    /// <summary>What may stand between the verb and the word JSON without changing whose JSON it is.</summary>
    internal static readonly WordSet Fillers = Prepositions.And(Modals).And(new WordSet(
        "only strictly always exactly just exclusively solely directly entirely simply immediately back me us him nothing but else please a an the one single this following these that those your with using by of form and or "
        + "valid raw pure plain strict well formed minified compact flat nested structured simple proper properly parseable parsable machine readable formatted complete corresponding resulting final clean correct compliant "
        + "syntactically standard unformatted bare small short new updated exact specific stringified rfc8259 concise brief detailed comprehensive sorted ordered unified combined corrected fixed repaired revised object objects array arrays list data it them same itself consistent similar",
        "be to need have is are only contain contains consist consists conform match follow adhere strictly returned provided given written structured presented formatted encoded delivered 100 % fully basic example such like",
        "nur ausschließlich ausschliesslich mit einem ein einen eine gültiges gültigem gültigen validem valides folgendem folgenden uniquement seulement un une objet avec valide format au solo sólo solamente únicamente "
        + "unicamente con objeto válido valido apenas somente com um uma no formato только валидный валидным виде формате корректный строго исключительно следующем zurück folgende je ce o el la le du tableau liste lista oggetto"));

    private static readonly WordSet InputParticiples = new(
        "given provided stored supplied encoded written represented received passed delivered described is are was comes arrives saved returned sent formatted contained");

    internal static readonly WordSet ShapeNouns = new("format structure schema shape template form layout skeleton response output object array keys fields formatted");

    /// <summary>Words behind JSON that make it a thing other than the reply.</summary>
    private static readonly WordSet OtherThings = new(
        "parser path library converter serializer deserializer serialization parsing expert editor tool input syntax web viewer validator api endpoint developer patch parsers files request requests body");

    private static readonly WordSet CodeNouns = new(
        "method function code class classes endpoint api controller script program parser c# python javascript typescript test tests service tool arguments parameters app application component library");

    public static bool MentionsJson(string text) => text.IndexOf("json", StringComparison.OrdinalIgnoreCase) >= 0;

    public static JsonRequest? Find(string text)
    {
        if (!MentionsJson(text) && text.IndexOf('{') < 0 && text.IndexOf('[') < 0)
        {
            return null;
        }

        var words = PromptWords.Read(text);
        if (ReplyMark.IsDemanded(words))
        {
            return null;
        }

        var literal = JsonLiteral.Find(words);
        var mentions = 0;
        for (var i = 0; i < words.Words.Length && mentions < MaxMentions; i++)
        {
            if (!IsJsonName(words.Words[i].Text))
            {
                continue;
            }

            mentions++;
            if (AsksFor(words, i) is { } asked)
            {
                var isArray = literal?.IsArray ?? SaysArray(words, i);
                return new JsonRequest(JsonRequestKind.AsksForJson, words.MatchBothEnds(asked.Start, asked.End), isArray) { ShowsForm = literal is not null };
            }
        }

        if (JsonWording.StartsWithBrace(words) is { } brace)
        {
            return new JsonRequest(JsonRequestKind.AsksForJson, brace.Match, brace.IsArray) { ShowsForm = literal is not null };
        }

        return literal is null ? null : new JsonRequest(literal.IsSchema ? JsonRequestKind.ShowsSchema : JsonRequestKind.ShowsExample, literal.Match, literal.IsArray) { ShowsForm = true };
    }

    private static bool IsJsonName(string word) => JsonNames.Contains(word) || word.StartsWith("json'", StringComparison.Ordinal);

    /// <summary>"JSON array", "JSON string list", "JSON as an array", "array of JSON objects".</summary>
    private static bool SaysArray(PromptWords words, int json)
    {
        var next = json + 1;
        while (next < json + 4 && words.At(next, json) is "formatted" or "string" or "encoded" or "as" or "an" or "a")
        {
            next++;
        }

        var before = words.At(json - 1, json) is "valid" ? json - 2 : json - 1;
        return words.At(next, json) is "array" or "list" or "arrays"
            || (words.At(before, json) is "of" && words.At(before - 1, json) is "array" or "list");
    }

    private static (int Start, int End)? AsksFor(PromptWords words, int json) =>
        words.IsSample(json) || IsOtherThing(words, json) ? null : InEnglish(words, json) ?? ForeignJsonRequest.At(words, json);

    private static bool IsOtherThing(PromptWords words, int json) =>
        OtherThings.Contains(words.At(json + 1, json)) || (words.At(json + 1, json) is "below" or "above" && words.At(json - 1, json) is "the" or "this");

    /// <summary>The first and last word of the request in which the word JSON at <paramref name="json"/> is wanted; null when it is not.</summary>
    private static (int Start, int End)? InEnglish(PromptWords words, int json)
    {
        var sentence = words.SentenceOf(json);
        var next = words.At(json + 1, json);
        var end = json;
        while (end < json + 3 && (ShapeNouns.Contains(words.At(end + 1, json)) || words.At(end + 1, json) is "only" or "list" or "zurück" or "string" or "document"))
        {
            end++;
        }

        if (words.Words[json].Text == "json" && JsonWording.AsksInChinese(words, json, sentence) is { } start)
        {
            return (Math.Min(start, json), Math.Max(start + 1, end));
        }

        if ((JsonWording.GuardedFrom(words, json, sentence) ?? JsonWording.NecessityFrom(words, json, sentence) ?? JsonWording.ConformsFrom(words, json, sentence)) is { } from)
        {
            return (from, end);
        }

        var anchor = json - 1;
        var preposition = "";
        var modal = false;
        var input = false;
        while (anchor >= sentence.First && Fillers.Contains(words.Words[anchor].Text) && (words.Words[anchor + 1].Before & WordGap.Brace) == 0 && !IsAnchor(words, anchor))
        {
            var word = words.Words[anchor].Text;
            preposition = preposition.Length == 0 && Prepositions.Contains(word) ? word : preposition;
            modal |= Modals.Contains(word) || (words.Words[anchor + 1].Before & WordGap.Colon) != 0;
            // "information provided in JSON format" is there already; "must be provided in JSON format" is still to come.
            input |= word is "provided" or "given" && Prepositions.Contains(words.At(anchor + 1, json))
                && words.At(anchor - 1, json) is var owned && owned is not ("be" or "is" or "are" or "") && !ReplyNouns.Contains(owned);
            input |= word is "using" or "of" && words.At(anchor + 1, json) is "the" or "this" or "following" && !ShapeNouns.Contains(next);
            anchor--;
        }

        modal |= (words.Words[anchor + 1].Before & WordGap.Colon) != 0;
        if (anchor < sentence.First)
        {
            return JsonWording.StandsAlone(words, json, sentence) ? (sentence.First, end) : null;
        }

        input |= preposition is "in" or "to" or "into" && words.At(json - 1, json) is "the" or "this" or "that" && !ShapeNouns.Contains(next);
        var text = words.Words[anchor].Text;
        if (ReplyVerbs.TryGetForm(text, out var form) && !IsReplyNoun(words, anchor))
        {
            return !input && words.IsDirected(anchor, form) && !words.IsNegated(anchor) && !IsAboutCode(words, sentence.First, json) ? (anchor, end) : null;
        }

        if (Directives.IsNegation(text))
        {
            return null;
        }

        if (ReplyNouns.Contains(text))
        {
            var owner = words.At(anchor - 1, json);
            var verb = owner is "a" or "an" or "the" or "one" or "every" or "each" or "all" ? DirectedIn(words, Math.Max(sentence.First, anchor - 2), anchor, ReplyVerbs) : -1;
            verb = verb < 0 && preposition is "as" or "in" ? DirectedIn(words, sentence.First, anchor, ReplyVerbs) : verb;
            var mine = !OtherSources.Contains(owner) && (Possessives.Contains(owner) || words.At(anchor - 2, json) == "your" || modal || words.Words[sentence.First].Text is "ensure" or "make" or "i" || verb >= 0);
            return mine && !words.IsNegated(json) && !IsAboutCode(words, sentence.First, json) ? (verb >= 0 ? verb : anchor, end) : null;
        }

        if (ShapeVerbs.TryGetForm(text, out form))
        {
            return ShapeNouns.Contains(next) && words.IsDirected(anchor, form) && !words.IsNegated(anchor) ? (anchor, end) : null;
        }

        if (JsonWording.InChunkOfItsOwn(words, json, sentence))
        {
            return (anchor + 1, end);
        }

        return preposition.Length > 0 && !input && !InputParticiples.Contains(text) ? AsResult(words, json, anchor, preposition, sentence, end) : null;
    }

    /// <summary>"Extract the fields as JSON", "convert the text to JSON": what a verb further in front yields is to be JSON.</summary>
    private static (int Start, int End)? AsResult(PromptWords words, int json, int anchor, string preposition, PromptSentence sentence, int end)
    {
        var converts = preposition is "to" or "into" or "zu";
        for (var i = anchor; i >= sentence.First; i--)
        {
            var word = words.Words[i].Text;
            var isReply = ReplyVerbs.TryGetForm(word, out var form);
            var counts = converts ? ConvertVerbs.TryGetForm(word, out form) : isReply || ResultVerbs.TryGetForm(word, out form);
            if (!counts || IsReplyNoun(words, i))
            {
                continue;
            }

            if (!words.IsDirected(i, form))
            {
                continue;
            }

            var speaksOfInput = !isReply && preposition is "in" or "im" && ReadingVerbs.Contains(word) && PointsAtInput(words, i, anchor);
            return !speaksOfInput && !words.IsNegated(i) && !words.IsNegated(json) && !IsAboutCode(words, sentence.First, json) ? (i, end) : null;
        }

        return null;
    }

    private static bool IsAnchor(PromptWords words, int word) => ReplyVerbs.Contains(words.Words[word].Text) && words.Words[word].Text is not "structured";

    private static bool IsReplyNoun(PromptWords words, int word) => ReplyNouns.Contains(words.Words[word].Text)
        && (Possessives.Contains(words.At(word - 1, word)) || words.At(word - 1, word) is "the" or "a" or "an" or "expected" or "this" or "final" or "our" or "my" || OtherSources.Contains(words.At(word - 1, word))
            || words.Words[word].Text is "result" or "results" or "response" || (word + 1 < words.Words.Length && (words.Words[word + 1].Before & WordGap.Colon) != 0)
            || words.At(word + 1, word) is "must" or "should" or "format" or "will" or "has" or "needs" or "shall");

    private static bool PointsAtInput(PromptWords words, int from, int to)
    {
        for (var i = from + 1; i <= to; i++)
        {
            if (words.Words[i].Text is "following" or "this" or "these" or "below" or "given" or "provided" or PromptWords.Hole)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Index of a verb that directs the model; -1 for none.</summary>
    private static int DirectedIn(PromptWords words, int from, int end, VerbSet verbs)
    {
        for (var i = from; i < end; i++)
        {
            if (verbs.TryGetForm(words.Words[i].Text, out var form) && words.IsDirected(i, form) && !words.IsNegated(i))
            {
                return i;
            }
        }

        return -1;
    }

    internal static bool IsAboutCode(PromptWords words, int first, int json)
    {
        for (var i = first; i < json; i++)
        {
            if (CodeNouns.Contains(words.Words[i].Text) && words.At(i - 2, json) is not ("are" or "you're" or "an") && words.At(i - 1, json) is not ("are" or "you're" or "no"))
            {
                return !words.At(first, json).StartsWith("you", StringComparison.Ordinal);
            }
        }

        return false;
    }
}
