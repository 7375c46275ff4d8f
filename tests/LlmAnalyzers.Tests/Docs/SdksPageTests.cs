using System;
using System.Linq;
using LlmAnalyzers.Sdks;
using LlmAnalyzers.Tests.Matrix;
using LlmAnalyzers.Tests.Rules;
using Xunit;

namespace LlmAnalyzers.Tests.Docs;

/// <summary>Holds the matrix on the page about SDKs against the tables and the tests of the rules.</summary>
public class SdksPageTests
{
    [Fact]
    public void Every_surface_that_is_read_is_in_the_matrix_of_the_tests() =>
        Assert.Equal(SdkSymbols.AllSurfaces.Select(s => s.Name).Order(), Surfaces.All.Select(s => s.Name).Order());

    [Fact]
    public void The_matrix_on_the_page_is_the_one_that_is_tested()
    {
        var page = Repository.Read("docs/sdks.md");
        foreach (var surface in Surfaces.All)
        {
            var row = $"| {surface.Name} | {Mark(surface.Format)} | {Mark(surface.Temperature)} | yes |";
            Assert.Contains(row, page, StringComparison.Ordinal);
        }
    }

    /// <summary>LLM1001 needs a contract to propose, LLM2001 a temperature to judge.</summary>
    private static string Mark(string code) => code.Length > 0 ? "yes" : "no such setting";
}
