using System;
using System.Collections.Generic;
using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAnalyzers.Reading;

/// <summary>
/// Settings that the project gives to every call through a registered pipeline (<c>ConfigureOptions(o => o.Temperature = 0)</c>).
/// An injected client may be that pipeline, so these settings are unknown at a call that leaves them open.
/// </summary>
internal sealed class PipelineDefaults
{
    private const string Configure = "ConfigureOptions";

    private readonly Lazy<HashSet<SettingKind>?> _kinds;

    public PipelineDefaults(SemanticModels models, SdkSymbols sdks, Func<SyntaxTree, TreeIndex> indexOf) =>
        _kinds = new(() => Read(models, sdks, indexOf));

    /// <summary>Some pipeline of the project may set it.</summary>
    public bool MaySet(SettingKind kind) => _kinds.Value is not { } kinds || kinds.Contains(kind);

    private static HashSet<SettingKind>? Read(SemanticModels models, SdkSymbols sdks, Func<SyntaxTree, TreeIndex> indexOf)
    {
        var kinds = new HashSet<SettingKind>();
        foreach (var tree in models.Compilation.SyntaxTrees)
        {
            foreach (var position in indexOf(tree).InvocationsOf(Configure))
            {
                var invocation = tree.GetRoot().FindToken(position).Parent?.FirstAncestorOrSelf<InvocationExpressionSyntax>();
                if (invocation is null || models.For(tree).GetSymbolInfo(invocation).Symbol is not IMethodSymbol method
                    || sdks.Find<ClientMember>(method.ReducedFrom ?? method) is null)
                {
                    continue;
                }

                if (invocation.ArgumentList.Arguments.FirstOrDefault()?.Expression is not AnonymousFunctionExpressionSyntax lambda)
                {
                    // A method group or variable may set anything.
                    return null;
                }

                foreach (var access in lambda.DescendantNodes().OfType<AssignmentExpressionSyntax>())
                {
                    if (sdks.Find<OptionMember>(models.For(tree).GetSymbolInfo(access.Left).Symbol) is { } option)
                    {
                        kinds.Add(option.Meaning.Setting);
                    }
                }
            }
        }

        return kinds;
    }
}
