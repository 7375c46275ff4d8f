using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace LlmAnalyzers.Tests.Editing;

public class StatementsTests
{
    [Theory]
    [InlineData("[|var o = new Options();|]", "var o = new Options();\noptions.Seed = 7;")]
    [InlineData("[|var o = new Options();|]\n\nM(client, a, b, o, x, ct);", "var o = new Options();\noptions.Seed = 7;\n\nM(client, a, b, o, x, ct);")]
    [InlineData("[|var o = new Options();|] // why", "var o = new Options(); // why\noptions.Seed = 7;")]
    [InlineData("[|var o = new Options();|] var p = o;", "var o = new Options(); options.Seed = 7; var p = o;")]
    [InlineData("[|using var o = new CancellationTokenSource();|]", "using var o = new CancellationTokenSource();\noptions.Seed = 7;")]
    [InlineData("if (x == \"\") { [|options = new();|] }", "if (x == \"\") { options = new(); options.Seed = 7; }")]
    [InlineData("if (x == \"\")\n    [|options = new();|]", "if (x == \"\")\n{\n    options = new();\n    options.Seed = 7;\n}")]
    [InlineData("if (x == \"\")\n    // fresh\n    [|options = new();|] // new", "if (x == \"\")\n{\n    // fresh\n    options = new(); // new\n    options.Seed = 7;\n}")]
    [InlineData("if (x == \"\") [|options = new();|]", "if (x == \"\") { options = new(); options.Seed = 7; }")]
    [InlineData("if (x == \"\")\n    options.Seed = 1;\nelse\n    [|options = new();|]", "if (x == \"\")\n    options.Seed = 1;\nelse\n{\n    options = new();\n    options.Seed = 7;\n}")]
    [InlineData("if (x == \"\")\n    options.Seed = 1;\nelse if (x == \"a\")\n    [|options = new();|]", "if (x == \"\")\n    options.Seed = 1;\nelse if (x == \"a\")\n{\n    options = new();\n    options.Seed = 7;\n}")]
    [InlineData("foreach (var c in x)\n    [|options = new();|]", "foreach (var c in x)\n{\n    options = new();\n    options.Seed = 7;\n}")]
    [InlineData("switch (x)\n{\n    case \"\":\n        [|options = new();|]\n        break;\n}", "switch (x)\n{\n    case \"\":\n        options = new();\n        options.Seed = 7;\n        break;\n}")]
    [InlineData("System.Action f = () => { [|options = new();|] };", "System.Action f = () => { options = new(); options.Seed = 7; };")]
    [InlineData("[|return;|]", null)]
    [InlineData("again: [|options = new();|]\ngoto again;", null)]
    [InlineData("if (x == \"\")\n#if DEBUG\n    x = x;\n#else\n    [|options = new();|]\n#endif", null)]
    public Task Inserts_behind_a_statement(string before, string? after) =>
        EditedSource.VerifyBodyAsync(before, after, (edit, node) => Statements.InsertAfter(edit, (StatementSyntax)node, "options.Seed = 7;"));

    [Theory]
    [InlineData("[|options = new();|]", "options.Seed = 7;\noptions = new();")]
    [InlineData("x = x + x;\n// fresh\n// ones\n[|options = new();|]", "x = x + x;\noptions.Seed = 7;\n// fresh\n// ones\noptions = new();")]
    [InlineData("x = x + x;\n// a section\n\n[|options = new();|]", "x = x + x;\n// a section\n\noptions.Seed = 7;\noptions = new();")]
    [InlineData("x = x + x; [|options = new();|]", "x = x + x; options.Seed = 7; options = new();")]
    [InlineData("if (x == \"\")\n    [|options = new();|]", "if (x == \"\")\n{\n    options.Seed = 7;\n    options = new();\n}")]
    [InlineData("if (x == \"\") [|options = new();|]", "if (x == \"\") { options.Seed = 7; options = new(); }")]
    [InlineData("[|return;|]", "options.Seed = 7;\nreturn;")]
    public Task Inserts_before_a_statement(string before, string after) =>
        EditedSource.VerifyBodyAsync(before, after, (edit, node) => Statements.InsertBefore(edit, (StatementSyntax)node, "options.Seed = 7;"));

    [Fact]
    public Task Inserts_an_add_before_the_first_one() =>
        EditedSource.VerifyBodyAsync(
            "var l = new List<Message>();\n[|l.Add(a);|]\nl.Add(b);",
            "var l = new List<Message>();\nl.Add(new SystemMessage(\"\"\"\n    one\n    \"\"\"));\nl.Add(a);\nl.Add(b);",
            (edit, node) => Statements.InsertBefore(edit, (StatementSyntax)node, "l.Add(new SystemMessage(\"\"\"\n    one\n    \"\"\"));"));

