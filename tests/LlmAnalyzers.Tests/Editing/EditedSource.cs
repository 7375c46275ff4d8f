using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using LlmAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace LlmAnalyzers.Tests.Editing;

/// <summary>Runs one edit on a source whose place of interest is marked <c>[|…|]</c>, and compares the result byte for byte.</summary>
internal static class EditedSource
{
    /// <summary>A small SDK: overloads with and without options, params, implicit conversions, two namespaces that share names.</summary>
    private const string Sdk = """
        namespace Acme.Chat
        {
            using System.Collections.Generic;
            using System.Threading;

            public class Message
            {
                public static implicit operator Message(string text) => new UserMessage(text);
            }

            public class SystemMessage : Message { public SystemMessage(string text) { } }
            public class UserMessage : Message { public UserMessage(string text) { } }
            public class Format { public static Format Json { get; } = new(); public class Schema { } }

            public record Options
            {
                public Options() { }
                public Options(string model) { }
                public float? Temperature { get; set; }
                public int? Seed { get; set; }
                public string? Stop { get; set; }
                public Format? Format { get; set; }
                public Options Nested { get; } = null!;
                public List<Message> Messages { get; set; } = new();
            }

            public class Client
            {
                public string Complete(params Message[] messages) => "";
                public string Complete(IEnumerable<Message> messages, Options? options = null, CancellationToken cancellationToken = default) => "";
                public string Ask(string text, CancellationToken cancellationToken) => "";
                public string Ask(string text, int retries = 0, Options? options = null, CancellationToken cancellationToken = default) => "";
                public string Send(Message message) => "";
                public string Send(Message[] messages, Options options) => "";
                public string Tagged(string model, params string[] tags) => "";
                public string Run(System.Func<string, string> step, Options? options = null) => "";
            }

            public static class ClientExtensions
            {
                public static string Respond(this Client client, string text, Options? options = null, CancellationToken cancellationToken = default) => "";
            }
        }

        namespace Other.Ai
        {
            public class Message { }
            public class Tool { }
            public class Box<T> { }
        }

        namespace Third.Ai
        {
            public class Format { }
            public class Gadget { }
        }

        public class NoNamespace { }
        """;

    private static readonly MetadataReference[] References = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(p => Path.GetFileName(p) is "System.Private.CoreLib.dll" or "System.Runtime.dll" or "System.Collections.dll" or "System.Linq.dll" or "System.Threading.dll")
        .Select(p => (MetadataReference)MetadataReference.CreateFromFile(p))
        .ToArray();

    /// <summary>The projects share what the compiler learns about the references.</summary>
    private static readonly ConcurrentDictionary<(LanguageVersion Version, bool IsProgram), Project> Projects = new();

    /// <summary>A file with one method around the statements, each line indented by eight.</summary>
    public static string InMethod(string body) => $$"""
        using System.Collections.Generic;
        using System.Threading;
        using Acme.Chat;

        class C
        {
            void M(Client client, Message a, Message b, Options options, string x, CancellationToken ct)
            {
        {{Indented(body)}}
            }
        }

        """.ReplaceLineEndings("\n");

    /// <summary>Expects the text after the edit; null expects the edit to refuse.</summary>
    public static async Task VerifyAsync(string before, string? after, Func<SourceEdit, SyntaxNode, bool> edit, SourceSetup? setup = null)
    {
        setup ??= new();
        var (document, span) = Open(before, setup);
        var errorsBefore = await ErrorsAsync(document);
        Assert.True(setup.MayHaveErrors || errorsBefore.Count == 0, string.Join("\n", errorsBefore));

        var source = (await SourceEdit.StartAsync(document, CancellationToken.None))!;
        var done = edit(source, NodeAt(source.Root, span)) && !source.IsBroken;
        if (after is null)
        {
            Assert.False(done, "should have been refused, but gives:\n" + await TextAsync(await source.ApplyAsync(CancellationToken.None)));
            return;
        }

        Assert.True(done, "refused");
        var edited = await source.ApplyAsync(CancellationToken.None);
        Assert.Equal(after, await TextAsync(edited));
        var errorsAfter = await ErrorsAsync(edited);
        Assert.True(setup.MayHaveErrors || errorsAfter.Count == 0, string.Join("\n", errorsAfter));
    }

    public static Task VerifyBodyAsync(string before, string? after, Func<SourceEdit, SyntaxNode, bool> edit, SourceSetup? setup = null) =>
        VerifyAsync(InMethod(before), after is null ? null : InMethod(after), edit, setup);

    /// <summary>The document and the marked place, without the marks.</summary>
    public static (Document Document, TextSpan Span) Open(string markup, SourceSetup? setup = null)
    {
        setup ??= new();
        var start = markup.IndexOf("[|", StringComparison.Ordinal);
        var end = markup.IndexOf("|]", StringComparison.Ordinal) - 2;
        var code = start < 0 ? markup : markup.Remove(end + 2, 2).Remove(start, 2);
        var project = Projects.GetOrAdd((setup.Version, setup.IsProgram), key => CreateProject(key.Version, key.IsProgram));
        if (setup.OtherFile is { } other)
        {
            project = project.AddDocument("Other.cs", other).Project;
        }

        if (setup.EditorConfig is { } config)
        {
            project = project.AddAnalyzerConfigDocument(".editorconfig", SourceText.From("root = true\n[*.cs]\n" + config), filePath: "/p/.editorconfig").Project;
        }

        var document = project.AddDocument("Test.cs", SourceText.From(code, Encoding.UTF8), filePath: "/p/Test.cs");
        return (document, start < 0 ? default : TextSpan.FromBounds(start, end));
    }

    public static async Task<string> TextAsync(Document document) => (await document.GetTextAsync()).ToString();

    public static SyntaxNode NodeAt(SyntaxNode root, TextSpan span)
    {
        var node = root.FindNode(span, getInnermostNodeForTie: true);
        Assert.Equal(span, node.Span);
        return node;
    }

    public static IMethodSymbol Method(SourceEdit edit, string type, string name, params string[] parameters) =>
        edit.Model.Compilation.GetTypeByMetadataName("Acme.Chat." + type)!.GetMembers(name).OfType<IMethodSymbol>()
            .Single(m => parameters.Length == 0 || m.Parameters.Select(p => p.Name).SequenceEqual(parameters));

    public static ITypeSymbol Type(SourceEdit edit, string name) => edit.Model.Compilation.GetTypeByMetadataName(name)!;

    private static Project CreateProject(LanguageVersion version, bool isProgram)
    {
        var kind = isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        var project = new AdhocWorkspace().AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Test", "Test", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable),
            parseOptions: new CSharpParseOptions(version),
            metadataReferences: References));
        return project.AddDocument("Sdk.cs", Sdk).Project;
    }

    private static async Task<List<string>> ErrorsAsync(Document document)
    {
        var compilation = (await document.Project.GetCompilationAsync())!;
        return compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => d.ToString()).ToList();
    }

    private static string Indented(string body) =>
        string.Join("\n", body.ReplaceLineEndings("\n").Split('\n').Select(l => l.Length == 0 || l[0] == '#' ? l : "        " + l));
}

/// <summary>What is special about a test's project.</summary>
internal sealed record SourceSetup
{
    public LanguageVersion Version { get; init; } = LanguageVersion.CSharp13;

    public bool IsProgram { get; init; }

    public bool MayHaveErrors { get; init; }

    public string? OtherFile { get; init; }

    public string? EditorConfig { get; init; }
}
