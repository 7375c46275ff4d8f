using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using LlmAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace LlmAnalyzers.Tests.Rules.Security;

/// <summary>LLM8001: a key in a literal that an SDK receives. %KEY%, %AZURE% … stand for keys in the form of real ones.</summary>
public class ApiKeyInSourceTests() : RuleTests("LLM8001")
{
    private const string Members = """
        private static string Other() => "none";
        """;

    [Theory]
    [InlineData("new ChatClient(\"gpt-5.1\", [|\"%KEY%\"|]);")]
    [InlineData("new ChatClient(\"gpt-5.1\", apiKey: [|\"%AZURE%\"|]);")]
    [InlineData("new ChatClient(\"gpt-5.1\", new ApiKeyCredential([|\"%OLD%\"|]));")]
    [InlineData("new ChatClient(\"gpt-5.1\", new ApiKeyCredential([|\"%KEY%\"|]), options: new());")]
    [InlineData("var openai = new OpenAIClient([|\"%KEY%\"|]);")]
    [InlineData("var key = [|\"%KEY%\"|]; var again = key; new OpenAIClient(again);")]
    [InlineData("const string key = [|\"%KEY%\"|]; new OpenAIClient(key.Trim());")]
    [InlineData("new OpenAIClient(Environment.GetEnvironmentVariable(\"KEY_OF_TODAY\") ?? [|\"%KEY%\"|]);")]
    [InlineData("new OpenAIClient(input.Length > 3 ? [|\"%KEY%\"|] : input);")]
    [InlineData("new OpenAIClient([|\"sk-proj-\" + \"%REST%\"|]);")]
    [InlineData("new Azure.AI.OpenAI.AzureOpenAIClient(new Uri(\"https://mine.openai.azure.com\"), new ApiKeyCredential([|\"%AZURE%\"|]));")]
    [InlineData("new Azure.AzureKeyCredential([|\"%LONG%\"|]);")]
    [InlineData("new Anthropic.AnthropicClient { ApiKey = [|\"%ANT%\"|] };")]
    [InlineData("new Anthropic.AnthropicClient(new Anthropic.Core.ClientOptions { AuthToken = [|\"%ANT%\"|] });")]
    [InlineData("Environment.SetEnvironmentVariable(\"OPENAI_API_KEY\", [|\"%KEY%\"|]);")]
    [InlineData("new System.Net.Http.Headers.AuthenticationHeaderValue(\"Bearer\", [|\"%GROQ%\"|]);")]
    [InlineData("new System.Net.Http.HttpClient().DefaultRequestHeaders.Add(\"x-api-key\", [|\"%ANT%\"|]);")]
    [InlineData("new System.Net.Http.HttpClient().DefaultRequestHeaders.Add(\"Authorization\", [|\"Bearer %KEY%\"|]);")]
    [InlineData("var key = [|\"%KEY%\"|]; new System.Net.Http.HttpClient().DefaultRequestHeaders.Add(\"Authorization\", $\"Bearer {key}\");")]
    [InlineData("new ChatClient(\"qwen3\", new ApiKeyCredential([|\"%KEY%\"|]), new OpenAIClientOptions { Endpoint = new Uri(\"http://localhost:1234\") });")]
    public Task Where_it_is_handed_over(string body) => ReportsAsync(Sources.OpenAI(Fill(body)));

    [Theory]
    [InlineData("new OpenAIClient(Key);", "private const string Key = [|\"%KEY%\"|];")]
    [InlineData("new OpenAIClient(Key);", "private static readonly string Key = [|\"%KEY%\"|];")]
    [InlineData("new OpenAIClient(_key);", "private string _key = [|\"%KEY%\"|];")]
    [InlineData("new OpenAIClient(Key);", "public static string Key => [|\"%KEY%\"|];")]
    [InlineData("new OpenAIClient(Key);", "public static string Key { get { return [|\"%KEY%\"|]; } }")]
    [InlineData("new OpenAIClient(Settings.Key);", "static class Settings { public const string Key = [|\"%KEY%\"|]; }")]
    [InlineData("new OpenAIClient(new Settings().Key);", "class Settings { public string Key { get; set; } = [|\"%KEY%\"|]; }")]
    [InlineData("var settings = new Settings { Key = [|\"%KEY%\"|] }; new OpenAIClient(settings.Key);", "class Settings { public string? Key { get; set; } }")]
    [InlineData("var settings = new Settings([|\"%KEY%\"|]); new OpenAIClient(settings.Key);", "record Settings(string Key);")]
    [InlineData("Create([|\"%KEY%\"|]);", "private static OpenAIClient Create(string key) => new(key);")]
    [InlineData("new Holder([|\"%KEY%\"|]);", "class Holder(string key) { public OpenAIClient Client { get; } = new(key); }")]
    [InlineData("new Holder([|\"%KEY%\"|]);", "class Holder { private readonly string _key; public Holder(string key) { _key = key; } OpenAIClient Get() => new(_key); }")]
    [InlineData("new Holder();", "class Holder : OpenAIClient { public Holder() : base([|\"%KEY%\"|]) { } }")]
    [InlineData("Create();", "private static OpenAIClient Create(string key = [|\"%KEY%\"|]) => new(key);")]
    [InlineData("new OpenAIClient(await LoadAsync());", "private static async Task<string> LoadAsync() { await Task.Yield(); return [|\"%KEY%\"|]; }")]
    [InlineData("new OpenAIClient(Key); new ChatClient(\"gpt-5.1\", Key);", "private const string Key = [|\"%KEY%\"|];")]
    public Task Where_it_comes_from(string body, string members) => ReportsAsync(Sources.OpenAI(Fill(body), Fill(members)));

