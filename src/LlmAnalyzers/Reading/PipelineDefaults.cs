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

            if (lambda.DescendantNodes().OfType<ArgumentSyntax>().Any(a => a.Expression is IdentifierNameSyntax given && ParameterOf(lambda) == given.Identifier.ValueText))
            {
                // Whoever gets the options there may set whatever there is.
                return new(Anything: true, ImmutableHashSet<SettingKind>.Empty);
            }

            foreach (var assignment in lambda.DescendantNodes().OfType<AssignmentExpressionSyntax>())
            {
                if (KindOf(assignment.Left, cancellationToken) is { } kind)
                {
                    kinds.Add(kind);
                }
            }
        }

        return new(Anything: false, kinds.ToImmutable());
    }

    private static string? ParameterOf(AnonymousFunctionExpressionSyntax lambda) => lambda switch
    {
        SimpleLambdaExpressionSyntax simple => simple.Parameter.Identifier.ValueText,
        ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: [var options] } => options.Identifier.ValueText,
        AnonymousMethodExpressionSyntax { ParameterList.Parameters: [var options] } => options.Identifier.ValueText,
        _ => null,
    };

    /// <summary>The setting that an assignment to this gives; null when it gives none.</summary>
    private SettingKind? KindOf(ExpressionSyntax target, CancellationToken cancellationToken)
    {
        var model = _models.For(target.SyntaxTree);
        if (target is ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: var key }] } entry
            && _sdks.Find<OptionBagMember>(model.GetSymbolInfo(entry.Expression, cancellationToken).Symbol) is { Meaning: var bag })
        {
            return model.GetConstantValue(key, cancellationToken).Value is not string name ? SettingKind.RawRequest
                : bag.Keys.TryGetValue(Meanings.KeyOf(name), out var named) ? named : null;
        }

        return model.GetSymbolInfo(target, cancellationToken).Symbol switch
        {
            { } symbol when _sdks.Find<OptionMember>(symbol) is { } option => option.Meaning.Setting,
            { } symbol when _sdks.Find<RawOptionsMember>(symbol) is not null => SettingKind.RawRequest,
            { } symbol when _sdks.Find<OptionBagMember>(symbol) is not null && !IsEmptyBag(target) => SettingKind.RawRequest,
            _ => null,
        };
    }

    /// <summary><c>o.Bag ??= new()</c> only makes room for entries.</summary>
    private static bool IsEmptyBag(ExpressionSyntax target) => target.Parent is AssignmentExpressionSyntax
    {
        Right: CollectionExpressionSyntax { Elements.Count: 0 } or BaseObjectCreationExpressionSyntax { Initializer: null, ArgumentList.Arguments.Count: 0 },
    };

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
