using System;
using System.IO;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace LlmAnalyzers.Tests.Schemas;

/// <summary>C# declarations as the analyzer sees them (symbols) and, when they compile, as the serializer sees them (types).</summary>
internal sealed class TypeSource
{
    private const string Usings = """
        using System;
        using System.Collections.Concurrent;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Collections.ObjectModel;
        using System.ComponentModel;
        using System.ComponentModel.DataAnnotations;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.Json.Serialization;
        """;

    private static readonly Lazy<MetadataReference[]> References = new(() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Where(p => Path.GetFileName(p) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "Newtonsoft.Json.dll"))
        .Select(p => (MetadataReference)MetadataReference.CreateFromFile(p))
        .ToArray());

    private readonly Lazy<Assembly> _assembly;

    public TypeSource(string declarations, string? usings = null)
    {
        var parse = new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.Parse);
        var tree = CSharpSyntaxTree.ParseText((usings ?? Usings) + "\n" + declarations, parse);
        Compilation = CSharpCompilation.Create(
            "TypesUnderTest",
            [tree],
            References.Value,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));
        _assembly = new(Load);
    }

    public CSharpCompilation Compilation { get; }

    /// <summary>The declared type of the static property <c>Root.Value</c> in this namespace, with its annotation.</summary>
    public ITypeSymbol RootType(string containingNamespace = "") =>
        Assert.IsAssignableFrom<IPropertySymbol>(Assert.Single(RootSymbol(containingNamespace).GetMembers("Value"))).Type;

    public (Type Type, object? Value) RootValue(string containingNamespace)
    {
        var property = _assembly.Value.GetType(containingNamespace + ".Root", throwOnError: true)!.GetProperty("Value")!;
        return (property.PropertyType, property.GetValue(null));
    }

    /// <summary>The declared type called so; the first of that name.</summary>
    public ITypeSymbol Declared(string name) => Compilation.GetSymbolsWithName(name, SymbolFilter.Type).OfType<ITypeSymbol>().First();

    private INamedTypeSymbol RootSymbol(string containingNamespace) =>
        Compilation.GetTypeByMetadataName(containingNamespace.Length == 0 ? "Root" : containingNamespace + ".Root")!;

    private Assembly Load()
    {
        using var stream = new MemoryStream();
        var result = Compilation.Emit(stream);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Take(10)));
        return Assembly.Load(stream.ToArray());
    }
}
