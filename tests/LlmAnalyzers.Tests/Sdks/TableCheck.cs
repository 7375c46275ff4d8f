using System;
using System.Collections.Generic;
using System.Linq;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LlmAnalyzers.Tests.Sdks;

/// <summary>Holds a table against the packages. Each check gives the names that are wrong, and crosses off the exceptions that were needed.</summary>
internal sealed class TableCheck
{
    private readonly SurfaceCase _case;
    private readonly List<CSharpCompilation> _versions;
    private readonly HashSet<string> _used = [];

    public TableCheck(SurfaceCase surface)
    {
        _case = surface;
        _versions = [.. surface.Versions.Select(v => CSharpCompilation.Create("Probe", [], v.References))];
    }

    /// <summary>Types and members that no version has.</summary>
    public IEnumerable<string> MissingNames()
    {
        foreach (var type in _case.Surface.Types.GroupBy(t => t.MetadataName))
        {
            var symbols = SymbolsOf(type.Key).ToList();
            if (symbols.Count == 0)
            {
                if (!IsExcused(_case.InOtherVersions, type.Key))
                {
                    yield return type.Key;
                }

                continue;
            }

            foreach (var member in type.SelectMany(t => t.Keys).Distinct())
            {
                if (!symbols.SelectMany(s => MembersOf(s, member)).Any() && !IsExcused(_case.InOtherVersions, $"{type.Key}.{member}"))
                {
                    yield return $"{type.Key}.{member}";
                }
            }
        }
    }

    /// <summary>Parameters that no overload of the member has; those of calls and messages are shared by the members of the surface.</summary>
    public IEnumerable<string> MissingParameters()
    {
        var shared = new Dictionary<Type, HashSet<string>>();
        foreach (var (_, _, meaning, methods) in Entries())
        {
            if (MeaningParameters.AreShared(meaning))
            {
                shared.TryAdd(meaning.GetType(), []);
                shared[meaning.GetType()].UnionWith(methods.SelectMany(m => m.Parameters).Select(p => p.Name));
            }
        }

        foreach (var (type, member, meaning, methods) in Entries())
        {
            if (methods.Count == 0)
            {
                continue;
            }

            var present = shared.GetValueOrDefault(meaning.GetType()) ?? [.. methods.SelectMany(m => m.Parameters).Select(p => p.Name)];
            foreach (var parameter in MeaningParameters.Of(meaning).Where(p => !present.Contains(p)))
            {
                if (!IsExcused(_case.InOtherVersions, $"{type}.{member}({parameter})") && !IsExcused(_case.InOtherVersions, $"({parameter})"))
                {
                    yield return $"{type}.{member}({parameter})";
                }
            }
        }
    }

    /// <summary>Public methods of the types with calls that are neither mapped, parameter by parameter, nor excused.</summary>
    public IEnumerable<string> UnknownCalls()
    {
        foreach (var type in _case.Surface.Types.Where(t => t.Values.OfType<CallMember>().Any()))
        {
            var methods = SymbolsOf(type.MetadataName).SelectMany(s => s.GetMembers()).OfType<IMethodSymbol>()
                .Where(m => m is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public, IsOverride: false });
            foreach (var method in methods)
            {
                var name = $"{type.MetadataName}.{method.Name}";
                var overload = $"{name}({string.Join(", ", method.Parameters.Select(p => p.Name))})";
                var isKnown = MeaningOf(type.MetadataName, method) switch
                {
                    CallMember call => method.Parameters.All(p => call.Parameters.ContainsKey(p.Name)),
                    null => false,
                    _ => true,
                };
                if (!isKnown && !IsExcused(_case.NotCalls, overload) && !IsExcused(_case.NotCalls, name))
                {
                    yield return overload;
                }
            }
        }
    }

    /// <summary>Properties of options types that code can set or fill and that are neither mapped nor excused.</summary>
    public IEnumerable<string> UnknownSettings()
    {
        foreach (var type in _case.Surface.Types.Where(t => t.Values.Any(m => m is OptionMember or NestedOptionsMember or MessagesMember)))
        {
            foreach (var property in SymbolsOf(type.MetadataName).SelectMany(s => s.GetMembers()).OfType<IPropertySymbol>().Where(CanBeSet))
            {
                var name = $"{type.MetadataName}.{property.Name}";
                if (!_case.Surface.Types.Any(t => t.MetadataName == type.MetadataName && t.ContainsKey(property.Name))
                    && !IsExcused(_case.NotSettings, name) && !IsExcused(_case.NotSettings, property.Name))
                {
                    yield return name;
                }
            }
        }
    }

    /// <summary>Exceptions that no check needed.</summary>
    public IEnumerable<string> StaleExceptions()
    {
        _ = MissingNames().Concat(MissingParameters()).Concat(UnknownCalls()).Concat(UnknownSettings()).Count();
        return _case.InOtherVersions.Keys.Concat(_case.NotCalls.Keys).Concat(_case.NotSettings.Keys).Where(name => !_used.Contains(name));
    }

    private static bool CanBeSet(IPropertySymbol property) =>
        property is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsIndexer: false, IsOverride: false }
        && (property.SetMethod is { DeclaredAccessibility: Accessibility.Public } || property.ReturnsByRef || property.Type.Name is "IList" or "IDictionary");

    private static IEnumerable<ISymbol> MembersOf(INamedTypeSymbol type, string key)
    {
        var tick = key.IndexOf('`', StringComparison.Ordinal);
        var name = tick < 0 ? key : key[..tick];
        return type.GetMembers(name).Where(m => tick < 0 || m is IMethodSymbol { IsGenericMethod: true });
    }

    private MemberMeaning? MeaningOf(string type, IMethodSymbol method)
    {
        var entries = _case.Surface.Types.Where(t => t.MetadataName == type).ToList();
        return entries.Select(t => method.IsGenericMethod ? t.GetValueOrDefault($"{method.Name}`{method.Arity}") : null).FirstOrDefault(m => m is not null)
            ?? entries.Select(t => t.GetValueOrDefault(method.Name)).FirstOrDefault(m => m is not null);
    }

    private IEnumerable<(string Type, string Member, MemberMeaning Meaning, List<IMethodSymbol> Methods)> Entries() =>
        from type in _case.Surface.Types
        from member in type
        select (type.MetadataName, member.Key, member.Value, SymbolsOf(type.MetadataName).SelectMany(s => MembersOf(s, member.Key)).OfType<IMethodSymbol>().ToList());

    private IEnumerable<INamedTypeSymbol> SymbolsOf(string metadataName) => _versions.SelectMany(v => v.GetTypesByMetadataName(metadataName));

    private bool IsExcused(IReadOnlyDictionary<string, string> exceptions, string name)
    {
        if (!exceptions.ContainsKey(name))
        {
            return false;
        }

        _used.Add(name);
        return true;
    }
}
