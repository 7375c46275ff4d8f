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

    private static readonly string[] HealthWords = ["Health", "Ping", "WarmUp", "Warmup", "Probe", "TestConnection", "CheckConnection", "Smoke"];

    /// <summary>A member or type named so, or a constant word or two with a small cap.</summary>
    public static bool Is(LlmCall call)
    {
        if (HealthWords.Any(w => call.MemberName.IndexOf(w, StringComparison.OrdinalIgnoreCase) >= 0 || call.TypeName.IndexOf(w, StringComparison.OrdinalIgnoreCase) >= 0))
        {
            return true;
        }

        return call.Conversation.Messages is [{ Text: { IsFullyKnown: true } text }]
            && PingText.IsPing(text.Flat)
            && call[SettingKind.MaxOutputTokens].Values.Any(v => v.Value is double cap && cap <= OutputCap);
    }
}
