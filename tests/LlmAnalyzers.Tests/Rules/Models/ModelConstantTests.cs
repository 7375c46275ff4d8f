using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using LlmAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace LlmAnalyzers.Tests.Rules.Models;

/// <summary>Which constants are looked at, by the rules about models: wherever a client or a call receives them, and nowhere else.</summary>
public class ModelConstantTests
{
    public static TheoryData<string, string> Receiving => Pair(ModelSources.Receiving);

    public static TheoryData<string, string> NotReceiving => Pair(ModelSources.NotReceiving);

    /// <summary>The first is retired, the second is being retired, the third moves, the fourth is misspelled.</summary>
    [Theory]
    [MemberData(nameof(Receiving))]
    public Task A_constant_that_is_received_is_reported_where_it_is_written(string code, string rule) => VerifyAsync(code, rule, isReported: true);

    [Theory]
    [MemberData(nameof(NotReceiving))]
    public Task A_constant_that_is_not_received_is_not_reported(string code, string rule) => VerifyAsync(code, rule, isReported: false);

    [Theory]
    [InlineData("LLM4002")]
    [InlineData("LLM4003")]
    [InlineData("LLM4001")]
    [InlineData("LLM4005")]
    public Task A_constant_of_another_file_is_reported_there_and_once(string rule)
    {
        var test = RuleVerifier.Test<LlmCallAnalyzer>(rule, $"static class Names {{ public const string Model = [|\"{IdOf(rule)}\"|]; }}", Sdk.AzureOpenAI);
        test.TestState.Sources.Add(ModelSources.OpenAI("""
            class C { void M(string key) { new ChatClient(Names.Model, key); new OpenAIClient(key).GetChatClient(Names.Model); } }
            """));
        test.TestState.Sources.Add("class D { OpenAI.Chat.ChatClient M(string key) => new(Names.Model, key); }");
        return test.RunAsync();
    }

    [Theory]
    [InlineData("gpt-4", "LLM4002")]
    [InlineData("gpt-4o", "LLM4003")]
    [InlineData("gpt-5.4", "LLM4001")]
    [InlineData("gtp-5.4", "LLM4005")]
    public async Task Of_all_that_can_be_said_of_a_constant_the_worst_is_said(string id, string rule)
    {
        string[] rules = ["LLM4001", "LLM4002", "LLM4003", "LLM4005"];
        foreach (var other in rules)
        {
            await VerifyAsync($"class C {{ ChatClient M(string key) => new(MODEL, key); }}", other, isReported: other == rule, id);
        }
    }

    /// <summary>An editor refers to another project by its sources.</summary>
    [Fact]
    public async Task Another_project_is_left_to_itself()
    {
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary);
        var shared = CSharpCompilation.Create(
            "Shared",
            [CSharpSyntaxTree.ParseText("public static class Names { public const string Model = \"gpt-4\"; } public class Settings { public string? Model { get; set; } public void Set(string model) => Model = model; }")],
            Sdk.OpenAI.References,
            options);
        var user = CSharpCompilation.Create(
            "User",
            [CSharpSyntaxTree.ParseText("""
                using OpenAI.Chat;
                class C
                {
                    Settings settings = new() { Model = "gpt-4" };
                    void M(string key) { settings.Set("gpt-4"); new ChatClient(settings.Model, key); new ChatClient(Names.Model, key); new ChatClient("o1", key); }
                }
                """)],
            [.. Sdk.OpenAI.References, shared.ToMetadataReference()],
            options);
        var exceptions = new List<Exception>();
        var analysis = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), (exception, _, _) => exceptions.Add(exception), concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var reported = await new CompilationWithAnalyzers(user, [new LlmCallAnalyzer()], analysis).GetAnalyzerDiagnosticsAsync();
        Assert.Empty(exceptions);
        Assert.Equal(
            ["Names.Model", "\"o1\""],
            reported.Where(d => d.Id == "LLM4002").OrderBy(d => d.Location.SourceSpan.Start).Select(d => d.Location.SourceTree!.GetText().ToString(d.Location.SourceSpan)));
    }

    private static Task VerifyAsync(string code, string rule, bool isReported, string? id = null)
    {
        var constant = "\"" + (id ?? IdOf(rule)) + "\"";
        return RuleVerifier.VerifyAsync<LlmCallAnalyzer>(
            rule, ModelSources.OpenAI(code.Replace("MODEL", isReported ? "[|" + constant + "|]" : constant, StringComparison.Ordinal)), Sdk.AzureOpenAI);
    }

    private static string IdOf(string rule) => rule switch
    {
        "LLM4002" => "gpt-3.5-turbo",
        "LLM4003" => "gpt-4.1-mini",
        "LLM4001" => "gpt-5.4-mini",
        _ => "gpt-5.4-mnii",
    };

    /// <summary>Every way for one of the rules, and each rule for some of the ways.</summary>
    private static TheoryData<string, string> Pair(string[] sources)
    {
        string[] rules = ["LLM4002", "LLM4003", "LLM4001", "LLM4005"];
        var data = new TheoryData<string, string>();
        foreach (var rule in rules)
        {
            foreach (var source in rule == "LLM4002" ? sources : sources.Where((_, i) => i % 2 == Array.IndexOf(rules, rule) % 2))
            {
                data.Add(source, rule);
            }
        }

        return data;
    }
}
