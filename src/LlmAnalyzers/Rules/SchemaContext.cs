using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace LlmAnalyzers.Rules;

/// <summary>What a rule about schemas may ask and where it reports: one member of the project is looked at.</summary>
internal sealed class SchemaContext
{
    private readonly SyntaxTree _tree;
    private readonly TextSpan _member;
    private readonly IReadOnlyList<LlmCall> _calls;
    private readonly ModelCatalogue _models;
    private readonly Action<Diagnostic> _report;

    /// <param name="tree">The file.</param>
    /// <param name="member">The member: a diagnostic stands in it.</param>
    /// <param name="calls">Its calls to a model.</param>
    /// <param name="models">The catalogue.</param>
    /// <param name="report">Takes the diagnostics.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public SchemaContext(SyntaxTree tree, TextSpan member, IReadOnlyList<LlmCall> calls, ModelCatalogue models, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        _tree = tree;
        _member = member;
        _calls = calls;
        _models = models;
        _report = report;
        CancellationToken = cancellationToken;
    }

    public CancellationToken CancellationToken { get; }

    /// <summary>The call of this member that sends the schema; null when another member sends it.</summary>
    public LlmCall? CallOf(SchemaUse use) => _calls.FirstOrDefault(c => c[SettingKind.OutputContract].Values.Any(v => v.Location == use.Creation));

    /// <summary>The model the schema is sent to, when the source leaves no doubt.</summary>
    public ModelFacts? ModelOf(SchemaUse use) =>
        CallOf(use) is { } call && call[SettingKind.Model].Single is { Value: string id } ? _models.Find(call.HasCustomEndpoint ? null : call.Provider, id) : null;

    /// <summary>
    /// Reports at a place that belongs to a schema. What is declared in another member of the file is reported when that member is
    /// looked at; what is in another file, at the expression here that brings it in.
    /// </summary>
    public void Report(DiagnosticDescriptor descriptor, SchemaUse use, Location place, Location bringsIn, DiagnosticSeverity severity, params object[] arguments)
    {
        if (IsHere(place))
        {
            Add(place, IsHere(use.Creation) ? [] : [use.Creation]);
        }
        else if (IsHere(use.Creation) && !(use.IsInvocation && place.SourceTree == _tree) && IsHere(bringsIn))
        {
            Add(bringsIn, place.IsInSource ? [place] : []);
        }

        void Add(Location location, Location[] additional) =>
            _report(Diagnostic.Create(descriptor, location, severity, additional, SchemaProperties.Of(use), arguments));
    }

    private bool IsHere(Location place) => place.SourceTree == _tree && _member.Contains(place.SourceSpan);
}

/// <summary>How a diagnostic names its schema to a code fix: by the span of the expression that puts it into the request.</summary>
internal static class SchemaProperties
{
    private const string Start = "SchemaStart";
    private const string Length = "SchemaLength";

    public static ImmutableDictionary<string, string?> Of(SchemaUse use) => ImmutableDictionary<string, string?>.Empty
        .Add(Start, use.Creation.SourceSpan.Start.ToString(CultureInfo.InvariantCulture))
        .Add(Length, use.Creation.SourceSpan.Length.ToString(CultureInfo.InvariantCulture));

    /// <summary>The span of the expression; null when the diagnostic is not about a schema.</summary>
    public static TextSpan? SpanOf(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(Start, out var start) && int.TryParse(start, out var from)
        && diagnostic.Properties.TryGetValue(Length, out var length) && int.TryParse(length, out var count)
            ? new(from, count)
            : null;
}
