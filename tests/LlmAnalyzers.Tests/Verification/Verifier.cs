// The project's own small verifier. It takes the place of Microsoft.CodeAnalysis.CSharp.Analyzer.Testing and .CodeFix.Testing: markup, type and
// member names are that package's, so that it can be put in by deleting this file. Two things differ on purpose: markup spans accept any severity
// (one id may be reported at two), and "$$" means nothing (it starts raw interpolated strings in test sources).

using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace LlmAnalyzers.Tests.Verification;

#region Entry points

/// <summary>Checks what one analyzer reports on a source.</summary>
internal static class CSharpAnalyzerVerifier<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    /// <summary>A result to expect of the analyzer's only id; place it with <c>WithLocation(0)</c> and <c>{|#0:…|}</c>.</summary>
    public static DiagnosticResult Diagnostic() => new(Descriptors.Single(new TAnalyzer().SupportedDiagnostics));

    public static DiagnosticResult Diagnostic(string diagnosticId) => new(Descriptors.ById(new TAnalyzer().SupportedDiagnostics, diagnosticId));

    public static DiagnosticResult Diagnostic(DiagnosticDescriptor descriptor) => new(descriptor);

    /// <summary>Fails unless exactly the marked and the expected diagnostics are reported.</summary>
    public static Task VerifyAnalyzerAsync(string source, params DiagnosticResult[] expected)
    {
        var test = new CSharpAnalyzerTest<TAnalyzer> { TestCode = source };
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync();
    }
}

/// <summary>Checks what one analyzer reports on a source and what one fixer makes of it.</summary>
internal static class CSharpCodeFixVerifier<TAnalyzer, TCodeFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TCodeFix : CodeFixProvider, new()
{
    public static DiagnosticResult Diagnostic() => CSharpAnalyzerVerifier<TAnalyzer>.Diagnostic();

    public static DiagnosticResult Diagnostic(string diagnosticId) => CSharpAnalyzerVerifier<TAnalyzer>.Diagnostic(diagnosticId);

    public static DiagnosticResult Diagnostic(DiagnosticDescriptor descriptor) => new(descriptor);

    public static Task VerifyAnalyzerAsync(string source, params DiagnosticResult[] expected)
        => CSharpAnalyzerVerifier<TAnalyzer>.VerifyAnalyzerAsync(source, expected);

    /// <summary>Fails unless the fixes turn the source into the fixed source; where both are the same, no fix may be offered.</summary>
    public static Task VerifyCodeFixAsync(string source, string fixedSource) => VerifyCodeFixAsync(source, [], fixedSource);

    public static Task VerifyCodeFixAsync(string source, DiagnosticResult expected, string fixedSource)
        => VerifyCodeFixAsync(source, [expected], fixedSource);

    public static Task VerifyCodeFixAsync(string source, DiagnosticResult[] expected, string fixedSource)
    {
        var test = new CSharpCodeFixTest<TAnalyzer, TCodeFix> { TestCode = source, FixedCode = fixedSource };
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync();
    }
}

/// <summary>For a test object that wants a fixer where there is none.</summary>
internal sealed class EmptyCodeFixProvider : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => [];

    public override FixAllProvider? GetFixAllProvider() => null;

    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Task.CompletedTask;
}

#endregion

#region What a test says

/// <summary>How far the compiler's own diagnostics count: not at all, errors, or warnings too.</summary>
internal enum CompilerDiagnostics
{
    None,
    Errors,
    Warnings,
}

[Flags]
internal enum DiagnosticOptions
{
    None = 0,
    IgnoreAdditionalLocations = 1,
    IgnoreSeverity = 2,
}

/// <summary>Files of a test by name and text; a name without a folder stands in <see cref="Root"/>.</summary>
internal sealed class SourceFileList : List<(string FileName, string Content)>
{
    public const string Root = "/0/";

    /// <summary>Adds a C# file named Test0.cs, Test1.cs …</summary>
    public void Add(string content) => Add(($"Test{Count}.cs", content));
}

