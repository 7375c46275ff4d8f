namespace LlmAnalyzers.Prompts;

/// <summary>Recognises prompts that ask for something new: stories, names, ideas, questions, marketing text, made-up data.</summary>
internal static class CreativeIntent
{
    /// <summary>Words between a making verb and what is to be made.</summary>
    private const int ObjectReach = 9;

    /// <summary>Verbs that are creative whatever their object.</summary>
    private static readonly VerbSet InventingVerbs = new(
        "brainstorm invent improvise ideate fantasize narrate rephrase paraphrase", "erfinde inventa inventez придумай придумайте сочини verzin");

    /// <summary>Verbs that make something; the object decides.</summary>
    private static readonly VerbSet MakingVerbs = new(
        "write generate create draft craft produce design give provide make develop offer pen prepare compose tell continue return output list build propose suggest recommend simulate need want share send",
        "schreibe schreib erstelle generiere erzähle verfasse écris écrivez rédige raconte invente génère crée escribe crea genera cuenta redacta escreva crie gere conte elabore напиши создай сгенерируй расскажи");

    /// <summary>Verbs whose "the title" may well be copied from the input.</summary>
    private static readonly WordSet HandingVerbs = new("give provide return output list offer prepare send share need want");

    private static readonly WordSet CreativeAdjectives = new(
        "creative catchy witty funny humorous hilarious imaginative whimsical playful fictional fictitious poetic rhyming motivational inspirational inspiring fun quirky persuasive captivating made original");

    private static readonly WordSet CreativeNouns = new(
        "story stories tale tales fable poem poems poetry haiku haikus limerick sonnet song songs lyrics joke jokes riddle riddles novel chapter scene scenes screenplay dialogue monologue plot prose",
        "idea ideas slogan slogans tagline taglines headline headlines caption captions advertisement ads advert advertising marketing blog article articles essay essays tweet tweets newsletter blurb jingle speech toast",
        "tweets hashtags themes phrasings rewordings moodboard quiz quizzes trivia flashcards riddle puzzle puzzles recipe recipes character characters backstory adventure quest quests horoscope monster villain lore worldbuilding compliment greeting",
        "nickname nicknames icebreaker icebreakers anecdote affirmation affirmations testimonial variations variants paraphrases scenario scenarios storyline npc itinerary itineraries plan plans workout workouts routine curriculum syllabus outline",
        "geschichte geschichten märchen gedicht witz witze idee ideen werbetext histoire poème conte blague idée idées cuento historia poema chiste história piada ideias историю стих стихотворение сказку шутку анекдот идеи идею рассказ");

    /// <summary>Creative when several or one of a kind are to be made, but a plain fact with "the": the title, the question.</summary>
    private static readonly WordSet OpenNouns = new(
        "names name titles title questions email emails letter post posts description descriptions suggestions alternatives message prompts reviews comments exercises persona personas conversation biography bio script usernames examples");

    /// <summary>Data that is made up.</summary>
    private static readonly WordSet MadeUp = new("synthetic mock fake dummy fictional fictitious imaginary made-up sample realistic random placeholder");

    private static readonly WordSet MadeUpThings = new(
        "data dataset records people users customers persons names companies products reviews entries transactions rows profiles orders person user customer product company profile conversations emails addresses tickets scenarios events");

    private static readonly WordSet Quantities = new(
        "list set couple number series variety range bunch collection array batch pair dozen selection lot few handful");

    /// <summary>What follows these belongs to the input or to a field, not to what is made.</summary>
    private static readonly WordSet Breaks = new(
        "of for from about in on with that which who based to using per by into as if this these those each when where whether containing including and or return respond extract classify your whose its it is are than like",
        "commit error log sql query code summary json label category score translation answer function class method test tests regex");

    /// <summary>Behind a creative noun these make it a modifier: story points, blog category, question type.</summary>
    private static readonly WordSet OtherHeads = new(
        "summary summaries category categories score scores point points label labels id ids type types table column columns field fields key keys classification classifier query queries analysis extraction validation validator translation "
        + "sentiment rating ratings genre count number list_id url urls path property properties address addresses response responses text_id classes class parser server template api metadata content length number");

    /// <summary>Objects for which "suggest" and "recommend" are decisions or repairs.</summary>
    private static readonly WordSet DecidedThings = new(
        "category categories label labels tag tags class priority department fix fixes type code correction corrections severity score rating value query sql index team queue status refactoring refactorings action step mapping",
        "model version tool command commands migration patch agent route diagnosis treatment medication dosage whether if that account improvements improvement changes change time date remediation codes");

    private static readonly WordSet OtherStarts = new(
        "come coming make dream making imagine be get stay sound creatively imaginatively humorously vary rewrite reword think you you're as act suggest suggesting suggests");

    private static readonly WordSet CreativeRoles = new(
        "poet novelist storyteller copywriter comedian songwriter screenwriter lyricist playwright rapper bard dungeon ghostwriter worldbuilder narrator");

