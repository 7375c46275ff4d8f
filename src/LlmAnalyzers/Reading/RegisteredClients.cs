using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>
/// The clients that the project makes known to containers (<c>builder.AddOpenAIChatCompletion(model, key)</c>). A call whose client comes
/// out of a container is served by the nearest one: of its member, of its type, of the project, where that has exactly one.
/// </summary>
internal sealed class RegisteredClients
{
    private readonly SemanticModels _models;
    private readonly SdkSymbols _sdks;
    private readonly Func<SyntaxTree, TreeIndex> _indexOf;

    /// <summary>Found once, by whoever comes first; two who come at once find the same. No lock is held while trees are read.</summary>
    private ImmutableArray<Registration>[]? _found;

    public RegisteredClients(SemanticModels models, SdkSymbols sdks, Func<SyntaxTree, TreeIndex> indexOf)
    {
        _models = models;
        _sdks = sdks;
        _indexOf = indexOf;
    }

    /// <param name="Call">The registering call; null when it cannot be read.</param>
    /// <param name="Body">The member it stands in.</param>
    /// <param name="Surface">Surface whose calls it serves.</param>
    private sealed record Registration(IInvocationOperation? Call, MemberBody Body, SdkSurface? Surface)
    {
        public BaseTypeDeclarationSyntax? Type => Body.Root.Syntax.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>();
    }

    /// <summary>The client that serves a call, as read from its registration; null when there is none, or more than one it could be.</summary>
    public ClientReading? For(IInvocationOperation call, SdkSurface surface, Frame frame, ReadingContext context)
    {
        var all = All(context.CancellationToken);
        if (all.IsEmpty)
        {
            return null;
        }

        var type = frame.Body.Root.Syntax.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>();
        var near = all.Where(r => r.Body.Root.Syntax == frame.Body.Root.Syntax).ToImmutableArray();
        near = near.IsEmpty && type is not null ? ImmutableArray.CreateRange(all.Where(r => r.Type == type)) : near;
        near = near.IsEmpty ? all : near;
        return near is [{ Call: { } registering } registration] && registration.Surface == surface
            ? ClientReader.ReadMade(registering, registration.Body.Root.Syntax == frame.Body.Root.Syntax ? new Frame(registration.Body) : frame.Enter(registration.Body, call), context)
            : null;
    }

    private ImmutableArray<Registration> All(CancellationToken cancellationToken)
    {
        var found = Volatile.Read(ref _found);
        if (found is null)
        {
            found = [ImmutableArray.CreateRange(Find(cancellationToken))];
            Volatile.Write(ref _found, found);
        }

        return found[0];
    }

    private IEnumerable<Registration> Find(CancellationToken cancellationToken)
    {
        foreach (var tree in _models.Compilation.SyntaxTrees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var index = _indexOf(tree);
            foreach (var name in index.Names.Where(IsRegistrar))
            {
                foreach (var position in index.InvocationsOf(name))
                {
                    if (Bind(tree, position, cancellationToken) is { } registration)
                    {
                        yield return registration;
                    }
                }
            }
        }
    }

    /// <summary>Registers a chat service under its own name, as each connector does, or under that of its contract.</summary>
    private static bool IsRegistrar(string name) =>
        name.StartsWith("Add", StringComparison.Ordinal)
        && (name.EndsWith("ChatCompletion", StringComparison.Ordinal) || name is "AddSingleton" or "AddScoped" or "AddTransient" or "AddKeyedSingleton" or "AddKeyedScoped" or "AddKeyedTransient");

    private Registration? Bind(SyntaxTree tree, int position, CancellationToken cancellationToken)
    {
        var invocation = tree.GetRoot(cancellationToken).FindToken(position).Parent?.FirstAncestorOrSelf<InvocationExpressionSyntax>(
            i => CallerLookup.NameOf(i.Expression)?.SpanStart == position);
        if (invocation is null || CallerLookup.MemberAround(invocation) is not { } member
            || _models.For(tree).GetSymbolInfo(invocation, cancellationToken).Symbol is not IMethodSymbol method)
        {
            return null;
        }

        method = (method.ReducedFrom ?? method).OriginalDefinition;
        var known = _sdks.Find<ClientMember>(method) is { Meaning.IsRegistration: true } client ? client.Surface : null;
        var registersService = known is not null || method.Name.EndsWith("ChatCompletion", StringComparison.Ordinal)
            || (_models.For(tree).GetSymbolInfo(invocation, cancellationToken).Symbol is IMethodSymbol { TypeArguments: [var service, ..] } && _sdks.SurfaceOf(service) is not null);
        if (!registersService || method.Locations.Any(l => l.IsInSource) || _models.BodyOf(member, cancellationToken) is not { } body)
        {
            // A method of the project that registers is found by what it calls.
            return null;
        }

        return new(known is null ? null : body.InvocationAt(invocation), body, known);
    }
}
