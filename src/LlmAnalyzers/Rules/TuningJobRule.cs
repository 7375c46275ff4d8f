using System;
using System.Collections.Immutable;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Models;
using LlmAnalyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAnalyzers.Rules;

/// <summary>A rule that looks at one fine-tuning job.</summary>
internal abstract class TuningJobRule
{
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>Looks at a job and reports what it finds. Unknown is silent.</summary>
    public abstract void Check(FineTuningJob job, TuningJobContext context);
}

/// <summary>What a rule may ask about a job, and where it reports.</summary>
internal sealed class TuningJobContext(FineTuningJob job, AnalyzerConfigOptions options, ModelCatalogue models, Action<Diagnostic> report)
{
    public ModelCatalogue Models { get; } = models;

    /// <summary>Examples of the training files that the project lists for a base model; null when it lists none.</summary>
    public required Func<string?, int?> CountExamples { get; init; }

    /// <summary>Whether the project sends any request to a model.</summary>
    public required Func<bool> SendsPrompts { get; init; }

    public T Option<T>(OptionDefinition<T> option, string ruleId) => OptionReader.Read(options, option, ruleId);

    public void Report(DiagnosticDescriptor descriptor, Location location, params object[] arguments) =>
        Report(descriptor, location, ImmutableDictionary<string, string?>.Empty, arguments);

    /// <param name="descriptor">The rule.</param>
    /// <param name="location">In the member of the job.</param>
    /// <param name="properties">For the fix.</param>
    /// <param name="arguments">For the message.</param>
    public void Report(DiagnosticDescriptor descriptor, Location location, ImmutableDictionary<string, string?> properties, params object[] arguments) =>
        report(Diagnostic.Create(descriptor, location.SourceTree == job.MethodName.SourceTree ? location : job.MethodName, properties, arguments));
}
