using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace LlmAnalyzers.Tests.Verification;

public class ComponentDiscoveryTests
{
    /// <summary>Fixers without Fix All, by type name, with the reason.</summary>
    private static readonly Dictionary<string, string> WithoutFixAll = new()
    {
        ["InsertSystemMessage"] = "the text of the message has to be written by somebody who knows what the call is for",
    };

    [Fact]
    public void Every_fixer_can_be_used_in_an_editor()
    {
        var withoutFixAll = WithoutFixAll.Keys.ToHashSet();
        var problems = ComponentDiscovery.CodeFixProviderTypes
            .SelectMany(type => ComponentDiscovery.ProblemsOf(type, ComponentDiscovery.SupportedIds, withoutFixAll).Select(problem => $"{type.Name} {problem}"));
        Assert.Empty(problems);
    }

    [Fact]
    public void Every_fixer_without_Fix_All_has_a_reason_and_exists()
        => Assert.All(WithoutFixAll, entry =>
        {
            Assert.False(string.IsNullOrWhiteSpace(entry.Value));
            Assert.Contains(ComponentDiscovery.CodeFixProviderTypes, type => type.Name == entry.Key);
        });

    [Fact]
    public void Every_analyzer_and_fixer_is_discovered()
    {
        Assert.Equal(Concrete<DiagnosticAnalyzer>("LlmAnalyzers"), ComponentDiscovery.Analyzers.Select(analyzer => analyzer.GetType().FullName!).Order());
        Assert.Equal(Concrete<CodeFixProvider>("LlmAnalyzers.CodeFixes"), ComponentDiscovery.CodeFixProviderTypes.Select(type => type.FullName!).Order());

        static IEnumerable<string> Concrete<T>(string assembly)
            => Assembly.Load(assembly).GetTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(T))).Select(type => type.FullName!).Order();
    }

    [Fact]
    public void Every_analyzer_reports_at_least_one_id_of_this_package()
        => Assert.All(ComponentDiscovery.Analyzers, analyzer =>
        {
            Assert.NotEmpty(analyzer.SupportedDiagnostics);
            Assert.All(analyzer.SupportedDiagnostics, descriptor => Assert.Matches("^LLM[0-9]{4}$", descriptor.Id));
        });

    [Fact]
    public void No_two_analyzers_report_the_same_id()
        => Assert.Empty(ComponentDiscovery.Analyzers
            .SelectMany(analyzer => analyzer.SupportedDiagnostics.Select(d => d.Id).Distinct())
            .GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key));

    /// <summary>Hosts load the assemblies with the compiler they bring: what is not there, or is newer, keeps every rule from running.</summary>
    [Theory]
    [InlineData("LlmAnalyzers")]
    [InlineData("LlmAnalyzers.CodeFixes")]
    public void The_shipped_assemblies_need_nothing_but_the_oldest_supported_compiler(string assembly)
    {
        var floor = new Version(4, 14, 0, 0);
        string[] hostAssemblies = ["netstandard", "LlmAnalyzers", "System.Collections.Immutable", "System.Composition.AttributedModel", "System.Memory", "System.Threading.Tasks.Extensions"];
        Assert.All(Assembly.Load(assembly).GetReferencedAssemblies(), reference =>
        {
            if (reference.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
            {
                Assert.Equal(floor, reference.Version);
            }
            else
            {
                Assert.Contains(reference.Name, hostAssemblies);
            }
        });
    }

    [Fact]
    public void A_fixer_that_cannot_be_used_is_found_out()
    {
        Assert.Equal(
            ["is not [Shared]", "has no public constructor without parameters"],
            ComponentDiscovery.ProblemsOf(typeof(UnusableFixProvider), new HashSet<string>(), new HashSet<string>()));
        Assert.Equal(
            ["is not exported for C#", "is not [Shared]", "fixes nothing", "has no Fix All without a reason, or has one and a reason for having none"],
            ComponentDiscovery.ProblemsOf(typeof(EmptyCodeFixProvider), new HashSet<string>(), new HashSet<string>()));
        Assert.Equal(
            ["is not exported for C#", "is not [Shared]", "fixes T0001, which no analyzer reports"],
            ComponentDiscovery.ProblemsOf(typeof(UpperCaseFixProvider), new HashSet<string>(), new HashSet<string>()));
    }
}
