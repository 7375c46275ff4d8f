using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAnalyzers.Benchmarks;

/// <summary>The sets of analyzers that are measured side by side.</summary>
public static class Contestants
{
    public const string None = "(none)";
    public const string Empty = "(empty analyzer)";
    public const string Ours = "LlmAnalyzers";

    /// <summary>In the order of the tables.</summary>
    public static ImmutableArray<string> All { get; } =
        [None, Empty, Ours, "Meziantou.Analyzer", "Roslynator.Analyzers", "Microsoft.CodeAnalysis.NetAnalyzers", "SonarAnalyzer.CSharp"];

    /// <summary>The analyzers of one set; empty for <see cref="None"/>.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> Of(string name) => name switch
    {
        None => [],
        Empty => [new EmptyAnalyzer()],
        Ours => FromAssembly(typeof(LlmCallAnalyzer).Assembly),
        _ => Neighbour(name),
    };

    private static ImmutableArray<DiagnosticAnalyzer> Neighbour(string name)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "neighbours", name);
        AppDomain.CurrentDomain.AssemblyResolve += (_, wanted) =>
            Path.Combine(folder, new AssemblyName(wanted.Name).Name + ".dll") is var path && File.Exists(path) ? Assembly.LoadFrom(path) : null;
        return [.. Directory.GetFiles(folder, "*.dll").SelectMany(f => FromAssembly(Assembly.LoadFrom(f)))];
    }

    private static ImmutableArray<DiagnosticAnalyzer> FromAssembly(Assembly assembly)
    {
        Type[] types;
        try
        {
            types = assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException e)
        {
            types = [.. e.Types.OfType<Type>()];
        }

        return [.. types
            .Where(t => !t.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(t)
                && t.GetCustomAttribute<DiagnosticAnalyzerAttribute>()?.Languages.Contains(LanguageNames.CSharp) == true)
            .Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!)];
    }
}
