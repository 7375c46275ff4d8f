using LlmAnalyzers.Calls;
using Xunit;

namespace LlmAnalyzers.Tests.Reading;

/// <summary>How the options of a call are written, and what is then known of a setting.</summary>
public class SettingShapesTests
{
    private const string Messages = "[new UserChatMessage(input)]";

    [Theory]
    [InlineData("0.7f", "0.7")]
    [InlineData("(float)0.7", "0.7")]
    [InlineData("1", "1")]
    [InlineData("-1f", "-1")]
    [InlineData("1e-8f", "1E-08")]
    [InlineData("null", "not set")]
    [InlineData("default", "not set")]
    [InlineData("default(float?)", "not set")]
    [InlineData("Hot", "0.9")]
    [InlineData("(int)1.7", "1")]
    [InlineData("Hot / 2", "0.45")]
    [InlineData("StaticHot", "0.8")]
    [InlineData("input.Length > 3 ? 0.2f : 0.9f", "0.2? or 0.9?")]
    [InlineData("input.Length > 3 ? 0.2f : null", "0.2? or absent")]
    [InlineData("true ? 0.2f : 0.9f", "0.2")]
    [InlineData("Maybe() ?? 0.3f", "0.3? or unknown")]
    [InlineData("input switch { \"a\" => 0.1f, \"b\" => throw new InvalidOperationException(), _ => 0.9f }", "0.1? or 0.9?")]
    [InlineData("(float)input.Length", "unknown")]
    [InlineData("float.Parse(input)", "unknown")]
    [InlineData("Writable", "0.8? or unknown")]
    [InlineData("Once()", "0.4")]
    [InlineData("Property", "0.5")]
    [InlineData("Scaled(0.2f)", "unknown")]
    [InlineData("Same(0.2f)", "0.2")]
    [InlineData("Defaulted()", "0.6")]
    [InlineData("Defaulted(0.1f)", "0.1")]
    public void The_value_of_a_setting_is_read_from(string value, string expected)
    {
        var call = ReadCall.OpenAI(
            $"await client.CompleteChatAsync({Messages}, new ChatCompletionOptions {{ Temperature = {value} }});",
            """
            private const float Hot = 0.9f;
            private static readonly float StaticHot = 0.8f;
            public float Writable = 0.8f;
            private float? Maybe() => Environment.TickCount > 3 ? float.Parse(Environment.NewLine) : null;
            private static float Once() => 0.4f;
            private float Property => 0.5f;
            private static float Scaled(float x) => x * 2;
            private static float Same(float x) => x;
            private static float Defaulted(float x = 0.6f) => x;
            """);

        Assert.Equal(expected, Spelled.Setting(call[SettingKind.Temperature]));
    }

