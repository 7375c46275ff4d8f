using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes.Editing;
using LlmAnalyzers.CodeFixes.Editing.FixAll;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace LlmAnalyzers.Tests.Editing;

public class FixAllTests
{
    /// <summary>"Reports" every integer literal that is not zero; the fix sets it to zero and, for a 9, refuses.</summary>
#pragma warning disable RS2008 // A rule of the tests has no release.
    private static readonly DiagnosticDescriptor Rule = new("T1", "Title", "Message", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true);
#pragma warning restore RS2008

    [Fact]
    public async Task Fixes_all_diagnostics_of_a_document()
    {
        Assert.Equal("class C { int a = 0; int b = 0; }\r\n", await FixAsync("class C { int a = 1; int b = 2; }\r\n", new ZeroFix()));
    }

    [Fact]
    public async Task Leaves_alone_what_cannot_be_fixed() =>
        Assert.Equal("class C { int a = 9; int b = 0; }", await FixAsync("class C { int a = 9; int b = 2; }", new ZeroFix()));

    [Fact]
    public async Task Answers_null_when_nothing_can_be_fixed() => Assert.Null(await FixAsync("class C { int a = 9; }", new ZeroFix()));

    [Fact]
    public async Task Conflicting_fixes_get_another_pass() =>
        Assert.Equal("class C { int a = 0 + 0 + 0; }", await FixAsync("class C { int a = 1 + 2 + 3; }", new ZeroFix { Widely = true }));

    [Fact]
    public async Task Without_reanalysis_the_first_of_conflicting_fixes_wins()
    {
        var (document, _) = EditedSource.Open("class C { int a = 1 + 2; }");
        var provider = new DocumentFixAllProvider(new ZeroFix { Widely = true }, reanalysis: null);
        var diagnostics = await DiagnoseAsync(document, CancellationToken.None);
        var fixedDocument = await provider.FixAsync(document, [.. diagnostics.Reverse()], "k", CancellationToken.None);
        Assert.Equal("class C { int a = 0 + 2; }", await EditedSource.TextAsync(fixedDocument!));
    }

    [Fact]
    public async Task Stops_after_five_passes()
    {
        var code = "class C { int a = " + string.Join(" + ", Enumerable.Repeat("1", 8)) + "; }";
        var text = await FixAsync(code, new ZeroFix { Widely = true });
        Assert.Equal(DocumentFixAllProvider.MaxPasses, text!.Count(c => c == '0'));
    }

    [Fact]
    public async Task Fix_all_of_a_solution_changes_every_document_and_nothing_else()
    {
        var (document, _) = EditedSource.Open("class  C { int a = 1 ; } // odd   layout\r\n", new() { OtherFile = "class  D { int b = 2 ; }" });
        var changed = await FixAllAsync(document, FixAllScope.Solution);
        Assert.Equal("class  C { int a = 0 ; } // odd   layout\r\n", await EditedSource.TextAsync(changed.GetDocument(document.Id)!));
        Assert.Equal("class  D { int b = 0 ; }", await EditedSource.TextAsync(changed.Projects.Single().Documents.Single(d => d.Name == "Other.cs")));
    }

    [Fact]
    public async Task Fix_all_of_a_document_leaves_the_others()
    {
        var (document, _) = EditedSource.Open("class C { int a = 1; }", new() { OtherFile = "class D { int b = 2; }" });
        var changed = await FixAllAsync(document, FixAllScope.Document);
        Assert.Equal("class C { int a = 0; }", await EditedSource.TextAsync(changed.GetDocument(document.Id)!));
        Assert.Equal("class D { int b = 2; }", await EditedSource.TextAsync(changed.Projects.Single().Documents.Single(d => d.Name == "Other.cs")));
    }

