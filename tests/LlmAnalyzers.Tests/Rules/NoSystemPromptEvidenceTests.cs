using System.Threading.Tasks;
using LlmAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Xunit;

namespace LlmAnalyzers.Tests.Rules;

/// <summary>LLM3001: what makes a warning of the info, and what does not.</summary>
public class NoSystemPromptEvidenceTests
{
    [Theory]
    [InlineData("ClassifyAsync", "$\"Which kind of mail is this? {mail}\"", DiagnosticSeverity.Warning)]
    [InlineData("ClassifyAsync", "mail", DiagnosticSeverity.Info)]
    [InlineData("ClassifyAsync", "$\"Write a poem about this mail: {mail}\"", DiagnosticSeverity.Info)]
    [InlineData("AssessAsync", "$\"Which kind of mail is this? {mail}\"", DiagnosticSeverity.Info)]
    [InlineData("AnswerAsync", "$\"Which kind of mail is this? {mail}\"", DiagnosticSeverity.Info)]
    public Task The_name_of_the_member(string member, string prompt, DiagnosticSeverity severity) => SeverityAsync(Method(member, prompt), severity);

    [Theory]
    [InlineData("dotnet_code_quality.LLM3001.deterministic_members = Assess", DiagnosticSeverity.Warning)]
    [InlineData("dotnet_code_quality.deterministic_members = Assess", DiagnosticSeverity.Warning)]
    [InlineData("dotnet_code_quality.LLM2001.deterministic_members = Assess", DiagnosticSeverity.Info)]
    public Task The_words_are_an_option(string line, DiagnosticSeverity severity) =>
        SeverityAsync(Method("AssessAsync", "$\"Which kind of mail is this? {mail}\""), severity, $"root = true\n[*.cs]\n{line}\n");

    [Theory]
    [InlineData("Classify the mail as spam or no spam. Mail: ", DiagnosticSeverity.Warning)]
    [InlineData("Answer only with yes or no. Is this spam? ", DiagnosticSeverity.Warning)]
    [InlineData("Extract the order number from this mail: ", DiagnosticSeverity.Warning)]
    [InlineData("Summarize this mail: ", DiagnosticSeverity.Info)]
    [InlineData("Write a friendly answer to this mail: ", DiagnosticSeverity.Info)]
    [InlineData("Translate this mail into German: ", DiagnosticSeverity.Info)]
    [InlineData("You are invited. Explain this mail: ", DiagnosticSeverity.Info)]
    [InlineData("Are you a lawyer? Explain this mail: ", DiagnosticSeverity.Info)]
    [InlineData("Who are you? ", DiagnosticSeverity.Info)]
    public Task What_the_user_message_says(string prompt, DiagnosticSeverity severity) => SeverityAsync(Method("RunAsync", $"\"{prompt}\" + mail"), severity);

    private static string Method(string member, string prompt) => $$"""
        using System.Threading.Tasks;
        using Microsoft.Extensions.AI;

        class Mails(IChatClient client)
        {
            public async Task<string> {{member}}(string mail) => (await client.{|#0:GetResponseAsync|}({{prompt}})).Text;
        }
        """;

    private static Task SeverityAsync(string source, DiagnosticSeverity severity, string? config = null)
    {
        var test = RuleVerifier.Test<LlmCallAnalyzer>("LLM3001", source, null, config);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("LLM3001", severity).WithLocation(0).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
        return test.RunAsync();
    }
}
