using System;
using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Prompts;

namespace LlmAnalyzers.Rules;

/// <summary>A call that only asks whether anybody is there.</summary>
internal static class PingCall
{
    /// <summary>Largest output cap of a ping, in tokens.</summary>
    private const int OutputCap = 16;

    /// <summary>Names of members and types that try whether a service answers, as words in a row.</summary>
    private static readonly string[][] HealthNames =
    [
        ["Health", "Check"], ["Healthcheck"], ["Check", "Health"], ["Is", "Healthy"], ["Ping"], ["Warmup"], ["Warm", "Up"], ["Probe"], ["Liveness"], ["Readiness"],
        ["Smoke", "Test"], ["Test", "Connection"], ["Check", "Connection"], ["Verify", "Connection"], ["Test", "Connectivity"], ["Check", "Connectivity"],
    ];

    /// <summary>A member or type named so, or a constant word or two with a small cap.</summary>
    public static bool Is(LlmCall call)
    {
        if (IsHealthName(call.MemberName) || IsHealthName(call.WrapperName) || IsHealthName(call.TypeName))
        {
            return true;
        }

        return call.Conversation.Messages is [{ Text: { IsFullyKnown: true } text }]
            && PingText.IsPing(text.Flat)
            && call[SettingKind.MaxOutputTokens].Values.Any(v => v.Value is double cap && cap <= OutputCap);
    }

    /// <summary>Whole words: a <c>ShoppingAssistant</c> is no ping.</summary>
    private static bool IsHealthName(string name)
    {
        var words = MemberName.WordsOf(name).ToList();
        return HealthNames.Any(wanted => Enumerable.Range(0, words.Count).Any(at => words.Skip(at).Take(wanted.Length).SequenceEqual(wanted, StringComparer.OrdinalIgnoreCase)));
    }
}