    [Theory]
    [InlineData("new OpenAIClient([|\"«your-openai-api-key-goes-in-this-place¦%KEY%»\"|]);")]
    [InlineData("new OpenAIClient([|\"«sk-...¦%KEY%»\"|]);")]
    [InlineData("new OpenAIClient([|\"«<your key>¦%KEY%»\"|]);")]
    [InlineData("new OpenAIClient([|\"«test-key-test-key-test-key-test-key¦%KEY%»\"|]);")]
    [InlineData("new OpenAIClient([|\"«sk-1234567890abcdef1234567890abcdef1234567890abcdef¦%KEY%»\"|]);")]
    [InlineData("new OpenAIClient([|\"«sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx¦%KEY%»\"|]);")]
    [InlineData("new OpenAIClient([|\"«none¦%KEY%»\"|]);")]
    [InlineData("new ChatClient(\"llama3\", new ApiKeyCredential([|\"«ollama¦%KEY%»\"|]), new OpenAIClientOptions { Endpoint = new Uri(\"http://localhost:11434/v1\") });")]
    [InlineData("new ChatClient(\"qwen3\", new ApiKeyCredential([|\"%AZURE%\"|]), new OpenAIClientOptions { Endpoint = new Uri(\"http://«localhost:1234¦gpu.example.com»/v1\") });")]
    [InlineData("var address = \"http://«127.0.0.1:1234¦gpu.example.com»/v1\"; new ChatClient(\"qwen3\", new ApiKeyCredential([|\"%LONG%\"|]), new OpenAIClientOptions { Endpoint = new Uri(address) });")]
    public Task A_placeholder_or_the_key_of_a_local_server(string body) => SilentAsync(Sources.OpenAI(Fill(body)));

    [Theory]
    [InlineData("«Console.WriteLine(Other() + ¦new OpenAIClient(»[|\"%KEY%\"|]);")]
    [InlineData("var hash = [|\"%AZURE%\"|]; new OpenAIClient(«input¦hash»); Console.WriteLine(hash);")]
    [InlineData("new ChatClient(«[|\"%LONG%\"|], input¦input, [|\"%LONG%\"|]»);")]
    [InlineData("new Uri(«\"https://example.com/%KEY%\"¦new OpenAIClient([|\"%KEY%\"|]).ToString()!»);")]
    [InlineData("new System.Net.Http.Headers.AuthenticationHeaderValue(\"Bearer\", [|\"«%AZURE%¦%KEY%»\"|]);")]
    [InlineData("new System.Net.Http.HttpClient().DefaultRequestHeaders.Add(\"x-trace\", [|\"«%AZURE%¦%KEY%»\"|]);")]
    [InlineData("Environment.SetEnvironmentVariable(\"BUILD\", [|\"«%AZURE%¦%KEY%»\"|]);")]
    [InlineData("if (input == «\"%KEY%\"¦new OpenAIClient([|\"%KEY%\"|]).ToString()») { new OpenAIClient(input); }")]
    [InlineData("var texts = new[] { \"%AZURE%\" }; new OpenAIClient(«texts[0]¦[|\"%KEY%\"|]»);")]
    [InlineData("new OpenAIClient(«nameof(input)¦[|\"%KEY%\"|]»);")]
    public Task A_random_constant_that_is_no_key_or_goes_nowhere(string body) => SilentAsync(Sources.OpenAI(Fill(body), Members));

