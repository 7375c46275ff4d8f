using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Sdks;

/// <summary>An API that its provider has shut down, or will.</summary>
/// <param name="Name">As users know it.</param>
/// <param name="ShutDownOn">Announced day.</param>
/// <param name="Successor">What the provider names instead.</param>
internal sealed record RetiredApi(string Name, DateTime ShutDownOn, string Successor);

/// <summary>A type through which code reaches a retired API.</summary>
/// <param name="Api">The API.</param>
/// <param name="MetadataName">Full name of the type.</param>
/// <param name="Openings">Members that give a client of the API; <c>.ctor</c> for the constructors.</param>
internal sealed record RetiredApiType(RetiredApi Api, string MetadataName, params ImmutableArray<string> Openings)
{
    /// <summary>Every other public method sends a request to the API.</summary>
    public bool IsClient { get; init; }

    /// <summary>The API is served by another host, which has an end of its own for it.</summary>
    public bool IsOtherHost { get; init; }

    /// <summary>Parameter that leads to the API's own provider all the same.</summary>
    public string? OwnProviderParameter { get; init; }
}

/// <summary>A member of a retired API.</summary>
/// <param name="Type">The type that has it.</param>
/// <param name="IsOpening">It gives a client; else it sends a request.</param>
internal readonly record struct RetiredMember(RetiredApiType Type, bool IsOpening);

/// <summary>The retired APIs that one compilation can reach.</summary>
internal sealed class RetiredApis
{
    private const string Constructor = ".ctor";

    private static readonly RetiredApi Assistants = new("Assistants API", new DateTime(2026, 8, 26), "the Responses API");

    private readonly Dictionary<INamedTypeSymbol, RetiredApiType> _types;

    private RetiredApis(Dictionary<INamedTypeSymbol, RetiredApiType> types) => _types = types;

    public static ImmutableArray<RetiredApiType> Types { get; } = ImmutableArray.Create(
        new RetiredApiType(Assistants, "OpenAI.OpenAIClient", "GetAssistantClient"),
        new RetiredApiType(Assistants, "OpenAI.Assistants.AssistantClient", Constructor) { IsClient = true },
        new RetiredApiType(Assistants, "Azure.AI.OpenAI.AzureOpenAIClient", "GetAssistantClient") { IsOtherHost = true },
        new RetiredApiType(Assistants, "Azure.AI.OpenAI.Assistants.AssistantsClient", Constructor) { IsClient = true, IsOtherHost = true, OwnProviderParameter = "openAIApiKey" });

    /// <summary>Null when the compilation references none.</summary>
    public static RetiredApis? Create(Compilation compilation)
    {
        var types = new Dictionary<INamedTypeSymbol, RetiredApiType>(SymbolEqualityComparer.Default);
        foreach (var type in Types)
        {
            foreach (var symbol in compilation.GetTypesByMetadataName(type.MetadataName))
            {
                types[symbol] = type;
            }
        }

        return types.Count == 0 ? null : new(types);
    }

    /// <summary>What a method or constructor means to a retired API; null when nothing.</summary>
    public RetiredMember? Find(IMethodSymbol method)
    {
        if (!_types.TryGetValue(method.ContainingType.OriginalDefinition, out var type))
        {
            return null;
        }

        return type.Openings.Contains(method.Name) ? new(type, IsOpening: true)
            : type.IsClient && method is { MethodKind: MethodKind.Ordinary, DeclaredAccessibility: Accessibility.Public, IsStatic: false } && !method.IsOverride ? new(type, IsOpening: false)
            : null;
    }

    /// <summary>The names of what gives a client.</summary>
    public IEnumerable<string> OpeningNames => _types.Values.SelectMany(t => t.Openings.Select(o => o == Constructor ? t.MetadataName.Substring(t.MetadataName.LastIndexOf('.') + 1) : o)).Distinct();
}
