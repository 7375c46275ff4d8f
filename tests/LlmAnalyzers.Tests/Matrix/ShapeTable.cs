using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;

namespace LlmAnalyzers.Tests.Matrix;

/// <summary>One way to write a part of a call, on one surface, and what a rule says of it.</summary>
/// <param name="Surface">The surface.</param>
/// <param name="Name">The way.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Statements">The call, which declares <c>text</c> and uses it.</param>
/// <param name="Members">What stands beside the method.</param>
/// <param name="Reports">The rule reports; else it is silent, because the part comes from somewhere that cannot be read.</param>
internal sealed record ShapeCase(string Surface, string Name, string Rule, string Statements, string Members, bool Reports)
{
    public string Key => Name + (Reports ? "" : ", from outside");
}

/// <summary>The ways in which people write settings, texts and uses of a reply, each put into the call of each surface.</summary>
internal static class ShapeTable
{
    private const string Rules = "\"You read orders for a garden shop.\"";
    private const string Constant = "\"Rate it from 1 to 5.\"";

    /// <summary>VALUE is the temperature; CREATE creates the options with it, PLAIN without it, TYPE is their type, SET their property.</summary>
    private static readonly ImmutableArray<(string Name, string Before, string Options, string Members)> Settings =
    [
        ("in the initialiser", "", "CREATE", ""),
        ("of a local", "var options = CREATE;", "options", ""),
        ("assigned later", "var options = PLAIN; options.SET = VALUE;", "options", ""),
        ("assigned in one branch", "var options = PLAIN; if (input != \"\") { options.SET = VALUE; }", "options", ""),
        ("of another name for the object", "var options = PLAIN; var same = options; same.SET = VALUE;", "options", ""),
        ("of a field", "", "_options", "private readonly TYPE _options = CREATE;"),
        ("of a static field", "", "Shared", "private static readonly TYPE Shared = CREATE;"),
        ("of a property with a body", "", "Options", "private static TYPE Options => CREATE;"),
        ("of a helper", "", "Make()", "private static TYPE Make() { var made = PLAIN; made.SET = VALUE; return made; }"),
        ("of a helper that is handed the object", "var options = PLAIN; Fill(options);", "options", "private static void Fill(TYPE options) { options.SET = VALUE; }"),
        ("of a helper with an argument", "", "Make(VALUE)", "private static TYPE Make(NUMBER value) { var made = PLAIN; made.SET = value; return made; }"),
        ("chosen by a condition", "var options = input == \"\" ? PLAIN : CREATE;", "options", ""),
    ];

    /// <summary>Each gives the value 0.9; <c>OUTSIDE</c> stands for the value in the silent variant.</summary>
    private static readonly ImmutableArray<(string Name, string Value, string Members)> Values =
    [
        ("as a constant of a class", "Hot", "private const NUMBER Hot = 0.9LETTER;"),
        ("as a static field", "Hot", "private static readonly NUMBER Hot = VALUE;"),
        ("chosen by a condition", "(input == \"\" ? 0LETTER : VALUE)", ""),
        ("as a default value", "Default()", "private static NUMBER Default(NUMBER value = 0.9LETTER) => value;"),
        ("of a helper", "Warm()", "private static NUMBER Warm() => VALUE;"),
    ];

    /// <summary>TEXT is a constant; in the silent variant it comes from outside.</summary>
    private static readonly ImmutableArray<(string Name, string Before, string Text, string Members)> Texts =
    [
        ("as it stands", "", "TEXT", ""),
        ("in a local", "var prompt = TEXT;", "prompt", ""),
        ("in an interpolated string", "", "$\"{TEXT} Answer: {input}\"", ""),
        ("in a concatenation", "", "TEXT + \" Answer: \" + input", ""),
        ("in a static field", "", "Prompt", "private static readonly string Prompt = TEXT;"),
        ("in another class", "", "Prompts.Text", "private static class Prompts { public static string Text => TEXT; }"),
        ("in string.Format", "", "string.Format(\"{0} Answer: {1}\", TEXT, input)", ""),
        ("in string.Join", "", "string.Join(\" \", TEXT, input)", ""),
        ("in a StringBuilder", "var builder = new System.Text.StringBuilder(); builder.AppendLine(TEXT); builder.Append(input);", "builder.ToString()", ""),
        ("appended to a local", "var prompt = TEXT; prompt += input;", "prompt", ""),
        ("of a helper", "", "Compose(input)", "private static string Compose(string text) => TEXT + text;"),
        ("filled into a template", "", "TEXT.Replace(\"{x}\", input).Trim()", ""),
    ];

