using System;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;
using Xunit.Sdk;
using Verify = LlmAnalyzers.Tests.Verification.CSharpCodeFixVerifier<LlmAnalyzers.Tests.Verification.SmallClassAnalyzer, LlmAnalyzers.Tests.Verification.UpperCaseFixProvider>;

namespace LlmAnalyzers.Tests.Verification;

/// <summary>The verifier is only worth something when it fails: each of its demands is shown to be refused here.</summary>
public class VerifierTests
{
    [Fact]
    public Task What_is_marked_and_reported_passes() => Verify.VerifyAnalyzerAsync("class [|small|] { class {|T0001:inner|}; } class Big;");

    [Fact]
    public Task A_source_without_markup_passes_when_nothing_is_reported() => Verify.VerifyAnalyzerAsync("class Big;");

    [Fact]
    public Task A_mark_without_a_diagnostic_fails()
        => Refuses(() => Verify.VerifyAnalyzerAsync("class [|Big|];"), "- /0/Test0.cs(1,7): T0001");

    [Fact]
    public Task A_diagnostic_without_a_mark_fails_and_is_shown_with_message_and_text()
        => Refuses(() => Verify.VerifyAnalyzerAsync("class small;"), "+ /0/Test0.cs(1,7): warning T0001: Class 'small' starts small", "on `small`");

    [Fact]
    public Task A_mark_of_another_length_fails() => Refuses(() => Verify.VerifyAnalyzerAsync("class [|small;|]"), "- /0/Test0.cs(1,7)", "+ /0/Test0.cs(1,7)");

    [Fact]
    public Task One_mark_does_not_stand_for_two_diagnostics() => Refuses(() => Verify.VerifyAnalyzerAsync("class [|small|]; class other;"), "'other'");

    [Fact]
    public Task Two_marks_do_not_stand_for_one_diagnostic() => Refuses(() => Verify.VerifyAnalyzerAsync("class [|{|T0001:small|}|];"), "- /0/Test0.cs(1,7)");

    [Fact]
    public async Task A_mark_with_an_id_the_analyzer_does_not_have_fails()
        => await Assert.ThrowsAsync<InvalidOperationException>(() => Verify.VerifyAnalyzerAsync("class {|T0002:small|};"));

    [Fact]
    public async Task A_mark_that_is_not_closed_fails()
        => await Assert.ThrowsAsync<InvalidOperationException>(() => Verify.VerifyAnalyzerAsync("class [|small;"));

    [Fact]
    public Task A_source_that_does_not_compile_fails() => Refuses(() => Verify.VerifyAnalyzerAsync("class Big : Missing;"), "Does not compile", "CS0246");

    [Fact]
    public Task A_compiler_error_may_be_marked() => Verify.VerifyAnalyzerAsync("class Big : {|CS0246:Missing|};");

    [Fact]
    public Task Compiler_errors_do_not_count_when_the_test_says_so()
        => new CSharpAnalyzerTest<SmallClassAnalyzer> { TestCode = "class [|small|] : Missing;", CompilerDiagnostics = CompilerDiagnostics.None }.RunAsync();

    [Fact]
    public Task Compiler_warnings_count_when_the_test_says_so()
        => Refuses(() => new CSharpAnalyzerTest<SmallClassAnalyzer> { TestCode = "class Big { int unused; }", CompilerDiagnostics = CompilerDiagnostics.Warnings }.RunAsync(), "CS0169");

    [Fact]
    public Task An_analyzer_that_throws_fails()
        => Refuses(() => CSharpAnalyzerVerifier<ThrowingAnalyzer>.VerifyAnalyzerAsync("class Big;"), "AD0001", "Thrown on purpose.");

    [Fact]
    public async Task A_diagnostic_that_an_editor_would_not_show_fails()
    {
        var test = new CSharpAnalyzerTest<OtherFileAnalyzer> { TestState = { Sources = { "class [|first|];", "class [|second|];" } } };
        await Refuses(() => test.RunAsync(), "/0/Test1.cs", "second");
        test.SkipLiveCheckReason = "shown to be the only demand that this analyzer does not meet";
        await test.RunAsync();
    }

    [Fact]
    public Task Arguments_and_severity_and_additional_locations_are_compared()
        => CSharpAnalyzerVerifier<MembersAnalyzer>.VerifyAnalyzerAsync(
            "class {|#0:small|} { {|#1:int a;|} }",
            Verify.Diagnostic().WithArguments("small").WithSeverity(DiagnosticSeverity.Info).WithLocation(0).WithLocation(1));

