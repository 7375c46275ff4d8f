using System.Threading;
using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace LlmAnalyzers.Tests.Editing;

public class StringsTests
{
    private const string Q3 = "\"\"\"";

    [Theory]
    [InlineData("\"Be brief. Say hi.\"", 9, "\"Be brief.\"", "\"Say hi.\"")]
    [InlineData("\"Be brief.\\n\\nSay \\\"hi\\\".\"", 9, "\"Be brief.\"", "\"Say \\\"hi\\\".\"")]
    [InlineData("\"Be \\\"brief\\\". Say hi.\"", 11, "\"Be \\\"brief\\\".\"", "\"Say hi.\"")]
    [InlineData("\"\\u0042e brief. A\\x41 \"", 9, "\"Be brief.\"", "\"A\\x41 \"")]
    [InlineData("\"Be brief.\"", 9, "\"Be brief.\"", "\"\"")]
    [InlineData("\"Be brief.  \"", 9, "\"Be brief.\"", "\"\"")]
    [InlineData("@\"Be \"\"brief\"\". C:\\ {x}\"", 11, "\"Be \\\"brief\\\".\"", "@\"C:\\ {x}\"")]
    [InlineData("@\"Be brief.\nSay\n hi.\"", 9, "\"Be brief.\"", "@\"Say\n hi.\"")]
    [InlineData("$\"Be brief. Say {x}.\"", 9, "\"Be brief.\"", "$\"Say {x}.\"")]
    [InlineData("$\"Be {{brief}}. {x} {{y}}\"", 11, "\"Be {brief}.\"", "$\"{x} {{y}}\"")]
    [InlineData("$\"Be {{brief}}. {{y}} {x:D2} {x,5}\"", 11, "\"Be {brief}.\"", "$\"{{y}} {x:D2} {x,5}\"")]
    [InlineData("$@\"Be \"\"brief\"\". \\{x}\"", 11, "\"Be \\\"brief\\\".\"", "$@\"\\{x}\"")]
    [InlineData("$\"Be brief.{x}\"", 9, "\"Be brief.\"", "$\"{x}\"")]
    [InlineData("$\"Be brief. Now.\"", 9, "\"Be brief.\"", "$\"Now.\"")]
    [InlineData(Q3 + "Be \"brief\". Say hi." + Q3, 11, "\"Be \\\"brief\\\".\"", Q3 + "Say hi." + Q3)]
    [InlineData("$" + Q3 + "Be brief. Say {x}." + Q3, 9, "\"Be brief.\"", "$" + Q3 + "Say {x}." + Q3)]
    [InlineData("$$" + Q3 + "Be {brief}. {\"a\": {{x}}}" + Q3, 11, "\"Be {brief}.\"", "$$" + Q3 + "{\"a\": {{x}}}" + Q3)]
    [InlineData(Q3 + "\n    Be brief.\n    Say\n\n      hi.\n    " + Q3, 9, "\"Be brief.\"", Q3 + "\n    Say\n\n      hi.\n    " + Q3)]
    [InlineData(Q3 + "\n    Be brief. Say\n    hi.\n    " + Q3, 9, "\"Be brief.\"", Q3 + "\n    Say\n    hi.\n    " + Q3)]
    [InlineData(Q3 + "\nBe brief.\n\nSay hi.\n" + Q3, 9, "\"Be brief.\"", Q3 + "\nSay hi.\n" + Q3)]
    [InlineData("$" + Q3 + "\n    Be brief.\n\n    Say {x}\n    to {{y}}\n    " + Q3, 9, null, null)]
    [InlineData("$" + Q3 + "\n    Be brief.\n\n    Say {x}\n      to {x}.\n    " + Q3, 9, "\"Be brief.\"", "$" + Q3 + "\n    Say {x}\n      to {x}.\n    " + Q3)]
    [InlineData("$$" + Q3 + "\n    Be brief.\n    {\"a\": {{x}}}\n    " + Q3, 9, "\"Be brief.\"", "$$" + Q3 + "\n    {\"a\": {{x}}}\n    " + Q3)]
    [InlineData(Q3 + "\n    Be brief.\n    And kind. Say\n    hi.\n    " + Q3, 19, Q3 + "\nBe brief.\nAnd kind.\n" + Q3, Q3 + "\n    Say\n    hi.\n    " + Q3)]
    [InlineData("\"Be brief. \" + x", 9, "\"Be brief.\"", "x")]
    [InlineData("\"Be brief. \" + x", 10, "\"Be brief.\"", "x")]
    [InlineData("\"Be brief. \" + x.Length", 10, null, null)]
    [InlineData("\"Be brief. \" + 1 + 2", 10, null, null)]
    [InlineData("\"Be brief. Say \" + 1 + 2", 9, "\"Be brief.\"", "\"Say \" + 1 + 2")]
    [InlineData("\"Be \" + \"brief. \" + \"Say \" + x", 10, "\"Be brief.\"", "\"Say \" + x")]
    [InlineData("\"Be brief.\" + \" Say \" + x", 9, "\"Be brief.\"", "\"Say \" + x")]
    [InlineData("\"Be brief.\\n\" +\n    $\"Say {x}\"", 9, "\"Be brief.\"", "$\"Say {x}\"")]
    [InlineData("x + \"Be brief.\"", 3, null, null)]
    [InlineData("$\"{x} Be brief.\"", 3, null, null)]
    [InlineData("$\"Be {x} brief.\"", 5, null, null)]
    [InlineData("\"Be brief.\"", 20, null, null)]
    [InlineData("\"Be brief.\"", 0, null, null)]
    [InlineData("\"\\U0001F600 Be brief.\"", 1, null, null)]
    [InlineData("\"\\U0001F600 Be brief.\"", 2, "\"\U0001F600\"", "\"Be brief.\"")]
    [InlineData("\"\"\"Be brief. \"quoted\" \"\"\"", 9, null, null)]
    [InlineData("(\"Be brief. Say\")", 9, null, null)]
    [InlineData("x", 1, null, null)]
    public async Task Splits_a_string(string code, int length, string? head, string? remainder)
    {
        var split = await SplitAsync(code, length, trim: true);
        Assert.Equal(head, split?.HeadLiteral);
        Assert.Equal(remainder, split?.Remainder);
    }

