using Xunit;

namespace LlmAnalyzers.Tests.Reading;

/// <summary>From the JSON of a reply to its text, and from there to what is done with it.</summary>
public class HttpReplyShapesTests
{
    private const string Post = "var response = await http.PostAsJsonAsync(Url, new { model = \"m\" });\n";
    private const string Helper = "private static string Extract(string json) { using var doc = JsonDocument.Parse(json); return doc.RootElement.GetProperty(\"choices\")[0].GetProperty(\"message\").GetProperty(\"content\").GetString() ?? \"\"; }";
    private const string Types = """
        class Order { public int Id { get; set; } }
        class Reply { [JsonPropertyName("choices")] public List<Choice>? Choices { get; set; } }
        class Choice { public Message? Message { get; set; } [JsonPropertyName("finish_reason")] public string? FinishReason { get; set; } }
        record Message(string Role, string Content);
        """;

    [Theory]
    [InlineData("var json = await response.Content.ReadAsStringAsync(); using var doc = JsonDocument.Parse(json); var text = doc.RootElement.GetProperty(\"choices\")[0].GetProperty(\"message\").GetProperty(\"content\").GetString(); int.Parse(text!);")]
    [InlineData("var root = await response.Content.ReadFromJsonAsync<JsonElement>(); foreach (var c in root.GetProperty(\"choices\").EnumerateArray()) { if (c.TryGetProperty(\"message\", out var m) && m.TryGetProperty(\"content\", out var t)) { int.Parse(t.GetString()!); } }")]
    [InlineData("using var stream = await response.Content.ReadAsStreamAsync(); using var doc = await JsonDocument.ParseAsync(stream); int.Parse(doc.RootElement.GetProperty(\"choices\").EnumerateArray().First().GetProperty(\"message\").GetProperty(\"content\").GetString() ?? \"\");")]
    [InlineData("var node = JsonNode.Parse(await response.Content.ReadAsStringAsync()); var text = node![\"choices\"]![0]![\"message\"]![\"content\"]!.GetValue<string>(); int.Parse(text);")]
    [InlineData("var node = JsonNode.Parse(await response.Content.ReadAsStringAsync()); var text = (string?)node?[\"choices\"]?[0]?[\"message\"]?[\"content\"]; int.Parse(text!);")]
    [InlineData("var node = JsonNode.Parse(await response.Content.ReadAsStringAsync()); int.Parse(node![\"choices\"]![0]![\"message\"]![\"content\"]!.ToString());")]
    [InlineData("var o = JObject.Parse(await response.Content.ReadAsStringAsync()); var text = o[\"choices\"]?[0]?[\"message\"]?[\"content\"]?.ToString(); int.Parse(text!);")]
    [InlineData("var o = JObject.Parse(await response.Content.ReadAsStringAsync()); int.Parse(o.SelectToken(\"$.choices[0].message.content\")!.Value<string>()!);")]
    [InlineData("dynamic o = JsonConvert.DeserializeObject(await response.Content.ReadAsStringAsync())!; string text = o.choices[0].message.content; int.Parse(text);")]
    [InlineData("dynamic o = JsonConvert.DeserializeObject<dynamic>(await response.Content.ReadAsStringAsync())!; var text = o.choices[0].message.content.ToString(); int.Parse((string)text);")]
    [InlineData("var reply = await response.Content.ReadFromJsonAsync<Reply>(); int.Parse(reply!.Choices![0].Message!.Content);")]
    [InlineData("var reply = JsonSerializer.Deserialize<Reply>(await response.Content.ReadAsStringAsync()); var text = reply?.Choices?.FirstOrDefault()?.Message?.Content ?? \"\"; int.Parse(text.Trim());")]
    [InlineData("int.Parse(Extract(await response.Content.ReadAsStringAsync()));")]
    [InlineData("var json = await response.Content.ReadAsStringAsync(); if (!response.IsSuccessStatusCode) throw new Exception(json); Console.WriteLine(json); int.Parse(Extract(json));")]
    public void The_text_is_found(string code) => Assert.Equal("Converted int.Parse : int", Replies(code));

    [Theory]
    [InlineData("var reply = JsonSerializer.Deserialize<Reply>(await response.Content.ReadAsStringAsync());", "")]
    [InlineData("var doc = JsonDocument.Parse(await response.Content.ReadAsStringAsync()); int.Parse(doc.RootElement.GetProperty(\"usage\").GetProperty(\"total_tokens\").GetString()!);", "")]
    [InlineData("var reply = await response.Content.ReadFromJsonAsync<Reply>(); if (reply!.Choices![0].FinishReason == \"length\") throw new Exception();", "")]
    [InlineData("var reply = await response.Content.ReadFromJsonAsync<Reply>(); Console.WriteLine(reply!.Choices![0].Message!.Content);", "Shown Console.WriteLine")]
    [InlineData("var json = await response.Content.ReadAsStringAsync(); var error = JsonNode.Parse(json)![\"error\"]![\"message\"]!.ToString(); if (error == \"quota\") throw new Exception();", "")]
    public void To_parse_the_envelope_is_not_to_parse_the_text(string code, string expected) => Assert.Equal(expected, Replies(code));

