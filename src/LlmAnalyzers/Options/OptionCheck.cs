using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LlmAnalyzers.Options;

/// <summary>
/// Finds what was configured for us and is not understood. Ours are all keys with <c>.llm####.</c> or <c>.llm_</c> in them, in any
/// case, and the keys of our options without an id; whatever else stands in these files belongs to others.
/// </summary>
/// <param name="ruleIds">Every rule there is.</param>
internal sealed class OptionCheck(IEnumerable<string> ruleIds)
{
    private const string Prefix = "dotnet_code_quality.";
    private const int MaximumQuotedLength = 100;
    private const int MaximumKeyLength = 200;

    /// <summary>Keys of severities, which the compiler reads.</summary>
    private static readonly string[] SeverityEnds = [".severity"];

    private readonly HashSet<string> _ruleIds = new(ruleIds, StringComparer.OrdinalIgnoreCase);

    /// <summary>Problems of the options of one file, or of the project as a whole.</summary>
    /// <param name="options">The options.</param>
    /// <param name="global">Those of the project: what is read once for it has to stand there.</param>
    public IEnumerable<OptionProblem> Find(AnalyzerConfigOptions options, AnalyzerConfigOptions global)
    {
        foreach (var key in options.Keys)
        {
            if (IsOurs(key) && options.TryGetValue(key, out var value) && Judge(key, value, global) is { } problem)
            {
                yield return problem;
            }
        }
    }

    private OptionProblem? Judge(string key, string value, AnalyzerConfigOptions global)
    {
        var quoted = OptionReader.Quote(value, MaximumQuotedLength);
        if (OptionOf(key) is not { } option)
        {
            return new(OptionReader.Quote(key, MaximumKeyLength), quoted, "") { IsUnknown = true, Proposal = Nearest(key) };
        }

        return option.Accepts(value) switch
        {
            false => new(Spelled(key, option), quoted, option.Allowed),
            true when option.IsPerCompilation && !global.TryGetValue(key, out _) =>
                new(Spelled(key, option), quoted, "a place in a .globalconfig: it is read once for the project, not for a section of files"),
            _ => null,
        };
    }

    private static bool IsOurs(string key)
    {
        var at = key.IndexOf(".llm", StringComparison.OrdinalIgnoreCase);
        if (at >= 0 && key.Length > at + 4)
        {
            var isOfRule = key.Length > at + 8 && key[at + 8] == '.' && key.Skip(at + 4).Take(4).All(c => c is >= '0' and <= '9');
            return (isOfRule || key[at + 4] == '_') && !SeverityEnds.Any(e => key.EndsWith(e, StringComparison.OrdinalIgnoreCase));
        }

        return key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && AllOptions.All.Any(o => Same(o.GeneralKey, key));
    }

    /// <summary>The option that is read by the key; null when none is.</summary>
    private OptionDefinition? OptionOf(string key)
    {
        foreach (var option in AllOptions.All)
        {
            if (Same(option.GeneralKey, key))
            {
                return option;
            }

            // dotnet_code_quality.LLM2001.name
            if (key.Length == Prefix.Length + 8 + option.Name.Length && key.EndsWith("." + option.Name, StringComparison.OrdinalIgnoreCase)
                && key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && !option.IsPerCompilation
                && key.Substring(Prefix.Length, 7) is var id && (option.RuleId is null ? _ruleIds.Contains(id) : Same(option.RuleId, id)))
            {
                return option;
            }
        }

        return null;
    }

    private static string Spelled(string key, OptionDefinition option) =>
        Same(option.GeneralKey, key) ? option.GeneralKey : option.KeyFor(key.Substring(Prefix.Length, 7).ToUpperInvariant());

    /// <summary>The key that was probably meant: the same last part under another rule or prefix, else a few letters away.</summary>
    private static string? Nearest(string key)
    {
        if (key.Length > MaximumKeyLength)
        {
            return null;
        }

        var name = key.Substring(key.LastIndexOf('.') + 1).ToLowerInvariant();
        var (best, distance) = ((OptionDefinition?)null, Math.Max(2, name.Length / 4) + 1);
        foreach (var option in AllOptions.All)
        {
            var found = EditDistance.Of(name, option.Name, distance);
            if (found < distance)
            {
                (best, distance) = (option, found);
            }
        }

        return best is null ? null : best.RuleId is null ? best.GeneralKey : best.KeyFor(best.RuleId);
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
