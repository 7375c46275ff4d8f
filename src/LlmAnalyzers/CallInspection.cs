using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using LlmAnalyzers.Calls;
using LlmAnalyzers.FineTuning;
using LlmAnalyzers.Models;
using LlmAnalyzers.Reading;
using LlmAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers;

/// <summary>
/// Hands each call of one compilation to every rule: as it stands, and specialised for each caller of the project's wrapper
/// around it. One cause gives one diagnostic: what is wrong for every caller is said at the wrapper, and not again at callers.
/// </summary>
internal sealed class CallInspection
{
    private readonly CallReader _reader;
    private readonly ModelCatalogue _models;
    private readonly AnalyzerConfigOptionsProvider _options;

    /// <summary>What is said about a call nearer to it, by the invocation it is read from and by the call.</summary>
    private readonly ConcurrentDictionary<(SyntaxNode From, SyntaxNode Call), ImmutableHashSet<string>> _said = new();

    public CallInspection(CallReader reader, ModelCatalogue models, AnalyzerConfigOptionsProvider options)
    {
        _reader = reader;
        _models = models;
        _options = options;
    }

    /// <summary>Gives the system prompts of the training files for a base model.</summary>
    public Func<string, TrainedPrompts?> TrainedPromptsOf { get; init; } = static _ => null;

    /// <summary>Reports what rules find about an invocation that is a call or leads to one.</summary>
    public void Check(IInvocationOperation invocation, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        if (_reader.Read(invocation, cancellationToken) is { Call: var call })
        {
            Check(call, report);
            return;
        }

        foreach (var wrapped in _reader.CallsBehind(invocation, cancellationToken))
        {
            if (_reader.ReadThrough(wrapped, level: 0, cancellationToken) is not { } specialised)
            {
                continue;
            }

            Check(specialised, diagnostic =>
            {
                // A value that this caller gives is its own cause; the rest may have been said nearer to the call.
                if (IsGivenByCaller(specialised, diagnostic.Location) || !IsSaidWithin(wrapped, diagnostic.Id, cancellationToken))
                {
                    report(diagnostic);
                }
            });
        }
    }

    private static bool IsGivenByCaller(LlmCall call, Location place) =>
        place != call.Places.MethodName && call.Settings.Values.Any(s => s.Values.Any(v => v.ReportLocation == place));

    private bool IsSaidWithin(WrappedCall wrapped, string id, CancellationToken cancellationToken) =>
        Enumerable.Range(1, wrapped.Passages.Length).Any(level => IdsSaid(wrapped, level, cancellationToken).Contains(id));

    private ImmutableHashSet<string> IdsSaid(WrappedCall wrapped, int level, CancellationToken cancellationToken)
    {
        var from = level < wrapped.Passages.Length ? wrapped.Passages[level].Invocation : wrapped.Call;
        var key = (from.Syntax, wrapped.Call.Syntax);
        if (_said.TryGetValue(key, out var known))
        {
            return known;
        }

        var ids = ImmutableHashSet.CreateBuilder<string>();
        if (_reader.ReadThrough(wrapped, level, cancellationToken) is { } nearer)
        {
            Check(nearer, diagnostic => ids.Add(diagnostic.Id));
        }

        return _said.GetOrAdd(key, ids.ToImmutable());
    }

    private void Check(LlmCall call, Action<Diagnostic> report)
    {
        var rules = new RuleContext(_options.GetOptions(call.Places.Invocation.SourceTree!), _models, report) { TrainedPromptsOf = TrainedPromptsOf };
        var findings = new CallFindings(call);
        foreach (var rule in AllRules.ForCalls)
        {
            rule.Check(call, findings, rules);
        }
    }
}
