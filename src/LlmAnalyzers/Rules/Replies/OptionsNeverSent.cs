using System.Collections.Immutable;
using System.Linq;
using LlmAnalyzers.Calls;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.Replies;

/// <summary>LLM7003: options are made and configured, and no call gets them.</summary>
internal sealed class OptionsNeverSent : OptionsRule
{
    public const string Id = "LLM7003";

    /// <summary>Property of the diagnostic with the variable that a fix passes on.</summary>
    public const string Variable = "Variable";

    private const int MostNamed = 3;

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "Replies",
        DiagnosticSeverity.Warning,
        "Options never sent",
        "'{0}' sets {1} and is passed to no call: {2}",
        "The settings take effect only in the request they are sent with. A call that does not get the object runs with the defaults of the service, and nothing says so.");

    public override void Check(OptionsObject options, RuleContext context)
    {
        if (options.IsUsed || options.Settings.IsEmpty)
        {
            return;
        }

        var named = options.Settings.Take(MostNamed).ToList();
        var settings = string.Join(", ", named) + (options.Settings.Length > named.Count ? " …" : "");
        var call = options.CallsWithout.Length == 1 ? options.CallsWithout[0] : null;
        context.Report(
            Descriptor,
            options.Place,
            call is null ? ImmutableDictionary<string, string?>.Empty : CallProperties.Of(call).Add(Variable, options.Name),
            options.Name,
            settings,
            options.CallsWithout.IsEmpty ? "the settings never reach a model; pass it to the call it is meant for" : "the request goes out with the defaults; pass it to the call");
    }
}