/// <summary>The files before or after a fix.</summary>
internal sealed class SolutionState
{
    public SourceFileList Sources { get; } = [];

    public SourceFileList AdditionalFiles { get; } = [];

    /// <summary><c>.editorconfig</c> and <c>.globalconfig</c> files, by path (<c>/0/.editorconfig</c>) and text.</summary>
    public SourceFileList AnalyzerConfigFiles { get; } = [];

    public List<DiagnosticResult> ExpectedDiagnostics { get; } = [];

    /// <summary>Null: an application when a file has top-level statements, else a library.</summary>
    public OutputKind? OutputKind { get; set; }
}

/// <summary>A place a diagnostic is expected at: a markup key, or a span in a file. <see cref="End"/> is null when only the start counts.</summary>
internal readonly record struct ExpectedLocation(int? MarkupKey, string Path, LinePosition Start, LinePosition? End)
{
    public bool Matches(FileLinePositionSpan actual)
        => Path == actual.Path && Start == actual.StartLinePosition && (End is not { } end || end == actual.EndLinePosition);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Path}({Start.Line + 1},{Start.Character + 1})");
}

/// <summary>One diagnostic that a test expects. The first location is the diagnostic's, the others are its additional locations, in order.</summary>
internal sealed record DiagnosticResult(string Id, DiagnosticSeverity Severity)
{
    public DiagnosticResult(DiagnosticDescriptor descriptor)
        : this(descriptor.Id, descriptor.DefaultSeverity)
        => MessageFormat = descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture);

    public string? MessageFormat { get; init; }

    /// <summary>The whole message; null when it does not count.</summary>
    public string? Message { get; init; }

    public DiagnosticOptions Options { get; init; }

    public ImmutableArray<ExpectedLocation> Locations { get; init; } = [];

    public static DiagnosticResult CompilerError(string id) => new(id, DiagnosticSeverity.Error);

    public DiagnosticResult WithSeverity(DiagnosticSeverity severity) => this with { Severity = severity };

    public DiagnosticResult WithOptions(DiagnosticOptions options) => this with { Options = options };

    public DiagnosticResult WithMessage(string? message) => this with { Message = message };

    public DiagnosticResult WithArguments(params object[] arguments)
        => WithMessage(string.Format(CultureInfo.InvariantCulture, MessageFormat ?? throw new InvalidOperationException("No message format."), arguments));

    /// <summary>The span marked <c>{|#key:…|}</c>.</summary>
    public DiagnosticResult WithLocation(int markupKey) => At(new ExpectedLocation(markupKey, "", default, null));

    /// <summary>A start in the first file; line and column count from 1.</summary>
    public DiagnosticResult WithLocation(int line, int column) => WithLocation(SourceFileList.Root + "Test0.cs", line, column);

    public DiagnosticResult WithLocation(string path, int line, int column) => At(new ExpectedLocation(null, path, new(line - 1, column - 1), null));

    public DiagnosticResult WithSpan(string path, int startLine, int startColumn, int endLine, int endColumn)
        => At(new ExpectedLocation(null, path, new(startLine - 1, startColumn - 1), new LinePosition(endLine - 1, endColumn - 1)));

    private DiagnosticResult At(ExpectedLocation location) => this with { Locations = Locations.Add(location) };

    public override string ToString()
        => $"{(Locations.IsEmpty ? "(no location)" : Locations[0])}: "
            + $"{(Options.HasFlag(DiagnosticOptions.IgnoreSeverity) ? "" : Severity.ToString().ToLowerInvariant() + " ")}{Id}{(Message is null ? "" : ": " + Message)}";
}

#endregion

#region Running a test

