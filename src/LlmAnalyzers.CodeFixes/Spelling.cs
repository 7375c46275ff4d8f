using System;
using System.Text;
using LlmAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;

namespace LlmAnalyzers.CodeFixes;

/// <summary>Writes an expression of an SDK's spelling at a place: <c>{Full.Type.Name}</c> becomes the shortest name that binds there.</summary>
internal static class Spelling
{
    /// <summary>The expression, with the imports it needs asked of the edit; null when a type is not there.</summary>
    public static string? Write(SourceEdit edit, int position, string pattern, params (string Mark, string Code)[] parts)
    {
        // Patterns are written with four columns a step; a file has its own.
        pattern = pattern.Replace("    ", edit.Style.IndentUnit);
        var builder = new StringBuilder();
        var at = 0;
        while (at < pattern.Length)
        {
            var open = pattern.IndexOf('{', at);
            if (open < 0)
            {
                builder.Append(pattern, at, pattern.Length - at);
                break;
            }

            builder.Append(pattern, at, open - at);
            if (open + 1 < pattern.Length && pattern[open + 1] == '{')
            {
                builder.Append('{');
                at = open + 2;
                continue;
            }

            var close = pattern.IndexOf('}', open);
            if (TypeOf(edit.Model.Compilation, pattern.Substring(open + 1, close - open - 1)) is not { } type)
            {
                return null;
            }

            var isBeforeDot = close + 1 < pattern.Length && pattern[close + 1] == '.';
            var spelled = isBeforeDot ? TypeSpelling.SpellBeforeDot(edit, type, position) : TypeSpelling.Spell(edit, type, position);
            if (spelled is null)
            {
                return null;
            }

            builder.Append(spelled);
            at = close + 1;
        }

        var code = builder.Replace("}}", "}").ToString();
        foreach (var (mark, part) in parts)
        {
            code = Fill(code, mark, part);
        }

        return code;
    }

    /// <summary>Puts code in the place of a mark; a raw literal of several lines is indented like the line it stands on.</summary>
    private static string Fill(string code, string mark, string part)
    {
        var at = code.IndexOf(mark, StringComparison.Ordinal);
        if (at < 0)
        {
            return code;
        }

        var line = code.LastIndexOf('\n', at) + 1;
        var indent = code.Substring(line, at - line);
        var fitted = indent.Length > 0 && string.IsNullOrWhiteSpace(indent) && StringLiterals.IsRawOfLines(part)
            ? part.Replace("\n", "\n" + indent)
            : part;
        return code.Substring(0, at) + fitted + code.Substring(at + mark.Length);
    }

    /// <summary>A type of the referenced SDK by its full name; the first one, where two assemblies declare it.</summary>
    public static INamedTypeSymbol? TypeOf(Compilation compilation, string metadataName)
    {
        var types = compilation.GetTypesByMetadataName(metadataName);
        return types.IsEmpty ? null : types[0];
    }

    /// <summary>The member, given as <c>Full.Type.Name.Member</c> or <c>….Member`1</c> for a generic method, is there.</summary>
    public static bool HasMember(Compilation compilation, string member)
    {
        var dot = member.LastIndexOf('.');
        var tick = member.IndexOf('`', dot);
        var name = tick < 0 ? member.Substring(dot + 1) : member.Substring(dot + 1, tick - dot - 1);
        foreach (var type in compilation.GetTypesByMetadataName(member.Substring(0, dot)))
        {
            foreach (var found in type.GetMembers(name))
            {
                if (tick < 0 || found is IMethodSymbol { IsGenericMethod: true })
                {
                    return true;
                }
            }
        }

        return false;
    }
}
