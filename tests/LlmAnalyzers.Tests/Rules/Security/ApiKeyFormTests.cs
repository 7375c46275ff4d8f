using System.Linq;
using LlmAnalyzers.Reading;
using Xunit;

namespace LlmAnalyzers.Tests.Rules.Security;

/// <summary>What looks like a key, and whose.</summary>
public class ApiKeyFormTests
{
    [Theory]
    [InlineData(MadeUpKeys.OpenAIProject, "OpenAI", "OPENAI_API_KEY")]
    [InlineData(MadeUpKeys.OpenAIOld, "OpenAI", "OPENAI_API_KEY")]
    [InlineData(MadeUpKeys.Anthropic, "Anthropic", "ANTHROPIC_API_KEY")]
    [InlineData(MadeUpKeys.Google, "Google", "GEMINI_API_KEY")]
    [InlineData(MadeUpKeys.Groq, "Groq", "GROQ_API_KEY")]
    [InlineData("Bearer " + MadeUpKeys.Groq, "Groq", "GROQ_API_KEY")]
    [InlineData(MadeUpKeys.Azure, null, null)]
    [InlineData(MadeUpKeys.AzureLong, null, null)]
    [InlineData("sk-" + MadeUpKeys.Azure, null, null)]
    public void A_key(string text, string? provider, string? variable)
    {
        var form = ApiKeyForm.Find(text);
        Assert.NotNull(form);
        Assert.Equal((provider, variable), (form.Provider, form.Variable));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ollama")]
    [InlineData("sk-...")]
    [InlineData("your-openai-api-key-goes-in-this-place")]
    [InlineData("sk-proj-your-key-your-key-your-key-your-key-your-key-12")]
    [InlineData("sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    [InlineData("sk-1234567890abcdef1234567890abcdef1234567890abcdef")]
    [InlineData("sk-test-8f3a1c9e5d7b42064ea2b7d19c3f6508")]
    [InlineData("sk-must-never-be-written-to-any-log-of-ours-2026")]
    [InlineData("<8f3a1c9e5d7b42064ea2b7d19c3f6508>")]
    [InlineData("00000000000000000000000000000000")]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("aaaabbbbccccddddaaaabbbbccccdddd")]
    [InlineData("8f3a1c9e5d7b42064ea2b7d19c3f65")]
    [InlineData("8f3a1c9e-5d7b-4206-4ea2-b7d19c3f6508")]
    [InlineData("TheQuickBrownFoxJumpsOverTheLazyDogAndRuns")]
    [InlineData("Microsoft.Extensions.DependencyInjection.Abstractions")]
    [InlineData("https://example.com/8f3a1c9e5d7b42064ea2b7d19c3f6508")]
    [InlineData("You are an assistant that helps with invoices and orders.")]
    [InlineData("AIzaSyYOUR_GOOGLE_KEY_COMES_HERE_IN_PLAIN")]
    [InlineData("hf_ThisIsTheNameOfAnOrdinaryVariableHere")]
    public void No_key(string text) => Assert.Null(ApiKeyForm.Find(text));

    [Fact]
    public void A_long_text_is_dismissed_by_its_length() => Assert.Null(ApiKeyForm.Find(string.Concat(Enumerable.Repeat(MadeUpKeys.AzureLong, 20_000))));

    [Theory]
    [InlineData("http://localhost:11434/v1", true)]
    [InlineData("https://127.0.0.1", true)]
    [InlineData("http://HOST.docker.internal:8080", true)]
    [InlineData("https://api.openai.com/v1", false)]
    [InlineData("localhost", false)]
    public void A_local_address(string text, bool expected) => Assert.Equal(expected, ApiKeyForm.IsLocalAddress(text));
}
