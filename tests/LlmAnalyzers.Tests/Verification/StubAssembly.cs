using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace LlmAnalyzers.Tests.Verification;

/// <summary>Compiles the hand-written surface of a package that does not restore, in memory, to an assembly of the package's name.</summary>
internal static class StubAssembly
{
    private const string Folder = "Stubs/";

    /// <summary>The names of all stubs.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        .. typeof(StubAssembly).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => name[Folder.Length..^".cs".Length]),
    ];

    public static MetadataReference Compile(string assemblyName, IEnumerable<MetadataReference> references)
    {
        using var source = typeof(StubAssembly).Assembly.GetManifestResourceStream($"{Folder}{assemblyName}.cs")
            ?? throw new InvalidOperationException($"There is no stub of {assemblyName}.");
        var compilation = CSharpCompilation.Create(
            assemblyName,
            [CSharpSyntaxTree.ParseText(SourceText.From(source))],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        return result.Success
            ? MetadataReference.CreateFromImage(image.ToArray(), filePath: assemblyName + ".dll")
            : throw new InvalidOperationException($"The stub of {assemblyName} does not compile:\n{string.Join('\n', result.Diagnostics)}");
    }
}
