using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using static LlmAnalyzers.Schemas.SerializationAttributes;

namespace LlmAnalyzers.Schemas;

/// <summary>
/// The members <c>System.Text.Json</c> fills. Properties it only writes (no setter, no constructor parameter) are left out:
/// the schema is for reading replies, and what the model writes there would be dropped.
/// </summary>
internal static class SystemTextJsonMembers
{
    /// <summary>A member that takes part, whether or not it can be filled.</summary>
    private sealed record Candidate(string Name, ISymbol Symbol, bool IsIgnored, int Order)
    {
        public ITypeSymbol Type => SerializedMember.TypeOf(Symbol);

        /// <summary>Overridden by the other, or hidden by it with <c>new</c>.</summary>
        public bool IsReplacedBy(Candidate other) => Symbol.Name == other.Symbol.Name;
    }

    public static ObjectContract Read(INamedTypeSymbol type, SerializationConventions conventions)
    {
        if (Candidates(type, conventions, out var sharedName) is not { } candidates)
        {
            return ObjectContract.Unreadable($"has two members that share the JSON name \"{sharedName}\".");
        }

        if (!TryFindConstructor(type, out var constructor))
        {
            return ObjectContract.Unreadable("has no constructor the serializer could call.");
        }

        var parameters = new Dictionary<Candidate, IParameterSymbol>();
        foreach (var parameter in constructor?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty)
        {
            var bound = candidates.FirstOrDefault(c => string.Equals(c.Symbol.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)
                && SymbolEqualityComparer.Default.Equals(c.Type, parameter.Type));
            if (bound is null)
            {
                return ObjectContract.Unreadable($"has a constructor parameter '{parameter.Name}' without a member of the same name and type.");
            }

            parameters[bound] = parameter;
        }

        // The sort is stable: members without an order keep their places.
        return new(
            candidates.Where(c => !c.IsIgnored).OrderBy(c => c.Order)
                .Select(c => (Candidate: c, Parameter: parameters.TryGetValue(c, out var p) ? p : null))
                .Where(m => m.Parameter is not null || CanBeFilled(m.Candidate.Symbol))
                .Where(m => !IsLeftOutOfReading(m.Candidate.Symbol))
                .Select(m => new SerializedMember(m.Candidate.Name, m.Candidate.Symbol, m.Parameter))
                .ToImmutableArray(),
            Obstacle: null);
    }

    /// <summary>All members that take part, from the type up to its base types; null when two share a name.</summary>
    private static List<Candidate>? Candidates(INamedTypeSymbol type, SerializationConventions conventions, out string? sharedName)
    {
        sharedName = null;
        var candidates = new List<Candidate>();
        var places = new Dictionary<string, int>(conventions.IsCaseInsensitive ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        var ignored = new Dictionary<string, Candidate>(StringComparer.Ordinal);
        foreach (var symbol in ObjectContract.DataMembers(type).Where(m => TakesPart(m, conventions)))
        {
            var candidate = new Candidate(JsonName(symbol, conventions), symbol, IsAlwaysIgnored(symbol), Order(symbol));
            var isHiddenByIgnored = ignored.TryGetValue(symbol.Name, out var hiding);
            if (isHiddenByIgnored && (symbol.IsVirtual || symbol.IsOverride || symbol.IsAbstract)
                && SymbolEqualityComparer.Default.Equals(candidate.Type, hiding.Type))
            {
                continue;
            }

            if (!places.TryGetValue(candidate.Name, out var place))
            {
                places[candidate.Name] = candidates.Count;
                candidates.Add(candidate);
            }
            else if (candidates[place].IsIgnored)
            {
                candidates[place] = candidate;
            }
            else if (!candidate.IsIgnored && !candidate.IsReplacedBy(candidates[place]) && !isHiddenByIgnored)
            {
                sharedName = candidate.Name;
                return null;
            }

            if (candidate.IsIgnored)
            {
                ignored[symbol.Name] = candidate;
            }
        }

        return candidates;
    }

    private static bool TakesPart(ISymbol member, SerializationConventions conventions) =>
        Has(member, SystemTextJson, "JsonIncludeAttribute") || member switch
        {
            IPropertySymbol property => IsPublic(property.GetMethod) || IsPublic(property.SetMethod),
            IFieldSymbol field => conventions.IncludesFields && IsPublic(field),
            _ => false,
        };

    private static bool CanBeFilled(ISymbol member)
    {
        var isIncluded = Has(member, SystemTextJson, "JsonIncludeAttribute");
        return member switch
        {
            IFieldSymbol field => !field.IsReadOnly,
            IPropertySymbol { SetMethod: { } setter } => isIncluded || IsPublic(setter),
            IPropertySymbol property => IsPopulated(property),
            _ => false,
        };
    }

    /// <summary>A getter is enough when the serializer adds to the object that is there.</summary>
    private static bool IsPopulated(IPropertySymbol property)
    {
        const int Populate = 1;
        var attribute = Find(property, SystemTextJson, "JsonObjectCreationHandlingAttribute")
            ?? Find(property.ContainingType, SystemTextJson, "JsonObjectCreationHandlingAttribute");
        return Argument(attribute, 0) is Populate && property.Type is { IsReferenceType: true, SpecialType: not SpecialType.System_String };
    }

    private static bool IsLeftOutOfReading(ISymbol member)
    {
        const int WhenReading = 5;
        return Argument(Find(member, SystemTextJson, "JsonIgnoreAttribute"), "Condition") is WhenReading
            || Has(member, SystemTextJson, "JsonExtensionDataAttribute");
    }

    private static bool IsAlwaysIgnored(ISymbol member)
    {
        const int Always = 1;
        return Find(member, SystemTextJson, "JsonIgnoreAttribute") is { } attribute && Argument(attribute, "Condition") is null or Always;
    }

    private static string JsonName(ISymbol member, SerializationConventions conventions) =>
        Argument(Find(member, SystemTextJson, "JsonPropertyNameAttribute"), 0) as string ?? conventions.Naming.Apply(member.Name);

    private static int Order(ISymbol member) => Argument(Find(member, SystemTextJson, "JsonPropertyOrderAttribute"), 0) as int? ?? 0;

    /// <summary>The marked constructor, else the one without parameters, else the only public one.</summary>
    private static bool TryFindConstructor(INamedTypeSymbol type, out IMethodSymbol? constructor)
    {
        var marked = type.InstanceConstructors.Where(c => Has(c, SystemTextJson, "JsonConstructorAttribute")).ToImmutableArray();
        var open = type.InstanceConstructors.Where(IsPublic).ToImmutableArray();
        constructor = marked.Length == 1 ? marked[0] : null;
        if (!marked.IsEmpty || type.IsValueType)
        {
            return marked.Length <= 1;
        }

        constructor = open.FirstOrDefault(c => c.Parameters.IsEmpty) ?? (open.Length == 1 ? open[0] : null);
        return constructor is not null;
    }

    private static bool IsPublic(ISymbol? symbol) => symbol?.DeclaredAccessibility == Accessibility.Public;
}
