using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using LlmAnalyzers.Calls;
using LlmAnalyzers.CodeFixes.Editing;
using LlmAnalyzers.Models;
using LlmAnalyzers.Prompts;
using LlmAnalyzers.Rules;
using LlmAnalyzers.Schemas;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace LlmAnalyzers.CodeFixes;

/// <summary>Writes the output contract that fits how a reply is read. Each answer gives the code for a position, or null when none is safe.</summary>
internal sealed class ReplyFormat
{
    private const string SerializerOptions = "System.Text.Json.JsonSerializerOptions";

    private readonly SourceEdit _edit;
    private readonly CallSite _site;
    private readonly ITypeSymbol? _type;
    private readonly CancellationToken _cancellationToken;

    /// <param name="edit">Where it is written.</param>
    /// <param name="site">The call.</param>
    /// <param name="type">Type the reply is deserialised into.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public ReplyFormat(SourceEdit edit, CallSite site, ITypeSymbol? type, CancellationToken cancellationToken)
    {
        _edit = edit;
        _site = site;
        _type = type;
        _cancellationToken = cancellationToken;
    }

    /// <summary>A strict schema of the type, read as the code reads the reply.</summary>
    public Func<int, string?>? Schema(ModelFacts? model)
    {
        if (_type is null || (_site.Call.HasCustomEndpoint && model is null) || ConventionsOf(_site.Call) is not var (conventions, options))
        {
            return null;
        }

        var dialect = model?.IsFineTuned == true ? SchemaDialect.OpenAIFineTuned : _site.Call.Provider == "azure" ? SchemaDialect.AzureOpenAI : SchemaDialect.OpenAI;
        if (SchemaFromType.Create(_type, conventions, dialect, _cancellationToken) is not { Json: { } json })
        {
            return null;
        }

        if (_site.Spelling.SchemaExpression is { } pattern)
        {
            var schema = StringLiterals.Write(json.Replace("\n", _edit.Style.NewLine), _edit.Style);
            var name = StringLiterals.Regular(SchemaName.For(_type));
            var literal = _site.Spelling.IsJsonBody ? InTermsOf(pattern, _site) : pattern;
            if (literal is null)
            {
                return null;
            }

            return position => Spelling.Write(_edit, position, literal, ("$name", name), ("$schema", schema));
        }

        if (_site.Spelling.SchemaFromTypeExpression is not { } fromType
            || (_site.Spelling.SchemaFromTypeNeeds is { } needed && !Spelling.HasMember(_edit.Model.Compilation, needed)))
        {
            return null;
        }

        if (fromType.IndexOf("$options", StringComparison.Ordinal) < 0)
        {
            // The SDK reads the type without options: only code that reads the reply so gets the names it looks for.
            return MeansTheSame(conventions, SerializationConventions.Default)
                ? position => TypeSpelling.Spell(_edit, _type.WithNullableAnnotation(NullableAnnotation.NotAnnotated), position) is { } plain
                    ? Spelling.Write(_edit, position, fromType, ("$type", plain))
                    : null
                : null;
        }

        return position => TypeSpelling.Spell(_edit, _type.WithNullableAnnotation(NullableAnnotation.NotAnnotated), position) is { } spelled
            && OptionsCode(position, conventions, options?.Value.Syntax as ExpressionSyntax) is { } serializer
            ? Spelling.Write(_edit, position, fromType, ("$type", spelled), ("$options", serializer))
            : null;
    }

