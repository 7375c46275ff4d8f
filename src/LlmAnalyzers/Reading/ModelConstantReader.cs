using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.Reading;

/// <summary>Finds out whether a constant is received as model by a client or a call of the project, and who serves it there.</summary>
internal sealed class ModelConstantReader
{
    private const int MaxWrappers = 4;

    private readonly SdkSymbols _sdks;
    private readonly MemberLookup _members;
    private readonly Func<CancellationToken, ReadingContext> _contextOf;
    private readonly Func<SyntaxTree, NameIndex> _namesOf;
    /// <summary>What is said once of the whole project.</summary>
    private readonly ConcurrentDictionary<string, bool> _facts = new();

    public ModelConstantReader(SdkSymbols sdks, MemberLookup members, Func<CancellationToken, ReadingContext> contextOf, Func<SyntaxTree, NameIndex> namesOf)
    {
        _sdks = sdks;
        _members = members;
        _contextOf = contextOf;
        _namesOf = namesOf;
    }

    /// <summary>Where what is received as model is served.</summary>
    private enum Destination
    {
        /// <summary>By the provider that is named.</summary>
        Provider,

        /// <summary>By nobody the source tells of.</summary>
        Unknown,

        /// <summary>As the name of a deployment.</summary>
        Deployment,

        /// <summary>By nobody the source tells of, in a project that makes clients of other hosts too: it may be the name of a deployment there.</summary>
        Unsure,

        /// <summary>Behind an endpoint of the team's choice, which may know it by any meaning.</summary>
        Gateway,
    }

    private readonly record struct Receipt(Destination Destination, string? Provider);

    /// <summary>The text that an operation names a model by, if it can be one: a literal, an SDK's own name for a model, a constant of another assembly.</summary>
    public string? TextOf(IOperation operation) => operation switch
    {
        ILiteralOperation literal => SettingReader.TextOf(literal),
        IMemberReferenceOperation { Member: { IsStatic: true } member } => _sdks.Find<ValueMember>(member)?.Meaning.Value
            ?? (member is IFieldSymbol { IsConst: true } && !IsOwn(member) ? SettingReader.TextOf(operation) : null),
        _ => null,
    };

