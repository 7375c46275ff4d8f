using System.Collections.Immutable;
using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Options;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules;

/// <summary>One reason to expect the same reply for the same input.</summary>
/// <param name="Phrase">Continues "…, but the ": names the reason with words from the code.</param>
/// <param name="Location">Where it is seen; null when it is the call itself.</param>
internal sealed record Evidence(string Phrase, Location? Location);

/// <summary>
/// Whether the reply of a call must be the same for the same input, with the evidence that says so, strongest first.
/// Structure alone is not sameness: creative intent cancels evidence that is only about form.
/// </summary>
internal static class DeterministicPath
{
    /// <summary>The evidence; empty when the call is not known to be on a deterministic path.</summary>
    public static ImmutableArray<Evidence> Find(LlmCall call, CallFindings findings, RuleContext context, string ruleId)
    {
        var found = ImmutableArray.CreateBuilder<Evidence>();
        found.AddRange(call.ReplyUses.Select(DecidingUse).OfType<Evidence>());
        var uncreative = findings.CreativeIntent is null;
        var certainlyUncreative = uncreative && findings.KnowsAllInstructions;
        if (uncreative)
        {
            found.AddRange(call.ReplyUses.Select(FieldUse).OfType<Evidence>());
        }

        if (certainlyUncreative)
        {
            found.AddRange(call.ReplyUses.Where(u => u is { Kind: ReplyUseKind.ParsedAsJson, Type: not null } && IsData(u.Type)).Select(u =>
                new Evidence("reply is deserialised into '" + Short(u.Type!) + "'", u.Location)));
            AddContract(call, found);
        }

        if (uncreative && findings.DeterministicTask is { } task)
        {
            found.Add(new("prompt says “" + task.Finding.Match.Phrase + "”", task.Location));
        }

        if (uncreative && call[SettingKind.Seed].Values.FirstOrDefault() is { IsCertain: true } seed)
        {
            found.Add(new("request sets a seed", seed.Location));
        }

        if (certainlyUncreative)
        {
            AddName(call, context, ruleId, found);
        }

        return found.ToImmutable();
    }

    /// <summary>A use that decides what the program does: creative intent does not cancel it.</summary>
    private static Evidence? DecidingUse(ReplyUse use) => use.Kind switch
    {
        ReplyUseKind.Converted => new("reply is converted by '" + use.Display + "'", use.Location),
        ReplyUseKind.Compared => new("reply decides a branch (" + use.Display + ")", use.Location),
        ReplyUseKind.UsedAsKey => new("reply is looked up with '" + use.Display + "'", use.Location),
        ReplyUseKind.AssertedEqual => new("reply is asserted to equal a constant", use.Location),
        _ => null,
    };

    private static Evidence? FieldUse(ReplyUse use) => use.Kind switch
    {
        ReplyUseKind.Matched => new("reply is matched by '" + use.Display + "'", use.Location),
        ReplyUseKind.Split => new("reply is split into fields", use.Location),
        _ => null,
    };

    private static void AddContract(LlmCall call, ImmutableArray<Evidence>.Builder found)
    {
        if (call[SettingKind.OutputContract].Single is { Value: OutputContract contract } format)
        {
            var phrase = contract switch
            {
                OutputContract.JsonSchema or OutputContract.StrictJsonSchema => "request asks for a JSON schema",
                OutputContract.TypedCall => "reply is read into a type",
                _ => null,
            };
            if (phrase is not null)
            {
                found.Add(new(phrase, format.Location));
            }
        }

        if (call[SettingKind.ToolChoice].Single is { Value: OutputContract.ForcedTool } tool)
        {
            found.Add(new("request forces a tool call", tool.Location));
        }
    }

    /// <summary>The name of the member or type stands with instructions that are known and not creative; it is never enough without them.</summary>
    private static void AddName(LlmCall call, RuleContext context, string ruleId, ImmutableArray<Evidence>.Builder found)
    {
        var words = context.Option(AllOptions.DeterministicMembers, ruleId);
        if (MemberName.Says(call.MemberName, words))
        {
            found.Add(new("member is called '" + call.MemberName + "'", null));
        }
        else if (!MemberName.MakesProse(call.MemberName) && MemberName.Says(call.TypeName, words))
        {
            found.Add(new("type is called '" + call.TypeName + "'", null));
        }
    }

    /// <summary>A type of the team's own or a value, not a document that can hold anything.</summary>
    private static bool IsData(ITypeSymbol type) =>
        type.SpecialType != SpecialType.System_Object && type.Name is not ("JsonElement" or "JsonNode" or "JsonObject" or "JsonArray" or "JsonDocument" or "JObject" or "JArray" or "JToken");

    private static string Short(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
}
