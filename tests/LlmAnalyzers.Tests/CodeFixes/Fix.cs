using System;
using System.Linq;
using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes;
using LlmAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace LlmAnalyzers.Tests.CodeFixes;

/// <summary>
/// Checks one fixer on a source: the exact text, compiled, with its diagnostic gone, one by one and all at once. Without a fixed
/// text, no fix may be offered. Sources are marked where the fixer's rule reports.
/// </summary>
internal static class Fix
{
    /// <summary>A method body and members in a class with an OpenAI <c>ChatClient client</c>.</summary>
    public static Task OpenAIAsync<TFix>(string body = "", string? fixedBody = null, string members = "", string? fixedMembers = null, string? rule = null)
        where TFix : CodeFixProvider, new()
        => VerifyAsync<TFix>(Sources.OpenAI(body, members), Sources.OpenAI(fixedBody ?? body, fixedMembers ?? members), rule);

    /// <summary>A method body and members in a class with an <c>IChatClient client</c>.</summary>
    public static Task ExtensionsAIAsync<TFix>(string body = "", string? fixedBody = null, string members = "", string? fixedMembers = null, string? rule = null)
        where TFix : CodeFixProvider, new()
        => VerifyAsync<TFix>(Sources.ExtensionsAI(body, members), Sources.ExtensionsAI(fixedBody ?? body, fixedMembers ?? members), rule);

    /// <summary>A whole file.</summary>
    public static Task FileAsync<TFix>(string source, string fixedSource, LanguageVersion version = LanguageVersion.Default)
        where TFix : CodeFixProvider, new()
    {
        var test = RuleVerifier.Test<LlmCallAnalyzer, TFix>(RuleOf<TFix>(), source, fixedSource);
        test.LanguageVersion = version;
        return test.RunAsync();
    }

    /// <summary>A whole file that is indented by tabs, written →, and has two characters at the end of each line.</summary>
    public static Task TabbedFileAsync<TFix>(string source, string fixedSource)
        where TFix : CodeFixProvider, new()
    {
        return FileAsync<TFix>(Tabbed(source), Tabbed(fixedSource));

        static string Tabbed(string text) => text.Replace('→', '\t').Replace("\n", "\r\n", StringComparison.Ordinal);
    }

    /// <summary>Two files; no fix may be offered in either.</summary>
    public static Task NoneAsync<TFix>(string source, string otherSource)
        where TFix : CodeFixProvider, new()
    {
        var test = RuleVerifier.Test<LlmCallAnalyzer, TFix>(RuleOf<TFix>(), source, source);
        test.TestState.Sources.Add(otherSource);
        test.FixedState.Sources.Add(otherSource);
        return test.RunAsync();
    }

    /// <summary>The schema that a call gets whose reply, <c>completion.Content[0].Text</c>, is read by an expression.</summary>
    /// <param name="read">The expression.</param>
    /// <param name="members">The types.</param>
    /// <param name="name">Name of the schema.</param>
    /// <param name="schema">Null when no fix may be offered.</param>
    public static Task SchemaAsync(string read, string members, string? schema, string name = "")
    {
        const string Call = "ChatCompletion completion = await client.{0}([new UserChatMessage(\"Reply with JSON only.\")], options);\nreturn ";
        var before = "var options = new ChatCompletionOptions();\n" + Call.Replace("{0}", "[|CompleteChatAsync|]", StringComparison.Ordinal) + read + ";";
        if (schema is null)
        {
            return OpenAIAsync<RequestJsonSchema>(before, members: members);
        }

        var lines = string.Join('\n', schema.Split('\n').Select(line => new string(' ', 12) + line));
        var after = $$""""
            var options = new ChatCompletionOptions
            {
                ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(
                    "{{name}}",
                    BinaryData.FromString(
                        """
            {{lines}}
                        """),
                    jsonSchemaIsStrict: true),
            };

            """";
        return OpenAIAsync<RequestJsonSchema>(before, after + Call.Replace("{0}", "CompleteChatAsync", StringComparison.Ordinal) + read + ";", members);
    }

    private static Task VerifyAsync<TFix>(string source, string fixedSource, string? rule)
        where TFix : CodeFixProvider, new()
        => RuleVerifier.VerifyFixAsync<LlmCallAnalyzer, TFix>(rule ?? RuleOf<TFix>(), source, fixedSource);

    /// <summary>The rule the fixer was made for; it may serve others.</summary>
    private static string RuleOf<TFix>()
        where TFix : CodeFixProvider, new()
        => new TFix().FixableDiagnosticIds.First();
}
