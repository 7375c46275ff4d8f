using System;
using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.Reading;

/// <summary>What code does with a reply, and the uses that are then known.</summary>
public class ReplyShapesTests
{
    private const string Ask = "ChatCompletion c = await client.CompleteChatAsync(input); ";

    private const string Members =
        """
        internal record Dto(string Name);
        internal enum Kind { A, B }
        internal record Result { public string Text { get; set; } = ""; public string? Other { get; set; } }
        public string Stored { get; set; } = "";
        private static string Clean(string text) => text.Replace("```json", "").Replace("```", "").Trim();
        private static string Plain(string text) { var t = text.Trim(); return t; }
        private static Dto? Parse(string text) => JsonSerializer.Deserialize<Dto>(text);
        private static T? ParseAs<T>(string text) => JsonSerializer.Deserialize<T>(text);
        private static bool TryParse(string text, out Dto? dto) { dto = JsonSerializer.Deserialize<Dto>(text); return dto is not null; }
        private static string Slice(string text) { var start = text.IndexOf('{'); var end = text.LastIndexOf('}'); return text.Substring(start, end - start + 1); }
        private static (string Text, int Count) Pair(string text) => (text, 1);
        private static void Unknown(object value) => Stash.Add(value);
        private static readonly List<object> Stash = new();
        private static async Task<T> RetryAsync<T>(Func<Task<T>> action) { for (var i = 0; ; i++) { try { return await action(); } catch when (i < 3) { await Task.Delay(i); } } }
        """;

