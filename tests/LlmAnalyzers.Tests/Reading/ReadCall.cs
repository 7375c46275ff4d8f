using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using LlmAnalyzers.Calls;
using LlmAnalyzers.Reading;
using LlmAnalyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace LlmAnalyzers.Tests.Reading;

/// <summary>Compiles sources and reads the one call in them; where there are several, the one after the comment <c>/*here*/</c>.</summary>
internal static class ReadCall
{
    private const string Mark = "/*here*/";

    /// <summary>Reads the call in a method body that has a <c>ChatClient client</c> and a <c>string input</c>.</summary>
    public static LlmCall OpenAI(string body, string members = "", params string[] otherFiles) =>
        From(Sdk.OpenAI.With(Sdk.NewtonsoftJson), [Sources.OpenAI(body, members), .. otherFiles]);

    /// <summary>Reads the call in a method body that has an <c>IChatClient client</c> and a <c>string input</c>.</summary>
    public static LlmCall ExtensionsAI(string body, string members = "", params string[] otherFiles) =>
        From(Sdk.ExtensionsAIFull, [Sources.ExtensionsAI(body, members), .. otherFiles]);

    public static LlmCall From(SdkReferences references, params string[] files) => Only(All(references, files));

    /// <summary>The same in a project that has other files beside its code.</summary>
    public static LlmCall With(SdkReferences references, (string Path, string Text)[] otherFiles, params string[] files) =>
        Only(All(references, files, null, new ProjectFiles([.. otherFiles.Select(f => new OtherFile(f.Path, f.Text))], AppSettings.Parse)));

    private static LlmCall Only(ImmutableArray<(LlmCall Call, bool IsMarked)> calls)
    {
        if (calls.Length == 1)
        {
            return calls[0].Call;
        }

        return Assert.Single(calls, c => c.IsMarked).Call;
    }

    /// <summary>Every call behind an invocation of a method of the sources, as that caller makes it.</summary>
    public static ImmutableArray<LlmCall> Specialised(SdkReferences references, string[] files, Stopwatch? reading = null)
    {
        var calls = ImmutableArray.CreateBuilder<LlmCall>();
        Visit(references, files, reading, null, (reader, invocation, _) =>
            calls.AddRange(reader.CallsBehind(invocation, default).Select(c => reader.ReadThrough(c, level: 0, default)!)));
        return calls.ToImmutable();
    }

    /// <summary>Every call in the sources, in order.</summary>
    public static ImmutableArray<(LlmCall Call, bool IsMarked)> All(SdkReferences references, string[] files, Stopwatch? reading = null, ProjectFiles? otherFiles = null)
    {
        var calls = ImmutableArray.CreateBuilder<(LlmCall, bool)>();
        Visit(references, files, reading, otherFiles, (reader, operation, syntax) =>
        {
            if (reader.Read(operation, default) is { Call: var call })
            {
                calls.Add((call, syntax.GetLeadingTrivia().ToString().Contains(Mark, StringComparison.Ordinal)));
            }
        });
        return calls.ToImmutable();
    }

    private static void Visit(SdkReferences references, string[] files, Stopwatch? reading, ProjectFiles? otherFiles, Action<CallReader, IInvocationOperation, InvocationExpressionSyntax> visit)
    {
        var trees = files.Select((file, i) => CSharpSyntaxTree.ParseText(file, path: $"File{i}.cs")).ToArray();
        var kind = trees[0].GetRoot().ChildNodes().OfType<GlobalStatementSyntax>().Any() ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        var compilation = CSharpCompilation.Create(
            "Subject", trees, references.References, new(kind, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToArray();
        Assert.True(errors.Length == 0, string.Join('\n', errors.Select(e => e.ToString())));

        var indexes = trees.ToDictionary(tree => tree, tree => TreeIndex.Create(tree, default));
        var reader = CallReader.Create(compilation, tree => indexes[tree], files: otherFiles);
        Assert.NotNull(reader);
        foreach (var tree in trees)
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var invocation in tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                if (model.GetOperation(invocation) is IInvocationOperation operation)
                {
                    reading?.Start();
                    visit(reader, operation, invocation);
                    reading?.Stop();
                }
            }
        }
    }

    private sealed class OtherFile(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(System.Threading.CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}

/// <summary>Spells what was read as short texts, so that a test shows source and outcome side by side.</summary>
internal static class Spelled
{
    /// <summary>
    /// <c>not set</c>, <c>unknown</c>, <c>0.7</c>, <c>0.7 or 0.2</c>; a question mark for a value that is only possible,
    /// <c>or absent</c> and <c>or unknown</c> for what else may be.
    /// </summary>
    public static string Setting(Setting setting)
    {
        if (setting.IsNotSet)
        {
            return "not set";
        }

        if (setting.IsUnknown)
        {
            return "unknown";
        }

        var parts = setting.Values.Select(v => Value(v.Value) + (v.IsCertain ? "" : "?")).ToList();
        if (setting.MayBeOther)
        {
            parts.Add("unknown");
        }
        else if (setting.MayBeAbsent)
        {
            parts.Add("absent");
        }

        return string.Join(" or ", parts);
    }

    /// <summary><c>system: Be brief. | user: {input}</c>; a question mark after the role of a message that is only possible, <c>…</c> at the end when there may be more.</summary>
    public static string Conversation(Conversation conversation)
    {
        var messages = conversation.Messages.Select(m =>
            m.Role.ToString().ToLowerInvariant() + (m.IsCertain ? "" : "?") + (m.HasOtherContent ? "+" : "") + ": " + Text(m.Text));
        return string.Join(" | ", conversation.MayHoldMore ? messages.Append("…") : messages);
    }

    /// <summary>Literals as they are, holes as <c>{name}</c> or <c>{}</c>, pieces that are only possible in <c>⟨…⟩</c>.</summary>
    public static string Text(PromptText text)
    {
        var spelled = string.Concat(text.Pieces.Select(p =>
        {
            var piece = p.Literal ?? "{" + p.HoleName + "}";
            return p.IsCertain ? piece : "⟨" + piece + "⟩";
        }));
        return spelled.Replace("⟩⟨", "", StringComparison.Ordinal).ReplaceLineEndings("\\n");
    }

    /// <summary>Each use as <c>Kind Display</c>, with <c>: Type</c> where a type is named, in order, without repetition.</summary>
    public static string Replies(LlmCall call) =>
        string.Join(" | ", Uses(call.ReplyUses).Distinct());

    private static IEnumerable<string> Uses(ImmutableArray<ReplyUse> uses) =>
        uses.Select(u => u.Kind + " " + u.Display + (u.Type is null ? "" : " : " + u.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)));

    private static string Value(object? value) => value is PromptText text ? Text(text) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "null";
}
