using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.IO;
using System.Threading.Tasks;
using Xunit;

namespace LlmAnalyzers.EndToEnd;

/// <summary>The package, packed once per test run from what the build has made, in a folder that is a package source.</summary>
public sealed class PackedPackage : IAsyncLifetime
{
    /// <summary>Everything the tests write lies here, outside the repository.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("LlmAnalyzers.EndToEnd.").FullName;

    /// <summary>A version no other run has used: a package source may keep what it has seen once.</summary>
    public string Version { get; } =
        $"{BuildFacts.Version}-test.{DateTime.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture)}";

    public string Feed => Path.Combine(Folder, "feed");

    public string File => Path.Combine(Feed, $"LlmAnalyzers.{Version}.nupkg");

    public async Task InitializeAsync()
    {
        string project = Path.Combine(BuildFacts.RepositoryRoot, "src", "LlmAnalyzers.Package");
        var packed = await DotNet.RunAsync(
            BuildFacts.RepositoryRoot,
            "pack", project, "--configuration", BuildFacts.Configuration, "--no-build", "--output", Feed, $"-p:PackageVersion={Version}");
        packed.Expect(success: true);
    }

    public Task DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }
}

/// <summary>All end-to-end tests share one package and run one after the other: each of them builds.</summary>
[CollectionDefinition(Name)]
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "It is a test collection.")]
public sealed class PackageCollection : ICollectionFixture<PackedPackage>
{
    public const string Name = "The packed package";
}