    [Fact]
    public Task Other_arguments_fail()
        => Refuses(() => Verify.VerifyAnalyzerAsync("class {|#0:small|};", Verify.Diagnostic().WithArguments("large").WithLocation(0)), "- /0/Test0.cs(1,7): warning T0001: Class 'large'");

    [Fact]
    public Task Another_severity_fails()
        => Refuses(() => Verify.VerifyAnalyzerAsync("class {|#0:small|};", Verify.Diagnostic().WithSeverity(DiagnosticSeverity.Info).WithLocation(0)), "info T0001");

    [Fact]
    public Task A_missing_additional_location_fails()
        => Refuses(
            () => CSharpAnalyzerVerifier<MembersAnalyzer>.VerifyAnalyzerAsync("class {|#0:small|} { int a; }", Verify.Diagnostic().WithSeverity(DiagnosticSeverity.Info).WithLocation(0)),
            "also at /0/Test0.cs(1,15)");

    [Fact]
    public Task An_explicit_line_and_column_are_compared()
        => Verify.VerifyAnalyzerAsync("\nclass small;", Verify.Diagnostic("T0001").WithLocation(2, 7));

    [Fact]
    public async Task An_editorconfig_reaches_the_analyzer()
    {
        var test = new CSharpAnalyzerTest<SmallClassAnalyzer> { TestCode = "class {|#0:small|};", ExpectedDiagnostics = { Verify.Diagnostic().WithSeverity(DiagnosticSeverity.Error).WithLocation(0) } };
        await Refuses(() => test.RunAsync(), "error T0001");
        test.TestState.AnalyzerConfigFiles.Add((".editorconfig", "[*.cs]\ndotnet_diagnostic.T0001.severity = error\n"));
        await test.RunAsync();
    }

    [Fact]
    public Task Disabled_diagnostics_do_not_count()
        => new CSharpAnalyzerTest<SmallClassAnalyzer> { TestCode = "class small;", DisabledDiagnostics = { "T0001" } }.RunAsync();

    [Fact]
    public Task Preprocessor_symbols_and_language_version_are_set()
        => new CSharpAnalyzerTest<SmallClassAnalyzer>
        {
            TestCode = "#if YES\nclass [|small|] {|CS8370:;|}\n#endif",
            PreprocessorSymbols = { "YES" },
            LanguageVersion = LanguageVersion.CSharp7_3,
            CompilerDiagnostics = CompilerDiagnostics.Errors,
        }.RunAsync();

    [Fact]
    public Task A_program_with_top_level_statements_compiles() => Verify.VerifyAnalyzerAsync("System.Console.WriteLine(); class [|small|];");

    [Fact]
    public Task A_preview_of_an_sdk_compiles()
        => Verify.VerifyAnalyzerAsync("class Big { void M(OpenAI.OpenAIClient client) => client.GetResponsesClient(); }");

    [Fact]
    public Task A_right_fix_passes() => Verify.VerifyCodeFixAsync("class [|a|]; class [|b|];", "class A; class B;");

    [Fact]
    public async Task A_fix_over_several_files_passes_and_another_result_in_one_of_them_fails()
    {
        var test = new CSharpCodeFixTest<SmallClassAnalyzer, UpperCaseFixProvider>
        {
            TestState = { Sources = { "class [|a|];", "class [|b|];" } },
            FixedState = { Sources = { "class A;", "class B;" } },
        };
        await test.RunAsync();
        test.FixedState.Sources[1] = ("Test1.cs", "class C;");
        await Refuses(() => test.RunAsync(), "another /0/Test1.cs", "- class C;", "+ class B;");
    }

    [Fact]
    public Task A_fix_with_another_result_fails_with_the_lines()
        => Refuses(() => Verify.VerifyCodeFixAsync("class Big;\nclass [|a|];", "class Big;\nclass B;"), "Line 2", "  - class B;", "  + class A;");

    [Fact]
    public Task A_fix_that_changes_nothing_fails() => RefusesFix<IdleFixProvider>("class [|a|];", "class A;", "changes nothing");

    [Fact]
    public Task A_fix_that_never_ends_fails() => RefusesFix<EndlessFixProvider>("class [|a|];", "class [|ax|];", "does not converge");

    [Fact]
    public Task A_fix_whose_result_does_not_compile_fails() => RefusesFix<BreakingFixProvider>("class [|a|];", "class A : Missing;", "Does not compile", "CS0246");

    [Fact]
    public Task An_offered_fix_fails_where_none_is_expected() => RefusesFix<UpperCaseFixProvider>("class [|a|];", "class [|a|];", "No code action is expected");

    [Fact]
    public Task No_fix_where_none_is_expected_passes() => CSharpCodeFixVerifier<SmallClassAnalyzer, EmptyCodeFixProvider>.VerifyCodeFixAsync("class [|a|];", "class [|a|];");

