using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAnalyzers.Tests.Verification;

/// <summary>Finds the product's analyzers and fixers as an IDE does: by the attributes on the types of the two assemblies.</summary>
internal static class ComponentDiscovery
{
    /// <summary>The analyzers for C# in LlmAnalyzers.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        .. Assembly.Load("LlmAnalyzers").GetTypes().Where(IsAnalyzer).Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type, nonPublic: true)!),
    ];

    /// <summary>The types exported as fixers for C# from LlmAnalyzers.CodeFixes.</summary>
    public static ImmutableArray<Type> CodeFixProviderTypes { get; } = [.. Assembly.Load("LlmAnalyzers.CodeFixes").GetTypes().Where(IsExportedFixer)];

    /// <summary>Every id that the analyzers can report, once.</summary>
    public static ImmutableHashSet<string> SupportedIds { get; } = [.. Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(d => d.Id)];

    private static bool IsAnalyzer(Type type)
        => !type.IsAbstract && type.GetCustomAttribute<DiagnosticAnalyzerAttribute>(inherit: false)?.Languages.Contains(LanguageNames.CSharp) == true;

    private static bool IsExportedFixer(Type type)
        => !type.IsAbstract && type.GetCustomAttribute<ExportCodeFixProviderAttribute>(inherit: false)?.Languages.Contains(LanguageNames.CSharp) == true;

    /// <summary>
    /// What keeps a fixer from being used in an IDE, one line each. <paramref name="withoutFixAll"/> names the fixers that offer no Fix All on purpose.
    /// </summary>
    public static IEnumerable<string> ProblemsOf(Type fixerType, ISet<string> supportedIds, ISet<string> withoutFixAll)
    {
        if (!IsExportedFixer(fixerType))
        {
            yield return "is not exported for C#";
        }

        if (fixerType.GetCustomAttribute<SharedAttribute>() is null)
        {
            yield return "is not [Shared]";
        }

        if (fixerType.GetConstructor(BindingFlags.Instance | BindingFlags.Public, []) is null)
        {
            yield return "has no public constructor without parameters";
            yield break;
        }

        var fixer = (CodeFixProvider)Activator.CreateInstance(fixerType)!;
        if (fixer.FixableDiagnosticIds.IsDefaultOrEmpty)
        {
            yield return "fixes nothing";
        }

        foreach (var id in fixer.FixableDiagnosticIds.Where(id => !supportedIds.Contains(id)))
        {
            yield return $"fixes {id}, which no analyzer reports";
        }

        if (fixer.GetFixAllProvider() is null != withoutFixAll.Contains(fixerType.Name))
        {
            yield return "has no Fix All without a reason, or has one and a reason for having none";
        }
    }
}
