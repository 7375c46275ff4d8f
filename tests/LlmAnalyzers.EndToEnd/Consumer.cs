using System;
using System.IO;
using System.Threading.Tasks;

namespace LlmAnalyzers.EndToEnd;

/// <summary>An application outside the repository that installs the package from the local folder.</summary>
internal sealed class Consumer
{
    public const string SarifFile = "diagnostics.sarif";

    private readonly string _folder;

    private Consumer(string folder) => _folder = folder;

    /// <summary>Writes the application into a folder of its own.</summary>
    /// <param name="package">The package it installs.</param>
    /// <param name="editorConfig">Lines under <c>[*.cs]</c> of its <c>.editorconfig</c>.</param>
    /// <param name="properties">Properties of its project.</param>
    public static Consumer Create(PackedPackage package, string editorConfig = "", string properties = "")
    {
        var consumer = new Consumer(Directory.CreateDirectory(Path.Combine(package.Folder, Path.GetRandomFileName())).FullName);

        // The nearest of each of these files ends the search further up, whatever lies above the folder for temporary files.
        consumer.Write("Directory.Build.props", "<Project />");
        consumer.Write("Directory.Build.targets", "<Project />");
        consumer.Write("Directory.Packages.props", "<Project />");
        consumer.Write(".editorconfig", $"root = true\n[*.cs]\n{editorConfig}\n");
        consumer.Write("NuGet.config", NuGetConfig(package));
        consumer.Write("Consumer.csproj", Project(package, properties));
        consumer.Write("Program.cs", ConsumerCode.Program);
        return consumer;
    }

    public Task<CommandResult> BuildAsync() => RunAsync("build", "--no-incremental", "-nodeReuse:false", "-v:minimal");

    public Task<CommandResult> RunAsync(params string[] arguments) => DotNet.RunAsync(_folder, arguments);

    public string Read(string file) => File.ReadAllText(Path.Combine(_folder, file));

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text);

    /// <summary>The package under test comes from its folder, everything else from where the machine gets its packages.</summary>
    public static string NuGetConfig(PackedPackage package) =>
        $"""
        <configuration>
          <packageSources>
            <add key="package under test" value="{package.Feed}" />
          </packageSources>
        </configuration>
        """;

    /// <summary>Its packages go into a folder that is deleted; what the machine has restored before is taken from there.</summary>
    private static string Project(PackedPackage package, string properties) =>
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <NuGetAudit>false</NuGetAudit>
            {properties}
            <ErrorLog>{SarifFile},version=2.1</ErrorLog>
            <RestorePackagesPath>{Path.Combine(package.Folder, "packages")}</RestorePackagesPath>
            <RestoreFallbackFolders>{BuildFacts.PackageFolder.TrimEnd(Path.DirectorySeparatorChar)}</RestoreFallbackFolders>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="OpenAI" Version="[{BuildFacts.OpenAIVersion}]" />
            <PackageReference Include="Microsoft.Extensions.AI.Abstractions" Version="[{BuildFacts.ExtensionsAIVersion}]" />
            <PackageReference Include="LlmAnalyzers" Version="[{package.Version}]" PrivateAssets="all" />
          </ItemGroup>
        </Project>
        """.Replace("\r\n", "\n", StringComparison.Ordinal);
}