    private bool IsOwn(ISymbol member) => SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, _members.Models.Compilation.Assembly);

    /// <summary>The constant with what is known of who serves it; null when nothing receives it as model, or only gateways do.</summary>
    public ModelConstant? Read(IOperation operation, string id, CancellationToken cancellationToken)
    {
        if (IsSeed(operation))
        {
            return null;
        }

        var context = _contextOf(cancellationToken);
        var receipts = ReceiptsOf(operation, context, depth: 0).OrderBy(r => r.Destination).ToList();
        return receipts.Count == 0 || receipts[0] is { Destination: Destination.Gateway } ? null : new(id, operation.Syntax.GetLocation())
        {
            Provider = receipts[0].Provider,
            IsDeployment = receipts[0].Destination == Destination.Deployment,
            MayBeDeployment = receipts[0].Destination == Destination.Unsure,
            IsUsedElsewhere = receipts.Any(r => r.Destination != receipts[0].Destination || r.Provider != receipts[0].Provider),
        };
    }

    private IEnumerable<Receipt> ReceiptsOf(IOperation constant, ReadingContext context, int depth)
    {
        foreach (var (receiver, use) in ConstantFollower.ReceiversOf(constant, _members.Models, _namesOf, context.CancellationToken, FollowedForms.Lists))
        {
            if (use is IConversionOperation or IArgumentOperation { Parent: IObjectCreationOperation }
                && WrapperOf(use) is { } wrapped && context.WrappedIn(wrapped) is not null)
            {
                // In a type of the SDK's own it is still the value itself.
                foreach (var receipt in depth < MaxWrappers ? ReceiptsOf(wrapped, context, depth + 1) : [])
                {
                    yield return receipt;
                }
            }
            else if (ReceiptOf(receiver, use, context) is { } received)
            {
                yield return received;
            }
        }
    }

    private static IOperation? WrapperOf(IOperation use) => use is IConversionOperation ? use : use.Parent;

    private Receipt? ReceiptOf(ISymbol receiver, IOperation use, ReadingContext context)
    {
        if (receiver is not IParameterSymbol { ContainingSymbol: IMethodSymbol method } parameter)
        {
            return _sdks.Find<OptionMember>(receiver) is { Meaning.Setting: SettingKind.Model } option ? OfOptions(option.Surface, context) : null;
        }

        method = method.ReducedFrom ?? method;
        if (use.Parent is not { } operation)
        {
            return null;
        }

        if (_sdks.Find<ClientMember>(method) is { } client)
        {
            return client.Meaning.ModelParameter == parameter.Name ? Of(ClientOf(operation, context), client.Meaning.Provider ?? client.Surface.Provider, context) : null;
        }

        if (_sdks.Find<CallMember>(method) is { } call)
        {
            return call.Meaning.Parameters.TryGetValue(parameter.Name, out var meaning) && meaning == ParameterMeaning.Model
                ? Of((operation as IInvocationOperation)?.Instance is { } instance ? ClientOf(instance, context) : ClientReading.Plain, call.Surface.Provider, context)
                : null;
        }

        return _sdks.Find<OptionsCreationMember>(method) is { } options && options.Meaning.Settings.TryGetValue(parameter.Name, out var kind) && kind == SettingKind.Model
            ? OfOptions(options.Surface, context)
            : null;
    }

    private ClientReading ClientOf(IOperation operation, ReadingContext context)
    {
        var (body, own) = _members.Models.BodyAround(operation);
        return ClientReader.Read(own, new Frame(body), context);
    }

    private Receipt Of(ClientReading client, string? surfaceProvider, ReadingContext context) => client switch
    {
        { Provider: "azure" } => new(Destination.Deployment, "azure"),
        { HasCustomEndpoint: true } => new(Destination.Gateway, null),
        { IsSeen: true, Provider: { } provider } => new(Destination.Provider, provider),
        _ => Unseen(client.Provider ?? surfaceProvider, context),
    };

    /// <summary>Options go with a client that may be any of the project's.</summary>
    private Receipt OfOptions(SdkSurface surface, ReadingContext context) => Unseen(surface.Provider, context);

    private Receipt Unseen(string? provider, ReadingContext context) =>
        provider == "azure" ? new(Destination.Deployment, "azure")
        : SetsEndpoints(context.CancellationToken) ? new(Destination.Gateway, null)
        : NamesOtherHosts(provider) ? new(Destination.Unsure, null)
        : new(provider is null ? Destination.Unknown : Destination.Provider, provider);

    /// <summary>Somewhere the project sends requests of an SDK to an endpoint of its choice.</summary>
    private bool SetsEndpoints(CancellationToken cancellationToken) => _facts.GetOrAdd("endpoints", _ =>
    {
        var names = new HashSet<string>(Meanings().Where(m => m.Meaning is EndpointMember).Select(m => m.Name));
        return TreesNaming(names).Any(tree => tree.GetRoot(cancellationToken).DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(a =>
            CallerLookup.NameOf(a.Left) is { } name && names.Contains(name.Identifier.ValueText)
            && _sdks.Find<EndpointMember>(_members.Models.For(tree).GetSymbolInfo(a.Left, cancellationToken).Symbol) is not null));
    });

    /// <summary>The project mentions a client that serves the models of a provider under other names: deployments, or another host's ids.</summary>
    private bool NamesOtherHosts(string? provider) => _facts.GetOrAdd("other hosts than " + provider, _ =>
    {
        var plain = new HashSet<string>(Meanings().Where(m => m.Meaning is ClientMember && !IsOtherHost(m.Meaning, provider)).Select(m => m.Name));
        var names = Meanings().Where(m => (provider is null || m.Surface.Provider is null || m.Surface.Provider == provider) && IsOtherHost(m.Meaning, provider)).Select(m => m.Name);
        return TreesNaming(new HashSet<string>(names.Where(n => !plain.Contains(n)))).Any();
    });

    private static bool IsOtherHost(MemberMeaning meaning, string? provider) =>
        meaning is ClientMember client && (client.NamesDeployment || (client.Provider is { } host && host is not "openai" && host != provider));

    private IEnumerable<SyntaxTree> TreesNaming(IReadOnlyCollection<string> names) => _members.Models.Compilation.SyntaxTrees.Where(t => names.Any(_namesOf(t).Has));

    /// <summary>Everything the referenced SDKs mean, by the name under which a source mentions it.</summary>
    private IEnumerable<(string Name, MemberMeaning Meaning, SdkSurface Surface)> Meanings() => _sdks.ReferencedTypes.SelectMany(t =>
        t.Type.Select(m => (m.Key == SdkType.Constructor ? t.Type.MetadataName.Substring(t.Type.MetadataName.LastIndexOf('.') + 1) : m.Key, m.Value, t.Surface)));

    /// <summary>Written into an object that is handed to a database: it comes back as whatever is stored there.</summary>
    private static bool IsSeed(IOperation operation)
    {
        for (var current = operation.Parent; current is not null; current = current.Parent)
        {
            if (current is IInvocationOperation { TargetMethod.ContainingNamespace: { } space } && IsEntityFramework(space))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsEntityFramework(INamespaceSymbol space)
    {
        for (var current = space; current is { IsGlobalNamespace: false }; current = current.ContainingNamespace)
        {
            if (current is { Name: "EntityFrameworkCore", ContainingNamespace.Name: "Microsoft" })
            {
                return true;
            }
        }

        return false;
    }
}