    [Theory]
    [InlineData("JsonSerializer.Deserialize<Dto>(t)", "ParsedAsJson JsonSerializer.Deserialize<Dto> : Dto")]
    [InlineData("JsonSerializer.Deserialize(t, typeof(Dto))", "ParsedAsJson JsonSerializer.Deserialize : Dto")]
    [InlineData("JsonSerializer.Deserialize<List<Dto>>(t, new JsonSerializerOptions()) ?? new()", "ParsedAsJson JsonSerializer.Deserialize<List<Dto>> : List<Dto>")]
    [InlineData("JsonSerializer.Deserialize<Dto>(t.Trim().Trim('`'))", "ParsedAsJson JsonSerializer.Deserialize<Dto> : Dto")]
    [InlineData("JsonDocument.Parse(t).RootElement", "ParsedAsJson JsonDocument.Parse")]
    [InlineData("System.Text.Json.Nodes.JsonNode.Parse(t)!.AsArray()", "ParsedAsJson JsonNode.Parse")]
    [InlineData("Newtonsoft.Json.JsonConvert.DeserializeObject<Dto>(t)", "ParsedAsJson JsonConvert.DeserializeObject<Dto> : Dto")]
    [InlineData("Newtonsoft.Json.Linq.JObject.Parse(t)", "ParsedAsJson JObject.Parse")]
    [InlineData("t.Replace(\"```json\", \"\")", "JsonExtracted Replace(\"```json\")")]
    [InlineData("t.IndexOf('{')", "JsonExtracted IndexOf('{')")]
    [InlineData("Clean(t)", "JsonExtracted Replace(\"```json\")")]
    [InlineData("Slice(t)", "JsonExtracted IndexOf('{') | JsonExtracted LastIndexOf('}')")]
    [InlineData("Parse(t)", "ParsedAsJson JsonSerializer.Deserialize<Dto> : Dto")]
    [InlineData("Parse(Plain(t))", "ParsedAsJson JsonSerializer.Deserialize<Dto> : Dto")]
    [InlineData("ParseAs<Dto>(t)", "ParsedAsJson JsonSerializer.Deserialize : Dto")]
    [InlineData("TryParse(t, out var dto)", "ParsedAsJson JsonSerializer.Deserialize<Dto> : Dto")]
    [InlineData("Elsewhere.Read(t)", "ParsedAsJson JsonDocument.Parse")]
    [InlineData("t.ReadHere()", "ParsedAsJson JsonDocument.Parse")]
    [InlineData("Enum.Parse<Kind>(t)", "Converted Enum.Parse<Kind> : Kind")]
    [InlineData("Enum.TryParse<Kind>(t.Trim(), true, out var kind)", "Converted Enum.TryParse<Kind> : Kind")]
    [InlineData("Enum.Parse(typeof(Kind), t)", "Converted Enum.Parse : Kind")]
    [InlineData("int.Parse(t)", "Converted int.Parse : int")]
    [InlineData("double.TryParse(t, out var d) ? d : 0", "Converted double.TryParse : double")]
    [InlineData("Convert.ToInt32(t)", "Converted Convert.ToInt32 : int")]
    [InlineData("bool.Parse(t)", "Converted bool.Parse : bool")]
    [InlineData("t == \"yes\"", "Compared == \"yes\"")]
    [InlineData("t.Trim().ToLower() is \"yes\" or \"y\"", "Compared is(\"yes\")")]
    [InlineData("string.Equals(t, \"yes\", StringComparison.OrdinalIgnoreCase)", "Compared Equals(\"yes\")")]
    [InlineData("t.Equals(\"yes\")", "Compared Equals(\"yes\")")]
    [InlineData("t.StartsWith(\"yes\") ? 1 : 2", "Compared StartsWith(\"yes\")")]
    [InlineData("t switch { \"a\" => 1, _ => 2 }", "Compared switch")]
    [InlineData("t.Trim() switch { var x => x.Length }", "")]
    [InlineData("t == \"\"", "")]
    [InlineData("string.IsNullOrWhiteSpace(t)", "")]
    [InlineData("t == input", "")]
    [InlineData("t.Length > 3", "")]
    [InlineData("new Dictionary<string, int>()[t]", "UsedAsKey Dictionary[…]")]
    [InlineData("new Dictionary<string, int>().TryGetValue(t, out var v)", "UsedAsKey Dictionary<string, int>.TryGetValue")]
    [InlineData("new HashSet<string>().Contains(t)", "UsedAsKey HashSet<string>.Contains")]
    [InlineData("System.Text.RegularExpressions.Regex.Match(t, \"[0-9]+\").Value", "Matched Regex.Match")]
    [InlineData("System.Text.RegularExpressions.Regex.Match(t, @\"\\{.*\\}\").Value", "JsonExtracted Regex.Match")]
    [InlineData("t.Split('|')", "Split Split")]
    [InlineData("t.Split('\\n')", "")]
    [InlineData("t.Split('\\n').Select(l => int.Parse(l)).ToList()", "Converted int.Parse : int")]
    [InlineData("t.Split(\"\\n\")[0] == \"yes\"", "Compared == \"yes\"")]
    public void The_text_of_a_reply_is_used_by(string expression, string expected)
    {
        var call = ReadCall.OpenAI(
            Ask + $"var t = c.Content[0].Text; var used = {expression};", Members,
            "using System.Text.Json; static class Elsewhere { public static JsonElement Read(string s) { using var d = JsonDocument.Parse(s); return d.RootElement; } public static object ReadHere(this string s) => JsonDocument.Parse(s); }");

        Assert.Equal(expected, Spelled.Replies(call));
    }

