using System.Threading;
using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace LlmAnalyzers.Tests.Editing;

public class UsingDirectivesTests
{
    [Theory]
    [InlineData("class C { [|object|] o; }\n", "using Other.Ai;\n\nclass C { Tool o; }\n")]
    [InlineData("using System;\n\nclass C { [|object|] o; }\n", "using System;\nusing Other.Ai;\n\nclass C { Tool o; }\n")]
    [InlineData("using Acme.Chat;\nusing Third.Ai;\nclass C { [|object|] o; }\n", "using Acme.Chat;\nusing Other.Ai;\nusing Third.Ai;\nclass C { Tool o; }\n")]
    [InlineData("using Third.Ai;\nclass C { [|object|] o; }\n", "using Other.Ai;\nusing Third.Ai;\nclass C { Tool o; }\n")]
    [InlineData("using Third.Ai;\nusing Acme.Chat;\nclass C { [|object|] o; }\n", "using Third.Ai;\nusing Acme.Chat;\nusing Other.Ai;\nclass C { Tool o; }\n")]
    [InlineData("using Acme.Chat;\nusing System;\nclass C { [|object|] o; }\n", "using Acme.Chat;\nusing Other.Ai;\nusing System;\nclass C { Tool o; }\n")]
    [InlineData("using Acme.Chat; // chat\nclass C { [|object|] o; }\n", "using Acme.Chat; // chat\nusing Other.Ai;\nclass C { Tool o; }\n")]
    [InlineData("// Copyright\nusing Third.Ai;\nclass C { [|object|] o; }\n", "// Copyright\nusing Other.Ai;\nusing Third.Ai;\nclass C { Tool o; }\n")]
    [InlineData("// Copyright\nclass C { [|object|] o; }\n", "// Copyright\n\nusing Other.Ai;\n\nclass C { Tool o; }\n")]
    [InlineData("// Copyright\n\nclass C { [|object|] o; }\n", "// Copyright\n\nusing Other.Ai;\n\nclass C { Tool o; }\n")]
    [InlineData("/* All rights\n   reserved. */\n\nclass C { [|object|] o; }\n", "/* All rights\n   reserved. */\n\nusing Other.Ai;\n\nclass C { Tool o; }\n")]
    [InlineData("// About C.\nclass C { [|object|] o; }\n", "using Other.Ai;\n\n// About C.\nclass C { Tool o; }\n")]
    [InlineData("/// <summary>C.</summary>\nclass C { [|object|] o; }\n", "using Other.Ai;\n\n/// <summary>C.</summary>\nclass C { Tool o; }\n")]
    [InlineData("#nullable enable\nclass C { [|object|] o = null!; }\n", "#nullable enable\n\nusing Other.Ai;\n\nclass C { Tool o = null!; }\n")]
    [InlineData("using static System.Math;\nclass C { [|object|] o; }\n", "using Other.Ai;\nusing static System.Math;\nclass C { Tool o; }\n")]
    [InlineData("global using System;\nclass C { [|object|] o; }\n", "global using System;\nusing Other.Ai;\nclass C { Tool o; }\n")]
    [InlineData("using F = Acme.Chat.Format;\nclass C { [|object|] o; }\n", "using Other.Ai;\nusing F = Acme.Chat.Format;\nclass C { Tool o; }\n")]
    [InlineData("namespace N\n{\n    using Acme.Chat;\n\n    class C { [|object|] o; }\n}\n", "namespace N\n{\n    using Acme.Chat;\n    using Other.Ai;\n\n    class C { Tool o; }\n}\n")]
    [InlineData("namespace N\n{\n    using Third.Ai;\n\n    class C { [|object|] o; }\n}\n", "namespace N\n{\n    using Other.Ai;\n    using Third.Ai;\n\n    class C { Tool o; }\n}\n")]
    [InlineData("namespace N;\n\nclass C { [|object|] o; }\n", "using Other.Ai;\n\nnamespace N;\n\nclass C { Tool o; }\n")]
    [InlineData("namespace N;\n\nusing Acme.Chat;\n\nclass C { [|object|] o; }\n", "namespace N;\n\nusing Acme.Chat;\nusing Other.Ai;\n\nclass C { Tool o; }\n")]
    [InlineData("namespace Other.Ai.Deep;\n\nclass C { [|object|] o; }\n", "namespace Other.Ai.Deep;\n\nclass C { Tool o; }\n")]
    [InlineData("using Acme.Chat;\n#if DEBUG\nusing System.Linq;\n#endif\nusing System;\nclass C { [|object|] o; }\n", "using Other.Ai;\nusing Acme.Chat;\n#if DEBUG\nusing System.Linq;\n#endif\nusing System;\nclass C { Tool o; }\n")]
    [InlineData("using Acme.Chat;\r\n\r\nclass C { [|object|] o; }\r\n", "using Acme.Chat;\r\nusing Other.Ai;\r\n\r\nclass C { Tool o; }\r\n")]
    [InlineData("[assembly: System.CLSCompliant(false)]\nclass C { [|object|] o; }\n", "using Other.Ai;\n\n[assembly: System.CLSCompliant(false)]\nclass C { Tool o; }\n")]
    public Task Imports_where_the_file_keeps_its_usings(string before, string after) => VerifyAsync("Other.Ai.Tool", before, after);