    [Theory]
    [InlineData("var o = new ChatCompletionOptions { Temperature = 0.7f };", "0.7")]
    [InlineData("var o = new ChatCompletionOptions(); o.Temperature = 0.7f;", "0.7")]
    [InlineData("ChatCompletionOptions o = new() { TopP = 1 }; o.Temperature = 0.7f; o.TopP = 1;", "0.7")]
    [InlineData("var o = new ChatCompletionOptions { Temperature = 0.7f }; o.Temperature = 0.1f;", "0.1")]
    [InlineData("var o = new ChatCompletionOptions { Temperature = 0.7f }; o.Temperature = null;", "not set")]
    [InlineData("var o = new ChatCompletionOptions();", "not set")]
    [InlineData("ChatCompletionOptions? o = null;", "not set")]
    [InlineData("var o = new ChatCompletionOptions(); if (input == \"a\") o.Temperature = 0.7f;", "0.7? or absent")]
    [InlineData("var o = new ChatCompletionOptions { Temperature = 0 }; if (input == \"a\") o.Temperature = 0.7f;", "0? or 0.7?")]
    [InlineData("var o = new ChatCompletionOptions(); if (input == \"a\") { o.Temperature = 0.7f; } else { o.Temperature = 0.1f; }", "0.7? or 0.1? or absent")]
    [InlineData("ChatCompletionOptions o; if (input == \"a\") { o = new() { Temperature = 0.7f }; } else { o = new() { Temperature = 0.1f }; }", "0.1? or 0.7?")]
    [InlineData("var o = new ChatCompletionOptions(); o.Temperature ??= 0.7f;", "0.7")]
    [InlineData("ChatCompletionOptions? given = null; var o = given ?? new ChatCompletionOptions { Temperature = 0.7f };", "0.7")]
    [InlineData("var o = input == \"a\" ? new ChatCompletionOptions { Temperature = 0.7f } : new ChatCompletionOptions();", "0.7? or absent")]
    [InlineData("var o = input switch { \"a\" => new ChatCompletionOptions { Temperature = 0.7f }, _ => null };", "0.7? or absent")]
    [InlineData("var first = new ChatCompletionOptions { Temperature = 0.7f }; var o = first; first.TopP = 1;", "0.7")]
    [InlineData("var o = new ChatCompletionOptions(); var other = o; other.Temperature = 0.7f;", "0.7")]
    [InlineData("var first = new ChatCompletionOptions(); var o = first; first.Temperature = 0.7f;", "0.7")]
    [InlineData("var o = new ChatCompletionOptions { Temperature = 0.7f }; var all = new[] { o };", "0.7? or unknown")]
    [InlineData("var o = new ChatCompletionOptions(); o.Tools.Add(ChatTool.CreateFunctionTool(\"f\")); o.Temperature = 0.7f;", "0.7")]
    [InlineData("var o = new ChatCompletionOptions(); Outside.Change(o);", "0.4? or absent")]
    [InlineData("var o = new ChatCompletionOptions { Temperature = 0.7f }; Console.WriteLine(JsonSerializer.Serialize(o));", "0.7")]
    [InlineData("var o = new ChatCompletionOptions(); Task.Run(() => { o.Temperature = 0.7f; });", "0.7? or absent")]
    [InlineData("var o = new ChatCompletionOptions(); for (var i = 0; i < 3; i++) { o.Temperature = i; }", "unknown")]
    [InlineData("var o = new ChatCompletionOptions(); o.Temperature += 0.1f;", "unknown")]
    [InlineData("var o = System.Text.Json.JsonSerializer.Deserialize<ChatCompletionOptions>(input);", "unknown")]
    [InlineData("var o = new ChatCompletionOptions(); Action<ChatCompletionOptions> set = x => x.Temperature = 0.5f; set(o);", "unknown")]
    [InlineData("var o = new ChatCompletionOptions(); typeof(ChatCompletionOptions).GetProperty(\"Temperature\")!.SetValue(o, 0.7f);", "unknown")]
    [InlineData("Outside.TryMake(out var o);", "unknown")]
    [InlineData("var (o, n) = Outside.Pair();", "unknown")]
    [InlineData("var all = new List<ChatCompletionOptions> { new() { Temperature = 0.7f } }; var o = all[0];", "unknown")]
    [InlineData("var o = new Special();", "unknown")]
    public void Options_in_a_local_are_read_when_written_as(string statements, string expected)
    {
        var call = ReadCall.OpenAI(
            statements + $" await client.CompleteChatAsync({Messages}, o);",
            "class Special : ChatCompletionOptions { public Special() { Temperature = 0.7f; } }",
            """
            using OpenAI.Chat;
            static class Outside
            {
                public static void Change(ChatCompletionOptions options) { if (System.Environment.TickCount > 1) options.Temperature = 0.4f; }
                public static bool TryMake(out ChatCompletionOptions options) { options = new() { Temperature = 1 }; return true; }
                public static (ChatCompletionOptions, int) Pair() => (new() { Temperature = 1 }, 1);
            }
            """);

        Assert.Equal(expected, Spelled.Setting(call[SettingKind.Temperature]));
    }

