using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;
using static LlmAnalyzers.Tests.FineTuning.TrainingFileRun;

namespace LlmAnalyzers.Tests.FineTuning;

/// <summary>LLM5027. The keys are made up; they are put together here so that no scanner takes them for real ones.</summary>
public class SensitiveTrainingDataTests
{
    private const string Random = "q7Rt2vX9bLm4Kd8Zp3Wn6Ys5Hc1Jf0GaTe";

    [Theory]
    [InlineData("sk-", Random + Random, "an API key")]
    [InlineData("sk-" + "proj-", Random + Random, "an API key")]
    [InlineData("sk-" + "ant-api03-", Random + Random, "an Anthropic API key")]
    [InlineData("AK" + "IA", "Q7RT2VX9BLM4KD8Z", "an AWS access key")]
    [InlineData("ghp" + "_", Random + "x1", "a GitHub token")]
    [InlineData("github" + "_pat_", Random + "x1", "a GitHub token")]
    [InlineData("AI" + "za", Random, "a Google API key")]
    [InlineData("xo" + "xb-", "12345-" + Random, "a Slack token")]
    [InlineData("glp" + "at-", "q7Rt2vX9bLm4Kd8Zp3Wn", "a GitLab token")]
    [InlineData("hf" + "_", Random, "a Hugging Face token")]
    [InlineData("sk_" + "live_", Random, "a Stripe key")]
    [InlineData("Account" + "Key=", Random + Random + "==", "a storage account key")]
    [InlineData("-----BEGIN RSA PRIVATE" + " KEY-----\n", Random, "a private key")]
    [InlineData("ey" + "JhbGciOiJIUzI1NiJ9.", "eyJzdWIiOiJxN1J0MnZYOWJMbTRLZDhacDMifQ." + Random + Random, "an access token")]
    public async Task A_secret_is_reported_where_it_stands_and_never_printed(string prefix, string rest, string name)
    {
        var reported = Assert.Single(await new TrainingFileRun { Training = Lines(Chat("1", "a"), Chat($"I use {prefix}{rest} and it fails", "a")) }.OfAsync("LLM5027"));
        Assert.StartsWith("2:" + (Chat("", "").IndexOf("\"user\"", StringComparison.Ordinal) + "\"user\",\"content\":\"I use ".Length + 1) + " ", reported, StringComparison.Ordinal);
        Assert.Contains("Here stands " + name, reported, StringComparison.Ordinal);
        Assert.DoesNotContain(rest, reported, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("4539 1488 0343 6467")]
    [InlineData("4539-1488-0343-6467")]
    [InlineData("5425 2334 3010 9903")]
    [InlineData("card 4539148803436467")]
    [InlineData("My Visa is 4539148803436467.")]
    public async Task A_card_number_is_reported_and_never_printed(string text)
    {
        var reported = Assert.Single(await new TrainingFileRun { Training = Chat(text, "a") }.OfAsync("LLM5027"));
        Assert.Contains("a payment card number", reported, StringComparison.Ordinal);
        Assert.DoesNotContain("6467", reported, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Addresses_and_phone_numbers_are_reported_in_volume()
    {
        var file = Lines(Enumerable.Range(10, 15).Select(i => Chat($"I am anna.k{i}@gmx.net, call +49 30 12345{i}", "a")));
        var reported = await new TrainingFileRun { Training = file }.OfAsync("LLM5027");
        Assert.Equal(2, reported.Length);
        Assert.Contains("15 e-mail addresses of persons stand in 15 examples, the first here", reported[0], StringComparison.Ordinal);
        Assert.Contains("15 phone numbers", reported[1], StringComparison.Ordinal);
        Assert.DoesNotContain(reported, r => r.Contains("gmx", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_place_is_right_behind_escapes()
    {
        const string line = """{"messages": [{"role": "user", "content": "a\n\"b\" \u00e9 """;
        var file = line + "gh" + "p_" + Random + """x1"}, {"role": "assistant", "content": "a"}]}""";
        Assert.StartsWith($"1:{line.Length + 1} ", Assert.Single(await new TrainingFileRun { Training = file }.OfAsync("LLM5027")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_secret_is_reported_once() =>
        Assert.Single(await new TrainingFileRun { Training = Lines(Chat("1 gh" + "p_" + Random + "x1", "a"), Chat("2 gh" + "p_" + Random + "x1", "a")) }.OfAsync("LLM5027"));

    [Theory]
    [InlineData("sk-your-key-here-your-key-here-your-key-here")]
    [InlineData("sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    [InlineData("sk-...")]
    [InlineData("sk-1234567890abcdef1234567890abcdef1234567890")]
    [InlineData("AKIAIOSFODNN7EXAMPLE")]
    [InlineData("ghp_000000000000000000000000000000000000")]
    [InlineData("task-management-and-a-very-long-slug-that-goes-on-2024")]
    [InlineData("-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9")]
    [InlineData("4242 4242 4242 4242")]
    [InlineData("4111 1111 1111 1111")]
    [InlineData("4539 1488 0343 6468")]
    [InlineData("order 4539148803436467")]
    [InlineData("1234 5678 9012 3456")]
    [InlineData("4444 4444 4444 4448")]
    [InlineData("tracking 9400 1000 0000 0000 0000 00")]
    [InlineData("version 1.2.3.4 build 20261121.1")]
    [InlineData("2026-11-21 10:15:30 +0100")]
    [InlineData("one address: anna.k@gmx.net and one number +49 30 1234567")]
    [InlineData("a secret sauce and a password policy")]
    [InlineData("@someone said user@ and @here")]
    [InlineData("SkyHigh sky-blue skeleton ghpages")]
    public async Task What_only_looks_like_it_is_left_alone(string text) =>
        Assert.Empty(await new TrainingFileRun { Training = Chat(text, "a") }.OfAsync("LLM5027"));

    [Theory]
    [InlineData("anna{0}@example.com")]
    [InlineData("anna{0}@example.org")]
    [InlineData("anna{0}@mail.test")]
    [InlineData("anna{0}@contoso.com")]
    [InlineData("user{0}@localhost")]
    [InlineData("+1 555 01{0} 9876")]
    [InlineData("(212) 555-01{0}")]
    [InlineData("order 2026-{0}-15-7788")]
    [InlineData("support@firm{0}.de")]
    [InlineData("@handle{0}")]
    public async Task Made_up_addresses_are_left_alone_in_any_number(string form) =>
        Assert.Empty(await new TrainingFileRun { Training = Lines(Enumerable.Range(10, 30).Select(i => Chat(string.Format(System.Globalization.CultureInfo.InvariantCulture, form, i), "a"))) }.OfAsync("LLM5027"));
}