/// <summary>A test of an analyzer with everything that can be set about it.</summary>
internal class CSharpAnalyzerTest<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    /// <summary>Adds the one file of a one-file test.</summary>
    public string TestCode
    {
        set => TestState.Sources.Add(value);
    }

    public SolutionState TestState { get; } = new();

    public List<DiagnosticResult> ExpectedDiagnostics => TestState.ExpectedDiagnostics;

    public SdkReferences ReferenceAssemblies { get; set; } = Sdk.All;

    public CompilerDiagnostics CompilerDiagnostics { get; set; } = CompilerDiagnostics.Errors;

    /// <summary>Ids that this test does not look at. When they leave the analyzer one id, <c>[|…|]</c> means that one.</summary>
    public List<string> DisabledDiagnostics { get; } = [];

    public LanguageVersion LanguageVersion { get; set; } = LanguageVersion.Default;

    public List<string> PreprocessorSymbols { get; } = [];

    /// <summary>
    /// Every diagnostic of a file must come out when only that file is analysed, as an editor does; compilation-end diagnostics excepted.
    /// Set a reason to leave the check out.
    /// </summary>
    public string? SkipLiveCheckReason { get; set; }

    public virtual async Task RunAsync(CancellationToken cancellationToken = default)
    {
        var state = ReadMarkup(TestState);
        await VerifyDiagnosticsAsync("the test source", CreateProject(state), state.ExpectedDiagnostics, cancellationToken);
    }

    private protected SolutionState ReadMarkup(SolutionState state)
        => Markup.Read(state, [.. new TAnalyzer().SupportedDiagnostics.Where(d => !DisabledDiagnostics.Contains(d.Id))]);

    private protected Project CreateProject(SolutionState state)
    {
        var workspace = new AdhocWorkspace();
        var parseOptions = new CSharpParseOptions(LanguageVersion, DocumentationMode.Diagnose, preprocessorSymbols: PreprocessorSymbols);
        var isProgram = state.Sources.Any(file => CSharpSyntaxTree.ParseText(file.Content, parseOptions).GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Any());
        var nullable = LanguageVersion.MapSpecifiedToEffectiveVersion() >= LanguageVersion.CSharp8 ? NullableContextOptions.Enable : NullableContextOptions.Disable;
        var outputKind = state.OutputKind ?? (isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary);
        var id = ProjectId.CreateNewId();
        var solution = workspace.CurrentSolution
            .WithOptions(workspace.Options.WithChangedOption(FormattingOptions.NewLine, LanguageNames.CSharp, "\n"))
            .AddProject(id, "TestProject", "TestProject", LanguageNames.CSharp)
            .WithProjectParseOptions(id, parseOptions)
            .WithProjectCompilationOptions(id, new CSharpCompilationOptions(outputKind, allowUnsafe: true, nullableContextOptions: nullable))
            .AddMetadataReferences(id, ReferenceAssemblies.References);
        foreach (var (path, content) in state.Sources)
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(id), NameOf(path), SourceText.From(content, Encoding.UTF8), filePath: path);
        }

        foreach (var (path, content) in state.AdditionalFiles)
        {
            solution = solution.AddAdditionalDocument(DocumentId.CreateNewId(id), NameOf(path), SourceText.From(content, Encoding.UTF8), filePath: path);
        }

        foreach (var (path, content) in state.AnalyzerConfigFiles)
        {
            solution = solution.AddAnalyzerConfigDocument(DocumentId.CreateNewId(id), NameOf(path), SourceText.From(content, Encoding.UTF8), filePath: path);
        }

        return solution.GetProject(id)!;

        static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];
    }

    private protected async Task VerifyDiagnosticsAsync(
        string what, Project project, IReadOnlyList<DiagnosticResult> expected, CancellationToken cancellationToken)
    {
        var compilation = (await project.GetCompilationAsync(cancellationToken))!;
        var reported = await AnalyzeAsync(project, compilation, cancellationToken);
        if (SkipLiveCheckReason is null)
        {
            await VerifyLiveAsync(project, compilation, reported, cancellationToken);
        }

        // Ids that do not start with CS come from [Experimental]: SDK previews, which test sources may use.
        var least = CompilerDiagnostics == CompilerDiagnostics.Warnings ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error;
        var compilerDiagnostics = compilation.GetDiagnostics(cancellationToken)
            .Where(d => CompilerDiagnostics != CompilerDiagnostics.None && d.Severity >= least && d.Id.StartsWith("CS", StringComparison.Ordinal));
        var unmatched = compilerDiagnostics.Concat(reported).Where(d => !DisabledDiagnostics.Contains(d.Id)).OrderBy(Position).ToList();
        var missing = new List<DiagnosticResult>();
        foreach (var result in expected)
        {
            var index = unmatched.FindIndex(actual => Comparison.Matches(result, actual));
            if (index < 0)
            {
                missing.Add(result);
            }
            else
            {
                unmatched.RemoveAt(index);
            }
        }

        if (missing.Count + unmatched.Count > 0)
        {
            Assert.Fail(Comparison.Describe(what, missing, unmatched));
        }
    }

    /// <summary>Everything the analyzer reports on the project; an exception in it fails the test.</summary>
    private protected static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Project project, Compilation compilation, CancellationToken cancellationToken)
        => await RunAnalyzerAsync(project, compilation, static (run, token) => run.GetAnalyzerDiagnosticsAsync(token), cancellationToken);

    private static async Task VerifyLiveAsync(Project project, Compilation compilation, ImmutableArray<Diagnostic> reported, CancellationToken cancellationToken)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            var live = await RunAnalyzerAsync(project, compilation, async (run, token) =>
            {
                var syntactic = await run.GetAnalyzerSyntaxDiagnosticsAsync(tree, token);
                return syntactic.AddRange(await run.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), filterSpan: null, token));
            }, cancellationToken);
            var inBuild = reported.Where(d => d.Location.SourceTree == tree && !d.Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.CompilationEnd));
            var inEditor = live.Where(d => d.Location.SourceTree == tree);
            var difference = inBuild.Select(Comparison.Describe).ToHashSet();
            difference.SymmetricExceptWith(inEditor.Select(Comparison.Describe));
            if (difference.Count > 0)
            {
                Assert.Fail($"The build and an editor, which analyses {tree.FilePath} alone, do not report the same there:\n  " + string.Join("\n  ", difference));
            }
        }
    }

    private static async Task<ImmutableArray<Diagnostic>> RunAnalyzerAsync(
        Project project,
        Compilation compilation,
        Func<CompilationWithAnalyzers, CancellationToken, Task<ImmutableArray<Diagnostic>>> run,
        CancellationToken cancellationToken)
    {
        var exceptions = new ConcurrentQueue<Exception>();
        var options = new CompilationWithAnalyzersOptions(
            project.AnalyzerOptions,
            onAnalyzerException: (exception, _, _) => exceptions.Enqueue(exception),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var diagnostics = await run(new CompilationWithAnalyzers(compilation, [new TAnalyzer()], options), cancellationToken);
        if (exceptions.TryPeek(out var first))
        {
            Assert.Fail($"AD0001: the analyzer threw.\n{first}");
        }

        return diagnostics;
    }

    private protected static (string Path, int Start, string Id) Position(Diagnostic diagnostic)
        => (diagnostic.Location.GetLineSpan().Path ?? "", diagnostic.Location.SourceSpan.Start, diagnostic.Id);
}

