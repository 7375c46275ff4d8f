using System;
using System.Linq;
using System.Threading.Tasks;
using LlmAnalyzers.Models;
using LlmAnalyzers.Options;
using LlmAnalyzers.Tests.Rules;
using LlmAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace LlmAnalyzers.Tests.Models;

/// <summary>What a team adds to the catalogue, on its way to the rules.</summary>
public class TeamCatalogueTests
{
    private const string Refused = """var client = new ChatClient("acme-1", "k"); return client.CompleteChat(["Hi"], new ChatCompletionOptions { Temperature = [|0.2f|] });""";

    private const string Azure = """
        var client = new Azure.AI.OpenAI.AzureOpenAIClient(new Uri("https://x"), new ApiKeyCredential("k")).GetChatClient("my-gpt");
        return client.CompleteChat(["Hi"], new ChatCompletionOptions { Temperature = [|0.2f|] });
        """;

    [Theory]
    [InlineData("llm-models.csv")]
    [InlineData("/other/folder/LLM-Models.csv")]
    public Task A_row_of_a_teams_file_is_used(string path) =>
        VerifyAsync("LLM2004", Refused, path, "provider,id,accepts_temperature,sampling_effort\nopenai,acme-1,no,any");

    [Fact]
    public Task A_row_of_a_teams_file_replaces_one_of_ours() => VerifyAsync(
        "LLM2004",
        Unmarked(Refused.Replace("acme-1", "gpt-5", StringComparison.Ordinal)),
        "llm-models.csv",
        "provider,id,accepts_temperature\nopenai,gpt-5,yes");

