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
/// LLM1001, LLM1002, LLM1003, LLM1007: makes the request enforce the JSON that the code wants, by a strict schema of the type the reply is
/// deserialised into, else, where nothing is enforced yet, by JSON mode.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RequestJsonSchema))]
[Shared]
internal sealed class RequestJsonSchema : CallCodeFixProvider
{
    private static readonly ImmutableArray<CallRule> Rules =
        ImmutableArray.Create<CallRule>(new JsonOnlyByPrompt(), new JsonModeWithoutSchema(), new JsonModeWithoutTheWord(), new ResponseFormatIgnored());

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Rules.Select(r => r.Descriptor.Id).ToImmutableArray();

    protected override string Title => "Enforce the JSON format in the request";

    protected override bool AddEdit(SourceEdit edit, Diagnostic diagnostic, CallSite site, CancellationToken cancellationToken)
    {
        var call = site.Call;
        var rule = Rules.First(r => r.Descriptor.Id == diagnostic.Id);
        var model = CalledModel.Of(call, site.Models);
        var reply = new ReplyFormat(edit, site, ReplyTypeOf(call), cancellationToken);
        var present = call[SettingKind.OutputContract].Values;
        var hasMode = present.Any(v => v.Value is OutputContract.JsonMode);
        var canSpellSchema = !site.Spelling.IsJsonBody || site.Spelling.SchemaExpression is not null;
        var format = ReplyTypeOf(call) is not null && model?.HasJsonSchema != false && canSpellSchema ? reply.Schema(model) : hasMode ? null : reply.JsonMode(model);
        if (format is null)
        {
            return false;
        }

        if (present.IsEmpty || site.Spelling.IsJsonBody)
        {
            return OptionsEdit.Set(edit, site, rule, site.Spelling.FormatProperty, format, cancellationToken, IsAlike);
        }

        // The request says "text", asks for less, or says it in vain: what says so is replaced.
        return present.All(v => v.Location.SourceTree == edit.Root.SyntaxTree
            && site.AllUsersShareFlaw(rule, c => c[SettingKind.OutputContract].Values.Any(o => o.Location == v.Location), cancellationToken, IsAlike)
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
