using System;

namespace LlmAnalyzers.Prompts;

/// <summary>What kind of work has one right answer.</summary>
internal enum DeterministicTaskKind
{
    Classification,
    Extraction,
    Scoring,

    /// <summary>Whether something holds.</summary>
    Validation,

    /// <summary>Which agent, tool or department comes next.</summary>
    Routing,

    /// <summary>From natural language to SQL, a query, a pattern, JSON or code.</summary>
    CodeTranslation,

    /// <summary>"Only the number", "yes or no", "one of the following".</summary>
    ClosedAnswer,
}

/// <summary>The prompt directs the model to do work whose answer should be the same for the same input.</summary>
internal sealed record DeterministicTask(DeterministicTaskKind Kind, TextMatch Match)
{
    /// <summary>A task among the first sentences is the main task; further down it needs an input in its own sentence.</summary>
    private const int HeadSentences = 4;

    /// <summary>Words quoted of a task.</summary>
    private const int MaxQuote = 8;

    private static readonly VerbSet ClassifyVerbs = new(
        "classify categorize categorise", "klassifiziere kategorisiere classifie classifiez catégorise clasifica clasifique clasifícalo classifique categorize классифицируй классифицируйте "
        + "sklasyfikuj klasyfikuj skategoryzuj klasifikuj zařaď класифікуй класифікуйте sınıflandır classifica klassificera klassificer classificeer");

    private static readonly VerbSet ExtractVerbs = new("extract", "extrahiere extrais extrayez extrae extraiga extraia извлеки извлеките wyodrębnij wyciągnij ekstraktuj extrahuj вилучи витягни çıkar estrai extrahera udtræk");

    private static readonly VerbSet ParseVerbs = new("parse");

    private static readonly VerbSet ScoreVerbs = new("score rate grade", "bewerte benote puntúa califica oceń ohodnoť оцени оціни valuta bedöm");

    private static readonly VerbSet EvaluateVerbs = new("evaluate assess judge rank measure estimate give assign provide return output respond answer reply generate produce calculate compute");

    private static readonly VerbSet TagVerbs = new("tag label flag moderate triage sort");

    private static readonly VerbSet DecideVerbs = new("determine decide judge assess evaluate verify check detect validate identify predict infer analyze analyse tell recognize recognise select choose pick assign give find return");

    private static readonly VerbSet RouteVerbs = new("route");

    private static readonly VerbSet Starts = VerbSet.Of(ClassifyVerbs, ExtractVerbs, ParseVerbs, ScoreVerbs, EvaluateVerbs, TagVerbs, DecideVerbs, RouteVerbs, CodeTranslation.TranslateVerbs, CodeTranslation.MakeVerbs);

    private static readonly WordSet Grades = new("score rating grade scores ratings");

    /// <summary>Starts of what is worked on; a noun-verb in front of one of these is a verb.</summary>
    internal static readonly WordSet ObjectStarts = new(
        "the this these that each all any every how it them following a an its their my our his her only given below user user's customer answer response text message whether both on from as based quality relevance candidate essay student one two");

    private static readonly WordSet InputWords = new("following this these given below above provided input message text user user's customer's each document email ticket review query content attached image " + PromptWords.Hole);

    public static DeterministicTask? Find(string text)
    {
        var words = PromptWords.Read(text);
        for (var i = 0; i < words.Words.Length; i++)
        {
            if (MayStart(words.Words[i].Text) && At(words, i) is { } task)
            {
                return new DeterministicTask(task.Kind, words.Match(i, EndOfClause(words, i, task.End)));
            }
        }

        if (ClosedAnswer.Find(words) is { } closed)
        {
            return new DeterministicTask(DeterministicTaskKind.ClosedAnswer, closed);
        }

        return FindChinese(words) is { } match ? new DeterministicTask(match.Kind, match.Match)
            : ClosedAnswer.FindOnlyJson(words) is { } onlyJson && CreativeIntent.Find(text) is null && !CreativeIntent.SpeaksOfWorks(words) ? new DeterministicTask(DeterministicTaskKind.ClosedAnswer, onlyJson) : null;
    }

