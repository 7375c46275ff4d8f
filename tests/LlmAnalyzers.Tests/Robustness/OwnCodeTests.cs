using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using LlmAnalyzers.Tests.Rules;
using LlmAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace LlmAnalyzers.Tests.Robustness;

/// <summary>The package's analyzers over the package's own code, with every SDK referenced: nothing to report, and nothing thrown.</summary>
public class OwnCodeTests
{
    [Theory]
    [InlineData("src/LlmAnalyzers")]
    [InlineData("src/LlmAnalyzers.CodeFixes")]
    [InlineData("tests/LlmAnalyzers.Tests/Verification")]
    public async Task Our_own_code_has_nothing_to_report(string folder)
    {
        var options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);
        var trees = Directory.GetFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), options, path))
            .ToList();
        Assert.NotEmpty(trees);
        var roslyn = new[] { typeof(Compilation), typeof(CSharpCompilation), typeof(Document), typeof(LlmCallAnalyzer) }
            .Select(type => MetadataReference.CreateFromFile(type.Assembly.Location));
        var compilation = CSharpCompilation.Create(
            "Own", trees, Sdk.All.References.Concat(roslyn), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));

        var diagnostics = await compilation.WithAnalyzers([.. ComponentDiscovery.Analyzers], options: null).GetAnalyzerDiagnosticsAsync();

        Assert.Empty(diagnostics.Select(d => d.ToString()));
    }
}
