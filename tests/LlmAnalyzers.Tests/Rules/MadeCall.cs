using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Models;
using LlmAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace LlmAnalyzers.Tests.Rules;

/// <summary>A call made of its settings, without source: for tests that walk the catalogue and would compile for minutes.</summary>
internal static class MadeCall
{
    private static readonly SyntaxTree Tree = CSharpSyntaxTree.ParseText("call(); " + new string(' ', 200));

    /// <summary>A call of a model; what is not given is not set.</summary>
    public static LlmCall Of(string? provider, string model, params (SettingKind Kind, object Value)[] settings)
    {
        var all = System.Enum.GetValues<SettingKind>().ToImmutableDictionary(k => k, _ => Setting.NotSet)
            .SetItem(SettingKind.Model, Setting.Known(new(model, At(20))));
        for (var i = 0; i < settings.Length; i++)
        {
            var value = Setting.Known(new(settings[i].Value, At(40 + (10 * i))));
            all = all.SetItem(settings[i].Kind, value);
        }

        return new()
        {
            Surface = "made",
            Provider = provider,
            Abilities = SurfaceAbilities.SystemMessage | SurfaceAbilities.Temperature,
            Places = new(At(0), At(0)),
            Settings = all,
            Conversation = new(ImmutableArray.Create(new PromptMessage(MessageRole.User, PromptText.Unknown(At(10)), At(10)))),
            ReplyUses = ImmutableArray<ReplyUse>.Empty,
        };
    }

    /// <summary>What the rule says about the call.</summary>
    public static ImmutableArray<Diagnostic> Check(CallRule rule, LlmCall call, params (string Key, string Value)[] options)
    {
        var found = new List<Diagnostic>();
        rule.Check(call, new CallFindings(call), new RuleContext(new MadeOptions(options.ToDictionary(o => o.Key, o => o.Value)), ModelCatalogue.BuiltIn, found.Add));
        return [.. found];
    }

    private static Location At(int start) => Location.Create(Tree, new TextSpan(start, 5));
}

/// <summary>Options of these keys and values.</summary>
internal sealed class MadeOptions(Dictionary<string, string> values) : AnalyzerConfigOptions
{
    public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
}
