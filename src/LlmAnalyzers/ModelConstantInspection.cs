using System;
using System.Collections.Immutable;
using System.Threading;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Models;
using LlmAnalyzers.Reading;
using LlmAnalyzers.Rules;
using LlmAnalyzers.Rules.Models;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers;

/// <summary>
/// Hands each constant of one compilation that a call receives as model to the rules about models. A constant is met where it is
/// written; only when it looks like a model is it asked who receives it.
/// </summary>
internal sealed class ModelConstantInspection
{
    private readonly ModelConstantReader _constants;
    private readonly ModelCatalogue _models;

    public ModelConstantInspection(ModelConstantReader constants, ModelCatalogue models)
    {
        _constants = constants;
        _models = models;
    }

    /// <summary>Reports what is wrong with a constant.</summary>
    public void Check(IOperation operation, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        if (_constants.TextOf(operation) is { } text && _models.MayMean(text)
            && !TestCode.Contains(operation.Syntax)
            && _constants.Read(operation, text, cancellationToken) is { } constant)
        {
            Check(constant, report);
        }
    }

    private void Check(ModelConstant constant, Action<Diagnostic> report)
    {
        var model = CalledModel.Of(constant, _models);
        foreach (var rule in AllRules.ForModelConstants)
        {
            if (rule.Check(constant, model, _models) is { } finding)
            {
                var properties = ImmutableDictionary<string, string?>.Empty;
                if (finding.Replacement is { } replacement)
                {
                    properties = properties.Add(ModelConstantProperties.Replacement, replacement);
                }

                report(Diagnostic.Create(rule.Descriptor, constant.Location, properties, finding.Arguments));
                return;
            }
        }
    }
}
