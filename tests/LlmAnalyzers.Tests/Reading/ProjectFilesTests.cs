using System.Linq;
using System.Threading.Tasks;
using LlmAnalyzers.Calls;
using LlmAnalyzers.CodeFixes;
using LlmAnalyzers.Reading;
using LlmAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace LlmAnalyzers.Tests.Reading;

/// <summary>Prompts and settings that stand in files beside the code.</summary>
public class ProjectFilesTests
{
    private static readonly (string, string)[] Files =
    [
        ("/src/App/Prompts/intro.txt", "Be brief."),
        ("/src/App/Prompts/Deep/twice.txt", "One."),
        ("/src/App/Prompts/Other/twice.txt", "Two."),
        ("C:\\src\\App\\Prompts\\windows.txt", "Windows."),
        ("/src/App/appsettings.json", """
            {
              // The settings of the service.
              "OpenAI": { "Model": "gpt-x", "Temperature": 0.9, "Deep": { "Cap": 200, }, "Stops": ["a", "b"] },
              "Top": "0.5", "Odd": "much", "Escaped": "a\\u0062\\n"
            }
            """),
        ("/src/App/appsettings.Development.json", "{ \"OpenAI\": { \"Model\": \"gpt-y\" } }"),
    ];

    [Theory]
    [InlineData("File.ReadAllText(\"Prompts/intro.txt\")", "Be brief.")]
    [InlineData("File.ReadAllText(\"./Prompts/intro.txt\")", "Be brief.")]
    [InlineData("File.ReadAllText(@\"Prompts\\intro.txt\")", "Be brief.")]
    [InlineData("File.ReadAllText(\"windows.txt\")", "Windows.")]
    [InlineData("await File.ReadAllTextAsync(\"Prompts/intro.txt\")", "Be brief.")]
    [InlineData("File.ReadAllText(Path.Combine(AppContext.BaseDirectory, \"Prompts\", \"intro.txt\"))", "Be brief.")]
    [InlineData("File.ReadAllText(Path.Combine(Folder, \"intro.txt\"))", "Be brief.")]
    [InlineData("File.ReadAllText(Path.GetFullPath(Path.Join(Directory.GetCurrentDirectory(), \"..\", \"Prompts\", \"intro.txt\")))", "Be brief.")]
    [InlineData("File.ReadAllText($\"{input}/Prompts/intro.txt\")", "Be brief.")]
    [InlineData("File.ReadAllText(AppContext.BaseDirectory + \"/Prompts/intro.txt\").Trim() + \" \" + input", "Be brief. {input}")]
    [InlineData("new StreamReader(\"Prompts/intro.txt\").ReadToEnd()", "Be brief.")]
    [InlineData("await File.OpenText(\"Prompts/intro.txt\").ReadToEndAsync()", "Be brief.")]
    [InlineData("Load(\"intro\")", "Be brief.")]
    [InlineData("Cached", "Be brief.")]
    [InlineData("File.ReadAllText(\"Deep/twice.txt\")", "One.")]
    [InlineData("File.ReadAllText(\"twice.txt\")", "{}")]
    [InlineData("File.ReadAllText(\"Prompts/missing.txt\")", "{}")]
    [InlineData("File.ReadAllText(input)", "{}")]
    [InlineData("File.ReadAllText(Path.Combine(\"Prompts\", input))", "{}")]
    [InlineData("File.ReadAllText($\"Prompts/{input}.txt\")", "{}")]
    [InlineData("File.ReadAllText($\"Prompts/{input}intro.txt\")", "{}")]
    [InlineData("Resource(\"App.Prompts.intro.txt\")", "Be brief.")]
    [InlineData("Resource(\"App.Prompts.Other.twice.txt\")", "Two.")]
    [InlineData("Resource($\"{typeof(Subject).Namespace}.Prompts.intro.txt\")", "Be brief.")]
    [InlineData("Resource(\"App.twice.txt\")", "{}")]
    [InlineData("Resource(input)", "{}")]
    public void The_text_of_a_file_is_read_from(string text, string expected)
    {
        var call = Read(
            $"await client.GetResponseAsync({text});",
            """
            private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Prompts");
            private static readonly string Cached = File.ReadAllText(Path.Combine(Folder, "intro.txt"));
            private static string Load(string name) { var path = Path.Combine("Prompts", name + ".txt"); return File.ReadAllText(path); }
            private static string Resource(string name)
            {
                using var stream = typeof(Subject).Assembly.GetManifestResourceStream(name);
                using var reader = new StreamReader(stream!);
                return reader.ReadToEnd();
            }
            """);

        Assert.Equal(expected, Spelled.Text(call.Conversation.Messages.Single().Text));
    }

