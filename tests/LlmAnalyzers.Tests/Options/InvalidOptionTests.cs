using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using LlmAnalyzers.Options;
using LlmAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace LlmAnalyzers.Tests.Options;

/// <summary>LLM0001: an option of ours that is not understood, once per key and value.</summary>
public class InvalidOptionTests
{
    [Theory]
    [InlineData("dotnet_code_quality.LLM2001.maximum_temperature = low", "The option 'dotnet_code_quality.LLM2001.maximum_temperature' = 'low' is not understood and has no effect: allowed is a number from 0 to 2")]
    [InlineData("dotnet_code_quality.llm2001.Maximum_Temperature = 7", "The option 'dotnet_code_quality.LLM2001.maximum_temperature' = '7' is not understood and has no effect: allowed is a number from 0 to 2")]
    [InlineData("dotnet_code_quality.maximum_temperature = 0,3", "The option 'dotnet_code_quality.maximum_temperature' = '0,3' is not understood and has no effect: allowed is a number from 0 to 2")]
    [InlineData("dotnet_code_quality.LLM2002.require_everywhere = yes", "The option 'dotnet_code_quality.LLM2002.require_everywhere' = 'yes' is not understood and has no effect: allowed is true or false")]
    [InlineData("dotnet_code_quality.LLM2001.maximum_temperatur = 0.2", "The option 'dotnet_code_quality.llm2001.maximum_temperatur' = '0.2' is not understood and has no effect: there is no such key; did you mean 'dotnet_code_quality.LLM2001.maximum_temperature'?")]
    [InlineData("dotnet_code_quality.LLM2002.maximum_temperature = 0.2", "The option 'dotnet_code_quality.llm2002.maximum_temperature' = '0.2' is not understood and has no effect: there is no such key; did you mean 'dotnet_code_quality.LLM2001.maximum_temperature'?")]
    [InlineData("dotnet_diagnostic.LLM2001.maximum_temperature = 0.2", "The option 'dotnet_diagnostic.llm2001.maximum_temperature' = '0.2' is not understood and has no effect: there is no such key; did you mean 'dotnet_code_quality.LLM2001.maximum_temperature'?")]
    [InlineData("dotnet_code_quality.llm_deployment = a:gpt-4o", "The option 'dotnet_code_quality.llm_deployment' = 'a:gpt-4o' is not understood and has no effect: there is no such key; did you mean 'dotnet_code_quality.llm_deployments'?")]
    [InlineData("dotnet_code_quality.LLM9999.deterministic_members = Run", "The option 'dotnet_code_quality.llm9999.deterministic_members' = 'Run' is not understood and has no effect: there is no such key; did you mean 'dotnet_code_quality.deterministic_members'?")]
    [InlineData("dotnet_code_quality.LLM2001.volume = 11", "The option 'dotnet_code_quality.llm2001.volume' = '11' is not understood and has no effect: there is no such key; the options are listed in docs/configuration.md")]
    [InlineData("dotnet_code_quality.llm_deployments = a:gpt-4o", "The option 'dotnet_code_quality.llm_deployments' = 'a:gpt-4o' is not understood and has no effect: allowed is a place in a .globalconfig: it is read once for the project, not for a section of files")]
    public async Task What_is_not_understood_is_named(string line, string expected) =>
        Assert.Equal([expected], await MessagesAsync((".editorconfig", "root = true\n[*.cs]\n" + line)));

    [Theory]
    [InlineData("dotnet_code_quality.LLM2001.maximum_temperature = 0.2")]
    [InlineData("dotnet_code_quality.maximum_temperature = 0.2")]
    [InlineData("DOTNET_CODE_QUALITY.llm2001.MAXIMUM_TEMPERATURE = 2")]
    [InlineData("dotnet_code_quality.LLM2001.deterministic_members = Run|Walk")]
    [InlineData("dotnet_diagnostic.LLM2001.severity = error")]
    [InlineData("dotnet_analyzer_diagnostic.category-LlmAnalyzers.Sampling.severity = warning")]
    [InlineData("dotnet_code_quality.CA1062.null_check_validation_methods = Check")]
    [InlineData("dotnet_code_quality.api_surface = public")]
    [InlineData("maximum_temperature = low")]
    [InlineData("csharp_style_var_elsewhere = true")]
    [InlineData("build_property.llmanalysismode = Production")]
    public async Task What_is_understood_or_somebody_elses_is_silent(string line) =>
        Assert.Empty(await MessagesAsync((".editorconfig", "root = true\n[*.cs]\n" + line)));

    [Fact]
    public async Task An_option_of_the_project_stands_in_a_global_config() => Assert.Empty(await MessagesAsync(
        (".globalconfig", "is_global = true\ndotnet_code_quality.llm_deployments = a:gpt-4o\n")));