    [Theory]
    [InlineData("InPlace", "0.7")]
    [InlineData("this.InPlace", "0.7")]
    [InlineData("Subject.Shared", "0.7")]
    [InlineData("InConstructor", "0.7")]
    [InlineData("SetInConstructor", "0.6")]
    [InlineData("Getter", "0.7")]
    [InlineData("AutoProperty", "0.7")]
    [InlineData("GetterWithBody", "0.7")]
    [InlineData("Lazily", "0.7")]
    [InlineData("Make()", "0.7")]
    [InlineData("MakeWith(0.2f)", "0.2")]
    [InlineData("Configured(new ChatCompletionOptions())", "0.8")]
    [InlineData("Elsewhere.Make()", "0.3")]
    [InlineData("Elsewhere.Default", "0.3")]
    [InlineData("Elsewhere.Make().With(0.9f)", "0.9")]
    [InlineData("new ChatCompletionOptions().With(0.9f)", "0.9")]
    [InlineData("MakeMaybe(input)", "0.7? or absent")]
    [InlineData("await MakeAsync()", "0.7")]
    [InlineData("Exposed", "0.7? or unknown")]
    [InlineData("ChangedLater", "0.7? or 0.1? or absent")]
    [InlineData("Overridable()", "unknown")]
    [InlineData("FromCaller", "unknown")]
    [InlineData("Recursive(3)", "unknown")]
    public void Options_from_a_member_are_read_when_it_is(string options, string expected)
    {
        var call = ReadCall.OpenAI(
            $"await client.CompleteChatAsync({Messages}, {options});",
            """
            private readonly ChatCompletionOptions InPlace = new() { Temperature = 0.7f };
            private static readonly ChatCompletionOptions Shared = new() { Temperature = 0.7f };
            private readonly ChatCompletionOptions InConstructor;
            private readonly ChatCompletionOptions SetInConstructor = new();
            private readonly ChatCompletionOptions FromCaller;
            private ChatCompletionOptions? _lazy;
            private ChatCompletionOptions ChangedLater = new();
            public ChatCompletionOptions Exposed = new() { Temperature = 0.7f };
            private ChatCompletionOptions Getter => new() { Temperature = 0.7f };
            private ChatCompletionOptions AutoProperty { get; } = new() { Temperature = 0.7f };
            private ChatCompletionOptions GetterWithBody { get { var made = new ChatCompletionOptions(); made.Temperature = 0.7f; return made; } }
            private ChatCompletionOptions Lazily => _lazy ??= new() { Temperature = 0.7f };
            public Subject(ChatClient client, ChatCompletionOptions given) : this(client)
            {
                InConstructor = new ChatCompletionOptions { Temperature = 0.7f };
                SetInConstructor.Temperature = 0.6f;
                FromCaller = given;
            }
            void Warmer() => ChangedLater.Temperature = 0.7f;
            void Colder() => ChangedLater.Temperature = 0.1f;
            private static ChatCompletionOptions Make() => new() { Temperature = 0.7f };
            private static ChatCompletionOptions MakeWith(float temperature) { var made = new ChatCompletionOptions { Temperature = temperature }; return made; }
            private static ChatCompletionOptions Configured(ChatCompletionOptions given) { given.Temperature = 0.8f; return given; }
            private static ChatCompletionOptions? MakeMaybe(string x) { if (x == "") { return null; } return Make(); }
            private static async Task<ChatCompletionOptions> MakeAsync() { await Task.Yield(); return Make(); }
            protected virtual ChatCompletionOptions Overridable() => Make();
            private static ChatCompletionOptions Recursive(int n) => n == 0 ? Recursive(n - 1) : Recursive(n + 1);
            """,
            """
            using OpenAI.Chat;
            static class Elsewhere
            {
                public static ChatCompletionOptions Make() { var made = new ChatCompletionOptions(); made.Temperature = 0.3f; return made; }
                public static ChatCompletionOptions Default => Make();
                public static ChatCompletionOptions With(this ChatCompletionOptions options, float value) { options.Temperature = value; return options; }
            }
            """);

        Assert.Equal(expected, Spelled.Setting(call[SettingKind.Temperature]));
    }

    [Theory]
    [InlineData("new ChatOptions { Temperature = 0.7f }", "0.7")]
    [InlineData("new() { Temperature = 0.7f }", "0.7")]
    [InlineData("Base.Clone()", "0.7")]
    [InlineData("Outside?.Clone() ?? new ChatOptions { Temperature = 0.2f }", "0.2? or unknown")]
    [InlineData("Outside ?? new ChatOptions { Temperature = 0.2f }", "0.2? or unknown")]
    [InlineData("new ChatOptions { Temperature = Settings.Temperature }", "unknown")]
    [InlineData("new ChatOptions { Temperature = Preset.Cold.Temperature }", "unknown")]
    [InlineData("new ChatOptions { RawRepresentationFactory = _ => null }", "not set")]
    public void Options_of_extensions_ai_are_read_when_written_as(string options, string expected)
    {
        var call = ReadCall.ExtensionsAI(
            $"await client.GetResponseAsync(input, {options});",
            """
            private static readonly ChatOptions Base = new() { Temperature = 0.7f };
            public ChatOptions? Outside { get; set; }
            public Preset Settings { get; set; } = new(0.3f);
            internal record Preset(float Temperature) { public static Preset Cold { get; } = new(0.1f); }
            """);

        Assert.Equal(expected, Spelled.Setting(call[SettingKind.Temperature]));
    }

