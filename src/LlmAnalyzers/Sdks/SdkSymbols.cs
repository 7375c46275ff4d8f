using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LlmAnalyzers.Calls;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Sdks;

/// <summary>A meaning, and the surface that gives it.</summary>
internal readonly record struct Known<T>(T Meaning, SdkSurface Surface)
    where T : MemberMeaning;

/// <summary>
/// The SDKs one compilation references, resolved to symbols. Everything that is asked by symbol is answered here;
/// a type or SDK that is not referenced is a normal answer: nothing.
/// </summary>
internal sealed class SdkSymbols
{
    /// <summary>Every surface the project reads. A new SDK is one entry here, with its file.</summary>
    public static ImmutableArray<SdkSurface> AllSurfaces { get; } = ImmutableArray.Create(
        OpenAIChat.Surface, OpenAIResponses.Surface, AzureOpenAIBeta.Surface, ExtensionsAI.Surface,
        SemanticKernel.Surface, AgentFramework.Surface, AnthropicMessages.Surface, AnthropicMessages.Beta, RawHttp.Surface);

    /// <summary>Stands in a key between the name of a generic method and the number of its type parameters.</summary>
    private const char Arity = '`';

    private readonly Dictionary<INamedTypeSymbol, List<(SdkType Type, SdkSurface Surface)>> _types;
    private readonly HashSet<string> _callNames;
    private readonly HashSet<string> _schemaNames;

    private SdkSymbols(Dictionary<INamedTypeSymbol, List<(SdkType, SdkSurface)>> types, HashSet<string> callNames, HashSet<string> schemaNames)
    {
        _types = types;
        _callNames = callNames;
        _schemaNames = schemaNames;
    }

    /// <summary>The compilation references a known SDK: one look-up for each, where <see cref="Create"/> resolves every type.</summary>
    public static bool HasSdkIn(Compilation compilation) => AllSurfaces.Any(s => s != RawHttp.Surface && IsReferenced(s, compilation));

    /// <summary>The known SDKs of the compilation, or null when it references none.</summary>
    /// <param name="compilation">What references them.</param>
    /// <param name="readsRawHttp">Requests that are sent without an SDK count too.</param>
    public static SdkSymbols? Create(Compilation compilation, bool readsRawHttp = true)
    {
        Dictionary<INamedTypeSymbol, List<(SdkType, SdkSurface)>>? types = null;
        HashSet<string>? callNames = null;
        HashSet<string>? schemaNames = null;
        var hasSdk = false;
        foreach (var surface in AllSurfaces)
        {
            if ((surface == RawHttp.Surface && !readsRawHttp) || !IsReferenced(surface, compilation))
            {
                continue;
            }

            hasSdk |= surface != RawHttp.Surface;
            types ??= new(SymbolEqualityComparer.Default);
            callNames ??= new();
            schemaNames ??= new();
            foreach (var type in surface.Types)
            {
                // Two packages may declare one full name: members decide, by their parameters' names, which one is meant.
                foreach (var symbol in compilation.GetTypesByMetadataName(type.MetadataName))
                {
                    if (!types.TryGetValue(symbol, out var known))
                    {
                        types.Add(symbol, known = new());
                    }

                    known.Add((type, surface));
                }

                foreach (var member in type)
                {
                    if (member.Value is CallMember or HttpSendMember)
                    {
                        callNames.Add(member.Key.Split(Arity)[0]);
                    }
                    else if (member.Value is SchemaMember { IsFromType: false } && member.Key != SdkType.Constructor)
                    {
                        schemaNames.Add(member.Key);
                    }
                }
            }
        }

        return types is null ? null : new(types, callNames!, schemaNames!) { HasSdk = hasSdk };
    }

    /// <summary>An SDK is referenced; else there are only requests sent without one.</summary>
    public bool HasSdk { get; private init; }

    /// <summary>Every listed type that the compilation references.</summary>
    public IEnumerable<(SdkType Type, SdkSurface Surface)> ReferencedTypes => _types.Values.SelectMany(known => known).Distinct();

    private static bool IsReferenced(SdkSurface surface, Compilation compilation) =>
        !compilation.GetTypesByMetadataName(surface.Types[0].MetadataName).IsEmpty;

