using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Tests.Verification;

/// <summary>The sets of packages that test sources are compiled against. Each contains the framework.</summary>
internal static class Sdk
{
    /// <summary>The framework alone: no SDK is referenced.</summary>
    public static SdkReferences None { get; } = new(SdkReferences.Framework);

    /// <summary>The real package OpenAI 2.x: chat completions, the Responses API and more.</summary>
    public static SdkReferences OpenAI { get; } = None.WithPackage("OpenAI");

    /// <summary>The real package Microsoft.Extensions.AI.Abstractions alone: no typed call, no builder, no provider.</summary>
    public static SdkReferences ExtensionsAI { get; } = None.WithPackage("Microsoft.Extensions.AI.Abstractions");

    /// <summary><see cref="ExtensionsAI"/> in a project that asks configuration for its settings.</summary>
    public static SdkReferences Configured { get; } = ExtensionsAI.WithPackage("Microsoft.Extensions.Configuration.Abstractions").WithStub("Microsoft.Extensions.Configuration.Binder");

    /// <summary>Abstractions, typed calls and builder, dependency injection, and the OpenAI provider.</summary>
    public static SdkReferences ExtensionsAIFull { get; } = ExtensionsAI.With(OpenAI)
        .WithPackage("Microsoft.Extensions.DependencyInjection.Abstractions").WithPackage("Microsoft.Extensions.Logging.Abstractions")
        .WithStub("Microsoft.Extensions.AI").WithStub("Microsoft.Extensions.AI.OpenAI");

    /// <summary>Azure.AI.OpenAI 2.x, which hands out the clients of OpenAI 2.x.</summary>
    public static SdkReferences AzureOpenAI { get; } = OpenAI.WithPackage("Azure.Core").WithStub("Azure.AI.OpenAI");

    /// <summary>The real package Azure.AI.OpenAI 1.0.0-beta.6: the same id as <see cref="AzureOpenAI"/>, other types, never both.</summary>
    public static SdkReferences AzureOpenAIBeta { get; } = None.WithPackage("Azure.AI.OpenAI");

    /// <summary>The real package Anthropic.</summary>
    public static SdkReferences Anthropic { get; } = None.WithPackage("Anthropic");

    /// <summary>The real package Anthropic 13.0, the first without temperature.</summary>
    public static SdkReferences Anthropic13 { get; } = ExtensionsAI.WithPackage("Anthropic", "13.0.0");

    /// <summary>The real package Anthropic 12.60, the last where a message is made with a role.</summary>
    public static SdkReferences Anthropic12 { get; } = ExtensionsAI.WithPackage("Anthropic", "12.60.0");

    /// <summary>The real package Anthropic 12.36, the oldest that restores.</summary>
    public static SdkReferences Anthropic12Early { get; } = ExtensionsAI.WithPackage("Anthropic", "12.36.0");

    /// <summary>The real package OpenAI 2.15, whose Responses API binds the model at the call.</summary>
    public static SdkReferences OpenAIResponses => OpenAI;

    /// <summary>The real package OpenAI 2.13, the last with synchronous streaming of responses.</summary>
    public static SdkReferences OpenAI13 { get; } = None.WithPackage("System.ClientModel").WithPackage("OpenAI", "2.13.0");

    /// <summary>Azure.AI.OpenAI 1.0.0-beta.12 to beta.17, where the model is a property of the options.</summary>
    public static SdkReferences AzureOpenAILaterBeta { get; } = None.WithPackage("Azure.Core").WithStub("Azure.AI.OpenAI.Beta17");

    /// <summary>Semantic Kernel: abstractions, core, the OpenAI and Azure OpenAI connectors, chat completion agents.</summary>
    public static SdkReferences SemanticKernel { get; } = ExtensionsAIFull.With(AzureOpenAI)
        .WithStub("Microsoft.SemanticKernel.Abstractions").WithStub("Microsoft.SemanticKernel.Core")
        .WithStub("Microsoft.SemanticKernel.Connectors.OpenAI").WithStub("Microsoft.SemanticKernel.Connectors.AzureOpenAI")
        .WithStub("Microsoft.SemanticKernel.Agents.Core");

    /// <summary>Microsoft Agent Framework over Microsoft.Extensions.AI, OpenAI and Anthropic.</summary>
    public static SdkReferences AgentFramework { get; } = ExtensionsAIFull.With(Anthropic)
        .WithStub("Microsoft.Agents.AI.Abstractions").WithStub("Microsoft.Agents.AI")
        .WithStub("Microsoft.Agents.AI.OpenAI").WithStub("Microsoft.Agents.AI.Anthropic");

