using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace LlmAnalyzers.Tests.Editing;

public class ObjectInitializersTests
{
    [Theory]
    [InlineData("var o = [|new Options()|];", "var o = new Options { Seed = 7 };")]
    [InlineData("var o = [|new Options( /* none */ )|];", "var o = new Options( /* none */ ) { Seed = 7 };")]
    [InlineData("Options o = [|new()|];", "Options o = new() { Seed = 7 };")]
    [InlineData("Options o = [|new(\"m\")|];", "Options o = new(\"m\") { Seed = 7 };")]
    [InlineData("var o = [|new Options(\"m\")|];", "var o = new Options(\"m\") { Seed = 7 };")]
    [InlineData("var o = [|new Options { Temperature = 1 }|];", "var o = new Options { Temperature = 1, Seed = 7 };")]
    [InlineData("var o = [|new Options { Temperature = 1, }|];", "var o = new Options { Temperature = 1, Seed = 7, };")]
    [InlineData("var o = [|new Options {Temperature = 1}|];", "var o = new Options {Temperature = 1, Seed = 7};")]
    [InlineData("var o = [|new Options { }|];", "var o = new Options { Seed = 7 };")]
    [InlineData("var o = [|new Options {}|];", "var o = new Options { Seed = 7 };")]
    [InlineData("var o = [|new Options { /* later */ }|];", "var o = new Options { /* later */ Seed = 7 };")]
    [InlineData("Options o = [|new(\"m\") { Temperature = 1 }|];", "Options o = new(\"m\") { Temperature = 1, Seed = 7 };")]
    [InlineData("var o = [|options with { Temperature = 1 }|];", "var o = options with { Temperature = 1, Seed = 7 };")]
    [InlineData("var o = [|options with { }|];", "var o = options with { Seed = 7 };")]
    [InlineData("var o = [|new Options { Temperature = 1 /* hot */ }|];", "var o = new Options { Temperature = 1 /* hot */, Seed = 7 };")]
    [InlineData("var o = [|new Options\n{\n}|];", "var o = new Options\n{\n    Seed = 7\n};")]
    [InlineData("var o = [|new Options\n{\n    // nothing yet\n}|];", "var o = new Options\n{\n    // nothing yet\n    Seed = 7\n};")]
    [InlineData("var o = [|new Options\n{\n    Temperature = 1\n}|];", "var o = new Options\n{\n    Temperature = 1,\n    Seed = 7\n};")]
    [InlineData("var o = [|new Options\n{\n    Temperature = 1,\n}|];", "var o = new Options\n{\n    Temperature = 1,\n    Seed = 7,\n};")]
    [InlineData("var o = [|new Options\n{\n    Temperature = 1 // hot\n}|];", "var o = new Options\n{\n    Temperature = 1, // hot\n    Seed = 7\n};")]
    [InlineData("var o = [|new Options\n{\n    Temperature = 1, // hot\n}|];", "var o = new Options\n{\n    Temperature = 1, // hot\n    Seed = 7,\n};")]
    [InlineData("var o = [|new Options\n{\n    Temperature = 1,\n    // the end\n}|];", "var o = new Options\n{\n    Temperature = 1,\n    Seed = 7,\n    // the end\n};")]
    [InlineData("var o = [|new Options {\n    Temperature = 1\n}|];", "var o = new Options {\n    Temperature = 1,\n    Seed = 7\n};")]
    [InlineData("var o = [|new Options { Temperature = 1,\n    Stop = x }|];", "var o = new Options { Temperature = 1,\n    Stop = x,\n    Seed = 7 };")]
    [InlineData("var o = [|new Options\n{\n#if DEBUG\n    Stop = x,\n#endif\n    Temperature = 1\n}|];", "var o = new Options\n{\n    Seed = 7,\n#if DEBUG\n    Stop = x,\n#endif\n    Temperature = 1\n};")]
    [InlineData("var o = [|new Options { Temperature = 1,\n#if DEBUG\n    Stop = x,\n#endif\n}|];", null)]
    [InlineData("var o = new Options { Nested = [|{ Temperature = 1 }|] };", "var o = new Options { Nested = { Temperature = 1, Seed = 7 } };")]
    [InlineData("client.Run(s => client.Ask(s, 1, [|new() { Stop = s }|]));", "client.Run(s => client.Ask(s, 1, new() { Stop = s, Seed = 7 }));")]
    [InlineData("_ = [|new Options()|].Stop;", "_ = new Options { Seed = 7 }.Stop;")]
    [InlineData("var o = [|new Options { Stop = $@\"{x}\n\" }|];", "var o = new Options { Stop = $@\"{x}\n\", Seed = 7 };")]
    [InlineData("var o = [|new Options\n{\n    Nested =\n    {\n        Stop = x\n    }\n}|];", "var o = new Options\n{\n    Nested =\n    {\n        Stop = x\n    },\n    Seed = 7\n};")]
    [InlineData("var o = new Options\n{\n    Nested =\n    [|{\n        Stop = x\n    }|]\n};", "var o = new Options\n{\n    Nested =\n    {\n        Stop = x,\n        Seed = 7\n    }\n};")]
    [InlineData("var o = [|new List<int> { 1 }|];", null)]
    public Task Adds_a_member(string before, string? after) =>
        EditedSource.VerifyBodyAsync(before, after, (edit, node) => Set(edit, node, ("Seed", "7")));

