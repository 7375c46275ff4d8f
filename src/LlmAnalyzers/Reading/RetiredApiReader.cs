using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>
/// Finds where code reaches an API that is shut down: where it makes a client, or, when the project makes none, the first request of
/// a member.
/// </summary>
internal sealed class RetiredApiReader
{
    private readonly RetiredApis _apis;
    private readonly MemberLookup _members;
    private readonly Func<CancellationToken, ReadingContext> _contextOf;
    private readonly Func<SyntaxTree, NameIndex> _namesOf;

    /// <summary>Found by whoever asks first; null: nobody has asked.</summary>
    private object? _makesClients;

    public RetiredApiReader(RetiredApis apis, MemberLookup members, Func<CancellationToken, ReadingContext> contextOf, Func<SyntaxTree, NameIndex> namesOf)
    {
        _apis = apis;
        _members = members;
        _contextOf = contextOf;
        _namesOf = namesOf;
    }

    /// <summary>What the operations of one member do with retired APIs, each cause once.</summary>
    public IEnumerable<RetiredApiUse> Read(IOperation block, CancellationToken cancellationToken)
    {
        var requested = new HashSet<string>();
        foreach (var operation in block.DescendantsAndSelf())
        {
            if (operation is not (IInvocationOperation or IObjectCreationOperation) || SettingReader.MemberOf(operation) is not IMethodSymbol method || _apis.Find(method) is not { } member)
            {
                continue;
            }

            var api = member.Type.Api;
            var (provider, isGateway) = member.IsOpening ? HostOf(operation, member.Type, method, cancellationToken) : (null, false);
            if (isGateway || (!member.IsOpening && (MakesClients(cancellationToken) || !requested.Add(api.Name))))
            {
                continue;
            }

            yield return new(api.Name, api.ShutDownOn, api.Successor, NameOf(operation))
            {
                IsOtherHost = provider == "azure" || (member.Type.IsOtherHost && !method.Parameters.Any(p => p.Name == member.Type.OwnProviderParameter)),
            };
        }
    }

    private (string? Provider, bool IsGateway) HostOf(IOperation operation, RetiredApiType type, IMethodSymbol method, CancellationToken cancellationToken)
    {
        var context = _contextOf(cancellationToken);
        var (body, own) = _members.Models.BodyAround(operation);
        if (own is IInvocationOperation { Instance: { } client })
        {
            var reading = ClientReader.Read(client, new Frame(body), context);
            return (reading.Provider, reading.HasCustomEndpoint);
        }

        return (null, !type.IsOtherHost && method.Parameters.FirstOrDefault(p => p.Name == "options") is { } options
            && SettingReader.ArgumentOf(own, options.Name) is { ArgumentKind: ArgumentKind.Explicit } given && ClientReader.SetsEndpoint(given.Value, new Frame(body), context));
    }

    /// <summary>Somewhere the project makes a client of such an API: that place is the cause of all requests.</summary>
    private bool MakesClients(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _makesClients) is bool known)
        {
            return known;
        }

        var names = new HashSet<string>(_apis.OpeningNames);
        var found = _members.Models.Compilation.SyntaxTrees.Where(t => names.Any(_namesOf(t).Has)).Any(t => t.GetRoot(cancellationToken).DescendantNodes().Any(n =>
            n is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax
            && _members.Models.For(t).GetSymbolInfo(n, cancellationToken).Symbol is IMethodSymbol method && _apis.Find(method) is { IsOpening: true }));
        Volatile.Write(ref _makesClients, found);
        return found;
    }

    private static Location NameOf(IOperation operation) => operation.Syntax is InvocationExpressionSyntax syntax && CallerLookup.NameOf(syntax.Expression) is { } name
        ? name.Identifier.GetLocation()
        : operation.Syntax.GetLocation();
}
