using LlmAnalyzers.Calls;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.Reading;

/// <summary>Which addresses lead to a model, whose they are, and which only look like one.</summary>
public class HttpAddressShapesTests
{
    private const string Chat = "new { model = \"m\", messages = new[] { new { role = \"user\", content = input } } }";
    private const string Claude = "new { model = \"m\", max_tokens = 100, messages = new[] { new { role = \"user\", content = input } } }";
    private const string Gemini = "new { contents = new[] { new { role = \"user\", parts = new[] { new { text = input } } } } }";

    [Theory]
    [InlineData("\"https://api.openai.com/v1/chat/completions\"", Chat, "openai; m")]
    [InlineData("Url", Chat, "openai; m")]
    [InlineData("new Uri(Url)", Chat, "openai; m")]
    [InlineData("new Uri(new Uri(\"https://api.openai.com\"), \"v1/chat/completions\")", Chat, "openai; m")]
    [InlineData("$\"{Host}/v1/chat/completions\"", Chat, "mistral; m")]
    [InlineData("$\"{url}/v1/chat/completions\"", Chat, "custom; m")]
    [InlineData("url + \"/chat/completions\"", Chat, "custom; m")]
    [InlineData("input ?? \"https://api.openai.com/v1/chat/completions\"", Chat, "openai custom; m")]
    [InlineData("$\"https://{input}.openai.azure.com/openai/deployments/{url}/chat/completions?api-version=2024-10-21\"", Chat, "azure; unknown")]
    [InlineData("$\"{url}/openai/deployments/d/chat/completions?api-version=x\"", Chat, "azure; unknown")]
    [InlineData("\"https://openrouter.ai/api/v1/chat/completions\"", Chat, "custom; m")]
    [InlineData("\"http://localhost:1234/v1/chat/completions\"", Chat, "custom; m")]
    [InlineData("\"https://api.anthropic.com/v1/messages\"", Claude, "anthropic; m")]
    [InlineData("$\"{url}/v1/messages\"", Claude, "anthropic custom; m")]
    [InlineData("\"https://generativelanguage.googleapis.com/v1beta/models/gemini-x:generateContent?key=\" + url", Gemini, "google; gemini-x")]
    [InlineData("$\"https://generativelanguage.googleapis.com/v1beta/models/{url}:generateContent\"", Gemini, "google; unknown")]
    [InlineData("\"http://localhost:11434/api/chat\"", Chat, "ollama custom; m")]
    [InlineData("\"http://localhost:11434/api/generate\"", "new { model = \"m\", prompt = input, stream = false }", "ollama custom; m")]
    [InlineData("\"https://api.openai.com/v1/responses\"", "new { model = \"m\", input }", "openai; m")]
    public void The_provider_is_behind_the_host(string address, string body, string expected)
    {
        var call = HttpSource.Read($"await http.PostAsJsonAsync({address}, {body});", "private const string Host = \"https://api.mistral.ai\";");
        Assert.Equal(expected, Provider(call) + "; " + Spelled.Setting(call[SettingKind.Model]));
    }

    [Theory]
    [InlineData("http.BaseAddress = new Uri(\"https://api.openai.com/\"); await http.PostAsJsonAsync(\"v1/chat/completions\", BODY);", "openai")]
    [InlineData("using var mine = new HttpClient { BaseAddress = new Uri(\"https://api.mistral.ai/v1/\") }; await mine.PostAsJsonAsync(\"chat/completions\", BODY);", "mistral")]
    [InlineData("await http.PostAsJsonAsync(\"v1/chat/completions\", BODY);", "custom")]
    public void A_relative_path_continues_the_base_address(string code, string expected) =>
        Assert.Equal(expected, Provider(HttpSource.Read(code.Replace("BODY", Chat))));

    [Fact]
    public void The_base_address_may_be_set_in_the_constructor() => Assert.Equal("openai", Provider(ReadCall.From(Sdk.None, """
        using System; using System.Net.Http; using System.Net.Http.Json; using System.Threading.Tasks;
        class Client
        {
            private readonly HttpClient _http;
            public Client(HttpClient http) { _http = http; _http.BaseAddress = new Uri("https://api.openai.com/v1/"); }
            public Task AskAsync(string q) => _http.PostAsJsonAsync("chat/completions", new { model = "m", messages = new[] { new { role = "user", content = q } } });
        }
        """)));

    [Fact]
    public void The_base_address_may_be_given_where_the_client_is_registered() => Assert.Equal("openai", Provider(ReadCall.From(
        Sdk.None,
        """
        using System; using System.Net.Http; using System.Net.Http.Json; using System.Threading.Tasks;
        class Client(HttpClient http)
        {
            public Task AskAsync(string q) => http.PostAsJsonAsync("v1/chat/completions", new { model = "m", messages = new[] { new { role = "user", content = q } } });
        }
        static class Registration
        {
            static void AddHttpClient<T>(this object services, Action<HttpClient> configure) { }
            static void Register(object services) => services.AddHttpClient<Client>(c => { c.BaseAddress = new Uri("https://api.openai.com/"); });
        }
        """)));

    [Theory]
    [InlineData("await http.PostAsJsonAsync(url, BODY);")]
    [InlineData("await http.PostAsJsonAsync(\"https://shop.example/orders\", BODY);")]
    [InlineData("await http.PostAsJsonAsync(\"https://shop.example/?next=/v1/chat/completions\", BODY);")]
    [InlineData("await http.PostAsJsonAsync(\"https://shop.example/v1/chat/completions/logs\", BODY);")]
    [InlineData("await http.PostAsJsonAsync(\"https://shop.example/mychat/completions\", BODY);")]
    [InlineData("await http.PostAsJsonAsync(\"https://graph.example/v1/messages\", new { to = input, text = new { body = \"hi\" } });")]
    [InlineData("await http.PostAsJsonAsync(\"/api/chat\", new { sessionId = url, text = input });")]
    [InlineData("await http.GetAsync(\"https://api.openai.com/v1/chat/completions\");")]
    [InlineData("await http.SendAsync(new HttpRequestMessage(HttpMethod.Get, Url));")]
    [InlineData("await http.PostAsJsonAsync(\"https://api.openai.com/v1/batches\", new { input_file_id = input, endpoint = \"/v1/chat/completions\" });")]
    [InlineData("System.Linq.Expressions.Expression<Func<Task<HttpResponseMessage>>> e = () => http.PostAsync(Url, null);")]
    public void Other_addresses_are_no_calls(string code) => Assert.Equal(0, HttpSource.Count(code.Replace("BODY", Chat)));

    /// <summary>The client of a test server asks the program under test.</summary>
    [Fact]
    public void A_relative_path_in_a_test_is_no_call() => Assert.Empty(ReadCall.All(Sdk.None, ["""
        using System; using System.Net.Http; using System.Net.Http.Json; using System.Threading.Tasks;
        class FactAttribute : Attribute { }
        class ServerTests(HttpClient client)
        {
            [Fact]
            public async Task Answers() => await client.PostAsJsonAsync("/v1/chat/completions", new { model = "m", messages = new[] { new { role = "user", content = "You are a poet." } } });
        }
        """]));

    private static string Provider(LlmCall call) => ((call.Provider ?? "") + (call.HasCustomEndpoint ? " custom" : "")).Trim();
}