    [Fact]
    public void JSON_in_the_text_is_parsed_after_the_envelope() => Assert.Equal(
        "ParsedAsJson JsonSerializer.Deserialize<Order> : Order",
        Replies("var reply = JsonSerializer.Deserialize<Reply>(await response.Content.ReadAsStringAsync()); var order = JsonSerializer.Deserialize<Order>(reply!.Choices![0].Message!.Content);"));

    [Fact]
    public void Code_that_cannot_be_read_is_an_unknown_use() => Assert.Equal(
        "Unknown IReader.Read",
        Spelled.Replies(HttpSource.Read(Post + "reader.Read(await response.Content.ReadAsStringAsync());", "private readonly IReader reader = null!;", "interface IReader { void Read(string json); }")));

    [Fact]
    public void A_wrapper_may_return_the_JSON_and_its_callers_take_the_text_out() => Assert.Equal(
        "Converted int.Parse : int",
        Spelled.Replies(HttpSource.Read(
            "return null;",
            """
            async Task<string> PostAsync(string q) { var response = await http.PostAsJsonAsync(Url, new { model = "m", messages = new[] { new { role = "user", content = q } } }); return await response.Content.ReadAsStringAsync(); }
            async Task<int> CountAsync(string q) { var json = await PostAsync(q); return int.Parse(JsonDocument.Parse(json).RootElement.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString()!); }
            """)));

    [Theory]
    [InlineData("https://api.anthropic.com/v1/messages", "[\"content\"]![0]![\"text\"]")]
    [InlineData("https://generativelanguage.googleapis.com/v1beta/models/m:generateContent", "[\"candidates\"]![0]![\"content\"]![\"parts\"]![0]![\"text\"]")]
    [InlineData("https://api.openai.com/v1/responses", "[\"output\"]![0]![\"content\"]![0]![\"text\"]")]
    public void Each_API_has_its_own_place(string url, string place) => Assert.Equal(
        "Converted int.Parse : int",
        Spelled.Replies(HttpSource.Read($"var response = await http.PostAsJsonAsync(\"{url}\", new {{ model = \"m\" }}); int.Parse(JsonNode.Parse(await response.Content.ReadAsStringAsync())!{place}!.ToString());")));

    [Fact]
    public void A_stream_of_events_is_put_together() => Assert.Equal(
        "ParsedAsJson JsonSerializer.Deserialize<Order> : Order",
        Replies("""
            var all = new StringBuilder();
            using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
            string? line;
            while ((line = await reader.ReadLineAsync()) != null)
            {
                if (!line.StartsWith("data: ")) continue;
                var data = line.Substring(6);
                if (data == "[DONE]") break;
                all.Append(JsonDocument.Parse(data).RootElement.GetProperty("choices")[0].GetProperty("delta").GetProperty("content").GetString());
            }
            JsonSerializer.Deserialize<Order>(all.ToString());
            """));

    [Theory]
    [InlineData("var reply = await response.Content.ReadFromJsonAsync<Reply>(); if (reply!.Choices![0].FinishReason != \"stop\") return null; int.Parse(reply.Choices[0].Message!.Content);", true)]
    [InlineData("var root = await response.Content.ReadFromJsonAsync<JsonElement>(); var c = root.GetProperty(\"choices\")[0]; if (c.GetProperty(\"message\").TryGetProperty(\"refusal\", out _)) return null; int.Parse(c.GetProperty(\"message\").GetProperty(\"content\").GetString()!);", true)]
    [InlineData("var text = Extract(await response.Content.ReadAsStringAsync()); if (string.IsNullOrEmpty(text)) return null; int.Parse(text);", true)]
    [InlineData("response.EnsureSuccessStatusCode(); int.Parse(Extract(await response.Content.ReadAsStringAsync()));", false)]
    public void It_is_known_whether_somebody_asks_why_the_reply_ended(string code, bool expected) =>
        Assert.Equal(expected, HttpSource.Read(Post + code, Helper, Types).Ending.IsAskedFor);

    private static string Replies(string code) => Spelled.Replies(HttpSource.Read(Post + code, Helper, Types));
}
