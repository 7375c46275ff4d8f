using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace LlmAnalyzers.Tests.Editing;

public class ArgumentsTests
{
    private static readonly string[] AskParameters = ["text", "retries", "options", "cancellationToken"];

    [Theory]
    [InlineData("[|client.Ask(x, 1)|];", "client.Ask(x, 1, options);")]
    [InlineData("[|client.Ask(x)|];", "client.Ask(x, options: options);")]
    [InlineData("[|client.Ask(x, ct)|];", "client.Ask(x, options: options, cancellationToken: ct);")]
    [InlineData("[|client.Ask(x, 1, cancellationToken: ct)|];", "client.Ask(x, 1, options, cancellationToken: ct);")]
    [InlineData("[|client.Ask(x, cancellationToken: ct)|];", "client.Ask(x, options: options, cancellationToken: ct);")]
    [InlineData("[|client.Ask(text: x, retries: 1)|];", "client.Ask(text: x, retries: 1, options: options);")]
    [InlineData("[|client.Ask(retries: 1, text: x)|];", "client.Ask(retries: 1, text: x, options: options);")]
    [InlineData("[|client.Ask(cancellationToken: ct, text: x)|];", "client.Ask(cancellationToken: ct, text: x, options: options);")]
    [InlineData("[|client.Ask(x /* text */, 1 /* again */)|];", "client.Ask(x /* text */, 1 /* again */, options);")]
    [InlineData("[|client.Ask(x, 1, /* stop */ cancellationToken: ct)|];", "client.Ask(x, 1, options, /* stop */ cancellationToken: ct);")]
    [InlineData("[|client.Ask(x,1)|];", "client.Ask(x,1, options);")]
    [InlineData("[|client.Ask(\n    x,\n    1)|];", "client.Ask(\n    x,\n    1,\n    options);")]
    [InlineData("[|client.Ask(\n    x, // text\n    1 // twice\n)|];", "client.Ask(\n    x, // text\n    1, // twice\n    options\n);")]
    [InlineData("[|client.Ask(\n    x,\n    1,\n    // give up\n    cancellationToken: ct)|];", "client.Ask(\n    x,\n    1,\n    options,\n    // give up\n    cancellationToken: ct);")]
    [InlineData("[|client.Ask(x,\n    1)|];", "client.Ask(x,\n    1,\n    options);")]
    [InlineData("[|client.Ask(x, 1, options)|];", null)]
    [InlineData("[|client.Ask(x, 1,\n#if DEBUG\n    options,\n#endif\n    cancellationToken: ct)|];", null)]
    public Task Adds_an_argument_to_a_call(string before, string? after) =>
        EditedSource.VerifyBodyAsync(before, after, (edit, node) =>
            Arguments.Add(edit, (ExpressionSyntax)node, EditedSource.Method(edit, "Client", "Ask", AskParameters), ("options", "options")));

    [Theory]
    [InlineData("[|client.Respond(x)|];", "client.Respond(x, options);")]
    [InlineData("[|client.Respond(x, cancellationToken: ct)|];", "client.Respond(x, options, cancellationToken: ct);")]
    [InlineData("[|ClientExtensions.Respond(client, x)|];", "ClientExtensions.Respond(client, x, options);")]
    [InlineData("[|client.Respond(text: x)|];", "client.Respond(text: x, options: options);")]
    public Task Adds_an_argument_to_an_extension_method(string before, string after) =>
        EditedSource.VerifyBodyAsync(before, after, (edit, node) =>
            Arguments.Add(edit, (ExpressionSyntax)node, EditedSource.Method(edit, "ClientExtensions", "Respond"), ("options", "options")));

