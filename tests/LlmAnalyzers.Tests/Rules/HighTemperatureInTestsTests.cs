using System.Threading.Tasks;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.Rules;

/// <summary>LLM2001: a test that asserts what the reply is, in the spellings of the test libraries.</summary>
public class HighTemperatureInTestsTests() : RuleTests("LLM2001")
{
    /// <summary>The parts of the test libraries that the cases use.</summary>
    private const string Libraries = """

        static class Assert
        {
            public static void Equal(string expected, string actual) { }
            public static void Contains(string expected, string actual) { }
            public static void AreEqual(object expected, object actual, string message = "") { }
            public static void That(string actual, object constraint) { }
            public static void NotNull(object actual) { }
        }

        static class Is
        {
            public static object EqualTo(object expected) => expected;
            public static object Not => "";
        }

        class StringAssertions
        {
            public void Be(string expected, string because = "") { }
            public void NotBeNull() { }
            public void Contain(string part) { }
        }

        static class Extensions
        {
            public static StringAssertions Should(this string actual) => new();
            public static void ShouldBe(this string actual, string expected) { }
            public static void ShouldContain(this string actual, string part) { }
        }
        """;

    private static string Test(string assertion) => Sources.OpenAI($$"""
        ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("You look at tickets."), new UserChatMessage(input)], new() { Temperature = [|1f|] });
        var text = completion.Content[0].Text;
        {{assertion}}
        """) + Libraries;

    [Theory]
    [InlineData("Assert.Equal(\"billing\", text);")]
    [InlineData("Assert.AreEqual(\"billing\", text.Trim(), \"same\");")]
    [InlineData("Assert.That(text, Is.EqualTo(\"billing\"));")]
    [InlineData("text.ShouldBe(\"billing\");")]
    [InlineData("text.Trim().Should().Be(\"billing\");")]
    public Task Equality_with_a_constant(string assertion) => ReportsAsync(Test(assertion));

    [Theory]
    [InlineData("Assert.«Contains¦Equal»(\"billing\", text);")]
    [InlineData("Assert.Equal(«input¦\"billing\"», text);")]
    [InlineData("Assert.Equal(\"«¦billing»\", text);")]
    [InlineData("Assert.«NotNull(text)¦Equal(\"billing\", text)»;")]
    [InlineData("Assert.That(text, Is.«Not¦EqualTo(\"billing\")»);")]
    [InlineData("text.Should«Contain¦Be»(\"billing\");")]
    [InlineData("text.Should().«NotBeNull()¦Be(\"billing\")»;")]
    [InlineData("text.Should().«Contain¦Be»(\"billing\");")]
    public Task Other_assertions(string assertion) => SilentAsync(Test(assertion));
}
