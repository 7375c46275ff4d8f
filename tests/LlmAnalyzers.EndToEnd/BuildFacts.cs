using System;
using System.IO;
using System.Linq;
using System.Reflection;

namespace LlmAnalyzers.EndToEnd;

/// <summary>What the tests know of the build they belong to.</summary>
internal static class BuildFacts
{
    /// <summary>The configuration the solution was built in; the package is made from that build.</summary>
    public static string Configuration { get; } = Read("Configuration");

    /// <summary>The public address of the repository, as help links carry it.</summary>
    public static string RepositoryUrl { get; } = Read("RepositoryUrl");

    /// <summary>Version prefix of the package, such as <c>0.1.0</c>.</summary>
    public static string Version { get; } = Read("Version");

    public static string OpenAIVersion { get; } = Read("OpenAIVersion");

    public static string ExtensionsAIVersion { get; } = Read("ExtensionsAIVersion");

    /// <summary>Where this machine keeps restored packages.</summary>
    public static string PackageFolder { get; } = Read("PackageFolder");

    /// <summary>The folder of <c>Analyzers.sln</c>.</summary>
    public static string RepositoryRoot { get; } = FindRepositoryRoot();

    public static string HelpLink(string id) => $"{RepositoryUrl}/blob/main/docs/rules/{id}.md";

    private static string Read(string key) =>
        typeof(BuildFacts).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value
            is { Length: > 0 } value ? value : throw new InvalidOperationException($"The build did not tell '{key}'.");

    private static string FindRepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Analyzers.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above '{AppContext.BaseDirectory}' holds Analyzers.sln.");
    }
}