/// <summary>A test of an analyzer and a fixer with everything that can be set about it.</summary>
internal sealed class CSharpCodeFixTest<TAnalyzer, TCodeFix> : CSharpAnalyzerTest<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TCodeFix : CodeFixProvider, new()
{
    public string FixedCode
    {
        set => FixedState.Sources.Add(value);
    }

    /// <summary>All files after the fixes. Without sources: as before, and no fix may be offered. Markup says what is still reported then.</summary>
    public SolutionState FixedState { get; } = new();

    /// <summary>All files after Fix All, where that differs from <see cref="FixedState"/>.</summary>
    public SolutionState BatchFixedState { get; } = new();

    /// <summary>Which of the offered actions is taken; null: the one at <see cref="CodeActionIndex"/>.</summary>
    public string? CodeActionEquivalenceKey { get; set; }

    public int? CodeActionIndex { get; set; }

    /// <summary>Sees each action that is taken, for instance to check its title.</summary>
    public Action<CodeAction>? CodeActionVerifier { get; set; }

    /// <summary>How often a fix may be applied until none is offered; by default once for each diagnostic that the fixer can fix.</summary>
    public int? NumberOfIncrementalIterations { get; set; }

    /// <summary>How often Fix All may be applied to one document, for actions with more than one equivalence key.</summary>
    public int NumberOfFixAllIterations { get; set; } = 1;

