using System.Linq;
using LlmAnalyzers.Calls;

namespace LlmAnalyzers.Prompts;

/// <summary>Recognises texts that only try whether the model answers.</summary>
internal static class PingText
{
    /// <summary>In characters, white space at the ends not counted.</summary>
    private const int MaxLength = 40;

    private static readonly WordSet Probes = new(
        "ping pong hi hello hey howdy greetings test testing ok okay yo hola hallo bonjour warmup health alive probe ready привет");

    /// <summary>Words that may stand beside a probe: "say hi", "respond with OK", "just a test", "hello world".</summary>
    private static readonly WordSet Beside = new(
        "say reply respond answer return with just a the only this is please to me back word connection check there world warm up model connectivity request prompt message are you api in one exactly and how doing today");

    /// <summary>Small talk without a probe in it.</summary>
    private static readonly string[] SmallTalk = ["how are you", "how are you today", "how are you doing", "are you there", "good morning"];

    public static bool IsPing(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length is 0 or > MaxLength || trimmed.IndexOf(PromptText.HoleMark) >= 0)
        {
            return false;
        }

        var words = PromptWords.Read(trimmed);
        if (SmallTalk.Contains(string.Join(" ", words.Words.Select(w => w.Text))))
        {
            return true;
        }

        var probes = 0;
        foreach (var word in words.Words)
        {
            if (Probes.Contains(word.Text))
            {
                probes++;
            }
            else if (!Beside.Contains(word.Text))
            {
                return trimmed is "你好" or "测试";
            }
        }

        return probes > 0 || (words.Words.Length == 0 && trimmed.Length <= 3);
    }
}