    [Theory]
    [InlineData("var o = [|new Options { Seed = 1 }|];", "var o = new Options { Seed = 7 };")]
    [InlineData("var o = [|new Options { Seed = 1, Stop = x }|];", "var o = new Options { Seed = 7, Stop = x };")]
    [InlineData("var o = [|new Options\n{\n    Seed = 1 // fixed\n}|];", "var o = new Options\n{\n    Seed = 7 // fixed\n};")]
    [InlineData("var o = [|options with { Seed = null }|];", "var o = options with { Seed = 7 };")]
    [InlineData("var o = [|new Options { Seed = x.Length + /* one */ 1 }|];", null)]
    public Task Replaces_the_value_of_a_member(string before, string? after) =>
        EditedSource.VerifyBodyAsync(before, after, (edit, node) => Set(edit, node, ("Seed", "7")));

    [Theory]
    [InlineData("var o = [|new Options()|];", "var o = new Options { Seed = 7, Temperature = 0 };")]
    [InlineData("var o = [|new Options { Stop = x }|];", "var o = new Options { Stop = x, Seed = 7, Temperature = 0 };")]
    [InlineData("var o = [|new Options\n{\n    Stop = x\n}|];", "var o = new Options\n{\n    Stop = x,\n    Seed = 7,\n    Temperature = 0\n};")]
    [InlineData("var o = [|new Options\n{\n    Stop = x // s\n}|];", "var o = new Options\n{\n    Stop = x, // s\n    Seed = 7,\n    Temperature = 0\n};")]
    [InlineData("var o = [|new Options { Temperature = 1 }|];", "var o = new Options { Temperature = 0, Seed = 7 };")]
    public Task Sets_several_members(string before, string after) =>
        EditedSource.VerifyBodyAsync(before, after, (edit, node) => Set(edit, node, ("Seed", "7"), ("Temperature", "0")));

    [Theory]
    [InlineData(
        "var o = [|new Options()|];",
        "var o = new Options\n{\n    Stop = \"\"\"\n    one\n\n      two\n    \"\"\",\n};")]
    [InlineData(
        "var o = [|new Options\n{\n    Seed = 1,\n}|];",
        "var o = new Options\n{\n    Seed = 1,\n    Stop = \"\"\"\n    one\n\n      two\n    \"\"\",\n};")]
    public Task Indents_a_raw_string(string before, string after) =>
        EditedSource.VerifyBodyAsync(before, after, (edit, node) => Set(edit, node, ("Stop", "\"\"\"\none\n\n  two\n\"\"\"")));

