using System.Linq;
using System.Threading.Tasks;
using LlmAnalyzers.Tests.Verification;
using Xunit;

namespace LlmAnalyzers.Tests.Matrix;

/// <summary>Every rule on every surface where it makes sense: it reports, it is silent where all is well, and where it cannot know.</summary>
public class SurfaceMatrixTests
{
    private const string SystemText = "\"You read orders for a garden shop.\"";

    public static TheoryData<string> All { get; } = [.. Surfaces.All.Select(s => s.Name)];

    public static TheoryData<string> WithTemperature { get; } = [.. Surfaces.All.Where(s => s.Temperature.Length > 0).Select(s => s.Name)];

    /// <summary>An API that requires a cap always has one.</summary>
    public static TheoryData<string> WithoutCap { get; } = [.. Surfaces.All.Where(s => !s.Call.Contains("MaxTokens")).Select(s => s.Name)];

    public static TheoryData<string> WithFormat { get; } = [.. Surfaces.All.Where(s => s.Format.Length > 0).Select(s => s.Name)];

    public static TheoryData<string> WithSchema { get; } = [.. Surfaces.All.Where(s => s.Schema.Length > 0).Select(s => s.Name)];

    public static TheoryData<string> WithSwitch { get; } = [.. Surfaces.All.Where(s => s.LooseSchema.Length > 0).Select(s => s.Name)];

    public static TheoryData<string> WithSchemaOfType { get; } = [.. Surfaces.All.Where(s => s.SchemaOfType.Length > 0).Select(s => s.Name)];

    /// <summary>A surface that can enforce nothing has no way out to name: the rule is silent there.</summary>
    [Theory]
    [MemberData(nameof(WithFormat))]
    public Task LLM1001_reports(string surface) =>
        ReportsAsync("LLM1001", surface, system: SystemText, user: "input", settings: "", use: "JsonSerializer.Deserialize<Order>(text)");

    [Theory]
    [MemberData(nameof(WithFormat))]
    public Task LLM1001_is_silent_where_the_request_enforces_JSON(string surface) =>
        IsSilentAsync("LLM1001", surface, SystemText, "input", Of(surface).Format, "JsonSerializer.Deserialize<Order>(text)");

    [Theory]
    [MemberData(nameof(All))]
    public Task LLM1001_is_silent_where_nothing_is_parsed(string surface) =>
        IsSilentAsync("LLM1001", surface, SystemText, "input", "", "text");

