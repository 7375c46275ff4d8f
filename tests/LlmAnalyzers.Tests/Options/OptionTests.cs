using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq;
using System.Reflection;
using LlmAnalyzers.Options;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace LlmAnalyzers.Tests.Options;

public class OptionTests
{
    private static readonly IntegerOption Examples = new("maximum_examples", "LLM5005", Minimum: 1, Maximum: 100, Default: 10, "Worked examples.");
    private static readonly BooleanOption Everywhere = new("require_everywhere", "LLM2002", Default: false, "Every call.");

    [Fact]
    public void Nothing_configured_is_the_default_and_no_problem()
    {
        Assert.False(OptionReader.TryRead(Config(), AllOptions.MaximumTemperature, null, out var value, out var problem));
        Assert.Equal(0.3, value);
        Assert.Null(problem);
    }

    [Theory]
    [InlineData("dotnet_code_quality.llm2001.maximum_temperature")]
    [InlineData("dotnet_code_quality.LLM2001.maximum_temperature")]
    [InlineData("dotnet_code_quality.maximum_temperature")]
    public void A_value_is_read_with_and_without_the_rule_id_in_any_case(string key)
    {
        Assert.Equal(0.2, OptionReader.Read(Config((key, "0.2")), AllOptions.MaximumTemperature));
    }

    [Fact]
    public void The_most_specific_key_wins()
    {
        var config = Config(("dotnet_code_quality.maximum_temperature", "0.5"), ("dotnet_code_quality.llm2001.maximum_temperature", "0.1"));
        Assert.Equal(0.1, OptionReader.Read(config, AllOptions.MaximumTemperature));
    }

    [Fact]
    public void The_most_specific_key_decides_even_when_it_is_wrong()
    {
        var config = Config(("dotnet_code_quality.maximum_temperature", "0.5"), ("dotnet_code_quality.llm2001.maximum_temperature", "low"));
        Assert.False(OptionReader.TryRead(config, AllOptions.MaximumTemperature, null, out var value, out var problem));
        Assert.Equal(0.3, value);
        Assert.Equal(new OptionProblem("dotnet_code_quality.LLM2001.maximum_temperature", "low", "a number from 0 to 2"), problem);
    }

