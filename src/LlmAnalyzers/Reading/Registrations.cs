using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>Expressions that make a service, with the member they stand in; none where it cannot be read how it is made.</summary>
internal sealed record Registration(ITypeSymbol Service, object? Key, ImmutableArray<IOperation> Values, MemberBody Body);

/// <summary>
/// What the project registers with the container of dependency injection, so that an injected object can be followed to where
/// it is made. Only where there is one registration of a service is it known what is injected.
/// </summary>
internal sealed class Registrations
{
    private const string Container = "Microsoft.Extensions.DependencyInjection";

    private static readonly ImmutableHashSet<string> Names = ImmutableHashSet.Create(
        "AddSingleton", "AddScoped", "AddTransient", "TryAddSingleton", "TryAddScoped", "TryAddTransient",
        "AddKeyedSingleton", "AddKeyedScoped", "AddKeyedTransient", "AddChatClient", "AddKeyedChatClient");

    /// <summary>Methods of libraries with such a word in their name register clients in their own way.</summary>
    private static readonly string[] ForeignWords = ["ChatClient", "OpenAI", "ChatCompletion", "Anthropic", "Ollama"];

    private readonly MemberLookup _members;
    private readonly CallerLookup _callers;
    private readonly Func<SyntaxTree, TreeIndex> _indexOf;

    /// <summary>Found once, by whoever comes first; two who come at once find the same. No lock is held while trees are read.</summary>
    private Found? _found;

    public Registrations(MemberLookup members, CallerLookup callers, Func<SyntaxTree, TreeIndex> indexOf)
    {
        _members = members;
        _callers = callers;
        _indexOf = indexOf;
    }

    private sealed record Found(ImmutableArray<Registration> All, bool MayBeMore);

    /// <summary>The only registration of a service; null where there is none, or more than one.</summary>
    public Registration? OnlyOf(ITypeSymbol service, object? key, CancellationToken cancellationToken)
    {
        var found = Volatile.Read(ref _found);
        if (found is null)
        {
            found = Find(cancellationToken);
            Volatile.Write(ref _found, found);
        }

        Registration? only = null;
        foreach (var registration in found.All)
        {
            if (SymbolEqualityComparer.Default.Equals(registration.Service, service) && Equals(registration.Key, key))
            {
                if (only is not null)
                {
                    return null;
                }

                only = registration;
            }
        }

        return found.MayBeMore ? null : only;
    }

    private Found Find(CancellationToken cancellationToken)
    {
        var invoked = _members.Models.Compilation.SyntaxTrees.SelectMany(t => _indexOf(t).Names).Distinct().ToList();
        var foreign = invoked.Where(n => !Names.Contains(n) && n.StartsWith("Add", StringComparison.Ordinal) && ForeignWords.Any(w => n.IndexOf(w, StringComparison.Ordinal) >= 0)).ToList();
        if (_callers.InvocationsOf(foreign, cancellationToken).Any(i => i.TargetMethod.DeclaringSyntaxReferences.IsEmpty))
        {
            return new(ImmutableArray<Registration>.Empty, MayBeMore: true);
        }

        var all = ImmutableArray.CreateBuilder<Registration>();
        foreach (var invocation in _callers.InvocationsOf(invoked.Where(Names.Contains).ToList(), cancellationToken))
        {
            if (!invocation.TargetMethod.DeclaringSyntaxReferences.IsEmpty)
            {
                continue;
            }

            if (ServiceOf(invocation) is not { } service)
            {
                return new(ImmutableArray<Registration>.Empty, MayBeMore: true);
            }

            var body = _members.Models.BodyAround(invocation).Body;
            all.Add(new(service, KeyOf(invocation), ValuesOf(invocation, body), body));
        }

        return new(all.ToImmutable(), MayBeMore: false);
    }

    private ITypeSymbol? ServiceOf(IInvocationOperation invocation)
    {
        if (invocation.TargetMethod.ContainingNamespace?.ToDisplayString() is not { } space || !space.StartsWith(Container, StringComparison.Ordinal))
        {
            return null;
        }

        return invocation.TargetMethod.TypeArguments.FirstOrDefault()
            ?? invocation.Arguments.Select(a => OriginFinder.Bare(a.Value)).OfType<ITypeOfOperation>().FirstOrDefault()?.TypeOperand
            ?? (invocation.TargetMethod.Name.EndsWith("ChatClient", StringComparison.Ordinal)
                ? _members.Models.Compilation.GetTypesByMetadataName("Microsoft.Extensions.AI.IChatClient").FirstOrDefault()
                : null);
    }

    private static object? KeyOf(IInvocationOperation invocation) =>
        SettingReader.ArgumentOf(invocation, "serviceKey") is { } key ? OriginFinder.Bare(key.Value).ConstantValue.Value ?? invocation : null;

    /// <summary>The object that is given, or what the factory returns.</summary>
    private static ImmutableArray<IOperation> ValuesOf(IInvocationOperation invocation, MemberBody body)
    {
        foreach (var argument in invocation.Arguments)
        {
            if (argument.Parameter?.Name is "implementationInstance" or "instance" or "innerClient")
            {
                return ImmutableArray.Create(argument.Value);
            }

            switch (OriginFinder.Bare(argument.Value))
            {
                case IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda }:
                    return ReturnsOf(body, lambda.Symbol);
                case IDelegateCreationOperation { Target: IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } function } }:
                    return ReturnsOf(body, function);
                case IDelegateCreationOperation:
                    return ImmutableArray<IOperation>.Empty;
            }
        }

        return ImmutableArray<IOperation>.Empty;
    }

    private static ImmutableArray<IOperation> ReturnsOf(MemberBody body, IMethodSymbol function) =>
        body.ReturnsOf(function).Select(r => r.ReturnedValue!).ToImmutableArray();
}