    [Theory]
    [InlineData("Temperature = configuration.GetValue<float>(\"OpenAI:Temperature\")", SettingKind.Temperature, "0.9? or unknown")]
    [InlineData("Temperature = configuration.GetValue<float?>(\"openai:temperature\")", SettingKind.Temperature, "0.9? or unknown")]
    [InlineData("Temperature = float.Parse(configuration[\"OpenAI:Temperature\"], CultureInfo.InvariantCulture)", SettingKind.Temperature, "0.9? or unknown")]
    [InlineData("Temperature = configuration.GetSection(\"OpenAI\").GetValue<float>(\"Temperature\")", SettingKind.Temperature, "0.9? or unknown")]
    [InlineData("Temperature = configuration.GetValue<float>(Key)", SettingKind.Temperature, "0.9? or unknown")]
    [InlineData("Temperature = configuration.GetValue<float>(\"Missing\")", SettingKind.Temperature, "unknown")]
    [InlineData("Temperature = configuration.GetValue<float>(\"Odd\")", SettingKind.Temperature, "unknown")]
    [InlineData("Temperature = configuration.GetValue<float>(input)", SettingKind.Temperature, "unknown")]
    [InlineData("Temperature = given.GetValue<float>(\"Temperature\")", SettingKind.Temperature, "unknown")]
    [InlineData("TopP = float.Parse(configuration[\"Top\"])", SettingKind.TopP, "0.5? or unknown")]
    [InlineData("MaxOutputTokens = int.Parse(configuration.GetSection(\"OpenAI:Deep\")[\"Cap\"])", SettingKind.MaxOutputTokens, "200? or unknown")]
    [InlineData("MaxOutputTokens = int.Parse(configuration.GetRequiredSection(\"OpenAI\").GetSection(\"Deep\").GetSection(\"Cap\").Value)", SettingKind.MaxOutputTokens, "200? or unknown")]
    [InlineData("ModelId = configuration[\"OpenAI:Model\"]", SettingKind.Model, "gpt-x? or gpt-y? or unknown")]
    [InlineData("ModelId = configuration[\"OpenAI:Model\"] ?? \"gpt-z\"", SettingKind.Model, "gpt-x? or gpt-y? or gpt-z? or unknown")]
    [InlineData("ModelId = _model", SettingKind.Model, "gpt-x? or gpt-y? or unknown")]
    [InlineData("ModelId = configuration[\"OpenAI:Stops:1\"]", SettingKind.Model, "b? or unknown")]
    public void A_setting_from_configuration_is_a_possible_value(string options, object kind, string expected)
    {
        var call = Read(
            $"await client.GetResponseAsync(input, new ChatOptions {{ {options} }});",
            """
            private const string Key = "OpenAI:Temperature";
            private readonly string _model = configuration["OpenAI:Model"];
            """);

        Assert.Equal(expected, Spelled.Setting(call[(SettingKind)kind]));
    }

    [Theory]
    [InlineData("{\"a\": {\"b\": 1, \"c\": [true, null]}}", "a:b=1 a:c:0=true a:c:1=null")]
    [InlineData("\uFEFF/* x */ { // y\n \"a\" : \"b\" , }", "a=b")]
    [InlineData("{\"a\": 1, \"b\" 2, \"c\": 3}", "a=1")]
    [InlineData("{\"a\": \"never ends", "")]
    [InlineData("{\"a\": {\"b\": {}}", "")]
    [InlineData("", "")]
    [InlineData("[", "")]
    [InlineData("nothing", "=nothing")]
    public void Settings_are_parsed_as_far_as_they_go(string json, string expected)
    {
        var values = AppSettings.Parse(SourceText.From(json));

        Assert.Equal(expected, string.Join(' ', values.OrderBy(v => v.Key, System.StringComparer.Ordinal).Select(v => v.Key + "=" + v.Value)));
    }

    [Fact]
    public void Settings_may_nest_as_deep_as_they_like()
    {
        var values = AppSettings.Parse(SourceText.From(string.Concat(Enumerable.Repeat("{\"a\":", 100_000))));

        Assert.Empty(values);
    }

    [Theory]
    [InlineData("0.9", "[|configuration.GetValue<float>(\"T\")|]")]
    [InlineData("0.1", "configuration.GetValue<float>(\"T\")")]
    public async Task A_configured_temperature_is_reported_where_the_code_asks_for_it_and_left_there(string configured, string value)
    {
        var source = Source($"var reply = await client.GetResponseAsync(\"Answer YES or NO. \" + input, new ChatOptions {{ Temperature = {value} }}); return reply.Text == \"YES\";");
        var test = RuleVerifier.Test<LlmCallAnalyzer, SetTemperatureToZero>("LLM2001", source, source, Sdk.Configured);
        test.TestState.AdditionalFiles.Add(("/app/appsettings.json", "{ \"T\": " + configured + " }"));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("You are a gardener.", "[|GetResponseAsync|]")]
    [InlineData("<", "[|GetResponseAsync|]")]
    public async Task A_prompt_in_a_file_is_judged_and_left_there(string prompt, string call)
    {
        var source = Source($"return await client.{call}(File.ReadAllText(\"Prompts/p.txt\") + input);");
        var test = RuleVerifier.Test<LlmCallAnalyzer, MoveRoleToSystemMessage>("LLM3001", source, source, Sdk.Configured);
        test.TestState.AdditionalFiles.Add(("/app/Prompts/p.txt", prompt));
        await test.RunAsync();
    }

    private static LlmCall Read(string body, string members) => ReadCall.With(Sdk.Configured, Files, Source(body + " return null;", members));

    private static string Source(string body, string members = "") => $$"""
        #nullable disable
        using System;
        using System.Globalization;
        using System.IO;
        using System.Threading.Tasks;
        using Microsoft.Extensions.AI;
        using Microsoft.Extensions.Configuration;

        class Subject(IChatClient client, IConfiguration configuration)
        {
            async Task<object> Run(string input, IConfigurationSection given)
            {
                {{body}}
            }

            {{members}}
        }
        """;
}
