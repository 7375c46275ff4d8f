using LlmAnalyzers.Calls;
using Xunit;

namespace LlmAnalyzers.Tests.Reading;

/// <summary>The many ways in which people write the JSON body of a request.</summary>
public class HttpBodyShapesTests
{
    private const string Whole = "gpt-x; 0.2; 100; JsonMode; system: s | user: {input}";

    [Theory]
    [InlineData("""
        var body = new { model = "gpt-x", messages = new[] { new { role = "system", content = "s" }, new { role = "user", content = input } }, temperature = 0.2, max_tokens = 100, response_format = new { type = "json_object" } };
        await http.PostAsJsonAsync(Url, body);
        """)]
    [InlineData("""
        var model = "gpt-x";
        await http.PostAsJsonAsync(Url, new { model, messages = new object[] { new { role = "system", content = "s" }, new { role = "user", content = input, name = "u" } }, temperature = 0.2f, max_tokens = 100, response_format = new { type = "json_object" } });
        """)]
    [InlineData("""
        var body = new { model = "gpt-x", messages = new[] { new { role = "system", content = "s" }, new { role = "user", content = input } }, temperature = 0.2, max_tokens = 100, response_format = new { type = "json_object" } };
        var json = JsonSerializer.Serialize(body);
        var content = new StringContent(json, Encoding.UTF8, "application/json");
        await http.PostAsync(Url, content);
        """)]
    [InlineData("""
        var messages = new List<object> { new { role = "system", content = "s" } };
        messages.Add(new { role = "user", content = input });
        using var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = JsonContent.Create(new { model = "gpt-x", messages, temperature = 0.2, max_completion_tokens = 100, response_format = new { type = "json_object" } }) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "k");
        await http.SendAsync(request, CancellationToken.None);
        """)]
    [InlineData("""
        using var request = new HttpRequestMessage(HttpMethod.Post, Url);
        request.Content = new StringContent(JsonConvert.SerializeObject(new { model = "gpt-x", messages = new[] { new { role = "system", content = "s" }, new { role = "user", content = input } }, temperature = 0.2, max_tokens = 100, response_format = new { type = "json_object" } }), Encoding.UTF8, "application/json");
        await http.SendAsync(request);
        """)]
    [InlineData(""""
        var raw = $$"""{"model":"gpt-x","temperature":0.2,"max_tokens":100,"response_format":{"type":"json_object"},"messages":[{"role":"system","content":"s"},{"role":"user","content":"{{input}}"}]}""";
        await http.PostAsync(Url, new StringContent(raw));
        """")]
    [InlineData("""
        var raw = "{\"model\":\"gpt-x\",\"temperature\":0.2,\"max_tokens\":100,\"response_format\":{\"type\":\"json_object\"},\"messages\":[{\"role\":\"system\",\"content\":\"s\"},{\"role\":\"user\",\"content\":\"" + input + "\"}]}";
        await http.PostAsync(Url, new StringContent(raw));
        """)]
    [InlineData("""
        var body = new Dictionary<string, object> { ["model"] = "gpt-x", ["max_tokens"] = 100 };
        body.TryAdd("response_format", new { type = "json_object" });
        body["messages"] = new[] { new { role = "system", content = "s" }, new { role = "user", content = input } };
        body.Add("temperature", 0.2);
        await http.PostAsync(Url, new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body)));
        """)]
    [InlineData("""
        var body = new JsonObject { ["model"] = "gpt-x", ["temperature"] = 0.2, ["max_tokens"] = 100, ["messages"] = new JsonArray(new JsonObject { ["role"] = "system", ["content"] = "s" }, new JsonObject { ["role"] = "user", ["content"] = input }) };
        body["response_format"] = new JsonObject { ["type"] = "json_object" };
        await http.PostAsync(Url, new StringContent(body.ToJsonString()));
        """)]
    [InlineData("""
        var messages = new JArray { new JObject { ["role"] = "system", ["content"] = "s" }, new JObject(new JProperty("role", "user"), new JProperty("content", input)) };
        var body = new JObject { ["model"] = "gpt-x", ["temperature"] = 0.2, ["messages"] = messages, ["response_format"] = JObject.FromObject(new { type = "json_object" }) };
        body.Add("max_tokens", 100);
        await http.PostAsync(Url, new StringContent(body.ToString()));
        """)]
    public void An_untyped_body_is_read(string code) => Assert.Equal(Whole, Spell(HttpSource.Read(code)));

    [Theory]
    [InlineData("""
        await http.PostAsJsonAsync(Url, new ChatRequest { Messages = [new Message("system", "s"), new Message("user", input)], Temperature = 0.2, ResponseFormat = new() { Type = "json_object" } });
        """)]
    [InlineData("""
        var request = new ChatRequest();
        request.Messages.Add(new("system", "s"));
        request.Messages.Add(new("user", input));
        request.Temperature = 0.2;
        request.ResponseFormat = new Format { Type = "json_object" };
        await http.PostAsync(Url, new StringContent(JsonSerializer.Serialize(request)));
        """)]
    public void A_body_of_a_class_is_read_by_the_names_in_JSON(string code) => Assert.Equal(Whole, Spell(HttpSource.Read(code, types: """
        class ChatRequest
        {
            [JsonPropertyName("model")] public string Model { get; set; } = "gpt-x";
            [JsonPropertyName("messages")] public List<Message> Messages { get; set; } = new();
            [JsonPropertyName("temperature")] public double? Temperature { get; set; }
            [JsonPropertyName("max_tokens")] public int MaxTokens { get; set; } = 100;
            [JsonPropertyName("response_format")] public Format? ResponseFormat { get; set; }
            [JsonIgnore] public double top_p { get; set; } = 0.1;
        }

        record Message([property: JsonPropertyName("role")] string Role, [property: JsonPropertyName("content")] string Content);

        class Format { [JsonPropertyName("type")] public string Type { get; init; } = "text"; }
        """)));

    [Fact]
    public void Newtonsofts_attributes_count_for_its_serializer() => Assert.Equal("gpt-x; 0.2; not set; not set; user: {input}", Spell(HttpSource.Read(
        """
        var request = new ChatRequest { Name = "gpt-x", Heat = 0.2, messages = new[] { new { role = "user", content = input } } };
        await http.PostAsync(Url, new StringContent(JsonConvert.SerializeObject(request)));
        """,
        types: """
        class ChatRequest
        {
            [JsonProperty("model")] public string? Name { get; set; }
            [JsonProperty(PropertyName = "temperature")] public double Heat { get; set; }
            public object[]? messages { get; set; }
        }
        """)));

    [Fact]
    public void A_naming_policy_counts() => Assert.Equal("gpt-x; not set; 100; not set; user: {input}", Spell(HttpSource.Read(
        """
        var request = new ChatRequest("gpt-x", new List<Message> { new("user", input) }, 100);
        await http.PostAsJsonAsync(Url, request, Options);
        """,
        members: "private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };",
        types: """
        record ChatRequest(string Model, List<Message> Messages, int? MaxTokens = null, double? Temperature = null);
        class Message
        {
            public Message(string role, string content) { Role = role; Content = content; }
            public string Role { get; }
            public string Content { get; }
        }
        """)));

    /// <summary>The serializer writes <c>MaxTokens</c>, which no service knows; the web's way makes it <c>maxTokens</c>.</summary>
    [Fact]
    public void A_name_that_is_not_the_services_sets_nothing() => Assert.Equal("not set; not set; not set; not set; …", Spell(HttpSource.Read(
        "await http.PostAsync(Url, new StringContent(JsonSerializer.Serialize(new { Model = \"gpt-x\", Temperature = 0.9, MaxTokens = 100 })));")));

    [Fact]
    public void The_web_s_names_begin_with_a_small_letter() => Assert.Equal("gpt-x; 0.9; not set; not set; …", Spell(HttpSource.Read(
        "await http.PostAsJsonAsync(Url, new { Model = \"gpt-x\", Temperature = 0.9, MaxTokens = 100 });")));

    [Theory]
    [InlineData("var body = new Dictionary<string, object> { [\"model\"] = \"gpt-x\" }; if (input.Length > 3) body[\"response_format\"] = new { type = \"json_object\" }; await http.PostAsJsonAsync(Url, body);", "JsonMode? or absent")]
    [InlineData("await http.PostAsJsonAsync(Url, new { model = \"gpt-x\", response_format = input == \"\" ? new { type = \"json_object\" } : null });", "JsonMode? or absent")]
    [InlineData("await http.PostAsJsonAsync(Url, new { model = \"gpt-x\", response_format = new { type = input } });", "unknown")]
    [InlineData("await http.PostAsJsonAsync(Url, new { model = \"gpt-x\", response_format = new { type = \"text\" } });", "None")]
    [InlineData("await http.PostAsJsonAsync(Url, new { model = \"gpt-x\", response_format = new { type = \"json_schema\", json_schema = new { name = \"n\", schema = new { type = \"object\" } } } });", "JsonSchema")]
    [InlineData("await http.PostAsJsonAsync(Url, new { model = \"gpt-x\", response_format = new { type = \"json_schema\", json_schema = new { name = \"n\", strict = true, schema = new { type = \"object\" } } } });", "StrictJsonSchema")]
    [InlineData("await http.PostAsJsonAsync(Url, Make()); object Make() => new Other();", "unknown")]
    [InlineData("await http.PostAsync(Url, new StringContent(input));", "unknown")]
    [InlineData("var body = new JsonObject { [\"model\"] = \"gpt-x\", [input] = 1 }; await http.PostAsJsonAsync(Url, body);", "unknown")]
    public void The_contract_is_read_or_unknown(string code, string expected) =>
        Assert.Equal(expected, Spelled.Setting(HttpSource.Read(code, types: "class Other : System.Dynamic.DynamicObject { [System.Text.Json.Serialization.JsonExtensionData] public Dictionary<string, object>? More { get; set; } = new() { [\"x\"] = 1 }; }")[SettingKind.OutputContract]));

    [Theory]
    [InlineData("var body = new Dictionary<string, object>(); Fill(body); await http.PostAsJsonAsync(Url, body);", "0.7")]
    [InlineData("var body = new Dictionary<string, object> { [\"temperature\"] = 0.1 }; body.Remove(\"temperature\"); await http.PostAsJsonAsync(Url, body);", "not set")]
    [InlineData("await http.PostAsJsonAsync(Url, Build(0.4));", "0.4")]
    [InlineData("await http.PostAsJsonAsync(Url, new { temperature = input.Length > 2 ? 0.1 : 0.9 });", "0.1? or 0.9?")]
    [InlineData("await http.PostAsJsonAsync(Url, new { temperature = double.Parse(input) });", "unknown")]
    [InlineData("await http.PostAsync(Url, new StringContent($\"{{\\\"temperature\\\": {input}, \\\"top_p\\\": 1}}\"));", "unknown")]
    public void The_temperature_is_found_in_helpers_and_branches(string code, string expected) => Assert.Equal(expected, Spelled.Setting(HttpSource.Read(code, """
        static void Fill(Dictionary<string, object> body) { body["temperature"] = 0.7; }
        static object Build(double heat) => new { model = "gpt-x", temperature = heat };
        """)[SettingKind.Temperature]));

    [Theory]
    [InlineData("new { role = \"user\", content = new object[] { new { type = \"text\", text = \"look: \" + input }, new { type = \"image_url\", image_url = new { url } } } }", "user+: look: {input}")]
    [InlineData("new { role = input, content = \"c\" }", "unknown: c")]
    [InlineData("new { role = \"assistant\", content = \"c\" }", "assistant: c")]
    [InlineData("new { role = \"developer\", content = $\"c {input}\" }", "developer: c {input}")]
    public void Messages_have_roles_and_parts(string message, string expected) =>
        Assert.Equal(expected, Spelled.Conversation(HttpSource.Read("await http.PostAsJsonAsync(Url, new { messages = new object[] { " + message + " } });").Conversation));

    [Theory]
    [InlineData("var history = JsonSerializer.Deserialize<List<object>>(input)!; history.Add(new { role = \"user\", content = \"q\" }); await http.PostAsJsonAsync(Url, new { messages = history });", "user: q | …")]
    [InlineData("var m = new List<object> { new { role = \"system\", content = \"s\" } }; foreach (var c in input) m.Add(new { role = \"user\", content = $\"{c}\" }); await http.PostAsJsonAsync(Url, new { messages = m });", "system: s | user?: {c}")]
    [InlineData("await http.PostAsJsonAsync(Url, new { messages = input.Select(c => new { role = \"user\", content = \"c\" }) });", "…")]
    public void Messages_from_outside_and_from_loops_are_kept_apart(string code, string expected) => Assert.Equal(expected, Spelled.Conversation(HttpSource.Read(code).Conversation));

    private static string Spell(LlmCall call) => string.Join(
        "; ",
        Spelled.Setting(call[SettingKind.Model]),
        Spelled.Setting(call[SettingKind.Temperature]),
        Spelled.Setting(call[SettingKind.MaxOutputTokens]),
        Spelled.Setting(call[SettingKind.OutputContract]),
        Spelled.Conversation(call.Conversation));
}
