using System;
using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Options;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.FineTuning;

/// <summary>LLM5006: a fine-tuned model still gets worked examples.</summary>
internal sealed class TunedModelWithExamples : CallRule
{
    public const string Id = "LLM5006";

    private const int FewestExamples = 3;

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "FineTuning",
        DiagnosticSeverity.Info,
        "Fine-tuned model still carries the examples",
        "'{0}' is fine-tuned and still gets {1} worked examples ({2}), about {3} tokens in every request: send it the prompt it was trained with, and leave out what it has learned",
        "Examples in the prompt cost what the tuning was to save, and a prompt that differs from the one of the training data makes the answers worse.");

    public override void Check(LlmCall call, CallFindings findings, RuleContext context)
    {
        if (!call.IsInTest && TunedName(call, context) is { } name && TuningAdvice.ExamplesOf(call, findings) is { Count: >= FewestExamples } examples)
        {
            context.Report(Descriptor, call, call.Places.MethodName, DiagnosticSeverity.Info, [examples.Location], name, examples.Count, examples.Form, Numbers.Of(examples.Tokens));
        }
    }

    private static string? TunedName(LlmCall call, RuleContext context)
    {
        var model = call[SettingKind.Model].Values.Concat(call[SettingKind.Deployment].Values).Select(v => v.Value as string).FirstOrDefault(v => v is not null);
        return model is not null && (TuningAdvice.IsTuned(call, context) || context.Option(AllOptions.FineTunedModels, Id).Contains(model, StringComparer.OrdinalIgnoreCase))
            ? model
            : null;
    }
}