    [Theory]
    [InlineData(Ask + "var t = c.Content[0].Text;")]
    [InlineData("var r = await client.CompleteChatAsync(input); var t = r.Value.Content[0].Text;")]
    [InlineData("ClientResult<ChatCompletion> r = await client.CompleteChatAsync(input); string t = r.Value.Content.Last().Text;")]
    [InlineData(Ask + "var t = c.Content.FirstOrDefault()?.Text ?? \"[]\";")]
    [InlineData(Ask + "string t; t = c.Content[0].Text;")]
    [InlineData(Ask + "var t = string.Concat(c.Content.Select(p => p.Text));")]
    [InlineData(Ask + "var t = string.Join(\"\", c.Content.Where(p => p.Kind == ChatMessageContentPartKind.Text).Select(p => p.Text));")]
    [InlineData(Ask + "var t = \"\"; foreach (var part in c.Content) { t += part.Text; }")]
    [InlineData("var t = (await client.CompleteChatAsync(input)).Value.Content[0].Text.Trim();")]
    [InlineData("var t = client.CompleteChat(input).Value.Content[0].Text;")]
    [InlineData("var r = client.CompleteChatAsync(input).GetAwaiter().GetResult(); var t = r.Value.Content[0].Text;")]
    [InlineData("var t = client.CompleteChatAsync(input).Result.Value.Content[0].Text;")]
    [InlineData("var task = client.CompleteChatAsync(input); var t = (await task.ConfigureAwait(false)).Value.Content[0].Text;")]
    [InlineData("var r = await client.CompleteChatAsync(input); if (r.Value.Content.Count == 0) return null; var t = r.Value.Content[0].Text;")]
    [InlineData("var s = new System.Text.StringBuilder(); await foreach (var u in client.CompleteChatStreamingAsync(input)) { foreach (var p in u.ContentUpdate) { s.Append(p.Text); } } var t = s.ToString();")]
    [InlineData("var s = new System.Text.StringBuilder(); await foreach (var u in client.CompleteChatStreamingAsync(input)) { if (u.ContentUpdate.Count > 0) s.Append(u.ContentUpdate[0].Text); } var t = s.ToString().Trim();")]
    [InlineData("var t = \"\"; await foreach (var u in client.CompleteChatStreamingAsync(input)) { t += u.ContentUpdate.FirstOrDefault()?.Text; }")]
    [InlineData("var t = await client.CompleteChatAsync(input).ContinueWith(x => x.Result.Value.Content[0].Text);")]
    [InlineData("var t = await Task.Run(async () => { var r = await client.CompleteChatAsync(input); return r.Value.Content[0].Text; });")]
    [InlineData("var r = await RetryAsync(() => client.CompleteChatAsync(input)); var t = r.Value.Content[0].Text;")]
    [InlineData("var r = await RetryAsync(async () => await client.CompleteChatAsync(input)); var t = r.Value.Content[0].Text;")]
    [InlineData("async Task<string> Get() { var r = await client.CompleteChatAsync(input); return r.Value.Content[0].Text; } var t = await Get();")]
    [InlineData("Func<Task<string>> get = async () => (await client.CompleteChatAsync(input)).Value.Content[0].Text; var t = await get();")]
    [InlineData(Ask + "var (t, n) = Pair(c.Content[0].Text);")]
    [InlineData(Ask + "var pair = Pair(c.Content[0].Text); var t = pair.Text;")]
    [InlineData(Ask + "var result = new Result { Text = c.Content[0].Text }; var t = result.Text;")]
    [InlineData(Ask + "var result = new Result(); result.Text = c.Content[0].Text; var t = result.Text;")]
    [InlineData(Ask + "var result = new Dto(c.Content[0].Text); var t = result.Name;")]
    [InlineData(Ask + "Stored = c.Content[0].Text; var t = Stored;")]
    [InlineData(Ask + "var t = c.Content[0].Text; t = t.Replace(\"a\", \"\"); t = t.Trim();")]
    [InlineData(Ask + "var t = c.Content[0].Text; if (t.StartsWith(\"[\")) { t = $\"{{\\\"items\\\": {t}}}\"; }")]
    [InlineData(Ask + "var t = System.Text.RegularExpressions.Regex.Replace(c.Content[0].Text, \"x\", \"\");")]
    [InlineData(Ask + "var t = c.Content[0].Text[1..^1];")]
    [InlineData(Ask + "var t = input == \"\" ? \"\" : c.Content[0].Text;")]
    [InlineData(Ask + "var part = c.Content[0]; var t = part.Text;")]
    [InlineData(Ask + "if (c.Content[0].Text is not { } t) return null;")]
    [InlineData(Ask + "if (c is not { Content: [var first, ..] }) return null; var t = first.Text;")]
    [InlineData(Ask + "var t = Plain(c.Content[0].Text);")]
    [InlineData("string t; try { var r = await client.CompleteChatAsync(input); t = r.Value.Content[0].Text; } catch (Exception) { throw; }")]
    public void The_text_of_a_reply_is_followed_through(string statements)
    {
        var call = ReadCall.OpenAI(statements + " var dto = JsonSerializer.Deserialize<Dto>(t);", Members);

        Assert.True(call.ReplyUses.Any(u => u is { Kind: ReplyUseKind.ParsedAsJson, Type.Name: "Dto" }), statements + " => " + Spelled.Replies(call));
    }

