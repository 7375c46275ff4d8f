using System.Threading;
using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace LlmAnalyzers.Tests.Editing;

public class MergedEditsTests
{
    private const string Code = "class C { int a; int b; }";

    [Fact]
    public async Task The_same_change_twice_is_one_change()
    {
        var (merged, first, second) = await StartAsync();
        Assert.True(first.Insert(9, " int x;") && second.Insert(9, " int x;") && second.Replace(new TextSpan(14, 1), "q"));
        Assert.True(merged.TryAdd(first));
        Assert.True(merged.TryAdd(second));
        Assert.Equal("class C { int x; int q; int b; }", await ApplyAsync(merged, first));
    }

    [Fact]
    public async Task A_fix_with_one_conflict_is_left_out_as_a_whole()
    {
        var (merged, first, second) = await StartAsync();
        Assert.True(first.Replace(new TextSpan(14, 1), "q"));
        Assert.True(second.Replace(new TextSpan(21, 1), "r") && second.Replace(new TextSpan(14, 1), "s"));
        Assert.True(merged.TryAdd(first));
        Assert.False(merged.TryAdd(second));
        Assert.Equal("class C { int q; int b; }", await ApplyAsync(merged, first));
    }

    [Theory]
    [InlineData(9, 0, "x", 9, 0, "y", true)]
    [InlineData(9, 0, "x", 10, 0, "y", false)]
    [InlineData(9, 4, "x", 12, 4, "y", true)]
    [InlineData(9, 4, "x", 13, 4, "y", false)]
    [InlineData(9, 4, "x", 13, 0, "y", false)]
    [InlineData(9, 4, "x", 9, 0, "y", false)]
    [InlineData(9, 4, "x", 11, 0, "y", true)]
    [InlineData(9, 4, "", 13, 0, "y", true)]
    [InlineData(9, 4, "", 9, 0, "y", true)]
    [InlineData(9, 4, "", 14, 0, "y", false)]
    public void Changes_conflict_when_they_cannot_both_be_made(int start, int length, string text, int otherStart, int otherLength, string other, bool conflict)
    {
        var (a, b) = (new TextChange(new TextSpan(start, length), text), new TextChange(new TextSpan(otherStart, otherLength), other));
        Assert.Equal(conflict, MergedEdits.Conflict(a, b));
        Assert.Equal(conflict, MergedEdits.Conflict(b, a));
    }

    [Fact]
    public async Task Insertions_of_one_fix_stand_in_order()
    {
        var (_, edit, _) = await StartAsync();
        Assert.True(edit.Insert(9, " int x;") && edit.Insert(9, " int y;"));
        Assert.Equal("class C { int x; int y; int a; int b; }", await EditedSource.TextAsync(await edit.ApplyAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task A_fix_that_contradicts_itself_changes_nothing()
    {
        var (merged, edit, _) = await StartAsync();
        Assert.True(edit.Remove(new TextSpan(10, 6)));
        Assert.False(edit.Replace(new TextSpan(14, 1), "q"));
        Assert.True(edit.IsBroken);
        Assert.False(merged.TryAdd(edit));
        Assert.Equal(Code, await EditedSource.TextAsync(await edit.ApplyAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task Both_fixes_import_a_namespace_once()
    {
        var (merged, first, second) = await StartAsync();
        first.Import("Other.Ai", 9);
        second.Import("Other.Ai", 9);
        second.Import("Acme.Chat", 9);
        Assert.True(first.Insert(9, " int x;") && second.Insert(16, " int y;"));
        Assert.True(merged.TryAdd(first) && merged.TryAdd(second));
        Assert.Equal("using Acme.Chat;\nusing Other.Ai;\n\nclass C { int x; int a; int y; int b; }", await ApplyAsync(merged, first));
    }

    [Fact]
    public async Task Imports_stand_above_a_statement_inserted_at_the_top()
    {
        var (document, _) = EditedSource.Open("return;\n", new() { IsProgram = true });
        var edit = (await SourceEdit.StartAsync(document, CancellationToken.None))!;
        edit.Import("Other.Ai", 0);
        Assert.True(edit.Insert(0, "int x = 1;\n"));
        Assert.Equal("using Other.Ai;\n\nint x = 1;\nreturn;\n", await EditedSource.TextAsync(await edit.ApplyAsync(CancellationToken.None)));
    }

    private static async Task<(MergedEdits Merged, SourceEdit First, SourceEdit Second)> StartAsync()
    {
        var (document, _) = EditedSource.Open(Code);
        return (new MergedEdits(), (await SourceEdit.StartAsync(document, CancellationToken.None))!, (await SourceEdit.StartAsync(document, CancellationToken.None))!);
    }

    private static async Task<string> ApplyAsync(MergedEdits merged, SourceEdit edit) =>
        await EditedSource.TextAsync(merged.Apply(edit.Document, CancellationToken.None));
}
