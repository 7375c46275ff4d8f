using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>A step into a method of the project: the invocation, the method it runs, and the body of that.</summary>
internal sealed record Passage(IInvocationOperation Invocation, IMethodSymbol Target, MemberBody Body);

/// <summary>A call to a model behind invocations of the project's own methods, the outermost first.</summary>
internal sealed record WrappedCall(ImmutableArray<Passage> Passages, IInvocationOperation Call);

/// <summary>
/// Finds the calls behind an invocation of a method of the project. Which methods may lead to one is known by name before
/// anything is bound, so that code without wrappers pays a look into a set.
/// </summary>
internal sealed class WrapperLookup
{
    private const int MaxLevels = 3;
    private const int MaxCalls = 8;
    private const int MaxInner = 64;

    private readonly MemberLookup _members;
    private readonly CallerLookup _callers;
    private readonly SdkSymbols _sdks;
    private readonly IReadOnlyCollection<string> _callNames;
    private readonly Func<SyntaxTree, TreeIndex> _indexOf;
    private readonly Func<IInvocationOperation, CancellationToken, bool> _isCall;
    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<Inner>> _inner = new(SymbolEqualityComparer.Default);

    /// <summary>Found once, by whoever comes first; two who come at once find the same. No lock is held while trees are read.</summary>
    private ImmutableHashSet<string>? _possible;
    private ImmutableHashSet<string>? _names;

    public WrapperLookup(
        MemberLookup members,
        CallerLookup callers,
        SdkSymbols sdks,
        Func<SyntaxTree, TreeIndex> indexOf,
        Func<IInvocationOperation, CancellationToken, bool> isCall)
    {
        _members = members;
        _callers = callers;
        _sdks = sdks;
        _callNames = sdks.CallNames;
        _indexOf = indexOf;
        _isCall = isCall;
    }

    /// <summary>An invocation in a wrapper that is a call, or leads to one.</summary>
    private sealed record Inner(IInvocationOperation Invocation, bool IsCall);

    /// <summary>The calls behind an invocation; none where it runs no method of the project that leads to one.</summary>
    public IEnumerable<WrappedCall> CallsBehind(IInvocationOperation invocation, CancellationToken cancellationToken) =>
        CallsBehind(invocation, ImmutableArray<Passage>.Empty, cancellationToken).Take(MaxCalls);

    private IEnumerable<WrappedCall> CallsBehind(IInvocationOperation invocation, ImmutableArray<Passage> passages, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (passages.Length >= MaxLevels || _members.TargetOf(invocation, cancellationToken) is not { } target
            || passages.Any(p => SymbolEqualityComparer.Default.Equals(p.Target, target))
            || _members.BodyOf(target, cancellationToken) is not { } body
            || IsItself(invocation, target)
            || (passages.IsEmpty && !CallerDetails.MaySayMore(invocation, target, _sdks)))
        {
            yield break;
        }

        passages = passages.Add(new(invocation, target, body));
        foreach (var inner in InnerOf(target, body, cancellationToken))
        {
            if (inner.IsCall)
            {
                yield return new(passages, inner.Invocation);
                continue;
            }

            foreach (var call in CallsBehind(inner.Invocation, passages, cancellationToken))
            {
                yield return call;
            }
        }
    }

    /// <summary>A method that calls itself passes on what it was given.</summary>
    private static bool IsItself(IInvocationOperation invocation, IMethodSymbol target)
    {
        for (var around = invocation.Syntax; around is not null; around = around.Parent)
        {
            if (target.DeclaringSyntaxReferences.Any(r => r.SyntaxTree == around.SyntaxTree && r.Span == around.Span))
            {
                return true;
            }
        }

        return false;
    }

    private ImmutableArray<Inner> InnerOf(IMethodSymbol method, MemberBody body, CancellationToken cancellationToken)
    {
        if (_inner.TryGetValue(method, out var known))
        {
            return known;
        }

        var found = ImmutableArray.CreateBuilder<Inner>();
        foreach (var invocation in body.Invocations.OrderBy(i => i.Syntax.SpanStart))
        {
            if (found.Count >= MaxInner || !BelongsTo(invocation, method))
            {
                continue;
            }

            if (_isCall(invocation, cancellationToken))
            {
                found.Add(new(invocation, IsCall: true));
            }
            else if (MayLead(invocation.TargetMethod, cancellationToken))
            {
                found.Add(new(invocation, IsCall: false));
            }
        }

        return _inner.GetOrAdd(method, found.ToImmutable());
    }

    /// <summary>It stands in the method itself, or in a lambda there: a local function is a method of its own.</summary>
    private static bool BelongsTo(IOperation operation, IMethodSymbol method)
    {
        for (var function = MemberBody.FunctionAround(operation); function is not null; function = MemberBody.FunctionAround(function))
        {
            if (function is ILocalFunctionOperation local)
            {
                return SymbolEqualityComparer.Default.Equals(local.Symbol.OriginalDefinition, method);
            }
        }

        return method.MethodKind != MethodKind.LocalFunction;
    }

    /// <summary>A cheap first look: no method of another name leads to a call.</summary>
    public bool MayLead(IMethodSymbol method, CancellationToken cancellationToken) =>
        !method.DeclaringSyntaxReferences.IsEmpty && MayLead(method.Name, cancellationToken);

    /// <summary>The same before anything is bound.</summary>
    public bool MayLead(string name, CancellationToken cancellationToken)
    {
        var possible = Volatile.Read(ref _possible);
        if (possible is null)
        {
            possible = WithInvokers(_callNames.SelectMany(InvokersOf), cancellationToken);
            Volatile.Write(ref _possible, possible);
        }

        if (!possible.Contains(name))
        {
            return false;
        }

        var names = Volatile.Read(ref _names);
        if (names is null)
        {
            var wrappers = _callers.InvocationsOf(_callNames, cancellationToken).Where(i => _isCall(i, cancellationToken)).SelectMany(NamesAround);
            names = WithInvokers(wrappers, cancellationToken);
            Volatile.Write(ref _names, names);
        }

        return names.Contains(name);
    }

    /// <summary>The names, and those of the methods that invoke methods of these names, level by level.</summary>
    private ImmutableHashSet<string> WithInvokers(IEnumerable<string> first, CancellationToken cancellationToken)
    {
        var all = new HashSet<string>(first);
        var last = all.ToList();
        for (var level = 1; level < MaxLevels && last.Count > 0; level++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            last = last.SelectMany(InvokersOf).Distinct().Where(all.Add).ToList();
        }

        // A method of an interface has the name of its implementation, but for explicit ones, which nobody invokes by a class.
        return all.ToImmutableHashSet();
    }

    private IEnumerable<string> InvokersOf(string name) => _members.Models.Compilation.SyntaxTrees.SelectMany(t => _indexOf(t).InvokersOf(name));

    private static IEnumerable<string> NamesAround(IInvocationOperation invocation)
    {
        for (var node = invocation.Syntax.Parent; node is not null; node = node.Parent)
        {
            if (node is Microsoft.CodeAnalysis.CSharp.Syntax.LocalFunctionStatementSyntax function)
            {
                yield return function.Identifier.ValueText;
            }
            else if (node is Microsoft.CodeAnalysis.CSharp.Syntax.MethodDeclarationSyntax method)
            {
                yield return method.Identifier.ValueText;
            }
        }
    }
}