    /// <summary>The real package Newtonsoft.Json.</summary>
    public static SdkReferences NewtonsoftJson { get; } = None.WithPackage("Newtonsoft.Json");

    /// <summary>Everything that can be referenced together.</summary>
    public static SdkReferences All { get; } = ExtensionsAIFull.With(AzureOpenAI).With(Anthropic).With(NewtonsoftJson)
        .WithPackage("Microsoft.Extensions.Configuration.Abstractions");
}

/// <summary>An immutable set of assemblies to compile against, by assembly name.</summary>
internal sealed class SdkReferences
{
    private static readonly ConcurrentDictionary<string, MetadataReference> Files = new();
    private static ImmutableSortedDictionary<string, MetadataReference>? _framework;

    private readonly ImmutableSortedDictionary<string, MetadataReference> _byName;

    public SdkReferences(ImmutableSortedDictionary<string, MetadataReference> byName) => _byName = byName;

    public IEnumerable<MetadataReference> References => _byName.Values;

    public IEnumerable<string> AssemblyNames => _byName.Keys;

    /// <summary>The reference assemblies of the framework that runs the tests; without a targeting pack, its implementation assemblies.</summary>
    public static ImmutableSortedDictionary<string, MetadataReference> Framework
        => _framework ??= ByName(FrameworkFiles());

    internal static ImmutableSortedDictionary<string, MetadataReference> ByName(IEnumerable<string> files)
        => files.ToImmutableSortedDictionary(path => Path.GetFileNameWithoutExtension(path), Reference, StringComparer.Ordinal);

    public SdkReferences With(SdkReferences other) => new(_byName.SetItems(other._byName));

    /// <summary>Adds a package's assembly, as restored and copied beside the tests, and the assemblies it refers to.</summary>
    public SdkReferences WithPackage(string assemblyName)
    {
        var byName = _byName.ToBuilder();
        var waiting = new Stack<string>([assemblyName]);
        while (waiting.TryPop(out var name))
        {
            var path = Path.Combine(AppContext.BaseDirectory, name + ".dll");
            if (byName.ContainsKey(name) || (name != assemblyName && !File.Exists(path)))
            {
                continue;
            }

            byName.Add(name, Reference(path));
            ReferencedNames(path).ForEach(waiting.Push);
        }

        return new(byName.ToImmutable());
    }

    /// <summary>Adds the assembly of an older version, which the tests copy into a folder of its own; the assemblies it refers to must be there.</summary>
    public SdkReferences WithPackage(string assemblyName, string version)
        => new(_byName.SetItem(assemblyName, Reference(Path.Combine(AppContext.BaseDirectory, version, assemblyName + ".dll"))));

    /// <summary>Adds the assembly that is compiled from <c>Stubs/{assemblyName}.cs</c> against this set.</summary>
    public SdkReferences WithStub(string assemblyName) => new(_byName.SetItem(assemblyName, StubAssembly.Compile(assemblyName, References)));

    private static MetadataReference Reference(string path) => Files.GetOrAdd(path, static path => MetadataReference.CreateFromFile(path));

    /// <summary>The assemblies that the tests run on. Their types stand in other assemblies than the reference assemblies say.</summary>
    internal static IEnumerable<string> RuntimeFiles()
        => Directory.GetFiles(RuntimeFolder.FullName, "*.dll").Where(path => ReferencedNames(path) is [_, ..] || Path.GetFileName(path) == "System.Private.CoreLib.dll");

    private static IEnumerable<string> FrameworkFiles()
    {
        var packs = new DirectoryInfo(Path.Combine(RuntimeFolder.Parent!.Parent!.Parent!.FullName, "packs", "Microsoft.NETCore.App.Ref"));
        var targetFramework = $"net{Environment.Version.Major}.{Environment.Version.Minor}";
        DirectoryInfo[] versions = packs.Exists ? [.. packs.GetDirectories($"{Environment.Version.Major}.*").OrderBy(version => version.Name, StringComparer.Ordinal)] : [];
        var folder = versions.Select(version => Path.Combine(version.FullName, "ref", targetFramework)).LastOrDefault(Directory.Exists);
        return folder is not null ? Directory.GetFiles(folder, "*.dll") : RuntimeFiles();
    }

    private static DirectoryInfo RuntimeFolder => new(Path.GetDirectoryName(typeof(object).Assembly.Location)!);

    /// <summary>The assemblies a file refers to; empty for a file without metadata.</summary>
    private static List<string> ReferencedNames(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        if (!file.HasMetadata)
        {
            return [];
        }

        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