    [Theory]
    [InlineData("ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat()", SettingKind.OutputContract, "JsonMode")]
    [InlineData("ResponseFormat = ChatResponseFormat.CreateTextFormat()", SettingKind.OutputContract, "None")]
    [InlineData("ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(\"a\", BinaryData.FromString(input), jsonSchemaIsStrict: true)", SettingKind.OutputContract, "StrictJsonSchema")]
    [InlineData("ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(\"a\", BinaryData.FromString(input))", SettingKind.OutputContract, "JsonSchema")]
    [InlineData("ResponseFormat = input == \"\" ? ChatResponseFormat.CreateTextFormat() : ChatResponseFormat.CreateJsonObjectFormat()", SettingKind.OutputContract, "None? or JsonMode?")]
    [InlineData("ResponseFormat = Format()", SettingKind.OutputContract, "JsonMode")]
    [InlineData("ResponseFormat = Given", SettingKind.OutputContract, "unknown")]
    [InlineData("Tools = { ChatTool.CreateFunctionTool(\"f\") }", SettingKind.Tools, "True")]
    [InlineData("ToolChoice = ChatToolChoice.CreateRequiredChoice()", SettingKind.ToolChoice, "ForcedTool")]
    [InlineData("ToolChoice = ChatToolChoice.CreateAutoChoice()", SettingKind.ToolChoice, "None")]
    [InlineData("ReasoningEffortLevel = ChatReasoningEffortLevel.Low", SettingKind.ReasoningEffort, "low")]
    [InlineData("ReasoningEffortLevel = \"high\"", SettingKind.ReasoningEffort, "high")]
    [InlineData("ReasoningEffortLevel = Effort", SettingKind.ReasoningEffort, "unknown")]
    [InlineData("MaxOutputTokenCount = 1000 * 2", SettingKind.MaxOutputTokens, "2000")]
    [InlineData("Seed = 42", SettingKind.Seed, "42")]
    [InlineData("StopSequences = { \"###\" }", SettingKind.StopSequences, "True")]
    [InlineData("TopP = 0.5f", SettingKind.Temperature, "not set")]
    public void Other_settings_are_read(string initializer, object kind, string expected)
    {
        var call = ReadCall.OpenAI(
            $"await client.CompleteChatAsync({Messages}, new ChatCompletionOptions {{ {initializer} }});",
            """
            private static ChatResponseFormat Format() => ChatResponseFormat.CreateJsonObjectFormat();
            public ChatResponseFormat? Given { get; set; }
            public string Effort { get; set; } = "low";
            """);

        Assert.Equal(expected, Spelled.Setting(call[(SettingKind)kind]));
    }

    [Theory]
    [InlineData("await client.GetResponseAsync(input, new ChatOptions { ResponseFormat = ChatResponseFormat.Json });", "JsonMode")]
    [InlineData("await client.GetResponseAsync(input, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema(JsonDocument.Parse(\"{}\").RootElement) });", "JsonSchema")]
    [InlineData("await client.GetResponseAsync(input, new ChatOptions { ResponseFormat = new ChatResponseFormatJson(null) });", "JsonMode")]
    [InlineData("await client.GetResponseAsync<int>(input);", "TypedCall")]
    [InlineData("await client.GetResponseAsync(input);", "not set")]
    public void The_output_contract_of_extensions_ai_is_read(string call, string expected)
    {
        Assert.Equal(expected, Spelled.Setting(ReadCall.ExtensionsAI(call)[SettingKind.OutputContract]));
    }

    [Fact]
    public void A_setting_of_a_wrapper_parameter_is_unknown()
    {
        var call = ReadCall.OpenAI(
            "await Ask(0.7f);",
            "async Task Ask(float temperature = 0.3f) => await client.CompleteChatAsync([new UserChatMessage(\"x\")], new ChatCompletionOptions { Temperature = temperature });");

        Assert.Equal("unknown", Spelled.Setting(call[SettingKind.Temperature]));
    }

    [Fact]
    public void The_places_of_a_value_in_another_file_are_the_value_and_the_expression_that_brings_it_in()
    {
        var call = ReadCall.OpenAI(
            "await client.CompleteChatAsync([new UserChatMessage(\"x\")], Elsewhere.Make());",
            "",
            "using OpenAI.Chat; static class Elsewhere { public static ChatCompletionOptions Make() => new() { Temperature = 0.3f }; }");

        var value = call[SettingKind.Temperature].Single;
        Assert.NotNull(value);
        Assert.Equal("File1.cs", value.Location.SourceTree?.FilePath);
        Assert.Equal("Elsewhere.Make()", value.ReportLocation.SourceTree?.GetText().ToString(value.ReportLocation.SourceSpan));
        Assert.Equal("File1.cs", Assert.Single(call.Places.OptionsCreations).SourceTree?.FilePath);
    }
}
