using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Tests.Verification;

namespace LlmAnalyzers.Tests.Reading;

/// <summary>Code that sends requests with <c>HttpClient</c>, without an SDK.</summary>
internal static class HttpSource
{
    public const string ChatUrl = "https://api.openai.com/v1/chat/completions";

    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Net.Http;
        using System.Net.Http.Headers;
        using System.Net.Http.Json;
        using System.Text;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.Json.Serialization;
        using System.Threading;
        using System.Threading.Tasks;
        using Newtonsoft.Json.Linq;
        using JsonConvert = Newtonsoft.Json.JsonConvert;
        using JsonProperty = Newtonsoft.Json.JsonPropertyAttribute;

        """;

    /// <summary>The body of an async method with an <c>HttpClient http</c> and strings <c>input</c> and <c>url</c>; <paramref name="members"/> stand beside it.</summary>
    public static string Method(string body, string members = "", string types = "") => Usings + $$"""
        class Subject(HttpClient http)
        {
            private const string Url = "{{ChatUrl}}";

            async Task<object?> Run(string input, string url)
            {
        {{Indent(body, 8)}}
                await Task.CompletedTask;
                return null;
            }

        {{Indent(members, 4)}}
        }

        {{types}}
        """;

    /// <summary>Reads the call.</summary>
    public static LlmCall Read(string body, string members = "", string types = "") => ReadCall.From(Sdk.NewtonsoftJson, Method(body, members, types));

    /// <summary>How many calls are seen.</summary>
    public static int Count(string body, string members = "", string types = "") => ReadCall.All(Sdk.NewtonsoftJson, [Method(body, members, types)]).Length;

    private static string Indent(string code, int columns) =>
        string.Join('\n', code.ReplaceLineEndings("\n").Split('\n').Select(line => line.Length == 0 ? line : new string(' ', columns) + line));
}