    [Fact]
    public Task Leaves_a_verbatim_string_as_it_is() =>
        EditedSource.VerifyAsync(
            "class C\n{\n    object o = [|new Acme.Chat.Options { Seed = 1 }|];\n}\n",
            "class C\n{\n    object o = new Acme.Chat.Options\n    {\n        Seed = 1,\n        Stop = @\"a\nb\",\n    };\n}\n",
            (edit, node) => Set(edit, node, ("Stop", "@\"a\nb\"")));

    [Fact]
    public Task Breaks_a_line_that_would_become_too_long()
    {
        var stop = "\"" + new string('s', 110) + "\"";
        return EditedSource.VerifyBodyAsync(
            "var o = [|new Options()|];",
            $"var o = new Options\n{{\n    Seed = 1,\n    Stop = {stop},\n}};",
            (edit, node) => Set(edit, node, ("Seed", "1"), ("Stop", stop)));
    }

    [Fact]
    public Task Keeps_crlf_and_tabs() =>
        EditedSource.VerifyAsync(
            "class C\r\n{\r\n\tobject o = [|new Acme.Chat.Options\r\n\t{\r\n\t\tSeed = 1\r\n\t}|];\r\n}\r\n",
            "class C\r\n{\r\n\tobject o = new Acme.Chat.Options\r\n\t{\r\n\t\tSeed = 1,\r\n\t\tStop = \"\"\"\r\n\t\ta\r\n\t\t\"\"\"\r\n\t};\r\n}\r\n",
            (edit, node) => Set(edit, node, ("Stop", "\"\"\"\na\n\"\"\"")));

    [Fact]
    public Task Takes_the_indentation_of_the_editorconfig() =>
        EditedSource.VerifyAsync(
            "class C\n{\n    object o = [|new Acme.Chat.Options\n    {\n    }|];\n}\n",
            "class C\n{\n    object o = new Acme.Chat.Options\n    {\n      Seed = 7\n    };\n}\n",
            (edit, node) => Set(edit, node, ("Seed", "7")),
            new() { EditorConfig = "indent_size = 2" });

    [Theory]
    [InlineData("var o = [|new Options { Seed = 1 }|];", "var o = new Options { };")]
    [InlineData("var o = [|new Options { Seed = 1, Stop = x }|];", "var o = new Options { Stop = x };")]
    [InlineData("var o = [|new Options { Stop = x, Seed = 1 }|];", "var o = new Options { Stop = x };")]
    [InlineData("var o = [|new Options { Stop = x, Seed = 1, Temperature = 1 }|];", "var o = new Options { Stop = x, Temperature = 1 };")]
    [InlineData("var o = [|new Options { Stop = x, Seed = 1, }|];", "var o = new Options { Stop = x, };")]
    [InlineData("var o = [|new Options\n{\n    Stop = x,\n    Seed = 1\n}|];", "var o = new Options\n{\n    Stop = x\n};")]
    [InlineData("var o = [|new Options\n{\n    Stop = x, // s\n    Seed = 1 // gone\n}|];", "var o = new Options\n{\n    Stop = x // s\n};")]
    [InlineData("var o = [|new Options\n{\n    // stays\n    Seed = 1, // gone\n    Stop = x,\n}|];", "var o = new Options\n{\n    // stays\n    Stop = x,\n};")]
    [InlineData("var o = [|new Options\n{\n    Seed = 1,\n}|];", "var o = new Options\n{\n};")]
    [InlineData("var o = [|new Options\n{\n#if DEBUG\n    Seed = 2,\n#else\n    Seed = 1,\n#endif\n}|];", null)]
    [InlineData("var o = [|new Options { Stop = x }|];", null)]
    public Task Removes_a_member(string before, string? after) =>
        EditedSource.VerifyBodyAsync(before, after, (edit, node) => ObjectInitializers.Remove(edit, ((BaseObjectCreationExpressionSyntax)node).Initializer!, "Seed"));

    private static bool Set(SourceEdit edit, Microsoft.CodeAnalysis.SyntaxNode node, params (string Name, string Value)[] members) =>
        node is InitializerExpressionSyntax initializer
            ? ObjectInitializers.Set(edit, initializer, members)
            : ObjectInitializers.Set(edit, (ExpressionSyntax)node, members);
}