    /// <summary>Each asks the reply's text to be a number, a word or a key; the other only hands it on.</summary>
    private static readonly ImmutableArray<(string Name, string Use, string Members)> Uses =
    [
        ("parsed", "return int.Parse(text);", ""),
        ("trimmed and parsed", "return int.Parse(text.Trim().Replace(\".\", \"\"));", ""),
        ("parsed by a helper", "return Read(text);", "private static int Read(string reply) => int.TryParse(reply, out var number) ? number : 0;"),
        ("parsed by a local function", "int Read(string reply) => int.Parse(reply); return Read(text);", ""),
        ("cleaned by a helper", "return int.Parse(Clean(text));", "private static string Clean(string reply) => reply.Trim('*');"),
        ("compared", "if (text == \"YES\") { return 1; } return 0;", ""),
        ("compared by Equals", "return string.Equals(text, \"YES\", System.StringComparison.OrdinalIgnoreCase);", ""),
        ("switched on", "switch (text) { case \"a\": return 1; default: return 2; }", ""),
        ("in a switch expression", "return text.ToLower() switch { \"a\" => 1, _ => 2 };", ""),
        ("matched by a pattern", "return text is \"YES\" or \"yes\";", ""),
        ("used as a key", "return Known.ContainsKey(text);", "private static readonly Dictionary<string, int> Known = new();"),
        ("turned into an enum", "return System.Enum.TryParse<System.DayOfWeek>(text, out var day) ? day : default;", ""),
        ("through a tuple", "var pair = (text, 1); return int.Parse(pair.text);", ""),
    ];

    private static readonly ImmutableArray<(string Name, string Use, string Members)> Idle =
    [
        ("shown", "System.Console.WriteLine(text); return null;", ""),
        ("handed to code that cannot be read", "return Sink(text);", "public static System.Func<string, object> Sink { get; set; }"),
        ("measured", "return text.Length;", ""),
    ];

    public static IEnumerable<ShapeCase> Of(SurfaceSnippets surface) => OfSettings(surface).Concat(OfTexts(surface)).Concat(OfUses(surface));

    private static IEnumerable<ShapeCase> OfSettings(SurfaceSnippets surface)
    {
        if (surface.Temperature.Length == 0 || CreationIn(surface) is not { } creation)
        {
            yield break;
        }

        var (letter, number) = surface.Name is "Semantic Kernel" ? ("", "double") : ("f", "float");
        foreach (var isKnown in new[] { true, false })
        {
            var value = isKnown ? "0.9" + letter : "Outside";
            const string Outside = "public static NUMBER Outside { get; set; }\n";
            foreach (var (name, before, options, members) in Settings)
            {
                yield return Case("settings " + name, before, options, members, value, isKnown);
            }

            foreach (var (name, given, members) in Values.Where(v => isKnown || v.Members.Contains("VALUE") || v.Value.Contains("VALUE")))
            {
                yield return Case("a value " + name, "", "CREATE", members.Replace("VALUE", value), given.Replace("VALUE", value), isKnown);
            }

            ShapeCase Case(string name, string before, string options, string members, string given, bool reports)
            {
                var call = Filled(surface, Rules, Constant, "SETTINGS").Replace(creation.Filled, "OPTIONS").Replace("OPTIONS", options);
                return new(surface.Name, name, "LLM2001", Fill(before + "\n" + call + "\nreturn int.Parse(text);"), Fill(Outside + members), reports);

                string Fill(string code) => code
                    .Replace("CREATE", creation.Filled.Replace("SETTINGS", surface.Temperature.Replace("$", given)))
                    .Replace("PLAIN", creation.Filled.Replace("SETTINGS", ""))
                    .Replace("TYPE", creation.Type).Replace("SET", creation.Property).Replace("VALUE", given).Replace("NUMBER", number).Replace("LETTER", letter);
            }
        }
    }

