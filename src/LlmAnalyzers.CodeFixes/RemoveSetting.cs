using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using LlmAnalyzers.Calls;
using LlmAnalyzers.CodeFixes.Editing;
using LlmAnalyzers.Rules;
using LlmAnalyzers.Rules.Limits;
using LlmAnalyzers.Rules.Sampling;
using LlmAnalyzers.Sdks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAnalyzers.CodeFixes;

/// <summary>Takes out a setting that the request is better without: the member of the initialiser, or the statement that sets it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveSetting))]
[Shared]
internal sealed class RemoveSetting : CallCodeFixProvider
{
    private static readonly ImmutableDictionary<string, CallRule> Rules = ImmutableDictionary.CreateRange(
        new CallRule[] { new SettingRefusedByModel(), new TemperatureAndTopP(), new SettingDropped(), new OutputCapTooSmallToReason() }.Select(r => new KeyValuePair<string, CallRule>(r.Descriptor.Id, r)));

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Rules.Keys.ToImmutableArray();

    protected override string Title => "Remove the setting";

    protected override bool AddEdit(SourceEdit edit, Diagnostic diagnostic, CallSite site, CancellationToken cancellationToken)
    {
        var kinds = site.Call.Settings.SetItems(site.Call.Dropped).Where(s => s.Key is not (SettingKind.Model or SettingKind.Deployment) && s.Value.Values.Any(v => v.ReportLocation == diagnostic.Location)).ToList();
        if (kinds.Count != 1)
        {
            return false;
        }

        var (kind, setting) = (kinds[0].Key, kinds[0].Value);
        var names = PropertiesOf(site, kind);
        var values = setting.Values.Where(v => v.ReportLocation == diagnostic.Location).ToList();
        return values.All(value =>
            value.Location.SourceTree == edit.Root.SyntaxTree
            && Find(edit, site, value, setting, names) is { } place
            && site.AllUsersShareFlaw(
                Rules[diagnostic.Id], c => Gives(c, kind, value.Location), cancellationToken, c => IsAlike(c, site.Call))
            && Remove(edit, place));
    }

    private static bool Gives(LlmCall call, SettingKind kind, Location place) =>
        (call.Dropped.GetValueOrDefault(kind) ?? call[kind]).Values.Any(v => v.Location == place);

    /// <summary>The same request as far as a verdict about the setting goes.</summary>
    private static bool IsAlike(LlmCall other, LlmCall call) =>
        Equals(other[SettingKind.Model].Single?.Value, call[SettingKind.Model].Single?.Value)
        && Equals(other[SettingKind.Deployment].Single?.Value, call[SettingKind.Deployment].Single?.Value)
        && Equals(other[SettingKind.ReasoningEffort].Single?.Value, call[SettingKind.ReasoningEffort].Single?.Value);

    private static HashSet<string> PropertiesOf(CallSite site, SettingKind kind) =>
        new(site.Surface.Types.Where(t => t.MetadataName == site.Spelling.OptionsType)
            .SelectMany(t => t)
            .Where(m => m.Value is OptionMember option && option.Setting == kind)
            .Select(m => m.Key));

    /// <summary>The assignment or call that gives the setting this value and nothing else; null when there is none to take out.</summary>
    private static ExpressionSyntax? Find(SourceEdit edit, CallSite site, SourceValue value, Setting setting, HashSet<string> names)
    {
        var node = edit.Root.FindNode(value.Location.SourceSpan, getInnermostNodeForTie: true) as ExpressionSyntax;
        while (node?.Parent is CastExpressionSyntax or ParenthesizedExpressionSyntax or PrefixUnaryExpressionSyntax)
        {
            node = (ExpressionSyntax)node.Parent;
        }

        return node switch
        {
            AssignmentExpressionSyntax own when Sets(own, names) => own,
            InvocationExpressionSyntax { Parent: ExpressionStatementSyntax, Expression: MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax list } } call
                when names.Contains(list.Name.Identifier.ValueText) => call,
            { Parent: AssignmentExpressionSyntax parent } when parent.Right == node && Sets(parent, names) => IsGroup(node) ? null : parent,
            _ => setting.Single is null ? null : InInitializer(edit, site, names),
        };
    }

    /// <summary>An object that may carry more than this setting.</summary>
    private static bool IsGroup(ExpressionSyntax value) => value is BaseObjectCreationExpressionSyntax { Initializer.Expressions.Count: > 1 };

    /// <summary>The value has a name, and the initialiser of the options takes it by that name.</summary>
    private static AssignmentExpressionSyntax? InInitializer(SourceEdit edit, CallSite site, HashSet<string> names) =>
        site.Call.Places.OptionsCreations is [{ } creation] && creation.SourceTree == edit.Root.SyntaxTree
        && edit.Root.FindNode(creation.SourceSpan, getInnermostNodeForTie: true) is BaseObjectCreationExpressionSyntax { Initializer: { } initializer }
            ? initializer.Expressions.OfType<AssignmentExpressionSyntax>().SingleOrDefault(a =>
                Sets(a, names) && a.Right is IdentifierNameSyntax or MemberAccessExpressionSyntax)
            : null;

    private static bool Sets(AssignmentExpressionSyntax assignment, HashSet<string> names) =>
        assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && names.Contains(NameOf(assignment.Left));

    private static string NameOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => "",
    };

    private static bool Remove(SourceEdit edit, ExpressionSyntax place) => place switch
    {
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax initializer } member => ObjectInitializers.Remove(edit, initializer, NameOf(member.Left)),
        { Parent: ExpressionStatementSyntax statement } => Statements.Remove(edit, statement),
        _ => false,
    };
}