    /// <summary>Set a reason to leave Fix All out.</summary>
    public string? SkipFixAllReason { get; set; }

    public override async Task RunAsync(CancellationToken cancellationToken = default)
    {
        await base.RunAsync(cancellationToken);
        var before = ReadMarkup(TestState);
        var after = ReadMarkup(FixedState.Sources.Count == 0 ? TestState : FixedState);
        var project = CreateProject(before);
        if (before.Sources.SequenceEqual(after.Sources))
        {
            if (await FindActionAsync(project, null, cancellationToken) is { } offered)
            {
                Assert.Fail($"No code action is expected, but one is offered: {offered.Action.Title}");
            }

            return;
        }

        var limit = NumberOfIncrementalIterations ?? (await FixableAsync(project, cancellationToken)).Length;
        var repaired = await RepeatAsync(project, limit, "The fix", document: null, FixOneAsync, cancellationToken);
        await VerifyFilesAsync("Fixing one diagnostic after the other", after, repaired, cancellationToken);
        await VerifyDiagnosticsAsync("the fixed source", repaired, after.ExpectedDiagnostics, cancellationToken);

        if (SkipFixAllReason is null && new TCodeFix().GetFixAllProvider() is { } fixAll && fixAll.GetSupportedFixAllScopes().Contains(FixAllScope.Document))
        {
            foreach (var document in project.DocumentIds)
            {
                project = await RepeatAsync(project, NumberOfFixAllIterations, "Fix All", document, FixAllAsync, cancellationToken);
            }

            var batch = BatchFixedState.Sources.Count == 0 ? after : ReadMarkup(BatchFixedState);
            await VerifyFilesAsync("Fix All in document", batch, project, cancellationToken);
            await VerifyDiagnosticsAsync("the source after Fix All", project, batch.ExpectedDiagnostics, cancellationToken);
        }
    }

    /// <summary>Applies an edit until no action is offered any more; fails when an edit changes nothing or the limit does not do.</summary>
    private async Task<Project> RepeatAsync(
        Project project, int limit, string what, DocumentId? document, Func<Document, Diagnostic, CodeAction, CancellationToken, Task<CodeAction?>> edit, CancellationToken cancellationToken)
    {
        for (var iteration = 0; await FindActionAsync(project, document, cancellationToken) is { } found; iteration++)
        {
            if (iteration == limit)
            {
                Assert.Fail($"{what} does not converge: after {limit} iteration(s) there is still an action offered, {found.Action.Title}, for {Comparison.Describe(found.Diagnostic)}");
            }

            CodeActionVerifier?.Invoke(found.Action);
            var action = await edit(found.Document, found.Diagnostic, found.Action, cancellationToken);
            var operations = action is null ? [] : await action.GetOperationsAsync(cancellationToken);
            var changed = operations.OfType<ApplyChangesOperation>().SingleOrDefault()?.ChangedSolution.GetProject(project.Id);
            if (changed is null || (await FilesAsync(project, cancellationToken)).SequenceEqual(await FilesAsync(changed, cancellationToken)))
            {
                Assert.Fail($"{what} changes nothing: {found.Action.Title}");
            }

            project = changed;
        }

        return project;
    }

    private static Task<CodeAction?> FixOneAsync(Document document, Diagnostic diagnostic, CodeAction action, CancellationToken cancellationToken)
        => Task.FromResult<CodeAction?>(action);

    private Task<CodeAction?> FixAllAsync(Document document, Diagnostic diagnostic, CodeAction action, CancellationToken cancellationToken)
    {
        if (action.EquivalenceKey is null)
        {
            Assert.Fail($"Fix All needs an equivalence key: {action.Title}");
        }

        var fixer = new TCodeFix();
        var context = new FixAllContext(
            document, fixer, FixAllScope.Document, action.EquivalenceKey, fixer.FixableDiagnosticIds, new FixAllDiagnostics(FixableAsync), cancellationToken);
        return fixer.GetFixAllProvider()!.GetFixAsync(context);
    }