    [Theory]
    [InlineData("[|client.Complete(a, b)|];", "client.Complete([a, b], options);")]
    [InlineData("[|client.Complete(a)|];", "client.Complete([a], options);")]
    [InlineData("[|client.Complete(\"text\")|];", "client.Complete([\"text\"], options);")]
    [InlineData("[|client.Complete(\"text\", a)|];", "client.Complete([\"text\", a], options);")]
    [InlineData("[|client.Complete(new UserMessage(x))|];", "client.Complete([new UserMessage(x)], options);")]
    [InlineData("[|client.Complete([a, b])|];", "client.Complete([a, b], options);")]
    [InlineData("[|client.Complete(new List<Message> { a })|];", "client.Complete(new List<Message> { a }, options);")]
    [InlineData("[|client.Complete(new[] { a, b })|];", "client.Complete(new[] { a, b }, options);")]
    [InlineData("[|client.Complete(\n    a, // first\n    b)|];", "client.Complete(\n    [\n        a, // first\n        b,\n    ],\n    options);")]
    [InlineData("[|client.Complete([a], cancellationToken: ct)|];", "client.Complete([a], options, cancellationToken: ct);")]
    [InlineData("[|client.Complete([a], null, ct)|];", null)]
    public Task Turns_params_arguments_into_a_collection(string before, string? after) =>
        EditedSource.VerifyBodyAsync(before, after, (edit, node) => Arguments.Add(
            edit, (ExpressionSyntax)node, EditedSource.Method(edit, "Client", "Complete", "messages", "options", "cancellationToken"), ("options", "options")));

    [Theory]
    [InlineData("[|client.Complete(a, b)|];", "client.Complete(new Message[] { a, b }, options);")]
    [InlineData("[|client.Complete(\"text\")|];", "client.Complete(new Message[] { \"text\" }, options);")]
    public Task Turns_params_arguments_into_an_array_before_collection_expressions(string before, string after) =>
        EditedSource.VerifyBodyAsync(
            before,
            after,
            (edit, node) => Arguments.Add(
                edit, (ExpressionSyntax)node, EditedSource.Method(edit, "Client", "Complete", "messages", "options", "cancellationToken"), ("options", "options")),
            new() { Version = LanguageVersion.CSharp11 });

    [Theory]
    [InlineData("[|client.Send(a)|];", "client.Send([a], options);")]
    [InlineData("[|client.Send(\"text\")|];", "client.Send([\"text\"], options);")]
    [InlineData("[|client.Send(message: a)|];", null)]
    public Task Turns_a_single_element_into_a_collection(string before, string? after) =>
        EditedSource.VerifyBodyAsync(before, after, (edit, node) => Arguments.Add(
            edit, (ExpressionSyntax)node, EditedSource.Method(edit, "Client", "Send", "messages", "options"), ("options", "options")));

    [Theory]
    [InlineData("_ = [|client.Ask(x)|].Trim();", "_ = client.Ask(x, 2, options).Trim();")]
    [InlineData("var f = () => [|client.Ask(x)|];", "var f = () => client.Ask(x, 2, options);")]
    [InlineData("client.Run(s => client.Run(t => [|client.Ask(t)|]));", "client.Run(s => client.Run(t => client.Ask(t, 2, options)));")]
    [InlineData("[|client.Ask(\n    x)|];", "client.Ask(\n    x,\n    2,\n    options);")]
    [InlineData("[|client.Ask(x, ct)|];", "client.Ask(x, 2, options, ct);")]
    public Task Adds_several_arguments_at_once(string before, string after) =>
        EditedSource.VerifyBodyAsync(before, after, (edit, node) => Arguments.Add(
            edit, (ExpressionSyntax)node, EditedSource.Method(edit, "Client", "Ask", AskParameters), ("retries", "2"), ("options", "options")));

    [Fact]
    public Task Adds_an_argument_behind_a_lambda_of_several_lines() =>
        EditedSource.VerifyBodyAsync(
            "[|client.Run(s =>\n{\n    return s;\n})|];",
            "client.Run(s =>\n{\n    return s;\n}, options);",
            (edit, node) => Arguments.Add(edit, (ExpressionSyntax)node, EditedSource.Method(edit, "Client", "Run"), ("options", "options")));