    [Theory]
    [InlineData("\"Be brief. Say hi.\"", 9, "\"Be brief.\"", "\" Say hi.\"")]
    [InlineData("\"Be brief. Say hi.\"", 10, "\"Be brief. \"", "\"Say hi.\"")]
    [InlineData(Q3 + "\n    Be brief.\n    Say\n    " + Q3, 10, "\"Be brief.\\n\"", Q3 + "\n    Say\n    " + Q3)]
    public async Task Splits_a_string_without_trimming(string code, int length, string head, string remainder)
    {
        var split = await SplitAsync(code, length, trim: false);
        Assert.Equal(remainder, split?.Remainder);
        Assert.Equal(head == "\"Be brief.\\n\"" ? Q3 + "\nBe brief.\n\n" + Q3 : head, split?.HeadLiteral);
    }

    [Fact]
    public async Task Splits_a_raw_string_of_a_crlf_file()
    {
        var split = await SplitAsync(Q3 + "\r\n    Be brief.\r\n    Say\r\n    hi.\r\n    " + Q3, 9, trim: true);
        Assert.Equal(Q3 + "\r\n    Say\r\n    hi.\r\n    " + Q3, split?.Remainder);
    }

    [Theory]
    [InlineData("", "\"\"")]
    [InlineData("plain", "\"plain\"")]
    [InlineData("a \"b\" \\ c\t\0", "\"a \\\"b\\\" \\\\ c\\t\\0\"")]
    [InlineData("a\u0001\u200Bb", "\"a\\u0001\\u200Bb\"")]
    [InlineData("a\rb", "\"a\\rb\"")]
    [InlineData("a\nb", Q3 + "\na\nb\n" + Q3)]
    [InlineData("a\n\n  b\n", Q3 + "\na\n\n  b\n\n" + Q3)]
    [InlineData("a \"\"\" b\nc", "\"\"\"\"\na \"\"\" b\nc\n\"\"\"\"")]
    [InlineData("a\r\nb", "\"a\\r\\nb\"")]
    [InlineData("a\n\u0001", "\"a\\n\\u0001\"")]
    public void Writes_a_literal(string text, string expected)
    {
        var literal = StringLiterals.Write(text, new SourceStyle("\n", "    ", LanguageVersion.CSharp13));
        Assert.Equal(expected, literal);
        Assert.Equal(text, ((LiteralExpressionSyntax)SyntaxFactory.ParseExpression(literal)).Token.ValueText);
    }