    [Theory]
    [InlineData(Ask + "var t = input;")]
    [InlineData(Ask + "var t = c.Content[0].Text; t = input;")]
    [InlineData(Ask + "var t = c.Content[0].Refusal;")]
    [InlineData(Ask + "var t = c.Id;")]
    [InlineData(Ask + "var t = c.FinishReason.ToString();")]
    [InlineData(Ask + "var result = new Result { Text = c.Content[0].Text, Other = input }; var t = result.Other;")]
    [InlineData(Ask + "var (n, t) = (c.Content[0].Text, input);")]
    [InlineData(Ask + "var t = Stored;")]
    [InlineData(Ask + "var t = c.Content[0].Text.Length.ToString();")]
    [InlineData(Ask + "var s = new System.Text.StringBuilder(); s.Append(input); var t = s.ToString();")]
    public void What_is_parsed_is_not_the_reply(string statements)
    {
        var call = ReadCall.OpenAI(statements + " var dto = JsonSerializer.Deserialize<Dto>(t!);", Members);

        Assert.False(call.ReplyUses.Any(u => u.Kind == ReplyUseKind.ParsedAsJson), statements);
    }

    [Theory]
    [InlineData("var t = response.Text;")]
    [InlineData("var t = response.ToString();")]
    [InlineData("var t = $\"{response}\";")]
    [InlineData("var t = response.Messages[0].Text;")]
    [InlineData("var t = response.Messages.Last().Text ?? \"{}\";")]
    [InlineData("var t = response?.Text?.Trim();")]
    [InlineData("var t = response.Messages.SelectMany(m => m.Contents).OfType<TextContent>().First().Text;")]
    [InlineData("var t = ((TextContent)response.Messages[0].Contents[0]).Text;")]
    [InlineData("var m = response.Messages.LastOrDefault(m => m.Role == ChatRole.Assistant); var t = m?.Text;")]
    public void The_text_of_extensions_ai_is_followed_through(string statements)
    {
        var call = ReadCall.ExtensionsAI("var response = await client.GetResponseAsync(input); " + statements + " var n = JsonSerializer.Deserialize<int[]>(t!);");

        Assert.Equal("ParsedAsJson JsonSerializer.Deserialize<int[]> : int[]", Spelled.Replies(call));
    }

    [Fact]
    public void A_streamed_reply_of_extensions_ai_is_followed()
    {
        var call = ReadCall.ExtensionsAI(
            "var all = new List<ChatResponseUpdate>(); await foreach (var u in client.GetStreamingResponseAsync(input)) { all.Add(u); Console.Write(u.Text); } var t = all.ToChatResponse().Text; _ = int.Parse(t);");

        Assert.Equal("Shown Console.Write | Converted int.Parse : int", Spelled.Replies(call));
        Assert.True(call.IsStreaming);
    }

    [Fact]
    public void A_typed_result_is_no_text()
    {
        var call = ReadCall.ExtensionsAI("var response = await client.GetResponseAsync<int>(input); _ = response.Result == 3; _ = response.Result.ToString() == \"yes\";");

        Assert.Equal("", Spelled.Replies(call));
    }