    [Fact]
    public Task Adds_an_argument_beside_a_statement_of_the_same_fix() =>
        EditedSource.VerifyAsync(
            "using Acme.Chat;\n\n[|new Client().Ask(\"x\", 1)|];\n",
            "using Acme.Chat;\n\nvar o = new Options();\nnew Client().Ask(\"x\", 1, o);\n",
            (edit, node) => Statements.InsertBefore(edit, node.FirstAncestorOrSelf<StatementSyntax>()!, "var o = new Options();")
                && Arguments.Add(edit, (ExpressionSyntax)node, EditedSource.Method(edit, "Client", "Ask", AskParameters), ("options", "o")),
            new() { IsProgram = true });

    [Fact]
    public Task Indents_an_argument_of_several_lines() =>
        EditedSource.VerifyBodyAsync(
            "[|client.Ask(\n    x,\n    1)|];",
            "client.Ask(\n    x,\n    1,\n    new Options\n    {\n        Seed = 1,\n    });",
            (edit, node) => Arguments.Add(
                edit, (ExpressionSyntax)node, EditedSource.Method(edit, "Client", "Ask", AskParameters), ("options", "new Options\n{\n    Seed = 1,\n}")));

    [Fact]
    public Task Adds_an_argument_in_an_expression_body_of_a_crlf_file_with_tabs() =>
        EditedSource.VerifyAsync(
            "using Acme.Chat;\r\nclass C\r\n{\r\n\tstring M(Client c, Options o) => [|c.Ask(\r\n\t\t\"x\",\r\n\t\t1)|];\r\n}\r\n",
            "using Acme.Chat;\r\nclass C\r\n{\r\n\tstring M(Client c, Options o) => c.Ask(\r\n\t\t\"x\",\r\n\t\t1,\r\n\t\to);\r\n}\r\n",
            (edit, node) => Arguments.Add(edit, (ExpressionSyntax)node, EditedSource.Method(edit, "Client", "Ask", AskParameters), ("options", "o")));

    [Fact]
    public Task Adds_an_argument_to_an_object_creation() =>
        EditedSource.VerifyBodyAsync(
            "Options o = [|new() { Seed = 1 }|];",
            "Options o = new(\"m\") { Seed = 1 };",
            (edit, node) => Arguments.Add(edit, (ExpressionSyntax)node, EditedSource.Method(edit, "Options", ".ctor", "model"), ("model", "\"m\"")));

    [Theory]
    [InlineData("client.Ask(x, 1, [|options|]);", "client.Ask(x, 1);")]
    [InlineData("client.Ask(x, [|1|], options);", "client.Ask(x, options: options);")]
    [InlineData("client.Ask(x, [|1|], options, ct);", "client.Ask(x, options: options, cancellationToken: ct);")]
    [InlineData("client.Ask(x, 1, /* opts */ [|options|]);", "client.Ask(x, 1);")]
    [InlineData("client.Ask(x, [|retries: 1|], options: options);", "client.Ask(x, options: options);")]
    [InlineData("client.Ask([|retries: 1|], text: x);", "client.Ask(text: x);")]
    [InlineData("client.Ask(\n    x,\n    1, // again\n    [|options|]);", "client.Ask(\n    x,\n    1 // again\n    );")]
    [InlineData("client.Ask(\n    x,\n    [|1|], // again\n    options);", "client.Ask(\n    x,\n    options: options);")]
    [InlineData("client.Ask(\n    x,\n    1,\n    [|options|]);", "client.Ask(\n    x,\n    1);")]
    [InlineData("client.Ask([|x|], 1);", null)]
    public Task Removes_an_argument(string before, string? after) =>
        EditedSource.VerifyBodyAsync(before, after, (edit, node) => Arguments.Remove(edit, node.FirstAncestorOrSelf<ArgumentSyntax>()!));
}