    /// <summary>What a surface can carry in the version that is referenced.</summary>
    public SurfaceAbilities AbilitiesOf(SdkSurface surface)
    {
        var abilities = surface.Abilities;
        foreach (var need in surface.AbilityNeeds)
        {
            if (!Has(need.Value))
            {
                abilities &= ~need.Key;
            }
        }

        return abilities;
    }

    /// <summary>The version that is referenced has a member of a known type, given as <c>Full.Type.Name.Member</c>.</summary>
    public bool Has(string member)
    {
        var dot = member.LastIndexOf('.');
        var (type, name) = (member.Substring(0, dot), member.Substring(dot + 1));
        return _types.Any(t => t.Value.Any(k => k.Type.MetadataName == type) && !t.Key.GetMembers(name).IsEmpty);
    }

    /// <summary>Names of the methods that are calls.</summary>
    public IReadOnlyCollection<string> CallNames => _callNames;

    /// <summary>Names of the methods that take a schema as JSON.</summary>
    public IReadOnlyCollection<string> SchemaNames => _schemaNames;

    /// <summary>A cheap first look: no method of another name can be a call.</summary>
    public bool MayBeCall(IMethodSymbol method) => _callNames.Contains(method.Name);

    /// <summary>The meaning of a method, constructor, conversion, property or field; null when it has none of this kind.</summary>
    public Known<T>? Find<T>(ISymbol? member)
        where T : MemberMeaning
    {
        for (var current = member; current is not null; current = Overridden(current))
        {
            if (FindOn<T>(current.ContainingType, current) is { } found)
            {
                return found;
            }
        }

        return member is IMethodSymbol or IPropertySymbol ? FindImplemented<T>(member) : null;
    }

    /// <summary>The type, or a type it derives from or implements, belongs to a known SDK.</summary>
    public SdkSurface? SurfaceOf(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current is INamedTypeSymbol named && _types.TryGetValue(named.OriginalDefinition, out var known))
            {
                return known[0].Surface;
            }
        }

        if (type is not null)
        {
            foreach (var contract in type.AllInterfaces)
            {
                if (_types.TryGetValue(contract.OriginalDefinition, out var known))
                {
                    return known[0].Surface;
                }
            }
        }

        return null;
    }

    /// <summary>The type, or a type it derives from, has properties that are settings of a request.</summary>
    public bool IsOptions(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current is INamedTypeSymbol named && _types.TryGetValue(named.OriginalDefinition, out var known)
                && known.Any(k => k.Type.Values.Any(m => m is OptionMember)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The type has this full name, or derives from one that has.</summary>
    public static bool Is(ITypeSymbol? type, string metadataName)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.OriginalDefinition.ToDisplayString() == metadataName)
            {
                return true;
            }
        }

        return false;
    }

    private static ISymbol? Overridden(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };

    /// <summary>A type may be listed more than once: for two surfaces, or for two meanings of one member.</summary>
    private Known<T>? FindOn<T>(INamedTypeSymbol? type, ISymbol member)
        where T : MemberMeaning
    {
        if (type is null || !_types.TryGetValue(type.OriginalDefinition, out var known))
        {
            return null;
        }

        foreach (var (listed, surface) in known)
        {
            if (member is IMethodSymbol { Arity: > 0 and var arity } && listed.TryGetValue(member.Name + Arity + arity, out var generic) && generic is T wanted)
            {
                return new Known<T>(wanted, surface);
            }

            if (listed.TryGetValue(member.Name, out var meaning) && meaning is T plain)
            {
                return new Known<T>(plain, surface);
            }
        }

        return null;
    }

    /// <summary>A call on a concrete receiver binds to that class's method: look at the interface methods it implements.</summary>
    private Known<T>? FindImplemented<T>(ISymbol member)
        where T : MemberMeaning
    {
        if (member.ContainingType is not { TypeKind: TypeKind.Class or TypeKind.Struct } type)
        {
            return null;
        }

        foreach (var contract in type.AllInterfaces)
        {
            if (FindOn<T>(contract, member) is { } found)
            {
                foreach (var declared in contract.GetMembers(member.Name))
                {
                    if (SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(declared)?.OriginalDefinition, member.OriginalDefinition))
                    {
                        return found;
                    }
                }
            }
        }

        return null;
    }
}
