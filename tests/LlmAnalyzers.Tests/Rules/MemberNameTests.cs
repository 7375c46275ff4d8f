using LlmAnalyzers.Rules;
using Xunit;

namespace LlmAnalyzers.Tests.Rules;

public class MemberNameTests
{
    [Theory]
    [InlineData("ClassifyTicketAsync", "Classify Ticket Async")]
    [InlineData("parseJSONReply", "parse JSON Reply")]
    [InlineData("_run_all2", "run all2")]
    [InlineData("X", "X")]
    [InlineData("", "")]
    [InlineData("__", "")]
    [InlineData("ÜberPrüfung", "Über Prüfung")]
    public void A_name_is_read_word_by_word(string name, string words) => Assert.Equal(words, string.Join(' ', MemberName.WordsOf(name)));

    [Theory]
    [InlineData("ScoreAsync", true)]
    [InlineData("TryScore", true)]
    [InlineData("scoring_score", true)]
    [InlineData("ScoreboardAsync", false)]
    [InlineData("WriteScore", false)]
    [InlineData("", false)]
    public void Only_whole_words_count_and_a_writing_verb_decides(string name, bool says) => Assert.Equal(says, MemberName.Says(name, ["Score"]));
}
