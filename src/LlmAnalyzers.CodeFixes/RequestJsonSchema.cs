using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using LlmAnalyzers.Calls;
using LlmAnalyzers.CodeFixes.Editing;
using LlmAnalyzers.Rules;
using LlmAnalyzers.Rules.OutputFormat;
using LlmAnalyzers.Schemas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LlmAnalyzers.CodeFixes;

/// <summary>
/// LLM1001: makes the request enforce the JSON that the prompt asks for, by a strict schema of the type the reply is
/// deserialised into, else by JSON mode.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RequestJsonSchema))]
[Shared]
internal sealed class RequestJsonSchema : CallCodeFixProvider
{
    private static readonly JsonOnlyByPrompt Rule = new();

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(JsonOnlyByPrompt.Id);

    protected override string Title => "Enforce the JSON format in the request";

    protected override bool AddEdit(SourceEdit edit, Diagnostic diagnostic, CallSite site, CancellationToken cancellationToken)
    {
        var call = site.Call;
        var model = CalledModel.Of(call, site.Models);
        var reply = new ReplyFormat(edit, site, ReplyTypeOf(call), cancellationToken);
        var format = ReplyTypeOf(call) is null || model?.HasJsonSchema == false ? reply.JsonMode(model) : reply.Schema(model);
        if (format is null)
        {
            return false;
        }

        var present = call[SettingKind.OutputContract].Values;
        if (present.IsEmpty)
        {
            return OptionsEdit.Set(edit, site, Rule, site.Spelling.FormatProperty, format, cancellationToken, IsAlike);
        }

        // The request says "text": what says so is replaced.
        return present.All(v => v.Location.SourceTree == edit.Root.SyntaxTree
            && site.AllUsersShareFlaw(Rule, c => c[SettingKind.OutputContract].Values.Any(o => o.Location == v.Location), cancellationToken, IsAlike)
            && edit.Root.FindNode(v.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax expression
            && format(expression.SpanStart) is { } code
            && Values.Replace(edit, expression, code));

        bool IsAlike(LlmCall other) => SymbolEqualityComparer.Default.Equals(ReplyTypeOf(other), ReplyTypeOf(call)) && reply.SuitsToo(other, model);
    }

    /// <summary>The one type the reply is read into; null when there is none or several.</summary>
    private static ITypeSymbol? ReplyTypeOf(LlmCall call)
    {
        var types = call.ReplyUses.Where(u => u is { Kind: ReplyUseKind.ParsedAsJson, Type: not null } && !JsonDocumentTypes.IsAnyJson(u.Type))
            .Select(u => u.Type!).Distinct(SymbolEqualityComparer.Default).ToList();
        return types is [ITypeSymbol type] ? type : null;
    }
}
