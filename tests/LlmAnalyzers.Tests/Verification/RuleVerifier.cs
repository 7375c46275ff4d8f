using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAnalyzers.Tests.Verification;

/// <summary>Checks one rule of an analyzer that has several: what the others report on the same source does not count.</summary>
internal static class RuleVerifier
{
    /// <summary>A test of one rule, to be set up further; <c>[|…|]</c> marks that rule.</summary>
    public static CSharpAnalyzerTest<TAnalyzer> Test<TAnalyzer>(string ruleId, string source, SdkReferences? references = null, string? editorConfig = null)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var test = new CSharpAnalyzerTest<TAnalyzer>();
        SetUp(test, ruleId, source, references, editorConfig);
        return test;
    }

    /// <summary>A test of one rule and one fixer, to be set up further. The same source twice asserts that no fix is offered.</summary>
    public static CSharpCodeFixTest<TAnalyzer, TCodeFix> Test<TAnalyzer, TCodeFix>(
        string ruleId, string source, string fixedSource, SdkReferences? references = null, string? editorConfig = null)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TCodeFix : CodeFixProvider, new()
    {
        var test = new CSharpCodeFixTest<TAnalyzer, TCodeFix> { FixedCode = fixedSource };
        SetUp(test, ruleId, source, references, editorConfig);
        return test;
    }

    /// <summary>Fails unless the rule reports exactly what is marked.</summary>
    public static Task VerifyAsync<TAnalyzer>(string ruleId, string source, SdkReferences? references = null, string? editorConfig = null)
        where TAnalyzer : DiagnosticAnalyzer, new()
        => Test<TAnalyzer>(ruleId, source, references, editorConfig).RunAsync();

    /// <summary>Fails unless the fixes of the rule turn the source into the fixed source, one by one and all at once.</summary>
    public static Task VerifyFixAsync<TAnalyzer, TCodeFix>(string ruleId, string source, string fixedSource, SdkReferences? references = null, string? editorConfig = null)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TCodeFix : CodeFixProvider, new()
        => Test<TAnalyzer, TCodeFix>(ruleId, source, fixedSource, references, editorConfig).RunAsync();

    private static void SetUp<TAnalyzer>(CSharpAnalyzerTest<TAnalyzer> test, string ruleId, string source, SdkReferences? references, string? editorConfig)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        // A rule that does not exist would be silent everywhere.
        var descriptors = new TAnalyzer().SupportedDiagnostics;
        _ = Descriptors.ById(descriptors, ruleId);
        test.TestCode = source;
        test.ReferenceAssemblies = references ?? test.ReferenceAssemblies;
        test.DisabledDiagnostics.AddRange(descriptors.Select(d => d.Id).Where(id => id != ruleId));
        if (editorConfig is not null)
        {
            test.TestState.AnalyzerConfigFiles.Add((".editorconfig", editorConfig));
        }
    }
}
