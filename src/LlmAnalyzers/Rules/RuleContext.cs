using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.FineTuning;
using LlmAnalyzers.Models;
using LlmAnalyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAnalyzers.Rules;

/// <summary>What a rule may ask and where it reports.</summary>
internal sealed class RuleContext
{
    private readonly AnalyzerConfigOptions _options;
    private readonly Action<Diagnostic> _report;

    public RuleContext(AnalyzerConfigOptions options, ModelCatalogue models, Action<Diagnostic> report)
    {
        _options = options;
        Models = models;
        _report = report;
    }

    public ModelCatalogue Models { get; }

    /// <summary>The system prompts of the training files that the project lists for a base model; null when it lists none.</summary>
    public Func<string, TrainedPrompts?> TrainedPromptsOf { get; init; } = static _ => null;

    /// <summary>The value a team configured for the file of the diagnostic, else the default.</summary>
    public T Option<T>(OptionDefinition<T> option, string ruleId) => OptionReader.Read(_options, option, ruleId);

    /// <inheritdoc cref="CalledModel.Of(LlmCall, ModelCatalogue)"/>
    public ModelFacts? ModelOf(LlmCall call) => CalledModel.Of(call, Models);

    /// <summary>
    /// Where an editor shows it live: in the member that is read, on the place where the person can change it. A cause that stands
    /// elsewhere brings the call into it.
    /// </summary>
    private static Location PlaceOf(LlmCall call, Location wanted)
    {
        var (invocation, name, member) = (call.Places.Invocation, call.Places.MethodName, call.Places.Member);

        // A default value that a caller leaves as it is has no place of its own there.
        var isWholeInvocation = call.IsSpecialised && wanted == invocation;
        var isInMember = wanted.SourceTree == invocation.SourceTree && member?.SourceSpan.Contains(wanted.SourceSpan) != false;
        return isInMember && !isWholeInvocation ? wanted : name;
    }

    /// <summary>Reports one cause once.</summary>
    /// <param name="descriptor">The rule.</param>
    /// <param name="call">The call it is about; fixes find it again through the diagnostic's properties.</param>
    /// <param name="location">The cause; where it stands in another member, the diagnostic stands on the call.</param>
    /// <param name="severity">The claim made in this case; what a team configures replaces it.</param>
    /// <param name="evidence">Places that explain it.</param>
    /// <param name="arguments">For the message.</param>
    public void Report(
        DiagnosticDescriptor descriptor, LlmCall call, Location location, DiagnosticSeverity severity, IEnumerable<Location> evidence, params object[] arguments)
    {
        // An additional location in another file is fine; the diagnostic itself stands in its own member.
        var place = PlaceOf(call, location);
        var others = place == location ? evidence : evidence.Prepend(location);
        if (call.Places.Wrapped is { } wrapped)
        {
            others = others.Append(wrapped);
        }

        var additional = others.Where(l => l.IsInSource && l != place).Distinct().Take(8);
        var properties = CallProperties.Of(call);
        _report(Diagnostic.Create(descriptor, place, severity, additional, properties, arguments));
    }

    /// <summary>Reports what is not about a call: a constant, at its own place.</summary>
    public void Report(DiagnosticDescriptor descriptor, Location location, ImmutableDictionary<string, string?> properties, params object[] arguments) =>
        _report(Diagnostic.Create(descriptor, location, properties, arguments));
}

/// <summary>How a diagnostic names its call to a code fix: by the span of the invocation in the diagnostic's own file.</summary>
internal static class CallProperties
{
    private const string Start = "CallStart";
    private const string Length = "CallLength";

    public static ImmutableDictionary<string, string?> Of(LlmCall call)
    {
        var span = call.Places.Invocation.SourceSpan;
        return ImmutableDictionary<string, string?>.Empty
            .Add(Start, span.Start.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .Add(Length, span.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>The span of the invocation; null when the diagnostic is not about a call.</summary>
    public static Microsoft.CodeAnalysis.Text.TextSpan? SpanOf(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(Start, out var start) && int.TryParse(start, out var from)
        && diagnostic.Properties.TryGetValue(Length, out var length) && int.TryParse(length, out var count)
            ? new(from, count)
            : null;
}
