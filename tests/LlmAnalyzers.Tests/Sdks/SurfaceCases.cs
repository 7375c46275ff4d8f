using System.Collections.Generic;
using System.Linq;
using LlmAnalyzers.Sdks;
using LlmAnalyzers.Tests.Verification;

namespace LlmAnalyzers.Tests.Sdks;

/// <summary>Every table, with its packages and its exceptions.</summary>
internal static class SurfaceCases
{
    public static IReadOnlyList<SurfaceCase> All { get; } =
    [
        OpenAICases.Chat, OpenAICases.Responses, OpenAICases.AzureBeta, AnthropicCases.Messages, AnthropicCases.Beta,
        MicrosoftCases.ExtensionsAI, MicrosoftCases.SemanticKernel, MicrosoftCases.AgentFramework,
        new(RawHttp.Surface, Sdk.None),
    ];
}

/// <summary>Reasons why a name of a package is not in a table, or the other way round.</summary>
internal static class Because
{
    public const string GeneratesNothing = "asks about something, makes or keeps something, generates nothing";
    public const string Protocol = "protocol method: the request is a JSON body";
    public const string NotChat = "another kind of request than a chat";
    public const string ConfigOnly = "prompt and settings are in a configuration object";
    public const string NoMatter = "changes neither what the model is told nor how it answers";
    public const string AddsBesideText = "adds to the reply, not to its text";
    public const string NoRule = "no rule asks for it";
    public const string Retired = "retired by the service in favour of tools";

    /// <summary>One list from name to reason.</summary>
    public static IReadOnlyDictionary<string, string> Of(params (string Reason, string[] Names)[] groups) =>
        groups.SelectMany(g => g.Names.Select(n => KeyValuePair.Create(n, g.Reason))).ToDictionary();
}