    [Fact]
    public Task No_fix_where_one_is_expected_fails() => RefusesFix<EmptyCodeFixProvider>("class [|a|];", "class A;", "- class A;");

    [Fact]
    public async Task Fix_All_that_does_less_than_fixing_one_by_one_fails()
    {
        var test = new CSharpCodeFixTest<SmallClassAnalyzer, KeyPerNameFixProvider> { TestCode = "class [|a|]; class [|b|];", FixedCode = "class A; class B;" };
        await Refuses(() => test.RunAsync(), "Fix All does not converge");
        test.NumberOfFixAllIterations = 2;
        await test.RunAsync();
        test.NumberOfFixAllIterations = 1;
        test.SkipFixAllReason = "shown to be the only demand that this fixer does not meet";
        await test.RunAsync();
    }

    [Fact]
    public async Task An_action_is_chosen_by_its_equivalence_key()
    {
        var test = new CSharpCodeFixTest<SmallClassAnalyzer, KeyPerNameFixProvider> { TestCode = "class [|a|]; class [|b|];", FixedCode = "class [|a|]; class B;", CodeActionEquivalenceKey = "b" };
        await test.RunAsync();
        test.CodeActionVerifier = action => Assert.Equal("Other", action.Title);
        await Assert.ThrowsAsync<EqualException>(() => test.RunAsync());
    }

    [Theory]
    [InlineData(".editorconfig", "[*.cs]\ntest.every_class = true\n")]
    [InlineData(".globalconfig", "is_global = true\ntest.every_class_anywhere = true\n")]
    public async Task Options_reach_the_analyzer(string name, string content)
    {
        var test = new CSharpAnalyzerTest<TwoRulesAnalyzer> { TestCode = "class {|T0002:Big|};" };
        await Refuses(() => test.RunAsync(), "- /0/Test0.cs(1,7): T0002");
        test.TestState.AnalyzerConfigFiles.Add((name, content));
        await test.RunAsync();
    }

    [Fact]
    public Task Additional_files_reach_the_analyzer()
        => new CSharpAnalyzerTest<TwoRulesAnalyzer> { TestCode = "class {|T0002:Big|};", TestState = { AdditionalFiles = { ("every.txt", "yes") } } }.RunAsync();

    [Fact]
    public async Task One_rule_of_several_is_looked_at()
    {
        const string everyClass = "[*.cs]\ntest.every_class = true\n";
        await RuleVerifier.VerifyAsync<TwoRulesAnalyzer>("T0001", "class [|small|];", Sdk.None, everyClass);
        await RuleVerifier.VerifyAsync<TwoRulesAnalyzer>("T0002", "class [|small|];", Sdk.None, everyClass);
        await RuleVerifier.VerifyFixAsync<TwoRulesAnalyzer, UpperCaseFixProvider>("T0001", "class [|small|];", "class SMALL;", Sdk.None, everyClass);
        await RuleVerifier.VerifyFixAsync<TwoRulesAnalyzer, UpperCaseFixProvider>("T0002", "class [|small|];", "class [|small|];", Sdk.None, everyClass);
        await Refuses(() => RuleVerifier.VerifyAsync<TwoRulesAnalyzer>("T0002", "class [|small|];", Sdk.None), "- /0/Test0.cs(1,7): T0002");
        await Assert.ThrowsAsync<InvalidOperationException>(() => RuleVerifier.VerifyAsync<TwoRulesAnalyzer>("T0003", "class small;"));
    }

    [Fact]
    public void Markup_is_read_with_nesting_and_keys()
    {
        var (text, spans) = Markup.Parse("a [|b {|#1:c|}|] {|LLM1001:d|} { | }");
        Assert.Equal("a b c d { | }", text);
        Assert.Equal([("#1", "c"), ("", "b c"), ("LLM1001", "d")], spans.ConvertAll(span => (span.Tag, text.Substring(span.Span.Start, span.Span.Length))));
    }

    private static Task RefusesFix<TCodeFix>(string source, string fixedSource, params string[] messageParts)
        where TCodeFix : CodeFixProvider, new()
        => Refuses(() => CSharpCodeFixVerifier<SmallClassAnalyzer, TCodeFix>.VerifyCodeFixAsync(source, fixedSource), messageParts);

    private static async Task Refuses(Func<Task> verification, params string[] messageParts)
    {
        var failure = await Assert.ThrowsAsync<FailException>(verification);
        Assert.All(messageParts, part => Assert.Contains(part, failure.Message, StringComparison.Ordinal));
    }
}
