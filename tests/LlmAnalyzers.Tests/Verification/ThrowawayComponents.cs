using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

#pragma warning disable RS1025, RS1026, RS1036, RS1038, RS1041, RS2008 // These never ship: some are wrong on purpose.

namespace LlmAnalyzers.Tests.Verification;

/// <summary>Reports classes whose name starts with a small letter, by a message with the name as argument.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal class SmallClassAnalyzer : DiagnosticAnalyzer
{
    public const string Id = "T0001";

    public static readonly DiagnosticDescriptor Rule = new(Id, "Small class name", "Class '{0}' starts small", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.ClassDeclaration);
    }

    private protected virtual void Analyze(SyntaxNodeAnalysisContext context)
    {
        var name = ((ClassDeclarationSyntax)context.Node).Identifier;
        if (char.IsAsciiLetterLower(name.ValueText.FirstOrDefault()))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rule, name.GetLocation(), name.ValueText));
        }
    }
}

/// <summary>Throws on every class.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ThrowingAnalyzer : SmallClassAnalyzer
{
    private protected override void Analyze(SyntaxNodeAnalysisContext context) => throw new InvalidOperationException("Thrown on purpose.");
}

/// <summary>Reports the small classes of every file when the first class of the compilation is looked at: an editor would show none of the others.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class OtherFileAnalyzer : SmallClassAnalyzer
{
    private protected override void Analyze(SyntaxNodeAnalysisContext context)
    {
        if (context.Node.SyntaxTree == context.Compilation.SyntaxTrees.First())
        {
            foreach (var declaration in context.Compilation.SyntaxTrees.SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>()))
            {
                context.ReportDiagnostic(Diagnostic.Create(Rule, declaration.Identifier.GetLocation(), declaration.Identifier.ValueText));
            }
        }
    }
}

/// <summary>Reports with an effective severity of its own and with each member as additional location.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class MembersAnalyzer : SmallClassAnalyzer
{
    private protected override void Analyze(SyntaxNodeAnalysisContext context)
    {
        var declaration = (ClassDeclarationSyntax)context.Node;
        context.ReportDiagnostic(Diagnostic.Create(
            Rule, declaration.Identifier.GetLocation(), DiagnosticSeverity.Info, declaration.Members.Select(member => member.GetLocation()), null, declaration.Identifier.ValueText));
    }
}

/// <summary>Two ids: a small class, and every class where the option or an additional file of that name says so.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class TwoRulesAnalyzer : SmallClassAnalyzer
{
    private static readonly DiagnosticDescriptor Every = new("T0002", "Class", "Class", "Test", DiagnosticSeverity.Info, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule, Every];

    private protected override void Analyze(SyntaxNodeAnalysisContext context)
    {
        base.Analyze(context);
        var options = context.Options.AnalyzerConfigOptionsProvider;
        if (options.GetOptions(context.Node.SyntaxTree).TryGetValue("test.every_class", out _)
            || options.GlobalOptions.TryGetValue("test.every_class_anywhere", out _)
            || context.Options.AdditionalFiles.Any(file => file.Path == "/0/every.txt" && file.GetText()?.ToString() == "yes"))
        {
            context.ReportDiagnostic(Diagnostic.Create(Every, ((ClassDeclarationSyntax)context.Node).Identifier.GetLocation()));
        }
    }
}

/// <summary>Rewrites the name of a small class; each subclass is right or wrong in one way.</summary>
internal abstract class ClassNameFixProvider : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => [SmallClassAnalyzer.Id];

    public override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    private protected abstract string NewName(string name);

    private protected virtual string EquivalenceKeyFor(string name) => "Name";

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.Document;
        var root = (await document.GetSyntaxRootAsync(context.CancellationToken))!;
        var name = root.FindToken(context.Span.Start);
        var changed = document.WithSyntaxRoot(root.ReplaceToken(name, SyntaxFactory.Identifier(name.LeadingTrivia, NewName(name.ValueText), name.TrailingTrivia)));
        context.RegisterCodeFix(CodeAction.Create("Rename", _ => Task.FromResult(changed), EquivalenceKeyFor(name.ValueText)), context.Diagnostics);
    }
}

internal sealed class UpperCaseFixProvider : ClassNameFixProvider
{
    private protected override string NewName(string name) => name.ToUpperInvariant();
}

/// <summary>Leaves everything as it is.</summary>
internal sealed class IdleFixProvider : ClassNameFixProvider
{
    private protected override string NewName(string name) => name;
}

/// <summary>Its result is reported again, for ever.</summary>
internal sealed class EndlessFixProvider : ClassNameFixProvider
{
    private protected override string NewName(string name) => name + "x";
}

/// <summary>Its result does not compile.</summary>
internal sealed class BreakingFixProvider : ClassNameFixProvider
{
    private protected override string NewName(string name) => name.ToUpperInvariant() + " : Missing";
}

/// <summary>Fix All takes only the diagnostics with the key of the first one, so that it does less than fixing one by one.</summary>
internal sealed class KeyPerNameFixProvider : ClassNameFixProvider
{
    private protected override string NewName(string name) => name.ToUpperInvariant();

    private protected override string EquivalenceKeyFor(string name) => name;
}

/// <summary>Exported, but not shared, without a constructor MEF can use, and for an id that nobody reports.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
#pragma warning disable CS9113 // The parameter is there to be in the way.
internal sealed class UnusableFixProvider(string reason) : CodeFixProvider
#pragma warning restore CS9113
{
    public override ImmutableArray<string> FixableDiagnosticIds => ["T9999"];

    public override FixAllProvider? GetFixAllProvider() => null;

    public override Task RegisterCodeFixesAsync(CodeFixContext context) => Task.CompletedTask;
}
