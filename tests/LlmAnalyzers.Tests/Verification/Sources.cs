using System;
using System.Linq;

namespace LlmAnalyzers.Tests.Verification;

/// <summary>
/// Wraps method bodies in a file, so that a test shows only what it is about. Bodies and members are indented to where they stand (also inside
/// multi-line verbatim strings).
/// </summary>
internal static class Sources
{
    private const string SystemUsings = """
        #pragma warning disable OPENAI001, CS0162
        using System;
        using System.Collections.Generic;
        using System.ClientModel;
        using System.Linq;
        using System.Text.Json;
        using System.Threading;
        using System.Threading.Tasks;

        """;

    /// <summary>The body of an async method in a class that has an OpenAI <c>ChatClient client</c>; <paramref name="members"/> stand beside it.</summary>
    public static string OpenAI(string body, string members = "") => SystemUsings + $$"""
        using OpenAI;
        using OpenAI.Chat;

        class Subject(ChatClient client)
        {
            async Task<object?> Run(string input)
            {
        {{Indent(body, 8)}}
                await Task.CompletedTask;
                return null;
            }

        {{Indent(members, 4)}}
        }
        """;

    /// <summary>The body of an async method in a class that has an <c>IChatClient client</c>; <paramref name="members"/> stand beside it.</summary>
    public static string ExtensionsAI(string body, string members = "") => SystemUsings.Replace("using System.ClientModel;\n", "", StringComparison.Ordinal) + $$"""
        using Microsoft.Extensions.AI;

        class Subject(IChatClient client)
        {
            async Task<object?> Run(string input)
            {
        {{Indent(body, 8)}}
                await Task.CompletedTask;
                return null;
            }

        {{Indent(members, 4)}}
        }
        """;

    private static string Indent(string code, int columns)
        => string.Join('\n', code.ReplaceLineEndings("\n").Split('\n').Select(line => line.Length == 0 ? line : new string(' ', columns) + line));
}
