using System;
using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes;
using LlmAnalyzers.Tests.Rules.Security;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace LlmAnalyzers.Tests.CodeFixes;

/// <summary>LLM8001's fix: the variable is read where the key stood.</summary>
public class ReadKeyFromEnvironmentTests
{
    private const string Throw = "?? throw new InvalidOperationException(\"The environment variable OPENAI_API_KEY is not set.\")";
    private const string Get = "Environment.GetEnvironmentVariable(\"OPENAI_API_KEY\")";

    [Theory]
    [InlineData("var chat = new OpenAIClient([|%KEY%|]);", "var chat = new OpenAIClient(GET\n    THROW);")]
    [InlineData("var key = [|%KEY%|]; // the team's\nnew OpenAIClient(key);", "var key = GET\n    THROW; // the team's\nnew OpenAIClient(key);")]
    [InlineData("const string Key = [|%KEY%|];\nnew OpenAIClient(Key);", "string Key = GET\n    THROW;\nnew OpenAIClient(Key);")]
    [InlineData("new OpenAIClient(input ?? [|%KEY%|]);", "new OpenAIClient(input ?? (GET\n    THROW));")]
    [InlineData("new OpenAIClient([|\"sk-proj-\" + %REST%|]);", "new OpenAIClient(GET\n    THROW);")]
    [InlineData("new OpenAIClient(credential: new ApiKeyCredential(key: [|%KEY%|]));", "new OpenAIClient(credential: new ApiKeyCredential(key: GET\n    THROW));")]
    public Task In_a_body(string body, string fixedBody) => Fix.OpenAIAsync<ReadKeyFromEnvironment>(Fill(body), Fill(fixedBody));

    [Theory]
    [InlineData("private const string Key = [|%KEY%|];", "private static readonly string Key = GET\n    THROW;")]
    [InlineData("public const string Key = [|%KEY%|];", "public static readonly string Key = GET\n    THROW;")]
    [InlineData("private readonly string Key = [|%KEY%|];", "private readonly string Key = GET\n    THROW;")]
    [InlineData("private static string Key => [|%KEY%|];", "private static string Key => GET\n    THROW;")]
    [InlineData("public string Key { get; set; } = [|%KEY%|];", "public string Key { get; set; } = GET\n    THROW;")]
    public Task In_a_member(string members, string fixedMembers) =>
        Fix.OpenAIAsync<ReadKeyFromEnvironment>("new OpenAIClient(Key);", members: Fill(members), fixedMembers: Fill(fixedMembers));

    [Theory]
    [InlineData("private const string Key = [|%KEY%|], Model = \"gpt-5.1\";")]
    [InlineData("private const string Key = [|%KEY%|];\nprivate const string Header = \"Bearer \" + Key;")]
    [InlineData("private const string Key = [|%KEY%|];\nprivate static bool Is(string text) => text is Key;")]
    [InlineData("private const string Key = [|%KEY%|];\nprivate static OpenAIClient Create(string key = Key) => new(key);")]
    [InlineData("private const string Key = \"\";\nprivate static OpenAIClient Create(string key = [|%KEY%|]) => new(key);")]
    public Task Not_where_a_constant_is_needed(string members) => Fix.OpenAIAsync<ReadKeyFromEnvironment>("new OpenAIClient(Key);", members: Fill(members));

    [Fact]
    public Task Not_where_the_header_is_more_than_the_key() =>
        Fix.OpenAIAsync<ReadKeyFromEnvironment>(Fill("new System.Net.Http.HttpClient().DefaultRequestHeaders.Add(\"Authorization\", [|\"Bearer \" + %KEY%|]);"));

    [Fact]
    public Task Not_where_another_file_needs_a_constant() => Fix.NoneAsync<ReadKeyFromEnvironment>(
        Fill("public static class Secrets\n{\n    public const string Key = [|%KEY%|];\n\n    public static OpenAI.OpenAIClient Create() => new(Key);\n}\n"),
        "class Check { bool Is(string text) => text switch { Secrets.Key => true, _ => false }; }\n");

    [Fact]
    public Task The_namespace_is_imported() => Fix.FileAsync<ReadKeyFromEnvironment>(
        Fill("using Anthropic;\n\nclass Start\n{\n    AnthropicClient Create() => new() { ApiKey = [|%ANT%|] };\n}\n"),
        """
        using System;
        using Anthropic;

        class Start
        {
            AnthropicClient Create() => new() { ApiKey = Environment.GetEnvironmentVariable("ANTHROPIC_API_KEY")
                ?? throw new InvalidOperationException("The environment variable ANTHROPIC_API_KEY is not set.") };
        }

        """);

    [Fact]
    public Task A_version_of_the_language_without_throw_expressions_has_no_fix()
    {
        var source = Fill("class Start\n{\n    object Create() { return new OpenAI.OpenAIClient([|%KEY%|]); }\n}\n");
        return Fix.FileAsync<ReadKeyFromEnvironment>(source, source, LanguageVersion.CSharp6);
    }

    private static string Fill(string code) => code
        .Replace("%KEY%", "\"" + MadeUpKeys.OpenAIProject + "\"", StringComparison.Ordinal)
        .Replace("%REST%", "\"" + MadeUpKeys.OpenAIProject["sk-proj-".Length..] + "\"", StringComparison.Ordinal)
        .Replace("%ANT%", "\"" + MadeUpKeys.Anthropic + "\"", StringComparison.Ordinal)
        .Replace("GET", Get, StringComparison.Ordinal)
        .Replace("THROW", Throw, StringComparison.Ordinal);
}