    public static TextMatch? Find(string text)
    {
        var words = PromptWords.Read(text);
        for (var i = 0; i < words.Words.Length; i++)
        {
            if (MayStart(words.Words[i].Text) && At(words, i) is { } end && !words.IsNegated(i) && !words.IsSample(i))
            {
                return words.Match(i, end);
            }
        }

        return FindChinese(words);
    }

    /// <summary>A story, a tweet, a slogan is spoken of, whoever is to make it.</summary>
    public static bool SpeaksOfWorks(PromptWords words)
    {
        foreach (var word in words.Words)
        {
            if (CreativeNouns.Contains(word.Text) || word.Text is "tweet" or "reviews")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Passes over most words at the price of a look-up.</summary>
    private static bool MayStart(string word) => MakingVerbs.Contains(word) || InventingVerbs.Contains(word) || OtherStarts.Contains(word);

    /// <summary>Index of the last word of the creative request that starts at <paramref name="i"/>.</summary>
    private static int? At(PromptWords words, int i)
    {
        var word = words.Words[i].Text;
        var next = words.At(i + 1, i);
        if (InventingVerbs.TryGetForm(word, out var form))
        {
            return words.IsDirected(i, form) || next is "ideas" or "names" ? Within(words, i + 1, i) : null;
        }

        switch (word)
        {
            case "come" or "coming" when next == "up" && words.At(i + 2, i) == "with":
                return Within(words, i + 5, i);
            case "make" or "dream" or "making" when next == "up" && (words.IsDirected(i, VerbForm.Base) || words.At(i - 1, i) == "something"):
            case "make" when next == "something" && words.At(i + 2, i) == "up":
                return Within(words, i + 2, i);
            case "imagine" when next is not ("you" or "you're" or "that" or "yourself") && words.IsDirected(i, VerbForm.Base):
            case "be" or "get" or "stay" or "sound" when IsBeCreative(words, i):
                return Within(words, i + 1, i);
            case "creatively" or "imaginatively" or "humorously":
                return i;
            case "rewrite" or "reword" when words.IsDirected(i, VerbForm.Base) && !IsTechnical(words, i):
            case "vary" when words.IsDirected(i, VerbForm.Base):
            case "think" when next == "outside" || next == "creatively":
                return Within(words, i + 1, i);
            case "you" or "you're" or "as" or "act" when CreativeRole(words, i) is { } role:
                return role;
            case "suggest" or "suggesting" or "suggests":
                return Suggests(words, i);
        }

        return MakingVerbs.TryGetForm(word, out form) && words.IsDirected(i, form) ? Object(words, i) : null;
    }

    private static int Within(PromptWords words, int index, int near) => System.Math.Min(index, words.SentenceOf(near).Last - 1);

    private static bool IsBeCreative(PromptWords words, int i)
    {
        var next = words.At(i + 1, i);
        next = next is "very" or "as" or "more" or "really" or "highly" or "a" ? words.At(i + 2, i) : next;
        next = words.At(i + 2, i) is "and" or "but" ? words.At(i + 3, i) : next;
        return next is "creative" or "imaginative" or "inventive" or "witty" or "funny" or "humorous" or "playful" or "original" && words.IsDirected(i, VerbForm.Base);
    }

    /// <summary>"You are a creative copywriter".</summary>
    private static int? CreativeRole(PromptWords words, int i)
    {
        var at = words.Words[i].Text switch
        {
            "you" when words.At(i + 1, i) is "are" => i + 2,
            "you're" => i + 1,
            "as" when i == words.SentenceOf(i).First => i + 1,
            "act" when words.At(i + 1, i) == "as" => i + 2,
            _ => -1,
        };

        if (at < 0 || words.At(at, i) is not ("a" or "an" or "the"))
        {
            return null;
        }

        for (var k = at + 1; k < at + 7; k++)
        {
            var word = words.At(k, i);
            if (word.Length == 0 || word is "that" or "who" or "for" or "and" or "of" or "in" or "with" || (words.Words[k].Before & (WordGap.Comma | WordGap.Clause)) != 0)
            {
                return null;
            }

            if (CreativeRoles.Contains(word) || (word is "creative" or "fiction" or "comedy" or "imaginative") || (word is "writer" or "author" && words.At(k - 1, i) is "story" or "creative" or "fiction" or "joke" or "humor" or "comedy" or "song" or "blog" or "marketing" or "fantasy"))
            {
                return k;
            }
        }

        return null;
    }

    private static int? Suggests(PromptWords words, int i)
    {
        var form = words.Words[i].Text switch { "suggest" => VerbForm.Base, "suggests" => VerbForm.ThirdPerson, _ => VerbForm.Gerund };
        if (!words.IsDirected(i, form) || words.At(i + 1, i).EndsWith("ing", System.StringComparison.Ordinal))
        {
            return null;
        }

        // The object is the last noun before a preposition; it must be there and must not be a decision.
        var last = i;
        for (var k = i + 1; k <= i + 6; k++)
        {
            var word = words.At(k, i);
            if (word.Length == 0 || (words.Words[k].Before & (WordGap.Brace | WordGap.Colon | WordGap.Clause)) != 0 || (Breaks.Contains(word) && !(word == "of" && Quantities.Contains(words.At(k - 1, i)))))
            {
                break;
            }

            if (DecidedThings.Contains(word))
            {
                return null;
            }

            last = k;
        }

        return DecidedThings.Contains(words.At(last + 1, i)) || last == i || words.Words[last].Text is "the" or "an" or "a" or PromptWords.Hole ? null : last;
    }

    /// <summary>Index of the creative object of the making verb at <paramref name="verb"/>.</summary>
    private static int? Object(PromptWords words, int verb)
    {
        var definite = false;
        var several = false;
        var adjective = false;
        var madeUp = false;
        for (var k = verb + 1; k <= verb + ObjectReach; k++)
        {
            var word = words.At(k, verb);
            if (word.Length == 0 || (words.Words[k].Before & (WordGap.Brace | WordGap.Colon | WordGap.Clause)) != 0)
            {
                return null;
            }

            var modifies = OtherHeads.Contains(words.At(k + 1, verb)) && (words.Words[k + 1].Before & WordGap.Comma) == 0;
            if (CreativeNouns.Contains(word) && !modifies)
            {
                return !definite || (adjective && !HandingVerbs.Contains(words.Words[verb].Text)) || words.Words[verb].Text is "write" or "continue" or "compose" or "tell" or "generate" or "create" ? k : null;
            }

            var indefinite = several || adjective || word.EndsWith("s", System.StringComparison.Ordinal) || words.Words[verb].Text is not ("give" or "provide" or "return" or "output" or "list" or "extract" or "send");
            if (OpenNouns.Contains(word) && !modifies && !definite && indefinite && (several || adjective || madeUp || !HandingVerbs.Contains(words.Words[verb].Text)) && !IsCopied(words, k))
            {
                return k;
            }

            var isAsked = word == "question" && words.At(k - 1, verb) is "up" or "followup" or "interview" or "quiz" or "trivia" or "discussion" or "practice" && !definite && !modifies;
            var isReview = word == "review" && words.At(k - 1, verb) is not ("code" or "security" or "peer") && !definite && !modifies && words.Words[verb].Text is "write" or "generate" or "compose";
            if ((madeUp && MadeUpThings.Contains(word)) || isReview || (isAsked && !HandingVerbs.Contains(words.Words[verb].Text)))
            {
                return k;
            }

            several |= word == PromptWords.Hole || char.IsDigit(word[0]) || word is "several" or "some" or "many" or "multiple" or "two" or "three" or "four" or "five" or "six" or "ten" or "twenty" or "new" or "different" or "interview" or "another";
            adjective |= CreativeAdjectives.Contains(word) || word is "engaging" or "compelling" or "unique" or "promotional" or "professional" or "friendly" or "personalized" or "personalised";
            madeUp |= MadeUp.Contains(word) || (word == "test" && words.At(k + 1, verb) is "data" or "users");
            several |= word is "a" or "an" && words.At(k + 1, verb) is "title" or "name" or "concise" or "short" or "descriptive" && words.Words[verb].Text is "give" or "propose" or "recommend";
            definite |= word is "the" or "its" or "this" or "all";
            if (Breaks.Contains(word) && !(word == "of" && Quantities.Contains(words.At(k - 1, verb))) && !(word == "json" && words.At(k + 1, verb) is "array" or "list") && !(word is "test" && madeUp) && !(word is "and" or "or" && (adjective || CreativeAdjectives.Contains(words.At(k + 1, verb)) || words.At(k + 1, verb) is "engaging" or "compelling")))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>"names found in the text", "description of the image": taken from the input, not made.</summary>
    private static bool IsCopied(PromptWords words, int noun) => words.At(noun + 1, noun) is "found" or "mentioned" or "appearing" or "contained" or "listed" or "present" or "extracted" or "detected"
        || (words.At(noun + 1, noun) == "in" && words.At(noun + 2, noun) is "the" or "this") || (words.At(noun + 1, noun) == "of" && words.Words[noun].Text is "description" or "name" or "message");

    /// <summary>Rewriting a query or code keeps its meaning to the letter.</summary>
    private static bool IsTechnical(PromptWords words, int verb)
    {
        for (var k = verb + 1; k < verb + 7; k++)
        {
            if (words.At(k, verb) is "query" or "queries" or "question" or "sql" or "code" or "function" or "method" or "class" or "url" or "expression" or "json" or "search")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A making verb and, within a dozen characters, what is made: 写一个故事, 生成文案.</summary>
    private static TextMatch? FindChinese(PromptWords words)
    {
        for (var i = 0; i < words.Words.Length; i++)
        {
            var isVerb = words.Words[i].Text is "写" or "寫" or "编" or "创" or "作" or "書" || (words.Words[i].Text == "生" && words.At(i + 1, i) == "成");
            for (var k = i + 1; isVerb && k < i + 12; k++)
            {
                if (words.At(k, i) + words.At(k + 1, i) is "故事" or "诗歌" or "首诗" or "笑话" or "文案" or "小说" or "童话" or "创意" or "物語" or "ストーリー")
                {
                    return words.IsNegated(i) || words.At(i - 1, i) is "要" or "勿" ? null : words.Match(i, k + 1);
                }
            }
        }

        return null;
    }
}