    private async Task<(Document Document, Diagnostic Diagnostic, CodeAction Action)?> FindActionAsync(Project project, DocumentId? only, CancellationToken cancellationToken)
    {
        foreach (var diagnostic in await FixableAsync(project, cancellationToken))
        {
            var document = project.GetDocument(diagnostic.Location.SourceTree);
            if (document is null || (only is not null && document.Id != only))
            {
                continue;
            }

            var actions = new List<CodeAction>();
            var context = new CodeFixContext(document, diagnostic, (action, _) => actions.AddRange(Leaves(action)), cancellationToken);
            await new TCodeFix().RegisterCodeFixesAsync(context);
            var chosen = CodeActionEquivalenceKey is { } key
                ? actions.FirstOrDefault(action => action.EquivalenceKey == key)
                : actions.ElementAtOrDefault(CodeActionIndex ?? 0);
            if (chosen is not null)
            {
                return (document, diagnostic, chosen);
            }
        }

        return null;

        static IEnumerable<CodeAction> Leaves(CodeAction action)
            => action.NestedActions.IsDefaultOrEmpty ? [action] : action.NestedActions.SelectMany(Leaves);
    }

    private async Task<ImmutableArray<Diagnostic>> FixableAsync(Project project, CancellationToken cancellationToken)
    {
        var ids = new TCodeFix().FixableDiagnosticIds;
        var compilation = (await project.GetCompilationAsync(cancellationToken))!;
        var reported = await AnalyzeAsync(project, compilation, cancellationToken);
        return [.. reported.Where(d => ids.Contains(d.Id) && !DisabledDiagnostics.Contains(d.Id) && d.Location.IsInSource).OrderBy(Position)];
    }

    private static async Task VerifyFilesAsync(string what, SolutionState expected, Project project, CancellationToken cancellationToken)
    {
        var actual = await FilesAsync(project, cancellationToken);
        var wanted = expected.Sources.OrderBy(file => file.FileName, StringComparer.Ordinal).ToList();
        if (!wanted.Select(file => file.FileName).SequenceEqual(actual.Select(file => file.FileName)))
        {
            Assert.Fail($"{what} gives the files {string.Join(", ", actual.Select(f => f.FileName))} and not {string.Join(", ", wanted.Select(f => f.FileName))}.");
        }

        foreach (var ((name, want), (_, got)) in wanted.Zip(actual))
        {
            if (want != got)
            {
                Assert.Fail($"{what} gives another {name} than expected.\n{Comparison.LineDifference(want, got)}");
            }
        }
    }

    /// <summary>The C# files by path, ordered; a file that a fix added without a path stands in the root.</summary>
    private static async Task<List<(string FileName, string Content)>> FilesAsync(Project project, CancellationToken cancellationToken)
    {
        var files = new List<(string FileName, string Content)>();
        foreach (var document in project.Documents)
        {
            files.Add((document.FilePath ?? SourceFileList.Root + document.Name, (await document.GetTextAsync(cancellationToken)).ToString()));
        }

        return [.. files.OrderBy(file => file.FileName, StringComparer.Ordinal)];
    }

    /// <summary>Gives Fix All the diagnostics of a document or project, as an editor would.</summary>
    private sealed class FixAllDiagnostics(Func<Project, CancellationToken, Task<ImmutableArray<Diagnostic>>> diagnosticsOf) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken)
            => await diagnosticsOf(project, cancellationToken);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await diagnosticsOf(document.Project, cancellationToken)).Where(d => d.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken)
            => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}

#endregion

#region Markup and comparison

internal static class Descriptors
{
    public static DiagnosticDescriptor Single(ImmutableArray<DiagnosticDescriptor> descriptors)
        => descriptors.Select(d => d.Id).Distinct().Count() == 1
            ? descriptors[0]
            : throw new InvalidOperationException($"Name the id, {{|ID:…|}}, there is not one: {string.Join(", ", descriptors.Select(d => d.Id))}");