    /// <summary>A prompt that asks for JSON, where the request could enforce it.</summary>
    private static IEnumerable<ShapeCase> OfTexts(SurfaceSnippets surface)
    {
        foreach (var (name, before, text, members) in Texts.Where(_ => surface.Format.Length > 0))
        {
            foreach (var isKnown in new[] { true, false })
            {
                var given = isKnown ? "\"Reply with JSON only.\"" : "Outside";
                var call = Filled(surface, Rules, text, "");
                yield return new(
                    surface.Name, "a text " + name, "LLM1001", (before + "\n" + call + "\nreturn text;").Replace("TEXT", given), "public static string Outside { get; set; }\n" + members.Replace("TEXT", given), isKnown);
            }
        }
    }

    private static IEnumerable<ShapeCase> OfUses(SurfaceSnippets surface)
    {
        if (surface.Temperature.Length == 0)
        {
            yield break;
        }

        var call = Filled(surface, Rules, "input", surface.Temperature.Replace("$", "0.9f"));
        foreach (var (name, use, members) in Uses)
        {
            yield return new(surface.Name, "a reply " + name, "LLM2001", call + "\n" + use, members, Reports: true);
        }

        foreach (var (name, use, members) in Idle)
        {
            yield return new(surface.Name, "a reply " + name, "LLM2001", call + "\n" + use, members, Reports: false);
        }
    }

    private static string Filled(SurfaceSnippets surface, string? system, string user, string settings) => surface.Call.Replace("[|", "").Replace("|]", "")
        .Replace("SYSTEM", system is null ? "" : surface.System.Replace("$", system)).Replace("USER", user).Replace("SETTINGS", settings);

    /// <summary>The expression that creates the options of a call, their type, and the path of the temperature in them; null where there is no such object.</summary>
    private static (string Filled, string Type, string Property)? CreationIn(SurfaceSnippets surface)
    {
        var call = Filled(surface, Rules, Constant, "SETTINGS");
        var mark = call.IndexOf("SETTINGS", StringComparison.Ordinal);
        var (start, depth) = (mark, 0);
        for (var i = mark - 1; i >= 0; i--)
        {
            depth += call[i] switch { ')' or '}' or ']' => 1, '(' or '{' or '[' => -1, _ => 0 };
            if (call[i] == '(' && depth < 0)
            {
                start = i + 1;
                break;
            }
        }

        var arguments = new StringBuilder();
        depth = 0;
        for (var i = start; depth >= 0; i++)
        {
            depth += call[i] switch { '(' or '{' or '[' => 1, ')' or '}' or ']' => -1, _ => 0 };
            arguments.Append(call[i] == ',' && depth == 0 ? '\0' : call[i]);
        }

        var creation = arguments.ToString(0, arguments.Length - 1).Split('\0').Select(a => a.Trim()).FirstOrDefault(a => a.Contains("SETTINGS"));
        if (creation is null || !creation.StartsWith("new ", StringComparison.Ordinal) || creation.StartsWith("new {", StringComparison.Ordinal))
        {
            return null;
        }

        var type = creation["new ".Length..creation.IndexOf('{', StringComparison.Ordinal)].Trim();
        var property = surface.Temperature[..surface.Temperature.IndexOf(' ', StringComparison.Ordinal)];
        return (creation, type, type == "ChatClientAgentOptions" ? "ChatOptions." + property : property);
    }
}
