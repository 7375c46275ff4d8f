using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using LlmAnalyzers.Options;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.Rules;

/// <summary>The presets a rule can be in.</summary>
[Flags]
internal enum PresetMembership
{
    None = 0,

    /// <summary>It speaks of what fails at run time or leaks.</summary>
    Minimum = 1,

    /// <summary>A policy for what runs in production: there it is a warning.</summary>
    Production = 2,
}

/// <summary>A configuration that is shipped as a file and chosen by a property of the project.</summary>
/// <param name="Name">Last part of the file's name.</param>
/// <param name="Level">Decides between files that share a key. A team's own files have 0, or 100 when called <c>.globalconfig</c>.</param>
/// <param name="Purpose">For the head of the file.</param>
internal sealed record Preset(string Name, int Level, string Purpose)
{
    public string FileName => "LlmAnalyzers." + Name + ".globalconfig";
}

/// <summary>What the presets say, as it is shipped in the package: generated from the rules, held by a test.</summary>
internal static class Presets
{
    private const char FineTuningBand = '5';

    /// <summary>The one place where the membership of a rule is said. A rule that is not here is in no preset of its own choice.</summary>
    private static readonly ImmutableDictionary<string, PresetMembership> Members = Membership(
        (PresetMembership.Minimum, "LLM0001 LLM0002 LLM1003 LLM1005 LLM1007 LLM1008 LLM2004 LLM2005 LLM3005 LLM4002 LLM4004 LLM4006 LLM5012 LLM5013 LLM5020 LLM5027"),
        (PresetMembership.Minimum, "LLM6002 LLM6003 LLM6006 LLM7002 LLM7003 LLM7006 LLM8001 LLM8002 LLM8003 LLM8004"),
        (PresetMembership.Production, "LLM2002 LLM4001 LLM4003 LLM6001 LLM7001"));

    public static Preset None { get; } = new("None", -35, "Nothing is reported.");

    public static Preset Minimum { get; } = new("Minimum", -34, "Only what fails at run time or leaks is reported.");

    public static Preset Production { get; } = new("Production", -33, "Pinned models, output caps, an explicit temperature and a look at why a reply ended are warnings.");

    public static Preset Everything { get; } = new("All", -32, "Every rule is a warning, also those that are off by default.");

    public static Preset FineTuningReview { get; } = new("FineTuningReview", -31, "What is said about fine-tuning is a warning.");

    /// <summary>Those that have a file; the default mode has none, since it changes nothing.</summary>
    public static ImmutableArray<Preset> All { get; } = ImmutableArray.Create(None, Minimum, Production, Everything, FineTuningReview);

    /// <summary>The file of a preset, line by line as it is shipped.</summary>
    public static string Write(Preset preset)
    {
        var text = new StringBuilder();
        text.Append("# Generated from the rules of LlmAnalyzers: ").Append(preset.Purpose).Append('\n')
            .Append("# A team's own .editorconfig and .globalconfig win.\n")
            .Append("is_global = true\nglobal_level = ").Append(preset.Level).Append('\n');
        foreach (var rule in AllRules.Descriptors)
        {
            if (SeverityOf(preset, rule) is { } severity)
            {
                text.Append("\n# ").Append(rule.Title).Append("\ndotnet_diagnostic.").Append(rule.Id).Append(".severity = ").Append(severity).Append('\n');
            }
        }

        if (preset == Production)
        {
            var everywhere = AllOptions.RequireTemperatureEverywhere;
            text.Append("\n# ").Append(everywhere.Description).Append('\n').Append(everywhere.KeyFor(everywhere.RuleId!)).Append(" = true\n");
        }

        return text.ToString();
    }

    /// <summary>What the preset sets; null where it leaves the rule as it is.</summary>
    private static string? SeverityOf(Preset preset, DiagnosticDescriptor rule) =>
        preset == None ? "none"
        : preset == Minimum ? Is(rule, PresetMembership.Minimum) ? null : "none"
        : preset == Production ? Is(rule, PresetMembership.Production) ? "warning" : null
        : preset == Everything ? "warning"
        : rule.Id[3] == FineTuningBand ? "warning" : null;

    private static bool Is(DiagnosticDescriptor rule, PresetMembership membership) => (Members.GetValueOrDefault(rule.Id) & membership) != 0;

    private static ImmutableDictionary<string, PresetMembership> Membership(params (PresetMembership Membership, string Ids)[] lists) =>
        lists.SelectMany(l => l.Ids.Split(' ').Select(id => new KeyValuePair<string, PresetMembership>(id, l.Membership))).ToImmutableDictionary();
}
