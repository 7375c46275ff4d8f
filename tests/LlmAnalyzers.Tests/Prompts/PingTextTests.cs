using LlmAnalyzers.Prompts;
using Xunit;

namespace LlmAnalyzers.Tests.Prompts;

public class PingTextTests
{
    [Theory]
    [InlineData("ping")]
    [InlineData("Ping!")]
    [InlineData(" hi ")]
    [InlineData("Hello")]
    [InlineData("hello world")]
    [InlineData("test")]
    [InlineData("This is a test.")]
    [InlineData("just a test")]
    [InlineData("testing")]
    [InlineData("say hi")]
    [InlineData("Say 'OK'")]
    [InlineData("Reply with OK")]
    [InlineData("Respond with the word OK.")]
    [InlineData("Say hello to me")]
    [InlineData("Hello, are you there?")]
    [InlineData("Connection test")]
    [InlineData("Hallo")]
    [InlineData("你好")]
    [InlineData(".")]
    public void Probes_are_pings(string text) => Assert.True(PingText.IsPing(text));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\uFFFC")]
    [InlineData("hi \uFFFC")]
    [InlineData("Hi, what is the weather?")]
    [InlineData("Tell me a joke")]
    [InlineData("Summarize this")]
    [InlineData("Test the following code")]
    [InlineData("Write a test")]
    [InlineData("Hello, my name is Ann")]
    [InlineData("Say something nice")]
    [InlineData("What is 2+2?")]
    [InlineData("Is the king alive?")]
    [InlineData("Ping the server and report latency")]
    [InlineData("Translate hello")]
    [InlineData("Generate a health report")]
    [InlineData("ok so explain recursion")]
    [InlineData("Say hi in Japanese")]
    [InlineData("Who are you?")]
    [InlineData("hello hello hello hello hello hello hello hello")]
    [InlineData("Why is the sky blue?")]
    [InlineData("x = 1")]
    public void Questions_are_no_pings(string text) => Assert.False(PingText.IsPing(text));
}