    [Theory]
    [InlineData("Console.WriteLine(t);", "Shown Console.WriteLine")]
    [InlineData("System.IO.File.WriteAllText(\"f\", t);", "Shown File.WriteAllText")]
    [InlineData("Unknown(t);", "Unknown List<object>.Add")]
    [InlineData("new System.Net.Http.StringContent(t);", "")]
    [InlineData("return t;", "")]
    public void A_text_that_leaves_says_how(string statement, string expected)
    {
        Assert.Equal(expected, Spelled.Replies(ReadCall.OpenAI(Ask + "var t = c.Content[0].Text; " + statement, Members)));
    }

    private const string Service =
        """
        using System;
        using System.Text.Json;
        using System.Threading.Tasks;
        using OpenAI.Chat;

        interface IService { Task<string> AskAsync(string system, string user); }

        class Service(ChatClient client) : IService
        {
            public async Task<string> AskAsync(string system, string user)
            {
                ChatCompletion c = await client.CompleteChatAsync(new SystemChatMessage(system), new UserChatMessage(user));
                return c.Content[0].Text;
            }

            /* TYPED */
        }

        """;

    private static readonly string TypedService = Service.Replace("/* TYPED */", """
        public async Task<T?> GetAsync<T>(string user)
        {
            var text = await AskAsync("Return JSON.", user);
            return JsonSerializer.Deserialize<T>(text);
        }
        """, StringComparison.Ordinal);

    [Theory]
    [InlineData("class Caller(IService service) { async Task Run() { var t = await service.AskAsync(\"\", \"\"); _ = int.Parse(t); } }", "Converted int.Parse : int")]
    [InlineData("class Caller(Service service) { Task<string> Pass() => service.AskAsync(\"\", \"\"); async Task Run() => _ = int.Parse(await Pass()); }", "Converted int.Parse : int")]
    [InlineData("class Caller(Service service) { async Task Run() { var kind = await service.GetAsync<DayOfWeek>(\"\"); } }", "ParsedAsJson JsonSerializer.Deserialize : DayOfWeek")]
    [InlineData("class Caller(Service service) { async Task Run() { var t = (await service.AskAsync(\"\", \"\")).Trim(); switch (t) { case \"yes\": break; } } }", "Compared switch")]
    public void A_reply_that_is_returned_is_followed_to_the_caller(string caller, string expected)
    {
        var service = caller.Contains("GetAsync", StringComparison.Ordinal) ? TypedService : Service;
        var call = ReadCall.From(Sdk.OpenAI, service, "using System; using System.Threading.Tasks;\n" + caller);

        Assert.Contains(expected, Spelled.Replies(call));
    }

    [Fact]
    public void A_generic_parse_without_a_caller_has_no_type()
    {
        Assert.Equal("ParsedAsJson JsonSerializer.Deserialize", Spelled.Replies(ReadCall.From(Sdk.OpenAI, TypedService)));
    }

    [Fact]
    public void A_use_in_another_member_is_local_where_the_text_leaves_the_member()
    {
        var call = ReadCall.OpenAI(Ask + "var dto = Elsewhere.Read(c.Content[0].Text);", "", "static class Elsewhere { public static int Read(string s) => int.Parse(s); }");

        var use = Assert.Single(call.ReplyUses);
        Assert.Equal("File1.cs", use.Location.SourceTree!.FilePath);
        Assert.NotNull(use.LocalLocation);
        Assert.Equal("Elsewhere.Read(c.Content[0].Text)", use.LocalLocation.SourceTree!.GetText().ToString(use.LocalLocation.SourceSpan));
        Assert.Equal(ReplyUseKind.Converted, use.Kind);
    }

    [Fact]
    public void Mocked_calls_are_read_without_uses()
    {
        var calls = ReadCall.All(Sdk.ExtensionsAIFull, [Sources.ExtensionsAI("var x = client.GetResponseAsync(input); _ = x.IsCompleted;")]);

        Assert.Empty(calls.Single().Call.ReplyUses);
    }
}
