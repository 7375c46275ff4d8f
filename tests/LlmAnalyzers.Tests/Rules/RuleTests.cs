using System;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.Rules;

/// <summary>
/// Tests of one rule. A silent case says what makes it silent: of <c>«a¦b»</c> the rule must stay silent on the first and report what is marked
/// <c>[|…|]</c> on the second. So a case that is silent for another reason than the one it names fails.
/// </summary>
public abstract class RuleTests(string ruleId)
{
    private static readonly Regex Alternatives = new("«([^«¦»]*)¦([^«¦»]*)»", RegexOptions.CultureInvariant);

    /// <summary>The rule reports exactly what is marked, and at least one place is.</summary>
    private protected Task ReportsAsync(string source, string? editorConfig = null, SdkReferences? references = null)
    {
        Assert.Contains("[|", source, StringComparison.Ordinal);
        Assert.DoesNotContain('¦', source);
        return RuleVerifier.VerifyAsync<LlmCallAnalyzer>(ruleId, source, references, editorConfig);
    }

    /// <summary>The rule is silent on the first alternative and reports what is marked on the second.</summary>
    private protected async Task SilentAsync(string source, string? editorConfig = null, SdkReferences? references = null)
    {
        Assert.Matches(Alternatives, source);
        var silent = Alternatives.Replace(source, "$1").Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);
        await RuleVerifier.VerifyAsync<LlmCallAnalyzer>(ruleId, silent, references, editorConfig);
        await ReportsAsync(Alternatives.Replace(source, "$2"), editorConfig, references);
    }

    private protected Task ReportsOpenAIAsync(string body, string members = "") => ReportsAsync(Sources.OpenAI(body, members));

    private protected Task SilentOpenAIAsync(string body, string members = "") => SilentAsync(Sources.OpenAI(body, members));

    private protected Task ReportsExtensionsAIAsync(string body, string members = "") => ReportsAsync(Sources.ExtensionsAI(body, members));

    private protected Task SilentExtensionsAIAsync(string body, string members = "") => SilentAsync(Sources.ExtensionsAI(body, members));
}