    /// <summary>A part of a body that is JSON already, as the tree of the library that writes the body; null when two do.</summary>
    private static string? InTermsOf(string expression, CallSite site)
    {
        var names = site.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken)).Select(t => t.ValueText).ToImmutableHashSet();
        var isNewtonsoft = names?.Contains("JsonConvert") == true || names?.Contains("JObject") == true;
        return !isNewtonsoft ? expression
            : names!.Contains("JsonSerializer") || names.Contains("JsonContent") ? null
            : expression.Replace("{System.Text.Json.Nodes.JsonNode}", "{Newtonsoft.Json.Linq.JToken}");
    }

    /// <summary>JSON mode: where no schema can be made or taken, the prompt asks for JSON by name, and an object is what is wanted.</summary>
    public Func<int, string?>? JsonMode(ModelFacts? model) =>
        _site.Spelling.JsonModeExpression is { } expression && model?.HasJsonMode != false && SuitsJsonMode(_site.Call)
            ? position => Spelling.Write(_edit, position, expression)
            : null;

    /// <summary>Another call that reads its reply into the same type is served by the same format.</summary>
    public bool SuitsToo(LlmCall other, ModelFacts? model) => _type is null || model?.HasJsonSchema == false
        ? SuitsJsonMode(other)
        : ConventionsOf(other)?.Conventions == ConventionsOf(_site.Call)?.Conventions;

    private bool SuitsJsonMode(LlmCall call) =>
        new CallFindings(call).JsonRequest is { Finding.WantsArray: false }
        && call.Conversation.Messages.Any(m => JsonRequest.MentionsJson(m.Text.Flat))
        && !call.ReplyUses.Any(ReadsArray)
        && (_type is null || SchemaFromType.Create(_type, SerializationConventions.Default, _cancellationToken).IsRootObject);

    /// <summary>How the code reads the JSON into the type; null when it cannot be read, or differs from place to place.</summary>
    private (SerializationConventions Conventions, IArgumentOperation? Options)? ConventionsOf(LlmCall call)
    {
        var uses = call.ReplyUses.Where(u => u.Kind == ReplyUseKind.ParsedAsJson && SymbolEqualityComparer.Default.Equals(u.Type, _type)).ToList();
        var read = uses.Select(u => _site.ConventionsOf(u, _cancellationToken)).ToList();
        return read.Count > 0 && read.All(r => r is not null && r.Value.Conventions == read[0]?.Conventions) ? read[0] : null;
    }

    /// <summary>JSON mode gives an object: code that reads a list out of the reply would break.</summary>
    private bool ReadsArray(ReplyUse use)
    {
        if (use.Kind is not (ReplyUseKind.ParsedAsJson or ReplyUseKind.JsonExtracted))
        {
            return false;
        }

        var node = use.Location.SourceTree!.GetRoot(_cancellationToken).FindNode(use.Location.SourceSpan);
        var member = node.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? node;
        return use.Type is IArrayTypeSymbol || use.Display.Contains("JArray") || use.Display.Contains("'['") || use.Display.Contains("\"[\"")
            || member.DescendantTokens().Any(t => t.ValueText is "JArray" or "JsonArray" || (t.ValueText is "AsArray" or "EnumerateArray" && !IsOfProperty(t)));
    }

    /// <summary><c>root.GetProperty("items").EnumerateArray()</c>, <c>node["items"].AsArray()</c>: a list inside an object.</summary>
    private static bool IsOfProperty(SyntaxToken token) =>
        token.Parent?.Parent is MemberAccessExpressionSyntax { Expression: var list } && (list is PostfixUnaryExpressionSyntax sure ? sure.Operand : list)
            is ElementAccessExpressionSyntax or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetProperty" } };

    /// <summary>Options under which the SDK's schema has the names the code reads: without them it is camel case, and every property stays empty.</summary>
    private string? OptionsCode(int position, SerializationConventions conventions, ExpressionSyntax? given)
    {
        if (MeansTheSame(conventions, SerializationConventions.Default))
        {
            return Spelling.Write(_edit, position, "{" + SerializerOptions + "}.Default");
        }

        if (given is not null && IsSeenFrom(position, given))
        {
            return given.ToString();
        }

        return MeansTheSame(conventions, SerializationConventions.Web) && Spelling.HasMember(_edit.Model.Compilation, SerializerOptions + ".Web")
            ? Spelling.Write(_edit, position, "{" + SerializerOptions + "}.Web")
            : null;
    }

    private bool MeansTheSame(SerializationConventions a, SerializationConventions b) =>
        SchemaFromType.Create(_type!, a, _cancellationToken).Json is { } json && json == SchemaFromType.Create(_type!, b, _cancellationToken).Json;

    /// <summary>The name means the same field or property at the call.</summary>
    private bool IsSeenFrom(int position, ExpressionSyntax given)
    {
        if (given is not (IdentifierNameSyntax or MemberAccessExpressionSyntax) || given.SyntaxTree != _edit.Root.SyntaxTree
            || _edit.Model.GetSymbolInfo(given, _cancellationToken).Symbol is not (IFieldSymbol or IPropertySymbol) and not ILocalSymbol)
        {
            return false;
        }

        var symbol = _edit.Model.GetSymbolInfo(given, _cancellationToken).Symbol;
        var there = _edit.Model.GetSpeculativeSymbolInfo(position, given, SpeculativeBindingOption.BindAsExpression).Symbol;
        var isDeclaredBefore = symbol is not ILocalSymbol local || local.Locations[0].SourceSpan.End < position;
        return isDeclaredBefore && SymbolEqualityComparer.Default.Equals(symbol, there);
    }
}
