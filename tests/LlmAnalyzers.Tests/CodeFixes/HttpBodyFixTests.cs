using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes;
using LlmAnalyzers.Tests.Reading;
using LlmAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;

namespace LlmAnalyzers.Tests.CodeFixes;

/// <summary>Edits of JSON bodies that are written as anonymous objects and dictionaries; of others no edit is offered.</summary>
public class HttpBodyFixTests
{
    private const string Parse = "int.Parse(JsonNode.Parse(await reply.Content.ReadAsStringAsync())![\"choices\"]![0]![\"message\"]![\"content\"]!.ToString());";
    private const string Deserialize = "JsonSerializer.Deserialize<Order>(JsonNode.Parse(await reply.Content.ReadAsStringAsync())![\"choices\"]![0]![\"message\"]![\"content\"]!.ToString());";
    private const string Messages = "messages = new[] { new { role = \"system\", content = \"Count.\" }, new { role = \"user\", content = input } }";

    [Theory]
    [InlineData("temperature = {|LLM2001:0.9|}", "temperature = 0.0")]
    [InlineData("temperature = {|LLM2001:1|}", "temperature = 0")]
    public Task LLM2001_sets_the_value_to_zero(string before, string after) => FixAsync<SetTemperatureToZero>(
        "LLM2001",
        $"var reply = await http.PostAsJsonAsync(Url, new {{ model = \"m\", {Messages}, {before} }});\n{Parse}",
        $"var reply = await http.PostAsJsonAsync(Url, new {{ model = \"m\", {Messages}, {after} }});\n{Parse}");

    [Theory]
    [InlineData("var body = new { model = \"gpt-4.1-2025-04-14\", messages };", "var body = new { model = \"gpt-4.1-2025-04-14\", messages, temperature = 0 };")]
    [InlineData("var body = new Dictionary<string, object> { [\"model\"] = \"gpt-4.1-2025-04-14\", [\"messages\"] = messages };", "var body = new Dictionary<string, object>\n{\n    [\"model\"] = \"gpt-4.1-2025-04-14\",\n    [\"messages\"] = messages,\n    [\"temperature\"] = 0,\n};")]
    [InlineData("var body = new Dictionary<string, object> { { \"model\", \"gpt-4.1-2025-04-14\" }, { \"messages\", messages } };", "var body = new Dictionary<string, object>\n{\n    { \"model\", \"gpt-4.1-2025-04-14\" },\n    { \"messages\", messages },\n    { \"temperature\", 0 },\n};")]
    public Task LLM2002_adds_the_temperature(string before, string after)
    {
        const string list = "var messages = new[] { new { role = \"system\", content = \"Count.\" }, new { role = \"user\", content = input } };\n";
        const string send = "\nvar reply = await http.{|LLM2002:PostAsync|}(Url, new StringContent(JsonSerializer.Serialize(body)));\n" + Parse;
        return FixAsync<AddTemperatureZero>("LLM2002", list + before + send, list + after + Unmarked(send));
    }

    [Fact]
    public Task LLM2002_adds_it_below_the_options_of_Ollama() => FixAsync<AddTemperatureZero>(
        "LLM2002",
        """
        var body = new { model = "llama3.1", prompt = "Count: " + input, options = new { seed = 1 } };
        var reply = await http.{|LLM2002:PostAsJsonAsync|}("http://localhost:11434/api/generate", body);
        int.Parse(JsonNode.Parse(await reply.Content.ReadAsStringAsync())!["response"]!.ToString());
        """,
        """
        var body = new { model = "llama3.1", prompt = "Count: " + input, options = new { seed = 1, temperature = 0 } };
        var reply = await http.PostAsJsonAsync("http://localhost:11434/api/generate", body);
        int.Parse(JsonNode.Parse(await reply.Content.ReadAsStringAsync())!["response"]!.ToString());
        """);

