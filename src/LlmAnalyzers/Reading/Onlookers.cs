using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Reading;

/// <summary>Library methods that look at an object they are given and leave it as it is.</summary>
internal static class Onlookers
{
    public static bool OnlyLooks(IMethodSymbol method) => method.ContainingType switch
    {
        { Name: "Enumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: "System" } } => true,
        { Name: "JsonSerializer", ContainingNamespace: { Name: "Json", ContainingNamespace.Name: "Text" } } => true,
        { Name: "Console" or "String" or "Object" or "ArgumentNullException" or "GC", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } => true,
        { Name: "Debug" or "Trace", ContainingNamespace: { Name: "Diagnostics", ContainingNamespace.Name: "System" } } => true,
        { Name: "LoggerExtensions", ContainingNamespace: { Name: "Logging", ContainingNamespace.Name: "Extensions" } } => true,
        _ => false,
    };
}