    [Fact]
    public Task Inserts_into_a_top_level_program() =>
        EditedSource.VerifyAsync(
            "using Acme.Chat;\n\n[|var o = new Options();|]\nnew Client().Ask(\"x\", 1, o);\n",
            "using Acme.Chat;\n\nvar o = new Options();\no.Seed = 7;\nnew Client().Ask(\"x\", 1, o);\n",
            (edit, node) => Statements.InsertAfter(edit, node.FirstAncestorOrSelf<StatementSyntax>()!, "o.Seed = 7;"),
            new() { IsProgram = true });

    [Fact]
    public Task Inserts_with_the_line_ending_and_tabs_of_the_file() =>
        EditedSource.VerifyAsync(
            "class C\r\n{\r\n\tvoid M()\r\n\t{\r\n\t\t[|var o = new Acme.Chat.Options();|]\r\n\t}\r\n}\r\n",
            "class C\r\n{\r\n\tvoid M()\r\n\t{\r\n\t\tvar o = new Acme.Chat.Options();\r\n\t\to.Seed = 7;\r\n\t}\r\n}\r\n",
            (edit, node) => Statements.InsertAfter(edit, (StatementSyntax)node, "o.Seed = 7;"));

    [Theory]
    [InlineData("[|options.Seed = 1;|]\nreturn;", "return;")]
    [InlineData("[|options.Seed = 1;|] // gone\nreturn;", "return;")]
    [InlineData("// stays\n[|options.Seed = 1;|]\nreturn;", "// stays\nreturn;")]
    [InlineData("[|options.Seed = 1;|] return;", "return;")]
    [InlineData("if (x == \"\") [|options.Seed = 1;|]", "if (x == \"\") { }")]
    [InlineData("if (x == \"\")\n    [|options.Seed = 1;|]\nelse\n    return;", "if (x == \"\")\n    { }\nelse\n    return;")]
    [InlineData("[|options.Stop = x +\n#if DEBUG\n    x +\n#endif\n    x;|]", null)]
    public Task Removes_a_statement(string before, string? after) =>
        EditedSource.VerifyBodyAsync(before, after, (edit, node) => Statements.Remove(edit, (StatementSyntax)node));

    [Theory]
    [InlineData("options.Temperature = [|0.9f|]; // warm", "options.Temperature = 0; // warm")]
    [InlineData("options.Temperature = [|0.5f + 0.4f|];", "options.Temperature = 0;")]
    [InlineData("options.Temperature = [|0.5f /* a */ + 0.4f|];", null)]
    [InlineData("float? t = [|0.9f|];", "float? t = 0;")]
    [InlineData("client.Ask(x, retries: [|3|]);", "client.Ask(x, retries: 0);")]
    [InlineData("options = options with { Temperature = [|0.9f|] };", "options = options with { Temperature = 0 };")]
    public Task Replaces_a_value(string before, string? after) =>
        EditedSource.VerifyBodyAsync(before, after, (edit, node) => Values.Replace(edit, (ExpressionSyntax)node, "0"));

    [Theory]
    [InlineData("options.Seed = [|1|];", "options.Seed = x.Length + 2;")]
    [InlineData("options.Seed = [|1|] * 3;", "options.Seed = (x.Length + 2) * 3;")]
    [InlineData("System.Func<int> f = () => [|1|];", "System.Func<int> f = () => x.Length + 2;")]
    public Task Parenthesizes_where_the_surroundings_bind_tighter(string before, string after) =>
        EditedSource.VerifyBodyAsync(before, after, (edit, node) => Values.Replace(edit, (ExpressionSyntax)node, "x.Length + 2"));

    [Theory]
    [InlineData("0; x")]
    [InlineData("(0")]
    [InlineData("")]
    public Task Refuses_a_value_that_is_no_expression(string code) =>
        EditedSource.VerifyBodyAsync("options.Temperature = [|0.9f|];", null, (edit, node) => Values.Replace(edit, (ExpressionSyntax)node, code));

    [Theory]
    [InlineData("[|options.Seed = 1|];", "options.Seed = 7;")]
    [InlineData("[|options.Seed += 1|];", null)]
    [InlineData("[|options.Seed ??= 1|];", null)]
    public Task Replaces_only_what_a_plain_assignment_assigns(string before, string? after) =>
        EditedSource.VerifyBodyAsync(before, after, (edit, node) => Values.ReplaceAssigned(edit, (AssignmentExpressionSyntax)node, "7"));
}
