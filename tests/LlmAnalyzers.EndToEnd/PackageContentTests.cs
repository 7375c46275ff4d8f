using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Xml.Linq;
using Xunit;

namespace LlmAnalyzers.EndToEnd;

[Collection(PackageCollection.Name)]
public sealed class PackageContentTests(PackedPackage package)
{
    /// <summary>What the package holds besides the parts every package has. A new file in it is a decision, taken here.</summary>
    private static readonly string[] ExpectedFiles =
    [
        "LICENSE",
        "LlmAnalyzers.nuspec",
        "README.md",
        "analyzers/dotnet/cs/LlmAnalyzers.CodeFixes.dll",
        "analyzers/dotnet/cs/LlmAnalyzers.dll",
        "build/LlmAnalyzers.targets",
        "buildTransitive/LlmAnalyzers.All.globalconfig",
        "buildTransitive/LlmAnalyzers.FineTuningReview.globalconfig",
        "buildTransitive/LlmAnalyzers.Minimum.globalconfig",
        "buildTransitive/LlmAnalyzers.None.globalconfig",
        "buildTransitive/LlmAnalyzers.Production.globalconfig",
        "buildTransitive/LlmAnalyzers.targets",
        "docs/rules/LLM0001.md",
        "docs/rules/LLM0002.md",
        "docs/rules/LLM1001.md",
        "docs/rules/LLM1002.md",
        "docs/rules/LLM1003.md",
        "docs/rules/LLM1004.md",
        "docs/rules/LLM1005.md",
        "docs/rules/LLM1006.md",
        "docs/rules/LLM1007.md",
        "docs/rules/LLM1008.md",
        "docs/rules/LLM2001.md",
        "docs/rules/LLM2002.md",
        "docs/rules/LLM2003.md",
        "docs/rules/LLM2004.md",
        "docs/rules/LLM2005.md",
        "docs/rules/LLM2006.md",
        "docs/rules/LLM2007.md",
        "docs/rules/LLM3001.md",
        "docs/rules/LLM3006.md",
        "docs/rules/LLM4001.md",
        "docs/rules/LLM4002.md",
        "docs/rules/LLM4003.md",
        "docs/rules/LLM4004.md",
        "docs/rules/LLM4005.md",
        "docs/rules/LLM4006.md",
        "docs/rules/LLM5001.md",
        "docs/rules/LLM5002.md",
        "docs/rules/LLM5003.md",
        "docs/rules/LLM5004.md",
        "docs/rules/LLM5005.md",
        "docs/rules/LLM5006.md",
        "docs/rules/LLM5010.md",
        "docs/rules/LLM5011.md",
        "docs/rules/LLM5012.md",
        "docs/rules/LLM5013.md",
        "docs/rules/LLM5014.md",
        "docs/rules/LLM5020.md",
        "docs/rules/LLM5021.md",
        "docs/rules/LLM5022.md",
        "docs/rules/LLM5023.md",
        "docs/rules/LLM5024.md",
        "docs/rules/LLM5025.md",
        "docs/rules/LLM5026.md",
        "docs/rules/LLM5027.md",
        "docs/rules/LLM5028.md",
        "docs/rules/LLM6001.md",
        "docs/rules/LLM6002.md",
        "docs/rules/LLM6003.md",
        "docs/rules/LLM6006.md",
        "docs/rules/LLM7001.md",
        "docs/rules/LLM7003.md",
        "docs/rules/LLM8001.md",
        "icon.png",
    ];

    [Fact]
    public void The_package_holds_these_files_and_no_others()
    {
        using var archive = ZipFile.OpenRead(package.File);

        string[] files = archive.Entries
            .Select(e => e.FullName)
            .Where(n => n is not "[Content_Types].xml" and not "_rels/.rels" && !n.StartsWith("package/services/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToArray();

        Assert.Equal(ExpectedFiles, files);
    }

    [Fact]
    public void The_package_is_a_development_dependency_that_brings_no_other_package()
    {
        using var archive = ZipFile.OpenRead(package.File);
        using var nuspec = archive.GetEntry("LlmAnalyzers.nuspec")!.Open();
        var metadata = XDocument.Load(nuspec).Root!.Elements().Single(e => e.Name.LocalName == "metadata");

        Assert.Equal("true", Value("developmentDependency"));
        Assert.Equal("MIT", Value("license"));
        Assert.Equal(BuildFacts.RepositoryUrl, Value("projectUrl"));
        Assert.DoesNotContain(metadata.Descendants(), e => e.Name.LocalName == "dependency");

        string Value(string name) => metadata.Elements().Single(e => e.Name.LocalName == name).Value;
    }

    [Fact]
    public void The_readme_of_the_package_has_full_addresses()
    {
        using var archive = ZipFile.OpenRead(package.File);
        using var reader = new StreamReader(archive.GetEntry("README.md")!.Open());
        string readme = reader.ReadToEnd();

        Assert.Contains(BuildFacts.HelpLink("LLM1001"), readme, StringComparison.Ordinal);
        Assert.DoesNotContain("{RepositoryUrl}", readme, StringComparison.Ordinal);
    }
}