    public static TheoryData<string> WithJsonMode { get; } = [.. Surfaces.All.Where(s => s.JsonMode.Length > 0 && s.Format.Length > 0).Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(WithJsonMode))]
    public Task LLM1002_reports(string surface) =>
        VerifyAsync("LLM1002", surface, SystemText, "input", Of(surface).JsonMode.Replace("$", "[|" + Of(surface).JsonModeValue + "|]"), "JsonSerializer.Deserialize<Order>(text)", markCall: false);

    [Theory]
    [MemberData(nameof(WithJsonMode))]
    public Task LLM1002_is_silent_where_no_form_is_known(string surface) =>
        IsSilentAsync("LLM1002", surface, SystemText, "input", Of(surface).JsonMode.Replace("$", Of(surface).JsonModeValue), "JsonSerializer.Deserialize<JsonElement>(text)");

    [Theory]
    [InlineData("OpenAI chat")]
    [InlineData("OpenAI Responses")]
    public Task LLM1003_reports(string surface) =>
        VerifyAsync("LLM1003", surface, SystemText, "\"Two apples, please.\"", Of(surface).JsonMode.Replace("$", "[|" + Of(surface).JsonModeValue + "|]"), "text", markCall: false);

    [Theory]
    [MemberData(nameof(WithJsonMode))]
    public Task LLM1003_is_silent_where_a_text_has_the_word(string surface) =>
        IsSilentAsync("LLM1003", surface, SystemText, "\"Two apples as JSON, please.\"", Of(surface).JsonMode.Replace("$", Of(surface).JsonModeValue), "text");

    [Theory]
    [InlineData("Semantic Kernel", "ResponseFormat = [|\"json_schema\"|]")]
    public Task LLM1007_reports(string surface, string format) => VerifyAsync("LLM1007", surface, SystemText, "input", format, "text", markCall: false);

    [Theory]
    [MemberData(nameof(WithFormat))]
    public Task LLM1007_is_silent_about_a_format_that_is_sent(string surface) => IsSilentAsync("LLM1007", surface, SystemText, "input", Of(surface).Format, "text");

    /// <summary>The model of the other surfaces is bound elsewhere.</summary>
    [Theory]
    [InlineData("OpenAI Responses", "gpt-4.1-2025-04-14", "gpt-4-turbo")]
    [InlineData("Anthropic", "claude-sonnet-4-5-20250929", "claude-3-opus-20240229")]
    [InlineData("Anthropic beta", "claude-sonnet-4-5-20250929", "claude-3-opus-20240229")]
    public async Task LLM1008_reports(string surface, string capable, string incapable)
    {
        var snippets = Of(surface);
        var format = snippets.JsonMode.Length > 0
            ? "TextOptions = new ResponseTextOptions { TextFormat = [|ResponseTextFormat.CreateJsonSchemaFormat(\"order\", System.BinaryData.FromString(\"{}\"))|] },"
            : snippets.Format.Replace("= StructuredOutput", "= [|StructuredOutput").Replace("()", "()|]");
        var call = snippets.Call.Replace("[|", "").Replace("|]", "").Replace("SYSTEM", "").Replace("USER", "input").Replace("SETTINGS", format);
        await RuleVerifier.VerifyAsync<LlmCallAnalyzer>("LLM1008", snippets.Source(call.Replace(capable, incapable), "text"), snippets.References);
        await RuleVerifier.VerifyAsync<LlmCallAnalyzer>("LLM1008", snippets.Source(call.Replace("[|", "").Replace("|]", ""), "text"), snippets.References);
    }

    [Theory]
    [MemberData(nameof(WithSwitch))]
    public Task LLM1004_reports(string surface) =>
        VerifyAsync("LLM1004", surface, SystemText, "input", Of(surface).LooseSchema.Replace("$", "\"{}\""), "text", markCall: false);

    [Theory]
    [MemberData(nameof(WithSchema))]
    public Task LLM1004_is_silent_about_a_strict_schema(string surface) =>
        IsSilentAsync("LLM1004", surface, SystemText, "input", Of(surface).Schema.Replace("$", "\"{}\""), "text");

    [Theory]
    [MemberData(nameof(WithSchema))]
    public Task LLM1005_reports(string surface) => VerifyAsync(
        "LLM1005", surface, SystemText, "input", Of(surface).Schema.Replace("$", "\"\"\"{\"type\": [|\"object\"|], \"properties\": {\"a\": {\"type\": \"string\"}}, \"required\": [\"a\"]}\"\"\""), "text", markCall: false);

    [Theory]
    [MemberData(nameof(WithSchema))]
    public Task LLM1005_is_silent_about_a_closed_schema(string surface) => IsSilentAsync(
        "LLM1005", surface, SystemText, "input", Of(surface).Schema.Replace("$", "\"\"\"{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"string\"}}, \"required\": [\"a\"], \"additionalProperties\": false}\"\"\""), "text");

    [Theory]
    [MemberData(nameof(WithSchemaOfType))]
    public Task LLM1006_reports(string surface) =>
        VerifyAsync("LLM1006", surface, SystemText, "input", Of(surface).SchemaOfType.Replace("$", "[|Dictionary<string, Order>|]"), "text", markCall: false);

    [Theory]
    [MemberData(nameof(WithSchemaOfType))]
    public Task LLM1006_is_silent_about_an_object(string surface) =>
        IsSilentAsync("LLM1006", surface, SystemText, "input", Of(surface).SchemaOfType.Replace("$", "Order"), "text");

    [Theory]
    [MemberData(nameof(WithTemperature))]
    public Task LLM2001_reports(string surface) => VerifyAsync(
        "LLM2001", surface, SystemText, "input", Of(surface).Temperature.Replace("$", "[|0.9f|]"), "int.Parse(text)", markCall: false);

    [Theory]
    [MemberData(nameof(WithTemperature))]
    public Task LLM2001_is_silent_at_zero(string surface) =>
        IsSilentAsync("LLM2001", surface, SystemText, "input", Of(surface).Temperature.Replace("$", "0"), "int.Parse(text)");

    [Theory]
    [MemberData(nameof(WithTemperature))]
    public Task LLM2001_is_silent_where_the_temperature_is_unknown(string surface) =>
        IsSilentAsync("LLM2001", surface, SystemText, "input", Of(surface).Temperature.Replace("$", "float.Parse(input)"), "int.Parse(text)");

    /// <summary>As the policy that asks for it everywhere: the models of most surfaces are not known here.</summary>
    [Theory]
    [MemberData(nameof(WithTemperature))]
    public Task LLM2002_reports(string surface) =>
        VerifyAsync("LLM2002", surface, SystemText, "input", "", "text", markCall: true, "dotnet_code_quality.LLM2002.require_everywhere = true");

    [Theory]
    [MemberData(nameof(WithTemperature))]
    public Task LLM2002_is_silent_with_a_temperature(string surface) => VerifyAsync(
        "LLM2002", surface, SystemText, "input", Of(surface).Temperature.Replace("$", "1"), "text", markCall: false, "dotnet_code_quality.LLM2002.require_everywhere = true");

    [Theory]
    [MemberData(nameof(All))]
    public Task LLM2002_is_silent_where_nothing_must_be_the_same(string surface) =>
        IsSilentAsync("LLM2002", surface, SystemText, "input", "", "text");

    [Theory]
    [MemberData(nameof(WithoutCap))]
    public Task LLM6001_reports(string surface) =>
        VerifyAsync("LLM6001", surface, SystemText, "input", "", "text", markCall: true, "dotnet_diagnostic.LLM6001.severity = warning");

    [Theory]
    [MemberData(nameof(All))]
    public Task LLM3001_reports(string surface) =>
        ReportsAsync("LLM3001", surface, system: null, user: "\"You are an experienced gardener. Answer this question: \" + input", settings: "", use: "text");

    [Theory]
    [MemberData(nameof(All))]
    public Task LLM3001_is_silent_with_a_system_prompt(string surface) =>
        IsSilentAsync("LLM3001", surface, SystemText, "input", "", "text");

    [Theory]
    [MemberData(nameof(All))]
    public Task LLM3001_is_silent_about_messages_from_outside(string surface) => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(
        "LLM3001", Of(surface).Source(Of(surface).OutsideCall, "text", Of(surface).OutsideType + " history"), Of(surface).References);

    /// <summary>The later betas of the old Azure API have JSON mode, and no schema.</summary>
    [Theory]
    [InlineData("[|GetChatCompletionsAsync|]", "")]
    [InlineData("GetChatCompletionsAsync", "ResponseFormat = ChatCompletionsResponseFormat.JsonObject,")]
    public Task LLM1001_proposes_JSON_mode_where_that_is_all_there_is(string call, string format) => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(
        "LLM1001",
        Of("Azure.AI.OpenAI 1.0 beta").Source(
            "Response<ChatCompletions> reply = await client." + call + "(new ChatCompletionsOptions { DeploymentName = \"shop\", "
            + format + " Messages = { new ChatRequestSystemMessage(" + SystemText + "), new ChatRequestUserMessage(input) } }); var text = reply.Value.Choices[0].Message.Content;",
            "JsonSerializer.Deserialize<Order>(text)"),
        Sdk.AzureOpenAILaterBeta);

    /// <summary>An agent may have a system prompt and a format of its own: where it comes from outside, nothing is known to be missing.</summary>
    [Theory]
    [InlineData("LLM1001", "JsonSerializer.Deserialize<Order>(text)")]
    [InlineData("LLM3001", "text")]
    public Task An_agent_from_outside_is_unknown(string rule, string use) => RuleVerifier.VerifyAsync<LlmCallAnalyzer>(
        rule,
        Of("Agent Framework").Source("var reply = await agent.RunAsync(\"You are a gardener. Reply with JSON only.\"); var text = reply.Text;", use, "AIAgent agent"),
        Sdk.AgentFramework);

    /// <summary>On every surface: the reply is parsed, and nothing asked.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public Task LLM7001_reports(string surface) =>
        VerifyAsync("LLM7001", surface, SystemText, "input", "", "[|JsonSerializer.Deserialize<Order>(text)|]", markCall: false);

    [Theory]
    [MemberData(nameof(All))]
    public Task LLM7001_is_silent_where_it_is_asked(string surface) =>
        IsSilentAsync("LLM7001", surface, SystemText, "input", "", "reply" + Of(surface).Ending + " is null ? null : JsonSerializer.Deserialize<Order>(text)");

    public static TheoryData<string> WithOptions { get; } = [.. Surfaces.All.Where(s => s.Options.Length > 0).Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(WithOptions))]
    public Task LLM7003_reports(string surface) =>
        VerifyAsync("LLM7003", surface, SystemText, "input", "", "text", markCall: false, before: "var [|spare|] = " + Of(surface).Options + ";");

    [Theory]
    [MemberData(nameof(WithOptions))]
    public Task LLM7003_is_silent_where_somebody_gets_them(string surface) =>
        VerifyAsync("LLM7003", surface, SystemText, "input", "", "text", markCall: false, before: "var spare = " + Of(surface).Options + "; System.Console.WriteLine(spare);");

    private static Task ReportsAsync(string rule, string surface, string? system, string user, string settings, string use) =>
        VerifyAsync(rule, surface, system, user, settings, use, markCall: true);

    private static Task IsSilentAsync(string rule, string surface, string? system, string user, string settings, string use) =>
        VerifyAsync(rule, surface, system, user, settings, use, markCall: false);

    private static Task VerifyAsync(string rule, string surface, string? system, string user, string settings, string use, bool markCall, string? configuration = null, string before = "")
    {
        var snippets = Of(surface);
        var call = snippets.Call;
        if (!markCall)
        {
            call = call.Replace("[|", "").Replace("|]", "");
        }

        call = before + call
            .Replace("SYSTEM", system is null ? "" : snippets.System.Replace("$", system))
            .Replace("USER", user)
            .Replace("SETTINGS", settings);
        return RuleVerifier.VerifyAsync<LlmCallAnalyzer>(rule, snippets.Source(call, use), snippets.References, configuration is null ? null : "root = true\n[*.cs]\n" + configuration + "\n");
    }

    private static SurfaceSnippets Of(string name) => Surfaces.All.First(s => s.Name == name);
}