    [Theory]
    [InlineData("#!/usr/bin/env dotnet\nobject o = new [|object|]();\n", "#!/usr/bin/env dotnet\n\nusing Other.Ai;\n\nobject o = new Tool();\n")]
    [InlineData("#!/usr/bin/env dotnet\n#:package Acme@1.0\n\nobject o = new [|object|]();\n", "#!/usr/bin/env dotnet\n#:package Acme@1.0\n\nusing Other.Ai;\n\nobject o = new Tool();\n")]
    [InlineData("#:package Acme@1.0\n#:property A=b\nusing System;\nobject o = new [|object|]();\n", "#:package Acme@1.0\n#:property A=b\nusing System;\nusing Other.Ai;\nobject o = new Tool();\n")]
    [InlineData("object o = new [|object|]();\n", "using Other.Ai;\n\nobject o = new Tool();\n")]
    public Task Imports_into_a_program(string before, string after) =>
        VerifyAsync("Other.Ai.Tool", before, after, new() { IsProgram = true, MayHaveErrors = before[0] == '#' });

    [Fact]
    public Task Does_not_import_what_another_file_imports_for_all() =>
        VerifyAsync("Other.Ai.Tool", "class C { [|object|] o; }\n", "class C { Tool o; }\n", new() { OtherFile = "global using Other.Ai;" });

    [Theory]
    [InlineData("using Other.Ai;\nclass C { [|object|] o; }\n", "using Other.Ai;\nclass C { Tool o; }\n")]
    [InlineData("using T = Other.Ai.Tool;\nclass C { [|object|] o; }\n", "using T = Other.Ai.Tool;\nclass C { T o; }\n")]
    [InlineData("class Tool { }\nclass C { [|object|] o; }\n", "class Tool { }\nclass C { Other.Ai.Tool o; }\n")]
    [InlineData("class C { class Tool { } [|object|] o; }\n", "class C { class Tool { } Other.Ai.Tool o; }\n")]
    [InlineData("using Acme.Chat;\nclass C { Message m; [|object|] o; }\n", "using Acme.Chat;\nclass C { Message m; Other.Ai.Tool o; }\n")]
    [InlineData("using Acme.Chat;\nclass C { UserMessage m; [|object|] o; }\n", "using Acme.Chat;\nusing Other.Ai;\nclass C { UserMessage m; Tool o; }\n")]
    [InlineData("namespace N.Other { class X { } }\nnamespace N { class Tool { } class C { [|object|] o; } }\n", "namespace N.Other { class X { } }\nnamespace N { class Tool { } class C { global::Other.Ai.Tool o; } }\n")]
    public Task Spells_a_type(string before, string after) => VerifyAsync("Other.Ai.Tool", before, after);

