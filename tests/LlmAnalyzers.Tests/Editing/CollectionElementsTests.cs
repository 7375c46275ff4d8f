using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace LlmAnalyzers.Tests.Editing;

public class CollectionElementsTests
{
    private const string System = "new SystemMessage(x)";

    [Theory]
    [InlineData("List<Message> l = [|[a, b]|];", "List<Message> l = [new SystemMessage(x), a, b];")]
    [InlineData("List<Message> l = [|[]|];", "List<Message> l = [new SystemMessage(x)];")]
    [InlineData("List<Message> l = [|[ ]|];", "List<Message> l = [new SystemMessage(x)];")]
    [InlineData("List<Message> l = [|[.. options.Messages, a]|];", "List<Message> l = [new SystemMessage(x), .. options.Messages, a];")]
    [InlineData("List<Message> l = [|[ /* user */ a ]|];", "List<Message> l = [new SystemMessage(x), /* user */ a ];")]
    [InlineData("List<Message> l =\n[|[\n    a,\n    b,\n]|];", "List<Message> l =\n[\n    new SystemMessage(x),\n    a,\n    b,\n];")]
    [InlineData("List<Message> l =\n[|[\n    // the question\n    a,\n]|];", "List<Message> l =\n[\n    new SystemMessage(x),\n    // the question\n    a,\n];")]
    [InlineData("List<Message> l =\n[|[\n#if DEBUG\n    b,\n#endif\n    a,\n]|];", "List<Message> l =\n[\n    new SystemMessage(x),\n#if DEBUG\n    b,\n#endif\n    a,\n];")]
    [InlineData("var l = [|new List<Message> { a, b }|];", "var l = new List<Message> { new SystemMessage(x), a, b };")]
    [InlineData("var l = [|new List<Message>()|];", "var l = new List<Message> { new SystemMessage(x) };")]
    [InlineData("var l = [|new List<Message>() { a }|];", "var l = new List<Message>() { new SystemMessage(x), a };")]
    [InlineData("List<Message> l = [|new() { a }|];", "List<Message> l = new() { new SystemMessage(x), a };")]
    [InlineData("List<Message> l = [|new()|];", "List<Message> l = new() { new SystemMessage(x) };")]
    [InlineData("List<Message> l = [|new() { }|];", "List<Message> l = new() { new SystemMessage(x) };")]
    [InlineData("var l = [|new List<Message>(options.Messages)|];", null)]
    [InlineData("var l = [|new List<Message>\n{\n    a\n}|];", "var l = new List<Message>\n{\n    new SystemMessage(x),\n    a\n};")]
    [InlineData("var l = [|new Message[] { a, b }|];", "var l = new Message[] { new SystemMessage(x), a, b };")]
    [InlineData("var l = [|new[] { a, b }|];", "var l = new[] { new SystemMessage(x), a, b };")]
    [InlineData("Message[] l = [|{ a, b }|];", "Message[] l = { new SystemMessage(x), a, b };")]
    [InlineData("Message[] l = [|{ }|];", "Message[] l = { new SystemMessage(x) };")]
    [InlineData("var l = [|new[] { new UserMessage(x) }|];", "var l = new Message[] { new SystemMessage(x), new UserMessage(x) };")]
    [InlineData("client.Complete([|new[] { new UserMessage(x) }|]);", "client.Complete(new Message[] { new SystemMessage(x), new UserMessage(x) });")]
    [InlineData("var l = [|new UserMessage[] { new(x) }|];", null)]
    [InlineData("var l = [|new UserMessage[] { new UserMessage(x) }|];", "var l = new Message[] { new SystemMessage(x), new UserMessage(x) };")]
    [InlineData("UserMessage[] l = [|new[] { new UserMessage(x) }|];", null)]
    [InlineData("UserMessage[] l = [|[new UserMessage(x)]|];", null)]
    [InlineData("UserMessage[] l = [|{ new UserMessage(x) }|];", null)]
    [InlineData("var l = [|new List<UserMessage> { new(x) }|];", null)]
    [InlineData("var l = [|new Message[1] { a }|];", null)]
    [InlineData("var o = [|new Options { Seed = 1 }|];", null)]
    public Task Inserts_at_the_start(string before, string? after) =>
        EditedSource.VerifyBodyAsync(before, after, (edit, node) => CollectionElements.Insert(
            edit, (ExpressionSyntax)node, 0, System, EditedSource.Type(edit, "Acme.Chat.SystemMessage"), EditedSource.Type(edit, "Acme.Chat.Message")));

    [Theory]
    [InlineData("List<Message> l = [|[a, b]|];", "List<Message> l = [a, new SystemMessage(x), b];")]
    [InlineData("List<Message> l = [|[a]|];", "List<Message> l = [a, new SystemMessage(x)];")]
    [InlineData("List<Message> l = [|[a, /* b */ b]|];", "List<Message> l = [a, new SystemMessage(x), /* b */ b];")]
    [InlineData("List<Message> l =\n[|[\n    a, // first\n    b\n]|];", "List<Message> l =\n[\n    a, // first\n    new SystemMessage(x),\n    b\n];")]
    [InlineData("List<Message> l = [|[]|];", null)]
    [InlineData("List<Message> l =\n[|[\n    a,\n#if DEBUG\n    b,\n#endif\n]|];", null)]
    public Task Inserts_at_an_index(string before, string? after) =>
        EditedSource.VerifyBodyAsync(before, after, (edit, node) => CollectionElements.Insert(edit, (ExpressionSyntax)node, 1, System));

    [Theory]
    [InlineData("[|client.Complete(a, b)|];", "client.Complete(new SystemMessage(x), a, b);")]
    [InlineData("[|client.Complete()|];", "client.Complete(new SystemMessage(x));")]
    [InlineData("[|client.Complete(\"text\")|];", "client.Complete(new SystemMessage(x), \"text\");")]
    [InlineData("[|client.Complete(\n    a,\n    b)|];", "client.Complete(\n    new SystemMessage(x),\n    a,\n    b);")]
    [InlineData("[|client.Complete(options.Messages)|];", null)]
    [InlineData("[|client.Complete(messages: a)|];", null)]
    public Task Inserts_into_params_arguments(string before, string? after) =>
        EditedSource.VerifyBodyAsync(before, after, (edit, node) => CollectionElements.InsertArgument(edit, (ExpressionSyntax)node, 0, System));

    [Fact]
    public Task Inserts_behind_the_plain_arguments_of_a_params_call() =>
        EditedSource.VerifyBodyAsync(
            "[|client.Tagged(x, \"t\")|];",
            "client.Tagged(x, \"t\", \"u\");",
            (edit, node) => CollectionElements.InsertArgument(edit, (ExpressionSyntax)node, 1, "\"u\""));

    [Fact]
    public Task Indents_a_raw_string_in_an_element() =>
        EditedSource.VerifyBodyAsync(
            "List<Message> l =\n[|[\n    a,\n]|];",
            "List<Message> l =\n[\n    new SystemMessage(\"\"\"\n    one\n    two\n    \"\"\"),\n    a,\n];",
            (edit, node) => CollectionElements.Insert(edit, (ExpressionSyntax)node, 0, "new SystemMessage(\"\"\"\none\ntwo\n\"\"\")"));
}
