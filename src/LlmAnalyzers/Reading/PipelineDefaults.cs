using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
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

    private readonly SemanticModels _models;
    private readonly SdkSymbols _sdks;
    private readonly Func<SyntaxTree, TreeIndex> _indexOf;

    /// <summary>Found once, by whoever comes first; two who come at once find the same. No lock is held while trees are read.</summary>
    private Found? _found;

    public PipelineDefaults(SemanticModels models, SdkSymbols sdks, Func<SyntaxTree, TreeIndex> indexOf)
    {
        _models = models;
        _sdks = sdks;
        _indexOf = indexOf;
    }

    /// <param name="Anything">A method or variable configures the options: it may set whatever there is.</param>
    /// <param name="Kinds">What lambdas set.</param>
    private sealed record Found(bool Anything, ImmutableHashSet<SettingKind> Kinds);

    /// <summary>Some pipeline of the project may set it.</summary>
    public bool MaySet(SettingKind kind, CancellationToken cancellationToken)
    {
        var found = Volatile.Read(ref _found);
        if (found is null)
        {
            found = Find(cancellationToken);
            Volatile.Write(ref _found, found);
        }

        return found.Anything || found.Kinds.Contains(kind);
    }

    private Found Find(CancellationToken cancellationToken)
    {
        var kinds = ImmutableHashSet.CreateBuilder<SettingKind>();
        foreach (var lambda in Configurations(cancellationToken))
        {
            if (lambda is null)
            {
                return new(Anything: true, ImmutableHashSet<SettingKind>.Empty);
            }

            foreach (var assignment in lambda.DescendantNodes().OfType<AssignmentExpressionSyntax>())
            {
                if (_sdks.Find<OptionMember>(_models.For(lambda.SyntaxTree).GetSymbolInfo(assignment.Left, cancellationToken).Symbol) is { } option)
                {
                    kinds.Add(option.Meaning.Setting);
                }
            }
        }

        return new(Anything: false, kinds.ToImmutable());
    }

    /// <summary>The lambdas that configure options; null for each that is no lambda.</summary>
    private IEnumerable<AnonymousFunctionExpressionSyntax?> Configurations(CancellationToken cancellationToken)
    {
        foreach (var tree in _models.Compilation.SyntaxTrees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var position in _indexOf(tree).InvocationsOf(Configure))
            {
                var invocation = tree.GetRoot(cancellationToken).FindToken(position).Parent?.FirstAncestorOrSelf<InvocationExpressionSyntax>();
                if (invocation is not null && _models.For(tree).GetSymbolInfo(invocation, cancellationToken).Symbol is IMethodSymbol method
                    && _sdks.Find<ClientMember>(method.ReducedFrom ?? method) is not null)
                {
                    yield return invocation.ArgumentList.Arguments.FirstOrDefault()?.Expression as AnonymousFunctionExpressionSyntax;
                }
            }
        }
    }
}