    [Fact]
    public async Task A_constant_of_another_file_is_reported_in_its_own()
    {
        var test = RuleVerifier.Test<LlmCallAnalyzer>("LLM8001", Fill("static class Secrets { public const string Key = [|\"%KEY%\"|]; public const string Salt = \"%AZURE%\"; }"));
        test.TestState.Sources.Add("class Clients { public OpenAI.OpenAIClient Create() => new(Secrets.Key); }");
        await test.RunAsync();
    }

    [Theory]
    [InlineData("builder.AddOpenAIChatCompletion(\"gpt-5.1\", [|\"%KEY%\"|]);")]
    [InlineData("builder.AddOpenAIChatCompletion(modelId: \"gpt-5.1\", apiKey: [|\"%AZURE%\"|]);")]
    [InlineData("builder.AddAzureOpenAIChatCompletion(\"mine\", \"https://mine.openai.azure.com\", [|\"%LONG%\"|]);")]
    [InlineData("new Microsoft.SemanticKernel.Connectors.OpenAI.OpenAIChatCompletionService(\"gpt-5.1\", [|\"%KEY%\"|]);")]
    public Task In_the_builder_of_a_kernel(string body) => ReportsAsync(Fill($$"""
        using Microsoft.SemanticKernel;
        class Start { void Run(IKernelBuilder builder) { {{body}} } }
        """), references: Sdk.SemanticKernel);

    [Fact]
    public async Task Nothing_is_reported_without_an_SDK() => await RuleVerifier.VerifyAsync<LlmCallAnalyzer>(
        "LLM8001", Fill("class Start { void Run() => new System.Net.Http.Headers.AuthenticationHeaderValue(\"Bearer\", \"%KEY%\"); }"), Sdk.None);

    [Fact]
    public async Task Neither_message_nor_properties_hold_any_part_of_the_key()
    {
        var source = CSharpSyntaxTree.ParseText(Fill("class Start { object Run() => new OpenAI.OpenAIClient(\"%KEY%\"); }"));
        var compilation = CSharpCompilation.Create("Keys", [source], Sdk.OpenAI.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var reported = await compilation.WithAnalyzers([new LlmCallAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        var diagnostic = Assert.Single(reported, d => d.Id == "LLM8001");
        var shown = diagnostic.GetMessage(CultureInfo.InvariantCulture) + string.Concat(diagnostic.Properties.Select(p => p.Key + p.Value));
        Assert.Equal(
            "An API key of OpenAI stands in the source: everybody who can read the code, its history or the assembly can use it at your expense; revoke it, make a new one, and read that from 'OPENAI_API_KEY' or a secret store",
            diagnostic.GetMessage(CultureInfo.InvariantCulture));
        Assert.DoesNotContain(Enumerable.Range(0, MadeUpKeys.OpenAIProject.Length - 5), at => shown.Contains(MadeUpKeys.OpenAIProject.Substring(at, 6), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>An editor refers to other projects as they are, with their source.</summary>
    [Fact]
    public async Task What_another_project_declares_is_not_searched()
    {
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary);
        var library = CSharpCompilation.Create("Library", [CSharpSyntaxTree.ParseText("public class Settings { public string Key { get; set; } public void Use(string key) { } }")], Sdk.OpenAI.References, options);
        var source = CSharpSyntaxTree.ParseText(Fill("class Start { void Run() { new Settings { Key = \"%KEY%\" }.Use(\"%KEY%\"); new OpenAI.OpenAIClient(\"%KEY%\"); } }"));
        var compilation = CSharpCompilation.Create("Keys", [source], [.. Sdk.OpenAI.References, library.ToMetadataReference()], options);
        var reported = await compilation.WithAnalyzers([new LlmCallAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        Assert.Equal(["LLM8001"], reported.Select(d => d.Id));
    }

    private static string Fill(string code) => code
        .Replace("%KEY%", MadeUpKeys.OpenAIProject, StringComparison.Ordinal)
        .Replace("%OLD%", MadeUpKeys.OpenAIOld, StringComparison.Ordinal)
        .Replace("%REST%", MadeUpKeys.OpenAIProject["sk-proj-".Length..], StringComparison.Ordinal)
        .Replace("%AZURE%", MadeUpKeys.Azure, StringComparison.Ordinal)
        .Replace("%LONG%", MadeUpKeys.AzureLong, StringComparison.Ordinal)
        .Replace("%ANT%", MadeUpKeys.Anthropic, StringComparison.Ordinal)
        .Replace("%GROQ%", MadeUpKeys.Groq, StringComparison.Ordinal);
}