    [Theory]
    [InlineData("a \"b\"\nc", "@\"a \"\"b\"\"\nc\"")]
    [InlineData("a \"b\"", "\"a \\\"b\\\"\"")]
    public void Writes_a_verbatim_literal_before_raw_strings(string text, string expected) =>
        Assert.Equal(expected, StringLiterals.Write(text, new SourceStyle("\n", "    ", LanguageVersion.CSharp10)));

    [Fact]
    public void Escapes_half_a_surrogate_pair()
    {
        var style = new SourceStyle("\n", "    ", LanguageVersion.CSharp13);
        Assert.Equal("\"\\uD800\"", StringLiterals.Write(((char)0xD800).ToString(), style));
        Assert.Equal("\"a\\n\\uDC00\"", StringLiterals.Write("a\n" + (char)0xDC00, style));
        Assert.Equal("\"\U0001F600\"", StringLiterals.Write("\U0001F600", style));
    }

    /// <summary>Wherever a literal is cut, head and remainder together are the value it had, or the cut is refused.</summary>
    [Theory]
    [InlineData("\"a\\tb \\\"c\\\" \\u0041\\x42 \\U0001F600 {d}\"")]
    [InlineData("@\"a \"\"b\"\" \\ \n  c\"")]
    [InlineData("$\"a {{b}} }}{{ \\\\ c\"")]
    [InlineData("$@\"a {{b}} \"\"c\"\" \\\"")]
    [InlineData(Q3 + "a \"b\" \\ {c} \"\" d" + Q3)]
    [InlineData(Q3 + "\n    a\n\n      b \"c\"\n  \n    d  \n    " + Q3)]
    [InlineData("$" + Q3 + "\n    a\n\n      b \"c\"\n    d  \n    " + Q3)]
    public async Task No_cut_changes_the_value(string code)
    {
        var value = ValueOf(code);
        var cuts = 0;
        for (var length = 1; length <= value.Length; length++)
        {
            if (await SplitAsync(code, length, trim: false) is { } exact)
            {
                cuts++;
                Assert.Equal(value, exact.Head + ValueOf(exact.Remainder));
                Assert.Equal(exact.Head, ValueOf(exact.HeadLiteral));
            }

            if (await SplitAsync(code, length, trim: true) is { } trimmed)
            {
                Assert.Equal(value.Substring(0, length).TrimEnd(), trimmed.Head);
                Assert.Equal(value.Substring(length).TrimStart(), ValueOf(trimmed.Remainder));
            }
        }

        Assert.InRange(cuts, value.Length / 2, value.Length);
    }

    [Fact]
    public void Writes_a_long_line_with_quotes_raw()
    {
        var json = "{" + new string(' ', 100) + "\"a\": 1 }";
        Assert.Equal(Q3 + json + Q3, StringLiterals.Write(json, new SourceStyle("\n", "    ", LanguageVersion.CSharp13)));
    }

    [Fact]
    public void Writes_a_literal_of_a_crlf_file()
    {
        var style = new SourceStyle("\r\n", "    ", LanguageVersion.CSharp13);
        Assert.Equal("\"a\\nb\"", StringLiterals.Write("a\nb", style));
        Assert.Equal(Q3 + "\r\n  a\r\n  b\r\n  " + Q3, CodeText.Fit(StringLiterals.Write("a\r\nb", style), "  ", "\r\n"));
    }

    private static string ValueOf(string code)
    {
        var tree = CSharpSyntaxTree.ParseText($"class C {{ const string S = {code}; }}");
        var compilation = CSharpCompilation.Create("Test", [tree], [Microsoft.CodeAnalysis.MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);
        var field = (Microsoft.CodeAnalysis.IFieldSymbol)compilation.GetTypeByMetadataName("C")!.GetMembers("S")[0];
        return (string)field.ConstantValue!;
    }

    private static async Task<StringSplit?> SplitAsync(string code, int length, bool trim)
    {
        var newLine = code.Contains("\r\n") ? "\r\n" : "\n";
        var (document, span) = EditedSource.Open($"class C{newLine}{{{newLine}object M(string x) => [|{code}|];{newLine}}}{newLine}");
        var edit = (await SourceEdit.StartAsync(document, CancellationToken.None))!;
        return StringSplit.At(edit, (ExpressionSyntax)EditedSource.NodeAt(edit.Root, span), length, trim);
    }
}
