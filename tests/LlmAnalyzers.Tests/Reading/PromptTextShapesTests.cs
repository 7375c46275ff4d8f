using System.Linq;
using LlmAnalyzers.Calls;
using Xunit;

namespace LlmAnalyzers.Tests.Reading;

/// <summary>How the text of a prompt is written, and what is then known of it. Holes are <c>{name}</c>, possible pieces <c>⟨…⟩</c>.</summary>
public class PromptTextShapesTests
{
    [Theory]
    [InlineData("\"a\"", "a")]
    [InlineData("@\"a\"\"b\"", "a\"b")]
    [InlineData("\"\"\"a\"b\"\"\"", "a\"b")]
    [InlineData("$\"a{input}b\"", "a{input}b")]
    [InlineData("$@\"a{input}\"", "a{input}")]
    [InlineData("$\"\"\"a{input}\"\"\"", "a{input}")]
    [InlineData("$\"{{a}}{input:N2}\"", "{a}{input}")]
    [InlineData("$\"a{Word}b\"", "aWb")]
    [InlineData("$\"a{1 + 1}b\"", "a2b")]
    [InlineData("\"a\" + input + \"b\"", "a{input}b")]
    [InlineData("\"a\" + \"b\"", "ab")]
    [InlineData("\"a\" + 1", "a1")]
    [InlineData("'a' + input", "a{input}")]
    [InlineData("Word", "W")]
    [InlineData("Fixed", "F")]
    [InlineData("Elsewhere.Prompt", "P")]
    [InlineData("Elsewhere.Built", "B P")]
    [InlineData("Elsewhere.Property", "R")]
    [InlineData("nameof(input)", "input")]
    [InlineData("string.Format(\"a{0}b{1:N}c\", input, 3)", "a{input}b3c")]
    [InlineData("string.Format(System.Globalization.CultureInfo.InvariantCulture, \"a{0}\", input)", "a{input}")]
    [InlineData("string.Format(\"{{x}} {0}\", input)", "{x} {input}")]
    [InlineData("string.Format(input, 1)", "{}")]
    [InlineData("string.Join(\", \", \"a\", input)", "a, {input}")]
    [InlineData("string.Join(\"-\", new[] { \"a\", \"b\" })", "a-b")]
    [InlineData("string.Join(\"-\", Words)", "{Words}")]
    [InlineData("string.Concat(\"a\", input)", "a{input}")]
    [InlineData("\" a \".Trim()", " a ")]
    [InlineData("\"a {x} b\".Replace(\"{x}\", input)", "a {input} b")]
    [InlineData("Elsewhere.Template.Replace(\"{{who}}\", \"you\").Replace(\"{{what}}\", input)", "Tell you about {input}")]
    [InlineData("\"a\".Replace(input, \"b\")", "a{}")]
    [InlineData("\"ABC\".ToLower()", "abc")]
    [InlineData("input", "{input}")]
    [InlineData("input.ToUpper()", "{input}")]
    [InlineData("input == \"\" ? \"a\" : \"b\"", "⟨ab⟩")]
    [InlineData("\"x\" + (input == \"\" ? \"a\" : \"\") + \"y\"", "x⟨a⟩y")]
    [InlineData("input switch { \"1\" => \"a\", _ => \"b\" }", "⟨ab⟩")]
    [InlineData("Nothing ?? \"b\"", "⟨{Nothing}b⟩")]
    [InlineData("Helper(input, 3)", "H{input}3")]
    [InlineData("Helper(\"x\", input.Length)", "Hx{Length}")]
    [InlineData("Elsewhere.Wrap(Helper(\"x\", 1))", "<Hx1>")]
    [InlineData("WithDefault()", "D default")]
    [InlineData("WithBuilder(input)", "1{input}\\n2\\n⟨{item}\\n⟩done")]
    [InlineData("Fluent(input)", "a{input}\\nb")]
    [InlineData("Appended(input)", "a{input}⟨b⟩")]
    [InlineData("Virtual()", "{}")]
    [InlineData("Settable", "⟨S{Settable}⟩")]
    [InlineData("await ReadAsync()", "R")]
    [InlineData("System.IO.File.ReadAllText(\"p.txt\")", "{}")]
    [InlineData("$\"Today is {DateTime.Now:d}.\"", "Today is {Now}.")]
    [InlineData("Loop(3)", "⟨{}⟩")]
    [InlineData("System.Text.Encoding.UTF8.GetString(\"a\"u8)", "{}")]
    [InlineData("$\"a{Environment.NewLine}b\"", "a\\nb")]
    [InlineData("Local()", "L")]
    public void A_text_is_read_when_written_as(string text, string expected)
    {
        var call = ReadCall.OpenAI(
            $"string Local() => \"L\"; _ = Local(); await client.CompleteChatAsync([new UserChatMessage({text})]);",
            """
            private const string Word = "W";
            private static readonly string Fixed = "F";
            public string[] Words { get; set; } = [];
            public string? Nothing { get; set; }
            public string Settable { get; set; } = "S";
            private static string Helper(string text, int number) => $"H{text}{number}";
            private static string WithDefault(string text = "default") { return "D " + text; }
            private static string WithBuilder(string text)
            {
                var builder = new System.Text.StringBuilder("1");
                builder.AppendLine($"{text}");
                builder.Append("2").AppendLine();
                foreach (var item in text.Split(' '))
                {
                    builder.AppendLine(item);
                }

                builder.Append("done");
                return builder.ToString();
            }
            private static string Fluent(string text) => new System.Text.StringBuilder().Append("a").AppendLine(text).Append("b").ToString();
            private static string Appended(string text)
            {
                var result = "a";
                result += text;
                if (text.Length > 3)
                {
                    result += "b";
                }

                return result;
            }
            protected virtual string Virtual() => "V";
            private static async Task<string> ReadAsync() { await Task.Yield(); return "R"; }
            private static string Loop(int n) => Loop(n + 1);
            """,
            """"
            static class Elsewhere
            {
                public const string Prompt = "P";
                public static readonly string Built = "B " + Prompt;
                public static string Property => "R";
                public const string Template = "Tell {{who}} about {{what}}";
                public static string Wrap(string text) => $"<{text}>";
            }
            """");

        Assert.Equal(expected, Spelled.Text(call.Conversation.Messages.Single().Text));
    }

    [Theory]
    [InlineData("var p = \"a\"; p += input;", "a{input}")]
    [InlineData("var p = \"a\"; if (input == \"\") p += \"b\";", "a⟨b⟩")]
    [InlineData("string p; if (input == \"\") p = \"a\"; else p = \"b\";", "⟨ba⟩")]
    [InlineData("var p = \"a\"; p = \"b\";", "b")]
    [InlineData("var p = \"a\"; p = p + input;", "a{input}")]
    [InlineData("var p = \"a {x}\"; p = p.Replace(\"{x}\", input);", "a {input}")]
    [InlineData("var p = \"a\"; p = \"b\" + p; p = p.Trim(); p += \"c\";", "bac")]
    [InlineData("var b = new System.Text.StringBuilder(); b.Append(\"a\").Append(1); b.AppendFormat(\"{0}!\", input); var p = b.ToString();", "a1{input}!")]
    [InlineData("var b = new System.Text.StringBuilder(\"a\"); if (input == \"\") b.Append(\"b\"); var p = b.ToString().Trim();", "a⟨b⟩")]
    [InlineData("var b = new System.Text.StringBuilder().AppendLine(\"a\"); b.AppendJoin(\", \", new[] { \"x\", \"y\" }); var p = $\"{b}\";", "a\\nx, y")]
    [InlineData("var b = new System.Text.StringBuilder(\"a\"); Fill(b); var p = b.ToString();", "afilled")]
    [InlineData("var b = new System.Text.StringBuilder(\"a\"); Action<System.Text.StringBuilder> fill = Fill; fill(b); var p = b.ToString();", "a{b}")]
    [InlineData("var b = new System.Text.StringBuilder(\"a\"); b.Clear(); b.Append(\"c\"); var p = b.ToString();", "c")]
    [InlineData("var b = new System.Text.StringBuilder(\"b\"); b.Insert(0, \"a\"); var p = b.ToString();", "ab")]
    [InlineData("var b = new System.Text.StringBuilder(\"b{0}\"); b.Replace(\"{0}\", input); var p = b.ToString();", "b{input}")]
    [InlineData("var (p, q) = (\"a\", 1);", "{p}")]
    [InlineData("if (!Make(out var p)) return null;", "{p}")]
    [InlineData("var parts = new List<string> { \"a\", input }; parts.Add(\"b\"); var p = string.Join(\"-\", parts);", "a-{input}-b")]
    [InlineData("var parts = new List<string> { \"a\" }; if (input == \"\") parts.Add(\"b\"); var p = string.Join(\"-\", parts);", "a⟨-b⟩")]
    [InlineData("var x = \"a\"; x = x + x; x = x + x; var p = x;", "aaaa")]
    [InlineData("var p = \"a\"; for (var i = 0; i < 3; i++) { p += input; }", "a⟨{input}⟩")]
    [InlineData("var p = \"a\"; foreach (var w in input.Split(' ')) { p = p + w; }", "⟨{p}{w}a{w}a⟩")]
    public void A_text_in_a_local_is_read_when_written_as(string statements, string expected)
    {
        var call = ReadCall.OpenAI(
            statements + " await client.CompleteChatAsync([new UserChatMessage(p)]);",
            """
            private static void Fill(System.Text.StringBuilder builder) => builder.Append("filled");
            private static bool Make(out string made) { made = "m"; return true; }
            """);

        Assert.Equal(expected, Spelled.Text(call.Conversation.Messages.Single().Text));
    }

    [Fact]
    public void Instructions_in_options_are_a_text()
    {
        var call = ReadCall.ExtensionsAI("await client.GetResponseAsync(input, new ChatOptions { Instructions = \"Be brief, \" + input });");

        Assert.Equal("Be brief, {input}", Spelled.Setting(call[SettingKind.Instructions]));
    }

    [Fact]
    public void Instructions_from_elsewhere_are_unknown()
    {
        var call = ReadCall.ExtensionsAI("await client.GetResponseAsync(input, Given);", "public ChatOptions Given { get; set; } = new() { Instructions = \"x\" };");

        Assert.True(call[SettingKind.Instructions].MayBeOther);
    }

    [Theory]
    [InlineData("int x = 3;", true)]
    [InlineData("DateTime? x = null;", true)]
    [InlineData("var x = DayOfWeek.Friday; if (input == \"\") x = DayOfWeek.Monday;", true)]
    [InlineData("var x = Guid.NewGuid();", true)]
    [InlineData("var x = input;", false)]
    [InlineData("object x = input;", false)]
    public void A_hole_says_whether_it_takes_plain_values_only(string declaration, bool isPlain)
    {
        var call = ReadCall.OpenAI(declaration + " x = Same(x); await client.CompleteChatAsync($\"{x}\");", "private T Same<T>(T value) => Environment.TickCount > 0 ? value : value;");

        Assert.All(call.Conversation.Messages.Single().Text.Pieces.Where(p => p.IsHole), hole => Assert.Equal(isPlain, hole.IsPlainValue));
    }

    [Fact]
    public void A_piece_stands_where_its_literal_is()
    {
        var call = ReadCall.OpenAI(
            "await client.CompleteChatAsync($\"a {Elsewhere.Prompt}\");", "", "static class Elsewhere { public static readonly string Prompt = \"P\"; }");

        var pieces = call.Conversation.Messages.Single().Text.Pieces;
        Assert.Equal(["File0.cs", "File1.cs"], pieces.Select(p => p.Location.SourceTree!.FilePath));
    }
}
