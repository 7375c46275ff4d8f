using System;
using System.Linq;
using LlmAnalyzers.Options;
using LlmAnalyzers.Tests.Rules;
using Xunit;

namespace LlmAnalyzers.Tests.Docs;

/// <summary>docs/configuration.md lists the options as they are declared. To write the table anew: set LLM_WRITE_DOCS to 1 and run these tests.</summary>
public class ConfigurationPageTests
{
    private const int LongestDefault = 60;

    private const string File = "docs/configuration.md";

    private static readonly string Page = Repository.Read(File).ReplaceLineEndings("\n");

    [Fact]
    public void The_table_has_one_row_for_each_option_as_it_is_declared()
    {
        var rows = string.Join('\n', Page.Split('\n').Where(line => line.StartsWith("| `dotnet_code_quality.", StringComparison.Ordinal)));
        var declared = string.Join('\n', AllOptions.All.Select(Row));
        if (Environment.GetEnvironmentVariable("LLM_WRITE_DOCS") == "1")
        {
            System.IO.File.WriteAllText(System.IO.Path.Combine(Repository.Root, File), Page.Replace(rows, declared, StringComparison.Ordinal));
        }

        Assert.Equal(declared, rows);
    }

    [Fact]
    public void A_long_default_stands_below_the_table() => Assert.All(
        AllOptions.All.Where(o => o.DefaultText.Length > LongestDefault),
        option => Assert.Contains($"\n{option.GeneralKey} = {option.DefaultText}\n", Page, StringComparison.Ordinal));

    private static string Row(OptionDefinition option)
    {
        var key = option.RuleId is { } rule ? option.KeyFor(rule) : option.GeneralKey;
        var meaning = (option.IsPerCompilation ? "In a `.globalconfig`, for the project. " : "") + option.Description;
        var byDefault = option.DefaultText.Length switch { 0 => "none", > LongestDefault => "see below", _ => "`" + option.DefaultText + "`" };
        return $"| `{key}` | {meaning} | {option.Allowed.Replace("|", "`\\|`", StringComparison.Ordinal)} | {byDefault} |";
    }
}