    [Fact]
    public Task LLM1001_requests_a_schema() => FixAsync<RequestJsonSchema>(
        "LLM1001",
        """
        var body = new
        {
            model = "gpt-4.1-2025-04-14",
            messages = new[] { new { role = "user", content = input } },
        };
        var reply = await http.{|LLM1001:PostAsJsonAsync|}(Url, body);
        """ + "\n" + Deserialize,
        """"
        var body = new
        {
            model = "gpt-4.1-2025-04-14",
            messages = new[] { new { role = "user", content = input } },
            response_format = new
            {
                type = "json_schema",
                json_schema = new
                {
                    name = "order",
                    strict = true,
                    schema = JsonNode.Parse(
                        """
                        {
                          "type": "object",
                          "properties": {
                            "Id": {
                              "type": "integer"
                            }
                          },
                          "required": ["Id"],
                          "additionalProperties": false
                        }
                        """),
                },
            },
        };
        var reply = await http.PostAsJsonAsync(Url, body);
        """" + "\n" + Deserialize);

    [Fact]
    public Task LLM3001_inserts_a_system_message()
    {
        var test = RuleVerifier.Test<LlmCallAnalyzer, InsertSystemMessage>(
            "LLM3001",
            Source("""
                var messages = new List<object>();
                messages.Add(new { role = "user", content = input });
                var reply = await http.{|LLM3001:PostAsJsonAsync|}(Url, new { model = "m", messages });
                """),
            Source("""
                var messages = new List<object>();
                messages.Add(new { role = "system", content = "Describe here what the model is for, and the rules that hold for every input." });
                messages.Add(new { role = "user", content = input });
                var reply = await http.PostAsJsonAsync(Url, new { model = "m", messages });
                """),
            Sdk.NewtonsoftJson);
        return test.RunAsync();
    }

    [Fact]
    public Task LLM3001_moves_the_role() => FixAsync<MoveRoleToSystemMessage>(
        "LLM3001",
        """
        var messages = new List<object>
        {
            new { role = "user", content = "You are an experienced gardener. Answer this question: " + input },
        };
        var reply = await http.{|LLM3001:PostAsJsonAsync|}(Url, new { model = "m", messages });
        """,
        """
        var messages = new List<object>
        {
            new { role = "system", content = "You are an experienced gardener." },
            new { role = "user", content = "Answer this question: " + input },
        };
        var reply = await http.PostAsJsonAsync(Url, new { model = "m", messages });
        """);

    [Fact]
    public Task LLM3001_moves_the_role_beside_the_messages_of_Claude() => FixAsync<MoveRoleToSystemMessage>(
        "LLM3001",
        """
        var reply = await http.{|LLM3001:PostAsJsonAsync|}("https://api.anthropic.com/v1/messages", new
        {
            model = "m",
            max_tokens = 900,
            messages = new[] { new { role = "user", content = "You are an experienced gardener. Answer this question: " + input } },
        });
        """,
        """
        var reply = await http.PostAsJsonAsync("https://api.anthropic.com/v1/messages", new
        {
            model = "m",
            max_tokens = 900,
            messages = new[] { new { role = "user", content = "Answer this question: " + input } },
            system = "You are an experienced gardener.",
        });
        """);

    [Theory]
    [InlineData("var body = new JsonObject { [\"model\"] = \"gpt-4.1-2025-04-14\", [\"messages\"] = new JsonArray(new JsonObject { [\"role\"] = \"user\", [\"content\"] = \"Count: \" + input }) };", "body.ToJsonString()")]
    [InlineData("var body = \"{\\\"model\\\":\\\"gpt-4.1-2025-04-14\\\",\\\"messages\\\":[{\\\"role\\\":\\\"user\\\",\\\"content\\\":\\\"Count\\\"}]}\";", "body")]
    public Task No_edit_is_offered_where_none_is_clean(string body, string text)
    {
        var code = body + "\nvar reply = await http.{|LLM2002:PostAsync|}(Url, new StringContent(" + text + "));\n" + Parse;
        var source = Source(code);
        return RuleVerifier.VerifyFixAsync<LlmCallAnalyzer, AddTemperatureZero>("LLM2002", source, source, Sdk.NewtonsoftJson);
    }

    private static Task FixAsync<TFix>(string rule, string before, string after)
        where TFix : CodeFixProvider, new() =>
        RuleVerifier.VerifyFixAsync<LlmCallAnalyzer, TFix>(rule, Source(before), Source(after), Sdk.NewtonsoftJson);

    private static string Source(string code) => HttpSource.Method(code, types: "class Order { public int Id { get; set; } }");

    private static string Unmarked(string code) => code.Replace("{|LLM2002:", "").Replace("|}", "");
}