    [Theory]
    [InlineData("gpt-4o")]
    [InlineData("mine:gpt-99")]
    public async Task A_global_config_is_checked_too(string value) => Assert.Single(await MessagesAsync(
        (".globalconfig", "is_global = true\ndotnet_code_quality.llm_deployments = " + value + "\n")));

    [Fact]
    public async Task A_key_with_one_value_is_named_once_however_many_files_it_counts_for_and_each_value_is()
    {
        var messages = await MessagesAsync(
            (".editorconfig", "root = true\n[*.cs]\ndotnet_code_quality.LLM2001.maximum_temperature = low\n"),
            ("Part/.editorconfig", "[*.cs]\ndotnet_code_quality.LLM2001.maximum_temperature = high\n"));
        Assert.Equal(2, messages.Length);
    }

    [Fact]
    public async Task A_section_of_a_folder_counts_for_its_files_only()
    {
        var test = new CSharpAnalyzerTest<LlmCallAnalyzer> { ReferenceAssemblies = Sdk.ExtensionsAI };
        const string Call = """
            using Microsoft.Extensions.AI;
            class NAME(IChatClient client)
            {
                async System.Threading.Tasks.Task<int> Run(string input) =>
                    int.Parse((await client.GetResponseAsync([new(ChatRole.System, "Count the words."), new(ChatRole.User, input)], new ChatOptions { Temperature = VALUE })).Text);
            }
            """;
        test.DisabledDiagnostics.AddRange(new LlmCallAnalyzer().SupportedDiagnostics.Select(d => d.Id).Where(id => id != "LLM2001"));
        test.TestState.Sources.Add(("/0/Strict.cs", Call.Replace("NAME", "Strict").Replace("VALUE", "[|0.7f|]")));
        test.TestState.Sources.Add(("/0/Loose/Loose.cs", Call.Replace("NAME", "Loose").Replace("VALUE", "0.7f")));
        test.TestState.AnalyzerConfigFiles.Add(("/0/.editorconfig", "root = true\n[*.cs]\ndotnet_code_quality.LLM2001.maximum_temperature = 0.5\n"));
        test.TestState.AnalyzerConfigFiles.Add(("/0/Loose/.editorconfig", "[*.cs]\ndotnet_code_quality.LLM2001.maximum_temperature = 0.9\n"));
        await test.RunAsync();
    }

    [Fact]
    public async Task Nothing_is_looked_at_where_no_SDK_is_referenced() => Assert.Empty(
        await ReportAsync(Sdk.None, (".editorconfig", "root = true\n[*.cs]\ndotnet_code_quality.LLM2001.maximum_temperature = low\n")));

    [Fact]
    public async Task It_has_no_place_and_is_a_warning()
    {
        var reported = Assert.Single(await ReportAsync(Sdk.OpenAI, (".editorconfig", "root = true\n[*.cs]\ndotnet_code_quality.LLM2001.maximum_temperature = low\n")));
        Assert.Equal((Location.None, DiagnosticSeverity.Warning), (reported.Location, reported.Severity));
    }

    [Theory]
    [InlineData("", "", 5, 0)]
    [InlineData("abc", "abc", 5, 0)]
    [InlineData("abc", "abd", 5, 1)]
    [InlineData("abc", "ab", 5, 1)]
    [InlineData("abc", "xabc", 5, 1)]
    [InlineData("kitten", "sitting", 5, 3)]
    [InlineData("kitten", "sitting", 2, 2)]
    [InlineData("a", "abcdefgh", 3, 3)]
    public void A_distance_is_counted(string one, string other, int limit, int expected) => Assert.Equal(expected, EditDistance.Of(one, other, limit));

    private static async Task<string[]> MessagesAsync(params (string Path, string Text)[] configs) =>
        [.. (await ReportAsync(Sdk.OpenAI, configs)).Select(d => d.GetMessage(CultureInfo.InvariantCulture))];

    private static async Task<ImmutableArray<Diagnostic>> ReportAsync(SdkReferences references, params (string Path, string Text)[] configs)
    {
        var workspace = new AdhocWorkspace();
        var id = ProjectId.CreateNewId();
        var solution = workspace.CurrentSolution.AddProject(id, "Configured", "Configured", LanguageNames.CSharp)
            .WithProjectCompilationOptions(id, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .AddMetadataReferences(id, references.References);
        foreach (var path in new[] { "/0/One.cs", "/0/Two.cs", "/0/Part/Three.cs" })
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(id), path, "", filePath: path);
        }

        foreach (var (path, text) in configs)
        {
            solution = solution.AddAnalyzerConfigDocument(DocumentId.CreateNewId(id), path, Microsoft.CodeAnalysis.Text.SourceText.From(text), filePath: "/0/" + path);
        }

        var project = solution.GetProject(id)!;
        var compilation = (await project.GetCompilationAsync())!;
        return await compilation.WithAnalyzers([new ConfigurationAnalyzer()], project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync();
    }
}