    /// <summary>Index of the last word to quote: the task with its object, up to the next comma.</summary>
    private static int EndOfClause(PromptWords words, int start, int end)
    {
        const WordGap Stop = WordGap.Comma | WordGap.Colon | WordGap.Clause | WordGap.Brace;
        var last = words.SentenceOf(start).Last - 1;
        end = Math.Min(Math.Max(end, start), last);
        while (end < last && end < start + MaxQuote && (words.Words[end + 1].Before & Stop) == 0)
        {
            end++;
        }

        return end;
    }

    /// <summary>Passes over most words at the price of a look-up.</summary>
    private static bool MayStart(string word) => Starts.Contains(word) || word is "text" or "language" or "what" or "what's" or "which" or "is" or "does" or "do" or "are";

    private static (DeterministicTaskKind Kind, int End)? At(PromptWords words, int i)
    {
        var word = words.Words[i].Text;
        var next = words.At(i + 1, i);
        if (word is "text" or "language" && next is "to" or "2" && CodeTranslation.QueryLanguages.Contains(words.At(i + 2, i)))
        {
            return Directs(words, i, VerbForm.Base) || words.At(i - 1, i).Length > 0 && AddressesRole(words, i) ? (DeterministicTaskKind.CodeTranslation, i + 2) : null;
        }

        if (Is(ClassifyVerbs, words, i) && next is not ("of" or "as" or "is") && !IsOffer(words, i))
        {
            return (DeterministicTaskKind.Classification, i + 3);
        }

        if (Is(ExtractVerbs, words, i) && next is not ("of" or "is" or "was" or "can") && IsMain(words, i))
        {
            return (DeterministicTaskKind.Extraction, i + 3);
        }

        if (Is(ParseVerbs, words, i) && ObjectStarts.Contains(next) && IsMain(words, i))
        {
            return (DeterministicTaskKind.Extraction, i + 3);
        }

        if (Is(ScoreVerbs, words, i) && (ObjectStarts.Contains(next) || next == PromptWords.Hole) && IsMain(words, i) && (words.Words[i + 1].Before & WordGap.Colon) == 0)
        {
            return (DeterministicTaskKind.Scoring, next == "from" ? i + 4 : i + 3);
        }

        if (Is(TagVerbs, words, i) && (ObjectStarts.Contains(next) || next == PromptWords.Hole) && IsMain(words, i) && (word is not ("sort" or "sorts" or "sorting") || Reaches(words, i, "into") >= 0))
        {
            return (DeterministicTaskKind.Classification, i + 3);
        }

        if (Is(RouteVerbs, words, i) && ObjectStarts.Contains(next) && Reaches(words, i, "to") >= 0)
        {
            return (DeterministicTaskKind.Routing, i + 3);
        }

        if (Is(EvaluateVerbs, words, i) && IsMain(words, i) && Grade(words, i) is { } grade)
        {
            return (DeterministicTaskKind.Scoring, grade);
        }

        if (Is(DecideVerbs, words, i) && DecisionWording.Decision(words, i) is { } decision && IsMain(words, i))
        {
            return decision;
        }

        if (word is "what" or "what's" or "which" or "is" or "does" or "do" or "are" && i == words.SentenceOf(i).First)
        {
            return DecisionWording.Question(words, i);
        }

        return CodeTranslation.EndAt(words, i) is { } end ? (DeterministicTaskKind.CodeTranslation, end) : null;
    }

    private static bool Directs(PromptWords words, int i, VerbForm form) => words.IsDirected(i, form) && !words.IsNegated(i);

    internal static bool Is(VerbSet verbs, PromptWords words, int i) => verbs.TryGetForm(words.Words[i].Text, out var form) && Directs(words, i, form);

    /// <summary>"You can classify tickets for the user, answer questions …": what an assistant may do is not what this call is for.</summary>
    private static bool IsOffer(PromptWords words, int i) => words.At(i - 1, i) is "can" or "could" or "may" && words.At(i - 2, i) == "you" && words.At(i - 3, i).Length == 0 && words.Source.IndexOf('?', words.Words[i].End) < 0;

    private static bool AddressesRole(PromptWords words, int i)
    {
        var first = words.At(words.SentenceOf(i).First, i);
        return first is "you" or "you're" or "act" or "as";
    }