    [Theory]
    [InlineData("dotnet_code_quality.llm2002.maximum_temperature")]
    [InlineData("dotnet_code_quality.llm2001.maximum_temperatures")]
    [InlineData("llm2001.maximum_temperature")]
    [InlineData("maximum_temperature")]
    [InlineData("dotnet_diagnostic.llm2001.maximum_temperature")]
    public void Other_keys_are_not_read(string key)
    {
        Assert.Equal(0.3, OptionReader.Read(Config((key, "0.2")), AllOptions.MaximumTemperature));
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("2", 2)]
    [InlineData(" 0.25 ", 0.25)]
    [InlineData("2.5e-1", 0.25)]
    public void Numbers_are_read(string text, double expected)
    {
        Assert.True(OptionReader.TryRead(General("maximum_temperature", text), AllOptions.MaximumTemperature, null, out var value, out var problem));
        Assert.Equal(expected, value);
        Assert.Null(problem);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0,3")]
    [InlineData("2.1")]
    [InlineData("-0.1")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e999")]
    [InlineData("true")]
    public void Bad_numbers_are_a_problem_and_the_default(string text)
    {
        Assert.False(OptionReader.TryRead(General("maximum_temperature", text), AllOptions.MaximumTemperature, null, out var value, out var problem));
        Assert.Equal(0.3, value);
        Assert.Equal(("dotnet_code_quality.maximum_temperature", text), (problem?.Key, problem?.Value));
    }

    [Fact]
    public void Numbers_are_read_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal(0.2, OptionReader.Read(General("maximum_temperature", "0.2"), AllOptions.MaximumTemperature));
            Assert.Equal("0.3", AllOptions.MaximumTemperature.DefaultText);
            Assert.Equal("a number from 0 to 0.5", new NumberOption("n", null, 0, 0.5, 0, "N.").Allowed);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("100", 100)]
    [InlineData("0", null)]
    [InlineData("101", null)]
    [InlineData("2.5", null)]
    [InlineData("1,000", null)]
    [InlineData("99999999999", null)]
    [InlineData("", null)]
    public void Integers_are_read_in_their_range(string text, int? expected)
    {
        Assert.Equal(expected is not null, OptionReader.TryRead(General("maximum_examples", text), Examples, null, out var value, out var problem));
        Assert.Equal(expected ?? 10, value);
        Assert.Equal(expected is null ? "a whole number from 1 to 100" : null, problem?.Allowed);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData(" True ", true)]
    [InlineData("false", false)]
    [InlineData("yes", null)]
    [InlineData("1", null)]
    public void Booleans_are_read(string text, bool? expected)
    {
        Assert.Equal(expected is not null, OptionReader.TryRead(General("require_everywhere", text), Everywhere, null, out var value, out var problem));
        Assert.Equal(expected ?? false, value);
        Assert.Equal(expected is null ? "true or false" : null, problem?.Allowed);
    }

    [Theory]
    [InlineData("Rate|Sort", "Rate", "Sort")]
    [InlineData(" Rate | | Sort |", "Rate", "Sort")]
    [InlineData("Rate", "Rate")]
    [InlineData("")]
    public void A_list_replaces_the_default(string text, params string[] expected)
    {
        Assert.True(OptionReader.TryRead(General("deterministic_members", text), AllOptions.DeterministicMembers, null, out var value, out _));
        Assert.Equal(expected, value);
    }

    [Fact]
    public void A_list_with_commas_is_a_problem()
    {
        Assert.False(OptionReader.TryRead(General("deterministic_members", "Rate, Sort"), AllOptions.DeterministicMembers, null, out var value, out var problem));
        Assert.Equal(AllOptions.DeterministicMembers.Default, value);
        Assert.NotNull(problem);
    }

    [Fact]
    public void A_huge_value_is_a_problem_that_quotes_little_of_it()
    {
        var text = string.Concat(Enumerable.Repeat("a|", 500_000));
        Assert.False(OptionReader.TryRead(General("deterministic_members", text), AllOptions.DeterministicMembers, null, out _, out var problem));
        Assert.Equal(101, problem!.Value.Length);
    }

    [Fact]
    public void An_option_of_the_package_can_be_set_for_one_rule()
    {
        var config = Config(("dotnet_code_quality.deterministic_members", "Rate"), ("dotnet_code_quality.llm3001.deterministic_members", "Sort"));
        Assert.Equal(new[] { "Rate" }, OptionReader.Read(config, AllOptions.DeterministicMembers));
        Assert.Equal(new[] { "Sort" }, OptionReader.Read(config, AllOptions.DeterministicMembers, "LLM3001"));
        Assert.Equal(new[] { "Rate" }, OptionReader.Read(config, AllOptions.DeterministicMembers, "LLM2001"));
    }

    [Fact]
    public void Options_are_read_as_Roslyn_hands_them_over()
    {
        var tree = CSharpSyntaxTree.ParseText("class C;", path: "/project/C.cs");
        var file = AnalyzerConfig.Parse(
            "root = true\n[*.cs]\ndotnet_code_quality.LLM2001.maximum_temperature = 0.7\ndotnet_code_quality.Deterministic_Members = Rate|Sort # words\n",
            "/project/.editorconfig");
        var options = AnalyzerConfigSet.Create(ImmutableArray.Create(file)).GetOptionsForSourcePath(tree.FilePath).AnalyzerOptions;

        Assert.Equal(0.7, OptionReader.Read(new CaseSensitiveOptions(options), AllOptions.MaximumTemperature));
        Assert.Equal(new[] { "Rate", "Sort" }, OptionReader.Read(new CaseSensitiveOptions(options), AllOptions.DeterministicMembers));
    }

    [Fact]
    public void Every_declared_option_is_registered()
    {
        var declared = typeof(AllOptions).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(p => p.GetValue(null)).OfType<OptionDefinition>().ToList();
        Assert.True(declared.Count >= 2);
        Assert.Equal(declared, AllOptions.All);
    }

    [Fact]
    public void Every_option_is_well_formed()
    {
        foreach (var option in AllOptions.All)
        {
            Assert.Matches("^[a-z][a-z0-9_]*$", option.Name);
            Assert.Matches("^(LLM[0-9]{4})?$", option.RuleId ?? "");
            Assert.EndsWith(".", option.Description, StringComparison.Ordinal);
            Assert.NotEmpty(option.Allowed);
            Assert.True(Enum.IsDefined(option.Kind));
        }

        Assert.Equal(AllOptions.All.Length, AllOptions.All.Select(o => (o.Name, o.RuleId)).Distinct().Count());
    }

    [Fact]
    public void Every_default_is_a_value_that_could_be_written()
    {
        foreach (var option in AllOptions.All)
        {
            Assert.True(option switch
            {
                OptionDefinition<double> o => o.TryParse(o.DefaultText, out var value) && value.Equals(o.Default),
                OptionDefinition<int> o => o.TryParse(o.DefaultText, out var value) && value == o.Default,
                OptionDefinition<bool> o => o.TryParse(o.DefaultText, out var value) && value == o.Default,
                OptionDefinition<ImmutableArray<string>> o => o.TryParse(o.DefaultText, out var value) && value.SequenceEqual(o.Default),
                OptionDefinition<ImmutableDictionary<string, string>> o => o.TryParse(o.DefaultText, out var value) && value.SequenceEqual(o.Default),
                _ => false,
            });
        }
    }

    [Fact]
    public void The_deterministic_words_are_single_words_and_stand_once()
    {
        var words = AllOptions.DeterministicMembers.Default;
        Assert.All(words, w => Assert.Matches("^[A-Z][a-z]+$", w));
        Assert.Equal(words.Length, words.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Subset(
            words.ToHashSet(),
            new HashSet<string> { "Classify", "Extract", "Parse", "Categorize", "Categorise", "Score", "Grade", "Validate", "Detect", "Moderate", "Route", "Evaluate" });
    }

    private static CaseSensitiveOptions General(string name, string value) => Config(("dotnet_code_quality." + name, value));

    private static CaseSensitiveOptions Config(params (string Key, string Value)[] values) =>
        new(values.ToImmutableDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal));

    /// <summary>On purpose: the reader must not lean on the host's comparer.</summary>
    private sealed class CaseSensitiveOptions(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
