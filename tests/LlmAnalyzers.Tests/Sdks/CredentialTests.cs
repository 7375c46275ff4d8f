using System;
using System.Collections.Generic;
using System.Linq;
using LlmAnalyzers.Sdks;
using LlmAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace LlmAnalyzers.Tests.Sdks;

/// <summary>Every place that takes a key is in its package, and every parameter of our packages that is called like a key is known.</summary>
public class CredentialTests
{
    /// <summary>Names that none of the packages here has, with where they were read.</summary>
    private static readonly Dictionary<string, string> InOtherPackages = new()
    {
        ["OpenAI.Responses.OpenAIResponseClient"] = "OpenAI 2.2 to 2.7",
        ["Anthropic.AnthropicClient.APIKey"] = "Anthropic 10.0 to 12.1",
        ["Anthropic.Core.ClientOptions.APIKey"] = "Anthropic 10.0 to 12.1",
        ["Anthropic.SDK.AnthropicClient"] = "Anthropic.SDK 5",
        ["Anthropic.SDK.APIAuthentication"] = "Anthropic.SDK 5",
        ["Google.GenAI.Client"] = "Google.GenAI 1",
        ["Mscc.GenerativeAI.GoogleAI"] = "Mscc.GenerativeAI 2",
        ["Mscc.GenerativeAI.Microsoft.GeminiChatClient"] = "Mscc.GenerativeAI.Microsoft 2",
        ["GenerativeAI.GoogleAi"] = "Google_GenerativeAI 3",
        ["GenerativeAI.GenerativeModel"] = "Google_GenerativeAI 3",
        ["GenerativeAI.Microsoft.GenerativeAIChatClient"] = "Google_GenerativeAI.Microsoft 3",
    };

    private static readonly CSharpCompilation[] Packages =
    [
        .. new[] { Sdk.All, Sdk.SemanticKernel, Sdk.AzureOpenAIBeta, Sdk.Anthropic12Early }.Select(set => CSharpCompilation.Create("Probe", [], set.References)),
    ];

    [Fact]
    public void Every_name_exists()
    {
        var missing = Credentials.Types.SelectMany(Missing).ToList();
        Assert.Equal(InOtherPackages.Keys.Order(StringComparer.Ordinal), missing.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_key_of_the_OpenAI_package_is_known()
    {
        var credentials = new Credentials(Packages[0]);
        var assembly = Packages[0].GetTypeByMetadataName("OpenAI.OpenAIClient")!.ContainingAssembly;
        var unknown = TypesOf(assembly.GlobalNamespace).Where(t => t.DeclaredAccessibility == Accessibility.Public)
            .SelectMany(t => t.InstanceConstructors).Where(c => c.DeclaredAccessibility == Accessibility.Public).SelectMany(c => c.Parameters)
            .Where(p => p.Name == "apiKey" && p.Type.SpecialType == SpecialType.System_String && credentials.Find(p) is null)
            .Select(p => p.ContainingType.ToDisplayString()).Distinct();
        Assert.Empty(unknown);
    }

    private static IEnumerable<string> Missing(CredentialType type)
    {
        var symbols = Packages.SelectMany(p => p.GetTypesByMetadataName(type.MetadataName)).ToList();
        if (symbols.Count == 0)
        {
            return [type.MetadataName];
        }

        var names = symbols.SelectMany(s => s.GetMembers()).SelectMany(m => m is IMethodSymbol method ? method.Parameters.Select(p => p.Name) : [m.Name]).ToHashSet();
        return type.Names.Where(n => !names.Contains(n)).Select(n => type.MetadataName + "." + n);
    }

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceSymbol space) => space.GetTypeMembers().Concat(space.GetNamespaceMembers().SelectMany(TypesOf));
}
