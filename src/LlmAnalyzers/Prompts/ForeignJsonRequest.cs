using System;

namespace LlmAnalyzers.Prompts;

/// <summary>
/// Requests for JSON in other languages than English, read from the words near "JSON". Their order differs too much between
/// languages for grammar: a command to reply, "only", a word for the reply and a word for "format" have to stand close together.
/// </summary>
internal static class ForeignJsonRequest
{
    /// <summary>Words looked at before the word JSON.</summary>
    private const int ReachBefore = 9;

    /// <summary>Words looked at behind it, for languages whose verb comes last.</summary>
    private const int ReachBehind = 4;

    /// <summary>"Answer in JSON format:" has fewer words than this.</summary>
    private const int MaxLabel = 6;

    /// <summary>"Only", in many languages.</summary>
    public static readonly WordSet OnlyWords = new(
        "nur ausschließlich ausschliesslich lediglich uniquement seulement exclusivement solo sólo soltanto solamente esclusivamente unicamente únicamente apenas somente exclusivamente alleen uitsluitend enkel slechts",
        "tylko wyłącznie jedynie pouze jen výhradně iba výlučne лише тільки виключно только исключительно строго само само isključivo samo sadece yalnızca endast enbart bara kun udelukkende utelukkende bare vain ainoastaan",
        "csak kizárólag doar numai exclusiv μόνο αποκλειστικά chỉ hanya فقط");

    /// <summary>Commands to reply that cannot also be read as "it returns".</summary>
    private static readonly WordSet ReplyCommands = new(
        "antworte gib liefere gebt réponds répondez rispondi restituisci fornisci produci estrai responda antwoord geef genereer lever retourneer svara ge returnera generera leverera svar giv gi returner",
        "odpowiadaj odpowiedz zwróć zwracaj wygeneruj podaj wypisz przygotuj wyodrębnij odpověz odpovídej odpovězte vrať vraťte vypiš vygeneruj odpovedz odpovedaj vráť поверни поверніть відповідай відповідайте надай згенеруй виведи",
        "ответь отвечай отвечайте верни верните выведи выведите предоставь сгенерируй выдай дай răspunde returnează furnizează vastaa palauta válaszolj απάντησε απαντήστε επέστρεψε jawab kembalikan balas berikan odgovori vrati trả أجب");

    /// <summary>"Use the JSON format": only with a word for format beside JSON.</summary>
    private static readonly WordSet UseCommands = new("verwende verwenden nutze gebruik użyj używaj použij použijte використовуй используй använd brug bruk utilizza folosește utilise utilisez");

    /// <summary>Commands behind the word JSON.</summary>
    private static readonly WordSet FinalCommands = new("döndür döndürün dön ver verin yaz yanıtla cevapla üret oluştur kullan sun");

    /// <summary>And infinitives, which stand in the same place: "the answer must …", "you must answer …".</summary>
    private static readonly WordSet ReplyNouns = new(
        "antwort ausgabe ergebnis réponse sortie résultat risposta risultato respuesta salida resposta saída antwoord uitvoer resultaat svar svaret resultat resultatet",
        "odpowiedź odpowiedzi wynik wyjście odpověď odpovědi výstup výsledek odpoveď відповідь результат вивід ответ вывод yanıt cevap çıktı sonuç yanıtını cevabını răspuns răspunsul vastaus válasz απάντηση jawaban odgovor الرد",
        "zwrócić zwracać odpowiedzieć odpowiadać vrátit odpovědět вернуть возвращать ответить отвечать повернути повертати відповісти відповідати zurückgeben antworten répondre retourner renvoyer rispondere restituire responder devolver antwoorden");

    private static readonly WordSet Necessity = new("muss soll doit deve debe moet måste ska skal musi musisz musí має мусить повинен повинна должен должна trebuie pitää kell πρέπει harus phải mora");

    /// <summary>Words of more than three letters that may stand anywhere between the command and the word JSON.</summary>
    private static readonly WordSet Between = new(
        "sein einem einen eine eines être essere zijn vara være być być být byť бути быть biti jako como come comme sous forme виде вигляді olarak som exact exakt dokładnie přesně точно tableau lista liste array objekt objektu obiekt obiektu oggetto об'єкт объект объекта nesnesi objet objeto object",
        "platný platným poprawny poprawnym prawidłowy geldig geldige gyldig giltig korrekt geçerli валідний валідним валидный валидным корректный корректным valid valide validem validen valido válido valable pur czysty surowy чистый чистий bare einzelnen jeden gevraagde volgende następującym následujícím folgendem seguente siguiente следующем такому такой");

    private static readonly string[] FormStems = ["forma", "formá", "форма", "muoto", "muodo", "bentuk", "struktur", "codeblock", "kode", "μορφ", "định", "dạng", "بصيغة", "biçim"];

    /// <summary>"JSON object" may also be where something is taken from.</summary>
    private static readonly string[] ObjectStems = ["objekt", "obiekt", "objek"];