    [Fact]
    public Task Of_two_files_both_are_used()
    {
        var test = Test("LLM2004", Refused);
        test.TestState.AdditionalFiles.Add(("/0/a/llm-models.csv", "provider,id,accepts_temperature,sampling_effort\nopenai,acme-1,no,any"));
        test.TestState.AdditionalFiles.Add(("/0/b/llm-models.csv", "provider,id\nopenai,acme-2"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("models.csv")]
    [InlineData("llm-models.csv.bak")]
    public Task Other_files_are_not_read(string path) =>
        VerifyAsync("LLM2004", Unmarked(Refused), path, "provider,id,accepts_temperature,sampling_effort\nopenai,acme-1,no,any");

    [Theory]
    [InlineData("my-gpt:gpt-5@2025-08-07")]
    [InlineData("my-gpt:gpt-5-2025-08-07")]
    [InlineData("other : gpt-4o | MY-GPT : gpt-5 |")]
    public Task A_deployment_is_the_model_that_the_option_names(string names)
    {
        var test = Test("LLM2004", Azure);
        test.TestState.AnalyzerConfigFiles.Add(("/0/.globalconfig", "is_global = true\ndotnet_code_quality.llm_deployments = " + names));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("my-gpt:gpt-4o")] // takes the temperature
    [InlineData("your-gpt:gpt-5")]
    [InlineData("my-gpt:no-such-model")]
    [InlineData("my-gpt")]
    [InlineData("my-gpt:gpt-5|my-gpt:gpt-5-mini")]
    [InlineData("my-gpt:gpt-5, other:gpt-5")]
    public Task A_deployment_that_no_model_is_named_for_is_unknown(string names)
    {
        var test = Test("LLM2004", Unmarked(Azure));
        test.TestState.AnalyzerConfigFiles.Add(("/0/.globalconfig", "is_global = true\ndotnet_code_quality.llm_deployments = " + names));
        return test.RunAsync();
    }

    [Fact]
    public Task Without_the_option_a_deployment_is_unknown() => Test("LLM2004", Unmarked(Azure)).RunAsync();

    [Fact]
    public Task A_deployment_is_the_model_that_a_file_names() => VerifyAsync("LLM2004", Azure, "llm-models.csv", "provider,id,model\nazure,my-gpt,gpt-5@2025-08-07");

    [Fact]
    public Task An_alias_behind_a_gateway_is_the_model_it_is_said_to_be()
    {
        var test = Test("LLM2004", """
            var client = new ChatClient("fast", new ApiKeyCredential("k"), new OpenAIClientOptions { Endpoint = new Uri("https://gateway.example") });
            return client.CompleteChat(["Hi"], new ChatCompletionOptions { Temperature = [|0.2f|] });
            """);
        test.TestState.AnalyzerConfigFiles.Add(("/0/.globalconfig", "is_global = true\ndotnet_code_quality.llm_deployments = fast:gpt-5"));
        return test.RunAsync();
    }

    [Fact]
    public Task A_broken_row_is_reported_at_its_cell_and_the_rest_is_used()
    {
        var test = Test("LLM2004", Refused);
        test.TestState.AdditionalFiles.Add((
            "llm-models.csv",
            "provider,id,accepts_temperature,sampling_effort,retires_on\nopenai,acme-0,no,any,{|LLM0002:soon|}\nopenai,acme-1,no,any,\n{|LLM0002:openai,acme-2|}\n"));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("{|LLM0002:id,model|}\nmy-gpt,gpt-5")]
    [InlineData("provider,id,{|LLM0002:temprature|}\nopenai,acme,1")]
    [InlineData("provider,id,model\nazure,my-gpt,{|LLM0002:gpt-55|}")]
    [InlineData("provider,id\nopenai,{|LLM0002:\"acme|}")]
    [InlineData("provider,id\n{|LLM0002:,acme|}")]
    public Task What_is_wrong_with_a_file_is_reported_where_it_stands(string file)
    {
        if (file.Contains("|LLM0002:,acme", StringComparison.Ordinal))
        {
            // The empty cell itself has no width.
            file = "provider,id\n{|LLM0002:|},acme";
        }

        var test = RuleVerifier.Test<LlmCallAnalyzer>("LLM0002", Sources.OpenAI("return client.CompleteChat([\"Hi\"]);"), Sdk.AzureOpenAI);
        test.TestState.AdditionalFiles.Add(("llm-models.csv", file));
        return test.RunAsync();
    }

    [Fact]
    public async Task A_file_that_is_sound_is_not_reported()
    {
        var test = RuleVerifier.Test<LlmCallAnalyzer>("LLM0002", Sources.OpenAI("return client.CompleteChat([\"Hi\"]);"), Sdk.AzureOpenAI);
        test.TestState.AdditionalFiles.Add(("llm-models.csv", "provider,id,model,reasoning\nazure,my-gpt,gpt-4.1@2025-04-14,\nacme,acme-1,,yes\nazure,other,acme-1,\n"));
        await test.RunAsync();
    }

    [Fact]
    public void The_problem_names_the_line_and_what_is_wrong()
    {
        var text = SourceText.From("provider,id,status\nacme,a,gone\n");
        var diagnostic = LlmAnalyzers.Rules.Configuration.InvalidDataFile.Of(Assert.Single(TeamCatalogue.Parse(text).Problems), "/p/llm-models.csv", text);
        Assert.Equal(
            "llm-models.csv, line 2: status is 'gone'; allowed is one of active, deprecated, retired; the rest of the file is used",
            diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal((1, 7), (diagnostic.Location.GetLineSpan().StartLinePosition.Line, diagnostic.Location.GetLineSpan().StartLinePosition.Character));
    }

    [Theory]
    [InlineData("a:gpt-4o", null)]
    [InlineData("", null)]
    [InlineData(" a : gpt-4o | b:llama3.1:8b ", null)]
    [InlineData("a", "a list of at most 500 entries of the form name:model separated by |, each name once")]
    [InlineData(":gpt-4o", "a list of at most 500 entries of the form name:model separated by |, each name once")]
    [InlineData("a:gpt-4o,b:gpt-4o", "a list of at most 500 entries of the form name:model separated by |, each name once")]
    [InlineData("a:gpt-4o|A:gpt-5", "a list of at most 500 entries of the form name:model separated by |, each name once")]
    [InlineData("a:gpt-99", "the id of a model in the catalogue behind the colon")]
    public void A_value_that_is_not_understood_is_a_problem(string value, string? allowed)
    {
        var problem = TeamCatalogue.ProblemOf(new MadeOptions(new() { ["dotnet_code_quality.llm_deployments"] = value }), ModelCatalogue.BuiltIn);
        Assert.Equal(allowed, problem?.Allowed);
        Assert.Equal(allowed is null ? null : "dotnet_code_quality.llm_deployments", problem?.Key);
        Assert.Equal(allowed is null ? null : value, problem?.Value);
    }

    [Fact]
    public void The_option_is_read_once_for_the_compilation()
    {
        Assert.Contains(AllOptions.Deployments, AllOptions.All.Where(o => o.IsPerCompilation));
    }

    private static Task VerifyAsync(string rule, string body, string path, string file)
    {
        var test = Test(rule, body);
        test.TestState.AdditionalFiles.Add((path, file));
        return test.RunAsync();
    }

    private static CSharpAnalyzerTest<LlmCallAnalyzer> Test(string rule, string body)
    {
        var source = Sources.OpenAI(body).Replace("class Subject(ChatClient client)", "class Subject", StringComparison.Ordinal)
            .Replace("[|", "{|" + rule + ":", StringComparison.Ordinal).Replace("|]", "|}", StringComparison.Ordinal);
        var test = RuleVerifier.Test<LlmCallAnalyzer>(rule, source, Sdk.AzureOpenAI);
        test.DisabledDiagnostics.Remove("LLM0002");
        return test;
    }

    private static string Unmarked(string source) => source.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);
}
