using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace LlmAnalyzers.EndToEnd;

/// <summary>Several projects outside the repository, with central package management, that install the package from the local folder.</summary>
internal sealed class ConsumerSolution
{
    /// <summary>A class whose one call is flawed; the flaw stands on the line that ends with the id.</summary>
    public const string Flawed =
        """
        using System;
        using System.Threading.Tasks;
        using OpenAI.Chat;

        public enum Sentiment { Positive, Negative }

        public sealed class Reviews
        {
            private readonly ChatClient _client;

            public Reviews(ChatClient client) => _client = client;

            public Sentiment Judge(string review)
            {
                ChatCompletion completion = _client.CompleteChat(new ChatMessage[] { new SystemChatMessage("You judge product reviews. Answer with one word only: Positive or Negative."), new UserChatMessage(review) }, new ChatCompletionOptions { Temperature = 0.9f }); // LLM2001
                return (Sentiment)Enum.Parse(typeof(Sentiment), completion.Content[0].Text);
            }
        }
        """;

    private readonly string _folder;

    private ConsumerSolution(PackedPackage package)
    {
        _folder = Directory.CreateDirectory(Path.Combine(package.Folder, Path.GetRandomFileName())).FullName;
        Write("Directory.Build.targets", "<Project />");
        Write(".editorconfig", "root = true\n");
        Write("NuGet.config", Consumer.NuGetConfig(package));
        Write("Directory.Packages.props",
            $"""
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup>
                <PackageVersion Include="OpenAI" Version="[{BuildFacts.OpenAIVersion}]" />
                <PackageVersion Include="LlmAnalyzers" Version="[{package.Version}]" />
              </ItemGroup>
            </Project>
            """);
        Write("Directory.Build.props",
            $"""
            <Project>
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <LangVersion>latest</LangVersion>
                <NuGetAudit>false</NuGetAudit>
                <RestorePackagesPath>{Path.Combine(package.Folder, "packages")}</RestorePackagesPath>
                <RestoreFallbackFolders>{BuildFacts.PackageFolder.TrimEnd(Path.DirectorySeparatorChar)}</RestoreFallbackFolders>
              </PropertyGroup>
            </Project>
            """);
    }

    public static ConsumerSolution Create(PackedPackage package) => new(package);

    /// <summary>Adds a project in a folder of its own.</summary>
    /// <param name="name">Of the project and its folder.</param>
    /// <param name="source">Its one file.</param>
    /// <param name="properties">Inside a property group.</param>
    /// <param name="reference">Another project of the solution; null for none.</param>
    /// <param name="installsAnalyzers">Whether it references the package itself.</param>
    /// <param name="sdk">The project SDK.</param>
    public ConsumerSolution Add(
        string name, string source, string properties = "", string? reference = null, bool installsAnalyzers = true, string sdk = "Microsoft.NET.Sdk")
    {
        Directory.CreateDirectory(Path.Combine(_folder, name));
        Write($"{name}/{name}.csproj",
            $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>{properties}</PropertyGroup>
              <ItemGroup>
                <PackageReference Include="OpenAI" />
                {(installsAnalyzers ? """<PackageReference Include="LlmAnalyzers" />""" : "")}
                {(reference is null ? "" : $"""<ProjectReference Include="../{reference}/{reference}.csproj" />""")}
              </ItemGroup>
            </Project>
            """);
        Write($"{name}/{name}.cs", source);
        return this;
    }

    /// <summary>Builds everything that was added.</summary>
    public Task<CommandResult> BuildAsync()
    {
        var projects = Directory.GetDirectories(_folder).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal);
        Write("All.slnx", $"<Solution>{string.Concat(projects.Select(p => $"""<Project Path="{p}/{p}.csproj" />"""))}</Solution>");
        return DotNet.RunAsync(_folder, "build", "All.slnx", "--no-incremental", "-nodeReuse:false", "-v:minimal");
    }

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text);
}