    public static DiagnosticDescriptor ById(ImmutableArray<DiagnosticDescriptor> descriptors, string id)
        => descriptors.FirstOrDefault(d => d.Id == id)
            ?? throw new InvalidOperationException($"{id} is not among what is looked at: {string.Join(", ", descriptors.Select(d => d.Id))}");
}

/// <summary>Reads <c>[|…|]</c>, <c>{|ID:…|}</c> and <c>{|#0:…|}</c>, nested or not, out of test files.</summary>
internal static class Markup
{
    /// <summary>The files without markup, at rooted paths, with the marked diagnostics added to the expected ones.</summary>
    public static SolutionState Read(SolutionState state, ImmutableArray<DiagnosticDescriptor> descriptors)
    {
        var result = new SolutionState { OutputKind = state.OutputKind };
        var keyed = new Dictionary<int, ExpectedLocation>();
        foreach (var (files, read) in new[] { (state.Sources, result.Sources), (state.AdditionalFiles, result.AdditionalFiles) })
        {
            foreach (var (name, content) in files)
            {
                var path = Rooted(name);
                var (text, spans) = Parse(content);
                read.Add((path, text));
                var lines = SourceText.From(text).Lines;
                foreach (var (tag, span) in spans)
                {
                    var place = lines.GetLinePositionSpan(span);
                    var location = new ExpectedLocation(null, path, place.Start, place.End);
                    if (tag.StartsWith('#'))
                    {
                        keyed.Add(int.Parse(tag.AsSpan(1), CultureInfo.InvariantCulture), location);
                        continue;
                    }

                    var id = tag.Length == 0 ? Descriptors.Single(descriptors).Id
                        : tag.StartsWith("CS", StringComparison.Ordinal) ? tag
                        : Descriptors.ById(descriptors, tag).Id;
                    var options = DiagnosticOptions.IgnoreAdditionalLocations | DiagnosticOptions.IgnoreSeverity;
                    result.ExpectedDiagnostics.Add(new DiagnosticResult(id, DiagnosticSeverity.Warning) { Options = options, Locations = [location] });
                }
            }
        }

        result.AnalyzerConfigFiles.AddRange(state.AnalyzerConfigFiles.Select(file => (Rooted(file.FileName), file.Content)));
        foreach (var expected in state.ExpectedDiagnostics)
        {
            result.ExpectedDiagnostics.Add(expected with { Locations = [.. expected.Locations.Select(l => l.MarkupKey is { } key ? keyed[key] : l)] });
        }

        return result;

        static string Rooted(string name) => name.StartsWith('/') ? name : SourceFileList.Root + name;
    }

    /// <summary>Strips the markup; the tag of a span is empty, an id, or a number sign and a key.</summary>
    internal static (string Text, List<(string Tag, TextSpan Span)> Spans) Parse(string markup)
    {
        var text = new StringBuilder();
        var open = new Stack<(string Tag, int Start, bool Named)>();
        var spans = new List<(string Tag, TextSpan Span)>();
        for (var i = 0; i < markup.Length; i++)
        {
            var pair = i + 1 < markup.Length ? markup.AsSpan(i, 2) : default;
            if (pair is "[|")
            {
                open.Push(("", text.Length, Named: false));
                i++;
            }
            else if (pair is "{|" && TagAt(markup, i + 2) is { } tag)
            {
                open.Push((tag, text.Length, Named: true));
                i += 2 + tag.Length;
            }
            else if (pair is "|]" or "|}" && open.TryPeek(out var top) && top.Named == (pair[1] == '}'))
            {
                open.Pop();
                spans.Add((top.Tag, TextSpan.FromBounds(top.Start, text.Length)));
                i++;
            }
            else
            {
                text.Append(markup[i]);
            }
        }

        return open.Count == 0 ? (text.ToString(), spans) : throw new InvalidOperationException($"{open.Count} markup span(s) are not closed.");
    }

