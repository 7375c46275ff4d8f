using System;
using System.Collections.Immutable;
using LlmAnalyzers.Calls;

namespace LlmAnalyzers.Prompts;

/// <summary>What stands between a word and the word before it, besides white space.</summary>
[Flags]
internal enum WordGap
{
    None = 0,
    Comma = 1,
    Colon = 2,

    /// <summary>Semicolon, dash between blanks, parenthesis: another clause.</summary>
    Clause = 4,

    /// <summary>Braces and brackets: data, not prose.</summary>
    Brace = 8,
    Quote = 16,
    Slash = 32,
}

/// <summary>A word, number, hole, or single Chinese or Japanese character.</summary>
/// <param name="Text">In lower case; <see cref="PromptWords.Hole"/> for a hole.</param>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset after its last character.</param>
/// <param name="Before">What stands between this word and the one before.</param>
/// <param name="Sentence">Index of the sentence it belongs to.</param>
internal readonly record struct PromptWord(string Text, int Start, int End, WordGap Before, int Sentence);

/// <summary>A sentence, bullet, heading or line of a prompt: the stretch within which words belong together.</summary>
/// <param name="First">Index of its first word.</param>
/// <param name="Last">Index after its last word.</param>
/// <param name="Start">Offset of its first character; white space and bullet marks before the first word included.</param>
/// <param name="End">Offset after its closing punctuation.</param>
/// <param name="IsBullet">Starts with a bullet, a number or a heading mark.</param>
internal readonly record struct PromptSentence(int First, int Last, int Start, int End, bool IsBullet);

/// <summary>A prompt as words and sentences. Lines wrapped in mid-sentence are joined; bullets and headings stand alone.</summary>
internal sealed class PromptWords
{
    /// <summary>Text of the word that stands for a hole.</summary>
    public const string Hole = "\uFFFC";

    /// <summary>Sentences are cut here, in words, so that looking around in one costs little.</summary>
    private const int MaxSentence = 100;

    private static readonly WordSet Abbreviations = new("e.g i.e eg ie vs dr mr mrs approx z.b");

    /// <summary>A line that ends in one of these goes on in the next.</summary>
    private static readonly WordSet NeverLast = new(
        "a an the with in as of to for and or by from that which your valid into must should be is are");

    /// <summary>Words that leave a quote hanging in the air.</summary>
    private static readonly WordSet Hanging = new(
        "a an the all of to for in into with and or but as on at by from that which who whose your my our their its his her this these each any if when than so not based out using about "
        + "und oder mit von der die das ein eine für et ou de la le les un une des y o el los con por para con en i w z na do " + Hole);

    private PromptWords(string text, ImmutableArray<PromptWord> words, ImmutableArray<PromptSentence> sentences)
    {
        Source = text;
        Words = words;
        Sentences = sentences;
    }

    /// <summary>The text as given; words are read up to <see cref="PromptText.MaxLength"/> only.</summary>
    public string Source { get; }

    public ImmutableArray<PromptWord> Words { get; }

    public ImmutableArray<PromptSentence> Sentences { get; }

    public PromptSentence SentenceOf(int word) => Sentences[Words[word].Sentence];

    /// <summary>The lower-case word, or nothing outside the sentence that holds <paramref name="near"/>.</summary>
    public string At(int word, int near)
    {
        var sentence = SentenceOf(near);
        return word >= sentence.First && word < sentence.Last ? Words[word].Text : "";
    }

    /// <summary>A quote of whole words that does not end in "of" or "the". The last word may lie behind the text's end.</summary>
    public TextMatch Match(int firstWord, int lastWord)
    {
        lastWord = Math.Min(lastWord, Words.Length - 1);
        while (lastWord > firstWord && Hanging.Contains(Words[lastWord].Text))
        {
            lastWord--;
        }

        return TextMatch.Of(Source, Words[firstWord].Start, Words[lastWord].End);
    }

    /// <summary>A quote whose middle is left out when it is long: the last words matter as much as the first.</summary>
    public TextMatch MatchBothEnds(int firstWord, int lastWord) => TextMatch.OfBothEnds(Source, Words[firstWord].Start, Words[lastWord].End);

    public static PromptWords Read(string text)
    {
        var reader = new Reader(text);
        reader.Run();
        return new PromptWords(text, reader.Words.ToImmutable(), reader.Sentences.ToImmutable());
    }

    public static bool IsIdeograph(char c) => c is (>= '\u3040' and <= '\u30ff') or (>= '\u3400' and <= '\u9fff') or (>= '\uac00' and <= '\ud7af');

    private sealed class Reader(string text)
    {
        private readonly int _length = Math.Min(text.Length, PromptText.MaxLength);
        private int _sentenceStart;
        private int _sentenceFirst;
        private bool _isBullet;
        private WordGap _gap;

        public ImmutableArray<PromptWord>.Builder Words { get; } = ImmutableArray.CreateBuilder<PromptWord>();

        public ImmutableArray<PromptSentence>.Builder Sentences { get; } = ImmutableArray.CreateBuilder<PromptSentence>();

