using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace LlmAnalyzers.Tests.Editing;

public class BrokenCodeTests
{
    private const string Body = """
        var o = new Options { Seed = 1, /* s */ Stop = $"a {x} {{b}}" };
        List<Message> l = [a, .. o.Messages, b];
        Message[] m = { a, new UserMessage(@"C:\ ""q"" ") };
        if (x == "") o = o with { Temperature = 1 };
        client.Complete(a, "text");
        client.Ask(retries: 1, text: "You are " + x, // why
            cancellationToken: ct);
        client.Run(s => client.Ask(s, 1, new() { Nested = { Seed = 2 } }));
        """;

    [Fact]
    public async Task No_edit_throws_on_code_that_ends_anywhere()
    {
        var code = EditedSource.InMethod(Body);
        var (tried, done) = (0, 0);
        for (var length = 150; length <= code.Length; length += 11)
        {
            var (document, _) = EditedSource.Open(code.Substring(0, length));
            var root = (await document.GetSyntaxRootAsync())!;
            foreach (var node in root.DescendantNodes().ToList())
            {
                for (var kind = 0; kind < 9; kind++)
                {
                    var edit = (await SourceEdit.StartAsync(document, CancellationToken.None))!;
                    tried++;
                    if (Try(edit, node, kind) && !edit.IsBroken)
                    {
                        done++;
                        _ = await (await edit.ApplyAsync(CancellationToken.None)).GetTextAsync();
                    }
                }
            }
        }

        Assert.InRange(done, 100, tried - 100);
    }

    [Theory]
    [InlineData("[|client.Ask(x, 1|];")]
    [InlineData("[|client.Asks(x, 1)|];")]
    [InlineData("[|client.Ask(x, , 1)|];")]
    public Task Refuses_a_call_that_does_not_bind(string before) =>
        EditedSource.VerifyBodyAsync(
            before,
            null,
            (edit, node) => Arguments.Add(
                edit, node.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().First(), AskMethod(edit), ("options", "options")),
            new() { MayHaveErrors = true });

    private static bool Try(SourceEdit edit, SyntaxNode node, int kind) => (node, kind) switch
    {
        (ExpressionSyntax e, 0) => Arguments.Add(edit, e, AskMethod(edit), ("options", "options")),
        (ExpressionSyntax e, 1) => ObjectInitializers.Set(edit, e, ("Seed", "7"), ("Stop", "x")),
        (InitializerExpressionSyntax i, 2) => ObjectInitializers.Remove(edit, i, "Seed"),
        (ExpressionSyntax e, 3) => CollectionElements.Insert(edit, e, 0, "a", EditedSource.Type(edit, "Acme.Chat.Message"), EditedSource.Type(edit, "Acme.Chat.Message")),
        (ExpressionSyntax e, 4) => CollectionElements.InsertArgument(edit, e, 0, "a"),
        (ExpressionSyntax e, 5) => StringSplit.At(edit, e, Math.Min(3, e.Span.Length)) is { } split && Values.Replace(edit, e, split.Remainder),
        (StatementSyntax s, 6) => Statements.InsertAfter(edit, s, "options.Seed = 7;"),
        (StatementSyntax s, 7) => Statements.Remove(edit, s),
        (ArgumentSyntax a, 8) => Arguments.Remove(edit, a),
        _ => false,
    };

    private static IMethodSymbol AskMethod(SourceEdit edit) =>
        EditedSource.Method(edit, "Client", "Ask", "text", "retries", "options", "cancellationToken");
}