    [Theory]
    [InlineData("using Acme.Chat;\nusing Other.Ai;\nclass C { [|object|] o; }\n", "using Acme.Chat;\nusing Other.Ai;\nclass C { Acme.Chat.Message o; }\n")]
    [InlineData("using Acme.Chat;\nusing Other.Ai;\nusing Message = Acme.Chat.Message;\nclass C { [|object|] o; }\n", "using Acme.Chat;\nusing Other.Ai;\nusing Message = Acme.Chat.Message;\nclass C { Message o; }\n")]
    [InlineData("using Other.Ai;\nclass C { [|object|] o; }\n", "using Other.Ai;\nclass C { Acme.Chat.Message o; }\n")]
    public Task Qualifies_an_ambiguous_name(string before, string after) => VerifyAsync("Acme.Chat.Message", before, after);

    [Theory]
    [InlineData("Acme.Chat.Format+Schema", "using Acme.Chat;\nclass C { [|object|] o; }\n", "using Acme.Chat;\nclass C { Format.Schema o; }\n")]
    [InlineData("Acme.Chat.Format+Schema", "class C { [|object|] o; }\n", "using Acme.Chat;\n\nclass C { Format.Schema o; }\n")]
    [InlineData("NoNamespace", "class C { [|object|] o; }\n", "class C { NoNamespace o; }\n")]
    [InlineData("System.Int32", "class C { [|object|] o; }\n", "class C { int o; }\n")]
    public Task Spells_nested_and_predefined_types(string type, string before, string after) => VerifyAsync(type, before, after);

    [Theory]
    [InlineData("using Acme.Chat;\nclass C { object o = [|null!|]; }\n", "using Acme.Chat;\nclass C { object o = Format.Json; }\n")]
    [InlineData("using Acme.Chat;\nclass C { Format? Format; object o = [|null!|]; }\n", "using Acme.Chat;\nclass C { Format? Format; object o = Format.Json; }\n")]
    [InlineData("using Acme.Chat;\nclass C { string? Format; object o = [|null!|]; }\n", "using Acme.Chat;\nclass C { string? Format; object o = global::Acme.Chat.Format.Json; }\n")]
    [InlineData("class C { static string Format() => \"\"; object o = [|null!|]; }\n", "class C { static string Format() => \"\"; object o = global::Acme.Chat.Format.Json; }\n")]
    [InlineData("class C { object o = [|null!|]; }\n", "using Acme.Chat;\n\nclass C { object o = Format.Json; }\n")]
    public Task Spells_a_type_before_a_dot(string before, string after) =>
        EditedSource.VerifyAsync(before, after, (edit, node) =>
            TypeSpelling.SpellBeforeDot(edit, (INamedTypeSymbol)EditedSource.Type(edit, "Acme.Chat.Format"), node.SpanStart) is { } spelled
            && edit.Replace(node.Span, spelled + ".Json"));

    [Fact]
    public Task Spells_arguments_and_arrays() => VerifyAsync(
        compilation => compilation.CreateArrayTypeSymbol(
            compilation.GetTypeByMetadataName("System.Collections.Generic.List`1")!.Construct(
                compilation.GetTypeByMetadataName("Other.Ai.Box`1")!.Construct(compilation.GetSpecialType(SpecialType.System_String)))),
        "using Acme.Chat;\nclass C { [|object|] o; }\n",
        "using System.Collections.Generic;\nusing Acme.Chat;\nusing Other.Ai;\nclass C { List<Box<string>>[] o; }\n");

    [Fact]
    public async Task Keeps_the_byte_order_mark()
    {
        var (document, _) = EditedSource.Open("class C { }\n");
        var edit = (await SourceEdit.StartAsync(document, CancellationToken.None))!;
        edit.Import("Other.Ai", 0);
        Assert.True(edit.Insert(9, " "));
        var text = await (await edit.ApplyAsync(CancellationToken.None)).GetTextAsync();
        Assert.Equal((await document.GetTextAsync()).Encoding, text.Encoding);
    }

    private static Task VerifyAsync(string type, string before, string after, SourceSetup? setup = null) =>
        VerifyAsync(compilation => compilation.GetTypeByMetadataName(type)!, before, after, setup);

    private static Task VerifyAsync(System.Func<Compilation, ITypeSymbol> type, string before, string after, SourceSetup? setup = null) =>
        EditedSource.VerifyAsync(
            before,
            after,
            (edit, node) => TypeSpelling.Spell(edit, type(edit.Model.Compilation), node.SpanStart) is { } spelled && edit.Replace(node.Span, spelled),
            setup);
}
