using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAnalyzers.Reading;

/// <summary>What stands in a type with tests: what is named there mostly reaches a stand-in for the service.</summary>
internal static class TestCode
{
    public static bool Contains(SyntaxNode node) => node.AncestorsAndSelf().OfType<TypeDeclarationSyntax>()
        .Any(type => type.Members.OfType<MethodDeclarationSyntax>().Any(IsTest));

    private static bool IsTest(MethodDeclarationSyntax method) => method.AttributeLists.SelectMany(l => l.Attributes).Any(a => NameOf(a.Name) is
        "Fact" or "Theory" or "Test" or "TestCase" or "TestMethod" or "DataTestMethod" or "SkippableFact" or "SkippableTheory");

    private static string NameOf(NameSyntax name) => name is QualifiedNameSyntax qualified ? qualified.Right.Identifier.ValueText : name.ToString();
}