    [Fact]
    public async Task Offers_one_action_per_diagnostic_that_can_be_fixed()
    {
        var (document, _) = EditedSource.Open("class C { int a = 1; int b = 5; }");
        var actions = await ActionsAsync(document);
        var action = Assert.Single(actions);
        Assert.Equal(("Set zero", nameof(ZeroFix)), (action.Title, action.EquivalenceKey));
        var operation = (ApplyChangesOperation)(await action.GetOperationsAsync(CancellationToken.None)).Single();
        Assert.Equal("class C { int a = 0; int b = 5; }", await EditedSource.TextAsync(operation.ChangedSolution.GetDocument(document.Id)!));
    }

    [Fact]
    public void Offers_fix_all_only_where_it_is_wanted()
    {
        Assert.NotNull(new ZeroFix().GetFixAllProvider());
        Assert.Null(new ZeroFix { OneByOne = true }.GetFixAllProvider());
    }

    private static async Task<string?> FixAsync(string code, ZeroFix fix)
    {
        var (document, _) = EditedSource.Open(code);
        var provider = new DocumentFixAllProvider(fix, DiagnoseAsync);
        var changed = await provider.FixAsync(document, await DiagnoseAsync(document, CancellationToken.None), "k", CancellationToken.None);
        return changed is null ? null : await EditedSource.TextAsync(changed);
    }

    private static async Task<Solution> FixAllAsync(Document document, FixAllScope scope)
    {
        var fix = new ZeroFix();
        var context = new FixAllContext(document, fix, scope, nameof(ZeroFix), ["T1"], new Diagnostics(), CancellationToken.None);
        var action = (await fix.GetFixAllProvider()!.GetFixAsync(context))!;
        return ((ApplyChangesOperation)(await action.GetOperationsAsync(CancellationToken.None)).Single()).ChangedSolution;
    }

    private static async Task<List<CodeAction>> ActionsAsync(Document document)
    {
        var actions = new List<CodeAction>();
        foreach (var diagnostic in await DiagnoseAsync(document, CancellationToken.None))
        {
            await new ZeroFix().RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (a, _) => actions.Add(a), CancellationToken.None));
        }

        return actions;
    }

    private static async Task<ImmutableArray<Diagnostic>> DiagnoseAsync(Document document, CancellationToken cancellationToken)
    {
        var root = (await document.GetSyntaxRootAsync(cancellationToken))!;
        return [.. root.DescendantNodes().OfType<LiteralExpressionSyntax>().Where(l => l.Token.Value is > 0).Select(l => Diagnostic.Create(Rule, l.GetLocation()))];
    }

    private sealed class ZeroFix : LlmCodeFixProvider
    {
        /// <summary>Replaces the whole field, so that fixes within one field conflict.</summary>
        public bool Widely { get; init; }

        public bool OneByOne { get; init; }

        public override ImmutableArray<string> FixableDiagnosticIds => ["T1"];

        protected override string Title => "Set zero";

        protected override bool IsForFixAll => !OneByOne;

        public override Task<bool> AddEditAsync(SourceEdit edit, Diagnostic diagnostic, string equivalenceKey, CancellationToken cancellationToken)
        {
            var span = diagnostic.Location.SourceSpan;
            if (edit.Text.ToString(span) is "9" or "5")
            {
                return Task.FromResult(false);
            }

            if (!Widely)
            {
                return Task.FromResult(edit.Replace(span, "0"));
            }

            var field = edit.Root.FindNode(span).FirstAncestorOrSelf<FieldDeclarationSyntax>()!.Span;
            var text = edit.Text.Replace(span, "0").ToString(new TextSpan(field.Start, field.Length));
            return Task.FromResult(edit.Replace(field, text));
        }
    }

    private sealed class Diagnostics : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => OfAsync(document, cancellationToken);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult(Enumerable.Empty<Diagnostic>());

        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken)
        {
            var all = new List<Diagnostic>();
            foreach (var document in project.Documents)
            {
                all.AddRange(await OfAsync(document, cancellationToken));
            }

            return all;
        }

        private static async Task<IEnumerable<Diagnostic>> OfAsync(Document document, CancellationToken cancellationToken) =>
            document.Name == "Sdk.cs" ? [] : await DiagnoseAsync(document, cancellationToken);
    }
}
