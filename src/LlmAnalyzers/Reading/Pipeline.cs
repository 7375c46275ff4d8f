using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LlmAnalyzers.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>A stage of a client's pipeline that is handed the options of every call: <c>ConfigureOptions(o => o.Temperature = 0)</c>.</summary>
/// <param name="Options">The parameter that is the options.</param>
/// <param name="Code">What is done with it.</param>
/// <param name="Frame">Where that stands.</param>
internal sealed record PipelineStage(IParameterSymbol Options, IOperation Code, Frame Frame);

/// <summary>Reads what the stages of a pipeline make of the options of a call.</summary>
internal static class Pipeline
{
    /// <summary>The lambda, local function or method of the project that is handed over as a stage; null when it cannot be read.</summary>
    public static PipelineStage? StageOf(IOperation value, Frame frame, ReadingContext context)
    {
        if (context.OriginsOf(value, frame).Single is not { Operation: IDelegateCreationOperation { Target: var target } } origin)
        {
            return null;
        }

        switch (target)
        {
            case IAnonymousFunctionOperation { Symbol.Parameters: [var options] } lambda:
                return new(options, lambda.Body, origin.Frame);
            case IMethodReferenceOperation { Method: { Parameters: [var options], DeclaringSyntaxReferences.Length: 1, IsVirtual: false, IsOverride: false, MethodKind: MethodKind.Ordinary } method }
                when context.Members.BodyOf(method, context.CancellationToken) is { } body:
                return new(options, body.Root, origin.Frame.Enter(body, target));
            default:
                return null;
        }
    }

    /// <summary>
    /// The settings after the stages: one that is assigned there replaces what the call gave, one that is assigned if null completes it.
    /// In which order stages of several pipelines run is left open.
    /// </summary>
    public static ImmutableDictionary<SettingKind, Setting> Apply(
        ImmutableArray<PipelineStage> stages, ImmutableDictionary<SettingKind, Setting> settings, ReadingContext context)
    {
        if (stages.IsEmpty)
        {
            return settings;
        }

        var forward = InOrder(stages, settings, context);
        if (stages.Length == 1)
        {
            return forward;
        }

        var backward = InOrder(stages.Reverse(), settings, context);
        return forward.Keys.Union(backward.Keys).ToImmutableDictionary(k => k, k => Of(forward, k).Or(Of(backward, k)));
    }

    private static Setting Of(ImmutableDictionary<SettingKind, Setting> settings, SettingKind kind) => settings.GetValueOrDefault(kind) ?? Setting.NotSet;

    private static ImmutableDictionary<SettingKind, Setting> InOrder(
        IEnumerable<PipelineStage> stages, ImmutableDictionary<SettingKind, Setting> settings, ReadingContext context)
    {
        var state = new OptionsState();
        state.Settings.AddRange(settings);
        foreach (var stage in stages)
        {
            if (OptionsMutations.ApplyIn(stage, state, context) || state.MayHoldMore)
            {
                return settings.ToImmutableDictionary(s => s.Key, s => s.Value.Or(Setting.Unknown));
            }
        }

        return state.Settings.ToImmutable();
    }
}