    /// <summary>The sentence stands at the head of the prompt, says "your task", or names what is worked on.</summary>
    private static bool IsMain(PromptWords words, int i)
    {
        if (words.Words[i].Sentence < HeadSentences)
        {
            return true;
        }

        var sentence = words.SentenceOf(i);
        for (var k = sentence.First; k < Math.Min(sentence.Last, i + 8); k++)
        {
            if (InputWords.Contains(words.Words[k].Text) || words.Words[k].Text is "task" or "job")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Index of a word in the same sentence behind <paramref name="i"/>, not further than a dozen words; -1 for none.</summary>
    internal static int Reaches(PromptWords words, int i, string word)
    {
        for (var k = i + 1; k < i + 13; k++)
        {
            if (words.At(k, i) == word)
            {
                return k;
            }
        }

        return -1;
    }

    /// <summary>"Evaluate … on a scale of 1 to 5", "give it a score from 0 to 10".</summary>
    private static int? Grade(PromptWords words, int i)
    {
        for (var k = i + 1; k < i + 25 && words.At(k, i).Length > 0; k++)
        {
            var word = words.At(k, i);
            if (word == "random")
            {
                return null;
            }

            var ranged = (word == "scale" && words.At(k + 1, i) is "of" or "from" or "between")
                || (word is "score" or "rating" or "grade" or "number" or "integer" or "value" or "percentage" or "float" or "decimal" && words.At(k + 1, i) is "between" or "from" && IsNumber(words.At(k + 2, i)))
                || (Grades.Contains(word) && IsNumber(words.At(k + 2, i)) && words.At(k + 1, i) is "of" or "out" or "in");
            if (ranged)
            {
                return k + 2;
            }

            if (Grades.Contains(word) && words.Words[i].Text is "give" or "assign" or "return" or "output" && words.At(k - 1, i) is "a" or "an" or "numeric" or "numerical" && words.At(k + 1, i) is "" or "to" or "for" or "and")
            {
                return k;
            }
        }

        return null;
    }

    private static bool IsNumber(string word) => word.Length > 0 && char.IsDigit(word[0]);

    /// <summary>"请对以下文本进行分类", "从文本中提取": a class of work named together with the text it is done on.</summary>
    private static (DeterministicTaskKind Kind, TextMatch Match)? FindChinese(PromptWords words)
    {
        for (var i = 0; i + 1 < words.Words.Length; i++)
        {
            if (!PromptWords.IsIdeograph(words.Words[i].Text[0]))
            {
                continue;
            }

            DeterministicTaskKind? kind = (words.Words[i].Text + words.Words[i + 1].Text) switch
            {
                "分类" or "分類" => DeterministicTaskKind.Classification,
                "判断" or "识别" when Names(words, i, "意图") || Names(words, i, "类别") || Names(words, i, "情感") => DeterministicTaskKind.Classification,
                "判断" when Names(words, i, "是否") => DeterministicTaskKind.Validation,
                "提取" or "抽取" or "抽出" => DeterministicTaskKind.Extraction,
                _ => null,
            };

            if (kind is null)
            {
                continue;
            }

            // "Judge" and "recognise" need somebody told to; sorting and extracting need a text as well.
            var judges = words.Words[i].Text is "判" or "识";
            for (var k = Math.Max(words.SentenceOf(i).First, judges ? 0 : i - 12); k < i; k++)
            {
                if (judges ? words.At(k, i) is "你" or "请" : words.At(k, i) + words.At(k + 1, i) is "以下" or "文本" or "下面" or "次の" || words.At(k, i) is "请" or "将")
                {
                    return (kind.Value, words.Match(i, judges ? EndOfClause(words, i, i + 1) : i + 1));
                }
            }
        }

        return null;
    }

    /// <summary>The two characters follow within a dozen.</summary>
    private static bool Names(PromptWords words, int i, string pair)
    {
        var end = Math.Min(i + 14, words.SentenceOf(i).Last - 1);
        for (var k = i + 2; k < end; k++)
        {
            if (words.Words[k].Text[0] == pair[0] && words.Words[k + 1].Text[0] == pair[1])
            {
                return true;
            }
        }

        return false;
    }
}
