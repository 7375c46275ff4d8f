using System;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Models;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules.Models;

/// <summary>LLM4004: the API behind a client is shut down.</summary>
internal static class ApiShutDown
{
    public const string Id = "LLM4004";

    public static DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Create(
        Id,
        "Models",
        DiagnosticSeverity.Warning,
        "API is shut down",
        "The {0} {1} on {2}: {3}; move to {4}",
        "Providers shut whole APIs down. The package still has the client, the code compiles, and every request fails.");

    public static Diagnostic Of(RetiredApiUse use, ModelCatalogue models)
    {
        var isOver = use.ShutDownOn <= models.AsOf;
        return Diagnostic.Create(
            Descriptor,
            use.Location,
            use.IsOtherHost || !isOver ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning,
            additionalLocations: Array.Empty<Location>(),
            properties: null,
            use.Api,
            use.IsOtherHost ? (isOver ? "was" : "will be") + " shut down by its provider" : isOver ? "was shut down" : "will be shut down",
            CatalogueDate.Text(use.ShutDownOn),
            use.IsOtherHost ? "look up until when this host goes on serving it" : isOver ? "every request of this client fails" : "from then on every request of this client fails",
            use.Successor);
    }
}