    /// <summary>Behind the word JSON: something there is, not something to write.</summary>
    private static readonly string[] FileStems = ["file", "fil", "fájl", "plik", "soubor", "súbor", "datei", "daten", "dokument", "archivo", "arquivo", "fichier", "файл", "документ", "dosya", "tiedosto", "fișier", "bestand", "berkas"];

    private static readonly WordSet Negations = new("nie ne не нe nicht kein keine keinen niet geen ikke inte jangan não no non pas ei älä nem μην δεν không لا bez без sans sin senza utan uden zonder without");

    private static readonly WordSet CodeNouns = new(
        "funkcję funkcja metodę metoda klasę kod kodu program skrypt funkci metodu třídu funktion funktionen methode klasse skript funzione metodo classe codice script función método clase código fonction méthode classe funksjon функцию функция метод класс код кода функцію клас fonksiyon metot sınıf functie methode api endpoint c#");

    /// <summary>The first and last word of the request, when the word JSON at <paramref name="json"/> is wanted in a reply.</summary>
    public static (int Start, int End)? At(PromptWords words, int json)
    {
        if (StartsWithAny(words.At(json + 1, json), FileStems))
        {
            return null;
        }

        var sentence = words.SentenceOf(json);
        var form = FormBeside(words, json, sentence);
        var behind = FinalCommand(words, json, sentence);
        var only = OnlyWords.Contains(words.At(json + 1, json)) ? json + 1 : -1;
        var noun = -1;
        var must = false;
        var plain = true;
        for (var i = json - 1; i >= Math.Max(sentence.First, json - ReachBefore); i--)
        {
            if ((words.Words[i + 1].Before & (WordGap.Clause | WordGap.Brace | WordGap.Comma)) != 0)
            {
                break;
            }

            var word = words.Words[i].Text;
            if (Negations.Contains(word) || CodeNouns.Contains(word))
            {
                return null;
            }

            var replies = ReplyCommands.Contains(word);
            if (replies || UseCommands.Contains(word))
            {
                // With other things in between ("return the number of items in …") the reply is only JSON when it says "in the format".
                var asFormat = replies && form >= 0 && !StartsWithAny(words.Words[form].Text, ObjectStems);
                var wanted = plain ? replies || form >= 0 : asFormat || (only >= 0 && json - only < 4);
                return wanted && !IsNegated(words, i, sentence) ? (i, Math.Max(json, form)) : null;
            }

            only = only < 0 && OnlyWords.Contains(word) ? i : only;
            noun = ReplyNouns.Contains(word) ? i : noun;
            must |= Necessity.Contains(word);
            plain &= word.Length <= 3 || OnlyWords.Contains(word) || ReplyNouns.Contains(word) || Necessity.Contains(word) || Between.Contains(word) || IsForm(word);
        }

        if (behind > 0 && (form >= 0 || only >= 0))
        {
            return (only >= 0 ? Math.Min(only, json) : json, behind);
        }

        if (noun < 0 || !plain)
        {
            return null;
        }

        // "The result must be JSON"; or without a verb: "Answer in JSON format:".
        var isLabel = noun == sentence.First && form >= 0 && sentence.Last - sentence.First < MaxLabel;
        return must || ((isLabel || only >= 0) && !StatesFact(words, noun, json)) ? (noun, Math.Max(json, form)) : null;
    }

    /// <summary>Index of a word for "format" or "object" next to the word JSON; -1 for none.</summary>
    private static int FormBeside(PromptWords words, int json, PromptSentence sentence)
    {
        if (IsForm(words.At(json + 1, json)))
        {
            return json + 1;
        }

        var before = json - 1;
        return before >= sentence.First && (IsForm(words.Words[before].Text) || words.Words[before].Text is "jako" or "als" or "como" or "come" or "som") ? before : -1;
    }

    private static bool IsForm(string word) => StartsWithAny(word, FormStems) || StartsWithAny(word, ObjectStems);

    private static bool StartsWithAny(string word, string[] stems)
    {
        foreach (var stem in stems)
        {
            if (word.StartsWith(stem, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static int FinalCommand(PromptWords words, int json, PromptSentence sentence)
    {
        for (var i = json + 1; i < Math.Min(sentence.Last, json + 1 + ReachBehind); i++)
        {
            if ((words.Words[i].Before & (WordGap.Comma | WordGap.Clause | WordGap.Brace | WordGap.Colon)) != 0)
            {
                return -1;
            }

            if (FinalCommands.Contains(words.Words[i].Text))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>"The answer is …": a statement about some answer, not a demand.</summary>
    private static bool StatesFact(PromptWords words, int from, int to)
    {
        for (var i = from + 1; i < to; i++)
        {
            if (words.Words[i].Text is "ist" or "est" or "è" or "es" or "is" or "är" or "er" or "jest" or "je" or "є" or "kommt" or "vient" or "on")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNegated(PromptWords words, int verb, PromptSentence sentence) =>
        (verb > sentence.First && Negations.Contains(words.Words[verb - 1].Text)) || (verb + 1 < sentence.Last && Negations.Contains(words.Words[verb + 1].Text));
}