        public void Run()
        {
            var i = SkipLineMark(0);
            while (i < _length)
            {
                var c = text[i];
                if (c == PromptText.HoleMark || IsIdeograph(c))
                {
                    Add(i, i + 1);
                    i++;
                }
                else if (IsWordPart(c))
                {
                    var end = EndOfWord(i);
                    Add(i, end);
                    i = end;
                }
                else
                {
                    i = Punctuation(i);
                }
            }

            EndSentence(_length);
        }

        private void Add(int start, int end)
        {
            if (Words.Count - _sentenceFirst >= MaxSentence)
            {
                EndSentence(start);
            }

            var lower = text[start] == PromptText.HoleMark ? Hole : text.Substring(start, end - start).ToLowerInvariant().Replace('’', '\'');
            Words.Add(new PromptWord(lower, start, end, _gap, Sentences.Count));
            _gap = WordGap.None;
        }

        private static bool IsWordPart(char c) => (char.IsLetterOrDigit(c) || c == '_') && !IsIdeograph(c);

        private int EndOfWord(int i)
        {
            while (i < _length)
            {
                var c = text[i];
                var next = i + 1 < _length ? text[i + 1] : ' ';
                var joins = c is '\'' or '’' ? char.IsLetter(next) && IsWordPart(next) && i > 0 && char.IsLetter(text[i - 1])
                    : c == '.' && IsWordPart(next) && !(char.IsUpper(next) && char.IsLower(text[i - 1]));
                if (!IsWordPart(c) && !joins)
                {
                    break;
                }

                i++;
            }

            while (i < _length && (text[i] is '#' or '+') && i > 0 && char.IsLetter(text[i - 1] is '+' ? 'c' : text[i - 1]))
            {
                i++;
            }

            return i;
        }

        /// <summary>Reads one character that belongs to no word; returns where to go on.</summary>
        private int Punctuation(int i)
        {
            switch (text[i])
            {
                case '\n':
                    return NewLine(i);
                case '.' or '!' or '?' when EndsSentence(i):
                case '。' or '！' or '？':
                    var end = i + 1;
                    while (end < _length && text[end] is '.' or '!' or '?' or '"' or '\'' or ')' or '”' or '*')
                    {
                        end++;
                    }

                    EndSentence(end);
                    return end;
                case ',' or '、' or '，':
                    _gap |= WordGap.Comma;
                    break;
                case ':' or '：':
                    _gap |= WordGap.Colon;
                    break;
                case ';' or '(' or ')' or '—' or '–' or '；' or '>' or '<' or '→':
                case '-' when i > 0 && text[i - 1] is ' ' or '-':
                    _gap |= WordGap.Clause;
                    break;
                case '{' or '}' or '[' or ']':
                    _gap |= WordGap.Brace;
                    break;
                case '"' or '\'' or '“' or '”' or '‘' or '’' or '`' or '«' or '»':
                    _gap |= WordGap.Quote;
                    break;
                case '/' or '|':
                    _gap |= WordGap.Slash;
                    break;
            }

            return i + 1;
        }

        private bool EndsSentence(int i)
        {
            var next = i + 1 < _length ? text[i + 1] : ' ';
            if (Words.Count > 0 && text[i] == '.' && next == ' ' && Words[Words.Count - 1] is var last && last.End == i && Abbreviations.Contains(last.Text))
            {
                return false;
            }

            return char.IsWhiteSpace(next) || char.IsUpper(next) || IsIdeograph(next) || next is '"' or '\'' or ')' or '”' or '!' or '?' or '.' or '*' or '<' or PromptText.HoleMark;
        }

        private int NewLine(int i)
        {
            var next = i + 1;
            while (next < _length && text[next] is ' ' or '\t' or '\r')
            {
                next++;
            }

            var hasWords = Words.Count > _sentenceFirst;
            var afterMark = SkipLineMark(next);
            var goesOn = hasWords && next < _length && afterMark == next && text[next] is not ('\n' or '{' or '[' or '<') && (_gap & (WordGap.Colon | WordGap.Brace)) == 0
                && (char.IsLower(text[next]) || (_gap & WordGap.Comma) != 0 || (_gap == WordGap.None && NeverLast.Contains(Words[Words.Count - 1].Text)));
            if (!goesOn)
            {
                EndSentence(i + 1);
                _isBullet = afterMark > next;
            }

            return afterMark;
        }

        /// <summary>Where the line's text starts, behind bullets, numbers and heading marks.</summary>
        private int SkipLineMark(int i)
        {
            var start = i;
            while (i < _length && text[i] is '#' or '-' or '*' or '•' or '>' or '–' or '=' or '~')
            {
                i++;
            }

            if (i > start)
            {
                return i;
            }

            while (i < _length && i - start < 3 && char.IsDigit(text[i]))
            {
                i++;
            }

            return i > start && i + 1 < _length && text[i] is '.' or ')' && text[i + 1] is ' ' or '\t' ? i + 1 : start;
        }

        private void EndSentence(int end)
        {
            if (Words.Count > _sentenceFirst)
            {
                Sentences.Add(new PromptSentence(_sentenceFirst, Words.Count, _sentenceStart, end, _isBullet));
                _sentenceFirst = Words.Count;
                _sentenceStart = end;
                _isBullet = false;
            }

            _gap = WordGap.None;
        }
    }
}