    /// <summary>The letters, digits or number sign up to a colon; null when this is no tag.</summary>
    private static string? TagAt(string markup, int start)
    {
        var end = start;
        while (end < markup.Length && (char.IsAsciiLetterOrDigit(markup[end]) || markup[end] == '#'))
        {
            end++;
        }

        return end > start && end < markup.Length && markup[end] == ':' ? markup[start..end] : null;
    }
}

/// <summary>Compares what is expected with what is there, and says in lines how they differ.</summary>
internal static class Comparison
{
    private const int ContextLines = 3;

    public static bool Matches(DiagnosticResult expected, Diagnostic actual)
    {
        if (expected.Id != actual.Id
            || (!expected.Options.HasFlag(DiagnosticOptions.IgnoreSeverity) && expected.Severity != actual.Severity)
            || (expected.Message is { } message && message != actual.GetMessage(CultureInfo.InvariantCulture)))
        {
            return false;
        }

        if (expected.Locations.IsEmpty)
        {
            return actual.Location == Location.None;
        }

        return expected.Locations[0].Matches(actual.Location.GetLineSpan())
            && (expected.Options.HasFlag(DiagnosticOptions.IgnoreAdditionalLocations)
                || (expected.Locations.Length - 1 == actual.AdditionalLocations.Count
                    && expected.Locations.Skip(1).Zip(actual.AdditionalLocations).All(pair => pair.First.Matches(pair.Second.GetLineSpan()))));
    }

    public static string Describe(Diagnostic diagnostic)
    {
        var span = diagnostic.Location.GetLineSpan();
        var text = diagnostic.Location.SourceTree?.GetText().ToString(diagnostic.Location.SourceSpan).ReplaceLineEndings("⏎");
        var place = diagnostic.Location == Location.None ? "(no location)" : new ExpectedLocation(null, span.Path, span.StartLinePosition, null).ToString();
        var additional = string.Concat(diagnostic.AdditionalLocations.Select(l => $"\n      also at {new ExpectedLocation(null, l.GetLineSpan().Path, l.GetLineSpan().StartLinePosition, null)}"));
        return $"{place}: {diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}"
            + (string.IsNullOrEmpty(text) ? "" : $"\n      on `{(text.Length > 120 ? text[..120] + "…" : text)}`") + additional;
    }

    public static string Describe(string what, List<DiagnosticResult> missing, List<Diagnostic> unexpected)
    {
        var lines = new StringBuilder();
        if (unexpected.Any(d => d.Id.StartsWith("CS", StringComparison.Ordinal) && d.Severity == DiagnosticSeverity.Error))
        {
            lines.Append("Does not compile: ").Append(what).Append(".\n");
        }

        lines.Append("Diagnostics of ").Append(what).Append(" differ: - expected, not reported; + reported, not expected.\n");
        foreach (var result in missing)
        {
            lines.Append("  - ").Append(result).Append('\n');
        }

        foreach (var diagnostic in unexpected)
        {
            lines.Append("  + ").Append(Describe(diagnostic)).Append('\n');
        }

        return lines.ToString();
    }

    /// <summary>The differing lines, from the first to the last, with some lines of context.</summary>
    public static string LineDifference(string expected, string actual)
    {
        var want = expected.Split('\n');
        var got = actual.Split('\n');
        var start = want.Zip(got).TakeWhile(pair => pair.First == pair.Second).Count();
        var end = want.Skip(start).Reverse().Zip(got.Skip(start).Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        var lines = want[Math.Max(0, start - ContextLines)..start].Select(line => "    " + line)
            .Concat(want[start..^end].Select(line => "  - " + Visible(line)))
            .Concat(got[start..^end].Select(line => "  + " + Visible(line)))
            .Concat(want[^end..].Take(ContextLines).Select(line => "    " + line));
        return $"Line {start + 1}: - expected, + actual.\n{string.Join('\n', lines)}\n\nActual, whole:\n{actual}";

        static string Visible(string line) => line.Replace("\r", "␍", StringComparison.Ordinal) + (line.EndsWith(' ') ? "⌁" : "");
    }
}

#endregion
