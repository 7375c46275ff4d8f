using LlmAnalyzers.Calls;
using LlmAnalyzers.Models;

namespace LlmAnalyzers.Rules;

/// <summary>The reasoning effort a call asks for, as the catalogue wants to be asked.</summary>
internal static class RequestedEffort
{
    /// <summary>Unknown where several are possible, or where a hook may put another into the request.</summary>
    public static ReasoningEffort Of(LlmCall call) => call[SettingKind.ReasoningEffort] switch
    {
        _ when !call[SettingKind.RawRequest].IsNotSet => ReasoningEffort.Unknown,
        { IsNotSet: true } => ReasoningEffort.NotSet,
        { Single.Value: string name } => ReasoningEffort.Of(name),
        _ => ReasoningEffort.Unknown,
    };
}
