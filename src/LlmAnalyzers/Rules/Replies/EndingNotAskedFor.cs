using System.Linq;
using LlmAnalyzers.Calls;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.Replies;

/// <summary>LLM7001: the text of a reply is taken for a whole one, and nobody asks why it ended.</summary>
internal sealed class EndingNotAskedFor : CallRule
{
    public const string Id = "LLM7001";

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "Replies",
        DiagnosticSeverity.Info,
        "Reply parsed without asking why it ended",
        "{0}; look at {1} first",
        "A reply ends because it is complete, because the output cap or a content filter cut it off, or because the model refused or called a tool. Only the first is the text that the code expects; the others come with status 200 too.");

    public override void Check(LlmCall call, CallFindings findings, RuleContext context)
    {
        var ending = call.Ending;
        var parses = call.ReplyUses.Where(IsParse).ToList();
        if (ending.IsAskedFor || call.IsInTest || PingCall.Is(call) || parses.Any(u => u is { IsGuarded: true, IsInCaller: false }))
        {
            // In a test an exception is the report, a ping asks for no text, and who handles the parser's exception expects it.
            return;
        }

        var parsed = ending.IsAskedForByCaller ? null : parses.FirstOrDefault(u => !u.IsGuarded);
        var indexed = ending.Indexed.FirstOrDefault(i => !i.IsGuarded);
        if ((parsed ?? indexed) is not { } use)
        {
            return;
        }

        var cap = call[SettingKind.MaxOutputTokens].Values.FirstOrDefault();
        var cause = parsed is not null
            ? "Reply is parsed " + (parsed.Type is { } type ? "as '" + type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) + "'" : "by '" + parsed.Display + "'")
                + " without asking why it ended: cut off" + AtCap(cap) + ", refused or empty, it is nothing that can be parsed"
            : "'" + indexed!.Display + "' is read without asking why the reply ended: where the model refused, or a filter or a tool call stepped in, there may be nothing in it and it throws"
                + (cap is null ? "" : ", and" + AtCap(cap) + " the text is cut off");
        context.Report(
            Descriptor,
            call,
            use.LocalLocation ?? call.Places.MethodName,
            cap is null ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning,
            new[] { use.Location, indexed?.Location, cap?.Location, call.Places.MethodName }.OfType<Location>(),
            cause,
            ending.ToldBy);
    }

    /// <summary>Reads the text as something, and throws where it is not that.</summary>
    private static bool IsParse(ReplyUse use) =>
        use.Kind == ReplyUseKind.ParsedAsJson || (use.Kind == ReplyUseKind.Converted && !use.Display.Contains(".TryParse"));

    private static string AtCap(SourceValue? cap) =>
        cap is null ? "" : " at the output cap of " + System.Convert.ToString(cap.Value, System.Globalization.CultureInfo.InvariantCulture) + " tokens";
}
